"""PropSegmEnt as sentences with their propositions (Chen et al., 2023; CC BY 4.0); only its Wikipedia part has texts.

Its propositions are sets of words without a predicate: the parser tells which of the words heads the others.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from claims.parser import parse
from claims.segment_rows import joined
from claims.tree import Tree
from training.segmenter.written import Proposition, Spans, Written


def head_of(tree: Tree, spans: Spans, taken: set[tuple[int, int]]) -> tuple[int, int] | None:
    """The word of a proposition that most of its other words hang below, none that heads another one."""
    inside = {node.at for node in tree.nodes if any(a <= node.start < b for a, b in spans)}
    heads = [tree.nodes[at] for at in inside if (tree.nodes[at].start, tree.nodes[at].end) not in taken]
    heads = [node for node in heads if node.text[:1].isalnum()]
    if not heads:
        return None
    best = max(
        heads, key=lambda n: (tree.verbal(n), n.label == "appos", len(tree.all_under(n) & inside), -n.at)
    )  # fmt: skip
    return best.start, best.end


def read_sentences(data: Path) -> Iterator[str]:
    """The sentences of its articles."""
    for part in ("dev", "test"):
        for cluster in json.loads((data / f"claims/propsegment/v1/document_clusters.{part}.json").read_text("utf-8")):
            for document in cluster["documents"]:
                yield from (sentence["sentence_text"] for sentence in document["sentences"])


def read_propositions(data: Path) -> Iterator[Written]:
    """The sentences with the propositions of the reference annotator; those that cannot be parsed are left out."""
    folder = data / "claims/propsegment/v1"
    for part in ("dev", "test"):
        texts: dict[tuple[str, str, int], tuple[str, list[tuple[int, int]]]] = {}
        for cluster in json.loads((folder / f"document_clusters.{part}.json").read_text("utf-8")):
            for document in cluster["documents"]:
                for at, one in enumerate(document["sentences"]):
                    text, places, end = one["sentence_text"], [], 0
                    for token in one["tokens"]:
                        start = text.index(token["text"], end)
                        end = start + len(token["text"])
                        places.append((start, end))
                    texts[cluster["cluster_id"], document["document_id"], at] = (text, places)
        for row in json.loads((folder / f"propositions.{part}.json").read_text("utf-8")):
            where = row["sentence_id"]
            held = texts.get((where["cluster_id"], where["document_id"], where["sentence_index"]))
            if held is None:
                continue
            text, places = held
            nodes = parse(text, "en")
            given = [one for one in row["segmentation_responses"] if one["is_reference_response"]]
            if not nodes or not given or not given[0]["propositions"]:
                continue
            tree, made, taken = Tree(text, nodes), Written("en", text), set[tuple[int, int]]()
            for one in given[0]["propositions"]:
                spans = joined(text, sorted(places[at] for at in one["token_indices"]))
                anchor = head_of(tree, spans, taken)
                if anchor is not None:
                    taken.add(anchor)
                    made.propositions.append(Proposition(spans, anchor))
            yield made
