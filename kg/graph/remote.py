"""A graph on a SPARQL 1.1 server: asked there, or fetched once where a command needs all of it.

The server's address is the user's own choice (`--store https://host/sparql`); nothing else is ever reached. Names
and passwords in the address are sent as basic authentication, a token in KG_TOKEN as a bearer's.
"""

from __future__ import annotations

import base64
import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import QueryError, StoreError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_ROWS = "application/sparql-results+json"
_STATEMENTS = "application/n-triples"
_PATIENCE = 300
"""Seconds to wait for an answer."""
_EVERYTHING = "SELECT ?g ?s ?p ?o WHERE { GRAPH ?g { ?s ?p ?o } }"
_UNNAMED = "SELECT ?s ?p ?o WHERE { ?s ?p ?o }"


@dataclass(frozen=True, slots=True)
class Server:
    """A SPARQL endpoint, by its address without credentials, and what proves who asks."""

    address: str
    authorization: str | None = None

    def ask(
        self, text: str, bindings: Mapping[str, ox.NamedNode | ox.Literal] | None = None
    ) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        """Ask a query; a mistake in it is found here, before it is sent.

        Bindings become a VALUES clause, since servers know no others. StoreError where no answer comes.
        """
        here = ox.Store().query(text)
        text = bind(text, bindings or {})
        if isinstance(here, ox.QueryTriples):
            return self._ask_statements(text)
        answer = self._send(text, _ROWS)
        try:
            return ox.parse_query_results(answer, ox.QueryResultsFormat.JSON)
        except SyntaxError as error:
            raise StoreError(self.address, f"its answer is no SPARQL result: {error}") from error

    def fetch(self) -> ox.Store:
        """Copy everything that the server holds; its unnamed graph only where it has no other."""
        database = ox.Store()
        found = self.ask(_EVERYTHING)
        if isinstance(found, ox.QuerySolutions):
            database.bulk_extend(ox.Quad(s, p, o, g) for g, s, p, o in found)
        if not len(database):
            found = self.ask(_UNNAMED)
            if isinstance(found, ox.QuerySolutions):
                database.bulk_extend(ox.Quad(s, p, o) for s, p, o in found)
        return database

    def _ask_statements(self, text: str) -> ox.QueryTriples:
        store = ox.Store()
        try:
            store.load(self._send(text, _STATEMENTS), format=ox.RdfFormat.N_TRIPLES)
        except SyntaxError as error:
            raise StoreError(self.address, f"its answer is no N-Triples: {error}") from error
        found = store.query("CONSTRUCT WHERE { ?s ?p ?o }")
        if not isinstance(found, ox.QueryTriples):
            raise QueryError("CONSTRUCT", "a query that gives statements was expected")
        return found

    def _send(self, text: str, accept: str) -> bytes:
        import urllib.error
        import urllib.parse
        import urllib.request

        headers = {"Accept": accept, "Content-Type": "application/x-www-form-urlencoded", "User-Agent": "accession-kg"}
        if self.authorization:
            headers["Authorization"] = self.authorization
        body = urllib.parse.urlencode({"query": text}).encode()
        request = urllib.request.Request(self.address, body, headers)  # noqa: S310 -- http and https alone get here
        try:
            with urllib.request.urlopen(request, timeout=_PATIENCE) as answer:  # noqa: S310
                return bytes(answer.read())
        except urllib.error.HTTPError as error:
            why = error.read(500).decode("utf-8", "replace").strip()
            raise StoreError(self.address, f"the server says {error.code} {error.reason}: {why}") from error
        except (urllib.error.URLError, OSError, ValueError) as error:
            reason = getattr(error, "reason", error)
            raise StoreError(self.address, f"no answer: {reason}; is the address right?") from error


def find_server(place: Path | str) -> Server | None:
    """Tell the server that a store's name means; None for a folder.

    A `Path` made of an address has lost a stroke, which is put back.

    >>> find_server("https://ann:secret@example.org/sparql").address
    'https://example.org/sparql'
    >>> find_server("kg-store") is None
    True
    """
    found = re.match(r"(https?):/{1,2}(.*)", str(place))
    if not found:
        return None
    credentials, at, rest = found[2].rpartition("@") if "@" in found[2].partition("/")[0] else ("", "", found[2])
    token = os.environ.get("KG_TOKEN")
    authorization = f"Bearer {token}" if token else None
    if at:
        authorization = f"Basic {base64.b64encode(credentials.encode()).decode()}"
    return Server(f"{found[1]}://{rest}", authorization)


def bind(text: str, bindings: Mapping[str, ox.NamedNode | ox.Literal]) -> str:
    """Fix variables by a VALUES clause at the head of the query's pattern.

    >>> bind("SELECT ?a WHERE { ?a ?b ?c }", {"a": ox.NamedNode("x:y")})
    'SELECT ?a WHERE { VALUES (?a) { (<x:y>) } ?a ?b ?c }'
    """
    if not bindings:
        return text
    names = " ".join(f"?{name}" for name in bindings)
    clause = f" VALUES ({names}) {{ ({' '.join(map(str, bindings.values()))}) }}"
    opening = re.search(r"\bwhere\s*\{", text, re.IGNORECASE) or re.search(r"\{", text)
    if not opening:
        raise QueryError("query", "no pattern to bind parameters in")
    return text[: opening.end()] + clause + text[opening.end() :]
