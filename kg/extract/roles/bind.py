"""Which occasion a match of a role pattern is about."""

from collections.abc import Mapping, Sequence

from kg.extract.events.focus import is_apart
from kg.extract.events.occasion import Occasion, Occasions
from kg.extract.events.part import Sentence
from kg.extract.events.passing import is_background, is_in_post
from kg.extract.phrases.pattern import Match, says
from kg.extract.phrases.phrase import Phrase
from kg.extract.roles.floor import points_there
from kg.extract.words.wordclass import load_words

_ASIDE = 10
"""Items up to which an aside may run before the event that it mentions."""
_CLAUSE = 8
"""Items up to which the words of a match may stand behind the "which" of their clause."""
_RELATIVE = 8
"""Items up to which an event may stand before the "which" that takes it up."""


_WEIGHTS = {",": 2, ";": 15, ":": 8, "and": 3, "but": 8, "while": 10, "whereas": 10, "after": 4, "before": 4}


def find_fitting(sentence: Sentence, match: Match, occasions: Occasions) -> int | None:
    """Give the occasion of a match; where it is not of a class that the row asks for, one met just before."""
    occasion = _occasion_of(sentence, match)
    only_named = is_told_first(sentence, match, occasions) or is_object(sentence, match) or _is_passed(sentence, match)
    if occasion is not None and only_named:
        occasion = spoken_of(sentence)
    nouns = match.pattern.fields.get("eventNouns")
    if nouns and (occasion is None or occasions.found[occasion].noun not in nouns.split("|")):
        return None
    wanted = match.pattern.fields.get("eventKinds", "").split()
    past = occasion is not None and not sentence.of_item and looks_back(sentence.phrase)
    if occasion is not None and past and (occasions.is_ahead(occasion) or occasions.is_dated_ahead(occasion)):
        was = (k for k in sentence.nearby if not any(occasions.found[k].future))
        occasion = next(was, occasion if sentence.held is None else sentence.held)
    if is_of_next(sentence, match, occasions):
        occasion = sentence.nearby[0]
    if occasion is None or not wanted or occasions.found[occasion].type in wanted:
        return occasion
    if has_event(match) or match.pattern.fields.get("needs") == "near":
        return None
    return next((k for k in sentence.nearby if occasions.found[k].type in wanted), None)


def is_told_first(sentence: Sentence, match: Match, occasions: Occasions) -> bool:
    """Tell whether the events of a sentence are news that somebody speaks of: "A0 said that B1 hosted E2"."""
    phrase = sentence.phrase
    last = phrase.item_at(max(match.begin, match.end - 1))
    if match.pattern.fields["role"] != "Speaker" or has_event(match) or min(sentence.of_item, default=0) <= last:
        return False
    new = (k is None or occasions.found[k].mentions[0].begin >= phrase.span.begin for k in sentence.of_item.values())
    return "that" in phrase.words[last : min(sentence.of_item)] and all(new)


def is_object(sentence: Sentence, match: Match) -> bool:
    """Tell whether an event is but what a match speaks of: "A0 recalled E1", "A0 reported on E1"; not "spoke at E1"."""
    if match.pattern.fields["role"] == "Speaker" and _is_own_sitting(sentence.phrase, match):
        return True
    if match.pattern.fields["role"] not in {"Speaker", "Participant"} or has_event(match):
        return False
    words = sentence.phrase.words
    at = sentence.phrase.item_at(max(match.begin, match.end - 1)) + 1
    if load_words("speaking-of").isdisjoint(words[at - 2 : at]):
        return False
    while at < len(words) and words[at] in load_words("about-links"):
        at += 1
    return at in sentence.of_item


def _is_passed(sentence: Sentence, match: Match) -> bool:
    """Tell whether a match reaches an event only where a thing is from: "A0 presented the plan , adopted at E1"."""
    if match.pattern.fields["role"] not in {"Speaker", "Participant"}:
        return False
    phrase = sentence.phrase
    events = [phrase.item_at(begin) for slot, (begin, _) in match.slots.items() if slot.startswith("EVENT")]
    first = phrase.item_at(match.begin)
    return any(first < i - 1 and is_background(phrase, i) for i in events)


