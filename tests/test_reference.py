"""The reference data: States, places, treaties, and the record of treaty actions with the script that converts it."""

import csv
import json
import random
import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import pycountry
import pyoxigraph
import pytest

from kg.graph.rule import Delay, Period, Rule
from kg.model import BASE, fold

ROOT = Path(__file__).parents[1]
REFERENCE = ROOT / "ontology" / "reference"
SCRIPT = REFERENCE / "convert_actions.py"
TABLES = ROOT.parent / "shared" / "reference"
CORPUS = ROOT / "tests" / "corpus"
FILES = (
    *(REFERENCE / name for name in ("states.ttl", "regions.ttl", "treaties.ttl", "treaties-other.ttl", "sources.ttl")),
    *sorted((REFERENCE / "actions").glob("*.ttl")),
)
TREATIES = ("att", "bwc", "ccm", "ccw", "ccw-ap2", "ccw-p5", "ctbt", "cwc", "ottawa", "tpnw")
NOT_IN_ISO = {"XKX"}
"""Codes that ISO 3166 leaves to users."""
PREFIXES = """
PREFIX dcterms: <http://purl.org/dc/terms/> PREFIX geo: <http://www.w3.org/2003/01/geo/wgs84_pos#>
PREFIX kg: <https://w3id.org/accession-kg/ns#> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""

TREATIES_CSV = "key,entry_into_force\nottawa,1999-03-01\nccw_p5,2006-11-12\nctbt,\n"
SOURCES_CSV = """key,description,url,as_at
untc:XXVI-5,"A ""status"" page",https://example.org/a?b=1&c=2,2026-02
news,A report,,
"""
COLUMNS = "treaty,state_iso3,state_name,action,date,precision,source,note"
ROWS = (
    'ottawa,LTU,Lithuania,withdrawal_effective,2025-12-27,day,untc:XXVI-5; news,"Article 20(3), six months"',
    "ottawa,LTU,Lithuania,withdrawal_notified,2025-06-27,day,untc:XXVI-5,",
    "ottawa,LTU,Lithuania,ratification,2003-05,month,untc:XXVI-5,",
    "ottawa,AGO,Angola,entry_into_force,2003,year,news,",
    "ccw_p5,CIV,Côte d'Ivoire,acceptance,2016-05-25,day,news,",
    "ctbt,RUS,Russian Federation,withdrawal_notified,2023-11-03,day,news,see the withdrawal_notified row",
)
PREFIX_LINES = """\
# Made by convert_actions.py from tables of treaty actions; change the tables and convert again.
@prefix action: <https://w3id.org/accession-kg/action/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix kg: <https://w3id.org/accession-kg/ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix source: <https://w3id.org/accession-kg/source/> .
@prefix state: <https://w3id.org/accession-kg/state/> .
@prefix treaty: <https://w3id.org/accession-kg/treaty/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
EXPECTED = {
    "actions/ccw-p5.ttl": f"""{PREFIX_LINES}
# Côte d'Ivoire
action:ccw-p5-CIV-acceptance a kg:Acceptance ;
    kg:state state:CIV ;
    kg:treaty treaty:ccw-p5 ;
    kg:eventStatus kg:Held ;
    kg:date "2016-05-25"^^xsd:date ;
    dcterms:source source:news .
""",
    "actions/ctbt.ttl": f"""{PREFIX_LINES}
# Russian Federation
action:ctbt-RUS-revocation a kg:Revocation ;
    kg:state state:RUS ;
    kg:treaty treaty:ctbt ;
    kg:eventStatus kg:Held ;
    kg:date "2023-11-03"^^xsd:date ;
    dcterms:source source:news ;
    rdfs:comment "see the revocation"@en .
""",
    "actions/ottawa.ttl": f"""{PREFIX_LINES}
# Angola
action:ottawa-AGO-entry-into-force a kg:EntryIntoForce ;
    kg:state state:AGO ;
    kg:treaty treaty:ottawa ;
    kg:eventStatus kg:Held ;
    kg:date "2003"^^xsd:gYear ;
    dcterms:source source:news .

# Lithuania
action:ottawa-LTU-ratification a kg:Ratification ;
    kg:state state:LTU ;
    kg:treaty treaty:ottawa ;
    kg:eventStatus kg:Held ;
    kg:date "2003-05"^^xsd:gYearMonth ;
    dcterms:source source:untc-xxvi-5 .
action:ottawa-LTU-withdrawal a kg:Withdrawal ;
    kg:state state:LTU ;
    kg:treaty treaty:ottawa ;
    kg:eventStatus kg:Held ;
    kg:date "2025-06-27"^^xsd:date ;
    kg:effectiveDate "2025-12-27"^^xsd:date ;
    dcterms:source source:news, source:untc-xxvi-5 ;
    rdfs:comment "Article 20(3), six months"@en .
""",
    "sources.ttl": """\
# Made by convert_actions.py from tables of treaty actions; change the tables and convert again.
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix source: <https://w3id.org/accession-kg/source/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

source:news a dcterms:BibliographicResource ;
    dcterms:identifier "news" ;
    rdfs:label "A report"@en .

source:untc-xxvi-5 a dcterms:BibliographicResource ;
    dcterms:identifier "untc:XXVI-5" ;
    rdfs:label "A \\"status\\" page"@en ;
    dcterms:date "2026-02"^^xsd:gYearMonth ;
    rdfs:seeAlso <https://example.org/a?b=1&c=2> .
""",
}


