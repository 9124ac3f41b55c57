"""Correct Vietnamese, and what stands among it in an office: nothing of it may be «repaired»."""

from __future__ import annotations

import itertools

FAMILY = "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Quách".split()
MIDDLE = "Văn|Thị Hồng|Quốc|Xuân|Đình|Thị Thuỳ|Khắc|Hữu|Thị Ngọc|Duy".split("|")
GIVEN = "Hoà Toàn Thuý Quyên Huỳnh Uyên Khuê Nghĩa Giang Yến Quý Loan Ánh Ưng Ỷ Tuyết".split()

NAMES = [
    f"{FAMILY[n % len(FAMILY)]} {MIDDLE[n * 7 % len(MIDDLE)]} {GIVEN[n * 5 % len(GIVEN)]}"
    for n in range(160)
]
CAPITALS = [name.upper() for name in NAMES[:40]]

ONLY_WESTERN_LETTERS = """
Hoà; Hoá; Toàn; Loan; Khoá; Công an; Công tác; toà án; hoà bình; khoá sổ; tài chính; An Hoà; Lê
Hoà; Tô Hoài; Lê Hoàn; Hà Nam; Hà Giang; Lý Hoà; cán bộ; Cà Mau; Quý Hoà; Lê Quý; chính quyền;
hình thành; Hồ Xá; Sín Chéng; Bát Xát; Mèo Vạc; Sóc Sơn; Mê Linh; Lê Quý Quý; Hoàng; Ông; Bà;
Cô; chính; sáng; xóm Toà; bản Hoá; khí hoá; Thanh Hoà; Trà; Tô Tô; Ê Ê; hoè; khoét; ngoéo; quá;
quê; quì; gì; gìn; ý; thôn Cà; lá; mũi; xã Loà; ngã; dã ngoại; rõ ràng; cũng là; thuê; toét; oà;
choá; toã; hoàn toàn
"""
FOREIGN = """
Müller; São Paulo; Café; Señor; Krông Pắc; Kôn Plông; Y Bhuăt Êban; Niê; H'Hen Niê; Đắk Lắk; Đăk
Pék; Pleiku; bôxít; ôtô; càphê; côngtenơ; xêmina; Zürich; Genève; Curaçao; Åland; Łódź;
Россия và Việt Nam; Москва; ΔT; góc α, β, γ; 5 μm; 30°C; ½ giờ; 1¼; m²; m³; § 5; ©;
®; ± 5; £5; ¥100; «Vì An ninh»; «Cờ thi đua»; «Lá cờ đầu»; “Hoà”; ‘Lá’; A·B; 3 × 4; 1×; ·; …; –
; — ; 12/QĐ-BCA; № 5; e-mail: a.b@c.vn; https://x.vn/à; C:\\Tệp; UBND; HĐND; TĐKT; BCA-X01; V05;
PA03; K02; TP.HCM; CSCĐ; Trung tá; Thượng tá; Đại uý; chiến sỹ; chiến sĩ; kỹ sư; kĩ sư; Mỹ;
thuỷ; thủy; uỷ ban; ủy ban; quý
"""
SENTENCES = """
Hội nghị tổng kết công tác thi đua năm 2026 của Cụm thi đua số 2 diễn ra tại Hà Nội.
Đồng chí Nguyễn Văn A, Phó Cục trưởng Cục Cảnh sát hình sự, chủ trì hội nghị.
Các đơn vị hoàn thành 100% chỉ tiêu; trong đó có 05 chỉ tiêu vượt trên 20%.
Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15/6/2022;
Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ;
Tỷ lệ đồng ý: 85,71% (6/7 phiếu); không đồng ý: 0; ý kiến khác: 1.
Hội nghị bế mạc hồi 11 giờ 30 phút, ngày 05 tháng 3 năm 2026.
Biên bản được lập thành 02 bản, mỗi bên giữ 01 bản.
Hà Nội, ngày       tháng       năm 2026
KT. CỤC TRƯỞNG – PHÓ CỤC TRƯỞNG
CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Nơi nhận: như trên; lưu VT, V05.
Phong trào «Vì An ninh Tổ quốc» và «Công an nhân dân học tập, thực hiện Sáu điều Bác Hồ dạy».
Tập thể lao động xuất sắc; Đơn vị quyết thắng; Chiến sĩ thi đua cơ sở; Giấy khen.
"""


def _items(text: str) -> list[str]:
    return [item.strip() for item in text.replace("\n", " ").split(";") if item.strip()]


GOOD = [
    *NAMES,
    *CAPITALS,
    *_items(ONLY_WESTERN_LETTERS),
    *_items(FOREIGN),
    *SENTENCES.strip().splitlines(),
    *(f"{one} {two}" for one, two in itertools.pairwise(_items(ONLY_WESTERN_LETTERS)[:20])),
]
