"""Who speaks in a draft: whoever a pronoun stands for, whoever went on, and acts of speech of a clause's subject."""

import itertools

import regex

from claims.clauses import Part
from claims.closed import compiled
from claims.draft import Draft
from claims.folding import folded
from claims.inflection import reporting_form
from claims.meant.kinds import kind_of_noun
from claims.meant.records import Kind
from claims.records import Attribution, ClaimKind, Sentence, Span
from claims.speech_acts import SAYING_GERUND, act_of
from claims.speech_base import quotes_of
from claims.standing import Context
from claims.tokens import Token, grammar_of, tokens_of

# Who denies a thing does not claim it: the denial is a claim, its content is nobody's.
DENIES = "|".join(
    folded(word)
    for word in "نفى نفت ينفي تنفي نافيا denied denies denying disputed disputes disputing nie nié nient dément démenti démentent niega negó niegan desmintió bestreitet bestritt bestreiten dementierte опроверг опровергла опровергли отрицает отрицают yalanladı reddetti yalanlıyor تکذیب_کرد رد_کرد 否认".replace(  # noqa: E501
        "_", " "
    ).split()
)
# Who demands a thing does not say that it is so.
DEMANDS = "|".join(
    folded(word)
    for word in [
        "fordert",
        "fordern",
        "forderte",
        "forderten",
        "verlangt",
        "verlangen",
        "verlangte",
        "verlangten",
        "exige",
        "exigent",
        "exigé",
        "exigea",
        "réclame",
        "réclament",
        "réclamé",
        "exigió",
        "exigieron",
        "reclamó",
        "reclamaron",
        "потребовал",
        "потребовала",
        "потребовали",
        "требует",
        "требуют",
        "呼吁",
        "要求",
    ]
)
_SUBJUNCTIVE = regex.compile(
    r"(?<!\w)(?:sei|seien|habe|werde|könne|müsse|solle|wolle|dürfe|möge|gebe|brauche|wisse|gehe|stehe|komme|lasse)(?!\w)"
    r"|(?<!\w)(?:er|es|man)\s+(?!(?:die|eine|keine|seine|ihre|diese|jene|alle|viele|beide|heute|gerne|ohne|solche)\W)\p{Ll}{3,}(?<!t)e(?!\w)"
)  #: on the text itself: folding would make "würde" the same as "wurde"
_NO_REPORT = regex.compile(r"(?<!\w)(?:ich|als ob|als|es sei denn|wie auch immer|komme was wolle)(?!\w)")
_TONIC = regex.compile(r"lui|elle|eux|elles|ihm|ihr|ihnen|el|ella|ellos|ellas|нему|ней|ним|его|ее|их")
_UNCASED_WITH_NAMES = frozenset({"zh"})


def continued(text: str, context: Context) -> Attribution | None:
    """Who answers in an interview, whose quotation began in an earlier sentence, or who is quoted again in the next."""
    if context.answering:
        return Attribution(speaker=context.answering, verb="", speaker_span=Span(start=0, end=0), outer=())
    again = context.language != "en" and quoted_whole(text) and context.spoke_just()
    goes_on = context.open_quote or again
    if not goes_on or not context.speaker or not text:
        return None
    return Attribution(speaker=context.speaker, verb="", speaker_span=Span(start=0, end=0), outer=())


def quoted_whole(text: str) -> bool:
    """Whether a sentence is a quotation and nothing else."""
    quotes = quotes_of(text)
    return bool(quotes) and quotes[0][0] <= 2 and quotes[-1][1] >= len(text.rstrip(' .!?。！？»”"“」')) - 1 and all(
        not compiled(r"\p{L}").search(text[a:b]) for (_, a), (b, _) in itertools.pairwise(quotes)
    )  # fmt: skip


def reported(text: str, context: Context, language: str) -> tuple[bool, Attribution | None]:
    """Whether a German clause without a verb of saying is somebody's word by its mood, and whose, where that is told."""  # noqa: E501
    if language != "de" or _NO_REPORT.search(text) is not None:
        return False, None
    if _SUBJUNCTIVE.search(text) is None and not _reports(text):
        return False, None
    if not context.speaker or not (context.spoke_just() or context.spoke == context.turn):
        return True, None
    context.spoke = context.turn
    return True, Attribution(speaker=context.speaker, verb="", speaker_span=Span(start=0, end=0), outer=())


#: they soften or suppose as often as they report
_UNREAL = frozenset({"könnte", "könnten", "dürfte", "dürften", "wäre", "würde", "hätte", "müsste", "müssten"})
_WISHED = frozenset({"wenn", "falls", "gern", "gerne", "lieber", "fast", "beinahe"})


