"""The State and the mission of an envoy whose post names neither, told by what the text says around it."""

from typing import NamedTuple

from kg.extract.actors.clausestate import is_met
from kg.extract.actors.home import Home
from kg.extract.actors.statemark import is_locative, list_marks
from kg.extract.names.scene import Scene
from kg.extract.words.wordclass import load_words


class Sender(NamedTuple):
    """Who sent an envoy."""

    state: str | None
    """IRI of the State."""
    mission: int = -1
    """Number of the first word of the mission's name, where one is named."""


def find_sender(scene: Scene, home: Home, i: int, position: str) -> Sender | None:
    """Give who sent the ambassador at word i: the mission whose text it is, or the embassy spoken of just before.

    Where the sentence tells of one State's accession, its ambassador brought it.
    """
    if position.lower() != "ambassador":
        return None
    office = _find_posted(home)
    if office is not None:
        return office
    words = scene.words
    marks = [m for m in (scene.cover[k] for k in range(i - 1, _begin_above(scene, i) - 1, -1)) if m is not None]
    bodies = (m for m in marks if m.kind == "Body" and m.state is not None)
    embassy = next((m for m in bodies if "embassy" in words.lower[m.begin : m.end]), None)
    if embassy is not None:
        return Sender(embassy.state, embassy.begin)
    acts, states = {"accession", "ratification", "adherence"}, (m for m in marks if m.begin >= words.first[i])
    joined = {m.state for m in states if m.kind == "State" and acts & set(words.lower[max(m.begin - 3, 0) : m.begin])}
    return Sender(joined.pop()) if len(joined) == 1 else None


def find_own_sender(scene: Scene, home: Home, i: int, position: str) -> Sender | None:
    """Give the State whose government issued the text for its envoy at word i: no other State is spoken of there."""
    if not load_words("envoys").intersection([*position.lower().split()[-1:], position.lower()]):
        return None
    if home.issuer is None or is_met(scene, i):
        return None
    marks = list_marks(scene, _begin_above(scene, i), scene.words.last[i])
    others = {mark.state for mark in marks if not is_locative(scene, mark.begin)} - {home.issuer}
    return None if others else _find_posted(home) or Sender(home.issuer)


def find_host(scene: Scene, home: Home, i: int) -> str | None:
    """Give the State in which the mission that issued the text stands, where it calls on the post at word i there.

    It is that of the dateline, or of a town in the head.
    """
    if home.office is None or _find_posted(home) is None or not is_met(scene, i):
        return None
    end = max(home.header, home.office.end + _IN_TOWN)
    towns = (m.state for m in scene.marks if m.begin < end and m.kind in {"Capital", "City"})
    return next((state for state in (home.dateline, *towns) if state is not None and state != home.issuer), None)


_IN_TOWN = 3
"""Words behind the name of a mission among which its town stands."""


def is_of_either(home: Home, *, definite: bool) -> bool:
    """Tell whether a mission's text may mean its own State or its host's by "the Deputy Foreign Minister, X"."""
    return definite and _find_posted(home) is not None and home.dateline not in {None, home.issuer}


def _find_posted(home: Home) -> Sender | None:
    """Give the mission that issued the text."""
    office = home.office
    posted = office is not None and office.head in load_words("posted-bodies")
    return Sender(home.issuer, office.begin) if office is not None and posted else None


def _begin_above(scene: Scene, i: int) -> int:
    """Give the first word of the sentence above that of word i, in its paragraph."""
    words = scene.words
    first = words.first[i]
    return words.first[first - 1] if first and words.block[first - 1] == words.block[first] else first
