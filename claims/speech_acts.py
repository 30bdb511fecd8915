# ruff: noqa: E501 -- word lists and their patterns read better in long lines
"""Acts of speech without reported words: "Die Universität wies das zurück", "La ministre a rejeté les critiques"."""

from collections.abc import Sequence
from functools import cache

import regex

from claims.lexicon.build import any_of
from claims.speech_judged import behind_object, body_that_speaks, judges, turkish_act
from claims.tokens import Token, grammar_of, tokens_of

_ACTS = {
    "de": any_of("widersprach widerspricht widersprachen fordert forderte fordern forderten warnt warnte warnen warnten kritisiert kritisierte kritisieren kritisierten bestreitet bestritt bestreiten bestritten dementierte dementiert bezweifelt bezweifelte bezweifeln beklagt beklagte beschuldigt beschuldigte verurteilt verteidigte verteidigt bedauerte bedauert begrüßte begrüßt begrüßen"),
    "fr": any_of("nie nient nié dément démenti critique critiquent critiqué dénonce dénoncent dénoncé conteste contestent contesté accuse accusent accusé regrette regretté déplore déploré salue salué défend défendu reproche reproché"),
    "es": any_of("negó niega niegan denunció denuncia lamentó lamenta desmintió acusó acusa acusan acusaron condenó condenan"),
    "ru": any_of("объясняет объяснил объяснила отверг отвергла отвергли отвергает отрицает отрицают опроверг опровергла опровергли раскритиковал раскритиковала критикует критикуют осудил осудила осудили обвинил обвинила обвинили обвиняет обвиняют подтвердил подтвердила подтвердило подтвердили опровергло отвергло сомневается сомневаются"),
    "tr": any_of("reddetti reddediyor yalanladı eleştirdi eleştiriyor kınadı suçladı suçluyor doğruladı savundu"),
    "fa": r"(?:رد|تکذیب|انتقاد|محکوم|متهم) (?:کرد|کردند|کرده)|خواستار شد|خواستار شدند|وعده داد(?:ه بود)?".replace("ک", "ك").replace("ی", "ي"),
    "zh": r"否认|批评|指责|谴责|反驳|驳斥|呼吁",
}  # fmt: skip
#: verbs that are an act of speech with their particle alone: "wies … zurück", "teilte … mit"
_PARTED = {
    "de": {
        regex.compile("w(?:ie|ei)st?(?:en)?"): frozenset({"zuruck"}),
        regex.compile("teilt(?:e|en)?"): frozenset({"mit"}),
        regex.compile("ruft|rief(?:en)?"): frozenset({"auf"}),
        regex.compile("lehnt(?:e|en)?"): frozenset({"ab"}),
        regex.compile("w(?:a|i)rft?(?:en)?"): frozenset({"vor"}),
        regex.compile("kundigt(?:e|en)?"): frozenset({"an"}),
        regex.compile("sagt(?:e|en)?"): frozenset({"zu"}),
    },
}
_UNSAID = {"es": "se", "ru": "не"}  #: what stands before a verb that then is no act of speech
_SPEAKS = frozenset({"sprach", "sprachen", "spricht", "sprechen"})  #: "von einem schwarzen Tag"
_BEFORE_COMMA = frozenset({"vor", "an", "zu"})
_HELPERS = frozenset(
    {
        "a",
        "ont",
        "avait",
        "ha",
        "han",
        "habia",
        "hat",
        "haben",
        "hatte",
        "hatten",
        "не",
        "ne",
        "n",
        "'",
        "no",
        "se",
        "также",
        "aussi",
        "lo",
        "la",
        "le",
        "los",
        "las",
        "les",
        "l",
        "lui",
        "leur",
        "nun",
        "auch",
    }
)


#: "Das teilte das Unternehmen mit": what stands first is what was said
_OBJECTS = frozenset({"das", "dies", "dem", "dagegen", "dazu", "darauf", "daraufhin", "davor"})
_ACCUSATIVE = regex.compile(r"(?:d|(?:k|m|s)?ein|ihr|unser|dies|jed|jen)en")
_TURNED_DOWN = regex.compile(r"lehnt(?:e|en)?")  #: "Einen Antrag lehnte das Amt ab": it decides, and says nothing
_NOMINATIVE = frozenset({"der", "die", "das", "ein", "eine", "sein", "seine", "ihr", "ihre"})


