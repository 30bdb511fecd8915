"""A sentence -> who says what in it: the frame that names the speaker, and the content reported."""

import regex

from claims.closed import compiled
from claims.folding import Folded, fold, folded
from claims.lexicon import words_of
from claims.names import find_names
from claims.records import NameKind
from claims.speech_base import Patterns, Speech, clause_end, patterns_of, quotes_of, trimmed
from claims.speech_inserted import bare_speaker, inserted_speech
from claims.speech_other import han_speech, quoted_before, turkish_source, verb_last_speech
from claims.speech_quoted import is_title, named_source, quoted_by
from claims.speech_subject_first import subject_first_speech
from claims.tokens import grammar_of, is_verb, tokens_of

__all__ = ["Speech", "find_speech", "quotes_of", "trimmed"]

_SHORTEST = 12  #: signs of what one said
_DENIED = regex.compile(
    r"(?:(?<!\w)(?:[وف]?(?:لم|لن|لا|ما)|not|n't|never|didn't|n'a pas|ne|nicht|no|не|didn t|doesn t)\s+|n't\s+|pas\s+)$"
)


_NOUN_BEFORE = regex.compile(r"(?<!\w)(?:به|این|ان|همین|هر|بنابر|بر|از)\s$".replace("ی", "ي"))
#: Persian: behind a pronoun for whoever said it no comma needs to stand
_BY_PRONOUN = regex.compile(r"\s*(?P<s>او|وي|ايشان|انها|ان\u200cها|انان)\s+(?!و\s|,|كه\s)(?=\w)")
_OWN_VIEW = regex.compile(r"\s+(?:من|ما)(?!\w)")
#: Persian: what the named source is, between commas: "به گفته مریم نیک، استاد دانشگاه، …"
_BESIDE = regex.compile(r"(?P<t>\p{L}+(?:\u200c\p{L}+)*)(?:\s[^,]{1,60})?,\s+")


_INSERT = {
    "fr": regex.compile(r"(?:\p{l}{3,}(?:ee?s?|i|is|ie|u|ue)|qui|que|dont)\s[^,]{2,60},\s"),
    "es": regex.compile(r"(?:\p{l}{3,}(?:ad[oa]s?|id[oa]s?)|que)\s[^,]{2,60},\s"),
}


def find_speech(sentence: str, language: str) -> list[Speech]:
    """The speech acts of a sentence in text order; nested ones after the one that holds them."""
    source = fold(sentence)
    if source.places:
        # Offsets are worked out on the sentence itself; a dropped mark would move them.
        flat = source.text
        found = _find(flat, flat, language)
        return [_moved(one, source) for one in found]
    return _find(sentence, source.text, language)


def _moved(one: Speech, source: Folded) -> Speech:
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
        whole=one.whole,
    )


def _find(text: str, flat: str, language: str) -> list[Speech]:
    patterns = patterns_of(language)
    quotes = quotes_of(text)
    found = _according(text, flat, language, patterns)
    says = list(patterns["say"].finditer(flat)) if patterns["say"] else []
    says = [m for m in says if not any(a <= m.start() < b for a, b in quotes)]
    quotes = [one for one in quotes if not any(is_title(text, one, m.start("q"), language) for m in says)]
    if language == "zh":
        return found or han_speech(text, says)
    if not found and not quotes and (told := inserted_speech(text, flat, language)) is not None:
        return [told]
    says = [m for m in says if not _denied(flat, m.start("q"), language) and not _refuses(flat, m, language)]
    says = [m for m in says if language != "fa" or not _words_of_one(flat, m)]
    if not found and (said := named_source(text, flat, language)) is not None:
        return [said]
    begin = 0
    if language == "tr" and not found and (told := quoted_before(text, flat, quotes)) is not None and told.speaker:
        found.append(told)
        begin, quotes = told.speaker[0], quotes[1:]
    used: list[tuple[int, int]] = [(one.start, one.end) for one in found]
    for match in says:
        if any(a <= match.start("q") < b for a, b in used):
            continue
        made = None
        if words_of(language).verb_last and language == "tr":
            made = verb_last_speech(text, flat, match, quotes, begin)
        else:
            made = subject_first_speech(text, flat, match, patterns, quotes, language)
        if made is not None:
            found.append(made)
            used.append(
                (made.start, made.content[0][0] if made.content and made.content[0][0] > made.start else made.end)
            )
    if not found and quotes and (quoted := quoted_by(text, flat, quotes, language)) is not None:
        return [quoted]
    return found


def _denied(flat: str, at: int, language: str) -> bool:
    """Whether the verb of saying is itself denied: that nobody said it is no speech."""
    del language
    return _DENIED.search(flat, max(0, at - 12), at) is not None


def _words_of_one(flat: str, match: "regex.Match[str]") -> bool:
    """Whether a Persian verb of saying is a noun: "به گفته وی", "این گفته را رد کرد"."""
    return (
        match.group("q") == "گفته" and _NOUN_BEFORE.search(flat, max(0, match.start() - 8), match.start()) is not None
    )


def _refuses(flat: str, match: "regex.Match[str]", language: str) -> bool:
    """Whether a Spanish verb of denying is reflexive: "se niegan a vender" says nothing, they refuse."""
    return (
        language == "es"
        and compiled(r"n(?:ie|e)g").match(match.group("q")) is not None
        and compiled(r"(?<!\w)se\s+$").search(flat[: match.start("q")]) is not None
    )


