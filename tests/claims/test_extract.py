"""Claims of whole sentences: speakers, appositions, relative clauses, fills, modality, check-worthiness."""

from datetime import date

import pytest

from claims.article import read_article
from claims.checkworthy import check_worthiness
from claims.extract import extract_claims
from claims.records import Claim, ClaimKind, Modality, Polarity


def claims_of(sentence: str, language: str = "", *, learnt: bool = True) -> list[Claim]:
    article = read_article(
        f"A heading\n\n{sentence}".encode(), source="a.txt", published_on=date(2025, 3, 28), language=language
    )
    return extract_claims(article, learnt=learnt)


def ruled(sentence: str, language: str = "") -> list[Claim]:
    """What the rules cut by themselves."""
    return claims_of(sentence, language, learnt=False)


def texts(sentence: str, language: str = "") -> list[str]:
    return [claim.text for claim in claims_of(sentence, language)]


def test_two_facts_stand_in_one_apposition() -> None:
    """«الملياردير المولود في ألمانيا بيتر ثيل» says who he is and where he was born."""
    made = texts("وحضر الملياردير المولود في ألمانيا بيتر ثيل يوم الثلاثاء.")
    assert "الملياردير بيتر ثيل" in made
    assert "المولود في ألمانيا بيتر ثيل" in made


def test_the_index_keeps_its_forty_per_cent() -> None:
    """The relative clause is taken out and the main clause resumes behind it."""
    made = texts(
        "ارتفع مؤشر هانغ سنغ للتكنولوجيا، الذي يتتبع أكبر شركات التكنولوجيا الصينية، بأكثر من 40 في المئة منذ منتصف يناير الماضي."
    )
    assert "ارتفع مؤشر هانغ سنغ للتكنولوجيا بأكثر من 40 في المئة منذ منتصف يناير الماضي" in made
    assert any("الذي يتتبع" in text and "40" not in text for text in made)


def test_speech_and_content_are_two_claims() -> None:
    """That she said it, and whether it is so."""
    made = claims_of(
        "Mayor Ruth Okafor said that the city had secured a grant of £30 million and would borrow the rest."
    )
    speech = [c for c in made if c.kind is ClaimKind.SPEECH]
    content = [c for c in made if c.kind is ClaimKind.CONTENT and c.attribution]
    assert len(speech) == 1
    assert len(content) == 2
    assert all(c.attribution and "Okafor" in c.attribution.speaker for c in (*speech, *content))


def test_nested_speech_names_both() -> None:
    """The paper says that the owner said."""
    made = claims_of(
        "The Marlow Gazette reported that the owner, Tideway Freight, had told investigators that its captain was asleep."
    )
    inner = next(c for c in made if c.kind is ClaimKind.CONTENT and "asleep" in c.text)
    assert inner.attribution is not None
    assert "Tideway" in inner.attribution.speaker
    assert any("Gazette" in who for who in inner.attribution.outer)


def test_a_verbal_noun_hides_an_event() -> None:
    """«إلغاء الحكومة رسوم العبور» is an event of January."""
    made = claims_of("ويأتي هذا التحسن بعد إلغاء الحكومة رسوم العبور على البضائع العراقية في يناير الماضي.")
    hidden = next(c for c in made if c.text.startswith("إلغاء"))
    assert str(hidden.times[0].first) == "2025-01-01"


def test_a_dropped_subject_is_filled_in_brackets() -> None:
    """Never silently."""
    made = texts("قال الوزير سامر القضاة إن الميناء لم يغلق. وأضاف أن الكلفة بلغت 65 مليون دينار.")
    assert any(text.startswith("[") and "القضاة" in text.split("]")[0] for text in made)


def test_that_nobody_said_it_is_no_speech() -> None:
    """A denied verb of saying is a fact about silence."""
    assert all(
        c.kind is ClaimKind.CONTENT for c in claims_of("The minister did not say that the port was closed in 2020.")
    )


@pytest.mark.parametrize(
    ("text", "language", "modality", "polarity"),
    [
        ("The work will cost about 48 million pounds.", "en", Modality.PREDICTED, Polarity.AFFIRMED),
        ("If he is convicted, he faces five years in prison.", "en", Modality.CONDITIONAL, Polarity.AFFIRMED),
        ("ولم يكشف الوزير عن أسماء الشركات المشاركة في التوسعة.", "ar", Modality.ASSERTED, Polarity.NEGATED),
        ("ستستثمر الهيئة 120 مليون دينار في توسعة الرصيف.", "ar", Modality.PREDICTED, Polarity.AFFIRMED),
        ("Завод не заплатил 12 миллионов рублей.", "ru", Modality.ASSERTED, Polarity.NEGATED),
    ],
)  # fmt: skip
def test_modality_and_polarity_are_told(text: str, language: str, modality: Modality, polarity: Polarity) -> None:
    """What is denied, foreseen or supposed is marked as such."""
    (claim,) = claims_of(text, language)
    assert (claim.modality, claim.polarity) == (modality, polarity)


def test_no_fewer_than_denies_nothing() -> None:
    """A bound is no negation."""
    assert all(
        c.polarity is Polarity.AFFIRMED for c in claims_of("The fire destroyed no fewer than 40 houses in Calden.")
    )


@pytest.mark.parametrize(
    ("text", "language", "category"),
    [
        ("Is a bridge worth that much money?", "en", "question"), ("لماذا ندفع ثمن نماذج مغلقة؟", "ar", "question"), ("شكرا لكل من ساعدنا.", "ar", "thanks"),
        ("In my view, the council was wrong.", "en", "opinion"), ("لا أعتقد أن لديه جوابا.", "ar", "opinion"), ("فالجميع متفق على أن البيانات مهمة.", "ar", "rhetoric"),
        ("The bridge opened in 1931.", "en", "factual"), ("ارتفع المؤشر بنسبة 40 في المئة.", "ar", "factual"), ("这样的投资值得吗？", "zh", "question"),
    ],
)  # fmt: skip
def test_why_a_statement_is_or_is_not_worth_checking(text: str, language: str, category: str) -> None:
    """A category with its reason, and a score to sort by."""
    found = check_worthiness(text, language)
    assert str(found.category) == category
    assert found.reason
    assert 0 <= found.score <= 1


def test_a_repeated_caption_is_claimed_at_most_once() -> None:
    """A photo caption printed twice is no second claim."""
    article = read_article(
        (
            "A heading\n\nالجسر الجديد في مدينة العقبة\nالجسر الجديد في مدينة العقبة\n\n"
            + "قال الوزير إن الميناء لم يغلق في عام 2020. " * 4
        ).encode(),
        source="a.txt",
        language="ar",
    )
    assert sum("الجسر الجديد" in claim.text for claim in extract_claims(article)) <= 1


def test_a_language_without_words_gives_whole_sentences() -> None:
    """Coarser, never wrong."""
    sentence = "Jembatan itu dibuka pada 1931 dan panjangnya 40 meter."
    (claim,) = claims_of(sentence, "id")
    assert claim.quote == sentence.rstrip(".")
