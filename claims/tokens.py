"""A sentence as tokens that know what they may do: verb, comma, conjunction, relative pronoun."""

from dataclasses import dataclass
from functools import cache, lru_cache

import regex

from claims.closed import Closed
from claims.folding import fold
from claims.inflection import finite_form
from claims.lexicon import words_of
from claims.lexicon.shape import Words

_TOKEN = regex.compile(r"[\p{L}\p{M}\u200c]+|\p{N}+(?:[.,]\p{N}+)*|\.{3}|\S")
_OPEN = {"“": "”", "«": "»", "„": "“", "「": "」", "『": "』", "《": "》", "(": ")", "[": "]", "（": "）", "‹": "›"}
_OPEN_GERMAN = {**{mark: close for mark, close in _OPEN.items() if mark != "«"}, "»": "«", "›": "‹"}
_COMMAS = frozenset(",،，、;؛；")
_NAMED = frozenset({"tr", "ru", "fr", "es"})  #: where a capital inside the sentence is a name, never a verb
_DASHES = frozenset("–—-")


@dataclass(frozen=True, slots=True)
class Token:
    """One token; offsets count in the sentence."""

    start: int
    end: int
    text: str  #: folded
    raw: str
    depth: int  #: inside how many quotes and brackets
    word: bool
    verb: bool
    comma: bool
    joined: bool  #: a verb written together with "and" before it: وقال
    sentence_case: bool  #: begins with a capital


class Grammar:
    """The closed classes of one language."""

    def __init__(self, words: Words) -> None:
        self.words = words

        whole = Closed
        self.verbs, self.not_verbs = Closed(words.verbs, words.verb_test), whole(words.not_verbs)
        self.verbs_raw = regex.compile(f"(?:{words.verbs_raw or '(?!)'})")
        self.preposition, self.determiner = whole(words.preposition), whole(words.determiner)
        self.relative, self.conjunction = whole(words.relative), whole(words.conjunction)
        self.subordinate, self.pronoun = whole(words.subordinate), whole(words.pronoun)
        self.adverb, self.born, self.negation = whole(words.adverb), whole(words.born), whole(words.negative_words)
        self.say, self.that, self.title = whole(words.say), whole(words.that), whole(words.titles)
        self.possessive = whole(words.possessive)
        self.condition = whole(f"[وف]?(?:{words.condition or '(?!)'})")
        self.event = whole(words.event_nouns)


@cache
def grammar_of(language: str) -> Grammar:
    """The closed classes of a language."""
    return Grammar(words_of(language))


_ACUTE = regex.compile(r"\p{L}{2,}é(?:e|s|es)?")
#: words that only an accent tells from a verb, and folding takes the accent away
_UNLIKE = {"fr": {"à", "dès", "du"}, "es": {"esta", "este", "mas"}}


@lru_cache(maxsize=65536)
def is_verb(word: str, raw: str, language: str) -> bool:
    """Whether a folded word may be a finite verb."""
    grammar = grammar_of(language)
    if language == "fr" and _ACUTE.fullmatch(raw.lower()):
        return False  # folding makes "fermé" the verb "ferme"
    if grammar.not_verbs.fullmatch(word) or raw.lower() in _UNLIKE.get(language, ()):
        return False
    if grammar.verbs.fullmatch(word):
        return True
    if grammar.words.verbs_raw:
        # A space behind the word lets the pattern tell "a" from "a" in a longer form.
        match = grammar.verbs_raw.match(raw.lower() + " ")
        if match is not None and match.end() >= len(raw):
            return True
    return finite_form(raw, language)


@lru_cache(maxsize=512)
def tokens_of(sentence: str, language: str) -> tuple[Token, ...]:
    """The tokens of a sentence."""
    source = fold(sentence)
    made: list[Token] = []
    closers: list[str] = []
    straight = False
    arabic = language == "ar"
    german = language == "de"
    opens = _OPEN_GERMAN if german else _OPEN
    for match in _TOKEN.finditer(source.text):
        start, end = source.back(*match.span())
        text, raw = match.group(0), sentence[start:end]
        word = raw[:1].isalpha()
        closes = bool(closers) and text == closers[-1]
        if closes:
            closers.pop()
        depth = len(closers) + straight
        if text == '"':
            depth = len(closers)
            straight = not straight
        elif text in opens and not closes and not (german and text == "«"):
            closers.append(opens[text])
        joined = False
        named = raw[:1].isupper() and made and (german or (language in _NAMED and made[-1].word))
        verb = word and not named and is_verb(text, raw, language)
        if arabic and word and not verb and text[:1] in "وف" and len(text) > 3 and is_verb(text[1:], raw[1:], language):
            verb = joined = True
        made.append(Token(start, end, text, raw, depth, word, verb, text in _COMMAS, joined, raw[:1].isupper()))
    return tuple(made)
