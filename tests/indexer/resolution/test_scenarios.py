"""Small archives with planted traps: which document each mention means, or that nobody can say."""

from collections.abc import Callable
from typing import Any

import pytest

from corpus.model import Notice

Row = tuple[str, str | None, str | None, str]

HEAD = "LIÊN MINH HỢP TÁC XÃ TỈNH {place}\nSố: {number}\n{name}, ngày {day}\n\nKẾ HOẠCH\nThi đua\n\n{body}"
LAW_OF_2012, LAW_OF_2023 = "luat.23-2012-qh13", "luat.17-2023-qh15"

SCENARIOS: dict[str, tuple[list[Row], dict[str, list[str]]]] = {
    "one number in three provinces, one of them without a date": (
        [
            ("a", "Hà Tĩnh", "2019-05-01", "Kế hoạch số 60/KH-LMHTX ngày 18/3/2019 của Liên minh Hợp tác xã tỉnh"),
            ("b", "Quảng Bình", "2019-05-01", "Kế hoạch số 60/KH-LMHTX ngày 02/4/2019 của Liên minh Hợp tác xã tỉnh"),
            ("c", "Quảng Trị", "2019-07-01", "sáu tháng thực hiện Kế hoạch số 60/KH-LMHTX của Liên minh tỉnh"),
            ("d", None, "2019-08-01", "các tỉnh gửi lại Kế hoạch 60/KH-LMHTX để đối chiếu"),
            (
                "e",
                None,
                "2019-08-01",
                "Ở Hà Tĩnh, Kế hoạch 60/KH-LMHTX nêu chỉ tiêu rõ; Kế hoạch 60/KH-LMHTX của Quảng Bình thì không",
            ),
            ("f", None, "2019-08-01", "cách làm trong Kế hoạch số 60/KH-LMHTX ngày 02/4/2019 đáng học"),
        ],
        {
            "a": ["ke-hoach.60-kh-lmhtx.ha-tinh.2019"],
            "b": ["ke-hoach.60-kh-lmhtx.quang-binh.2019"],
            "c": ["ke-hoach.60-kh-lmhtx.quang-tri"],
            "d": ["ambiguous"],
            "e": ["ke-hoach.60-kh-lmhtx.ha-tinh.2019", "ke-hoach.60-kh-lmhtx.quang-binh.2019"],
            "f": ["ke-hoach.60-kh-lmhtx.quang-binh.2019"],
        },
    ),
    "a bare serial of the speaker's own, of the province's latest, of what all cite": (
        [
            ("a", "Sơn La", "2023-05-01", "Kế hoạch số 60/KH-UBND ngày 18/3/2023 của UBND tỉnh"),
            (
                "b",
                "Sơn La",
                "2023-07-01",
                "làm nốt việc của Kế hoạch 60; vốn góp theo Nghị định 193, thi đua theo Chỉ thị 34",
            ),
            ("c", "Sơn La", "2026-07-01", "làm nốt việc của Kế hoạch 60"),
            ("d", "Nghệ An", "2023-07-01", "làm nốt việc của Kế hoạch 60"),
        ],
        {
            "b": ["ke-hoach.60-kh-ubnd.son-la.2023", "nghi-dinh.193-2013-nd-cp", "chi-thi.34-ct-tw.2014"],
            "c": ["unresolved"],
            "d": ["unresolved"],
        },
    ),
    "told apart, or named only to be left aside": (
        [
            ("a", None, "2023-09-01", "Nghị quyết 18-NQ/TW khác hẳn Nghị quyết số 18-NQ/TW năm 2017"),
            (
                "b",
                None,
                "2025-02-01",
                "Chỉ thị số 35-CT/TW ngày 14/6/2024 (không phải Chỉ thị 35 năm 2019). Theo Chỉ thị 35 thì",
            ),
            (
                "c",
                "Sơn La",
                "2024-04-01",
                "Quyết định số 214/QĐ-UBND ngày 12/3/2024 của UBND tỉnh, đừng lẫn với Quyết định số 214/QĐ-UBND năm 2020.\nQuyết định 214 nói gì?",
            ),
        ],
        {
            "a": ["nghi-quyet.18-nq-tw.2022", "nghi-quyet.18-nq-tw.2017"],
            "b": ["chi-thi.35-ct-tw.2024", "chi-thi.35-ct-tw.2019", "chi-thi.35-ct-tw.2024"],
            "c": ["quyet-dinh.214-qd-ubnd.son-la.2024", "quyet-dinh.214-qd-ubnd.son-la.2020", "ambiguous"],
        },
    ),
    "what stands in a title is older than its bearer": (
        [
            (
                "a",
                None,
                "2021-07-01",
                "Kết luận số 01-KL/TW ngày 18/5/2021 của Bộ Chính trị về tiếp tục thực hiện Chỉ thị số 05-CT/TW",
            )
        ],
        {"a": ["ket-luan.1-kl-tw.2021", "chi-thi.5-ct-tw.2016"]},
    ),
    "before two provinces merge, one does not cite the other's": (
        [
            ("a", "Quảng Trị", "2021-05-01", "Quyết định số 611/QĐ-UBND ngày 16/3/2021 của UBND tỉnh"),
            ("b", "Quảng Bình", "2023-05-01", "Quyết định số 611/QĐ-UBND ngày 09/3/2023 của UBND tỉnh"),
            ("c", "Quảng Bình", "2023-06-01", "Quyết định 611 của UBND tỉnh"),
            ("d", "Quảng Trị", "2025-09-01", "phía bắc theo Quyết định số 611/QĐ-UBND ngày 09/3/2023"),
        ],
        {
            "c": ["quyet-dinh.611-qd-ubnd.quang-binh.2023"],
            "d": ["quyet-dinh.611-qd-ubnd.quang-binh.2023"],
        },
    ),
    "no number of every province's without province and day; no body that nobody knows": (
        [
            ("a", None, "2023-05-01", "treo Quyết định số 54/QĐ-UBND đã ố vàng"),
            ("b", None, "2023-05-01", "Quyết định số 54/QĐ-UBND ngày 02/3/2021 thì rõ"),
            (
                "c",
                None,
                "2023-05-01",
                "đọc lại Chỉ thị số 12/CT-TT, Kế hoạch 158/KH-LMH ngày 10/3/2023, Kế hoạch 96/KH",
            ),
        ],
        {
            "a": ["unresolved"],
            "b": ["quyet-dinh.54-qd-ubnd.2021"],
            "c": ["unresolved"] * 3,
        },
    ),
    "another subject speaks against the only one known": (
        [
            (
                "a",
                "Sơn La",
                "2019-05-01",
                "Chỉ thị số 46-CT/TU ngày 05/3/2019 của Tỉnh ủy về trồng cây ăn quả trên đất dốc",
            ),
            ("b", "Sơn La", "2023-05-01", "Chỉ thị số 46-CT/TU về phòng, chống ma túy học đường"),
            ("c", "Sơn La", "2023-05-01", "Chỉ thị số 46-CT/TU về trồng cây ăn quả"),
        ],
        {"b": ["unresolved"], "c": ["chi-thi.46-ct-tu.son-la.2019"]},
    ),
    "a district's document beside the province's": (
        [
            (
                "a",
                "Quảng Nam",
                "2018-12-10",
                "Quyết định số 45/QĐ-UBND ngày 26/11/2018 của UBND huyện Tiên Phước, khác với Quyết định số 45/QĐ-UBND ngày 19/3/2018 của UBND tỉnh",
            ),
            (
                "b",
                "Quảng Nam",
                "2019-02-01",
                "theo Quyết định số 45/QĐ-UBND ngày 26/11/2018 và Quyết định số 45/QĐ-UBND năm 2018 của UBND tỉnh",
            ),
        ],
        {
            "a": ["quyet-dinh.45-qd-ubnd.quang-nam.huyen-tien-phuoc.2018", "quyet-dinh.45-qd-ubnd.quang-nam.2018"],
            "b": ["quyet-dinh.45-qd-ubnd.quang-nam.huyen-tien-phuoc.2018", "quyet-dinh.45-qd-ubnd.quang-nam.2018"],
        },
    ),
    "two districts' resolutions of one year": (
        [
            (
                "a",
                "Đắk Lắk",
                "2021-11-22",
                "Nghị quyết số 04-NQ/HU ngày 07/7/2021 của Huyện ủy Krông Pắc và Nghị quyết số 04-NQ/HU ngày 30/9/2021 của Huyện ủy Cư Kuin",
            ),
            ("b", "Đắk Lắk", "2021-12-22", "các huyện nhắc Nghị quyết số 04-NQ/HU"),
        ],
        {
            "a": ["nghi-quyet.4-nq-hu.dak-lak.huyen-krong-pac.2021", "nghi-quyet.4-nq-hu.dak-lak.huyen-cu-kuin.2021"],
            "b": ["ambiguous"],
        },
    ),
    "a merged province cites what it took in": (
        [
            ("v", "Vĩnh Phúc", "2024-03-20", "Kế hoạch số 27/KH-LMHTX ngày 12/3/2024 của Liên minh Hợp tác xã tỉnh"),
            ("h", "Hòa Bình", "2018-03-20", "Chỉ thị số 09-CT/TU ngày 21/3/2017 của Tỉnh uỷ Hoà Bình"),
            (
                "p",
                "Phú Thọ",
                "2025-09-22",
                "Kế thừa Kế hoạch số 27/KH-LMHTX ngày 12/3/2024 của Liên minh Hợp tác xã tỉnh Vĩnh Phúc (cũ), nơi khác dùng Chỉ thị số 09-CT/TU ngày 21/3/2017",
            ),
            (
                "q",
                "Phú Thọ",
                "2026-03-05",
                "Tỉnh ủy vừa ban hành Chỉ thị số 09-CT/TU ngày 11/02/2026; Chỉ thị 09-CT/TU thay các văn bản cũ",
            ),
        ],
        {
            "p": ["ke-hoach.27-kh-lmhtx.vinh-phuc.2024", "chi-thi.9-ct-tu.hoa-binh.2017"],
            "q": ["chi-thi.9-ct-tu.phu-tho.2026"] * 2,
        },
    ),
    "two citers disagree, nobody has the original": (
        [
            (
                "a",
                "An Giang",
                "2024-04-02",
                "Kế hoạch số 311/KH-LMHTXVN ngày 28/3/2024 của Liên minh Hợp tác xã Việt Nam",
            ),
            (
                "b",
                "Lào Cai",
                "2024-05-02",
                "Kế hoạch số 311/KH-LMHTXVN ngày 18/3/2024 của Liên minh Hợp tác xã Việt Nam",
            ),
            (
                "c",
                "Sơn La",
                "2024-05-03",
                "Kế hoạch số 311/KH-LMHTXVN ngày 18/3/2024 của Liên minh Hợp tác xã Việt Nam",
            ),
            (
                "d",
                "Sơn La",
                "2025-05-03",
                "Kế hoạch số 311/KH-LMHTXVN ngày 18/3/2025 của Liên minh Hợp tác xã Việt Nam",
            ),
        ],
        {id_: ["ke-hoach.311-kh-lmhtxvn.2024"] for id_ in "abcd"},
    ),
    "short forms above and below the full one": (
        [
            (
                "a",
                "Vĩnh Phúc",
                "2017-02-14",
                "Thực hiện Chỉ thị 09, hội nghị nghe giới thiệu Chỉ thị số 09-CT/TU ngày 08/11/2016 của Ban Thường vụ Tỉnh ủy.\nChỉ thị 09 nêu bốn việc",
            ),
        ],
        {"a": ["chi-thi.9-ct-tu.vinh-phuc.2016"] * 3},
    ),
    "a full number above does not mean what is named below to tell two apart": (
        [
            ("a", "Quảng Bình", "2019-04-02", "Kế hoạch số 60/KH-LMHTX ngày 02/4/2019 của Liên minh Hợp tác xã tỉnh"),
            ("b", "Quảng Bình", "2022-06-02", "Kế hoạch số 60/KH-LMHTX ngày 09/5/2022 của Liên minh Hợp tác xã tỉnh"),
            (
                "c",
                "Quảng Bình",
                "2022-11-10",
                "Kết quả theo Kế hoạch 60/KH-LMHTX; so với Kế hoạch 60/KH-LMHTX năm 2019 tăng hai bậc",
            ),
        ],
        {"c": ["ambiguous", "ke-hoach.60-kh-lmhtx.quang-binh.2019"]},
    ),
    "of another province, of our own": (
        [
            ("a", "Hà Tĩnh", "2019-05-01", "Kế hoạch số 60/KH-LMHTX ngày 18/3/2019 của Liên minh Hợp tác xã tỉnh"),
            (
                "b",
                "Hà Tĩnh",
                "2019-07-01",
                "Đoàn học Kế hoạch số 60/KH-LMHTX của một tỉnh bạn; Kế hoạch số 60/KH-LMHTX của tỉnh ta",
            ),
            (
                "c",
                "Hà Tĩnh",
                "2019-07-01",
                "Tỉnh bạn đã ban hành Kế hoạch 60/KH-LMHTX và Quyết định số 7/QĐ-UBND của tỉnh khác",
            ),
            (
                "d",
                "Hà Tĩnh",
                "2019-07-01",
                "Kế hoạch số 60/KH-LMHTX của tỉnh ban hành, Tờ trình số 9/TTr-SCT của tỉnh Bến Tre",
            ),
        ],
        {
            "b": ["unresolved", "ke-hoach.60-kh-lmhtx.ha-tinh.2019"],
            "c": ["unresolved", "unresolved"],
            "d": ["ke-hoach.60-kh-lmhtx.ha-tinh.2019", "to-trinh.9-ttr-sct.ben-tre"],
        },
    ),
    "another one of the same number": (
        [
            (
                "a",
                None,
                "2022-07-11",
                "Nghị quyết số 20-NQ/TW ngày 16/6/2022 về kinh tế tập thể. Ngành y có một Nghị quyết 20-NQ/TW khác.",
            ),
            (
                "b",
                None,
                "2022-07-11",
                "học tập theo Chỉ thị 05 về học tập và làm theo Bác; chớ lẫn với Chỉ thị số 05-CT/TW ngày 23/6/2021",
            ),
        ],
        {
            "a": ["nghi-quyet.20-nq-tw.2022", "ambiguous"],
            "b": ["chi-thi.5-ct-tw.2016", "chi-thi.5-ct-tw.2021"],
        },
    ),
    "a dated mention decides for a bare serial, before it or behind": (
        [
            (
                "a",
                None,
                "2023-05-05",
                "Theo Nghị định 116. Nghị định 116 ngày 24/12/2010 của Chính phủ. Nghị định 116 của Chính phủ.",
            ),
            ("b", None, "2023-05-05", "Nghị định 116 của Chính phủ sửa đổi Nghị định 55 của Chính phủ"),
            (
                "c",
                None,
                "2023-05-05",
                "Chỉ thị 12 của Ban Bí thư, Chỉ thị số 12/CT-TTg ngày 25/4/2019, theo Chỉ thị 12 thì",
            ),
        ],
        {
            "a": ["nghi-dinh.116-2010-nd-cp"] * 3,
            "b": ["ambiguous", "nghi-dinh.55-2015-nd-cp"],
            "c": ["unresolved", "chi-thi.12-ct-ttg.2019", "chi-thi.12-ct-ttg.2019"],
        },
    ),
    "a day without its year, a year as people tell it, a term of office": (
        [
            ("a", "Yên Bái", "2012-07-01", "Chỉ thị số 15-CT/TU ngày 05/6/2012 của Tỉnh ủy"),
            ("b", "Yên Bái", "2017-07-01", "Chỉ thị số 15-CT/TU ngày 09/6/2017 của Tỉnh ủy"),
            ("c", "Yên Bái", "2017-10-20", "ông nhắc lại Chỉ thị 15 mà Tỉnh ủy ký hồi tháng 6 năm nay về dân cư"),
            ("d", "Yên Bái", "2017-10-20", "Ngày 9/6, Tỉnh ủy đã ban hành Chỉ thị số 15-CT/TU"),
            ("e", "Yên Bái", "2017-10-20", "Chỉ thị số 15-CT/TU của Tỉnh ủy nhiệm kỳ 2010 - 2015"),
            ("f", "Yên Bái", "2017-10-20", "Chỉ thị số 15-CT/TU của Tỉnh ủy khóa trước"),
            ("g", "Yên Bái", "2017-10-20", "Chỉ thị số 15-CT/TU của Tỉnh ủy"),
            ("h", "Yên Bái", "2017-10-20", "Chỉ thị số 15-CT/TU ban hành ngày 01/8 vừa rồi"),
        ],
        {
            "c": ["chi-thi.15-ct-tu.yen-bai.2017"],
            "d": ["chi-thi.15-ct-tu.yen-bai.2017"],
            "e": ["chi-thi.15-ct-tu.yen-bai.2012"],
            "f": ["chi-thi.15-ct-tu.yen-bai.2012"],
            "g": ["ambiguous"],
            "h": ["unresolved"],
        },
    ),
    "a law told by its passing, its force, its age": (
        [
            ("a", None, "2024-03-18", "Luật Hợp tác xã có hiệu lực từ ngày 01/7/2024"),
            ("b", None, "2024-03-18", "Luật Hợp tác xã được Quốc hội khóa XIII thông qua"),
            (
                "c",
                None,
                "2023-08-28",
                "Luật Hợp tác xã vừa được Quốc hội thông qua ngày 20/6/2023 khác Luật Hợp tác xã hiện hành",
            ),
            ("d", None, "2024-03-18", "Luật Hợp tác xã mới thay Luật Hợp tác xã cũ"),
        ],
        {
            "a": [LAW_OF_2023],
            "b": [LAW_OF_2012],
            "c": [LAW_OF_2023, LAW_OF_2012],
            "d": [LAW_OF_2023, LAW_OF_2012],
        },
    ),
    "two documents of the number named above": (
        [
            (
                "a",
                "Lâm Đồng",
                "2024-10-01",
                "Chỉ thị số 34-CT/TW ngày 07/4/2014 và Chỉ thị số 34-CT/TW ngày 24/5/2024 trùng số. Nhiều nơi nhầm Chỉ thị 34",
            ),
            (
                "b",
                "Lâm Đồng",
                "2024-10-01",
                "Chỉ thị số 34-CT/TW ngày 07/4/2014.\nChỉ thị số 34-CT/TW ngày 24/5/2024 được học, Chỉ thị 34 có 5 việc",
            ),
        ],
        {
            "a": ["chi-thi.34-ct-tw.2014", "chi-thi.34-ct-tw.2024", "ambiguous"],
            "b": ["chi-thi.34-ct-tw.2014", "chi-thi.34-ct-tw.2024", "chi-thi.34-ct-tw.2024"],
        },
    ),
    "a number with four dates": (
        [
            ("a", None, "2023-03-01", "theo Nghị quyết 20 đã học"),
            (
                "b",
                None,
                "2023-03-01",
                "Nghị quyết số 20-NQ/TW về kinh tế tập thể; ngành y tế làm Nghị quyết số 20-NQ/TW về sức khỏe nhân dân",
            ),
            ("c", None, "2023-03-01", "Nghị quyết số 20-NQ/TW khóa XIII, rồi Nghị quyết số 20-NQ/TW khóa XII"),
            ("d", None, "2010-03-01", "Nghị quyết 20-NQ/TW được nhắc lại"),
            ("e", None, "2023-03-01", "Nghị quyết số 20-NQ/TW ngày 16/6/2022 của Ban Chấp hành Trung ương khóa XII"),
            ("f", None, "2023-03-01", "tinh gọn bộ máy theo Nghị quyết số 18-NQ/TW"),
        ],
        {
            "a": ["ambiguous"],
            "b": ["nghi-quyet.20-nq-tw.2022", "nghi-quyet.20-nq-tw.2017"],
            "c": ["nghi-quyet.20-nq-tw.2022", "nghi-quyet.20-nq-tw.2017"],
            "d": ["nghi-quyet.20-nq-tw.2008"],
            "e": ["nghi-quyet.20-nq-tw.2022"],
            "f": ["nghi-quyet.18-nq-tw.2017"],
        },
    ),
    "wrong issuers, and notices older than what they cite": (
        [
            (
                "a",
                None,
                "2019-03-01",
                "Nghị định số 98/2018/NĐ-CP của Thủ tướng Chính phủ và Chỉ thị số 20-CT/TW ngày 02/01/2008 của Bộ Chính trị",
            ),
            ("b", None, "2018-06-11", "Nghị định số 98/2018/NĐ-CP ngày 05/7/2018 đang được chờ đợi"),
            ("c", None, "2018-06-11", "Quyết định số 490/QĐ-TTg ngày 07/5/2015 của Thủ tướng Chính phủ"),
        ],
        {
            "a": ["nghi-dinh.98-2018-nd-cp", "chi-thi.20-ct-tw.2008"],
            "b": ["nghi-dinh.98-2018-nd-cp"],
            "c": ["quyet-dinh.490-qd-ttg.2018"],
        },
    ),
    "cooperatives are everywhere: naming them tells no directive from another": (
        [
            ("a", "Sơn La", "2022-01-17", "hợp tác xã làm tốt; Chỉ thị số 12/CT-TTg chưa xong ở các hợp tác xã"),
            ("b", "Sơn La", "2022-01-17", "phát triển kinh tế tập thể theo Chỉ thị số 12/CT-TTg"),
        ],
        {"a": ["ambiguous"], "b": ["chi-thi.12-ct-ttg.2018"]},
    ),
    "laws by name on both sides of the day": (
        [
            ("a", None, "2024-06-30", "theo Luật Hợp tác xã hiện hành"),
            ("b", None, "2024-07-01", "theo Luật Hợp tác xã hiện hành"),
            ("c", None, None, "Luật HTX quy định thế nào về vốn góp"),
            (
                "d",
                None,
                "2024-08-01",
                "Luật Hợp tác xã năm 2012 nay thay bằng Luật Hợp tác xã năm 2023.\nLuật Hợp tác xã mở thêm thành viên",
            ),
            ("e", None, "2005-01-01", "theo Luật Hợp tác xã"),
        ],
        {
            "a": [LAW_OF_2012],
            "b": [LAW_OF_2023],
            "c": ["ambiguous"],
            "d": [LAW_OF_2012, LAW_OF_2023, LAW_OF_2023],
            "e": ["luat.18-2003-qh11"],
        },
    ),
    "plenums and congresses": (
        [
            (
                "a",
                None,
                "2010-01-01",
                "Nghị quyết Trung ương 5 khóa IX; Nghị quyết Trung ương 7 khóa X về nông nghiệp, nông dân, nông thôn",
            ),
            ("b", None, "2006-03-01", "Nghị quyết Trung ương 5 về kinh tế tập thể được quán triệt"),
            ("c", None, "2022-09-01", "Nghị quyết Trung ương 5 khóa XIII có nhiều nội dung"),
            ("d", None, "2010-01-01", "Nghị quyết Trung ương 5 khóa IX về nhiệm vụ của công tác tư tưởng lý luận"),
            (
                "e",
                "Kiên Giang",
                "2021-07-05",
                "Nghị quyết Đại hội Liên minh Hợp tác xã tỉnh Kiên Giang và Nghị quyết Đại hội Liên minh Hợp tác xã Việt Nam",
            ),
            (
                "f",
                "Kiên Giang",
                "2021-07-05",
                "Nghị quyết Đại hội Liên minh Hợp tác xã tỉnh lần thứ V; Nghị quyết Đại hội XIII của Đảng",
            ),
        ],
        {
            "a": ["nghi-quyet.13-nq-tw.2002", "nghi-quyet.26-nq-tw.2008"],
            "b": ["nghi-quyet.13-nq-tw.2002"],
            "c": ["ambiguous"],
            "d": ["unresolved"],
            "e": ["nghi-quyet.dai-hoi-lien-minh-htx.kien-giang", "nghi-quyet.dai-hoi-lien-minh-htx"],
            "f": ["nghi-quyet.dai-hoi-lien-minh-htx-5.kien-giang", "nghi-quyet.dai-hoi-dang-13"],
        },
    ),
    "letters of the national alliance have no province, those of a province have": (
        [
            (
                "a",
                "Thái Nguyên",
                "2017-04-11",
                "Công văn số 205/LMHTX-CSPT ngày 15/3/2017 của Liên minh HTX Việt Nam. Công văn số 205/LMHTX-CSPT yêu cầu báo cáo",
            ),
            ("b", "Kiên Giang", "2022-02-28", "Công văn số 312/LMHTX-PT ngày 14/02/2022 yêu cầu báo cáo"),
        ],
        {"a": ["cong-van.205-lmhtx-cspt.2017"] * 2, "b": ["cong-van.312-lmhtx-pt.kien-giang.2022"]},
    ),
    "a bare serial in a province": (
        [
            ("a", "Kiên Giang", "2021-07-05", "Chỉ thị số 08-CT/TU ngày 11/5/2021 của Ban Thường vụ Tỉnh ủy"),
            ("b", "Quảng Bình", "2021-07-05", "Chỉ thị số 08-CT/TU ngày 24/02/2021 của Ban Thường vụ Tỉnh ủy"),
            (
                "c",
                "Kiên Giang",
                "2023-01-10",
                "Chỉ thị 08 của Ban Thường vụ Tỉnh ủy tiếp tục được làm; một người nhắc Nghị quyết 09",
            ),
        ],
        {"c": ["chi-thi.8-ct-tu.kien-giang.2021", "unresolved"]},
    ),
}


