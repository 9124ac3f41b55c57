"""Whole dossiers: what is bound, in which order, on which page, and what is only listed."""

from __future__ import annotations

import dataclasses
import datetime as dt
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from desktop_app.domain.attachment import Attachment
from desktop_app.domain.commendations.award_catalogue import read_catalogue
from desktop_app.domain.commendations.dossier import dossier_lines
from desktop_app.domain.commendations.dossier_pack import (
    PackKind,
    carrier_of,
    nomination_pack,
    submission_pack,
)
from desktop_app.domain.commendations.nomination import DossierPaper
from desktop_app.domain.commendations.nomination_file import NominationFile
from desktop_app.domain.errors import PaperNotWritten
from desktop_app.domain.rich_text import RichText
from desktop_app.domain.sample.cluster import sample_cluster
from desktop_app.printing import binding, dossier, raster
from tests.printing.conftest import document, submission_blocks

AWARDS = Path(__file__).resolve().parents[2] / "resources" / "catalogue" / "awards.json"
MINUTES = DossierPaper(id="bien-ban", name="Biên bản bình xét thi đua")


def told(*_):
    """Nobody listens."""


@pytest.fixture(scope="module")
def cluster():
    return sample_cluster(read_catalogue(AWARDS.read_text("utf-8")))


@pytest.fixture
def flag(cluster):
    """With the papers that the law wants where the catalogue names none."""
    nomination = cluster.nominations[0]
    return nomination.replace(award=nomination.award.replace(dossier_papers=()))


def attached(nomination, name, part="bien-ban"):
    return Attachment(id=name, owner=nomination.id, part=part, name=name)


def picture(size=(300, 200), sort="PNG", turned=False):
    buffer, exif = BytesIO(), Image.Exif()
    if turned:
        exif[0x0112] = 6
    Image.new("RGB", size, "navy").save(buffer, sort, exif=exif)
    return buffer.getvalue()


def scan(turn):
    """One page that lies the way a scanner laid it."""
    with pypdfium2.PdfDocument.new() as made:
        made.new_page(595, 842).set_rotation(turn)
        buffer = BytesIO()
        made.save(buffer)
    return buffer.getvalue()


def pack_of(nomination, *files, submission=None, **changes):
    kept = nomination.replace(dossier=(MINUTES,), **changes)
    return nomination_pack(
        NominationFile(id=kept.id, nomination=kept), dossier_lines(kept, files), submission
    )


def test_printed_papers_come_first_then_what_is_attached(flag, cluster):
    pack = pack_of(flag, attached(flag, "bb.pdf"), submission=cluster.submission)
    assert [(i.name, i.kind) for i in pack.items] == [
        ("Tờ trình", PackKind.PRINTED),
        ("Danh sách đề nghị", PackKind.PRINTED),
        ("Biên bản bình xét thi đua", PackKind.ATTACHED),
        ("Báo cáo thành tích", PackKind.PRINTED),
    ]
    assert pack.missing == ("Báo cáo thành tích",)
    assert "Tờ trình" in pack_of(flag).missing


def test_a_draft_gives_way_to_the_signed_report(flag):
    paper = DossierPaper(id="bc", name="Báo cáo thành tích", received_on=dt.date(2018, 2, 6))
    kept = flag.replace(dossier=(paper,))
    pack = nomination_pack(NominationFile(nomination=kept), dossier_lines(kept, ()), None)
    report, on_paper = pack.items
    assert (report.kind, report.is_wanted) == (PackKind.PRINTED, False)
    assert (on_paper.kind, on_paper.note) == (PackKind.ON_PAPER, "Bản giấy nhận ngày 06/02/2018")


def test_a_report_nobody_asks_for_is_offered_and_not_proposed(flag):
    award = flag.award.replace(dossier_papers=("Danh sách trích ngang",))
    plain = flag.replace(award=award)
    assert [i.is_wanted for i in pack_of(plain).items if i.paper] == [False]
    written = plain.replace(report=RichText.plain("Thành tích"))
    assert [i.is_wanted for i in pack_of(written).items if i.paper] == [True]


