"""The model that sorts statements by whether they are worth checking."""
