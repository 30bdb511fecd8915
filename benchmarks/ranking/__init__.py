"""Ranking measured: retrieval, bitext, evidence, speed and what each signal adds."""
