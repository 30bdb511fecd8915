"""French, Spanish and German statements of who said what, made whole: no verb cut off, nothing told of a source."""

from dataclasses import replace
from datetime import date

import regex

from claims.clause_base import Spans
from claims.dates import find_times
from claims.draft import Draft
from claims.records import ClaimKind, Sentence
from claims.tokens import grammar_of, tokens_of

_LANGUAGES = frozenset({"fr", "es", "de"})
_MARKS = "»”\"'’ "
#: what was said follows behind a colon: "dementierte am Montag: Man habe …"
_COLON = regex.compile(r"\s?:\s[«„“\"]?\s?")
#: a source named first within what was reported: "publicó que, según un ingeniero, …"
_THAT_BY = regex.compile(
    r"(?<!\p{L})(?:que, (?:según|de acuerdo con)|que, (?:selon|d['’]après)|dass, so|dass laut)\s[^,;]+$"
)
_THEN = regex.compile(r"\s?,\s")
#: a verb of saying and the infinitive that says what: "dit n'avoir reçu", "asegura no haber visto"
_SAYS_TO = {
    "fr": regex.compile(
        r"(?<!\p{L})(?:dit|disent|disait|affirm\p{L}+|assur\p{L}+|ni(?:e|ent|ait|aient)|reconna\p{L}+|déclar\p{L}+|admet\p{L}*|prétend\p{L}*|"
        r"(?:a|ont|avait|avaient) (?:dit|affirmé|assuré|nié|reconnu|déclaré|admis|prétendu))\s$"
    ),
    "es": regex.compile(
        r"(?<!\p{L})(?:dice|dicen|asegur(?:ó|a|an|aron)|afirm(?:ó|a|an|aron)|neg(?:ó|aron)|niegan?|admit(?:ió|e|en|ieron)|"
        r"reconoc(?:ió|e|en|ieron)|dijo|dijeron|sostien\p{L}+|sostuvo)\s$"
    ),
}
_TO = {
    "fr": regex.compile(
        r"(?:(?:ne |n['’])(?:pas |jamais |plus )?)?(?:s['’]|l['’])?(?:avoir|être|\p{L}{2,}(?:er|ir|dre))(?!\p{L})"
    ),
    "es": regex.compile(r"(?:no )?(?:haber|ser|estar|\p{L}{2,}[aei]r)(?:se|l[aeo]s?)?(?!\p{L})"),
}
#: "avant d'annoncer" cut behind its first word
_CUT_BEFORE = {
    "fr": regex.compile(r"(?:avant|afin|au lieu|loin|faute|à force|près)\s$"),
    "es": regex.compile(r"(?:antes|después|lejos|a fin|en vez|en lugar|a pesar)\s$"),
}
_CUT_BEHIND = {
    "fr": regex.compile(r"d(?:e |['’])(?P<verb>(?:ne pas )?(?:avoir|être|\p{L}+(?:er|ir|re)))(?!\p{L})"),
    "es": regex.compile(r"de (?P<verb>(?:no )?(?:haber|ser|\p{L}+[aei]r)(?:se|l[aeo]s?)?)(?!\p{L})"),
}
_AUXILIARY = r"(?:hat|haben|hatten?|habe|ist|sind|war|waren|sei|seien|wird|werden|werde|wurden?)"
_LEFT_OVER = regex.compile(rf",\s{_AUXILIARY}$")
_GOES_ON = regex.compile(rf"{_AUXILIARY}\s")
_ABOVE_ALL = regex.compile(r"allem\s")
_SOME_DAY = date(2000, 1, 1)  #: to count days from where it is only asked whether any are told
_FEW = 2  #: words of a piece that tells nothing by itself


