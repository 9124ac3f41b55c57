"""The award catalogue: all entries with the days they hold."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.commendations.award import Award
from desktop_app.ui.commendations.award_form import AwardForm
from desktop_app.ui.records.record_model import Column
from desktop_app.ui.records.stored_tab import StoredTab
from desktop_app.ui.tokens import Tone


class AwardView(StoredTab[Award]):
    """The catalogue: all entries with the days they hold."""

    key = "awards"
    noun = "danh hiệu, hình thức"
    record_type = Award
    form_class = AwardForm
    tall_rows = True
    add_text = "Thêm"
    empty_text = "Danh mục trống. Bấm «Thêm» để ghi danh hiệu hoặc hình thức đầu tiên."
    columns = (
        Column(
            "TT",
            lambda a: str(a.place_in_list),
            sort=lambda a: a.place_in_list,
            width=44,
            align="right",
        ),
        Column("Tên", lambda a: a.name, stretch=True),
        Column("Nhóm", lambda a: a.group.label, width=130, hidden=True),
        Column("Hiệu lực", lambda a: _validity(a), sort=lambda a: str(a.valid_from), width=108),
        Column(
            "Kiểm chứng",
            lambda a: "Đã kiểm" if a.verified else "Cần kiểm",
            chip=lambda a: Tone.GREEN if a.verified else Tone.AMBER,
            width=98,
        ),
    )

    def load(self) -> Sequence[Award]:
        return sorted(
            super().load(), key=lambda award: (award.place_in_list, str(award.valid_from))
        )

    def new_record(self) -> Award:
        return Award(place_in_list=self.list.model.total + 1, for_collective=True)


def _validity(award: Award) -> str:
    start = award.valid_from.year if award.valid_from else "…"
    end = award.valid_until.year if award.valid_until else "nay"
    return f"{start} – {end}"