def _behind(tokens: Sequence[Token], verb: int) -> tuple[int, int] | None:
    """Where the German subject behind a verb begins and ends: an article with its nouns, or a name."""
    start = end = verb + 1
    while end < len(tokens) and end < start + 4 and not tokens[end].sentence_case and tokens[end].word:
        end += 1
    if end > start and tokens[start].text not in _NOMINATIVE:
        return None
    first = end
    while end < len(tokens) and tokens[end].sentence_case and tokens[end].word:
        end += 1
    return (tokens[start].start, tokens[end - 1].end) if end > first else None


@cache
def _acts(language: str) -> "regex.Pattern[str]":
    return regex.compile(_ACTS.get(language, "(?!)"))


def act_of(text: str, language: str) -> tuple[str, int, int] | None:  # noqa: PLR0911 -- one reason a line
    """The verb of an act of speech and where its subject begins and ends in a clause; None where the clause is no such act."""
    if language not in _ACTS:
        return None
    if language == "zh":
        match = _acts("zh").search(text)
        return (
            (match.group(0), 0, match.start())
            if match and 1 < match.start() < 20 and "，" not in text[: match.start()]
            else None
        )  # noqa: E501, RUF100
    tokens = tokens_of(text, language)
    if grammar_of(language).words.verb_last:
        return _closing(text, tokens, language)
    for at, token in enumerate(tokens):
        if not token.word or token.depth:
            continue
        known = _acts(language).fullmatch(token.text) is not None or _parted(tokens, at, language)
        if known and at and tokens[at - 1].text == _UNSAID.get(language):
            return None  # "se niegan a vender", "сведения пока не подтвердила": nothing is said
        known = known or judges(tokens, at, language)
        if language == "de" and (told := _told_in_german(tokens, at, known=known)) is not _NOTHING:
            return told
        if known or _says_to_have(tokens, at, language):
            return _subject_end(tokens, at, language)
        if token.verb and token.text not in _HELPERS:
            return None
    return None


_NOTHING = ("", 0, 0)  #: a German verb of which nothing is known but whether it is an act of speech


def _told_in_german(tokens: Sequence[Token], at: int, *, known: bool) -> tuple[str, int, int] | None:
    """A German act of speech whose verb is a participle or wants "von"; None where it is none after all."""
    auxiliary = _auxiliary(tokens, at) if known or tokens[at].text in _PARTICIPLES else None
    if (known or auxiliary is not None) and _sentenced(tokens, at):
        return None
    if auxiliary is not None:
        return _around(tokens, at, auxiliary)
    of = tokens[at].text in _SPEAKS and at + 1 < len(tokens) and tokens[at + 1].text == "von"
    return _subject_end(tokens, at, "de") if of else _NOTHING


def _closing(text: str, tokens: Sequence[Token], language: str) -> tuple[str, int, int] | None:
    """Turkish and Persian: the verb closes the clause, its subject opens it, up to a comma."""
    words = [token for token in tokens if token.word]
    if len(words) < 3:
        return None
    last = words[-1].text if language == "tr" else " ".join(token.text for token in words[-2:])
    known = _acts(language).fullmatch(last) is not None
    if not (turkish_act(text, words, known=known) if language == "tr" else known or _holds_for(words)):
        return None
    if language == "fa" and (grammar_of("fa").preposition.fullmatch(words[0].text) or _sentences(words)):
        return None
    if language == "fa" and (end := _before_object(tokens)) > 0:
        return (last, 0, end)
    first = next((token for token in tokens if token.comma), None)
    name = next((at for at, token in enumerate(words) if not token.sentence_case), 0) if language == "tr" else 0
    name = _with_office(words, name) if language == "tr" and name > 0 else name
    end = first.start if first is not None and first.start < 60 else words[name - 1].end if name > 0 else 0
    return (last, 0, end) if 2 < end < len(text) else None


def _sentences(words: Sequence[Token]) -> bool:
    """Whether a Persian court sentences somebody: "را به شش سال زندان محکوم کرد" condemns nothing."""
    return words[-2].text == "محكوم" and any(word.text == "به" for word in words)


#: Persian: holds one thing for another, or calls it so
_HOLDS = regex.compile(r"ن?مي\u200c?(?:دان|خوان|نام)ن?د|(?:خواند|ناميد|دانست)(?:ند|ه)?")


