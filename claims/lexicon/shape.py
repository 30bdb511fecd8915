"""The shape of a language's words. Patterns are regular expressions over folded text; a space is any space.

Every pattern is folded when it is read, so it is written as the language is written.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from claims.folding import folded
from claims.lexicon.build import fold_pattern
from claims.records import Comparator


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What is known of one language. An empty entry means that the rule is not applied there."""

    language: str
    # numbers
    cardinals: Mapping[str, float] = field(default_factory=dict)  #: word -> what it adds
    scales: Mapping[str, float] = field(default_factory=dict)  #: word -> what it multiplies by
    vague: frozenset[str] = frozenset()  #: number words that also mean something else ("one", "bir")
    fractions: Mapping[str, float] = field(default_factory=dict)  #: "half" -> 0.5
    ordinals: Mapping[str, int] = field(default_factory=dict)  #: "first" -> 1
    ordinal_digits: str = ""  #: a pattern with one group: "(\\d+)(?:st|nd|rd|th)"
    most: str = ""  #: superlatives upwards
    least: str = ""  #: superlatives downwards
    and_number: str = ""  #: what joins the words of one number
    glue: bool = False  #: number words are written together (German, Chinese)
    halves_after: Mapping[str, float] = field(default_factory=dict)  #: "ونصف" -> 0.5
    before: tuple[tuple[str, Comparator], ...] = ()  #: comparators before the number
    after: tuple[tuple[str, Comparator], ...] = ()  #: comparators behind the number
    exceeds: str = ""  #: verbs before an amount that it is beyond; adverbials may stand between
    between: tuple[str, str] = ("", "")  #: "between X and Y"
    range_words: str = ""  #: what stands between the ends of a range: "to|bis"
    units: tuple[tuple[str, str, str, float], ...] = ()  #: pattern, canonical unit, dimension, factor
    units_before: tuple[tuple[str, str, str, float], ...] = ()  #: "yüzde 40", "百分之四十"
    no_noun: str = ""  #: words that a number does not count: prepositions, conjunctions, articles
    decimal_comma: bool = False
    clitics: str = ""  #: letters written together with the next word, before it
    # dates
    months: str = ""  #: extra names: "آذار 3,نيسان 4"
    extra_weekdays: str = ""
    time_units: Mapping[str, str] = field(default_factory=dict)  #: "day" -> pattern of its forms
    dual_units: Mapping[str, str] = field(default_factory=dict)  #: "month" -> "شهرين|شهران"
    ago: tuple[str, ...] = ()  #: "{n} ago"
    ahead: tuple[str, ...] = ()  #: "in {n}"
    past_n: tuple[str, ...] = ()  #: "the last {n}": the whole stretch up to publication
    last: tuple[str, ...] = ()  #: "last {x}"; x is a unit, a month, a weekday
    this: tuple[str, ...] = ()
    next: tuple[str, ...] = ()
    day_words: Mapping[str, int] = field(default_factory=dict)  #: yesterday -> -1
    early: str = ""
    middle: str = ""
    late: str = ""
    of_date: str = ""  #: what may stand between part and whole, or month and year: "of|de"
    quarter: tuple[str, ...] = ()  #: "{o} quarter"
    half_year: tuple[str, ...] = ()
    decade: tuple[str, ...] = ()  #: pattern with a group of digits; words in decade_words
    decade_words: Mapping[str, int] = field(default_factory=dict)
    century: tuple[str, ...] = ()  #: "{o} century"
    seasons: Mapping[str, int] = field(default_factory=dict)  #: word -> first month
    year_before: str = ""  #: words that make the next number a year
    year_after: str = ""  #: words that make the number before a year
    before_christ: str = ""
    since: str = ""
    onward: str = ""  #: from a day on, without an end: "starting from"
    until: str = ""
    before_date: str = ""
    after_date: str = ""
    on_date: str = ""  #: prepositions that belong to the expression
    month_needs: str = ""  #: what must stand before a month without day and year ("in|en"); "" for nothing
    date_orders: tuple[str, ...] = ()  #: with {d} {m} {y} {w}
    # names
    titles: str = ""  #: role nouns that stand before a person's name
    titles_after: str = ""  #: role words that stand behind it (Chinese, Turkish)
    organisation: str = ""  #: nouns that open or close an organisation's name
    place: str = ""
    work: str = ""
    not_names: frozenset[str] = frozenset()  #: words that open sentences with a capital and name nothing
    given_names: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()  #: words that open a headline right before a name: "Muere", "Décès de"
    name_links: str = ""  #: "de", "von", "bin"
    letters: Mapping[str, str] = field(default_factory=dict)
    # claims
    say: str = ""  #: verbs of saying, finite
    say_noun: str = ""  #: "statement", "قوله": speech named by a noun
    that: str = ""  #: what opens reported content
    according: str = ""  #: "according to"
    according_after: str = ""  #: "X'e göre": behind the source
    negation: str = ""
    negative_words: str = ""  #: negation only as a whole word anywhere ("no", "never")
    no_denial: str = ""  #: what holds a word of negation and denies nothing: "no doubt", "لا يزال"
    future: str = ""
    no_future: str = ""  #: what holds a word of the future or of doubt and foresees nothing: "would rather"
    perhaps: str = ""
    condition: str = ""
    opinion: str = ""
    view: str = ""  #: what marks an opinion as the speaker's own: "to my mind"
    first_person: str = ""
    asked: str = ""  #: what opens a question told in a statement, as "whether" does
    question: str = ""
    thanks: str = ""
    rhetoric: str = ""
    call: str = ""  #: imperatives addressed to the reader
    relative: str = ""  #: relative pronouns after a comma
    conjunction: str = ""  #: coordinating words between predicates
    subordinate: str = ""  #: words that open a clause which must stay where it is
    preposition: str = ""  #: words that open an adverbial
    determiner: str = ""
    pronoun: str = ""  #: subject pronouns
    possessive: str = ""
    verbs: str = ""  #: finite verbs as a pattern of whole words (folded)
    verb_test: Callable[[str], bool] | None = None  #: where a language has more forms than a pattern can hold
    verbs_raw: str = ""  #: the same over unfolded lower-case text, where accents tell tenses apart
    not_verbs: str = ""
    verb_last: bool = False
    event_nouns: str = ""  #: verbal nouns that report an event
    born: str = ""  #: participles that carry a fact in an apposition
    adverb: str = ""  #: words that may stand between conjunction and verb

    def __post_init__(self) -> None:
        """Fold every pattern once, so that the files may be written as the language is."""
        for name in self.__slots__:
            value = getattr(self, name)
            if name in _AS_WRITTEN or not value:
                continue
            if isinstance(value, str):
                object.__setattr__(self, name, fold_pattern(value))
            elif isinstance(value, tuple):
                object.__setattr__(self, name, tuple(_folded_entry(entry) for entry in value))
            elif isinstance(value, dict):
                object.__setattr__(self, name, {folded(key): one for key, one in value.items()})


_AS_WRITTEN = frozenset({"language", "verbs_raw", "months", "extra_weekdays"})


def _folded_entry(entry: Any) -> Any:
    """A pattern, or a row whose first field is one, folded."""
    if isinstance(entry, str):
        return fold_pattern(entry)
    return (fold_pattern(entry[0]), *entry[1:])
