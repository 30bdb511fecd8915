"""A cross-encoder as a judge; a tiny one is made here, so nothing is downloaded."""

from pathlib import Path

import pytest

from evidence.errors import JudgeFailed, ModelMissing
from evidence.judges import load_judge
from evidence.judges.nli import NliJudge
from evidence.records import StanceLabel, Undecided, Verdict
from evidence.verdict import judge_claim
from tests.evidence.judging import AS_OF, claim_from, passage_from

WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "the", "bridge", "opened", "in", "1987", "1999"]
CLAIM = claim_from("The bridge opened in 1987.", "en")
PASSAGES = [passage_from("The bridge opened in 1987.", "en"), passage_from("The bridge opened in 1999.", "en", rank=2)]


def tiny_model(folder: Path, names: list[str]) -> Path:
    """A cross-encoder of a few thousand weights, saved as such models are."""
    import torch
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizerFast

    torch.manual_seed(3)
    folder.mkdir()
    (folder / "vocab.txt").write_text("\n".join(WORDS), "utf-8")
    BertTokenizerFast(vocab_file=str(folder / "vocab.txt")).save_pretrained(folder)
    config = BertConfig(
        vocab_size=len(WORDS), hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=16,
        num_labels=len(names), id2label=dict(enumerate(names)), label2id={n: i for i, n in enumerate(names)},
    )  # fmt: skip
    BertForSequenceClassification(config).save_pretrained(folder)
    return folder


def test_a_cross_encoder_judges_every_passage(tmp_path: Path) -> None:
    """Three classes by name, in whatever order the model has them; the probabilities are a softmax."""
    model = tiny_model(tmp_path / "m", ["contradiction", "ENTAILMENT", "neutral"])
    judge = load_judge(f"nli:{model}")
    stances = judge.judge(CLAIM, PASSAGES)
    assert len(stances) == 2
    assert all(1 / 3 <= one.probability <= 1.0 for one in stances)
    assert judge.judge(CLAIM, PASSAGES) == stances
    assert judge.judge(CLAIM, []) == []
    assert isinstance(judge_claim(CLAIM, PASSAGES, judge=judge, as_of=AS_OF, run_id="r"), Verdict)


def test_the_name_holds_a_digest_of_the_weights(tmp_path: Path) -> None:
    """A model changed under the same name is another judge."""
    import torch
    from sentence_transformers import CrossEncoder

    model = CrossEncoder(str(tiny_model(tmp_path / "m", ["entailment", "neutral", "contradiction"])))
    before = NliJudge(model, setting="m").name
    with torch.no_grad():
        model.model.classifier.bias += 1
    assert NliJudge(model, setting="m").name != before


@pytest.mark.parametrize("names", [["entailment", "not_entailment"], ["LABEL_0", "LABEL_1", "LABEL_2"], ["score"]])
def test_a_model_without_the_three_classes_is_refused(tmp_path: Path, names: list[str]) -> None:
    """Guessing which column means what would make verdicts of noise."""
    with pytest.raises(ModelMissing, match="entailment"):
        load_judge(f"nli:{tiny_model(tmp_path / 'm', names)}")


def test_a_model_that_is_not_there_says_what_to_set(tmp_path: Path) -> None:
    """The message names the setting and the way out."""
    with pytest.raises(ModelMissing, match='judge = "default"'):
        load_judge(f"nli:{tmp_path / 'nothing'}")


class Odd:
    """A model that loads and then fails."""

    class config:  # noqa: N801
        id2label = {0: "entailment", 1: "neutral", 2: "contradiction"}  # noqa: RUF012

    class model:  # noqa: N801
        @staticmethod
        def state_dict() -> dict[str, object]:
            return {}

    def __init__(self, answer: object) -> None:
        self._answer = answer

    def predict(self, pairs: object, *, show_progress_bar: bool) -> object:
        if isinstance(self._answer, Exception):
            raise self._answer
        return self._answer


@pytest.mark.parametrize(
    "answer", [[[float("nan")] * 3] * 2, [[1.0, 2.0]] * 2, [[1.0, 2.0, 3.0]], RuntimeError("out of memory")]
)
def test_a_model_that_answers_nonsense_leaves_the_claim_undecided(answer: object) -> None:
    """Not a number, the wrong shape, a crash: none of them is a verdict."""
    judge = NliJudge(Odd(answer), setting="odd")
    assert isinstance(judge_claim(CLAIM, PASSAGES, judge=judge, as_of=AS_OF, run_id="r"), Undecided)
    with pytest.raises((JudgeFailed, RuntimeError)):
        judge.judge(CLAIM, PASSAGES)


def test_columns_are_found_by_name() -> None:
    """The surest class is the stance."""
    judge = NliJudge(Odd([[9.0, 0.0, 0.0], [0.0, 0.0, 9.0]]), setting="odd")
    assert [one.label for one in judge.judge(CLAIM, PASSAGES)] == [StanceLabel.SUPPORTS, StanceLabel.REFUTES]
