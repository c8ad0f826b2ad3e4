"""Treaty actions and status claims: what States did about treaties, and what their standing is said to be.

`act` finds the words that speak of it, `doer` whom they are told of; `statusdeed`, `statuspaper` and `statusstanding`
read one such word in its sentence. Here a text's findings are held against each other and made rows.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import cache
from itertools import takewhile

from kg.errors import VocabularyError
from kg.extract.names.lexicon import load_lexicon
from kg.extract.phrases.pattern import says
from kg.extract.phrases.phrase import Phrase, find_phrase
from kg.extract.treaties.act import Head, Mood, find_heads, read_mood
from kg.extract.treaties.memory import Doer, Memory
from kg.extract.treaties.passing import find_course
from kg.extract.treaties.sameday import date_alike
from kg.extract.treaties.statusdeed import read_verb
from kg.extract.treaties.statusecho import read_bill, read_echo
from kg.extract.treaties.statusexcept import read_exceptions
from kg.extract.treaties.statusgap import read_gaps
from kg.extract.treaties.statuslist import (
    keep_row,
    note_question,
    open_list,
    read_answer,
    read_item,
    to_action,
)
from kg.extract.treaties.statusmind import CONSENTS, DENIED, Finder, Sentence, Told
from kg.extract.treaties.statusnoun import read_newcomers, read_noun
from kg.extract.treaties.statuspairs import read_pairs
from kg.extract.treaties.statuspaper import read_deposit, read_instrument
from kg.extract.treaties.statusparty import note_makers
from kg.extract.treaties.statusreveal import reveal
from kg.extract.treaties.statusrow import find_entry, read_line, sort_by_column, with_rows
from kg.extract.treaties.statusstanding import read_force, read_standing
from kg.extract.treaties.statustable import Table
from kg.extract.treaties.treatyfind import TreatyMention, look_up_treaty
from kg.extract.words.wordclass import load_pairs, load_words
from kg.model import Actor, Document, Span, StatusClaim, TreatyAction, fold


def find_statuses(
    phrases: Sequence[Phrase],
    actors: Sequence[Actor],
    document: Document,
    *,
    kinds: Sequence[str] = (),
    block_of: Sequence[int] = (),
    mentions: Sequence[TreatyMention] = (),
    theme: str | None = None,
    issuer: str | None = None,
    capitals: Mapping[int, str] | None = None,
    parties: Mapping[str, tuple[str, ...]] | None = None,
) -> tuple[list[TreatyAction], list[StatusClaim]]:
    """Find what the phrases of a text say of States and treaties, in text order.

    `block_of` and `kinds` give the blocks that the phrases stand in; `mentions` are all treaties named, those inside
    an event's name too; `theme` is the treaty that the text is about, where it names none; `issuer` is the State that
    says "we"; `capitals` tells where a capital's name stands for its government; `parties` are the treaties that only
    this text knows, with the States in their names.
    """
    memory = Memory(actors={a.key: a for a in actors}, capitals=capitals or {}, issuer=issuer)
    named = {m.iris for m in mentions if m.named}
    about = (theme,) if theme is not None else ()
    sole = next(iter(named)) if len(named) == 1 else about
    finder = Finder(
        memory=memory, issued=document.issued, text=document.text, parties=parties or {}, sole=sole, treaty=about
    )
    finder.labels = {iri: "" for iris in named for iri in iris} | {m.iri: fold(m.label) for m in mentions if m.iri}
    table = Table()
    kinds = with_rows(kinds, phrases, memory) if kinds else ["paragraph"] * len(phrases)
    course = find_course(mentions, phrases, block_of, kinds)
    for number, (kind, seen) in enumerate(zip(kinds, phrases, strict=True)):
        phrase = reveal(seen, document.text)
        finder.number = number
        back = course.come_back(finder.treaty, number)
        finder.treaty, finder.main = back, back if back != finder.treaty else finder.main
        finder.treaty = _opening_topic(phrase) or finder.treaty
        words = phrase.words
        note_makers(finder, phrase)
        read = read_line(finder, table, phrase)
        for row in table.finished():
            for state, name, date, span in row:
                keep_row(finder, state, name, date, span)
        if not read:
            _read_sentence(finder, phrase, document.text, heading=kind == "heading", item=kind == "item")
        memory.remember(phrase)
        memory.together = _stood_for(finder, phrase)
        finder.entry = find_entry(phrase, words, memory) or finder.entry
        _remember_treaty(finder, phrase, mentions)
    for row in table.finished(end=True):
        for state, name, date, span in row:
            keep_row(finder, state, name, date, span)
    kept = [c for c in finder.claims if c.status != "Signatory" or (c.state, c.treaty) not in _never_signed(finder)]
    told = _drop_announced(
        finder.actions, [p.span for p, kind in zip(phrases, kinds, strict=True) if kind == "heading"]
    )
    return _unique_actions(told), _unique_claims(list(_put_back(kept, phrases, kinds)))


def _never_signed(finder: Finder) -> Set[tuple[str, str]]:
    """Give the States and treaties that are said not to have signed, where no signature is told."""
    return {(state, treaty) for state, treaty in finder.unsigned if not _is_signed(finder, state, treaty)}


def _put_back(claims: Sequence[StatusClaim], phrases: Sequence[Phrase], kinds: Sequence[str]) -> Iterator[StatusClaim]:
    """Date what was so "in those days", or in the row of a day, by that day: "On D0 A1 came, not a party then"."""
    for claim in claims:
        at = find_phrase(phrases, claim.span.begin) if claim.as_of is None else None
        day = _day_spoken_of(phrases, at, kinds) if at is not None else None
        yield claim if day is None else replace(claim, as_of=day)


def _day_spoken_of(phrases: Sequence[Phrase], at: int, kinds: Sequence[str]) -> str | None:
    """Give the day that a sentence is about: the last one told, if it says "then", or the one that heads its row."""
    if says("back-then", phrases[at].words):
        days = [m.date for phrase in phrases[: at + 1] for m in phrase.marks_in("D")]
        return next((day.first for day in reversed(days) if day is not None), None)
    rows = takewhile(lambda row: kinds[row] == "item", range(at, -1, -1))
    opening = next((phrases[row] for row in rows if phrases[row].words[0] in _BULLETS), None)
    first = opening.marks[1] if opening is not None and opening.words[2:3] in (["."], [":"]) else None
    return first.date.first if first is not None and first.date is not None else None


_BULLETS = frozenset("-–—*•·>")


def _remember_treaty(finder: Finder, phrase: Phrase, mentions: Sequence[TreatyMention]) -> None:
    """Note the treaties of a sentence, those in the names of events too."""
    here = [m.treaties for m in phrase.marks_in("T")]
    if here and (finder.treaty or len(here) > 1) and _is_passing(phrase):
        here = here[:-1] or [finder.treaty]
    if not here:
        first = bisect_left(mentions, phrase.span.begin, key=lambda m: m.begin)
        last = bisect_left(mentions, phrase.span.end, first, key=lambda m: m.begin)
        here = [m.iris for m in mentions[first:last] if m.iris]
    finder.spoken.append(tuple(dict.fromkeys(t for treaties in here for t in treaties)))
    if here:
        finder.treaty, finder.obscure = _main_of(here, finder.treaty), not here[-1]
    elif len(finder.labels) > 1 and len(phrase.words) < _TOPIC and finder.told_at != finder.number:
        finder.treaty = _topic_of(phrase, finder.labels) or finder.treaty


def _is_passing(phrase: Phrase) -> bool:
    """Tell whether a sentence names its last treaty in passing: "refuses as long as A1 stays outside T2"."""
    at = next(i for i in range(len(phrase.marks) - 1, -1, -1) if (m := phrase.marks[i]) is not None and m.letter == "T")
    lead = phrase.words[max(0, at - 8) : at]
    return phrase.words[0] not in lead and says("passing-leads", lead)


def _main_of(here: Sequence[tuple[str, ...]], before: tuple[str, ...]) -> tuple[str, ...]:
    """Give the treaty of which a sentence goes on to name the protocols, else what it names last."""
    last = here[-1]
    mains = [*here[:-1], *([before] if len(last) > 1 else [])]
    found = [main for main in mains if len(main) == 1 and last and all(t.startswith(f"{main[0]}-") for t in last)]
    return found[0] if found else last


def _topic_of(phrase: Phrase, named: Mapping[str, str]) -> tuple[str, ...]:
    """Give the treaty of what a short sentence says comes next: "the afternoon dealt with chemical weapons"."""
    line = f" {' '.join(phrase.words)} "
    found = {iri for topic, iri in _topics() if iri in named and f" {topic} " in line}
    return tuple(found) if len(found) == 1 else ()


def _opening_topic(phrase: Phrase) -> tuple[str, ...]:
    """Give the treaty of what a sentence opens with or says alone: "on cluster bombs , ...", "mines ."."""
    words = phrase.words
    lead = 2 if words[:2] in (["as", "for"], ["as", "to"], ["turning", "to"]) else int(words[:1] == ["on"])
    stop = next((i for i, word in enumerate(words[:6]) if word in {",", ":", "."}), 0)
    closes = lead > 0 if words[stop] == "," else not lead and (words[stop] == ":" or stop == len(words) - 1)
    said = " ".join(words[lead:stop])
    return next(((iri,) for topic, iri in _topics() if topic == said), ()) if stop and closes else ()


@cache
def _topics() -> list[tuple[str, str]]:
    known = ((topic, look_up_treaty(name)) for topic, name in load_pairs("treaty-topics").items())
    return [(topic, treaty.iri) for topic, treaty in known if treaty is not None]


def _read_sentence(finder: Finder, phrase: Phrase, text: str, *, heading: bool, item: bool) -> None:
    heads = find_heads(phrase)
    words = phrase.words
    if not load_words("bills").isdisjoint(words):
        finder.bill_at = finder.number
    if "?" in words[-2:]:
        note_question(finder, phrase, words, heads)
        return
    if (item or heading) and read_item(finder, phrase, words, heads, text):
        return
    if heading or not item:
        finder.listing = None
    if not item and not heading:
        finder.columns = ()
    last, last_at = finder.deed, finder.deed_at
    told = _read_heads(finder, phrase, words, heads, heading=heading) if heads else read_answer(finder, phrase, words)
    if heading and not phrase.marks_in("T"):
        told = [one for one in told if one.head.form in {"noun", "force"}]
    told = read_exceptions(finder, phrase, read_gaps(finder, phrase, told, heads), heads)
    told = sort_by_column(words, read_pairs(finder, phrase, told, heads))
    told = date_alike(finder, phrase, told, last, last_at)
    if finder.deed_at == finder.number and finder.deed is not None:
        finder.deed = next((x for x in reversed(told) if x.name == finder.deed.name), finder.deed)
    _keep(finder, phrase, told)
    _note_told(finder, told)
    if not told and len(heads) == 1:
        _note_act(finder, phrase, heads[0])
    if len(words) < 26:
        open_list(finder, phrase, words, heads, heading=heading)


def _read_heads(
    finder: Finder, phrase: Phrase, words: Sequence[str], heads: Sequence[Head], *, heading: bool
) -> list[Told]:
    """Read each head of a sentence; a lead line that names nobody tells nothing itself."""
    told: list[Told] = []
    lead = words[-1] == ":" and not any(mark is not None and mark.letter in "ABL" for mark in phrase.marks)
    for at, head in enumerate(heads):
        before = heads[at - 1] if at else None
        after = heads[at + 1] if at + 1 < len(heads) else None
        sentence = Sentence(finder, phrase, words, told, before, after, heading=heading)
        if head.row.name == "outside":
            finder.outside_at = finder.number
        one = _READERS[head.form](sentence, head)
        if one and not lead:
            told += one
            _note(finder, head, told)
        elif after is not None and after.form == "echo":
            _note_act(finder, phrase, head, opens=True)
        _note_kind(finder, head)
    return told


def _note_told(finder: Finder, told: Sequence[Told]) -> None:
    """Keep in mind what a sentence told, and what of States of whom it gave only the number."""
    if not told:
        return
    finder.told, finder.told_at = told, finder.number
    counted = next((one for one in told if not one.doer.states and one.mood in {"done", "denied"}), None)
    if counted is not None:
        finder.counted, finder.counted_at = counted, finder.number


def _stood_for(finder: Finder, phrase: Phrase) -> tuple[str, ...]:
    """Give the States for whom words of a sentence stood that told something of several of them."""
    told = finder.told if finder.told_at == finder.number else ()
    spoken = (one.doer for one in told if len(one.doer.states) > 1)
    return next((doer.states for doer in spoken if doer.at < 0 or phrase.marks[doer.at] is None), ())


def _note_act(finder: Finder, phrase: Phrase, head: Head, *, opens: bool = False) -> None:
    """Keep in mind that a sentence is about an act, whoever did it: "ratifications come slowly", for "A0 followed"."""
    name = head.row.fields.get("action")
    opens = opens or head.first - (phrase.words[0] in load_words("determiners")) == 0
    opens = opens and head.form == "noun"
    treaties = next((m.treaties for m in phrase.marks_in("T")), finder.treaty)
    if name in CONSENTS and opens and treaties and read_mood(phrase.words[: head.first], "") == "done":
        nobody = Doer((), -1)
        finder.deed = Told(head=head, name=name, doer=nobody, treaties=treaties, mood="done", dates=(None,))
        finder.deed_at = finder.number


def _note(finder: Finder, head: Head, told: Sequence[Told]) -> None:
    """Keep in mind what a head told last."""
    finder.last, finder.last_at = told[-1], finder.number
    again = head.row.name == "become-party" and any(x.name in CONSENTS for x in told[:-1])
    if not told[-1].is_claim and not again:
        finder.deed, finder.deed_at = told[-1], finder.number
        finder.deeds[told[-1].name] = told[-1]
    finder.leaving = finder.leaving or told[-1].name == "Withdrawal"


def _note_kind(finder: Finder, head: Head) -> None:
    """Keep in mind which kind of consent a head speaks of, whoever gives it."""
    name = head.row.fields.get("action")
    if name not in CONSENTS or "named" in head.row.fields or head.row.name in {"join", "become-party"}:
        return
    both = finder.consent is not None and finder.consent_at == finder.number and name != finder.consent
    finder.consent, finder.consent_at = "Ratification" if both else name, finder.number


def _keep(finder: Finder, phrase: Phrase, told: Sequence[Told]) -> None:
    """Make rows of a sentence's findings, once they are held against each other."""
    for one in told:
        for number, state in enumerate(one.doer.states):
            for treaty in one.treaties:
                date = one.dates[number] if len(one.dates) > 1 else one.dates[0]
                mine = [x for x in told if state in x.doer.states and treaty in x.treaties]
                if (one.name, one.mood) == ("Signature", "denied"):
                    finder.unsigned.add((state, treaty))
                later = {(x.name, x.mood) for x in mine if x.head.first > one.head.first}
                if one.name != "Signatory" or not _has_consent(later):
                    _keep_one(
                        finder, phrase, one, state, treaty, date, mine
                    )  # "a signatory , A0 was the first to ratify"


