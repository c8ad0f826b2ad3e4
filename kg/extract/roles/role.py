"""Who had which role at an event: matches of the role patterns, settled into participations.

The patterns are rows of `ontology/patterns/roles.ttl`. A row names its event by the EVENT slot; without one the
event nearest in the sentence is meant, and without any the event that the text is speaking of.
"""

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.extract.events.focus import FAR, find_foci, occasions_of
from kg.extract.events.occasion import Occasion, Occasions
from kg.extract.events.part import ORDER, Part, Sentence, Told
from kg.extract.events.series import Plural, each_of, find_series, say_likewise
from kg.extract.phrases.aside import leave_out_asides
from kg.extract.phrases.pattern import Match, PatternSet, load_patterns, says
from kg.extract.phrases.phrase import Mark, Phrase
from kg.extract.phrases.subject import find_subject
from kg.extract.roles.anaphora import is_pronoun, resolve_pronouns
from kg.extract.roles.bind import (
    find_fitting,
    has_event,
    is_dated_elsewhere,
    is_object,
    is_of_a_thing,
    is_of_next,
    is_said_later,
    is_side,
    is_told_first,
    is_topic,
    looks_on,
    spoken_of,
)
from kg.extract.roles.floor import Floor, find_floor, find_placed
from kg.extract.roles.gap import fill_gaps, leave_out_owners
from kg.extract.roles.group import spell_out
from kg.extract.roles.otheredition import is_of_another
from kg.extract.roles.rolelist import (
    Lead,
    continues_list,
    find_lead,
    has_label,
    inline_list,
    is_attendance,
    is_programme,
    list_parts,
    programme_parts,
    rest_of_list,
    seat_parts,
)
from kg.extract.roles.talk import Talk
from kg.extract.text.passage import Block
from kg.extract.text.spans import Spans
from kg.extract.words.wordclass import load_words
from kg.model import Participation, Span


def find_parts(
    phrases: Sequence[Phrase],
    blocks: Sequence[Block],
    block_of: Sequence[int],
    occasions: Occasions,
    kinds: Mapping[str, str],
    *,
    talk: Talk | None = None,
    plurals: Mapping[int, Plural] | None = None,
    bodies: Spans[str] | None = None,
) -> Told:
    """Find who had which role, sentence by sentence.

    `block_of[i]` is the number of the block that phrase i stands in; `kinds` gives the class of each actor;
    `talk` says whom "I" and "we" mean, `plurals` which mentions speak of several events, `bodies` where one is named.
    """
    patterns = load_patterns("roles")
    talk = talk or Talk()
    parts: list[Part] = []
    sentences: list[Sentence] = []
    lead: Lead | None = None
    latest: list[Part] = []
    nearby: list[int] = []
    before: Phrase | None = None
    thing = programme = False
    held: tuple[int, int] | None = None
    floor = Floor()
    foci = find_foci(phrases, blocks, block_of, occasions)
    series = find_series(phrases, blocks, block_of, occasions, plurals or {})
    for number, phrase in enumerate(phrases):
        block = blocks[block_of[number]]
        apart = bool(number) and block_of[number] != block_of[number - 1]
        if apart:
            talk.turn(carry=block.kind == "paragraph" and blocks[block_of[number - 1]].kind == "paragraph")
            nearby, thing, before = [], False, None
        phrase = fill_gaps(leave_out_owners(spell_out(resolve_pronouns(phrase, talk))))
        focus, recent = foci[number]
        thing = thing and not phrase.marks_in("E")
        sentence = Sentence(
            phrase=phrase,
            thing=thing,
            focus=focus,
            recent=recent,
            organ=before is not None and "it" in phrase.words and _ORGAN.search(before.line) is not None,
            of_item=occasions_of(phrase, occasions),
            nearby=nearby,
            held=held[0] if held is not None and block_of[number] - held[1] <= FAR else None,
        )
        listed = apart and block.kind == "item"
        sentence.floor = floor.take(sentence, block_of[number], occasions, listed=listed)
        sentence.recent = recent or (focus is not None and sentence.floor == focus)
        nearby = [*reversed(sentence.mentioned()), *nearby]
        thing = not phrase.marks_in("E") and (thing or not load_words("things").isdisjoint(phrase.words[:_SUBJECT]))
        before = phrase
        past = [k for k in sentence.mentioned() if not any(occasions.found[k].future)]
        held = (past[-1], block_of[number]) if past else held
        labelled = lead is not None and (has_label(phrase, patterns) or _is_elsewhere(phrase))
        if lead is not None and not labelled and continues_list(lead, block, phrase, apart=apart):
            listed_here = list_parts(phrase, lead.role, lead.occasion)
            parts += [*listed_here, *(seat_parts(listed_here, bodies) if lead.present and bodies else ())]
            floor.keep([lead.occasion], block_of[number])
            continue
        if not _is_elsewhere(phrase):
            sentences.append(sentence)
        found = _sentence_parts(sentence, patterns, occasions, kinds, latest)
        programme = is_programme(phrase, block, before=programme)
        if programme and focus is not None and not found and not sentence.of_item:
            found = programme_parts(phrase, focus)
        if bodies is not None and found and is_attendance(phrase):
            found += seat_parts([p for p in found if p.role == "Participant"], bodies)
        found += rest_of_list(phrases[number - 1] if number else None, phrase, latest)
        for occasion, each in each_of(sentence, series[number]):
            told = _sentence_parts(each, patterns, occasions, kinds, latest)
            found += [p for p in told if p.occasion == occasion and p.role != "Absent"]
        found += say_likewise(phrase, series[number], latest)
        parts += found
        floor.keep([p.occasion for p in found], block_of[number])
        latest = found or latest
        lead = None if series[number].below else find_lead(sentence, block, patterns, occasions)
    absent = frozenset((p.occasion, p.actor) for p in parts if p.role == "Absent")
    return Told(parts=_settle(parts), absent=absent, sentences=sentences)


