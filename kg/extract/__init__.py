"""From one text to its records: pure functions, one document at a time."""
