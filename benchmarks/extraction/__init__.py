"""How well the text of pages is found."""
