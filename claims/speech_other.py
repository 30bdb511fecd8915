"""Turkish and Chinese: content before its verb, and content behind a comma or colon."""

import itertools
from functools import cache

import regex

from claims.closed import compiled
from claims.lexicon import words_of
from claims.speech_base import Speech, trimmed

_PASSIVE = regex.compile(
    r"(?:belirtil|bildiril|kaydedil|aciklan|vurgulan|aktaril|duyurul|hatirlatil|soylen|ifade edil|iddia edil"
    r"|one surul|ileri surul)(?:di|du|iyor|uyor|mekte)\p{l}*"
)
SAYING = "diyen"  #: the participle of saying
_TOLD_IN = regex.compile(
    r"\s*(?P<s>[^,;]{2,60}?)'?(?:n[iu]n|[iu]n|n?d[ae]n|t[ae]n)?\s+"
    r"(?:yapilan |yayimlanan |yayinlanan |yazili |dun |hazirlanan )*"
    r"(?:aciklama|rapor|haber|bildiri|iddianame|duyuru|karar|yazi|bulten|calisma|arastirma)\p{l}*d[ae]\s*,?\s+"
)

#: "Raporda, …": what was written speaks for itself
_IN_ITSELF = regex.compile(
    r"\s*(?P<s>(?:iddianame|rapor|tutanak|bildiri|karar|dilekce|arastirma|aciklama|gerekce|mektup|tebligat|bulten)\p{l}{0,4}?[dt][ae])\s*,?\s+"
)


def _told_in(text: str, flat: str, start: int, match: "regex.Match[str]") -> Speech | None:
    """As in "Bakanlıktan yapılan açıklamada … belirtildi": the source is whoever made the statement."""
    lead = _TOLD_IN.match(flat, start, match.start()) or _IN_ITSELF.match(flat, start, match.start())
    if lead is None:
        return None
    content = trimmed(text, lead.end(), match.start())
    if content[1] - content[0] < 12:
        return None
    return Speech(start=lead.start("s"), end=match.end(), content=(content,), speaker=lead.span("s"), verb=match.group("q"), direct=False)  # noqa: E501  # fmt: skip


#: when it was said, between what was said and the verb: "… kapatacağını geçen yıl bildirdi"
_WHEN_SAID = (
    r"(?:\s+(?:(?:gecen|gectigimiz)\s+(?:gun|hafta|ay|yil|pazartesi|sali|carsamba|persembe|cuma(?:rtesi)?|pazar)(?:\s+gunu)?"
    r"|dun|bugun|onceki gun|(?:pazartesi|sali|carsamba|persembe|cuma(?:rtesi)?|pazar)\s+gunu))?"
)
_CONTENT_ENDS = regex.compile(
    r"(?:di[gk]|du[gk]|ti[gk]|tu[gk]|ca[gk]|ce[gk]|mas|mes|me|ma)(?:in|un|i|u|ini|unu|larini|lerini|lar|ler)\p{l}*(?:\s+(?:da|de))?"
    rf"(?P<when>{_WHEN_SAID})\s*(?:one|ileri|iddia|kabul|ifade)?\s*$"
)
#: "“…” diyen usta, …": who said it stands behind it and goes on as the subject of the sentence
_SAYING = regex.compile(r"[”»\"]?\s+diyen\s+(?P<s>[^,;:“”«»\"]{2,70}?)(?P<c>,)?\s+(?=\S)")


def quoted_before(text: str, flat: str, quotes: list[tuple[int, int]]) -> Speech | None:
    """A quotation that opens a Turkish sentence, told of its subject by a participle of saying."""
    if not quotes or compiled(r"\p{L}").search(text[: quotes[0][0]]):
        return None
    match = _SAYING.match(flat, quotes[0][1])
    if match is not None and match.group("c") is None:  # without a comma the subject ends with its name
        named = compiled(r"(?:\p{Ll}[\p{L}'’]*\s){0,4}(?:\p{Lu}[\p{L}.]*\s)+(?=\p{Ll})").match(text, match.start("s"))
        if named is None:
            return None
        return _quoted(text, quotes[0], trimmed(text, match.start("s"), named.end()))
    return None if match is None else _quoted(text, quotes[0], match.span("s"))


def _quoted(text: str, quote: tuple[int, int], speaker: tuple[int, int]) -> Speech:
    return Speech(
        start=max(0, quote[0] - 1), end=speaker[1], content=(trimmed(text, *quote),), speaker=speaker, verb=SAYING,
        direct=True,
    )  # fmt: skip


