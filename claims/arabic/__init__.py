"""Arabic sentences -> what they assert: words in context, noun phrases, frames of speech, clauses."""
