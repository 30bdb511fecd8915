"""The scripts that made the shipped models."""
