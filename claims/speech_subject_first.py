"""Languages whose subject stands before the verb: subject, verb, that, content; quotations; content first."""

import regex

from claims.closed import compiled
from claims.inflection import reporting_form
from claims.lexicon import words_of
from claims.speech_base import Patterns, Speech, clause_end, trimmed
from claims.speech_inserted import bare_speaker
from claims.speech_joined import bare_act, behind_first_verb, contrasted_act, second_act
from claims.speech_postposed import said_behind
from claims.speech_subjects import subject_before
from claims.tokens import is_verb, tokens_of

#: Persian verbs behind which the content may follow without که
_FA_BARE = regex.compile(
    r"(?:گفت|گفته|گفتند|افزود|افزودند|نوشت|نوشته|هشدار داد|توضيح داد|مي[\u200c ]?گوين?د|اعلام كرد|خبر داد|تاكيد كرد|معتقد(?=(?: است| بود)$)|معتقدند)(?: است| بود)?"  # noqa: E501
)


def subject_first_speech(  # noqa: C901, PLR0911, PLR0912 -- one reason a line
    text: str,
    flat: str,
    match: "regex.Match[str]",
    patterns: Patterns,
    quotes: list[tuple[int, int]],
    language: str,
) -> Speech | None:
    """Subject, verb, (that) content; quotation with its speaker on either side."""
    end = clause_end(flat, match.end())
    added = compiled(r",\s+(?:adding|noting|stressing|warning|insisting|arguing|claiming|explaining)\s+that\s").search(
        flat[match.end() :]
    )
    if added:
        end = match.end() + added.start()
    direct = _direct(text, flat, match, quotes, end, language)
    if direct is not None:
        return direct
    if (contrasted := contrasted_act(flat, match, end, language)) is not None:
        return contrasted
    that = patterns["that"]
    window = flat[match.end() : match.end() + 170]
    hit = that.search(window) if that else None
    if hit and (
        len(compiled(r"\w+").findall(window[: hit.start()])) > 14 or compiled(r"[.;]").search(window[: hit.start()])
    ):
        hit = None
    ahead = window[: hit.start()] if hit else window if language == "fa" else ""
    if (second := second_act(ahead, language)) is not None:
        return bare_act(text, flat, match, match.end() + second, language)
    if hit and any(
        is_verb(word, word, language)
        for word in compiled(r"\p{L}+").findall(window[: hit.start()])
        if language in {"en", "fr", "es", "ru"} and word not in {"reporters", "told"}
    ):
        hit = None
    if hit and language in {"fr", "es"} and compiled(r"\s*(?:ce|lo)\s*$").match(window[: hit.start()]):
        hit = None
    if hit and language == "fr" and compiled(r"\s+(?:ne\s|n['’])(?:\p{l}+\s){0,3}\p{l}*(?:er|ir|re|oir|e)\s").match(window[: hit.start()]):  # noqa: E501  # fmt: skip
        hit = None  # "affirme n'avoir été prévenue que vendredi": "only"
    if hit is None:
        postposed = said_behind(text, flat, match, end, language)
        if postposed is not None:
            return postposed
        return _without_that(text, flat, match, end, language)
    elided = flat[match.end() + hit.end() : match.end() + hit.end() + 1] in {"'", "’"}
    content = trimmed(text, match.end() + hit.end() + elided, end)
    if content[1] - content[0] < 6:
        return None
    speaker, begin = subject_before(text, flat, match.start("q"), language)
    begin = behind_first_verb(text, speaker, begin, match, language)
    told = window[: hit.start()]
    behind = compiled(r"\s*-?\s*(?:t-)?\s*$").match(told)
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
    asks = {"es": "|recom[ie]+nda|recomendo|pide|pidio|piden|propone|propuso|insta|insto", "fr": "|recommande|demande|propose|appelle|invite|reclame|preconise"}.get(language, "")  # noqa: E501  # fmt: skip
    stop = compiled(rf"{back}\s+(?:{words.say}{asks})(?!\w)").search(flat[start:end]) or compiled(
        rf",\s+(?:but|mais|pero|aber|но|а|اما|ولی)\s+(?:(?:he|she|they|il|elle|er|sie|он|она|\p{{L}}+)\s+)?(?:{words.say})(?!\w)"
    ).search(flat[start:end])
    own = (
        compiled(rf",\s+(?:{words.say})\s+(?:aber|jedoch|zugleich|dagegen)\s").search(flat[start:end])
        if language == "de"
        else None
    )
    apart = compiled(rf";\s+(?!(?:{words.that or '(?!)'})(?!\w))").search(flat[start:end]) if back != "(?!)" else None
    return start + min([one.start() for one in (stop, own, apart) if one], default=end - start)


