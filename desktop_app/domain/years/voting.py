"""How a cluster votes: what votes are a share of, and what is done with ties. All are settings."""

from __future__ import annotations

from desktop_app.domain.record import Choice


class Base(Choice):
    """What the votes are a share of. No rule for clusters is published: a setting."""

    MEMBERS = "thanh_vien", "Tổng số đơn vị thành viên"
    PRESENT = "co_mat", "Số đại biểu biểu quyết có mặt"
    VALID = "hop_le", "Số phiếu hợp lệ"


class TieWay(Choice):
    """What is done when more candidates are equal than seats are left: a setting."""

    SECOND_ROUND = "vong_2", "Bỏ phiếu vòng tiếp theo giữa các đơn vị bằng phiếu"
    HIGHER_SCORE = "diem_cao", "Đơn vị có điểm thi đua cao hơn"
    BOTH_UP = "trinh_ca", "Trình tất cả để cấp trên quyết định"
