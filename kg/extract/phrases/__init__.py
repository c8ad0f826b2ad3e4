"""Sentences as lines of words and marks, and the patterns that are looked for in them."""
