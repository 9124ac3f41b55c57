"""A design as a file of its own: plain JSON, read with distrust."""

from __future__ import annotations

import base64
import binascii
import dataclasses
import json
from decimal import Decimal, InvalidOperation
from typing import Any

from desktop_app.domain.commendations.certificate_template import (
    CertificateTemplate,
    TemplateField,
)
from desktop_app.domain.errors import UserFacingError
from desktop_app.domain.record import Choice

_KIND = "thi-dua-cum/mau-giay"
_LARGEST = 30 * 1024 * 1024
_MOST_FIELDS = 100
_LONGEST = 4000
_LEFT_OUT = ("id", "award", "fields", "place_in_list")
"""What belongs to a data file and not to the design."""

_REMEDY = "Hãy xuất lại mẫu từ chương trình rồi nhập tệp đó."


def write_template(template: CertificateTemplate, picture: bytes = b"") -> str:
    """The text of the file."""
    data = {"kind": _KIND, "version": 1, **_plain(template)}
    data["fields"] = [_plain(field) for field in template.fields]
    if picture:
        data["picture"] = base64.b64encode(picture).decode("ascii")
    return json.dumps(data, ensure_ascii=False, indent=1)


def read_template(content: bytes) -> tuple[CertificateTemplate, bytes]:
    """A new design and its picture. Raises UserFacingError with what is wrong with the file."""
    data = _data(content)
    fields = data.get("fields")
    if not isinstance(fields, list) or len(fields) > _MOST_FIELDS:
        raise _refused("danh sách ô chữ không đọc được")
    parts = tuple(_record(TemplateField, field) for field in fields)
    template = _record(CertificateTemplate, data).replace(fields=parts)
    problems = template.problems()
    if problems:
        raise _refused(" ".join(list(problems.values())[:3]))
    return template, _picture(data.get("picture", ""))


def _data(content: bytes) -> dict[str, Any]:
    if len(content) > _LARGEST:
        raise _refused("tệp lớn hơn 30 MB")
    try:
        data = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise _refused("không phải tệp mẫu giấy khen") from None
    if not isinstance(data, dict) or data.get("kind") != _KIND:
        raise _refused("không phải tệp mẫu giấy khen")
    if data.get("version") != 1:
        raise _refused("mẫu của bản chương trình mới hơn")
    return data


def _picture(text: object) -> bytes:
    if not isinstance(text, str):
        raise _refused("ảnh nền không đọc được")
    try:
        content = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise _refused("ảnh nền không đọc được") from None
    if content and not content.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
        raise _refused("ảnh nền không phải PNG hoặc JPG")
    return content


def _plain(record: Any) -> dict[str, Any]:
    names = [field.name for field in dataclasses.fields(record) if field.name not in _LEFT_OUT]
    return {name: _plain_value(getattr(record, name)) for name in names}


def _plain_value(value: object) -> object:
    if isinstance(value, Choice):
        return value.value
    return str(value) if isinstance(value, Decimal) else value


def _record(kind: type[Any], data: object) -> Any:
    """Only known fields, each of its own sort; what is missing keeps its usual value."""
    if not isinstance(data, dict):
        raise _refused("ô chữ không đọc được")
    usual = kind()
    names = [field.name for field in dataclasses.fields(kind) if field.name not in _LEFT_OUT]
    given = {name: _value(name, data[name], getattr(usual, name)) for name in names if name in data}
    return kind(**given)


def _value(name: str, value: object, usual: object) -> object:
    try:
        if isinstance(usual, Choice):
            return type(usual)(str(value))
        if isinstance(usual, Decimal):
            return _number(value)
    except (ValueError, InvalidOperation):
        raise _refused(f"giá trị «{str(value)[:40]}» của «{name}» không hợp lệ") from None
    is_same = type(value) is type(usual)
    if not is_same or (isinstance(value, str) and len(value) > _LONGEST):
        raise _refused(f"giá trị của «{name}» không hợp lệ")
    return value


def _number(value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        raise ValueError
    found = Decimal(str(value))
    if not found.is_finite() or abs(found) > 10_000:
        raise ValueError
    return found


def _refused(why: str) -> UserFacingError:
    return UserFacingError(
        f"Chưa nhập được mẫu: {why}.", kept="Dữ liệu không thay đổi.", remedy=_REMEDY
    )
