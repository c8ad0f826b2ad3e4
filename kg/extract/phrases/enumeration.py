"""Which actors, places and treaties of a sentence are one list: "A, B and the envoy of C, D"."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

from kg.extract.phrases.mark import Item, Mark, is_person
from kg.extract.words.numeral import SEVERAL
from kg.extract.words.wordclass import load_words

_T = TypeVar("_T")
_GOVERNING = frozenset({"for", "from", "of", "to"})
_LED = frozenset({"led", "headed"})
_IN_LIST = frozenset({"and", "or", "as", "who", "which", "whose", "whom", "together", "along", "both", "all"})
"""Words that may stand behind a member of a list; any other opens a clause behind a semicolon."""
_CONCEDING = frozenset("although though albeit despite however while whereas".split())
_ECHOED = frozenset("is are was were has have had did do does will can must".split())
"""Verbs behind "nor", "neither" and "so"."""
_ABOUT = frozenset({"about", "on", "against", "concerning", "in", "inside"})
_EQUATING = frozenset("is are was were be been".split())
"""Verbs behind which the last of a clause stands: "the host was A , and B paid"."""
_FRONT = 16
"""Items up to which a phrase in front of the subject may run."""


def join_lists(items: list[Item], *, asides: bool = True) -> list[Item]:
    """Join "A, B and C", "A as well as B" into one mark; the same for treaties and places.

    Without `asides` what is said of a member, "A, which has not signed, and B", parts it from the next.
    """
    items = _join_seats(items)
    kept: list[Item] = []
    i = 0
    while i < len(items):
        item = items[i]
        previous = kept[-1] if kept else None
        if item.mark is None and previous is not None and previous.mark is not None and previous.mark.letter in "ATL":
            end = _joining(items, i) if previous.mark.letter != "A" else _joining_actors(kept, items, i, asides=asides)
            following = items[end].mark if end < len(items) else None
            if end > i and following is not None and following.letter == previous.mark.letter:
                previous.end = items[end].end
                previous.mark = previous.mark._replace(
                    end=items[end].end,
                    actors=_union(previous.mark.actors, following.actors),
                    places=previous.mark.places + following.places,
                    treaties=_union(previous.mark.treaties, following.treaties),
                    introduced=previous.mark.introduced or following.introduced,
                    called=_union(previous.mark.called, following.called),
                )
                # "a delegation of A, led by B, came": the closing comma goes too
                led = items[i].word == "," and items[i + 1].word in _LED
                i = end + 2 if led and end + 1 < len(items) and items[end + 1].word == "," else end + 1
                continue
        if (
            item.mark is not None
            and previous is not None
            and previous.mark is not None
            and item.mark.letter == previous.mark.letter == "A"
            and is_person(item.mark)
            and is_person(previous.mark)
            and not _opens_clause(kept, items, i)
        ):
            # the comma between them went into the apposition of the first
            previous.end = item.end
            previous.mark = previous.mark._replace(
                end=item.end,
                actors=_union(previous.mark.actors, item.mark.actors),
                called=_union(previous.mark.called, item.mark.called),
            )
            i += 1
            continue
        kept.append(item)
        i += 1
    return kept


def _join_seats(items: list[Item]) -> list[Item]:
    """Make one list of envoys named with their States: "the presidents of A , X ; of B , Y ; and of C , Z".

    The first may have taken its State and post into its mark already.
    """
    for at in range(1, len(items) - 4):
        led = _is_single_person(items[at].mark)
        if not led and not _opens_seats(items, at):
            continue
        holders, last = _read_seats(items, at, led=led)
        if len(holders) < 2:
            continue
        begin = at
        while begin and items[begin - 1].mark is None and _is_seat_word(items[begin - 1].word):
            begin -= 1
        actors = tuple(dict.fromkeys(actor for mark in holders for actor in mark.actors))
        called = tuple(dict.fromkeys(call for mark in holders for call in mark.called))
        told = holders[0]._replace(end=holders[-1].end, actors=actors, called=called)
        return [
            *items[:begin],
            Item(items[at].begin if led else told.begin, told.end, "", told),
            *_join_seats(items[last:]),
        ]
    return items


def _read_seats(items: list[Item], at: int, *, led: bool) -> tuple[list[Mark], int]:
    """Give the persons of a list of States with their envoys, and the item behind it; `led` by a person alone."""
    holders = [mark for mark in (items[at].mark,) if led and mark is not None]
    last = at + 1 if led else at
    while True:
        begin = _next_seat(items, last) if holders else at
        behind = _seat_end(items, begin)
        if behind == begin:
            return holders, last
        holders.append(next(item.mark for item in items[behind - 2 : behind] if item.mark is not None))
        last = behind


def _next_seat(items: list[Item], at: int) -> int:
    """Give the item behind the words that part two members of such a list; `at` where others stand there."""
    following = next((k for k in range(at, min(at + 4, len(items))) if items[k].mark is not None), at)
    apart = {item.word for item in items[at:following]}
    return following if apart and apart <= load_words("between-seats") else at


def _is_single_person(mark: Mark | None) -> bool:
    return mark is not None and mark.letter == "A" and is_person(mark) and len(mark.actors) == 1


def _opens_seats(items: list[Item], at: int) -> bool:
    """Tell whether a State stands behind the posts of several: "the presidents of A", or A "introduced" by them."""
    mark = items[at].mark
    if mark is None or mark.letter != "A" or len(mark.actors) != 1 or "/state/" not in mark.actors[0]:
        return False
    posts = {item.word for item in items[max(0, at - 3) : at]}
    named = items[at - 1].word == "of" and not posts.isdisjoint(load_words("post-plurals"))
    return (mark.introduced or named) and _seat_end(items, at) > at


def _seat_end(items: list[Item], at: int) -> int:
    """Give the item behind "A , X" or "A ( X )", a State and a person; `at` where neither stands there."""
    if at + 2 >= len(items):
        return at
    state, sign, person = items[at].mark, items[at + 1].word, items[at + 2].mark
    if state is None or person is None or not _is_single_person(person):
        return at
    if len(state.actors) != 1 or "/state/" not in state.actors[0] or sign not in {",", "("}:
        return at
    closed = sign == "(" and at + 3 < len(items) and items[at + 3].word == ")"
    return at + 4 if closed else at + 3 if sign == "," else at


def _is_seat_word(word: str) -> bool:
    """Tell whether a word belongs to the posts that head a list: "the foreign ministers of"."""
    return word in {"of", "the"} or word in load_words("post-plurals") or word in load_words("post-adjectives")


@lru_cache
def _joiner_lengths() -> Mapping[str, Sequence[int]]:
    """Give, for the first word of what joins the members of a list, how many words there may be, most first."""
    lengths: dict[str, set[int]] = {}
    for joiner in load_words("joiners"):
        words = joiner.split()
        lengths.setdefault(words[0], set()).add(len(words))
    return {first: sorted(found, reverse=True) for first, found in lengths.items()}


def _joining(items: list[Item], i: int) -> int:
    """Give the item after the words that join two list members from item i on; i where nothing joins."""
    if i >= len(items):
        return i
    for length in _joiner_lengths().get(items[i].word, ()):
        end = i + length
        if end < len(items) and " ".join([item.word for item in items[i:end]]) in load_words("joiners"):
            return end
    return i


def _joining_actors(kept: list[Item], items: list[Item], i: int, *, asides: bool) -> int:
    """Find the next actor of a list that item i may carry on; i where it is no list.

    Between the members may stand a post ("A and the German ambassador, B") or an aside ("A, who leads it, and B").
    """
    end = _joining(items, i)
    end = _skip_post(items, end) if end > i else i
    if end == i:
        end = i + 1 if _names_part(kept, items, i) else max(_skip_seat(kept, items, i), _skip_town(kept, items, i))
    if asides and (end == i or end >= len(items) or items[end].mark is None):
        end = _skip_aside(items, i)
    following = items[end].mark if end < len(items) else None
    if end == i or following is None or following.letter != "A":
        return i
    return end if _is_one_list(kept, items, i, end) else i


def _names_part(kept: list[Item], items: list[Item], i: int) -> bool:
    """Tell whether item i is the dash before the part of a body, in a list: "Police – Bomb Squad ; Army"."""
    if items[i].word not in {"–", "—", "-"} or i + 2 >= len(items) or items[i + 2].word != ";":
        return False
    marks = (kept[-1].mark, items[i + 1].mark)
    return all(mark is not None and mark.letter == "A" and "/organization/" in mark.actors[-1] for mark in marks)


def _skip_post(items: list[Item], at: int) -> int:
    """Pass over a post before a person's name: "the German ambassador ,"."""
    posts = load_words("post-nouns")
    few = items[at + 1].mark if at + 1 < len(items) and items[at].word in SEVERAL else None
    if few is not None and few.letter == "A" and few.introduced:
        return at + 1  # "by A and two experts of B"
    opened = any(item.word in posts for item in items[at : at + 2])  # "and the head of the local office , A"
    for j in range(at, min(at + 8, len(items))):
        item = items[j]
        if item.mark is not None:
            named = items[j - 1].word in posts or (items[j - 1].word == "," and (opened or items[j - 2].word in posts))
            return j if j > at and named and item.mark.letter == "A" and is_person(item.mark) else at
        if item.word in {";", ".", ":", "(", "who", "which"} or (item.word == "," and items[j - 1].word not in posts):
            break
    return at


