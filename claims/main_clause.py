"""A claim's words without the clauses that hang on them: what they deny or foresee, the claim does not."""

from functools import cache
from itertools import pairwise

import regex

from claims.closed import compiled
from claims.folding import folded
from claims.lexicon.build import words
from claims.tokens import Grammar, Token, grammar_of, tokens_of

_TREELESS = frozenset({"fr", "es", "de", "ru"})
_BEFORE_THAT = {"fr": frozenset({"que", "qu"}), "es": frozenset({"que"})}
#: words behind which "que" opens what is said, or compares
_SO = frozenset("tan tanto tanta tantos tantas hace mas menos si tellement tant plus moins aussi autant".split())  # noqa: SIM905
#: denied infinitives: "reprocher de ne pas avoir déclaré", "no haber declarado", "решил не повышать"
_DENIED_INFINITIVE = {
    "fr": r"(?:de |d'|a |pour |sans )ne (?:pas|plus|jamais|rien)(?: y| en| se| l'| le| la| les| lui| s'){0,2} ?\p{l}+(?:er|ir|re|oir)(?!\p{l})",  # noqa: E501
    "es": r"(?<!\p{l})no (?:haber|\p{l}+[aei]r(?:se|lo|la|los|las|le)?)(?!\p{l})",
    "de": r", (?:[^,]{0,60}? )?(?:nicht|nichts|keinen?)(?: \p{l}+){0,6} (?:zu \p{l}+n|\p{l}+zu\p{l}+en)(?= ?(?:[,.;]|$))",  # noqa: E501
    "ru": r"(?<!\p{l})не \p{l}+(?:ть|ти|чь)(?:ся|сь)?(?!\p{l})",
}
#: a Chinese verb that takes a whole clause, and a relative clause behind its count or behind a verb
_HAN_EMBEDDED = r"(?:(?<!如)发现|得知|获悉|觉得|听说|看到|看见|怀疑|担心|以为)(?=\p{Han})[^,，。;；:：]*"
_HAN_RELATIVE = (
    r"(?:(?<=[一二两三四五六七八九十几数每某这那好多\d](?:个|名|位|栋|座|条|件|本|份|家|种|张|只|艘|辆|段|句|篇|首|部|群|批|间|片|些|所|处|项|支|枚|类|款|套|起|笔)(?:此前|至今|从来|过去|当时)?)"
    r"|(?<=(?:[了着]|过(?!去|程))\p{Han}?)|(?<=(?<![没所只])有)\p{Han}?(?=不[出到了起下完动清见得])|(?<=(?<![没所只])有)(?![没未]有))"
    r"(?:没有|没|未(?!来)|从未|尚未|不(?!到|足|少|同|超|断|久|得))\p{Han}[^,，。;；]*?的(?=\p{Han})(?!话|确|士)"
    r"|(?<=[在到于往向]\p{Han}{1,4})不[多大高远深重长宽明好便足同全公对](?:\p{Han})?的(?=\p{Han})"  # 建在人口不多的地方
)
#: Arabic: words of denial, what opens a clause of its own, verbs that need a second one, words that are no nouns
_ARABIC_NOT = frozenset({"لا", "لم", "لن"})
_ARABIC_THAT = frozenset(
    {"ان", "انه", "انها", "انهم", "لان", "لكن", "ولكن", "حيث", "بينما", "فيما", "لو", "اذا", "ما", "من"}
)
_ARABIC_BE = regex.compile(r"[وف]?[يتن]?(?:كان|كون|كانت|كانوا|كن|ظل|بات|بقي|بقيت|اصبح|صار|زال|زالت)(?!\p{L})")
_ARABIC_ADVERB = words(
    "أيضا أمس غدا حاليا أبدا ذلك هذا هذه قط لكن عندها حينها بل ثم أحد أحدا شيء سنوات أشهر عاما شهرا أسابيع"
)
#: French: words with which "ne" denies
_DENYING = frozenset({"pas", "jamais", "rien", "aucun", "aucune", "personne", "ni", "point"})
#: English: what opens a clause that tells of the noun before it, and verbs that belong to the next one
_WHO = frozenset({"who", "which", "that"})
_AUXILIARY = words(
    "am is are was were be been being have has had do does did will would can could may might must shall should"
)
#: clauses that hang on a noun or verb in languages read without the tokens' grammar
_HANGING = {
    "en": r"(?<=\w), (?:who|whom|whose|which|where)(?!\w)[^,;]*,(?= \w)"  # "The ferry, which never sailed, was sold"
    r"|(?<=(?<!\w)(?:found|noticed|discovered|learned|learnt|realised|realized) )that(?!\w).*",
    # behind "را که" a relative clause stands before the verb of its main clause
    "fa": r"(?<=\sرا )كه (?:\p{L}[\p{L}\u200c]* ){1,6}?ن\p{L}[\p{L}\u200c]+(?= (?:\p{L}[\p{L}\u200c]* ){0,3}\p{L}+\W*$)",  # noqa: E501
    "zh": f"{_HAN_EMBEDDED}|{_HAN_RELATIVE}",
}
#: "ne … que" says "only"; "pas" between the two would deny
_ONLY = regex.compile(
    r"(?<!\p{l})(?:ne |n')(?P<x>(?:(?!(?:pas|plus(?! qu(?:e |'(?!ils? |elles? |on )))|jamais|rien|aucune?|personne|ni|point)(?!\p{l}))[\p{l}'-]+ ){1,6}?qu(?=e |'))"  # noqa: E501
)


