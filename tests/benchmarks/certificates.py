"""A batch of certificates against fpdf2, typst and a raw writer, each in a process of its own.

`python3 -m tests.benchmarks.certificates [COUNT]`. The peers live in a Python of their own, named
by THIDUACUM_PEERS (a `python` with fpdf2 and typst installed); what is not there is left out.
All of them draw the same words on landscape A4 with a border of 480 curves.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PEERS_PYTHON = "THIDUACUM_PEERS"
ROUNDS = 3

_PEOPLE = """
import random, sys, resource
def people(count):
    rng = random.Random(5)
    family = "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ".split()
    middle = "Văn Thị Hữu Đức Minh Quang Thanh Ngọc Xuân Quỳnh".split()
    given = "An Bình Châu Dũng Giang Hà Hải Hạnh Hiếu Hùng Lan Linh Nga Như Phong Ẵng".split()
    ranks = ("Đại tá", "Thượng tá", "Trung tá", "Thiếu tá", "Đại úy", "Thượng úy")
    for place in range(1, count + 1):
        name = " ".join(rng.choice(part) for part in (ranks, family, middle, given))
        yield place, name, f"Đội trưởng Phòng PA{place % 90:02d}, Công an tỉnh số {place % 63}"
FIXED = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
    "CỤM TRƯỞNG CỤM THI ĐUA SỐ 2", "TẶNG", "GIẤY CHỨNG NHẬN",
    "Đã có thành tích xuất sắc trong phong trào thi đua “Vì an ninh Tổ quốc” năm 2026",
    "Hà Nội, ngày 05 tháng 3 năm 2026", "CỤC TRƯỞNG CỤC PHÁP CHẾ", "Thiếu tướng Phạm Công Nguyên",
    "Quyết định số 15/QĐ-CTĐ2 ngày 05 tháng 3 năm 2026",
)
SIZES = (13, 14, 18, 18, 34, 15, 13, 14, 14, 13)
def curves():
    for place in range(480):
        x, y = 20 + (place % 120) * 6.6, (30, 560, 40, 550)[place // 120]
        yield x, y, x + 2, y + 9, x + 4, y - 9, x + 6, y
count, fonts, out = int(sys.argv[1]), sys.argv[2], sys.argv[3]
"""

_RAW = (
    _PEOPLE
    + """
import zlib
from pathlib import Path
from fontTools.ttLib import TTFont
faces = ("LiberationSerif-Bold", "LiberationSerif-Regular", "LiberationSerif-BoldItalic")
maps, widths, files = [], [], []
for face in faces:
    font = TTFont(f"{fonts}/{face}.ttf", lazy=True)
    cmap, order = font.getBestCmap(), font.getReverseGlyphMap()
    maps.append({chr(code): "%04X" % order[name] for code, name in cmap.items()})
    files.append(zlib.compress(Path(f"{fonts}/{face}.ttf").read_bytes()))
objects = []
def add(data):
    objects.append(data)
    return len(objects)
def stream(data, extra=b""):
    data = zlib.compress(data)
    head = b"<<%b/Filter/FlateDecode/Length %d>>stream\\n" % (extra, len(data))
    return head + data + b"\\nendstream"
def show(face, size, x, y, words):
    ids = "".join(map(maps[face].__getitem__, words))
    return f"BT /F{face} {size} Tf {x} {y} Td <{ids}> Tj ET"
pages, tree = [], add(b"")
names = []
for place, data in enumerate(files):
    head = b"<</Filter/FlateDecode/Length %d>>stream\\n" % len(data)
    program = add(head + data + b"\\nendstream")
    told = add(b"<</Type/FontDescriptor/FontName/A/Flags 4/FontBBox[0 0 1 1]/ItalicAngle 0"
               b"/Ascent 1/Descent 0/CapHeight 1/StemV 1/FontFile2 %d 0 R>>" % program)
    kid = add(b"<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(A)"
              b"/Ordering(I)/Supplement 0>>/FontDescriptor %d 0 R>>" % told)
    names.append(add(b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H"
                     b"/DescendantFonts[%d 0 R]>>" % kid))
used = "".join(f"/F{place} {name} 0 R" for place, name in enumerate(names))
art = "\\n".join("%g %g m %g %g %g %g %g %g c S" % curve for curve in curves())
box = b"/Type/XObject/Subtype/Form/BBox[0 0 842 595]"
form = add(stream(art.encode(), box))
shared = add(f"<</Font<<{used}>>/XObject<</X {form} 0 R>>>>".encode())
for place, name, post in people(count):
    code = ["/X Do"]
    for line, (words, size) in enumerate(zip(FIXED, SIZES)):
        code.append(show(line % 3, size, 100, 540 - 40 * line, words))
    code.append(show(0, 25, 100, 320, name))
    code.append(show(1, 15, 100, 290, post))
    body = add(stream("\\n".join(code).encode()))
    pages.append(add(b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 842 595]/Resources %d 0 R"
                     b"/Contents %d 0 R>>" % (tree, shared, body)))
kids = b" ".join(b"%d 0 R" % page for page in pages)
objects[tree - 1] = b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, count)
root = add(b"<</Type/Catalog/Pages %d 0 R>>" % tree)
data, places = bytearray(b"%PDF-1.5\\n"), []
for number, body in enumerate(objects, 1):
    places.append(len(data))
    data += b"%d 0 obj\\n%b\\nendobj\\n" % (number, body)