def _keep_one(
    finder: Finder, phrase: Phrase, one: Told, state: str, treaty: str, date: str | None, mine: Sequence[Told]
) -> None:
    span = _span(phrase, one)
    others = {(x.name, x.mood) for x in mine if x is not one}
    since = one.head.row.name == "signature" and "since" in phrase.words[one.head.first : one.head.last]
    if one.is_claim or (since and not _has_consent(others)):
        lesser = one.name == "NotParty" and ("Signature", "done") in others and _is_of_party(phrase, one)
        status = one.name if one.is_claim and not lesser else "Signatory"
        finder.claims.append(StatusClaim(state=state, treaty=treaty, status=status, as_of=date, span=span))
    elif one.mood == "denied":
        general = one.head.row.name == "conclude" and not _is_signed(finder, state, treaty)
        denied = "NotParty" if general else _denied_status(one, treaty, others)
        corrected = any(x.head.row.name == "denied-echo" and x.name == "NotParty" for x in mine if x is not one)
        if denied is not None and not corrected:
            finder.claims.append(StatusClaim(state=state, treaty=treaty, status=denied, as_of=None, span=span))
    elif (
        one.name == "Signature"
        and one.head.row.name != "conclude-new"
        and one.mood == "done"
        and date is None
        and (_is_perfect(phrase, one) or (one.head.first == 0 and _is_only_signed(others)))
        and not (_has_consent(others) or _is_bound(finder, state, treaty))
    ):
        finder.claims.append(StatusClaim(state=state, treaty=treaty, status="Signatory", as_of=None, span=span))
        if ("Ratification", "denied") not in others and one.doer.at != one.head.first:
            finder.actions.append(to_action(finder, "Signature", state, treaty, one.mood, None, span))
    elif _is_become_party(phrase, one) and (_has_consent(others) or _is_bound(finder, state, treaty)):
        force = to_action(finder, "EntryIntoForce", state, treaty, one.mood, date, span)
        _keep_become_party(finder, one, force, mine, ranked=_is_ranked(phrase, one))
    elif one.mood != "open" and not (_is_general(one) and (_has_consent(others) or _is_bound(finder, state, treaty))):
        name = _name_of(finder, one, state, treaty)
        stands = date is None and _is_perfect(phrase, one)
        stands = stands or (_is_become_party(phrase, one) and _is_ranked(phrase, one))
        if name in CONSENTS and one.mood == "done" and stands:
            finder.claims.append(StatusClaim(state=state, treaty=treaty, status="StateParty", as_of=None, span=span))
        finder.actions.append(to_action(finder, name, state, treaty, one.mood, date, span))
        if name == "Signature" and one.mood == "done" and _is_to_ratify(others):
            finder.claims.append(StatusClaim(state=state, treaty=treaty, status="Signatory", as_of=None, span=span))