def _is_own_sitting(phrase: Phrase, match: Match) -> bool:
    """Tell whether a body but opened or closed what it holds: "the commission closed its session" is no speech."""
    words = phrase.line[match.begin : match.end].split()
    mark = phrase.marks[phrase.item_at(match.slots["SUBJECT"][0])] if "SUBJECT" in match.slots else None
    if mark is None or load_words("opening-hearings").isdisjoint(words) or not mark.actors:
        return False
    tails = [{*actor.rpartition("/")[2].split("-")} for actor in mark.actors]
    return all(not tail.isdisjoint(load_words("bodies-that-sit")) for tail in tails)


def looks_back(phrase: Phrase) -> bool:
    """Tell whether a sentence is in the past tense, so that it can not be about an occasion that lies ahead."""
    words = set(phrase.words)
    return not words.isdisjoint(load_words("told-of-past")) and words.isdisjoint(load_words("told-of-now"))


def is_of_next(sentence: Sentence, match: Match, occasions: Occasions) -> bool:
    """Tell whether a match is about the event to come that was mentioned last: "E1 will be held . A0 is to preside"."""
    if sentence.of_item or sentence.focus is None or not sentence.nearby or not occasions.is_over(sentence.focus):
        return False
    words = sentence.phrase.line[match.begin : match.end].split(" ")
    ahead = any(word.endswith(("-designate", "-elect")) for word in words)
    return occasions.is_ahead(sentence.nearby[0]) and (ahead or says("will", words) or says("chosen-to-come", words))


def is_side(phrase: Phrase, match: Match) -> bool:
    """Tell whether those whom somebody leads are a side at an event: "A0 to E1 was led by B2"."""
    first = phrase.item_at(match.begin)
    if match.slots.get("EVENT", (-1, 0))[0] != match.begin or first < 2 or phrase.words[first - 1] not in _TO:
        return False
    mark = phrase.marks[first - 2]
    return phrase.words[first - 2] in load_words("sides-sent") or (mark is not None and mark.letter == "A")


_TO = frozenset({"to", "at", "for"})


def looks_on(phrase: Phrase, match: Match) -> bool:
    """Tell whether a match says who is to speak: "A0 will open", "the speakers are"."""
    if not load_words("speaker-nouns").isdisjoint(phrase.line[match.begin : match.end].split(" ")):
        return True
    return any(f" {will} " in phrase.line[: match.end] for will in load_words("will"))


def is_said_later(sentence: Sentence, match: Match, occasions: Occasions) -> bool:
    """Tell whether the words right behind a match date it to another day: "X said on Sunday"."""
    phrase = sentence.phrase
    if sentence.of_item or sentence.focus is None:
        return False
    last = phrase.item_at(max(match.begin, match.end - 1))
    near = phrase.marks[last + 1 : last + 3]
    return any(m is not None and is_apart(m, occasions.found[sentence.focus]) for m in near)


def is_dated_elsewhere(phrase: Phrase, match: Match, occasion: Occasion) -> bool:
    """Tell whether the clause of a match gives it a day of its own: "deposited on D1 by B2", "on D1 , which A2 chairs".

    A day between commas only says something of an actor: "A0 , elected on D1 , presided".
    """
    words, marks = phrase.words, phrase.marks
    first, last = phrase.item_at(match.begin), phrase.item_at(max(match.begin, match.end - 1))
    if words[max(0, first - 2) : first] == [",", "which"]:
        first -= 3
    if is_dated_before(phrase, first, occasion):
        return True
    for i in range(max(0, first), min(last + 3, len(words))):
        mark = marks[i]
        if mark is None or mark.letter != "D" or not is_apart(mark, occasion):
            continue
        aside = "," in words[first:i] and "," in words[i + 1 : last + 1]
        behind = "," in words[last + 1 : i] or (i > last and words[i - 1] not in _WHEN)
        if not aside and not behind and "(" not in words[max(0, i - 2) : i]:
            return True
    return False


def is_dated_before(phrase: Phrase, item: int, occasion: Occasion) -> bool:
    """Tell whether a day in front of an item, in the same clause, is none of the occasion's."""
    days = (i for i, mark in enumerate(phrase.marks[: max(0, item)]) if mark is not None and is_apart(mark, occasion))
    return any(_is_of_clause(phrase, i, item) for i in days)


