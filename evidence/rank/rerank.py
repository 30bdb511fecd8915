"""A slot for a cross-encoder, which reads claim and passage together and orders the best again."""

from collections.abc import Sequence
from typing import Any, Protocol

import numpy as np

from evidence.embed import Floats, check_device
from evidence.errors import ModelMissing


class Reranker(Protocol):
    """Says how well each text bears on a claim."""

    @property
    def name(self) -> str:
        """The setting that named it."""

    def score(self, claim: str, texts: Sequence[str]) -> Floats:
        """One number a text, from 0 to 1."""


class CrossEncoderReranker:
    """A cross-encoder of sentence-transformers."""

    def __init__(self, *, model: Any, name: str, batch_size: int) -> None:
        self._model = model
        self._batch_size = batch_size
        self.name = name

    def score(self, claim: str, texts: Sequence[str]) -> Floats:
        """One number a text, from 0 to 1."""
        if not texts:
            return np.zeros(0, dtype=np.float32)
        raw = self._model.predict(
            [(claim, text) for text in texts], batch_size=self._batch_size, show_progress_bar=False
        )
        scores = np.asarray(raw, dtype=np.float64)
        if scores.ndim != 1:
            raise ModelMissing(
                f"The re-ranker '{self.name}' gives {scores.shape[1]} numbers a pair; one was expected. "
                "Set 'reranker' to a cross-encoder for ranking, or leave it empty."
            )
        if scores.min() < 0 or scores.max() > 1:  # models without a final sigmoid give log-odds
            scores = 1 / (1 + np.exp(-np.clip(scores, -50, 50)))
        return scores.astype(np.float32)


def load_reranker(
    name: str, *, batch_size: int = 32, device: str = "cpu", download: bool = True
) -> CrossEncoderReranker:
    """The cross-encoder of a folder or a hub id."""
    check_device(device)
    from sentence_transformers import CrossEncoder

    try:
        model = CrossEncoder(name, device=device, local_files_only=not download)
    except Exception as error:
        # The layers below raise errors of many kinds; a person needs one sentence.
        cause = " ".join(str(error).split())[:200] or type(error).__name__
        raise ModelMissing(
            f"The re-ranker '{name}' could not be loaded ({type(error).__name__}: {cause}). "
            "Fetch it once while the network is up, set 'reranker' to a folder that holds it, or leave it empty."
        ) from error
    return CrossEncoderReranker(model=model, name=name, batch_size=batch_size)
