"""The way from a document to its reading: every stage in order, each adding to what the ones before found."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from kg.extract.actors.affiliation import find_affiliations
from kg.extract.actors.author import find_author
from kg.extract.actors.name import Cast, Name, read_cast
from kg.extract.dates.dateline import find_issue_date
from kg.extract.dates.dates import DateMention, find_dates
from kg.extract.events.bodynoun import find_parliaments, leave_bodies
from kg.extract.events.deed import find_deeds
from kg.extract.events.edition import (
    find_editions,
    find_gapped,
    find_kind,
    find_listed,
    find_stamp,
    heads_diary,
    read_diary,
    read_stamp,
)
from kg.extract.events.event import EventMention, find_event_mentions
from kg.extract.events.headcount import HeadCount, find_head_counts
from kg.extract.events.lead import (
    lend_clause,
    lend_close,
    lend_days,
    lend_lead,
    lend_opening,
    lend_paragraph,
    lend_parallel,
    lend_scene,
    lend_section,
    lend_visit,
)
from kg.extract.events.occasion import (
    Occasion,
    Occasions,
    borrow,
    complete,
    date_country,
    is_dated,
    is_identified,
    settle_status,
    to_facts,
)
from kg.extract.events.part import Part, Told
from kg.extract.events.series import find_plurals
from kg.extract.events.thread import Reader
from kg.extract.mending.mend import mend_text
from kg.extract.names.hometown import put_own_towns_first
from kg.extract.names.lexicon import PROPER, Hit, Lexicon, load_lexicon
from kg.extract.names.place import Places, find_places
from kg.extract.phrases.mark import Mark, choose_marks
from kg.extract.phrases.phrase import Phrase, build_phrase
from kg.extract.roles.anaphora import resolve_pronouns
from kg.extract.roles.own import find_own
from kg.extract.roles.role import find_parts, to_participations
from kg.extract.roles.talk import Talk, to_office
from kg.extract.roles.weigh import weigh_parts
from kg.extract.text.passage import Block, find_blocks, is_heading
from kg.extract.text.spans import Spans
from kg.extract.text.word import cut_words
from kg.extract.treaties.convening import find_convening
from kg.extract.treaties.status import find_statuses
from kg.extract.treaties.theme import find_theme
from kg.extract.treaties.treaty import find_treaties
from kg.extract.treaties.treatyfind import TreatyMention
from kg.extract.words.wordclass import compile_words, load_words
from kg.garbage import uncollected
from kg.model import (
    Actor,
    Document,
    Event,
    Participation,
    Place,
    Reading,
    Span,
    StatusClaim,
    Treaty,
    TreatyAction,
    describe_event,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """What the first stages find in a text, before anything is said about events or treaties."""

    document: Document
    blocks: tuple[Block, ...]
    hits: Sequence[Hit]
    dates: Sequence[DateMention]
    cast: Cast
    author: str | None
    """Key of the person who says "I"."""
    mentions: Sequence[EventMention]
    counts: Sequence[HeadCount]
    treaty_mentions: Sequence[TreatyMention]
    treaties: Sequence[Treaty]
    theme: str | None
    """IRI of the treaty that the text is about, where it names none."""
    places: Places


@uncollected()
def read_document(document: Document) -> Reading:
    """Read one document: actors, events with their roles, treaty actions, status claims and posts.

    Any string can be read; a text that says nothing of the kind gives a reading with no events.
    """
    mended = mend_text(document.text)
    draft = draft_reading(replace(document, text=mended.text), find_blocks(mended.text, mended.layout))
    scan, occasions = draft.scan, draft.occasions
    actions, claims = tell_statuses(draft)
    parts = [*draft.told.parts, *weigh_parts(draft.told, occasions, draft.kinds, [*actions, *claims])]
    parts += find_own(mended.text, occasions, scan.cast, draft.kinds, parts, told=draft.told.parts)
    spoken = {a.treaty for a in actions} | {c.treaty for c in claims}
    affiliations = find_affiliations(scan.cast, document.text)
    events = _events(scan, occasions, parts)
    spoken |= {fact.value for event in events for fact in event.facts if fact.property == "concerns"}
    used = {p.actor for e in events for p in e.participations}
    used |= {a.person for a in affiliations} | {a.organization for a in affiliations if a.organization}
    reading = Reading(
        document=scan.document,
        actors=tuple(a for a in scan.cast.actors if a.key in used),
        places=_places(events, scan.places.known),
        treaties=tuple(t for t in scan.treaties if t.iri in spoken),
        events=tuple(events),
        actions=tuple(actions),
        claims=tuple(claims),
        affiliations=tuple(affiliations),
        sentences=tuple(span for block in scan.blocks for span in block.sentences),
    )
    return mended.restore_reading(reading, replace(scan.document, text=document.text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A text up to what its sentences plainly say of roles."""

    scan: Scan
    phrases: Sequence[Phrase]
    block_of: Sequence[int]
    """The block that each phrase stands in."""
    occasions: Occasions
    kinds: Mapping[str, str]
    """Class of each actor."""
    told: Told


