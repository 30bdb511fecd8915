"""Whether what somebody said is a claim of its own."""

import regex

from claims.checkworthy import check_worthiness
from claims.closed import compiled
from claims.folding import folded
from claims.records import Worthiness
from claims.tokens import grammar_of, tokens_of

_JUDGES = regex.compile(
    r"\W*(?:(?:mais |et )?(?:c'est|ce n'est|ce sont|ca |cela )|(?:das|dies|es) (?:ist|war|ware|sind|bleibt)\s|(?:eso|esto|ello) (?:es|no es|fue)|"  # noqa: E501
    r"(?:pero |y )?(?:es|no es|fue) un[ao]?\s|это\s|это[,—]|bu (?:bir )?|这(?:是|不是|就是)|那(?:是|不是))"
)


def worth_its_own(text: str, language: str, *, direct: bool) -> bool:
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
    if compiled(rf"(?<!\w)(?:{grammar_of(language).words.first_person or '(?!)'})(?!\w)").search(folded(text)):
        return False  # "we know our machines": nobody but the speaker could bear it out
    if _JUDGES.match(folded(text)):
        return False  # "that is no victory": a judgement of what was told before
    return (
        worth.score >= 0.3 and any(token.verb for token in tokens_of(text, language))
        if grammar_of(language).words.verbs
        else True
    )