def write_tables(folder: Path, rows: Iterable[str]) -> Path:
    folder.mkdir()
    (folder / "treaties.csv").write_text(TREATIES_CSV, encoding="utf-8")
    (folder / "sources.csv").write_text(SOURCES_CSV, encoding="utf-8")
    (folder / "actions.csv").write_text("\n".join([COLUMNS, *rows, ""]), encoding="utf-8")
    return folder


def convert(tables: Path, out: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SCRIPT), str(tables), "--out", str(out)]
    return subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")  # noqa: S603


def read_folder(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): path.read_text("utf-8") for path in sorted(folder.rglob("*.ttl"))}


@lru_cache
def store() -> pyoxigraph.Store:
    loaded = pyoxigraph.Store()
    for path in FILES:
        loaded.bulk_load(path=str(path), format=pyoxigraph.RdfFormat.TURTLE)
    return loaded


@lru_cache
def rows(query: str) -> list[tuple[str, ...]]:
    found = store().query(PREFIXES + query)
    assert isinstance(found, pyoxigraph.QuerySolutions)
    return sorted(
        tuple(
            value.value.removeprefix(BASE) if isinstance(value, pyoxigraph.NamedNode | pyoxigraph.Literal) else ""
            for value in solution
        )
        for solution in found
    )


def column(query: str) -> list[str]:
    return [row[0] for row in rows(query)]


def shared_names(pairs: Iterable[tuple[str, ...]]) -> dict[str, set[str]]:
    """Find the names, spelling aside, that several things have."""
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for thing, name in pairs:
        owners[fold(name)].add(thing)
    return {name: things for name, things in owners.items() if len(things) > 1}