def _skip_town(kept: list[Item], items: list[Item], i: int) -> int:
    """Pass over the town where a body sits, in a list: "funded by the Embassy A in L and the Centre B"."""
    town = items[i + 1].mark if i + 2 < len(items) and items[i].word == "in" else None
    left = kept[-1].mark
    if town is None or town.letter != "L" or left is None or "/organization/" not in left.actors[-1]:
        return i
    governed = len(kept) > 1 and kept[-2].word in {"by", "from", "of", "with"}
    end = _joining(items, i + 2)
    following = items[end].mark if end > i + 2 and items[i + 2].word == "and" else None
    body = following is not None and following.letter == "A" and "/organization/" in following.actors[0]
    return end if governed and body else i


def _skip_seat(kept: list[Item], items: list[Item], i: int) -> int:
    """Pass over the body, not known by its name, that a person comes from: "by A of DGFT, B of ..."."""
    left = kept[-1].mark
    if items[i].word not in {"of", "from", "at"} or left is None or not is_person(left):
        return i
    for j in range(i + 2, min(i + 7, len(items) - 1)):
        if items[j - 1].mark is not None or items[j - 1].word in load_words("clause-verbs"):
            return i
        end = _skip_post(items, _joining(items, j))
        following = items[end].mark
        if end > j and following is not None and following.letter == "A" and is_person(following):
            return end
        if not items[j].word.isalpha():
            return i
    return i


