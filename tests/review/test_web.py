"""The review page: what it shows, what it lets people do, and whom it turns away."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from fastapi.testclient import TestClient
from httpx import Response

from evidence.records import Label, StanceLabel
from review.web import make_app
from review.web.compare import compared
from tests.review.desks import Checked, checked

HOST = "http://127.0.0.1:8377"


@pytest.fixture
def desk(tmp_path: Path) -> Checked:
    return checked(tmp_path)


def _client(desk: Checked, **given: object) -> TestClient:
    given.setdefault("names", ("Mona",))
    return TestClient(make_app(desk.desk, **given), base_url=HOST, follow_redirects=False)


def _soup(answer: Response) -> BeautifulSoup:
    return BeautifulSoup(answer.text, "lxml")


def _send(client: TestClient, page: str, action: str, **fields: str) -> Response:
    key = _soup(client.get(page)).select_one("input[name=form_key]")["value"]
    return client.post(action, data={"form_key": key, **fields})


def test_the_queue_shows_claims_and_filters_them(desk: Checked) -> None:
    """By verdict, by words without their vowel signs, by whether they wait."""
    client = _client(desk)
    assert len(_soup(client.get("/")).select("li.row")) == 3
    assert len(_soup(client.get("/?label=refuted")).select("li.row")) == 1
    found = _soup(client.get("/", params={"q": "اُفتتح الجسر"})).select("li.row")
    assert [row["data-claim"] for row in found] == [desk.claims[0].id]
    assert [
        row["data-claim"] for row in _soup(client.get("/", params={"q": desk.claims[1].id[:8]})).select("li.row")
    ] == [desk.claims[1].id]
    assert not _soup(client.get("/?waits=true")).select("li.row")
    assert _soup(client.get("/?label=nonsense&page=0")).select("li.row"), "an unknown filter filters nothing"


def test_the_article_has_every_claim_in_place(desk: Checked) -> None:
    """Right to left, each with its link."""
    soup = _soup(_client(desk).get(f"/article/{desk.article.id}"))
    assert [link["data-claim"] for link in soup.select("sup a")] == [claim.id for claim in desk.claims]
    assert soup.select_one("section.article p")["dir"] == "rtl"


def test_a_claim_shows_evidence_history_and_chain(desk: Checked) -> None:
    """The quote stands highlighted in the page's text, its numbers compared with the claim's."""
    client = _client(desk)
    soup = _soup(client.get(f"/claim/{desk.claims[1].id}"))
    assert soup.select_one("mark.quote").get_text("").startswith("It is ")
    assert "city paid back" in soup.select_one("blockquote.page").get_text()
    assert [each.get_text("")[:3] for each in soup.select(".use .differs")] == ["620"]
    assert soup.select("#history li")
    chain = _soup(client.get(f"/claim/{desk.claims[1].id}/chain")).select_one("#tree").get_text()
    assert chain.count("ok: ") == 4
    assert "failed: " not in chain


def test_evidence_brought_on_the_page_changes_the_verdict_shown(desk: Checked) -> None:
    """Add, and the page that follows shows the new verdict, signed."""
    client = _client(desk)
    page = f"/claim/{desk.claims[2].id}"
    answer = _send(
        client, page, f"{page}/evidence", quote="بلغت الكلفة ٤٠ مليونا", stance="supports",
        text="دفتر المدينة: بلغت الكلفة 40 مليوناً.", note="صندوق ٧",
    )  # fmt: skip
    assert (answer.status_code, answer.headers["location"]) == (303, f"{page}#evidence")
    soup = _soup(client.get(page))
    assert "v-supported" in soup.select_one("#verdict .chip")["class"]
    assert "Mona" in soup.select_one(".brought").get_text()
    assert desk.store.load_manual(desk.claims[2].id)[0].note == "صندوق ٧"


def test_a_quote_that_is_not_there_comes_back_with_what_was_typed(desk: Checked) -> None:
    """Nothing is lost of a long form, and the reason stands on top."""
    client = _client(desk)
    page = f"/claim/{desk.claims[2].id}"
    answer = _send(
        client, page, f"{page}/evidence", quote="it cost 50 million", stance="refutes", text="It cost 40 million."
    )
    soup = _soup(answer)
    assert answer.status_code == 422
    told = soup.select_one("[role=alert]")
    assert "closest passage" in told.get_text()
    assert [each.get_text() for each in told.select(".differs")] == ["40"], "the one word that differs is marked"
    assert soup.select_one("#bring").has_attr("open")
    assert soup.select_one("#quote").get_text() == "it cost 50 million"
    assert soup.select_one("input[name=stance][value=refutes]").has_attr("checked")


def test_a_decision_on_the_page_stands_and_can_be_taken_back(desk: Checked) -> None:
    """Decide, see it, withdraw it, see the machine's again."""
    client = _client(desk)
    page = f"/claim/{desk.claims[0].id}"
    assert _send(client, page, f"{page}/decide", label="refuted", reason="it was 1951").status_code == 303
    soup = _soup(client.get(page))
    assert "v-refuted" in soup.select_one("#verdict .chip")["class"]
    assert "it was 1951" in soup.select_one("#verdict").get_text()
    assert len(_soup(client.get("/?by=person")).select("li.row")) == 1
    assert soup.select_one("input[value=withdraw]")
    assert _send(client, page, f"{page}/decide", label="withdraw", reason="I misread").status_code == 303
    assert "v-supported" in _soup(client.get(page)).select_one("#verdict .chip")["class"]