@dataclass(frozen=True, slots=True)
class _Finding:
    """One match of a role pattern, and the occasion that it is about."""

    rank: int
    match: Match
    occasion: int
    phrase: Phrase

    @property
    def role(self) -> str:
        return self.match.pattern.fields["role"]


def _sentence_parts(
    sentence: Sentence,
    patterns: PatternSet,
    occasions: Occasions,
    kinds: Mapping[str, str],
    latest: Sequence[Part],
) -> list[Part]:
    """Find the roles that one sentence states; `latest` are those of the sentence before."""
    phrase = sentence.phrase
    if not phrase.marks_in("AB") or not _may_be_at_event(sentence, occasions):
        return []
    elsewhere = _is_elsewhere(phrase)
    found = _match(sentence, patterns, occasions, kinds, elsewhere=elsewhere)
    plain = leave_out_asides(phrase)
    if plain is not phrase:
        kept = _renumber(sentence, plain)
        gone = sentence.of_item and not kept
        focus = spoken_of(sentence) if gone else sentence.focus
        found = [f for f in found if not _runs_out(f, plain)]
        short = replace(sentence, phrase=plain, of_item=kept, focus=focus)
        found += _match(short, patterns, occasions, kinds, elsewhere=elsewhere)
    found = _prefer_slots(found)
    found.sort(key=lambda x: (x.rank, x.phrase.spans[x.phrase.item_at(x.match.begin)], x.match.end))
    parts: list[Part] = []
    roles_of: dict[tuple[int, str], set[str]] = {}
    away = [f for f in found if f.role == "Absent"]
    missing = {a for f in away for mark in _actors_of(f.phrase, f.match) for a in _wanted(mark, f.match, kinds)}
    for finding in found:
        if finding.role != "Same":
            training = occasions.found[finding.occasion].type == "Training"
            role = "Trainer" if training and _teaches(finding, kinds) else finding.role
            parts += _assign(finding, role, finding.occasion, roles_of, kinds)
    parts += [p for p in inline_list(sentence, patterns, occasions) if (p.occasion, p.actor) not in roles_of]
    called = _called(sentence, occasions)
    more = {(p.occasion, p.actor) for p in called}
    parts = [p for p in parts if p.role != "Participant" or (p.occasion, p.actor) not in more] + called
    came = _delegations(sentence, {(p.occasion, p.actor) for p in parts}, kinds, elsewhere=elsewhere)
    same = [(f, _role_meant(f, [*parts, *came], latest)) for f in found if f.role == "Same"]
    likewise = [p for finding, known in same if known for p in _assign(finding, *known, roles_of, kinds)]
    did = {(p.occasion, p.actor) for p in likewise}
    parts += [*(p for p in came if (p.occasion, p.actor) not in did), *likewise]
    return [part for part in parts if part.role == "Absent" or part.actor not in missing]


