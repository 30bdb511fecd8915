"""A world from a seed: rivers, a reference page for each, and an article that gets some figures wrong."""

import random
from dataclasses import dataclass

from benchmarks.soak.words import WORDS

WRONG = 0.3  #: share of an article's figures that are not those of the page
ORDER = tuple(WORDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class River:
    """One river with its true figures."""

    number: int
    language: str
    name: str
    length: int
    year: int
    people: int
    height: int

    @property
    def page_path(self) -> str:
        """Where its reference page stands."""
        return f"/{self.language}/river-{self.number}"

    @property
    def news_path(self) -> str:
        """Where the article about it stands."""
        return f"/news/{self.number}"


def rivers(count: int, seed: int = 7, languages: int = len(ORDER)) -> list[River]:
    """So many rivers, one language after the other; the same ones for the same seed."""
    made, names = [], set()
    for number in range(count):
        chance = random.Random(f"{seed} {number}")
        language = ORDER[number % languages]
        words = WORDS[language]
        for more in range(1000):
            name = words.join.join((chance.choice(words.first), chance.choice(words.last)))
            if more > 20:  # the short names are used up: names in three parts
                name = words.join.join((name, chance.choice(words.last)))
            if (language, name) not in names:
                break
        names.add((language, name))
        made.append(
            River(
                number=number,
                language=language,
                name=name,
                length=chance.randint(40, 990),
                year=chance.randint(1890, 2010),
                people=chance.randint(11, 99),
                height=chance.randint(12, 95),
            )
        )
    return made


def figures(river: River) -> dict[str, object]:
    """The true figures."""
    return {
        "name": river.name,
        "length": river.length,
        "year": river.year,
        "people": river.people,
        "height": river.height,
    }


def article(river: River, seed: int = 7) -> str:
    """The article as HTML."""
    words, chance = WORDS[river.language], random.Random(f"article {seed} {river.number}")
    told = figures(river)
    for what, off in (("length", 37), ("year", 14), ("people", 23), ("height", 31)):
        if chance.random() < WRONG:
            told[what] = int(str(told[what])) + off
    body = " ".join(sentence.format(**told) for sentence in words.news)
    day = 1 + river.number % 28
    return _html(
        river.language,
        words.title.format(**told),
        f"<p>{body}</p><p>{words.question}</p>",
        head=f'<meta property="article:published_time" content="2025-03-{day:02d}T08:00:00Z">',
    )


def page(river: River, edition: int = 0) -> str:
    """The reference page as HTML; a later edition corrects the length."""
    words, told = WORDS[river.language], figures(river)
    told["length"] = river.length + 5 * edition
    lines = "".join(f"<p>{sentence.format(**told)}</p>" for sentence in words.page)
    return _html(river.language, words.page_title.format(**told), lines)


def _html(language: str, title: str, body: str, head: str = "") -> str:
    direction = "rtl" if language in ("ar", "fa") else "ltr"
    return (
        f'<!doctype html><html lang="{language}" dir="{direction}"><head><meta charset="utf-8"><title>{title}</title>'
        f"{head}</head><body><main><h1>{title}</h1>{body}</main></body></html>"
    )
