"""The five sample sites: their names, hosts, families and encodings."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleSite:
    """One site. host: its name, which nobody can look up (RFC 2606). family: folder of its templates. encoding: of its bytes.

    header_charset: what the HTTP header claims, if anything.
    """

    key: str
    host: str
    name: str
    place: str | None
    organisation: str
    family: str
    encoding: str
    header_charset: str | None


SITES: Final = (
    SampleSite(
        key="thai-binh",
        host="lienminh-thaibinh.example",
        name="Liên minh Hợp tác xã tỉnh Thái Bình",
        place="Thái Bình",
        organisation="Liên minh Hợp tác xã tỉnh Thái Bình",
        family="blog",
        encoding="utf-8",
        header_charset="UTF-8",
    ),
    SampleSite(
        key="quang-tri",
        host="lmhtx-quangtri.example",
        name="Liên minh Hợp tác xã tỉnh Quảng Trị",
        place="Quảng Trị",
        organisation="Liên minh Hợp tác xã tỉnh Quảng Trị",
        family="dotnetnuke",
        encoding="utf-8",
        header_charset=None,
    ),
    SampleSite(
        key="son-la",
        host="lienminh-sonla.example",
        name="Cổng thông tin Liên minh Hợp tác xã tỉnh Sơn La",
        place="Sơn La",
        organisation="Liên minh Hợp tác xã tỉnh Sơn La",
        family="state",
        encoding="utf-8",
        header_charset="utf-8",
    ),
    SampleSite(
        key="vinh-long",
        host="lmhtx-vinhlong.example",
        name="Liên minh Hợp tác xã tỉnh Vĩnh Long",
        place="Vĩnh Long",
        organisation="Liên minh Hợp tác xã tỉnh Vĩnh Long",
        family="classic",
        encoding="cp1258",
        header_charset="iso-8859-1",
    ),
    SampleSite(
        key="ban-tin",
        host="bantin-hoptac.example",
        name="Bản tin Kinh tế Hợp tác",
        place=None,
        organisation="Liên minh Hợp tác xã Việt Nam",
        family="newspaper",
        encoding="utf-8",
        header_charset="utf-8",
    ),
)


def site_of(key: str) -> SampleSite:
    """The site of a key; KeyError when there is none."""
    return {site.key: site for site in SITES}[key]
