"""The form of a decision: who decided what, its grants, and the words of its certificates."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop_app.domain.commendations.award import Award, SubjectKind
from desktop_app.domain.commendations.awarding import ON_STAGE
from desktop_app.domain.commendations.decision import Decision, Grant, GrantState
from desktop_app.domain.commendations.granting import followed_by_state, grant_of, numbered
from desktop_app.domain.commendations.nomination import Nomination, NominationState
from desktop_app.domain.record import Record
from desktop_app.ui.asking import asked
from desktop_app.ui.commendations.grants_dialogs import (
    EndingDialog,
    GrantsDialog,
    PresentationDialog,
)
from desktop_app.ui.records.forms.fields import DateField, LineField, LinesField, TextField
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.parts.parts_table import PartColumn, PartsTable

_WAITING = (NominationState.SUBMITTED, NominationState.DECIDED, NominationState.HIGHER)


class DecisionForm(RecordForm):
    """Three pages: the decision, the grants, the certificate."""

    empty_text = "Chọn một quyết định trong danh sách, hoặc bấm «Ghi quyết định»."

    def build(self) -> None:
        self._awards: Sequence[Award] = ()
        self._nominations: Callable[[], Sequence[Nomination]] = tuple
        self._granted: Callable[[], set[str]] = set
        self._numbers: Callable[[], tuple[str, ...]] = tuple
        self._priced: Callable[[Decision], Decision] = lambda decision: decision
        self.on_stage: Callable[[], int] = lambda: ON_STAGE
        self.keep_on_stage: Callable[[int], object] = lambda size: None
        """How many go onto the stage at once, as the file has it and keeps it."""
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
            PartColumn("state", "Trạng thái", multiline=True, show=_state, width=150),
            PartColumn("presented_on", "Ngày trao", "date", width=96, changed=followed_by_state),
            PartColumn("presented_at", "Nơi trao", width=120),
            PartColumn("presented_by", "Người trao", width=130),
            PartColumn("presented_to", "Người nhận thay", width=130),
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
        self.grants_page.buttons(
            ("Ghi việc trao…", "medal", self.present),
            ("Thu hồi, hủy bỏ…", "x", self.end),
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
        nominations: Callable[[], Sequence[Nomination]],
        granted: Callable[[], set[str]],
        numbers: Callable[[], tuple[str, ...]] = tuple,
        priced: Callable[[Decision], Decision] = lambda decision: decision,
    ) -> None:
        """The catalogue, the nominations a decision can follow, and those granted already.

        `priced` gives a decision with the sums it lacks.
        """
        self._priced = priced
        self._awards, self._nominations, self._granted = awards, nominations, granted
        self._numbers = numbers

    def _give_numbers(self) -> None:
        """A number of the book for each grant that has none; given ones stay, void ones too."""
        self.grants.set_parts(numbered(self.record(), self._numbers()).grants)

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

    def present(self) -> None:
        """When, where and by whose hand, for many grants at once."""
        self.grants.finish()
        standing = [grant.id for grant in self.grants.value() if grant.stands]
        waiting = [g.id for g in self.grants.value() if g.state is GrantState.DECIDED]
        dialog = PresentationDialog(self.grants.value(), waiting or standing, self)
        dialog.stage.set_value(self.on_stage())
        if self._taken_from(dialog):
            self.keep_on_stage(int(dialog.stage.value() or ON_STAGE))

    def end(self) -> None:
        """Annulled or recalled: by which decision, and why."""
        self.grants.finish()
        current = self.grants.current_part()
        chosen = [current.id] if current else []
        self._taken_from(EndingDialog(self.grants.value(), chosen, self))

    def _taken_from(self, dialog: GrantsDialog) -> bool:
        if not self.grants.value():
            self.show_notice("Quyết định chưa có lượt khen nào.")
            return False
        if not asked(dialog):
            return False
        self.grants.set_parts(dialog.grants())
        return True

    def _take_submitted(self) -> None:
        """The nominations that went up and have no grant here yet, with nothing retyped."""
        here = {grant.nomination.id for grant in self.grants.value() if grant.nomination}
        taken = here | self._granted()
        new = tuple(
            grant_of(nomination)
            for nomination in self._nominations()
            if nomination.state in _WAITING and nomination.id not in taken
        )
        self.grants.set_parts((*self.grants.value(), *new))


def _state(part: Record) -> str:
    """«Đã trao», or by which decision it counts no more."""
    assert isinstance(part, Grant)
    words = part.state.label
    return words if part.stands else f"{words}: {part.ended_by}"