def test_contents_tell_on_which_page_each_paper_begins(flag, cluster):
    files = (attached(flag, "bb.pdf"), attached(flag, "phu luc.xlsx"), attached(flag, "anh.png"))
    pack = pack_of(flag, *files, submission=cluster.submission)
    pdf = dossier.bind(pack, {"bb.pdf": scan(0), "phu luc.xlsx": b"PK", "anh.png": picture()}, told)
    pages = raster.text_of(pdf)
    contents = " ".join(pages[0].split())
    assert "Còn thiếu: Báo cáo thành tích." in contents
    first = next(n for n, words in enumerate(pages, start=1) if "TỜ TRÌNH" in words)
    assert f"1 Tờ trình {first} " in contents
    report = next(n for n, words in enumerate(pages, start=1) if "BÁO CÁO THÀNH TÍCH" in words)
    assert f"Báo cáo thành tích {report} " in contents
    scanned = next(n for n, words in enumerate(pages, start=1) if words.split()[0] == "tr.")
    assert f"Biên bản bình xét thi đua {scanned} 1 bb.pdf" in contents
    assert "phu luc.xlsx: gửi kèm bản riêng" in contents
    for number, words in enumerate(pages, start=1):
        assert f"tr. {number}/{len(pages)}" in words


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_the_number_stands_at_the_lower_right_whichever_way_a_scan_lies(turn):
    pdf = binding.bound([scan(turn)])
    image = raster.render(pdf, 0, 1.0)
    inked = [
        (x, y)
        for y in range(image.height)
        for x in range(image.width)
        if image.pixels[y * image.stride + 3 * x] < 128
    ]
    assert inked
    assert min(x for x, _ in inked) > image.width * 0.8
    assert min(y for _, y in inked) > image.height * 0.93
    assert max(x for x, _ in inked) - min(x for x, _ in inked) > 15


@pytest.mark.parametrize(
    ("content", "ending", "why"),
    [
        (b"%PDF-1.7 nothing", ".pdf", "không đọc được"),
        (b"not a picture", ".png", "không đọc được"),
        (b"", ".jpg", "không đọc được"),
    ],
)
def test_a_file_that_cannot_be_bound_is_sent_apart_with_the_reason(flag, content, ending, why):
    name = f"tep{ending}"
    pack = pack_of(flag, attached(flag, name))
    words = " ".join(raster.text_of(dossier.bind(pack, {name: content}, told))[0].split())
    assert why in words
    assert "gửi kèm bản riêng" in words


def test_a_picture_that_a_phone_took_lying_stands_upright():
    upright = raster.page_sizes(binding.pages_of(picture((300, 200), "JPEG", turned=True), ".jpg"))
    lying = raster.page_sizes(binding.pages_of(picture((300, 200), "JPEG"), ".jpg"))
    assert upright[0][0] < upright[0][1]
    assert lying[0][0] > lying[0][1]


def test_a_folder_has_numbered_files_under_safe_names(flag, tmp_path):
    kept = flag.replace(name='Đội 1/2: "Con đường"')
    pack = pack_of(kept, attached(kept, "bb.PDF"), attached(kept, "bảng.xlsx"))
    files = {"bb.PDF": scan(0), "bảng.xlsx": b"PK"}
    folder = dossier.write_folder(pack, files, tmp_path, told, with_word=True)
    assert folder.name == "Hồ sơ Đội 1 2 Con đường"
    assert sorted(one.name for one in folder.iterdir()) == [
        "00 Mục lục hồ sơ.pdf",
        "01 Biên bản bình xét thi đua.pdf",
        "02 Biên bản bình xét thi đua.xlsx",
        "03 Báo cáo thành tích.docx",
        "03 Báo cáo thành tích.pdf",
    ]
    assert dossier.write_folder(pack, files, tmp_path, told).name.endswith("(2)")


def test_a_folder_that_is_stopped_or_refused_leaves_nothing(flag, tmp_path):
    class Stop(Exception):
        pass

    def stop(done, *_):
        if done:
            raise Stop

    pack = pack_of(flag, attached(flag, "bb.pdf"))
    with pytest.raises(Stop):
        dossier.write_folder(pack, {"bb.pdf": scan(0)}, tmp_path, stop)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(PaperNotWritten):
        dossier.write_folder(pack, {"bb.pdf": scan(0)}, tmp_path / "gone", told)


def test_a_submission_has_its_own_papers_once_and_each_dossier_under_its_name(cluster):
    submission = cluster.submission
    nominations = [line.nomination for line in submission.lines]
    files = [(NominationFile(nomination=n), dossier_lines(n, ())) for n in nominations]
    pack = submission_pack(submission, files)
    assert [item.name for item in pack.items[:2]] == ["Tờ trình", "Danh sách đề nghị"]
    groups = list(dict.fromkeys(item.group for item in pack.items if item.group))
    assert groups == [f"{k}. {n.subject}" for k, n in enumerate(nominations, start=1)]
    assert [words[:2] for words in pack.missing] == ["1.", "3.", "4.", "5."]
    assert carrier_of(nominations[0], (cluster.submission,)) is submission
    lost = dataclasses.replace(pack, items=pack.items[:2])
    assert raster.page_count(dossier.bind(lost, {}, told)) > 2


def test_a_signed_pdf_is_bound_as_it_looks_and_unsigned_ones_are_not_noted():
    from desktop_app.printing.pdf import to_pdf

    assert not binding.is_signed(to_pdf(document(*submission_blocks())))


def test_numbers_run_on_over_long_papers():
    with pypdfium2.PdfDocument.new() as made:
        for _ in range(23):
            made.new_page(595, 842)
        buffer = BytesIO()
        made.save(buffer)
    words = raster.text_of(binding.bound([scan(0), buffer.getvalue(), scan(90)]))
    assert [one.strip() for one in words] == [f"tr. {n}/25" for n in range(1, 26)]
