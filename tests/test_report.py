from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from meeting_graph import Ledger, Meetings, iri
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.graph.store import write_database
from kg.network.choice import Selection
from kg.publish.figure import COLOURS, TYPE_COLOURS, draw, network_spec, tiles_spec, timeline_spec
from kg.publish.gather import gather
from kg.publish.report import CONTENTS, FORMATS, to_html, to_json, to_md

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from click.testing import Result

    from kg.publish.digest import Digest, Link

HOSTILE = '<script>alert(1)</script>"><img src=x onerror=alert(2)>{{ 7*7 }} </style> [x](javascript:1) `|*'
LEDGER = Ledger(JPN="1999-03-01", GEO="2006-01-01")
"""Japan is a party from the beginning, Georgia from 2006 on, Kazakhstan never."""


@pytest.fixture(scope="module")
def meetings() -> Meetings:
    made = Meetings(Store())
    for code, label in (("KAZ", "Kazakhstan"), ("JPN", "Japan"), ("GEO", "Georgia")):
        made.actor(f"state:{code}", "State", label)
        made.say(f"state:{code}", "isoCode", Literal(code))
        made.thing(f"country:{code}", "Country", label)
        made.thing(f"city:{code.lower()}", "City", f"City of {label}")
        made.say(f"state:{code}", "capital", iri(f"city:{code.lower()}"))
        for prop, value in (("lat", "40.5"), ("long", "70.5")):
            place = f"http://www.w3.org/2003/01/geo/wgs84_pos#{prop}"
            made.store.add(Quad(iri(f"city:{code.lower()}"), NamedNode(place), Literal(value)))
    made.actor("organization:bad", "NonGovernmentalOrganization", HOSTILE)
    made.actor("person:abe", "Person", "Abe")
    made.actor("person:lone", "Person", "Lone")
    made.thing("treaty:ottawa", "Treaty", "Ottawa Convention")
    made.affiliation("person:abe", state="state:JPN", document="two")
    made.event(
        "a",
        {"state:KAZ": "Host", "state:JPN": "Sponsor", "organization:bad": "Organizer"},
        label=f"Workshop {HOSTILE}",
        start="2004-05-01",
        country="country:KAZ",
        concerns="treaty:ottawa",
        document=f"one {HOSTILE}",
    )
    here = {"state:KAZ": "Host", "state:GEO": "Participant", "person:abe": "Participant"}
    made.event("b", here, kind="Seminar", start="2005-03", document="two")
    made.event("c", "state:GEO state:JPN state:KAZ", kind="Meeting", start="2007", document="two")
    made.event("d", "person:lone", kind="Visit", document="two")
    made.event("e", "state:GEO state:JPN", status="Planned", start="2031-01-01", document="two")
    return made


def digest_of(store: Store, selection: Selection | None = None) -> Digest:
    return gather(store, selection or Selection(), record=LEDGER, alpha=0.05)


@pytest.fixture(scope="module")
def digest(meetings: Meetings) -> Digest:
    return digest_of(meetings.store)


def anchors(links: Iterable[Link]) -> list[str]:
    return [link.anchor for link in links]


