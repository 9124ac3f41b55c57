"""Certificates: one sheet a grant, everything from the decision."""

from __future__ import annotations

from desktop_app.domain.commendations.certificate_batch import CertificateBatch
from desktop_app.domain.commendations.decision import GrantState
from desktop_app.papers import paper_with_key
from desktop_app.papers.blocks import CertificateSheet


def batch(decision, **more):
    return CertificateBatch(id=decision.id, decision=decision, **more)


def test_one_sheet_a_grant(sample, read):
    sheets = read("certificate", batch(sample.decisions[0])).of(CertificateSheet)
    assert [sheet.name for sheet in sheets] == [
        "Bộ Tư lệnh Cảnh vệ",
        "Cục Cảnh sát giao thông",
        "Thiếu tá Cá nhân mẫu 01",
    ]
    first = sheets[0]
    assert first.authority == "CỤM TRƯỞNG CỤM THI ĐUA SỐ 2"
    assert (first.verb, first.title) == ("TẶNG", "GIẤY CHỨNG NHẬN")
    assert first.decision_line == "Quyết định số 03/QĐ-CTĐ2 (mẫu) ngày 08 tháng 3 năm 2018"
    assert first.register_line == "Số sổ vàng: 01"
    assert first.place_and_date == "Hà Nội, ngày 08 tháng 3 năm 2018"
    assert first.signer_lines == ("TM. CỤM THI ĐUA SỐ 2", "CỤM TRƯỞNG")
    assert first.signer_name == "Đại tá Thủ trưởng mẫu 01"


def test_one_alone(sample, read):
    (sheet,) = read("certificate", batch(sample.decisions[0]), "lk-2018-02").of(CertificateSheet)
    assert sheet.name == "Cục Cảnh sát giao thông"


def test_annulled_grants_get_none_and_others_keep_their_number(sample, read):
    decision = sample.decisions[0]
    first, *others = (grant.replace(register_number="") for grant in decision.grants)
    changed = decision.replace(grants=(first.replace(state=GrantState.ANNULLED), *others))
    sheets = read("certificate", batch(changed)).of(CertificateSheet)
    assert [sheet.register_line for sheet in sheets] == ["Số sổ vàng: 02", "Số sổ vàng: 03"]
    assert len(paper_with_key("certificate").parts(batch(changed))) == 2


def test_undated_decision_leaves_room(sample, read):
    open_one = sample.decisions[0].replace(number="", date=None, certificate_authority="")
    sheet = read("certificate", batch(open_one)).of(CertificateSheet)[0]
    assert sheet.decision_line == "Quyết định số …… ngày       tháng       năm 2018"
    assert sheet.authority == "CỤM THI ĐUA SỐ 2"