def mended_told(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """The drafts of one sentence, each made whole or left out."""
    return _Told(sentence, drafts).drafts() if sentence.language in _LANGUAGES else drafts


class _Told:
    def __init__(self, sentence: Sentence, drafts: list[Draft]) -> None:
        self.text, self.language, self.start, self.made = sentence.text, sentence.language, sentence.start, drafts
        self.tokens = tokens_of(self.text, self.language)
        self.grammar = grammar_of(self.language)

    def drafts(self) -> list[Draft]:
        kept = []
        for draft in self.made:
            spans = self._said(draft) if draft.kind is ClaimKind.SPEECH else self._stated(draft)
            if spans:
                kept.append(draft if spans == draft.spans else replace(draft, spans=spans, core=""))
        return kept

    def _has_verb(self, start: int, end: int) -> bool:
        return any(one.verb for one in self.tokens if start <= one.start < end)

    # ---- that somebody said something

    def _said(self, draft: Draft) -> Spans:
        """The words of an act of speech: nothing where it is but a name, all that was said where it was cut."""
        spans = self._in_one(draft.spans)
        if len(spans) == 1 and len(self.made) > 1 and self._but_a_speaker(draft):
            return ()
        return self._without_titles(draft, self._without_clause(draft, self._to_the_end(draft, spans)))

    def _but_a_speaker(self, draft: Draft) -> bool:
        """Whether nothing stands there but the speaker: "Le juge, Paul Renard"."""
        (start, end), said = draft.spans[0], draft.attribution
        if said is None or self._has_verb(start, end):
            return False
        return self.text[start:end].strip(_MARKS + ",") == said.speaker.strip(_MARKS + ",")

    def _in_one(self, spans: Spans) -> Spans:
        """What was said without holes, where a few words of its end are left: "un bénéfice [dont …] remontée [vers] sa mère"."""  # noqa: E501
        if len(spans) < 3 or not any(self._words(*one) <= _FEW and not self._has_verb(*one) for one in spans[2:]):
            return spans
        return (spans[0], (spans[1][0], spans[-1][1]))

    def _words(self, start: int, end: int) -> int:
        return sum(one.word for one in self.tokens if start <= one.start < end)

    def _to_the_end(self, draft: Draft, spans: Spans) -> Spans:
        """With what was said behind a colon or behind a source, which is told as that speaker's words."""
        start, end = spans[-1]
        joint = _COLON.match(self.text, end)
        if joint is None and _THAT_BY.search(self.text, start, end):
            joint = _THEN.match(self.text, end)
        if joint is None:
            return spans
        last = max((b for a, b in self._told_by(draft) if a == joint.end()), default=0)
        return (*spans[:-1], (start, last)) if last > end else spans

    def _told_by(self, draft: Draft) -> list[tuple[int, int]]:
        """First and last place of whatever is told under the same speaker."""
        return [
            (one.spans[0][0], one.spans[-1][1])
            for one in self.made
            if one.kind is ClaimKind.CONTENT and one.attribution is not None and draft.attribution is not None
            and one.attribution.speaker == draft.attribution.speaker
        ]  # fmt: skip

    def _without_clause(self, draft: Draft, spans: Spans) -> Spans:
        """Without what a relative clause tells of a source named first: "Laut der Zeitung, die …, dürfte …"."""
        start, end = spans[0]
        first = next((one for one in self.tokens if one.start >= start), None)
        if len(spans) > 1 or first is None or not self._by_source(start):
            return spans
        comma = next((at for at, one in enumerate(self.tokens) if one.comma and start < one.start < end), None)
        if comma is None or comma + 1 >= len(self.tokens):
            return spans
        opens = self.tokens[comma + 1]
        if not self.grammar.relative.fullmatch(opens.text):
            return spans
        head = self.tokens[comma].start
        told = [a for a, b in self._told_by(draft) if opens.start < a and b <= end and self.text[:a].rstrip(' «„"“').endswith(",")]  # noqa: E501  # fmt: skip
        behind = min((a for a in told if self._has_verb(opens.start, a)), default=0)
        return ((start, head), (behind, end)) if behind else spans

    def _without_titles(self, draft: Draft, spans: Spans) -> Spans:
        """Without what is told of the speaker behind the name, where other drafts tell it: "…, dijo Ana Soler, jueza"."""  # noqa: E501
        (start, end), said = spans[-1], draft.attribution
        if said is None or not start < said.speaker_span.start - self.start < end:
            return spans
        head = said.speaker_span.end - self.start
        if not self.text.startswith(", ", head) or any(one.depth for one in self.tokens if head <= one.start < end):
            return spans
        told = any(
            one.kind is ClaimKind.CONTENT and not one.attribution and one.spans[-1][1] == end
            and head < end
            and one.spans[0][0] >= said.speaker_span.start - self.start
            for one in self.made
        )  # fmt: skip
        if not told or find_times(self.text[head:end], self.language, published_on=_SOME_DAY):
            return spans
        return (*spans[:-1], (start, head))

    def _by_source(self, start: int) -> bool:
        return _SOURCE[self.language].match(self.text, start) is not None

    # ---- what is stated

    def _stated(self, draft: Draft) -> Spans:
        """The words of a statement with the verb that they hang on; nothing where the cut tore it."""
        spans = draft.spans
        if self.language == "de":
            return self._german(draft, spans)
        start, end = spans[-1]
        cut = _CUT_BEHIND[self.language].match(self.text, start, end)
        if len(spans) > 1 and cut and _CUT_BEFORE[self.language].search(self.text, 0, start):
            return self._doer(spans, cut.start("verb"))
        spans = self._of_the_nearest(spans)
        return self._with_verb(draft, spans)

    def _doer(self, spans: Spans, verb: int) -> Spans:
        """An infinitive with whoever does it, without the auxiliary of the verb before: "la firme [avait] … annoncer"."""  # noqa: E501
        (start, end), (_, last) = spans[0], spans[-1]
        held = [one for one in self.tokens if start <= one.start < end]
        end = held[-2].end if len(held) > 1 and held[-1].verb else end
        return ((start, end), (verb, last)) if not self._has_verb(start, end) else ()

    def _of_the_nearest(self, spans: Spans) -> Spans:
        """What a second name is called is told of that name, and not of one before a verb between them."""
        if len(spans) != 2 or any(self._has_verb(*one) for one in spans):
            return spans
        left, (right, end) = spans[0][1], spans[1]
        near = self.text[right:end]
        name, _, called = near.partition(", ")
        inside = called and any(one.isupper() for one in name)
        return spans[1:] if inside and self._has_verb(left, right) and "," in self.text[left:right] else spans

    def _with_verb(self, draft: Draft, spans: Spans) -> Spans:
        """An infinitive that says what was said, with speaker and verb of saying: "[la firme dit] n'avoir rien reçu"."""  # noqa: E501
        said, (start, end) = draft.attribution, spans[-1]
        if said is None or not _TO[self.language].match(self.text, start, end):
            return spans
        verb = _SAYS_TO[self.language].search(self.text, 0, start)
        if verb is None:
            return spans
        own = [one.spans for one in self.made if one.kind is ClaimKind.SPEECH and one.attribution == said]
        first = next((one[0] for one in own if one[0][0] < verb.start() and len(one) > 1), None)
        if first is not None and first[1] <= verb.start():
            return (first, (verb.start(), end))
        opens = next((one[0][0] for one in own if len(one) == 1 and one[0][0] < verb.start()), None)
        return ((opens, end),) if opens is not None and "," not in self.text[opens : verb.start()] else ((verb.start(), end),)  # noqa: E501  # fmt: skip

    def _german(self, draft: Draft, spans: Spans) -> Spans:
        """German words without a torn-off auxiliary, with the subject that an auxiliary leaves out."""
        start, end = spans[-1]
        left = _LEFT_OVER.search(self.text, start, end)
        if left is not None and self._words(start, left.start()) > _FEW:
            spans = (*spans[:-1], (start, left.start()))
        start, end = spans[0]
        if _ABOVE_ALL.match(self.text, start, end) and self.text[:start].lower().endswith("vor "):
            return ((start + len("allem "), end), *spans[1:])
        if len(spans) == 1 and self.text[:start].endswith(", ") and _GOES_ON.match(self.text, start, end):
            subject = next((one.spans[0] for one in self.made if self._shares(one, draft)), None)
            return (subject, *spans) if subject is not None else spans
        return spans

    def _shares(self, one: Draft, draft: Draft) -> bool:
        """Whether a draft tells right before it of a subject that is parted from its verb."""
        if one is draft or one.kind is not ClaimKind.CONTENT or len(one.spans) != 2 or one.attribution != draft.attribution:  # noqa: E501  # fmt: skip
            return False
        first, second = one.spans
        return not self._has_verb(*first) and second[1] + len(", ") == draft.spans[0][0]


_SOURCE = {
    "fr": regex.compile(r"(?:d['’]après|selon)\s", regex.IGNORECASE),
    "es": regex.compile(r"(?:según|de acuerdo con)\s", regex.IGNORECASE),
    "de": regex.compile(r"(?:laut|nach angaben|gemäß|gemäss|zufolge)\s", regex.IGNORECASE),
}
