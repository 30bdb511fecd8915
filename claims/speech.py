"""A sentence -> who says what in it: the frame that names the speaker, and the content reported."""

from dataclasses import dataclass
from functools import cache

import regex

from claims.folding import fold
from claims.lexicon import words_of
from claims.names import find_names
from claims.records import NameKind
from claims.tokens import is_verb

_OPENERS, _CLOSERS = '“«"„「『', '”»"“」』'
_QUOTE = regex.compile(
    r"[“«„「『](?P<q>[^”»」』]{2,})[”»」』]|„(?P<g>[^“”]{2,})[“”]|(?<![\p{L}\p{N}])\"(?P<s>[^\"]{2,})\""
)
_TRIM = ' \t\n\u00a0,،，.:：;؛–—-"“”«»„「」『』'


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """One act of speaking; all offsets count in the sentence."""

    start: int  #: frame and content together
    end: int
    content: tuple[tuple[int, int], ...]  #: what is reported, without quotation marks
    speaker: tuple[int, int] | None  #: None where the speaker is a dropped subject
    verb: str
    direct: bool  #: in the speaker's own words
    outer: str = ""  #: who reports that it was said


@cache
def _patterns(language: str) -> dict[str, "regex.Pattern[str] | None"]:
    words = words_of(language)
    edge = ("", "") if language == "zh" else (r"(?<!\w)", r"(?!\w)")
    prefix = "[وف]?" if language == "ar" else ""

    def whole(pattern: str, lead: str = "") -> "regex.Pattern[str] | None":
        return regex.compile(rf"{edge[0]}{lead}(?P<q>{pattern}){edge[1]}") if pattern else None

    return {
        "say": whole(words.say, prefix), "that": whole(words.that), "according": whole(words.according, prefix),
        "after": whole(words.according_after), "relative": whole(words.relative), "negation": whole(words.negative_words),
        "preposition": whole(words.preposition), "pronoun": regex.compile(rf"(?:{words.pronoun or '(?!)'})"), "verbs": whole(words.verbs) if language != "ar" else None,
    }  # fmt: skip


