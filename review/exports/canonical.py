"""Verdicts and their evidence as text that is equal byte for byte where the verdicts are the same.

Left out is what differs between two runs of the same work: ids of runs, the times of the clock, and what a run
could not reach, which an outage decides.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]

OF_RUNS = frozenset({"run_id", "decided_at", "missing"})
OF_CLOCKS = frozenset({"fetched_at", "added_at", "retracted_at", "removed_at"})


def canonical_lines(rows: Sequence[Row]) -> str:
    """One line of JSON a claim, in the order of the article's text, keys sorted."""
    return "".join(_line(row) for row in sorted(rows, key=lambda row: (row["quote_start"], row["claim_id"])))


def _line(row: Row) -> str:
    kept = {name: value for name, value in row.items() if name not in OF_RUNS}
    uses = sorted(row["evidence"], key=lambda use: (use["rank"], use["evidence_id"]))
    kept["evidence"] = [{name: value for name, value in use.items() if name not in OF_CLOCKS} for use in uses]
    return json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"
