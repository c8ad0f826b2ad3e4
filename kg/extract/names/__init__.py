"""Names that the reference data knows, and the places among them."""
