"""Trains the vocabulary: `python -m training.embedder.tokenizer --data DIR --work DIR --size N`."""

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from tokenizers import Regex, Tokenizer
from tokenizers.models import Unigram
from tokenizers.normalizers import NFC, NFKD, Lowercase, Normalizer, Replace, Sequence
from tokenizers.pre_tokenizers import PreTokenizer, Split
from tokenizers.pre_tokenizers import Sequence as PreSequence
from tokenizers.trainers import UnigramTrainer

from training.embedder.pairs import read_pairs

# Only the marks of Latin, Cyrillic, Greek and Arabic go: in Devanagari a mark is a vowel.
MARKS = r"[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b\u200d-\u200f]"
FOLDS = {"ى": "ي", "ی": "ي", "ے": "ي", "ک": "ك", "ة": "ه", "ہ": "ه", "ھ": "ه", "ۀ": "ه", "ٱ": "ا",
         "ß": "ss", "ı": "i", "ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "đ": "d"}  # fmt: skip
# Arabic articles and the conjunction before them are cut off, so that the stem left over is the
# same piece as the dictionary form. No mark for the start of a word, for the same reason.
CLITICS = r"^(?:[وف]?(?:ال|بال|كال|لل)|[وف](?=ال))(?=\p{Arabic}{3})"
LINES = {"ar": 330_000, "en": 330_000, "ru": 160_000, "zh": 160_000}
NUMBERS = [str(n) for n in (*range(100), *range(1800, 2031))] + [f"{n:02d}" for n in range(10)]


def normalizer() -> Normalizer:
    """Fold case, marks, spelling variants and digits."""
    digits = [Replace(chr(base + d), str(d)) for base in (0x660, 0x6F0, 0x966) for d in range(10)]
    folds = [Replace(old, new) for old, new in FOLDS.items()]
    marks = Replace(Regex(MARKS), "")
    return Sequence([NFKD(), marks, Lowercase(), Replace("\u200c", " "), *folds, *digits, NFC()])


def pre_tokenizer() -> PreTokenizer:
    """Cut at punctuation, at every change of script, around numbers and Arabic clitics."""
    return PreSequence([
        Split(Regex(r"[^\p{L}\p{M}\p{N}]+"), "removed"),
        Split(Regex(r"\p{N}+"), "isolated"),
        Split(Regex(r"\p{Han}+"), "isolated"),
        Split(Regex(r"\p{Latin}+"), "isolated"),
        Split(Regex(CLITICS), "isolated"),
    ])  # fmt: skip


def training_text(data: Path, work: Path) -> Iterator[str]:
    """Lines balanced over languages and sources, news in Arabic twice."""
    lines: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for _, language, source, english, text in read_pairs(work):
        lines[language][source].append(text)
        lines["en"][source].append(english)
    draw = random.Random(7)
    for language, by_source in sorted(lines.items()):
        room = LINES.get(language, 110_000)
        for done, found in enumerate(sorted(by_source.values(), key=len)):
            share = room // (len(by_source) - done)
            distinct = list(dict.fromkeys(found))
            chosen = draw.sample(distinct, share) if len(distinct) > share else distinct
            room -= len(chosen)
            yield from chosen
    for line in (data / "articles" / "antcorpus-ar-400.jsonl").read_text("utf-8").splitlines():
        article = json.loads(line)
        text = " ".join(str(v) for v in article.values() if isinstance(v, str))
        yield from (text, text)


def train_tokenizer(data: Path, work: Path, size: int) -> Tokenizer:
    """A Unigram vocabulary of `size` pieces with years and small numbers as pieces of their own."""
    tokenizer = Tokenizer(Unigram())
    tokenizer.normalizer = normalizer()
    tokenizer.pre_tokenizer = pre_tokenizer()
    trainer = UnigramTrainer(
        vocab_size=size - len(NUMBERS), unk_token="[UNK]", special_tokens=["[UNK]"],
        show_progress=False, max_piece_length=16,
    )  # fmt: skip
    tokenizer.train_from_iterator(training_text(data, work), trainer)
    state = json.loads(tokenizer.to_str())
    vocabulary: list[list[object]] = state["model"]["vocab"]
    known = {piece for piece, _ in vocabulary}
    vocabulary += [[n, -9.0] for n in dict.fromkeys(NUMBERS) if n not in known]
    state["added_tokens"] = []  # "[UNK]" in a text is text
    return Tokenizer.from_str(json.dumps(state, ensure_ascii=False))


def main() -> None:
    """Train and write `tokenizer.json`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--size", type=int, default=64_000)
    args = parser.parse_args()
    tokenizer = train_tokenizer(args.data, args.work, args.size)
    tokenizer.save(str(args.work / "tokenizer.json"), pretty=False)
    lengths = Counter(len(piece) for piece in tokenizer.get_vocab())
    print(tokenizer.get_vocab_size(), "pieces; by length", sorted(lengths.items()))


if __name__ == "__main__":
    main()
