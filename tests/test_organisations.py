"""The organisations of the field are many, named once, and of the right kind."""

import re
from collections import Counter, defaultdict

import pytest

from kg.extract.names.entry import INSTITUTIONS, Entry
from kg.extract.names.lexicon import Lexicon, load_lexicon
from kg.extract.words.spelling import fold_name
from kg.model import BASE


@pytest.fixture(scope="module")
def known() -> Lexicon:
    return load_lexicon()


def organisations(known: Lexicon) -> tuple[Entry, ...]:
    return known.entries(*INSTITUTIONS)


def test_there_are_enough_of_every_kind(known: Lexicon) -> None:
    found = Counter(entry.kind for entry in organisations(known))
    assert sum(found.values()) >= 220
    assert all(found[kind] >= 50 for kind in INSTITUTIONS), found


def test_names_lead_to_one_organisation_and_to_no_state(known: Lexicon) -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for entry in known.entries("State", *INSTITUTIONS):
        for name in known.names(entry.iri):
            owners[fold_name(name)].add(entry.iri)
    shared = {name: sorted(iris) for name, iris in owners.items() if len(iris) > 1}
    assert {name: iris for name, iris in shared.items() if any("/organization/" in iri for iri in iris)} == {}


def test_names_are_no_treaty_s(known: Lexicon) -> None:
    treaties = {fold_name(name) for entry in known.entries("Treaty") for name in known.names(entry.iri)}
    names = {fold_name(name) for entry in organisations(known) for name in known.names(entry.iri)}
    assert treaties
    assert names & treaties == set()


def test_government_bodies_name_their_state_and_no_others_do(known: Lexicon) -> None:
    states = {state.iri for state in known.states()}
    for entry in organisations(known):
        if entry.kind == "GovernmentBody":
            assert entry.state in states, entry.iri
        else:
            assert entry.state is None, entry.iri


def test_names_are_clean(known: Lexicon) -> None:
    for entry in organisations(known):
        assert re.fullmatch(rf"{re.escape(BASE)}organization/[a-z0-9]+(-[a-z0-9]+)*", entry.iri), entry.iri
        for name in known.names(entry.iri):
            assert name == " ".join(name.split())
            assert len(name) > 1


def test_every_name_is_found_in_a_text(known: Lexicon) -> None:
    for entry in organisations(known):
        for name in known.names(entry.iri):
            hits = known.find(f"Thanks to {name}, they met.")
            assert [hit.entries[0].iri for hit in hits] == [entry.iri], name


@pytest.mark.parametrize(
    ("name", "label", "kind"),
    [
        ("OPCW", "Organisation for the Prohibition of Chemical Weapons", "IntergovernmentalOrganization"),
        (
            "CTBTO PrepCom",
            "Preparatory Commission for the Comprehensive Nuclear-Test-Ban Treaty Organization",
            INSTITUTIONS[0],
        ),
        ("ICRC", "International Committee of the Red Cross", "IntergovernmentalOrganization"),
        ("Humanity & Inclusion", "Handicap International", "NonGovernmentalOrganization"),
        ("HALO", "The HALO Trust", "NonGovernmentalOrganization"),
        ("GICHD", "Geneva International Centre for Humanitarian Demining", "Organization"),
        ("ITF", "International Trust Fund for Demining and Mine Victims Assistance", "Organization"),
        ("ANAMA", "Azerbaijan National Agency for Mine Action", "GovernmentBody"),
        ("PM/WRA", "Office of Weapons Removal and Abatement", "GovernmentBody"),
        ("SWAPO", "South West Africa People's Organization", "Organization"),
        ("Pan Africanist Congress", "Pan Africanist Congress of Azania", "Organization"),
        ("Pentagon", "United States Department of Defense", "GovernmentBody"),
        ("DRC", "Democratic Republic of the Congo", "State"),
    ],
)
def test_everyday_names(known: Lexicon, name: str, label: str, kind: str) -> None:
    entry = known.read(name)[0]
    assert (entry.label, entry.kind) == (label, kind)
