"""The judges by the setting that names them.

default   slots, aligned words and a small encoder; no network, no hub
nli       any cross-encoder that gives entailment, neutral and contradiction
llm       any OpenAI-compatible model; it must quote, and the quote is checked
"""

from typing import TYPE_CHECKING

from evidence.errors import ModelMissing
from evidence.stance import Judge

if TYPE_CHECKING:
    from evidence.judges.llm import Complete

KNOWN = ("default", "nli:MODEL", "llm:MODEL")


def load_judge(
    setting: str,
    *,
    complete: "Complete | None" = None,
    device: str = "cpu",
) -> Judge:
    """The judge that a setting names; `complete` asks the language model and is needed for llm only."""
    kind, _, model = setting.partition(":")
    if kind == "default" and not model:
        from evidence.judges.default import load_default

        return load_default()
    if kind == "nli" and model:
        from evidence.judges.nli import load_nli

        return load_nli(model, device=device)
    if kind == "llm" and model:
        from evidence.judges.llm import LlmJudge

        if complete is None:
            raise ModelMissing(
                f"Judge {setting!r} asks a language model, but no server is set. "
                "Set `llm_url` to the address of an OpenAI-compatible server."
            )
        return LlmJudge(model, complete)
    raise ModelMissing(f"No judge named {setting!r}. Known: {', '.join(KNOWN)}.")
