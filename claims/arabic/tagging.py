"""Arabic tokens that know what they do in their sentence: verb, noun, preposition, "that", relative pronoun."""

import itertools
from functools import lru_cache

import regex

from claims.arabic import words as w
from claims.arabic.morphology import is_prefixed, strength
from claims.arabic.spelling import closed_class, mark_class, without_and
from claims.arabic.word import Word, is_definite
from claims.lexicon import words_of
from claims.lexicon.ar_verbs import verb_core
from claims.meant.kinds import kind_of_noun
from claims.meant.records import Kind
from claims.names import find_names
from claims.records import NameKind
from claims.tokens import tokens_of

_CHOICE = frozenset(["سواء", "هل", "اهو", "اهي", "اكان", "اكانت", "ما"])  #: what "or" goes on with
_STOOD = frozenset(["مثل", "مثلت"])  #: "الذي مثل أمام المحكمة"
_DEFECTIVE = regex.compile(r"\p{L}{2}اه(?:ا|م)?")  #: نعاها، دعاه، رثاه


_CHILD = regex.compile(
    r"(?:ولد|ابن|ابنت|اخو|ابنا|اولاد|شقيق|زوج|زوجت|اصدقا?ؤ|رفا?ق|زملا?ؤ)(?:ا|ان)?(?:ه|ها|هم)"
)  #: "her sons"


@lru_cache(maxsize=256)
def tagged(sentence: str) -> tuple[Word, ...]:  # noqa: C901, PLR0912
    """The words of a sentence with what each does there."""
    made = [_first_look(at, token) for at, token in enumerate(tokens_of(sentence, "ar"))]
    chosen = False
    for word in made:
        chosen = chosen or word.core in _CHOICE
        if word.core == "ام" and not chosen:
            word.pos = "N"  # "mother of", in names; "or" stands in questions and behind "whether"
    named = [n for n in find_names(sentence, "ar") if n.kind is NameKind.PERSON]
    people = [(n.start, n.end) for n in named]
    titles = [(sentence.rfind(n.role, 0, n.start), n.start, n.end) for n in named if n.role]
    seen = False
    for at, word in enumerate(made):
        if word.raw[:1].isalpha() and any(a - 1 <= word.start and word.end <= b for a, b in people):
            word.pos, word.named = "N", True
            if word.joined and at and made[at - 1].named and any(a < word.start < b for a, b in people):
                word.joined, word.core = "", word.text  # inside a name: "برونو فالكي"
            word.definite = word.core.startswith("ال")
            continue
        title = next((one for one in titles if one[0] <= word.start < one[1] or one[0] - word.start in {1, 2}), None)
        if title is not None and title[0] >= 0:
            word.bearer = next((i for i in range(at, len(made)) if made[i].start >= title[1]), at)
            if word.pos == "N":
                word.definite = is_definite(word)
                word.prefixed = is_prefixed(word.core)
                continue
        if word.pos != "N":
            if word.pos in {",", ":", "COMP", "REL", "CON", "(", "SUB"}:
                seen = False
            continue
        if _is_verb(made, at, seen=seen):
            word.pos = "V"
            core = verb_core(word.core) or word.core
            word.past = core[0] not in "يت" or core[-1] == "ت" or (core[0] == "ت" and verb_core(core[1:]) == "")
            seen = True
        else:
            word.definite = is_definite(word)
            word.prefixed = is_prefixed(word.core)
    for word, behind in itertools.pairwise(made):
        if word.core in {"قد", "فقد"} and word.pos in {"V", "N"} and behind.pos == "V":
            word.pos = "MARK"
        if word.core == "بين" and word.joined and behind.text in _THAT and _opens_clause(made, word.at):
            word.pos, word.past = "V", True  # "وبيّن أن"
        if word.pos == "REL" and behind.text in _STOOD:
            behind.pos, behind.past = "V", True
        if behind.pos == "V" and behind.past and _IF.fullmatch(word.raw) and _then(made, behind.at):
            word.pos, word.core = "SUB", "اذا"  # "وإن نجحت المرحلة فستدرج": behind "that" no verb stands
        if word.text in {"ورد", "وردت"} and not word.joined and _answers(made, word):
            word.joined, word.core = "و", word.text[1:]  # "وردّ ... بأن"
    return tuple(made)


_IF = regex.compile("[وف]?إن")