def _skip_aside(items: list[Item], i: int) -> int:
    """Pass over a relative clause or a bracket that is closed before "and" and the next actor."""
    if i + 2 < len(items) and items[i].word == "and" and items[i + 1].word == ",":
        return _skip_bracket(items, i)
    if i + 1 >= len(items) or items[i].word != "," or items[i + 1].word not in load_words("aside-openers"):
        return i
    for j in range(i + 2, min(i + 14, len(items) - 2)):
        mark = items[j].mark
        if items[j].word in {".", ";", ":"} or (mark is not None and mark.letter == "E"):
            return i
        if items[j].word == "," and items[j + 1].word in {"and", "&"}:
            end = _skip_group(items, _skip_post(items, j + 2))
            return end if items[end].mark is not None else i
    return i


def _skip_bracket(items: list[Item], i: int) -> int:
    """Pass over "and , on the other side , by" before the next actor."""
    for j in range(i + 3, min(i + 9, len(items) - 2)):
        mark = items[j].mark
        if mark is not None and mark.letter not in "AL":
            return i
        if items[j].word == ",":
            return j + 2 if items[j + 1].word in {"by", "from", "of"} else j + 1
    return i


def _skip_group(items: list[Item], at: int) -> int:
    """Pass over what counts out the next members: "and four States Parties : A, B, C and D"."""
    for j in range(at, min(at + 6, len(items) - 1)):
        mark = items[j].mark
        if mark is not None and mark.letter != "N":
            return at
        if items[j].word == ":":
            return j + 1
    return at


def _is_one_list(kept: list[Item], items: list[Item], i: int, end: int) -> bool:
    """Tell whether two actors are members of one list, and not neighbours by chance.

    "the envoy of Norway, X" names one of the two only; "opened by X and Y spoke" begins a new clause.
    """
    left, right = kept[-1].mark, items[end].mark
    if left is None or right is None:
        return False
    joiner = items[i].word
    if _LED & {items[i].word, items[i + 1].word}:
        return left.introduced
    mixed = is_person(left) != is_person(right)
    if mixed and any(item.word in {"who", "which", "whose"} for item in kept[-5:-1]):
        return False
    if mixed and (joiner in {",", ";"} and items[i + 1].word not in {"and", "as", "along", "together"}):
        return False
    behind = items[end + 1].word if end + 1 < len(items) else "."
    if joiner == "," and _opens_clause(kept, items, end):
        return False
    if _opens_another(kept, items, i, end):
        return False
    before = kept[-2].word if len(kept) > 1 else ""
    if mixed and (behind == "'s" or behind == before == "for"):
        return False
    if behind in load_words("clause-verbs") or (behind == "'s" and joiner == ";"):
        if before in {"for", "with", "by"} and _is_of_subject(kept):
            return joiner == "and"  # "a seminar for A and B was held"
        closing = joiner == "and" and len(left.actors) > 1  # "observers sent by A , B and C have followed it"
        return closing or (joiner != ";" and before not in {"by", "with", "for", "to"})
    return True


