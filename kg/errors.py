"""The ways in which `kg` can fail, each with what to do next."""


class KgError(Exception):
    """The base of all failures that a user can mend; never raised itself."""


class ReadError(KgError):
    """A source that is unreadable, undecodable, empty or of the wrong kind."""

    def __init__(self, source: str, why: str) -> None:
        """Keep the source's name and the reason."""
        super().__init__(source, why)
        self.source = source
        self.why = why

    def __str__(self) -> str:
        return f"{self.source}: {self.why}"


class UnknownKindError(ReadError):
    """A file in a folder or an archive whose kind is not one that is read; not asked for by name, so not a failure."""

    def __init__(self, source: str, kind: str) -> None:
        """Keep the source's name and its extension, empty where it has none."""
        super().__init__(source, f"unknown kind of file {kind!r}" if kind else "unknown kind of file (no extension)")
        self.kind = kind


class OwnReportError(UnknownKindError):
    """A report that `kg report` wrote: what it says of events is what texts said, and no text of its own."""

    def __init__(self, source: str) -> None:
        """Keep the source's name."""
        ReadError.__init__(self, source, "a report that kg wrote, which is no source")
        self.kind = "report by kg"


class VocabularyError(KgError):
    """An unknown term, a clashing label, or a broken row of reference data or patterns."""

    def __init__(self, term: str, why: str) -> None:
        """Keep the term (or file and line) and the reason."""
        super().__init__(term, why)
        self.term = term
        self.why = why

    def __str__(self) -> str:
        return f"{self.term}: {self.why}"


class QueryError(KgError):
    """No such query, a mistake in it, a parameter or name that is not known, or an answer in a form it cannot take."""

    def __init__(self, name: str, why: str) -> None:
        """Keep what was asked (a query, a name, a form) and the reason."""
        super().__init__(name, why)
        self.name = name
        self.why = why

    def __str__(self) -> str:
        return f"{self.name}: {self.why}"


class StoreError(KgError):
    """No graph there, a store that cannot be written, or RDF that cannot be read."""

    def __init__(self, path: str, why: str) -> None:
        """Keep the store's path and the reason."""
        super().__init__(path, why)
        self.path = path
        self.why = why

    def __str__(self) -> str:
        return f"{self.path}: {self.why}"