def _before_noun(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a word that may be a verb is an adjective: "jede fünfzigste Zecke"."""
    return at + 1 < len(tokens) and tokens[at + 1].sentence_case and at > 0 and not tokens[at - 1].sentence_case


def _reports(text: str) -> bool:
    """Whether the first verb of a German clause is a subjunctive of report: "Ein Drittel stamme …", "Zwei hätten …"."""
    tokens = tokens_of(text, "de")
    at = next((at for at, one in enumerate(tokens) if one.verb and not _before_noun(tokens, at)), -1)
    if at < 1:
        return False
    verb = tokens[at].raw
    if any(one.text in _WISHED for one in tokens):
        return False
    return verb not in _UNREAL and reporting_form(verb)


def note_speaker(speaker: str, language: str, context: Context) -> None:
    """Remembers who spoke, unless it was a paper: "L'accord prévoit …"."""
    words = compiled(r"\p{L}+").findall(speaker)
    if len(words) == 1 and grammar_of(language).pronoun.fullmatch(folded(words[0])):
        return
    plain = len(words) > 1 and not any(word[0].isupper() for word in words[1:]) and language in {"fr", "es"}
    if plain and kind_of_noun(words[1], language) is Kind.THING:
        return
    context.note_speaker(speaker)


def who(speaker: str, language: str, context: Context) -> str:
    """The speaker by name: a pronoun or nothing stands for the last one."""
    bare = folded(speaker).strip(" ،,")
    grammar = grammar_of(language)
    if not bare:
        if language == "tr" and (acted := context.just_acted()):
            return acted  # "Annesi Ayla Kurt dersi izledi. “…” dedi."
        return context.last_known() if context.told_by_capitals else context.speaker
    if language == "tr" and bare == "o" and (acted := context.just_acted()):
        return acted
    if grammar.pronoun.fullmatch(bare) or (language == "tr" and bare == "ona") or _TONIC.fullmatch(bare):
        known = context.last_known()
        body = language == "tr" and known and kind_of_noun(known.split()[-1], language) is Kind.BODY
        return known if known and not body and _can_mean(bare, known) else speaker.strip(" ،,")
    return speaker.strip(" ،,")


#: pronouns and articles by the gender that they tell
_GENDER = {
    "f": frozenset("elle ella sie она la une una die eine".split()),  # noqa: SIM905
    "m": frozenset("il lui él el er он le un der ein".split()),  # noqa: SIM905
}


_MAN = regex.compile(r"\s\p{Lu}\p{Ll}+(?:[оеё]в|[иы]н|[сц]кий)$")  #: Russian surnames of men


def _can_mean(pronoun: str, speaker: str) -> bool:
    """Whether a pronoun can stand for a speaker as far as an article tells: "elle" is not "le géologue"."""
    first = folded(speaker).split(" ", 1)[0]
    if pronoun == "она" and _MAN.search(speaker):
        return False
    return not any(
        pronoun in _GENDER[one] and first in _GENDER[other] and " " in speaker
        for one, other in (("f", "m"), ("m", "f"))
    )


def act_draft(sentence: Sentence, part: Part, outer: Attribution | None) -> Draft | None:
    """The clause as an act of speech of its subject: "Die Universität wies das zurück"."""
    start, end = part.spans[0][0], part.spans[-1][1]
    between = " "
    if sentence.language == "fa" and not sentence.text.startswith("را ", part.spans[-1][0]):
        between = "، "  # what stood between is gone, the subject still ends there
    joined = between.join(sentence.text[a:b] for a, b in part.spans)
    if (told := _said_by_the_way(sentence, part, outer)) is not None:
        return told
    found = act_of(joined, sentence.language)
    if found is None or end <= start:
        return None
    verb, begin, close = found
    speaker = joined[begin:close].strip(" ,،，")
    if part.spans[0][1] - start < close and len(part.spans) > 1:
        close = part.spans[0][1] - start
    return Draft(
        spans=part.spans,
        kind=ClaimKind.SPEECH,
        attribution=Attribution(
            speaker=speaker,
            verb=verb,
            speaker_span=Span(start=sentence.start + start + begin, end=sentence.start + start + close),
            outer=(*outer.outer, outer.speaker) if outer else (),
        ),
        subjectless=False,
    )


_ANNOUNCES = frozenset({"kündigt", "kündigte", "kündigen", "kündigten"})


def announces(sentence: Sentence, act: Draft) -> bool:
    """Whether what somebody announces is but a noun: "kündigte Berufung an" is what he does, and says nothing yet."""
    said = act.attribution
    if said is None or said.verb not in _ANNOUNCES:
        return False
    start, end = act.spans[-1]
    return "," not in sentence.text[start:end]


def _said_by_the_way(sentence: Sentence, part: Part, outer: Attribution | None) -> Draft | None:
    """The act of speech of a gerund under the subject of its clause: "La procureure … estimant que …"."""
    pattern = SAYING_GERUND.get(sentence.language)
    if pattern is None or part.kind != "predicate" or len(part.spans) < 2:
        return None
    (start, end), told = part.spans[0], sentence.text[slice(*part.spans[-1])]
    match = pattern.match(folded(told))
    if match is None:
        return None
    speaker = sentence.text[start:end]
    name = compiled(r", (?P<n>\p{Lu}[^,]+)$").search(speaker)
    return Draft(
        spans=part.spans,
        kind=ClaimKind.SPEECH,
        attribution=Attribution(
            speaker=name.group("n") if name else speaker,
            verb=match.group("q"),
            speaker_span=Span(start=sentence.start + start, end=sentence.start + end),
            outer=(*outer.outer, outer.speaker) if outer else (),
        ),
        subjectless=False,
    )


def is_dropped(sentence: Sentence, part: Part, start: int) -> bool:
    """Whether a Spanish or Persian clause opens with its verb and names no subject."""
    if (
        sentence.language not in {"es", "fa"}
        or part.kind not in {"clause", "predicate"}
        or len(part.spans) > 1
        or part.spans[0][0] != start
    ):
        return False
    tokens = tokens_of(sentence.text[part.spans[0][0] : part.spans[0][1]], sentence.language)
    if not tokens or not tokens[0].verb:
        return False
    return sentence.language == "es" and len(tokens) > 1 and not tokens[1].sentence_case
