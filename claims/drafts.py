"""A sentence -> drafts of claims: what it asserts, under whoever says it."""

from dataclasses import replace

from claims.arabic.assertions import arabic_drafts
from claims.checkworthy import DROPPED, check_worthiness
from claims.clause_base import Spans
from claims.clauses import split_clauses
from claims.closed import compiled
from claims.draft import Draft
from claims.draft_lead import lead_in
from claims.draft_rest import with_speaker
from claims.draft_spans import bare, trimmed_end, without
from claims.draft_speakers import (
    DEMANDS,
    DENIES,
    act_draft,
    announces,
    continued,
    is_dropped,
    note_speaker,
    quoted_whole,
    reported,
    who,
)
from claims.editor import edited
from claims.folding import folded
from claims.learnt_drafts import learnt_drafts
from claims.lexicon import words_of
from claims.made_whole import made_whole
from claims.mended_subjects import with_corrected
from claims.names import find_names
from claims.records import Attribution, ClaimKind, NameKind, Sentence, Span, Worthiness
from claims.roles import event_spans, role_spans
from claims.sentences import split_sentences
from claims.speaker_words import bare_words
from claims.speech import Speech, find_speech, trimmed
from claims.speech_joined import joint_before, with_day
from claims.speech_other import PARTICIPLE_BEFORE
from claims.speech_quoted import tells_who_asks
from claims.speech_subjects import opening_of
from claims.spoken_worth import worth_its_own
from claims.standing import Context
from claims.tokens import tokens_of
from claims.tree_drafts import tree_drafts

_MAX_NESTING = 3
_JOINING = {"fa": (" و",), "tr": (" ve", " ama", " ancak", " fakat")}


def drafts_of(sentence: Sentence, context: Context) -> list[Draft]:
    """What one sentence asserts."""
    inherited = continued(sentence.text, context)
    ruled = _ruled(sentence, inherited, context)
    seen = context.found.get(sentence.text)
    unread = seen is None or not seen.told or not ruled
    drafts = ruled if seen is None or unread else learnt_drafts(sentence, seen, ruled, inherited, context)
    drafts = made_whole(drafts, sentence, context)
    drafts = drafts if seen is None or unread else edited(drafts, sentence, seen)
    return with_corrected(drafts, sentence.text, sentence.language)


def _ruled(sentence: Sentence, inherited: Attribution | None, context: Context) -> list[Draft]:
    """What one sentence asserts by the rules."""
    text, language = sentence.text, sentence.language
    if language == "ar":
        return arabic_drafts(text, context, inherited, sentence.start)
    worth = check_worthiness(text, language)
    speeches = find_speech(text, language)
    asks = worth.category is Worthiness.QUESTION and not tells_who_asks(text, language)
    if (asks or worth.category in {Worthiness.THANKS, Worthiness.FURNITURE}) and not inherited:
        return []
    if (
        (asks or worth.category in DROPPED - {Worthiness.RHETORIC, Worthiness.QUESTION})
        and not speeches
        and not inherited
    ):
        return []
    parsed = tree_drafts(sentence, inherited, context)
    if parsed is not None:
        return parsed
    if quoted_whole(text) and not speeches and (inherited is None or not worth_its_own(text, language, direct=True)):
        return []  # whose word it is stands nowhere near, or nobody else could bear it out
    begin = lead_in(text, language, first=context.turn == 1)
    drafts = _stretch(
        sentence, *trimmed_end(text, begin, len(text)), inherited, context, 0, direct=inherited is not None
    )
    drafts += [
        Draft(spans=spans, kind=ClaimKind.CONTENT, attribution=None, subjectless=False, role=True)
        for spans in role_spans(text, language)
    ]
    held = [d.spans for d in drafts]
    for span in event_spans(text, language):
        if (span,) not in held:
            drafts.append(Draft(spans=(span,), kind=ClaimKind.CONTENT, attribution=None, subjectless=False, role=True))
    return drafts


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
            if one.speaker is not None and one.speaker == shared and one.content and one.content[0][0] >= at:
                one = replace(one, start=one.content[0][0])  # noqa: PLW2901 -- the subject of both stands in the first
            elif one.speaker is None and one.end > at and one.content:
                one = replace(one, start=max(at, one.start))  # noqa: PLW2901 -- the frame begins where the last speech ended
            else:
                continue
        if one.speaker and sentence.language == "tr" and PARTICIPLE_BEFORE.search(text[at : one.speaker[0]]):
            told = ((at, one.speaker[1]),)
            drafts.append(
                Draft(spans=told, kind=ClaimKind.CONTENT, attribution=attribution, subjectless=False, role=True)
            )
        else:
            before = _leftover(sentence, at, one.start, attribution, context)
            drafts += before
            shared = shared or (_acted(sentence, before) if one.speaker is None and language == "de" else None)
        if one.speaker and at < one.speaker[0] == at + opening_of(text[at:end], language):
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
    if sentence.language in _JOINING and sentence.text.endswith(_JOINING[sentence.language], start, end):
        end = sentence.text.rindex(" ", start, end)  # what joins the second act
    if sentence.language == "zh":
        if end - start < 8 or not compiled(words_of("zh").verbs).search(sentence.text[start:end]):
            return []
    elif end - start < 12 or not any(token.verb for token in tokens_of(sentence.text[start:end], sentence.language)):
        return []
    return _clauses(sentence, start, end, attribution, context)


