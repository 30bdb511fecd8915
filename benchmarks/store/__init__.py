"""What the store costs when it is large."""
