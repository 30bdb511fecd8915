"""An article in any language becomes atomic claims, each proven by offsets into the article's text.

No network, no database, no clock. In reading order: errors, records, languages, markup, article,
sentences, numbers, dates, names, checkworthy, and what cuts and completes a claim, up to extract.
"""
