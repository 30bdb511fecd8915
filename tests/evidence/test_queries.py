"""What is searched for: full first, single names last, and nothing carried over that is not known to be right."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.digests import digest
from evidence.queries import (
    NameTable,
    build_queries,
    claim_names,
    country_name,
    fold,
    key_terms,
    languages_of_things,
    plain_name,
    stop_words,
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
    """What is in Japan is told of in Japanese; a name that is no country brings none."""
    assert languages_of_things(make_claim("جسر في اليابان وآخر في فرنسا.", names=("اليابان", "فرنسا"))) == ("ja", "fr")
    assert languages_of_things(make_claim("قناة السويس", names=("قناة السويس",))) == ()
