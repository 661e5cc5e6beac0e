"""Pages in a real browser, at a desk's width and a phone's: no sideways scrolling, no errors, keyboard, no script."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.webapp.tongues import english_in, vietnamese_in

pytestmark = pytest.mark.slow
WIDTHS = (1280, 390, 320)
INSTRUMENT = "/van-ban/chi-thi.34-ct-tw.2014"
PAGES = (
    "/",
    "/tim",
    "/tim?q=chi+thi+12",
    "/tim?q=thi+%C4%91ua&year=2018&kind=ke-hoach",
    "/tim?q=xqzw+qzwx&year=2018",
    INSTRUMENT,
    f"{INSTRUMENT}/trien-khai",
    "/van-ban/luat.23-2012-qh13",
    "/tim?cites=luat.23-2012-qh13&article=62",
    "/thong-bao/hostile",
    "/do-thi/chi-thi.34-ct-tw.2014?depth=2",
    "/phong-trao",
    "/phong-trao/lich",
    "/kiem-tra",
    "/tro-giup",
    "/gioi-thieu",
    "/con-thieu",
)
DRAFT = """Căn cứ Luật Hợp tác xã năm 2012 và Chỉ thị số 34/CT-TW ngày 07/4/2014 của Bộ Chính trị;
Thực hiện Chỉ thị số 12/CT-TTg ngày 23/5/2018 của Thủ tướng Chính phủ và Quyết định số 9998/QĐ-UBND ngày 01/01/2020 của UBND tỉnh."""

# Each text that is seen, on the ground that it stands on: ratios below what WCAG 2.2 asks for (1.4.3, level AA; no text counts as large).
LOW_CONTRAST = """() => {
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (element) => {
    const box = element.closest("svg a")?.querySelector(".box");
    if (box) return numbers(getComputedStyle(box).fill);
    for (let at = element; at; at = at.parentElement) {
      const [r, g, b, alpha = 1] = numbers(getComputedStyle(at).backgroundColor);
      if (alpha === 1) return [r, g, b];
    }
    return [255, 255, 255];
  };
  document.querySelectorAll("details").forEach((details) => { details.open = true; });
  const found = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.textContent.trim() || !element.checkVisibility() || element.closest("title")) continue;
    const style = getComputedStyle(element);
    const ink = light(numbers(element.closest("svg") ? style.fill : style.color)), paper = light(ground(element));
    const ratio = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
    if (ratio < 4.5) found.set(`${element.tagName}.${element.getAttribute("class")}`, ratio.toFixed(2));
  }
  return Object.fromEntries(found);
}"""

# What a finger must hit (44 CSS pixels); links inside running text are excepted, as in WCAG 2.2, 2.5.8.
SMALL_TARGETS = """() => {
  document.querySelectorAll(".facets, .menu").forEach((details) => { details.open = true; });
  const chosen = ".sections a, .settings > *, .button, .pager a, .facets li a, .facets > summary, .menu summary, .menu a, input:not([type=checkbox]), select, .colophon a";
  return [...document.querySelectorAll(chosen)].filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 43.9)
    .map((element) => `${element.tagName} ${element.textContent.trim()} ${element.getBoundingClientRect().height}`);
}"""


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """``danchieu serve`` on a free loopback port, in a process of its own."""
    code = "from webapp.cli import main; main()"
    command = [sys.executable, "-c", code, "--archive", str(folder), "serve", "--port", "0"]
    environment = os.environ | {"PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8", env=environment) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        found = re.search(r"http://[\d.:]+", said)
        assert found, said
        yield found[0]
        process.terminate()
        assert process.wait(10) == 0


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


@pytest.mark.parametrize("width", WIDTHS[:2])
@pytest.mark.parametrize(("language", "foreign"), [("en", vietnamese_in), ("vi", english_in)])
def test_pages_speak_one_language(
    browser: Browser, address: str, width: int, language: str, foreign: Callable[[str], list[str]]
) -> None:
    """What scripts add counts too: the names on buttons, and suggestions."""
    page, _ = opened(browser, width)
    page.goto(f"{address}/?lang={language}")
    for path in (*PAGES, "/khong-co", "/tim?page=x", "/van-ban/x"):
        if path == "/tro-giup" or "hostile" in path:  # fields of the query language; markup as text
            continue
        page.goto(address + path)
        assert page.evaluate("document.documentElement.lang") == language
        assert foreign(page.content()) == [], path
    judge(page, address)
    assert foreign(page.content()) == []
    page.goto(address)
    page.get_by_role("combobox").first.press_sequentially("chi thi 12")
    expect(page.get_by_role("option").first).to_contain_text("Directive No. 12" if language == "en" else "Chỉ thị 12")
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(browser: Browser, address: str, scheme: str) -> None:
    page, _ = opened(browser, color_scheme=scheme)
    for path in PAGES:
        page.goto(address + path)
        assert page.evaluate(LOW_CONTRAST) == {}, path
    judge(page, address)
    assert page.evaluate(LOW_CONTRAST) == {}
    page.context.close()


def test_contrast_is_really_measured(browser: Browser, address: str) -> None:
    page, _ = opened(browser)
    page.goto(address + "/gioi-thieu")
    page.evaluate("document.documentElement.style.setProperty('--soft', '#bbbbbb')")
    assert page.evaluate(LOW_CONTRAST) != {}
    page.context.close()


def test_targets_are_large_enough_for_a_finger(browser: Browser, address: str) -> None:
    page, _ = opened(browser, 390, has_touch=True)
    for path in PAGES:
        page.goto(address + path)
        assert page.evaluate(SMALL_TARGETS) == [], path
    page.context.close()


def judge(page: Page, address: str) -> None:
    """Send the draft, and wait for what is said of it."""
    page.goto(address + "/kiem-tra")
    page.locator("#text").fill(DRAFT)
    page.locator(".draft-form .button").click()
    expect(page.locator(".verdict h2")).to_have_text(re.compile("4 (dẫn chiếu|citations)"))


def test_notes_stand_beside_their_paragraph_or_below_it(browser: Browser, address: str) -> None:
    for width, beside in ((1280, True), (1024, True), (390, False)):
        page, said = opened(browser, width)
        judge(page, address)
        passage = page.locator(".passage").filter(has_text="Căn cứ Luật")
        text, note = passage.locator("> p").bounding_box(), passage.locator(".note-item").first.bounding_box()
        assert text is not None and note is not None
        assert (note["x"] >= text["x"] + text["width"]) == beside, width
        assert note["x"] + note["width"] <= width
        assert (note["y"] >= text["y"] + text["height"]) == (not beside), width
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert said == []
        page.context.close()


def test_facets_fold_on_a_phone_and_stand_open_at_a_desk(browser: Browser, address: str) -> None:
    for width, open_at_once in ((1280, True), (390, False)):
        page, _ = opened(browser, width, java_script_enabled=False)
        page.goto(address + "/tim?q=thi+dua")
        first = page.locator(".facets li a").first
        assert first.is_visible() == open_at_once
        if not open_at_once:
            page.get_by_text("Lọc kết quả").first.click()
            expect(first).to_be_visible()
        first.click()
        expect(page.locator(".chosen .tag")).to_have_count(1)
        page.context.close()


def test_the_proper_form_is_copied(browser: Browser, address: str) -> None:
    page, said = opened(browser, permissions=["clipboard-read", "clipboard-write"])
    page.goto(address + INSTRUMENT)
    page.get_by_role("button", name="Chép").last.click()
    expect(page.get_by_role("button", name="Đã chép")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == "Chỉ thị số 34-CT/TW"
    assert said == []
    page.context.close()


def test_the_graph_is_reached_by_keyboard(browser: Browser, address: str) -> None:
    page, said = opened(browser)
    page.goto(address + "/do-thi/chi-thi.34-ct-tw.2014")
    node = page.locator("svg.graph a").nth(1)
    node.focus()
    expect(node).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/van-ban/**")
    assert said == []
    page.context.close()


def test_print_leaves_out_what_paper_cannot_do(browser: Browser, address: str) -> None:
    page, _ = opened(browser, color_scheme="dark")
    judge(page, address)
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator("nav.sections")).to_be_hidden()
    expect(page.locator("form.search")).to_be_hidden()
    expect(page.locator(".note-item").first).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate(LOW_CONTRAST) == {}
    page.context.close()


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
    box.press("ArrowUp")
    expect(box).to_have_value("34-CT")
    box.press_sequentially("/")
    expect(page.get_by_role("option").first).to_be_visible()
    box.press("ArrowDown")
    box.press("Enter")
    page.wait_for_url("**/van-ban/**")
    assert said == []
    page.context.close()


def test_suggestions_by_finger(browser: Browser, address: str) -> None:
    page, said = opened(browser, 390, has_touch=True)
    page.goto(address)
    page.get_by_role("combobox").press_sequentially("34-CT")
    page.get_by_role("option").first.tap()
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
    expect(page).to_have_url(f"{address}/tro-giup#noi-dung")
    page.context.close()


def test_light_or_dark_is_kept(browser: Browser, address: str) -> None:
    page, said = opened(browser, color_scheme="light")
    page.goto(address)
    page.get_by_role("button", name="Sáng/tối").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.goto(address + "/tro-giup")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert said == []
    page.context.close()


def test_without_script_search_leads_to_the_document_and_its_sentence(browser: Browser, address: str) -> None:
    page, said = opened(browser, 390, java_script_enabled=False)
    page.goto(address)
    page.get_by_role("searchbox").fill("chi thi 34 2014")
    page.get_by_role("button", name="Tìm", exact=True).click()
    page.get_by_role("link", name="Chỉ thị 34-CT/TW").first.click()
    expect(page).to_have_url(address + INSTRUMENT)
    page.get_by_role("link", name="đọc tại chỗ").first.click()
    expect(page).to_have_url(re.compile(r"/thong-bao/[^#]+#c"))
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
