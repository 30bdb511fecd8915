"""Claim and sentence side by side: words, quantities, times, names, relations, denials, and what they allow.

In reading order: words, relations, opposites, denials, hedges, bounds, facts, align, slot, compare_names,
compare, features, distinguish, decide, reasons, reader.
"""
