"""The segmenter: a small encoder taught which words of a sentence make up each of its propositions."""
