"""Where the weights of the English parser come from."""
