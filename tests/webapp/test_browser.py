"""Pages in a real browser, at a desk's width and a phone's: no sideways scrolling, no errors, keyboard, no script."""

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright
from werkzeug.serving import make_server

from webapp.app import create_app

pytestmark = pytest.mark.slow
WIDTHS = (1280, 390)
INSTRUMENT = "/van-ban/chi-thi.34-ct-tw.2014"
PAGES = (
    "/",
    "/tim?q=chi+thi+12",
    "/tim?q=thi+%C4%91ua",
    INSTRUMENT,
    "/thong-bao/hostile",
    "/do-thi/chi-thi.34-ct-tw.2014?depth=2",
    "/phong-trao",
    "/phong-trao/lich",
    "/kiem-tra",
    "/tro-giup",
)


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """The application on a loopback port."""
    server = make_server("127.0.0.1", 0, create_app(folder), threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join(10)
    server.server_close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, as installed on this machine or by Playwright."""
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield found
        found.close()


def opened(browser: Browser, width: int = 1280, **options: Any) -> tuple[Page, list[str]]:
    """A page, and what it complains of."""
    page = browser.new_context(viewport={"width": width, "height": 900}, **options).new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    return page, said


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_pages_fit_and_do_not_complain(browser: Browser, address: str, width: int, scheme: str) -> None:
    page, said = opened(browser, width, color_scheme=scheme)
    for path in PAGES:
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        expect(page.get_by_role("link", name="English")).to_be_in_viewport()
    page.context.close()
    assert said == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(browser: Browser, address: str, scheme: str) -> None:
    """WCAG 2.2 AA, 1.4.3: 4.5 to 1, for the colours that text is set in."""
    page, _ = opened(browser, color_scheme=scheme)
    page.goto(address + INSTRUMENT)
    ratios = page.evaluate(
        """() => {
          const style = getComputedStyle(document.documentElement);
          const light = (name) => {
            const hex = style.getPropertyValue(name).trim().slice(1);
            const [r, g, b] = [0, 2, 4].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255)
              .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const ratio = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
          const grounds = ["--paper", "--card"];
          const found = {};
          for (const ink of ["--ink", "--soft", "--red", "--green", "--amber"])
            for (const ground of grounds) found[ink + ground] = ratio(ink, ground);
          found["chip"] = ratio("--red", "--red-soft");
          found["mark"] = ratio("--ink", "--mark");
          return found;
        }"""
    )
    page.context.close()
    assert {name: round(value, 2) for name, value in ratios.items() if value < 4.5} == {}


def test_suggestions_by_keyboard(browser: Browser, address: str) -> None:
    page, said = opened(browser)
    page.goto(address)
    box = page.get_by_role("combobox")
    expect(box).to_be_focused()
    box.press_sequentially("34-CT")
    expect(page.get_by_role("option").first).to_be_visible()
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("ArrowDown")
    expect(page.get_by_role("option").first).to_have_attribute("aria-selected", "true")
    box.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_value("34-CT")
    box.press_sequentially("/")
    expect(page.get_by_role("option").first).to_be_visible()
    box.press("ArrowDown")
    box.press("Enter")
    page.wait_for_url("**/van-ban/**")
    assert said == []
    page.context.close()


def test_first_tab_skips_to_the_content(browser: Browser, address: str) -> None:
    page, _ = opened(browser)
    page.goto(address + "/tro-giup")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Tới nội dung")).to_be_focused()
    expect(page.get_by_role("link", name="Tới nội dung")).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.url.endswith("#noi-dung")
    page.context.close()


def test_light_or_dark_is_kept(browser: Browser, address: str) -> None:
    page, said = opened(browser, color_scheme="light")
    page.goto(address)
    page.get_by_role("button", name="Sáng / tối").click()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.goto(address + "/tro-giup")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert said == []
    page.context.close()


def test_without_script_search_leads_to_the_document_and_its_sentence(browser: Browser, address: str) -> None:
    page, said = opened(browser, 390, java_script_enabled=False)
    page.goto(address)
    page.get_by_role("searchbox").fill("chi thi 34 2014")
    page.get_by_role("button", name="Tìm", exact=True).click()
    page.get_by_role("link", name="Chỉ thị 34-CT/TW").first.click()
    assert page.url == address + INSTRUMENT
    page.get_by_role("link", name="đọc tại chỗ").first.click()
    assert "/thong-bao/" in page.url and "#c" in page.url
    expect(page.locator(":target")).to_be_in_viewport()
    assert said == []
    page.context.close()


def test_hostile_markup_does_not_run(browser: Browser, address: str) -> None:
    page, said = opened(browser)
    page.on("dialog", lambda dialog: said.append("dialog"))
    page.goto(address + "/thong-bao/hostile")
    expect(page.get_by_role("heading", level=1)).to_contain_text("<script>")
    assert said == []
    page.context.close()
