"""How the shipped embedder is made.

In reading order: held_out, collect, pairs, tokenizer, teacher, tokens, weights, batches, train, pack.
"""
