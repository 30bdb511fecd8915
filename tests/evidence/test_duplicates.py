import random

from evidence.duplicates import LARGE, alike, shingles_of, source_groups
from tests.evidence.test_passages import page_of

WORDS = "سعر النفط ارتفع اليوم بعد قرار المنظمة خفض الإنتاج في الربع الأول من العام القادم وسط مخاوف الأسواق"


def story(seed: int, size: int = 200) -> list[str]:
    draw, words = random.Random(seed), WORDS.split()
    return [draw.choice(words) + str(draw.randrange(50)) for _ in range(size)]


def test_ten_reprints_count_once() -> None:
    """Ten reprints of an agency report, each with its own first and last line, are one source."""
    text = story(1)
    pages = [
        page_of(f"صحيفة رقم {n}\n{' '.join(text)}\nجميع الحقوق محفوظة {n}", "ar", url=f"https://p{n}.example/x")
        for n in range(10)
    ]
    other = page_of(" ".join(story(2)), "ar", url="https://other.example/y")
    groups = source_groups([*pages, other])
    assert len({groups[p.id] for p in pages}) == 1
    assert groups[other.id] == other.id


def test_a_shortened_reprint_is_the_same_source() -> None:
    """A paper that prints the first half of the report adds no second source."""
    text = story(3)
    whole = page_of(" ".join(text), "ar", url="https://a.example")
    half = page_of(" ".join(text[:90]), "ar", url="https://b.example")
    assert len(set(source_groups([whole, half]).values())) == 1


def test_copies_are_found_in_a_large_pool_too() -> None:
    """Beyond a few dozen pages candidates are looked up, and the answer stays the same."""
    others = [page_of(" ".join(story(100 + n)), "ar", url=f"https://o{n}.example") for n in range(LARGE + 20)]
    text = story(5)
    copies = [page_of(" ".join(text[n:]), "ar", url=f"https://c{n}.example") for n in range(5)]
    groups = source_groups(others + copies)
    assert len({groups[p.id] for p in copies}) == 1
    assert len(set(groups.values())) == len(others) + 1


def test_a_small_edit_keeps_the_source_and_another_subject_does_not() -> None:
    """Two words changed are an edit; the same vocabulary in another order is another text."""
    text = story(7)
    edited = [*text[:50], "وأضاف", "المتحدث", *text[52:]]
    shuffled = story(8)
    assert alike(shingles_of(" ".join(text)), shingles_of(" ".join(edited)))
    assert not alike(shingles_of(" ".join(text)), shingles_of(" ".join(shuffled)))


def test_scripts_without_spaces_are_compared_by_characters() -> None:
    """A Chinese reprint has no spaces to cut at."""
    draw = random.Random(4)
    text = "".join(chr(0x4E00 + draw.randrange(3000)) for _ in range(300))
    pages = [page_of(text + tail, "zh", url=f"https://{n}.example") for n, tail in enumerate(("", "本报讯"))]
    assert len(set(source_groups(pages).values())) == 1


def test_short_pages_are_one_source_only_word_for_word() -> None:
    """ "Founded: 1999" on two sites may be two sources that know it."""
    one, two = page_of("Founded: 1999", url="https://a.org"), page_of("Founded: 1998", url="https://b.org")
    assert len(set(source_groups([one, two]).values())) == 2


def test_the_group_does_not_depend_on_the_order() -> None:
    """The same pages in another order get the same groups."""
    text = story(9)
    pages = [page_of(" ".join(text[n:]), "ar", url=f"https://{n}.example") for n in range(4)]
    assert source_groups(pages) == source_groups(pages[::-1])
