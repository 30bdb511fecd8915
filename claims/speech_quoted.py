"""Quotations beside verbs that no list holds, and sources told without a verb of saying."""

import regex

from claims.closed import compiled
from claims.folding import folded
from claims.lexicon import words_of
from claims.names import find_names
from claims.records import NameKind
from claims.speech_base import Speech, clause_end, trimmed
from claims.speech_inserted import bare_speaker
from claims.tokens import is_verb

_PRONOUNS = r"il|elle|ils|elles|on|er|sie|él|ella|ellos|ellas|он|она|они"
_BEHIND = regex.compile(
    r"[»”“\"]?\s*,?\s*[–—-]?\s*(?P<a>(?:a|ont|avait|ha|han|había|(?:s['’]|se\s)(?:est|sont|était|ha|han|había))(?:-(?:t-)?(?P<p1>il|elle|on))?\s+)?(?:s['’]|se\s)?(?P<q>\p{Ll}{3,})"
    rf"(?:-(?:t-)?(?P<p2>{_PRONOUNS})|\s+(?P<s>(?:{_PRONOUNS})(?!\p{{L}})|(?:(?:le|la|l['’]|les|el|los|las|un|una|une|der|die|das|ein|eine|sein|seine|ihr|ihre)\s*)?(?:\p{{Ll}}[\p{{L}}'’-]*\s+){{0,5}}\p{{Lu}}[^,;.:]*|(?:(?:le|la|l['’]|el)\s*|(?:une?|les|las|los|una)\s+)\p{{Ll}}[^,;.:]*))"
)
#: Spanish leaves the speaker out: "…”, resumió."
_ALONE = regex.compile(r"[»”\"]\s*,?\s*(?P<q>\p{Ll}{4,}(?:ó|a|e))\s*\.?$")
_SHORT = 12  #: letters from which on a quotation is more than a title
_NO_VERB = "comme|contre|entre|meme|presque|voire|notre|votre"
_COLON = regex.compile(r"\s*:\s*[«“„\"]?\s*$")
_SOURCE = {
    "de": regex.compile(
        r"(?:Aus|In|Von|Vonseiten|Bei|Beim|Im|Vom|Seitens)\s+(?P<s>[^,;]{3,50}?)\s+(?P<q>hieß|heißt)\s+es(?:\s+\p{Ll}+){0,2},\s+(?:dass\s+)?"
    ),
    "fr": regex.compile(
        r"(?P<q>Pour)\s+(?P<s>\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+){1,2})(?:,\s\p{Ll}[^,]{2,70})?,\s+"
    ),
    "es": regex.compile(r"(?P<q>Para)\s+(?P<s>\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+){1,2})(?:,\s\p{Ll}[^,]{2,70})?,\s+"),
}


#: what stands before the title of a medium that speaks
_MEDIUM = {
    "de": regex.compile(
        r"(?:^|(?<!\p{L})(?:[Ww]ie|hatten?|hat|haben)\s)(?:[Dd](?:er|ie|as)\s(?:\p{Lu}\p{L}+\s)?|\p{Lu}\p{L}+\s)$"
    ),
    "ru": regex.compile(
        r"(?:^|(?<!\p{L})(?:газет|издани|агентств|журнал|портал|телеканал|компани|холдинг|фирм)\p{Ll}*\s)$",
        regex.IGNORECASE,
    ),
}


def is_title(text: str, quote: tuple[int, int], verb: int, language: str) -> bool:
    """Whether words in quotation marks before a verb are whoever says it: "Die „Neue Post“ berichtete".

    Where a German or Russian quotation stands before its verb, a comma, a dash or its own mark parts them.
    """
    a, b = quote
    named = _MEDIUM.get(language)
    if named is None or b > verb or text[b - 1] in ",.!?…" or named.search(text[: a - 1]) is None:
        return False
    if text.startswith("назва", verb):
        return False  # "«Горькой ошибкой» назвал мэр …"
    words = compiled(r"\p{L}[\p{L}\p{M}’'-]*").findall(text[a:b])
    apart = compiled(r"[,–—.:!?]").search(text[b:verb]) is not None
    return (
        not apart
        and len(words) < 6
        and words[0][0].isupper()
        and not any(is_verb(folded(one), one, language) for one in words[1:])
    )


def named_source(text: str, flat: str, language: str) -> Speech | None:
    """In "Aus Dresden hieß es, man prüfe …" and "Pour Hélène Roux, le choix …" the source opens the sentence; a view told by "pour" is a judgement."""  # noqa: E501
    pattern = _SOURCE.get(language)
    match = pattern.match(text) if pattern is not None else None
    if match is None:
        return None
    if language != "de" and not any(
        one.kind is NameKind.PERSON and one.start == match.start("s") for one in find_names(text, language)
    ):
        return None
    content = trimmed(text, match.end(), clause_end(flat, match.end()))
    if content[1] - content[0] < 10:
        return None
    return Speech(
        start=0, end=content[1], content=(content,), speaker=match.span("s"), verb=match.group("q"), direct=False,
        opinion=language != "de",
    )  # fmt: skip


