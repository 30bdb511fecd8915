"""The re-ranker slot with a real cross-encoder of two layers, made here."""

from pathlib import Path

import numpy as np
import pytest

from evidence.errors import ModelMissing
from evidence.rank import load_reranker, rank_passages
from tests.evidence.test_rank import claim_of, pool

WORDS = "the oil price rose fell in market on monday cup won team سعر النفط ارتفع"


def cross_encoder(folder: Path, labels: int) -> Path:
    """A classifier of pairs with random weights, saved as any hub model would be."""
    import torch
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizerFast

    torch.manual_seed(5)
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *dict.fromkeys(WORDS.split())]
    BertTokenizerFast(vocab={word: n for n, word in enumerate(words)}).save_pretrained(folder)
    config = BertConfig(
        vocab_size=len(words), hidden_size=32, num_hidden_layers=2, num_attention_heads=2,
        intermediate_size=48, num_labels=labels,
    )  # fmt: skip
    BertForSequenceClassification(config).save_pretrained(folder)
    return folder


def test_a_cross_encoder_is_one_setting_away(tmp_path: Path) -> None:
    """A folder with one loads, and its order of the candidates is the order that is kept."""
    reranker = load_reranker(str(cross_encoder(tmp_path, 1)), batch_size=2, download=False)
    passages = pool(("en", "the oil price rose on monday"), ("en", "the team won the cup"), ("en", "the market fell"))
    claim = claim_of("the oil price fell", "en")
    alone = reranker.score(claim.text, [passage.text for _, passage in passages])
    assert ((alone >= 0) & (alone <= 1)).all()
    assert len(set(alone.tolist())) == 3
    ranked = rank_passages(claim, passages, embedder=None, reranker=reranker)
    expected = [passages[i][1].text for i in np.argsort(-alone)]
    assert [r.passage.text for r in ranked] == expected


def test_a_classifier_that_is_no_ranker_is_refused_in_words(tmp_path: Path) -> None:
    """Three numbers a pair are an entailment model; the sentence says what to set instead."""
    reranker = load_reranker(str(cross_encoder(tmp_path, 3)), download=False)
    with pytest.raises(ModelMissing, match="gives 3 numbers a pair; one was expected"):
        reranker.score("the oil price rose", ["the market fell", "the team won"])