def draft_reading(document: Document, blocks: tuple[Block, ...]) -> Draft:
    """Take a mended text to the point where the clues of roles are weighed."""
    scan, phrases, block_of = _phrases(_scan(document, blocks, load_lexicon()))
    occasions = _occasions(scan, phrases, block_of)
    kinds = {actor.key: actor.kind for actor in scan.cast.actors}
    plurals = find_plurals(document.text, scan.mentions)
    bodies = Spans((name.head, name.actor) for name in scan.cast.names if "/organization/" in name.actor)
    told = find_parts(phrases, blocks, block_of, occasions, kinds, talk=_speakers(scan), plurals=plurals, bodies=bodies)
    return Draft(scan=scan, phrases=phrases, block_of=block_of, occasions=occasions, kinds=kinds, told=told)


def _scan(document: Document, blocks: tuple[Block, ...], lexicon: Lexicon) -> Scan:
    text = document.text
    issued = None if document.issued else find_issue_date(document, blocks)
    if issued is not None:
        document = replace(document, issued=issued[0])
    hits = put_own_towns_first(lexicon.find(text))
    dates = find_dates(text, issued=document.issued, blocks=blocks)
    stops = [Span(h.begin, h.end) for h in hits if h.entries[0].kind in PROPER]
    stops += find_parliaments(text, hits)
    cities = [Span(h.begin, h.end) for h in hits if any(e.kind == "City" for e in h.entries)]
    words = cut_words(text, blocks)
    mentions = find_event_mentions(words, stops, cities, [Span(d.begin, d.end) for d in dates])
    mentions = leave_bodies(text, mentions, stops)
    cast = read_cast(words, hits)
    theme = find_theme(words, document.issued)
    treaty_mentions, treaties = find_treaties(words, hits, cast.home, theme)
    taken = [name.extent for name in cast.names] + [Span(d.begin, d.end) for d in dates] + stops
    return Scan(
        document=document,
        blocks=blocks,
        hits=hits,
        dates=dates,
        cast=cast,
        author=find_author(text, blocks, [(n.extent, n.actor) for n in cast.names if "/person/" in n.actor]),
        mentions=mentions,
        counts=find_head_counts(words),
        treaty_mentions=treaty_mentions,
        treaties=treaties,
        theme=theme,
        places=find_places(words, hits, taken),
    )


# --- phrases --------------------------------------------------------------------------------------


