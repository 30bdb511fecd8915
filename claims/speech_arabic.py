"""Arabic: verb, speaker, that, content; verb, speaker, colon, quotation; speaker, verb, that."""

import regex

from claims.lexicon import words_of
from claims.names import find_names
from claims.records import NameKind
from claims.speech_base import Patterns, Speech, clause_end, trimmed

_ARABIC_TAIL = regex.compile(
    r"\s+(?:(?:في|يوم|امس|خلال|عن|ل\p{L}+|امام|بعد|قبل|عبر|الي|علي|ان|صباح|مساء|ايضا|من|مع|ب\p{L}{3,}|اليوم|السبت|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه)(?!\w)|[,:]).*$"
)
_ACTS = regex.compile(
    r"(?:[تي]?ح?ذر(?:ت|وا|ا)?|حذر|حذرت|يحذر|تحذر|محذرا|وعد|وعدت|تعهد|تعهدت|اعلن|اعلنت|يعلن|تعلن|اعترف|اعترفت|نفي|نفت|ينفي|تنفي)"
)


def arabic_speech(  # noqa: C901, PLR0911, PLR0912
    text: str,
    flat: str,
    match: "regex.Match[str]",
    patterns: Patterns,
    quotes: list[tuple[int, int]],
) -> Speech | None:
    """Verb, speaker, that, content; or speaker, verb, that; or verb, speaker, colon, quotation."""
    assert patterns["that"] is not None
    begin = match.start()
    end = clause_end(flat, match.end())
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


def _bare_speech(text: str, flat: str, match: "regex.Match[str]", end: int) -> Speech | None:
    """An act of speech without "that": warned of, announced the ..., denied the ...; what was said is not cut out."""
    if not _ACTS.fullmatch(match.group("q")):
        return None
    stop = regex.search(
        r"[,.;](?!\d|\s*(?:وهو|وهي)\s)|\s+و(?:" + words_of("ar").say + r")(?!\w)", flat[match.end() : end]
    )
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
        rf"(?:[,،]\s*(?:و|ف|ل|ك)?(?:لكن|فيما|بينما|في حين|مضيف|موضح|مؤكد|مشير|معتبر|محذر|ومن جانب|اما)|[,،]?\s+و(?:{words.say})(?!\w)|[,،]\s*(?:{words.say})(?!\w))",  # noqa: E501
        flat[start:end],
    ):
        return start + stop.start()
    return end


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


def _before(text: str, flat: str, at: int, patterns: Patterns) -> tuple[int, int] | None:
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
    if regex.fullmatch(r"(?:و\s*)?(?:و?ان|و?انه|و?انها|و?انهم|و)", inner):
        return None
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
