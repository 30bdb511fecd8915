"""A claim's words without the clauses that hang on them: what they deny or foresee, the claim does not."""

from functools import cache

import regex

from claims.folding import folded
from claims.tokens import Grammar, Token, grammar_of, tokens_of

_TREELESS = frozenset({"fr", "es", "de", "ru"})
_BEFORE_THAT = {"fr": frozenset({"que", "qu"}), "es": frozenset({"que"})}
#: words behind which "que" opens what is said, or compares
_SO = frozenset("tan tanto tanta tantos tantas hace mas menos si tellement tant plus moins aussi autant".split())  # noqa: SIM905
#: denied infinitives: "reprocher de ne pas avoir déclaré", "no haber declarado", "решил не повышать"
_DENIED_INFINITIVE = {
    "fr": r"(?:de |d'|a |pour |sans )ne (?:pas|plus|jamais|rien)(?: y| en| se| l'| le| la| les| lui| s'){0,2} ?\p{l}+(?:er|ir|re|oir)(?!\p{l})",  # noqa: E501
    "es": r"(?<!\p{l})no (?:haber|\p{l}+[aei]r(?:se|lo|la|los|las|le)?)(?!\p{l})",
    "de": r", (?:[^,]{0,60}? )?(?:nicht|nichts|keinen?)(?: \p{l}+){0,6} (?:zu \p{l}+n|\p{l}+zu\p{l}+en)(?= ?(?:[,.;]|$))",  # noqa: E501
    "ru": r"(?<!\p{l})не \p{l}+(?:ть|ти|чь)(?:ся|сь)?(?!\p{l})",
}
#: "ne … que" says "only"; "pas" between the two would deny
_ONLY = regex.compile(
    r"(?<!\p{l})(?:ne |n')(?P<x>(?:(?!(?:pas|plus|jamais|rien|aucune?|personne|ni|point)(?!\p{l}))[\p{l}'-]+ ){1,6}?qu(?=e |'))"  # noqa: E501
)


@cache
def _denied_infinitive(language: str) -> "regex.Pattern[str]":
    return regex.compile(_DENIED_INFINITIVE.get(language, "(?!)"))


def main_clause(text: str, language: str) -> str:
    """The folded words with what hangs on them left out, as far as commas, pronouns and verbs tell."""
    flat = folded(text).replace("’", "'")
    if language not in _TREELESS:
        return flat
    tokens = tokens_of(text, language)
    grammar = grammar_of(language)
    main = next((at for at, one in enumerate(tokens) if one.verb and not _noun(tokens, at, grammar, language)), -1)
    told = False  #: whether a verb was kept
    kept: list[str] = []
    at = 0
    while at < len(tokens):
        if at > 0 and _opens(tokens, at, grammar, language):
            at = _closes(tokens, at, main if told else len(tokens), language)
            continue
        told = told or (tokens[at].verb and not _noun(tokens, at, grammar, language))
        kept.append(tokens[at].text)
        at += 1
    if main >= 0 and not told:
        kept = [one.text for one in tokens]  # "the women, who were not silent": all of it is told
    flat = " ".join(kept).replace(" ' ", "'").replace(" ’ ", "'").replace(" - ", "-")
    if main >= 0:
        flat = _denied_infinitive(language).sub(" ", flat)
    return _ONLY.sub(r" \g<x>", flat) if language == "fr" else flat


def _noun(tokens: tuple[Token, ...], at: int, grammar: Grammar, language: str) -> bool:
    """Whether a word that may be a verb stands behind an article, as a noun does."""
    return at > 0 and language != "ru" and grammar.determiner.fullmatch(tokens[at - 1].text)


def _opens(tokens: tuple[Token, ...], at: int, grammar: Grammar, language: str) -> bool:
    """Whether a clause that hangs on a noun or verb begins here."""
    one, before = tokens[at], tokens[at - 1]
    if one.depth or not one.word:
        return False
    if language in {"de", "ru"}:
        if not before.comma:
            return False
        hangs = grammar.relative.fullmatch(one.text) or (
            grammar.subordinate.fullmatch(one.text) and one.text not in {"dass", "ob", "что", "если", "wenn", "falls"}
        )
        behind = tokens[at + 1 :]
        prepositional = (
            grammar.preposition.fullmatch(one.text) and behind and grammar.relative.fullmatch(behind[0].text)
        )
        closes = any(token.verb for token in behind)
        if language == "de" and hangs and grammar.relative.fullmatch(one.text):
            hangs = _german_relative(tokens, at)
        return bool((hangs or prepositional) and closes)
    if one.text in _BEFORE_THAT.get(language, ()):
        if any(grammar.say.fullmatch(token.text) or token.text in _SO for token in tokens[:at]):
            return before.comma
        # behind a noun it is "which"; behind a verb it opens what the verb says
        return before.comma or (before.word and not before.verb and not before.text.endswith(("ndo", "ant")) and _is_noun(tokens, at - 1, grammar))  # noqa: E501  # fmt: skip
    return bool(grammar.relative.fullmatch(one.text)) and (before.word or before.comma)


def _is_noun(tokens: tuple[Token, ...], at: int, grammar: Grammar) -> bool:
    """Whether a word can be the noun that "que" tells of: behind an article, or neither particle nor participle."""
    token = tokens[at]
    if at and grammar.determiner.fullmatch(tokens[at - 1].text):
        return True
    return not (
        grammar.adverb.fullmatch(token.text)
        or grammar.negation.fullmatch(token.text)
        or grammar.preposition.fullmatch(token.text)
        or grammar.conjunction.fullmatch(token.text)
        or regex.search(r"(?:é|ée|és|u|ado|ido|mas|plus|moins|menos|avant|antes|apres|despues|tant|tel)$", token.raw)
    )


def _german_relative(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the clause behind "der", "die", "das" ends with its verb, as no main clause does."""
    end = next((i for i in range(at + 1, len(tokens)) if tokens[i].comma), len(tokens))
    return end - 1 > at and tokens[end - 1].verb and not any(one.verb for one in tokens[at + 1 : max(at + 2, end - 2)])


def _closes(tokens: tuple[Token, ...], at: int, main: int, language: str) -> int:
    """Where a clause that hangs on another ends: at the comma behind its verb, else at the end."""
    verb = False
    for i in range(at + 1, len(tokens)):
        verb = verb or tokens[i].verb
        if tokens[i].comma and verb and (at < main or tokens[at - 1].comma or language in {"de", "ru"}):
            return i + 1
        if verb and at < main and not tokens[at - 1].comma:
            return i + 1  # "El puente que no fue reparado se cerró": what follows may be the main clause
    return len(tokens)
