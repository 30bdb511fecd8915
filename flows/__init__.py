"""Prefect flows, settings, wiring and the command line; no fact-checking logic of its own."""
