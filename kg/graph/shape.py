"""The data contract applied: which nodes of a store break which SHACL shape.

Evaluates the part of SHACL Core that `shapes.ttl` uses straight on the store, one predicate at a time, so that
the cost grows with the number of statements; anything else in a shapes file is an error, never ignored. pySHACL
gives the same verdicts about ten times more slowly, and is the referee in the tests.
"""

# ruff: noqa: ARG001 -- every constraint is built alike, from its operand, its rule and the store, whether it needs all or not

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

import pyoxigraph
from pyoxigraph import BlankNode, Literal, NamedNode, Store

from kg.errors import VocabularyError
from kg.graph.vocab import expand
from kg.resources import folder

Value: TypeAlias = NamedNode | BlankNode | Literal
Node: TypeAlias = NamedNode | BlankNode
Test: TypeAlias = Callable[[Node, list[Value]], bool]
"""Whether a focus node with these values passes."""
_Properties: TypeAlias = Mapping[str, list[Value]]

_SH = expand("sh:")
_TYPE = NamedNode(expand("rdf:type"))
_SUBCLASS = NamedNode(expand("rdfs:subClassOf"))
_NOT_TESTS = frozenset({"path", "message", "severity"})
_LEXICAL = {
    "boolean": re.compile(r"true|false|[01]"),
    "date": re.compile(r"\d{4}-\d\d-\d\d"),
    "duration": re.compile(r"-?P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?"),
    "gYear": re.compile(r"\d{4}"),
    "gYearMonth": re.compile(r"\d{4}-(0[1-9]|1[0-2])"),
    "integer": re.compile(r"[+-]?\d+"),
    "string": re.compile(r".*", re.DOTALL),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One property shape: what must hold of the values that a path leads to."""

    name: str
    """Local name, `Evidence-quote`."""
    targets: tuple[NamedNode, ...]
    path: tuple[NamedNode, ...]
    """One predicate, or several alternatives."""
    severity: str
    """`violation`, `warning` or `info`."""
    message: str
    tests: tuple[tuple[str, Value], ...]
    """Constraint and operand."""
    lists: Mapping[Value, tuple[Value, ...]]
    """Members of the lists that operands point to."""
    nodes: Mapping[Value, _Properties]
    """What the shapes file says of nested shapes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """That a node breaks a rule."""

    rule: Rule
    focus: Node


@lru_cache
def load_rules(path: Path) -> tuple[Rule, ...]:
    """Read the rules of a shapes file, in the order of their names.

    Raises VocabularyError for a constraint that is not evaluated here.
    """
    nodes: dict[Value, dict[str, list[Value]]] = defaultdict(lambda: defaultdict(list))
    for triple in pyoxigraph.parse(path=str(path)):
        if isinstance(triple.object, NamedNode | BlankNode | Literal):
            nodes[triple.subject][triple.predicate.value].append(triple.object)
    rules = [
        _to_rule(shape, nodes[shape], tuple(t for t in about[f"{_SH}targetClass"] if isinstance(t, NamedNode)), nodes)
        for about in list(nodes.values())
        if f"{_SH}targetClass" in about
        for shape in about[f"{_SH}property"]
    ]
    return tuple(sorted(rules, key=lambda rule: rule.name))


def find_breaches(store: Store, rules: tuple[Rule, ...]) -> Iterator[Breach]:
    """Find every node of a store that breaks a rule; all graphs of the store are seen as one."""
    view = _View(store)
    by_path: dict[tuple[NamedNode, ...], list[Rule]] = defaultdict(list)
    for rule in rules:
        by_path[rule.path].append(rule)
    for path, sharing in by_path.items():
        values = view.values(path)
        for rule in sharing:
            tests = [_TESTS[name](operand, rule, view) for name, operand in rule.tests]
            for focus in set().union(*(view.instances(target) for target in rule.targets)):
                held = values.get(focus, [])
                if not all(test(focus, held) for test in tests):
                    yield Breach(rule=rule, focus=focus)


class _View:
    """A store seen as one graph, with the classes of the ontology."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._instances: dict[str, set[Node]] = {}

    def instances(self, kind: NamedNode) -> set[Node]:
        """Collect the nodes of a class and its subclasses."""
        if kind.value not in self._instances:
            found: set[Node] = set()
            for narrower in _subclasses().get(kind.value, (kind.value,)):
                for quad in self.store.quads_for_pattern(None, _TYPE, NamedNode(narrower)):
                    if isinstance(quad.subject, NamedNode | BlankNode):
                        found.add(quad.subject)
            self._instances[kind.value] = found
        return self._instances[kind.value]

    def values(self, path: tuple[NamedNode, ...]) -> dict[Node, list[Value]]:
        """Collect the values of every node that has any, each once."""
        found: dict[Node, list[Value]] = {}
        for predicate in path:
            for quad in self.store.quads_for_pattern(None, predicate, None):
                if not isinstance(quad.subject, NamedNode | BlankNode) or isinstance(quad.object, pyoxigraph.Triple):
                    continue
                held = found.setdefault(quad.subject, [])
                if quad.object not in held:
                    held.append(quad.object)
        return found


@lru_cache
def _subclasses() -> dict[str, tuple[str, ...]]:
    """List for every class of the ontology itself and all that are narrower."""
    above: dict[str, set[str]] = defaultdict(set)
    for triple in pyoxigraph.parse(path=str(folder("ontology") / "accession.ttl")):
        if triple.predicate == _SUBCLASS and isinstance(triple.subject, NamedNode):
            above[triple.subject.value].add(triple.object.value)
    below: dict[str, set[str]] = defaultdict(set)
    for kind in list(above):
        reached, ahead = {kind}, [kind]
        while ahead:
            ahead = [wider for narrow in ahead for wider in above.get(narrow, ()) if wider not in reached]
            reached.update(ahead)
        for wider in reached:
            below[wider] |= {kind, wider}
    return {kind: tuple(sorted(narrower)) for kind, narrower in below.items()}


def _to_rule(
    shape: Value, about: _Properties, targets: tuple[NamedNode, ...], nodes: Mapping[Value, _Properties]
) -> Rule:
    name = str(shape.value).rpartition("/")[2]
    lists = {node: tuple(_members(node, nodes)) for node in nodes if expand("rdf:first") in nodes[node]}
    tests = []
    for predicate, operands in about.items():
        constraint = predicate.removeprefix(_SH)
        if not predicate.startswith(_SH) or constraint in _NOT_TESTS:
            continue
        if constraint not in _TESTS:
            raise VocabularyError(name, f"sh:{constraint} is not evaluated here")
        tests += [(constraint, operand) for operand in operands]
    (message,) = about[f"{_SH}message"]
    severities = [str(value.value).removeprefix(_SH).lower() for value in about.get(f"{_SH}severity", [])]
    return Rule(
        name=name,
        targets=targets,
        path=_to_path(name, about[f"{_SH}path"][0], lists, nodes),
        severity=severities[0] if severities else "violation",
        message=str(message.value),
        tests=tuple(sorted(tests, key=lambda test: (test[0], str(test[1])))),
        lists=lists,
        nodes=nodes,
    )


def _to_path(
    name: str, path: Value, lists: Mapping[Value, tuple[Value, ...]], nodes: Mapping[Value, _Properties]
) -> tuple[NamedNode, ...]:
    steps: tuple[Value, ...] = (path,)
    if isinstance(path, BlankNode):
        alternatives = nodes[path].get(f"{_SH}alternativePath")
        if not alternatives:
            raise VocabularyError(name, "only a property or sh:alternativePath can be a path here")
        steps = lists[alternatives[0]]
    return tuple(step for step in steps if isinstance(step, NamedNode))


def _members(node: Value, nodes: Mapping[Value, _Properties]) -> Iterator[Value]:
    while expand("rdf:first") in nodes.get(node, {}):
        yield nodes[node][expand("rdf:first")][0]
        node = nodes[node][expand("rdf:rest")][0]


# Each constraint: from its operand to the test that it makes.
_Builder: TypeAlias = Callable[[Value, Rule, _View], Test]


def _min_count(operand: Value, rule: Rule, view: _View) -> Test:
    least = int(operand.value)
    return lambda _, values: len(values) >= least


def _max_count(operand: Value, rule: Rule, view: _View) -> Test:
    most = int(operand.value)
    return lambda _, values: len(values) <= most


def _each(test: Callable[[Value], bool]) -> Test:
    return lambda _, values: all(map(test, values))


def _datatype(operand: Value, rule: Rule, view: _View) -> Test:
    kind = str(operand.value)
    lexical = _LEXICAL[kind.rpartition("#")[2]]

    def has_type(value: Value) -> bool:
        if not isinstance(value, Literal) or value.datatype.value != kind or not lexical.fullmatch(value.value):
            return False
        return not kind.endswith("#date") or _is_day(value.value)

    return _each(has_type)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _class(operand: Value, rule: Rule, view: _View) -> Test:
    members = view.instances(NamedNode(str(operand.value)))
    return _each(lambda value: value in members)


def _in(operand: Value, rule: Rule, view: _View) -> Test:
    allowed = frozenset(rule.lists[operand])
    return _each(lambda value: value in allowed)


def _or(operand: Value, rule: Rule, view: _View) -> Test:
    choices: list[list[Test]] = []
    for nested in rule.lists[operand]:
        about = {predicate.removeprefix(_SH): values for predicate, values in rule.nodes[nested].items()}
        choices.append([_TESTS[name](value, rule, view) for name, values in about.items() for value in values])
    return lambda focus, values: all(
        any(all(test(focus, [value]) for test in choice) for choice in choices) for value in values
    )


def _pattern(operand: Value, rule: Rule, view: _View) -> Test:
    pattern = re.compile(str(operand.value))
    return _each(lambda value: not isinstance(value, BlankNode) and bool(pattern.search(value.value)))


def _min_length(operand: Value, rule: Rule, view: _View) -> Test:
    least = int(operand.value)
    return _each(lambda value: not isinstance(value, BlankNode) and len(value.value) >= least)


def _language_in(operand: Value, rule: Rule, view: _View) -> Test:
    allowed = tuple(str(language.value) for language in rule.lists[operand])

    def is_allowed(value: Value) -> bool:
        spoken = value.language if isinstance(value, Literal) else None
        return spoken is not None and any(spoken == one or spoken.startswith(f"{one}-") for one in allowed)

    return _each(is_allowed)


def _number(value: Value) -> Decimal | None:
    try:
        return Decimal(value.value) if isinstance(value, Literal) else None
    except InvalidOperation:
        return None


def _min_inclusive(operand: Value, rule: Rule, view: _View) -> Test:
    least = Decimal(operand.value)
    return _each(lambda value: (number := _number(value)) is not None and number >= least)


def _max_inclusive(operand: Value, rule: Rule, view: _View) -> Test:
    most = Decimal(operand.value)
    return _each(lambda value: (number := _number(value)) is not None and number <= most)


def _less_than(operand: Value, rule: Rule, view: _View) -> Test:
    others = view.values((NamedNode(str(operand.value)),))

    def is_less(focus: Node, values: list[Value]) -> bool:
        limits = [_number(limit) for limit in others.get(focus, [])]
        numbers = [_number(value) for value in values]
        return all(n is not None and m is not None and n < m for n in numbers for m in limits)

    return is_less


def _node_kind(operand: Value, rule: Rule, view: _View) -> Test:
    kinds = {"IRI": NamedNode, "Literal": Literal, "BlankNode": BlankNode}
    allowed = tuple(kind for name, kind in kinds.items() if name in str(operand.value).removeprefix(_SH))
    return _each(lambda value: isinstance(value, allowed))


_TESTS: dict[str, _Builder] = {
    "class": _class,
    "datatype": _datatype,
    "in": _in,
    "languageIn": _language_in,
    "lessThan": _less_than,
    "maxCount": _max_count,
    "maxInclusive": _max_inclusive,
    "minCount": _min_count,
    "minInclusive": _min_inclusive,
    "minLength": _min_length,
    "nodeKind": _node_kind,
    "or": _or,
    "pattern": _pattern,
}
