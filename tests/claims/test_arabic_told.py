"""Arabic sentences of our own writing: who says it, who does it, and whole clauses, in the grammar of newspapers."""

import pytest

from claims.records import Polarity
from tests.claims.arabic_samples import claims_of, contents, speakers


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("أكدت النقابة أن الإضراب مستمر، واتهمت الإدارة بالمماطلة.", ["النقابة", "النقابة"]),
        ("قالت الوزارة إن العجز اتسع، وعزت التراجع إلى ضعف الصادرات.", ["الوزارة", "الوزارة"]),
        ("ووصفت المعارضة الموازنة بأنها «كارثية»، ورفضت التصويت عليها.", ["المعارضة"]),
        ("قالت رولا حداد إن المشروع ناقص. ثم أعلنت معارضتها للقانون.", ["رولا حداد", "رولا حداد"]),
        ("ورد المعمري بأن الشركة تتفاوض مع مصرفين.", ["المعمري"]),
        ("وقال سكان من القرية إن السد انهار. وأكدوا أن الطريق قطعت.", ["سكان", "سكان"]),
        ("قال المتهم إنه بريء، وأضاف أن الشهود كذبوا.", ["المتهم", "المتهم"]),
        (
            "وحضر الجلسة المستشار سامي داود، الذي أكد أن الحكم نهائي وأن المتهم فر إلى الخارج.",
            ["المستشار سامي داود"],
        ),
        (
            "وقال المدير التنفيذي للمصنع، المهندس هلال بن ناصر الكعبي، إن الإنتاج توقف.",
            ["المهندس هلال بن ناصر الكعبي"],
        ),
        ("ونعاها وزير الثقافة في بيان، واصفا إياها بأنها «ضمير المسرح».", ["وزير الثقافة"]),
        ("وبين أن دراسة أعدت العام الماضي أظهرت أن الحوادث زادت.", ["", "دراسة"]),
    ],
)
def test_whom_it_is_said_of_does_not_say_it(text: str, told: list[str]) -> None:
    """Objects, verbal nouns and the accused are no speakers; crowds and relative clauses have theirs."""
    assert speakers(text) == told


def test_what_a_relative_clause_reports_is_its_nouns_word() -> None:
    """It is told as the judge's word, not as the article's."""
    made = claims_of("وحضر المستشار سامي داود، الذي أكد أن المتهم فر إلى الخارج.")
    told = [one for one in made if one.text == "المتهم فر إلى الخارج"]
    assert [one.attribution.speaker for one in told if one.attribution] == ["المستشار سامي داود"]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "ودخل الزوار المباراة بقوة، وافتتحوا التسجيل في الدقيقة التاسعة.",
            "الزوار وافتتحوا التسجيل في الدقيقة التاسعة",
        ),
        ("زار الملك المغرب وعاد أمس إلى عمان.", "الملك وعاد أمس إلى عمان"),
        ("دعمت الحكومة الزراعة في الجنوب وأهملت الصناعة في الشمال.", "الحكومة وأهملت الصناعة في الشمال"),
        ("ولدت الخزرجي في الطائف، وتعلمت السباحة في العشرين.", "الخزرجي وتعلمت السباحة في العشرين"),
        ("وشارك في المسيرة أكثر من ألفي عامل، وهتفوا ضد القرار.", "أكثر من ألفي عامل وهتفوا ضد القرار"),
        ("وتملك المجموعة 14 مصنعا وتشغل نحو 3 آلاف عامل.", "المجموعة وتشغل نحو 3 آلاف عامل"),
        ("وأوضح أن الأمطار دمرت الطريق ووصلت الفرق بعد ساعة.", "ووصلت الفرق بعد ساعة"),
        ("ونقل المصاب إلى العيادة، وعُثر بحوزته على مئة دينار.", "وعُثر بحوزته على مئة دينار"),
        ("ولد الكاتب في حلب عام 1952، ونال جائزة الدولة مرتين.", "الكاتب ونال جائزة الدولة مرتين"),
    ],
)
def test_a_second_predicate_takes_its_own_subject_or_none(text: str, claim: str) -> None:
    """The object before it is not its subject, and a passive with a preposition has none."""
    assert claim in contents(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("ولا يزال حارس ثان، هو ابن عم المالك، طليقا في الخارج.", "ولا يزال حارس ثان طليقا في الخارج"),
        (
            "قلص البديل أنس المرابط، ابن التاسعة عشرة، الفارق بعد أربع دقائق.",
            "قلص البديل أنس المرابط الفارق بعد أربع دقائق",
        ),
        (
            "سيوفر النظام للبلدية، التي تغرق في الديون منذ سنوات، ما لا يقل عن 420 ألف دينار.",
            "سيوفر النظام للبلدية ما لا يقل عن 420 ألف دينار",
        ),
        ("وعندما وصل رجال الإطفاء، كان السقف قد انهار.", "كان السقف قد انهار"),
        ("وعندما يصل القطار، يصعد الركاب من بابين.", "وعندما يصل القطار، يصعد الركاب من بابين"),
        ("وارتفع عدد المصابين إلى 57، بينهم 12 طفلا.", "وارتفع عدد المصابين إلى 57، بينهم 12 طفلا"),
        (
            "وألغت بلدية مجاورة نظاما مماثلا قبل ثلاث سنوات، بعد أن تبين أن المتعهد أخفى نصف الإيرادات.",
            "وألغت بلدية مجاورة نظاما مماثلا قبل ثلاث سنوات",
        ),
        ("شبت حرائق أتلفت المحصول، وانتشل العمال أكثر من عشرين جثة.", "وانتشل العمال أكثر من عشرين جثة"),
        (
            "رأت المحللة في دار الميزان للاستثمار، منى الزدجالية، أن الديون زادت.",
            "المحللة في دار الميزان للاستثمار، منى الزدجالية",
        ),
        ("ولن تحال المناقصة إلى أي شركة يملك فيها نائب حصة.", "ولن تحال المناقصة إلى أي شركة يملك فيها نائب حصة"),
    ],
)
def test_a_clause_keeps_what_stands_behind_its_inserts(text: str, claim: str) -> None:
    """Predicates, objects and main clauses are not lost at a comma."""
    assert claim in contents(text)


