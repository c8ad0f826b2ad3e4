"""A text cut up: blocks, sentences, words."""