def quoted_by(text: str, flat: str, quotes: list[tuple[int, int]], language: str) -> Speech | None:
    """A quotation that opens its sentence with who says it behind, or closes it behind a colon: any verb will do."""
    if language not in {"fr", "es", "de", "ru", "tr"}:
        return None
    a, b = quotes[0]
    if a <= 2 and language != "tr" and len(quotes) == 1:
        return _said_behind(text, flat, (a, b), language)
    a, b = quotes[-1]
    lead = text[:a]
    if len(quotes) > 1 or not _COLON.search(lead) or compiled(r"\p{L}").search(text[b:]) or b - a < 12:
        return None
    names = [one for one in find_names(lead, language) if one.kind is not NameKind.PLACE]
    person = next((one for one in names if one.kind is NameKind.PERSON or one.role), names[0] if names else None)
    verb = next(
        (word for word in reversed(compiled(r"\p{L}+").findall(lead)) if is_verb(folded(word), word, language)), ""
    )
    if not verb:
        return None
    pronoun = compiled(r"(?:O|Он|Она|Они)(?=[\s,])").match(lead) if language in _TELLS_ONE_AND_ASKS else None
    speaker = (person.start, person.end) if person is not None else pronoun.span() if pronoun is not None else None
    if speaker is None:
        return None
    start = _last_clause(lead, language)
    return Speech(start=start, end=b + 1, content=(trimmed(text, a, b),), speaker=speaker, verb=verb, direct=True)


#: what joins the clause of a verb of saying to the one before it: "… bekliyor ve soruyor:", "приходит и спрашивает:"
_TELLS_ONE_AND_ASKS = {
    "tr": regex.compile(r"(?P<v>\p{Ll}+),?\s+(?:ve|ama|ancak|fakat)\s+(?=\p{L})"),
    "ru": regex.compile(r"\p{L},?\s+(?:и|а|но)\s+(?=(?P<v>\p{Ll}+))"),
}


def _last_clause(lead: str, language: str) -> int:
    """Where the clause begins that a quotation closes, behind another one of the same subject; 0 where there is none."""  # noqa: E501
    joint = _TELLS_ONE_AND_ASKS.get(language)
    if joint is None:
        return 0
    ends = [
        one.end()
        for one in joint.finditer(lead)
        if is_verb(folded(one.group("v")), one.group("v"), language)
        and any(
            is_verb(folded(word), word, language)
            for word in compiled(r"\p{L}+").findall(lead[: one.start() + 1 if language == "ru" else one.end("v")])
        )
    ]
    return max(ends, default=0)


_ASKED = regex.compile(r":\s*[«“„\"][^«»“”„\"]*\?\s*[»”“\"]\s*$")


def tells_who_asks(text: str, language: str) -> bool:
    """Whether a Turkish or Russian sentence closes with a question that its own verb tells: "… soruyor: “Kim kilitledi?”"."""  # noqa: E501
    asked = _ASKED.search(text) if language in {"ru", "tr"} else None
    return asked is not None and any(
        is_verb(folded(one), one, language) for one in compiled(r"\p{L}+").findall(text[: asked.start()])
    )


def _by_its_place(text: str, match: "regex.Match[str]", quote: tuple[int, int], language: str) -> bool:
    """Whether a French word is a verb since a pronoun hangs on it, or its subject stands behind it: "avoue-t-elle", "sourit une retraitée"."""  # noqa: E501
    if language != "fr" or quote[1] - quote[0] < _SHORT:
        return False
    if match.group("p2") or compiled(r"(?:s['’]|se\s)$").search(text, quote[1], match.start("q")):
        return True
    words, verb = words_of(language), folded(match.group("q"))
    closed = f"{words.adverb or '(?!)'}|{words.determiner or '(?!)'}|{words.subordinate or '(?!)'}|{_NO_VERB}"
    return verb.endswith(("e", "it")) and compiled(closed).fullmatch(verb) is None


def _said_behind(text: str, flat: str, quote: tuple[int, int], language: str) -> Speech | None:
    """Verb and speaker behind a quotation: "« … », a réagi Yannick Roux"."""
    alone = _ALONE.match(text, quote[1]) if language == "es" else None
    if alone is not None and is_verb(folded(alone.group("q")), alone.group("q"), language):
        start, end = max(0, quote[0] - 1), clause_end(flat, alone.end())
        return Speech(start=start, end=end, content=(trimmed(text, *quote),), speaker=None, verb=alone.group("q"), direct=True)  # noqa: E501  # fmt: skip
    match = _BEHIND.match(text, quote[1])
    if match is None or "," not in text[quote[1] : match.start("q")]:
        return None
    verb = match.group("q")
    participle = match.group("a") and compiled(r"(?:é|i|u|is|it|ado|ido|to|cho)$").search(verb)
    if not participle and not is_verb(folded(verb), verb, language) and not _by_its_place(text, match, quote, language):
        return None
    if compiled(words_of(language).preposition or "(?!)").fullmatch(folded(verb)):
        return None
    group = next(name for name in ("p1", "p2", "s") if match.group(name))
    end = clause_end(flat, match.end())
    speaker = bare_speaker(text, trimmed(text, *match.span(group)), flat, language)
    return Speech(
        start=max(0, quote[0] - 1), end=end, content=(trimmed(text, *quote),), speaker=speaker, verb=verb, direct=True
    )
