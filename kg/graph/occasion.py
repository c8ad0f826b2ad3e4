"""Which reports, across documents, tell of the same occasion.

Only reports that share a block (place and month, place and year, day, name) are compared, and in a large block
only those that stand near each other by date, so the cost grows with the number of documents, not its square.
Pairs are joined from the most alike to the least; a join that would put two events of one document together, or
contradict anyone already there, or is said to be on something else, is refused.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kg.graph.choose import Report
from kg.graph.extent import latest
from kg.graph.likeness import (
    ENOUGH,
    Features,
    Frame,
    Verdict,
    compare,
    contradict,
    differ_in_subject,
    exclude,
    to_features,
)
from kg.graph.link import Linking, spell
from kg.graph.name import digest
from kg.graph.numbering import find_places
from kg.graph.pin import Decisions
from kg.graph.profile import EventProfile, Profile
from kg.graph.resolution import Merge
from kg.model import BASE, slug

_NEAR = 24
"""With so many of those that follow it by date a report is compared in each block."""
_DOOMSDAY = 10**7
_CLOSE = 100
"""A vague report that fits two different occasions nearly as well is left alone."""
_VERY_CLOSE = 50
"""A report that knows its day is left alone where it fits two events of one document as nearly as this."""
_MANY_MONTHS = 3
_KNOWN = "meeting"
"""Kind of the blocks of reports that can mean only one conference that the field knows, whatever days they give it."""
_BACKGROUND = 500
"""Reports of other events, without the word, that are taken to stand beside those at hand."""


class Mention(NamedTuple):
    """One document's report of an event, with what it is compared by."""

    iri: str
    """The IRI that the event has where its document stands alone."""
    report: Report
    features: Features


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Reports of one occasion."""

    iri: str
    members: tuple[Mention, ...]
    merges: tuple[Merge, ...] = ()
    parted: tuple[tuple[str, str], ...] = ()
    """Pairs of events, one of them here, that look the same and stay apart by a decision that joins others here."""


class _Rival(NamedTuple):
    """What else a vague report fits: the best score in one document's reports of one time and place."""

    score: int
    mention: int
    twins: bool = False
    """More than one report of that document fits."""


class _Pair(NamedTuple):
    left: int
    right: int
    verdict: Verdict


def to_mentions(profiles: Sequence[Profile], linking: Linking) -> tuple[Mention, ...]:
    """Make the events of all documents comparable."""
    mentions = []
    weights = _weigh_words(profiles)
    countries = {p.iri: p.country for profile in profiles for p in profile.places if p.country and p.kind == "City"}
    for profile in profiles:
        taken: set[str] = set()
        known = {actor.key: actor for actor in profile.actors}
        for event in profile.events:
            iri = _name(profile.document, event)
            if iri in taken:
                iri = f"{iri}-{slug(event.key)}"
            taken.add(iri)
            iris = linking.iris[profile.document]
            report = Report(document=profile.document, issued=profile.issued, event=event)
            features = to_features(
                event, {key: iris[key] for key, _ in event.actors}, countries, weights, known, issued=profile.issued
            )
            mentions.append(Mention(iri=iri, report=report, features=features))
    return tuple(mentions)


