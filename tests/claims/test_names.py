"""Names with roles, and names across scripts."""

import pytest

from claims.names import find_names, name_similarity, skeleton

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


def test_a_country_inside_another_word_is_no_name() -> None:
    """«بنماذج» holds the letters of Panama and not the country."""
    assert all(one.text != "بنما" for one in find_names("أغرقت الأسواق بنماذج متطورة", "ar"))


def test_the_skeleton_drops_vowels() -> None:
    """Same consonants, same skeleton."""
    assert skeleton("غابريل") == skeleton("Gabriel")
