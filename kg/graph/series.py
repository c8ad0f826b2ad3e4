"""Which occasions follow one another in a series: the same name with the next number.

A second workshop is not the first one told again, so such events are linked and never merged.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.extract.words.wordclass import load_words
from kg.graph.choose import choose_values
from kg.graph.likeness import find_telling
from kg.graph.link import spell
from kg.graph.numbering import find_numbers, find_places
from kg.graph.occasion import Cluster


def find_sequels(clusters: Iterable[Cluster]) -> dict[str, str]:
    """Tell for events that have a number in a series which event has the number before.

    Only where both are the sole bearers of their number, and the earlier one is not known to lie later.
    """
    numbered: dict[tuple[str, ...], dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    starts: dict[str, str] = {}
    for cluster in clusters:
        for series, number in _find_places(cluster):
            if cluster.iri not in starts:
                starts[cluster.iri] = dict(choose_values([m.report for m in cluster.members])).get("startDate", "")
            numbered[series][number].add(cluster.iri)
    sequels: dict[str, str] = {}
    for series in sorted(numbered):
        places = {number: iris for number, iris in numbered[series].items() if len(iris) == 1}
        for number in sorted(places):
            (later,) = places[number]
            for earlier in places.get(number - 1, ()):
                if later != earlier and _in_order(starts[earlier], starts[later]):
                    sequels.setdefault(later, earlier)
    return sequels


def _find_places(cluster: Cluster) -> Iterator[tuple[tuple[str, ...], int]]:
    """Yield the series that an event is named to be in, and its number there."""
    for mention in cluster.members:
        treaties = sorted(mention.features.treaties)
        for name in (mention.report.event.name, *mention.report.event.aliases):
            words = spell(name).split() if name else []
            numbers = sorted(find_places(find_numbers(words)))
            kinds = sorted(load_words("numbered-events", "resolution") & set(words))
            if len(numbers) == 1 and kinds:
                telling = sorted(find_telling(words))
                if len(treaties) == 1:
                    yield ("treaty", treaties[0], *kinds), numbers[0]
                elif telling:
                    yield ("name", *telling, *kinds), numbers[0]


def _in_order(earlier: str, later: str) -> bool:
    """Tell whether two dates, as far as they are known, may lie in this order."""
    shared = min(len(earlier), len(later))
    return earlier[:shared] <= later[:shared]
