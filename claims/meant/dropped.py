"""Whether a claim's words open with a verb whose subject was told before."""

import regex

from claims.records import Sentence
from claims.tokens import grammar_of, tokens_of

_HAN_OPENERS = regex.compile(r"(?:并且|并|还|也|已经|已|将|曾|没有|未|由(?=.*?(?:建设|承建|创办|设计|主持|运营)))")
_NO_SUBJECT = frozenset({"hay", "habia", "hubo", "habra", "llueve", "parece", "hace", "hacia", "se"})


def opens_with_verb(sentence: Sentence, span: tuple[int, int]) -> bool:
    """Whether a Spanish or Chinese claim says at once what is done and names nobody.

    >>> from claims.records import BlockKind
    >>> one = Sentence(id="", article_id="", start=0, end=24, text="pero criticó al árbitro", language="es", block=BlockKind.BODY)
    >>> opens_with_verb(one, (0, 23))
    True
    """  # noqa: E501
    if sentence.language == "zh":
        return _HAN_OPENERS.match(sentence.text[span[0] : span[1]]) is not None
    if sentence.language != "es":
        return False
    grammar = grammar_of("es")
    inside = [one for one in tokens_of(sentence.text, "es") if span[0] <= one.start and one.end <= span[1] and one.word]
    while inside and (grammar.conjunction.fullmatch(inside[0].text) or grammar.adverb.fullmatch(inside[0].text)):
        inside.pop(0)
    if (
        len(inside) < 2
        or not inside[0].verb
        or inside[0].text in _NO_SUBJECT
        or grammar.determiner.fullmatch(inside[0].text)
    ):
        return False
    behind = inside[1]
    return not (
        behind.sentence_case
        or (behind.text in {"el", "los", "las", "un", "una", "la", "que"} and not inside[0].text.endswith(("o", "io")))
    )
