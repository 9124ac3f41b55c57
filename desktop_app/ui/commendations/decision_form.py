"""The form of a decision: who decided what, its grants, and the words of its certificates."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop_app.domain.commendations.award import Award, SubjectKind
from desktop_app.domain.commendations.blank_book import next_numbers
from desktop_app.domain.commendations.decision import Decision, Grant, GrantState
from desktop_app.domain.commendations.nomination import Nomination, NominationState
from desktop_app.ui.records.fields import DateField, LineField, LinesField, TextField
from desktop_app.ui.records.form import RecordForm
from desktop_app.ui.records.parts_table import PartColumn, PartsTable

_WAITING = (NominationState.SUBMITTED, NominationState.DECIDED, NominationState.HIGHER)


class DecisionForm(RecordForm):
    """Three pages: the decision, the grants, the certificate."""

    empty_text = "Chọn một quyết định trong danh sách, hoặc bấm «Ghi quyết định»."

    def build(self) -> None:
        self._awards: Sequence[Award] = ()
        self._nominations: Sequence[Nomination] = ()
        self._granted: set[str] = set()
        self._numbers: tuple[str, ...] = ()
        self._priced: Callable[[Decision], Decision] = lambda decision: decision
        self._build_decision()
        self._build_grants()
        self._build_certificate()

    def _build_decision(self) -> None:
        page = self.add_page("Quyết định")
        page.row(number=LineField("Số", placeholder="123/QĐ-…"), date=DateField("Ngày"))
        page.row(body=LineField("Cơ quan quyết định"))
        page.row(subject=TextField("Trích yếu", rows=3))
        page.row(
            grounds=LinesField(
                "Căn cứ",
                tip="Mỗi dòng một căn cứ, cho bản dự thảo quyết định. Để trống thì in các căn cứ"
                " thường dùng.",
            )
        )

    def _build_grants(self) -> None:
        columns = (
            PartColumn("name", "Tên in trên giấy", width=190),
            PartColumn(
                "award",
                "Danh hiệu, hình thức",
                "record",
                choices=lambda: self._awards,
                width=180,
                nullable=True,
                multiline=True,
            ),
            PartColumn("kind", "Đối tượng", "choice", choices=SubjectKind, width=90),
            PartColumn("description", "Dòng dưới tên", width=170),
            PartColumn("achievement_year", "Năm", width=64),
            PartColumn("achievement", "Thành tích", width=240),
            PartColumn("amount", "Tiền thưởng (đồng)", "number", width=124),
            PartColumn("register_number", "Số sổ", width=90),
            PartColumn("state", "Trạng thái", "choice", choices=GrantState, width=120),
            PartColumn("presented_on", "Ngày trao", "date", width=96),
            PartColumn("presented_at", "Nơi trao", width=120),
            PartColumn("presented_by", "Người trao", width=130),
        )
        self.grants = PartsTable(
            "Danh sách được khen", columns, lambda: Grant(), rows=9, add_text="Thêm"
        )
        self.grants_page = self.add_page("Danh sách")
        self.grants_page.buttons(
            ("Lấy từ các đề nghị đã trình", "list", self._take_submitted),
            ("Cấp số vào sổ", "list-ordered", self._give_numbers),
            ("Tính tiền thưởng", "table", self._reckon),
        )
        self.grants_page.row(grants=self.grants)

    def _build_certificate(self) -> None:
        page = self.add_page("Giấy chứng nhận")
        page.row(
            certificate_authority=LineField(
                "Thẩm quyền",
                tip="Dòng đầu của giấy chứng nhận: ai tặng. Theo quy định của nơi có thẩm quyền.",
            )
        )
        page.row(certificate_verb=LineField("Chữ «Tặng»"), certificate_title=LineField("Tên giấy"))
        page.row(place=LineField("Địa danh"))
        page.row(signer_authority=LineField("Quyền hạn", placeholder="TM., KT., TL. (nếu có)"))
        page.row(signer_post=LineField("Chức vụ người ký"))
        page.row(signer_rank=LineField("Cấp bậc"), signer_name=LineField("Người ký"))

    def set_choices(
        self,
        awards: Sequence[Award],
        nominations: Sequence[Nomination],
        granted: set[str],
        numbers: Sequence[str] = (),
        priced: Callable[[Decision], Decision] = lambda decision: decision,
    ) -> None:
        """The catalogue, the nominations a decision can follow, and those granted already.

        `priced` gives a decision with the sums it lacks.
        """
        self._priced = priced
        self._awards, self._nominations, self._granted = awards, nominations, granted
        self._numbers = tuple(numbers)

    def _give_numbers(self) -> None:
        """A number of the book for each grant that has none; given ones stay, void ones too."""
        decision = self.record()
        grants = self.grants.value()
        if not decision.period.cluster.numbers_once:
            numbers = [f"{place:02d}" for place in range(1, len(grants) + 1)]
        else:
            taken = {*self._numbers, *(grant.register_number for grant in grants)}
            following = iter(next_numbers(taken, len(grants)))
            numbers = [grant.register_number or next(following) for grant in grants]
        self.grants.set_parts(
            tuple(
                grant.replace(register_number=grant.register_number or given)
                for grant, given in zip(grants, numbers, strict=True)
            )
        )

    def _reckon(self) -> None:
        """The multiple of the base salary of the decision's day; typed sums stay."""
        decision: Decision = self.record()
        if decision.date is None:
            self.show_notice("Ghi ngày quyết định trước: mức lương cơ sở lấy theo ngày ấy.")
            return
        grants = self._priced(decision).grants
        self.grants.set_parts(grants)
        missing = sum(grant.stands and grant.amount is None for grant in grants)
        told = f"{missing} dòng chưa tính được: thiếu danh hiệu, hệ số thưởng hoặc lương cơ sở."
        self.show_notice(told if missing else "")

    def _take_submitted(self) -> None:
        """The nominations that went up and have no grant here yet, with nothing retyped."""
        here = {grant.nomination.id for grant in self.grants.value() if grant.nomination}
        taken = here | self._granted
        new = tuple(
            grant_of(nomination)
            for nomination in self._nominations
            if nomination.state in _WAITING and nomination.id not in taken
        )
        self.grants.set_parts((*self.grants.value(), *new))


def grant_of(nomination: Nomination) -> Grant:
    """The grant that a nomination becomes, named as it was proposed."""
    person = nomination.person
    rank = nomination.rank or (person.rank if person else "")
    post = nomination.post or (person.post if person else "")
    unit = nomination.unit.name if nomination.unit else ""
    is_person = nomination.kind is SubjectKind.INDIVIDUAL
    return Grant(
        nomination=nomination,
        award=nomination.award,
        kind=nomination.kind,
        unit=nomination.unit,
        person=person,
        name=f"{rank} {nomination.subject}".strip() if is_person else nomination.subject,
        description=", ".join(part for part in (post, unit) if part) if is_person else "",
        achievement_year=nomination.achievement_year,
        achievement=nomination.achievement,
    )
