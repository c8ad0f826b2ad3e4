"""Events: their mentions, which of these are one occasion, when and where it was."""
