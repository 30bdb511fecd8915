"""The words that the segmenter found as spans: whole names and numbers, the denial with its verb, marks in pairs."""

import regex

from claims.clause_base import Spans
from claims.closed import compiled
from claims.folding import folded
from claims.lexicon import words_of
from claims.names import find_names

_AMOUNT = regex.compile(
    r"(?:[$€£¥₺₽]\s?)?"
    r"\p{N}+(?:[.,٫٬: \u00a0\u202f]\p{N}+)*(?:[ \u00a0\u202f]?(?:%|٪|‰|[$€£¥₺₽]|°C?))?"
    r"|[%٪]\s?\p{N}+(?:[.,٫]\p{N}+)*"
)
_PAIRS = (("(", ")"), ("[", "]"), ("«", "»"), ("“", "”"), ("（", "）"), ("《", "》"), ("「", "」"))
_ALIKE = regex.compile(r'"')
_NEXT = regex.compile(r"['’]?\s*[\p{L}\p{N}]")
_BEHIND = frozenset({"de", "tr", "zh"})  #: languages whose denial does not stand right before what it denies
#: languages that part a relative clause by commas only where it adds something, and pronouns that never have one
_UNMARKED = {"en": "|that", "es": "", "fr": ""}
_LOOSE = frozenset(" ,،，.。:：;؛；、!！…–—-\n\u00a0")
_LAST = regex.compile(r"\p{L}+(?=\s*$)")
_INSIDE = regex.compile(rb"\x01+")
_BETWEEN = regex.compile(rb"(?<=\x01)\x00+(?=\x01)")
_OPENED = frozenset("(（[")
_WORDY = regex.compile(r"[\p{L}\p{N}%٪]")
_HAD = regex.compile(r"(?<!\p{L})[وف]?(?P<v>كان\p{L}{0,2}\s+قد\s+\p{L}+)")  #: "had won": three words and one verb


