"""A printed page, measured: its lines of text and its drawn lines, in pt from the lower left."""

import io
import unicodedata
from dataclasses import dataclass

import pdfplumber

MM = 72 / 25.4


@dataclass(frozen=True)
class Line:
    """Neighbouring letters on one baseline."""

    text: str
    page: int
    x0: float
    x1: float
    baseline: float
    size: float
    fonts: frozenset

    @property
    def width(self):
        return self.x1 - self.x0

    @property
    def middle(self):
        return (self.x0 + self.x1) / 2

    def is_dressed(self, element):
        """Whether size, weight and slant are those of the page's table."""
        dress = {(False, False): "Serif", (True, False): "Serif-Bold"}
        dress |= {(False, True): "Serif-Italic", (True, True): "Serif-BoldItalic"}
        wanted = "Liberation" + dress[element.bold, element.italic]
        return self.size == element.size and self.fonts == {wanted}


class Printed:
    """A PDF read back."""

    def __init__(self, data):
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            self.sizes = [(float(page.width), float(page.height)) for page in pdf.pages]
            self.lines = [line for page in pdf.pages for line in _lines(page)]
            self.rules = [rule for page in pdf.pages for rule in _rules(page)]

    def find(self, start, page=None):
        """The first line that begins so."""
        return next(
            line for line in self.lines if line.text.startswith(start) and page in (None, line.page)
        )

    def on(self, page):
        return [line for line in self.lines if line.page == page]

    def rule_under(self, line):
        """The drawn line right below a line of text."""
        page, x0, x1, y = next(
            rule
            for rule in self.rules
            if rule[0] == line.page
            and 0 < line.baseline - rule[3] < 10
            and rule[1] < line.middle < rule[2]
        )
        return Line("", page, x0, x1, y, 0, frozenset())

    def has_rule_under(self, line):
        return any(rule[0] == line.page and 0 < line.baseline - rule[3] < 10 for rule in self.rules)


def _lines(page):
    rows = {}
    for char in page.chars:
        rows.setdefault(round(char["matrix"][5], 1), []).append(char)
    for baseline in sorted(rows, reverse=True):
        row = sorted(rows[baseline], key=lambda char: char["x0"])
        start = 0
        for place in range(1, len(row) + 1):
            if place == len(row) or row[place]["x0"] - row[place - 1]["x1"] > 14:
                found = _line(page, baseline, row[start:place])
                if found.text:
                    yield found
                start = place


def _line(page, baseline, chars):
    words = unicodedata.normalize("NFC", "".join(char["text"] for char in chars))
    inked = [char for char in chars if char["text"].strip()] or chars
    return Line(
        words.replace("\u00a0", " ").strip(),
        page.page_number,
        inked[0]["x0"],
        inked[-1]["x1"],
        baseline,
        round(inked[0]["size"], 2),
        frozenset(char["fontname"].split("+")[-1] for char in inked),
    )


def _rules(page):
    height = float(page.height)
    for line in page.lines:
        if abs(line["top"] - line["bottom"]) < 0.5:
            yield page.page_number, line["x0"], line["x1"], height - line["top"]