def _holds_for(words: Sequence[Token]) -> bool:
    """Whether a Persian clause tells what one holds a thing for: "سیاست‌ها را شتاب‌زده می‌داند"."""
    mark = next((at for at, word in enumerate(words) if word.text == "را"), 0)
    if not 1 < mark < len(words) - 2 or _HOLDS.fullmatch(words[-1].text) is None:
        return False
    reads = "خوان" in words[-1].text  # "کتاب را در خانه خواند"
    return not reads or not any(grammar_of("fa").preposition.fullmatch(word.text) for word in words[mark + 1 : -1])


#: Persian: what can be denied or found fault with, with a determiner or its ending before "را"
_SAID_BEFORE = regex.compile(
    r"(?:اين|ان|همه|تمام)\s.*|(?:گزارش|ادعا|اتهام|خبر|شايعه|انتقاد|اظهارات?|گفته|سخنان|رقم|امار|ارقام)(?:\u200c?(?:ها|هاي|ي|ات))?(?:\s.*)?"
)


def _before_object(tokens: Sequence[Token]) -> int:
    """Where a Persian subject ends before the object of its act: "سخنگوی بانک [این گفته را رد کرد]"; 0 for nowhere."""
    mark = next((at for at, token in enumerate(tokens) if token.text == "را" and not token.depth), 0)
    if mark < 2 or any(token.verb for token in tokens[:mark]):
        return 0
    at = next((at for at in range(1, mark) if _SAID_BEFORE.fullmatch(" ".join(one.text for one in tokens[at:mark]))), 0)
    end = at - 1
    while end > 0 and not tokens[end].word:
        end -= 1
    return tokens[end].end if at and tokens[0].word else 0


#: whoever speaks for a body, as its noun: "Belediye sözcüsü", "Bakanlık yetkilileri"
_OFFICE = regex.compile(
    r"(?:sozcu|baskan|mudur|yetkili|temsilci|yonetici|avukat|uye|calisan|uzman|sekreter|danisman|yardimci|gorevli|kaptan|koordinator)"
    r"(?:lar|ler)?(?:s?[iu])"
)


def _with_office(words: Sequence[Token], name: int) -> int:
    """Where a Turkish subject ends whose name is followed by an office: "Sağlık Bakanlığı eski sözcüsü Ali Kaya"."""
    office = next((at for at in range(name, min(name + 3, len(words) - 1)) if _OFFICE.fullmatch(words[at].text)), -1)
    if office < 0:
        return name
    end = office + 1
    while end < len(words) - 1 and words[end].sentence_case:
        end += 1
    return end


def _parted(tokens: Sequence[Token], at: int, language: str) -> bool:
    """Whether a verb stands with the particle that makes it an act of speech."""
    for verb, particles in _PARTED.get(language, {}).items():
        if verb.fullmatch(tokens[at].text):
            # "warf der Leitung vor, die Warnungen ignoriert zu haben": the particle ends its clause
            last = next((one for one in range(at + 1, len(tokens)) if tokens[one].comma), len(tokens)) - 1
            closes = next((token for token in reversed(tokens) if token.word), None)
            return tokens[last].text in particles & _BEFORE_COMMA or (closes is not None and closes.text in particles)
    return False


#: a gerund of saying behind a clause: ", estimant que …", ", alegando que …"
SAYING_GERUND = {
    "fr": regex.compile(
        r"(?:en )?(?P<q>(?:estim|precis|ajout|affirm|assur|soulign|indiqu|rappel|declar|expliqu|denonc|juge|regrett|invoqu|argu|plaid|alert|avertiss|reconnaiss|observ|not|considér|consider|pretend|soutena|promett|annonc)(?:e?ant|nt)) (?:que|qu['’])"
    ),
    "es": regex.compile(
        r"(?P<q>(?:asegur|afirm|añad|aleg|señal|indic|explic|argument|advirt|sosten|reconoc|recalc|recordan|record|consider|dic|denunci|estim|precis|anunci)(?:ando|iendo)) que"
    ),
}
#: what stands between a verb of saying and an infinitive that it governs: "dit ne plus attendre", "afirma no haber visto"
_DENYING = frozenset({"ne", "n", "'", "pas", "plus", "jamais", "rien", "no", "nunca", "s", "se"})
_INFINITIVE = {"fr": regex.compile(r"\p{l}{2,}(?:er|ir|re|oir)"), "es": regex.compile(r"\p{l}{2,}[aei]r(?:se)?")}
_NO_SAYING = frozenset(
    {"considera", "considere", "recommande", "pense", "promet", "promete", "teme", "craint", "publie"}
)


