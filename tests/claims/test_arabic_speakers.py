"""Arabic paragraphs of our own writing, read by rules and segmenter: who speaks, whole and no more."""

from datetime import date

import pytest

from claims.article import read_article
from claims.extract import extract_claims
from claims.records import Claim, ClaimKind
from tests.claims.arabic_samples import contents, speakers


def _claims(text: str) -> list[Claim]:
    return extract_claims(read_article(text.encode(), source="x.txt", language="ar", published_on=date(2025, 3, 28)))


def _told(text: str, kind: ClaimKind = ClaimKind.SPEECH) -> list[str]:
    return [one.attribution.speaker for one in _claims(text) if one.attribution and one.kind is kind]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "أما الطبيبة نوال السالمي، التي أدارت المستشفى بين عامي 2011 و2018، فترى أن الأسرة لن تكفي. وأشارت إلى أن الوزارة وظفت 40 ممرضا.",
            ["الطبيبة نوال السالمي", "الطبيبة نوال السالمي"],
        ),
        ("وقالت المزارعة هدى قاسم إن البئر جفت. «بعنا نصف الأغنام»، تقول مبتسمة.", ["المزارعة هدى قاسم"] * 2),
        ("قال المدير سامر عيد إن العقد ألغي. وأضاف صراحة أن الخسارة كبيرة.", ["المدير سامر عيد"] * 2),
        ("يقود سليم الحداد شاحنته منذ عقدين. ويقول إنه زار 14 بلدا.", ["سليم الحداد"]),
        ("وفي الربيع سيحمل سليم صناديقه إلى الرباط. ويقول إن الرحلة تستغرق يومين.", ["سليم"]),
        ("وقال الرجل البالغ من العمر 70 عاما إن السد انهار عند الفجر.", ["الرجل"]),
        ("ونفى المتحدث باسم الشركة حدوث تسرب، وأكد أن المصنع يعمل.", ["المتحدث باسم الشركة"] * 2),
        ("ويتوقع 14 من أصل 20 خبيرا خفضا قدره نصف نقطة.", ["14 من أصل 20 خبيرا"]),
        ("وأعلنت وزارة المالية موازنة جديدة. وأعلنت خطة أولى من ثلاث مراحل لدعم المزارعين.", ["وزارة المالية"] * 2),
        ("غير أن مجلس جبل الورد علق العمل بالاتفاق في يونيو، معتبرا أنه «غير عادل».", ["مجلس جبل الورد"]),
        ("لكن سليم الحداد يذكر بأن الوزارة وعدت بالمال.", ["سليم الحداد"]),
        ("وقال النائب إن التقرير ناقص. وختم حديثه بالقول إن التصويت سيجري الأحد.", ["النائب", "النائب"]),
        (
            (
                "عثرت منى شاهين على دفتر. وأضافت المحكمة أن الخسائر بلغت مليونا. "
                "وشاهين، التي فصلت من عملها، أدلت بشهادتها. «تلقيت تهديدات بالقتل»، تقول في اتصال هاتفي."
            ),
            ["المحكمة", "شاهين"],
        ),
        (
            "ونقلت إذاعة «صوت البحر» عن مصدر في وزارة النقل البري قوله إن الوزارة أعدت ثلاثة مقترحات.",
            ["مصدر في وزارة النقل البري"],
        ),
    ],
)
def test_who_speaks_is_whole_and_no_more(text: str, told: list[str]) -> None:
    """Topics over their inserts, manner, ages, things announced and whose clause it is; by the rules alone."""
    assert speakers(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("وكشفت القناة، نقلا عن مصدر في الاتحاد العربي، أن البطولة تأجلت إلى يونيو.", "مصدر في الاتحاد العربي"),
        ("ونقلت الصحيفة عن والد إحدى الطالبات أن الحافلة تأخرت ساعتين.", "والد إحدى الطالبات"),
        ("وأبلغ موظفان قريبان من الملف الصحيفة أن العقد ألغي في مارس.", "موظفان قريبان من الملف"),
        ("وصرحت المدربة لقناة محلية بأن الفريق خسر أربع مباريات.", "المدربة"),
        ("قتل ستة أشخاص في انهيار مبنى بحسب ما أفادت به بلدية المدينة.", "بلدية المدينة"),
    ],
)
def test_what_the_segmenter_hears_is_made_whole(text: str, told: str) -> None:
    """The words that it takes for the speaker are widened to the phrase, and cut before whoever was told."""
    assert {*_told(text), *_told(text, ClaimKind.CONTENT)} == {told}


def test_a_name_that_the_rules_cut_goes_on_whole() -> None:
    """Who goes on in the same and the next sentence has the name as the segmenter heard it."""
    text = (
        "ويرى الباحث في شؤون المياه إلياس خرما أن نصف المياه يضيع، مشيرا إلى أن القنوات أنشئت عام 1955. "
        "وأضاف أن إصلاحها يكلف 85 مليون دولار."
    )
    assert set(_told(text)) == {"الباحث في شؤون المياه إلياس خرما"}
    assert any(one.text.startswith("[الباحث في شؤون المياه إلياس خرما] مشيرا") for one in _claims(text))


def test_what_something_is_called_is_an_opinion() -> None:
    """That it was said is the claim, by whoever called it so; the quoted words state nothing."""
    text = "وقال المحامي جهاد قبلان إن موكله مريض. ووصف قبلان المحاكمة بأنها «مسرحية كتبت نهايتها قبل عام»."
    assert _told(text)[-1] == "قبلان"
    assert not any("مسرحية" in one.text for one in _claims(text) if one.kind is ClaimKind.CONTENT)
    assert not any("مسرحية" in one for one in contents(text))


def test_a_quoted_name_keeps_its_mark() -> None:
    """A medium's name in quotation marks is closed."""
    assert speakers("وذكرت صحيفة «البرق» أن العقد ألغي.") == ["صحيفة «البرق»"]