def _may_be_at_event(sentence: Sentence, occasions: Occasions) -> bool:
    """Tell whether there is any occasion that a sentence could be about, in it or before it."""
    if sentence.of_item or sentence.nearby or (sentence.focus, sentence.floor, sentence.held) != (None, None, None):
        return True
    return any(o.mentions and o.mentions[0].begin < sentence.phrase.span.begin for o in occasions.found)


def _are_persons(finding: _Finding, kinds: Mapping[str, str]) -> bool:
    """Tell whether the actors of a match are persons: who "conducts" or "gives" a training then teaches."""
    return all(kinds.get(a) == "Person" for mark in _actors_of(finding.phrase, finding.match) for a in mark.actors)


def _runs_out(finding: _Finding, plain: Phrase) -> bool:
    """Tell whether a match runs from a name in an aside past its end: "A , which chairs B , spoke"."""
    match, phrase = finding.match, finding.phrase
    kept = {span.begin for span in plain.spans}
    last = phrase.item_at(max(match.begin, match.end - 1))
    subject = match.slots.get("SUBJECT")
    inside = subject is not None and phrase.spans[phrase.item_at(subject[0])].begin not in kept
    return inside and phrase.spans[last].begin in kept


def _match(
    sentence: Sentence,
    patterns: PatternSet,
    occasions: Occasions,
    kinds: Mapping[str, str],
    *,
    elsewhere: bool,
) -> list[_Finding]:
    """Match the patterns with one sentence and tie each match to an occasion."""
    phrase = sentence.phrase
    found: list[_Finding] = []
    for match in patterns.find(phrase.line):
        fields = match.pattern.fields
        if not _has_needs(sentence, match, occasions, elsewhere=elsewhere) or not _has_partner(phrase, match, kinds):
            continue
        floor = fields.get("needs") == "floor"
        denied = not floor and (_is_denied(phrase, match) or _is_reported(phrase, match))
        if denied and fields["role"] != "Absent":
            continue
        if sentence.organ and fields["role"] == "Chair" and phrase.line.startswith("it "):
            continue
        if not has_event(match) and (is_of_a_thing(phrase, match) or (sentence.thing and fields["role"] == "Sponsor")):
            continue
        occasion = _find_occasion(sentence, match, occasions)
        unnamed = occasion is not None and not sentence.of_item and not floor
        if occasion is not None and unnamed and is_dated_elsewhere(phrase, match, occasions.found[occasion]):
            continue
        run = not has_event(match) and fields["role"] in _OF_EDITION
        if occasion is not None and run and is_of_another(phrase, match, occasions.found[occasion]):
            continue
        if occasion is not None and not _is_misled(
            phrase,
            match,
            kinds,
            ahead=occasions.is_ahead(occasion),
            told=occasions.is_told(occasion) and not _is_sitting(occasions.found[occasion], kinds),
            trains=occasions.found[occasion].type == "Training",
        ):
            found.append(_Finding(ORDER.index(fields["role"]), match, occasion, phrase))
    return found


def _find_occasion(sentence: Sentence, match: Match, occasions: Occasions) -> int | None:
    """Give the occasion that a match is about; who speaks in a room of another event as news was not at that one."""
    if match.pattern.fields.get("needs") == "floor":
        occasion = None if is_object(sentence, match) else find_floor(sentence, match, occasions)
        news = occasion in sentence.mentioned() and is_told_first(sentence, match, occasions)
        return None if news else occasion
    occasion = find_fitting(sentence, match, occasions)
    placed = None if occasion is None or sentence.of_item else find_placed(sentence, match, occasions)
    return occasion if placed is None else placed


