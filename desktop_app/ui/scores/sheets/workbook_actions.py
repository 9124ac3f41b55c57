"""What a view of scores offers with workbooks: forms out to the units, forms back from them."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.scores.criteria import CriteriaSet
from desktop_app.domain.scores.self_scoring import set_in_force
from desktop_app.domain.scores.sheet import Round, ScoreSheet
from desktop_app.ui import messages
from desktop_app.ui.asking import asked
from desktop_app.ui.view import View

EXPORT = "Xuất phiếu cho các đơn vị…"
RECEIVE = "Nhận phiếu…"
_NO_SET = "Kỳ này chưa có bộ tiêu chí được thông qua"
_ADOPT = "Ở mục «Tiêu chí», trang «Thông tin», đặt trạng thái «Đã thông qua» rồi lưu."


def export_forms(view: View, when: Round = Round.YEAR) -> None:
    """Ask for round, units and folder, and write a form for each unit."""
    from desktop_app.ui.scores.sheets.form_export import FormExportDialog

    criteria = _criteria(view)
    if criteria is None:
        return
    assert view.file is not None
    assert view.period is not None
    sheets = view.file.sheets.of_period(view.period)
    dialog = FormExportDialog(view.period, criteria, sheets, when, view)
    if asked(dialog):
        view.status.emit(f"Đã xuất {len(dialog.chosen())} phiếu vào «{dialog.folder}»")


def receive_forms(view: View, when: Round = Round.YEAR) -> None:
    """Ask for workbooks, show what they change, and write what was accepted as one change."""
    from desktop_app.ui.preview import saving
    from desktop_app.ui.scores.sheets.form_return import FormReturnDialog

    if _criteria(view) is None:
        return
    assert view.file is not None
    assert view.period is not None
    paths = saving.ask_workbooks(view)
    if not paths:
        return
    file, period = view.file, view.period
    sets, sheets = file.criteria.of_period(period), file.sheets.of_period(period)

    def save(taken: Sequence[ScoreSheet]) -> None:
        file.save_all(taken)
        names = ", ".join(sheet.unit.short_name for sheet in taken)
        view.changed.emit()
        view.status.emit(f"Đã nhận phiếu của {names}; Ctrl+Z để hoàn tác")

    asked(FormReturnDialog(paths, period, sets, sheets, save, when, view))


def _criteria(view: View) -> CriteriaSet | None:
    """The set that holds; None, with a word on it, while there is none."""
    if view.file is None or view.period is None or not view.can_leave():
        return None
    found = set_in_force(view.file.criteria.of_period(view.period))
    if found is None:
        messages.show_note(view, _NO_SET, _ADOPT)
    return found
