"""Who or what the words of a claim mean: mentions in order, one entity each, and the open references to them."""
