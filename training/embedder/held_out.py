"""Which strings may never be trained on: the test sets, in a form that survives spelling."""

import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path

FOLD = str.maketrans("ىیيکكةأإآٱؤئ", "يييككهااااوي")
OPENING = 60  # characters of the key that stand for a paragraph


def key(text: str) -> str:
    """Letters and digits of `text`, lower case, without marks and with Arabic spelling folded.

    >>> key("الْقَاهِرَة") == key("القاهره")
    True
    """
    plain = unicodedata.normalize("NFKD", text).casefold().translate(FOLD)
    return "".join(c for c in plain if c.isalnum() and c != "ـ")


def test_strings(data: Path) -> Iterator[str]:
    """Every sentence, question and paragraph of the Tatoeba, NTREX and XQuAD-R test sets."""
    for folder in ("tatoeba", "ntrex"):
        for path in sorted((data / "eval" / folder).iterdir()):
            if path.suffix != ".md":
                yield from path.read_text(encoding="utf-8").splitlines()
    for path in sorted((data / "eval" / "xquad-r").glob("*.json")):
        for article in json.loads(path.read_text(encoding="utf-8"))["data"]:
            for paragraph in article["paragraphs"]:
                yield paragraph["context"]
                yield from paragraph["sentences"]
                yield from (qa["question"] for qa in paragraph["qas"])


class HeldOut:
    """Says whether a text stands in a test set, or is a passage that opens like one."""

    def __init__(self, data: Path) -> None:
        keys = [key(s) for s in test_strings(data)]
        self.exact = {k for k in keys if k}
        self.openings = {k[:OPENING] for k in keys if len(k) >= OPENING}

    def __contains__(self, text: str) -> bool:
        k = key(text)
        return k in self.exact or (len(k) >= OPENING and k[:OPENING] in self.openings)

    def holds_part_of(self, passage: str) -> bool:
        """True if any line or sentence of `passage` stands in a test set."""
        parts = passage.replace("؟", ".").replace("。", ".").replace("\n", ".").split(".")
        return passage in self or any(len(p) > 40 and p in self for p in parts)