def _keep_become_party(finder: Finder, one: Told, force: TreatyAction, mine: Sequence[Told], *, ranked: bool) -> None:
    """Keep "it became a party on D1" of a State whose consent is told: from that day, a later one, it is bound.

    Whoever is `ranked`, "became the 40th party", may be so from the day of its deposit.
    """
    state, treaty, date = force.state, force.treaty, force.date
    consents = _days_of_consent(finder, state, treaty, mine)
    if date is not None and not ranked and consents and date not in consents and date > max(consents):
        finder.actions.append(force)
    same = any(x.name in CONSENTS and x.mood == "done" for x in mine if x is not one)
    if one.mood == "done" and (same or ranked) and force.status == "Held":
        finder.claims.append(StatusClaim(state=state, treaty=treaty, status="StateParty", as_of=date, span=force.span))


def _denied_status(one: Told, treaty: str, others: Set[tuple[str, Mood]]) -> str | None:
    """Give the standing of a State of which an act is denied, seen with what the sentence tells of it besides."""
    status = DENIED.get(one.name)
    if _has_consent(others):
        return None
    if one.name == "Ratification" and ("Signature", "denied") in others:
        return None
    if status == "NotParty" and ("Signature", "done") in others and one.name != "Signature":
        return "Signatory"
    if one.name == "Ratification" and _is_never_signed(treaty):
        return "NotParty"
    return status


