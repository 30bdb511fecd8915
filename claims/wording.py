"""A claim's wording -> whether it denies, predicts, supposes or judges."""

from functools import cache

import regex

from claims.asides import without_asides
from claims.closed import compiled
from claims.empty_ne import without_empty_ne
from claims.folding import folded
from claims.foretold import cut_from_a_plan
from claims.lexicon import words_of
from claims.lexicon.shape import Words
from claims.main_clause import main_clause
from claims.records import Modality, Polarity
from claims.tokens import grammar_of, tokens_of
from claims.verb_first import opened_by_verb

_NOT_ONLY = regex.compile(
    r"(?<!\w)(?:not only|not just|non seulement|no solo|nicht nur|не только|ليس فقط|لا فقط|ليست فقط|نه تنها|sadece degil|不仅|不但)(?!\w)"  # noqa: E501
)


#: English: what would have been, was not
_WOULD_HAVE_BEEN = regex.compile(
    r"(?<!\w)would(?: \w+ly| also| never| not| probably)? have \w+(?:ed|en|t|d|n|e|ne|ut|un|um)(?!\w)"
)
#: German "will … erfahren haben": what somebody says of the past, no future
_TOLD_OF_ONESELF = regex.compile(
    r"(?<!\p{l})(?:will|wollen|soll|sollen)(?= [^,;]*\p{l}+(?:t|en) (?:haben|gewesen sein|worden sein)(?:[ .,;]|$))"
)
#: English: the month is no "may"
_MONTH_OF_MAY = regex.compile(r"(?<=\w )May(?=\s+\d|[\s,.]|$)")


#: English: what somebody was not able to do is a fact, and so is how somebody could be: "she could be stern"
_ABLE = regex.compile(r"(?i)\bcould(?:n['’ ]?t|\s+(?:not|n['’]t|never|barely|hardly|no longer))\b|\bs?he could (?:also |often )?be (?:very |quite )?\w+(?<!ed)\s*[.]?$")  # noqa: E501  # fmt: skip


