"""Templates of the office: faults are named with their place, attacks are refused in time."""

from __future__ import annotations

import io
import time
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.shared import Pt

from desktop_app.domain.errors import ImportRefused, PaperNotWritten
from desktop_app.exchange.limits import LIMITS
from desktop_app.exchange.office_templates import filling
from desktop_app.exchange.office_templates.process import _Template
from desktop_app.papers.office_templates import TEMPLATE_SORTS, sort_with_key
from desktop_app.papers.office_templates.starter import starter
from desktop_app.printing.word_template import to_template

SORT = sort_with_key("submission")
VALUES = {
    field.name: [{part.name: f"{part.name} <1>" for part in field.parts}, dict.fromkeys(
        (part.name for part in field.parts), "hai")] if field.parts
    else ["Một", "Hai & ba"] if field.is_list else f"{field.name} <&> “ô”"
    for field in SORT.fields
}  # fmt: skip


def word(*lines, table=(), header="", title=""):
    """A Word file with these paragraphs, a one-column table, a header."""
    made = docx.Document()
    for line in lines:
        made.add_paragraph(line)
    if table:
        grid = made.add_table(len(table), 1)
        for row, line in zip(grid.rows, table, strict=True):
            row.cells[0].text = line
    if header:
        made.sections[0].header.paragraphs[0].text = header
    made.core_properties.title = title
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


@pytest.fixture
def faults(tmp_path):
    """What is wrong in a template, told without a process of its own."""

    def found(data):
        path = tmp_path / "mẫu.docx"
        path.write_bytes(data)
        fields = [[f.name, f.is_list, [part.name for part in f.parts]] for f in SORT.fields]
        return list(_Template(path, fields).faults())

    return found


def text_of(data):
    made = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    return "\n".join([p.text for p in made.paragraphs] + cells)


# --- what is right ------------------------------------------------------------------------


@pytest.mark.parametrize("sort", TEMPLATE_SORTS, ids=lambda sort: sort.key)
def test_the_starter_has_every_field_and_no_fault(sort):
    data = to_template(starter(sort))
    assert filling.faults_of(data, sort) == ()
    words = text_of(data)
    for field in sort.fields:
        assert field.name in words
        assert all(f"dong.{part.name}" in words for part in field.parts)


def test_a_template_is_filled():
    data = word(
        "Số {{ so_ky_hieu }}, {{ trich_yeu|upper }}",
        "{%p for c in can_cu %}",
        "{{ loop.index }}) {{ c }}",
        "{%p endfor %}",
        "{% if kinh_gui %}Kính gửi {{ kinh_gui|join('; ') }}{% endif %}",
        table=("{%tr for d in de_nghi %}", "{{ d.stt }} {{ d.ten }}", "{%tr endfor %}"),
        header="{{ co_quan }}",
    )
    made = filling.fill(data, SORT, VALUES)
    words = text_of(made)
    assert "Số so_ky_hieu <&> “ô”" in words
    assert "1) Một\n2) Hai & ba" in words
    assert "Kính gửi Một; Hai & ba" in words
    assert "stt <1> ten <1>\nhai hai" in words
    assert "{" not in words
    header = docx.Document(io.BytesIO(made)).sections[0].header.paragraphs[0].text
    assert header == "co_quan <&> “ô”"


def test_tags_that_word_has_split_into_runs_are_whole(faults):
    made = docx.Document()
    paragraph = made.add_paragraph()
    for piece in ("{{ tri", "ch_y", "eu }}"):
        paragraph.add_run(piece).font.size = Pt(9)
    buffer = io.BytesIO()
    made.save(buffer)
    assert faults(buffer.getvalue()) == []


def test_lines_of_a_field_are_lines_on_paper():
    values = VALUES | {"noi_nhan": "- Như trên;\n- Lưu: VT."}
    made = filling.fill(word("{{ noi_nhan }}"), SORT, values)
    assert "- Như trên;\n- Lưu: VT." in text_of(made)


# --- what is wrong: named, with its place -------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (("{{ trich_yu }}",), "Không có trường «trich_yu»"),
        (("{% for d in de_nghi %}{{ d.tenn }}{% endfor %}",), "Không có trường «d.tenn»"),
        (("{{ d.ten }}",), "Không có trường «d.ten»"),
        (("{% for d in danh_sach %}x{% endfor %}",), "Không có trường «danh_sach» để lặp"),
        (("{% for d in trich_yeu %}x{% endfor %}",), "«trich_yeu» không phải danh sách"),
        (("{{ can_cu }}",), "«can_cu» là danh sách"),
        (("{% for d in de_nghi %}{{ d }}{% endfor %}",), "«d» là một dòng"),
        (("{% if tricch_yeu %}x{% endif %}",), "Không có trường «tricch_yeu»"),
        (("{{ trich_yeu|hoa }}",), "Không có bộ lọc «hoa»"),
        (("Kính gửi {{ trich_yeu }",), "Trường viết dở"),
        (("trich_yeu }} {{ co_quan }}",), "Trường viết dở"),
        (("{{ trich yeu }}",), "Trường sai cách viết «{{ trich yeu }}»"),
        (("{{ }}",), "Trường sai cách viết"),
        (("{% for x can_cu %}", "{% endfor %}"), "Lệnh sai cách viết"),
        (("{% for x in can_cu %}", "{{ x }}"), "Lệnh «for» không có «endfor»"),
        (("{% endfor %}",), "không khớp với lệnh mở nào"),
        (("{% else %}",), "đứng ngoài vòng lặp"),
        (("{% if can_cu %}{% for x in can_cu %}{% endif %}{% endfor %}",), "không khớp"),
        (("không có gì",), "Mẫu chưa có trường nào"),
    ],
)
def test_faults_are_named(faults, lines, words):
    found = faults(word(*lines))
    assert any(words in fault for fault in found), found


