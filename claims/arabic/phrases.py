"""Arabic noun phrases: the subject behind a verb, the noun that a relative clause hangs on, the subject before a verb."""  # noqa: E501

from collections.abc import Sequence

import regex

from claims.arabic import words as w
from claims.arabic.tagging import Word
from claims.lexicon import words_of
from claims.lexicon.ar_verbs import verb_core
from claims.meant.kinds import kind_of_noun
from claims.meant.records import Kind

Words = Sequence[Word]
_LONGEST = 12


def phrase_end(words: Words, start: int, stop: int) -> int:  # noqa: C901, PLR0912, PLR0915
    """Where the noun phrase that begins at a word ends; `start` itself where none begins there."""
    at = start
    jumped = False
    closed = False  # a definite word or a name was seen: what follows must agree or be a name
    given = words_of("ar").given_names
    while at < stop and at - start < _LONGEST:
        word = words[at]
        if word.pos == "(" and at > start and words[at - 1].named:
            break
        if word.pos == "(" and at > start and word.text != "(":
            close = closing(words, at, stop)
            if close - at > 8 or any(words[i].pos == "V" for i in range(at, close)):
                break
            at, closed = close, True
            continue
        if word.pos == "PRO" and at == start:
            return at + 1
        if at > start and words[at - 1].core in w.PART_OF:
            break
        if word.bearer > at and closed and at > start and words[at - 1].bearer != word.bearer:
            break
        if word.bearer > at and word.bearer < stop:
            at, closed, jumped = word.bearer, True, True
            continue
        if not word.noun or (word.depth > words[start].depth and words[start].pos != "("):
            break
        if at > start and word.raw.isdigit() and words[at - 1].definite and words[at - 1].core not in w.TIME_NOUN:
            break  # "تراجع السهم 8 في المئة"
        if at > start and word.core in {"عشر", "عشره"} and words[at - 1].definite:
            at += 1  # "the eleventh"
            continue
        if at > start:
            before = words[at - 1]
            if word.joined and not (word.named or _same_shape(words, start, at)):
                break
            if word.named and not before.named and closed and not jumped and not _opens_name(words, at):
                break
            if not word.named:
                if word.prefixed and not _title_goes_on(words, at, stop):
                    break
                if word.core in w.TIME_NOUN and not before.core.startswith(("رئيس", "مدير")):
                    break
                if before.named and not word.definite:
                    break
                if word.definite and not before.definite and before.core.endswith("ون") and len(before.core) > 4:
                    break  # "وعزا محللون التراجع": a plural that keeps its n owns nothing
                if (
                    before.named
                    and word.definite
                    and _name_length(words, at - 1) > 2
                    and not word.core.endswith(("ي", "يه"))
                ):
                    break
                if before.named and word.definite and not word.core.endswith(("ي", "يه")) and at + 1 < stop:
                    break
                if (
                    closed
                    and not word.definite
                    and before.pos != "DEM"
                    and word.core not in given
                    and before.core not in w.LINKS
                ):
                    break
                if word.pos == "DEM" and closed:
                    break
                if (
                    word.definite
                    and before.definite
                    and before.core.endswith("ه")
                    and not before.core.startswith(("لل", "بال"))
                    and not word.core.endswith(("ه", "ي", "ا", "ات"))
                ):
                    break  # a feminine noun has no masculine adjective: what follows is the object
                if (
                    word.core[-1:] == "ا"
                    and word.raw[-1:] in "اً"
                    and not word.definite
                    and len(word.core) > 3
                    and word.pos == "N"
                    and not _foreign(word.core)
                ):
                    break
        closed = closed or word.definite or word.named or word.core.endswith(("ها", "هم", "هما"))
        at += 1
    return at


def _foreign(core: str) -> bool:
    """Whether a final alif belongs to a name: اميركا, تركيا."""
    return core.endswith(("يا", "كا", "دا", "سا", "فا", "ندا"))


def _opens_name(words: Words, at: int) -> bool:
    """Whether a person's name that starts here is told by what stands before it: title, nisba, kin."""
    return words[at - 1].definite or words[at - 1].pos == ")" or words[at - 1].core.endswith(("ه", "ها", "ه"))


def _name_length(words: Words, last: int) -> int:
    """How many words of a name end here."""
    first = last
    while first >= 0 and words[first].named:
        first -= 1
    return last - first


def _same_shape(words: Words, start: int, at: int) -> bool:
    """Whether "and" plus a noun goes on with the phrase: two definite nouns, two bare ones."""
    word, before = words[at], words[at - 1]
    if word.pos != "N" or word.prefixed:
        return False
    return word.definite == before.definite and (before.named or word.definite or at - start >= 1)


def _title_goes_on(words: Words, at: int, stop: int) -> bool:
    """Whether a prepositional word inside a title is followed by the name: "رئيس الجمعية المغربية لعلم الفلك كريم الودغيري"."""  # noqa: E501
    return any(words[i].named for i in range(at + 1, min(at + 6, stop))) and all(
        words[i].noun for i in range(at, min(at + 6, stop)) if not any(words[k].named for k in range(at, i))
    )