#: English: what a thing of the past could do, told behind the comma or the preposition that opens a relative clause
_COULD_DO = regex.compile(
    r"(?:(?<=, (?:which|who) )could(?= (?!be |have |not |also |soon |still |then |(?:lose|cost|rise|fall|lead|become|mean|take|face|reach|happen|result|cause|change|affect|hit|add|leave|end|close|open|bring|push|see|trigger|force|save|help|raise|cut|begin|start|go|come|make|get|grow|last|bar|ban|threaten|allow|boost|harm|hurt|delay|put|prove|set|turn|give|pave|expand|include)(?!\w))\w)"  # noqa: E501
    r"|(?<=(?<!\w)(?:with|by|from|through|in|on) (?:which|whom) (?:\w+ ){1,3})could(?!\w)"
    r"|(?<=(?<!\w)(?:he|she|they|i|we) )could(?= (?:hear|smell|read|swim|speak|remember|feel)(?!\w)))"
)
#: English: what is still to come, or what is so now: beside it "could" tells of no past
_AHEAD = regex.compile(
    r"(?<!\w)(?:will|would|if|is|are|has|have|says|say|next|tomorrow|soon|by (?:19|20)\d\d|later|plans?)(?!\w)"
)
#: German pasts that folding makes the same as what only might be
_REAL = tuple(
    (regex.compile(rf"(?<!\w){one}{end}(?!\w)"), f"{other}{end}")
    for one, other in (("konnte", "könnte"), ("musste", "müsste"), ("durfte", "dürfte"))
    for end in ("", "n")
)
#: German: "wird … lesen" is a future, "wird … gelesen" and "wird … verschoben" are none
_GERMAN_FUTURE = regex.compile(
    r"(?<!\p{l})(?:wird|werden)(?!\p{l})[^,;.]*(?<!\p{l})"
    r"(?!\p{l}*ge\p{l}+en(?!\p{l}))(?!(?:\p{l}*(?:ver|be|ent|er|zer))\p{l}*(?:o|ie|(?:[bfw]und|sung|trunk|zwung))\p{l}*en(?!\p{l}))"
    r"\p{l}{2,}(?:e[lr]?n|tun|sein)(?=\s*(?:[,;.]|$))"
)
#: Arabic "كان … قد" tells of what was over, where "قد" before a present says "perhaps"
_HAD = regex.compile(r"(?<!\p{L})[وف]?[يت]?ك(?:ان|ون)\p{L}*(?: \S+){0,5}? قد(?!\p{L})")
#: what would have been, was not, or is only said to have been; folded, the German is what was
_UNREAL = {
    "de": regex.compile(r"(?<!\p{L})(?:hätte|wäre)(?!\p{L})"),
    "es": regex.compile(r"(?<!\p{L})habrían? \p{l}+(?:ado|ido|to|cho)(?!\p{L})"),
}
_QUOTED = regex.compile(r"[“«\"„「][^”»\"“」]*(?:[”»\"“」]|$)")
_NEVER = regex.compile("(?!)")
_BORN = regex.compile(r"(?<!\p{L})[Nn]é(?!\p{L})")
_FOUND = frozenset({"found", "finds", "shows", "showed", "fand", "fanden", "ergab", "trouve", "encontro", "muestra"})
_WORD, _COMMA = regex.compile(r"\w+"), regex.compile("[,،，]")
#: where no comma stands, the word that opens what follows from a condition
_THEN = regex.compile(
    r"(?<= )ف(?=قد |س[يتن]|ان |لن |سا(?!د[ها]|عد|ع[هت]|ح[لهت]|ئ[قحد]|ب[قه]|خن|ر[عقي]|كن|لم|ند|هم|و[ما])\p{L}{3})|"
    r"(?<!\w)(?:then|dann|alors|entonces|то)(?!\w)|(?<=\p{Han})[就则](?![业医读任])"
)
#: a quotation that opens with a denial and belongs to the verb before it: "gebe es „bislang keinen Beleg“"
_DENYING_QUOTE = regex.compile(
    r"[“«\"„](?P<x>\s?(?:\p{Ll}+ ){0,2}?(?:kein\p{l}*|nichts|niemand\p{l}*|nie|aucune?|ningun[ao]?|no|nothing|никаких|никто|нет|не) \p{L}[^”»\"“„«]*)[”»\"“]"  # noqa: E501
)
#: Turkish: a capitalised word that ends like a denied verb is a name; a participle that closes a claim denies it
_TURKISH_NAME = regex.compile(
    r"(?:(?<=[\p{L}\p{N},;'’.] )\p{Lu}\p{L}*m[ae]z|^\p{Lu}\p{L}*m[ae]z(?=['’,]| \p{Lu}))(?:['’]\p{L}+)?(?!\p{L})"
)
_TURKISH_PARTICIPLE = regex.compile(r"(?<!\p{L})\p{L}{2,}m[ae]y[ae]n(?: \p{L}+){1,3}[.]?$")
#: English: the No that answers
_ANSWER = regex.compile(r"^[“\"'‘]?[Nn]o, (?!\w+ (?:of|or) )")
_HAN_VERB = regex.compile(rf"(?:{words_of('zh').verbs})|觉得|选|叫|写|问|答|想")
#: Arabic: "a warning of «valuations that nothing bears out»", where the quotation hangs on a noun
_FROM_QUOTE = regex.compile(
    r"(?:تحذير|حديث|كلام|اتهام|وصف|شكو|مخاوف|قلق)\p{L}* (?:[^«“\"]{1,60} )?(?:من|عن|ب)\s?[«“\"]"
)
_OPENING = 12  #: letters within which a condition opens the statement
#: Spanish: "sí" is no "si", and only folding makes it one
_YES = regex.compile(r"(?<!\p{L})[Ss]í(?!\p{L})")
#: Spanish: what would be is foretold, where it stands behind no article and is no "quería"; what would have been is not
_SPANISH_WOULD = regex.compile(
    r"(?i)(?<!\p{L})(?<!(?<!\p{L})(?:la|una|de|del|en|su|cada|esta|esa|con|por|para|y|e|o|nueva|gran|otra|antigua) )"
    r"(?!\p{l}*(?:qu|f|sug|ing|dig|h|adh)er[íi]a|\p{l}*quir[íi]a|deber|podr|habr)(?!(?-i:\p{Lu})\p{L}+ía,)"
    r"\p{l}+(?:[aei]r|tendr|pondr|vendr|saldr|har|dir|sabr|cabr|querr|valdr)ía(?:n|mos)?(?!\p{L})"
)
#: German: what somebody says would be so
_GERMAN_WOULD = regex.compile(r"(?<!\p{l})würden?(?!\p{l})")
_OTHERWISE = regex.compile(r"(?<!\p{l})(?:ohne|sonst|andernfalls|sans|sinon|sin|otherwise|theoretisch)(?!\p{l})")
_SPANISH_FUTURE = regex.compile(r"(?<!\p{L})\p{Ll}*(?:[aeiíd]r|[bruq]r)(?:á|án)(?!\p{L})")