def _is_of_subject(kept: list[Item]) -> bool:
    """Tell whether a preposition and an actor end the subject that still waits for its verb: "E0 paid for by A"."""
    at = len(kept) - 3
    of = kept[at].mark if at >= 0 else None
    if of is not None:
        return of.letter == "E"
    while at > 0 and kept[at].mark is None and len(kept) - at < _PARTICIPLE and kept[at].word[:1].isalpha():
        at -= 1
    opens = at <= 1 or kept[at - 1].word in {",", ";", ".", ":"}
    of = kept[at].mark if at >= 0 else None
    told = any(item.word in load_words("be") or item.word in load_words("have") for item in kept[at + 1 :])
    return of is not None and of.letter == "E" and opens and not told


_PARTICIPLE = 7
"""Items from an actor back within which the participle behind an event stands: "E0 made possible by a grant from A"."""


def _opens_clause(kept: list[Item], items: list[Item], end: int) -> bool:
    """Tell whether the actor behind a comma is the subject of what follows: "With funds from A, B organised ..."."""
    start = next((k + 1 for k in range(len(kept) - 1, -1, -1) if kept[k].word in {":", ";", "."}), 0)
    governed = len(kept) > 1 and kept[-2].word in load_words("prepositions") | load_words("contrasting") | _EQUATING
    fronted = governed and len(kept) - start <= _FRONT and kept[start].word in load_words("fronting")
    last = _list_end(items, end)
    at = _behind(items, last)
    while at + 1 < len(items) and items[at].word in load_words("adverb"):
        at += 1
    verb = items[at].word if at < len(items) else "."
    deed = items[at].mark if at < len(items) else None
    if deed is not None and deed.letter == "E":
        return fronted
    if verb not in load_words("clause-verbs") and not (verb.endswith("ed") and len(verb) > 4):
        return False
    another = items[end - 1].word == "and" and last > end  # "with A , and B and C paid"
    return fronted or (governed and (last == end or another))


def _opens_another(kept: list[Item], items: list[Item], i: int, end: int) -> bool:
    """Tell whether an actor is the subject of the next clause: "led by A, B by C", "by A ; B , our envoy , acted"."""
    link = items[end - 1].word
    governor = kept[-2].word if len(kept) > 1 else ""
    if link == "by" and governor in _GOVERNING:
        return True  # "read by A , speaking for B , and by C"
    if items[i].word == ";" and (_is_echoed(kept) or governor in _ABOUT):
        return True  # "A talked about B ; and C closed the day"
    if items[i].word != ";" or end > i + 1 + (items[i + 1].word == "the"):
        return (
            items[end + 1 : end + 2] != [] and items[end + 1].word == "by" and len(kept) > 1 and kept[-2].word == "by"
        )
    governed = governor in load_words("prepositions") or governor in load_words("leaving-out") or governor in _EQUATING
    at = _behind(items, _list_end(items, end) if governed else end)
    town = items[at + 1].mark if at + 2 < len(items) and items[at].word == "in" else None
    if town is not None and town.letter == "L":
        at += 2  # "by A ; the secretariat in L gave a hand"
    verb, behind = [*(item.word for item in items[at : at + 2]), ".", "."][:2]
    if verb in {"all", "both"} and (behind in load_words("clause-verbs") or behind.endswith("ed")):
        return True  # "spoke for A ; B and C all made statements"
    if verb == "," and behind in _CONCEDING:
        return True  # "came from A ; B , although invited , was absent"
    return verb.isalpha() and verb not in load_words("prepositions") and verb not in _IN_LIST


def _is_echoed(kept: list[Item]) -> bool:
    """Tell whether the actor before a semicolon ends a clause that has its verb before it: "nor has A ; B is one"."""
    at = len(kept) - 2 - (kept[-2].word == "the" if len(kept) > 1 else 0)
    return at > 0 and kept[at].word in _ECHOED and kept[at - 1].word in {"nor", "neither", "so"}


def _behind(items: list[Item], end: int) -> int:
    """Give the item behind an actor and the comma that closes what is said of a person."""
    mark = items[end].mark
    closed = mark is not None and is_person(mark) and end + 2 < len(items) and items[end + 1].word == ","
    return end + 2 if closed else end + 1


def _list_end(items: list[Item], end: int) -> int:
    """Give the last member of the list that the actor at `end` begins."""
    while True:
        after = _joining(items, end + 1)
        mark = items[after].mark if end + 1 < after < len(items) else None
        if mark is None or mark.letter != "A" or items[end + 1].word == ";":
            return end
        end = after


def _union(left: tuple[_T, ...], right: tuple[_T, ...]) -> tuple[_T, ...]:
    return left + tuple(x for x in right if x not in left)
