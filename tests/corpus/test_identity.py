import pytest

from corpus.errors import IdentityError
from corpus.identity import InstrumentId


@pytest.mark.parametrize(
    ("identity", "text"),
    [
        (InstrumentId.of_number("chi-thi", "34-CT/TW", issued_on="2014-04-07"), "chi-thi.34-ct-tw.2014"),
        (
            InstrumentId.of_number("chi-thi", "15-CT/TU", place="Quảng Ninh", issued_on="2017-03-07"),
            "chi-thi.15-ct-tu.quang-ninh.2017",
        ),
        (
            InstrumentId.of_number(
                "quyet-dinh", "45/QĐ-UBND", place="Quảng Nam", unit="huyện Tiên Phước", issued_on="2018-11-26"
            ),
            "quyet-dinh.45-qd-ubnd.quang-nam.huyen-tien-phuoc.2018",
        ),
        (InstrumentId.of_number("ke-hoach", "118/KH-LMHTX", place="Bến Tre"), "ke-hoach.118-kh-lmhtx.ben-tre"),
        (InstrumentId.of_number("luat", "23/2012/QH13", issued_on="2012-11-20"), "luat.23-2012-qh13"),
        (InstrumentId.of_name("luat", "Luật Hợp tác xã", issued_on="2012"), "luat.hop-tac-xa.2012"),
    ],
)
def test_renders_and_parses(identity: InstrumentId, text: str) -> None:
    assert str(identity) == text
    assert InstrumentId.parse(text) == identity


@pytest.mark.parametrize(
    "text",
    [
        "",
        "chi-thi",
        "khong-co.1-ct",
        "chi-thi.A",
        "chi-thi.1.2.3.4.5.6",
        "chi-thi.1-ct-tu.son-la.nghe-an.2017",
        "chi-thi.34-ct-tw." + "a" * 300,
    ],
)
def test_no_identity(text: str) -> None:
    with pytest.raises(IdentityError):
        InstrumentId.parse(text)


def test_a_vague_identity_widens_a_precise_one() -> None:
    vague, precise = InstrumentId.parse("chi-thi.15-ct-tu.ben-tre"), InstrumentId.parse("chi-thi.15-ct-tu.ben-tre.2016")
    assert vague.widens(precise)
    assert not precise.widens(vague)
    assert not vague.widens(InstrumentId.parse("chi-thi.15-ct-tu.nghe-an.2016"))