def _acted(sentence: Sentence, drafts: list[Draft]) -> tuple[int, int] | None:
    """Who speaks in the last of some drafts: "hält den Plan für falsch, warnt aber vor Eile" has one subject."""
    acts = [one.attribution for one in drafts if one.kind is ClaimKind.SPEECH and one.attribution is not None]
    if not acts or acts[-1].speaker_span.start < sentence.start:
        return None
    return acts[-1].speaker_span.start - sentence.start, acts[-1].speaker_span.end - sentence.start


def _shifted(one: Speech, by: int) -> Speech:
    """The same speech in offsets of the sentence."""
    return replace(
        one, start=one.start + by, end=one.end + by, content=tuple((a + by, b + by) for a, b in one.content),
        speaker=None if one.speaker is None else (one.speaker[0] + by, one.speaker[1] + by),
    )  # fmt: skip


def _speech(  # noqa: C901 -- what one act of speaking tells, step by step
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
    if one.speaker is not None and one.speaker[1] < one.start:
        lead = (with_day(text, one.speaker, one.start, sentence.language),)
    if one.speaker is None and shared is not None and shared[1] <= one.start:
        one = replace(one, speaker=shared)
        lead = (shared,)
        one = replace(one, start=one.start + joint_before(text[one.start :], sentence.language))
    if one.speaker is not None:
        one = replace(one, speaker=bare_words(text, one.speaker, sentence.language))
    speaker = text[slice(*one.speaker)] if one.speaker is not None else ""
    named = who(speaker, sentence.language, context)
    if speaker and named != speaker.strip(" ،,") and one.start > 0:
        beside = [n for n in find_names(text[: one.start], sentence.language) if n.kind is NameKind.PERSON]
        named = beside[-1].text if beside else named  # "un argument que conteste Yann Derrien : selon lui, …"
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
    frame_start = one.content[-1][1] if one.content else end
    inserts = [
        part for part in split_clauses(text, start, end, sentence.language)
        if part.kind in {"relative", "apposition"} and ((part.spans[-1][1] <= frame_end and one.start < frame_end) or part.spans[0][0] >= frame_start > one.start)  # noqa: E501
    ]  # fmt: skip
    drafts = [
        Draft(
            spans=_of_speaker(part.spans, one, sentence.language), kind=ClaimKind.CONTENT, attribution=attribution,
            subjectless=False, role=True,
        )
        for part in inserts
    ]  # fmt: skip
    for spans in _spoken(text, one, lead + without(text, (start, end), inserts), sentence.language):
        drafts.append(Draft(spans=spans, kind=ClaimKind.SPEECH, attribution=inner, subjectless=one.speaker is None))  # noqa: PERF401 -- one statement a claim reads better
    if named:
        note_speaker(named, sentence.language, context)
    denies = one.opinion or compiled(f"{DENIES}|{DEMANDS}").fullmatch(folded(one.verb)) is not None
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
            if close - begin >= 6 and worth_its_own(text[begin:close], sentence.language, direct=one.direct):
                drafts += _stretch(sentence, begin, close, inner, context, depth + 1, direct=one.direct)
    return drafts


def _of_speaker(spans: Spans, one: Speech, language: str) -> Spans:
    """What is told of a Persian speaker, without the words that name him as the source: "به گفته [نگار کیا، پزشک]"."""
    start, end = spans[0]
    begin = one.speaker[0] if language == "fa" and one.speaker is not None else start
    return ((begin, end), *spans[1:]) if start < begin < end else spans


def _spoken(text: str, one: Speech, whole: Spans, language: str) -> list[Spans]:
    """One speech claim a sentence of a quotation that holds several, each with the frame that names the speaker."""
    if not one.direct or len(one.content) != 1:
        return [whole]
    a, b = one.content[0]
    pieces = [(a + span.start, a + span.end) for span in split_sentences(text[a:b], language)]
    frame = bare(text, one.start, max(one.start, a - 1))
    tail = bare(text, min(b + 1, one.end), one.end)
    if len(pieces) > 1 and frame[1] - frame[0] >= 3 and compiled(r"\p{L}").search(text[slice(*tail)]):
        return [(frame, trimmed_end(text, *piece), tail) for piece in pieces]
    if len(pieces) < 2 or frame[1] - frame[0] < 3:
        return [whole]
    first = (frame[0], trimmed_end(text, *pieces[0])[1])
    return [(first,), *((frame, trimmed_end(text, *piece)) for piece in pieces[1:])]


def _clauses(
    sentence: Sentence,
    start: int,
    end: int,
    attribution: Attribution | None,
    context: Context,
    *,
    direct: bool = False,
) -> list[Draft]:
    """The clauses of a stretch as drafts."""
    drafts = []
    carried: Attribution | None = None
    for part in split_clauses(sentence.text, start, end, sentence.language):
        act = None if direct or part.kind not in {"clause", "predicate"} else act_draft(sentence, part, attribution)
        if act is not None:
            if act.attribution is not None:
                note_speaker(who(act.attribution.speaker, sentence.language, context), sentence.language, context)
            if not announces(sentence, act):
                drafts.append(act)
                continue
        told = attribution
        if told is None and not direct and part.kind in {"clause", "predicate"}:
            mood, own = reported(" ".join(sentence.text[a:b] for a, b in part.spans), context, sentence.language)
            if mood and own is None:
                continue  # somebody's word, and nobody told whose
            carried = own or carried  # what follows in the sentence is that one's word as well
            told = carried
        drafts.append(
            Draft(
                spans=part.spans,
                kind=ClaimKind.CONTENT,
                attribution=told,
                subjectless=part.subjectless or is_dropped(sentence, part, start),
                direct=direct,
                role=part.kind in {"relative", "apposition"},
            )
        )
    return drafts
