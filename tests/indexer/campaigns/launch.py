"""One launch notice, written for the tests, in which every field of a campaign is told."""

from corpus.model import Head, Notice, Outcome
from corpus.store import make_notice
from indexer.resolution.text import resolve_text

TITLE = "Kế hoạch phát động đợt thi đua kỷ niệm 25 năm Ngày thành lập Liên minh Hợp tác xã Việt Nam"
TEXT = """LIÊN MINH HTX VIỆT NAM
LIÊN MINH HTX TỈNH SƠN LA
Số: 31/KH-LMHTX
Sơn La, ngày 01 tháng 8 năm 2018

KẾ HOẠCH
Phát động đợt thi đua kỷ niệm 25 năm Ngày thành lập Liên minh Hợp tác xã Việt Nam

Kính gửi:
- Các phòng, đơn vị;
- Các hợp tác xã.

Căn cứ Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị và Luật Hợp tác xã năm 2012; thực hiện Nghị quyết Đại hội đại biểu Liên minh Hợp tác xã \
Việt Nam lần thứ V, Liên minh Hợp tác xã tỉnh Sơn La phát động thi đua tới toàn thể cán bộ, thành viên với chủ đề “Đoàn kết, sáng tạo, hiệu quả” gồm \
các nội dung sau:

1. Tuyên truyền Luật Hợp tác xã tới thành viên.
2. Phấn đấu thành lập mới 12 hợp tác xã trong năm.
3. Khen thưởng: tặng Bằng khen của Chủ tịch Liên minh cho tập thể xuất sắc.

Thời gian: từ ngày 01/8/2018 đến ngày 29/10/2018.
Đợt 1: từ ngày 01/8/2018 đến ngày 15/9/2018. Đợt 2: từ ngày 16/9/2018 đến ngày 29/10/2018.
"""
HEAD = Head(kind="ke-hoach", number="31/KH-LMHTX", issued_on="2018-08-01")


def launch(text: str = TEXT, *, title: str = TITLE, head: Head | None = HEAD, place: str | None = "Sơn La") -> Notice:
    """The notice, or one like it."""
    issuer = f"Liên minh Hợp tác xã tỉnh {place}" if place else "Liên minh Hợp tác xã Việt Nam"
    return make_notice(
        id="a", site="s", title=title, text=text, place=place, published_on="2018-08-03", issuer=issuer, head=head
    )


def outcomes_of(notice: Notice) -> list[Outcome]:
    """Its citations, judged by the registry alone."""
    return resolve_text(notice.text, place=notice.place, on="2018-08-01")[0]