def _pronoun_behind(text: str, match: "regex.Match[str]", language: str) -> tuple[int, int] | None:
    """The German subject behind its verb where an object opens: "Gerüchte, wonach …, wies sie zurück"."""
    if language != "de":
        return None
    fronted = text[: match.start("q")].rstrip().endswith(",")
    found = compiled(rf"\s+(?P<p>er{'|sie' if fronted else ''})(?!\w)").match(text[match.end() :])
    return (match.end() + found.start("p"), match.end() + found.end("p")) if found else None


def _direct(
    text: str, flat: str, match: "regex.Match[str]", quotes: list[tuple[int, int]], end: int, language: str
) -> Speech | None:
    """A quotation whose verb of saying stands right before or behind it."""
    for a, b in quotes:
        if b - a < 12 and len(compiled(r"\w+").findall(flat[a:b])) < 3:
            continue
        gap_behind = flat[b : match.start("q")]
        if (
            b <= match.start("q")
            and match.start("q") - b < 70
            and not compiled(r"[.;,]\s").search(gap_behind.lstrip(' »”",“«'))
        ):
            verb_first = not compiled(r"\p{L}+").findall(
                compiled(r"(?<!\w)(?:a|ha|hat|ont|had|has)(?!\w)").sub("", gap_behind)
            ) or compiled(r"\W*a-t-(?:il|elle|on)\W*").fullmatch(gap_behind)
            pronoun = (
                compiled(r"(?<!\w)(?:t-)?(?P<p>il|elle|on|ils|elles)\W*$").search(gap_behind)
                if language == "fr"
                else None
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
                    and not compiled(r"a-t-|a|y|,|да|t|ha|has|have").fullmatch(flat[found[0] : found[1]])
                    else None
                )
            again = compiled(rf"\s*,\s+(?:y|e|et|und|и)\s+(?:(?:a|ont|ha|han|hat)\s+)?(?:{words_of(language).say})(?!\w)").match(flat[match.end() :])  # noqa: E501  # fmt: skip
            end = match.end() if again else end
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
            and (compiled(r"[:：]\s*[“«\"„「]?$").search(gap) or len(compiled(r"\p{L}+").findall(gap)) <= 1)
        ):
            speaker, begin = subject_before(text, flat, match.start("q"), language)
            behind = _pronoun_behind(text, match, language)
            speaker, begin = (behind, trimmed(text, 0, end)[0]) if behind else (speaker, begin)
            told = compiled(rf"(?<!\w)(?:{words_of(language).relative or '(?!)'})(?!\w)").search(flat[b + 1 : end])
            rest = tokens_of(text[b + 1 : b + 1 + told.start() if told else end], language)
            return Speech(
                start=begin,
                # what follows without a verb of its own belongs to the saying: "…», tout en niant avoir voulu voler"
                end=min(len(text), b + 1) if any(one.verb or one.depth for one in rest) else max(b + 1, end),
                content=(trimmed(text, a, b),),
                speaker=speaker,
                verb=match.group("q"),
                direct=True,
            )
    return None


