"""Qt's own words in Vietnamese: its wheels bring no translation, so its dialogs ask here."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication


class QtTexts(QTranslator):
    """Answers Qt's questions for a text; what it does not know stays as it is."""

    def isEmpty(self) -> bool:
        """An empty translator would not be asked."""
        return False

    def translate(
        self, context: str, source_text: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """The Vietnamese text; None, never an empty text, which would blank the button."""
        found = _BY_CONTEXT.get(context, {}).get(source_text)
        if found is None:
            found = _TEXTS.get(source_text.strip())
        return found.replace("%n", str(n)) if found and n >= 0 else found


def install_texts(app: QApplication) -> QtTexts:
    """Let Qt speak Vietnamese: its texts, and its names of days and months."""
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    texts = QtTexts(app)
    app.installTranslator(texts)
    return texts


def _pairs(table: str) -> dict[str, str]:
    entries = table.strip().replace("\n", " ; ").replace("\\n", "\n").split(" ; ")
    pairs = (entry.partition(" → ") for entry in entries)
    return {source: text for source, _, text in pairs}


_BUTTONS = """
OK → Đồng ý ; &OK → Đồng &ý ; Save → Lưu ; &Save → &Lưu ; Save All → Lưu tất cả ; Open → Mở
&Open → &Mở ; &Yes → &Có ; Yes → Có ; Yes to &All → Có cho &tất cả ; &No → &Không ; No → Không
N&o to All → Khô&ng cho tất cả ; Abort → Dừng ; Retry → Thử lại ; Ignore → Bỏ qua ; Close → Đóng
&Close → Đón&g ; Cancel → Huỷ ; &Cancel → &Huỷ ; Discard → Bỏ thay đổi
Close without Saving → Đóng, không lưu ; Don't Save → Không lưu ; Help → Trợ giúp
&Help → &Trợ giúp ; Apply → Áp dụng ; Reset → Đặt lại ; Restore Defaults → Về mặc định
Defaults → Mặc định ; Details → Chi tiết ; More → Thêm nữa ; Show Details... → Xem chi tiết…
Hide Details... → Ẩn chi tiết… ; Help... → Trợ giúp… ; About Qt → Giới thiệu Qt
Enter a value: → Nhập giá trị: ; &Show this message again → &Hiện lại thông báo này
"""

_EDITING = """
&Undo → &Hoàn tác ; &Redo → &Làm lại ; Undo → Hoàn tác ; Redo → Làm lại ; Undo %1 → Hoàn tác: %1
Redo %1 → Làm lại: %1 ; <empty> → (trống) ; Cu&t → Cắ&t ; &Copy → &Sao chép ; &Paste → &Dán
Cut → Cắt ; Copy → Sao chép ; Paste → Dán ; Delete → Xoá ; &Delete → &Xoá
Select All → Chọn tất cả ; &Select All → Chọn &tất cả
Copy &Link Location → Chép địa chỉ &liên kết ; Clear → Xoá trắng
Insert Unicode control character → Chèn ký tự điều khiển Unicode ; &Step up → &Tăng
Step &down → &Giảm ; Uncheck → Bỏ chọn ; Check → Chọn ; Toggle → Đổi ; Press → Bấm
Open the combo box selection popup → Mở danh sách để chọn ; False → Sai ; True → Đúng
Scroll here → Cuộn tới đây ; Top → Đầu ; Bottom → Cuối ; Left edge → Cạnh trái
Right edge → Cạnh phải ; Page up → Lên một trang ; Page down → Xuống một trang
Page left → Sang trái một trang ; Page right → Sang phải một trang ; Scroll up → Cuộn lên
Scroll down → Cuộn xuống ; Scroll left → Cuộn sang trái ; Scroll right → Cuộn sang phải
Scroll Left → Cuộn trái ; Scroll Right → Cuộn phải ; Line up → Lên một dòng
Line down → Xuống một dòng ; Position → Vị trí ; Next Month → Tháng sau
Previous Month → Tháng trước ; Go Back → Quay lại ; Go back → Quay lại ; Continue → Tiếp tục
Commit → Thực hiện ; Done → Xong ; < &Back → < &Quay lại ; &Next → &Tiếp ; &Next > → &Tiếp >
&Finish → &Hoàn tất ; &Restore → &Khôi phục ; &Move → &Di chuyển ; &Size → &Đổi cỡ
Mi&nimize → Th&u nhỏ ; Ma&ximize → &Phóng to ; Minimize → Thu nhỏ ; Maximize → Phóng to
Restore Down → Khôi phục ; Restore → Khôi phục ; Menu → Trình đơn ; Float → Tách rời
Undocks and re-attaches the dock widget → Tách ra hoặc gắn lại khung
Closes the dock widget → Đóng khung ; What's This? → Đây là gì?
"""

_FILES = """
Save As → Lưu thành ; Save as... → Lưu thành… ; Find Directory → Tìm thư mục
Look in: → Tìm trong: ; &Look in: → &Tìm trong: ; Show → Hiện ; File &name: → &Tên tệp:
Files of type: → Loại tệp: ; Files of &type: → &Loại tệp: ; All Files (*) → Mọi tệp (*)
All files (*) → Mọi tệp (*) ; All Files (*.*) → Mọi tệp (*.*) ; Directory: → Thư mục:
Directories → Thư mục ; &Directory: → &Thư mục: ; &New Folder → Thư mục &mới
New Folder → Thư mục mới ; Create New Folder → Tạo thư mục mới
Create a New Folder → Tạo một thư mục mới ; &Rename → Đổi &tên ; Show &hidden files → Hiện tệp ẩ&n
Parent Directory → Thư mục cha ; Go to the parent directory → Lên thư mục cha ; Back → Quay lại
Forward → Tiếp tới ; Go forward → Tiếp tới ; List View → Dạng danh sách
Detail View → Dạng chi tiết ; Change to list view mode → Xem dạng danh sách
Change to detail view mode → Xem dạng chi tiết ; Create → Tạo ; Choose → Chọn ; &Choose → &Chọn
Recent Places → Nơi mở gần đây ; Remove → Bỏ ; My Computer → Máy tính ; Computer → Máy tính
Name → Tên ; Size → Kích thước ; Kind → Loại ; Type → Loại ; Date Modified → Ngày sửa
Drive → Ổ đĩa ; File → Tệp ; File Folder → Thư mục ; Folder → Thư mục ; Shortcut → Lối tắt
Alias → Bí danh ; Unknown → Không rõ ; Sidebar → Thanh bên
List of places and bookmarks → Danh sách nơi lưu và dấu trang ; Files → Các tệp
%1 already exists.\\nDo you want to replace it? → %1 đã có.\\nGhi đè lên?
%1\\nFile not found.\\nPlease verify the correct file name was given. → %1\\nKhông tìm thấy tệp.\\nHãy xem lại tên tệp.
%1\\nDirectory not found.\\nPlease verify the correct directory name was given. → %1\\nKhông tìm thấy thư mục.\\nHãy xem lại tên thư mục.
Are you sure you want to delete '%1'? → Xoá «%1»?
'%1' is write protected.\\nDo you want to delete it anyway? → «%1» được bảo vệ, không cho ghi.\\nVẫn xoá?
Could not delete directory. → Không xoá được thư mục. ; Invalid filename → Tên tệp không hợp lệ
<b>The name "%1" cannot be used.</b><p>Try using another name, with fewer characters or no punctuation marks. → <b>Không dùng được tên «%1».</b><p>Hãy thử tên khác ngắn hơn, không có dấu câu.
%1 bytes → %1 byte ; %1 byte(s) → %1 byte ; %1 KB → %1 KB ; %1 MB → %1 MB ; %1 GB → %1 GB
%1 TB → %1 TB
"""  # noqa: E501 - one sentence a line

_PRINTING = """
Print → In ; &Print → &In ; &Print... → &In… ; Print... → In… ; Print Preview → Xem trước khi in
Page Setup → Thiết lập trang ; Page size: → Khổ giấy: ; Paper → Giấy ; Width: → Rộng:
Height: → Cao: ; Paper source: → Khay giấy: ; Orientation → Hướng giấy ; Portrait → Dọc
Landscape → Ngang ; Reverse portrait → Dọc, đảo ngược ; Reverse landscape → Ngang, đảo ngược
Reverse Portrait → Dọc, đảo ngược ; Reverse Landscape → Ngang, đảo ngược ; Margins → Lề
top margin → lề trên ; left margin → lề trái ; right margin → lề phải ; bottom margin → lề dưới
Page Layout → Bố trí trang ; Page order: → Thứ tự trang: ; Pages per sheet: → Số trang mỗi tờ:
Page size → Khổ giấy ; Printer → Máy in ; &Name: → &Tên: ; P&roperties → T&huộc tính
Location: → Nơi đặt: ; Preview → Xem trước ; Type: → Loại: ; Output &file: → &Tệp ghi ra:
Print range → Phạm vi in ; Print all → In tất cả ; Pages from → Từ trang ; Pages → Các trang
Page Set: → Chọn trang: ; All → Tất cả ; Current Page → Trang hiện tại ; Selection → Phần đã chọn
Output Settings → Thiết lập bản in ; Copies: → Số bản: ; Copies → Số bản ; Collate → Xếp theo bộ
Reverse → In ngược ; Options → Tuỳ chọn ; Color Mode → Chế độ màu ; Color → Màu
Grayscale → Thang xám ; Duplex Printing → In hai mặt ; None → Không ; Long side → Lật cạnh dài
Short side → Lật cạnh ngắn ; &Options >> → Tuỳ &chọn >> ; &Options << → Tuỳ &chọn <<
Print to File (PDF) → Ghi ra tệp PDF ; Print To File ... → Ghi ra tệp… ; Local file → Tệp trên máy
Write PDF file → Ghi tệp PDF ; All Pages → Mọi trang ; Odd Pages → Trang lẻ
Even Pages → Trang chẵn ; to → đến ; Job Options → Tuỳ chọn lệnh in ; Page Range → Phạm vi trang
Custom → Tuỳ chọn ; Next page → Trang sau ; Previous page → Trang trước ; First page → Trang đầu
Last page → Trang cuối ; Fit page → Vừa trang ; Fit width → Vừa chiều rộng ; Zoom in → Phóng to
Zoom out → Thu nhỏ ; Advanced → Nâng cao ; Properties → Thuộc tính
Printer Properties → Thuộc tính máy in ; Job Billing: → Mã tính phí: ; Job priority: → Độ ưu tiên:
Billing information: → Thông tin tính phí: ; Scheduled printing: → Hẹn giờ in:
Print Immediately → In ngay ; Hold Indefinitely → Giữ lại
Day (06:00 to 17:59) → Ban ngày (06:00–17:59) ; Night (18:00 to 05:59) → Ban đêm (18:00–05:59)
Second Shift (16:00 to 23:59) → Ca hai (16:00–23:59)
Third Shift (00:00 to 07:59) → Ca ba (00:00–07:59) ; Weekend (Saturday to Sunday) → Cuối tuần
Specific Time → Giờ định sẵn ; Banner Pages → Trang bìa ; Start: → Đầu: ; End: → Cuối:
Standard → Chuẩn ; Unclassified → Không xếp loại ; Confidential → Mật ; Classified → Có độ mật
Secret → Tối mật ; Top Secret → Tuyệt mật
Left to Right, Top to Bottom → Trái sang phải, trên xuống dưới
Left to Right, Bottom to Top → Trái sang phải, dưới lên trên
Right to Left, Bottom to Top → Phải sang trái, dưới lên trên
Right to Left, Top to Bottom → Phải sang trái, trên xuống dưới
Bottom to Top, Left to Right → Dưới lên trên, trái sang phải
Bottom to Top, Right to Left → Dưới lên trên, phải sang trái
Top to Bottom, Left to Right → Trên xuống dưới, trái sang phải
Top to Bottom, Right to Left → Trên xuống dưới, phải sang trái ; 1 (1x1) → 1 (1×1)
2 (2x1) → 2 (2×1) ; 4 (2x2) → 4 (2×2) ; 6 (2x3) → 6 (2×3) ; 9 (3x3) → 9 (3×3)
16 (4x4) → 16 (4×4) ; Millimeters (mm) → Milimét (mm) ; Inches (in) → Inch (in)
Points (pt) → Điểm (pt) ; Pica (P̸) → Pica ; Didot (DD) → Didot ; Cicero (CC) → Cicero
Page &Set: → &Chọn trang: ; Double Sided Printing → In hai mặt ; Off → Tắt
Long side binding → Lật theo cạnh dài ; Short side binding → Lật theo cạnh ngắn
Page &order: → Thứ &tự trang: ; Pages &per sheet: → &Số trang mỗi tờ:
Show single page → Xem một trang ; Show facing pages → Xem hai trang
Show overview of all pages → Xem mọi trang ; Page setup → Thiết lập trang
Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by a hyphen. E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9. → Ghi số trang hoặc khoảng trang, cách nhau bằng dấu phẩy, ví dụ 3,5-7,9 in các trang 3, 5, 6, 7 và 9.
"""  # noqa: E501 - one sentence a line

_BY_CONTEXT = {
    "QPageSize": {"Custom": "Khổ tự chọn"},
    "QPrintDialog": {"Reverse": "In từ trang cuối", "Type:": "Loại máy:"},
    "QWizard": {"Cancel": "Huỷ", "Done": "Xong"},
}
_TEXTS = _pairs(_BUTTONS) | _pairs(_EDITING) | _pairs(_FILES) | _pairs(_PRINTING)
