"""The year's account of the compact: every result, the note, and sums that fit the rows."""

from __future__ import annotations

from desktop_app.domain.compacts.mirror import MirrorEntry, Verdict
from desktop_app.papers import blocks


def test_note_stands_above_the_sum(read, sample):
    mirror = sample.mirror.replace(note="Giao ước được sửa đổi theo Phụ lục số 01")
    note, total, *_ = read("mirror", mirror).lines()
    assert note == "Giao ước được sửa đổi theo Phụ lục số 01."
    assert total.startswith("Tổng hợp 26 kết quả: chưa đánh giá 17; đạt 05; vượt 02; không đạt 02")


def test_commitments_and_units_stand_in_order_and_a_lost_one_is_not_summed(read, sample):
    lost = MirrorEntry(item="không còn", verdict=Verdict.NOT_KEPT)
    mirror = sample.mirror.replace(entries=(*sample.mirror.entries, lost))
    paper = read("mirror", mirror)
    rows = [row.cells for row in paper.one(blocks.Table).rows]
    assert [row[0] for row in rows if row[0]] == [str(n) for n in range(1, 13)]
    assert rows[3][1:6] == (
        "- Cục Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ",
        "≥ 100%",
        "52",
        "100",
        "Đạt",
    )
    assert paper.line("Tổng hợp").startswith("Tổng hợp 26 kết quả")
    assert paper.document.sections[0].landscape