def test_evidence_is_retracted_on_the_page(desk: Checked) -> None:
    """The row stays, struck through."""
    client = _client(desk)
    page = f"/claim/{desk.claims[2].id}"
    _send(client, page, f"{page}/evidence", quote="cost 40 million", stance="supports", text="It cost 40 million.")
    evidence = _soup(client.get(page)).select_one("input[name=evidence]")["value"]
    assert _send(client, page, f"{page}/retract", evidence=evidence, reason="").status_code == 422
    assert _send(client, page, f"{page}/retract", evidence=evidence, reason="a forgery").status_code == 303
    soup = _soup(client.get(page))
    assert "a forgery" in soup.select_one(".brought .retracted").get_text()
    assert "v-not_enough_evidence" in soup.select_one("#verdict .chip")["class"]


def test_nobody_decides_without_a_name(desk: Checked) -> None:
    """Where no names are set, people say who they are first; `machine` is nobody's name."""
    client = _client(desk, names=())
    page = f"/claim/{desk.claims[0].id}"
    assert _send(client, page, f"{page}/decide", label="refuted", reason="r").status_code == 422
    _send(client, "/", "/settings", name="machine", back="/")
    assert _send(client, page, f"{page}/decide", label="refuted", reason="r").status_code == 422
    assert _send(client, "/", "/settings", name="منى", back=page).headers["location"] == page
    assert _send(client, page, f"{page}/decide", label="refuted", reason="r").status_code == 303
    assert desk.store.why(desk.claims[0].id).decided_by == "منى"


def test_a_form_from_elsewhere_is_refused(desk: Checked) -> None:
    """No key, another's key, another origin."""
    client = _client(desk)
    action = f"/claim/{desk.claims[0].id}/decide"
    fields = {"label": "refuted", "reason": "r"}
    assert client.post(action, data=fields).status_code == 403
    key = _soup(client.get("/")).select_one("input[name=form_key]")["value"]
    assert client.post(action, data={**fields, "form_key": "0" * 64}).status_code == 403
    evil = {"origin": "https://evil.example"}
    assert client.post(action, data={**fields, "form_key": key}, headers=evil).status_code == 403
    other = _client(desk)
    other.get("/")
    assert other.post(action, data={**fields, "form_key": key}).status_code == 403
    assert desk.store.why(desk.claims[0].id).decided_by == "machine"


def test_another_name_for_this_machine_is_a_rebinding_attack(desk: Checked) -> None:
    """On loopback only loopback's own names are answered."""
    client = _client(desk)
    assert client.get("/", headers={"host": "evil.example:8377"}).status_code == 421
    assert client.get("/", headers={"host": "localhost:8377"}).status_code == 200


