"""Arabic sentences of our own writing: answers, interviews, conditions, and what stands between a speaker and his words."""

from datetime import date

import pytest

from claims.article import read_article
from claims.extract import extract_claims
from claims.records import ClaimKind, Modality, Polarity
from tests.claims.arabic_samples import claims_of, speakers

_INTERVIEW = """النادي يستعد للموسم

أعلن نادي الوادي تعيين مدرب جديد.

ثلاثة أسئلة إلى سلوى القاسمي، مديرة النادي:

- متى تنتهي أشغال الملعب؟

- تنتهي الأشغال في مارس 2027.

- هل سترفعون ثمن التذاكر؟

- لن نرفع ثمن التذاكر قبل 2028.

وتأسس النادي سنة 1958.
"""


def test_an_interview_is_told_by_whoever_answers() -> None:
    """The answers are theirs, the line that names them tells only who they are, and what follows is the article's."""
    made = extract_claims(read_article(_INTERVIEW.encode(), source="a.txt", published_on=date(2026, 5, 18)))
    told = {one.attribution.speaker if one.attribution else "" for one in made if "ثمن" in one.quote}
    assert told == {"سلوى القاسمي"}
    assert [one.attribution for one in made if "1958" in one.quote] == [None]
    assert not any(one.quote.startswith("ثلاثة أسئلة") for one in made)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("وأجابت الوزيرة بأن الوزارة صرفت 12 مليون ريال.", ["الوزيرة"]),
        ("وطلبت القاضية نسخة من العقد، فأجابت المحامية بأنها سلمته في مايو.", ["المحامية"]),
        ("وأجاب المدير عن أسئلة اللجنة ساعتين.", []),
    ],
)
def test_who_answers_speaks(text: str, told: list[str]) -> None:
    """Where "that" stands behind; to answer questions tells nothing."""
    assert speakers(text) == told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "وقال المهندس عماد الرفاعي، أستاذ هندسة الجسور بجامعة الساحل، إن اللجنة فحصت 40 مبنى.",
            "وقال المهندس عماد الرفاعي إن اللجنة فحصت 40 مبنى",
        ),
        (
            "وقال سامر الحداد، رئيس مجلس إدارة شركة «دلتا أفق» للمقاولات، إن شركته خسرت 4 ملايين دينار.",
            "وقال سامر الحداد إن شركته خسرت 4 ملايين دينار",
        ),
        (
            "ونفى الوزير السابق كريم سعد، الذي مثل أمام المحكمة، أن يكون تسلم أي مبلغ.",
            "ونفى الوزير السابق كريم سعد أن يكون تسلم أي مبلغ",
        ),
    ],
)
def test_what_a_speaker_is_stands_outside_the_saying(text: str, said: str) -> None:
    """It is a claim of its own, and whoever has a name says what follows."""
    made = [one for one in claims_of(text) if one.kind is ClaimKind.SPEECH]
    plain = [" ".join(text[part.start : part.end].strip("، ") for part in one.quote_spans) for one in made]
    assert plain == [said]
    read = extract_claims(read_article(text.encode(), source="a.txt", published_on=date(2026, 5, 18)))
    assert all(one.attribution.speaker in said for one in read if one.attribution)


@pytest.mark.parametrize(
    ("text", "modality", "polarity"),
    [
        ("وإن نجحت التجربة فستعممها الوزارة على المدارس.", Modality.CONDITIONAL, Polarity.AFFIRMED),
        ("وإن رفضت اللجنة الطلب فلن يستأنف النادي القرار.", Modality.CONDITIONAL, Polarity.NEGATED),
        ("إذا لم تصل المساعدات قبل الشتاء فسأغلق المخيم.", Modality.CONDITIONAL, Polarity.AFFIRMED),
    ],
)
def test_a_condition_is_one_claim(text: str, modality: Modality, polarity: Polarity) -> None:
    """What the other half denies, it does not; before a past "إن" means "if"."""
    made = [one for one in claims_of(text) if one.quote.strip(".") == text.strip(".")]
    assert [(one.modality, one.polarity) for one in made] == [(modality, polarity)]


def test_a_clause_inside_does_not_hide_the_denial() -> None:
    """The verb that is denied is the main one."""
    made = extract_claims(read_article("ولم يظهر فرق يعتد به بين المجموعتين.".encode(), source="a.txt", language="ar"))
    assert [one.polarity for one in made if one.quote.startswith("ولم يظهر")] == [Polarity.NEGATED]
