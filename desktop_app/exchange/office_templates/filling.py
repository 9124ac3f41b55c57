"""Looks a template over, or fills it, in a limited process: words come back, or a Word file.

    faults = faults_of(data, sort)                # nothing wrong: an empty tuple
    paper = fill(data, sort, values)              # raises ImportRefused, PaperNotWritten

It takes about a second; call it in the background.
"""

from __future__ import annotations

import base64
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop_app.domain.errors import PaperNotWritten
from desktop_app.exchange.limits import LIMITS, Limits
from desktop_app.exchange.package_check import WORD_TEMPLATE, refused
from desktop_app.exchange.reader_process import read_apart
from desktop_app.papers.office_templates import TemplateSort
from desktop_app.papers.office_templates.fields import Values

Check = Callable[[], None]
"""May raise to stop."""


def faults_of(
    data: bytes, sort: TemplateSort, limits: Limits = LIMITS, check: Check | None = None
) -> tuple[str, ...]:
    """What must be mended before the template can be used. Raises ImportRefused."""
    return tuple(_answer(data, sort, None, limits, check).get("faults", ()))


def fill(
    data: bytes,
    sort: TemplateSort,
    values: Values,
    limits: Limits = LIMITS,
    check: Check | None = None,
) -> bytes:
    """The Word file. Raises PaperNotWritten with what is wrong in the template."""
    answer = _answer(data, sort, values, limits, check)
    if "docx" not in answer:
        first = "; ".join(answer.get("faults", ())[:3]) or "không rõ chỗ"
        raise PaperNotWritten(
            f"Mẫu Word của cơ quan có chỗ sai: {first}",
            "Chưa ghi tệp nào.",
            "Hãy mở «Mẫu Word của cơ quan…», bấm «Kiểm tra mẫu» và sửa mẫu.",
        )
    return base64.b64decode(answer["docx"])


def _answer(
    data: bytes, sort: TemplateSort, values: Values | None, limits: Limits, check: Check | None
) -> dict[str, Any]:
    fields = [[f.name, f.is_list, [part.name for part in f.parts]] for f in sort.fields]
    request = {"fields": fields, "values": values}
    with tempfile.TemporaryDirectory(prefix="thi-dua-cum-") as name:
        path = Path(name) / f"mau{WORD_TEMPLATE.endings[0]}"
        path.write_bytes(data)
        answer = read_apart(path, WORD_TEMPLATE, limits, check or (lambda: None), request)
    if "damaged" in answer:
        raise refused("Tệp hỏng hoặc không phải là văn bản Word (.docx).", WORD_TEMPLATE.save_again)
    return answer