def test_beyond_loopback_a_token_is_asked_for(desk: Checked) -> None:
    """Nothing is shown or done without it."""
    with pytest.raises(ValueError, match="token"):
        make_app(desk.desk, host="0.0.0.0")
    client = _client(desk, host="0.0.0.0", token="long random word")
    for path in ("/", f"/claim/{desk.claims[0].id}", f"/page/{desk.page.text_sha256}"):
        assert client.get(path).headers["location"] == "/sign-in"
    assert client.post(f"/claim/{desk.claims[0].id}/decide", data={"label": "refuted"}).status_code == 401
    assert client.get("/", headers={"authorization": "Bearer long random word"}).status_code == 200
    assert _send(client, "/sign-in", "/sign-in", token="guess").status_code == 403
    assert _send(client, "/sign-in", "/sign-in", token="long random word").status_code == 303
    assert client.get("/").status_code == 200


def test_every_answer_carries_the_strict_policy(desk: Checked) -> None:
    """Nothing inline runs, nothing from elsewhere loads; errors too."""
    client = _client(desk)
    for path in ("/", f"/claim/{desk.claims[0].id}", "/static/review.js", "/nothing", "/claim/abcdef12"):
        answer = client.get(path)
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert "unsafe" not in answer.headers["content-security-policy"]
        soup = _soup(answer)
        assert not soup.select("[style], [onclick], script:not([src])")
        assert all(tag["src"].startswith("/static/") for tag in soup.select("[src]"))


def test_stored_words_are_never_markup(desk: Checked) -> None:
    """Page, quote, note, reason: all are escaped."""
    client = _client(desk)
    page = f"/claim/{desk.claims[2].id}"
    evil = "<img src=x onerror=alert(1)> says that it cost 40 million"
    _send(client, page, f"{page}/evidence", quote=evil, stance="supports", text=f"Page: {evil}.", note="<b>note</b>")
    _send(client, page, f"{page}/decide", label="refuted", reason="<script>alert(1)</script>")
    soup = _soup(client.get(page))
    assert evil in soup.select_one("mark.quote").get_text("").replace(" (as in the claim)", "")
    assert not soup.select("img, #verdict script, .brought b")
    found = soup.select_one("a[href^='/page/']")["href"]
    assert not _soup(client.get(found)).select("img")


def test_the_language_follows_the_browser_until_one_is_chosen(desk: Checked) -> None:
    """Arabic runs right to left; the choice stays."""
    client = _client(desk)
    assert _soup(client.get("/", headers={"accept-language": "ar-EG,ar;q=0.9"})).html["dir"] == "rtl"
    assert _soup(client.get("/")).html["lang"] == "en"
    _send(client, "/", "/settings", language="ar", back="/")
    assert _soup(client.get("/")).html["lang"] == "ar"


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"])
def test_a_form_never_leads_to_another_site(desk: Checked, back: str) -> None:
    """`back` is a path of ours or the queue."""
    assert _send(_client(desk), "/", "/settings", language="en", back=back).headers["location"] == "/"


def test_every_control_has_a_label(desk: Checked) -> None:
    """Screen readers name every field."""
    client = _client(desk, names=())
    for path in ("/", f"/claim/{desk.claims[0].id}", "/sign-in"):
        soup = _soup(client.get(path))
        labels = {label.get("for") for label in soup.select("label")}
        for field in soup.select("input:not([type=hidden]), select, textarea"):
            assert field.get("id") in labels or field.find_parent("label"), f"{path}: {field}"
        ids = [tag["id"] for tag in soup.select("[id]")]
        assert len(ids) == len(set(ids))


def test_a_near_miss_is_told_in_the_readers_language(desk: Checked) -> None:
    """Arabic readers read why their quote was not taken, and which words stand there instead."""
    client = _client(desk)
    _send(client, "/", "/settings", language="ar", back="/")
    page = f"/claim/{desk.claims[2].id}"
    answer = _send(
        client, page, f"{page}/evidence", quote="بلغت الكلفة ٥٠ مليوناً", stance="refutes",
        text="بلغت الكلفة 40 مليوناً.",
    )  # fmt: skip
    told = _soup(answer).select_one("[role=alert]")
    assert "أقرب مقطع" in told.get_text()
    assert "The quote" not in told.get_text()
    assert [each.get_text() for each in told.select(".differs")] == ["40"]


