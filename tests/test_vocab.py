"""The terms in Python are those of the ontology, and prefixes lead out and back."""

import re
import subprocess
import sys

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import VocabularyError
from kg.graph.vocab import KG, KINDS, NAMESPACE, PREFIXES, compact, expand
from kg.model import BASE
from kg.resources import folder


def terms_of_the_ontology() -> set[str]:
    found = pyoxigraph.parse(path=str(folder("ontology") / "accession.ttl"))
    return {
        str(triple.subject).strip("<>").removeprefix(NAMESPACE) for triple in found if NAMESPACE in str(triple.subject)
    }


def test_the_terms_are_those_of_the_ontology() -> None:
    assert len(KG.terms()) > 100
    assert set(KG.terms()) == terms_of_the_ontology()


def test_a_term_is_its_iri() -> None:
    assert KG.startDate == KG["startDate"] == expand("kg:startDate") == "https://w3id.org/accession-kg/ns#startDate"


def test_an_unknown_term_is_refused() -> None:
    assert "Wokshop" not in KG
    with pytest.raises(AttributeError):
        KG.Wokshop  # type: ignore[attr-defined]  # noqa: B018
    with pytest.raises(VocabularyError, match="Wokshop"):
        KG["Wokshop"]


def test_every_term_has_the_iri_of_its_name() -> None:
    assert {term: getattr(KG, term) for term in KG.terms()} == {term: NAMESPACE + term for term in KG.terms()}


def test_prefixes_are_sorted_and_lead_to_places_of_their_own() -> None:
    assert list(PREFIXES) == sorted(PREFIXES)
    assert len(set(PREFIXES.values())) == len(PREFIXES)
    assert list(KINDS) == sorted(set(KINDS))
    assert all(PREFIXES[kind] == f"{BASE}{kind}/" for kind in KINDS)


def test_prefixes_are_used_alike_in_every_file() -> None:
    files = [*folder("ontology").rglob("*.ttl"), *folder("queries").rglob("*.rq")]
    assert len(files) > 40
    for path in files:
        found = re.findall(
            r"^@?prefix\s+(\w+):\s*<([^>]+)>", path.read_text(encoding="utf-8"), re.MULTILINE | re.IGNORECASE
        )
        strange = {(prefix, iri) for prefix, iri in found if PREFIXES.get(prefix, iri) != iri}
        assert strange == set(), path.name


@pytest.mark.parametrize("name", ["KAZ", "nowhere:KAZ", ""])
def test_a_name_without_a_known_prefix_is_refused(name: str) -> None:
    with pytest.raises(VocabularyError):
        expand(name)


@pytest.mark.parametrize(
    "iri",
    [
        "https://w3id.org/accession-kg/graph/document/report",
        "https://w3id.org/accession-kg/person/",
        "https://w3id.org/accession-kg/organization/a&b",
        "https://w3id.org/accession-kg/city/a.",
        "http://example.org/x",
        "no iri",
    ],
)
def test_what_no_prefix_fits_stays_whole(iri: str) -> None:
    assert compact(iri) == f"<{iri}>"


@given(st.sampled_from(sorted(PREFIXES)), st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,12}[A-Za-z0-9]", fullmatch=True))
def test_what_is_shortened_can_be_parsed_back(prefix: str, name: str) -> None:
    iri = PREFIXES[prefix] + name
    assert compact(iri) == f"{prefix}:{name}"
    assert expand(compact(iri)) == iri
    turtle = f"@prefix {prefix}: <{PREFIXES[prefix]}> . {compact(iri)} a <http://example.org/x> ."
    (triple,) = pyoxigraph.parse(turtle, pyoxigraph.RdfFormat.TURTLE)
    assert triple.subject == pyoxigraph.NamedNode(iri)


def test_the_vocabulary_costs_no_library() -> None:
    code = "import sys, kg.graph.vocab; print(sorted({'rdflib', 'pyoxigraph', 'networkx'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "[]"