def _is_misled(
    phrase: Phrase, match: Match, kinds: Mapping[str, str], *, ahead: bool, told: bool, trains: bool
) -> bool:
    """Tell whether a role does not follow from a match, for what is known of its event and of the sentence.

    Who is quoted on an event that lies ahead has not spoken at it; a person who "held a summit with" another did not
    organise it, nor did one who guided it; and "without A, B and C" is no one's absence where it is about a treaty.
    """
    role = match.pattern.fields["role"]
    if (role == "Participant" and _is_no_comer(phrase, match, kinds)) or (role == "Chair" and is_side(phrase, match)):
        return True
    if role == "Speaker" and "SUBJECT" in match.slots and _is_of_another(phrase, match):
        return True
    first = phrase.item_at(match.begin)
    if role == "Speaker" and first and phrase.words[first - 1] in load_words("meals"):
        return True  # "the dinner was given by A0"
    if role == "Speaker":
        return ((ahead and not looks_on(phrase, match)) or told) and not has_event(match)
    if role == "Host" and " hosts " in phrase.line[match.begin : match.end]:
        return _THANKED.search(phrase.line, match.begin, match.end) is not None
    if role == "Sponsor" and not has_event(match):
        before = phrase.marks[first - 2] if first > 1 and phrase.words[first - 1] in load_words("be") else None
        if first > 1 and phrase.words[first - 2] in _PEOPLE:
            return True  # "he was supported by B1"
        return before is not None and any(kinds.get(a) == "Person" for a in before.actors)  # "A0 was supported by B1"
    if role == "Organizer":
        behind = phrase.line[match.end :].split()[:2]
        guided = not trains and not _GUIDED.isdisjoint(phrase.line[match.begin : match.end].split())
        if not has_event(match) and not load_words("talks").isdisjoint(phrase.line[: match.begin].split()[-4:]):
            return True  # "remarks were also offered by A"
        return _are_persons(_Finding(0, match, 0, phrase), kinds) and (guided or behind[:1] == ["with"])
    treaty = bool(phrase.marks_in("T")) or " force " in phrase.line or " effect " in phrase.line
    return role == "Absent" and treaty and phrase.line.startswith("without ", match.begin)


def _teaches(finding: _Finding, kinds: Mapping[str, str]) -> bool:
    """Tell whether those whom a match names teach at a training: persons who conduct it, or lecture there."""
    match = finding.match
    lectures = finding.role == "Speaker" and "lectur" in finding.phrase.line[: match.end]
    return (finding.role == "Organizer" or lectures) and _are_persons(finding, kinds)


def _is_sitting(occasion: Occasion, kinds: Mapping[str, str]) -> bool:
    """Tell whether an event told by a verb is one body's sitting, which speakers address: "the Council met on D1"."""
    parties = {actor for actor, _, _ in occasion.parties}
    return len(parties) == 1 and kinds.get(next(iter(parties))) in {"IntergovernmentalOrganization", "GovernmentBody"}


def _is_no_comer(phrase: Phrase, match: Match, kinds: Mapping[str, str]) -> bool:
    """Tell whether a match says how a State stands or who heads a body, but not that anybody came."""
    if _LED.fullmatch(phrase.line, match.begin, match.end) is not None:
        body = _actors_of(phrase, match)[0]
        return not body.introduced and kinds.get(body.actors[0]) not in {"State", "Person"}  # "the office, led by A1"
    stands = _STANDS.search(phrase.line, match.begin)
    if not has_event(match) and stands is not None and stands.start() < match.end:
        return True
    who, named, _ = phrase.line[: match.end].partition(" including ")  # "N0 have signed, including A"
    told = not load_words("told-of-treaty").isdisjoint(who.split(" "))
    return bool(named) and told and not phrase.marks_in("E")


def _is_of_another(phrase: Phrase, match: Match) -> bool:
    """Tell whether the verb of a match has a subject of its own: "A0 listened as the host spoke"."""
    words = phrase.line[match.begin : match.end].split(" ")
    openers = (i for i, word in enumerate(words[1:], 1) if word in load_words("meanwhile") and words[i - 1] != ",")
    return any(words[i + 1 : i + 2] == ["the"] and " as " not in match.pattern.source for i in openers)