def quotes_of(text: str) -> list[tuple[int, int]]:
    """The insides of the quotations of a text."""
    found = []
    for match in _QUOTE.finditer(text):
        name = next(name for name in ("q", "g", "s") if match.group(name) is not None)
        found.append(match.span(name))
    return found


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space and loose punctuation at its ends."""
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and text[end - 1] in _TRIM:
        end -= 1
    return start, end


def find_speech(sentence: str, language: str) -> list[Speech]:
    """The speech acts of a sentence in text order; nested ones after the one that holds them."""
    source = fold(sentence)
    if source.places:
        # Offsets are worked out on the sentence itself; a dropped mark would move them.
        flat = source.text
        found = _find(flat, flat, language)
        return [_moved(one, source) for one in found]
    return _find(sentence, source.text, language)


def _moved(one: Speech, source) -> Speech:  # type: ignore[no-untyped-def] # noqa: ANN001
    """The same with the offsets of the text before folding."""
    start, end = source.back(one.start, one.end)
    speaker = None if one.speaker is None else source.back(*one.speaker)
    return Speech(
        start=start,
        end=end,
        content=tuple(source.back(a, b) for a, b in one.content),
        speaker=speaker,
        verb=one.verb,
        direct=one.direct,
        outer=one.outer,
    )


def _find(text: str, flat: str, language: str) -> list[Speech]:
    patterns = _patterns(language)
    quotes = quotes_of(text)
    found = _according(text, flat, language, patterns)
    says = list(patterns["say"].finditer(flat)) if patterns["say"] else []
    says = [m for m in says if not any(a <= m.start() < b for a, b in quotes)]
    if language == "zh":
        return found or _han(text, says)
    if language == "ar":
        says = [m for m in says if not flat[: m.start("q")].rstrip().endswith((" من", "ومن", "من"))]
    says = [m for m in says if not _denied(flat, m.start("q"), language)]
    used: list[tuple[int, int]] = [(one.start, one.end) for one in found]
    for match in says:
        if any(a <= match.start("q") < b for a, b in used) and not _inside_content(found, match.start("q")):
            continue
        made = None
        if language == "ar":
            made = _arabic(text, flat, match, patterns, quotes)
        elif words_of(language).verb_last and language == "tr":
            made = _verb_last(text, flat, match, quotes)
        else:
            made = _subject_first(text, flat, match, patterns, quotes, language)
        if made is not None:
            found.append(made)
            used.append(
                (made.start, made.content[0][0] if made.content and made.content[0][0] > made.start else made.end)
            )
    return found


_DENIED = regex.compile(
    r"(?:(?<!\w)(?:[وف]?(?:لم|لن|لا|ما)|not|n't|never|didn't|n'a pas|ne|nicht|no|не|didn t|doesn t)\s+|n't\s+|pas\s+)$"
)


def _denied(flat: str, at: int, language: str) -> bool:
    """Whether the verb of saying is itself denied: that nobody said it is no speech."""
    del language
    return _DENIED.search(flat, max(0, at - 12), at) is not None


def _inside_content(found: list[Speech], at: int) -> bool:
    return any(a <= at < b for one in found for a, b in one.content if not one.direct)


def _clause_end(flat: str, start: int, hard: str = ".;؛；") -> int:
    """The end of the sentence without its full stop."""
    del hard
    end = len(flat)
    while end > start and flat[end - 1] in " .!?…\n":
        end -= 1
    return end


def _according(text: str, flat: str, language: str, patterns: dict[str, "regex.Pattern[str] | None"]) -> list[Speech]:
    """According to X, content. Content, according to X."""
    after = patterns["after"]
    if after is not None and language == "tr":
        match = after.search(flat)
        if match:
            source = trimmed(text, 0, match.start())
            content = trimmed(text, match.end(), _clause_end(flat, match.end()))
            if (
                3 < source[1] - source[0] < 90
                and content[1] - content[0] > 15
                and "," not in text[source[0] : source[1]]
            ):
                return [
                    Speech(
                        start=source[0],
                        end=content[1],
                        content=(content,),
                        speaker=source,
                        verb=match.group(0),
                        direct=False,
                    )
                ]
    pattern = patterns["according"]
    if pattern is None:
        return []
    for match in pattern.finditer(flat):
        comma = regex.search(r"[,،，:：]", flat[match.end() :])
        opening = not regex.search(r"\p{L}", flat[: match.start()])
        end = _clause_end(flat, match.end())
        if opening and comma:
            source = trimmed(text, match.end(), match.end() + comma.start())
            content = trimmed(text, match.end() + comma.end(), end)
            lead = regex.match(r"\s*(?:ف?إ?ان|فان)\s+", flat[content[0] : content[1]]) if language == "ar" else None
            if lead:
                content = (content[0] + lead.end(), content[1])
            if source[1] - source[0] > 110 or content[1] - content[0] < (8 if language != "zh" else 4):
                continue
            if language == "zh":
                tail = regex.search(r"(?:的)?(?:报道|消息|说法|数据|统计|介绍|透露)$", text[source[0] : source[1]])
                source = (source[0], source[0] + tail.start()) if tail and tail.start() > 1 else source
            return [
                Speech(
                    start=match.start(),
                    end=content[1],
                    content=(content,),
                    speaker=_source(text, flat, source, language) if source[1] > source[0] else None,
                    verb=match.group("q"),
                    direct=False,
                )
            ]
        if not opening and flat[: match.start()].rstrip().endswith((",", "،")):
            source_end = match.end() + comma.start() if comma else end
            source = trimmed(text, match.end(), source_end)
            content = trimmed(text, 0, match.start())
            if 2 < source[1] - source[0] < 80 and content[1] - content[0] > 15:
                return [
                    Speech(
                        start=content[0],
                        end=source[1],
                        content=(content,),
                        speaker=source,
                        verb=match.group("q"),
                        direct=False,
                    )
                ]
    return []


def _source(text: str, flat: str, span: tuple[int, int], language: str) -> tuple[int, int]:
    """Who is behind a source: "a report that the consultancy Brightwater published" -> Brightwater."""
    inner = flat[span[0] : span[1]]
    patterns = _patterns(language)
    says = patterns["say"].match(inner) if patterns["say"] else None
    if says:
        rest = trimmed(text, span[0] + says.end(), span[1])
        lead = regex.match(r"(?:ayer|hier|gestern|el \p{L}+|lundi|mardi)\s+", flat[rest[0] : rest[1]])
        return (rest[0] + lead.end(), rest[1]) if lead else rest
    if regex.search(
        r"(?:report|study|taqrir|تقرير|دراسه|بيان|survey|rapport|etude|informe|estudio|bericht|studie|доклад|исследован)",
        inner,
    ):
        names = [
            n
            for n in find_names(text[span[0] : span[1]], language)
            if n.kind is not NameKind.PLACE or len(n.text.split()) > 1
        ]
        if names:
            return span[0] + names[-1].start, span[0] + names[-1].end
    return span


def _arabic(
    text: str,
    flat: str,
    match: "regex.Match[str]",
    patterns: dict[str, "regex.Pattern[str] | None"],
    quotes: list[tuple[int, int]],
) -> Speech | None:
    """Verb, speaker, that, content; or speaker, verb, that; or verb, speaker, colon, quotation."""
    assert patterns["that"] is not None
    begin = match.start()
    end = _clause_end(flat, match.end())
    window = flat[match.end() : match.end() + 120]
    that = patterns["that"].search(window)
    quote = next(((a, b) for a, b in quotes if match.end() <= a <= match.end() + 130), None)
    colon = regex.search(r"[:：]", window)
    if (
        quote is not None
        and (that is None or quote[0] < match.end() + that.start())
        and not regex.search(
            r"\p{L}", flat[quote[1] + 1 : quote[1] + 12].split(".", maxsplit=1)[0] if quote[1] - quote[0] < 25 else ""
        )
    ):
        said_by = trimmed(text, match.end(), quote[0] - 1)
        if colon and match.end() + colon.start() < quote[0]:
            said_by = trimmed(text, match.end(), match.end() + colon.start())
        name = _arabic_speaker(text, flat, said_by)
        if name is None and said_by[1] - said_by[0] > 60:
            return None
        if quote[1] - quote[0] < 18 and name is None:
            return None
        stop = min(len(text), quote[1] + 1)
        return Speech(
            start=begin,
            end=stop,
            content=(trimmed(text, *quote),),
            speaker=name or _before(text, flat, begin, patterns),
            verb=match.group("q"),
            direct=True,
        )
    if that is None:
        return _bare_speech(text, flat, match, end)
    gap = window[: that.start()]
    if len(gap.split()) > 14 or regex.search(r"[.؟!]|,\s*(?:لكن|فيما|بينما|و\p{L})", gap) or gap.count(",") > 2:
        return _bare_speech(text, flat, match, end)
    outer = ""
    speaker: tuple[int, int] | None
    told = regex.search(r"(?<!\w)(?:قوله|قولها|قولهم)\s*$", gap)
    speaker_span = trimmed(text, match.end(), match.end() + that.start())
    if told:
        source = regex.search(r"(?<!\w)عن\s+(?P<s>.+?)\s+(?:قوله|قولها|قولهم)\s*$", gap)
        if source:
            outer = text[slice(*trimmed(text, match.end(), match.end() + source.start()))]
            speaker_span = (match.end() + source.start("s"), match.end() + source.end("s"))
            speaker = speaker_span
        else:
            speaker = _arabic_speaker(text, flat, speaker_span)
    else:
        speaker = _arabic_speaker(text, flat, speaker_span)
    if speaker is None:
        speaker = _before(text, flat, begin, patterns)
        if speaker is not None:
            begin = speaker[0]
    start = match.end() + that.end()
    stop = _arabic_end(flat, start, end)
    quoted = next(((a, b) for a, b in quotes if start <= a <= start + 3), None)
    if quoted is not None and not regex.match(r"\s*[\p{L}]", flat[quoted[1] + 1 :]):
        return Speech(
            start=begin,
            end=min(len(text), quoted[1] + 1),
            content=(trimmed(text, *quoted),),
            speaker=speaker,
            verb=match.group("q"),
            direct=True,
            outer=outer,
        )
    content = trimmed(text, start, stop)
    if content[1] - content[0] < 6:
        return None
    inside = [q for q in quotes if q[0] - 2 <= content[0] and q[1] >= content[1] - 1]
    return Speech(
        start=begin,
        end=max(content[1], min(end, stop)),
        content=(content,),
        speaker=speaker,
        verb=match.group("q"),
        direct=bool(inside),
        outer=outer,
    )


_ACTS = regex.compile(
    r"(?:[تي]?ح?ذر(?:ت|وا|ا)?|حذر|حذرت|يحذر|تحذر|محذرا|وعد|وعدت|تعهد|تعهدت|اعلن|اعلنت|يعلن|تعلن|اعترف|اعترفت|نفي|نفت|ينفي|تنفي)"
)


def _bare_speech(text: str, flat: str, match: "regex.Match[str]", end: int) -> Speech | None:
    """An act of speech without "that": warned of, announced the ..., denied the ...; what was said is not cut out."""
    if not _ACTS.fullmatch(match.group("q")):
        return None
    stop = regex.search(r"[,.;](?!\d)|\s+و(?:" + words_of("ar").say + r")(?!\w)", flat[match.end() : end])
    close = match.end() + stop.start() if stop else end
    inner = flat[match.end() : close]
    if len(inner.split()) < 2:
        return None
    names = [n for n in find_names(text[match.end() : close], "ar") if n.start < 40]
    speaker = None
    begin = match.start()
    first = inner.split()[0]
    if not regex.match(r"(?:من|ب\p{L}+|عن|ان|تخصيص|وقف|الغاء|اطلاق|بدء|فتح|انشاء)(?!\w)", first) and (
        first.startswith("ال") or (names and names[0].start <= 2 + len(names[0].role))
    ):
        speaker = _arabic_speaker(text, flat, trimmed(text, match.end(), close))
    if speaker is None:
        before = _before(text, flat, begin, {})
        if before is not None:
            speaker, begin = before, before[0]
    return Speech(start=begin, end=close, content=(), speaker=speaker, verb=match.group("q"), direct=False)


def _arabic_end(flat: str, start: int, end: int) -> int:
    """Where reported content stops: before a new speech verb or a new speaker in the same sentence."""
    words = words_of("ar")
    for stop in regex.finditer(
        rf"(?:[,،]\s*(?:و|ف|ل|ك)?(?:لكن|فيما|بينما|في حين|مضيف|موضح|مؤكد|مشير|معتبر|محذر|ومن جانب|اما)|[,،]?\s+و(?:{words.say})(?!\w)|[,،]\s*(?:{words.say})(?!\w))",
        flat[start:end],
    ):
        return start + stop.start()
    return end


_ARABIC_TAIL = regex.compile(
    r"\s+(?:(?:في|يوم|امس|خلال|عن|ل\p{L}+|امام|بعد|قبل|عبر|الي|علي|ان|صباح|مساء|ايضا|من|مع|ب\p{L}{3,}|اليوم|السبت|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه)(?!\w)|[,:]).*$"
)


def _arabic_speaker(text: str, flat: str, span: tuple[int, int]) -> tuple[int, int] | None:
    """The speaker between verb and that: a name with its title, else the noun phrase."""
    start, end = span
    lead = regex.match(r"(?:عنه|عنها|فيه|فيها|له|لها|ايضا|بدوره|بدورها|من جانبه|من جانبها)(?!\w)\s*", flat[start:end])
    start += lead.end() if lead else 0
    if end - start < 3:
        return None
    inner = flat[start:end]
    if regex.match(r"(?:عن|في|من|علي|الي|ل|ب|انه|له|لها|فيه|بان)(?!\w)", inner) or inner[:1] in '“"«':
        return None
    people = [n for n in find_names(text[start:end], "ar") if n.kind is NameKind.PERSON]
    if people:
        titled = people[0].start - (len(people[0].role) + 1 if people[0].role else 0)
        if titled <= 2:
            return start, start + people[0].end
        if regex.fullmatch(r"[^,،]{3,40}[,،]\s*", text[start : start + max(titled, 0)]):
            return start, start + people[0].end
    tail = _ARABIC_TAIL.search(" " + inner)
    stop = end if tail is None else start + max(0, tail.start() - 1)
    comma = regex.search(r"[,،“\"«(]", flat[start:stop])
    if comma and comma.start() > 2:
        stop = start + comma.start()
    quoted = regex.match(r"\S+\s+[“«\"]([^”»\"]+)[”»\"](?:\s+ال\p{L}+)?", flat[start:end])
    if quoted:
        return start, start + quoted.end()
    a, b = trimmed(text, start, stop)
    return (a, b) if b - a >= 3 else None


def _before(text: str, flat: str, at: int, patterns: dict[str, "regex.Pattern[str] | None"]) -> tuple[int, int] | None:
    """A speaker that stands before the verb: from the last boundary up to it."""
    del patterns
    boundary = max(
        (m.end() for m in regex.finditer(r"[.,،؛:]\s*(?:و(?=\p{L}{4}))?|^\s*(?:اما|و?ان)\s+", flat[:at])), default=0
    )
    span = trimmed(text, boundary, at)
    lead = regex.match(
        r"(?:اما|لكنه|لكنها|لكن|كما|وقد|قد|حيث|ومن جانبها|ومن جانبه|فيما|بينما)(?!\w)\s*", flat[span[0] : span[1]]
    )
    if lead:
        span = (span[0] + lead.end(), span[1])
    inner = flat[span[0] : span[1]]
    tail = regex.search(r"\s+(?:كان|كانت|قد|وقد)$", inner)
    if tail:
        span = (span[0], span[0] + tail.start())
        inner = flat[span[0] : span[1]]
    if (
        not 3 <= span[1] - span[0] <= 60
        or len(inner.split()) > 6
        or regex.match(r"(?:في|من|علي|الي|بعد|قبل|منذ|عندما|رغم|ثم|هناك|ما|لم|لا|كان|كانت)(?!\w)", inner)
    ):
        return None
    return span


def _subject_first(
    text: str,
    flat: str,
    match: "regex.Match[str]",
    patterns: dict[str, "regex.Pattern[str] | None"],
    quotes: list[tuple[int, int]],
    language: str,
) -> Speech | None:
    """Subject, verb, (that) content; quotation with its speaker on either side."""
    end = _clause_end(flat, match.end())
    direct = _direct(text, flat, match, quotes, end, language)
    if direct is not None:
        return direct
    that = patterns["that"]
    window = flat[match.end() : match.end() + 110]
    hit = that.search(window) if that else None
    if hit and (len(regex.findall(r"\w+", window[: hit.start()])) > 9 or regex.search(r"[.;]", window[: hit.start()])):
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
        postposed = _postposed(text, flat, match, end, language)
        if postposed is not None:
            return postposed
        return _without_that(text, flat, match, end, language)
    content = trimmed(text, match.end() + hit.end(), end)
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
    stop = regex.search(
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
        if b <= match.start("q") and match.start("q") - b < 70 and not regex.search(r"[.;]\s", gap_behind[2:]):
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


def _postposed(text: str, flat: str, match: "regex.Match[str]", end: int, language: str) -> Speech | None:
    """Content first, then who said it: "..., a précisé son vice-président", "..., sagte Föhr", "..., the mayor said"."""
    before = flat[: match.start("q")]
    lead = regex.search(
        r",\s*(?:»|\")?\s*(?P<a>(?:a|ont|avait|ha|han|hat|haben|has|have|а|так)\s+)?(?P<s>(?:the |el |la |le |der |die |)(?:\p{L}+\s+){0,4})$",
        before,
    )
    if lead is None or lead.start() < 12:
        return None
    verbs = [
        m
        for m in regex.finditer(r"\p{L}+", flat[: lead.start()])
        if is_verb(m.group(0), text[m.start() : m.end()], language)
    ]
    if not verbs:
        return None
    subject = lead.group("s").strip()
    if subject:
        if (
            language not in {"en", "ru"}
            or end - match.end() > 3
            or is_verb(subject.split()[0], subject.split()[0], language)
            or regex.match(r"(?:who|which|and|but|but|or)(?!\w)", subject)
        ):
            return None
        speaker: tuple[int, int] | None = trimmed(text, lead.start("s"), match.start("q"))
    else:
        if (
            end - match.end() < 3
            or end - match.end() > 90
            or (language == "en" and not text[match.end() : match.end() + 2].strip())
        ):
            return None
        speaker = trimmed(text, match.end(), end)
        tail = text[speaker[0] : speaker[1]]
        if any(
            is_verb(word.lower(), word, language) for word in regex.findall(r"\p{L}+", tail)[1:] if word.islower()
        ) or regex.match(
            rf"(?:{words_of(language).preposition or '(?!)'}|{words_of(language).that or '(?!)'})(?!\w)",
            flat[speaker[0] : speaker[1]],
        ):
            return None
    content = trimmed(text, 0, lead.start())
    return Speech(start=content[0], end=end, content=(content,), speaker=speaker, verb=match.group("q"), direct=False)


def _behind_verb(text: str, flat: str, start: int, end: int, language: str) -> tuple[int, int] | None:
    """A speaker behind the verb: « ... », a-t-elle déclaré; »...«, sagte Föhr; dijo Solana."""
    inner = flat[start:end]
    pronoun = regex.match(r"\s*-?(?:t-)?(?P<p>il|elle|on|er|sie|he|she|they|он|она|они)(?!\w)", inner)
    if pronoun:
        return start + pronoun.start("p"), start + pronoun.end("p")
    words = words_of(language)
    stop = regex.search(rf"[,.;:]|\s(?:{words.preposition or '(?!)'})(?!\w)(?!\s+(?:la|le|der|los)\s)", inner)
    span = trimmed(text, start, start + stop.start() if stop and stop.start() > 1 else end)
    if not 2 <= span[1] - span[0] <= 70 or not regex.search(r"\p{Lu}|\p{L}{3,}", text[span[0] : span[1]]):
        return None
    first = flat[span[0] : span[1]].split(maxsplit=1)[0]
    return (
        None
        if regex.fullmatch(words.preposition or "(?!)", first) or regex.fullmatch(words.adverb or "(?!)", first)
        else span
    )


def _without_that(text: str, flat: str, match: "regex.Match[str]", end: int, language: str) -> Speech | None:
    """English and German leave "that" out; only where a subject and a verb follow at once."""
    words = words_of(language)
    window = flat[match.end() : end]
    if language == "de":
        lead = regex.match(r"[^,.]{0,40},\s+(?=(?:der|die|das|er|sie|es|man|ein|eine|\p{l}+)\s)", window)
        subjunctive = regex.search(
            r"(?<!\w)(?:sei|seien|habe|hätten|hatte|werde|würden|wurden|könne|konne|müsse|musse|solle|wolle|gebe)(?!\w)",
            window[:90],
        )
        if not lead or not subjunctive:
            return None
        content = trimmed(text, match.end() + lead.end(), end)
    elif language == "en":
        lead = regex.match(r"\s+(?=(?:the|a|an|he|she|it|they|his|her|its|their|no|there|this|these)\s)", window)
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
        content = trimmed(text, match.end(), end)
    else:
        return None
    speaker, begin = _subject(text, flat, match.start("q"), language)
    if speaker is None:
        return None
    return Speech(start=begin, end=content[1], content=(content,), speaker=speaker, verb=match.group("q"), direct=False)


def _subject(text: str, flat: str, at: int, language: str) -> tuple[tuple[int, int] | None, int]:
    """The subject that stands before a verb, and where its frame begins."""
    words = words_of(language)
    before = flat[:at]
    stop = max((m.end() for m in regex.finditer(r"[.;:!?]\s+|^[\s\"“«]+", before)), default=0)
    joint = max(
        (
            m.end()
            for m in regex.finditer(rf",\s+(?:{words.conjunction or '(?!)'})\s+|\s(?:{words.that or '(?!)'})\s", before)
        ),
        default=0,
    )
    start = max(stop, joint)
    lead = regex.match(rf"(?:{words.preposition or '(?!)'})\s[^,]{{1,60}},\s+", before[start:])
    if lead:
        start += lead.end()
    conj = regex.match(rf"(?:{words.conjunction or '(?!)'}|{words.adverb or '(?!)'})\s+", before[start:])
    if conj:
        start += conj.end()
    span = trimmed(text, start, at)
    inner = before[span[0] : span[1]]
    clean = regex.match(r"([^,]{2,60}),\s", inner + " ")
    head = span
    if clean:
        relative = regex.match(rf"(?:{words.relative or '(?!)'})(?!\w)", inner[clean.end() :])
        if relative:
            head = trimmed(text, span[0], span[0] + clean.end(1))
    tail = regex.search(
        r"(?:\s+(?:has|have|had|a|ont|avait|ha|han|había|habia|hat|haben|hatte|n|ne|se|s|l|also|aussi|auch|тоже|также|уже|lo|le|la|later|then|не|no|not|never|t))+\s*'?$",
        inner,
    )
    if tail and head == span:
        head = trimmed(text, span[0], span[0] + tail.start())
    if head[1] - head[0] < 2 or head[1] - head[0] > 130:
        return None, span[0] if head[1] - head[0] >= 2 else at
    return head, span[0]


def _verb_last(text: str, flat: str, match: "regex.Match[str]", quotes: list[tuple[int, int]]) -> Speech | None:
    """Turkish: speaker, comma, nominalised content, verb."""
    clause = max((m.end() for m in regex.finditer(r"[.;]\s+", flat[: match.start()])), default=0)
    before = flat[clause : match.start()]
    for a, b in quotes:
        if clause <= a and b <= match.start() + 1 and b - a > 12:
            lead = trimmed(text, clause, max(clause, a - 1))
            speaker = lead if lead[1] - lead[0] > 2 else None
            return Speech(
                start=min(lead[0], a - 1) if speaker else max(0, a - 1),
                end=match.end(),
                content=(trimmed(text, a, b),),
                speaker=speaker,
                verb=match.group("q"),
                direct=True,
            )
    if not regex.search(
        r"(?:dig|dug|tig|tug|cag|ceg|mas|mes|me|ma)(?:in|un|i|u|ini|unu|larini|lerini|lar|ler)\p{l}*(?:\s+(?:da|de))?\s*(?:one|ileri|iddia|kabul|ifade)?\s*$",
        before,
    ):
        return None
    comma = before.find(",")
    if comma < 2 or comma > 90:
        return None
    speaker = trimmed(text, clause, clause + comma)
    content = trimmed(text, clause + comma + 1, match.start())
    if content[1] - content[0] < 8:
        return None
    return Speech(
        start=speaker[0], end=match.end(), content=(content,), speaker=speaker, verb=match.group("q"), direct=False
    )


def _han(text: str, says: list["regex.Match[str]"]) -> list[Speech]:
    """Chinese: speaker, verb, comma or colon, content to the end of the sentence."""
    for match in says:
        at = match.start("q")
        clause = max((m.end() for m in regex.finditer(r"[，。；：]", text[:at])), default=0)
        speaker = trimmed(text, clause, at)
        behind = regex.match(r"\s*[，：:,]?\s*[“「]?", text[match.end("q") :])
        start = match.end("q") + (behind.end() if behind else 0)
        content = trimmed(text, start, len(text.rstrip("。！ ”」")))
        marked = bool(behind and behind.group(0).strip()) or match.group("q") in {
            "指出",
            "认为",
            "否认",
            "声称",
            "宣称",
            "称",
            "表示",
            "透露",
            "承认",
        }
        if (
            not marked
            or content[1] - content[0] < 5
            or not (1 < speaker[1] - speaker[0] < 30 or text[speaker[0] : speaker[1]] in {"他", "她"})
        ):
            continue
        if match.group("q") in {"否认", "批评", "指责", "呼吁"}:
            return [
                Speech(
                    start=speaker[0], end=content[1], content=(), speaker=speaker, verb=match.group("q"), direct=False
                )
            ]
        tail = regex.search(r"(?:在|向|对).{1,14}$", text[speaker[0] : speaker[1]])
        head = (speaker[0], speaker[0] + tail.start()) if tail and tail.start() > 1 else speaker
        direct = "“" in text[match.end("q") : start + 1] or "「" in text[match.end("q") : start + 1]
        report = regex.match(r"据?《?(.+?)》?报道$", text[speaker[0] : match.end("q")])
        del report
        return [
            Speech(
                start=speaker[0], end=content[1], content=(content,), speaker=head, verb=match.group("q"), direct=direct
            )
        ]
    return []
