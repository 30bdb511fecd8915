"""What is searched for: full first, single names last, and nothing carried over that is not known to be right."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.digests import digest
from claims.records import Claim, Comparator, Precision, Quantity, TimeExpression
from evidence.name_table import NameTable, country_languages, country_name, fold
from evidence.queries import (
    MOST_OTHER,
    MOST_OWN,
    build_queries,
    claim_names,
    key_terms,
    local_languages,
    plain_name,
    stop_words,
    title_like,
)
from tests.evidence.makers import make_claim

CANAL = "افتُتحت قناة السويس للملاحة عام 1869 في عهد الخديوي إسماعيل."


def texts(claim, languages=("en",), table=None) -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for query in build_queries(claim, languages, table):
        out.setdefault(query.language, []).append(query.text)
    return out


def test_queries_go_from_the_whole_claim_to_single_names() -> None:
    """The first holds names, terms and the year; then both names, then each alone."""
    claim = make_claim(CANAL, names=("قناة السويس", "الخديوي إسماعيل"), year=1869)
    own = texts(claim)["ar"]
    assert own[0].startswith("قناة السويس الخديوي إسماعيل ")
    assert own[0].endswith(" 1869")
    assert own[1:] == ["قناة السويس الخديوي إسماعيل", "قناة السويس", "الخديوي إسماعيل"]


def test_names_cross_languages_by_the_table() -> None:
    """Best form first; a name that the table does not know stays at home."""
    table = NameTable({fold("قناة السويس"): {"en": ("Suez Canal", "the canal")}})
    claim = make_claim(CANAL, names=("قناة السويس", "الخديوي إسماعيل"), year=1869)
    assert texts(claim, ("en", "fr"), table)["en"] == ["Suez Canal 1869", "Suez Canal"]
    assert "fr" not in texts(claim, ("en", "fr"), table)


def test_latin_names_and_countries_cross_by_themselves() -> None:
    """«جسر أكاشي (Akashi Kaikyo) في اليابان» asks the English wiki for the bridge and for Japan."""
    claim = make_claim("جسر أكاشي كايكيو (Akashi Kaikyo) يقع في اليابان.", names=("اليابان",))
    assert texts(claim)["en"] == ["Japan Akashi Kaikyo", "Japan", "Akashi Kaikyo"]


def test_a_claim_without_names_is_searched_by_its_terms() -> None:
    """Its longest ones, then those that stand side by side; function words, numbers and short words are left out."""
    claim = make_claim("بلغت نسبة البطالة بين الخريجين نحو 12 في المئة.")
    own = texts(claim)["ar"]
    assert own == ["الخريجين البطالة", "نسبة البطالة", "بلغت نسبة"]
    assert not any(word in text.split() for text in own for word in ("نحو", "في", "بين", "12"))


def test_every_query_names_its_claim_and_is_the_same_twice() -> None:
    """Ids are digests of claim, language and text; no text is asked twice in a language."""
    claim = make_claim(CANAL, names=("قناة السويس",), year=1869)
    queries = build_queries(claim, ("ar", "en", "ar"))
    assert queries == build_queries(claim, ("ar", "en", "ar"))
    assert all(query.id == digest(claim.id, query.language, query.text) for query in queries)
    assert len({(query.language, query.text) for query in queries}) == len(queries)


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("بالقاهرة", "القاهرة"),
        ("والقاهرة", "والقاهرة"),
        ("للسويس", "السويس"),
        ("بنما", "بنما"),
        ("[الرئيس] ناصر", "الرئيس ناصر"),
    ],
)
def test_particles_come_off_only_where_that_is_sure(written: str, plain: str) -> None:
    """«بال» and «لل» are particles; the ب of بنما is its own, and و before ال may be a name's."""
    assert plain_name(written) == plain


def test_names_that_the_claim_does_not_list_are_found_in_its_text() -> None:
    """Latin runs in a text of another script, quoted titles, capitals where no names were found."""
    assert claim_names(make_claim("رواية «أولاد حارتنا» نُشرت في صحيفة.")) == ["أولاد حارتنا"]
    assert claim_names(make_claim("نموذج DeepSeek R1 صيني.", names=("نموذج",))) == ["نموذج", "DeepSeek R1"]
    english = make_claim("The canal was nationalised by Gamal Abdel Nasser.", language="en")
    assert claim_names(english) == ["Gamal Abdel Nasser"]


def test_countries_are_named_by_cldr() -> None:
    """Both ways, and only what is a country or a language."""
    assert country_name("Deutschland", "de", "ar") == "ألمانيا"
    assert country_name("فرنسا", "ar", "ja") == "フランス"
    assert country_name("قناة", "ar", "en") == ""
    assert country_name("مصر", "ar", "xx") == ""


