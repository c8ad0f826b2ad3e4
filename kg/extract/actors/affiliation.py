"""The posts that persons hold, one row a person and body."""

from collections.abc import Sequence

from kg.extract.actors.holding import Holding
from kg.extract.actors.name import Cast
from kg.extract.words.wordclass import load_words
from kg.model import Affiliation, fold


def find_affiliations(cast: Cast, text: str) -> list[Affiliation]:
    """Find who holds which post; bodies that only a post mentions are among the actors of the cast.

    A person has one row a body, or a State where no body is given, and several only where one mention states
    several posts; a post of which the text tells neither body nor State is a row of its own. Who is only said to be
    of a body, "Ana Lima of the ICRC", has no position.
    """
    keys = {actor.key for actor in cast.actors}
    kept: list[Holding] = []
    seen: dict[tuple[str, str | None], int] = {}
    positions: set[tuple[str, str | None, str]] = set()
    holdings = [h for h in cast.holdings if h.person in keys]
    for holding in sorted(holdings, key=lambda h: (h.position == "representative", h.mention)):
        place = (holding.person, holding.organization or holding.state)
        position = (*place, fold(holding.position))
        if (
            position in positions
            or seen.setdefault(place, holding.mention) != holding.mention
            or _is_lesser(holding, holdings)
        ):
            continue
        positions.add(position)
        kept.append(holding)
    return [
        Affiliation(
            person=holding.person,
            position=_write_position(holding, text),
            organization=holding.organization,
            state=holding.state,
            span=holding.span,
        )
        for holding in sorted(kept, key=lambda h: (h.span, h.person, h.organization or "", h.state or ""))
    ]


def _write_position(holding: Holding, text: str) -> str | None:
    """Give the position that a text states, if it does."""
    placed = holding.position == "representative" and (holding.organization or holding.state)
    told = "represent" in text[holding.span.begin : holding.span.end].lower()
    return None if placed and not told else holding.position or None


def _is_lesser(holding: Holding, others: Sequence[Holding]) -> bool:
    """Tell whether a row without a body, or without a State as well, says less than another row of the person."""
    if holding.organization is not None:
        return False
    mine = [other for other in others if other.person == holding.person]
    if holding.state is None:
        return any(other.state or other.organization for other in mine)
    apart = holding.position.lower() in load_words("sole-offices")  # "Prime Minister and President of the Council"
    return any(
        other.organization is not None
        and other.state == holding.state
        and not (apart and other.mention == holding.mention)
        for other in mine
    )
