"""The parser of English: its hashes, its trees, and where it keeps out."""

import numpy as np
import pytest

from claims.parser import Node, parse
from claims.parser_moves import State, lifted
from claims.parser_tokens import parser_tokens, shape_of, string_hash, table_rows


def tree(text: str) -> dict[str, tuple[str, str]]:
    nodes = parse(text, "en")
    return {node.text: (node.label, nodes[node.head].text) for node in nodes}


def test_words_are_hashed_as_the_weights_were_trained() -> None:
    """The value is the published one; with any other, every table would be read in the wrong place."""
    assert string_hash("coffee") == 3197928453018144401
    assert string_hash("") == 0
    rows = table_rows(string_hash("coffee"), 8, 5000)
    assert len(rows) == 4
    assert all(0 <= row < 5000 for row in rows)


def test_the_shape_of_a_word_forgets_its_length() -> None:
    """Runs are cut at four."""
    assert shape_of("Okafor") == "Xxxxx"
    assert shape_of("14,000") == "dd,ddd"
    assert shape_of("x" * 200) == "LONG"


def test_a_relative_clause_hangs_on_its_noun_and_the_second_verb_on_the_first() -> None:
    """The structure that clauses are cut by."""
    found = tree("The index, which tracks 40 firms, rose by 7 per cent and lost nothing.")
    assert found["tracks"] == ("relcl", "index")
    assert found["index"] == ("nsubj", "rose")
    assert found["lost"] == ("conj", "rose")


@pytest.mark.parametrize(
    "text", ["Don't stop.", 'She said: "It\'s over."', "U.S. firms paid £2.4m 😀 in 2020.", "A" * 40 + " b c."]
)
def test_every_node_is_a_slice_of_its_text_and_there_is_one_root(text: str) -> None:
    """Offsets, heads inside the sentence, no word that hangs on itself but the root."""
    nodes = parse(text, "en")
    assert [node.text for node in nodes] == [text[a:b] for a, b in parser_tokens(text)]
    assert sum(node.head == node.at for node in nodes) == 1
    for node in nodes:
        seen = set()
        at = node.at
        while nodes[at].head != at:
            assert at not in seen
            seen.add(at)
            at = nodes[at].head


def test_no_language_without_weights_and_no_endless_sentence_is_parsed() -> None:
    """Rules without a parse take those."""
    assert parse("Мост открылся в 1931 году.", "ru") == ()
    assert parse("and so on " * 200, "en") == ()
    assert parse("", "en") == ()


def test_the_same_sentence_gives_the_same_tree() -> None:
    """Read anew, not from the cache."""
    text = "Mayor Ruth Okafor said that the city had secured a grant."
    first = parse(text, "en")
    parse.cache_clear()
    assert parse(text, "en") == first
    assert isinstance(first[0], Node)


def test_weights_are_arrays_of_numbers_and_words_only() -> None:
    """Nothing in the file can run."""
    from claims.parser import _MODELS

    for path in _MODELS.glob("*.npz"):
        with np.load(path, allow_pickle=False) as stored:
            assert all(stored[name].dtype != object for name in stored.files)


def test_a_word_without_a_head_goes_back_to_the_buffer_once() -> None:
    """The parser may change its mind, but not for ever."""
    state = State(3)
    state.shift()
    state.shift()
    state.reduce()
    assert state.front(0) == 1
    assert state.stuck[1]
    assert state.allowed()[0] is False


def test_a_crossing_arc_is_put_back_where_its_label_says() -> None:
    """ "nsubj||ccomp": the head is the ccomp below."""
    heads, labels = lifted([1, -1, 1, 1], ["nsubj||ccomp", "ROOT", "ccomp", "dobj"])
    assert (heads[0], labels[0]) == (2, "nsubj")