class _Wording:
    """The patterns of one language."""

    def __init__(self, words: Words) -> None:
        edge = ("", "") if words.language == "zh" else (r"(?<!\w)", r"(?!\w)")
        prefix = "[وفل]?" if words.language == "ar" else ""

        def whole(pattern: str) -> "regex.Pattern[str]":
            return regex.compile(rf"{edge[0]}{prefix}(?:{pattern or '(?!)'}){edge[1]}")

        self.negative, self.condition = whole(words.negative_words), whole(words.condition)
        self.view = whole(words.view)
        self.future, self.perhaps, self.opinion = whole(words.future), whole(words.perhaps), whole(words.opinion)
        self.no_denial, self.no_future = (regex.compile(one or "(?!)") for one in (words.no_denial, words.no_future))
        rest = "" if words.language == "tr" else ".*"  # a Turkish question stands before its verb
        self.asked = regex.compile(f"(?:{words.asked or '(?!)'}){rest}")


@cache
def _wording(language: str) -> _Wording:
    return _Wording(words_of(language))


@cache
def _bounds(language: str) -> "regex.Pattern[str] | None":
    """Comparators with a negation in them: "no fewer than" denies nothing."""
    parts = [pattern for pattern, _ in words_of(language).before]
    return (
        regex.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")
        if parts and language != "zh"
        else regex.compile("不到|不足|不低于|不少于|不超过|不过|不及|不下于?(?=\\d)")
        if language == "zh"
        else None
    )


def _foretold(text: str, flat: str, language: str) -> bool:
    """Whether the main clause has a future that folding hides: "llegará" or "llegara", "würde" or "wurde"."""
    told = set(_WORD.findall(flat))
    found = [*_SPANISH_FUTURE.finditer(text), *_SPANISH_WOULD.finditer(text)] if language == "es" else []
    if language == "de":
        found = [] if _OTHERWISE.search(flat) else list(_GERMAN_WOULD.finditer(text))
    return any(folded(one.group(0)) in told for one in found)


def polarity_of(text: str, language: str) -> Polarity:
    """Whether the words assert or deny.

    >>> polarity_of("لم يكشف القضاة", "ar").value
    'negated'
    """
    if language == "fr":
        text = without_empty_ne(_BORN.sub(" ", text))  # folded, "né" would deny
    elif language == "en":
        text = _ANSWER.sub("", text)
    elif language == "tr":
        text = _TURKISH_NAME.sub("Ad", text)
    elif language == "ru":
        text = _without_participle(text)
    words = _wording(language)
    flat = _NOT_ONLY.sub(" ", main_clause(without_asides(_unquoted(text, language), language), language))
    flat = _plainly(words.no_denial.sub(" ", flat), words)
    if language == "tr":
        flat = _last_words(flat, finite=any(token.verb for token in tokens_of(text, language)))
    bounds = _bounds(language)
    if bounds is not None:
        flat = bounds.sub(" ", flat)
    return Polarity.NEGATED if words.negative.search(flat) else Polarity.AFFIRMED


#: Russian: a denied participle behind a noun, "услуг, не отвечающих требованиям", and short participles
_DENIED_PARTICIPLE = regex.compile(
    r", не \p{Ll}+(?:[аяуюеи]щ|вш)(?:[иа]й|ая|ее|ие|его|ей|ую|ему|им|их|ими|ем|ею)(?:ся)?(?!\p{L})"
)
_SHORT = regex.compile(r"\p{L}{3,}(?:[аяе]н|[ыия]т)[аоы]?")


def _without_participle(text: str) -> str:
    """Russian words without the denial of a participle, where a verb of the statement goes before it."""
    found = _DENIED_PARTICIPLE.search(text)
    if found is None:
        return text
    before = tokens_of(text[: found.start()], "ru")
    told = any(one.verb or (not one.sentence_case and _SHORT.fullmatch(one.text)) for one in before)
    return text[: found.start()] + text[found.end() :] if told else text


def _plainly(flat: str, words: _Wording) -> str:
    """The words without a condition and without a question told in them: what those deny, the statement does not."""
    flat = _unasked(flat, words)
    found = words.condition.search(flat)
    if found is None:
        return flat
    comma = _COMMA.search(flat, found.end()) or _THEN.search(flat, found.end())
    behind = flat[comma.start() :] if comma else ""
    if found.start() > _OPENING:
        return flat[: found.start()] + behind
    return behind or flat


def _unasked(flat: str, words: _Wording) -> str:
    """The words without a question told in them; all of them where it opens them."""
    found = words.asked.search(flat)
    return flat[: found.start()] + flat[found.end() :] if found and found.start() > 1 else flat


