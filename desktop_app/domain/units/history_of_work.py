"""What a unit registered, scored, took part in and handed over, as lines of its history."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop_app.domain.compacts.campaign import Activity, Campaign
from desktop_app.domain.compacts.exemplar import Exemplar
from desktop_app.domain.compacts.registration import Registration
from desktop_app.domain.scores.inspection import Inspection
from desktop_app.domain.scores.scoreboard import Scoreboard
from desktop_app.domain.scores.sheet import Round, ScoreSheet
from desktop_app.domain.units.history_entry import HistoryEntry, HistoryKind
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import number
from desktop_app.domain.years.handover import Handover


def registrations(unit: Unit, records: Iterable[Registration]) -> Iterator[HistoryEntry]:
    """What it aimed at, each title once with how many were named."""
    for record in records:
        if record.unit and record.unit.id == unit.id:
            names: dict[str, int] = {}
            for line in record.standing:
                if line.award:
                    names[line.award.name] = names.get(line.award.name, 0) + 1
            titles = "; ".join(name + f" ({n})" * (n > 1) for name, n in names.items())
            yield HistoryEntry(
                HistoryKind.REGISTRATION,
                record.period.name,
                record.sent_on,
                titles or "Chưa có danh hiệu nào",
                record.state.label,
                record,
                record.period.since,
            )


def sheets(unit: Unit, records: Iterable[ScoreSheet]) -> Iterator[HistoryEntry]:
    """Each round with the score it has now; some criteria measure all units of the round."""
    rounds: dict[tuple[str, Round], list[ScoreSheet]] = {}
    for record in records:
        rounds.setdefault((record.criteria.id, record.round), []).append(record)
    for together in rounds.values():
        for own in (sheet for sheet in together if sheet.unit.id == unit.id):
            score = Scoreboard(own.criteria, together).total(unit).final
            when = "6 tháng" if own.round is Round.HALF_YEAR else "cả năm"
            yield HistoryEntry(
                HistoryKind.SCORES,
                own.period.name,
                own.steps[-1].day if own.steps else None,
                f"Phiếu chấm {when}: {number(score)} điểm",
                own.state.label,
                own,
                own.period.until,
            )


def inspections(unit: Unit, records: Iterable[Inspection]) -> Iterator[HistoryEntry]:
    """When it was inspected, and what is still to be mended."""
    for record in records:
        if record.unit and record.unit.id == unit.id:
            waiting = len(record.open_findings)
            yield HistoryEntry(
                HistoryKind.INSPECTION,
                record.period.name,
                record.day,
                record.kind.label + f", còn {waiting} việc phải khắc phục" * bool(waiting),
                record.state.label,
                record,
                record.period.until,
            )


def campaigns(unit: Unit, records: Iterable[Campaign]) -> Iterator[HistoryEntry]:
    """The campaigns it was in, as a pilot unit or as one of all, with its result."""
    for record in records:
        for part in record.units:
            if part.unit.id == unit.id:
                words = (record.name, "đơn vị làm điểm" * part.is_pilot, part.result)
                yield HistoryEntry(
                    HistoryKind.CAMPAIGN,
                    record.period.name,
                    record.launched_on or record.since,
                    ", ".join(word for word in words if word),
                    record.state.label,
                    record,
                    record.period.since,
                )


def activities(unit: Unit, records: Iterable[Activity]) -> Iterator[HistoryEntry]:
    """The joint activities it held or gave something to."""
    for record in records:
        is_host = record.host is not None and record.host.id == unit.id
        gave = [part for part in record.contributions if part.unit.id == unit.id]
        if not (is_host or gave):
            continue
        given = [f"{number(part.amount)} đồng" for part in gave if part.amount]
        given += [part.other for part in gave if part.other]
        yield HistoryEntry(
            HistoryKind.ACTIVITY,
            record.period.name,
            record.day,
            ", ".join((record.name, *given)),
            "Đăng cai" if is_host else "Tham gia",
            record,
            record.period.until,
        )


def exemplars(unit: Unit, records: Iterable[Exemplar]) -> Iterator[HistoryEntry]:
    """Its own exemplars, and those of others that it took up."""
    for record in records:
        period = record.period
        if record.unit and record.unit.id == unit.id:
            day = next((part.day for part in record.stages if part.day), None)
            state = record.stage.label if record.stage else ""
            yield HistoryEntry(
                HistoryKind.EXEMPLAR, period.name, day, record.name, state, record, period.until
            )
        for copy in record.replications:
            if copy.unit and copy.unit.id == unit.id:
                text = f"Áp dụng: {record.name}"
                yield HistoryEntry(
                    HistoryKind.EXEMPLAR,
                    period.name,
                    copy.day,
                    text,
                    "Nhân rộng",
                    record,
                    period.until,
                )


def handovers(unit: Unit, records: Iterable[Handover]) -> Iterator[HistoryEntry]:
    """When it gave or took over the lead of the cluster."""
    for record in records:
        sides = ((record.giver, "Bên giao"), (record.receiver, "Bên nhận"))
        for side, words in sides:
            if side and side.id == unit.id:
                yield HistoryEntry(
                    HistoryKind.HANDOVER,
                    record.period.name,
                    record.day,
                    f"{record.title}: {words.lower()}",
                    record.state.label,
                    record,
                    record.period.until,
                )
