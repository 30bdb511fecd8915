"""A sentence -> drafts of claims: what it asserts, under whoever says it."""

from dataclasses import replace

import regex

from claims.arabic.assertions import arabic_drafts
from claims.checkworthy import check_worthiness
from claims.clause_base import Spans
from claims.clauses import Part, split_clauses
from claims.draft import Draft
from claims.draft_rest import with_speaker
from claims.draft_spans import bare, trimmed_end, without
from claims.folding import folded
from claims.lexicon import words_of
from claims.names import find_names
from claims.records import Attribution, ClaimKind, Sentence, Span, Worthiness
from claims.roles import event_spans, role_spans
from claims.sentences import split_sentences
from claims.speech import Speech, find_speech, trimmed
from claims.speech_acts import act_of
from claims.speech_subjects import OPENING_PARTICIPLE
from claims.standing import Context
from claims.tokens import grammar_of, tokens_of
from claims.tree_drafts import tree_drafts

DROPPED = frozenset(
    {
        Worthiness.QUESTION,
        Worthiness.THANKS,
        Worthiness.FURNITURE,
        Worthiness.RHETORIC,
        Worthiness.PERSONAL,
        Worthiness.OPINION,
    }
)
_MAX_NESTING = 3
# Who denies a thing does not claim it: the denial is a claim, its content is nobody's.
_DENIES = "|".join(
    folded(word)
    for word in "نفى نفت ينفي تنفي نافيا denied denies denying nie nié nient dément démenti démentent niega negó niegan desmintió bestreitet bestritt bestreiten dementierte опроверг опровергла опровергли отрицает отрицают yalanladı reddetti yalanlıyor تکذیب_کرد رد_کرد 否认".replace(  # noqa: E501
        "_", " "
    ).split()
)


def drafts_of(sentence: Sentence, context: Context) -> list[Draft]:
    """What one sentence asserts."""
    text, language = sentence.text, sentence.language
    inherited = _continued(text, context)
    if language == "ar":
        return arabic_drafts(text, context, inherited, sentence.start)
    worth = check_worthiness(text, language)
    speeches = find_speech(text, language)
    if worth.category in {Worthiness.QUESTION, Worthiness.THANKS, Worthiness.FURNITURE} and not inherited:
        return []
    if worth.category in DROPPED - {Worthiness.RHETORIC} and not speeches and not inherited:
        return []
    parsed = tree_drafts(sentence, inherited, context)
    if parsed is not None:
        return parsed
    drafts = _stretch(sentence, *trimmed_end(text, 0, len(text)), inherited, context, 0, direct=inherited is not None)
    drafts += [
        Draft(spans=spans, kind=ClaimKind.CONTENT, attribution=None, subjectless=False, role=True)
        for spans in role_spans(text, language)
    ]
    held = [d.spans for d in drafts]
    for span in event_spans(text, language):
        if (span,) not in held:
            drafts.append(Draft(spans=(span,), kind=ClaimKind.CONTENT, attribution=None, subjectless=False, role=True))
    return drafts


def _continued(text: str, context: Context) -> Attribution | None:
    """The speaker whose quotation began in an earlier sentence."""
    if not context.open_quote or not context.speaker or not text:
        return None
    return Attribution(speaker=context.speaker, verb="", speaker_span=Span(start=0, end=0), outer=())


def _stretch(
    sentence: Sentence,
    start: int,
    end: int,
    attribution: Attribution | None,
    context: Context,
    depth: int,
    *,
    direct: bool = False,
) -> list[Draft]:
    """The assertions between two offsets, under whoever makes them."""
    text, language = sentence.text, sentence.language
    speeches = (
        []
        if depth >= _MAX_NESTING or direct
        else [_shifted(one, start) for one in find_speech(text[start:end], language)]
    )
    drafts: list[Draft] = []
    at = start
    shared: tuple[int, int] | None = None
    for one in speeches:
        if one.start < at:
            if one.speaker is None and one.end > at and one.content:
                one = replace(one, start=max(at, one.start))  # noqa: PLW2901 -- the frame begins where the last speech ended
            else:
                continue
        drafts += _leftover(sentence, at, one.start, attribution, context)
        if one.speaker and regex.fullmatch(OPENING_PARTICIPLE.get(language, "(?!)"), text[at : one.speaker[0]]):
            told = ((at, one.speaker[1]),)
            drafts.append(
                Draft(spans=told, kind=ClaimKind.CONTENT, attribution=attribution, subjectless=False, role=True)
            )
        drafts += _speech(sentence, one, attribution, context, depth, shared=shared)
        shared = one.speaker or shared
        at = max(at, one.end)
    if not speeches:
        return drafts + _clauses(sentence, start, end, attribution, context, direct=direct)
    return drafts + with_speaker(sentence, _leftover(sentence, at, end, attribution, context), at, shared)


