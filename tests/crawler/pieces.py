"""Paragraphs that the tests of pages put together."""

from crawler.page import Page, article_of

TITLE = "Kế hoạch thi đua vụ chiêm ở các xã ven đê"
FIRST = "<p>Thực hiện Chỉ thị số 22-CT/TW ngày 23/01/2018 của Ban Bí thư, Liên minh Hợp tác xã tỉnh Hà Nam mở đợt thi đua làm thủy lợi trong các xã ven đê.</p>"
SECOND = "<p>Mỗi hợp tác xã nhận một đoạn mương, ghi rõ ai làm và làm xong ngày nào, rồi gửi giấy nhận việc về văn phòng để tiện theo dõi.</p>"
THIRD = "<p>Nơi nào làm khéo thì được mời kể lại cách làm ở buổi họp cuối vụ, và được đề nghị khen theo lệ vẫn có từ trước tới nay.</p>"
BODY = FIRST + SECOND + THIRD
WHOLE = ("22-CT/TW", "nhận một đoạn mương", "kể lại cách làm")
BESIDE = "".join(
    f"<p>Chuyện bên lề {n}: chợ phiên họp sớm hơn mọi tuần, người bán rau đứng kín cả hai bên đường lên đê.</p>"
    for n in range(12)
)
LINKS = "".join(f"<li><a href='/tin/{n}'>Chợ phiên tuần {n} bán hết hàng trước buổi trưa</a></li>" for n in range(8))


def read(body: str, *, head: str = "", heading: bool = True) -> Page:
    shown = f"<h1>{TITLE}</h1>" if heading else ""
    html = (
        f"<!doctype html><html><head><meta charset='utf-8'><title>{TITLE}</title>{head}</head><body><div id='menu'><a href='/'>Trang chủ</a></div>"
        f"{body.replace('[h]', shown)}</body></html>"
    )
    return article_of(html, "https://lien-minh.example/bai")
