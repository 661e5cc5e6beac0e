"""Whose list a mention continues."""

import pytest

from indexer.citations import find_citations


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        (  # past an aside
            "Thực hiện Chỉ thị số 35-CT/TW (không phải Chỉ thị 35 năm 2019), Công văn số 220-CV/TU",
            ["implements", "mentions", "implements"],
        ),
        (  # the subject of a clause of its own
            "Thực hiện Kế hoạch số 145/KH-UBND; Luật Hợp tác xã mới cũng cho hợp tác xã tự quyết",
            ["implements", "mentions"],
        ),
        (
            "đăng ký theo Nghị định số 77/2019/NĐ-CP về tổ hợp tác hoặc Luật Hợp tác xã.",
            ["based_on", "based_on"],
        ),
        (
            "Căn cứ Luật Đất đai; Nghị định số 1/2020/NĐ-CP; thực hiện Chỉ thị số 5-CT/TW, Chỉ thị số 6-CT/TW",
            ["based_on", "based_on", "implements", "implements"],
        ),
        (  # what guides must stand lower than what it guides
            "Căn cứ Thông tư số 9/2020/TT-BTC hướng dẫn Luật Quản lý thuế và Nghị định số 7/2020/NĐ-CP",
            ["based_on", "guides", "guides"],
        ),
        (
            "Căn cứ Nghị định số 9/2020/NĐ-CP hướng dẫn Luật Quản lý thuế và Nghị định số 7/2020/NĐ-CP",
            ["based_on", "guides", "based_on"],
        ),
        (
            "Căn cứ Nghị định số 3/2015/NĐ-CP về sửa đổi, bổ sung các Nghị định hướng dẫn thi hành Luật Đất đai và Nghị định số 4/2014/NĐ-CP",
            ["based_on", "guides", "amends"],
        ),
        (
            "thực hiện theo Luật Đầu tư và các văn bản hướng dẫn thi hành Luật Đầu tư, Nghị định số 29/2008/NĐ-CP ngày 14/3/2008",
            ["based_on", "guides", "based_on"],
        ),
        (
            "theo Thông tư số 1/2002/TT-BTC về phí, Thông tư số 2/2006/TT-BTC sửa đổi Thông tư số 1/2002/TT-BTC, Thông tư số 3/2013/TT-BTC",
            ["based_on", "based_on", "amends", "based_on"],
        ),
        (
            "Căn cứ Nghị định số 8/2020/NĐ-CP sửa đổi Nghị định số 5/2014/NĐ-CP và Nghị định số 6/2014/NĐ-CP; Nghị định số 9/2021/NĐ-CP",
            ["based_on", "amends", "amends", "based_on"],
        ),
        (
            "Căn cứ Nghị định số 8/2020/NĐ-CP hướng dẫn Luật Đường bộ và Điều 7 Luật Trật tự, an toàn giao thông đường bộ",
            ["based_on", "guides", "guides"],
        ),
        (
            "theo đề nghị của Sở Xây dựng tại Tờ trình số 4/TTr-SXD và ý kiến của Sở Tư pháp tại Công văn số 9/STP-VB",
            ["based_on", "based_on"],
        ),
        (
            "Căn cứ các văn bản sau: \n- Luật Thi đua, khen thưởng;\n- Nghị định số 98/2023/NĐ-CP.",
            ["based_on", "based_on"],
        ),
        (
            "Chương trình phối hợp số 1/CTr-LMHTX thực hiện Đề án số 61; Kế hoạch số 15/KH-LMHTX",
            ["mentions", "implements", "mentions"],
        ),
    ],
)
def test_relations_in_lists(text: str, relations: list[str]) -> None:
    assert [row.relation for row in find_citations(text)] == relations