def _according(text: str, flat: str, language: str, patterns: Patterns) -> list[Speech]:  # noqa: C901, PLR0911, PLR0912
    """According to X, content. Content, according to X."""
    after = patterns["after"]
    if after is not None and language == "tr":
        match = after.search(flat)
        if match:
            source = turkish_source(text, flat, *trimmed(text, 0, match.start()))
            content = trimmed(text, match.end(), clause_end(flat, match.end()))
            if (
                (3 < source[1] - source[0] < 90 or flat[slice(*source)] == "ona")
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
    if language == "de" and (told := _zufolge(text, flat)) is not None:
        return [told]
    pattern = patterns["according"]
    if pattern is None:
        return []
    for match in pattern.finditer(flat):
        comma = compiled(r"[,،，:：]|(?=\sفقد\s|\sفان\s|\sفانه\s|\sفانها\s)").search(flat[match.end() :])
        clause = max(flat.rfind(mark, 0, match.start()) for mark in [":", ";"]) + 1
        opening = not compiled(r"\p{L}").search(flat[clause : match.start()])
        end = clause_end(flat, match.end())
        if language == "fa" and _OWN_VIEW.match(flat, match.end()):
            continue
        if opening and language == "fa" and (by := _BY_PRONOUN.match(flat, match.end(), end)) is not None:
            content = trimmed(text, by.end(), end)
            if content[1] - content[0] >= _SHORTEST:
                return [Speech(start=match.start(), end=content[1], content=(content,), speaker=by.span("s"), verb=match.group("q"), direct=False)]  # noqa: E501  # fmt: skip
        if opening and language == "de":
            told = _german_according(text, match, end)
            if told is not None:
                return [told]
        if opening and comma:
            source = trimmed(text, match.end(), match.end() + comma.start())
            content = trimmed(text, match.end() + comma.end(), end)
            insert = _INSERT.get(language)
            if insert is not None and (beside := insert.match(flat, content[0])) is not None:
                content = trimmed(text, beside.end(), end)  # "Selon le rapport, publié jeudi, un pont …"
            if language == "fa":
                source, content = _with_office(text, flat, source, content)
            if language == "de":
                source, content = _verb_second(text, source, content, end)
            if source[1] - source[0] > 110 or content[1] - content[0] < (8 if language != "zh" else 4):
                continue
            if language == "zh":
                tail = compiled(r"(?:的)?(?:报道|消息|说法|数据|统计|介绍|透露)$").search(text[source[0] : source[1]])
                if tail and tail.start() == 0:
                    continue  # 据统计, 据报道: whose figures or report it is stands nowhere
                source = (source[0], source[0] + tail.start()) if tail else source
            return [
                Speech(
                    start=match.start(),
                    end=content[1],
                    content=(content,),
                    speaker=bare_speaker(text, _source(text, flat, source, language), flat, language)
                    if source[1] > source[0]
                    else None,
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


def _with_office(
    text: str, flat: str, source: tuple[int, int], content: tuple[int, int]
) -> tuple[tuple[int, int], tuple[int, int]]:
    """A Persian source with what he is, where a title set between commas tells that."""
    beside = _BESIDE.match(flat, *content)
    if (
        beside is None
        or not grammar_of("fa").title.fullmatch(beside.group("t"))
        or any(one.verb for one in tokens_of(beside.group(0), "fa"))
    ):
        return source, content
    return trimmed(text, source[0], beside.end()), trimmed(text, beside.end(), content[1])


def _german_according(text: str, match: "regex.Match[str]", end: int) -> Speech | None:
    """In "Laut der Zeitung lagen Hinweise vor" the content begins with the verb, and no comma need stand there."""
    source, content = _verb_second(text, trimmed(text, match.end(), end), (end, end), end)
    if not content[1] > content[0] + 8 or not 2 < source[1] - source[0] < 90 or "," in text[slice(*source)]:
        return None
    return Speech(start=match.start(), end=content[1], content=(content,), speaker=source, verb=match.group("q"), direct=False)  # noqa: E501  # fmt: skip


def _zufolge(text: str, flat: str) -> Speech | None:
    """In "Einem Gutachten zufolge steigen die Kosten" the source stands before its preposition."""
    match = compiled(r"(?P<s>[^,;]{3,80}?)\s+zufolge\s+").match(flat)
    if match is None:
        return None
    content = trimmed(text, match.end(), clause_end(flat, match.end()))
    return Speech(start=0, end=content[1], content=(content,), speaker=match.span("s"), verb="zufolge", direct=False) if content[1] - content[0] > 12 else None  # noqa: E501  # fmt: skip


def _verb_second(
    text: str, source: tuple[int, int], content: tuple[int, int], end: int
) -> tuple[tuple[int, int], tuple[int, int]]:
    """German: the content begins with the verb behind the source: "Laut einer Studie sank die Zahl ..."."""
    for word in compiled(r"\p{L}+").finditer(text[source[0] : source[1]]):
        if word.group(0).islower() and is_verb(folded(word.group(0)), word.group(0), "de"):
            cut = source[0] + word.start()
            if cut - source[0] > 3:
                return trimmed(text, source[0], cut), trimmed(text, cut, end)
    return source, content


def _source(text: str, flat: str, span: tuple[int, int], language: str) -> tuple[int, int]:
    """Who is behind a source: "a report that the consultancy Brightwater published" -> Brightwater."""
    inner = flat[span[0] : span[1]]
    patterns = patterns_of(language)
    says = patterns["say"].match(inner) if patterns["say"] else None
    if says:
        rest = trimmed(text, span[0] + says.end(), span[1])
        lead = compiled(r"(?:ayer|hier|gestern|el \p{L}+|lundi|mardi)\s+").match(flat[rest[0] : rest[1]])
        return (rest[0] + lead.end(), rest[1]) if lead else rest
    if compiled(
        r"(?:report|study|taqrir|تقرير|دراسه|بيان|survey|rapport|etude|informe|estudio|bericht|studie|доклад|исследован)"
    ).search(
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
