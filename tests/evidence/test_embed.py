import json
import os
import shutil
import sqlite3
from pathlib import Path

import numpy as np
import pytest
from sentence_transformers import SentenceTransformer

from evidence.embed import SHIPPED, SentenceEmbedder, load_embedder
from evidence.embed_cache import DiskCache
from evidence.errors import ModelMissing
from evidence.rank.dense import embed_passages

WORDS = "سعر النفط ارتفع في السوق oil price rose in the market query passage : prix du pétrole a monté"


@pytest.fixture(scope="module")
def transformer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A transformer of two layers with random weights, saved as any hub model would be."""
    import torch
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizerFast

    torch.manual_seed(3)
    folder = tmp_path_factory.mktemp("tiny")
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *dict.fromkeys(WORDS.split())]
    BertTokenizerFast(vocab={word: n for n, word in enumerate(words)}).save_pretrained(folder / "raw")
    config = BertConfig(
        vocab_size=len(words), hidden_size=32, num_hidden_layers=2, num_attention_heads=2, intermediate_size=48
    )
    BertModel(config).save_pretrained(folder / "raw")
    body = Transformer(str(folder / "raw"))
    model = SentenceTransformer(modules=[body, Pooling(32)], device="cpu")
    model.save(str(folder / "model"))
    return folder / "model"


@pytest.fixture(scope="module")
def shipped() -> SentenceEmbedder:
    return load_embedder(download=False)


def test_any_transformer_is_one_setting_away(transformer: Path) -> None:
    """A folder with a sentence-transformers model loads, embeds, and has no vectors of single tokens."""
    model = load_embedder(str(transformer))
    vectors = model.encode_passages(["oil price rose", "سعر النفط ارتفع"])
    assert vectors.shape == (2, 32)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert model.tokens is None


def test_prompts_stand_before_queries_and_passages(transformer: Path) -> None:
    """A model that wants "query: " gets it before claims only."""
    plain = load_embedder(str(transformer))
    asking = load_embedder(str(transformer), query_prompt="query : ", passage_prompt="passage : ")
    text = "oil price rose"
    assert np.allclose(asking.encode_queries([text]), plain.encode_queries([f"query : {text}"]), atol=1e-5)
    assert np.allclose(asking.encode_passages([text]), plain.encode_passages([f"passage : {text}"]), atol=1e-5)
    assert not np.allclose(asking.encode_queries([text]), asking.encode_passages([text]), atol=1e-3)
    assert asking.revision != plain.revision


def test_prompts_of_the_model_itself_are_used_where_none_are_set(transformer: Path, tmp_path: Path) -> None:
    """A hub model that names its prompts in its configuration needs no setting; a setting wins over it."""
    folder = tmp_path / "prompted"
    shutil.copytree(transformer, folder)
    config = folder / "config_sentence_transformers.json"
    said = json.loads(config.read_text(encoding="utf-8"))
    prompts = {"query": "query : ", "document": "passage : "}
    config.write_text(json.dumps(said | {"prompts": prompts}), encoding="utf-8")
    plain, own, text = load_embedder(str(transformer)), load_embedder(str(folder)), "oil price rose"
    assert np.allclose(own.encode_queries([text]), plain.encode_queries([f"query : {text}"]), atol=1e-5)
    assert np.allclose(own.encode_passages([text]), plain.encode_passages([f"passage : {text}"]), atol=1e-5)
    other = load_embedder(str(folder), query_prompt="market ")
    assert np.allclose(other.encode_queries([text]), plain.encode_queries([f"market {text}"]), atol=1e-5)


def test_texts_go_to_the_model_in_batches_of_the_size_that_is_set(transformer: Path, monkeypatch) -> None:
    """A graphics card with little memory needs small batches."""
    model = load_embedder(str(transformer), batch_size=2)
    sizes = []
    forward = SentenceTransformer.forward
    monkeypatch.setattr(
        SentenceTransformer,
        "forward",
        lambda self, features, **more: (
            sizes.append(len(features["input_ids"])),
            forward(self, features, **more),
        )[1],
    )
    model.encode_passages(["oil", "price", "rose", "in", "the"])
    assert sorted(sizes) == [1, 2, 2]


def test_a_device_that_is_not_here_is_named(transformer: Path) -> None:
    """The sentence blames the device, not the model."""
    with pytest.raises(ModelMissing, match=r"cannot run on 'cuda:7'.*Set 'device' to 'cpu'"):
        load_embedder(str(transformer), device="cuda:7")


def test_dimensions_are_cut_and_still_of_length_one(transformer: Path) -> None:
    """A cut vector is scaled again, so that a product stays a cosine."""
    model = load_embedder(str(transformer), dimensions=8)
    vectors = model.encode_passages(["oil price"])
    assert vectors.shape == (1, 8)
    assert np.isclose(np.linalg.norm(vectors[0]), 1, atol=1e-5)
    assert model.revision != load_embedder(str(transformer)).revision


def test_the_revision_follows_the_weights(transformer: Path, tmp_path: Path) -> None:
    """One changed byte of a model is another revision; the folder's place is not."""
    copy = tmp_path / "copy"
    shutil.copytree(transformer, copy)
    assert load_embedder(str(copy)).revision == load_embedder(str(transformer)).revision
    config = copy / "config.json"
    config.write_text(config.read_text(encoding="utf-8") + " ", encoding="utf-8")
    assert load_embedder(str(copy)).revision != load_embedder(str(transformer)).revision