def test_an_abstention_shows_no_figure_and_says_what_it_means(desk: Checked) -> None:
    """Confidence is shown of verdicts that say something; not enough evidence is told apart from undecided."""
    client = _client(desk)
    soup = _soup(client.get("/"))
    cards = {row["data-claim"]: row.get_text() for row in soup.select("li.row")}
    assert "Confidence" in cards[desk.claims[0].id]
    assert "Confidence" not in cards[desk.claims[2].id]
    assert "something broke" in soup.select_one(".meanings").get_text()
    verdict = _soup(client.get(f"/claim/{desk.claims[2].id}")).select_one("#verdict").get_text()
    assert "Confidence" not in verdict
    assert "none of it settles" in verdict


def test_a_persons_verdict_is_not_explained_by_sources(desk: Checked) -> None:
    """ "Sound sources contradict it" would be untrue; the person and the reason stand there, the machine beneath."""
    client = _client(desk)
    page = f"/claim/{desk.claims[0].id}"
    _send(client, page, f"{page}/decide", label="refuted", reason="it was 1951")
    soup = _soup(client.get(page)).select_one("#verdict")
    assert "Sound sources" not in soup.select_one(".head").get_text()
    assert "Mona" in soup.select_one(".head").get_text()
    assert "Supported" in soup.select_one("details").get_text()


def test_why_a_claim_waits_is_told_in_the_readers_language(desk: Checked) -> None:
    """The store keeps the reasons in English; an Arabic page does not."""
    desk.store.decide(desk.claims[0].id, Label.REFUTED, by="Mona", reason="r")
    desk.store.decide(desk.claims[0].id, Label.SUPPORTED, by="Sami", reason="s")
    client = _client(desk)
    assert "people disagree" in _soup(client.get("/?waits=true")).select_one(".waits").get_text()
    _send(client, "/", "/settings", language="ar", back="/")
    assert "اختلف المراجعون" in _soup(client.get("/?waits=true")).select_one(".waits").get_text()


def test_visitors_are_not_compared_with_exhibits() -> None:
    """Two counts are set against each other only where they count one thing; the article of a word is marked with it."""
    visitors = {
        "unit": "", "dimension": "count", "noun": "زائر", "value": 4200.0, "low": 4200.0, "high": float("inf")
    }  # fmt: skip
    first = {"unit": "ordinal", "dimension": "ordinal", "noun": "", "value": 1.0, "low": 1.0, "high": 1.0}

    def marked(text: str) -> dict[str, str]:
        bits = compared(text, "ar", quantities=[visitors, first], times=[], claim_language="ar")
        assert "".join(bit.text for bit in bits) == text
        return {bit.text: bit.kind for bit in bits if bit.kind}

    assert marked("حضر 4,250 زائراً") == {"4,250 زائراً": "same"}
    assert marked("حضر 3,900 زائراً") == {"3,900 زائراً": "differs"}
    assert marked("عُرضت أكثر من خمسة آلاف قطعة للمرة الأولى") == {}


def test_numbers_and_dates_are_compared_only_with_their_like() -> None:
    """A length with a length, a year with a year; what is of no kind in the claim stays unmarked."""
    length = {"unit": "m", "dimension": "length", "low": 820.0, "high": 820.0}
    year = {"first": "1950-01-01", "last": "1950-12-31"}
    text = "Opened in 1951, it is 820 metres long and cost 31 million pounds."
    bits = compared(text, "en", quantities=[length], times=[year])
    assert "".join(bit.text for bit in bits) == text
    assert {bit.text: bit.kind for bit in bits if bit.kind} == {"1951": "differs", "820 metres": "same"} or {
        re.sub(r"\D", "", bit.text): bit.kind for bit in bits if bit.kind
    } == {"1951": "differs", "820": "same"}


def test_the_words_of_stances_are_all_there() -> None:
    """Every stance has its word in the forms."""
    assert {each.value for each in StanceLabel} == {"supports", "refutes", "context"}
