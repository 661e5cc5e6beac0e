"""Numbers as people remember them, each with the document that they mean."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from corpus.store import Store
from crawler.importing import ImportFault, read_files
from indexer.archive import Archive
from indexer.asking.lookup import _fit
from indexer.asking.references import Remembered, read_remembered
from tests.archives import index_archive, open_archive

SAMPLE = [
    # the number itself, in every dress
    ("Chỉ thị 12/CT-TTg", "chi-thi.12-ct-ttg.2018"),
    ("Chỉ thị số 12/CT-TTg ngày 22/5/2018 của Thủ tướng Chính phủ", "chi-thi.12-ct-ttg.2018"),
    ("12/CT-TTg", "chi-thi.12-ct-ttg.2018"),
    ("12/ct-ttg", "chi-thi.12-ct-ttg.2018"),
    ("12-ct/ttg", "chi-thi.12-ct-ttg.2018"),
    ("12 ct ttg", "chi-thi.12-ct-ttg.2018"),
    ("12ct ttg", "chi-thi.12-ct-ttg.2018"),
    ("CT-TTg 12", "chi-thi.12-ct-ttg.2018"),
    ("chi thi 12", "chi-thi.12-ct-ttg.2018"),
    ("chỉ thị 12", "chi-thi.12-ct-ttg.2018"),
    ("CHỈ THỊ SỐ 12", "chi-thi.12-ct-ttg.2018"),
    ("ct12", "chi-thi.12-ct-ttg.2018"),
    ("CT 12", "chi-thi.12-ct-ttg.2018"),
    ("ct so 12", "chi-thi.12-ct-ttg.2018"),
    ("chỉ thị 12 thủ tướng", "chi-thi.12-ct-ttg.2018"),
    ("chi thi 12 ttg", "chi-thi.12-ct-ttg.2018"),
    ("KL56", "ket-luan.56-kl-tw.2013"),
    ("KL 56-KL/TW", "ket-luan.56-kl-tw.2013"),
    ("ket luan 56", "ket-luan.56-kl-tw.2013"),
    ("kết luận số 56 của bộ chính trị", "ket-luan.56-kl-tw.2013"),
    ("56 KL TW", "ket-luan.56-kl-tw.2013"),
    ("ket luan 78 - kl/tw", "ket-luan.78-kl-tw.2020"),
    ("34 ct tw", "chi-thi.34-ct-tw.2014"),
    ("34-CT/TƯ", "chi-thi.34-ct-tw.2014"),
    ("34/CT-TW", "chi-thi.34-ct-tw.2014"),
    ("chỉ thị 34 bộ chính trị", "chi-thi.34-ct-tw.2014"),
    ("chi thi 34 trung uong", "chi-thi.34-ct-tw.2014"),
    ("22/CT-TW", "chi-thi.22-ct-tw.2018"),
    ("CT 05-CT/TW", "chi-thi.5-ct-tw.2016"),
    ("5-CT/TW", "chi-thi.5-ct-tw.2016"),
    ("chi thi 03", "chi-thi.3-ct-tw.2011"),
    ("chỉ thị 3 bộ chính trị 2011", "chi-thi.3-ct-tw.2011"),
    ("NQ 13-NQ/TW", "nghi-quyet.13-nq-tw.2002"),
    ("nq13", "nghi-quyet.13-nq-tw.2002"),
    ("nghi quyet 20 trung uong", "nghi-quyet.20-nq-tw.2022"),
    ("20/NQ-TW 2022", "nghi-quyet.20-nq-tw.2022"),
    ("737/KH LMHTXVN", "ke-hoach.737-kh-lmhtxvn.2018"),
    ("737/kh-lmhtxvn", "ke-hoach.737-kh-lmhtxvn.2018"),
    ("kế hoạch 737", "ke-hoach.737-kh-lmhtxvn.2018"),
    ("kh 737 2018", "ke-hoach.737-kh-lmhtxvn.2018"),
    ("KH 158 LMHTXVN", "ke-hoach.158-kh-lmhtxvn.2023"),
    ("ke hoach 662", "ke-hoach.662-kh-lmhtxvn.2023"),
    ("1804/QĐ-TTg", "quyet-dinh.1804-qd-ttg.2020"),
    ("quyet dinh 1804", "quyet-dinh.1804-qd-ttg.2020"),
    ("QD 1804", "quyet-dinh.1804-qd-ttg.2020"),
    ("QĐ-TTg 1804", "quyet-dinh.1804-qd-ttg.2020"),
    ("1804/QD-TTg", "quyet-dinh.1804-qd-ttg.2020"),
    ("quyết định 2261/QĐ-TTg", "quyet-dinh.2261-qd-ttg.2014"),
    ("qđ 461", "quyet-dinh.461-qd-ttg.2018"),
    ("QĐ 490 OCOP", "quyet-dinh.490-qd-ttg.2018"),
    ("CT 12TTg", "chi-thi.12-ct-ttg.2018"),
    ("CT12/TTg", "chi-thi.12-ct-ttg.2018"),
    ("12/CT–TTg", "chi-thi.12-ct-ttg.2018"),
    ("thủ tướng chỉ thị 12", "chi-thi.12-ct-ttg.2018"),
    ("kh 737 lmhtx vn", "ke-hoach.737-kh-lmhtxvn.2018"),
    ("KH 737 LMHTX Việt Nam", "ke-hoach.737-kh-lmhtxvn.2018"),
    ('"12/CT-TTg"', "chi-thi.12-ct-ttg.2018"),
    ('"12/CT-TTg" 2019', "chi-thi.12-ct-ttg.2019"),
    # years inside the number, laws and decrees
    ("23/2012/QH13", "luat.23-2012-qh13"),
    ("luật 23/2012", "luat.23-2012-qh13"),
    ("luat 23/2012/qh13", "luat.23-2012-qh13"),
    ("luat htx 2012", "luat.23-2012-qh13"),
    ("luật hợp tác xã 2012", "luat.23-2012-qh13"),
    ("Luật Hợp tác xã năm 2012", "luat.23-2012-qh13"),
    ("luật hợp tác xã mới 2023", "luat.17-2023-qh15"),
    ("luat htx sua doi 2023", "luat.17-2023-qh15"),
    ("luat hop tac xa 2023", "luat.17-2023-qh15"),
    ("Luật HTX 17/2023/QH15", "luat.17-2023-qh15"),
    ("luật hợp tác xã năm 2003", "luat.18-2003-qh11"),
    ("luat thi dua khen thuong", "luat.15-2003-qh11"),
    ("luật thi đua, khen thưởng 2003", "luat.15-2003-qh11"),
    ("193/2013/NĐ-CP", "nghi-dinh.193-2013-nd-cp"),
    ("NĐ 193/2013", "nghi-dinh.193-2013-nd-cp"),
    ("nghi dinh 193 nam 2013", "nghi-dinh.193-2013-nd-cp"),
    ("nghị định 193", "nghi-dinh.193-2013-nd-cp"),
    ("nd193", "nghi-dinh.193-2013-nd-cp"),
    ("193/2013", "nghi-dinh.193-2013-nd-cp"),
    ("193/2013/ND-CP", "nghi-dinh.193-2013-nd-cp"),
    ("nghị định 98/2018", "nghi-dinh.98-2018-nd-cp"),
    ("nd 113/2024/nd-cp", "nghi-dinh.113-2024-nd-cp"),
    ("62/2013/QĐ-TTg", "quyet-dinh.62-2013-qd-ttg"),
    ("nghị quyết 104/2018/NQ-HĐND", "nghi-quyet.104-2018-nq-hdnd.lam-dong"),
    ("nq 104 hđnd lâm đồng", "nghi-quyet.104-2018-nq-hdnd.lam-dong"),
    # a year, month, date, issuer, place or word chooses
    ("CT 12 2018", "chi-thi.12-ct-ttg.2018"),
    ("CT 12 2019", "chi-thi.12-ct-ttg.2019"),
    ("chỉ thị 12 năm 2019", "chi-thi.12-ct-ttg.2019"),
    ("12/CT-TTg 2019", "chi-thi.12-ct-ttg.2019"),
    ("chỉ thị số 12 ngày 22/5/2018", "chi-thi.12-ct-ttg.2018"),
    ("chỉ thị số 12 ngày 25/4/2019", "chi-thi.12-ct-ttg.2019"),
    ("chỉ thị số 12 ngày 25 tháng 4 năm 2019", "chi-thi.12-ct-ttg.2019"),
    ("chi thi 12 ngay 22 thang 5 nam 2018", "chi-thi.12-ct-ttg.2018"),
    ("12/CT-TTg 25 tháng 4 năm 2019", "chi-thi.12-ct-ttg.2019"),
    ("25/4/2019 chỉ thị 12", "chi-thi.12-ct-ttg.2019"),
    ("chỉ thị ngày 25/4/2019", "chi-thi.12-ct-ttg.2019"),
    ("ke hoach 12/7/2018", "ke-hoach.737-kh-lmhtxvn.2018"),
    ("chi thi 12 ngay 25-4-2019", "chi-thi.12-ct-ttg.2019"),
    ("chi thi 12 thang 4 nam 2019", "chi-thi.12-ct-ttg.2019"),
    ("chỉ thị 12 tháng 4/2019", "chi-thi.12-ct-ttg.2019"),
    ("chi thi 12 4/2019", "chi-thi.12-ct-ttg.2019"),
    ("chỉ thị 12 tín dụng đen", "chi-thi.12-ct-ttg.2019"),
    ("34-CT/TW 2024", "chi-thi.34-ct-tw.2024"),
    ("34-CT/TW ngày 24/5/2024", "chi-thi.34-ct-tw.2024"),
    ("chỉ thị 34 ban bí thư", "chi-thi.34-ct-tw.2024"),
    ("CT 34/TW nhà ở xã hội", "chi-thi.34-ct-tw.2024"),
    ("chỉ thị 34 thi đua khen thưởng", "chi-thi.34-ct-tw.2014"),
    ("chỉ thị 12/2019", "chi-thi.12-ct-ttg.2019"),
    ("CT số 12/2018", "chi-thi.12-ct-ttg.2018"),
    ("kh 45/2018 thái bình", "ke-hoach.45-kh-lmhtx.thai-binh.2018"),
    ("CT 05 2016", "chi-thi.5-ct-tw.2016"),
    ("chỉ thị 15 tỉnh ủy quảng trị", "chi-thi.15-ct-tu.quang-tri.2017"),
    ("chi thi 15 quang tri", "chi-thi.15-ct-tu.quang-tri.2017"),
    ("15-CT/TU vĩnh long", "chi-thi.15-ct-tu.vinh-long.2017"),
    ("15 ct tu thai binh", "chi-thi.15-ct-tu.thai-binh.2016"),
    ("15-CT/TU 2016", "chi-thi.15-ct-tu.thai-binh.2016"),
    ("15-CT/TU tháng 3/2017", "chi-thi.15-ct-tu.quang-tri.2017"),
    ("45/KH-LMHTX thái bình 2020", "ke-hoach.45-kh-lmhtx.thai-binh.2020"),
    ("45/KH-LMHTX 2018", "ke-hoach.45-kh-lmhtx.thai-binh.2018"),
    ("kế hoạch 45 liên minh htx thái bình 2018", "ke-hoach.45-kh-lmhtx.thai-binh.2018"),
    ("118/KH-LMHTX", "ke-hoach.118-kh-lmhtx.vinh-long.2018"),
    ("118/BC-LMHTX", "bao-cao.118-bc-lmhtx.son-la.2024"),
    ("báo cáo 118 sơn la", "bao-cao.118-bc-lmhtx.son-la.2024"),
    ("88/LMHTX-CSPT", "cong-van.88-lmhtx-cspt.thai-binh.2014"),
    ("kế hoạch 88 quảng trị", "ke-hoach.88-kh-lmhtx.quang-tri.2021"),
    ("96/KH-LMHTXVN", "ke-hoach.96-kh-lmhtxvn.2013"),
    ("chương trình 39", "chuong-trinh.39-ctr-lmhtx.vinh-long.2017"),
    ("hướng dẫn 85 sơn la", "huong-dan.85-hd-lmhtx.son-la.2021"),
    ("thông báo 41 quảng trị 2025", "thong-bao.41-tb-lmhtx.quang-tri.2025"),
    # by name
    ("nghị quyết trung ương 5 khóa 9", "nghi-quyet.13-nq-tw.2002"),
    ("nghi quyet trung uong 5 khoa ix", "nghi-quyet.13-nq-tw.2002"),
    ("NQ TW5 khóa IX", "nghi-quyet.13-nq-tw.2002"),
    ("nghị quyết 5 khóa IX", "nghi-quyet.13-nq-tw.2002"),
    ("NQTW 5 khóa IX", "nghi-quyet.13-nq-tw.2002"),
    ("nghị quyết hội nghị lần thứ năm ban chấp hành trung ương khóa IX", "nghi-quyet.13-nq-tw.2002"),
    ("NQ TW 5 khoá 13", "nghi-quyet.20-nq-tw.2022"),
    ("nq 20 trung uong 2022", "nghi-quyet.20-nq-tw.2022"),
    ("điều lệ liên minh hợp tác xã việt nam", "dieu-le.lien-minh-hop-tac-xa-viet-nam"),
]

REFERENCE = [
    ("chi thi 12", "chi-thi.12-ct-ttg.2018"),
    ("12/CT-TTg tín dụng đen", "chi-thi.12-ct-ttg.2019"),
    ("chỉ thị 12 tháng 5 năm 2018", "chi-thi.12-ct-ttg.2018"),
    ("12-ct/ttg 25.4.2019", "chi-thi.12-ct-ttg.2019"),
    ("CT 12 2018", "chi-thi.12-ct-ttg.2018"),
    ("chi thi 15 nghe an", "chi-thi.15-ct-tu.nghe-an.2017"),
    ("15-CT/TU Hải Dương", "chi-thi.15-ct-tu.hai-duong.2016"),
    ("chỉ thị 15 tỉnh ủy bến tre", "chi-thi.15-ct-tu.ben-tre"),
    ("15-CT/TU ngày 12/9/2017", "chi-thi.15-ct-tu.nghe-an.2017"),
    ("15 ct tu 2016", "chi-thi.15-ct-tu.hai-duong.2016"),
    ("chi thi 20 ban bi thu", "chi-thi.20-ct-tw.2008"),
    ("CT20 2008", "chi-thi.20-ct-tw.2008"),
    ("22-CT/TW", "chi-thi.22-ct-tw.2018"),
    ("chỉ thị 22 ngày 23/01/2018", "chi-thi.22-ct-tw.2018"),
    ("03 ct tw", "chi-thi.3-ct-tw.2011"),
    ("34 CT/TW 2014", "chi-thi.34-ct-tw.2014"),
    ("ct34 2024", "chi-thi.34-ct-tw.2024"),
    ("chi thi 34 nha o xa hoi", "chi-thi.34-ct-tw.2024"),
    ("35-CT/TW", "chi-thi.35-ct-tw.2019"),
    ("chi thi 36", "chi-thi.36-ct-tw.2014"),
    ("chi thi 05", "chi-thi.5-ct-tw.2016"),
    ("CT 05-CT/TW 15/5/2016", "chi-thi.5-ct-tw.2016"),
    ("29/HD-LMHTX", "huong-dan.29-hd-lmhtx.lam-dong.2019"),
    ("hướng dẫn 29 lâm đồng", "huong-dan.29-hd-lmhtx.lam-dong.2019"),
    ("118/KH-LMHTX bến tre", "ke-hoach.118-kh-lmhtx.ben-tre.2018"),
    ("118/KH-LMHTX nghệ an", "ke-hoach.118-kh-lmhtx.nghe-an.2018"),
    ("kế hoạch 118 ngày 20/8/2018", "ke-hoach.118-kh-lmhtx.nghe-an.2018"),
    ("139-KH/TU", "ke-hoach.139-kh-tu.hai-duong.2019"),
    ("kh 158", "ke-hoach.158-kh-lmhtxvn.2023"),
    ("17/KH-LMHTX", "ke-hoach.17-kh-lmhtx.lam-dong.2015"),
    ("210/KH-UBND", "ke-hoach.210-kh-ubnd.nghe-an.2018"),
    ("kế hoạch 210 nghệ an", "ke-hoach.210-kh-ubnd.nghe-an.2018"),
    ("22/KH-LMHTX", "ke-hoach.22-kh-lmhtx.hai-duong.2023"),
    ("31/KH-LMHTX 2013", "ke-hoach.31-kh-lmhtx.hai-duong.2013"),
    ("kh 39 lam dong 2023", "ke-hoach.39-kh-lmhtx.lam-dong.2023"),
    ("45/KH-LMHTX 2018", "ke-hoach.45-kh-lmhtx.hai-duong.2018"),
    ("45/KH-LMHTX hải dương 2020", "ke-hoach.45-kh-lmhtx.hai-duong.2020"),
    ("64/KH-LMHTX", "ke-hoach.64-kh-lmhtx.nghe-an.2023"),
    ("662 kh lmhtxvn", "ke-hoach.662-kh-lmhtxvn.2023"),
    ("737", "ke-hoach.737-kh-lmhtxvn.2018"),
    ("số 737/KH-LMHTXVN", "ke-hoach.737-kh-lmhtxvn.2018"),
    ("96 kh lmhtxvn 2013", "ke-hoach.96-kh-lmhtxvn.2013"),
    ("kl 01", "ket-luan.1-kl-tw.2021"),
    ("01-KL/TW", "ket-luan.1-kl-tw.2021"),
    ("ket luan 56 2013", "ket-luan.56-kl-tw.2013"),
    ("kl78", "ket-luan.78-kl-tw.2020"),
    ("luat thi dua khen thuong 2003", "luat.15-2003-qh11"),
    ("luật htx 2023", "luat.17-2023-qh15"),
    ("luat hop tac xa 2003", "luat.18-2003-qh11"),
    ("luật 18/2003/QH11", "luat.18-2003-qh11"),
    ("113/2024/NĐ-CP", "nghi-dinh.113-2024-nd-cp"),
    ("nghi dinh 42 nam 2010", "nghi-dinh.42-2010-nd-cp"),
    ("NĐ91", "nghi-dinh.91-2017-nd-cp"),
    ("nghị định số 98", "nghi-dinh.98-2018-nd-cp"),
    ("104/2018/NQ-HĐND", "nghi-quyet.104-2018-nq-hdnd.lam-dong"),
    ("nq 13", "nghi-quyet.13-nq-tw.2002"),
    ("nghị quyết 20 2022", "nghi-quyet.20-nq-tw.2022"),
    ("nghị quyết đại hội XII của đảng", "nghi-quyet.dai-hoi-dang-12"),
    ("nghi quyet dai hoi 11", "nghi-quyet.dai-hoi-dang-11"),
    ("1328/QĐ-TTg", "quyet-dinh.1328-qd-ttg.2021"),
    ("qd 1328", "quyet-dinh.1328-qd-ttg.2021"),
    ("quyết định 62/2013/QĐ-TTg", "quyet-dinh.62-2013-qd-ttg"),
    ("qd 62 2013", "quyet-dinh.62-2013-qd-ttg"),
    ("87/BC-LMHTX", "bao-cao.87-bc-lmhtx.nghe-an.2019"),
    ("bc 122 ben tre", "bao-cao.122-bc-lmhtx.ben-tre.2024"),
    ("thông báo 40 nghệ an", "thong-bao.40-tb-lmhtx.nghe-an.2024"),
]


@pytest.fixture(scope="module")
def reference_archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    folder = tmp_path_factory.mktemp("numbers") / "archive"
    with Store.open(folder, create=True) as store, store.batches() as save:
        for row in read_files([Path(__file__).parents[2] / "data" / "eighteen" / "notices.jsonl"]):
            assert not isinstance(row, ImportFault), row
            save(row)
    index_archive(folder)
    archive = open_archive(folder)
    yield archive
    archive.close()


@pytest.mark.parametrize(("query", "first"), SAMPLE)
def test_the_document_comes_first(demo_archive: Archive, query: str, first: str) -> None:
    assert [row["id"] for row in demo_archive.search(query)["instruments"]][:1] == [first]


@pytest.mark.parametrize(("query", "first"), REFERENCE)
def test_the_document_comes_first_in_the_reference_archive(reference_archive: Archive, query: str, first: str) -> None:
    assert [row["id"] for row in reference_archive.search(query)["instruments"]][:1] == [first]


@pytest.mark.parametrize(
    ("query", "offered"),
    [
        ("chi thi 12", {"chi-thi.12-ct-ttg.2018", "chi-thi.12-ct-ttg.2019"}),
        ("34-CT/TW", {"chi-thi.34-ct-tw.2014", "chi-thi.34-ct-tw.2024"}),
        ("45/KH-LMHTX", {"ke-hoach.45-kh-lmhtx.thai-binh.2018", "ke-hoach.45-kh-lmhtx.thai-binh.2020"}),
        (
            "15-CT/TU",
            {"chi-thi.15-ct-tu.quang-tri.2017", "chi-thi.15-ct-tu.thai-binh.2016", "chi-thi.15-ct-tu.vinh-long.2017"},
        ),
    ],
)
def test_namesakes_are_all_offered_with_what_tells_them_apart(
    demo_archive: Archive, query: str, offered: set[str]
) -> None:
    rows = demo_archive.search(query)["instruments"]
    assert {row["id"] for row in rows} >= offered
    told = [(row["issuer"], row["issued_on"], row["place"]) for row in rows]
    assert len(set(told)) == len(told)


@pytest.mark.parametrize(
    "query",
    [
        "12 nhiệm vụ",
        "25 năm",
        "kỷ niệm 30 năm",
        "hợp tác xã",
        "năm 2018",
        "5 hợp tác xã tiêu biểu",
        "quý 3",
        "100 thành viên",
        "nghị quyết 5 khóa 9 hội đồng nhân dân tỉnh sơn la",
        "kế hoạch thi đua 7/2018",
        "kế hoạch thi đua ngày 12/7/2018",
        '"hợp tác xã"',
    ],
)
def test_what_is_no_number_of_a_document(demo_archive: Archive, query: str) -> None:
    result = demo_archive.search(query)
    assert result["instruments"] == []
    assert result["total"] > 0


DECREE = {"number": "193/2013/NĐ-CP", "issued_on": "2013-11-21", "issuer": "Chính phủ", "title": "Luật Hợp tác xã"}
SAYS_NOTHING = {
    "number": None,
    "issued_on": None,
    "issuer": None,
    "place": None,
    "title": None,
    "variants": {"titles": []},
}
DIRECTIVE = {"number": "12/CT-TTg", "issued_on": "2018-05-22", "issuer": "Thủ tướng Chính phủ", "title": "thi đua"}
UNDATED = {"number": "12/CT-TTg", "issuer": None}
LOCAL = {"number": "15-CT/TU", "issued_on": "2017", "place": "Sơn La", "issuer": "Tỉnh ủy Sơn La"}
PARTY = {"number": "34-CT/TW", "issuer": "Ban Bí thư"}


@pytest.mark.parametrize(
    ("said", "payload", "points"),
    [
        ({}, DIRECTIVE, 0),
        # the symbol
        ({"organs": ("ct", "ttg")}, DIRECTIVE, 0),
        ({"organs": ("ct", "tw")}, DIRECTIVE, None),
        ({"organs": ("ttg",), "issuer": "Thủ tướng Chính phủ"}, {**DIRECTIVE, "number": "12"}, 2),
        ({"organs": ("ttg",), "issuer": "Bộ Tài chính"}, {**DIRECTIVE, "number": "12"}, None),
        ({"organs": ("ttg",)}, {**DIRECTIVE, "number": None}, None),
        # a day, a month, a year
        ({"date": "2018-05-22"}, DIRECTIVE, 3),
        ({"date": "2018-05"}, DIRECTIVE, 3),
        ({"date": "2018-05-23"}, DIRECTIVE, None),
        ({"year": "2018"}, DIRECTIVE, 3),
        ({"year": "2019"}, DIRECTIVE, None),
        ({"year": "2017"}, DIRECTIVE, None),
        ({"year": "2019"}, UNDATED, -0.5),
        ({"date": "2018-05-22", "year": "2018"}, DIRECTIVE, 6),
        ({"date": "2018-05-22", "year": "2019"}, DIRECTIVE, None),
        # a year inside the number
        ({"year": "2013"}, DECREE, 3),
        ({"year": "2013"}, {**DECREE, "issued_on": None}, 2),
        ({"year": "2013"}, {**DECREE, "issued_on": "2014-01-02"}, 2),
        ({"date": "2013-11"}, {**DECREE, "issued_on": "2014-01-02"}, None),
        ({"year": "2014"}, DECREE, None),
        ({"inner_year": "2013"}, DECREE, 0),
        ({"inner_year": "2018"}, DIRECTIVE, 2),
        ({"inner_year": "2019"}, DIRECTIVE, None),
        ({"inner_year": "2019"}, UNDATED, None),
        # a place
        ({"place": "Sơn La"}, LOCAL, 3),
        ({"place": "Nghệ An"}, LOCAL, None),
        ({"place": "Sơn La"}, DIRECTIVE, -1),
        ({"place": "Sơn La"}, {**LOCAL, "place": None}, 0),
        # a body behind a symbol of several
        ({"issuer": "Ban Bí thư"}, PARTY, 2),
        ({"issuer": "Bộ Chính trị"}, PARTY, 0),
        ({"issuer": "Bộ Chính trị"}, UNDATED, 0),
        # words
        ({"rest": ("thi", "dua")}, DIRECTIVE, 2.5),
        ({"rest": ("thi",)}, DIRECTIVE, 2.5),
        ({"rest": ("dua", "thi")}, DIRECTIVE, 0),
        ({"rest": ("thi", "dua", "yeu")}, DIRECTIVE, 1.25),
        ({"rest": ("thu", "tuong")}, DIRECTIVE, 2.5),
        ({"rest": ("thi", "dua"), "name": "x"}, DIRECTIVE, 0),
        ({"rest": ("dien", "hinh")}, {**DIRECTIVE, "variants": {"titles": [{"value": "Điển hình tiên tiến"}]}}, 2.5),
    ],
)
def test_what_is_said_speaks_for_a_document_or_contradicts_it(
    said: dict[str, Any], payload: dict[str, Any], points: float | None
) -> None:
    assert _fit(Remembered(**said), {**SAYS_NOTHING, **payload}) == points


@pytest.mark.parametrize(
    ("query", "kind", "organs", "name"),
    [
        ("05 cttw", "chi-thi", ("tw",), None),
        ("quyết định 12 qđubnd", "quyet-dinh", ("ubnd",), None),
        ("12 ttcp", None, ("ttcp",), None),
        ("thông tư 43 bộ tài chính", "thong-tu", ("btc",), None),
        ("luật tổ chức chính phủ", "luat", (), "to chuc chinh phu"),
        ("điều lệ lmhtx việt nam", "dieu-le", (), "lien minh hop tac xa viet nam"),
        ("đạo luật HTX 2012", "luat", (), "hop tac xa"),
    ],
)
def test_bodies_and_letters_are_those_of_the_registry(
    query: str, kind: str | None, organs: tuple[str, ...], name: str | None
) -> None:
    said = read_remembered(query)
    assert said is not None
    assert (said.kind, said.organs, said.name) == (kind, organs, name)
