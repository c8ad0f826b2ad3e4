"""From one text to its records: pure functions, one document at a time."""

from kg.model import Document, Reading


def read_document(document: Document) -> Reading:
    """Read one document into its records; see `kg.extract.reading`."""
    from kg.extract.reading import read_document as read

    return read(document)
