"""Whether two words are one name: by letters within a script, by consonants across scripts."""

from functools import lru_cache

import regex
from rapidfuzz.distance import Levenshtein

from claims.folding import folded
from claims.names import name_similarity, skeleton

SOUNDS_ALIKE = 0.92  #: across scripts; below it "Loire" is "Lorca"
SPELT_ALIKE = 0.84  #: in one script
SAME = 0.95
ONE_PEOPLE = 0.9  #: Poland and Polish, كينيا and الكيني
NEARLY = 0.8  #: one consonant of four or more written otherwise: Torrijos, توريخوس
SHORTEST = 4  #: letters that a place and its people share; one fewer in scripts without short vowels
FEWEST_UNSURE = 3  #: consonants that must agree where nothing says that the words are names

# What makes the people or the adjective of a country or town: Spain and Spanish, España and españolas.
_PEOPLE = frozenset(
    [
        "",
        "ia",
        "ya",
        "y",
        "a",
        "e",
        "o",
        "n",
        "i",
        "es",
        "as",
        "os",
        "en",
        "an",
        "ian",
        "ean",
        "ien",
        "ienne",
        "iens",
        "iennes",
        "enne",
        "ens",
        "ano",
        "ana",
        "anos",
        "anas",
        "ain",
        "aine",
        "ains",
        "aines",
        "ois",
        "oise",
        "oises",
        "ais",
        "aise",
        "aises",
        "ish",
        "ese",
        "eso",
        "esa",
        "eses",
        "esas",
        "eno",
        "ena",
        "enos",
        "enas",
        "ol",
        "ola",
        "oles",
        "olas",
        "ino",
        "ina",
        "inos",
        "inas",
        "land",
        "lande",
        "isch",
        "ische",
        "ischen",
        "ischer",
        "isches",
        "er",
        "ca",
        "que",
        "ques",
        "cais",
        "caise",
        "caises",
        "co",
        "cos",
        "cas",
        "in",
        "un",
        "nie",
        "nien",
        "nisch",
        "s",
        "يا",
        "يه",
        "ي",
        "ا",
        "ه",
        "يين",
        "يون",
        "ييه",
    ]
)
_PLAIN = frozenset(
    ["a", "e", "o", "i", "n", "s", "y", "as", "os", "es", "en", "er", "ا", "ه"]
)  #: these alone tell a woman's name from a man's
_ARTICLE = regex.compile(r"^[وفبلك]?(?:ال|لل)(?=.{3})")
_CLITIC = regex.compile(r"^[وفبلك](?=.{4})")


@lru_cache(maxsize=131072)
def name_alike(one: str, other: str, *, sure: bool = True) -> float:
    """How surely two words are one name, 0 where unsure; without `sure`, nothing else says that they are names."""
    if min(len(one), len(other)) < 2:
        return 0.0
    if _latin(one) == _latin(other):
        return _in_one_script(one, other) if sure else 0.0
    alike = max(_across(bare, other) for bare in _without_clitic(one))
    if _latin(one):
        alike = max(_across(one, bare) for bare in _without_clitic(other))
    few = min(len(_bones(one)), len(_bones(other))) < FEWEST_UNSURE
    return 0.0 if not sure and (few or alike < SOUNDS_ALIKE) else alike


def _in_one_script(one: str, other: str) -> float:
    """By the letters; Loira and Loire, Panteón and Panthéon are one name in two languages of one script."""
    left, right = folded(one), folded(other)
    same = Levenshtein.normalized_similarity(left, right)
    if same >= SPELT_ALIKE and min(len(one), len(other)) >= 3:
        return same
    if same >= 0.6 and _one_sound(one, other):
        return SAME
    if name_similarity(one, other) == 1.0 and same >= 0.4:  # London, Londres
        return SAME
    return ONE_PEOPLE if _one_people(left, right) else 0.0


def _one_people(one: str, other: str) -> bool:
    """Whether two folded words are the name of a place and what is made of it: one beginning, two such endings."""
    one, other = _ARTICLE.sub("", one), _ARTICLE.sub("", other)
    shared = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    least = SHORTEST if _latin(one) else SHORTEST - 1
    return any(
        {one[at:], other[at:]} <= _PEOPLE and max(one[at:], other[at:], key=len) not in _PLAIN
        for at in range(shared, least - 1, -1)
    )


def _across(one: str, other: str) -> float:
    """By the consonants."""
    mine, theirs = _bones(one), _bones(other)
    if len(mine) >= 2 and mine == theirs:
        return SAME
    alike = name_similarity(one, other)
    if len(mine) < 2:  # السويس and Suez: one consonant twice, so every vowel must fit
        return 0.93 if mine and mine == theirs and alike >= 0.9 and min(len(one), len(other)) >= 4 else 0.0
    if alike >= SOUNDS_ALIKE:
        return alike
    one_off = len(mine) == len(theirs) >= 4 and Levenshtein.distance(mine, theirs) == 1 and mine[0] == theirs[0]
    return NEARLY if one_off and alike >= 0.85 else 0.0


@lru_cache(maxsize=65536)
def _without_clitic(word: str) -> tuple[str, ...]:
    """A word of Arabic script as it stands and without the letter that grammar may have put before it."""
    if not "\u0600" <= word[0] <= "\u06ff":
        return (word,)
    bare = _CLITIC.sub("", word)
    return (word,) if bare == word else (word, bare)


@lru_cache(maxsize=65536)
def _bones(word: str) -> str:
    """The consonants of a word, remembered."""
    return skeleton(word)


def _one_sound(one: str, other: str) -> bool:
    """Whether two names of one script sound the same but for a vowel."""
    bones = _bones(one)
    return len(bones) >= 2 and bones == _bones(other) and name_similarity(one, other) >= 0.95


def _latin(word: str) -> bool:
    """Whether a word is in Latin letters; other scripts are told apart by their being no Latin."""
    return word[0].casefold() < "\u0250"