def _phrases(scan: Scan) -> tuple[Scan, list[Phrase], list[int]]:
    """Write every sentence as a phrase; give also the number of the block that each stands in.

    A verb that tells of an event by itself becomes a mention, and so does each edition of a row; the phrase is
    written again around them.
    """
    marks = choose_marks(_marks(scan))
    kinds = {actor.key: actor.kind for actor in scan.cast.actors}
    mentions = list(scan.mentions)
    phrases, block_of, marks_of = list[Phrase](), list[int](), list[Sequence[Mark]]()
    at = 0
    talk = _speakers(scan)
    listed: EventMention | None = None
    for number, block in enumerate(scan.blocks):
        if block.kind == "front":
            continue
        talk.turn(carry=block.kind == "paragraph")
        for sentence in block.sentences:
            while at < len(marks) and marks[at].begin < sentence.begin:
                at += 1
            stop = at
            while stop < len(marks) and marks[stop].begin < sentence.end:
                stop += 1
            mine = marks[at:stop]
            phrase = build_phrase(scan.document.text, sentence, mine)
            heading = is_heading(scan.document.text, block, sentence)
            deeds = find_deeds(resolve_pronouns(phrase, talk), kinds, scan.mentions, heading=heading)
            told = list(find_editions(phrase, scan.mentions)) or [*deeds, *find_gapped(phrase, scan.mentions)]
            if block.kind == "item" and sentence == block.sentences[0]:
                told = told or list(find_listed(phrase, listed))
            elif block.kind != "item":
                listed = find_kind(phrase, scan.mentions, heading=heading)
            if told:
                numbers = range(len(mentions), len(mentions) + len(told))
                more = [
                    Mark(letter="E", begin=m.begin, end=m.end, events=(n,)) for n, m in zip(numbers, told, strict=True)
                ]
                phrase = build_phrase(scan.document.text, sentence, choose_marks([*mine, *more]))
                mentions += told
            phrases.append(phrase)
            block_of.append(number)
            marks_of.append(mine)
            at = stop
    _stamp(scan, phrases, block_of, marks_of, mentions)
    return replace(scan, mentions=mentions), phrases, block_of


def _stamp(
    scan: Scan,
    phrases: list[Phrase],
    block_of: Sequence[int],
    marks_of: Sequence[Sequence[Mark]],
    mentions: list[EventMention],
) -> None:
    """Write the heads of the entries of a chronicle again, around the events that they tell by place and day."""
    firsts = [n for n, block in enumerate(block_of) if n == 0 or block != block_of[n - 1]]
    opening = set(firsts)
    found = ((n, find_stamp(p, scan.document.issued, first=n in opening)) for n, p in enumerate(phrases))
    stamps = {n: stamp for n, stamp in found if stamp is not None}
    heads = [n for n in firsts if scan.blocks[block_of[n]].kind == "heading"]
    starts = sorted({*firsts, *stamps})
    events = dict(_read_diary(scan, phrases, block_of))
    for n, stamp in stamps.items() if len(stamps) > 1 else ():
        later = heads if n in heads else starts
        at = bisect_right(later, n)
        rest = phrases[n + 1 : later[at] if at < len(later) else len(phrases)]
        told = read_stamp(phrases[n], stamp, " ".join(phrase.line for phrase in rest), scan.mentions)
        if told is not None:
            events[n] = told
    for n, told in sorted(events.items()):
        more = Mark(letter="E", begin=told.begin, end=told.end, events=(len(mentions),))
        mentions.append(told)
        phrases[n] = build_phrase(scan.document.text, phrases[n].span, choose_marks([*marks_of[n], more]))


def _read_diary(scan: Scan, phrases: Sequence[Phrase], block_of: Sequence[int]) -> Iterator[tuple[int, EventMention]]:
    """Yield what the entries under the head of a diary tell of, each with the number of its phrase."""
    section = here = False
    for n, phrase in enumerate(phrases):
        if n == 0 or block_of[n] != block_of[n - 1]:
            entry = section and (scan.blocks[block_of[n]].kind == "item" or read_diary(phrase, None) is not None)
            opens = heads_diary(phrase)
            here = entry or (opens and " : " in phrase.line)
            section = entry or (opens and scan.blocks[block_of[n]].kind == "heading")
        told = read_diary(phrase, scan.document.issued) if here else None
        if told is not None:
            yield n, told


