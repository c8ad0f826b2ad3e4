"""Turn tables of treaty actions (CSV) into Turtle: one node an action, one file a treaty, and one file of sources.

    python ontology/reference/convert_actions.py TABLES [--out FOLDER]

TABLES holds `treaties.csv`, `sources.csv` and one table a treaty, as README.md beside this script describes them.
The same tables give the same bytes. It needs nothing but Python, so that the record can be brought up to date
wherever the tables are kept. What it does not check: whether a State or a treaty has an entry in the reference
data, which the tests do.
"""

import argparse
import csv
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

BASE = "https://w3id.org/accession-kg/"
NOT_ACTIONS = frozenset({"treaties.csv", "sources.csv"})
KINDS = {
    "signature": "Signature",
    "ratification": "Ratification",
    "acceptance": "Acceptance",
    "approval": "Approval",
    "accession": "Accession",
    "succession": "Succession",
    "entry_into_force": "EntryIntoForce",
    "withdrawal_notified": "Withdrawal",
    "withdrawal_effective": "Withdrawal",
}
"""The words of the column `action` and the classes they become, in the order in which a State's actions are listed."""
ORDER = tuple(dict.fromkeys([*KINDS.values(), "Revocation"]))
PRECISIONS = {
    "day": ("date", re.compile(r"\d{4}-\d\d-\d\d")),
    "month": ("gYearMonth", re.compile(r"\d{4}-\d\d")),
    "year": ("gYear", re.compile(r"\d{4}")),
}
"""The words of the column `precision`, the datatype of each and the form of its dates."""
REWORDED = (("withdrawal_notified row", "revocation"),)
"""What a note calls a row of the table, and what that row is called in the graph."""
ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})
HEADER = """\
# Made by convert_actions.py from tables of treaty actions; change the tables and convert again.
"""


class TableError(ValueError):
    """A row that cannot be converted: which table, which line, and why."""

    def __init__(self, table: str, line: int, why: str) -> None:
        """Keep what the message is made of."""
        super().__init__(table, line, why)
        self.table, self.line, self.why = table, line, why

    def __str__(self) -> str:
        """Say where the row is and what is wrong with it."""
        return f"{self.table}, line {self.line}: {self.why}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One action of one State, as the graph has it."""

    treaty: str
    state: str
    name: str
    """What the table calls the State."""
    kind: str
    """Local name of its class."""
    date: str
    """Typed literal in Turtle: the deposit, or the notice of a withdrawal."""
    effective: str | None = None
    """Typed literal in Turtle: when a withdrawal takes effect."""
    sources: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def slug(self) -> str:
        """The last part of its IRI, such as `ottawa-KAZ-entry-into-force`."""
        return f"{self.treaty}-{self.state}-{to_slug(re.sub(r'(?<=[a-z])(?=[A-Z])', '-', self.kind))}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a table, with where it stands."""

    table: str
    line: int
    cells: Mapping[str, str]

    def cell(self, column: str) -> str:
        """Give a cell's text without blanks around it; a column that is not there is an error."""
        value = self.cells.get(column)
        if value is None:
            raise self.error(f"no column {column!r}, or a row too short")
        return value.strip()

    def error(self, why: str) -> TableError:
        """Make the error that says what is wrong with this row."""
        return TableError(self.table, self.line, why)


def to_slug(name: str) -> str:
    """Make the last part of an IRI out of a key.

    >>> to_slug("untc:XXVI-2-b")
    'untc-xxvi-2-b'
    """
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")


def to_literal(text: str) -> str:
    r"""Write a text as an English literal of Turtle.

    >>> to_literal('so-called "suspension"')
    '"so-called \\"suspension\\""@en'
    """
    return f'"{text.translate(ESCAPES)}"@en'


def to_date(date: str) -> str | None:
    """Write an ISO date, month or year as a literal of the matching type; None for anything else.

    >>> to_date("1997-12")
    '"1997-12"^^xsd:gYearMonth'
    """
    for datatype, form in PRECISIONS.values():
        if form.fullmatch(date):
            return f'"{date}"^^xsd:{datatype}'
    return None


def read_rows(table: Path) -> Iterator[Row]:
    """Read a table row by row."""
    with table.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        for cells in reader:
            yield Row(table=table.name, line=reader.line_num, cells=cells)


def read_sources(folder: Path) -> dict[str, str]:
    """Map each key of `sources.csv` to its Turtle block; two keys of one slug are an error."""
    blocks: dict[str, str] = {}
    for row in read_rows(folder / "sources.csv"):
        key, url, as_at = row.cell("key"), row.cell("url"), row.cell("as_at")
        if to_slug(key) in map(to_slug, blocks):
            raise row.error(f"a source with the slug {to_slug(key)!r} was there before")
        if re.search(r'[\s<>"{}|\\^`]', url):
            raise row.error(f"not an address: {url!r}")
        lines = [f"source:{to_slug(key)} a dcterms:BibliographicResource", f'dcterms:identifier "{key}"']
        lines.append(f"rdfs:label {to_literal(row.cell('description'))}")
        if as_at:
            lines.append(f"dcterms:date {_date(row, as_at)}")
        if url:
            lines.append(f"rdfs:seeAlso <{url}>")
        blocks[key] = _block(lines)
    return blocks


