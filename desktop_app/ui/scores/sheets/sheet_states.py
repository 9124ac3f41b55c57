"""How the states of a sheet look, and the words for the steps between them."""

from __future__ import annotations

from desktop_app.domain.scores.sheet import SheetState
from desktop_app.ui.tokens import Tone

TONES = {
    SheetState.DRAFT: Tone.GREY,
    SheetState.SUBMITTED: Tone.BLUE,
    SheetState.REVIEWED: Tone.AMBER,
    SheetState.EXPLAINED: Tone.BLUE,
    SheetState.REVIEWED_AGAIN: Tone.AMBER,
    SheetState.FINAL: Tone.GREEN,
    SheetState.RETURNED: Tone.RED,
}
VERBS = {
    SheetState.SUBMITTED: "Nộp phiếu",
    SheetState.REVIEWED: "Xong thẩm định lần 1",
    SheetState.EXPLAINED: "Xong giải trình",
    SheetState.REVIEWED_AGAIN: "Xong thẩm định lần 2",
    SheetState.FINAL: "Chốt phiếu",
    SheetState.RETURNED: "Trả lại",
    SheetState.DRAFT: "Sửa lại phiếu",
}
FOR_ALL = {
    SheetState.SUBMITTED: "Nộp tất cả đã nhập",
    SheetState.REVIEWED: "Xong thẩm định lần 1 cho tất cả",
    SheetState.EXPLAINED: "Xong giải trình cho tất cả",
    SheetState.REVIEWED_AGAIN: "Xong thẩm định lần 2 cho tất cả",
    SheetState.FINAL: "Chốt tất cả",
}
"""The steps that many sheets can take at once: those that lead forward."""