def _speakers(scan: Scan) -> Talk:
    """Say whom "I" and "we" mean in a text."""
    cast, home = scan.cast, scan.cast.home
    ours = home or cast.publisher
    known = ours is not None and any(actor.key == ours for actor in cast.actors)
    return Talk(
        author=(scan.author,) if scan.author else (),
        ours=(ours,) if ours and known else (),
        home=home,
        offices=tuple(to_office(h.person, h.position, h.state) for h in cast.holdings if h.organization or h.state),
    )


def _marks(scan: Scan) -> list[Mark]:
    """Turn everything found into marks; in an overlap the longest wins, then the earlier in this list."""
    states = {actor.iri: actor for actor in scan.cast.actors if actor.kind == "State" and actor.iri}
    marks = [Mark(letter="E", begin=m.begin, end=m.end, events=(i,)) for i, m in enumerate(scan.mentions)]
    counted = {(count.begin, count.end) for count in scan.counts}
    towns = {place.begin: place for place in scan.places.mentions if scan.places.known[place.iri].kind == "City"}
    lands = {(name.begin, name.end) for name in scan.cast.names if name.actor in states}
    for name in scan.cast.names:
        if tuple(name.extent) in counted:
            continue  # "Ninety-four States Parties" are no body
        country: tuple[str, ...] = (name.actor.replace("/state/", "/country/"),) if name.actor in states else ()
        town = towns.get(name.head.begin) if country else None  # Singapore is a State and a city
        country = (town.iri, *country) if town is not None and town.end == name.extent.end else country
        noun = scan.document.text[name.head.end : name.extent.end].strip().lower()
        end = name.head.end if noun in load_words("asked-nouns") else _before_event_post(scan, name)
        begin = max(name.extent.begin, scan.document.text.rfind(":", name.extent.begin, name.head.begin) + 1)
        country = country or _find_seat(scan, name)
        called = _bracketed_role(scan.document.text, name)
        sent = _is_envoy(scan.document.text, name, lands)
        marks.append(Mark("A", begin, end, actors=(name.actor,), places=country, called=called, introduced=sent))
    marks += [Mark(letter="T", begin=t.begin, end=t.end, treaties=t.iris) for t in scan.treaty_mentions]
    for place in scan.places.mentions:
        where = scan.places.known[place.iri].country
        iris = (place.iri, where) if where is not None else (place.iri,)
        marks.append(Mark(letter="L", begin=place.begin, end=place.end, places=iris, introduced=place.again))
    marks += [Mark(letter="D", begin=d.begin, end=d.end, date=d) for d in scan.dates]
    marks += [Mark(letter="N", begin=c.begin, end=c.end, number=c.number, counted=c.counted) for c in scan.counts]
    return marks


_AT_HOUSE = re.compile(r"\b[Aa]t\s+(?:the\s+)?\Z")


def _find_seat(scan: Scan, name: Name) -> tuple[str, ...]:
    """Give the town in the name of a body in whose house something was: "held at the University of Nairobi"."""
    if "/person/" in name.actor or not _AT_HOUSE.search(
        scan.document.text, max(0, name.extent.begin - 9), name.extent.begin
    ):
        return ()
    places = scan.places
    first = bisect_left(places.mentions, name.head.begin, key=lambda m: m.begin)
    inside = (m.iri for m in places.mentions[first:] if m.begin < name.head.end)
    towns = {iri for iri in inside if places.known[iri].kind == "City"}
    return tuple(towns) if len(towns) == 1 else ()


_POST_OF = re.compile(
    r",\s+(?:(?:the|a|its|as)\s+)?(?:[Pp]resident|(?:[Cc]o-)?[Cc]hair(?:man|person|woman)?)(?:[- ](?:designate|elect))?"
    r"\s+(?:of|for)\s+(?:(?:the|this|that)\s+)?$"
)
"""A post at an event, behind a name, up to the event: "X, President of the"."""


