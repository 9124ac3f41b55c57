"""What a handover begins with: both sides from the rotation, the items from the year's records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desktop_app.domain.commendations.nomination import Submission
from desktop_app.domain.compacts.registration import RegistrationState
from desktop_app.domain.scores.sheet import ScoreSheet
from desktop_app.domain.vietnamese import short_date
from desktop_app.domain.years.document import Direction, OfficialDocument
from desktop_app.domain.years.handover import Handover, HandoverItem
from desktop_app.domain.years.period import Membership, Period, SecretariatState
from desktop_app.domain.years.rotation import Rotation
from desktop_app.domain.years.year import Year
from desktop_app.domain.years.year_tasks import Task


@dataclass(frozen=True)
class YearFiles:
    """The records of a period that leave papers behind."""

    year: Year
    documents: tuple[OfficialDocument, ...] = ()
    submissions: tuple[Submission, ...] = ()
    sheets: tuple[ScoreSheet, ...] = ()


def proposed_handover(period: Period, rotation: Rotation) -> Handover:
    """From the lead unit of the period to that of the next one, or to the one proposed for it."""
    giver = period.lead_on(period.until)
    receiver = _next_lead(period, rotation)
    if giver and receiver and receiver.unit.id == giver.unit.id:
        receiver = None
    return Handover(
        period=period,
        giver=giver.unit if giver else None,
        giver_person=giver.representative if giver else None,
        receiver=receiver.unit if receiver else None,
        receiver_person=receiver.representative if receiver else None,
        place=period.cluster.place,
    )


def _next_lead(period: Period, rotation: Rotation) -> Membership | None:
    book = rotation.including(period)
    ids = [known.id for known in book.in_order]
    later = book.in_order[ids.index(period.id) + 1 :]
    if later:
        return later[0].lead_on(later[0].since)
    return period.membership_of(book.proposed.unit) if book.proposed else None


def proposed_items(files: YearFiles) -> tuple[HandoverItem, ...]:
    """What the records say there must be; whether it is there is for the two sides to see."""
    counted = (*_of_the_year(files), *_of_the_register(files.documents))
    items = [
        HandoverItem(text=text, count=count, measure=measure)
        for text, count, measure in counted
        if count
    ]
    data = HandoverItem(
        text="Tệp dữ liệu của chương trình Thi đua Cụm, gồm cả tệp kèm",
        count=1,
        measure="tệp",
        condition="Tệp điện tử",
    )
    return (*items, data, HandoverItem(text="Cờ luân lưu của cụm", count=1, measure="chiếc"))


def _of_the_year(files: YearFiles) -> Iterator[tuple[str, int, str]]:
    year = files.year
    compact, secretariat = year.compact, year.secretariat
    has_decision = bool(secretariat and secretariat.state is not SecretariatState.DRAFT)
    sent = [r for r in year.registrations if r.state is not RegistrationState.DRAFT]
    yield "Quyết định thành lập Tổ giúp việc", int(has_decision), "bản"
    yield "Kế hoạch hoạt động năm", int(year.plan is not None), "bản"
    yield "Bản giao ước thi đua đã ký", int(bool(compact and compact.is_frozen)), "bản"
    yield "Phụ lục giao ước đã ký", sum(annex.is_signed for annex in year.annexes), "bản"
    yield "Bản đăng ký thi đua của các đơn vị", len(sent), "bản"
    yield "Biên bản hội nghị, cuộc họp", sum(m.is_adopted for m in year.meetings), "bản"
    yield "Phiếu chấm điểm thi đua", sum(s.is_submitted for s in files.sheets), "phiếu"
    yield "Tờ trình đề nghị khen thưởng", len(files.submissions), "bản"
    yield "Quyết định khen thưởng", len(year.decisions), "bản"


def _of_the_register(documents: Iterable[OfficialDocument]) -> Iterator[tuple[str, int, str]]:
    """Incoming documents together, the cluster's own by their kind."""
    kinds = Counter(
        "văn bản đến" if d.direction is Direction.INCOMING else d.kind.label.lower()
        for d in documents
    )
    for kind, count in kinds.items():
        yield f"Văn bản lưu theo sổ: {kind}", count, "văn bản"


def with_missing(
    items: Iterable[HandoverItem], proposed: Iterable[HandoverItem]
) -> tuple[HandoverItem, ...]:
    """The items as they were typed, and those of the proposal that are not among them."""
    kept = tuple(items)
    known = {item.text.casefold() for item in kept}
    return (*kept, *(item for item in proposed if item.text.casefold() not in known))


def other_counts(
    items: Iterable[HandoverItem], proposed: Iterable[HandoverItem]
) -> tuple[str, ...]:
    """The items whose typed count is not what the records say, each with what they say."""
    typed = {item.text.casefold(): item.count for item in items}
    return tuple(
        f"{item.text}: hồ sơ có {item.count}"
        for item in proposed
        if typed.get(item.text.casefold(), item.count) != item.count
    )


def unfinished_work(tasks: Iterable[Task]) -> tuple[str, ...]:
    """The open tasks, a line each; the handover itself is none of them."""
    return tuple(
        f"{task.text} (hạn {short_date(task.due)})" if task.due else task.text
        for task in tasks
        if not isinstance(task.record, Handover)
    )