def _says_to_have(tokens: Sequence[Token], at: int, language: str) -> bool:
    """Whether a verb of saying governs an infinitive: "affirme n'avoir rien reçu", "asegura haber pagado"."""
    grammar = grammar_of(language)
    if language not in _INFINITIVE or not grammar.say.fullmatch(tokens[at].text) or tokens[at].text in _NO_SAYING:
        return False
    behind = at + 1
    while behind < len(tokens) and tokens[behind].text in _DENYING:
        behind += 1
    return (
        behind < len(tokens)
        and _INFINITIVE[language].fullmatch(tokens[behind].text) is not None
        and not grammar.determiner.fullmatch(tokens[at - 1].text)
        and not any(grammar.that.fullmatch(one.text) and not one.depth for one in tokens[at + 1 : behind])
    )


#: what was said before, told with its auxiliary: "hatte … gefordert"
_PARTICIPLES = frozenset({"gewarnt", "widersprochen", "zuruckgewiesen"})
_AUXILIARY = frozenset({"hat", "haben", "hatte", "hatten"})


def _auxiliary(tokens: Sequence[Token], at: int) -> int | None:
    """Where the German auxiliary of a participle stands that closes its clause."""
    if any(one.word for one in tokens[at + 1 :]):
        return None
    return next((place for place in range(at) if tokens[place].text in _AUXILIARY and not tokens[place].depth), None)


def _sentenced(tokens: Sequence[Token], at: int) -> bool:
    """Whether a court condemns somebody to something, which is no act of speech: "zu vier Jahren Haft verurteilt"."""
    return tokens[at].text.startswith("verurteil") and any(one.text in {"zu", "zur", "zum", "wegen"} for one in tokens)


def _around(tokens: Sequence[Token], verb: int, auxiliary: int) -> tuple[str, int, int] | None:
    """The German subject before an auxiliary, or behind it where something else opens the clause."""
    grammar, first = grammar_of("de"), tokens[0].text
    if auxiliary == 0 or any(one.comma for one in tokens[:auxiliary]) or grammar.subordinate.fullmatch(first):
        return None
    fronted = grammar.preposition.fullmatch(first) or grammar.adverb.fullmatch(first) or _ACCUSATIVE.fullmatch(first)
    named = grammar.determiner.fullmatch(first) or grammar.pronoun.fullmatch(first) or grammar.title.fullmatch(first)
    if fronted or not (named or (len(tokens) > 1 and tokens[auxiliary - 1].sentence_case)):
        behind = _behind(tokens, auxiliary)
        return (tokens[verb].raw, *behind) if behind is not None else None
    return tokens[verb].raw, 0, tokens[auxiliary - 1].end


def _subject_end(  # noqa: PLR0911 -- one reason a line
    tokens: Sequence[Token], at: int, language: str
) -> tuple[str, int, int] | None:
    """The verb with the end of what stands before it, if that is a subject."""
    last = at
    while last > 0 and tokens[last - 1].text in _HELPERS:
        last -= 1
    if last and language == "ru" and tokens[last - 1].text == "вину":
        last -= 1
    if last == 0:
        return None
    if language == "ru" and (doer := behind_object(tokens, last)):
        return tokens[at].raw, tokens[doer].start, tokens[last - 1].end
    if language == "ru" and (body := body_that_speaks(tokens, at, last)) is not None:
        return tokens[at].raw, *body
    if last == 1 and tokens[0].text in _OBJECTS and (behind := _behind(tokens, at)) is not None:
        return tokens[at].raw, *behind
    grammar = grammar_of(language)
    first = tokens[0].text
    if language == "de" and _ACCUSATIVE.fullmatch(
        first
    ):  # "Den Vorwurf wies die Firma zurück": the object stands first
        behind = None if _TURNED_DOWN.fullmatch(tokens[at].text) else _behind(tokens, at)
        return (tokens[at].raw, *behind) if behind is not None else None
    if grammar.conjunction.fullmatch(tokens[last - 1].text):
        return None
    opens = (
        grammar.preposition.fullmatch(first)
        or grammar.subordinate.fullmatch(first)
        or (grammar.relative.fullmatch(first) and not grammar.determiner.fullmatch(first))
    )  # noqa: E501, RUF100
    return None if opens or any(token.comma for token in tokens[:last]) else (tokens[at].raw, 0, tokens[last - 1].end)
