"""Load time, passages a second and memory, beside the teacher. `python -m benchmarks.ranking.speed --data DIR`.

Each model is measured in a process of its own, one after the other, on the same two threads.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from benchmarks.ranking.report import keep
from benchmarks.ranking.sets import digest_of, xquad
from training.embedder.teacher import teacher_folder

THREADS = 2


def measure(name: str, data: Path) -> dict[str, Any]:
    """The figures of one model, in this process."""
    start = time.perf_counter()
    import torch
    from sentence_transformers import SentenceTransformer  # noqa: F401  # its import is timed apart

    imported = time.perf_counter() - start
    torch.set_num_threads(THREADS)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    from evidence.embed import load_embedder

    start = time.perf_counter()
    model = load_embedder(name, download=False)
    loaded = time.perf_counter() - start
    task = xquad(data, "en", "en")
    model.encode_passages(list(task.candidates[:32]))
    rates = {}
    for kind, texts, times in (("passages", list(task.candidates), 1), ("questions", list(task.queries), 1)):
        repeat = times if model.tokens is None else 10
        start = time.perf_counter()
        for _ in range(repeat):
            model.encode_passages(texts)
        rates[kind] = round(repeat * len(texts) / (time.perf_counter() - start))
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {
        "import s": round(imported, 1), "load s": round(loaded, 2), "passages/s": rates["passages"],
        "questions/s": rates["questions"], "MB added": round((after - before) / 1024), "MB in all": round(after / 1024),
        "revision": model.revision,
    }  # fmt: skip


def main() -> None:
    """Measure each model in a fresh process and keep the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--embedder", default="shipped")
    parser.add_argument("--one", default="", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.one:
        print(json.dumps(measure(args.one, args.data)))
        return
    rows, revision = [], ""
    for label, name in (("shipped", args.embedder), ("teacher all-MiniLM-L6-v2", str(teacher_folder()))):
        command = [sys.executable, "-m", "benchmarks.ranking.speed", "--data", str(args.data), "--one", name]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        found = json.loads(done.stdout.splitlines()[-1])
        revision = revision or found.pop("revision")
        found.pop("revision", None)
        rows.append({"model": label, **found})
    times = rows[0]["passages/s"] / max(rows[1]["passages/s"], 1)
    note = f"Two threads, paragraphs of XQuAD-R English. The shipped model embeds {times:.0f} times as many a second."
    keep("speed", embedder=revision, data_sha256=digest_of([args.data / "eval/xquad-r/en.json"]), rows=rows, note=note)


if __name__ == "__main__":
    main()
