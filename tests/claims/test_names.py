"""Names with roles, and names across scripts."""

import pytest

from claims.names import find_names, name_similarity, skeleton
from claims.records import NameKind

ROLES = [
    ("en", "The bridge was built by the Hungarian-born engineer Pal Vertes.", "Pal Vertes", "Hungarian-born engineer"),
    ("en", "Mayor Ruth Okafor left.", "Ruth Okafor", "Mayor"),
    ("ar", "قال وزير الخارجية الألماني الأسبق زيغمار غابريل إن", "زيغمار غابريل", "وزير الخارجية الألماني الأسبق"),
    ("ar", "وكذلك الملياردير المولود في ألمانيا بيتر ثيل.", "بيتر ثيل", "الملياردير المولود في ألمانيا"),
    ("es", "La presidenta del club, Elena Cifuentes, prometió", "Elena Cifuentes", "presidenta del club"),
    (
        "fr",
        "La nouvelle directrice générale, Sophie Marchal, a annoncé",
        "Sophie Marchal",
        "nouvelle directrice générale",
    ),
    ("ru", "Директор кинотеатра Тамара Белова руководит", "Тамара Белова", "Директор кинотеатра"),
    ("tr", "Belediye Başkanı Hakan Yurt reddetti", "Hakan Yurt", "Belediye Başkanı"),
    ("zh", "市长高建明说，电车好。", "高建明", "市长"),
]


@pytest.mark.parametrize(("language", "text", "name", "role"), ROLES)
def test_a_title_belongs_to_the_name_beside_it(language: str, text: str, name: str, role: str) -> None:
    """Role and name are told apart."""
    assert (name, role) in [(one.text, one.role) for one in find_names(text, language)]


SAME = [
    ("زيغمار غابريل", "Sigmar Gabriel"), ("مارك زوكربيرغ", "Mark Zuckerberg"), ("سام ألتمان", "Sam Altman"), ("دونالد ترامب", "Дональд Трамп"),
    ("Angela Merkel", "أنغيلا ميركل"), ("هانغ سنغ", "Hang Seng"), ("بكين", "Beijing"), ("Владимир Путин", "Vladimir Putin"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "two"), SAME)
def test_a_name_is_found_in_another_script(one: str, two: str) -> None:
    """Consonant classes carry a name over."""
    assert name_similarity(one, two) >= 0.85


@pytest.mark.parametrize(
    ("one", "two"),
    [("بيتر ثيل", "Elon Musk"), ("Emmanuel Macron", "Angela Merkel"), ("مصر", "ألمانيا"), ("China", "Chile")],
)
def test_other_names_stay_apart(one: str, two: str) -> None:
    """Below the line where a candidate is worth a look."""
    assert name_similarity(one, two) < 0.85


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("es", "Muere Mario Vargas Llosa a los 89 años", ["Mario Vargas Llosa"]),
        ("fr", "Décès de Jean Dupont", ["Jean Dupont"]),
        ("en", "Dies Robert Redford at 89", ["Robert Redford"]),
        ("ru", "Умер Михаил Горбачёв", ["Михаил Горбачёв"]),
        ("en", "Barack Obama and Angela Merkel met.", ["Barack Obama", "Angela Merkel"]),
        ("en", "The Bill and Melinda Gates Foundation paid.", ["Bill and Melinda Gates Foundation"]),
        ("en", "Bosnia and Herzegovina won.", ["Bosnia and Herzegovina"]),
        ("fr", "Marine Le Pen et Jordan Bardella sont venus.", ["Marine Le Pen", "Jordan Bardella"]),
        ("es", "José Ortega y Gasset escribió.", ["José Ortega y Gasset"]),
        ("es", "España y Portugal firmaron.", ["España", "Portugal"]),
        ("de", "Das Amtsgericht Lüdenhagen Insolvenz", ["Amtsgericht Lüdenhagen"]),
        ("tr", "Geçen yıl Almanya'dan Japonya'ya taşındı.", ["Almanya", "Japonya"]),
        ("zh", "邻近的石桥县曾因食物中毒", ["石桥县"]),
        ("zh", "如果老人走路超过十五分钟", []),
        ("en", "The firm Penrose Bay Lines paid.", ["Penrose Bay Lines"]),
    ],
)
def test_a_name_holds_neither_its_verb_nor_another_name(language: str, text: str, names: list[str]) -> None:
    """A headline's verb, a second person, a case ending and running text stay outside."""
    assert [one.text for one in find_names(text, language)] == names


def test_a_company_by_the_bay_is_no_place() -> None:
    """A word for a place tells the kind only where it opens or closes the name."""
    (found,) = find_names("It was Penrose Bay Lines that paid.", "en")
    assert found.kind is not NameKind.PLACE


def test_a_country_inside_another_word_is_no_name() -> None:
    """«بنماذج» holds the letters of Panama and not the country."""
    assert all(one.text != "بنما" for one in find_names("أغرقت الأسواق بنماذج متطورة", "ar"))


def test_the_skeleton_drops_vowels() -> None:
    """Same consonants, same skeleton."""
    assert skeleton("غابريل") == skeleton("Gabriel")