def _is_never_signed(treaty: str) -> bool:
    """Tell whether a treaty is only ratified: those of the International Labour Organization are not signed."""
    try:
        return any(name.startswith("ILO ") for name in load_lexicon().names(treaty))
    except VocabularyError:  # a treaty that only the text names
        return False


def _has_consent(others: Set[tuple[str, Mood]]) -> bool:
    return any((name, "done") in others for name in CONSENTS)


def _is_become_party(phrase: Phrase, one: Told) -> bool:
    """Tell whether words say "became a party" and not "became a member", and nothing is asked or denied."""
    if one.mood not in {"done", "planned"}:
        return False
    words = phrase.words[one.head.first : one.head.last]
    return one.head.row.name == "become-party" and bool({"party", "parties"} & set(words))


def _is_of_party(phrase: Phrase, one: Told) -> bool:
    """Tell whether words say "not a party", which one that has signed may be."""
    return bool({"party", "parties"} & set(phrase.words[one.head.first : one.head.last]))


def _days_of_consent(finder: Finder, state: str, treaty: str, mine: Sequence[Told]) -> set[str]:
    """Give the days on which a State is told to have joined a treaty, and the months and years that they are in."""
    done = (a.date for a in finder.actions if (a.state, a.treaty) == (state, treaty) and a.type in CONSENTS)
    days = [
        *done,
        *(day for one in mine if one.name in CONSENTS and one.head.row.name != "become-party" for day in one.dates),
    ]
    return {day[:size] for day in days if day for size in (4, 7, 10)}