@cache
def _second() -> "regex.Pattern[str]":
    return regex.compile(rf"(?<!\w)(?:{words_of('tr').say})\s+(?:ve|ancak|ama|fakat)$")


def verb_last_speech(
    text: str, flat: str, match: "regex.Match[str]", quotes: list[tuple[int, int]], begin: int = 0
) -> Speech | None:
    """Turkish: speaker, comma, nominalised content, verb; all of it behind `begin`."""
    clause = max((m.end() for m in compiled(r";\s+").finditer(flat[: match.start()])), default=begin)
    if _PASSIVE.fullmatch(match.group("q")):
        return _told_in(text, flat, clause, match)
    before = flat[clause : match.start()]
    for a, b in quotes:
        if clause <= a and b <= match.start() + 1 and b - a > 12:
            lead = trimmed(text, clause, max(clause, a - 1))
            speaker = (_past_participles(text, flat, *lead), lead[1]) if lead[1] - lead[0] > 2 else None
            if _second().search(flat, *lead):
                speaker = None  # "eleştirdi ve “…” dedi": whoever said the first thing
            return Speech(
                start=min(speaker[0], a - 1) if speaker else max(0, a - 1),
                end=match.end(),
                content=(trimmed(text, a, b),),
                speaker=_by_full_name(text, flat, speaker) if speaker else None,
                verb=match.group("q"),
                direct=True,
            )
    closed = _CONTENT_ENDS.search(before)
    if closed is None:
        return None
    stop = clause + (closed.start("when") if closed.group("when") else len(before))
    clause += _lead(flat[clause : match.start()])
    found = _turkish_speaker(text, flat, clause, match.start())
    if found is None:
        return None
    speaker, begin = found
    content = _bare_content(text, flat, *trimmed(text, begin, stop))
    if content[1] - content[0] < 8:
        return None
    return Speech(
        start=speaker[0] if speaker else content[0],
        end=match.end(),
        content=(content,),
        speaker=speaker,
        verb=match.group("q"),
        direct=False,
    )


_LEAD = regex.compile(
    r"\s*(?:ancak|ama|fakat|ayrica|ote yandan|bu arada|bunun uzerine|ardindan|daha sonra|son olarak|buna karsin|yine de|ve)\s*,?\s+"  # noqa: E501
)
_SUBJECT_NOUN = regex.compile(
    r"\p{l}{3,}(?:lar|ler|cilar|ciler|culari|cileri)|polis|bakan|baskan|yonetmen|sirket|bakanlik|hukumet|mahkeme|savcilik|sozcu|avukat|uzman|gazete|parti|sendika|o|kendisi|vali|doktor|ekip|kurum|belediye|banka"
)
_CASE = regex.compile(r"'(?:da|de|ta|te|dan|den|tan|ten|ya|ye|na|ne|a|e|yi|ni|i|u|yu|nin|nun|in|un|la|le|daki|deki)$")


_PARTICIPLE = regex.compile(
    r"(?<!\p{l})(?!(?:\p{l}*(?:bakan|baskan)|insan|zaman|alan|kaptan|sultan|uzman|kurban|liman|orman|vatan|roman|ekran|duzen|neden|"
    r"beden|guven|tren|meydan|divan|duman|yalan|yaban)(?:\W|$))\p{l}{2,}(?:(?<![dt])[ae]n|(?<=e|gi)den|(?<=t)utan) (?=\p{l})|(?<!\p{l})olan (?=\p{l})|(?<!\p{l})(?!gelecek )\p{l}{2,}(?:acak|ecek) (?=\p{l})"  # noqa: E501
)


#: a participle of Turkish that what follows is told by
PARTICIPLE_BEFORE = regex.compile(r"(?<!\p{L})(?!(?:diyen|gelecek)\s)\p{Ll}+(?:(?<![dt])[ae]n|den|acak|ecek)\s+$")


def _past_participles(text: str, flat: str, start: int, end: int) -> int:
    """Where the speaker's own words begin behind what is told of them: "60 dönüm zeytinliği olan Karaoğlan"."""
    found = [one for one in _PARTICIPLE.finditer(flat, start, end) if text[one.start()].islower()]
    last = found[-1] if found else None
    return last.end() if last is not None and end - last.end() > 3 else start


#: when and to whom it was said, behind the speaker: "usta o gün gazetecilere, …"
_TOLD_WHOM = regex.compile(
    r"(?:\s+(?:o gun|dun|bugun|gecen \p{l}+|\p{l}+(?:cilere|culara|cilara|culere|lerine|larina)))+$"
)