# --- The conversion ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", [None, 1, 2])
def test_tables_convert_to_the_expected_turtle_in_any_order_of_rows(tmp_path: Path, seed: int | None) -> None:
    shuffled = list(ROWS)
    if seed is not None:
        random.Random(seed).shuffle(shuffled)  # noqa: S311
    done = convert(write_tables(tmp_path / "tables", shuffled), tmp_path / "out")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "5 actions, 2 sources\n")
    assert read_folder(tmp_path / "out") == EXPECTED
    assert not list((tmp_path / "out").rglob("*.new"))


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("ottawa,KAZ,Kazakhstan,suspension,2001-01-01,day,news,", "unknown action 'suspension'"),
        ("ottawa,KAZ,Kazakhstan,accession,2001-01,day,news,", "'2001-01' does not have the precision 'day'"),
        ("ottawa,KAZ,Kazakhstan,accession,2001-01-01,about,news,", "does not have the precision 'about'"),
        ("ottawa,KAZ,Kazakhstan,accession,2001-01-01,day,news; rumour,", "sources.csv has no 'rumour'"),
        ("ottawa,KAZ,Kazakhstan,accession,2001-01-01,day,,", "sources.csv has no ''"),
        ("ottawa,Kaz,Kazakhstan,accession,2001-01-01,day,news,", "not a code of three letters: 'Kaz'"),
        ("salt,KAZ,Kazakhstan,accession,2001-01-01,day,news,", "treaties.csv has no treaty 'salt'"),
        ("ottawa,KAZ,Kazakhstan", "a row too short"),
        ("ottawa,AGO,Angola,entry_into_force,2004,year,news,", "ottawa-AGO-entry-into-force was there before"),
    ],
)
def test_a_row_that_cannot_be_read_is_named_with_its_line_and_nothing_is_written(
    tmp_path: Path, row: str, why: str
) -> None:
    done = convert(write_tables(tmp_path / "tables", [*ROWS, row]), tmp_path / "out")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"actions.csv, line {len(ROWS) + 2}: ")
    assert why in done.stderr
    assert not (tmp_path / "out").exists()


def test_an_effect_without_a_notice_is_an_error(tmp_path: Path) -> None:
    done = convert(write_tables(tmp_path / "tables", ROWS[:1]), tmp_path / "out")
    assert done.returncode == 2
    assert "withdrawals without a notice: ottawa-LTU-withdrawal" in done.stderr


def test_a_folder_without_tables_is_an_error(tmp_path: Path) -> None:
    done = convert(tmp_path, tmp_path / "out")
    assert done.returncode == 2
    assert "sources.csv" in done.stderr


