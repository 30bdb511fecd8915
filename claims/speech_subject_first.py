"""Languages whose subject stands before the verb: subject, verb, that, content; quotations; content first."""

import regex

from claims.lexicon import words_of
from claims.speech_base import Patterns, Speech, clause_end, trimmed
from claims.speech_inserted import bare_speaker
from claims.speech_postposed import noun_like, said_behind
from claims.tokens import grammar_of, is_verb, tokens_of

#: Persian verbs behind which the content may follow without که
_FA_BARE = regex.compile(
    r"(?:گفت|گفته|گفتند|افزود|افزودند|نوشت|نوشته|می\W?گو[یي]د|اعلام [كک]رد|خبر داد|تا[كک]يد [كک]رد)(?: است| بود)?"
)
OPENING_PARTICIPLE = {
    "fr": r"\p{Lu}\p{Ll}+(?:é|ée|és|ées|ue?|ie?) [^,]{2,70}, ",
    "es": r"\p{Lu}\p{Ll}+(?:ad[oa]s?|id[oa]s?) [^,]{2,70}, ",
}


def subject_first_speech(  # noqa: C901
    text: str,
    flat: str,
    match: "regex.Match[str]",
    patterns: Patterns,
    quotes: list[tuple[int, int]],
    language: str,
) -> Speech | None:
    """Subject, verb, (that) content; quotation with its speaker on either side."""
    end = clause_end(flat, match.end())
    added = regex.search(
        r",\s+(?:adding|noting|stressing|warning|insisting|arguing|claiming|explaining)\s+that\s", flat[match.end() :]
    )
    if added:
        end = match.end() + added.start()
    direct = _direct(text, flat, match, quotes, end, language)
    if direct is not None:
        return direct
    that = patterns["that"]
    window = flat[match.end() : match.end() + 170]
    hit = that.search(window) if that else None
    if hit and (len(regex.findall(r"\w+", window[: hit.start()])) > 14 or regex.search(r"[.;]", window[: hit.start()])):
        hit = None
    if hit and any(
        is_verb(word, word, language)
        for word in regex.findall(r"\p{L}+", window[: hit.start()])
        if language in {"en", "fr", "es", "ru"} and word not in {"reporters", "told"}
    ):
        hit = None
    if hit and language in {"fr", "es"} and regex.match(r"\s*(?:ce|lo)\s*$", window[: hit.start()]):
        hit = None
    if hit is None:
        postposed = said_behind(text, flat, match, end, language)
        if postposed is not None:
            return postposed
        return _without_that(text, flat, match, end, language)
    elided = flat[match.end() + hit.end() : match.end() + hit.end() + 1] in {"'", "’"}
    content = trimmed(text, match.end() + hit.end() + elided, end)
    if content[1] - content[0] < 6:
        return None
    speaker, begin = _subject(text, flat, match.start("q"), language)
    told = window[: hit.start()]
    behind = regex.match(r"\s*-?\s*(?:t-)?\s*$", told)
    if speaker is None and not behind and language in {"de", "fr"}:
        speaker = trimmed(text, match.end(), match.end() + hit.start())
        if speaker[1] - speaker[0] > 50 or speaker[1] - speaker[0] < 2:
            speaker = None
    content = (content[0], _content_end(flat, content[0], content[1], language))
    return Speech(
        start=begin,
        end=content[1],
        content=(trimmed(text, *content),),
        speaker=speaker,
        verb=match.group("q"),
        direct=False,
    )


def _content_end(flat: str, start: int, end: int, language: str) -> int:
    """Where reported content stops inside the sentence: ", but he criticised ..."."""
    words = words_of(language)
    back = {"de": r",\s+und", "ru": r",\s+и", "es": r"\s+[ye]", "fr": r"\s+et(?:\s+(?:a|ont))?"}.get(language, "(?!)")
    stop = regex.search(rf"{back}\s+(?:{words.say})(?!\w)", flat[start:end]) or regex.search(
        rf",\s+(?:but|mais|pero|aber|но|а|اما|ولی)\s+(?:(?:he|she|they|il|elle|er|sie|он|она|\p{{L}}+)\s+)?(?:{words.say})(?!\w)",
        flat[start:end],
    )
    return start + stop.start() if stop else end