def _weigh_words(profiles: Sequence[Profile]) -> dict[str, int]:
    """Tell how much a word tells of an event: the more, the fewer the reports that have it."""
    counts = Counter(word for profile in profiles for event in profile.events for word in event.topic)
    reports = _BACKGROUND + sum(len(profile.events) for profile in profiles)
    return {word: 10 * (reports // count).bit_length() for word, count in counts.items()}


def _name(document: str, event: EventProfile) -> str:
    """Make the IRI of an event from its date, place and type, and a hash of where the document speaks of it."""
    place = (event.fact("city") or event.fact("country") or "").rpartition("/")[2]
    day = event.fact("startDate") or event.fact("endDate") or "undated"
    parts = [slug(part) for part in (day, place, event.type) if part]
    return f"{BASE}event/{'-'.join(parts)}-{digest(document, str(event.anchor))[:8]}"


def find_occasions(mentions: Sequence[Mention], decisions: Decisions | None) -> tuple[Cluster, ...]:
    """Put reports of one occasion together; without decisions each stays alone."""
    if decisions is None:
        return tuple(Cluster(iri=mention.iri, members=(mention,)) for mention in mentions)
    ordered = sorted(mentions, key=lambda mention: mention.iri)
    doubts = {(pair.left, pair.right): pair for pair in _score(ordered)}
    pairs = _drop_ambiguous(list(doubts.values()), ordered)
    for pair in pairs:
        del doubts[pair.left, pair.right]
    groups = _Groups(ordered, decisions, doubts)
    for pair in sorted(pairs, key=lambda pair: (-pair.verdict.score, pair.left, pair.right)):
        groups.join(pair)
    return tuple(groups.clusters())


def _score(mentions: Sequence[Mention]) -> list[_Pair]:
    """Compare all reports that share a block and stand near each other in it."""
    seen: set[tuple[int, int]] = set()
    pairs = []
    first, last = _span_all(mentions)
    for key, block in _blocks(mentions).items():
        for place, one in enumerate(block):
            for other in block[place + 1 : place + 1 + _NEAR]:
                if first[other] > last[one] + 1 and key[0] != _KNOWN:
                    break
                left, right = (one, other) if one < other else (other, one)
                if (left, right) in seen or mentions[left].report.document == mentions[right].report.document:
                    continue
                seen.add((left, right))
                verdict = compare(mentions[left].features, mentions[right].features)
                if verdict and verdict.score >= ENOUGH:
                    pairs.append(_Pair(left, right, verdict))
    return pairs


def _span_all(mentions: Sequence[Mention]) -> tuple[list[int], list[int]]:
    """List the first and the last day that each report may mean; one without a date may mean any."""
    extents = [mention.features.frame.extent for mention in mentions]
    return [extent.first if extent else 0 for extent in extents], [latest(e) if e else _DOOMSDAY for e in extents]


def _blocks(mentions: Sequence[Mention]) -> dict[tuple[str, ...], list[int]]:
    """Sort reports, given by their index, by what they would share with another report of the same occasion.

    Within a block they stand in the order of their dates, then of their places.
    """
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    order = {index: _place_in_time(mention) for index, mention in enumerate(mentions)}
    years = {start[:4] for start, *_ in order.values() if start}
    for index in sorted(order, key=order.__getitem__):
        for key in set(_keys(mentions[index], years)):
            blocks[key].append(index)
    return blocks


def _place_in_time(mention: Mention) -> tuple[str, str, str, str]:
    event = mention.report.event
    start = event.fact("startDate") or event.fact("endDate") or ""
    return start, event.fact("city") or "", event.type, mention.iri


def _keys(mention: Mention, every: Collection[str]) -> Iterator[tuple[str, ...]]:
    """Yield the blocks that a report belongs to; `every` are the years of which any report tells."""
    features, event = mention.features, mention.report.event
    places = [place for place in (features.frame.city, features.frame.country) if place] or [
        "online" if features.online else ""
    ]
    start = event.fact("startDate") or event.fact("endDate")
    yield from _name_keys(mention)
    for place in places:
        if place:
            for year in _years(start, mention.report.issued, every):
                yield "year", year, place, features.type
                yield "year", year, place  # whatever kind it is called
    if not start:
        return
    for number in find_places(features.frame.numbers):
        yield "number", start[:4], str(number), features.type
    for place in places:
        for month in _months(start, event.fact("endDate")):
            yield "month", month, place or features.type
            yield "month", month, features.type
    for treaty in features.treaties:
        yield "treaty", start[:7], treaty
    yield "day", start, features.type
    end = event.fact("endDate")
    if end and start < end and len(start) == len(end) == len("2001-02-03"):
        yield "days", start, end  # whatever kind it is called


def _years(start: str | None, issued: str | None, every: Collection[str]) -> Collection[str]:
    """List the year of an event; of one without a date that of its report, and the one before, or every year."""
    if start or not issued:
        return [start[:4]] if start else every
    return [issued[:4], str(int(issued[:4]) - 1)]


def _name_keys(mention: Mention) -> Iterator[tuple[str, ...]]:
    """Yield the blocks of a report's names, and of the conference that it can only mean."""
    features, event = mention.features, mention.report.event
    for name in (event.name, *event.aliases):
        if name and " " in name:
            yield "name", spell(name)
    for telling in features.names:
        yield "words", *sorted(telling)
    if features.meeting is not None:
        yield _KNOWN, features.meeting.iri


def _months(start: str, end: str | None) -> list[str]:
    """List the months, at most three, that an event touches."""
    if len(start) < 7:
        return []
    last = end[:7] if end and len(end) >= 7 else start[:7]
    if last <= start[:7]:
        return [start[:7]]
    year, month = int(start[:4]), int(start[5:7])
    months = [f"{year + (month - 1 + i) // 12:04}-{(month - 1 + i) % 12 + 1:02}" for i in range(_MANY_MONTHS)]
    return [found for found in months if found <= last]


def _drop_ambiguous(pairs: Sequence[_Pair], mentions: Sequence[Mention]) -> list[_Pair]:
    """Leave out pairs of a report that fits other occasions nearly as well.

    A vague report may fit those of any document; one that knows its day is only in doubt between two events that
    one other document tells apart.
    """
    rivals: dict[int, dict[tuple[str, Frame], _Rival]] = defaultdict(dict)
    offers: dict[tuple[int, str], dict[Frame, int]] = defaultdict(dict)
    for pair in pairs:
        for one, other in ((pair.left, pair.right), (pair.right, pair.left)):
            document, frame = mentions[other].report.document, mentions[other].features.frame
            if _is_vague(mentions[one]):
                known = rivals[one].get((document, frame), _Rival(pair.verdict.score, other))
                best = max(known.score, pair.verdict.score)
                twins = known.twins or known.mention != other
                rivals[one][document, frame] = _Rival(best, known.mention, twins=twins)
            else:
                offer = offers[one, document]
                offer[frame] = max(offer.get(frame, 0), pair.verdict.score)

    def is_ambiguous(one: int, partner: int, score: int) -> bool:
        document, frame = mentions[partner].report.document, mentions[partner].features.frame
        if not _is_vague(mentions[one]):
            offer = offers[one, document]
            return any(other > score - _VERY_CLOSE for known, other in offer.items() if known != frame)
        for (other_document, other_frame), rival in rivals[one].items():
            same = (other_document, other_frame) == (document, frame)
            unlike = rival.twins if same else document == other_document or contradict(frame, other_frame)
            if unlike and rival.score > score - _CLOSE:
                return True
        return False

    return [
        pair
        for pair in pairs
        if not is_ambiguous(pair.left, pair.right, pair.verdict.score)
        and not is_ambiguous(pair.right, pair.left, pair.verdict.score)
    ]


def _is_vague(mention: Mention) -> bool:
    extent = mention.features.frame.extent
    return extent is None or extent.unit != "day"


class _Groups:
    """Reports on their way into occasions: union-find that knows what must not be joined."""

    def __init__(
        self, mentions: Sequence[Mention], decisions: Decisions, doubts: Mapping[tuple[int, int], _Pair]
    ) -> None:
        self._mentions = mentions
        self._doubts = doubts
        self._members: dict[int, list[int]] = {index: [index] for index in range(len(mentions))}
        self._root = list(range(len(mentions)))
        self._merges: dict[int, list[Merge]] = defaultdict(list)
        self._parted: list[_Pair] = []
        index = {mention.iri: position for position, mention in enumerate(mentions)}
        self._apart = {(index[a], index[b]) for a, b in decisions.different if a in index and b in index}
        for left, right in decisions.same:
            if left in index and right in index:
                self._unite(index[left], index[right], "you decided that they are the same occasion")
        self._decided = {i for members in self._members.values() if len(members) > 1 for i in members}

    def join(self, pair: _Pair) -> None:
        """Put two reports' groups together unless something forbids it."""
        left, right = self._members[self._root[pair.left]], self._members[self._root[pair.right]]
        if left is right:
            return
        if not self._may_join(left, right, pair.verdict.score):
            if not self._decided.isdisjoint((*left, *right)) and self._share_document(left, right):
                self._parted.append(pair)
            return
        reason = f"{', '.join(pair.verdict.reasons)} ({pair.verdict.score / 100:.2f} points, {ENOUGH / 100:.2f} needed)"
        self._unite(pair.left, pair.right, reason)

    def _may_join(self, left: Sequence[int], right: Sequence[int], score: int) -> bool:
        """Tell whether nothing speaks against a join, such as a doubt that the pair at hand does not settle."""
        if self._share_document(left, right):
            return False
        strangers = len(left) + len(right) > 2
        for one in left:
            for other in right:
                pair = min(one, other), max(one, other)
                doubt = self._doubts.get(pair)
                if pair in self._apart or (doubt and doubt.verdict.score > score - _CLOSE):
                    return False
                mine, yours = self._mentions[one].features, self._mentions[other].features
                if exclude(mine, yours) or (strangers and differ_in_subject(mine, yours)):
                    return False
        return True

    def _share_document(self, left: Sequence[int], right: Sequence[int]) -> bool:
        documents = {self._mentions[index].report.document for index in left}
        return any(self._mentions[index].report.document in documents for index in right)

    def _unite(self, one: int, other: int, reason: str) -> None:
        left, right = sorted((self._root[one], self._root[other]))
        names = sorted((self._mentions[i].report.document, self._mentions[i].iri) for i in (one, other))
        merge = Merge(left=names[0][1], right=names[1][1], reason=f"{names[0][0]} and {names[1][0]}: {reason}")
        if left != right:
            for index in self._members[right]:
                self._root[index] = left
            self._members[left] += self._members.pop(right)
            self._merges[left] += self._merges.pop(right, [])
        self._merges[left].append(merge)

    def clusters(self) -> Iterator[Cluster]:
        """Yield the groups; each is named after the member that says most."""
        parted: dict[int, list[tuple[str, str]]] = defaultdict(list)
        for pair in self._parted:
            parted[self._root[pair.left]].append((self._mentions[pair.left].iri, self._mentions[pair.right].iri))
        for root, indices in self._members.items():
            members = tuple(sorted((self._mentions[index] for index in indices), key=lambda mention: mention.iri))
            merges = tuple(
                sorted(self._merges.get(root, []), key=lambda merge: (merge.left, merge.right, merge.reason))
            )
            iri = min(members, key=_vagueness).iri
            yield Cluster(iri=iri, members=members, merges=merges, parted=tuple(sorted(parted[root])))


def _vagueness(mention: Mention) -> tuple[int, bool, bool, str]:
    """Order reports so that the one whose IRI tells most comes first."""
    event = mention.report.event
    return -len(event.fact("startDate") or ""), not event.fact("city"), not event.fact("country"), mention.iri