def test_the_examples_in_the_script_are_true() -> None:
    command = [sys.executable, "-m", "doctest", str(SCRIPT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    assert (done.returncode, done.stdout) == (0, "")


def test_the_script_needs_nothing_but_python() -> None:
    imported = re.findall(r"^(?:from|import) (\w+)", SCRIPT.read_text("utf-8"), flags=re.MULTILINE)
    assert imported
    assert {*imported} <= sys.stdlib_module_names


def test_the_shipped_record_is_what_the_tables_convert_to(tmp_path: Path) -> None:
    if not TABLES.is_dir():
        pytest.skip("the tables are not beside this checkout")
    assert convert(TABLES, tmp_path).returncode == 0
    fresh = read_folder(tmp_path)
    assert set(fresh) == {"sources.ttl", *(f"actions/{slug}.ttl" for slug in TREATIES)}
    for name, text in fresh.items():
        assert (REFERENCE / name).read_text("utf-8") == text, f"{name} is out of date: run convert_actions.py"


def test_every_row_of_the_tables_is_an_action_of_the_record() -> None:
    if not TABLES.is_dir():
        pytest.skip("the tables are not beside this checkout")
    expected: Counter[str] = Counter()
    for slug in TREATIES:
        with (TABLES / f"{slug.replace('-', '_')}.csv").open(encoding="utf-8", newline="") as lines:
            expected[f"treaty/{slug}"] = sum(row["action"] != "withdrawal_effective" for row in csv.DictReader(lines))
    query = "SELECT ?t (COUNT(?a) AS ?n) WHERE { ?a kg:treaty ?t } GROUP BY ?t"
    assert {treaty: int(count) for treaty, count in rows(query)} == expected


# --- The record -------------------------------------------------------------------------------------------------------


def test_every_action_names_a_state_a_treaty_a_date_and_a_source_that_are_there() -> None:
    actions = column("SELECT DISTINCT ?a WHERE { ?a kg:treaty ?t }")
    whole = column(
        "SELECT DISTINCT ?a WHERE { ?a a ?type ; kg:treaty ?t ; kg:state ?s ; kg:date ?d ; kg:eventStatus kg:Held ;"
        " dcterms:source ?x . ?t a kg:Treaty . ?s a kg:State . ?x a dcterms:BibliographicResource }"
    )
    assert len(actions) > 2_700
    assert whole == actions


def test_every_source_that_is_named_is_described() -> None:
    assert rows("SELECT ?s ?x WHERE { ?s dcterms:source ?x FILTER NOT EXISTS { ?x rdfs:label ?label } }") == []


def test_a_revocation_is_not_a_withdrawal() -> None:
    assert column("SELECT ?a WHERE { ?a a kg:Revocation }") == ["action/ctbt-RUS-revocation"]
    assert column("SELECT ?a WHERE { ?a a kg:Withdrawal ; kg:treaty ?t FILTER(STRENDS(STR(?t), '/ctbt')) }") == []


def test_withdrawals_take_effect_when_the_rule_of_the_treaty_says() -> None:
    found = rows(
        "SELECT ?a ?notice ?date ?effect WHERE { ?a a kg:Withdrawal ; kg:treaty/kg:withdrawalNotice ?notice ;"
        " kg:date ?date ; kg:effectiveDate ?effect }"
    )
    assert len(found) == 6
    for action, notice, date, effect in found:
        assert Delay.from_iso(notice).after(Period.from_iso(date).low).isoformat() == effect, action


def test_the_rules_of_the_treaties_give_the_recorded_days_of_entry_into_force() -> None:
    rules = {
        treaty: Rule(
            entry_into_force=day or None,
            delay=Delay.from_iso(delay),
            first_of_month=first == "true",
            together=together == "true",
        )
        for treaty, delay, day, first, together in rows(
            "SELECT ?t ?delay ?day ?first ?together WHERE { ?t kg:entryIntoForceDelay ?delay ."
            " OPTIONAL { ?t kg:enteredIntoForce ?day } OPTIONAL { ?t kg:entryIntoForceOnFirstDay ?first }"
            " OPTIONAL { ?t kg:boundFromEntryIntoForce ?together } }"
        )
    }
    found = rows(
        "SELECT ?s ?t ?deposit ?day WHERE { ?a a kg:EntryIntoForce ; kg:state ?s ; kg:treaty ?t ; kg:date ?day ."
        " ?b kg:state ?s ; kg:treaty ?t ; kg:date ?deposit ; a ?type . VALUES ?type {"
        " kg:Ratification kg:Acceptance kg:Approval kg:Accession kg:Succession } }"
    )
    assert len(found) > 400
    differing = []
    for state, treaty, deposit, day in found:
        begins = rules[treaty].binds(Period.from_iso(deposit))
        if begins is None or not day.startswith(begins.to_iso()):
            differing.append((state, treaty))
    assert differing == [("state/SSD", "treaty/ottawa")]  # bound from independence, by succession


# --- States and places ------------------------------------------------------------------------------------------------


def test_every_state_is_named_once() -> None:
    assert len(column("SELECT ?s WHERE { ?s a kg:State }")) >= 200
    assert rows("SELECT ?s (COUNT(?n) AS ?c) WHERE { ?s a kg:State ; rdfs:label ?n } GROUP BY ?s HAVING(?c != 1)") == []
    assert rows("SELECT ?s WHERE { ?s a kg:State FILTER NOT EXISTS { ?s rdfs:label ?n } }") == []


def test_no_name_belongs_to_two_states() -> None:
    assert shared_names(rows("SELECT ?s ?n WHERE { ?s a kg:State ; rdfs:label|skos:altLabel|kg:demonym ?n }")) == {}


def test_the_code_of_a_state_is_its_iri_and_known_to_iso() -> None:
    codes = rows("SELECT ?s ?code WHERE { ?s a kg:State ; kg:isoCode ?code }")
    assert [state for state, code in codes if state != f"state/{code}"] == []
    known = {country.alpha_3 for country in pycountry.countries} | {c.alpha_3 for c in pycountry.historic_countries}
    assert {code for _, code in codes} - known == NOT_IN_ISO
    former = {code for _, code in codes if f"state/{code}" in column("SELECT ?s WHERE { ?s kg:dissolved ?y }")}
    assert former == {"CSK", "DDR", "SCG", "SUN", "YMD", "YUG"}


def test_every_state_has_a_country_that_bears_all_its_names() -> None:
    missing = rows(
        "SELECT ?s ?n WHERE { ?s a kg:State ; rdfs:label|skos:altLabel ?n . FILTER NOT EXISTS {"
        " ?c a kg:Country ; kg:territoryOf ?s ; rdfs:label|skos:altLabel ?n } }"
    )
    assert missing == []


def test_capitals_are_cities_of_their_state_with_coordinates() -> None:
    capitals = rows("SELECT ?s ?c WHERE { ?s kg:capital ?c }")
    sound = rows(
        "SELECT ?s ?c WHERE { ?s kg:capital ?c . ?c a kg:City ; rdfs:label ?n ; kg:country/kg:territoryOf ?s ;"
        " geo:lat ?lat ; geo:long ?long . FILTER(ABS(?lat) <= 90 && ABS(?long) <= 180) }"
    )
    assert len(capitals) > 200
    assert sound == capitals
    without = rows(
        "SELECT ?s WHERE { ?s a kg:State FILTER NOT EXISTS { ?s kg:capital|kg:dissolved ?x } }",
    )
    assert without == [("state/ESH",)]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("UK", "GBR"),
        ("Burma", "MMR"),
        ("Swaziland", "SWZ"),
        ("Türkiye", "TUR"),
        ("Congo", "COG"),
        ("Zaire", "COD"),
        ("DPRK", "PRK"),
        ("Republic of Korea", "KOR"),
        ("Viet Nam", "VNM"),
        ("Kyrgyz Republic", "KGZ"),
        ("Republic of Moldova", "MDA"),
        ("Lao People's Democratic Republic", "LAO"),
        ("Georgia", "GEO"),
        ("USSR", "SUN"),
        ("Cote d'Ivoire", "CIV"),
    ],
)
def test_a_state_goes_by_its_other_names(name: str, code: str) -> None:
    named = {n: s for s, n in rows("SELECT ?s ?n WHERE { ?s a kg:State ; rdfs:label|skos:altLabel ?n }")}
    assert named[name] == f"state/{code}"


