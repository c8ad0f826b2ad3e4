"""The co-participation report: one page for people, or the same as Markdown or JSON."""

from __future__ import annotations

import json
import math
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from kg.publish.table import to_markdown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kg.publish.digest import Cell, Digest, Occasion

CONTENTS = (
    ("summary", "In short"),
    ("network", "Network"),
    ("conveners", "Conveners"),
    ("strongest", "Ties"),
    ("central", "Actors"),
    ("bridges", "Bridges"),
    ("communities", "Circles"),
    ("mixing", "Mixing"),
    ("exposure", "Outside the treaty"),
    ("timeline", "When"),
    ("map", "Where"),
    ("standings", "Standings"),
    ("method", "Method"),
    ("occasions", "Evidence"),
    ("documents", "Documents"),
)
KINDS: Mapping[str, tuple[str, str]] = {
    "State": ("State", "States"),
    "GovernmentBody": ("public body", "public bodies"),
    "Person": ("person", "persons"),
    "IntergovernmentalOrganization": ("intergovernmental organisation", "intergovernmental organisations"),
    "NonGovernmentalOrganization": ("non-governmental organisation", "non-governmental organisations"),
    "Organization": ("organisation", "organisations"),
}
TITLE = "Co-participation report"
_FIRST_ROWS = 20
_TINY = 1e-4


def to_json(digest: Digest) -> str:
    """Write everything that the report says as JSON."""
    return json.dumps(asdict(digest), ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def to_md(digest: Digest) -> str:
    """Write the report as Markdown; what documents say cannot make markup."""
    from jinja2 import Environment, FileSystemLoader

    environment = Environment(loader=FileSystemLoader(_templates()), autoescape=False)  # noqa: S701
    environment.filters["md"] = _escape
    template = environment.get_template("report.md")
    words = digest.words
    return template.render(
        title=TITLE,
        digest=digest,
        raw=len(digest.ties) + digest.untold,
        table=to_markdown,
        convener_rows=[
            [row.actor.label, len(row.events), row.guests, ", ".join(f"{role.lower()} {n}" for role, n in row.roles)]
            for row in digest.conveners[:_FIRST_ROWS]
        ],
        tie_rows=[
            [
                tie.source.label,
                tie.target.label,
                len(tie.events),
                tie.weight,
                tie.p_value,
                tie.q_value,
                "yes" if tie.validated else "no",
            ]
            for tie in digest.ties[:_FIRST_ROWS]
        ],
        member_rows=[
            [
                row.label,
                words[row.standing],
                len(row.events),
                row.degree,
                row.strength,
                row.betweenness,
                row.pagerank,
                row.core,
                row.constraint,
            ]
            for row in digest.members[:_FIRST_ROWS]
        ],
        mix_rows=[[words[cell.one], words[cell.other], cell.meetings, cell.expected] for cell in digest.mix.cells],
        exposure_rows=[
            [
                row.state.label,
                words[row.standing],
                len(row.events),
                len(row.parties),
                row.first,
                row.last,
                row.joined,
            ]
            for row in digest.exposure
        ],
    )


def to_html(digest: Digest) -> str:
    """Write the report as one page that needs nothing else; what documents say is escaped."""
    from jinja2 import Environment, FileSystemLoader

    from kg.publish.figure import COLOURS, TYPE_COLOURS, draw, network_spec, script, tiles_spec, timeline_spec

    environment = Environment(
        loader=FileSystemLoader(_templates()), autoescape=True, trim_blocks=False, keep_trailing_newline=True
    )
    network = network_spec(digest) if digest.ties else None
    timeline, tiles = timeline_spec(digest), tiles_spec(digest)
    present = {member.standing for member in digest.members}
    kinds = {occasion.types.split(", ")[0] for occasion in digest.occasions}
    bridges = sorted(digest.members, key=lambda row: (-(row.gatekeeper + row.liaison), -row.coordinator, row.label))
    return environment.get_template("report.html").render(
        title=TITLE,
        version=_version(),
        digest=digest,
        speaking=sum(bool(document.events) for document in digest.documents),
        contents=CONTENTS,
        kinds=KINDS,
        raw=len(digest.ties) + digest.untold,
        level_conveners=sum(len(row.events) == len(digest.conveners[0].events) for row in digest.conveners[1:]),
        rivals=_word_rivals(digest),
        joined=sum(row.joined is not None for row in digest.exposure),
        keys=[key for key in COLOURS if key in present],
        types=[(kind, colour) for kind, colour in TYPE_COLOURS.items() if kind in kinds],
        most_shared=max((len(tie.events) for tie in digest.ties), default=1),
        drawn=sum(member.degree > 0 for member in digest.members),
        bridges=[row for row in bridges[:_FIRST_ROWS] if row.gatekeeper + row.liaison + row.consultant],
        cells={key: cell for cell in digest.mix.cells for key in ((cell.one, cell.other), (cell.other, cell.one))},
        by_name=sorted(digest.members, key=lambda row: (row.label.casefold(), row.anchor)),
        years=[(year, list(group)) for year, group in groupby(digest.occasions, key=_year)],
        small=_small,
        shade=_shade,
        network_svg=draw(network, "network") if network else None,
        timeline_svg=draw(timeline, "timeline") if timeline else None,
        tiles_svg=draw(tiles, "map") if tiles else None,
        network_json=_embed(network) if network else None,
        css=(Path(_templates()) / "report.css").read_text(encoding="utf-8"),
        js=script(),
    )


def _word_rivals(digest: Digest) -> str:
    """Say of the strongest tie how many are as strong, or are of as many occasions and of less weight."""
    first = digest.ties[0] if digest.ties else None
    alike = [tie for tie in digest.ties if first and len(tie.events) == len(first.events)]
    equal = [tie for tie in alike if first and math.isclose(tie.weight, first.weight, rel_tol=1e-9)]
    if len(equal) > 1:
        more = "more than " if digest.untold and len(equal) == len(digest.ties) else ""
        return f", one of {more}{len(equal):,} equal ties"
    return f", and most weight of the {len(alike):,} ties of so many occasions" if len(alike) > 1 else ""


def _embed(spec: object) -> str:
    """Write JSON that cannot end the script element which holds it."""
    text = json.dumps(spec, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _templates() -> str:
    return str(Path(__file__).parent / "templates")


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("accession-kg")
    except PackageNotFoundError:
        return "(not installed)"


def _escape(text: str) -> str:
    flat = " ".join(text.split())
    return "".join(f"\\{c}" if c in "\\`*_[]<>#|!" else c for c in flat)


def _year(occasion: Occasion) -> str:
    return occasion.start[:4] if occasion.start else "undated"


def _small(value: float) -> str:
    return f"{value:.3f}" if value >= _TINY * 10 else f"{value:.0e}"


def _shade(cell: Cell) -> int:
    """Give how strongly a cell is coloured, from 0 to 45, by how far it is from what was expected."""
    if cell.meetings == cell.expected:
        return 0
    ratio = (cell.meetings - cell.expected) / max(cell.meetings, cell.expected)
    return round(abs(ratio) * 45)


FORMATS: Mapping[str, Callable[[Digest], str]] = {"html": to_html, "md": to_md, "json": to_json}
"""Every form that the report can take."""
