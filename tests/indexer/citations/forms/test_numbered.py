"""Full numbers, and numbers with a year."""

import pytest

from indexer.citations import find_citations


def found(text: str) -> list[tuple[str, str, str | None]]:
    return [(row.text, row.kind, row.number) for row in find_citations(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Thực hiện Chỉ thị số 34-CT/TW ngày", [("Chỉ thị số 34-CT/TW", "chi-thi", "34-CT/TW")]),
        ("Chỉ thị 05 – CT/TW của", [("Chỉ thị 05 – CT/TW", "chi-thi", "05-CT/TW")]),
        ("Nghị định số 98/2018/NĐ - CP", [("Nghị định số 98/2018/NĐ - CP", "nghi-dinh", "98/2018/NĐ-CP")]),
        ("Quyết định số: 715 /QĐ-UBND", [("Quyết định số: 715 /QĐ-UBND", "quyet-dinh", "715/QĐ-UBND")]),
        ("Quyết định số 84 QĐ/TWĐTN", [("Quyết định số 84 QĐ/TWĐTN", "quyet-dinh", "84-QĐ/TWĐTN")]),
        ("Quyết  định số 84 QĐ/ TWĐTN ngày", [("Quyết  định số 84 QĐ/ TWĐTN", "quyet-dinh", "84-QĐ/TWĐTN")]),
        ("Số hiệu văn bản: 45/KH-LMHTX; trích yếu", []),
        ("quán triệt Nghị quyết số26-NQ/TW", [("Nghị quyết số26-NQ/TW", "nghi-quyet", "26-NQ/TW")]),
        ("Quy ế t định số 896/QĐ-TTg", [("Quy ế t định số 896/QĐ-TTg", "quyet-dinh", "896/QĐ-TTg")]),
        ("Nghịđịnh số155/2016/NÐ-CP", [("Nghịđịnh số155/2016/NÐ-CP", "nghi-dinh", "155/2016/NĐ-CP")]),
        ("nghị định 41/2010/nđ-cp của", [("nghị định 41/2010/nđ-cp", "nghi-dinh", "41/2010/NĐ-CP")]),
        ("THEO NGHỊ QUYẾT CỐ 19-NQ/TW", [("NGHỊ QUYẾT CỐ 19-NQ/TW", "nghi-quyet", "19-NQ/TW")]),
        ("Chi thi so 12/CT-TTg ngay", [("Chi thi so 12/CT-TTg", "chi-thi", "12/CT-TTg")]),
        ("Nghị định số 34/2016/\nNĐ-CP", [("Nghị định số 34/2016/\nNĐ-CP", "nghi-dinh", "34/2016/NĐ-CP")]),
        ("văn bản số 1877/TTr-SCT", [("văn bản số 1877/TTr-SCT", "to-trinh", "1877/TTr-SCT")]),
        ("Công văn số 611/STC-NS&DN", [("Công văn số 611/STC-NS&DN", "cong-van", "611/STC-NS&DN")]),
        ("NĐ 123/2015 quy định", [("NĐ 123/2015", "nghi-dinh", "123/2015")]),
        ("Kết luận của Ban Bí thư số 78-KL/TW", [("Kết luận của Ban Bí thư số 78-KL/TW", "ket-luan", "78-KL/TW")]),
        ("Kế hoạch UBND tỉnh số 34/KH-UBND", [("Kế hoạch UBND tỉnh số 34/KH-UBND", "ke-hoach", "34/KH-UBND")]),
        ("văn bản số : 3595/BNN-KL", [("văn bản số : 3595/BNN-KL", "cong-van", "3595/BNN-KL")]),
        ("Thông tư số 176 /20 09 /TT-BTC", [("Thông tư số 176 /20 09 /TT-BTC", "thong-tu", "176/2009/TT-BTC")]),
        ("Kế hoạch hành động số 5/KH-UBND", [("Kế hoạch hành động số 5/KH-UBND", "ke-hoach", "5/KH-UBND")]),
        ("*Kế hoạch số **88/KH-UBND***", [("Kế hoạch số **88/KH-UBND", "ke-hoach", "88/KH-UBND")]),
        ("NghÞ quyÕt sè 13/NQ/TW ngµy 18/3/2002", [("NghÞ quyÕt sè 13/NQ/TW", "nghi-quyet", "13-NQ/TW")]),
    ],
)
def test_numbered(text: str, wanted: list[tuple[str, str, str | None]]) -> None:
    assert found(text) == wanted
