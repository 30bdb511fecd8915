"""Claim and passage as the rows of numbers that the stance encoder reads; its training makes them here too."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from claims.bert import CLS, PIECES, SEP, SPELT, Ints, tokenizer_in
from evidence.errors import ModelMissing

CLAIM_LONGEST = 72  #: pieces
LONGEST = 208  #: pieces of claim and passage together
UNMET, SAME, DIGIT_FOUND, DIGIT_MISSING, KINDS = 0, 1, 2, 3, 4


class Row(NamedTuple):
    """[CLS] claim [SEP] passage [SEP], three numbers a piece."""

    ids: Ints  #: rows of the encoder's table
    sides: Ints  #: 0 the claim's, 1 the passage's
    met: Ints  #: whether the piece stands on the other side too, the passage's behind the claim's


class PairRows:
    """Makes rows of texts; `file` is a `tokenizers` file with the pieces of the table, in its order."""

    def __init__(self, file: Path = PIECES) -> None:
        try:
            self._tokenizer = tokenizer_in(file)
        except Exception as error:
            raise ModelMissing(
                f"The stance encoder's pieces in {file} cannot be read ({error}). Install the program again, or set "
                "`judge` to nli:MODEL or llm:MODEL."
            ) from error
        size = self._tokenizer.get_vocab_size()
        pieces = [str(self._tokenizer.id_to_token(number)).strip("▁") for number in range(size)]
        self.digit = np.array([piece[:1].isdigit() and piece[-1:].isdigit() for piece in pieces])
        self.blank = np.array([not any(c.isalnum() for c in piece) for piece in pieces])

    def ids(self, texts: Sequence[str]) -> list[Ints]:
        """The piece numbers of each text, in order."""
        encoded = self._tokenizer.encode_batch([text.translate(SPELT) for text in texts], add_special_tokens=False)
        return [np.asarray(each.ids, dtype=np.int64) for each in encoded]

    def of(self, claim: Ints, passage: Ints) -> Row:
        """The row of two texts given as piece numbers; what is longer than the network's room is cut at its end."""
        claim = claim[:CLAIM_LONGEST]
        passage = passage[: LONGEST - 3 - len(claim)]
        ids = np.concatenate([[CLS], claim, [SEP], passage, [SEP]])
        sides = np.concatenate([np.zeros(len(claim) + 2, np.int64), np.ones(len(passage) + 1, np.int64)])
        met = np.concatenate([[0], self._met(claim, passage), [0], self._met(passage, claim), [0]])
        return Row(ids, sides, met + KINDS * sides)

    def _met(self, mine: Ints, theirs: Ints) -> Ints:
        """For each piece of one side, whether it stands on the other."""
        same = np.isin(mine, theirs)
        digit = self.digit[mine]
        kinds: Ints = np.where(same, SAME, UNMET)
        kinds[digit] = np.where(same[digit], DIGIT_FOUND, DIGIT_MISSING)
        kinds[self.blank[mine]] = UNMET
        return kinds
