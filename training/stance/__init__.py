"""Trains what ships in evidence/models/stance: pairs, their readings, and the trees fitted on them."""