def test_places_have_a_label_and_no_two_regions_or_countries_share_a_name() -> None:
    assert rows("SELECT ?p WHERE { ?p a ?t FILTER NOT EXISTS { ?p rdfs:label ?n }"
                " VALUES ?t { kg:City kg:Country kg:Region } }") == []  # fmt: skip
    query = "SELECT ?p ?n WHERE { ?p a ?t ; rdfs:label|skos:altLabel ?n VALUES ?t { kg:Country kg:Region } }"
    assert shared_names(rows(query)) == {}


def test_countries_and_regions_lie_where_something_is_described() -> None:
    assert rows("SELECT ?p ?x WHERE { ?p kg:territoryOf ?x FILTER NOT EXISTS { ?x a kg:State } }") == []
    assert rows("SELECT ?p ?x WHERE { ?p kg:country ?x FILTER NOT EXISTS { ?x a kg:Country } }") == []
    assert rows("SELECT ?c WHERE { ?c a kg:Country FILTER NOT EXISTS { ?c kg:territoryOf ?s ; kg:isoCode ?i } }") == []


# --- Treaties ---------------------------------------------------------------------------------------------------------


def test_every_treaty_has_one_label_and_no_name_belongs_to_two() -> None:
    treaties = column("SELECT ?t WHERE { ?t a kg:Treaty }")
    assert len(treaties) > 100
    assert column("SELECT ?t WHERE { ?t a kg:Treaty ; rdfs:label ?n }") == treaties
    assert shared_names(rows("SELECT ?t ?n WHERE { ?t a kg:Treaty ; rdfs:label|skos:altLabel ?n }")) == {}


