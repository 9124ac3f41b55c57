"""The year of a cluster in steps: what is done, and where in the window it is done.

The tour, the first check list and the quick guide on paper tell the same steps in the same words.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class GuideStep:
    """One piece of the year's work."""

    key: str
    name: str
    words: str
    tab: str
    view: str

    @property
    def place(self) -> str:
        """«Đơn vị › Cán bộ»; the fonts of papers have this arrow and no other."""
        return self.tab if self.view == self.tab else f"{self.tab} › {self.view}"


UNITS, COMPACTS, MEETINGS = "Đơn vị", "Giao ước thi đua", "Hội nghị"
AWARDS, HOME = "Khen thưởng", "Tổng quan"
GUIDE = (
    GuideStep(
        "units",
        "Ghi các đơn vị thành viên",
        "Tên đầy đủ và tên gọi ngắn; mọi giấy tờ lấy tên từ đây.",
        UNITS,
        "Đơn vị",
    ),
    GuideStep(
        "people",
        "Ghi thủ trưởng và cán bộ đầu mối",
        "Ai đại diện, ai được gọi điện; ghi một lần, chọn lại ở mọi chỗ.",
        UNITS,
        "Cán bộ",
    ),
    GuideStep(
        "members",
        "Khai kỳ thi đua và vai trò",
        "Ngày bắt đầu, kết thúc; Cụm trưởng, Cụm phó và người đại diện của từng đơn vị.",
        UNITS,
        "Kỳ thi đua & thành viên",
    ),
    GuideStep(
        "plans",
        "Lập kế hoạch năm",
        "Bấm «Lập từ mẫu», sửa ngày và người phụ trách; việc đến hạn hiện ở «Năm nay».",
        HOME,
        "Kế hoạch năm",
    ),
    GuideStep(
        "compacts",
        "Soạn và ký giao ước",
        "Dự thảo từ mẫu, ghi chỉ tiêu của từng đơn vị, lấy ý kiến, rồi ký tại hội nghị.",
        COMPACTS,
        "Giao ước",
    ),
    GuideStep(
        "registrations",
        "Nhận đăng ký thi đua",
        "Mỗi đơn vị đăng ký danh hiệu; đơn vị chưa gửi được nhắc bằng văn bản.",
        COMPACTS,
        "Đăng ký thi đua",
    ),
    GuideStep(
        "meetings",
        "Tổ chức hội nghị",
        "Chọn mẫu, ghi ngày giờ, mời theo danh bạ, in giấy mời; nhấn F9 để điều hành.",
        MEETINGS,
        "Hội nghị",
    ),
    GuideStep(
        "tasks",
        "Theo dõi kết luận, nhiệm vụ",
        "Kết luận ghi trong biên bản hiện ở đây cho đến khi làm xong.",
        MEETINGS,
        "Kết luận, nhiệm vụ",
    ),
    GuideStep(
        "sheets",
        "Chấm điểm",
        "Gửi phiếu tự chấm bằng Excel, nhận lại, thẩm định từng dòng bằng một phím.",
        COMPACTS,
        "Chấm điểm",
    ),
    GuideStep(
        "ballots",
        "Bỏ phiếu suy tôn",
        "Phiếu từ danh sách đề nghị, hai lần kiểm, biên bản kiểm phiếu.",
        MEETINGS,
        "Bỏ phiếu",
    ),
    GuideStep(
        "nominations",
        "Làm hồ sơ và trình khen thưởng",
        "Giấy tờ còn thiếu hiện ngay ở danh sách; gom vào tờ trình rồi in.",
        AWARDS,
        "Đề nghị khen thưởng",
    ),
    GuideStep(
        "decisions",
        "Ghi quyết định, in giấy khen",
        "Ghi số và ngày, lấy danh sách đã trình, soát lỗi rồi in cả loạt.",
        AWARDS,
        "Quyết định & giấy chứng nhận",
    ),
    GuideStep(
        "reports",
        "Báo cáo sơ kết, tổng kết",
        "Số liệu được lấy sẵn, chỉ viết nhận xét.",
        HOME,
        "Báo cáo",
    ),
    GuideStep(
        "handovers",
        "Bàn giao và mở năm mới",
        "Danh mục bàn giao lấy từ hồ sơ; «Mở năm mới…» ở «Nghiệp vụ» mang sang phần còn dùng.",
        UNITS,
        "Bàn giao",
    ),
)
FIRST_STEPS = ("units", "people", "members", "plans", "meetings")
"""What a new file needs before the year can begin, by the keys of the steps."""
KEYS = (
    ("Ctrl+K", "Tìm mọi nơi"),
    ("Ctrl+N", "Thêm"),
    ("Ctrl+S", "Lưu"),
    ("Ctrl+Z", "Hoàn tác"),
    ("Ctrl+P", "In"),
    ("Ctrl+E", "Lưu PDF"),
    ("F1", "Hướng dẫn sử dụng"),
    ("F8", "Khung xem trước"),
    ("F9", "Điều hành hội nghị"),
    ("Alt+1 … Alt+5", "Chuyển thẻ"),
)
"""The keys worth a place on the one page."""