def _then(made: list[Word], at: int) -> bool:
    """Whether what follows from a condition opens behind a verb: "فستدرج", "فلن تقبل", "فإن الوزارة"."""
    return any(
        one.joined == "ف" and (one.pos in {"MARK", "NEG", "COMP"} or (one.pos == "V" and one.core[:1] == "س"))
        for one in made[at + 1 :]
    )


_THAT = frozenset(["ان", "انه", "انها", "انهم"])


def _answers(made: list[Word], word: Word) -> bool:
    """Whether a verb answers that, rather than arrives: by its doubled letter, or by "that" behind whoever answers."""
    if "\u0651" in word.raw:
        return True
    behind = next((one for one in made[word.at + 1 : word.at + 9] if one.pos in {"COMP", "V", ",", ":", "."}), None)
    return behind is not None and behind.core.startswith("بان") and made[word.at + 1].pos != "P"


def _opens_clause(made: list[Word], at: int) -> bool:
    """Whether a word begins the sentence or stands behind a comma, and no second "that" goes on with it."""
    begins = at == 0 or made[at - 1].pos in {",", "."}
    return begins and not any(one.text in {"وان", "وانه", "وبين"} for one in made[at + 2 : at + 8])


def _first_look(at: int, token) -> Word:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """What a token is by itself; "N" for every open word."""
    text = token.text
    joined, core = without_and(text) if token.word else ("", text)
    pos = closed_class(core, text) if token.word else mark_class(text)
    if token.word and text in w.CONTRAST:
        joined, core, pos = "", text, "CON"
    raw = _ENDING.sub("ة", token.raw)
    return Word(at, token.start, token.end, text, core, raw, token.depth, pos, joined)


_ENDING = regex.compile(r"ة\p{M}+$")  #: سنةً ends like سنة


def _is_verb(made: list[Word], at: int, *, seen: bool) -> bool:  # noqa: C901, PLR0911, PLR0912
    """Whether an open word is read as a verb where it stands."""
    word = made[at]
    before = made[at - 1] if at else None
    if before is not None and before.core in {"لم", "لن"} and word.core[:1] in set("يتنا") and not word.joined:
        return True
    if before is not None and before.pos == "N" and word.core.endswith("تا") and before.core[-2:] not in {"ان", "ين"}:
        return False  # no two do it: "شركة دلتا"
    if word.core == "ولد" and not word.joined and (before is None or before.pos in {",", "."}):
        behind = made[at + 1] if at + 1 < len(made) else None
        where = any(one.core in {"في", "عام", "سنه", "ب"} for one in made[at + 2 : at + 6])
        return behind is not None and where and (behind.core.startswith("ال") or behind.named)
    strong = "never" if word.raw.endswith("ة") else strength(word.core)
    behind = made[at + 1] if at + 1 < len(made) else None
    if (
        strong == "never"
        and before is not None
        and before.core == "لا"
        and word.core[:1] == "ت"
        and not word.joined
        and len(word.core) < 5
        and not word.raw.endswith("ة")
        and word.core[2:3] not in "اوي"
    ):
        return True  # "لا تحب"
    if strong in {"never", "rarely"} and _DEFECTIVE.fullmatch(word.core):
        opens = before is None or before.pos in {",", "."}
        who = behind is not None and (kind_of_noun(behind.core, "ar") is Kind.PERSON or _CHILD.fullmatch(behind.core))
        return opens and bool(who)
    if strong == "never":
        return False
    if strong == "first":
        return (
            word.raw[:1] in "أن"
            and (behind is None or behind.core != "من")
            and before is not None
            and before.pos in {"NEG", "COMP", "REL", "WHAT", "MARK", "("}
            and word.core not in w.NOT_FIRST
        )
    if (
        before is not None
        and before.core == "من"
        and not word.joined
        and (word.core[0] == "ي" or (at > 1 and made[at - 2].core in {"اول", "اخر", "هو", "هي", "كل", "ان"}))
    ):
        return strong in {"sure", "may"}
    if before is not None and not word.joined:
        if before.pos in {"NEG", "MARK", "REL", "WHAT", "SUB"} or before.core in w.WAS:
            return not (before.core == "لا" and strong == "guess")
        if before.pos == "P" and before.core not in w.WITH_PRONOUN:
            return False
        if before.pos == "DEM":
            return strong == "sure"
    start = (
        before is None
        or before.pos in {",", ":", "(", "CON", "-", "ADV", "PRO"}
        or bool(word.joined)
        or (before.pos == ")" and not seen)
        or (before.pos == "P" and before.core in w.WITH_PRONOUN)
    )
    if word.joined and word.core in w.DOING and before is not None and _after_act(made, at):
        return False  # "أعلنت إغلاق السوق ونقل الباعة"
    if strong == "rarely" and before is not None and before.pos == "(" and word.core.endswith("نا"):
        return True  # «زرعنا أربعين ألف شجرة»: the speaker tells what they did
    if strong in {"may", "sure"} and _ends_like_verb(made, word) and (before is None or before.pos != "P"):
        return True
    if strong == "sure":
        return not (
            word.joined and before is not None and before.pos == "N" and _coordinated_noun(word, before, behind)
        )
    if before is not None and before.pos == "COMP":
        far = made[at - 2] if at > 1 else None
        if strong == "guess" and before.core != "ان":
            return False
        return far is not None and far.core in {"بعد", "منذ", "قبل"}
    if strong == "rarely":
        return False
    if strong == "guess":
        return start or (before is not None and before.pos == "N" and before.definite and not seen)
    # a word that is a noun as often as a verb
    if start:
        if behind is None or behind.pos in {",", ".", ")", "V"}:
            return False
        if (
            word.joined
            and before is not None
            and before.noun
            and not before.definite
            and not before.prefixed
            and not (before.core.endswith(("ه", "ها", "هم")) and not before.raw.endswith("ة"))
            and not behind.core.startswith("ال")
            and verb_core(word.core) == word.core
        ):
            return False
        if word.joined and before is not None and (before.pos == "NUM"):
            return True
        return (
            behind.core.startswith("ال")
            or behind.pos in {"P", "(", "COMP", "NUM", "DEM", "ADV"}
            or is_prefixed(behind.core)
            or _name_like(behind)
        )
    if before is not None and before.pos == "N" and not before.definite and verb_core(word.core) != word.core:
        return (
            (before.core.endswith(("ه", "ي")) or before.raw.endswith("اً")) and behind is not None and behind.pos != ","
        )
    far = made[at - 2] if at > 1 else None
    if (
        before is not None
        and before.pos == "N"
        and far is not None
        and far.pos == "N"
        and not before.definite
        and before.core.endswith("ي")
        and len(before.core) > 3
        and not far.definite
        and not far.named
    ):
        return behind is not None and behind.pos in {
            "P",
            "N",
            "NUM",
        }  # behind an adjective no noun goes on: "سد ترابي شيد"
    if before is not None and before.pos in {"N", ")"} and not seen:
        opens_definite = (
            before.pos == ")"
            or before.definite
            or before.core in words_of("ar").given_names
            or before.core[-2:] in {"ها", "هم"}
        )
        if opens_definite and not word.core.startswith("ال"):
            return behind is not None and behind.pos not in {",", "."}
    return False


