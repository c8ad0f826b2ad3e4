"""The user's own decisions: reports that are the same occasion, whatever they look like, or never are.

They are kept in a Turtle file that people edit, with `kg:sameOccasionAs` and `kg:differentFrom` between the
IRIs of events as `kg explain` and the graph show them. A build reads the file and never writes it.
"""

from dataclasses import dataclass
from pathlib import Path

from kg.errors import StoreError
from kg.graph.record import from_json
from kg.graph.vocab import KG, NAMESPACE

DECISIONS = "decisions.ttl"
"""The file's name in a store, where no other is given."""
_OWL = "http://www.w3.org/2002/07/owl#"
_CURE = "write kg:sameOccasionAs or kg:differentFrom between the IRIs of two events"


@dataclass(frozen=True, slots=True)
class Decisions:
    """Pairs of event IRIs, each pair and both lists sorted."""

    same: tuple[tuple[str, str], ...] = ()
    different: tuple[tuple[str, str], ...] = ()

    def unused(self, known: frozenset[str]) -> tuple[str, ...]:
        """List the IRIs that name no event."""
        return tuple(sorted({iri for pair in (*self.same, *self.different) for iri in pair} - known))


def find_decisions(store: Path, kept: str | None) -> Decisions:
    """Give the decisions of a store: those of the file in it, else those that were given last and kept as JSON."""
    own = store / DECISIONS
    return read_decisions(own) if kept is None or own.exists() else from_json(Decisions, kept)


def read_decisions(path: Path) -> Decisions:
    """Read a file of decisions; one that is not there holds none.

    StoreError where it is no valid Turtle, a decision names no IRIs, a property of kg: or owl: is none of the two, or a
    pair is one event twice or is both, be it by way of others.
    """
    import pyoxigraph

    if not path.exists():
        return Decisions()
    same: set[tuple[str, str]] = set()
    different: set[tuple[str, str]] = set()
    try:
        for quad in pyoxigraph.parse(path=path, format=pyoxigraph.RdfFormat.TURTLE):
            pairs = {KG.sameOccasionAs: same, KG.differentFrom: different}.get(quad.predicate.value)
            if pairs is None and quad.predicate.value.startswith((NAMESPACE, _OWL)):
                raise StoreError(str(path), f"{quad.predicate} decides nothing; {_CURE}")
            if pairs is None:
                continue  # a note, such as rdfs:comment
            if not isinstance(quad.subject, pyoxigraph.NamedNode) or not isinstance(quad.object, pyoxigraph.NamedNode):
                raise StoreError(str(path), f"a decision is between the IRIs of two events, not {quad.object}")
            left, right = sorted((quad.subject.value, quad.object.value))
            if left == right:
                raise StoreError(str(path), f"a decision is between two events, not one: {left}")
            pairs.add((left, right))
    except (SyntaxError, OSError) as error:
        raise StoreError(str(path), f"decisions cannot be read: {error}") from error
    _require_consistent(same, different, path)
    return Decisions(tuple(sorted(same)), tuple(sorted(different)))


def _require_consistent(same: set[tuple[str, str]], different: set[tuple[str, str]], path: Path) -> None:
    """Raise StoreError where events that are to differ are the same by one decision or by several together."""
    joined: dict[str, set[str]] = {}
    for pair in sorted(same):
        group = set[str]().union(*(joined.get(iri, {iri}) for iri in pair))
        joined.update(dict.fromkeys(group, group))
    for left, right in sorted(different):
        if right in joined.get(left, ()):
            group = joined[left] - {left, right}
            way = f", by way of {', '.join(sorted(group))}," if group and (left, right) not in same else ""
            wrong = f"two decisions on one pair: {left} and {right} cannot be the same{way} and different"
            raise StoreError(str(path), wrong)
