"""Runs of capitalised words that hold more than one name, or more than a name."""

import regex

from claims.folding import folded
from claims.name_kinds import NameGrammar, territories

GERMAN_NOUN = regex.compile(
    r"(?:ung|ungen|heit|keit|schaft|tion|tionen|ismus|tat|nis|tum|ling|chen|lein|ment|enz|anz|ur|ik|zeit|jahr|jahre|jahren|werk|preis|preise|kosten|markt|haus|zahl|recht|land|plan|platz|weg|ort)$"
)
_AND = {
    language: regex.compile(rf"\s(?:{word})\s(?=\p{{Lu}})")
    for language, word in {"en": "and", "fr": "et", "es": "y|e"}.items()
}
_EMPLOYED = regex.compile(r"\sof\s(?:the\s)?(?=\p{Lu})")
#: what opens the name of a body before "of" besides
_SCHOOLED = regex.compile(
    r"(?<!\w)(?:school|faculty|department|division|academy|union|order|house|bank|theatre|library|union|court|trust|fund|alliance|confederation|bishop|archbishop|duke|earl|prince|princess|king|queen|justice|secretary|chancellor|master|lord|lady)(?!\w)"
)
_SUFFIX = regex.compile(r"['’]\p{Ll}+(?:\s+|$)")  #: the case ending of a Turkish name


def parted(text: str, start: int, end: int, grammar: NameGrammar) -> list[tuple[int, int]]:
    """The names of a run: "Barack Obama and Angela Merkel" are two, "Trabajo y Economía" of a ministry are not."""
    run, language = text[start:end], grammar.words.language
    if language == "de":
        while run.count(" ") > 1 and _trailing(run.rsplit(" ", 1)[1], grammar):
            run = run.rsplit(" ", 1)[0].rstrip()
        return [(start, start + len(run))]
    if language == "tr":
        return _cut(run, start, [match.span() for match in _SUFFIX.finditer(run)])
    if (
        language == "en"
        and (found := _EMPLOYED.search(run))
        and _bears(run[: found.start()], run[found.end() :], grammar)
    ):
        first, last = start + found.start(), start + found.end()
        return [*parted(text, start, first, grammar), *parted(text, last, end, grammar)]
    joint = _AND.get(language)
    cuts = [match.span() for match in joint.finditer(run)] if joint else []
    if not cuts:
        return [(start, end)]
    plain = folded(run)
    if (
        plain in territories(language)
        or plain.replace(" and ", " & ") in territories(language)
        or grammar.organisation.search(plain)
        or grammar.work.search(plain)
    ):
        return [(start, end)]
    parts = _cut(run, start, cuts)
    names = [text[first:last] for first, last in parts]
    same = len(set(names)) < len(names)  # "Johnson and Johnson"
    surname = language == "es" and " " not in names[-1] and " " in names[0]  # "José Ortega y Gasset"
    return [(start, end)] if same or surname else parts


def _bears(before: str, behind: str, grammar: NameGrammar) -> bool:
    """Whether a person stands before "of" and what he belongs to behind it: "Ann Lee of the University of Pell"."""
    first, plain = folded(before.rsplit(" and ", 1)[-1]).split(), folded(before)
    bodies = (grammar.organisation, grammar.place, grammar.work, _SCHOOLED)
    if len(first) not in {2, 3} or any(one.search(plain) for one in bodies):
        return False
    return first[0] in grammar.words.given_names or grammar.organisation.search(folded(behind)) is not None


def _cut(run: str, start: int, cuts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The parts of a run between its cuts, in offsets of the text."""
    edges = [0, *(at for cut in cuts for at in cut), len(run)]
    pairs = zip(edges[::2], edges[1::2], strict=True)
    return [(start + first, start + last) for first, last in pairs if last > first]


def _trailing(word: str, grammar: NameGrammar) -> bool:
    """Whether the last word of a German run is a noun or title that begins something else."""
    flat = folded(word).strip(".")
    return grammar.title.fullmatch(flat) is not None or (
        GERMAN_NOUN.search(flat) is not None and grammar.organisation.fullmatch(flat) is None
    )
