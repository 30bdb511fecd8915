"""The stance encoder: layers of the teacher under multilingual token embeddings, taught to read claim and passage."""