def test_a_model_that_is_not_here_gives_one_clear_sentence() -> None:
    """Offline, a hub id that was never fetched says what to do; it does not hang or show a traceback."""
    with pytest.raises(
        ModelMissing, match=r"'nobody/no-such-model' could not be loaded.*downloads are off.*Fetch it once"
    ):
        load_embedder("nobody/no-such-model", download=False)


def test_a_missing_folder_is_not_taken_for_a_hub_id(tmp_path: Path) -> None:
    """A path that does not exist must not become a request to a hub."""
    with pytest.raises(ModelMissing, match="No embedder at"):
        load_embedder(str(tmp_path / "gone"))


def test_a_folder_without_a_model_is_refused_in_words(tmp_path: Path) -> None:
    """A folder that holds something else is a setting to mend, not a crash."""
    (tmp_path / "modules.json").write_text("{", encoding="utf-8")
    with pytest.raises(ModelMissing, match="could not be loaded"):
        load_embedder(str(tmp_path))


def test_the_shipped_model_is_small_and_complete() -> None:
    """At most 25 MB with its card, int8 on disk, no pickle."""
    files = [p for p in SHIPPED.rglob("*") if p.is_file()]
    assert sum(p.stat().st_size for p in files) <= 25_000_000
    assert {p.suffix for p in files} <= {".json", ".safetensors", ".md"}
    assert (SHIPPED / "README.md").exists()


PAIRS = [
    ("ar", "ارتفع سعر النفط في السوق العالمية", "The price of oil rose on the world market"),
    ("fr", "Le gouvernement a annoncé une baisse des impôts", "The government announced a cut in taxes"),
    ("es", "El hospital recibió a los heridos del accidente", "The hospital received those injured in the accident"),
    ("de", "Die Schüler gingen nach den Ferien wieder zur Schule", "The pupils went back to school after the holidays"),
    ("ru", "Учёные открыли новый вид рыбы в океане", "Scientists discovered a new species of fish in the ocean"),
    ("zh", "医生说疫苗是安全的", "The doctor said the vaccine is safe"),
    ("tr", "Polis iki kişiyi hırsızlık nedeniyle tutukladı", "The police arrested two people for theft"),
    ("fa", "باران شدید باعث سیل در شهر شد", "Heavy rain caused a flood in the city"),
    ("ur", "وزیر اعظم نے نئی سڑک کا افتتاح کیا", "The prime minister opened a new road"),
    ("hi", "किसान ने अपने खेत में गेहूँ बोया", "The farmer sowed wheat in his field"),
]  # fmt: skip