def _unquoted(text: str, language: str) -> str:
    """The words around quotations, where they have a verb of their own; a quotation that the verb denies with stays."""
    around = _QUOTED.sub(" ", text)
    if language == "zh":
        told = _HAN_VERB.search(around) is not None
    else:
        told = len(_WORD.findall(around)) > 2 and any(token.verb for token in tokens_of(around, language))
    if not told and not (language == "ar" and _FROM_QUOTE.search(text)):
        return text
    return _QUOTED.sub(" ", _DENYING_QUOTE.sub(lambda one: _kept_quote(text[: one.start()], one, language), text))


def _kept_quote(before: str, quote: "regex.Match[str]", language: str) -> str:
    """The quoted words without their marks where they are short of a verb and stand behind one, else as they are."""
    words = tokens_of(before, language)[-2:]
    say = grammar_of(language).say
    behind_verb = any(one.verb and (one.text in _FOUND or not say.fullmatch(one.text)) for one in words)
    own = any(one.verb for one in tokens_of(quote.group("x"), language))
    return f" {quote.group('x')} " if behind_verb and not own else quote.group(0)


def _last_words(flat: str, *, finite: bool) -> str:
    """The verb that closes a Turkish clause, with the word before it: a denial before it is that of a participle."""
    closing = None if finite else _TURKISH_PARTICIPLE.search(flat)
    if closing is not None:
        return closing.group(0)
    if compiled(r"(?<!\w)ne (?!de )\S.* ne (?:de )?\S").search(flat):
        return flat  # "ne … ne …": neither
    words = flat.rstrip(' .!?"”»').split()
    return " ".join(words[-2:])


def modality_of(text: str, language: str) -> Modality:
    """How firmly the words are put.

    >>> modality_of("ستستثمر الهيئة 120 مليون دينار", "ar").value
    'predicted'
    """
    plain = _ABLE.sub(" ", _MONTH_OF_MAY.sub(" ", text)) if language == "en" else text
    plain = _unquoted(_YES.sub(" ", plain) if language == "es" else plain, language)
    words = _wording(language)
    if words.view.search(folded(plain)):
        return Modality.OPINION
    plain = without_asides(plain, language)
    if opened_by_verb(plain, language) or _UNREAL.get(language, _NEVER).search(plain):
        return Modality.CONDITIONAL
    flat = _without_facts(words.no_future.sub(" ", _unasked(main_clause(plain, language), words)), text, language)
    opened = words.condition.search(flat)
    if opened and (opened.start() < _OPENING or language in {"tr", "zh", "fa"}):
        return Modality.CONDITIONAL
    if words.opinion.search(flat):
        return Modality.OPINION
    by_form = _foretold(plain, flat, language) or (language == "fa" and cut_from_a_plan(plain))
    if by_form or words.future.search(flat) or (language == "de" and _GERMAN_FUTURE.search(flat)):
        unreal = language == "en" and not words.future.search(_WOULD_HAVE_BEEN.sub(" ", flat))
        return Modality.CONDITIONAL if unreal or opened else Modality.PREDICTED
    told_by_condition = opened and (language == "ru" or (language == "ar" and not opened.group(0).endswith("لو")))
    doubtful = words.perhaps.search(flat) or told_by_condition  # a future that no word tells
    return Modality.CONDITIONAL if doubtful else Modality.ASSERTED


#: Turkish: a plain past closes the sentence, and what lies ahead is told of a noun: "yapılacak konutun temelini attı"
_TURKISH_PAST = regex.compile(r"(?<!\w)(?!\p{L}*[ae]c[ae][kg])\p{L}{2,}[dt][iıuü](?:l[ae]r)?[\s.!”\"»]*$")
_TURKISH_AHEAD = regex.compile(r"(?<!\w)\p{L}{2,}(?:acak|ecek)(?=\s[\p{L}\p{N}])")


def _without_facts(flat: str, text: str, language: str) -> str:
    """The words without those that look like a future or a doubt and tell what was so."""
    if language == "ar":
        return _HAD.sub(" ", flat)
    if language == "tr" and _TURKISH_PAST.search(flat):
        return _TURKISH_AHEAD.sub(" ", flat)
    if language == "en" and not _AHEAD.search(flat):
        return _COULD_DO.sub(" ", flat)
    if language == "de":
        flat = _TOLD_OF_ONESELF.sub(" ", flat)
        for real, supposed in _REAL:
            if supposed not in text.lower():
                flat = real.sub(" ", flat)
    return flat