def closing(words: Words, at: int, stop: int) -> int:
    """The place behind the mark that closes a quotation or bracket opened here."""
    depth = words[at + 1].depth if at + 1 < stop else words[at].depth
    for place in range(at + 1, stop):
        if words[place].depth < depth or (words[place].pos == ")" and words[place].depth < max(depth, 1)):
            return place + 1
        if words[place].text == '"' and place > at:
            return place + 1
    return stop


def subject_behind(words: Words, verb: int, stop: int) -> tuple[int, int] | None:
    """The subject that follows a verb: a definite phrase, a name, or a counted or qualified one."""
    at = verb + 1
    core = words[verb].core
    trade = words[at] if at < stop else None
    if core in _WORKS and trade is not None and trade.pos == "N" and not (trade.definite or trade.named):
        return None  # "عملت ممرضة": as what
    if core.endswith("نا") and words[verb].past and len(core) > 4 and verb_core(core[:-2]) and not verb_core(core) == core:
        return None  # "زرعنا أربعين ألف شجرة": we did
    if words[verb].core.endswith(("وا", "ون")):
        return None  # a verb in the plural has had its subject already
    while at < stop and (words[at].pos == "ADV" or (words[at].pos == "P" and words[at].core in w.WITH_PRONOUN)):
        at += 1
    counted = counted_end(words, at, stop)
    if counted > at and not _spell(words, at, counted):
        return at, counted
    if (
        at < stop
        and words[at].pos in {"P", "N", "ADV"}
        and (words[at].pos == "P" or words[at].core in w.TIME_NOUN or words[at].prefixed)
    ):
        behind = _past_adverbial(words, at, stop)
        counted = counted_end(words, behind, stop) if behind is not None else -1
        if behind is not None and counted > behind and not _spell(words, behind, counted):
            return behind, counted
        if (
            behind is not None
            and behind < stop
            and words[behind].noun
            and not words[behind].prefixed
            and words[behind].depth == words[verb].depth
        ):
            end = phrase_end(words, behind, stop)
            worth = (
                words[behind].definite
                or words[behind].named
                or words[behind].pos in {"NUM", "DEM"}
                or end - behind > 1
                or words[behind].core.endswith(("ون", "ات"))
            )
            if (
                worth
                and end > behind
                and not _spell(words, behind, end)
                and not (not has_object(words[verb]) and _object_like(words[behind]))
            ):
                return (behind, end)
        return None
    if at >= stop or not (words[at].noun or words[at].pos == "(") or words[at].prefixed or words[at].joined:
        return None
    if not has_object(words[verb]) and _object_like(words[at]):
        return None
    end = object_in(words, at, phrase_end(words, at, stop))
    return (at, end) if end > at and not _spell(words, at, end) else None


def counted_end(words: Words, at: int, stop: int) -> int:
    """Where a phrase ends that a measure opens: "نحو 150 تاجرا", "ما لا يقل عن 41 شخصا", "أكثر من مئة"; `at` for none."""
    first = at
    if at < stop and words[at].core in _ABOUT:
        first = at + 1
    elif at + 1 < stop and words[at].core in {"اكثر", "اقل", "ازيد"} and words[at + 1].core == "من":
        first = at + 2
    elif at < stop and words[at].core == "ما" and not words[at].joined:
        behind = next((i for i in range(at + 1, min(stop, at + 5)) if words[i].core in _BOUNDS), -1)
        first = behind + 1 if behind > 0 else at
        first += behind > 0 and first < stop and words[first].pos == "P"
    if first == at or first >= stop or not (words[first].pos == "NUM" or words[first].core in _COUNTED):
        return at
    return max(phrase_end(words, first, stop), first + 1)


_ABOUT = frozenset("نحو حوالي قرابه زهاء".split())  # noqa: SIM905
_BOUNDS = frozenset("يقل تقل يزيد تزيد يقارب تقارب يناهز تناهز يفوق تفوق يربو تربو يتجاوز يعادل يقرب".split())  # noqa: E501, SIM905
_COUNTED = frozenset(
    "عشرات مئات الاف ملايين نصف ثلث ربع ثلثي ثلاثه اربعه خمسه سته سبعه ثمانيه تسعه عشره ثلاث اربع خمس ست سبع ثماني تسع عشر عشرون عشرين ثلاثون ثلاثين اربعون اربعين خمسون خمسين ستون ستين سبعون سبعين ثمانون ثمانين تسعون تسعين مئه مائه مئتي مائتي الف الفي مليون مليوني مليار ملياري بضع بضعه".split()  # noqa: E501, SIM905
)


_WORKS = frozenset("عمل عملت عملوا يعمل تعمل اشتغل اشتغلت".split())  # noqa: SIM905


