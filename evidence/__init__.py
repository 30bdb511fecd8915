"""A claim becomes a verdict, kept with everything that it rests on.

In reading order: errors, records, queries, sources, robots, fetch, snapshots, pages, passages,
duplicates, embed, rank, stance, judges, verdict, store.
"""