@pytest.mark.parametrize("name", SCENARIOS)
def test_scenario(library: Any, notice: Callable[..., Notice], name: str) -> None:
    rows, wanted = SCENARIOS[name]
    found = library(*(notice(id_, text, place=place, on=on) for id_, place, on, text in rows))
    assert {id_: found.targets(id_) for id_ in wanted} == wanted
    backwards = library(*(notice(id_, text, place=place, on=on) for id_, place, on, text in reversed(rows)))
    assert {id_: backwards.targets(id_) for id_ in wanted} == wanted, "the order of notices means nothing"


def test_a_date_goes_to_the_vague_and_never_across_conflicts(library: Any, notice: Callable[..., Notice]) -> None:
    found = library(
        notice("a", "theo Chỉ thị 7-CT/TU", place="Sơn La"),
        notice("b", "Chỉ thị số 7-CT/TU tháng 4/2022", place="Sơn La"),
        notice("c", "Chỉ thị số 7-CT/TU ngày 05/4/2022", place="Sơn La"),
        notice("d", "Chỉ thị số 7-CT/TU ngày 05/5/2022", place="Sơn La"),
        notice("e", "theo Chỉ thị 7-CT/TU", place="Nghệ An"),
    )
    assert found.targets("a") == ["chi-thi.7-ct-tu.son-la.2022"]
    known = found.instruments()
    assert known["chi-thi.7-ct-tu.son-la.2022"].issued_on == "2022-04-05", "the month is a word for one of the two days"
    assert found.outcomes["d"][0].conflicts == ("issued_on",)
    assert found.targets("e") == ["chi-thi.7-ct-tu.nghe-an"]
    assert known["chi-thi.7-ct-tu.nghe-an"].issued_on is None


