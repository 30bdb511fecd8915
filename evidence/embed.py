"""The part that turns texts into vectors: the model that ships, or any that sentence-transformers loads."""

import hashlib
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from evidence.errors import ModelMissing

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

SHIPPED = Path(__file__).parent / "models" / "embedder"


class TokenVectors(Protocol):
    """A model whose tokens have one vector each, whatever stands around them."""

    @property
    def table(self) -> Floats:
        """One row a token; its length is the token's learned weight."""

    def ids(self, texts: Sequence[str]) -> list[Ints]:
        """The token numbers of each text, in order; empty where nothing is a word."""


class Embedder(Protocol):
    """Turns texts into vectors of length 1, or 0 where a text holds no word."""

    @property
    def name(self) -> str:
        """The setting that named it."""

    @property
    def revision(self) -> str:
        """A digest of the weights and of all that changes a vector."""

    @property
    def tokens(self) -> TokenVectors | None:
        """Vectors of single tokens for late interaction; None where a token has no vector of its own."""

    def encode_queries(self, texts: Sequence[str]) -> Floats:
        """One row a claim or question."""

    def encode_passages(self, texts: Sequence[str]) -> Floats:
        """One row a passage."""


def unit_rows(vectors: Floats) -> Floats:
    """The rows scaled to length 1; rows of zeros stay zeros."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    scaled: Floats = (vectors / np.where(lengths > 0, lengths, 1.0)).astype(np.float32)
    return scaled


class StaticTokens:
    """The token table of a `StaticEmbedding` model."""

    def __init__(self, module: Any) -> None:
        self._tokenizer = module.tokenizer
        self._table: Floats = module.embedding.weight.detach().float().numpy()

    @property
    def table(self) -> Floats:
        """One row a token."""
        return self._table

    def ids(self, texts: Sequence[str]) -> list[Ints]:
        """The token numbers of each text."""
        encoded = self._tokenizer.encode_batch(list(texts), add_special_tokens=False)
        return [np.asarray(e.ids, dtype=np.int64) for e in encoded]


class SentenceEmbedder:
    """A sentence-transformers model with the prompts that it wants before queries and passages."""

    def __init__(
        self, *, model: Any, name: str, revision: str, query_prompt: str, passage_prompt: str, batch_size: int
    ) -> None:
        self._model = model
        self._prompts = (query_prompt, passage_prompt)
        self._batch_size = batch_size
        self.name = name
        self.revision = revision
        first = model[0]
        is_static = type(first).__name__ == "StaticEmbedding"
        self.tokens: TokenVectors | None = StaticTokens(first) if is_static else None

    def encode_queries(self, texts: Sequence[str]) -> Floats:
        """One row a claim or question."""
        return self._encode(self._model.encode_query, texts, self._prompts[0])

    def encode_passages(self, texts: Sequence[str]) -> Floats:
        """One row a passage."""
        return self._encode(self._model.encode_document, texts, self._prompts[1])

    def _encode(self, encode: Callable[..., Any], texts: Sequence[str], prompt: str) -> Floats:
        """The vectors; where no prompt is set, the model's own for queries or passages is used, if it has one."""
        if not texts:
            return np.zeros((0, int(self._model.get_embedding_dimension() or 0)), dtype=np.float32)
        vectors = encode(
            list(texts),
            prompt=prompt or None,
            batch_size=self._batch_size,
            convert_to_numpy=True,
            show_progress_bar=False,
        )
        return unit_rows(np.asarray(vectors, dtype=np.float32))


def load_embedder(
    name: str = "shipped",
    *,
    query_prompt: str = "",
    passage_prompt: str = "",
    batch_size: int = 64,
    device: str = "cpu",
    dimensions: int | None = None,
    download: bool = True,
) -> SentenceEmbedder:
    """The model of a folder or a hub id; "shipped" is our own. With `download` off nothing is fetched."""
    folder = SHIPPED if name == "shipped" else Path(name).expanduser()
    is_local = folder.is_dir()
    if (name == "shipped" or name.startswith((".", "/", "~"))) and not is_local:
        raise ModelMissing(
            f"No embedder at '{folder}': a folder with modules.json was expected. "
            "Set 'embedder' to such a folder or to a model's hub id, or to 'shipped' for the one that comes along."
        )
    check_device(device)
    # Both imports cost seconds and are paid only by who embeds.
    from huggingface_hub import snapshot_download
    from sentence_transformers import SentenceTransformer

    try:
        model = SentenceTransformer(
            str(folder) if is_local else name,
            device=device,
            truncate_dim=dimensions or None,
            local_files_only=not download or is_local,
        )
        files = folder if is_local else Path(snapshot_download(name, local_files_only=True))
    except Exception as error:
        # Every layer below has errors of its own (OSError, ValueError, hub and network errors).
        raise ModelMissing(_why_not_loaded(name, error, download=download)) from error
    revision = revision_of(files, query_prompt, passage_prompt, dimensions)
    return SentenceEmbedder(
        model=model,
        name=name,
        revision=revision,
        query_prompt=query_prompt,
        passage_prompt=passage_prompt,
        batch_size=batch_size,
    )


def check_device(device: str) -> None:
    """Raise ModelMissing in words if this machine has no such device."""
    import torch

    try:
        torch.zeros(1, device=device)
    except Exception as error:
        # What torch raises depends on the device and on how it was built.
        raise ModelMissing(
            f"Models cannot run on '{device}' on this machine ({type(error).__name__}). "
            "Set 'device' to 'cpu', or to a device that PyTorch finds here ('cuda', 'mps')."
        ) from error


def _why_not_loaded(name: str, error: Exception, *, download: bool) -> str:
    cause = " ".join(str(error).split())[:200] or type(error).__name__
    tried = "in the local cache or on the hub" if download else "in the local cache (downloads are off)"
    return (
        f"The embedder '{name}' could not be loaded: no usable model was found {tried} "
        f"({type(error).__name__}: {cause}). Fetch it once while the network is up, set 'embedder' to "
        "a folder that holds it, or set it to 'shipped' for the model that comes along."
    )


def revision_of(folder: Path, query_prompt: str = "", passage_prompt: str = "", dimensions: int | None = None) -> str:
    """SHA-256 over the files that make a vector what it is, and over the settings that change one."""
    total = hashlib.sha256(json.dumps((query_prompt, passage_prompt, dimensions), ensure_ascii=False).encode())
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix in {".json", ".safetensors", ".bin", ".txt", ".model"}:
            total.update(path.relative_to(folder).as_posix().encode() + b"\0")
            with path.open("rb") as content:
                total.update(hashlib.file_digest(content, "sha256").digest())
    return total.hexdigest()
