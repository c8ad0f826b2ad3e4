"""The thread of a text: which occasion each mention speaks of, and when and where it took place.

One pass over the phrases, in order. A mention either opens an occasion or points back to one; dates and places go
to the mention that they stand nearest to.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kg.extract.events.aspect import (
    find_stage,
    find_state,
    is_announced,
    is_dated_ahead,
    is_edge,
    looks_ahead,
    looks_back,
    phase,
    stated_days,
)
from kg.extract.events.attach import attach
from kg.extract.events.clue import (
    counts_those_present,
    find_entry,
    find_head,
    find_online,
    find_owner,
    find_subjects,
    find_told_of,
    find_visited,
    find_visitor,
    has_acted,
    is_beside,
    is_divider,
    is_issue_line,
    is_label,
    is_name_of,
    is_of,
    is_own,
    is_release,
    is_single,
    list_visitors,
    take_year,
    tells_of_one,
)
from kg.extract.events.event import EventMention
from kg.extract.events.identity import (
    GATHERINGS,
    TO_COME,
    Wanted,
    apart_by_treaty,
    clashes,
    find_loosely,
    find_visit,
    gathers_for,
    has_number,
    is_called,
    is_called_by_town,
    is_part,
    is_planned,
    is_purpose,
    is_ruled_out,
    is_sitting,
    is_this,
    is_visit_told,
    is_wished,
    is_yet_to_come,
    looks_new,
    may_be,
    meets_for,
    met_there,
    opens_with,
    points_back,
    same_name,
    stage,
)
from kg.extract.events.lent import Scene, find_scene, lend_return, lend_scene, place_all, take_note
from kg.extract.events.occasion import Occasion, Occasions, add_date, is_news_from, is_remote, is_tour, settle
from kg.extract.events.passing import is_in_passing
from kg.extract.events.unnamed import count_comers, read_unnamed
from kg.extract.events.within import find_main, note_margins
from kg.extract.phrases.mark import Mark
from kg.extract.phrases.phrase import Phrase
from kg.extract.words.wordclass import load_words
from kg.model import Span, fold


@dataclass(slots=True, kw_only=True)
class Reader:
    """The pass over a text's phrases; holds what the text has said so far."""

    mentions: Sequence[EventMention]
    places: Mapping[str, tuple[str, str | None]]
    """IRI of a place → its kind and its country's IRI."""
    mention_places: Mapping[int, tuple[str, ...]]
    """Number of a mention → places inside its own words ("the Lausanne conference")."""
    mention_treaties: Mapping[int, tuple[str, ...]]
    issued: str | None
    result: Occasions = field(default_factory=Occasions)
    section: int = 0
    current: int | None = None
    heading_marks: list[Mark] = field(default_factory=list)
    heading_is_dateline: bool = False
    """Whether the last heading has the day of issue."""
    pending: list[Mark] = field(default_factory=list)
    """The day and place that the sentence before was all about: "Take 16 October 2018.", "LUSAKA."."""
    section_town: dict[int, Mark] = field(default_factory=dict)
    """Number of a section → the one town that its heading names behind "in": "New faces in Geneva"."""
    fresh_heading: bool = False
    """Whether the line before was a heading."""
    heading_at: int = -1
    """Number of the phrase that was the last heading."""
    form: list[Mark] = field(default_factory=list)
    """Days and places in the lines of a form: "Venue: ..."."""
    planning: bool = False
    """Whether the heading above says that what follows is to come: "Plans for May"."""
    scene: Scene | None = None
    """The day and place of the signature or deposit that was told last."""
    apart: int = 0
    """Number of the first occasion behind the last line of asterisks, which parts one report from the next."""

    def read(self, phrase: Phrase, *, heading: bool) -> None:
        """Take in one sentence."""
        if (entry := find_entry(phrase)) is not None:
            self._note_entry(entry)
            return
        self._begin(phrase, heading=heading)
        attached = attach(phrase)
        main: int | None = None
        carried: Sequence[int] = ()
        for i, number in [(i, mark.events[0]) for i, mark in enumerate(phrase.marks) if mark and mark.letter == "E"]:
            mention = self.mentions[number]
            mine: Sequence[int] = (*attached.get(i, ()), *carried)
            near = [m for m in (phrase.marks[j] for j in mine) if m is not None]
            beyond = all("," in phrase.words[i + 1 : j] for j in mine)
            if beyond and is_this(mention, self._at_hand(), near, self.places):
                mine, near = (), []
            ahead = self._is_ahead(mention, phrase, i)
            occasion = self._resolve(number, mention, phrase, i, near, ahead=ahead)
            carried = mine if is_sitting(mention, phrase, i, self.mentions) else ()  # "today concluded E0 of E1"
            if occasion is None:
                continue
            self.result.of_mention[number] = occasion
            self._describe(self.result.found[occasion], number, mention, phrase, i, ahead=ahead)
            edges = [j for j in mine if is_edge(phrase, i, j)]
            for j in [*edges, *(j for j in mine if j not in edges)]:
                self._take(self.result.found[occasion], phrase, i, j, mention.stage)
            self._settle_all(self.result.found[occasion], find_visited(mention, phrase, i))
            lend_return(self.result.found[occasion], mention, phrase, i)
            lend_scene(self.scene, self.result.found[occasion], mention, phrase, self._settle_all)
            hand = self._at_hand() if not self.pending else None
            if main is None and not is_in_passing(phrase, i, mention, self.result.found[occasion], hand):
                main = occasion
        note_margins(phrase, self.result)
        if main is not None:
            self.current = main
            self._inherit(self.result.found[main])
            self._take_pending(self.result.found[main], phrase)
        self._note_head(phrase, heading=heading, told=main is not None)
        if self.current is not None:
            self._read_on(phrase, self.result.found[self.current], attached, aside=main is None)
        self.scene = find_scene(phrase, self.scene, heading=heading)
        self.result.focus.append(self.current)

    def _at_hand(self) -> Occasion | None:
        """Give the occasion that is being spoken of."""
        return self.result.found[self.current] if self.current is not None else None

    def _begin(self, phrase: Phrase, *, heading: bool) -> None:
        """Begin a section at a heading or a line of asterisks."""
        if heading:
            self.section += 1
            self._note_heading(phrase)
            return
        if is_divider(phrase):
            self.section += 1
            self.current, self.heading_marks, self.apart = None, [], len(self.result.found)
        self.fresh_heading = self.fresh_heading and not phrase.marks_in("E")

    def _is_ahead(self, mention: EventMention, phrase: Phrase, i: int) -> bool:
        """Tell whether a mention speaks of an event to come."""
        coming = (mention.words & TO_COME).difference(fold(mention.name or "").split())
        if coming or (self.planning and not looks_back(phrase)):
            return True
        announced = self.heading_at == len(self.result.focus) and is_announced(phrase, i)
        return announced or looks_ahead(phrase, i) or is_dated_ahead(phrase, i, self.issued)

    def _read_on(
        self, phrase: Phrase, occasion: Occasion, attached: Mapping[int, Sequence[int]], *, aside: bool
    ) -> None:
        """Take in what a sentence tells of the occasion at hand beside its mention; `aside`: it speaks of another."""
        named = [mark.events[0] for mark in phrase.marks_in("E")]
        if named and not (aside and any(number in self.result.of_mention for number in named)):
            count_comers(phrase, occasion, attached)
        if named:
            return
        near = self.current in self.result.focus[-1:] and occasion.mentions[-1].end + _SOON > phrase.span.begin
        read_unnamed(phrase, occasion, self.settle, near=near)
        take_note(phrase, self.result.found)
        place_all(phrase, self.result.found, self._settle_all)

    def _note_heading(self, phrase: Phrase) -> None:
        """Keep the date and the place of a heading for the first event under it, or for the title just above."""
        kept = [m for m in self.heading_marks if m.letter == "D"]
        above_marks = self.heading_marks if self.heading_at == len(self.result.focus) - 1 else []
        self.heading_at = len(self.result.focus)
        self.planning = not load_words("headings-ahead").isdisjoint(phrase.words)
        self.fresh_heading = True
        towns = [
            m for k, m in enumerate(phrase.marks) if m is not None and m.letter == "L" and phrase.words[k - 1] == "in"
        ]
        if len(towns) == 1 and len(phrase.marks_in("L")) == 1:
            self.section_town[self.section] = towns[0]
        released = next((m.date.first for m in phrase.marks_in("D") if m.date is not None and is_release(phrase)), None)
        self.heading_marks = [
            m
            for m in phrase.marks
            if m is not None and m.letter in "DL" and (m.date is None or m.date.first != released)
            if not is_of(m.date, self.issued)
            if not (m.letter == "L" and self.section > 1 and is_issue_line(phrase, self.issued))
        ]
        if not any(m is not None and m.letter in "DEL" for m in phrase.marks) and not self.planning:
            self.heading_marks = above_marks
            return
        self.heading_is_dateline = any(is_of(m.date, self.issued) for m in phrase.marks_in("D"))
        if any(m is not None and m.letter == "E" for m in phrase.marks):
            self.heading_marks = kept if not self.heading_marks else self.heading_marks
        elif self.current is not None and not any(m.letter == "D" for m in self.heading_marks):
            above = self.result.found[self.current]
            if above.heading and above.section == self.section - 1 and above.city is None and above.country is None:
                mark = phrase.marks[0]
                if mark is not None and (mark.letter == "L" or len(phrase.words) == 1):
                    self._settle_all(above, mark)
        elif self.current is not None and self.result.found[self.current].section == self.section - 1:
            title = self.result.found[self.current]
            if title.heading and any(m.letter == "D" for m in self.heading_marks):
                title.section = self.section
                self._inherit(title)

    def _note_entry(self, marks: Sequence[Mark]) -> None:
        """Give the event of a title what a form under it says, or keep it for the next; its day may be the text's."""
        self.form = [*(self.form if self.heading_at == len(self.result.focus) - 1 else ()), *marks]
        placed = any(mark.places for mark in self.form)
        self.heading_marks = [m for m in self.form if m.date is None or placed or m.date.first != self.issued]
        self.heading_at = len(self.result.focus)
        self.result.focus.append(self.current)
        if self.current is not None and self.result.found[self.current].heading:
            self.result.found[self.current].section = self.section
            self._inherit(self.result.found[self.current])

    def _inherit(self, occasion: Occasion) -> None:
        """Give the first event under a heading what the heading says: "Bangkok, 23-25 June"."""
        if not self.heading_marks or occasion.section != self.section:
            return
        for mark in self.heading_marks:
            span = Span(mark.begin, mark.end)
            if mark.letter == "L":
                remote = self.heading_is_dateline and (is_remote(occasion, self.issued) or is_tour(occasion))
                for place in () if remote else mark.places:
                    self.settle(occasion, place, span)
            elif mark.date is not None and not (occasion.first or occasion.last) and len(mark.date.first) == 10:
                add_date(occasion, mark.date, span, "")
        self.heading_marks = []

    def _note_head(self, phrase: Phrase, *, heading: bool, told: bool) -> None:
        """Keep the day and place that head a paragraph until an event, or another day or place, is told.

        The headings at the top of a text are one title, with the event in the section of the last.
        """
        if heading and self.current is not None and self.section == len(self.result.focus) + 1:
            self.result.found[self.current].section = self.section
        if heading or told or any(mark is not None and mark.letter in "DEL" for mark in phrase.marks):
            self.pending = [] if heading else find_head(phrase, self.issued)

    def _take_pending(self, occasion: Occasion, phrase: Phrase) -> None:
        """Give an event the day and place of the sentence before, where that did nothing but name them."""
        if "next" in occasion.words and len(occasion.mentions) == 1:
            return  # "the next conference" is not the one of this paragraph
        announced = len(occasion.future) > 1 and all(occasion.future[:-1]) and not occasion.future[-1]
        undated, fresh = not occasion.date_spans, announced or occasion.mentions[0].begin >= phrase.span.begin
        for mark in self.pending:
            span = Span(mark.begin, mark.end)
            if mark.date is not None and undated:
                add_date(occasion, mark.date, span, "")
            for place in mark.places if mark.letter == "L" and fresh and not is_tour(occasion) else ():
                self.settle(occasion, place, span)

    # --- which occasion -------------------------------------------------------------------------

    def _resolve(
        self, number: int, mention: EventMention, phrase: Phrase, i: int, near: Sequence[Mark], *, ahead: bool
    ) -> int | None:
        """Find the occasion that a mention speaks of, or open one; None for a mention of no single event."""
        if (
            mention.determiner == "generic"
            or is_sitting(mention, phrase, i, self.mentions)
            or not is_single(mention, phrase, i)
        ):
            return None
        if mention.type is None and not tells_of_one(mention, near):
            return None
        dated = any(mark.date is not None for mark in near) or mention.date is not None
        if not (dated or mention.name or mention.acronym) and is_wished(mention, phrase, i, placed=bool(near)):
            return None
        if self.current is not None and not near and is_part(mention, self.result.found[self.current]):
            return self.current
        if (again := self._says_again(mention, phrase, i, near)) is not None:
            return again
        wanted = self._want(number, mention, near, phrase, i, ahead=ahead)
        fresh = looks_new(mention, phrase, i)
        for find in (
            self._by_name,
            self._by_number,
            self._by_stage,
            self._by_day,
            None if fresh and mention.determiner != "none" else self._by_place,
            None if fresh else self._by_pointing,
        ):
            if find is not None and (found := find(wanted)) is not None:
                return found
        loosely = find_loosely(self.result.found, self.apart, self.current, wanted, near, self.issued)
        if loosely is not None:
            return loosely
        own = is_own(mention, near, self.pending, first=not self.result.found)
        if mention.type is mention.name is None and not own and mention.determiner not in {"indefinite", "another"}:
            return None
        return self._open(mention, phrase, i)

    def _find_beside(self, phrase: Phrase, i: int) -> int | None:
        """Give the event at hand where a sentence tells of something beside it; both are past, or to come."""
        if self.current is None or not is_beside(phrase):
            return None
        return self.current if is_planned(self.result.found[self.current]) == looks_ahead(phrase, i) else None

    def _open(self, mention: EventMention, phrase: Phrase, i: int) -> int:
        """Open an occasion for a mention that speaks of none met before."""
        main = find_main(phrase, i, self.mentions, self.result)
        edge = mention.type == "Ceremony" and stage(mention.noun, mention.words) & {"opening", "closing"}
        if main is None and edge and mention.determiner == "definite":
            main = self.current
        self.result.found.append(
            Occasion(
                type=mention.type or "Meeting",
                noun=mention.noun,
                section=self.section,
                heading=mention.heading or is_label(phrase),
                beside=self._find_beside(phrase, i) if main is None else main,
                within=main is not None,
                known=mention.determiner == "definite" and not mention.heading,
                generic=mention.type is None,
                weak=mention.weak,
                verb=mention.verb,
                away=mention.away,
            )
        )
        return len(self.result.found) - 1

    def _want(
        self, number: int, mention: EventMention, near: Sequence[Mark], phrase: Phrase, i: int, *, ahead: bool
    ) -> Wanted:
        """Gather what a mention says of itself, and the occasions that it does not speak against, best first."""
        dates = [d for d in (mention.date, *(m.date for m in near)) if d is not None]
        if not dates and self.fresh_heading:
            dates = [m.date for m in self.heading_marks if m.date is not None and len(m.date.first) == 10]
        places = [*(p for m in near if m.letter == "L" for p in m.places), *self.mention_places.get(number, ())]
        heads = [place for mark in self.pending for place in mark.places]
        found = self.result.found
        first = 0 if mention.name or mention.acronym else self.apart
        day = next((j for j, mark in enumerate(phrase.marks) if mark in near and mark is not None and mark.date), None)
        edge = phase(phrase, i, day) if day is not None and mention.determiner == "definite" else ""
        open_to = [
            k
            for k in reversed(range(first, len(found)))
            if not is_yet_to_come(found[k], mention, ahead=ahead)
            and not clashes(found[k], mention, dates, places, self.places, edge)
        ]
        if heads and not (mention.name or mention.acronym or places):
            open_to = [k for k in open_to if is_news_from(found[k], heads)]
        open_to.sort(
            key=lambda k: (
                found[k].city not in places,
                mention.type is not None and not is_called(found[k], mention, at_hand=k == self.current),
                k != self.current,
            )
        )
        return Wanted(
            mention=mention,
            sentence=phrase.span.begin,
            dates=dates,
            places=places,
            inner=self.mention_places.get(number, ()),
            treaties=self.mention_treaties.get(number, ()),
            open_to=open_to,
            ahead=ahead,
            back=not ahead and looks_back(phrase),
            acted=not ahead and has_acted(phrase, i),
            owner=find_owner(phrase, i),
            visitors=list_visitors(phrase, i) if mention.type == "Visit" else (),
            singled=_SINGLED.match(phrase.line, phrase.starts[i]) is not None,
        )

    def _by_name(self, wanted: Wanted) -> int | None:
        """Find the occasion that has the mention's proper name or acronym."""
        if wanted.mention.name is None and wanted.mention.acronym is None:
            return None
        found = next((k for k in wanted.open_to if same_name(self.result.found[k], wanted.mention)), None)
        if found is None:
            found = next((k for k in wanted.open_to if meets_for(self.result.found[k], wanted)), None)
        code = wanted.mention.acronym or ""
        if found is None and code != code.strip("0123456789"):  # "11MSP" is one and the same, whatever day stands by
            same = (k for k, occasion in enumerate(self.result.found) if code in occasion.acronyms)
            found = next((k for k in same if not wanted.places or self.result.found[k].city in wanted.places), None)
        return found

    def _by_number(self, wanted: Wanted) -> int | None:
        """Find the occasion of one noun and number: "22MSP", "the Twenty-Second Meeting of the States Parties"."""
        found = ((k, self.result.found[k]) for k in wanted.open_to)
        alike = (k for k, one in found if has_number(one, wanted.mention) and not apart_by_treaty(one, wanted.treaties))
        return next(alike, None)

    def _by_stage(self, wanted: Wanted) -> int | None:
        """Take an opening or closing ceremony without a day of its own for part of the event at hand."""
        if wanted.mention.type != "Ceremony" or wanted.dates or wanted.places:
            return None
        mine = stage(wanted.mention.noun, wanted.mention.words)
        return self.current if mine and mine <= {"opening", "closing", "inaugural"} else None

    def _by_day(self, wanted: Wanted) -> int | None:
        """Find what only a verb told of in the same town and days: "the States first met in Cancún in August"."""
        if not (wanted.dates and wanted.places) or wanted.mention.type not in GATHERINGS:
            return None
        for k in reversed(range(self.apart, len(self.result.found))):
            occasion = self.result.found[k]
            if occasion.mentions[-1].begin < wanted.sentence and met_there(occasion, wanted.dates[0], wanted.places):
                return None if any("/person/" in actor for actor, _, _ in occasion.parties) else k
        return None

    def _by_place(self, wanted: Wanted) -> int | None:
        """Find the occasion of one noun and city: "Workshop in Tbilisi"; one of the kind for "the Berlin round"."""
        mention = wanted.mention
        if is_called_by_town(mention, wanted.places):
            alike = [k for k in wanted.open_to if self.result.found[k].noun == mention.noun]
            there = [k for k in alike if self.result.found[k].city in wanted.places]
            alike = [k for k in alike if not wanted.dates or self.result.found[k].section == self.section]
            return next((k for k in there or alike[:1] if there or k == self.current), None)
        if mention.name is not None or mention.acronym is not None:
            return None
        if mention.determiner == "definite":
            there = [k for k in wanted.open_to if self.result.found[k].city in wanted.places]
            same = [k for k in there if self.result.found[k].type == mention.type]
            return same[0] if len(same) == 1 else None
        if mention.determiner != "none":
            return None
        for k in wanted.open_to:
            occasion = self.result.found[k]
            month = bool(wanted.dates) and len(wanted.dates[0].first) == 7 and not (wanted.places or mention.heading)
            if month and occasion.noun == mention.noun and (occasion.first or "").startswith(wanted.dates[0].first):
                return k  # "the February seminar"
            if occasion.noun == mention.noun and occasion.city is not None and occasion.city in wanted.places:
                return k
        return None

    def _by_pointing(self, wanted: Wanted) -> int | None:
        """Find the occasion that "the workshop", "it" or a first proper name points back to."""
        last = len(self.result.found) - 1
        unnamed = [k for k in wanted.open_to if k == last and self.result.found[k].generic and wanted.mention.name]
        order = unnamed + [k for k in wanted.open_to if k not in unnamed]
        for k in sorted(order, key=lambda k: wanted.back and k > 0 and is_planned(self.result.found[k])):
            occasion = self.result.found[k]
            if is_ruled_out(self.result.found, k, wanted, current=k == self.current, issued=self.issued):
                continue
            more = wanted.mention.words - occasion.words - load_words("plain-kinds") - {*wanted.mention.noun.split()}
            elsewhere = more or (occasion.names and occasion.city not in wanted.places)
            other = f" {wanted.mention.noun} " not in f" {occasion.noun} "  # no "Meeting" of States Parties
            apart = bool(wanted.dates and wanted.places and elsewhere and other)
            if is_visit_told(occasion, wanted):
                return k
            renamed = occasion.names and wanted.mention.name and not occasion.heading
            if not renamed and points_back(
                occasion, wanted.mention, section=self.section, current=k == self.current, latest=k == last, apart=apart
            ):
                return k
        return None

    def _says_again(self, mention: EventMention, phrase: Phrase, i: int, near: Sequence[Mark]) -> int | None:
        """Give the occasion that a mention only names anew: "the gathering, formally the Review Conference"."""
        hand = self._at_hand() if mention.verb else None
        if hand is not None and gathers_for(hand, mention, phrase, i, near, section=self.section):
            return self.current
        if mention.verb and mention.type == "Visit" and i and phrase.words[i - 1] in _WHOSE:
            return find_visit(self.result.found, self.apart, mention, near, self.places)
        words = phrase.words
        k = i - 1
        while k >= 0 and words[k] in load_words("named-anew"):
            k -= 1
        earlier = phrase.marks[k] if k >= 0 else None
        joined = (mention.determiner != "none" or mention.date is not None) and words[k + 1 : i] in (
            ["and"],
            [",", "and"],
        )
        joined = joined or opens_with(phrase, k, i)
        if earlier is not None and earlier.letter == "E" and k < i - 1 and not joined:
            return self.result.of_mention.get(earlier.events[0])
        if mention.name and earlier is None and ":" in words[:i]:
            before = next((m.events[0] for m in reversed(phrase.marks[:i]) if m is not None and m.letter == "E"), None)
            bare = self.mentions[before] if before is not None else mention
            if before is not None and bare.determiner == "indefinite" and bare.noun == mention.noun and not bare.name:
                return self.result.of_mention.get(before)  # "a forum of its own: on D1 its Peace Forum filled the hall"
        if mention.name is None and (subject := find_told_of(phrase, i)) is not None:
            return self.result.of_mention.get(subject)
        held = phrase.marks[i - 2] if i > 1 and words[i - 1] in {"held", "holds"} else None
        if held is not None and held.letter == "E" and mention.noun in load_words("sitting-nouns"):
            return self.result.of_mention.get(held.events[0])
        return self._says_by_verb(mention, phrase, i)

    def _says_by_verb(self, mention: EventMention, phrase: Phrase, i: int) -> int | None:
        """Give the occasion of which the sentence says what it was, or how it is called."""
        words = phrase.words
        here = [m.events[0] for m in phrase.marks[:i] if m is not None and m.letter == "E"]
        known = self.result.of_mention.get(here[-1], self.current) if here else self.current
        it_was = i > 1 and words[i - 1] == "was" and words[i - 2] in {"it", "this", "that"}
        if it_was and "that" not in words[i + 1 : i + 4]:
            return known if known is not None and may_be(self.result.found[known], mention) else None
        if is_name_of(words, i):
            return known
        hand = self._at_hand()
        return self.current if hand is not None and is_purpose(hand, phrase, i) else None

    # --- what is said of it ---------------------------------------------------------------------

    def _describe(
        self, occasion: Occasion, number: int, mention: EventMention, phrase: Phrase, i: int, *, ahead: bool
    ) -> None:
        """Add what a mention's own words say."""
        occasion.mentions.append(Span(mention.begin, mention.end))
        occasion.nouns.add(mention.noun)
        loose = occasion.generic or occasion.verb or (occasion.heading and not mention.heading)
        loose = loose or bool(mention.name and not occasion.names)
        loose = loose and not (occasion.verb and mention.noun in load_words("bare-sittings"))  # "the first session"
        if mention.type is not None and loose and not (mention.verb and occasion.heading):
            occasion.type, occasion.noun, occasion.generic = mention.type, mention.noun, False
            occasion.verb = mention.verb
        occasion.heading = mention.heading or is_label(phrase)
        occasion.visitor = occasion.visitor or (find_visitor(phrase, i) if occasion.type == "Visit" else None)
        if mention.name and fold(mention.name) not in {fold(n) for n in occasion.names}:
            occasion.names.append(mention.name)
        occasion.acronyms |= {mention.acronym} if mention.acronym else set()
        occasion.parties += [(actor, role, phrase.span) for actor, role in mention.parties]
        occasion.words |= mention.words
        occasion.ordinal = occasion.ordinal or mention.ordinal
        occasion.days = occasion.days or mention.days or stated_days(phrase)
        occasion.future += [ahead] if ahead or not mention.heading else []  # "X visits Oslo" may be to come
        occasion.stage = occasion.stage or mention.stage or find_stage(phrase, i)
        take_year(occasion, mention)
        span = Span(mention.begin, mention.end)
        if mention.date is not None:
            add_date(occasion, mention.date, span, "")
        for place in self.mention_places.get(number, ()):
            self.settle(occasion, place, span)
        stated = [(treaty, span) for treaty in self.mention_treaties.get(number, ())] + find_subjects(phrase, i)
        for treaty, words in stated:
            if treaty not in {t for t, _ in occasion.treaties}:
                occasion.treaties.append((treaty, words))
        occasion.online = occasion.online or find_online(mention, phrase)
        occasion.state = occasion.state or find_state(phrase, i)

    def _take(self, occasion: Occasion, phrase: Phrase, i: int, j: int, stage: str) -> None:
        """Give an occasion a date, place, head count or treaty that stands near its mention."""
        mark = phrase.marks[j]
        if mark is None:
            return
        span = Span(mark.begin, mark.end)
        if mark.letter == "D" and mark.date is not None:
            add_date(occasion, mark.date, span, phase(phrase, i, j) or stage)
        elif mark.letter in "LB":
            self._settle_all(occasion, mark)
        elif mark.letter == "N" and mark.number is not None and counts_those_present(occasion, phrase, j):
            occasion.counts.append((mark.counted, mark.number, span))

    def _settle_all(self, occasion: Occasion, mark: Mark | None) -> None:
        """Give an occasion the places of a mark; a tour of several countries lies in none, nor in one of its cities."""
        if mark is None:
            return
        kinds = [self.places.get(place, ("", None))[0] for place in sorted(set(mark.places))]
        if kinds.count("Country") > 1:
            return
        several = kinds.count("City") > 1
        for place in mark.places:
            if not several or self.places.get(place, ("", None))[0] != "City":
                self.settle(occasion, place, Span(mark.begin, mark.end))

    def settle(self, occasion: Occasion, place: str, span: Span) -> None:
        """Give an occasion a city or country, unless it has another."""
        settle(occasion, place, self.places.get(place, ("", None)), span)


_SINGLED = re.compile(r"E\d+ of D\d+(?!\S)")
_SOON = 250
_WHOSE = frozenset({"his", "her", "their", "the"})
