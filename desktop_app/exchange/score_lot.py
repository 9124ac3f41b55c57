"""Several returned forms at once: each by itself, and no two of one unit."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from desktop_app.domain.errors import UserFacingError
from desktop_app.domain.scores.self_scoring import Difference, with_differences
from desktop_app.domain.scores.sheet import ScoreSheet
from desktop_app.domain.vietnamese import short_date
from desktop_app.exchange.book import Book, Complaint
from desktop_app.exchange.score_reading import Expected, FormReading, read_form


@dataclass(frozen=True)
class ReturnedForm:
    """A file and what it says."""

    name: str
    reading: FormReading

    def taken(self, accepted: Sequence[Difference], day: dt.date) -> ScoreSheet:
        """The sheet with the accepted cells, and a note on where they come from."""
        assert self.reading.sheet is not None
        sheet = with_differences(self.reading.sheet, accepted)
        source = f"Nhận {len(accepted)} ô từ «{self.name}» ngày {short_date(day)}."
        return sheet.replace(note="\n".join(part for part in (sheet.note, source) if part))


def read_lot(
    files: Iterable[tuple[str, Book | UserFacingError]], expected: Expected
) -> tuple[ReturnedForm, ...]:
    """Every file by its name, also those that could not be opened, with the reason."""
    forms = [ReturnedForm(name, _reading(found, expected)) for name, found in files]
    by_unit: dict[str, list[str]] = defaultdict(list)
    for form in forms:
        if form.reading.unit:
            by_unit[form.reading.unit.id].append(form.name)
    return tuple(_alone(form, by_unit) for form in forms)


def _reading(found: Book | UserFacingError, expected: Expected) -> FormReading:
    if isinstance(found, UserFacingError):
        return FormReading(complaints=(Complaint(f"{found.what} {found.remedy}".strip()),))
    return read_form(found, expected)


def _alone(form: ReturnedForm, by_unit: dict[str, list[str]]) -> ReturnedForm:
    """Which of two forms of a unit holds, nobody but the person knows."""
    unit = form.reading.unit
    names = by_unit[unit.id] if unit else []
    if unit is None or len(names) < 2:
        return form
    listed = "; ".join(f"«{name}»" for name in names)
    words = f"Có {len(names)} tệp của {unit.short_name}: {listed}. Chỉ nhận một tệp mỗi đơn vị."
    complaints = (Complaint(words), *form.reading.complaints)
    return replace(form, reading=replace(form.reading, complaints=complaints, differences=()))
