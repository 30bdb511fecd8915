"""Turkish and Persian clauses: a part ends with its verb."""

import regex

from claims.clause_base import Base, Part, Spans
from claims.closed import compiled

_PARTICIPLE = regex.compile(
    r"(?!insan|zaman|alan$|neden|icin|orman|liman|vatan|duman|roman|kaptan|sultan|divan|uzman|tavan|meydan|yaban|once|beden|maden|gecen$|birden|hemen|zaten|gelen$)\p{l}{2,}(?:an|en|digi|dugu|tigi|tugu)|gelen|alan"
)


_NOMINAL = regex.compile(r"\p{l}{2,}(?:digini|dugunu|tigini|tugunu|ecegini|acagini)")  #: told by the participle
_WHILE = regex.compile(r"(?!iken$)\p{l}{3,}(?:[aeiou]rken|mazken|mezken|[iu]yorken|misken|muştur)")
_GENITIVE = regex.compile(r"n?[iu]n")
_OWNED = regex.compile(r"\p{l}{2,}(?:s[iu]|[^aeiou][iu]|leri|lari)$")
_PLURAL = regex.compile(r"(?!(?:onlar|bunlar|milyarlar|yillar)$)\p{l}{2,}(?:lar|ler)")
_PLURAL_OWNED = regex.compile(r"\p{l}{2,}(?:lari|leri)")
_PASSIVE = regex.compile(
    r"(?:[iu]ldi|[iu]ldu|[iu]ndi|[iu]ndu|andi|endi|[iu]l[iu]yor|n[iu]yor|[iu]lecek|[iu]lacak)(?:lar|ler)?$"
)
_MARKED_HEAD = regex.compile(
    r"(?:\p{l}{2,}(?:lara|lere|larda|lerde|lardan|lerden|inde|unda|iyle|uyla|nda|nde|ndan|nden)|birlikte|beraber|ragmen|nedeniyle|dolayi|kadar|olarak)$"
)
_FA_PARTICIPLE = regex.compile(r"\p{l}{2,}[دت]ه")  #: "کارگردانی کرده،": the auxiliary may be left out
_CASE = regex.compile(r"(?:da|de|ta|te|dan|den|tan|ten|ya|ye|na|ne|a|e|yi|ni|i|u|yu|la|le|daki|deki|taki|teki)")


