"""What people look at and do: reports, provenance, evidence and decisions, the review page, exports.

In reading order: bidi, words, times, certainty, waiting, inplace, chart, markdown, report; proof, why; weigh, acts,
telling; exports/; web/.
"""
