"""Rows that name a class of verbs, spelled out as patterns: one for each place that the doer can have.

A row says which verbs (`kg:verbs`) of what (`kg:takes`) give a role, and in which frames (`kg:frames`); a frame of
`ontology/patterns/frames.ttl` says how such a clause is built. So every verb of a class is read as subject and
verb, as a passive, in a relative clause and in front of the sentence, without a row for each. The idea is that of
verb classes that share their frames (Levin, English Verb Classes and Alternations, 1993).
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from kg.extract.words.inflect import inflect

_MADE = re.compile(r"\b(?:VERBED|VERBING|VERB|OBJECT)\b")


def spell_out(row: Mapping[str, Sequence[str]], frames: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield the patterns of a row that names verbs; properties are given by their local names.

    Raises ValueError where a frame is not known.

    >>> row = {"verbs": ["steer~"], "takes": ["EVENT"], "frames": ["active passive"]}
    >>> frames = {"active": ["SUBJECT VERB OBJECT"], "passive": ["OBJECT {be} VERBED by ACTORS"]}
    >>> list(spell_out(row, frames))
    ['SUBJECT (steer~) (EVENT)', '(EVENT) {be} (steer|steered) by ACTORS']
    """
    if "verbs" not in row:
        return
    verbs = [verb.strip() for value in row["verbs"] for verb in value.split("|")]
    parts = {
        "VERB": verbs,
        "VERBED": [form for verb in verbs for form in _forms(verb, passive=True)],
        "VERBING": [form for verb in verbs for form in _forms(verb, passive=False)],
        "OBJECT": row.get("takes", ["EVENT"]),
    }
    for name in (name for value in row.get("frames", ()) for name in value.split()):
        if name not in frames:
            raise ValueError(f"unknown frame {name}")
        for shape in frames[name]:
            yield _MADE.sub(lambda made: f"({'|'.join(parts[made.group()])})", shape)


def _forms(verb: str, *, passive: bool) -> Iterator[str]:
    """Yield the forms of "lay~ on" that stand behind "was", or those that end in -ing."""
    first, *rest = verb.split()
    forms = inflect(first[:-1]) if first.endswith("~") else [first]
    for form in forms:
        if not form.endswith(("ing", "s")) if passive else form.endswith("ing"):
            yield " ".join([form, *rest])
