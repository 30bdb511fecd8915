"""Tests that need Debian packages or minutes."""