def test_the_place_of_a_notice_without_one(library: Any, notice: Callable[..., Notice]) -> None:
    text = HEAD.format(
        place="BẮC GIANG",
        number="19/KH-LMHTX",
        name="Bắc Giang",
        day="03 tháng 4 năm 2023",
        body="Thực hiện Chỉ thị số 11-CT/TU ngày 06/02/2023.",
    )
    citer = notice("b", "tổng kết Kế hoạch số 19/KH-LMHTX", place="tỉnh Bắc Giang")
    found = library(notice("a", text), citer)
    assert found.targets("a") == ["chi-thi.11-ct-tu.bac-giang.2023"]
    assert found.targets("b") == ["ke-hoach.19-kh-lmhtx.bac-giang.2023"]


def test_a_page_published_later_does_not_date_its_document(library: Any, notice: Callable[..., Notice]) -> None:
    page = notice(
        "a", "LIÊN MINH HỢP TÁC XÃ TỈNH SƠN LA\nSố: 19/KH-LMHTX\n\nKẾ HOẠCH\nThi đua", place="Sơn La", on="2023-01-09"
    )
    citer = notice("b", "Kế hoạch số 19/KH-LMHTX ngày 28/12/2022 của Liên minh tỉnh", place="Sơn La")
    found = library(page, citer)
    assert found.targets("b") == ["ke-hoach.19-kh-lmhtx.son-la.2022"]
    document = found.instruments()["ke-hoach.19-kh-lmhtx.son-la.2022"]
    assert (document.issued_on, document.notice_id) == ("2022-12-28", "a")
    assert library(page).clusters("ke-hoach 19")[0].instrument.issued_on == "2023-01-09", "for want of anything better"
