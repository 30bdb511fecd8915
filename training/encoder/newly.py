"""Pairs to go on learning from: `python -m training.encoder.newly --earlier FILE --work DIR --names "[k-u]-*.txt"`.

Writes `pairs.jsonl` with the pages that were written since, and of the pairs that were learnt before a part, so that
they are not forgotten. Pages learnt before are left out: the network knows them by heart.
"""

import argparse
import json
import random
from pathlib import Path

from training.encoder.corpus import page_rows
from training.encoder.pages import read_pages
from training.encoder.prepare import group_of

#: Share of each group's earlier pairs that is kept.
KEPT = {
    "labelled": 0.22,
    "facts": 0.15,
    "parallel": 0.03,
    "own": 0.06,
    "written": 0.30,
    "pages": 0.0,
    "switched": 0.03,
}
DEV_KEPT = 0.5  #: of the pairs that are held back


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--earlier", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--names", nargs="+", required=True, help="of the files with new pages")
    args = parser.parse_args()
    rng = random.Random(9)
    pages = [page for names in args.names for page in read_pages(names=names)]
    lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in page_rows(pages, rng)]
    new = len(lines)
    for line in args.earlier.open(encoding="utf-8"):
        row = json.loads(line)
        group = group_of(row[0])
        kept = KEPT[group] if row[6] == "train" else DEV_KEPT * (group != "pages")
        if rng.random() < kept:
            lines.append(line)
    rng.shuffle(lines)
    args.work.mkdir(parents=True, exist_ok=True)
    (args.work / "pairs.jsonl").write_text("".join(lines), "utf-8")
    print(f"{new} pairs of {len(pages)} new pages, {len(lines) - new} earlier ones")


if __name__ == "__main__":
    main()