_IN_BRACKET = re.compile(r"[^()]*\((?:[^()]*,\s*)?(?:in the )?([a-z-]+)\)", re.IGNORECASE)


def _bracketed_role(text: str, name: Name) -> tuple[tuple[str, str], ...]:
    """Read in which role a person was from the bracket behind the name: "X (chair)", "X (Oxfam, moderator)"."""
    bracket = _IN_BRACKET.match(text, name.head.end, name.extent.end) if "/person/" in name.actor else None
    chairs = bracket is not None and bracket[1].lower() in load_words("chair-posts")
    return (("Chair", name.actor),) if chairs else ()


def _is_envoy(text: str, name: Name, lands: Collection[tuple[int, int]]) -> bool:
    """Tell whether a State alone fills the bracket behind a person's name, who then speaks for it: "X (Peru)"."""
    bracket = _BRACKET.match(text, name.head.end, name.extent.end) if "/person/" in name.actor else None
    return bracket is not None and bracket.span(1) in lands


_BRACKET = re.compile(r"\s*\(([^()]+)\)")


def _before_event_post(scan: Scan, name: Name) -> int:
    """Give the end of a name and what belongs to it, without a post at an event: "X, President of the meeting"."""
    first = bisect_left(scan.mentions, name.head.end, key=lambda m: m.begin)
    for mention in scan.mentions[first:]:
        if mention.begin >= name.extent.end:
            break
        post = _POST_OF.search(scan.document.text, name.head.end, mention.begin)
        if post is not None:
            return post.start()
    return name.extent.end


# --- treaties -------------------------------------------------------------------------------------


def tell_statuses(draft: Draft) -> tuple[list[TreatyAction], list[StatusClaim]]:
    """Find what a text says of States and treaties: what these did, and how they stand."""
    scan = draft.scan
    return find_statuses(
        _open_asides(scan, draft.phrases),
        scan.cast.actors,
        scan.document,
        kinds=[scan.blocks[number].kind for number in draft.block_of],
        block_of=draft.block_of,
        mentions=scan.treaty_mentions,
        theme=scan.theme,
        issuer=scan.cast.home,
        capitals={h.begin: e.state for h in scan.hits for e in h.entries if e.kind == "Capital" and e.state},
        parties=_parties_of_treaties(scan),
    )


_ASIDE = re.compile(r",\s+(?:\w+\s+){0,3}(?:which|who|whose|whom|neither|both|none)\b")


_STANDING = r"\((?:{bracket-standings})(?!\w)"
"""A bracket that says what the State before it did about a treaty: "A (signed 2008), B (outside)"."""


def _swallows(text: str, mark: Mark) -> bool:
    """Tell whether the words of an actor, or of several, hold what is said of one of them."""
    begin, end = mark.begin, mark.end
    if len(mark.actors) > 1 and _ASIDE.search(text, begin, end):
        return True
    return text.find("(", begin, end) >= 0 and compile_words(_STANDING).search(text, begin, end) is not None


def _open_asides(scan: Scan, phrases: Sequence[Phrase]) -> list[Phrase]:
    """Write phrases again in which a list swallowed what is said of one member: "A, which has not signed, and B"."""
    text = scan.document.text
    closed = [
        number for number, phrase in enumerate(phrases) if any(_swallows(text, mark) for mark in phrase.marks_in("AB"))
    ]
    opened = list(phrases)
    marks = _marks(scan) if closed else []
    for number in closed:
        span = phrases[number].span
        mine = choose_marks([m for m in marks if span.begin <= m.begin and m.end <= span.end])
        opened[number] = build_phrase(text, span, mine, asides=False)
    return opened