@cache
def _denied_infinitive(language: str) -> "regex.Pattern[str]":
    return regex.compile(_DENIED_INFINITIVE.get(language, "(?!)"))


@cache
def _hanging(language: str) -> "regex.Pattern[str]":
    return regex.compile(_HANGING.get(language, "(?!)"))


def _without_arabic_relative(text: str) -> str:
    """The words without a denying clause that tells of an indefinite noun with no pronoun: "تركت كتابا لم ينشر"."""
    tokens, grammar = tokens_of(text, "ar"), grammar_of("ar")
    for at in range(2, len(tokens)):
        if tokens[at].text not in _ARABIC_NOT or not _indefinite(tokens[at - 1], grammar):
            continue
        first = next((i for i in range(at - 1, 0, -1) if tokens[i - 1].comma), 0)
        before = tokens[first : at - 1]
        verb = next((i for i, one in enumerate(before) if one.verb and not one.raw.endswith("ة")), -1)
        if verb < 0 or before[verb].text in grammar.words.given_names:
            continue
        if verb > 0 and (_indefinite(before[verb - 1], grammar) or compiled("(?!ال).*ة$").match(before[verb - 1].raw)):
            continue
        if verb > 0 and grammar.title.fullmatch(compiled("^ال").sub("", before[verb - 1].text)):
            continue  # behind a title the word is a name: "الوزير يزيد"
        if _ARABIC_BE.match(before[verb].text) or grammar.say.fullmatch(before[verb].text):
            continue
        if any(grammar.relative.fullmatch(one.text) or one.text in _ARABIC_THAT for one in before):
            continue
        end = next((i for i in range(at, len(tokens)) if tokens[i].comma or tokens[i].joined), len(tokens))
        behind = text[tokens[end].start :] if end < len(tokens) else ""
        return f"{text[: tokens[at].start]} {behind}"
    return text


def _indefinite(token: Token, grammar: Grammar) -> bool:
    """Whether an Arabic word can be a noun without article or possessor."""
    return (
        token.word
        and not token.verb
        and compiled(r"(?![وفبك]?ال|لل)\p{L}{3,}(?<!ه|ها|هم|هن|نا|كم)").fullmatch(token.raw) is not None
        and token.text not in _ARABIC_ADVERB | grammar.words.given_names
        and not (grammar.preposition.fullmatch(token.text) or grammar.subordinate.fullmatch(token.text))
        and not (grammar.conjunction.fullmatch(token.text) or grammar.pronoun.fullmatch(token.text))
    )


def _without_english_relative(text: str) -> str:
    """The words without a clause that tells of a noun with no comma: "a scene that was never shot"."""
    tokens, grammar = tokens_of(text, "en"), grammar_of("en")
    verbs = [
        i
        for i, one in enumerate(tokens)
        if one.verb and not _noun(tokens, i, grammar, "en") and (i == 0 or tokens[i - 1].text != "to")
    ]
    for at in range(1, len(tokens) - 1):
        if tokens[at].text not in _WHO or tokens[at].depth or not _of_noun(tokens, at, grammar):
            continue
        before, own = [i for i in verbs if i < at], [i for i in verbs if i > at]
        stop = next((i for i in range(at, len(tokens)) if tokens[i].comma and own and i > own[0]), len(tokens))
        if not before:
            later = [b for a, b in pairwise(own) if tokens[a].text not in _AUXILIARY]
            stop = min([i for i in (*later, stop) if i < len(tokens)], default=-1)
        if stop >= 0:
            behind = text[tokens[stop].start :] if stop < len(tokens) else ""
            return f"{text[: tokens[at].start]} {behind}"
    return text


def _of_noun(tokens: tuple[Token, ...], at: int, grammar: Grammar) -> bool:
    """Whether an English "who" or "that" stands behind a noun that an article, a number or a preposition opens."""
    if tokens[0].text == "it" or tokens[at - 1].verb or not tokens[at - 1].word:
        return False
    for i in range(at - 2, max(-1, at - 6), -1):
        if tokens[i].verb or not tokens[i].word:
            return tokens[at].text == "who" and tokens[i].verb
        if grammar.determiner.fullmatch(tokens[i].text) or grammar.preposition.fullmatch(tokens[i].text):
            return True
    return tokens[at].text == "who"


