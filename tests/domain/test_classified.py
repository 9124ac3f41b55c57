"""The marks of classified papers are found; ordinary words with «mật» in them are not."""

from __future__ import annotations

import unicodedata

import pytest

from desktop_app.domain.classified import mark_in, mark_in_name


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Công văn số 12, độ mật: Mật", "độ mật: Mật"),
        ("TUYỆT MẬT", "TUYỆT MẬT"),
        ("kèm báo cáo tối  mật", "tối mật"),
        ("Tài liệu mật của Cục", "Tài liệu mật"),
        ("Số 05/BC\nMẬT\nKính gửi", "MẬT"),
        ("Quyết định (MẬT)", "MẬT"),
        (unicodedata.normalize("NFD", "Tuyệt mật"), "Tuyệt mật"),
    ],
)
def test_a_mark_is_found(text, mark):
    assert mark_in(text) == mark


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Bảo mật thông tin, bí mật nhà nước, mật khẩu, thân mật, cơ mật",
        "CÔNG TÁC BẢO MẬT VÀ MẬT MÃ",
        "MẬT KHẨU",
        "ĐỒNG CHÍ NGUYỄN VĂN MẬT",
        "Nguyễn Văn Mật",
        "văn bản mật mã",
        "Độ mật: không",
        "trồng cây mật gấu",
    ],
)
def test_ordinary_words_are_no_mark(text):
    assert mark_in(text) == ""


def test_names_of_files_have_marks_without_accents_too():
    assert mark_in_name("QD_TUYET_MAT.pdf") == "TUYET_MAT"
    assert mark_in_name("bao-cao-TOI MAT-2026.docx") == "TOI MAT"
    assert mark_in_name("Công_văn_mật.pdf") == "Công văn mật"
    assert mark_in_name("MAT TRAN TO QUOC.pdf") == ""
    assert mark_in_name("giấy mời.pdf") == ""
