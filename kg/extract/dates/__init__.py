"""The dates of a text, and the day on which it was issued."""
