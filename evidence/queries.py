"""What to search for: a claim's names, terms, dates and numbers, in its language and in others.

Searches of encyclopedias want every word to stand in the page, so queries go from the full one to single
names. Into another language only what is known to be right is carried: names by the name table, names
written in Latin letters, countries and languages by CLDR, years and small numbers. Nothing is translated word
by word. A claim has at most `MOST_OWN` searches in its own language and `MOST_OTHER` in each other.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

import regex

from claims.digests import digest
from claims.records import Claim, Precision
from evidence.name_table import NameTable, carried, country_languages, fold, is_latin, without_marks
from evidence.records import Query

MOST_OWN = 6
MOST_OTHER = 5
MOST_LOCAL = 2  #: languages of named countries that a claim is searched in
MOST_NAMES = 3
MOST_TERMS = 3
MOST_PAIRS = 4
LONGEST_FILLED = 5  # words; a longer piece is no name
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’.\-]*")
_LATIN_RUN = regex.compile(
    r"\p{Lu}[\p{Latin}\p{M}\p{N}'’.\-]*(?:\s+(?:(?:de|du|la|le|of|the|van|von|bin|al|el|da|do)\s+)?[\p{Lu}\p{N}][\p{Latin}\p{M}\p{N}'’.\-]*)*"
)
_QUOTED = regex.compile(r"[«“„「『\"]([^«»“”„」』\"]{3,60})[»”“」』\"]")
_FILLED = regex.compile(r"\[[^\]]*\]")  # what was filled in to make the claim read alone
_PAUSE = regex.compile(r"[,،;؛:.!؟?()«»\"“”\n]")
_ASIDE = regex.compile(r"[\[\]()]")
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]")
_PREFIXED = regex.compile(r"^(?:و|ف)?(?:[بك](?=ال)|لل)")
_DIGIT = regex.compile(r"\p{Nd}")
_DIGITS = regex.compile(r"\p{Nd}[\p{Nd}.,٫٬]*\p{Nd}")

STOPLISTS = {
    "af": "Afrikaans", "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan", "cs": "Czech",
    "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian",
    "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian",
    "hu": "Hungarian", "id": "Indonesian", "it": "Italian", "ko": "Korean", "ku": "Kurdish",
    "lt": "Lithuanian", "lv": "Latvian", "ms": "Malay", "nb": "Norwegian_Bokmal", "nl": "Dutch",
    "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak",
    "sl": "Slovenian", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili",
    "ta": "Tamil", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese",
}  # fmt: skip


# The list for Arabic at hand counts "قناة" and "جسر" among the commonest words; these are function words only.
ARABIC_STOPS = """
في من على إلى الى عن مع أن إن ان لن لم لا ما هذا هذه ذلك تلك هؤلاء التي الذي الذين اللذين اللتين
كان كانت كانوا يكون تكون ليس ليست قد لقد كما بعد قبل بين عند عندما حين حيث منذ حتى خلال ضد نحو
حوالي أكثر أقل أي أيضا كل بعض غير سوى هو هي هم هما أنه أنها إنه إنها لأن لكن ولكن أو ثم بل إذ إذا
لو كي لدى لدي له لها لهم به بها بهم فيه فيها منه منها عنه عنها عليه عليها إليه إليها نفسه نفسها وقد
وكان وكانت قال قالت وقال وقالت أضاف وأضاف أكد وأكد أعلن أعلنت وفق وفقا بحسب حسب جدا فقط مثل عام سنة
يوم شهر اليوم أمس الماضي الماضية المقبل المقبلة الحالي الحالية مرة ألف مليون مليار مئة المئة بالمئة
المائة عدد أول ثاني ثالث آخر بأن بما مما عما إنما هناك هنا الآن حاليا يوجد توجد وهو وهي وهم والتي
والذي التى كذلك وذلك بذلك لذلك أما يتم تم تمت صار أصبح أصبحت ظل مازال زال يزال تزال ربما سوف رغم
دون أمام وراء فوق تحت حول ضمن عبر
"""


def build_queries(claim: Claim, languages: Sequence[str], table: NameTable | None = None) -> list[Query]:
    """The searches for a claim, language by language as given, from the fullest to single names."""
    known = table or NameTable()
    names = claim_names(claim)
    titles = [run for run in title_like(claim) if known.knows(run) and not any(fold(run) in fold(n) for n in names)]
    names = [*names, *titles][: max(len(names), MOST_NAMES)]
    out: list[Query] = []
    for language in dict.fromkeys([claim.language, *languages]):
        own = language == claim.language
        texts = _own(claim, names)[:MOST_OWN] if own else _other(claim, names, language, known)[:MOST_OTHER]
        out += [
            Query(id=digest(claim.id, language, text), claim_id=claim.id, language=language, text=text)
            for text in texts
        ]
    return out


def _own(claim: Claim, names: list[str]) -> list[str]:
    terms = key_terms(claim, names)
    years = _years(claim)
    main = names[:2]
    texts = [" ".join([*main, *terms[: MOST_TERMS if main else 2], *years[:1]])]
    if len(main) > 1:
        texts.append(" ".join(main))
    texts += names[:MOST_NAMES]
    figure = _figure(claim)
    if main and figure:
        texts.append(f"{main[0]} {figure}")
    if not names:  # two words side by side are as near to a name as a text without names has
        texts += neighbours(claim)[:MOST_PAIRS] or [" ".join(terms[:1])]
    return list(dict.fromkeys(filter(None, texts)))


def _other(claim: Claim, names: list[str], language: str, table: NameTable) -> list[str]:
    forms = list(dict.fromkeys(filter(None, (carried(name, claim.language, language, table) for name in names))))
    if not forms:
        return []
    years, number = _years(claim), _small_number(claim)
    texts = [" ".join(forms[:2])] if len(forms) > 1 else []
    if years and len(forms) == 1:
        texts.append(f"{forms[0]} {years[0]}")
    if number:
        texts.append(f"{forms[0]} {number}")
    return list(dict.fromkeys([*texts, *forms[:MOST_NAMES]]))


def _figure(claim: Claim) -> str:
    """A day as it is written, else a number of two or more digits; "" where the claim has neither."""
    for time in claim.times:
        if time.precision is Precision.DAY and not time.relative and _DIGITS.search(time.text):
            return time.text
    numbers = [_DIGITS.search(quantity.text) for quantity in claim.quantities if quantity.unit != "ordinal"]
    return next((found.group() for found in numbers if found), "")


def _small_number(claim: Claim) -> str:
    """The first number that every language writes alike: whole, of two or three digits, without "thousand"."""
    for quantity in claim.quantities:
        found = _DIGITS.match(quantity.text)
        number = int(found.group()) if found and found.group().isdecimal() else 0
        scales = (1, 1000) if quantity.dimension in ("length", "mass") else (1,)  # kilometres are kept as metres
        if 10 <= number < 1000 and quantity.unit != "ordinal" and quantity.value in [number * each for each in scales]:
            return str(number)
    return ""


def local_languages(claim: Claim, table: NameTable) -> list[str]:
    """The languages of the countries that a claim names, where something else that it names has a name in them."""
    names = claim_names(claim)
    spoken = country_languages(names, claim.language)
    known = [language for language in spoken if any(table.of(name, language) for name in names)]
    return [language for language in known if language != claim.language][:MOST_LOCAL]


def claim_names(claim: Claim) -> list[str]:
    """The claim's names in order, then those in Latin letters or quotation marks that it did not list."""
    own = [plain_name(name.text) for name in claim.names]
    latin_text = is_latin(claim.text.lstrip("«“\"'([ "))
    asides = (
        []
        if latin_text and claim.names
        else [found.group().rstrip(".-'’") for found in _LATIN_RUN.finditer(claim.text)]
    )
    if latin_text and not claim.names:
        asides = [run for run in asides if not (claim.text.startswith(run) and " " not in run)]
    quoted = [found[1].strip() for found in _QUOTED.finditer(claim.text)] if claim.kind != "speech" else []
    filled = [plain_name(found.group()) for found in _FILLED.finditer(claim.text)]
    unique: dict[str, str] = {}
    for name in [*own, *asides, *quoted] or [name for name in filled if len(name.split()) <= LONGEST_FILLED]:
        if len(name) > 1 and not any(fold(name) in known for known in unique):
            unique.setdefault(fold(name), name)
    return list(unique.values())


