"""Arabic sentences of our own writing: claims are whole, told by the right one, and say nothing that is not told."""

from datetime import date

import pytest

from claims.records import ClaimKind, Modality, Polarity
from tests.claims.arabic_samples import claims_of, contents, speakers


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "وقال المهندس سامر حداد إن المصنع ينتج 40 طنا. من جهتها، أبدت ليلى نصار تحفظها. وقالت إن الكلفة سترتفع.",
            ["المهندس سامر حداد", "ليلى نصار"],
        ),
        (
            "أكد الباحثون أن العينات فسدت. غير أن البروفيسور مازن الخطيب دعا إلى الحذر. وأضاف أن النتائج ستنشر في يونيو.",
            ["الباحثون", "البروفيسور مازن الخطيب"],
        ),
        (
            "فاز المدرب منير الجبالي بالكأس. ورفض الحديث عن مستقبله مؤكدا أن العقد ينتهي في يوليو.",
            ["المدرب منير الجبالي"],
        ),
    ],
)
def test_whoever_speaks_unnamed_agrees_with_the_verb_and_can_speak(text: str, told: list[str]) -> None:
    """A woman's verb means no man, one man's verb no crowd, and talk does not speak."""
    assert speakers(text) == told


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("صب رئيس النادي الهاشمي بن صالح جام غضبه على الحكم.", "رئيس النادي الهاشمي بن صالح"),
        ("تعرفت ليلى إلى المصور الإيطالي برونو فالكي، الذي عاش في روما.", "المصور الإيطالي برونو فالكي"),
        ("قال رئيس كتلة «الساحل» مثنى العزاوي إن الجلسة أجلت.", "رئيس كتلة «الساحل» مثنى العزاوي"),
    ],
)
def test_a_name_ends_where_it_ends(text: str, name: str) -> None:
    """The vials of his wrath are no part of his name, and a name may follow a quoted body."""
    assert name in contents(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "قال الوزير إن النواب سيعودون إلى المجلس متى عدلت الحكومة المادة.",
            "النواب سيعودون إلى المجلس متى عدلت الحكومة المادة",
        ),
        (
            "احتج العمال على المادة الثانية عشرة التي تمنح الشركة حق تسريح 300 موظف.",
            "المادة الثانية عشرة التي تمنح الشركة حق تسريح 300 موظف",
        ),
        (
            "ضاعت في الحريق نحو ستين لوحة، لم يعثر منها إلا على ثلاث.",
            "نحو ستين لوحة، لم يعثر منها إلا على ثلاث",
        ),
        (
            "ارتفعت حصيلة ضحايا الزلزال الذي ضرب أربع بلدات إلى 57 قتيلا.",
            "ارتفعت حصيلة ضحايا الزلزال الذي ضرب أربع بلدات إلى 57 قتيلا",
        ),
        (
            "قال الخبير: «أعدنا التجربة ثلاث مرات، وفي كل مرة كانت النتيجة نفسها في المختبر».",
            "وفي كل مرة كانت النتيجة نفسها في المختبر",
        ),
        ("قال الخبير إنهم مجموعة صغيرة تطلب 900 دولار.", "إنهم مجموعة صغيرة تطلب 900 دولار"),
        ("لم تتذمر سعاد، التي فقدت بيتها في الزلزال، من الانتظار.", "لم تتذمر سعاد من الانتظار"),
        (
            "حذرت شركة «مسار» لخدمات النقل، التي تعمل في ست دول، من البطء.",
            "شركة «مسار» لخدمات النقل، التي تعمل في ست دول",
        ),
    ],
)
def test_a_claim_keeps_what_its_verb_and_its_noun_need(text: str, claim: str) -> None:
    """Conditions, numerals, hedges, figures, fronted phrases, subjects and heads stay."""
    assert claim in contents(text)


@pytest.mark.parametrize(
    "text",
    [
        "أكد الرئيس أن النقابة تنتظر ردا من الوزارة على مذكرة قدمتها في مارس.",
        "رثاها وزير الثقافة في بيان، فيما ذكرت النقابة بأن الجائزة باسمها.",
        "أعلنت وزارة الصحة، أمس الأربعاء، فتح ثلاثة مراكز جديدة.",
        "«لم تكن تتذمر»، تتذكر تلميذتها الفنانة هلا مرعي، التي رافقتها عشرين عاما.",
        "نصحت الخبيرة بالحذر من الرسائل التي تنتحل صفة المصرف: «لا تفتحوها».",
    ],
)
def test_no_claim_ends_in_the_air_or_lacks_its_head(text: str) -> None:
    """Nothing ends with a preposition or a conjunction, or begins with "who" or a bare time."""
    for one in claims_of(text):
        words = one.text.split()
        assert words[-1] not in {"على", "فيما", "إلى", "من", "متى", "في", "كل", "قائلا"}
        assert words[0] not in {"التي", "الذي", "الذين", "أمس"}