def _parties_of_treaties(scan: Scan) -> dict[str, tuple[str, ...]]:
    """Give the States in the names of treaties; those that the reference data knows only where they name several."""
    found = {treaty.iri: _states_in(treaty.label) for treaty in scan.treaties}
    known = dict.fromkeys(m.iri for m in scan.treaty_mentions if m.iri and m.label and m.iri not in found)
    titles = {iri: (name for name in load_lexicon().names(iri) if " between " in name or "-" in name) for iri in known}
    told = {
        iri: next((s for name in names if len(s := _states_in(name.partition(" between ")[2] or name)) > 1), ())
        for iri, names in titles.items()
    }
    spoken = {actor.iri if actor.kind == "State" else actor.state for actor in scan.cast.actors}
    # of "START" a text on Russia does not tell what the Soviet Union did
    fit = {iri: states for iri, states in told.items() if spoken >= set(states) or spoken.isdisjoint(states)}
    return found | {iri: states for iri, states in fit.items() if states}


_TREATY_NOUN = re.compile(r"\b(?:Treaty|Treaties|Agreements?|Convention|Protocol|Accords?|Pact|Compact)\b")


@lru_cache(maxsize=4096)
def _states_in(label: str) -> tuple[str, ...]:
    """Give the States that a treaty's name speaks of: "British-Irish Agreement"."""
    bare = _TREATY_NOUN.sub(" ; ", label).replace("-", " ")  # else the lexicon finds the treaty itself
    entries = (hit.entries[0] for hit in load_lexicon().find(bare))
    return tuple(dict.fromkeys(e.state for e in entries if e.kind in {"State", "Demonym"} and e.state))


# --- events ---------------------------------------------------------------------------------------


_PAIRED = re.compile(r"\w ?[-–—] ?\Z")
"""What stands before a town that names one of two sides, and no place: "the India-Singapore dialogue"."""


def _occasions(scan: Scan, phrases: Sequence[Phrase], block_of: Sequence[int]) -> Occasions:
    inside: dict[int, list[str]] = {}
    treaties: dict[int, list[str]] = {}
    known = scan.places.known
    towns = (p for p in scan.places.mentions if known[p.iri].kind == "City")
    cities = Spans(
        (Span(p.begin, p.end), p.iri)
        for p in towns
        if not _PAIRED.search(scan.document.text, max(0, p.begin - 3), p.begin)
    )
    named = Spans((Span(t.begin, t.end), t.iris) for t in scan.treaty_mentions if t.named)
    for number, mention in enumerate(scan.mentions):
        inside[number] = [iri for stretch in _where(mention) for iri in cities.within(*stretch)]
        treaties[number] = [iri for iris in named.within(mention.begin, mention.end) for iri in iris]
    places = {iri: (place.kind, place.country) for iri, place in known.items()}
    states = [actor.iri for actor in scan.cast.actors if actor.kind == "State" and actor.iri]
    places.update({iri.replace("/state/", "/country/"): ("Country", None) for iri in states})
    reader = Reader(
        mentions=scan.mentions,
        places=places,
        mention_places={k: tuple(v) for k, v in inside.items()},
        mention_treaties={k: tuple(v) for k, v in treaties.items()},
        issued=scan.document.issued,
        result=Occasions(issued=scan.document.issued),
    )
    for phrase, number in zip(phrases, block_of, strict=True):
        reader.read(phrase, heading=is_heading(scan.document.text, scan.blocks[number], phrase.span))
    lend_lead(reader, phrases, scan.blocks, block_of)
    lend_paragraph(reader, phrases, block_of)
    lend_section(reader)
    lend_visit(reader)
    lend_opening(reader)
    lend_close(reader, phrases)
    lend_parallel(reader, phrases)
    lend_clause(reader, phrases)
    lend_days(reader)
    lend_scene(reader, phrases, scan.blocks, block_of)
    for occasion in reader.result.found:
        convened = find_convening(occasion, scan.blocks, scan.treaty_mentions, scan.theme)
        occasion.treaties += [convened] if convened is not None else []
    return reader.result


def _where(mention: EventMention) -> Iterator[Span]:
    """Yield the stretches in which a mention says where its event was."""
    yield Span(mention.begin, mention.head.begin)
    if mention.where is not None:
        yield mention.where