def _has_needs(sentence: Sentence, match: Match, occasions: Occasions, *, elsewhere: bool) -> bool:
    """Tell whether a match has what its row needs: an event of its own, or one spoken of nearby."""
    needs = match.pattern.fields.get("needs")
    if needs == "event":
        return has_event(match)
    spoken = [*sentence.nearby[:1], *sentence.mentioned()] if needs == "near" else []
    if needs == "near" and sentence.focus not in spoken:
        return is_of_next(sentence, match, occasions)
    if needs == "floor":
        return not elsewhere
    if needs not in {"recent", "near"}:
        return needs != "list"
    if not sentence.recent or is_said_later(sentence, match, occasions):
        return False
    return match.pattern.fields["role"] != "Speaker" or not (elsewhere or is_topic(sentence, match))


def _prefer_slots(found: list[_Finding]) -> list[_Finding]:
    """Let a match that names its event win over one of the same actor and role that does not.

    What a relative clause tells, "A, who concluded the talks, was there", is said besides.
    """
    named = {
        (f.role, mark.begin)
        for f in found
        if has_event(f.match) and " , who " not in f.phrase.line[f.match.begin : f.match.end]
        for mark in _actors_of(f.phrase, f.match)
    }
    return [
        f
        for f in found
        if has_event(f.match) or not all((f.role, m.begin) in named for m in _actors_of(f.phrase, f.match))
    ]


def _role_meant(finding: _Finding, parts: Sequence[Part], latest: Sequence[Part]) -> tuple[str, int] | None:
    """Give the role and the occasion that "so did X" takes from the words before."""
    begin, end = finding.phrase.text_span(finding.match.begin, finding.match.end)
    words = finding.phrase.line[: finding.match.begin].split()
    if finding.phrase.line.startswith("like ", finding.match.begin) and words[-1:] == [","]:
        # "A , like B , spoke": what is still to come; "and , like B , ..." is no more about what was before
        later = [p for p in parts if p.span.end > end]
        if later or words[-2:] == ["and", ","]:
            return _nearest(later)
    earlier = [p for p in parts if p.span.end <= begin + 1]
    if not earlier and finding.match.begin == 0 and parts:
        return _nearest(parts)  # "together with A, B organised it, with money from C"
    earlier = earlier or list(parts)
    beside = finding.phrase.line.startswith(("together with ", "along with ", "as well as ", "like "))
    earlier = earlier or [p for p in latest if finding.match.begin == 0 and not beside]
    return _nearest(earlier, last=True)


def _nearest(parts: Sequence[Part], *, last: bool = False) -> tuple[str, int] | None:
    """Give role and occasion of the part that ends first, or last."""
    ordered = sorted(parts, key=lambda p: p.span.end, reverse=last)
    return (ordered[0].role, ordered[0].occasion) if ordered else None


def _assign(
    finding: _Finding,
    role: str,
    occasion: int,
    roles_of: dict[tuple[int, str], set[str]],
    kinds: Mapping[str, str],
) -> list[Part]:
    """Give the actors of a match their role, unless the sentence states a more telling one."""
    parts = []
    match, phrase = finding.match, finding.phrase
    for mark in _actors_of(phrase, match):
        if len(mark.actors) < int(match.pattern.fields.get("atLeast", "1")):
            continue
        if match.pattern.fields.get("introduced") not in {None, "true" if mark.introduced else "false"}:
            continue
        for actor in _wanted(mark, match, kinds):
            stated = roles_of.setdefault((occasion, actor), set())
            if role in stated or "Absent" in stated or (role == "Participant" and stated):
                continue
            if role == "Speaker" and match.pattern.fields.get("needs") == "recent" and stated:
                continue
            stated.add(role)
            parts.append(Part(occasion, actor, role, phrase.text_span(match.begin, match.end)))
    return parts


