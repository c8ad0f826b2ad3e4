"""The treaty that a text is about without naming it: a report on landmines in which States "have not signed"."""

from collections import Counter
from functools import cache

from kg.extract.text.word import Words
from kg.extract.treaties.treatyfind import look_up_treaty
from kg.extract.words.wordclass import load_pairs

_ENOUGH = 2
"""How often a text must speak of what a treaty bans, or of those who look after it; its title counts twice."""


def find_theme(words: Words, issued: str | None) -> str | None:
    """Give the one treaty on what a text speaks of; none where it speaks of several, or is older than the treaty.

    >>> from kg.extract.text.passage import find_blocks
    >>> from kg.extract.text.word import cut_words
    >>> text = "Landmines are found in half of the districts. The landmine campaign went on tour."
    >>> words = cut_words(text, find_blocks(text))
    >>> find_theme(words, "2004-05"), find_theme(words, "1991")
    ('https://w3id.org/accession-kg/treaty/ottawa', None)
    """
    found: Counter[tuple[str, str]] = Counter()
    title = _end_of_title(words.text)
    for first, rest, treaty in _themes():
        places = words.where.get(first, ())
        found[treaty] += sum(
            1 + (words.begin[at] < title) for at in places if tuple(words.lower[at + 1 : at + 1 + len(rest)]) == rest
        )
    found = +found
    if len(found) != 1:
        return None
    ((adopted, iri), count) = found.popitem()
    later = issued is None or issued >= adopted[: len(issued)]
    return iri if iri and count >= _ENOUGH and later else None


def _end_of_title(text: str) -> int:
    """Give where the first line of a text ends, if it is no sentence; else 0."""
    end = text.find("\n", len(text) - len(text.lstrip()))
    return 0 if text[:end].rstrip().endswith((".", "?", "!")) else max(end, 0)


@cache
def _themes() -> tuple[tuple[str, tuple[str, ...], tuple[str, str]], ...]:
    """Give the words of each theme, the first apart, with the treaty and its month; "" where there are several."""
    rows = []
    for theme, meant in load_pairs("treaty-themes").items():
        adopted, _, name = meant.partition(" ")
        treaty = look_up_treaty(name)
        first, *rest = theme.split()
        rows.append((first, tuple(rest), (adopted, treaty.iri if treaty is not None else "")))
    return tuple(rows)