def _direct(
    text: str, flat: str, match: "regex.Match[str]", quotes: list[tuple[int, int]], end: int, language: str
) -> Speech | None:
    """A quotation whose verb of saying stands right before or behind it."""
    for a, b in quotes:
        if b - a < 12 and len(regex.findall(r"\w+", flat[a:b])) < 3:
            continue
        gap_behind = flat[b : match.start("q")]
        if (
            b <= match.start("q")
            and match.start("q") - b < 70
            and not regex.search(r"[.;,]\s", gap_behind.lstrip(' »”",“«'))
        ):
            verb_first = not regex.findall(
                r"\p{L}+", regex.sub(r"(?<!\w)(?:a|ha|hat|ont|had|has)(?!\w)", "", gap_behind)
            ) or regex.fullmatch(r"\W*a-t-(?:il|elle|on)\W*", gap_behind)
            pronoun = (
                regex.search(r"(?<!\w)(?:t-)?(?P<p>il|elle|on|ils|elles)\W*$", gap_behind) if language == "fr" else None
            )
            speaker = (
                (b + pronoun.start("p"), b + pronoun.end("p"))
                if pronoun
                else _behind_verb(text, flat, match.end(), end, language)
                if verb_first
                else None
            )
            if speaker is None:
                found = trimmed(text, b + 1, match.start("q"))
                speaker = (
                    found
                    if found[1] - found[0] > 1
                    and not regex.fullmatch(r"a-t-|a|y|,|да|t|ha|has|have", flat[found[0] : found[1]])
                    else None
                )
            whole = (max(0, a - 1), end)
            lead = trimmed(text, 0, max(0, a - 1))
            start = whole[0] if lead[1] - lead[0] < 2 else lead[0]
            return Speech(
                start=start,
                end=end,
                content=(trimmed(text, a, b),),
                speaker=speaker,
                verb=match.group("q"),
                direct=True,
            )
        gap = flat[match.end() : a]
        if (
            match.end() <= a
            and a - match.end() < 60
            and (regex.search(r"[:：]\s*[“«\"„「]?$", gap) or len(regex.findall(r"\p{L}+", gap)) <= 1)
        ):
            speaker, begin = _subject(text, flat, match.start("q"), language)
            return Speech(
                start=begin,
                end=min(len(text), b + 1),
                content=(trimmed(text, a, b),),
                speaker=speaker,
                verb=match.group("q"),
                direct=True,
            )
    return None


def _behind_verb(text: str, flat: str, start: int, end: int, language: str) -> tuple[int, int] | None:
    """A speaker behind the verb: « ... », a-t-elle déclaré; »...«, sagte Föhr; dijo Solana."""
    inner = flat[start:end]
    pronoun = regex.match(r"\s*-?(?:t-)?(?P<p>il|elle|on|er|sie|he|she|they|он|она|они)(?!\w)", inner)
    if pronoun:
        return start + pronoun.start("p"), start + pronoun.end("p")
    words = words_of(language)
    stop = regex.search(rf"[,.;:]|\s(?:{words.preposition or '(?!)'})(?!\w)(?!\s+(?:la|le|der|los)\s)", inner)
    span = trimmed(text, start, start + stop.start() if stop and stop.start() > 1 else end)
    span = bare_speaker(text, span, flat, language)
    if not 2 <= span[1] - span[0] <= 70 or not regex.search(r"\p{Lu}|\p{L}{3,}", text[span[0] : span[1]]):
        return None
    first = flat[span[0] : span[1]].split(maxsplit=1)[0]
    return (
        None
        if regex.fullmatch(words.preposition or "(?!)", first) or regex.fullmatch(words.adverb or "(?!)", first)
        else span
    )


def _without_that(  # noqa: PLR0911 -- one reason to stop a line
    text: str, flat: str, match: "regex.Match[str]", end: int, language: str
) -> Speech | None:
    """English and German leave "that" out; only where a subject and a verb follow at once."""
    words = words_of(language)
    window = flat[match.end() : end]
    if language == "de":
        lead = regex.match(r"[^,.]{0,40},\s+(?=(?:der|die|das|er|sie|es|man|ein|eine|\p{l}+)\s)", window)
        # on the text itself: folding would make "würden" the same as "wurden"
        subjunctive = regex.search(
            r"(?<!\w)(?:sei|seien|habe|hätten|werde|würden|könne|könnten|müsse|solle|wolle|gebe|dürfe)(?!\w)",
            text[match.end() : match.end() + 90],
        )
        if not lead or not subjunctive:
            return None
        content = trimmed(text, match.end() + lead.end(), end)
    elif language == "en":
        lead = regex.match(
            r"\s+(?:(?:on|last|this|in)\s+\p{L}+\s+)?(?=(?:the|a|an|he|she|it|they|his|her|its|their|no|there|this|these)\s)",
            window,
        )
        verb = regex.search(rf"(?<!\w)(?:{words.verbs})(?!\w)", window[:80])
        if (
            not lead
            or not verb
            or match.group("q")
            in {
                "found",
                "told",
                "wrote",
                "called",
                "criticised",
                "described",
                "accused",
                "denied",
                "denies",
                "posted",
                "recalled",
                "observed",
                "showed",
                "shows",
                "suggested",
                "announced",
                "reported",
                "confirmed",
                "declared",
                "revealed",
                "rejected",
                "vowed",
            }
        ):
            return None
        content = trimmed(text, match.end() + lead.end(), end)
    elif language == "fa":
        if not _FA_BARE.fullmatch(match.group("q")):
            return None
        content = trimmed(text, match.end(), end)
        told = tokens_of(text[slice(*content)], language)
        if content[1] - content[0] < 12 or not told or not any(token.verb for token in told[-2:]):
            return None
    else:
        return None
    speaker, begin = _subject(text, flat, match.start("q"), language)
    if speaker is None:
        return None
    return Speech(start=begin, end=content[1], content=(content,), speaker=speaker, verb=match.group("q"), direct=False)


