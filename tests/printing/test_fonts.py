"""Which font the paper takes, and which letters it lacks."""

import shutil

import pytest

from desktop_app import paths
from desktop_app.printing import fonts


@pytest.fixture
def fresh():
    caches = (fonts._registered_families, fonts._choose, fonts._letters)
    for cache in caches:
        cache.cache_clear()
    yield
    for cache in caches:
        cache.cache_clear()


def _times_in(folder, without=()):
    for source, name in zip(fonts._LIBERATION, fonts._TIMES_WINDOWS, strict=True):
        if name not in without:
            shutil.copy(paths.resources() / "fonts" / source, folder / name)


def test_system_font_is_taken_when_all_four_faces_are_there(fresh, monkeypatch, tmp_path):
    _times_in(tmp_path)
    monkeypatch.delenv(fonts.BUNDLED_ONLY)
    monkeypatch.setattr(fonts, "_times_places", lambda: iter([(tmp_path, fonts._TIMES_WINDOWS)]))
    assert fonts.face_name(bold=True) == "Times-Bold" or fonts._families()[0].name == "Times"
    assert fonts._families()[0].files[1] == tmp_path / "timesbd.ttf"


def test_system_font_with_a_missing_face_is_left_aside(fresh, monkeypatch, tmp_path):
    _times_in(tmp_path, without=("timesbi.ttf",))
    monkeypatch.delenv(fonts.BUNDLED_ONLY)
    monkeypatch.setattr(fonts, "_times_places", lambda: iter([(tmp_path, fonts._TIMES_WINDOWS)]))
    assert fonts._families()[0].name == "Bundled"


def test_old_system_font_without_vietnamese_is_left_aside(fresh, monkeypatch, tmp_path):
    _times_in(tmp_path)
    shutil.copy(paths.resources() / "fonts" / "LiberationSerif-Italic.ttf", tmp_path)
    monkeypatch.delenv(fonts.BUNDLED_ONLY)
    monkeypatch.setattr(fonts, "VIETNAMESE", fonts.VIETNAMESE + "漢")
    monkeypatch.setattr(fonts, "_times_places", lambda: iter([(tmp_path, fonts._TIMES_WINDOWS)]))
    assert fonts._families()[0].name == "Bundled"


def test_missing_letters_are_named_once():
    assert fonts.missing_letters("漢a漢👍☐") == ("漢", "👍")
    assert not fonts.missing_letters("Đặng Thị Ễ – “☐ ✓”")


def test_text_is_cut_by_face():
    assert fonts.pieces("Đặng") == [(fonts.face_name(), "Đặng")]
    assert fonts.pieces("a漢b") == [(fonts.face_name(), "a□b")]


def test_balanced_lines_are_no_more_and_more_even():
    words = "CỤM THI ĐUA SỐ 2 - KHỐI CÁC ĐƠN VỊ TRỰC THUỘC BỘ TRƯỞNG"
    lines = fonts.balanced(words, 187, 12, bold=True)
    lengths = [fonts.width(line, 12, bold=True) for line in lines]
    assert " ".join(lines) == words
    assert max(lengths) <= 187
    assert min(lengths) > 0.6 * max(lengths)
    assert fonts.balanced("dài" * 100, 50, 12) == ["dài" * 100]
