"""Article -> sentences with exact offsets: sentencex line by line, then a pass that undoes its false ends."""

import regex

from claims.digests import digest
from claims.folding import fold
from claims.records import Article, BlockKind, Sentence, Span

# Abbreviations that are followed by more of the same sentence, folded, without the last dot.
_ABBREVIATIONS: dict[str, frozenset[str]] = {
    "ar": frozenset(
        [
            "د",
            "م",
            "أ",
            "ا",
            "ص",
            "ب",
            "ج",
            "ق",
            "هـ",
            "ه",
            "ت",
            "س",
            "ط",
            "د.م",
            "ص.ب",
            "ج.م",
            "ق.م",
            "م.م",
            "أ.د",
            "ا.د",
        ]
    ),
    "en": frozenset(
        [
            "mr",
            "mrs",
            "ms",
            "dr",
            "prof",
            "st",
            "sr",
            "jr",
            "gen",
            "col",
            "lt",
            "sgt",
            "capt",
            "rep",
            "sen",
            "gov",
            "rev",
            "hon",
            "no",
            "vol",
            "fig",
            "vs",
            "e.g",
            "i.e",
            "cf",
            "al",
            "inc",
            "ltd",
            "co",
            "corp",
            "jan",
            "feb",
            "mar",
            "apr",
            "jun",
            "jul",
            "aug",
            "sep",
            "sept",
            "oct",
            "nov",
            "dec",
            "approx",
            "dept",
            "est",
            "p",
            "pp",
            "ch",
            "u.s",
            "u.k",
            "u.n",
        ]
    ),
    "fr": frozenset(
        [
            "m",
            "mm",
            "mme",
            "mlle",
            "dr",
            "pr",
            "st",
            "ste",
            "me",
            "no",
            "n",
            "art",
            "cf",
            "p",
            "pp",
            "vol",
            "av",
            "apr",
            "j.-c",
            "janv",
            "fevr",
            "avr",
            "juil",
            "sept",
            "oct",
            "nov",
            "dec",
            "env",
            "chap",
            "ed",
        ]
    ),
    "es": frozenset(
        [
            "sr",
            "sra",
            "srta",
            "dr",
            "dra",
            "d",
            "dna",
            "prof",
            "ing",
            "lic",
            "gral",
            "pag",
            "num",
            "no",
            "art",
            "av",
            "avda",
            "ee",
            "uu",
            "ee.uu",
            "c.f",
            "s.a",
            "ud",
            "uds",
            "vda",
            "ene",
            "feb",
            "mar",
            "abr",
            "may",
            "jun",
            "jul",
            "ago",
            "sep",
            "sept",
            "oct",
            "nov",
            "dic",
            "aprox",
            "p",
            "pp",
            "cap",
            "vol",
        ]
    ),
    "de": frozenset(
        [
            "dr",
            "prof",
            "hr",
            "fr",
            "st",
            "nr",
            "art",
            "abs",
            "z",
            "b",
            "z.b",
            "d",
            "h",
            "d.h",
            "u",
            "a",
            "u.a",
            "usw",
            "bzw",
            "ca",
            "evtl",
            "ggf",
            "inkl",
            "vgl",
            "s",
            "jh",
            "mio",
            "mrd",
            "tsd",
            "str",
            "jan",
            "feb",
            "mar",
            "apr",
            "jun",
            "jul",
            "aug",
            "sep",
            "sept",
            "okt",
            "nov",
            "dez",
            "geb",
            "gest",
            "dipl",
            "ing",
            "i",
            "d.j",
            "o.ä",
            "o.a",
        ]
    ),
    "ru": frozenset(
        [
            "г",
            "гг",
            "в",
            "вв",
            "им",
            "ул",
            "д",
            "стр",
            "рис",
            "тыс",
            "млн",
            "млрд",
            "руб",
            "коп",
            "т",
            "е",
            "п",
            "к",
            "н",
            "э",
            "н.э",
            "т.е",
            "т.к",
            "т.д",
            "т.п",
            "до",
            "др",
            "проф",
            "акад",
            "см",
            "ср",
            "обл",
            "р-н",
        ]
    ),
    "tr": frozenset(
        [
            "dr",
            "prof",
            "doc",
            "av",
            "sn",
            "alb",
            "gen",
            "org",
            "yrd",
            "yard",
            "no",
            "s",
            "sf",
            "bkz",
            "vb",
            "vs",
            "örn",
            "orn",
            "m.o",
            "m.s",
            "mah",
            "cad",
            "sok",
            "apt",
            "tel",
            "ltd",
            "sti",
            "a.s",
            "t.c",
        ]
    ),
    "fa": frozenset(["د", "م", "ص", "ق", "ه", "ش", "ق.م", "ه.ش", "ه.ق", "ج", "ر.ک", "ر.ك"]),
    "it": frozenset(
        [
            "sig",
            "sig.ra",
            "dott",
            "prof",
            "ing",
            "avv",
            "on",
            "art",
            "n",
            "p",
            "pp",
            "cfr",
            "ecc",
            "es",
            "s.p.a",
            "gen",
            "feb",
            "mar",
            "apr",
            "mag",
            "giu",
            "lug",
            "ago",
            "set",
            "ott",
            "nov",
            "dic",
        ]
    ),
    "pt": frozenset(
        [
            "sr",
            "sra",
            "dr",
            "dra",
            "prof",
            "eng",
            "av",
            "no",
            "n",
            "p",
            "pp",
            "art",
            "etc",
            "ex",
            "jan",
            "fev",
            "mar",
            "abr",
            "mai",
            "jun",
            "jul",
            "ago",
            "set",
            "out",
            "nov",
            "dez",
        ]
    ),
    "nl": frozenset(
        [
            "dr",
            "mr",
            "drs",
            "ir",
            "prof",
            "nr",
            "p",
            "blz",
            "bijv",
            "o.a",
            "d.w.z",
            "i.p.v",
            "m.b.t",
            "jan",
            "feb",
            "mrt",
            "apr",
            "jun",
            "jul",
            "aug",
            "sep",
            "okt",
            "nov",
            "dec",
        ]
    ),
    "pl": frozenset(
        [
            "dr",
            "prof",
            "mgr",
            "inz",
            "ul",
            "nr",
            "r",
            "w",
            "m.in",
            "np",
            "tzn",
            "tj",
            "tys",
            "mln",
            "mld",
            "godz",
            "str",
            "im",
            "sw",
        ]
    ),
    "uk": frozenset(
        ["р", "рр", "ст", "вул", "ім", "м", "с", "тис", "млн", "млрд", "грн", "т", "д", "див", "проф", "акад"]
    ),
    "hi": frozenset(["डॉ", "श्री", "प्रो", "कु"]),
    "ur": frozenset(["ڈاکٹر"]),
    "id": frozenset(["dr", "drs", "prof", "no", "jl", "tbk", "pt", "ir", "hj", "h"]),
}
_ORDINAL_DOT = frozenset({"de", "tr", "da", "no", "fi", "cs", "sk", "pl", "hu", "hr", "sl", "et", "lv", "is", "nl"})
_LAST_WORD = regex.compile(r"([\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}'’-]|\.(?=[\p{L}\p{N}]))*)\.[\s]*$")
_SPACED_INITIALS = regex.compile(r"(?:^|[\s(«“\"])\p{L}\.\s?\p{L}\.\s*$")
_LETTER = regex.compile(r"\p{L}\p{M}*")
_STARTS_LOWER = regex.compile(r"^[\s«“”\"'’)\]–—-]*\p{Ll}")
_ENDS_HARD = regex.compile(r"[!?。！？…؟۔।.][\s\"'”’»«)\]』」）]*$")
_CLOSERS_ONLY = regex.compile(r"^[\s\"'”’»)\]』」）.،,]+$")
_ELLIPSIS = regex.compile(r"(?:…|\.\.\.)[\"”’»)]*\s+(?=[\p{Lu}\p{Lo}«“\"])")
_GLUED = regex.compile(r"(?<=[\p{L}\p{M}]{3}[.؟!])(?=[\p{Arabic}]{2})")
_LINE = regex.compile(r"[^\n\u2028\u2029]+")