def test_the_shipped_model_puts_translations_together(shipped: SentenceEmbedder) -> None:
    """In ten languages at least nine sentences lie nearest to their own translation."""
    left = shipped.encode_queries([text for _, text, _ in PAIRS])
    right = shipped.encode_passages([english for _, _, english in PAIRS])
    nearest = (left @ right.T).argmax(axis=1)
    assert sum(int(n) == i for i, n in enumerate(nearest)) >= 9


def test_a_text_without_words_has_no_direction(shipped: SentenceEmbedder) -> None:
    """Empty, punctuation and emoji are zero vectors: alike to nothing, and never NaN."""
    vectors = shipped.encode_passages(["", "…?!", "🙂", "نعم"])
    assert not np.isnan(vectors).any()
    assert np.linalg.norm(vectors, axis=1).round(4).tolist() == [0, 0, 0, 1]


class Counting:
    """An embedder that counts what it is asked for."""

    name, revision, tokens = "counting", "r1", None

    def __init__(self) -> None:
        self.asked = 0

    def encode_passages(self, texts: list[str]) -> np.ndarray:
        self.asked += len(texts)
        return np.stack([np.full(4, 0.1 + len(t) / 100, dtype=np.float32) for t in texts])

    encode_queries = encode_passages


def test_a_rerun_embeds_nothing(tmp_path: Path) -> None:
    """A text is embedded once for a revision, across processes, and the vectors are the same bits."""
    texts = ["one", "اثنان", "one", "三"]
    embedder = Counting()
    first = embed_passages(texts, embedder=embedder, cache=DiskCache(tmp_path / "d" / "vectors.sqlite"))
    assert embedder.asked == 3
    again = embed_passages(texts, embedder=embedder, cache=DiskCache(tmp_path / "d" / "vectors.sqlite"))
    assert embedder.asked == 3
    assert (first == again).all()


def test_another_revision_is_embedded_again(tmp_path: Path) -> None:
    """Vectors of two models never mix."""
    embedder, cache = Counting(), DiskCache(tmp_path / "v.sqlite")
    embed_passages(["x"], embedder=embedder, cache=cache)
    embedder.revision = "r2"
    embed_passages(["x"], embedder=embedder, cache=cache)
    assert embedder.asked == 2


def test_without_a_cache_the_vectors_are_the_same(tmp_path: Path) -> None:
    """A kept vector is rounded; so is a fresh one, or a rerun would rank otherwise."""
    texts = ["a", "bb", "ccc"]
    kept = DiskCache(tmp_path / "v.sqlite")
    embed_passages(texts, embedder=Counting(), cache=kept)
    assert (
        embed_passages(texts, embedder=Counting(), cache=kept)
        == embed_passages(texts, embedder=Counting(), cache=None)
    ).all()  # fmt: skip


def test_many_vectors_are_read_in_batches(tmp_path: Path) -> None:
    """SQLite takes a bounded number of values in one statement."""
    texts = [f"text {n}" for n in range(1300)]
    embedder, cache = Counting(), DiskCache(tmp_path / "v.sqlite")
    embed_passages(texts, embedder=embedder, cache=cache)
    assert embed_passages(texts, embedder=embedder, cache=cache).shape == (1300, 4)
    assert embedder.asked == 1300


def test_a_forked_process_shares_the_cache_and_harms_nothing(tmp_path: Path) -> None:
    """SQLite forbids the use of one connection on both sides of a fork."""
    cache = DiskCache(tmp_path / "v.sqlite")
    embed_passages(["before"], embedder=Counting(), cache=cache)
    child = os.fork()
    if child == 0:
        embed_passages(["in the child"], embedder=Counting(), cache=cache)
        os._exit(0)
    embed_passages(["in the parent"], embedder=Counting(), cache=cache)
    assert os.waitpid(child, 0)[1] == 0
    known = Counting()
    embed_passages(["before", "in the child", "in the parent"], embedder=known, cache=cache)
    assert known.asked == 0
    assert sqlite3.connect(tmp_path / "v.sqlite").execute("PRAGMA integrity_check").fetchone() == ("ok",)
