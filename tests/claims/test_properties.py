"""Rules that hold for every text, whatever script it is in."""

import unicodedata
from datetime import date

import regex
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.article import read_article
from claims.dates import find_times
from claims.errors import ArticleUnreadable
from claims.extract import extract_claims
from claims.meant.words import OPEN
from claims.names import find_names, name_similarity
from claims.numbers import find_quantities
from claims.records import Article, BlockKind, Claim, ClaimKind, Polarity
from claims.sentences import article_sentences, split_sentences

PUBLISHED = date(2025, 3, 28)
LANGUAGES = ("ar", "en", "fr", "es", "de", "ru", "tr", "fa", "zh", "hi", "und")
_SETTINGS = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))

SENTENCES = {
    "en": [
        "The harbour of Calden opened in 1931 and handled 4,000 ships in 2020.",
        "Mayor Ruth Okafor said that the bridge was not safe and that it cost £48 million.",
        "The index, which tracks 40 firms, rose by 7 per cent on Tuesday.",
        "The company never paid the fine of $3.5bn 😀 and lost 12 judges.",
        "According to the Gazette, the port did not close in May 2024.",
    ],
    "ar": [
        "ارتفع المؤشر، الذي يتتبع 40 شركة، بنسبة ٧ في المئة يوم الثلاثاء.",
        "قال الوزير سامر القضاة إن الميناء لم يغلق في عام 2020 وإن كلفته بلغت 65 مليون دينار.",
        "لم تدفع الشركة الغرامة البالغة 3 ملايين دولار 😀 وخسرت 12 قاضيا.",
        "وَبِحَسَبِ الصحيفة، فإن عدد السفن تجاوز ٤١٠ سفن في مايو 2024.",
        "نفى الوزير سامر القضاة إغلاق 3 موانئ، وهو ما أكدته صحيفة «الشاطئ»، مضيفا أن الكلفة بلغت ٦٥ مليون دينار.",
        "وبعد إغلاق الميناء في عام 1988، بنى التاجر مدرسة تستقبل 80 طالبا، لكنه لم يسدد ديونه.",
    ],
    "fr": ["La mairie n'a pas payé 12 millions d'euros et a fermé l'usine en 2021.", "Le maire, Jean Roux, a affirmé que le pont coûterait 3 millions d'euros."],
    "es": ["El club no pagó 60.000 euros y perdió a 12 jugadores en 2021.", "La alcaldesa aseguró que el puente costaría 3 millones de euros."],
    "de": ["Die Stadt zahlte 2021 nicht 12 Millionen Euro und schloss die Schule.", "Der Bürgermeister sagte, dass die Brücke 3 Millionen Euro koste."],
    "ru": ["Завод не заплатил 12 миллионов рублей и закрылся в 2021 году.", "Мэр заявил, что мост стоил 3 миллиона рублей."],
    "tr": ["Belediye 2021'de 12 milyon lira ödemedi ve okulu kapattı."],
    "fa": ["شهرداری در سال ۲۰۲۱ دوازده میلیون دلار پرداخت نکرد و مدرسه را بست."],
    "zh": ["该公司2021年没有支付1200万元，并关闭了工厂。", "市长表示，大桥耗资3亿元。"],
}  # fmt: skip
_DIGITS = regex.compile(r"\d+(?:[.,٫٬]\d+)*")


def article_of(sentences: list[str], language: str, joiner: str = "\n\n") -> Article:
    text = "Heading\n\n" + joiner.join(sentences)
    return read_article(text.encode(), source="made.txt", key="made", published_on=PUBLISHED, language=language)


@st.composite
def articles(draw: st.DrawFn) -> tuple[Article, str]:
    language = draw(st.sampled_from(sorted(SENTENCES)))
    chosen = draw(st.lists(st.sampled_from(SENTENCES[language]), min_size=1, max_size=4))
    joiner = draw(st.sampled_from(["\n\n", "\r\n", " ", "\n\n👍🏽\n\n", "\n\n\u200f"]))
    text = "Heading line\n\n" + joiner.join(chosen)
    form = draw(st.sampled_from(["NFC", "NFD"]))
    data = unicodedata.normalize(form, text).encode("utf-8-sig" if draw(st.booleans()) else "utf-8")
    return read_article(data, source="made.txt", key="made", published_on=PUBLISHED, language=language), language