def _is_ranked(phrase: Phrase, one: Told) -> bool:
    """Tell whether words say how many were parties before: "became the 40th party"."""
    words = phrase.words[one.head.first : one.head.last]
    return any(word[0].isdigit() for word in words)


def _is_general(one: Told) -> bool:
    """Tell whether words leave open how a State joined: "became a party", "concluded the Convention"."""
    row = one.head.row.name
    return one.mood == "done" and (row in {"become-party", "conclude"} or (row == "join" and not any(one.dates)))


def _is_bound(finder: Finder, state: str, treaty: str) -> bool:
    done = (a for a in finder.actions if a.status == "Held" and a.type in CONSENTS)
    return any((a.state, a.treaty) == (state, treaty) for a in done)


def _is_only_signed(others: Set[tuple[str, Mood]]) -> bool:
    """Tell whether the sentence says besides that the State is yet to ratify: "has not", "must"."""
    return any(
        name == "Signatory" or (name == "Ratification" and mood in {"denied", "open", "planned"})
        for name, mood in others
    )


def _is_to_ratify(others: Set[tuple[str, Mood]]) -> bool:
    """Tell whether the sentence says besides what is still to come: "signed in D1 and is to ratify this year"."""
    done = _has_consent(others) or any(name == "StateParty" for name, _ in others)
    return not done and bool(others & {("Ratification", "open"), ("Ratification", "planned")})


