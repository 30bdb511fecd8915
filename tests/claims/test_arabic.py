"""Arabic sentences: which words are verbs, who speaks, what each clause asserts."""

from datetime import date

import pytest

from claims.arabic.tagging import tagged
from claims.article import read_article
from claims.extract import extract_claims
from claims.lexicon.ar_verbs import verb_core
from claims.records import Claim, ClaimKind

PUBLISHED = date(2025, 3, 28)


def claims_of(sentence: str) -> list[Claim]:
    """The claims of one sentence under a heading."""
    article = read_article(("عنوان\n\n" + sentence).encode(), source="made.txt", published_on=PUBLISHED, language="ar")
    return extract_claims(article, learnt=False)  # what the rules cut by themselves


@pytest.mark.parametrize(
    ("word", "core"),
    [
        ("ستدعمه", "تدعم"), ("انتخبوها", "انتخبوا"), ("يؤكد", "يؤكد"), ("اقيمت", "اقيمت"),
        ("يستقيل", "يستقيل"), ("ينتهي", "ينتهي"), ("كتاب", ""), ("يوم", ""), ("بيروت", ""),
    ],
)  # fmt: skip
def test_verbs_are_known_by_their_conjugation(word: str, core: str) -> None:
    """Future mark and object pronoun come off; nouns of a verb's shape stay nouns."""
    assert verb_core(word) == core


@pytest.mark.parametrize(
    ("sentence", "verbs"),
    [
        ("المتهم دفع رشى لموظفين في الميناء.", ["دفع"]),
        ("رفض رئيس المجلس بث التصويت.", ["رفض"]),
        ("عقد دعم المزارعين مؤتمرا.", ["عقد"]),
        ("أعلن الوزير وقف إطلاق النار.", ["أعلن"]),
        ("هذه السفن التي غرقت ترفع العلم نفسه.", ["غرقت", "ترفع"]),
    ],
)
def test_a_word_of_two_readings_is_a_verb_where_a_verb_is_wanted(sentence: str, verbs: list[str]) -> None:
    """دفع, عقد and بث are verbs or nouns by their place."""
    assert [word.raw for word in tagged(sentence) if word.pos == "V"] == verbs


def test_each_coordinated_verb_is_a_claim_with_the_shared_subject() -> None:
    """The second verb takes the subject of the first, and no object for its own."""
    made = claims_of("تفقد رئيس الوزراء عدنان الكبيسي المنطقة المنكوبة، وأمر بصرف عشرة آلاف دولار لكل أسرة.")
    second = next(claim for claim in made if "وأمر" in claim.text)
    assert "عدنان الكبيسي" in second.text
    assert "تفقد" not in second.text


@pytest.mark.parametrize(
    ("sentence", "speaker", "said"),
    [
        ("قال مدير الهيئة سامر القضاة إن الميناء أغلق في عام 2020.", "سامر القضاة", "الميناء أغلق في عام 2020"),
        ("نقلت صحيفة «الشاطئ» عن مسؤول في الوزارة قوله إن المفاوضات بدأت سرا.", "مسؤول في الوزارة", "المفاوضات بدأت سرا"),
        ("رد عليه وزير الدولة صخر العمري بالقول إن الخزينة خسرت مليون دينار.", "صخر العمري", "الخزينة خسرت مليون دينار"),
        ("وبحسب معهد الدراسات، فإن الصادرات تراجعت بنسبة 9 في المئة.", "معهد الدراسات", "الصادرات تراجعت بنسبة 9 في المئة"),
        ("أكدت ابنتها الوحيدة، الطبيبة سلمى بنجلون، أن الجنازة أقيمت في تطوان.", "سلمى بنجلون", "الجنازة أقيمت في تطوان"),
    ],
)  # fmt: skip
def test_what_was_said_is_the_speakers_word(sentence: str, speaker: str, said: str) -> None:
    """Speaker and content are found in each frame."""
    content = next(c for c in claims_of(sentence) if c.kind is ClaimKind.CONTENT and c.text == said)
    assert content.attribution is not None
    assert speaker in content.attribution.speaker


def test_the_authors_clause_behind_a_report_is_not_the_speakers() -> None:
    """ "expects that ..., but it cut its forecast": the second half is told by nobody but the article."""
    made = claims_of("ويتوقع صندوق النقد الدولي أن ينمو الاقتصاد بنسبة 2 في المئة، لكنه خفض توقعاته لعام 2026.")
    cut = next(claim for claim in made if "خفض" in claim.text)
    assert cut.attribution is None
    foreseen = next(claim for claim in made if claim.kind is ClaimKind.CONTENT and "ينمو" in claim.text)
    assert str(foreseen.modality) == "predicted"


def test_an_event_told_by_a_noun_is_a_claim_of_its_own() -> None:
    """The clause goes on without it."""
    made = [claim.text for claim in claims_of("وبعد تقاعدها في عام 2006، أسست التازي مدرسة للفتيات.")]
    assert "تقاعدها [?] في عام 2006" in made  # nobody has been named when "her" is read
    assert "أسست التازي مدرسة للفتيات" in made


def test_a_denial_inside_a_relative_clause_denies_nothing_else() -> None:
    """Polarity is read off the main verb."""
    made = claims_of("وقال الوزير سامر القضاة إن الشركة تركت مبنى لم يكتمل بعد.")
    content = next(claim for claim in made if claim.kind is ClaimKind.CONTENT and "تركت" in claim.text)
    assert str(content.polarity) == "affirmed"


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("افتتح الوزير المتحف الذي بني عام 1902.", "المتحف الذي بني عام 1902"),
        ("وزار الرئيس مدينة بورسعيد التي تأسست عام 1859 على ساحل المتوسط.", "مدينة بورسعيد التي تأسست عام 1859 على ساحل المتوسط"),
    ],
)  # fmt: skip
def test_a_relative_clause_hangs_on_the_object_and_not_on_subject_and_object(sentence: str, told: str) -> None:
    """Behind a verb, the doer is no part of the phrase that the clause describes."""
    assert told in {claim.text for claim in claims_of(sentence)}


@pytest.mark.parametrize("sentence", ["زار الوزير مدينة بورسعيد.", "افتتح المدير مدرسة خالد بن الوليد."])
def test_nobody_bears_the_title_of_the_doer_where_an_object_follows(sentence: str) -> None:
    """The minister is not the town, the headmaster is not the man a school is named after."""
    assert [claim.text for claim in claims_of(sentence)] == [sentence[:-1]]