def _renumber(sentence: Sentence, plain: Phrase) -> dict[int, int | None]:
    """Give the occasions of the event marks that a shortened sentence keeps."""
    by_begin = {sentence.phrase.spans[i].begin: occasion for i, occasion in sentence.of_item.items()}
    return {
        i: by_begin.get(plain.spans[i].begin)
        for i, mark in enumerate(plain.marks)
        if mark is not None and mark.letter == "E"
    }


def _called(sentence: Sentence, occasions: Occasions) -> list[Part]:
    """Take "the chairman, A" in a sentence about an event for whoever chaired it, "its trainers, A" for who taught."""
    occasion = next(iter(sentence.mentioned()), sentence.focus if sentence.recent else None)
    if occasion is None:
        return []
    kind = occasions.found[occasion].type
    return [
        Part(occasion, actor, role, Span(mark.begin, mark.end))
        for mark in sentence.phrase.marks_in("AB")
        for role, actor in mark.called
        if kind in _KINDS.get(role, (kind,))
    ]


_KINDS = {
    "Chair": {"Conference", "Meeting", "Workshop", "Seminar", "Symposium"},
    "Trainer": {"Training", "Workshop", "Seminar"},
}
"""The classes of event that have somebody in a role."""


def _delegations(
    sentence: Sentence, roles_of: Set[tuple[int, str]], kinds: Mapping[str, str], *, elsewhere: bool
) -> list[Part]:
    """Take "delegations from A and B", "experts of C" in a sentence about an event to have come to it."""
    mentioned = sentence.mentioned()
    if not mentioned and (not sentence.recent or elsewhere or sentence.of_item):
        return []
    occasion = mentioned[0] if mentioned else sentence.focus
    if occasion is None or (not mentioned and sentence.phrase.marks_in("T")):
        return []
    words = sentence.phrase.words
    if not mentioned and (len(words) <= _BARE or "will" in words):
        return []  # a heading, "The Chad question", or what teams are to do
    return [
        Part(occasion, actor, "Participant", Span(mark.begin, mark.end))
        for i, mark in enumerate(sentence.phrase.marks)
        if mark is not None and mark.letter == "A" and mark.introduced
        if not (i and words[i - 1] in {"no", "neither", "hardly"})
        if not mentioned or ":" not in words[i : min(sentence.of_item)]
        for actor in mark.actors
        if kinds.get(actor) != "Person" and (occasion, actor) not in roles_of
    ]


def _is_elsewhere(phrase: Phrase) -> bool:
    """Tell whether someone speaks to the press or in writing, not at an event."""
    return says("elsewhere", phrase.words)


def _has_partner(phrase: Phrase, match: Match, kinds: Mapping[str, str]) -> bool:
    """Tell whether the last actors of a match are of a class that the row asks for."""
    wanted = match.pattern.fields.get("partnerKinds", "").split()
    if not wanted:
        return True
    marks = _actors_of(phrase, match)
    return len(marks) > 1 and any(kinds.get(actor) in wanted for actor in marks[-1].actors)


_GUIDED = frozenset({"facilitated", "led", "conducted", "directed", "steered", "guided"})
"""What a person does who chairs an event, and a body that organises one."""
_PEOPLE = frozenset({"he", "she", "they", "who"})
_SUBJECT = 5
"""Items at the head of a sentence among which the noun stands that it is about."""
_BARE = 3
"""Items that a line may have which tells nothing by itself."""
_OF_EDITION = frozenset({"Host", "Organizer", "Chair", "Sponsor"})
"""The roles by which texts tell the events of a series apart."""
_ORGAN = re.compile(
    r"\b(?:appointed|set up|established|created|formed|named|instituted|mandated|entrusted|asked) (?:(?!E)\S+ ){0,4}"
    r"(?:group|committee|commission|panel|task force|team|board|body)\b"
)
"""That a body was set up, so that "it was chaired by B0" is about the body."""
_ASIDE = re.compile(r"\A(A\d+) , [^,]* ,(?= )")
"""What is said of an actor between commas: "A0 , at that time no member , attended"."""
_OUTSIDE = {("not", word) for word in ("party", "parties", "member", "members", "signatory", "signatories")}
"""How States outside a treaty are called: "two states not party ( A0 ) attended" denies nothing."""
_LED = re.compile(r"[AB]\d+ (?:, )?(?:led|headed) by [AB]\d+ ?")
_STANDS = re.compile(
    r"(?:^| )(?:has|have) (?:[a-z]+ )?signed (?:it|(?:the )?T\d+)(?= |$)(?! (?:here|there|at|in|on|today|D\d|E\d))"
)
"""How a State stands towards a treaty, which tells nothing of a meeting: "A0 has signed T1"."""
_THANKED = re.compile(r"(?<!\S)(?:thank|prais|commend|congratulat|paid tribute to|tribute to)\S*(?: \S+)? hosts")
_UNFULFILLED = re.compile(r"(?<!\S)(?:was|were|had been) (?:due )?to (?!be )[a-z]+ .{0,80}?, but (?!also)")


