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
        ("وفي الصيف ينقل سليم تماثيله إلى روما. ويقول إن الشحن يكلف ألف يورو.", ["سليم"]),
        ("وقالت الطالبة البالغة من العمر 19 عاما إن الباب كان مقفلا.", ["الطالبة"]),
        ("ونفى المتحدث باسم الشركة حدوث تسرب، وأكد أن المصنع يعمل.", ["المتحدث باسم الشركة"] * 2),
        ("ويتوقع 9 من أصل 12 محللا ارتفاعا جديدا في الأسعار.", ["9 من أصل 12 محللا"]),
        ("وأعلنت وزارة المالية موازنة جديدة. وأعلنت خطة أولى من ثلاث مراحل لدعم المزارعين.", ["وزارة المالية"] * 2),
        ("إلا أن اتحاد المزارعين علق الإضراب في مارس، معتبرا أن المهلة كافية.", ["اتحاد المزارعين"]),
        ("لكن سليم الحداد يذكر بأن الوزارة وعدت بالمال.", ["سليم الحداد"]),
        ("وقال النائب إن التقرير ناقص. وختم حديثه بالقول إن التصويت سيجري الأحد.", ["النائب", "النائب"]),
        (
            (
                "وصلت ريما قنديل قبل الفجر. وأضافت البلدية أن الدين بلغ مليونا. "
                "وقنديل، التي غادرت وظيفتها، باعت بيتها. «تسلمت ثلاث رسائل»، تقول عبر الهاتف."
            ),
            ["البلدية", "قنديل"],
        ),
        (
            "ونقلت إذاعة «صوت المرفأ» عن موظف في هيئة المياه الجوفية قوله إن البئر أغلقت شهرين.",
            ["موظف في هيئة المياه الجوفية"],
        ),
    ],
)
def test_who_speaks_is_whole_and_no_more(text: str, told: list[str]) -> None:
    """Topics over their inserts, manner, ages, things announced and whose clause it is; by the rules alone."""
    assert speakers(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("وذكرت المجلة، نقلا عن طبيب في المستشفى العسكري، أن الجرحى نقلوا إلى العاصمة.", "طبيب في المستشفى العسكري"),
        ("ونقلت المجلة عن شقيق أحد الركاب أن القارب كان يحمل 30 شخصا.", "شقيق أحد الركاب"),
        ("وأبلغ خبيران مكلفان بالفحص المحكمة أن الجسر لم يعد آمنا منذ عام.", "خبيران مكلفان بالفحص"),
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
        "وقالت الباحثة في شؤون الطاقة إلهام جرجا إن السد تصدع، محذرة من أن القرى مهددة. "
        "وأضافت أن الترميم يكلف 85 مليون دولار."
    )
    assert set(_told(text)) == {"الباحثة في شؤون الطاقة إلهام جرجا"}
    assert any(one.text.startswith("[الباحثة في شؤون الطاقة إلهام جرجا] محذرة") for one in _claims(text))


def test_what_something_is_called_is_an_opinion() -> None:
    """That it was said is the claim, by whoever called it so; the quoted words state nothing."""
    text = "وقال المدرب سامر حلاق إن الفريق جاهز. ووصف حلاق المباراة بأنها «فخ نصب للفريق قبل أسبوع»."
    assert _told(text)[-1] == "حلاق"
    assert not any("فخ" in one.text for one in _claims(text) if one.kind is ClaimKind.CONTENT)
    assert not any("فخ" in one for one in contents(text))


def test_a_quoted_name_keeps_its_mark() -> None:
    """A medium's name in quotation marks is closed."""
    assert speakers("وذكرت صحيفة «البرق» أن العقد ألغي.") == ["صحيفة «البرق»"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("وارتفعت الأسعار 7 في المئة، وفقا لدراسة نشرت أول من أمس في مجلة «السوق».", ["دراسة"]),
        ("انخفض عدد السكان 4 في المئة، وفقا لتقرير صدر أمس عن دائرة الإحصاء.", ["دائرة الإحصاء"]),
        ("ووفقا لنقابة البحارة، غرقت خمس سفن في عام 2019.", ["نقابة البحارة"]),
        (
            "ورفضت كتلة «البناء والعدل» التوقيع على المحاضر، مؤكدة أن 12 مندوبا منعوا من الدخول.",
            ["كتلة «البناء والعدل»"],
        ),
        ("ودعا رئيسها، فتحي الجابري، الحكومة إلى خفض الضريبة، محذرا من أن 40 مصنعا مهدد بالإغلاق.", ["فتحي الجابري"]),
    ],
)
def test_sources_of_a_report_quoted_names_and_names_set_off_are_whole(text: str, told: list[str]) -> None:
    """A day is no speaker, a name in quotation marks has its "and", a pronoun's noun has the name behind its comma."""
    assert _told(text) == told


def test_what_is_recalled_by_nobody_has_no_speaker() -> None:
    """The speaker of the sentence before does not go on in "it is recalled that"."""
    text = "وقال سامر عيد إنه باع المصنع سنة 2017. يذكر أن الجابري، وهو طبيب، ترأس المجلس بين 2009 و2021."
    last = [one for one in _claims(text) if "ترأس" in one.text]
    assert last
    assert all(one.attribution is None for one in last)


@pytest.mark.parametrize(
    ("lead", "kept"), [("وجدة – ", ""), ("عمّان – (و.أ.خ) – ", ""), ("محمد صلاح – نجم الفريق – ", "محمد صلاح")]
)
def test_a_town_before_a_dash_opens_no_claim(lead: str, kept: str) -> None:
    """What stands between two dashes is an insert, unless it is an agency."""
    made = [one.text for one in _claims(f"{lead}سجل هدفين في مباراة السبت أمام 4000 متفرج.")]
    assert made
    assert not any("–" in one for one in made) or kept
    assert not kept or any(kept in one for one in made)
