"""How fast claims are split, and whether memory grows.

    python -m benchmarks.claims.speed [--articles 10000] [--letters 700] [--corpus FILE.jsonl]

Articles are put together from the texts in gold/seen, of about 1,000 words where no other length is given; a corpus of JSON lines with "text" or "body" may be given instead.
"""  # noqa: E501

import argparse
import json
import random
import resource
import time
from datetime import date
from pathlib import Path

from claims.article import read_article
from claims.extract import extract_claims

GOLD = Path(__file__).parent / "gold" / "seen"
RESULTS = Path(__file__).parents[1] / "results" / "claims-speed.json"


def memory_mb() -> float:
    """Resident memory now, not its peak."""
    for line in Path("/proc/self/status").read_text("utf-8").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def made_texts(count: int, seed: int, letters: int = 6500) -> list[str]:
    """Articles of so many letters, in Chinese of a quarter, whose numbers differ, so that no cache holds them."""
    drawn = random.Random(seed)
    paragraphs: dict[str, list[str]] = {}
    for path in sorted(GOLD.glob("*.txt")):
        paragraphs.setdefault(path.stem[:2], []).extend(
            p for p in path.read_text("utf-8").split("\n") if len(p) > (40 if path.stem.startswith("zh") else 120)
        )
    languages = sorted(paragraphs)
    texts = []
    for at in range(count):
        language = languages[at % len(languages)]
        size = letters if language != "zh" else letters // 4
        body: list[str] = []
        while sum(map(len, body)) < size:
            body.append(
                "".join(
                    str(drawn.randint(1, 9)) if c.isdigit() and c.isascii() else c
                    for c in drawn.choice(paragraphs[language])
                )
            )
        texts.append("A heading\n\n" + "\n\n".join(body))
    return texts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--letters", type=int, default=6500)
    parser.add_argument("--corpus", type=Path)
    given = parser.parse_args()
    if given.corpus:
        rows = [json.loads(line) for line in given.corpus.read_text("utf-8").splitlines()]
        texts = [next(str(row[key]) for key in ("text", "body", "content", "article") if key in row) for row in rows][
            : given.articles
        ]
    else:
        texts = made_texts(min(given.articles, 2000), 7, given.letters)
    published = date(2025, 3, 28)
    for text in texts[:18]:
        extract_claims(read_article(text.encode(), source="made", published_on=published))
    cpu = time.process_time()
    begun, start_mb, claims, words, slowest = time.perf_counter(), memory_mb(), 0, 0, 0.0
    marks: list[float] = []
    for at in range(given.articles):
        text = texts[at % len(texts)]
        if at >= len(texts):
            text = text.replace("heading", f"heading {at}")
        one = time.perf_counter()
        claims += len(extract_claims(read_article(text.encode(), source="made", published_on=published)))
        slowest = max(slowest, time.perf_counter() - one)
        words += len(text.split())
        if at % max(1, given.articles // 10) == 0:
            marks.append(round(memory_mb(), 1))
    seconds = time.perf_counter() - begun
    row = {
        "articles": given.articles, "claims": claims, "words": words, "seconds": round(seconds, 2), "seconds_per_article": round(seconds / given.articles, 4),  # noqa: E501
        "slowest_s": round(slowest, 3), "memory_start_mb": round(start_mb, 1), "memory_marks_mb": marks, "corpus": given.corpus.name if given.corpus else f"gold/seen, mixed, {given.letters} letters",  # noqa: E501
        "cpu_seconds_per_article": round((time.process_time() - cpu) / given.articles, 4),
    }  # fmt: skip
    print(row)
    kept = json.loads(RESULTS.read_text("utf-8")) if RESULTS.exists() else {}
    kept[row["corpus"]] = row
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    RESULTS.write_text(json.dumps(kept, indent=1, ensure_ascii=False, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main()