def test_every_fault_is_told_with_its_place(faults):
    data = word("Đoạn đầu {{ mot }}", "Đoạn hai {{ hai }}", header="Tiêu đề {{ ba }}")
    found = faults(data)
    assert len(found) == 3
    assert "Thân văn bản, đoạn «Đoạn đầu {{ mot }}»" in found[0]
    assert "Thân văn bản, đoạn «Đoạn hai {{ hai }}»" in found[1]
    assert "Đầu trang, đoạn «Tiêu đề {{ ba }}»" in found[2]


@pytest.mark.parametrize(
    ("lines", "table", "words"),
    [
        (
            ("{%tr for d in de_nghi %}", "{{ d.ten }}", "{%tr endfor %}"),
            (),
            "trong dòng của một bảng",
        ),
        (("{%p for c in can_cu %} Căn cứ", "{{ c }}", "{%p endfor %}"), (), "đứng một mình"),
        ((), ("{%tr for d in de_nghi %} TT", "{{ d.ten }}", "{%tr endfor %}"), "dòng bảng riêng"),
    ],
)
def test_words_that_would_be_lost_are_told(faults, lines, table, words):
    assert words in faults(word(*lines, table=table))[0]


def test_a_wrong_template_writes_no_paper():
    with pytest.raises(PaperNotWritten, match="trich_yu"):
        filling.fill(word("{{ trich_yu }}"), SORT, VALUES)


# --- attacks ------------------------------------------------------------------------------

ATTACKS = (
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ trich_yeu.__class__ }}",
    "{{ trich_yeu.upper() }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ lipsum.__globals__['os'].system('id') }}",
    "{{ self.__init__ }}",
    "{{ 'A' * 999999999 }}",
    "{{ 9 ** 999999999 }}",
    "{{ '%999999999d'|format(1) }}",
    "{{ trich_yeu|center(999999999) }}",
    "{{ trich_yeu|attr('__class__') }}",
    "{% for x in range(99999999) %}x{% endfor %}",
    "{% set x = trich_yeu ~ trich_yeu %}{{ x }}",
    "{% include 'secret.docx' %}",
    "{% import 'os' as o %}{{ o }}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{{ de_nghi[0] }}",
    "{{ (1).__class__ }}",
    "{{ namespace(x=1) }}",
    "{{ trich_yeu|map('upper')|list }}",
)


@pytest.mark.parametrize("attack", ATTACKS)
def test_attacks_are_refused_before_they_run(faults, attack):
    assert faults(word("{{ trich_yeu }}", attack)) != []


def test_the_file_s_own_properties_are_looked_over(faults):
    assert faults(word("{{ trich_yeu }}", title="{{ ''.__class__ }}")) != []


def test_the_sandbox_holds_where_the_look_does_not():
    from jinja2.exceptions import SecurityError, UndefinedError

    from desktop_app.exchange.office_templates.rules import OfficeEnvironment

    environment = OfficeEnvironment()
    with pytest.raises(SecurityError):
        environment.from_string("{{ x.upper() }}")
    with pytest.raises(UndefinedError):
        environment.from_string("{{ x }}").render()
    assert environment.globals == {}
    assert environment.from_string("{{ x }}").render(x="<b>") == "&lt;b&gt;"


def test_loops_without_end_are_stopped_in_time():
    lines = ["{% for x in can_cu %}"] * 7 + ["{{ trich_yeu }}"] + ["{% endfor %}"] * 7
    values = VALUES | {"can_cu": ["x"] * 300}
    began = time.monotonic()
    with pytest.raises(ImportRefused):
        filling.fill(word("".join(lines)), SORT, values, replace(LIMITS, seconds=6))
    assert time.monotonic() - began < 20


def test_huge_packages_and_macros_are_refused():
    buffer = io.BytesIO(word("{{ trich_yeu }}"))
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/media/x.xml", b"A" * 300_000_000)
    with pytest.raises(ImportRefused):
        filling.faults_of(buffer.getvalue(), SORT)
    buffer = io.BytesIO(word("{{ trich_yeu }}"))
    with zipfile.ZipFile(buffer, "a") as package:
        package.writestr("word/vbaProject.bin", b"x")
    with pytest.raises(ImportRefused, match="macro"):
        filling.faults_of(buffer.getvalue(), SORT)


def test_something_else_is_refused():
    with pytest.raises(ImportRefused):
        filling.faults_of(b"khong phai Word", SORT)