_ACT = regex.compile(r"ا\p{L}{2,4}ا\p{L}(?:ه|ت)?|ت\p{L}{2}ي\p{L}(?:ه|ت)?")  #: a verbal noun by its shape


def _after_act(made: list[Word], at: int) -> bool:
    """Whether a verb and what it does to a verbal noun stand right before, so that "and" goes on with the nouns."""
    for place in range(at - 1, max(at - 8, 0), -1):
        one = made[place]
        if one.pos == "V":
            following = made[place + 1]
            behind = made[place + 2] if following.core.startswith("ال") and place + 2 < at else following
            return behind.pos == "N" and _ACT.fullmatch(behind.core) is not None and behind.raw[:1] != "أ"
        if one.pos in {",", ":", "COMP", "REL", "SUB", "CON"}:
            return False
    return False


def _ends_like_verb(made: list[Word], word: Word) -> bool:
    """Whether a past ends in the alif that its noun lacks: تعافى, not تعافي, in a text that tells the two apart."""
    return (
        word.raw.endswith("ى")
        and word.core[:1] in "تا"
        and len(word.core) > 4
        and verb_core(word.core) == word.core
        and any(one.raw.endswith("ي") for one in made)
    )


def _coordinated_noun(word: Word, before: Word, behind: Word | None) -> bool:
    """Whether "and" plus a word of two readings goes on with a list of nouns."""
    return (
        verb_core(word.core) in w.FIFTH_NOUN
        and not before.definite
        and (behind is None or not behind.core.startswith("ال"))
    )


def _name_like(word: Word) -> bool:
    """Whether a word may be a name or the head of a definite phrase, so that it can be a subject."""
    return word.pos == "N" and (word.core in words_of("ar").given_names or len(word.core) >= 3)