@pytest.mark.parametrize(
    "text", ["كتبت - منى عبد الغفار:", "لكن مصدرا في الوزارة، طلب عدم ذكر اسمه، أشار إلى أن القرار وقع."]
)
def test_bylines_and_notes_on_the_nameless_are_no_claims(text: str) -> None:
    """Who wrote it, and that somebody would not be named, is nothing to look for."""
    assert not [one for one in contents(text) if "منى" in one or "اسمه" in one]


@pytest.mark.parametrize(
    ("text", "claim", "polarity"),
    [
        ("مساعدات لا تحصى وزعتها الجمعية على سكان المخيم.", "مساعدات", Polarity.AFFIRMED),
        ("التعويضات التي حددتها المحكمة في 90 ألف دينار لم تصرف بعد.", "بعد", Polarity.NEGATED),
        ("كلفت الشركة بنكا محليا، لم تسمه، بإعداد الدراسة في يناير.", "كلفت", Polarity.AFFIRMED),
    ],
)
def test_the_denial_is_that_of_the_main_verb(text: str, claim: str, polarity: Polarity) -> None:
    """Countless aid was given; damages were not paid; a bank that is not named was asked."""
    found = [one for one in claims_of(text) if claim in one.text.split() and one.kind is ClaimKind.CONTENT]
    assert found
    assert {one.polarity for one in found} == {polarity}


def test_a_view_is_marked_and_an_expected_event_lies_ahead() -> None:
    """What a minister holds is an opinion, what a service expects a prediction, and its Sunday the next one."""
    view = claims_of("رأت الوزيرة نادية الجبوري أن القرار يضر بالفلاحين.")
    assert {one.modality for one in view if one.text == "القرار يضر بالفلاحين"} == {Modality.OPINION}
    rain = claims_of("وتوقعت هيئة الأرصاد هطول مزيد من الأمطار حتى يوم الأحد، داعية السكان إلى الحذر.")
    content = next(one for one in rain if one.kind is ClaimKind.CONTENT)
    assert content.text == "هطول مزيد من الأمطار حتى يوم الأحد"
    assert content.modality is Modality.PREDICTED
    assert content.times[0].first == date(2024, 5, 19)


def test_a_name_like_a_verb_of_the_future_predicts_nothing() -> None:
    """The given name "Sanaa" begins like a verb of the future."""
    assert {one.modality for one in claims_of("كرمت البلدية المهندسة سناء بنجلون.")} == {Modality.ASSERTED}


def test_a_rise_from_one_figure_to_another_is_no_range_and_money_is_that_of_the_country() -> None:
    """An initial in brackets ends no clause; a dirham in Fez is a Moroccan one, elsewhere an Emirati one."""
    text = "قررت المحكمة في {} رفع عقوبة المقاول (ع. الناصري) من ثلاث إلى خمس سنوات، مع غرامة قدرها 20 ألف درهم."
    found = [(q.value, q.unit) for q in claims_of(text.format("فاس"))[0].quantities]
    assert found == [(3, "year"), (5, "year"), (20000, "MAD")]
    assert claims_of(text.format("دبي"))[0].quantities[-1].unit == "AED"


def test_years_hours_ages_and_divisions_are_no_quantities() -> None:
    """A year with its reason behind it, an hour, an age and the first division count and rank nothing."""
    for text in (
        "رفض الكاتب الجائزة في 1998 احتجاجا على الحرب.",
        "انطلق الحفل عند الثانية بعد ظهر أمس في المسرح.",
        "عاد النادي إلى الرابطة المحترفة الأولى أمس الأربعاء.",
    ):
        assert not [q.text for one in claims_of(text) for q in one.quantities]


@pytest.mark.parametrize(
    ("text", "fill"),
    [
        ("أحرز سامي نصار الهدف في الدقيقة السادسة. ثم عادل مازن حداد النتيجة في الدقيقة 39.", "الدقيقة السادسة"),
        ("قالت المديرة أروى حداد: «ما ينجح في الحوض قد يفشل في البحر».", "أروى حداد"),
        ("قالت المديرة أروى حداد إن الفريق جمع 300 عينة، ولم تصمد منها سوى 22 عينة.", "أروى حداد"),
    ],
)
def test_nothing_is_filled_in_where_nothing_is_left_out(text: str, fill: str) -> None:
    """A numbered minute, "what works" and "none but" have their subjects."""
    assert not [one for one in contents(text) if f"[{fill}]" in one]


def test_a_body_is_explained_by_its_description_and_not_by_a_clause() -> None:
    """The company is "شركة «مسار»" and not that it admitted something."""
    text = (
        "أقرت شركة «مسار» لخدمات النقل بأن بيانات زبائنها سرقت. وقال المدير طارق نجار إن الشركة اكتشفت الخلل في مارس."
    )
    assert "الشركة [شركة «مسار»] اكتشفت الخلل في مارس" in contents(text)
