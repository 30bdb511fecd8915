"""Pairs that people labelled, wrote or took apart: open stance sets, atomic facts, propositions, and our own."""

import json
import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import regex

from benchmarks.verdicts.cases import DEVELOPMENT, gold_pages, gold_rows
from claims.digests import digest
from evidence.judges.look import below
from evidence.passages import cut_passages
from training.encoder.pages import Row
from training.stance.pairs import read_stance

LABELS = {"entailment": "s", "contradiction": "r", "neutral": "n", "not_entailment": "x", "partial": "n"}
WRITTEN = Path(__file__).parent / "written"
_PLAIN = regex.compile(r"[^\p{L}\p{N}]+")


def plain(text: str) -> str:
    """Letters and digits only, for telling texts apart."""
    return _PLAIN.sub("", text).casefold()


def open_sets(data: Path) -> Iterator[Row]:
    """The open stance sets that have human labels."""
    held = {
        plain(p)
        for r in read_stance(data / "stance" / "open.tsv.zst")
        if r.source == "fever_symmetric"
        for p in (r.claim, r.premise)
    }
    for pair in read_stance(data / "stance" / "open.tsv.zst"):
        if pair.source in {"fever_symmetric", "wice"} or (
            pair.source == "breaking_nli" and int(digest(pair.claim)[:4], 16) % 4
        ):
            continue
        if pair.source.startswith("fever") and (plain(pair.claim) in held or plain(pair.premise) in held):
            continue
        yield pair.source, pair.claim, pair.claim_language, pair.premise, pair.premise_language, LABELS[pair.label]
    labels = {"completely-support": "s", "partially-support": "n", "refute": "r", "irrelevant": "n"}
    for line in (data / "claims/factcheck-gpt/subtasks/subtask3_claim_evidence_stance.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        yield "factcheck_gpt", row["claim"], "en", row["evidence"][:700], "en", labels[row["stance"]]


def atomic_facts(data: Path, rng: random.Random) -> Iterator[Row]:
    """Human atomic facts beside the sentence that they were taken from, with its neighbours, and beside others."""
    for path in sorted((data / "claims/factscore-labeled/labeled_data").glob("*.jsonl")):
        for line in path.open(encoding="utf-8"):
            bio = json.loads(line)
            parts = [one for one in bio["annotations"] or [] if one.get("human-atomic-facts")]
            texts = [one["text"] for one in parts]
            for at, one in enumerate(parts):
                others = [text for i, text in enumerate(texts) if i != at]
                rng.shuffle(others)
                for fact in one["human-atomic-facts"]:
                    claim = fact["text"]
                    if len(claim) < 15:
                        continue
                    beside = others[: rng.choice([0, 0, 1, 2])]
                    said = [*beside, texts[at]]
                    rng.shuffle(said)
                    yield "facts", claim, "en", f"{bio['topic']}. " * (rng.random() < 0.5) + " ".join(said), "en", "s"
                    if others and rng.random() < 0.6:
                        yield "facts_beside", claim, "en", f"{bio['topic']}. " + " ".join(others[:2]), "en", "n"


def propositions(data: Path) -> Iterator[Row]:
    """PropSegmEnt: propositions of a sentence beside it, and beside another document of its cluster."""
    folder = data / "claims/propsegment/v1"
    tokens: dict[tuple[str, str, int], tuple[str, list[str]]] = {}
    documents: dict[str, list[str]] = {}
    for part in ("dev", "test"):
        for cluster in json.loads((folder / f"document_clusters.{part}.json").read_text("utf-8")):
            for one in cluster["documents"]:
                documents[one["document_id"]] = [s["sentence_text"] for s in one["sentences"]]
                for at, sentence in enumerate(one["sentences"]):
                    tokens[cluster["cluster_id"], one["document_id"], at] = (
                        sentence["sentence_text"],
                        [t["text"] for t in sentence["tokens"]],
                    )
        for row in json.loads((folder / f"propositions.{part}.json").read_text("utf-8")):
            key = (
                row["sentence_id"]["cluster_id"],
                row["sentence_id"]["document_id"],
                row["sentence_id"]["sentence_index"],
            )
            if key not in tokens:
                continue
            text, words = tokens[key]
            for answer in row["segmentation_responses"]:
                for one in answer["propositions"] if answer["is_reference_response"] else ():
                    yield "propositions", _joined(words, one), "en", text, "en", "s"
    labels = {
        "RELATIONSHIP_ENTAILS": "s",
        "RELATIONSHIP_CONTRADICTS": "r",
        "RELATIONSHIP_NEITHER_ENTAILS_NOR_CONTRADICTS": "n",
    }
    for row in json.loads((folder / "relationships.dev.json").read_text("utf-8")):
        one = row["hypothesis_proposition"]
        key = (row["cluster_id"], one["document_id"], one["sentence_index"])
        said = {labels.get(answer.get("relationship", "")) for answer in row["relationship_responses"]}
        if key in tokens and row["premise_document_id"] in documents and len(said) == 1 and (label := said.pop()):
            yield (
                "propositions_across",
                _joined(tokens[key][1], one["proposition"]),
                "en",
                " ".join(documents[row["premise_document_id"]])[:600],
                "en",
                label,
            )


def kept_out(data: Path, rng: random.Random) -> dict[str, list[tuple[str, str, str]]]:
    """Sets for looking only, at most 300 of each, as claim, passage, label: none is ever learnt from.

    Half of XNLI dev in one language and across two, FEVER-Symmetric dev, and the deciding passages of our own gold.
    """
    rows: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for pair in read_stance(data / "stance" / "research-only.tsv.zst"):
        if pair.source == "xnli" and pair.claim_language in {"ar", "en", "fr", "zh", "tr"}:
            rows[f"xnli {pair.claim_language}"].append((pair.claim, pair.premise, LABELS[pair.label]))
    found = {name: lines[: len(lines) // 2] for name, lines in rows.items()}
    found["xnli ar-en"] = [(a[0], e[1], a[2]) for a, e in zip(found["xnli ar"], found["xnli en"], strict=True)]
    found["fever_symmetric"] = [
        (pair.claim, pair.premise, LABELS[pair.label])
        for pair in read_stance(data / "stance" / "open.tsv.zst")
        if pair.source == "fever_symmetric"
    ]
    made = {name: rng.sample(lines, min(300, len(lines))) for name, lines in found.items()}
    made["gold"] = [row for root in DEVELOPMENT for row in _gold(root)]
    return made


def _gold(root: Path) -> Iterator[tuple[str, str, str]]:
    """Claims of a folder of gold beside each passage that holds the words that decide."""
    pages = gold_pages(root)
    for row in gold_rows(root):
        label = {"supported": "s", "refuted": "r"}.get(row["label"])
        for path, quote in row["evidence_quotes"].items() if label else ():
            for passage in cut_passages(pages[path]):
                if quote in passage.text or passage.text in quote:
                    above = "\n".join(dict.fromkeys((pages[path].title, passage.heading)))
                    yield row["claim"], below(above, passage.text), label or ""


def _joined(words: list[str], one: dict[str, Any]) -> str:
    return regex.sub(r"\s+([.,;:)])", r"\1", " ".join(words[i] for i in one["token_indices"]))


def written(folder: Path = WRITTEN) -> Iterator[Row]:
    """Pairs of our own writing: a passage, and claims as a news article would put them."""
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            for one in row["claims"]:
                passage = f"{row['title']}. {row['passage']}"
                yield "written", one["claim"], one["language"], passage, row["language"], one["label"]
