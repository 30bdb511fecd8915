"""Claims and passages as the judge's rows of numbers, with what is right: `python -m training.stance.looks`.

Pairs of our own writing that the encoder did not learn from, and gold of our own. Blocks are
written as they are done, so a run that was stopped goes on where it was.
"""

import argparse
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

import numpy as np

from benchmarks.verdicts.cases import DEVELOPMENT, claim_of, gold_pages, gold_rows, passages_of, sibling_rows
from evidence.embed import load_embedder
from evidence.encoder import load_encoder
from evidence.judges.look import NUMBERS, look_at, numbers_of
from evidence.rank import rank_passages
from evidence.slots.reader import claim_facts, lines_above, read_text
from evidence.slots.words import Lens
from evidence.static_tokens import shipped_tokens
from training.encoder.corpus import part_of
from training.encoder.pages import PAGES_HELD, read_pages, windows
from training.encoder.sets import written
from training.stance.pairs import held_back

BLOCK = 250
PAGES_MOST = 105  #: pages kept back that are shown; of more the judge learns little and the reading takes hours


@dataclass(frozen=True, slots=True)
class Shown:
    """One passage shown for one claim, and what it says of it."""

    group: str  #: what must not be torn apart between folds
    case: str  #: the claim
    claim: str
    language: str
    text: str
    text_language: str
    above: str
    published_on: date | None  #: of the claim
    page_date: date | None
    label: str  #: s, r, n
    kind: str  #: where it comes from


def written_shown() -> Iterator[Shown]:
    """The pairs of our own writing whose passages the encoder did not learn from."""
    for source, claim, mine, passage, theirs, label in written():
        if part_of(source, passage) == "dev":
            yield Shown(passage[:80], claim, claim, mine, passage[:900], theirs, "", None, None, label, "written")


def pages_shown() -> Iterator[Shown]:
    """Our own pages that the encoder did not learn from, some sentences at a time."""
    rng = random.Random(3)
    kept_back = (page for page in read_pages() if held_back(page.title, PAGES_HELD))
    for page in islice(kept_back, PAGES_MOST):
        for one in windows(page, rng):
            yield Shown(page.title, one.claim, one.claim, one.claim_language, one.text, one.language,
                        "\n".join(one.above), None, None, one.label, "page")  # fmt: skip


def siblings_shown() -> Iterator[Shown]:
    """The sibling cases of our gold."""
    labels = {"supported": "s", "refuted": "r", "not_enough_evidence": "n"}
    for row in (row for root in DEVELOPMENT for row in sibling_rows(root)):
        page_date = date.fromisoformat(row["passage_published_on"]) if row.get("passage_published_on") else None
        yield Shown(
            row["subject"], row["id"], row["claim"], row["language"], row["passage"], row["passage_language"], "",
            date.fromisoformat(row["published_on"]), page_date, labels[row["label"]], "sibling",
        )  # fmt: skip


def gold_shown(root: Path) -> Iterator[Shown]:
    """The passages that ranking finds for each claim of a folder of gold; those that are silent say neither.

    A page of the claim's own topic without the deciding words may say it in others: it is left out.
    """
    embedder = load_embedder("shipped")
    pages = gold_pages(root)
    pool = passages_of(pages)
    rows = gold_rows(root)
    topics: dict[str, set[str]] = {}
    for row in rows:
        topics.setdefault(row["topic"], set()).update(row["pages"])
    for row in rows:
        published = date.fromisoformat(row["published_on"])
        claim = claim_of(row["claim"], row["language"], published, row["id"])
        for item in rank_passages(claim, pool, embedder=embedder, keep=8):
            path = next(name for name, page in pages.items() if page.id == item.page.id)
            quote = row["evidence_quotes"].get(path, "")
            says = bool(quote) and (quote in item.passage.text or item.passage.text in quote)
            if row["label"] == "conflicting_evidence" or (
                not says and path in topics[row["topic"]] and row["label"] != "not_enough_evidence"
            ):
                continue
            label = {"supported": "s", "refuted": "r"}.get(row["label"], "n") if says else "n"
            yield Shown(
                row["topic"], row["id"], row["claim"], row["language"], item.passage.text, item.passage.language,
                lines_above(item), published, item.page.published_on, label, "gold",
            )  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--part", type=int, default=0, help="which of --of processes this is")
    parser.add_argument("--of", type=int, default=1)
    args = parser.parse_args()
    encoder, (tokens, _) = load_encoder(), shipped_tokens()
    lens = Lens(tokens)
    shown = [
        *siblings_shown(),
        *(one for root in DEVELOPMENT for one in gold_shown(root)),
        *written_shown(),
        *pages_shown(),
    ]
    folder = args.work / f"looks-{encoder.digest[:12]}"
    folder.mkdir(parents=True, exist_ok=True)
    for at in range(0, len(shown), BLOCK):
        path = folder / f"{at:06d}.npz"
        if path.exists() or (at // BLOCK) % args.of != args.part:
            continue
        rows, meta = [], []
        for one in shown[at : at + BLOCK]:
            try:
                facts = claim_facts(claim_of(one.claim, one.language, one.published_on, one.case))
                readings = read_text(
                    facts, one.text, one.text_language, lens, above=one.above, published_on=one.page_date
                )
            except (KeyError, ValueError, OverflowError):  # odd dates and numbers of found text
                continue
            rows.append(numbers_of(look_at(readings), one.claim, one.text, one.above, encoder))
            meta.append(
                json.dumps(
                    [one.group, one.case, one.language, one.text_language, one.label, one.kind], ensure_ascii=False
                )
            )
        np.savez_compressed(path, rows=np.stack(rows), meta=np.array(meta), numbers=np.array(NUMBERS))
        print(f"{at + BLOCK} of {len(shown)}", flush=True)


if __name__ == "__main__":
    main()