def _is_of_clause(phrase: Phrase, i: int, first: int) -> bool:
    """Tell whether item i is a day in front of a match that it dates: "the day was kept on D0 by a panel led by B1"."""
    words, mark = phrase.words, phrase.marks[i]
    if mark is None or mark.date is None or len(mark.date.first) < len("2000-01-01") or words[i - 1] != "on":
        return False
    aside = not {"who", "which", "whose"}.isdisjoint(words[max(0, i - _ASIDE) : i]) and "," in words[i + 1 : first]
    return not aside and {";", ":", "but"}.isdisjoint(words[i + 1 : first])


_WHEN = frozenset({"on", "in", "by", "until", "the"})


def is_topic(sentence: Sentence, match: Match) -> bool:
    """Tell whether the event of a sentence is what is spoken of, not where: "praised the outcome of E0"."""
    words = sentence.phrase.words
    last = sentence.phrase.item_at(max(match.begin, match.end - 1))
    ahead = [i for i in sentence.of_item if i > last]
    return bool(ahead) and not load_words("topics").isdisjoint(words[max(last, ahead[0] - 4) : ahead[0]])


def has_event(match: Match) -> bool:
    """Tell whether a match names its event itself."""
    return any(slot.startswith("EVENT") for slot in match.slots)


def is_of_a_thing(phrase: Phrase, match: Match) -> bool:
    """Tell whether a passive speaks of a noun that is no event: "a project run by A", "a centre that is run by B"."""
    items = phrase.words
    first, last = phrase.item_at(match.begin), phrase.item_at(max(match.begin, match.end - 1))
    within = {mark.letter for mark in phrase.marks[: last + 1] if mark is not None}
    if "among" in items[first : last + 1] and "T" in within and "E" not in within:
        return True  # "46 have ratified the treaty, among them A and B", "19 are bound by the treaty, A among them"
    subject = items[1] if items[0] in load_words("determiners") else items[0]
    if first > 1 and subject in load_words("things") and not phrase.marks_in("E") and items[first] != subject:
        return True  # "demining in B has been paid for by A"
    if first == 0 or "by" not in items[first : last + 1] or not is_participle(items[first]):
        return False
    at = first - 1
    while at and (items[at] in load_words("be") or items[at] in load_words("adverb")):
        at -= 1
    near = at == first - 1
    if at and items[at] in {"that", "which"}:
        at -= 2 if items[at - 1] == "," else 1
        near = True
    if any(mark is not None and mark.letter == "E" for mark in phrase.marks[max(0, at - 4) : at]):
        return False  # "the first workshop of the project was organised by"
    if items[at] in load_words("things") and items[first] not in {"opened", "closed"}:
        return True
    return near and phrase.marks[at] is None and items[at].isalpha() and items[at] not in load_words("clause-openers")


def is_participle(word: str) -> bool:
    """Tell whether a word looks like the participle of a verb of roles."""
    return (word.endswith("ed") and len(word) > 4) or word in load_words("short-participles")


def _occasion_of(sentence: Sentence, match: Match) -> int | None:
    """Give the occasion that a match is about: its slot, the sentence's nearest mention, or the focus."""
    phrase = sentence.phrase
    for slot, (begin, _) in match.slots.items():
        if slot.startswith("EVENT"):
            named = phrase.item_at(begin)
            main = [i for i in sentence.of_item if i < named]
            if main and begin == match.begin and phrase.line.endswith(" with ", 0, begin):
                named = main[-1]  # "E0 , with E1 , was organised by"
            return sentence.focus if _is_said_of_it(sentence) else _whole(sentence, named)
    if not sentence.of_item or _is_said_of_it(sentence):
        there = not sentence.of_item and sentence.nearby and points_there(phrase)
        return sentence.nearby[0] if there else sentence.focus
    first, last = phrase.item_at(match.begin), phrase.item_at(max(match.begin, match.end - 1))
    words = phrase.words
    if words[first] == "it" and sentence.nearby and all(i > first for i in sentence.of_item):
        return sentence.nearby[0]
    item = _before_relative(words, sentence.of_item, first)
    if item is None:
        beside = {i for i in sentence.of_item if is_in_post(phrase, i) or is_background(phrase, i)}
        main = [i for i in sentence.of_item if i not in beside and not _is_in_aside(words, i, last)]
        if not main:
            return spoken_of(sentence)
        item = min(main, key=lambda i: (_distance(words, i, first, last), i))
    if sentence.nearby and (_is_parted(words, item, last) or _is_of_next_clause(sentence, item, last)):
        return sentence.nearby[0]
    if not first <= item <= last and _is_apart_in_time(words, item):
        return None
    return sentence.of_item[item]