class Whole:
    """A sentence and what in it is never cut."""

    def __init__(self, text: str, language: str) -> None:
        self.text, self.language = text, language
        self._named = [(one.start, one.end) for one in find_names(text, language)]
        self._solid = list(self._named)
        self._solid += [one.span() for one in _AMOUNT.finditer(text)]
        self._solid += [one.span("v") for one in _HAD.finditer(text) if language == "ar"]
        self._denials = _denials(text, language)
        self._wordy = bytes(_WORDY.match(sign) is not None for sign in text)
        self._pairs, self._open, self._alike = _pairs(text)
        more = _UNMARKED.get(language)
        self._relative = (
            None if more is None else compiled(rf"(?i)\s*(?:{words_of(language).relative}{more})(?!\p{{L}})")
        )

    def glosses(self, anchor: tuple[int, int]) -> bool:
        """Whether a predicate is but a name in brackets: of "ماركيز (Gabriel Márquez)" nothing is said."""
        return any(a <= anchor[0] and anchor[1] <= b and self.text[a - 1 : a] in _OPENED for a, b in self._named)

    def spans(self, content: Spans, anchor: tuple[int, int]) -> Spans:
        """The content as spans that a claim can stand on; none where a denial would change its verb."""
        text = self.text
        inside = bytearray(len(text))
        for start, end in (*content, anchor):
            inside[start:end] = b"\x01" * (end - start)
        for start, end in self._solid:
            if any(inside[start:end]):
                inside[start:end] = b"\x01" * (end - start)
        for start, end in self._denials:
            following = _NEXT.match(text, end)
            place = following.end() - 1 if following is not None else -1
            near = not _WORDY.search(text[min(end, anchor[1]) : max(start, anchor[0])])
            if near or (self.language not in _BEHIND and place >= 0 and inside[place]):
                inside[start:end] = b"\x01" * (end - start)
            elif inside[start] and self.language not in _BEHIND and place >= 0:
                return ()  # "did not" of one verb before another one
        self._keep_restrictions(inside)
        self._in_pairs(inside)
        runs: list[tuple[int, int]] = []
        for found in _INSIDE.finditer(bytes(inside)):
            start, end = found.span()
            if runs and not _WORDY.search(text[runs[-1][1] : start]) and not _marks(text[runs[-1][1] : start]):
                runs[-1] = (runs[-1][0], end)
            else:
                runs.append((start, end))
        kept = [_bare(text, *run) for run in runs]
        return tuple(run for run in kept if _WORDY.search(text[slice(*run)]))

    def restricts(self, spans: Spans) -> bool:
        """Whether a stretch is a noun with a clause that only says which one is meant."""
        if self._relative is None or len(spans) != 1:
            return False
        start, end = spans[0]
        found = self._relative.search(self.text, start, end)
        return found is not None and self._behind_a_word(found.start())

    def _behind_a_word(self, at: int) -> bool:
        """Whether no mark stands before a place."""
        return bool(_WORDY.match(self.text[:at].rstrip()[-1:]))

    def _keep_restrictions(self, inside: bytearray) -> None:
        """A relative clause without a comma says which one is meant: "bikes that were tested" are not all bikes."""
        if self._relative is None:
            return
        for gap in _BETWEEN.finditer(bytes(inside)):
            start, end = gap.span()
            opens = self._behind_a_word(start) and self._relative.match(self.text, start, end) is not None
            if opens or self._opened_before(start):
                inside[start:end] = b"\x01" * (end - start)

    def _opened_before(self, at: int) -> bool:
        """Whether a relative pronoun without a comma stands right before a place."""
        word = _LAST.search(self.text, 0, at)
        if self._relative is None or word is None or not self._behind_a_word(word.start()):
            return False
        return self._relative.fullmatch(self.text, *word.span()) is not None

    def denied(self, anchor: tuple[int, int]) -> bool:
        """Whether a denial stands right before a word, or with one word between."""
        return any(anchor[0] - end >= 0 and len(self.text[end : anchor[0]].split()) <= 1 for _, end in self._denials)

    def _in_pairs(self, inside: bytearray) -> None:
        """A bracket or quotation mark whose other half is outside is no part of the claim."""
        for a, b in self._pairs:
            inside[a] = inside[b] = int(self._whole(inside, a, b))
        for at in self._open:
            inside[at] = 0
        for a, b in zip(self._alike[::2], self._alike[1::2], strict=False):
            inside[a] = inside[b] = int(self._whole(inside, a, b))
        if len(self._alike) % 2:
            inside[self._alike[-1]] = 0

    def _whole(self, inside: bytearray, start: int, end: int) -> bool:
        """Whether all words between two places are inside."""
        return all(inside[k] or not self._wordy[k] for k in range(start, end))


def _pairs(text: str) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    """Where brackets and quotation marks open and close, those without their other half, and marks that do both."""
    pairs: list[tuple[int, int]] = []
    alone: list[int] = []
    for opening, closing in _PAIRS:
        open_at: list[int] = []
        for at, sign in enumerate(text):
            if sign == opening:
                open_at.append(at)
            elif sign == closing and open_at:
                pairs.append((open_at.pop(), at))
            elif sign == closing:
                alone.append(at)
        alone += open_at
    return pairs, alone, [one.start() for one in _ALIKE.finditer(text)]


def _marks(text: str) -> bool:
    return any(sign in pair for pair in _PAIRS for sign in text) or '"' in text


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without loose marks around it, and without the quotation marks around all of it."""
    while True:
        a, b = start, end
        while a < b and text[a] in _LOOSE:
            a += 1
        while b > a and text[b - 1] in _LOOSE:
            b -= 1
        around = (text[a : a + 1], text[b - 1 : b])
        if (
            b - a > 1
            and (around in _PAIRS or around == ('"', '"'))
            and around[0] not in text[a + 1 : b - 1]
            and around[1] not in text[a + 1 : b - 1]
        ):
            a, b = a + 1, b - 1
        if (a, b) == (start, end):
            return a, b
        start, end = a, b


def _denials(text: str, language: str) -> list[tuple[int, int]]:
    pattern = words_of(language).negative_words
    if not pattern or language == "zh":
        return []
    whole = compiled(rf"(?:{pattern})")
    return [
        one.span() for one in compiled(r"[\p{L}\p{M}]+['’]?").finditer(text) if whole.fullmatch(folded(one.group()))
    ]
