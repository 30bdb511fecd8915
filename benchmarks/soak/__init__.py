"""A long run under faults: invented articles in many languages, a site that fails, kills at random moments.

In reading order: words (sentences of our own), world (articles and pages from a seed), site (serves them
and fails as told), tables (what must come out equal), run (the whole of it).
"""
