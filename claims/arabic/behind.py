"""The subject behind an Arabic verb: where it begins, and where it ends before the object."""

from collections.abc import Sequence

from claims.arabic import words as w
from claims.arabic.phrases import closing, foreign, phrase_end
from claims.arabic.word import Word
from claims.closed import compiled
from claims.lexicon.ar_verbs import verb_core
from claims.meant.kinds import kind_of_noun
from claims.meant.records import Kind

Words = Sequence[Word]


def subject_behind(words: Words, verb: int, stop: int) -> tuple[int, int] | None:  # noqa: C901, PLR0911
    """The subject that follows a verb: a definite phrase, a name, or a counted or qualified one."""
    at = verb + 1
    core = words[verb].core
    trade = words[at] if at < stop else None
    if core in _WORKS and trade is not None and trade.pos == "N" and not (trade.definite or trade.named):
        return None  # "عملت ممرضة": as what
    if core.endswith("نا") and words[verb].past and len(core) > 4 and verb_core(core[:-2]) and verb_core(core) != core:
        return None  # "زرعنا أربعين ألف شجرة": we did
    if words[verb].core.endswith(("وا", "ون")):
        return None  # a verb in the plural has had its subject already
    while at < stop and (words[at].pos == "ADV" or (words[at].pos == "P" and words[at].core in w.WITH_PRONOUN)):
        at += 1
    if at + 2 < stop and words[at].core == "اول" and words[at + 1].core == "من" and words[at + 2].core == "امس":
        at += 3
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
    """Where a phrase ends that a measure opens: "نحو 150 تاجرا", "ما لا يقل عن 41 شخصا"; `at` for none."""
    first = at
    if at < stop and words[at].core in _ABOUT:
        first = at + 1
    elif at + 1 < stop and words[at].core in {"اكثر", "اقل", "ازيد"} and words[at + 1].core == "من":
        first = at + 2
    elif at < stop and words[at].core == "ما" and not words[at].joined:
        behind = next((i for i in range(at + 1, min(stop, at + 5)) if words[i].core in _BOUNDS), -1)
        first = behind + 1 if behind > 0 else at
        first += behind > 0 and first < stop and words[first].pos == "P"
    if first == at or first >= stop or not (words[first].pos == "NUM" or words[first].core in w.COUNTED):
        return at
    return max(phrase_end(words, first, stop), first + 1)


_ABOUT = frozenset("نحو حوالي قرابه زهاء".split())  # noqa: SIM905
_BOUNDS = frozenset("يقل تقل يزيد تزيد يقارب تقارب يناهز تناهز يفوق تفوق يربو تربو يتجاوز يعادل يقرب".split())  # noqa: SIM905


_WORKS = frozenset("عمل عملت عملوا يعمل تعمل اشتغل اشتغلت".split())  # noqa: SIM905


def object_in(words: Words, first: int, end: int) -> int:
    """Where the object begins in "افتتح الوزير المتحف": two definite nouns behind a verb of which the second qualifies nothing; `end` for none."""  # noqa: E501
    if first == 0 or words[first - 1].pos != "V" or words[first - 1].core in w.INTRANSITIVE:
        return end
    for at in range(first + 1, end):
        word, before = words[at], words[at - 1]
        if word.pos != "N" or word.named or word.bearer >= 0 or word.depth > words[first].depth:
            continue  # "كتلة «الإصلاح والعدل»"
        if not (before.definite or before.pos == ")") or before.named:
            continue
        man = kind_of_noun(before.core, "ar") is Kind.PERSON and before.raw[-1:] not in "ةاىي" + "ءت"
        if word.definite and (not _may_qualify(word) or (man and word.raw.endswith("ة"))):
            return at  # "اتهم الوزير المعارضة"
    return end


def _may_qualify(word: Word) -> bool:
    """Whether a definite word has the shape of an adjective: nisba, participle, "كبير", "اكبر", a plural."""
    stem = word.core[2:]
    if compiled(r"[^م]\p{L}ا\p{L}ه").fullmatch(stem) or (word.raw.endswith("اة") and not stem.startswith("م" + "ست")):
        return False  # "السباحة", "المباراة": a noun by its shape
    return (
        stem.endswith(("ي", "يه", "ه", "ون", "ين", "ات", "ان", "ا"))
        or (stem in w.QUALIFYING if len(stem) <= 3 else stem[1] == "ا")
        or stem[0] == "ا"
        or stem[2:3] in {"ي", "و"}
        or (stem[0] == "م" and stem not in w.THINGS_IN_M)
        or stem in w.QUALIFYING
    )


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
        and not foreign(word.core)
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