_FULL_NAME = regex.compile(r"(?<!\p{L})\p{Lu}[\p{L}.]+(?:\s\p{Lu}[\p{L}.]+)+$")


def _by_full_name(text: str, flat: str, span: tuple[int, int]) -> tuple[int, int]:
    """A speaker before a quotation without what he is and to whom he spoke: "Selma Tunç[, emekli bir öğretmen,] “…” dedi"."""  # noqa: E501
    commas = [one.start() for one in _PAUSE.finditer(flat, *span)]
    parts = [trimmed(text, a, b) for a, b in itertools.pairwise([span[0], *(at + 1 for at in commas), span[1]])]
    named = [part for part in parts if _FULL_NAME.search(text, *part)]
    start, end = named[0] if len(parts) > 1 and len(named) == 1 else span
    told = _TOLD_WHOM.search(flat, start + 2, end)
    return start, told.start() if told else end


def _lead(flat: str) -> int:
    """The length of a conjunction that opens a clause."""
    match = _LEAD.match(flat)
    return match.end() if match else 0


_PAUSE = regex.compile(r",(?!\d)")


def _turkish_speaker(text: str, flat: str, start: int, end: int) -> tuple[tuple[int, int] | None, int] | None:
    """The speaker that opens a clause and where the content begins; None for the speaker where it is dropped."""
    found = _PAUSE.search(flat, start, end)
    comma = found.start() if found else -1
    start = _past_participles(text, flat, start, comma) if comma - start >= 2 else start
    if 2 <= comma - start <= 90 and not compiled(r"(?:inca|unca|ince|dan sonra|den sonra|iken|rken|gore|icin|nda|nde|nce)$").search(flat[start:comma].rstrip()):  # noqa: E501  # fmt: skip
        told = _TOLD_WHOM.search(flat, start + 2, comma)
        return trimmed(text, start, told.start() if told else comma), comma + 1
    words = [(m.start() + start, m.end() + start) for m in compiled(r"[\p{L}\p{M}.\d'’-]+").finditer(text[start:end])]
    for at, (a, b) in enumerate(words[:14]):
        if _CASE.search(flat[a:b]):
            continue
        named = text[a].isupper() and (at > 0 or (len(words) > 1 and text[words[1][0]].isupper()))
        closes = at + 1 >= len(words) or not text[words[at + 1][0]].isupper()
        plain = at == 0 and _SUBJECT_NOUN.fullmatch(flat[a:b])
        if (named and closes and flat[b : b + 1] == " ") or plain:
            return (words[0][0], b), b
        if named and not closes:
            continue
    return None, start


def _bare_content(text: str, flat: str, start: int, end: int) -> tuple[int, int]:
    """What was said without the "also" that belongs to the saying."""
    lead = compiled(r"(?:ise|da|de)\s+").match(flat[start:end])
    start += lead.end() if lead else 0
    also = compiled(r"\s+(?:da|de)$").search(flat[start:end])
    return trimmed(text, start, start + also.start()) if also else (start, end)


_SOURCE_TAIL = regex.compile(
    r"'?(?:nin|nun|in|un|den|dan|ten|tan)?\s+(?:yapilan |alinan |edinilen |yayimladigi |yayinladigi |aciklanan |resmi |son )*"  # noqa: E501
    r"(?:veri|aciklama|rapor|haber|bilgi|iddia|degerlendirme|anket|arastirma|tahmin|hesap|ifade|soz|kaynak|kayit|istatistik|calisma|plan|duyuru|yazi)\p{l}*$"
)

_TO_NAME = regex.compile(r"'(?:[yn]?[ae])$")  #: "Keskin'e göre"


def turkish_source(text: str, flat: str, start: int, end: int) -> tuple[int, int]:
    """Who is behind "X'in verilerine göre", without the word for what they gave."""
    start = _past_participles(text, flat, start, end)
    tail = _SOURCE_TAIL.search(flat[start:end]) or _TO_NAME.search(flat[start:end])
    return trimmed(text, start, start + tail.start()) if tail and tail.start() > 2 else (start, end)


_MARKS = frozenset(["指出", "认为", "否认", "声称", "宣称", "称", "表示", "透露", "承认"])
_NO_CONTENT = frozenset(["否认", "批评", "指责", "呼吁"])
#: a second act of the same speaker: "，并称…", "，但他否认…"
_SECOND = regex.compile(
    r"[，；]\s*(?=(?:(?:但|但是|不过|同时|而)?(?:他|她)|但|但是|不过)?(?:并|还|又|也|同时|则|却|仍)?(?:表示|称|说|指出|强调|宣布|透露|认为|否认|承认))"
    r"(?!表示|称|说|指出|强调|宣布|透露|认为|否认|承认)"
)


