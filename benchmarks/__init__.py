"""How well each part does, on which data, beside a baseline."""
