"""The forms of English verbs, for patterns that name a verb once."""

import re
from collections.abc import Mapping
from functools import cache

from kg.extract.words.wordclass import load_classes


def inflect(verb: str) -> list[str]:
    """List the forms of a verb, British and American.

    >>> inflect("organise")
    ['organise', 'organises', 'organised', 'organising', 'organize', 'organizes', 'organized', 'organizing']
    >>> inflect("accompany")
    ['accompany', 'accompanies', 'accompanied', 'accompanying']
    """
    irregular = _irregular().get(verb)
    if irregular is not None:
        return irregular
    stem = verb
    if verb.endswith("e"):
        stem = verb[:-1]
        forms = [verb, verb + "s", stem + "ed", stem + "ing"]
    elif re.search(r"[^aeiou]y$", verb):
        forms = [verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    elif re.search(r"(?:s|x|z|ch|sh)$", verb):
        forms = [verb, verb + "es", verb + "ed", verb + "ing"]
    elif re.search(r"^[^aeiou]*[aeiou][bdgmnprt]$", verb):
        forms = [verb, verb + "s", verb + verb[-1] + "ed", verb + verb[-1] + "ing"]
    else:
        forms = [verb, verb + "s", verb + "ed", verb + "ing"]
    if verb.endswith("ise"):
        forms += [re.sub(r"is(e|es|ed|ing)$", r"iz\1", form) for form in forms]
    return forms


@cache
def _irregular() -> Mapping[str, list[str]]:
    """Map verbs to their forms where no rule makes them."""
    return {forms[0]: forms for forms in map(str.split, load_classes()["irregular-verbs"])}