def _leftover(
    sentence: Sentence, start: int, end: int, attribution: Attribution | None, context: Context
) -> list[Draft]:
    """What stands beside a speech in its sentence, if it asserts anything."""
    start, end = trimmed(sentence.text, start, end)
    if sentence.language == "zh":
        if end - start < 8 or not regex.search(words_of("zh").verbs, sentence.text[start:end]):
            return []
    elif end - start < 12 or not any(token.verb for token in tokens_of(sentence.text[start:end], sentence.language)):
        return []
    return _clauses(sentence, start, end, attribution, context)


def _shifted(one: Speech, by: int) -> Speech:
    """The same speech in offsets of the sentence."""
    return replace(
        one, start=one.start + by, end=one.end + by, content=tuple((a + by, b + by) for a, b in one.content),
        speaker=None if one.speaker is None else (one.speaker[0] + by, one.speaker[1] + by),
    )  # fmt: skip


def _speech(
    sentence: Sentence,
    one: Speech,
    attribution: Attribution | None,
    context: Context,
    depth: int,
    *,
    shared: tuple[int, int] | None,
) -> list[Draft]:
    """The claim that it was said, the claims of what was said, and what the frame tells besides."""
    text = sentence.text
    lead: Spans = ()
    if one.speaker is None and shared is not None and shared[1] <= one.start:
        one = replace(one, speaker=shared)
        lead = (shared,)
    speaker = text[slice(*one.speaker)] if one.speaker is not None else ""
    named = _who(speaker, sentence.language, context)
    if not speaker:
        people = [n for n in find_names(text[: one.start], sentence.language) if n.role]
        named = people[0].text if people else named
    outer = tuple(
        who for who in (*((*attribution.outer, attribution.speaker) if attribution else ()), one.outer) if who
    )
    span = one.speaker if one.speaker is not None else (one.start, one.start)
    inner = Attribution(
        speaker=named,
        verb=one.verb,
        speaker_span=Span(start=sentence.start + span[0], end=sentence.start + span[1]),
        outer=outer,
    )
    start, end = trimmed_end(text, one.start, one.end)
    frame_end = one.content[0][0] if one.content else end
    inserts = [
        part for part in split_clauses(text, start, end, sentence.language)
        if part.kind in {"relative", "apposition"} and part.spans[-1][1] <= frame_end and one.start < frame_end
    ]  # fmt: skip
    drafts = [
        Draft(spans=part.spans, kind=ClaimKind.CONTENT, attribution=attribution, subjectless=False, role=True)
        for part in inserts
    ]
    for spans in _spoken(text, one, lead + without(text, (start, end), inserts), sentence.language):
        drafts.append(Draft(spans=spans, kind=ClaimKind.SPEECH, attribution=inner, subjectless=one.speaker is None))  # noqa: PERF401 -- one statement a claim reads better
    if named:
        context.note_speaker(named)
    denies = regex.fullmatch(_DENIES, folded(one.verb)) is not None
    if one.whole and not denies:
        drafts.append(Draft(spans=one.content, kind=ClaimKind.CONTENT, attribution=inner, subjectless=False))
        return drafts
    for a, b in () if denies else one.content:
        a, b = trimmed_end(text, a, b)  # noqa: PLW2901 -- the mark at the end is no part of what was said
        pieces = (
            [(a + span.start, a + span.end) for span in split_sentences(text[a:b], sentence.language)]
            if one.direct
            else [(a, b)]
        )
        for first, last in pieces:
            begin, close = trimmed_end(text, first, last)
            if close - begin >= 6 and _worth_its_own(text[begin:close], sentence.language, direct=one.direct):
                drafts += _stretch(sentence, begin, close, inner, context, depth + 1, direct=one.direct)
    return drafts


