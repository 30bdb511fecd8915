"""Pages of our own writing, with the sentences that decide each claim, as pairs in the form that pages are read in.

`written/pages/*.txt`: `# title`, `@ language`, numbered sentences, then claims as `label language sentences | claim`.
A passage here is what the judge is shown: the title, a heading, one to three sentences; longer ones come beside it.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import regex

Row = tuple[str, str, str, str, str, str]  #: source, claim, its language, passage, its language, label
PAGES = Path(__file__).parent / "written" / "pages"
PAGES_HELD = 10  #: one page in so many is kept back
TITLED = 0.88  #: share of the passages that stand under their title
FURTHEST = 4  #: sentences between the first and the last that decide a claim
_SENTENCE = regex.compile(r"(?P<number>\d+)\.?\s+(?:##\s*(?P<heading>[^.!?؟。:]+)[.!?؟。:]?\s+)?(?P<text>\S.*)")
_CLAIM = regex.compile(r"(?P<label>[srn])\s+(?P<language>[a-z]{2})\s*(?P<at>[\d,\s-]*)\|\s*(?P<claim>\S.*)")


@dataclass(slots=True)
class WrittenPage:
    """A page and its claims."""

    title: str
    language: str = "en"
    sentences: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)  #: above each sentence, "" where there is none
    claims: list[tuple[str, str, str, tuple[int, ...]]] = field(default_factory=list)
    #: label, language, claim, places of the deciding sentences


def read_pages(folder: Path = PAGES, names: str = "*.txt") -> Iterator[WrittenPage]:
    """The pages of a folder's files of such names; ValueError with file and line where one is written otherwise."""
    for path in sorted(folder.glob(names)):
        page: WrittenPage | None = None
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
            said = line.strip()
            if said.startswith("# "):
                if page is not None:
                    yield page
                page = WrittenPage(said[2:].strip())
            elif said and page is not None:
                _take(page, said, f"{path.name}, line {number}")
        if page is not None:
            yield page


def _take(page: WrittenPage, said: str, where: str) -> None:
    """One line below a title."""
    if said.startswith("@"):
        page.language = said[1:].strip()
    elif (found := _CLAIM.fullmatch(said)) is not None:
        at = tuple(int(one) - 1 for one in regex.findall(r"\d+", found["at"]))
        if (found["label"] == "n") != (not at) or any(not 0 <= one < len(page.sentences) for one in at):
            raise ValueError(f"{where}: a claim names the sentences that decide it, n names none: {said[:60]}")
        page.claims.append((found["label"], found["language"], found["claim"].strip(), at))
    elif (found := _SENTENCE.fullmatch(said)) is not None and int(found["number"]) == len(page.sentences) + 1:
        last = page.headings[-1] if page.headings else ""
        page.sentences.append(found["text"])
        page.headings.append((found["heading"] or last).strip())
    else:
        raise ValueError(f"{where}: neither the next sentence nor a claim: {said[:60]}")


@dataclass(frozen=True, slots=True)
class Window:
    """Some sentences of a page beside one of its claims."""

    source: str  #: pages, or pages_beside where the deciding sentences are left out
    claim: str
    claim_language: str
    above: tuple[str, ...]  #: title and heading, as far as they are shown
    text: str
    language: str
    label: str

    def pair(self) -> Row:
        """As the encoder is shown it."""
        passage = " ".join([*(f"{line.rstrip('.')}." for line in self.above), self.text])
        return self.source, self.claim, self.claim_language, passage, self.language, self.label


def windows(page: WrittenPage, rng: random.Random) -> Iterator[Window]:
    """Each claim beside passages that decide it and, as neither, beside others of its page."""
    length = len(page.sentences)

    def window(claim: str, spoken: str, label: str, first: int, last: int, source: str = "pages") -> Window:
        above = (page.title, page.headings[first]) if rng.random() < TITLED else ()
        text = " ".join(page.sentences[first : last + 1])
        return Window(source, claim, spoken, tuple(line for line in above if line), text, page.language, label)

    for label, spoken, claim, at in page.claims:
        if not at:
            for _ in range(3):
                first = rng.randrange(length)
                yield window(claim, spoken, label, first, min(length - 1, first + rng.choice([0, 1, 1, 2, 4])))
            continue
        least, most = min(at), max(at)
        if most - least > FURTHEST:
            continue  # no passage that is shown holds both
        for more in (0, rng.choice([1, 2]), rng.choice([3, 5])):
            before = rng.randint(0, more)
            first, last = max(0, least - before), min(length - 1, most + more - before)
            yield window(claim, spoken, label, first, last)
        free = [n for n in range(length) if n not in at]
        for first in rng.sample(free, min(2, len(free))):
            last = first
            while last + 1 in free and rng.random() < 0.6 and last - first < 2:
                last += 1
            yield window(claim, spoken, "n", first, last, "pages_beside")
