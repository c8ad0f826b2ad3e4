"""The posts that persons hold, one row a person and body."""

from collections.abc import Sequence

from kg.extract.lexicon import Hit
from kg.extract.name import Holding, Name, read_cast
from kg.extract.passage import Block
from kg.model import Actor, Affiliation


def find_affiliations(
    text: str, blocks: Sequence[Block], actors: Sequence[Actor], names: Sequence[Name], hits: Sequence[Hit]
) -> list[Affiliation]:
    """Find who holds which post; bodies that only a post mentions are among the actors of `find_names`.

    A person has one row a body, or a State where no body is given; the fullest statement of it is kept.
    """
    del names
    keys = {actor.key for actor in actors}
    best: dict[tuple[str, str | None], Holding] = {}
    for holding in read_cast(text, tuple(blocks), tuple(hits)).holdings:
        if holding.person not in keys:
            continue
        place = (holding.person, holding.organization or holding.state)
        if place not in best or len(holding.position) > len(best[place].position):
            best[place] = holding
    kept = [h for h in best.values() if not _is_lesser(h, list(best.values()))]
    return [
        Affiliation(
            person=holding.person,
            position=holding.position or None,
            organization=holding.organization,
            state=holding.state,
            span=holding.span,
        )
        for holding in sorted(kept, key=lambda h: (h.span, h.person, h.organization or "", h.state or ""))
    ]


def _is_lesser(holding: Holding, others: Sequence[Holding]) -> bool:
    """Tell whether a State-only row says nothing that another row of the person does not say better."""
    if holding.organization is not None:
        return False
    return any(
        other.person == holding.person and other.organization is not None and other.state == holding.state
        for other in others
    )
