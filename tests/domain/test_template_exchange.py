"""Designs as files: they come back as they went, and no file can do harm."""

from __future__ import annotations

import base64
import json

import pytest

from desktop_app.domain.commendations.certificate_designs import DESIGNS, MERIT
from desktop_app.domain.commendations.template_exchange import read_template, write_template
from desktop_app.domain.errors import UserFacingError

PNG = b"\x89PNG\r\n\x1a\n" + b"x" * 20


def bare(template):
    fields = tuple(field.replace(id="") for field in template.fields)
    return template.replace(id="", fields=fields, place_in_list=0)


@pytest.mark.parametrize("design", DESIGNS, ids=lambda design: design.id)
def test_design_comes_back_as_it_went_under_ids_of_its_own(design):
    found, picture = read_template(write_template(design, PNG).encode())
    assert bare(found) == bare(design)
    assert picture == PNG
    assert found.id != design.id


def changed(**more):
    return json.dumps(json.loads(write_template(MERIT)) | more).encode()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"\xff\xfe\x00", "không phải tệp mẫu"),
        (b"[1, 2]", "không phải tệp mẫu"),
        (b"[" * 100_000, "không phải tệp mẫu"),
        (changed(version=2), "mới hơn"),
        (changed(width="NaN"), "không hợp lệ"),
        (changed(width=True), "không hợp lệ"),
        (changed(width="5"), "30 đến 1.200 mm"),
        (changed(art="ve-tay"), "không hợp lệ"),
        (changed(name=5), "không hợp lệ"),
        (changed(name="x" * 5000), "không hợp lệ"),
        (changed(fields="x"), "danh sách ô chữ"),
        (changed(fields=[5]), "ô chữ không đọc được"),
        (changed(fields=[{}] * 200), "danh sách ô chữ"),
        (changed(picture="%%%"), "ảnh nền"),
        (changed(picture=base64.b64encode(b"MZ exe").decode()), "không phải PNG"),
    ],
)
def test_bad_file_is_refused_with_its_reason(content, why):
    with pytest.raises(UserFacingError, match=why):
        read_template(content)
