"""Article -> sentences with exact offsets: sentencex line by line, then a pass that undoes its false ends."""

import regex

from claims.datelines import without_datelines
from claims.digests import digest
from claims.folding import fold
from claims.lexicon.abbreviations import ABBREVIATIONS
from claims.records import Article, BlockKind, Sentence, Span

_ORDINAL_DOT = frozenset({"de", "tr", "da", "no", "fi", "cs", "sk", "pl", "hu", "hr", "sl", "et", "lv", "is", "nl"})
#: words that open a sentence and follow no ordinal: "… brauche man 60. Die 14 Beschäftigten …"
_OPENS_GERMAN = regex.compile(
    r"\s*(?:Der|Die|Das|Den|Dem|Ein|Eine|Einen|Er|Sie|Es|Wir|Man|Doch|Aber|Und|Auch|Im|In|Am|An|Auf|Aus|Bei|Für|Mit|Nach|Seit|Von|Vor|Zu|Zum|Zur|Dort|Damit|Dabei|Seine|Ihre)\s"
)
#: Russian amounts that are cut short, and a word that begins a sentence: "… взыскал 120 млн. Деньги …"
_AMOUNTS = frozenset({"тыс", "млн", "млрд", "трлн", "руб"})
_OPENS_RUSSIAN = regex.compile(r"\s*[«„\"]?\p{Lu}(?:\p{Ll}|\s)")
_LAST_WORD = regex.compile(r"([\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}'’-]|\.(?=[\p{L}\p{N}]))*)\.[\s]*$")
_SPACED_INITIALS = regex.compile(r"(?:^|[\s(«“\"])\p{L}\.\s?\p{L}\.\s*$")
#: French and Spanish nouns that a letter tells apart: "la línea C. El ingeniero …"
_LETTERED = (
    r"(?i)(?<!\p{L})(?:l[ií]nea|ligne|salle|sala|groupe|grupo|plan|phase|fase|porte|puerta|zone|zona|s[ée]rie|bloc|bloque|type|tipo|"
    r"vitamin[ea]|h[ée]patit[ei]s?|cat[ée]gor(?:ie|[ií]a)|class?e|secteur|sector|hall|terminal|b[âa]timent|edificio|quai|and[ée]n)\s\p{L}\."
)
_LETTER_ENDS, _LETTER_BEFORE = regex.compile(rf"{_LETTERED}\s*$"), regex.compile(rf"{_LETTERED}\s+(?=(?-i:\p{{Lu}}))")
_LETTER = regex.compile(r"\p{L}\p{M}*")
_STARTS_LOWER = regex.compile(r"^[\s«“”\"'’)\]–—-]*\p{Ll}")
_ENDS_HARD = regex.compile(r"[!?。！？…؟۔।.][\s\"'”“’»«)\]』」）]*$")
_CLOSERS_ONLY = regex.compile(r"^[\s\"'”’»)\]』」）.،,]+$")
_ELLIPSIS = regex.compile(r"(?:…|\.\.\.)[\"”’»)]*\s+(?=[\p{Lu}\p{Lo}«“\"])")
#: a German quotation that ends with its sentence, and a figure that opens the next one
_QUOTE_ENDS = regex.compile(r"(?<=\p{Ll}[.!?…]“)\s+(?=[\p{Lu}„])|(?<=\p{Ll}{5}\.)\s+(?=\d+[\d.,]*\s\p{L})")
#: "۱.۴ میلیارد": a number, whatever its digits
_IN_NUMBER = regex.compile(r"^(?:\p{N}\.\p{N}|\p{Nd}٫\p{Nd})")
_GLUED = regex.compile(r"(?<=[\p{L}\p{M}]{3}[.؟!])(?=[\p{Arabic}]{2})")
#: Chinese: a quotation that ends a sentence of its own, and who said it behind
_HAN_QUOTE = regex.compile("[。！？…][”」]$")
_HAN_TELLER = regex.compile(
    "[^，。！？；：“”「」]{1,36}?(?:说|說|表示|称|稱|坦言|坦承|(?:回忆|回憶|写|寫|补充|補充|抱怨|感叹|感嘆|感慨|强调|強調|解释|解釋|指出)道)道?[。，]"
)
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
    cuts |= {match.end() for match in _QUOTE_ENDS.finditer(line)}
    if tag in {"fr", "es"}:
        cuts |= {match.end() for match in _LETTER_BEFORE.finditer(line)}
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
    if _STARTS_LOWER.match(behind) or _IN_NUMBER.search(before[-2:] + behind[:1]):
        return True
    if not _ENDS_HARD.search(before):
        return True  # cut where nothing ends a sentence
    if tag == "zh" and _HAN_QUOTE.search(before) and _HAN_TELLER.match(behind):
        return True
    last = _LAST_WORD.search(before)
    if last is None:
        return False
    word = fold(last.group(1)).text
    if len(_LETTER.findall(word)) == 1 and len(word) == 1 and tag != "zh":
        # "J. K. Rowling", "د. أحمد"; but "Plan B. Er kam" is rarer than an initial.
        return tag not in {"fr", "es"} or _LETTER_ENDS.search(before) is None
    if word.isdigit():
        return tag in _ORDINAL_DOT and len(word) <= 2 and not (tag == "de" and _OPENS_GERMAN.match(behind))
    if word in ABBREVIATIONS.get(tag, frozenset()):
        return not (tag == "ru" and word in _AMOUNTS and _OPENS_RUSSIAN.match(behind))
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
            first = all(one.block is not BlockKind.BODY for one in made)
            spans = without_datelines(article.text, spans, article.language, first=first)
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