def _events(scan: Scan, occasions: Occasions, parts: Sequence[Part]) -> list[Event]:
    """Make events of the occasions that a reader would mark: dated, placed, named or with named participants."""
    events: list[Event] = []
    actors = {actor.key: actor for actor in scan.cast.actors}
    for number, occasion in enumerate(occasions.found):
        participations = _with_parties(to_participations(parts, number), occasion)
        if occasion.within or not (occasion.verb or occasion.weak):
            borrow(occasion, occasions.found)
        firm = occasion.ordinal is not None or not occasion.weak or "next" in occasion.words
        if not participations and not (is_identified(occasion) if firm else is_dated(occasion)):
            continue
        if _is_vague(occasion) or _is_process(occasion):
            continue
        _place_with_host(occasion, participations, actors)
        complete(occasion)
        borrow(occasion, occasions.found)
        date_country(occasion, scan.document.issued)
        status = settle_status(occasion, scan.document.issued)
        names = occasion.names
        label = names[0] if names else _describe(occasion, scan.places.known)
        events.append(
            Event(
                key=f"e{len(events) + 1}",
                type=occasion.type,
                label=label,
                name=names[0] if names else None,
                aliases=tuple(dict.fromkeys([*names[1:], *sorted(occasion.acronyms)])),
                mentions=tuple(occasion.mentions),
                facts=to_facts(occasion, status),
                participations=participations,
            )
        )
    return events


def _with_parties(stated: tuple[Participation, ...], occasion: Occasion) -> tuple[Participation, ...]:
    """Add the actors whom "A met B" names and no pattern gave a role."""
    special = {actor for actor, role, _ in occasion.parties if role != "Participant"}
    stated = tuple(p for p in stated if p.role != "Participant" or p.actor not in special)
    known = {p.actor for p in stated}
    more = {a: Participation(actor=a, role=r, span=s) for a, r, s in occasion.parties if a not in known}
    return tuple(sorted([*stated, *more.values()], key=lambda p: (p.span, p.role, p.actor)))


def _place_with_host(occasion: Occasion, participations: Sequence[Participation], actors: Mapping[str, Actor]) -> None:
    """Give an event of which no country is known that of the one State that hosts it, itself or by its bodies."""
    hosts = [(p, actors[p.actor]) for p in participations if p.role == "Host"]
    states = {a.iri if a.kind == "State" else a.state for _, a in hosts if a.kind in {"State", "GovernmentBody"}}
    if occasion.country is None and len(states) == 1 and (state := states.pop()) is not None:
        occasion.country = state.replace("/state/", "/country/")
        occasion.place_spans.append(("country", occasion.country, hosts[0][0].span))


def _is_vague(occasion: Occasion) -> bool:
    """Tell whether a verb tells of a signature of which no more is known than the year."""
    year = len(occasion.first or occasion.last or "") == len("2001")
    return year and occasion.verb and occasion.type == "Ceremony" and not (occasion.city or occasion.country)


def _is_process(occasion: Occasion) -> bool:
    """Tell whether "the talks" are no single event: neither their day nor their place is told, nor which they were."""
    told = is_identified(occasion) or occasion.online is not None or occasion.ordinal is not None
    return occasion.weak and occasion.known and occasion.type == "Meeting" and not (told or occasion.verb)


def _describe(occasion: Occasion, known: Mapping[str, Place]) -> str:
    place = occasion.city or occasion.country
    label = (known[place].label if place in known else load_lexicon().entry(place).label) if place else None
    return describe_event(occasion.type, label, occasion.first or occasion.last)


def _places(events: Sequence[Event], known: Mapping[str, Place]) -> tuple[Place, ...]:
    """Give the places that the events name; countries that a text names only as States come from the lexicon."""
    used = {f.value for e in events for f in e.facts if f.property in {"city", "country"}}
    lexicon = load_lexicon()
    return tuple(
        known[iri] if iri in known else Place(iri=iri, kind="Country", label=lexicon.entry(iri).label)
        for iri in sorted(used)
    )
