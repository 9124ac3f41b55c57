"""What a new criteria set can begin with."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from desktop_app import paths
from desktop_app.domain.scores.criteria import CriteriaSet
from desktop_app.domain.scores.criteria_templates import read_template, template_name
from desktop_app.domain.vietnamese import number
from desktop_app.domain.years.period import Period
from desktop_app.storage import DataFile
from desktop_app.ui.records.forms.source_dialog import Source


def criteria_sources(
    file: DataFile, period: Period, from_other_cluster: Callable[[], CriteriaSet | None]
) -> tuple[Source, ...]:
    """Last year's table first, then others of the file, templates, other files, and nothing."""
    return (
        *_from_file(file, period),
        *_from_templates(period),
        Source(
            "Từ tệp của cụm khác…",
            "Chọn tệp .thidua của cụm khác rồi chép một bộ tiêu chí trong đó; tệp ấy giữ nguyên.",
            from_other_cluster,
        ),
        Source("Từ sổ Excel…", "Đọc bảng tiêu chí trong tệp .xlsx, xem trước rồi mới nhận."),
        Source(
            "Bảng trống",
            "Tự lập từng phần, từng tiêu chí.",
            lambda: CriteriaSet(period=period, name=f"Bộ tiêu chí thi đua {period.in_a_sentence}"),
        ),
    )


def _from_file(file: DataFile, period: Period) -> Iterator[Source]:
    others = [known for known in file.criteria.all() if known.period.id != period.id]
    others.sort(key=lambda known: str(known.period.since or ""), reverse=True)
    for known in others:
        words = (
            f"{known.period.cluster.name}, {known.period.in_a_sentence}: "
            f"{len(known.tree.leaves)} tiêu chí, {number(known.max_total)} điểm. "
            "Chỉ tiêu của năm cũ không chép theo."
        )
        yield Source(f"Chép: {known.title}", words, _copy(known, period))


def _from_templates(period: Period) -> Iterator[Source]:
    for path in sorted((paths.resources() / "criteria").glob("*.json")):
        text = path.read_text(encoding="utf-8")
        draft = read_template(text, period)
        yield Source(f"Mẫu có sẵn: {template_name(text)}", draft.note, _read(text, period))


def _copy(known: CriteriaSet, period: Period) -> Callable[[], CriteriaSet]:
    return lambda: known.copied_for(period)


def _read(text: str, period: Period) -> Callable[[], CriteriaSet]:
    return lambda: read_template(text, period)
