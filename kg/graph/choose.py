"""Which of several stated values an event carries.

The rule: an outcome before a plan; then the value that most documents state; then the more precise; then that
of the document issued first; then the first of the alphabet. A date stated more coarsely supports a finer one
that lies in it.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kg.graph.profile import EventProfile

_DATES = frozenset({"startDate", "endDate"})
_MANY = frozenset({"concerns"})
_LATER = "9999"


class Report(NamedTuple):
    """One document's report of an event."""

    document: str
    issued: str | None
    event: EventProfile


def choose_value(stated: Sequence[tuple[str, Report]], *, dates: bool = False) -> str:
    """Choose among values, each with the report that states it.

    >>> event = EventProfile(key="e1", type="Meeting", label="")
    >>> def report(name, issued): return Report(document=name, issued=issued, event=event)
    >>> a, b, c = report("a", "2007-04-02"), report("b", "2007-03-28"), report("c", None)
    >>> choose_value([("2007-03-26", a), ("2007-03-27", b), ("2007-03", c)], dates=True)
    '2007-03-27'
    """
    if len(stated) == 1:
        return stated[0][0]
    support: dict[str, set[str]] = defaultdict(set)
    first: dict[str, str] = {}
    for value, report in stated:
        support[value].add(report.document)
        first[value] = min(first.get(value, _LATER), report.issued or _LATER)
    if dates:
        for coarse in support:
            for fine in support:
                if fine != coarse and fine.startswith(coarse):
                    support[fine] = support[fine] | support[coarse]
    return min(support, key=lambda value: (-len(support[value]), -len(value) if dates else 0, first[value], value))


def choose_type(reports: Sequence[Report]) -> str:
    """Choose an event's class."""
    return choose_value([(report.event.type, report) for report in reports])


def choose_status(stated: Sequence[tuple[str, Report]]) -> str:
    """Choose how far an event came: a plan yields to any report of what became of it."""
    outcomes = [(value, report) for value, report in stated if value != "Planned"]
    return choose_value(outcomes or stated)


def choose_name(reports: Sequence[Report]) -> str | None:
    """Choose a proper name, if any report has one."""
    names = [(report.event.name, report) for report in reports if report.event.name]
    return choose_value(names) if names else None


def choose_values(reports: Sequence[Report]) -> tuple[tuple[str, str], ...]:
    """Choose a value for each property that some report states; what an event concerns is all kept."""
    stated: dict[str, list[tuple[str, Report]]] = defaultdict(list)
    for report in reports:
        seen = set()
        for name, value in report.event.facts:
            if name in _MANY or name not in seen:
                stated[name].append((value, report))
            seen.add(name)
        if report.event.name:
            stated["name"].append((report.event.name, report))
    chosen: set[tuple[str, str]] = set()
    for name, values in stated.items():
        if name in _MANY:
            chosen |= {(name, value) for value, _ in values}
        elif name == "eventStatus":
            chosen.add((name, choose_status(values)))
        else:
            chosen.add((name, choose_value(values, dates=name in _DATES)))
    return _with_end_in_order(tuple(sorted(chosen)))


def say_why(name: str, other: str, chosen: str | None, stated: Mapping[str, Mapping[str, str | None]]) -> str:
    """Say in a few words why a stated value of a property was not chosen, by the rule above.

    `stated` gives for every value the documents that state it, each with the day on which it was issued.

    >>> say_why("attendeeCount", "80", "70", {"70": {"a": "2005-10-06"}, "80": {"b": "2005-12"}})
    'its document was issued later'
    """
    if chosen is None:
        return "it does not fit the other values"
    if name == "eventStatus" and other == "kg:Planned":
        return "what became of it goes before the plan"
    if stated[other].keys() <= stated[chosen].keys():
        return "its document states the other, too"
    dates = name in _DATES
    chosen_by, other_by = (
        {
            document
            for near in stated
            if near == value or (dates and value.startswith(near))
            for document in stated[near]
        }
        for value in (chosen, other)
    )
    if len(other_by) < len(chosen_by):
        return f"{len(chosen_by)} documents speak for the other, {len(other_by)} for this"
    if dates and len(other) < len(chosen):
        return "the other is more precise"
    first = {value: min(issued or _LATER for issued in stated[value].values()) for value in (other, chosen)}
    if first[other] > first[chosen]:
        return "its document has no date" if first[other] == _LATER else "its document was issued later"
    return "as well stated; the first of the alphabet goes"


def _with_end_in_order(values: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """Leave out an end that lies before the start, as when they come from reports that disagree."""
    held = dict(values)
    start, end = held.get("startDate"), held.get("endDate")
    if start and end and end < start[: len(end)]:
        return tuple(pair for pair in values if pair[0] != "endDate")
    return values
