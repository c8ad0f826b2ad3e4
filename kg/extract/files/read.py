"""Documents made out of files, folders, archives and streams; what cannot be read is named and passed over."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from kg.errors import ReadError
from kg.extract.files.format import extract
from kg.extract.files.source import Content, find_contents
from kg.model import Document


def find_documents(
    sources: Sequence[str], *, remote: bool = False, known: Callable[[str, str], bool] | None = None
) -> Iterator[Document | ReadError]:
    """Yield the documents of files, folders, archives, `-` and addresses, one at a time, in a fixed order.

    A document is named after its file, without the extension; where two share a name, both carry their folder
    too. Offsets count code points of `text`, which for text files is the decoded file as it is. `known` is asked
    with identifier and SHA-256 of each document before it is parsed; where it says yes, the document is left
    out. Whatever cannot be read is yielded as a ReadError in its place, and nothing is raised.
    """
    identifiers = _assign_identifiers(sources, remote=remote)
    for content in find_contents(sources, remote=remote):
        if isinstance(content, ReadError):
            yield content
            continue
        identifier = identifiers.get(content.names, content.names[0])
        sha256 = hashlib.sha256(content.data).hexdigest()
        if known and known(identifier, sha256):
            continue
        yield _read(content, identifier, sha256)


def _read(content: Content, identifier: str, sha256: str) -> Document | ReadError:
    try:
        found = extract(content.data, content.suffix, content.shown)
    except ReadError as error:
        return error
    return Document(
        identifier=identifier,
        text=found.text,
        sha256=sha256,
        title=found.title,
        issued=found.issued,
        source=found.source,
    )


def _assign_identifiers(sources: Sequence[str], *, remote: bool) -> dict[tuple[str, ...], str]:
    """Give each document the shortest of its names that no other document has."""
    groups: dict[str, set[tuple[str, ...]]] = {}
    for content in find_contents(sources, names_only=True, remote=remote):
        if isinstance(content, Content):
            groups.setdefault(content.names[0], set()).add(content.names)
    identifiers = {}
    for shortest, members in groups.items():
        counts = Counter(name for names in members for name in names)
        for names in members:
            own = (name for name in names if counts[name] == 1 and (name == shortest or name not in groups))
            identifiers[names] = next(own, names[-1])
    return identifiers
