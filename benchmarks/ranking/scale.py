"""A million stored vectors: what one claim's 200 nearest cost. `python -m benchmarks.ranking.scale --rows N`.

The vectors are made up (they lie around 2,000 centres, as texts lie around subjects); cost does not
depend on what they mean. Each engine runs in a process of its own, so that memory is its own.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.ranking.report import keep

DIMS, NEAREST, CLAIMS = 256, 200, 20


def vectors(rows: int, seed: int) -> np.ndarray:
    """Unit vectors around common centres."""
    draw = np.random.Generator(np.random.SFC64(seed))
    centres = np.random.default_rng(1).standard_normal((2000, DIMS), dtype=np.float32)
    made = centres[draw.integers(0, 2000, rows)] + draw.standard_normal((rows, DIMS), dtype=np.float32)
    return made / np.linalg.norm(made, axis=1, keepdims=True)


def write_vectors(folder: Path, rows: int) -> None:
    """The file that every engine starts from: float16 rows, end to end."""
    with (folder / "vectors.f16").open("wb") as out:
        for first in range(0, rows, 100_000):
            out.write(vectors(min(100_000, rows - first), 100 + first).astype(np.float16).tobytes())


def stored(folder: Path) -> np.ndarray:
    """The vectors, mapped."""
    return np.memmap(folder / "vectors.f16", dtype=np.float16, mode="r").reshape(-1, DIMS)


def by_numpy(folder: Path) -> tuple[Callable[[np.ndarray], np.ndarray], str]:
    """Our own: every row, one byte a number, in blocks against all claims at once."""
    from evidence.rank.stored import BLOCK, StoredRows, coded, nearest

    start = time.process_time()
    rows = stored(folder)
    blocks = [coded(rows[first : first + BLOCK].astype(np.float32)) for first in range(0, len(rows), BLOCK)]
    kept = StoredRows(
        codes=np.concatenate([b.codes for b in blocks]), factors=np.concatenate([b.factors for b in blocks])
    )
    del rows, blocks
    return lambda queries: nearest(queries, kept, keep=NEAREST)[0], f"{time.process_time() - start:.0f} s"


def by_matrix(folder: Path) -> tuple[Callable[[np.ndarray], np.ndarray], str]:
    """The float32 matrix in memory, all at once: what the others are held against."""
    rows = stored(folder).astype(np.float32)
    return lambda queries: np.argpartition(-(queries @ rows.T), NEAREST, axis=1)[:, :NEAREST], "none"


def by_duckdb(folder: Path) -> tuple[Callable[[np.ndarray], np.ndarray], str]:
    """DuckDB: a FLOAT[256] column and array_inner_product, top-N by ORDER BY LIMIT."""
    import duckdb
    import pyarrow as pa

    connection = duckdb.connect(str(folder / "vectors.duckdb"))
    connection.execute("SET threads = 2")
    connection.execute(f"CREATE OR REPLACE TABLE v (i BIGINT, x FLOAT[{DIMS}])")
    start = time.process_time()
    rows = stored(folder)
    for first in range(0, len(rows), 50_000):
        block = rows[first : first + 50_000].astype(np.float32)
        numbers = pa.array(np.arange(first, first + len(block)))
        lists = pa.FixedSizeListArray.from_arrays(pa.array(block.ravel()), DIMS)
        incoming = pa.table({"i": numbers, "x": lists})  # noqa: F841  # DuckDB reads it by name
        connection.execute("INSERT INTO v SELECT i, x FROM incoming")
    connection.execute("CHECKPOINT")
    built = f"{time.process_time() - start:.0f} s"
    query = f"SELECT i FROM v ORDER BY array_inner_product(x, ?::FLOAT[{DIMS}]) DESC LIMIT {NEAREST}"

    def ask(queries: np.ndarray) -> np.ndarray:
        found = [[r[0] for r in connection.execute(query, [q.tolist()]).fetchall()] for q in queries]
        return np.array(found)

    return ask, built


def by_faiss(folder: Path, kind: str) -> tuple[Callable[[np.ndarray], np.ndarray], str]:
    """FAISS: inverted lists over 8-bit codes, or HNSW."""
    import faiss

    faiss.omp_set_num_threads(2)
    rows = stored(folder)
    start = time.process_time()
    index = faiss.index_factory(DIMS, kind, faiss.METRIC_INNER_PRODUCT)
    sample = rows[:: max(1, len(rows) // 60_000)].astype(np.float32)
    index.train(sample)
    for first in range(0, len(rows), 50_000):
        index.add(rows[first : first + 50_000].astype(np.float32))
    if hasattr(index, "nprobe"):
        index.nprobe = 32
    built = f"{time.process_time() - start:.0f} s"
    return lambda queries: index.search(queries, NEAREST)[1], built


ENGINES: dict[str, Callable[[Path], tuple[Callable[[np.ndarray], np.ndarray], str]]] = {
    "numpy, float32 matrix": by_matrix,
    "numpy, 8 bit in blocks (ours)": by_numpy,
    "DuckDB array functions": by_duckdb,
    "FAISS flat, 8 bit": lambda folder: by_faiss(folder, "SQ8"),
    "FAISS IVF1024, 8 bit, 32 lists read": lambda folder: by_faiss(folder, "IVF1024,SQ8"),
}


def measure(engine: str, folder: Path) -> dict[str, Any]:
    """Time and memory of one engine, in this process."""
    ask, built = ENGINES[engine](folder)
    queries = vectors(CLAIMS, 7)
    ask(queries[:1])
    start, busy = time.perf_counter(), time.process_time()
    ask(queries[:1])
    alone, alone_busy = time.perf_counter() - start, time.process_time() - busy
    start, busy = time.perf_counter(), time.process_time()
    found = ask(queries)
    together, together_busy = time.perf_counter() - start, time.process_time() - busy
    return {"built in, processor": built, "one claim s": round(alone, 3), "its processor s": round(alone_busy, 3),
            f"{CLAIMS} claims s": round(together, 2), "their processor s": round(together_busy, 2),
            "peak MB": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
            "found": [[int(i) for i in row] for row in found]}  # fmt: skip


def main() -> None:
    """Measure each engine in a fresh process and keep the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, default=None)
    parser.add_argument("--one", default="", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.one:
        print(json.dumps(measure(args.one, args.folder)))
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_vectors(folder, args.rows)
        rows, exact = [], None
        for engine in ENGINES:
            command = [sys.executable, "-m", "benchmarks.ranking.scale", "--folder", name, "--one", engine]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode:
                print(engine, done.stderr[-400:])
                continue
            found = json.loads(done.stdout.splitlines()[-1])
            places = [set(row) for row in found.pop("found")]
            exact = exact or places
            share = np.mean([len(a & b) / NEAREST for a, b in zip(exact, places, strict=True)])
            rows.append({"engine": engine, **found, "of the exact 200": f"{100 * share:.0f} %"})
            print(rows[-1], flush=True)
    note = (
        f"{args.rows:,} vectors of {DIMS} numbers, the {NEAREST} nearest, two cores. Memory counts mapped pages. "
        "Processor time is what counts where other work runs beside (see load_average in the JSON)."
    )
    keep("scale", embedder="", data_sha256="made up", rows=rows, note=note)


if __name__ == "__main__":
    main()
