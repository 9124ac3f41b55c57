"""A sheet with made-up words, to see a design while no decision is at hand."""

from __future__ import annotations

from desktop_app.domain.commendations.certificate_template import CertificateTemplate
from desktop_app.papers.blocks import CertificateSheet, SheetMode


def sample_sheet(template: CertificateTemplate, picture: bytes = b"") -> CertificateSheet:
    """Words of usual length, plainly no real person's."""
    return CertificateSheet(
        authority="CỤM TRƯỞNG CỤM THI ĐUA SỐ 2",
        verb="TẶNG",
        title="GIẤY CHỨNG NHẬN",
        name="Thượng tá Nguyễn Thị Mẫu",
        rank="Thượng tá",
        description="Phó Trưởng phòng Tham mưu, Phòng PA02, Công an tỉnh Mẫu",
        achievement="Đã có thành tích xuất sắc trong phong trào thi đua “Vì an ninh Tổ quốc”",
        decision_line="Quyết định số 00/QĐ-MẪU ngày 05 tháng 3 năm 2026",
        register_line="Số sổ vàng: 00",
        place_and_date="Hà Nội, ngày 05 tháng 3 năm 2026",
        signer_lines=("CỤM TRƯỞNG",),
        signer_name="Thiếu tướng Phạm Văn Mẫu",
        template=template,
        picture=picture,
        mode=SheetMode.DESIGN,
    )