def object_in(words: Words, first: int, end: int) -> int:
    """Where the object begins in "افتتح الوزير المتحف": two definite nouns behind a verb of which the second qualifies nothing; `end` for none."""  # noqa: E501
    if first == 0 or words[first - 1].pos != "V" or words[first - 1].core in w.INTRANSITIVE:
        return end
    for at in range(first + 1, end):
        word, before = words[at], words[at - 1]
        if word.pos != "N" or word.named or word.bearer >= 0 or not before.definite or before.named:
            continue
        man = kind_of_noun(before.core, "ar") is Kind.PERSON and before.raw[-1:] not in "ةاىي" + "ءت"
        if word.definite and (not _may_qualify(word) or (man and word.raw.endswith("ة"))):
            return at  # "اتهم الوزير المعارضة"
    return end


def _may_qualify(word: Word) -> bool:
    """Whether a definite word has the shape of an adjective: nisba, participle, "كبير", "اكبر", a plural."""
    stem = word.core[2:]
    if regex.fullmatch(r"[^م]\p{L}ا\p{L}ه", stem) or (word.raw.endswith("اة") and not stem.startswith("م" + "ست")):
        return False  # "السباحة", "المباراة": a noun by its shape
    return (
        stem.endswith(("ي", "يه", "ه", "ون", "ين", "ات", "ان", "ا"))
        or (stem in _QUALIFYING if len(stem) <= 3 else stem[1] == "ا")
        or stem[0] == "ا"
        or stem[2:3] in {"ي", "و"}
        or (stem[0] == "م" and len(stem) > 4)
        or stem in _QUALIFYING
    )


_QUALIFYING = frozenset("صعب سهل ضخم حسن حر عام خاص هام تام حاد جاد بكر رطب عذب مر هش فذ حي شاب حلو اول ثان اخر كبر حار سار ضار موقت مغلق مطلق ممكن محدد معين مكثف معدل مصغر مسلح مدرب مزمن مهدد مصور مرخص".split())  # noqa: SIM905


def _spell(words: Words, at: int, end: int) -> bool:
    """Whether a phrase only says how long: عدة دقائق، أربعة أعوام."""
    return words[end - 1].core in SPELLS and end - at <= 3


SPELLS = frozenset("دقائق ساعات ايام اسابيع اشهر سنوات اعوام مرات مره عاما شهرا يوما ساعه دقيقه سنه".split())  # noqa: SIM905


def has_object(word: Word) -> bool:
    """Whether a pronoun is written behind the verb, so that a noun behind it is its subject."""
    from claims.lexicon.ar_verbs import verb_core  # noqa: PLC0415 -- one question

    core = verb_core(word.core)
    return bool(core) and not word.core.endswith(core)


def _object_like(word: Word) -> bool:
    """Whether a noun is marked as an object: a bare accusative, "first", "her book"."""
    return (
        word.raw[-1:] in "ًا"
        and word.core[-1:] == "ا"
        and not word.core.endswith(("ها", "هما", "نا"))
        and not word.definite
        and len(word.core) > 3
        and not _foreign(word.core)
        and not word.named
    ) or word.core in {"اي", "عدم", "كل"}


def _past_adverbial(words: Words, at: int, stop: int) -> int | None:
    """The place behind a prepositional or time phrase that stands between verb and subject."""
    steps = 0
    while at < stop and steps < 3:
        word = words[at]
        if steps and counted_end(words, at, stop) > at:
            return at
        if word.pos == "ADV" or (word.pos == "P" and word.core in w.WITH_PRONOUN):
            at += 1
        elif word.pos == "P":
            inner = at + 1
            while inner < stop and words[inner].pos in {"P", "DEM"}:
                inner += 1
            end = _adverbial_end(words, inner, stop)
            if end == inner:
                return None
            at = end
        elif word.core in w.TIME_NOUN or word.prefixed:
            at = _adverbial_end(words, at, stop)
        else:
            return at if steps else None
        steps += 1
    return at if at < stop else None


def _adverbial_end(words: Words, at: int, stop: int) -> int:
    """The end of a short phrase: one noun with what makes it definite, or a date."""
    end = at
    closed = False
    while end < stop and end - at < 5:
        word = words[end]
        if word.pos == "NUM":
            end, closed = end + 1, True
            continue
        if word.pos == "DEM":
            end += 1
            continue
        if word.pos == "(" and end > at:
            end, closed = closing(words, end, stop), True
            continue
        if word.pos != "N" or (word.joined and end > at) or word.named:
            break
        if closed and not word.definite:
            break
        closed = closed or word.definite
        end += 1
        if (
            closed
            and end < stop
            and words[end].pos == "N"
            and words[end].definite
            and not _agrees(words[end - 1], words[end])
        ):
            break
    return end


def _agrees(noun: Word, adjective: Word) -> bool:
    """Whether a definite word can be the adjective of the one before it."""
    return (
        adjective.core.endswith(("يه", "ي", "ه"))
        or noun.core in w.TIME_NOUN
        or adjective.core[2:] in {"ماضي", "مقبل", "حالي", "جاري", "اول", "ثاني", "ثالث", "رابع"}
    )