def _is_denied(phrase: Phrase, match: Match) -> bool:
    """Tell whether a match says that something was not so."""
    told = phrase.line[match.begin : match.end].split(" ")
    words = _ASIDE.sub(r"\1", " ".join(told)).split() if told[1:2] == [","] else told
    words = words[words.index("but") :] if "but" in words else words  # "A0 has not joined but took part in E1"
    before = phrase.line[: match.begin].split()[-1:]
    if "to" in told and says("only-asked", told):
        return True  # "A0 have been invited to nominate N1"
    if ", but " in phrase.line and _UNFULFILLED.search(phrase.line, match.begin):
        return True  # "A0 was to host E1 , but A2 did so"
    standing = {i for i, pair in enumerate(pairwise(words)) if pair in _OUTSIDE}
    said = [word for i, word in enumerate(words) if i not in standing]
    return not load_words("denials").isdisjoint([*said, *before]) or before in (["no"], ["few"], ["hardly"])


def _is_reported(phrase: Phrase, match: Match) -> bool:
    """Tell whether a match runs from who says something into what is said: "A0 states that nobody came".

    What somebody says that he will do himself, "announced that they will attend", is told.
    """
    words = [*phrase.line[match.begin : match.end].split(), ""]
    if match.pattern.fields["role"] == "Speaker":
        return False
    said = (k for k, (a, b) in enumerate(pairwise(words)) if b == "that" and a in load_words("saying-that"))
    return any(not is_pronoun(words[k + 2]) for k in said)


def _wanted(mark: Mark, match: Match, kinds: Mapping[str, str]) -> list[str]:
    allowed = match.pattern.fields.get("actorKinds")
    wanted = [a for a in mark.actors if not allowed or kinds.get(a) in allowed.split()]
    return wanted[:1] if "single" in match.pattern.fields else wanted


def _actors_of(phrase: Phrase, match: Match) -> list[Mark]:
    marks = []
    for slot, (begin, _) in sorted(match.slots.items(), key=lambda x: x[1]):
        if slot.startswith(("SUBJECT", "ACTORS", "ANYONE")):
            item = phrase.item_at(begin)
            mark = phrase.marks[find_subject(phrase, item, match) if slot == "SUBJECT" else item]
            if mark is not None:
                marks.append(mark)
    return marks


def _settle(parts: Sequence[Part]) -> list[Part]:
    """Take out absent actors, and what is said twice."""
    telling = {(p.occasion, p.actor) for p in parts if p.role not in {"Absent", "Participant"}}
    absent = {(p.occasion, p.actor) for p in parts if p.role == "Absent"}
    kept, seen = [], set[tuple[int, str, str]]()
    for part in parts:
        key = (part.occasion, part.actor, part.role)
        if (part.occasion, part.actor) in absent or key in seen:
            continue
        if part.role == "Participant" and (part.occasion, part.actor) in telling and "/person/" in part.actor:
            continue
        seen.add(key)
        kept.append(part)
    return kept


def to_participations(parts: Sequence[Part], occasion: int) -> tuple[Participation, ...]:
    """List one occasion's participations, in text order."""
    mine = [p for p in parts if p.occasion == occasion]
    return tuple(
        Participation(actor=p.actor, role=p.role, span=p.span)
        for p in sorted(mine, key=lambda p: (p.span, p.role, p.actor))
    )
