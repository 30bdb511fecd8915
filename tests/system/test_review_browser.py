"""The review page in a real browser: read, filter, add evidence, decide, see the verdict change; accessibility."""

import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from flows.serve_review import _bound
from review.web import make_app
from tests.review.desks import Checked, checked

pytestmark = pytest.mark.system
SERIOUS = {"serious", "critical"}
SHOTS = os.environ.get("TABAYYUN_SHOTS", "")  # a folder to keep screenshots in, for a look by eye


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Debian's Chromium; a missing one is a failure, not a skip."""
    from playwright.sync_api import sync_playwright

    flags = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path="/usr/bin/chromium", args=flags)
        yield started
        started.close()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Checked, str]]:
    """A desk with its review page on loopback."""
    desk = checked(tmp_path)
    listening = _bound("127.0.0.1", 0)
    server = uvicorn.Server(uvicorn.Config(make_app(desk.desk, names=["Mona"]), log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    yield desk, f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=10)


def _open(browser: Any, language: str = "en", *, width: int = 1100, scripts: bool = True) -> Any:
    context = browser.new_context(
        locale=language, viewport={"width": width, "height": 900}, java_script_enabled=scripts
    )
    page = context.new_page()
    page.set_default_timeout(60_000)  # a form may wait for a busy machine
    page.troubles = []
    page.on("console", lambda message: message.type == "error" and page.troubles.append(message.text))
    page.on("pageerror", lambda error: page.troubles.append(str(error)))
    return page


def _shot(page: Any, name: str) -> None:
    if SHOTS:
        page.screenshot(path=str(Path(SHOTS) / f"{name}.png"), full_page=True)


def test_a_desk_reads_filters_brings_evidence_and_decides(browser: Any, served: tuple[Checked, str]) -> None:
    """The whole way, with mouse and keys, and no error in the console."""
    from playwright.sync_api import expect

    desk, site = served
    page = _open(browser)
    page.goto(site)
    assert page.locator("li.row").count() == 3
    page.fill("#q", "الكلفة")
    expect(page.locator("li.row")).to_have_count(1)
    page.fill("#q", "")
    expect(page.locator("li.row")).to_have_count(3)
    page.click(".tabs a.v-not_enough_evidence")
    expect(page.locator("li.row")).to_have_count(1)
    assert "label=not_enough_evidence" in page.url
    page.locator(".claim-link").click()
    page.wait_for_selector("#verdict")
    page.keyboard.press("e")
    assert page.evaluate("document.activeElement.id") == "url"
    page.fill("#text", "دفتر المدينة: بلغت كلفة الجسر 40 مليوناً.")
    page.fill("#quote", "كلفة الجسر ٤٠ مليونا")
    page.check("input[name=stance][value=supports]")
    page.click("#bring button.main")
    page.wait_for_url("**#evidence")
    assert "Supported" in page.locator("#verdict .chip.big").inner_text()
    assert page.locator("mark.quote .same").count() >= 1
    page.locator("h1").click()
    page.keyboard.press("2")
    page.keyboard.type("the ledger is a copy")
    page.click("#decide button.main")
    page.wait_for_url("**#verdict")
    assert "Refuted" in page.locator("#verdict .chip.big").inner_text()
    assert "Mona" in page.locator("#verdict").inner_text()
    page.click("#chain a")
    page.wait_for_selector("#walked .ok")
    assert page.locator("#walked .failed").count() == 0
    assert page.troubles == []
    assert desk.store.why(desk.claims[2].id).decided_by == "Mona"


def test_the_keys_go_through_the_queue_and_can_be_turned_off(browser: Any, served: tuple[Checked, str]) -> None:
    """j, Enter; and a person who dictates can switch them off."""
    _, site = served
    page = _open(browser)
    page.goto(site)
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.locator("li.row.at").count() == 1
    wanted = page.locator("li.row.at").get_attribute("data-claim")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/claim/{wanted}")
    page.keyboard.press("?")
    assert page.locator("#keys .panel").is_visible()
    assert page.locator("#keys dt").count() == 9
    page.keyboard.press("Escape")
    assert not page.locator("#keys .panel").is_visible()
    page.keyboard.press("a")
    page.wait_for_url("**/article/*")
    page.go_back()
    page.keyboard.press("?")
    page.uncheck("#keys-on")
    page.locator("h1").click()
    page.keyboard.press("q")
    assert "/claim/" in page.url


def test_everything_reads_without_scripts(browser: Any, served: tuple[Checked, str]) -> None:
    """Queue, filter, claim, chain."""
    _, site = served
    page = _open(browser, scripts=False)
    page.goto(site)
    page.click(".tabs a.v-refuted")
    assert page.locator("li.row").count() == 1
    page.fill("#q", "nothing like it")
    page.click(".filters button")
    assert page.locator(".empty").count() == 1
    page.go_back()
    page.click(".claim-link")
    assert page.locator("mark.quote").count() == 1
    page.click("#bring summary")
    assert page.locator("#quote").is_visible(), "the form opens without scripts"
    page.click("#chain a")
    assert page.locator("#tree .ok").count() == 4


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("width", [1100, 360])
def test_no_serious_finding_of_accessibility(
    browser: Any, served: tuple[Checked, str], language: str, width: int
) -> None:
    """axe-core over every kind of page, at desk and phone width, and nothing runs out of the screen."""
    from axe_playwright_python.sync_playwright import Axe

    desk, site = served
    page = _open(browser, language, width=width)
    claim = desk.claims[1].id
    paths = {
        "queue": "/", "empty": "/?q=zzzz", "claim": f"/claim/{claim}", "article": f"/article/{desk.article.id}",
        "chain": f"/claim/{claim}/chain", "page": f"/page/{desk.page.text_sha256}?start=20&end=60",
        "sign-in": "/sign-in", "error": "/claim/abcdef12",
    }  # fmt: skip
    for name, path in paths.items():
        page.goto(site + path)
        page.wait_for_load_state("networkidle")
        for shut in page.locator("main details").all():
            shut.evaluate("each => { each.open = true; }")
        _shot(page, f"{name}-{language}-{width}")
        found = Axe().run(page).response["violations"]
        serious = [
            (each["id"], [node["html"][:160] for node in each["nodes"]]) for each in found if each["impact"] in SERIOUS
        ]
        assert not serious, f"{name}: {serious}"
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert over <= 1, f"{name} is {over} px too wide at {width}"
        assert page.evaluate("document.documentElement.dir") == ("rtl" if language == "ar" else "ltr")


def test_the_report_file_opens_without_a_server(browser: Any, served: tuple[Checked, str], tmp_path: Path) -> None:
    """One file, no request, no serious finding, on paper too."""
    from axe_playwright_python.sync_playwright import Axe

    from review.report import write_report

    desk, _ = served
    place = tmp_path / "report.html"
    place.write_text(write_report(desk.article, desk.store.current_verdicts(desk.article.id), form="html"), "utf-8")
    page = _open(browser, "ar")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(place.as_uri())
    _shot(page, "report-ar")
    serious = [each["id"] for each in Axe().run(page).response["violations"] if each["impact"] in SERIOUS]
    assert serious == []
    assert [url for url in asked if not url.startswith("file:")] == []
    assert page.pdf(format="A4")[:5] == b"%PDF-"
