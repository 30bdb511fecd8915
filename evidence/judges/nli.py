"""Any NLI cross-encoder as a judge: the passage is the premise, the claim the hypothesis."""

import hashlib
from collections.abc import Sequence
from typing import Any

import numpy as np

from claims.records import Claim
from evidence.errors import JudgeFailed, ModelMissing
from evidence.records import RankedPassage, Stance, StanceLabel
from evidence.stance import stance_of

VERSION = "1"
_ORDER = (StanceLabel.SUPPORTS, StanceLabel.NEITHER, StanceLabel.REFUTES)
_KNOWN = {
    StanceLabel.SUPPORTS: ("entail", "support"),
    StanceLabel.NEITHER: ("neutral", "not enough", "nei", "unverifiable"),
    StanceLabel.REFUTES: ("contradict", "refute"),
}


class NliJudge:
    """A cross-encoder with the three classes of natural language inference."""

    def __init__(self, model: Any, *, setting: str) -> None:
        self._model = model
        self._columns = _columns(model, setting)
        self.name = f"nli-{VERSION}:{setting}@{_digest(model)}"

    def judge(self, claim: Claim, ranked: Sequence[RankedPassage]) -> list[Stance]:
        """One stance a passage, as probable as the model's softmax says."""
        if not ranked:
            return []
        pairs = [(f"{item.passage.heading}\n{item.passage.text}".strip(), claim.text) for item in ranked]
        scores = np.asarray(self._model.predict(pairs, show_progress_bar=False), dtype=np.float64)
        if scores.shape != (len(ranked), len(self._columns)) or not np.isfinite(scores).all():
            raise JudgeFailed(
                f"{self.name} gave scores of shape {scores.shape} for {len(ranked)} passages of claim "
                f"{claim.id[:8]}; expected three finite numbers each. The claim stays undecided."
            )
        scores = scores[:, self._columns]
        odds = np.exp(scores - scores.max(axis=1, keepdims=True))
        probabilities = odds / odds.sum(axis=1, keepdims=True)
        stances = []
        for item, row in zip(ranked, probabilities, strict=True):
            best = int(row.argmax())
            reason = ", ".join(f"{name} {value:.2f}" for name, value in zip(_ORDER, row, strict=True))
            stances.append(
                stance_of(claim, item, _ORDER[best], probability=float(row[best]), reason=reason, judge=self.name)
            )
        return stances


def load_nli(model: str, *, device: str = "cpu") -> NliJudge:
    """The judge over a model of a hub or a folder."""
    from sentence_transformers import CrossEncoder

    try:
        loaded = CrossEncoder(model, device=device)
    except Exception as error:
        raise ModelMissing(
            f"The cross-encoder {model!r} cannot be loaded ({error}). Expected a folder or a model id of the hub; "
            'correct `judge = "nli:MODEL"` or use `judge = "default"`, which needs no download.'
        ) from error
    return NliJudge(loaded, setting=model)


def _columns(model: Any, setting: str) -> list[int]:
    """Which column of the model's answer is which stance, by the names in its configuration."""
    names = {int(key): str(value).lower() for key, value in dict(model.config.id2label).items()}
    columns = []
    for label in _ORDER:
        found = [at for at, name in names.items() if any(word in name for word in _KNOWN[label])]
        # "not_entailment" and the like mean neither class; two-class models cannot say "neither" at all
        found = [at for at in found if not (label is not StanceLabel.NEITHER and names[at].startswith("not"))]
        if len(found) != 1:
            raise ModelMissing(
                f"The cross-encoder {setting!r} has the classes {sorted(names.values())}; expected "
                "entailment, neutral and contradiction by name. Set another model in `judge`."
            )
        columns.append(found[0])
    return columns


def _digest(model: Any) -> str:
    """Digest of the weights: a model updated under the same name is another judge."""
    sha = hashlib.sha256()
    for key, tensor in sorted(model.model.state_dict().items()):
        sha.update(key.encode())
        sha.update(tensor.detach().cpu().float().numpy().tobytes())
    return sha.hexdigest()[:12]