start = len(data)
data += b"xref\\n0 %d\\n0000000000 65535 f \\n" % (len(objects) + 1)
data += b"".join(b"%010d 00000 n \\n" % place for place in places)
told = (len(objects) + 1, root, start)
data += b"trailer<</Size %d/Root %d 0 R>>\\nstartxref\\n%d\\n%%%%EOF" % told
Path(out).write_bytes(data)
"""
)

_FPDF = (
    _PEOPLE
    + """
from fpdf import FPDF
pdf = FPDF("landscape", "pt", "A4")
faces = ("Bold", "Regular", "BoldItalic")
for face in faces:
    pdf.add_font(face, fname=f"{fonts}/LiberationSerif-{face}.ttf")
pdf.set_auto_page_break(False)
lines = list(curves())
for place, name, post in people(count):
    pdf.add_page()
    for curve in lines:
        pdf._out("%g %g m %g %g %g %g %g %g c S" % curve)
    for line, (words, size) in enumerate(zip(FIXED, SIZES)):
        pdf.set_font(faces[line % 3], size=size)
        pdf.set_xy(80, 40 + 40 * line)
        pdf.cell(680, size, words, align="C")
    pdf.set_font("Bold", size=25)
    pdf.set_xy(80, 260)
    pdf.cell(680, 25, name, align="C")
    pdf.set_font("Regular", size=15)
    pdf.set_xy(80, 295)
    pdf.cell(680, 15, post, align="C")
pdf.output(out)
"""
)

_TYPST = (
    _PEOPLE
    + """
import json, tempfile, typst
from pathlib import Path
folder = Path(tempfile.mkdtemp())
paths = "".join("M%g %gC%g %g %g %g %g %g" % curve for curve in curves())
(folder / "art.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 842 595" '
    f'width="842" height="595"><path d="{paths}" fill="none" stroke="black"/></svg>')
(folder / "people.json").write_text(json.dumps(list(people(count))))
lines = "".join(
    f'#place(top+center, dy: {40 + 40 * n}pt, text(size: {size}pt, '
    f'weight: "{"bold" if n % 3 != 1 else "regular"}", '
    f'style: "{"italic" if n % 3 == 2 else "normal"}")[{words}])'
    for n, (words, size) in enumerate(zip(FIXED, SIZES)))
(folder / "main.typ").write_text(
    '#set page(width: 842pt, height: 595pt, margin: 0pt, background: image("art.svg"))\\n'
    '#set text(font: "Liberation Serif")\\n#for p in json("people.json") [\\n' + lines +
    '#place(top+center, dy: 260pt, text(size: 25pt, weight: "bold")[#p.at(1)])'
    '#place(top+center, dy: 295pt, text(size: 15pt)[#p.at(2)])#pagebreak(weak: true)\\n]')
typst.compile(str(folder / "main.typ"), output=out, font_paths=[fonts])
"""
)

_OURS = (
    _PEOPLE
    + """
from pathlib import Path
from desktop_app.papers.blocks import CertificateSheet, Document, Section
from desktop_app.printing.pdf import to_pdf
def sheet(place, name, post):
    return CertificateSheet(
        authority=FIXED[2], verb=FIXED[3], title=FIXED[4], name=name, description=post,
        achievement=FIXED[5], decision_line=FIXED[9], register_line=f"Số sổ vàng: {place:02d}",
        place_and_date=FIXED[6], signer_lines=(FIXED[7], "CỤM TRƯỞNG"), signer_name=FIXED[8])
sections = tuple(Section((sheet(*each),), landscape=True) for each in people(count))
Path(out).write_bytes(to_pdf(Document("Giấy chứng nhận", sections)))
"""
)

CASES = {"ta": _OURS, "fpdf2": _FPDF, "typst": _TYPST, "ghi thẳng": _RAW}
WANTED = {"fpdf2": 4.5, "typst": 2.2, "ghi thẳng": 0.28}


def run(case: str, count: int, folder: Path) -> tuple[float, float, int] | None:
    """Seconds, MB at most and bytes of the file; None where the peer is not installed."""
    python = sys.executable if case == "ta" else os.environ.get(PEERS_PYTHON, "")
    if not python:
        return None
    out = folder / f"{case}.pdf"
    watch = "\nprint(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    command = [python, "-c", CASES[case] + watch, str(count), str(ROOT / "resources/fonts"), out]
    started = time.perf_counter()
    done = subprocess.run(
        [str(part) for part in command],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "THIDUACUM_BUNDLED_FONTS": "1", "PYTHONPATH": str(ROOT)},
    )
    seconds = time.perf_counter() - started
    if done.returncode:
        print(f"{case}: không chạy được ({done.stderr.strip().splitlines()[-1:]})")
        return None
    return seconds, int(done.stdout.split()[-1]) / 1024, out.stat().st_size


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        results: dict[str, list[tuple[float, float, int]]] = {}
        for _ in range(ROUNDS):
            for case in CASES:
                found = run(case, count, folder)
                if found:
                    results.setdefault(case, []).append(found)
        small = [run("ta", count // 10, folder) for _ in range(ROUNDS)]
    ours = statistics.median(seconds for seconds, _, _ in results["ta"])
    for case, found in results.items():
        seconds, most, size = (statistics.median(column) for column in zip(*found, strict=True))
        ratio = f"ta nhanh {seconds / ours:.2f} lần (cần {WANTED[case]})" if case in WANTED else ""
        print(
            f"{case:<10}{seconds:7.2f} s {count / seconds:8.0f} trang/s {most:6.0f} MB "
            f"{size / count:7.0f} byte/trang  {ratio}"
        )
    tenth = statistics.median(seconds for seconds, _, _ in filter(None, small))
    print(f"{count} trang: {ours / tenth:.2f} lần thời gian của {count // 10} trang (cần ≤ 10,5)")


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main()