def _behind_verb(text: str, flat: str, start: int, end: int, language: str) -> tuple[int, int] | None:
    """A speaker behind the verb: « ... », a-t-elle déclaré; »...«, sagte Föhr; dijo Solana."""
    inner = flat[start:end]
    if inner.lstrip().startswith(","):
        return None  # "…”, dijo, y añadió que": whoever spoke last
    pronoun = compiled(r"\s*-?(?:t-)?(?P<p>il|elle|on|er|sie|he|she|they|он|она|они)(?!\w)").match(inner)
    if pronoun:
        return start + pronoun.start("p"), start + pronoun.end("p")
    words = words_of(language)
    place = compiled(rf"\s*(?:на|в|во|после|перед|при)\s+(?:\p{{l}}+\s+){{1,2}}?(?=(?:{words.titles})\s)").match(inner)
    if place is not None and language == "ru":
        start, inner = start + place.end(), inner[place.end() :]  # "заявил на открытии мэр Олег Седов"
    stop = compiled(rf"[,.;:]|\s(?:{words.preposition or '(?!)'})(?!\w)(?!\s+(?:la|le|der|los)\s)").search(inner)
    span = trimmed(text, start, start + stop.start() if stop and stop.start() > 1 else end)
    span = bare_speaker(text, span, flat, language)
    if not 2 <= span[1] - span[0] <= 70 or not compiled(r"\p{Lu}|\p{L}{3,}").search(text[span[0] : span[1]]):
        return None
    first = flat[span[0] : span[1]].split(maxsplit=1)[0]
    return (
        None
        if compiled(words.preposition or "(?!)").fullmatch(first) or compiled(words.adverb or "(?!)").fullmatch(first)
        else span
    )


def _without_that(  # noqa: C901, PLR0911 -- one reason to stop a line
    text: str, flat: str, match: "regex.Match[str]", end: int, language: str
) -> Speech | None:
    """English and German leave "that" out; only where a subject and a verb follow at once."""
    words = words_of(language)
    window = flat[match.end() : end]
    if language == "de":
        lead = compiled(r"[^,.]{0,40},\s+(?=(?:der|die|das|er|sie|es|man|ein|eine|\p{l}+)\s)").match(window)
        # on the text itself: folding would make "würden" the same as "wurden"
        subjunctive = compiled(
            r"(?<!\w)(?:sei|seien|habe|hätten|werde|würden|könne|könnten|müsse|solle|wolle|gebe|dürfe)(?!\w)"
        ).search(
            text[match.end() : match.end() + 90],
        )
        near = compiled(r"\p{Ll}{4,}").findall(text[match.end() : match.end() + 60])
        if not lead or not (subjunctive or any(reporting_form(word) for word in near)):
            return None
        if (second := second_act(lead.group(0), language)) is not None:
            return bare_act(text, flat, match, match.end() + second, language)
        content = trimmed(text, match.end() + lead.end(), end)
        told = tokens_of(text[slice(*content)], language)
        first = next((at for at, one in enumerate(told) if one.verb), 0)
        if first > 2 and first == len(told) - 1 and told[0].text in {"der", "die", "das"}:
            return None  # "den Verlust eines Kunden, der ein Viertel ausgemacht habe": a noun is told of
    elif language == "en":
        lead = compiled(
            r"\s+(?:(?:on|last|this|in)\s+\p{L}+\s+)?(?=(?:the|a|an|he|she|it|they|his|her|its|their|no|there|this|these)\s)"
        ).match(
            window,
        )
        verb = compiled(rf"(?<!\w)(?:{words.verbs})(?!\w)").search(window[:80])
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
    speaker, begin = subject_before(text, flat, match.start("q"), language)
    if speaker is None and not compiled(r"(?:und|و)\s").match(flat, begin):
        return None
    begin = behind_first_verb(text, speaker, begin, match, language)
    return Speech(start=begin, end=content[1], content=(content,), speaker=speaker, verb=match.group("q"), direct=False)