def plain_name(name: str) -> str:
    """A name without the particles that Arabic writes in one piece with it.

    >>> plain_name("بالقاهرة"), plain_name("للسويس")
    ('القاهرة', 'السويس')
    """
    name = " ".join(_ASIDE.sub(" ", name).split())
    found = _PREFIXED.match(name)
    if found is None or len(name) - found.end() < 4:
        return name
    return f"ال{name[found.end() :]}" if found.group().endswith("لل") else name[found.end() :]


def key_terms(claim: Claim, names: Iterable[str]) -> list[str]:
    """Words that tell what the claim is about, longest first: no names, numbers or function words."""
    taken = {fold(word) for name in names for word in _WORD.findall(name)}
    found: dict[str, str] = {}
    for word in _WORD.findall(_FILLED.sub(" ", claim.text)):
        if fold(word) not in taken and _tells(word, claim.language):
            found.setdefault(fold(word), without_marks(word))
    return sorted(found.values(), key=lambda word: -len(word))


def title_like(claim: Claim) -> list[str]:
    """Runs of three and two words as titles are made of; whether one is a title, only a wiki can say.

    Names without capitals, or known to no list, stand among them.
    """
    common = stop_words(claim.language)
    found: dict[str, str] = {}
    for size in (3, 2):
        for piece in _PAUSE.split(_FILLED.sub(" ", claim.text)):
            words = [without_marks(word) for word in _WORD.findall(piece)]
            for start in range(len(words) - size + 1):
                run = words[start : start + size]
                if not any(len(word) < 2 or fold(word) in common or _DIGIT.search(word) for word in run):
                    text = " ".join([plain_name(run[0]), *run[1:]])
                    found.setdefault(fold(text), text)
    return list(found.values())