def check_spans(article: Article, claims: list[Claim]) -> None:
    ids = [claim.id for claim in claims]
    assert len(ids) == len(set(ids))
    for claim in claims:
        assert claim.quote == article.text[claim.quote_start : claim.quote_end]
        assert claim.quote_start == claim.quote_spans[0].start
        assert claim.quote_end == max(span.end for span in claim.quote_spans)
        assert all(claim.sentence_start <= s.start < s.end <= claim.sentence_end for s in claim.quote_spans)
        assert all(a.end <= b.start for a, b in zip(claim.quote_spans, claim.quote_spans[1:], strict=False))
        for slot in (*claim.quantities, *claim.times, *claim.names):
            assert article.text[slot.start : slot.end] == slot.text
            assert claim.sentence_start <= slot.start < slot.end <= claim.sentence_end


@_SETTINGS
@given(articles())
def test_every_claim_is_proven_by_its_offsets(made: tuple[Article, str]) -> None:
    """Quotes, spans and slots say what the article says, under CRLF, emoji, NFD and a byte order mark."""
    article, _ = made
    check_spans(article, extract_claims(article))


@_SETTINGS
@given(articles())
def test_every_word_of_a_claim_comes_from_its_sentence(made: tuple[Article, str]) -> None:
    """What is filled in stands in brackets and comes from the article."""
    article, _ = made
    for claim in extract_claims(article):
        sentence = article.text[claim.sentence_start : claim.sentence_end]
        for word in regex.findall(
            r"\p{Han}|[\p{L}\p{M}\p{N}--\p{Han}]+", regex.sub(r"\[[^\]]*\]", " ", claim.text), regex.V1
        ):
            assert word in sentence
        for fill in regex.findall(r"\[([^\]]*)\]", claim.text):
            assert fill == OPEN or fill in article.text


@_SETTINGS
@given(articles())
def test_no_number_of_a_sentence_is_lost(made: tuple[Article, str]) -> None:
    """Every number of a sentence with claims stands in one of them, or in one of the same sentence said before."""
    article, _ = made
    claims = extract_claims(article)
    for sentence in article_sentences(article):
        own = [c for c in claims if article.text[c.sentence_start : c.sentence_end] == sentence.text]
        if sentence.block is not BlockKind.BODY or not own:
            continue
        for match in _DIGITS.finditer(sentence.text):
            assert any(any(s.start <= c.sentence_start + match.start() < s.end for s in c.quote_spans) for c in own), (
                sentence.text,
                match.group(0),
            )


def test_the_number_of_a_relative_clause_stays_with_its_verb() -> None:
    """Forty firms are tracked; seven per cent is the rise: never the other way round."""
    for sentence, tracked, rose in ((SENTENCES["en"][2], "40", "7"), (SENTENCES["ar"][0], "40", "٧")):
        language = "en" if sentence.isascii() else "ar"
        article = article_of([sentence], language)
        for claim in extract_claims(article):
            parts = " ".join(article.text[s.start : s.end] for s in claim.quote_spans)
            tracks = "tracks" in parts or "يتتبع" in parts
            rises = "rose" in parts or "ارتفع" in parts
            assert (tracked in _DIGITS.findall(parts)) <= tracks
            assert (rose in _DIGITS.findall(parts)) <= rises


def test_a_denial_stays_with_its_verb() -> None:
    """The denied half is denied and the other is not."""
    for language, denied, plain in (
        ("en", "never paid", "lost 12"),
        ("ar", "لم تدفع", "وخسرت"),
        ("fr", "n'a pas payé", "fermé"),
        ("es", "no pagó", "perdió"),
        ("ru", "не заплатил", "закрылся"),
        ("tr", "ödemedi", "kapattı"),
        ("fa", "پرداخت نکرد", "بست"),
        ("zh", "没有支付", "关闭"),
    ):
        sentence = next(s for s in SENTENCES[language] if denied in s)
        article = article_of([sentence], language)
        for claim in (c for c in extract_claims(article) if c.kind is ClaimKind.CONTENT):
            parts = " ".join(article.text[s.start : s.end] for s in claim.quote_spans)
            if denied in parts:
                assert claim.polarity is Polarity.NEGATED
            elif plain in parts:
                assert claim.polarity is Polarity.AFFIRMED


