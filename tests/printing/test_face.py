"""A face that remembers widths gives the very numbers of one that does not."""

from __future__ import annotations

from pathlib import Path

from reportlab.pdfbase.ttfonts import TTFont

from desktop_app.printing import face
from desktop_app.printing.face import Face

FILE = Path(__file__).resolve().parents[2] / "resources" / "fonts" / "LiberationSerif-Regular.ttf"
WORDS = ("Nghiêm", "giữ", "", "…", "“Vì an ninh Tổ quốc”", "\u00a0", "a\u0301")


def test_widths_are_those_of_the_face_itself_however_often_they_are_asked(monkeypatch):
    monkeypatch.setattr(face, "_MOST", 5)
    plain, remembering = TTFont("plain", str(FILE)), Face("remembering", str(FILE))
    for _ in range(3):
        for word in WORDS:
            for size in (11, 12.5, 14):
                assert remembering.stringWidth(word, size) == plain.stringWidth(word, size)
    assert len(remembering._widths) <= 5
