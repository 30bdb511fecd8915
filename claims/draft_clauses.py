"""The clauses of a stretch as drafts, by rules without a parse: each an assertion or an act of speech."""

from claims.clauses import Part, split_clauses
from claims.draft import Draft
from claims.records import Attribution, ClaimKind, Sentence, Span
from claims.speech_acts import act_of
from claims.tokens import tokens_of


def clause_drafts(
    sentence: Sentence,
    start: int,
    end: int,
    attribution: Attribution | None,
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