def _spoken(text: str, one: Speech, whole: Spans, language: str) -> list[Spans]:
    """One speech claim a sentence of a quotation that holds several, each with the frame that names the speaker."""
    if not one.direct or len(one.content) != 1:
        return [whole]
    a, b = one.content[0]
    pieces = [(a + span.start, a + span.end) for span in split_sentences(text[a:b], language)]
    frame = bare(text, one.start, max(one.start, a - 1))
    if len(pieces) < 2 or frame[1] - frame[0] < 3:
        return [whole]
    first = (frame[0], trimmed_end(text, *pieces[0])[1])
    return [(first,), *((frame, trimmed_end(text, *piece)) for piece in pieces[1:])]


def _worth_its_own(text: str, language: str, *, direct: bool) -> bool:
    """Whether what was said can be checked besides that it was said."""
    worth = check_worthiness(text, language, attributed=True)
    if worth.category in {
        Worthiness.QUESTION,
        Worthiness.THANKS,
        Worthiness.FURNITURE,
        Worthiness.OPINION,
        Worthiness.RHETORIC,
    }:
        return False
    if not direct:
        return True
    if regex.search(rf"(?<!\w)(?:{grammar_of(language).words.first_person or '(?!)'})(?!\w)", folded(text)):
        return False  # "we know our machines": nobody but the speaker could bear it out
    return (
        worth.score >= 0.3 and any(token.verb for token in tokens_of(text, language))
        if grammar_of(language).words.verbs
        else True
    )


def _who(speaker: str, language: str, context: Context) -> str:
    """The speaker by name: a pronoun or nothing stands for the last one."""
    bare = folded(speaker).strip(" ،,")
    grammar = grammar_of(language)
    if not bare:
        return context.last_known() if context.told_by_capitals else context.speaker
    if grammar.pronoun.fullmatch(bare):
        return context.last_known()
    return speaker.strip(" ،,")


def _clauses(
    sentence: Sentence,
    start: int,
    end: int,
    attribution: Attribution | None,
    context: Context,  # noqa: ARG001
    *,
    direct: bool = False,
) -> list[Draft]:
    """The clauses of a stretch as drafts."""
    drafts = []
    for part in split_clauses(sentence.text, start, end, sentence.language):
        act = None if direct or part.kind not in {"clause", "predicate"} else _act(sentence, part, attribution)
        if act is not None:
            drafts.append(act)
            continue
        drafts.append(
            Draft(
                spans=part.spans,
                kind=ClaimKind.CONTENT,
                attribution=attribution,
                subjectless=part.subjectless or _dropped(sentence, part, start),
                direct=direct,
                role=part.kind in {"relative", "apposition"},
            )
        )
    return drafts


def _act(sentence: Sentence, part: Part, outer: Attribution | None) -> Draft | None:
    """The clause as an act of speech of its subject: "Die Universität wies das zurück"."""
    start, end = part.spans[0][0], part.spans[-1][1]
    joined = " ".join(sentence.text[a:b] for a, b in part.spans)
    found = act_of(joined, sentence.language)
    if found is None or end <= start:
        return None
    verb, close = found
    speaker = joined[:close].strip(" ,،，")
    if part.spans[0][1] - start < close and len(part.spans) > 1:
        close = part.spans[0][1] - start
    return Draft(
        spans=part.spans,
        kind=ClaimKind.SPEECH,
        attribution=Attribution(
            speaker=speaker,
            verb=verb,
            speaker_span=Span(start=sentence.start + start, end=sentence.start + start + close),
            outer=(*outer.outer, outer.speaker) if outer else (),
        ),
        subjectless=False,
    )


def _dropped(sentence: Sentence, part: Part, start: int) -> bool:
    """Whether a Spanish or Persian clause opens with its verb and names no subject."""
    if (
        sentence.language not in {"es", "fa"}
        or part.kind not in {"clause", "predicate"}
        or len(part.spans) > 1
        or part.spans[0][0] != start
    ):
        return False
    tokens = tokens_of(sentence.text[part.spans[0][0] : part.spans[0][1]], sentence.language)
    if not tokens or not tokens[0].verb:
        return False
    return sentence.language == "es" and len(tokens) > 1 and not tokens[1].sentence_case
