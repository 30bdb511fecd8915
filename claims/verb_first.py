"""Whether a verb opens a condition, where no word says "if"."""

import regex

from claims.tokens import Token, grammar_of, tokens_of

_NEVER = regex.compile("(?!)")
_OPENED = {
    "en": regex.compile(
        r"(?i)^\W*(?:(?:should|were) (?:the|a|an|it|he|she|they|this|that|any|no|\w+s) [^,]*, "
        r"|had (?:the|a|an|it|he|she|they|this|that|any|no|not|\w+s) [^,]*, (?=.*\b(?:would|could|might)\b))"
    ),
    "de": regex.compile(
        r"^\W*\p{l}+ [^,]+, (?:so |dann )?(?:(?:müsste|könnte|würde|dürfte|sollte|hätte|wäre)n?|wird|werden|"
        r"muss|müssen|soll|sollen|droht|drohen|will|wollen|kann|können|darf|dürfen|ist|sind|hat|haben|gibt|gilt|bleibt|bleiben|"
        r"steigt|steigen|sinkt|sinken|fällt|fallen|kommt|kommen|geht|gehen|steht|stehen|verliert|erhält|erhalten)(?!\w)"
    ),
    "es": regex.compile(r"(?i)^\W*de (?:no )?\p{l}+[aei]r(?:se|lo|la)? [^,]*, "),
    "ar": regex.compile(r"^\W*[وف]?إن \p{L}"),
}
_GERMAN_VERB = regex.compile(r"\p{l}{3,}[tn]")


def opened_by_verb(text: str, language: str) -> bool:
    """Whether a verb opens a condition, and none of saying.

    >>> opened_by_verb("Bleiben die Zahlen niedrig, will das Land kürzen", "de")
    True
    >>> opened_by_verb("Verletzt wurden drei Kinder, wird berichtet", "de")
    False
    """
    if not _OPENED.get(language, _NEVER).search(text):
        return False
    if language in {"en", "es"}:
        return True
    words = [one for one in tokens_of(text, language) if one.word][:2]
    if len(words) < 2:
        return False
    first, second = words
    if language == "ar":  # "إن" before a noun only stresses
        return second.verb and not second.raw.endswith(("ة", "ات")) and not second.raw.startswith("ال")
    return not second.verb and _german_verb(first)


def _german_verb(word: Token) -> bool:
    """Whether a German sentence that opens with the word, and goes on behind a comma with a verb, opens with a verb."""
    grammar = grammar_of("de")
    if grammar.say.fullmatch(word.text):
        return False
    other = (grammar.preposition, grammar.subordinate, grammar.conjunction, grammar.adverb, grammar.determiner)
    return word.verb or bool(
        _GERMAN_VERB.fullmatch(word.text) and not any(pattern.fullmatch(word.text) for pattern in other)
    )