def test_the_ten_treaties_carry_their_dates_rules_and_sources() -> None:
    query = (
        "SELECT ?t WHERE { ?t kg:adopted ?a ; kg:depositary ?d ; kg:entryIntoForceRule ?r ; kg:withdrawalRule ?w ;"
        " kg:entryIntoForceDelay ?e ; kg:entryIntoForceThreshold ?n ; kg:withdrawalNotice ?p ; dcterms:source ?s }"
    )
    assert {*column(query)} == {f"treaty/{slug}" for slug in TREATIES}
    not_in_force = "SELECT ?t WHERE { ?t kg:adopted ?a FILTER NOT EXISTS { ?t kg:enteredIntoForce ?d } }"
    assert column(not_in_force) == ["treaty/ctbt"]


def test_the_dates_of_the_treaties_are_those_of_the_table() -> None:
    if not TABLES.is_dir():
        pytest.skip("the tables are not beside this checkout")
    found = {
        treaty: dates
        for treaty, *dates in rows(
            "SELECT ?t ?a ?o ?f WHERE { ?t kg:adopted ?a OPTIONAL { ?t kg:openedForSignature ?o }"
            " OPTIONAL { ?t kg:enteredIntoForce ?f } }"
        )
    }
    with (TABLES / "treaties.csv").open(encoding="utf-8", newline="") as lines:
        expected = {
            f"treaty/{row['key'].replace('_', '-')}": [row["adopted"], row["opened"], row["entry_into_force"]]
            for row in csv.DictReader(lines)
        }
    assert found == expected


# --- Words and form ---------------------------------------------------------------------------------------------------


def test_annotated_texts_call_states_by_their_labels() -> None:
    labels = {*column("SELECT ?n WHERE { ?s a kg:State ; rdfs:label ?n }")}
    called: set[str] = set()
    for path in sorted(CORPUS.glob("*.json")):
        document = json.loads(path.read_text("utf-8"))
        parts = [part for event in document["events"] for part in event["participations"]]
        called |= {part["actor"] for part in parts if part["type"] == "State"}
        called |= {row["state"] for row in document["treaty_actions"] + document["status_claims"]}
        called |= {event["country"] for event in document["events"] if event["country"]}
    assert len(called) > 100
    assert called - labels == set()


def test_the_files_use_no_blank_nodes_and_no_unknown_terms() -> None:
    vocabulary = pyoxigraph.Store()
    vocabulary.bulk_load(path=str(ROOT / "ontology" / "accession.ttl"), format=pyoxigraph.RdfFormat.TURTLE)
    defined = {quad.subject for quad in vocabulary}
    used: set[pyoxigraph.NamedNode] = set()
    for quad in store():
        assert not isinstance(quad.subject, pyoxigraph.BlankNode)
        assert not isinstance(quad.object, pyoxigraph.BlankNode)
        used |= {n for n in (quad.predicate, quad.object) if isinstance(n, pyoxigraph.NamedNode)}
    terms = {node for node in used if node.value.startswith(f"{BASE}ns#")}
    assert terms
    assert terms - defined == set()


def test_the_readme_names_every_file() -> None:
    text = (REFERENCE / "README.md").read_text("utf-8")
    named = {*re.findall(r"`([\w/.*-]+\.(?:ttl|py|txt))`", text)}
    assert {path.name for path in FILES if path.parent == REFERENCE} | {SCRIPT.name} <= named
    assert [name for name in sorted(named) if "*" not in name and not (REFERENCE / name).is_file()] == []