def han_speech(text: str, says: list["regex.Match[str]"]) -> list[Speech]:
    """Chinese: speaker, verb, comma or colon, content; a second verb behind 并 keeps the speaker."""
    made: list[Speech] = []
    first = compiled(
        r"\s*[“「](?P<c>[^”」]{4,})[”」]\s*，?(?P<s>[^，。“”]{1,36}?)(?:笑着|含泪|笑)?"
        r"(?P<v>说|表示|称|坦言|坦承|(?:解释|补充|回忆|抱怨|感叹|感慨|强调|写|指出)[道说])道?(?:[。！]?$|，(?P<r>.{5,})$)"
    ).match(
        text,
    )
    if first is not None:
        behind = (trimmed(text, *first.span("r")),) if first.group("r") else ()
        return [
            Speech(
                start=0,
                end=behind[0][1] if behind else first.end("v"),
                content=(first.span("c"), *behind),
                speaker=first.span("s"),
                verb=first.group("v"),
                direct=True,
            )
        ]
    for match in says:
        at = match.start("q")
        if made and at < made[-1].end:
            continue
        one = _han_one(text, match, made[-1].speaker if made else None)
        if one is not None:
            made.append(one)
    return made


_LONG = 60  #: characters of a speaker with titles, a day and a place, before a verb of saying with its comma
_HAN_LEAD = regex.compile(r"(?:然而|但是|不过|此外|另外|同时|因此|而|但|随后|对此)[，,]?\s*")
_HAN_TAIL = regex.compile(
    r"\s*(?:曾经|曾|还|也|又|继续|随后|则|再次|接着|进一步|如是|同时|均|都|并|却|仍|已|今天|昨天|日前|当天|近日|周[一二三四五六日]|星期[一二三四五六日天]|\d{1,2}日|在[^，]{1,12}[上中时]|告诉记者|对[^，]{1,10}|向[^，]{1,10})+$"
)


def _han_name(text: str, start: int, end: int) -> tuple[int, int]:
    """A speaker without the conjunction before it and the adverbs behind it."""
    lead = _HAN_LEAD.match(text[start:end])
    begin = start + lead.end() if lead and lead.end() < end - start - 1 else start
    tail = _HAN_TAIL.search(text[begin:end])
    return begin, begin + tail.start() if tail and tail.start() > 0 else end


def _han_one(text: str, match: "regex.Match[str]", last: tuple[int, int] | None) -> Speech | None:
    """The speech act around one verb."""
    at = match.start("q")
    clause = max((m.end() for m in compiled(r"[，。；：]").finditer(text[:at])), default=0)
    speaker = trimmed(text, clause, at)
    if compiled(r"(?:没有|没|未|不愿|拒绝|并未|不|尚未)$").search(text[slice(*speaker)]):
        return None  # what was not said is no speech
    again = text[speaker[0] : speaker[1]] in {"并", "还", "又", "也", "同时"}
    if again and last is None:
        return None
    behind = compiled(r"\s*[，：:,]?\s*[“「]?").match(text[match.end("q") :])
    start = match.end("q") + (behind.end() if behind else 0)
    following = _SECOND.search(text, start)
    close = following.start() if following else len(text.rstrip("。！ ”」"))
    content = trimmed(text, start, close)
    told = bool(behind and behind.group(0).strip())
    marked = again or told or match.group("q") in _MARKS
    plain = 1 < speaker[1] - speaker[0] < (_LONG if told else 30) or text[speaker[0] : speaker[1]] in {"他", "她"}
    if not marked or content[1] - content[0] < 5 or (not plain and not again):
        return None
    begin = speaker[0]
    named = _han_name(text, *speaker)
    if text[slice(*named)] in {"他", "她", "但", "不过", "但是"} and last is not None:
        begin, again = (named[0] if text[named[0]] in "他她" else begin), True
    if again:
        speaker = last if last is not None else speaker
    if match.group("q") in _NO_CONTENT:
        return Speech(start=begin, end=content[1], content=(), speaker=speaker, verb=match.group("q"), direct=False)
    tail = compiled(r"(?:在|向|对).{1,14}$").search(text[speaker[0] : speaker[1]])
    head = (speaker[0], speaker[0] + tail.start()) if tail and tail.start() > 1 else speaker
    head = _han_name(text, *head)
    direct = any(mark in text[match.end("q") : start + 1] for mark in "“「")
    return Speech(start=begin, end=content[1], content=(content,), speaker=head, verb=match.group("q"), direct=direct)
