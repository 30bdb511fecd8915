"""A statement without its clauses of reason, purpose and request: what those deny or foresee, it does not."""

import regex

from claims.tokens import grammar_of, tokens_of

#: what opens such a clause, up to the next comma; what stands before it must have a verb
_ASIDES = {
    "en": r",? (?:because(?! of)|so that) [^,;]*"
    r"|(?<=(?:ask|demand|order|request|urg|recommend|insist)(?:ed|s)? (?:[\w'’-]+ ){0,4})that [^,;]*",
    "de": r"(?:,? sondern|,) (?:weil|da|zumal|denn) [^,;]*"
    r"|, damit (?!(?:ist|sind|war|waren|hat|haben|hatte|wird|werden|wurde|will|soll|kann|sei|liegt|steht|bleibt|gilt|geht) )[^,;]*"  # noqa: E501
    r"|(?<=(?:forder|verlang|bat|baten|bitte)\p{l}*(?: [^\s,]+){0,5}), dass [^,;]*",
    "fr": r",? (?:parce qu|puisqu|pour qu|afin qu)['’e][^,;]*|, car [^,;]*"
    r"|(?<=(?:demand|exig|ordonn|recommand)\p{l}+(?: [^\s,]+){0,5}) qu['’e][^,;]*",
    "es": r",? (?:porque|ya que|puesto que|para que|a fin de que) [^,;]*"
    r"|(?<=(?:pid|ped|exig|orden|rog|recomend|solicit)\p{l}+(?: [^\s,]+){0,4}) que [^,;]*",
    "ru": r",? (?:потому что|так как|поскольку|для того, чтобы|чтобы) [^,;]*",
    "ar": r"،? (?:لأن\p{L}*|كي لا|لكي لا|كيلا|حتى لا|لئلا) [^،;]*",
    "fa": r"،? (?:چون|زیرا) [^،;]*",
    "tr": r",? çünkü [^,;]*",
    "zh": r"[，,](?:因为|由于|以免|以便)[^，,。；]*",
}
_PATTERNS = {language: regex.compile(pattern) for language, pattern in _ASIDES.items()}


def without_asides(text: str, language: str) -> str:
    """The words without what gives a reason, an aim or a request, where a verb stands before it.

    >>> without_asides("She left, because nobody paid her", "en")
    'She left'
    """
    pattern = _PATTERNS.get(language)
    found = pattern.search(text) if pattern else None
    while found:
        if found.start() and _told(text[: found.start()], language):
            text = text[: found.start()] + text[found.end() :]
            found = pattern.search(text, found.start()) if pattern else None
        else:
            found = pattern.search(text, found.end()) if pattern else None
    return text


def _told(before: str, language: str) -> bool:
    """Whether a verb stands in these words."""
    if language == "zh":
        return regex.search(grammar_of("zh").words.verbs, before) is not None
    return any(token.verb for token in tokens_of(before, language))