class VerbLast(Base):
    """The rules of languages whose verb closes the clause."""

    def _cut_behind_verbs(self) -> None:  # noqa: C901, PLR0912
        """Turkish and Persian: a part ends with its verb; the next one begins behind comma or "and"."""
        if self.language == "tr":
            self._turkish_participle()
        pieces: list[tuple[int, int]] = []
        begin = next((at for at in range(len(self.tokens)) if not self.removed[at]), 0)
        for at in range(len(self.tokens)):
            if self.removed[at] or not (self._finite(at) or self._joins_next(at)):
                continue
            behind = at + 1
            nxt = self._at(behind)
            if nxt is not None and self._joins_next(at):
                pieces.append((begin, behind))
                begin = behind + (nxt.comma or self._is(behind, self.grammar.conjunction))
                continue
            if nxt is None or self.tokens[at].depth > self.base:
                continue
            joins = nxt.comma or self._is(behind, self.grammar.conjunction)
            if not joins or self._is(begin, self.grammar.subordinate) or self._guarded(begin):
                continue
            if any(self._guarded(i) for i in range(begin, at + 1) if self.language == "fa"):
                continue  # "هشدار داد اگر … نشود، …": what follows holds only then
            if any(
                self._is(i, self.grammar.that) and self.language == "fa" and not self.removed[i]
                for i in range(begin, at)
            ):
                continue
            if self._verb_between(behind + 1, len(self.tokens)) < 0:
                continue
            pieces.append((begin, behind))
            begin = behind + 1
            while self._is(begin, self.grammar.conjunction) or ((token := self._at(begin)) is not None and token.comma):
                begin += 1
        pieces.append((begin, len(self.tokens)))
        if len(pieces) == 1:
            live = [at for at in range(len(self.tokens)) if not self.removed[at]]
            if live:
                self._emit(live[0], len(self.tokens), "clause", None)
            return
        subject = self._leading_name(*pieces[0])
        for which, (start, end) in enumerate(pieces):
            own = self._leading_name(start, end)
            if which > 0 and own is None and self._own_subject(start, end):
                self._emit(start, end, "clause", None)
            elif which == 0 or own is not None:
                subject = own or subject
                self._emit(start, end, "clause", None)
            else:
                self._emit(start, end, "predicate", subject, subjectless=subject is None)

    def _word(self, index: int) -> str:
        token = self._at(index)
        return token.text if token is not None and token.word else ""

    def _own_subject(self, start: int, end: int) -> bool:
        """Whether a Turkish clause without a name begins with a plural that nothing marks as an object."""
        if self.language != "tr":
            return False
        for at in range(start, min(start + 3, end - 1)):
            text = self._word(at)
            plural = _PLURAL.fullmatch(text) is not None
            if plural or (_PLURAL_OWNED.fullmatch(text) and _PASSIVE.search(self._word(end - 1))):
                return True
            if not text or _MARKED_HEAD.search(text):
                return False
        return False

    def _joins_next(self, at: int) -> bool:
        """Whether a Turkish converb closes an assertion of its own: "12 kişi ölürken, …"."""
        token = self.tokens[at]
        if self.language != "tr" or token.depth > self.base or token.sentence_case or self._verb_between(at + 1, len(self.tokens)) < 0:  # noqa: E501  # fmt: skip
            return False
        return at >= 3 and _WHILE.fullmatch(token.text) is not None

    def _turkish_participle(self) -> None:
        """Reads "1938'de Çeşme'de doğan sanatçı, ...": the clause before the noun is a claim of its own."""
        commas = [at for at, token in enumerate(self.tokens) if token.comma and token.depth == self.base]
        verb = self._verb_between(0, len(self.tokens))
        told = (at for at in commas if (at < verb or at == commas[0]) and self._told_before(at))
        comma = next(told, commas[0] if commas else -1)
        if comma < 3 or any(self.removed[:comma]) or self._verb_between(comma + 1, len(self.tokens)) < 0:
            return
        if self.tokens[comma - 1].text in {"gore", "icin", "sonra", "once"}:
            return
        last = next((at for at in range(comma - 2, 0, -1) if _PARTICIPLE.fullmatch(self.tokens[at].text)), -1)
        head = self.tokens[comma - 1]
        if _MARKED_HEAD.search(head.text) or head.text[:1].isdigit() or (self.tokens[comma - 2].text == "'"):
            return
        if (
            last < 1
            or comma - last > 4
            or any(self._finite(at) and at != last and not _NOMINAL.fullmatch(self._word(at)) for at in range(comma))
        ):
            return
        # "300 saz yapan, köyünden hiç ayrılmayan usta": one claim a participle, each with the noun
        inner = [at for at in commas if at < last and _PARTICIPLE.fullmatch(self.tokens[at - 1].text)]
        starts = [0, *(at + 1 for at in inner)]
        for begin, end in zip(starts, [*inner, comma], strict=True):
            self.made.append(
                Part(
                    spans=(self._whole(begin, end), *(() if end == comma else self._spans(last + 1, comma))),
                    kind="relative",
                )
            )
        for at in range(last + 1):
            self.removed[at] = True

    def _marked(self, index: int) -> bool:
        """Whether a Turkish word has an ending of place or time, so that no apposition hangs on it."""
        return self.language == "tr" and _MARKED_HEAD.search(self._word(index)) is not None

    def _told_before(self, comma: int) -> bool:
        """Whether a participle stands close before a comma, with the noun that it tells of between them."""
        return any(_PARTICIPLE.fullmatch(self.tokens[at].text) for at in range(max(1, comma - 4), comma - 1))

    def _leading_name(self, start: int, end: int) -> Spans | None:
        """The noun phrase that opens a Turkish or Persian clause, where a comma or capital shows its end."""
        comma = next(
            (at for at in range(start, min(start + 9, end)) if (self.tokens[at].comma or self.removed[at])), -1
        )
        if comma > start and self._verb_between(start, comma) < 0 and not self._is(start, self.grammar.preposition):
            return self._spans(start, comma)
        first = self._at(start)
        if first is None or not first.word:
            return None
        if self.language == "tr":
            last = start
            while last < end and (self.tokens[last].sentence_case or (last == start)) and self.tokens[last].word:
                last += 1
            if last == start + 1 and _OWNED.search(self._word(last)) and not self.tokens[last].verb:
                last += 1  # "Otomobil sürücüsü": a noun and the noun that it describes
            bare = self.tokens[last - 1].text
            tail = self._at(last)
            if tail is not None and tail.text in {"'", "’"} and last + 1 < end:
                suffix = self.tokens[last + 1].text
                if _GENITIVE.fullmatch(suffix):  # "Gerrard'ın ekibi": the noun behind the owner is the subject
                    return self._spans(start, last + 3) if _OWNED.search(self._word(last + 2)) else None
                return None if _CASE.fullmatch(suffix) else self._spans(start, last)
            marked = (
                compiled(r"(?:da|de|ta|te|dan|den|tan|ten|yi|ni|nin|nun|a|e)$").search(bare)
                and "'" in self.sentence[first.start : self.tokens[min(last, end - 1)].end]
            )
            return (
                None
                if marked
                or (
                    last == start + 1
                    and not compiled(r"(?:holding|birlik|sirket|bakanlik|karaca)").match(bare)
                    and not self.tokens[start].sentence_case
                )
                or compiled(r"(?:da|de|ta|te|dan|den|nin|in|un)$").search(bare)
                else self._spans(start, last)
            )
        return None

    def _persian_relative(self, commas: list[int]) -> None:
        """Persian: "the bridge که ... است، ...": the relative clause runs from که to the comma behind its verb."""
        at = next((i for i in range(1, min(8, len(self.tokens))) if self.tokens[i].text == "كه"), -1)
        close = next((c for c in commas if c > at), -1)
        if (
            at < 1
            or close < 0
            or self._verb_between(0, at) >= 0
            or not (self._verb_between(at + 1, close) >= 0 or _FA_PARTICIPLE.fullmatch(self.tokens[close - 1].text))
            or self._verb_between(close + 1, len(self.tokens)) < 0
        ):
            return
        self.made.append(Part(spans=(self._whole(0, at), self._whole(at, close)), kind="relative"))
        for i in range(at, close + 1):
            self.removed[i] = True