def _is_contrasted(phrase: Phrase, one: Told) -> bool:
    """Tell whether "but" behind "has signed" says that nothing came of it."""
    behind = phrase.words[one.head.last : one.head.last + 4]
    return behind[:1] == ["but"] or ("but" in behind and phrase.marks[one.head.last] is not None)


def _is_signed(finder: Finder, state: str, treaty: str) -> bool:
    done = (a for a in finder.actions if a.type == "Signature" and a.status == "Held")
    return any((a.state, a.treaty) == (state, treaty) for a in done)


def _name_of(finder: Finder, one: Told, state: str, treaty: str) -> str:
    """Name the act by which a State joins: one that has signed ratifies."""
    signed = _is_signed(finder, state, treaty)
    return "Ratification" if signed and one.head.row.name in {"become-party", "join"} else one.name


def _is_perfect(phrase: Phrase, one: Told) -> bool:
    words = phrase.words[max(0, one.head.first - 4) : one.head.first]
    return bool({"have", "has", "had", "having"} & set(words))


def _span(phrase: Phrase, one: Told) -> Span:
    at = [one.head.first, one.head.last - 1]
    if one.doer.at >= 0:
        at.append(one.doer.at)
    return Span(phrase.spans[min(at)].begin, phrase.spans[max(at)].end)


_TOPIC = 16
"""Words below which a sentence or heading may do nothing but name what comes next."""

_NEVER = StatusClaim(state="", treaty="", status="", as_of="0001", span=Span(0, 0))


_RANK = {"Held": 0, "Planned": 1, "Cancelled": 2}


def _drop_announced(actions: Sequence[TreatyAction], headlines: Sequence[Span]) -> list[TreatyAction]:
    """Leave out what a headline tells without a day of what the news below it says is to come: "Denmark Ratifies"."""
    planned = {(a.type, a.state, a.treaty) for a in actions if a.status == "Planned" and a.date is not None}
    return [
        action
        for action in actions
        if action.date is not None
        or (action.type, action.state, action.treaty) not in planned
        or not any(span.begin <= action.span.begin < span.end for span in headlines)
    ]


def _unique_actions(actions: Sequence[TreatyAction]) -> list[TreatyAction]:
    """Keep one action of a kind per State and treaty: done before planned, dated before undated, then the first.

    "Joined" without saying how is the same as a ratification that the text tells of elsewhere, and what a parliament
    did about it only a step to what was done.
    """
    kept: dict[tuple[str, str, str], TreatyAction] = {}
    for action in actions:
        key = (action.type, action.state, action.treaty)
        first = kept.setdefault(key, action)
        if (_RANK.get(action.status, 3), action.date is None) < (_RANK.get(first.status, 3), first.date is None):
            kept[key] = action
    for (kind, state, treaty), action in list(kept.items()):
        named = [kept[k] for name in CONSENTS if name != "Accession" and (k := (name, state, treaty)) in kept]
        same = any(_RANK.get(x.status, 3) <= _RANK.get(action.status, 3) for x in named)
        done = (kept.get((name, state, treaty)) for name in CONSENTS if name != kind)
        step = action.status == "Planned" and any(x is not None and x.status == "Held" for x in done)
        if (kind == "Accession" and same) or (kind in CONSENTS and step):
            del kept[kind, state, treaty]
    return sorted(kept.values(), key=lambda a: (a.span, a.state, a.type))


def _unique_claims(claims: Sequence[StatusClaim]) -> list[StatusClaim]:
    kept: dict[tuple[str, str, str], StatusClaim] = {}
    for claim in claims:
        first = kept.setdefault((claim.state, claim.treaty, claim.status), claim)
        if first.as_of is None and claim.as_of is not None:
            kept[claim.state, claim.treaty, claim.status] = claim
    for state, treaty, status in list(kept):
        if status == "Signatory" and kept.get((state, treaty, "NotParty"), _NEVER).as_of is None:
            kept.pop((state, treaty, "NotParty"), None)
    return sorted(kept.values(), key=lambda c: (c.span, c.state, c.status))


_READERS = {
    "verb": read_verb,
    "noun": read_noun,
    "newcomers": read_newcomers,
    "instrument": read_instrument,
    "force": read_force,
    "standing": read_standing,
    "echo": read_echo,
    "bill": read_bill,
    "deposit": read_deposit,
}