def read_actions(folder: Path, sources: Iterable[str]) -> list[Action]:
    """Read every table of actions in a folder; those that name an unknown source are an error.

    The two rows of a withdrawal, notice and effect, become one action with two dates. A notice about a treaty
    that is not in force takes back the consent alone: it becomes a Revocation, and the State remains a signatory.
    """
    known = frozenset(sources)
    in_force = {row.cell("key"): bool(row.cell("entry_into_force")) for row in read_rows(folder / "treaties.csv")}
    actions: dict[str, Action] = {}
    for table in sorted(folder.glob("*.csv")):
        if table.name in NOT_ACTIONS:
            continue
        for row in read_rows(table):
            action = _action(row, known, in_force)
            before = actions.get(action.slug)
            actions[action.slug] = _join(row, before, action) if before else action
    unnotified = [slug for slug, action in actions.items() if not action.date]
    if unnotified:
        raise TableError("all tables", 0, f"withdrawals without a notice: {', '.join(unnotified)}")
    return sorted(actions.values(), key=lambda action: (action.treaty, action.state, ORDER.index(action.kind)))


def _action(row: Row, known: frozenset[str], in_force: Mapping[str, bool]) -> Action:
    treaty, word, date = row.cell("treaty"), row.cell("action"), row.cell("date")
    if treaty not in in_force:
        raise row.error(f"treaties.csv has no treaty {treaty!r}")
    if word not in KINDS:
        raise row.error(f"unknown action {word!r}; known are {', '.join(KINDS)}")
    if not re.fullmatch(r"[A-Z]{3}", row.cell("state_iso3")):
        raise row.error(f"not a code of three letters: {row.cell('state_iso3')!r}")
    _, form = PRECISIONS.get(row.cell("precision"), (None, None))
    if form is None or not form.fullmatch(date):
        raise row.error(f"the date {date!r} does not have the precision {row.cell('precision')!r}")
    sources = tuple(row.cell("source").split("; "))
    if unknown := sorted({*sources} - known):
        raise row.error(f"sources.csv has no {', '.join(map(repr, unknown))}")
    note = row.cell("note")
    for before, after in REWORDED:
        note = note.replace(before, after)
    revoked = word == "withdrawal_notified" and not in_force[treaty]
    effect = word == "withdrawal_effective"
    return Action(
        treaty=treaty.replace("_", "-"),
        state=row.cell("state_iso3"),
        name=row.cell("state_name"),
        kind="Revocation" if revoked else KINDS[word],
        date="" if effect else _date(row, date),
        effective=_date(row, date) if effect else None,
        sources=sources,
        notes=(note,) if note else (),
    )


def _join(row: Row, before: Action, after: Action) -> Action:
    """Make one action of the notice and the effect of a withdrawal, in whichever order they come."""
    if bool(before.date) == bool(after.date):
        raise row.error(f"{after.slug} was there before")
    return Action(
        treaty=after.treaty,
        state=after.state,
        name=after.name,
        kind=after.kind,
        date=before.date or after.date,
        effective=before.effective or after.effective,
        sources=(*before.sources, *after.sources),
        notes=(*before.notes, *after.notes),
    )


def _date(row: Row, date: str) -> str:
    literal = to_date(date)
    if literal is None:
        raise row.error(f"not an ISO date: {date!r}")
    return literal


def _block(lines: Iterable[str]) -> str:
    return " ;\n    ".join(lines) + " .\n"


def to_block(action: Action) -> str:
    """Write one action in Turtle."""
    lines = [
        f"action:{action.slug} a kg:{action.kind}",
        f"kg:state state:{action.state}",
        f"kg:treaty treaty:{action.treaty}",
        "kg:eventStatus kg:Held",
        f"kg:date {action.date}",
    ]
    if action.effective:
        lines.append(f"kg:effectiveDate {action.effective}")
    lines.append("dcterms:source " + ", ".join(sorted({f"source:{to_slug(key)}" for key in action.sources})))
    if action.notes:
        lines.append("rdfs:comment " + ", ".join(sorted({to_literal(note) for note in action.notes})))
    return _block(lines)


def to_files(actions: Iterable[Action], sources: Mapping[str, str]) -> dict[str, str]:
    """Map the path of each file, relative to the folder of reference data, to its text."""
    files = {"sources.ttl": _prefixes("dcterms", "rdfs", "source", "xsd") + "\n".join(_by_key(sources))}
    head = _prefixes("action", "dcterms", "kg", "rdfs", "source", "state", "treaty", "xsd")
    for treaty, of_treaty in groupby(actions, key=lambda action: action.treaty):
        parts = [head]
        for _, of_state in groupby(of_treaty, key=lambda action: action.state):
            listed = list(of_state)
            parts.append(f"# {listed[0].name}\n" + "".join(map(to_block, listed)))
        files[f"actions/{treaty}.ttl"] = "\n".join(parts)
    return files


def _by_key(blocks: Mapping[str, str]) -> list[str]:
    return ["", *(blocks[key] for key in sorted(blocks, key=to_slug))]


def _prefixes(*names: str) -> str:
    known = {
        "dcterms": "http://purl.org/dc/terms/",
        "kg": f"{BASE}ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }
    return HEADER + "".join(f"@prefix {name}: <{known.get(name, f'{BASE}{name}/')}> .\n" for name in names)


def write(files: Mapping[str, str], folder: Path) -> None:
    """Write each file beside its place first, then move it there, so that none is ever half written."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(path.name + ".new")
        fresh.write_text(text, encoding="utf-8", newline="\n")
        fresh.replace(path)


def main(arguments: list[str] | None = None) -> int:
    """Convert the tables that the command line names; 2 where they cannot be read."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("tables", type=Path, help="folder of the CSV tables")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent, help="folder to write to (default: here)")
    options = parser.parse_args(arguments)
    try:
        sources = read_sources(options.tables)
        actions = read_actions(options.tables, sources)
        write(to_files(actions, sources), options.out)
    except (TableError, OSError, UnicodeDecodeError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stderr.write(f"{len(actions)} actions, {len(sources)} sources\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
