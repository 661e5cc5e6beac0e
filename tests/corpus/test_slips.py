"""Slips inside numbers, and the symbols that are none."""

import pytest

from corpus.slips import is_near_known, is_sound, meant_number, names_kind_alone, one_slip, read_scanned, without_note


@pytest.mark.parametrize(
    ("tail", "meant"),
    [
        ("CT/TVV", "CT/TW"),
        ("KI-I-LMHTX", "KH-LMHTX"),
        ("KUTW", "KL/TW"),
        ("KII-UBND", "KH-UBND"),
        ("Q0-TTg", "QĐ-TTg"),
        ("QĐ-TIg", "QĐ-TTg"),
        ("NĐ-GP", "NĐ-CP"),
        ("KH-UI3ND", "KH-UBND"),
        ("CT|TW", "CT/TW"),
        ("CT/TW", None),
        ("KH-ĐUK", None),
        ("QĐ-UBKT", None),
        ("UBND-VP5", None),
        ("NO-CP", None),
        ("KH-QIII", None),
    ],
)
def test_scanned(tail: str, meant: str | None) -> None:
    assert read_scanned(tail) == meant


@pytest.mark.parametrize(
    ("tail", "bare"),
    [
        ("CT/TW2", "CT/TW"),
        ("QĐ-TTg12", "QĐ-TTg"),
        ("KH-LMHTX5", "KH-LMHTX"),
        ("TTLT-BTC-BNV2", "TTLT-BTC-BNV"),
        ("QH134", "QH13"),
        ("UBTVQH152", "UBTVQH15"),
        ("QH13", None),
        ("QH9", None),
        ("UBTVQH13", None),
        ("KH-BCĐ389", None),
        ("KH-BCĐ35", None),
        ("UBND-VP5", None),
        ("UBND-NC3", None),
        ("KH-ĐUK1", None),
    ],
)
def test_footnotes(tail: str, bare: str | None) -> None:
    assert without_note(tail) == bare


@pytest.mark.parametrize(
    ("number", "kind", "meant"),
    [
        ("34-TC/TW", "chi-thi", "34-CT/TW"),
        ("1804/DQ-TTg", "quyet-dinh", "1804/QĐ-TTg"),
        ("05-CT/WT", "chi-thi", "05-CT/TW"),
        ("20-NQ/TWW", "nghi-quyet", "20-NQ/TW"),
        ("34-CT/T", "chi-thi", "34-CT/TW"),
        ("193/2013/NĐ-PC", "nghi-dinh", "193/2013/NĐ-CP"),
        ("45/KH-UNBD", "ke-hoach", "45/KH-UBND"),
        ("737/KH-LHMTXVN", "ke-hoach", "737/KH-LMHTXVN"),
        ("193/2013/NĐ", "nghi-dinh", "193/2013/NĐ-CP"),
        ("83/2013/NĐP", "nghi-dinh", "83/2013/NĐ-CP"),
        ("23/2012/Q3", "luat", "23/2012"),
        ("07/2019/TT-BK", "thong-tu", "07/2019/TT"),
        ("63/2002/TT-BT", "thong-tu", "63/2002/TT"),
        ("210-K", "ke-hoach", "210"),
        ("193/2013/NĐ-CP", "nghi-dinh", None),
        ("34/2007/PL-UBTVQH11", "phap-lenh", None),
        ("83/2015/TT-BCT", "thong-tu", None),
        ("12/KH", "ke-hoach", None),
        ("34-CT/TW", "chi-thi", None),
        ("3-QĐ/UBKT", "quyet-dinh", None),
        ("12/KH-QTDND", "ke-hoach", None),
        ("15/KH-HKH", "ke-hoach", None),
        ("21-KH/ĐUK", "ke-hoach", None),
        ("17/2023/QH15", "luat", None),
        ("238/UBND-KGVX", "cong-van", None),
        ("05", "chi-thi", None),
    ],
)
def test_typed(number: str, kind: str, meant: str | None) -> None:
    assert meant_number(number, kind) == meant


@pytest.mark.parametrize(
    ("a", "b", "slip"),
    [
        ("ct", "tc", True),
        ("ubnd", "ubn", True),
        ("ubnd", "uband", True),
        ("ubnd", "ubmd", True),
        ("ubnd", "ubnd", False),
        ("abcd", "badc", False),
        ("", "a", True),
    ],
)
def test_one_slip(a: str, b: str, slip: bool) -> None:
    assert one_slip(a, b) is slip
    assert one_slip(b, a) is slip


@pytest.mark.parametrize(
    ("number", "kind", "sound", "near"),
    [
        ("12/CT-TTg", "chi-thi", True, True),
        ("12/CT-TTh", "chi-thi", False, True),
        ("03-QĐ/UBKT", "quyet-dinh", True, False),
        ("12/KH-QTDND", "ke-hoach", True, False),
        ("25/KX-LMHTX", "ke-hoach", False, True),
        ("25/HLMHTX", "ke-hoach", False, True),
        ("4-NQATU", "nghi-quyet", False, True),
        ("17-KH/XYZK", "ke-hoach", False, False),
        ("2261-KH/TU", "quyet-dinh", False, True),
        ("2261-KH/TU", "cong-van", True, False),
        ("96/KH-LMH-TXVN", "ke-hoach", False, True),
        ("158/KH-LMTVN", "ke-hoach", False, True),
        ("2/TTr-HTX", "to-trinh", True, False),
        ("0/TTr-HTX", "to-trinh", False, False),
        ("0.2-TTr/HTX", "to-trinh", False, False),
        ("244/L-HTX-VP", "cong-van", False, False),
        ("244/LMHTX-VP", "cong-van", True, False),
    ],
)
def test_what_can_stand_by_itself(number: str, kind: str, sound: bool, near: bool) -> None:
    assert is_sound(number, kind) is sound
    assert sound or is_near_known(number) is near


@pytest.mark.parametrize(
    ("number", "kind", "alone"),
    [
        ("121-KH", "ke-hoach", True),
        ("121-KH/TU", "ke-hoach", False),
        ("121", "ke-hoach", False),
        ("88/CT", "quyet-dinh", False),
    ],
)
def test_letters_that_repeat_the_kind(number: str, kind: str, alone: bool) -> None:
    assert names_kind_alone(number, kind) is alone