def main_clause(text: str, language: str) -> str:
    """The folded words with what hangs on them left out, as far as commas, pronouns and verbs tell."""
    if language == "ar":
        text = _without_arabic_relative(text)
    elif language == "en":
        text = _without_english_relative(text)
    flat = folded(text).replace("’", "'")
    if language not in _TREELESS:
        return _hanging(language).sub(" ", flat)
    tokens = tokens_of(text, language)
    grammar = grammar_of(language)
    main = next((at for at, one in enumerate(tokens) if one.verb and not _noun(tokens, at, grammar, language)), -1)
    told = False  #: whether a verb was kept
    kept: list[str] = []
    at = 0
    while at < len(tokens):
        if at > 0 and _opens(tokens, at, grammar, language):
            at = _closes(tokens, at, main if told else len(tokens), language)
            continue
        told = told or (tokens[at].verb and not _noun(tokens, at, grammar, language))
        kept.append(tokens[at].text)
        at += 1
    if main >= 0 and not told:
        kept = [one.text for one in tokens]  # "the women, who were not silent": all of it is told
    flat = " ".join(kept).replace(" ' ", "'").replace(" ’ ", "'").replace(" - ", "-")
    if main >= 0 or any(grammar.born.fullmatch(one.text) for one in tokens):
        flat = _denied_infinitive(language).sub(" ", flat)
    return _ONLY.sub(r" \g<x>", flat) if language == "fr" else flat


def _noun(tokens: tuple[Token, ...], at: int, grammar: Grammar, language: str) -> bool:
    """Whether a word that may be a verb stands behind an article, as a noun does."""
    return at > 0 and language != "ru" and grammar.determiner.fullmatch(tokens[at - 1].text)


def _opens(tokens: tuple[Token, ...], at: int, grammar: Grammar, language: str) -> bool:
    """Whether a clause that hangs on a noun or verb begins here."""
    one, before = tokens[at], tokens[at - 1]
    if one.depth or not one.word or (language == "fr" and _only(tokens, at)):
        return False
    if language in {"de", "ru"}:
        if not before.comma:
            return False
        hangs = grammar.relative.fullmatch(one.text) or (
            grammar.subordinate.fullmatch(one.text) and one.text not in {"dass", "ob", "что", "если", "wenn", "falls"}
        )
        behind = tokens[at + 1 :]
        prepositional = (
            grammar.preposition.fullmatch(one.text) and behind and grammar.relative.fullmatch(behind[0].text)
        )
        closes = any(token.verb for token in behind)
        if language == "de" and hangs and grammar.relative.fullmatch(one.text):
            hangs = _german_relative(tokens, at)
        return bool((hangs or prepositional) and closes)
    if one.text in _BEFORE_THAT.get(language, ()):
        if any(grammar.say.fullmatch(token.text) or token.text in _SO for token in tokens[:at]):
            return before.comma
        # behind a noun it is "which"; behind a verb it opens what the verb says
        return before.comma or (before.word and not before.verb and not before.text.endswith(("ndo", "ant")) and _is_noun(tokens, at - 1, grammar))  # noqa: E501  # fmt: skip
    return bool(grammar.relative.fullmatch(one.text)) and (before.word or before.comma)


def _only(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether "que" closes "ne … que" before it: "ne voulait garder que la moitié"."""
    if tokens[at].text not in _BEFORE_THAT["fr"]:
        return False
    before = [one.text for one in tokens[max(0, at - 6) : at]]
    denied = next((i for i in range(len(before) - 1, -1, -1) if before[i] in {"ne", "n"}), -1)
    return denied >= 0 and not any(one in _DENYING for one in before[denied:])


def _is_noun(tokens: tuple[Token, ...], at: int, grammar: Grammar) -> bool:
    """Whether a word can be the noun that "que" tells of: behind an article, or neither particle nor participle."""
    token = tokens[at]
    if at and grammar.determiner.fullmatch(tokens[at - 1].text):
        return True
    return not (
        grammar.adverb.fullmatch(token.text)
        or grammar.negation.fullmatch(token.text)
        or grammar.preposition.fullmatch(token.text)
        or grammar.conjunction.fullmatch(token.text)
        or compiled(r"(?:é|ée|és|u|ado|ido|mas|plus|moins|menos|avant|antes|apres|despues|tant|tel)$").search(token.raw)
    )


def _german_relative(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the clause behind "der", "die", "das" ends with its verb, as no main clause does."""
    end = next((i for i in range(at + 1, len(tokens)) if tokens[i].comma), len(tokens))
    return end - 1 > at and tokens[end - 1].verb and not any(one.verb for one in tokens[at + 1 : max(at + 2, end - 2)])


def _closes(tokens: tuple[Token, ...], at: int, main: int, language: str) -> int:
    """Where a clause that hangs on another ends: at the comma behind its verb, else at the end."""
    verb = False
    for i in range(at + 1, len(tokens)):
        verb = verb or tokens[i].verb
        if tokens[i].comma and verb and (at < main or tokens[at - 1].comma or language in {"de", "ru"}):
            return i + 1
        if verb and at < main and not tokens[at - 1].comma:
            return i + 1  # "El puente que no fue reparado se cerró": what follows may be the main clause
    return len(tokens)