def _subject(text: str, flat: str, at: int, language: str) -> tuple[tuple[int, int] | None, int]:
    """The subject that stands before a verb, and where its frame begins."""
    if language == "en" and flat[at : at + 14].split(maxsplit=1)[0].endswith("ing"):
        return None, at
    words = words_of(language)
    before = flat[:at]
    if (again := _said_again(before, words.say)) is not None:
        return None, again
    span = trimmed(text, _clause_start(before, language), at)
    opening = regex.match(OPENING_PARTICIPLE.get(language, "(?!)"), text[slice(*span)])
    if opening:  # "Élue en 2014, la maire …"
        span = trimmed(text, span[0] + opening.end(), at)
    inner = before[span[0] : span[1]]
    if language in {"de", "es", "fr"} and regex.match(rf"(?:{words.preposition or '(?!)'}|dabei|damit|dazu|zudem|darum)(?!\w)", inner):  # noqa: E501  # fmt: skip
        return None, span[0]  # "Bei den Kirchen befürchtet er": the subject stands behind the verb
    clean = regex.match(r"([^,]{2,60}),\s", inner + " ")
    head = span
    if clean:
        relative = regex.match(rf"(?:{words.relative or '(?!)'})(?!\w)", inner[clean.end() :])
        beside = text[span[0] + clean.end() : span[0] + clean.end() + 1]
        if relative or regex.match(rf"(?:{words.determiner or '(?!)'})(?!\w)", inner[clean.end() :]) or (language != "en" and beside.islower()):  # noqa: E501  # fmt: skip
            head = trimmed(text, span[0], span[0] + clean.end(1))
    tail = regex.search(
        r"(?:\s+(?:has|have|had|a|ont|avait|ha|han|había|habia|hat|haben|hatte|n|ne|se|s|l|also|aussi|auch|тоже|также|уже|lo|le|la|later|then|не|no|not|never|t))+\s*'?$",
        inner,
    )
    if tail and head == span:
        head = trimmed(text, span[0], span[0] + tail.start())
    if head[1] - head[0] < 2 or head[1] - head[0] > 130:
        return None, span[0] if head[1] - head[0] >= 2 else at
    return _first_doer(text, head, language), span[0]


def _clause_start(before: str, language: str) -> int:
    """Where the clause of a verb of saying begins, behind what opens it."""
    words = words_of(language)
    stop = max((m.end() for m in regex.finditer(r"[;:!?]\s+|^[\s\"“«]+", before)), default=0)
    joint = max(
        (
            m.end()
            # behind a comma "que" opens a relative clause: "el exalcalde, que gobernó …, negó"
            for m in regex.finditer(
                rf",\s+(?:{words.conjunction or '(?!)'})\s+|(?<!,)\s(?:{words.that or '(?!)'})\s", before
            )
        ),
        default=0,
    )
    start = max(stop, joint)
    lead = regex.match(rf"(?:{words.preposition or '(?!)'})\s[^,]{{1,60}},\s+", before[start:])
    if lead:
        start += lead.end()
    article = r"(?!(?:la|las|los|lo|le|les)\s)"  # Spanish and French clitics that are articles here
    conj = regex.match(rf"{article}(?:{words.conjunction or '(?!)'}|{words.adverb or '(?!)'})\s+", before[start:])
    if conj:
        start += conj.end()
    return start


def _said_again(before: str, say: str) -> int | None:
    """Where "y añadió" begins in "dijo que … y añadió que …", whose speaker is that of the first verb."""
    joined = regex.search(r"\s(?P<c>y|e|et|und|и)\s+(?:(?:a|ont|ha|han|hat)\s+)?$", before)
    told = joined is not None and regex.search(rf"(?<!\w)(?:{say})(?!\w)", before[: joined.start()])
    return joined.start("c") if joined and told else None


def _first_doer(text: str, head: tuple[int, int], language: str) -> tuple[int, int] | None:
    """The subject of "he offered a drink and said …": what stands before the first verb, not all before the second."""
    tokens = tokens_of(text[slice(*head)], language)
    joint = grammar_of(language).conjunction
    if len(tokens) < 3 or not joint.fullmatch(tokens[-1].text):
        return head
    first = next((at for at, one in enumerate(tokens) if one.verb and not noun_like(tokens, at, language)), -1)
    if first < 0:
        return head
    if first == 0 or grammar_of(language).adverb.fullmatch(tokens[0].text):
        return None
    return head[0], head[0] + tokens[first - 1].end