def split_sentences(text: str, language: str) -> list[Span]:
    """The sentences of a text, without the white space around them; a line end always ends one.

    >>> [(s.start, s.end) for s in split_sentences("وصل د. أحمد. ثم غادر.", "ar")]
    [(0, 12), (13, 21)]
    """
    tag = language.split("-", maxsplit=1)[0]
    found: list[Span] = []
    for line in _LINE.finditer(text):
        found.extend(_in_line(text, line.start(), line.end(), tag))
    return found


def _in_line(text: str, start: int, end: int, tag: str) -> list[Span]:
    """The sentences of one line."""
    from sentencex import get_sentence_boundaries  # noqa: PLC0415 -- a compiled library, wanted only here

    line = text[start:end]
    if not line.strip():
        return []
    cuts = {int(item["end_index"]) for item in get_sentence_boundaries(tag if tag != "und" else "en", line)}
    # ASCII stand-ins keep the offsets even if the library ever counts otherwise.
    cuts = {cut for cut in cuts if 0 < cut < len(line)}
    cuts |= {match.end() for match in _ELLIPSIS.finditer(line)}
    cuts |= {match.start() for match in _GLUED.finditer(line)}
    kept = [cut for cut in sorted(cuts) if not _is_false_end(line[:cut], line[cut:], tag)]
    spans = []
    for left, right in zip([0, *kept], [*kept, len(line)], strict=True):
        piece = line[left:right]
        body = piece.strip()
        if body:
            at = start + left + len(piece) - len(piece.lstrip())
            spans.append(Span(start=at, end=at + len(body)))
    return spans


