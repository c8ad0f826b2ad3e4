"""The pictures of a report, drawn by Vega: once as SVG that needs no script, once to be played with."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, cast

from kg.network.tile import COLUMNS, ROWS
from kg.publish.gexf import clean

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.publish.digest import Digest, Member

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
Spec: TypeAlias = "dict[str, Json]"

COLOURS: Mapping[str, str] = {
    "state_party": "#1a7f78",
    "signatory": "#d79a1e",
    "withdrawn": "#8a5fb0",
    "none": "#c0453b",
    "unknown": "#9aa5b1",
    "no_state": "#4d79bd",
}
"""Of standings; told apart by people who do not tell red from green, on white and on black."""
TYPE_COLOURS: Mapping[str, str] = {
    "Workshop": "#1a7f78",
    "Seminar": "#4aa69a",
    "Training": "#8cc0a4",
    "Conference": "#2f5f9e",
    "Symposium": "#6f93c9",
    "Meeting": "#d79a1e",
    "Visit": "#e3bd70",
    "Ceremony": "#a0568f",
    "Exhibition": "#c994bc",
}
_ROW = 12


def network_spec(digest: Digest) -> Spec:
    """Describe the interactive network."""
    near: dict[str, list[str]] = {member.anchor: [] for member in digest.members}
    for tie in digest.ties:
        near[tie.source.anchor].append(tie.target.anchor)
        near[tie.target.anchor].append(tie.source.anchor)
    shown = [member for member in digest.members if near[member.anchor]]
    nodes: list[Json] = [
        {
            "k": member.anchor,
            "a": member.anchor,
            "label": member.label,
            "short": member.short,
            "about": _about(digest, member),
            "st": member.standing,
            "kind": member.kind,
            "w": round(member.strength, 4),
            "x": member.x,
            "y": member.y,
            "rank": rank,
            "near": cast("Json", sorted(near[member.anchor])),
        }
        for rank, member in enumerate(shown, start=1)
    ]
    links: list[Json] = [
        {
            "s": tie.source.anchor,
            "t": tie.target.anchor,
            "a": tie.anchor,
            "n": len(tie.events),
            "v": tie.validated,
            "label": f"{tie.source.label} – {tie.target.label}: {_occasions(len(tie.events))}"
            + (", more than chance" if tie.validated else ""),
        }
        for tie in reversed(digest.ties)
    ]
    spec = _load("network")
    _feed(spec, {"actors": nodes, "links": links})
    _scale(spec, "colour", COLOURS)
    return spec


def timeline_spec(digest: Digest) -> Spec | None:
    """Describe the timeline, a mark for each dated occasion; None where there is none."""
    dated = [occasion for occasion in digest.occasions if occasion.start]
    if digest.first_year is None or digest.last_year is None or not dated:
        return None
    height: Counter[str] = Counter()
    marks: list[Json] = []
    for occasion in sorted(dated, key=lambda o: (o.types, o.start or "", o.anchor)):
        year = (occasion.start or "")[:4]
        about = f"{occasion.label} ({occasion.when})"
        kind = occasion.types.split(", ")[0]
        row = height[year]
        marks.append({"year": year, "row": row, "top": row + 1, "type": kind, "a": occasion.anchor, "about": about})
        height[year] += 1
    spec = _load("timeline")
    _feed(spec, {"occasions": marks})
    tallest = max(height.values())
    years = [str(year) for year in range(min(int(y) for y in height), max(int(y) for y in height) + 1)]
    _domain(spec, "year", cast("list[Json]", years))
    _domain(spec, "row", [0, tallest])
    _signal(spec, "tall", max(60, min(260, _ROW * tallest)))
    _scale(spec, "colour", TYPE_COLOURS)
    return spec


def tiles_spec(digest: Digest) -> Spec | None:
    """Describe the tile map; None where the graph does not know where countries lie."""
    held = {country.code: country for country in digest.countries if country.code}
    most = max((len(country.events) for country in held.values()), default=0)
    if not digest.squares:
        return None
    marks: list[Json] = []
    for square in digest.squares:
        country = held.get(square.code)
        number = len(country.events) if country else 0
        marks.append(
            {
                "code": square.code,
                "column": square.column,
                "row": square.row,
                "n": number,
                "dark": number**0.5 > most**0.5 * 0.42,
                "a": country.anchor if country else "",
                "about": f"{square.label}: {_occasions(number)}",
            }
        )
    spec = _load("tiles")
    _feed(spec, {"tiles": marks})
    _signal(spec, "columns", COLUMNS)
    _signal(spec, "rows", ROWS)
    return spec


def draw(spec: Spec, name: str) -> str:
    """Draw a figure as SVG for a page: links stay inside the page, names of clips are the same on every run."""
    import vl_convert

    svg = str(vl_convert.vega_to_svg(cast("Spec", _drawable(spec)), allowed_base_urls=[]))
    svg = re.sub(r'xlink:href="[^"#]*#', 'href="#', svg)
    for place, clip in enumerate(dict.fromkeys(re.findall(r'id="((?:clip|gradient)[^"]*)"', svg))):
        svg = svg.replace(f'"{clip}"', f'"{name}-{place}"').replace(f"#{clip})", f"#{name}-{place})")
    box = re.findall(r'viewBox="[^"]*"', svg)[0]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" class="marks" role="img" aria-labelledby="{name}-title" {box}>'
    return re.sub(r"^<svg[^>]*>", head, svg, count=1)


def _drawable(value: Json) -> Json:
    """Leave out of texts what SVG cannot hold: the drawing library would end the process over it."""
    if isinstance(value, str):
        return value if value.isprintable() else clean(value)
    if isinstance(value, list):
        return [_drawable(one) for one in value]
    return {name: _drawable(one) for name, one in value.items()} if isinstance(value, dict) else value


@lru_cache(maxsize=1)
def script() -> str:
    """Give the page's script with the parts of Vega that it needs, all in one piece."""
    import vl_convert

    own = (Path(__file__).parent / "templates" / "report.js").read_text(encoding="utf-8")
    bundle = str(vl_convert.javascript_bundle(own))
    return re.sub(r"<(/script|!--)", r"\\x3c\1", bundle, flags=re.IGNORECASE)


def _occasions(number: int) -> str:
    return "1 occasion" if number == 1 else f"{number:,} occasions"


def _about(digest: Digest, member: Member) -> str:
    standing = digest.words.get(member.standing, member.standing)
    return f"{member.label} ({standing}): {_occasions(len(member.events))}, met {member.degree:,}"


def _load(name: str) -> Spec:
    text = (Path(__file__).parent / "templates" / f"{name}.vg.json").read_text(encoding="utf-8")
    return cast("Spec", json.loads(text))


def _find(spec: Spec, section: str, name: str) -> Spec:
    parts = cast("list[Spec]", spec[section])
    return next(part for part in parts if part["name"] == name)


def _feed(spec: Spec, values: Mapping[str, Sequence[Json]]) -> None:
    for name, rows in values.items():
        _find(spec, "data", name)["values"] = list(rows)


def _signal(spec: Spec, name: str, value: Json) -> None:
    _find(spec, "signals", name)["value"] = value


def _domain(spec: Spec, name: str, values: list[Json]) -> None:
    _find(spec, "scales", name)["domain"] = values


def _scale(spec: Spec, name: str, colours: Mapping[str, str]) -> None:
    scale = _find(spec, "scales", name)
    scale["domain"], scale["range"] = list(colours), list(colours.values())