def test_the_speaker_stays_over_and() -> None:
    """What is said after "and that" is still only that person's word."""
    for language, sentence, said in (
        ("en", SENTENCES["en"][1], ("not safe", "cost")),
        ("ar", SENTENCES["ar"][1], ("لم يغلق", "كلفته")),
    ):
        article = article_of([sentence], language)
        for claim in (c for c in extract_claims(article) if c.kind is ClaimKind.CONTENT):
            if any(word in claim.text for word in said):
                assert claim.attribution is not None
                assert "Okafor" in claim.attribution.speaker or "القضاة" in claim.attribution.speaker


@_SETTINGS
@given(st.sampled_from(sorted(SENTENCES)), st.data())
def test_correcting_one_sentence_keeps_the_ids_of_all_others(language: str, data: st.DataObject) -> None:
    """Decisions stay on the claims that stayed."""
    sentences = SENTENCES[language] * 2 if len(SENTENCES[language]) == 1 else SENTENCES[language]
    sentences = list(dict.fromkeys(sentences))
    place = data.draw(st.integers(0, len(sentences) - 1))
    changed = [
        *sentences[:place],
        {"zh": "这句话换了。", "ar": "تغيرت هذه الجملة في بغداد."}.get(language, "This was put right in Oslo."),
        *sentences[place + 1 :],
    ]
    before = {c.id: c for c in extract_claims(article_of(sentences, language))}
    after = {c.id for c in extract_claims(article_of(changed, language))}
    whole = article_of(sentences, language)
    untouched = [c for c in before.values() if whole.text[c.sentence_start : c.sentence_end] != sentences[place]]
    assert all(claim.id in after for claim in untouched)


@_SETTINGS
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300), st.sampled_from(LANGUAGES))
def test_offsets_hold_on_any_text(text: str, language: str) -> None:
    """Whatever the text, each finding is a slice of it and nothing raises."""
    for span in split_sentences(text, language):
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end].strip() == text[span.start : span.end]
    for found in (
        *find_quantities(text, language),
        *find_times(text, language, published_on=PUBLISHED),
        *find_names(text, language),
    ):
        assert text[found.start : found.end] == found.text
        assert found.start < found.end


@_SETTINGS
@given(
    st.lists(
        st.sampled_from([*'«»“”"()،,.;:؟?!–- \n', "قال", "إن", "الذي", "وقال", "لم", "٤٠", "في المئة", "said", "that", "who", "and", "rose", "40%", "in 2020", "не", "который", "dass", "que", "他说", "😀", "e\u0301", "مَـ", "don't", "Ruth Okafor", "2025-13-40"]),
        max_size=40,
    ),
    st.sampled_from(LANGUAGES),
)  # fmt: skip
def test_no_mixture_of_marks_and_words_breaks_the_splitter(pieces: list[str], language: str) -> None:
    """Unbalanced quotes, mixed directions and half dates give claims that hold, or none."""
    try:
        article = read_article(
            ("Heading\n\n" + " ".join(pieces)).encode(), source="made.txt", published_on=PUBLISHED, language=language
        )
    except ArticleUnreadable:
        return
    check_spans(article, extract_claims(article))


@_SETTINGS
@given(st.text(max_size=20), st.text(max_size=20))
def test_similarity_of_names_is_a_share_and_symmetric(first: str, second: str) -> None:
    """0 to 1, the same both ways."""
    score = name_similarity(first, second)
    assert 0.0 <= score <= 1.0
    assert score == name_similarity(second, first)


def test_the_same_article_gives_the_same_claims() -> None:
    """Same inputs, same claims."""
    article = article_of(SENTENCES["ar"], "ar")
    assert extract_claims(article) == extract_claims(article)