def _is_false_end(before: str, behind: str, tag: str) -> bool:  # noqa: PLR0911
    """Whether a sentence goes on although a dot stands there."""
    if not behind.strip() or _CLOSERS_ONLY.match(behind):
        return True
    if _STARTS_LOWER.match(behind):
        return True
    if not _ENDS_HARD.search(before):
        return True  # cut where nothing ends a sentence
    last = _LAST_WORD.search(before)
    if last is None:
        return False
    word = fold(last.group(1)).text
    if len(_LETTER.findall(word)) == 1 and len(word) == 1 and tag != "zh":
        # "J. K. Rowling", "د. أحمد"; but "Plan B. Er kam" is rarer than an initial.
        return True
    if word.isdigit():
        return tag in _ORDINAL_DOT and len(word) <= 2
    if word in _ABBREVIATIONS.get(tag, frozenset()):
        return True
    return _SPACED_INITIALS.search(before) is not None


def article_sentences(article: Article) -> list[Sentence]:
    """The sentences of every block that is running text, headings as one sentence each."""
    made: list[Sentence] = []
    for block in article.blocks:
        if block.kind is BlockKind.BODY:
            spans = [
                Span(start=block.start + span.start, end=block.start + span.end)
                for span in split_sentences(article.text[block.start : block.end], article.language)
            ]
        elif block.kind is BlockKind.HEADLINE:
            spans = [Span(start=block.start, end=block.end)]
        else:
            continue
        made.extend(_sentence(article, span, block.kind) for span in spans)
    return made


def _sentence(article: Article, span: Span, kind: BlockKind) -> Sentence:
    """One sentence as a record."""
    return Sentence(
        id=digest(article.id, span.start, span.end),
        article_id=article.id,
        start=span.start,
        end=span.end,
        text=article.text[span.start : span.end],
        language=article.language,
        block=kind,
    )
