"""English sentences of open texts with the propositions that the parser's rules find: many, and right mostly.

PropSegmEnt's articles, the PUD treebank, TICO-19, Climate-FEVER and FActScore's biographies.
"""

import io
import json
from collections.abc import Iterator
from pathlib import Path

import zstandard

from claims.digests import digest
from claims.parser import parse
from claims.records import Attribution, BlockKind, ClaimKind, Sentence
from claims.sentences import split_sentences
from claims.standing import Context
from claims.tree import Tree
from claims.tree_drafts import tree_drafts
from training.segmenter.propositions import head_of, read_sentences
from training.segmenter.written import Proposition, Spans, Written
from training.stance.pairs import read_stance

SHORTEST, LONGEST = 14, 55  #: words
PARALLEL = frozenset({"pud", "tico19"})


def _texts(data: Path) -> Iterator[str]:
    """Passages of open English texts."""
    yield from read_sentences(data)
    with zstandard.open(data / "parallel/fr.tsv.zst", "rb") as raw:
        for line in io.TextIOWrapper(raw, encoding="utf-8"):
            source, english, *_ = line.split("\t")
            if source in PARALLEL:
                yield english
    for path in sorted((data / "claims/factscore-labeled/labeled_data").glob("*.jsonl")):
        yield from (json.loads(line)["output"] for line in path.open(encoding="utf-8"))
    for pair in read_stance(data / "stance" / "open.tsv.zst"):
        if pair.source == "climate_fever" and pair.premise_language == "en":
            yield pair.premise


def _telling(text: str, who: Attribution | None) -> Spans:
    """The words that name the speaker and the verb of saying nearest to them."""
    if who is None:
        return ()
    speaker = (who.speaker_span.start, who.speaker_span.end)
    places, at = [], text.find(who.verb) if who.verb else -1
    while at >= 0:
        places.append(at)
        at = text.find(who.verb, at + 1)
    verb = min(places, key=lambda a: min(abs(a - speaker[1]), abs(a - speaker[0])), default=None)
    spans = {speaker} if speaker[0] < speaker[1] else set[tuple[int, int]]()
    return tuple(sorted(spans | ({(verb, verb + len(who.verb))} if verb is not None else set())))


def _drafted(text: str) -> Written | None:
    """The sentence with what the rules find; None where they find nothing."""
    sentence = Sentence(
        id="", article_id="", start=0, end=len(text), text=text, language="en", block=BlockKind.BODY
    )  # fmt: skip
    drafts = tree_drafts(sentence, None, Context(language="en"))
    if not drafts:
        return None
    tree, made, taken = Tree(text, parse(text, "en")), Written("en", text), set[tuple[int, int]]()
    for draft in sorted(drafts, key=lambda one: one.kind is not ClaimKind.SPEECH):
        telling = _telling(text, draft.attribution)
        anchor = None
        if draft.kind is ClaimKind.SPEECH and telling:
            verbs = [n for n in tree.nodes if any(a <= n.start < b for a, b in telling) and tree.verbal(n)]
            anchor = (verbs[-1].start, verbs[-1].end) if verbs else None
        anchor = anchor or head_of(tree, draft.spans, taken)
        if anchor is None or anchor in taken:
            continue
        taken.add(anchor)
        made.propositions.append(
            Proposition(draft.spans, anchor, telling if draft.kind is ClaimKind.CONTENT else ())
        )  # fmt: skip
    return made


def read_silver(data: Path, most: int) -> Iterator[Written]:
    """At most so many sentences, picked by their digests, that the rules find something in."""
    texts = {
        passage[span.start : span.end]
        for passage in _texts(data)
        for span in split_sentences(passage, "en")
        if SHORTEST <= len(passage[span.start : span.end].split()) <= LONGEST
    }
    for text in sorted(texts, key=digest)[:most]:
        made = _drafted(text)
        if made is not None:
            yield made