@pytest.mark.parametrize("language", ["ar", "en", "fr", "de", "ru", "tr", "hi", "zh", "xx"])
def test_stop_words_are_there_or_honestly_not(language: str) -> None:
    """A language without a list gets none, and its terms are simply more."""
    assert bool(stop_words(language)) == (language not in ("zh", "xx"))


@given(st.text(max_size=200), st.sampled_from(["ar", "en", "zh", "hi", "ru", "tr", "xx"]))
@settings(max_examples=150, deadline=None)
def test_any_text_can_be_searched_for(text: str, language: str) -> None:
    """No text of any script breaks it; no query is empty."""
    claim = make_claim(text, language=language)
    assert all(query.text.strip() for query in build_queries(claim, ("ar", "en")))
    assert key_terms(claim, []) == key_terms(claim, [])


def test_named_countries_bring_their_languages() -> None:
    """What is in Japan is told of in Japanese, where something else that the claim names has a name in it."""
    assert country_languages(("اليابان", "فرنسا", "قناة السويس"), "ar") == ("ja", "fr")
    claim = make_claim("جسر أكاشي كايكيو في اليابان.", names=("جسر أكاشي كايكيو", "اليابان"))
    assert local_languages(claim, NameTable()) == []
    table = NameTable({fold("جسر أكاشي كايكيو"): {"ja": ("明石海峡大橋",), "fr": ("Pont du détroit d'Akashi",)}})
    assert local_languages(claim, table) == ["ja"]
    assert texts(claim, ("ja",), table)["ja"] == ["明石海峡大橋 日本", "明石海峡大橋", "日本"]


def test_runs_of_words_that_are_titles_count_as_names() -> None:
    """Nobody recognised «نهر وردة» as a name, but a wiki has a page of that title."""
    claim = make_claim("بُني أول سد على نهر وردة عام 1975.", year=1975)
    assert claim_names(claim) == []
    assert "نهر وردة" in title_like(claim)
    assert not any(word in run.split() for run in title_like(claim) for word in ("على", "عام", "1975"))
    table = NameTable({fold("نهر وردة"): {"en": ("Warda River",)}})
    assert texts(claim, ("en",), table)["en"] == ["Warda River 1975", "Warda River"]
    assert "نهر وردة" in texts(claim, ("en",), table)["ar"]
    assert "en" not in texts(claim)


def with_slots(claim: Claim, *numbers: Quantity, times: tuple[TimeExpression, ...] = ()) -> Claim:
    return replace(claim, quantities=numbers, times=times)


def quantity(text: str, value: float, dimension: str = "count", unit: str = "") -> Quantity:
    return Quantity(
        text=text, start=0, end=len(text), value=value, low=value, high=value, comparator=Comparator.EXACT, unit=unit,
        dimension=dimension, noun="",
    )  # fmt: skip


def test_numbers_are_searched_for_beside_the_first_name() -> None:
    """As written in the claim's own language; in others only where every language writes them alike."""
    table = NameTable({fold("نهر وردة"): {"en": ("Warda River",)}})
    river = make_claim("يبلغ طول نهر وردة 212 كيلومتراً.", names=("نهر وردة",))
    found = texts(with_slots(river, quantity("212 كيلومتراً", 212_000, "length", "m")), ("en",), table)
    assert "نهر وردة 212" in found["ar"]
    assert found["en"] == ["Warda River 212", "Warda River"]
    found = texts(with_slots(river, quantity("84 ألف", 84_000)), ("en",), table)
    assert "نهر وردة 84" in found["ar"]
    assert found["en"] == ["Warda River"]


def test_a_day_is_searched_for_as_it_is_written() -> None:
    """Beside the first name; a day that is counted from the article's date is not."""
    opened = make_claim("افتُتح جسر الملك فهد في 26 نوفمبر 1986.", names=("جسر الملك فهد",))
    day = date(1986, 11, 26)
    time = TimeExpression(
        text="26 نوفمبر 1986", start=0, end=14, first=day, last=day, precision=Precision.DAY, relative=False
    )
    assert "جسر الملك فهد 26 نوفمبر 1986" in texts(with_slots(opened, times=(time,)))["ar"]
    counted = replace(time, text="قبل 26 يوما", relative=True)
    assert not any("26" in text for text in texts(with_slots(opened, times=(counted,)))["ar"])


def test_a_claim_has_only_so_many_searches() -> None:
    """Whatever stands in it, what it costs is known."""
    names = tuple(f"مدينة {letter}{letter}{letter}" for letter in "بتثجحخدذرز")
    claim = make_claim(" و".join([*names, "1869"]), names=names, year=1869)
    table = NameTable({fold(name): {"en": (f"City {number}",)} for number, name in enumerate(names)})
    found = texts(replace(claim, quantities=(quantity("212", 212),)), ("en", "fr"), table)
    assert len(found["ar"]) == MOST_OWN
    assert len(found["en"]) == MOST_OTHER
