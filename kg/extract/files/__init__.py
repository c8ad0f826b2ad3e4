"""Files, archives, streams and addresses made into texts."""
