"""A claim that names its own speaker is the article's word: "Mokoena, who denies it, resigned" is not said by Mokoena.

People seldom speak of themselves by name; whoever does so in a quotation is left alone. Read in scripts with capitals.
"""

from dataclasses import replace

import regex

from claims.draft import Draft
from claims.records import ClaimKind, Sentence

_NAME = regex.compile(r"\b\p{Lu}[\p{L}\p{M}]{3,}")


def without_own_word(draft: Draft, sentence: Sentence) -> Draft:
    """The draft without its speaker where its words name that person themselves."""
    said = draft.attribution
    if said is None or draft.kind is ClaimKind.SPEECH or draft.direct:
        return draft
    names = _NAME.findall(said.speaker)
    own = (said.speaker_span.start - sentence.start, said.speaker_span.end - sentence.start)
    told = [
        word.group()
        for start, end in draft.spans
        for word in _NAME.finditer(sentence.text, start, end)
        if not own[0] <= word.start() < own[1]
    ]
    return replace(draft, attribution=None) if names and names[-1] in told else draft