def neighbours(claim: Claim) -> list[str]:
    """Pairs of telling words that stand side by side, longest first."""
    found: dict[str, str] = {}
    for piece in _PAUSE.split(_FILLED.sub(" ", claim.text)):
        words = [without_marks(word) for word in _WORD.findall(piece)]
        for first, second in pairwise(words):
            if _tells(first, claim.language) and _tells(second, claim.language):
                found.setdefault(fold(f"{first} {second}"), f"{plain_name(first)} {second}")
    return sorted(found.values(), key=lambda pair: -len(pair))


def _tells(word: str, language: str) -> bool:
    """Whether a word says what a text is about."""
    plain = fold(word)
    if len(plain) < 4 and not _UNSPACED.search(plain):
        return False
    return plain not in stop_words(language) and not _DIGIT.search(plain)


def _years(claim: Claim) -> list[str]:
    years = [str(time.first.year) for time in claim.times if time.first.year == time.last.year]
    return list(dict.fromkeys(years))


@cache
def stop_words(language: str) -> frozenset[str]:
    """The commonest words of a language, folded; none where no list is known."""
    if language.split("-", maxsplit=1)[0] == "ar":
        words = frozenset(map(fold, ARABIC_STOPS.split()))
        return words | {f"و{word}" for word in words}
    name = STOPLISTS.get(language.split("-", maxsplit=1)[0])
    if name is None:
        return frozenset()
    import justext  # type: ignore[import-untyped]

    return frozenset(fold(word) for word in justext.get_stoplist(name))