@pytest.mark.parametrize(
    ("text", "fill"),
    [
        ("وقال القاضي كمال الدين شوقي إن الحكم نهائي. تعود الواقعة إلى أكتوبر 2022.", "كمال"),
        ("وقال مراسلنا نور الدين قاسي إن النار خمدت. وأصيب ما لا يقل عن 41 شخصا بحروق.", "نور"),
        ("وقال السائق سامي داود إن الطريق مغلقة. وتجمع أمام المبنى نحو 150 تاجرا.", "سامي"),
        ("وقال الوزير فادي حرفوش إن الحفل ألغي. ويُحتفل بالعيد في الساحة.", "حرفوش"),
        ("وقضت المحكمة بسجن المدير خمس سنوات وبرأت مساعده.", "سنوات"),
        ("وحمل الشوط الثاني وجها آخر للفريق.", "?"),
        ("درس الفتى الحقوق سنةً واحدة.", "?"),
    ],
)
def test_nobody_stands_in_brackets_where_the_subject_is_told(text: str, fill: str) -> None:
    """A subject behind the verb, a passive and a noun that ends like a pronoun leave nothing open."""
    last = claims_of(text)[-1].text
    assert not any(fill in inside.split("]")[0] for inside in last.split("[")[1:])


def test_a_relative_clause_denies_by_its_own_verb() -> None:
    """A denial inside what qualifies its last noun is not the clause's."""
    made = claims_of("ألزمته المحكمة برد 43 مليون جنيه حصل عليها من 112 مواطنا مقابل وحدات سكنية لم تبن قط.")
    told = [one.polarity for one in made if one.text.endswith("لم تبن قط")]
    assert told
    assert set(told) == {Polarity.AFFIRMED}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("صدر الحكم برئاسة المستشار كمال الدين أبو العزم.", "المستشار كمال الدين أبو العزم"),
        ("وافتتح الشيخ سعيد بن حمد الكعبي المعرض.", "الشيخ سعيد بن حمد الكعبي"),
    ],
)
def test_a_name_goes_on_behind_its_links(text: str, name: str) -> None:
    """Names of two words, and fathers' names, are whole."""
    assert name in contents(text)


def test_what_was_done_is_no_name() -> None:
    """An inquiry that a prosecutor opened is not what he is called."""
    assert contents("وفتح وكيل الجمهورية تحقيقا في الحادث.") == ["وفتح وكيل الجمهورية تحقيقا في الحادث"]


def test_how_something_is_said_is_nobody() -> None:
    """A participle behind the verb: whoever spoke before goes on."""
    text = "وقال العلوي إن المكتبة زارت 19 قرية. «قرأت أول كتاب في أسبوع واحد»، يضيف ضاحكا."
    assert set(speakers(text)) == {"العلوي"}
