"""What single words are: classes of words, numbers, forms of verbs, calendar days, spellings."""
