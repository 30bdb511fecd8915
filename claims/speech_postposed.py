"""Content first, who said it behind it: "…, wies Föhr zurück", "…, a indiqué la préfecture", "…, the mayor said"."""

from collections.abc import Sequence

import regex

from claims.closed import compiled
from claims.folding import folded
from claims.lexicon import words_of
from claims.speech_base import Speech, trimmed
from claims.speech_inserted import bare_speaker
from claims.tokens import Token, grammar_of, is_verb, tokens_of

#: German verbs that say something with their particle alone: "stellte … fest"; "stellte das Verfahren ein" says nothing
_WITH_PARTICLE = {
    "g[aei]bt?|gaben": "bekannt|an|zu|zurück",
    "stell(?:t|te|ten)": "fest|klar",
    "hob|hebt": "hervor",
    "weist|wies": "hin|zurück|an",
    "schliesst|schließt": "",
    "hei[sß]t|hie[sß]": "",
    "raumten?": "ein",
    "teil(?:t|te|ten)": "mit",
    "zeigte|zeigt": "an",
}


def _lacks_particle(verb: str, behind: str) -> bool:
    """Whether a German verb stands without the particle that makes it one of saying."""
    needed = next((one for stem, one in _WITH_PARTICLE.items() if compiled(stem).fullmatch(verb)), None)
    return needed is not None and compiled(rf"\s(?:{folded(needed) or '(?!)'})\s*$").search(behind) is None


def noun_like(tokens: Sequence[Token], at: int, language: str) -> bool:
    """Whether a word that may be a verb stands behind an article or preposition, as a noun does."""
    grammar = grammar_of(language)
    before = tokens[at - 1].text if at else ""
    return bool(
        language in {"fr", "es", "de"}
        and (grammar.determiner.fullmatch(before) or grammar.preposition.fullmatch(before))
        and not grammar.pronoun.fullmatch(before)
    )


def said_behind(text: str, flat: str, match: "regex.Match[str]", end: int, language: str) -> Speech | None:  # noqa: PLR0911
    """Content first, then who said it: "..., a précisé son vice-président", "..., sagte Föhr", "..., the mayor said"."""  # noqa: E501
    if language == "de" and (told := _says_it(text, flat, match, end)) is not None:
        return told
    before = flat[: match.start("q")]
    lead = regex.search(
        r",\s*(?:»|\")?\s*(?P<a>(?:a|ont|avait|ha|han|hat|haben|has|have|а|так)\s+)?(?P<s>(?:the |el |la |le |der |die |)(?:\p{L}+\s+){0,4})$",  # noqa: E501
        before,
    )
    if lead is None or lead.start() < 12:
        return None
    # "X, die den Ort besuchte, kündigte …": the verb of a relative clause is no clause to be reported
    beside = compiled(rf",\s+(?:{words_of(language).relative or '(?!)'})(?!\w)").search(flat[: lead.start()])
    said = tokens_of(text[: beside.start() if beside else lead.start()], language)
    if not any(token.verb and not noun_like(said, at, language) for at, token in enumerate(said)):
        return None
    subject = lead.group("s").strip()
    if subject:
        if (
            language not in {"en", "ru"}
            or end - match.end() > 3
            or is_verb(subject.split()[0], subject.split()[0], language)
            or compiled(r"(?:who|which|and|but|but|or)(?!\w)").match(subject)
        ):
            return None
        speaker: tuple[int, int] | None = trimmed(text, lead.start("s"), match.start("q"))
    else:
        comma = flat.find(",", match.end())
        if comma > 0 and compiled(rf",\s+(?:{words_of(language).relative or '(?!)'})(?!\w)").match(flat[comma:]):
            end = comma
        if (
            end - match.end() < 3
            or end - match.end() > 90
            or (language == "en" and not text[match.end() : match.end() + 2].strip())
        ):
            return None
        speaker = bare_speaker(text, trimmed(text, match.end(), end), flat, language)
        tail = text[speaker[0] : speaker[1]]
        words = words_of(language)
        if any(
            is_verb(folded(word), word, language)
            for word in compiled(r"\p{L}+(?!\s\p{Lu})" if language == "de" else r"\p{L}+").findall(tail)[1:]
            if word.islower() or language == "fa"
        ) or compiled(
            rf"(?:{words.preposition or '(?!)'}|{words.that or '(?!)'}|{words.adverb or '(?!)'}|\p{{N}})(?!\w)"
        ).match(flat[speaker[0] : speaker[1]]):
            return None
    if language == "de" and _lacks_particle(match.group("q"), flat[match.end() : end]):
        return None  # "gaben sie das Glockenspiel in Auftrag": nothing is said there
    content = trimmed(text, 0, lead.start())
    return Speech(start=content[0], end=end, content=(content,), speaker=speaker, verb=match.group("q"), direct=False)


_IT_SAYS = regex.compile(
    r"\s+es\s+(?:am\s+\p{l}+\s+)?(?:in|im|aus|von|vonseiten|bei|beim|seitens)\s+(?P<s>[^,;]{3,60})$"
)


def _says_it(text: str, flat: str, match: "regex.Match[str]", end: int) -> Speech | None:
    """As in "Die Behörde habe das ignoriert, heißt es in dem Gutachten": the source stands behind its preposition."""
    behind = _IT_SAYS.match(flat[match.end() : end])
    content = trimmed(text, 0, match.start("q"))
    if behind is None or not flat[: match.start("q")].rstrip().endswith(",") or content[1] - content[0] < 12:
        return None
    speaker = (match.end() + behind.start("s"), match.end() + behind.end("s"))
    return Speech(start=content[0], end=end, content=(content,), speaker=speaker, verb=match.group("q"), direct=False)