class Page(HTMLParser):
    """What a browser would make of the page, as far as the tests ask."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.headings: list[int] = []
        self.text: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.append((tag, values))
        if values.get("id"):
            self.ids.append(str(values["id"]))
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [values for name, values in self.tags if name == tag]


@pytest.fixture(scope="module")
def html(digest: Digest) -> str:
    return to_html(digest)


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    return Page(html)


def test_hostile_names_stay_text(html: str, page: Page) -> None:
    assert len(page.of("script")) == 2
    assert len(page.of("style")) == 1
    assert not page.of("img")
    assert not any(name.startswith("on") and name != "onsubmit" for _, values in page.tags for name in values)
    assert "{{ 7*7 }}" in html
    assert HOSTILE in "".join(page.text)
    assert html.count("</script") == 2


def test_every_link_leads_to_a_place_in_the_page(page: Page) -> None:
    targets = [str(link.get("href", "")) for link in page.of("a")]
    assert len(targets) > 60
    assert all(target.startswith("#") for target in targets)
    assert {target[1:] for target in targets} <= set(page.ids)


def test_no_place_in_the_page_has_two_names(page: Page) -> None:
    assert len(set(page.ids)) == len(page.ids)


def test_nothing_is_fetched(html: str, page: Page) -> None:
    assert not any(values.get("src") for _, values in page.tags)
    assert not page.of("link")
    assert "@import" not in html
    assert "default-src 'none'" in str([meta.get("content") for meta in page.of("meta")])


def test_headings_leave_no_step_out(page: Page) -> None:
    assert page.headings.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in zip(page.headings, page.headings[1:], strict=False))


def test_pictures_have_names_and_tables_have_heads(page: Page) -> None:
    pictures = [values for values in page.of("svg") if values.get("role") == "img"]
    assert len(pictures) == 3
    assert all(values.get("aria-labelledby") in page.ids for values in pictures)
    assert len(page.of("thead")) == len(page.of("table"))
    assert all(values.get("scope") or not values for values in page.of("th"))


def test_every_section_of_the_contents_is_there(page: Page) -> None:
    assert {anchor for anchor, _ in CONTENTS} <= set(page.ids)


def test_every_tie_leads_to_occasions_and_from_there_to_words(digest: Digest, html: str) -> None:
    assert digest.ties
    occasions = {occasion.anchor: occasion for occasion in digest.occasions}
    for tie in digest.ties:
        assert f'href="#{tie.anchor}"' in html
        assert f'<details id="{tie.anchor}">' in html
        for event in tie.events:
            parts = {part.actor.anchor: part.quotes for part in occasions[event.anchor].parts}
            assert parts[tie.source.anchor]
            assert parts[tie.target.anchor]
            assert all(quote.text for quote in parts[tie.source.anchor])


def test_the_same_graph_gives_the_same_bytes(meetings: Meetings, html: str) -> None:
    assert to_html(digest_of(meetings.store)) == html


def test_the_date_is_printed_only_where_it_is_given(meetings: Meetings, html: str) -> None:
    dated = gather(meetings.store, Selection(), record=LEDGER, alpha=0.05, day="1 May 2031")
    assert "1 May 2031" in to_html(dated)
    assert "1 May 2031" in to_md(dated)
    assert "1 May 2031" not in html


def test_occasions_that_were_only_planned_are_left_out(digest: Digest) -> None:
    assert [occasion.anchor for occasion in digest.occasions] == ["event-a", "event-b", "event-c", "event-d"]


def test_standings_are_those_of_the_day(digest: Digest) -> None:
    parts = {
        (occasion.anchor, part.actor.anchor): part.standing for occasion in digest.occasions for part in occasion.parts
    }
    assert parts["event-b", "state-GEO"] == "none"
    assert parts["event-c", "state-GEO"] == "state_party"
    assert parts["event-a", "organization-bad"] == "no_state"
    assert parts["event-d", "person-lone"] == "no_state"


def test_exposure_and_mixing_count_by_state_at_every_level(digest: Digest) -> None:
    rows = {row.state.label: (len(row.events), row.joined) for row in digest.exposure}
    assert rows == {"Kazakhstan": (3, None), "Georgia": (1, "2006-01")}
    cells = {(cell.one, cell.other): (cell.meetings, anchors(cell.events)) for cell in digest.mix.cells}
    assert cells == {
        ("state_party", "state_party"): (1, ["event-c"]),
        ("state_party", "none"): (5, ["event-a", "event-b", "event-c"]),
        ("none", "none"): (1, ["event-b"]),
    }


def test_a_treaty_that_was_not_asked_for_is_told_why_it_was_chosen(digest: Digest) -> None:
    why = "which more of these occasions are about than any other treaty"
    asked = replace(digest, common=False)
    assert [why in form(one) for form in (to_html, to_md) for one in (digest, asked)] == [True, False, True, False]


def test_standings_are_told_of_the_first_and_the_last_dated_occasion(digest: Digest) -> None:
    assert [(row.state.label, row.first_day, row.first, row.last_day, row.last) for row in digest.standings] == [
        ("Georgia", "2005-03", "none", "2007", "state_party"),
        ("Japan", "2004-05-01", "state_party", "2007", "state_party"),
        ("Kazakhstan", "2004-05-01", "none", "2007", "none"),
    ]


def test_conveners_are_those_who_host_organise_and_pay_the_busiest_first(digest: Digest) -> None:
    assert [(row.actor.label, row.roles, anchors(row.events), row.guests) for row in digest.conveners] == [
        ("Kazakhstan", (("Host", 2),), ["event-a", "event-b"], 4),
        (HOSTILE, (("Organizer", 1),), ["event-a"], 2),
        ("Japan", (("Sponsor", 1),), ["event-a"], 2),
    ]


def test_actors_come_by_the_company_that_they_had(digest: Digest) -> None:
    company = [(member.label, member.strength) for member in digest.members]
    assert company == [("Kazakhstan", 3), ("Georgia", 2), ("Japan", 2), (HOSTILE, 1), ("Abe", 1), ("Lone", 0)]


def test_a_circle_lists_its_members_by_company_and_the_places_they_share(digest: Digest) -> None:
    group = next(row for row in digest.groups if "Kazakhstan" in {member.label for member in row.members})
    strength = {member.anchor: member.strength for member in digest.members}
    assert [strength[member.anchor] for member in group.members] == sorted(
        (strength[member.anchor] for member in group.members), reverse=True
    )
    assert group.leaders == group.members[:3]
    assert group.kinds[0][0] == "State"


def test_a_long_name_is_cut_where_there_is_no_acronym_for_it(digest: Digest) -> None:
    short = {member.label: member.short for member in digest.members}
    assert short["Kazakhstan"] == "Kazakhstan"
    assert short[HOSTILE] == HOSTILE[:21] + "…"


def test_a_long_name_gives_way_to_the_acronym_that_fits_it_best() -> None:
    made = Meetings(Store())
    name = "Landmine Information Exchange of the Southern Provinces"
    made.actor("organization:liesp", "NonGovernmentalOrganization", name)
    for other in ("LIESP", "MAPS"):
        alias = NamedNode("http://www.w3.org/2004/02/skos/core#altLabel")
        made.store.add(Quad(iri("organization:liesp"), alias, Literal(other, language="en")))
    made.event("a", "organization:liesp")
    assert [member.short for member in digest_of(made.store).members] == ["LIESP"]


def test_gaps_in_the_reading_are_counted(digest: Digest) -> None:
    assert dict(digest.gaps)["occasions without a date"] == 1
    assert dict(digest.gaps)["occasions without a place"] == 3


def test_at_the_level_of_states_people_are_shown_with_whom_they_stand_for(meetings: Meetings) -> None:
    lifted = digest_of(meetings.store, Selection(level="state"))
    part = next(part for occasion in lifted.occasions for part in occasion.parts if part.actor.label == "Abe")
    assert part.stands_for == "Japan"
    assert part.actor.anchor == "state-JPN"
    assert dict(lifted.gaps)["actors who could not be counted at this level"] == 2
    page = Page(to_html(lifted))
    assert {str(link["href"])[1:] for link in page.of("a")} <= set(page.ids)


def test_json_holds_the_same_and_reads_back(digest: Digest) -> None:
    back = json.loads(to_json(digest))
    assert [tie["anchor"] for tie in back["ties"]] == [tie.anchor for tie in digest.ties]
    assert back["occasions"][0]["parts"][0]["quotes"][0]["text"]


def test_markdown_cannot_be_broken_out_of(digest: Digest) -> None:
    text = to_md(digest)
    assert "<script>" not in text.replace("\\<script\\>", "")
    assert "\\[x\\](javascript" in text
    assert "The strongest ties" in text


def summary_of(digest: Digest) -> str:
    text = re.sub(r"<[^>]+>", "", to_html(digest).partition('class="findings"')[2].partition("</ul>")[0])
    return " ".join(text.split())


def test_who_leads_alone_is_said_to_lead(digest: Digest) -> None:
    told = summary_of(digest)
    assert "Kazakhstan brought others together most often: at 2 occasions, with 4 other actors." in told
    alone = summary_of(replace(digest, ties=(digest.ties[0], digest.ties[-1])))
    assert "The strongest tie is between Georgia and Kazakhstan, with 2 occasions in common. Of" in alone


@pytest.mark.parametrize(("most", "others"), [(2, "1 other"), (3, "2 others")])
def test_who_leads_with_others_is_not_said_to_lead_alone(most: int, others: str, digest: Digest) -> None:
    first = digest.conveners[0]
    told = summary_of(replace(digest, conveners=(first,) * most + digest.conveners[1:]))
    assert f"Kazakhstan and {others} brought others together most often, at 2 occasions each." in told


def test_the_strongest_of_equal_ties_is_said_to_be_one_of_them(digest: Digest) -> None:
    first, last = digest.ties[0], digest.ties[-1]
    weaker = replace(first, weight=first.weight / 2)
    assert "in common, one of 2 equal ties." in summary_of(replace(digest, ties=(first, first, weaker, last)))
    told = summary_of(replace(digest, ties=(first, weaker, last)))
    assert "in common, and most weight of the 2 ties of so many occasions." in told
    assert "one of more than 2 equal ties" in summary_of(replace(digest, ties=(first, first), untold=4))


@pytest.mark.parametrize(("events", "told"), [(1, "(1 occasion in common;"), (2, "(2 occasions in common;")])
def test_one_occasion_is_told_as_one(events: int, told: str, digest: Digest) -> None:
    groups = tuple(replace(group, events=events) for group in digest.groups)
    assert groups
    assert told in to_md(replace(digest, groups=groups))


@pytest.mark.parametrize("form", FORMATS)
def test_a_graph_without_occasions_still_makes_a_report(form: str) -> None:
    text = FORMATS[form](gather(Store(), Selection(), record=LEDGER, alpha=0.05))
    assert "occasions that were held" in text
    assert not re.search(r"\bnan\b|\bNone\b(?! was found)", text.partition("<script")[0])


def test_figures_draw_what_there_is(digest: Digest) -> None:
    svg = draw(network_spec(digest), "network")
    drawn = [member for member in digest.members if member.degree]
    assert len(drawn) == 5
    assert svg.count('aria-roledescription="symbol mark"') >= len(drawn)
    timeline, tiles = timeline_spec(digest), tiles_spec(digest)
    assert timeline is not None
    assert tiles is not None
    assert draw(timeline, "timeline").count('href="#event-') == 3
    assert draw(tiles, "map").count('href="#country-KAZ"') == 1


def test_a_name_that_svg_cannot_hold_is_drawn_without_what_it_lacks(digest: Digest) -> None:
    first, *others = digest.members
    hostile = replace(digest, members=(replace(first, label="Om\x01an\x00", short="Om\ufffean\x00"), *others))
    svg = draw(network_spec(hostile), "network")
    assert "Oman" in svg
    assert svg.isprintable()


def test_every_standing_and_type_has_a_colour_of_its_own() -> None:
    assert len(set(COLOURS.values())) == len(COLOURS)
    assert len(set(TYPE_COLOURS.values())) == len(TYPE_COLOURS)


def test_the_script_does_not_end_its_own_element(html: str) -> None:
    script = html.rsplit("<script>", 1)[1].rsplit("</script>", 1)[0]
    assert "</script" not in script.lower()
    assert "<!--" not in script
    assert "vegaEmbed" not in script  # bundled and renamed, not looked for outside


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory, meetings: Meetings) -> Path:
    """Put the meetings into a store on disk."""
    store = tmp_path_factory.mktemp("kept") / "store"
    with write_database(store) as database:
        database.extend(list(meetings.store))
        database.flush()
        del database
    return store


def test_the_command_writes_the_page(kept: Path, run: Callable[..., Result], tmp_path: Path) -> None:
    done = run("report", "--store", kept)
    assert (done.exit_code, done.stdout) == (0, "")
    assert "Kazakhstan" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_the_command_prints_the_date_it_is_given(kept: Path, run: Callable[..., Result]) -> None:
    done = run("report", "--store", kept, "-f", "md", "--date", "2031-05-01", "-o", "-")
    assert done.stdout.startswith("# Co-participation report\n\n2031-05-01\n")


@pytest.mark.parametrize("day", ["foo", "", "1 May 2031", "2031-02-30"])
def test_a_date_that_is_none_is_refused(day: str, kept: Path, run: Callable[..., Result], tmp_path: Path) -> None:
    done = run("report", "--store", kept, "--date", day)
    assert (done.exit_code, list(tmp_path.glob("report.*"))) == (2, [])
    assert f"Invalid value for '--date': {day!r} is no date such as 2024-12-31, 2024-12 or 2024" in done.stderr


def test_a_report_of_nothing_is_not_written(kept: Path, run: Callable[..., Result], tmp_path: Path) -> None:
    done = run("report", "--store", kept, "--from", "2090")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == "no occasion in the graph fits; nothing written\n"
    assert list(tmp_path.glob("report.*")) == []


@pytest.mark.parametrize("form", ["html", "md"])
def test_a_report_beside_the_texts_is_not_read_as_one_of_them(
    form: str, kept: Path, run: Callable[..., Result]
) -> None:
    assert run("report", "--store", kept, "-f", form).exit_code == 0
    done = run("build", "--store", "other", "--no-reference", ".")
    assert "passed over 1 file of kinds that kg does not read: report by kg 1\n" in done.stderr
    assert "0 documents read, 0 unchanged, 0 skipped" in done.stderr


def test_of_a_validated_network_it_is_said_how_many_ties_there_were(kept: Path, run: Callable[..., Result]) -> None:
    tested = run("network", "edges", "--store", kept, "--weight", "validated")
    assert tested.stderr == "raw 7 ties, 0 survive at a false discovery rate of 0.05\n"
    assert tested.stdout == "source,target,weight,events,p_value,q_value,source_iri,target_iri\n"


def test_a_treaty_that_is_not_there_is_refused_with_the_nearest(kept: Path, run: Callable[..., Result]) -> None:
    wrong = run("network", "edges", "--store", kept, "--treaty", "Otawa")
    assert wrong.exit_code == 2
    assert wrong.stderr == "Error: network: nothing is called 'Otawa'; did you mean Ottawa Convention?\n"


BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")
def test_the_page_comes_to_life_in_a_browser_without_a_network(tmp_path: Path, html: str) -> None:
    (tmp_path / "page.html").write_text(html, encoding="utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
    options += ["--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND"]
    options += [f"--user-data-dir={tmp_path / 'profile'}", "--virtual-time-budget=8000", "--enable-logging=stderr"]
    done = subprocess.run(  # noqa: S603 -- a page of our own
        [str(BROWSER), *options, "--dump-dom", (tmp_path / "page.html").as_uri()],
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )
    assert "Uncaught" not in done.stderr
    alive = Page(done.stdout)
    controls = next(values for values in alive.of("form") if values.get("id") == "network-controls")
    assert "hidden" not in controls
    assert [values.get("aria-labelledby") for values in alive.of("svg")].count("network-title") == 1
    assert len(alive.of("button")) > 20
