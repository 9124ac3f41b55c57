"""Kịch bản trao thưởng: what the announcer reads, names and ranks in full, in large letters."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from desktop_app.domain.commendations.award import SubjectKind
from desktop_app.domain.commendations.awarding import Awarding, Turn
from desktop_app.domain.rich_text import Run
from desktop_app.papers.blocks import Block, Document, ListItem, Paragraph, Section, Style
from desktop_app.papers.commendations.decision_words import counted, subject_words
from desktop_app.papers.commendations.spoken import decision_aloud, in_full, left_short, spoken
from desktop_app.papers.framing import plain_head
from desktop_app.papers.paper import Paper
from desktop_app.papers.wording import OPEN, closed, comrade, count

_CALLED = {
    SubjectKind.COLLECTIVE: ("đại diện tập thể", "đại diện các tập thể"),
    SubjectKind.INDIVIDUAL: ("đồng chí", "các đồng chí"),
}
"""One, and several."""


class AwardCeremony(Paper):
    """Award after award, so many on the stage at once; it bears no number."""

    key = "award-ceremony"
    name = "Kịch bản trao thưởng"
    record = Awarding

    def compose(self, record: Awarding, only: str | None = None) -> Document:
        decision, day = record.decision, _day(record)
        turns = record.turns
        blocks: tuple[Block, ...] = (
            *plain_head(decision.period, day, "KỊCH BẢN TRAO THƯỞNG", subject_words(decision)),
            *_facts(record),
            *_opening(record),
            *(b for place, turn in enumerate(turns, start=1) for b in _turn(place, turn, day)),
            *_ending(record),
        )
        section = Section(blocks, is_read_aloud=True)
        title = f"Kịch bản trao thưởng {decision.title}"
        return Document(title, (section,), warnings=tuple(_warnings(record)))


def _day(record: Awarding) -> dt.date | None:
    """The first day of presentation, or else the decision's."""
    days = [grant.presented_on for grant in record.grants if grant.presented_on]
    return min(days, default=record.decision.date)


def _facts(record: Awarding) -> Iterator[Block]:
    """For the announcer's eye, small: where, how many, in how many turns."""
    places = dict.fromkeys(g.presented_at for g in record.grants if g.presented_at)
    if places:
        yield Paragraph(closed(f"Nơi trao: {'; '.join(places)}"), Style.NOTE)
    if record.grants:
        told = f"Tổng số: {counted(record.grants)}; lên nhận {count(len(record.turns))} lượt."
        yield Paragraph(told, Style.NOTE)


def _opening(record: Awarding) -> Iterator[Block]:
    if not record.grants:
        yield Paragraph("Quyết định chưa có tập thể, cá nhân nào được khen.")
        return
    subject = in_full(subject_words(record.decision), None, record.decision.date)
    about = f" {subject[:1].lower()}{subject[1:]}" if subject else ""
    yield _said("Kính thưa các đồng chí, sau đây là phần công bố quyết định và trao thưởng.")
    yield _said(f"Xin trân trọng công bố {decision_aloud(record.decision)}{about}.")


def _turn(place: int, turn: Turn, day: dt.date | None) -> Iterator[Block]:
    years = dict.fromkeys(g.achievement_year for g in turn.grants if g.achievement_year)
    award = turn.award.name if turn.award else OPEN
    award += f" năm {', '.join(years)}" if years else ""
    which = f" (lượt {turn.number}/{turn.turns})" if turn.turns > 1 else ""
    yield Paragraph(f"{place}. {award}: {counted(turn.grants)}{which}", Style.SUBSECTION)
    called = _CALLED[turn.kind][len(turn.grants) > 1]
    call = f"Trân trọng kính mời {called} có tên sau đây lên nhận {award}:"
    yield Paragraph(f"“{call}”", Style.CALL)
    for number, grant in enumerate(turn.grants, start=1):
        yield ListItem(f"{number}.", closed(spoken(grant, day)))
    hand = comrade("", in_full(turn.presented_by, None, day))
    yield _said(f"Trân trọng kính mời {hand} lên trao thưởng.")
    yield Paragraph((Run("(Trao thưởng, chụp ảnh lưu niệm)", italic=True),))
    yield _said("Xin trân trọng cảm ơn và chúc mừng. Kính mời các đồng chí về vị trí.")


def _ending(record: Awarding) -> Iterator[Block]:
    if record.grants:
        yield _said("Phần trao thưởng đến đây kết thúc. Xin trân trọng cảm ơn các đồng chí.")


def _said(text: str) -> Paragraph:
    return Paragraph(f"“{text}”")


def _warnings(record: Awarding) -> Iterator[str]:
    """Where nobody hands over, and abbreviations nobody has written out."""
    if any(not grant.presented_by for grant in record.grants):
        yield "Có lượt khen chưa ghi người trao."
    day = _day(record)
    short = dict.fromkeys(
        word for grant in record.grants for word in left_short(spoken(grant, day))
    )
    if short:
        yield f"Chữ viết tắt cần đọc đầy đủ: {', '.join(short)}."
