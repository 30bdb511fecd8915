"""Which segmenter reads a written file, so that none reads what it was taught on."""

import argparse
from pathlib import Path

from claims.bert import load_weights
from claims.segmenter import FILE, Segmenter

WRITTEN = Path(__file__).parent / "written"


class Halves:
    """Of two packed segmenters, each taught on every other file, the one that was not taught on a file.

    Files written since, which the pattern does not match, are read by the shipped one.
    """

    def __init__(self, halves: tuple[Path, Path], pattern: str) -> None:
        self._both, self._shipped = [Segmenter(load_weights(path)) for path in halves], Segmenter(load_weights(FILE))
        self._taught = {path.name: number % 2 for number, path in enumerate(sorted(WRITTEN.glob(pattern)))}

    def reader_of(self, name: str) -> Segmenter:
        """The segmenter that reads the file of this name."""
        return self._both[1 - self._taught[name]] if name in self._taught else self._shipped


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`--halves EVEN ODD` and `--halved PATTERN`, for `Halves`."""
    parser.add_argument("--halves", type=Path, nargs=2, required=True, metavar=("EVEN", "ODD"))
    parser.add_argument("--halved", default="*-[a-e][0-9]*.txt", help="files of which `prepare` gave every other one")
