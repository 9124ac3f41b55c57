"""Quyết định khen thưởng, a draft in form 1.2 of Decree 30/2020, with its list."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.commendations.award import SubjectKind
from desktop_app.domain.commendations.awarding import Awarding
from desktop_app.domain.commendations.decision import Decision, Grant
from desktop_app.domain.commendations.money import dong, dong_in_words
from desktop_app.domain.rich_text import Run
from desktop_app.domain.vietnamese import number, roman
from desktop_app.papers.blocks import (
    Block,
    Closing,
    Column,
    Document,
    ListItem,
    Paragraph,
    Row,
    Section,
    Style,
    Table,
    Title,
)
from desktop_app.papers.commendations.decision_words import (
    award_of,
    cited,
    counted,
    decision_letterhead,
    decision_signature,
    subject_words,
)
from desktop_app.papers.framing import receivers
from desktop_app.papers.paper import Paper
from desktop_app.papers.wording import OPEN, closed, count, enumerated, finished, grounds

_COLUMNS = (
    Column("STT", 0.05, "center"),
    Column("Tên tập thể / Họ và tên", 0.24),
    Column("Chức vụ, đơn vị", 0.22),
    Column("Danh hiệu, hình thức khen thưởng", 0.20),
    Column("Thành tích", 0.29),
)
_WITH_MONEY = (
    *(
        Column(c.head, share, c.align)
        for c, share in zip(_COLUMNS, (0.05, 0.22, 0.20, 0.18, 0.23), strict=True)
    ),
    Column("Tiền thưởng (đồng)", 0.12, "right"),
)


class AwardDecision(Paper):
    """One grant is told in Article 1; several stand in a list that goes with the decision."""

    key = "award-decision"
    name = "Quyết định khen thưởng (dự thảo)"
    record = Awarding

    def compose(self, record: Awarding, only: str | None = None) -> Document:
        decision = record.decision
        text: tuple[Block, ...] = (
            decision_letterhead(decision),
            Title("QUYẾT ĐỊNH", subject_words(decision)),
            _bold_line((decision.certificate_authority or decision.body or OPEN).upper()),
            *grounds(decision.grounds or _usual_grounds()),
            _bold_line("QUYẾT ĐỊNH:"),
            *_whom(record),
            _article(2, _money(record)),
            _article(3, _effect(record)),
            _closing(decision),
        )
        listed = (Section(_list(record), landscape=True),) if _has_list(record) else ()
        return Document(f"Quyết định {decision.title}", (Section(text), *listed))


def _has_list(record: Awarding) -> bool:
    return len(record.grants) > 1


def _bold_line(text: str) -> Paragraph:
    return Paragraph((Run(text, bold=True),), Style.CENTRED)


def _usual_grounds() -> tuple[str, ...]:
    return (
        "Căn cứ Luật Thi đua, khen thưởng",
        f"Căn cứ {OPEN}{OPEN}",
        f"Theo đề nghị của {OPEN}{OPEN}",
    )


def _article(place: int, text: str) -> Paragraph:
    return Paragraph((Run(f"Điều {place}. ", bold=True), Run(text)))


def _whom(record: Awarding) -> tuple[Block, ...]:
    grants = record.grants
    if not grants:
        return (_article(1, f"Tặng thưởng {OPEN} cho {OPEN}{OPEN}."),)
    if len(grants) == 1:
        return (_article(1, closed(_one(grants[0]))),)
    kinds = list(dict.fromkeys(map(award_of, grants)))
    attached = "(có danh sách kèm theo)"
    if len(kinds) == 1:
        return (_article(1, f"Tặng thưởng {kinds[0]} cho {counted(grants)} {attached}."),)
    lines = enumerated(
        f"{kind}: {counted(g for g in grants if award_of(g) == kind)}" for kind in kinds
    )
    head = f"Tặng thưởng cho {counted(grants)} {attached}, gồm:"
    return _article(1, head), *(ListItem("-", line) for line in lines)


def _one(grant: Grant) -> str:
    who = ", ".join(part for part in (grant.name, grant.description) if part)
    merit = f"; thành tích: {grant.achievement}" if grant.achievement else ""
    return f"Tặng thưởng {award_of(grant)} cho {who}{merit}"


def _money(record: Awarding) -> str:
    """The sum with its words where every grant has one; else nothing is promised."""
    if not record.grants or record.without_sum or not record.total:
        return (
            "Mức tiền thưởng kèm theo và nguồn chi thực hiện theo quy định hiện hành về thi đua, "
            "khen thưởng."
        )
    total = f"{dong(record.total)} (bằng chữ: {dong_in_words(record.total)})"
    return f"Tiền thưởng kèm theo: {total}; chi từ quỹ thi đua, khen thưởng theo quy định."


def _effect(record: Awarding) -> str:
    who = " và ".join(kind.label.lower() for kind in SubjectKind if record.of_kind(kind))
    where = "trong danh sách kèm theo" if _has_list(record) else "tại Điều 1"
    named = f"Các {who or 'tập thể, cá nhân'} có tên {where}"
    return finished(
        f"Quyết định này có hiệu lực kể từ ngày ký. {named} và các đơn vị liên quan chịu trách "
        "nhiệm thi hành Quyết định này"
    )


def _closing(decision: Decision) -> Closing:
    units = f"Các đơn vị thành viên {decision.period.cluster.name}"
    return Closing(
        right=decision_signature(decision),
        receivers=receivers((units,), first=("Như Điều 3",), kept="Lưu: VT, Hồ sơ"),
    )


def _list(record: Awarding) -> tuple[Block, ...]:
    remark = f"(Kèm theo {cited(record.decision)})"
    return (
        Title("DANH SÁCH", subject_words(record.decision), remark=remark),
        Table(_WITH_MONEY if record.total else _COLUMNS, tuple(_rows(record))),
        Paragraph(f"Danh sách gồm {counted(record.grants)}."),
    )


def _rows(record: Awarding) -> Iterator[Row]:
    filled = [(kind, record.of_kind(kind)) for kind in SubjectKind if record.of_kind(kind)]
    for group, (kind, grants) in enumerate(filled, start=1):
        heading = f"{roman(group)}. {kind.label.upper()}: {count(len(grants))}"
        yield Row((heading,), is_group=True)
        for place, grant in enumerate(grants, start=1):
            money = (number(grant.amount) if grant.amount else "",) if record.total else ()
            yield Row(
                (
                    str(place),
                    grant.name,
                    grant.description,
                    award_of(grant),
                    grant.achievement,
                    *money,
                )
            )