def _whole(sentence: Sentence, named: int) -> int | None:
    """Give the occasion of an event mark; where it is but a part, "the sessions of E1", that of the whole."""
    occasion = sentence.of_item.get(named)
    part = occasion is None and sentence.phrase.words[named + 1 : named + 2] == ["of"]
    return sentence.of_item.get(named + 2) if part else occasion


def _is_apart_in_time(words: Sequence[str], item: int) -> bool:
    """Tell whether an event only tells when something else was, "following E0"; not so "are following E0"."""
    before = words[max(0, item - 2) : item]
    told = before[1:] == ["following"] and before[0] in load_words("be")
    return not told and not load_words("apart-in-time").isdisjoint(before)


def _is_said_of_it(sentence: Sentence) -> bool:
    """Tell whether a sentence says what an event is: "it was a joint event of A0 and was funded by B1"."""
    words = sentence.phrase.words
    is_it = words[0] == "it" and words[1:2] in (["is"], ["was"])
    return is_it and not sentence.mentioned() and min(sentence.of_item, default=0) in {2, 3}


def _is_in_aside(words: Sequence[str], i: int, last: int) -> bool:
    """Tell whether an event stands in a relative clause that ends before a match does: "A0 , who led E1 , said"."""
    if i >= last or "," not in words[i + 1 : last]:
        return False
    opens = next((k for k in range(i - 1, max(0, i - _ASIDE), -1) if words[k] in {",", ";", ":"}), 0)
    return words[opens] == "," and words[opens + 1] in {"who", "whose", "which"} and words[opens - 1][:1] in "AB"


def spoken_of(sentence: Sentence) -> int | None:
    """Give the occasion that the text was about before a sentence that mentions another one beside the point."""
    if sentence.focus not in sentence.mentioned():
        return sentence.focus
    return next(iter(sentence.nearby), sentence.held)


def _is_parted(words: Sequence[str], item: int, last: int) -> bool:
    """Tell whether a semicolon stands between an event and a match in front of it."""
    return item > last and ";" in words[last + 1 : item]


def _is_of_next_clause(sentence: Sentence, item: int, last: int) -> bool:
    """Tell whether an event comes up only in the clause behind that of a match: "A0 chaired , and A1 gave E2"."""
    phrase = sentence.phrase
    if item <= last or sentence.of_item[item] in sentence.nearby:
        return False
    opened = (i for i in range(last + 1, item - 1) if phrase.words[i] in _CLAUSES)
    return any((mark := phrase.marks[i + 1]) is not None and mark.letter == "A" for i in opened)


_CLAUSES = frozenset({"and", "while", "but", "whereas"})


def _before_relative(words: Sequence[str], items: Mapping[int, int | None], first: int) -> int | None:
    """Give the event that "which was co-chaired by" goes on about: the last one before "which"."""
    for i in range(first, max(0, first - _CLAUSE), -1):
        if i < first and words[i] in {",", ";"}:
            return None
        if words[i] == "which" and words[i - 1] == ",":
            return max((k for k in items if i - _RELATIVE < k < i), default=None)
    return None


def _distance(words: Sequence[str], i: int, first: int, last: int) -> int:
    """Count the items between an event and a match, weighing what parts clauses; 0 inside the match."""
    if first <= i <= last:
        return 0
    between = words[last + 1 : i] if i > last else words[i + 1 : first]
    # "their visit, with a workshop, was set up by": what stands behind a preposition is not the subject
    object_ = 5 if i < first and i and words[i - 1] in load_words("prepositions") else 0
    return sum(_WEIGHTS.get(word, 1) for word in between) + object_ + (1 if i < first else 0)
