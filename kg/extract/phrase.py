"""A sentence as a line of words and marks, which patterns can be matched against.

What earlier stages found (actors, places, dates, treaties, events, head counts) becomes one *mark* each: a
capital letter and a number, `A0 hosted E1 in L2 on D3 .`; all other words are in lower case, so the two never
meet. Lists ("A, B and C") and the words that merely introduce actors ("the Governments of", "delegations
from") are folded into one mark. The idea is the cascade of finite-state steps of FASTUS (Hobbs et al., 1997).
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.extract.dates import DateMention
from kg.extract.pattern import load_words
from kg.model import Span

_TOKEN = re.compile(
    r"['’]s\b|[^\W\d]+[-‐]\s*\n\s*[a-z]\w*|\d+(?:[.,]\d+)*\w*|\w+?(?=\.\d{1,2}(?:\s|$))|\w+(?:[-‐‑'’.]\w+)*|[^\w\s]"
)
_FRONT = 12
"""Items up to which a phrase in front of the subject may run."""
_POST = 14
"""Items up to which a post before a name may run."""
_BROKEN = re.compile(r"[-‐]\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One thing that an earlier stage found in the sentence.

    Letters: A actors, B actors behind a preposition, E event, D date, L place, T treaties, N head count.
    """

    letter: str
    begin: int
    end: int
    actors: tuple[str, ...] = ()
    """Keys of the actors, for A and B; a country behind "in" keeps its State here."""
    events: tuple[int, ...] = ()
    """Numbers of event mentions, for E."""
    date: DateMention | None = None
    places: tuple[str, ...] = ()
    """IRIs of places, for L; also of the country for an actor that is a State."""
    treaties: tuple[str, ...] = ()
    count: int | None = None
    counted: str = ""
    """`attendeeCount` or `attendeeCountryCount`, for N."""
    introduced: bool = False
    """Whether "representatives of", "delegations from" and the like came before the actors; for L, whether
    the word is an adverb that needs no preposition ("there")."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence in words and marks; `starts[i]` is where item i begins in `line`."""

    span: Span
    line: str
    spans: tuple[Span, ...]
    """Where each item stands in the text."""
    marks: tuple[Mark | None, ...]
    """The mark of each item, None for a word."""
    starts: tuple[int, ...]

    def item_at(self, offset: int) -> int:
        """Give the number of the item that covers an offset of `line`."""
        return bisect_right(self.starts, offset) - 1

    def text_span(self, begin: int, end: int) -> Span:
        """Turn a stretch of `line` into a span of the text."""
        first, last = self.item_at(begin), self.item_at(max(begin, end - 1))
        return Span(self.spans[first].begin, self.spans[last].end)

    def marks_in(self, letters: str) -> list[Mark]:
        """List the sentence's marks of some letters, in order."""
        return [mark for mark in self.marks if mark is not None and mark.letter in letters]


def choose_marks(marks: Sequence[Mark]) -> list[Mark]:
    """Drop marks that overlap a better one: longest, then earliest, then as given."""
    order = sorted(range(len(marks)), key=lambda i: (marks[i].begin - marks[i].end, marks[i].begin, i))
    chosen: list[Mark] = []
    begins: list[int] = []
    for i in order:
        mark = marks[i]
        at = bisect_left(begins, mark.begin)
        if at < len(chosen) and chosen[at].begin < mark.end:
            continue
        if at > 0 and chosen[at - 1].end > mark.begin:
            continue
        chosen.insert(at, mark)
        begins.insert(at, mark.begin)
    return chosen


@dataclass(slots=True)
class _Item:
    begin: int
    end: int
    word: str
    mark: Mark | None


def build_phrase(text: str, sentence: Span, marks: Sequence[Mark]) -> Phrase:
    """Write one sentence as words and marks; `marks` are those inside it, chosen and in order."""
    items = _tokenize(text, sentence, marks)
    items = _place_states(items)
    items = _absorb_brackets(items)
    items = _absorb_posts(items)
    items = _absorb_introductions(items)
    items = _absorb_followers(items)
    items = _join_lists(items)
    words, starts, at, number = [], [], 0, 0
    for i, item in enumerate(items):
        if item.mark is not None:
            if item.mark.letter == "A" and i and _is_governed(items, i):
                item.mark = replace(item.mark, letter="B")
            item.word = f"{item.mark.letter}{number}"
            number += 1
        words.append(item.word)
        starts.append(at)
        at += len(item.word) + 1
    return Phrase(
        span=sentence,
        line=" ".join(words),
        spans=tuple(Span(item.begin, item.end) for item in items),
        marks=tuple(item.mark for item in items),
        starts=tuple(starts),
    )


def _is_governed(items: list[_Item], i: int) -> bool:
    """Tell whether a preposition governs item i; in "since A met B" a conjunction does not."""
    before = items[i - 1].word
    if before not in load_words("prepositions"):
        return False
    acts = i + 1 < len(items) and items[i + 1].word in load_words("clause-verbs")
    return not (acts and before in {"since", "before", "after", "than"})


def _tokenize(text: str, sentence: Span, marks: Sequence[Mark]) -> list[_Item]:
    items: list[_Item] = []
    at = sentence.begin
    for mark in marks:
        if mark.begin < at or mark.end > sentence.end:
            continue
        items += _words(text, at, mark.begin)
        items.append(_Item(mark.begin, mark.end, "", mark))
        at = mark.end
    items += _words(text, at, sentence.end)
    return items


def _words(text: str, begin: int, end: int) -> list[_Item]:
    return [
        _Item(match.start(), match.end(), _BROKEN.sub("", match.group()).lower().replace("’", "'"), None)
        for match in _TOKEN.finditer(text, begin, end)
    ]


def _place_states(items: list[_Item]) -> list[_Item]:
    """Make a State a place where it stands behind a city or a preposition of place."""
    kept: list[_Item] = []
    for item in items:
        mark = item.mark
        if mark is not None and mark.letter == "A" and mark.places:
            before = kept[-1].word if kept else ""
            two_back = kept[-2].mark if len(kept) > 1 else None
            if before in load_words("locatives") and not mark.introduced:
                item.mark = replace(mark, letter="L")
            elif (
                before == ","
                and two_back is not None
                and two_back.letter == "L"
                and _agree(two_back.places, mark.places)
            ):
                kept.pop()
                city = kept.pop()
                item = _Item(
                    city.begin, item.end, "", replace(two_back, end=item.end, places=two_back.places + mark.places)
                )
        kept.append(item)
    return kept


def _agree(city: Sequence[str], country: Sequence[str]) -> bool:
    """Tell whether "Almaty, Kazakhstan" can be one place: the city lies there, or nobody knows where it lies."""
    return len(city) < 2 or city[-1] in country


def _absorb_brackets(items: list[_Item]) -> list[_Item]:
    """Take a short bracket behind an actor or a treaty into its mark: "(GICHD)", "(ret.)"."""
    kept: list[_Item] = []
    i = 0
    while i < len(items):
        item = items[i]
        previous = kept[-1] if kept else None
        if item.word == "(" and previous is not None and previous.mark is not None and previous.mark.letter in "AT":
            close = next((j for j in range(i + 1, min(i + 14, len(items))) if items[j].word == ")"), None)
            inner = [] if close is None else items[i + 1 : close]
            aside = bool(inner) and inner[0].word in {"which", "who", "whose"}
            if close is not None and (aside or not any(x.mark is not None and x.mark.letter in "DEN" for x in inner)):
                previous.end = items[close].end
                i = close + 1
                continue
        kept.append(item)
        i += 1
    return kept


def _absorb_posts(items: list[_Item]) -> list[_Item]:
    """Take the post before a person's name into the mark: "Norway's envoy, X", "the head of the OSCE office, X".

    The State and the body in it are then no actors of their own.
    """
    kept: list[_Item] = []
    for item in items:
        if item.mark is not None and item.mark.letter == "A" and _is_person(item.mark) and kept:
            at = _post_begin(kept)
            if at < len(kept):
                item.begin = kept[at].begin
                del kept[at:]
        kept.append(item)
    return kept


def _post_begin(kept: list[_Item]) -> int:
    """Find where a post that the next name belongs to begins; the end where there is none."""
    posts, inner = load_words("post-nouns"), load_words("post-inner")
    end = len(kept) - 1 if kept[-1].word == "," else len(kept)
    at = noun = end
    while at and end - at < _POST and _within_post(kept[at - 1], posts, inner):
        at -= 1
        if kept[at].word in posts:
            noun = at
    if noun == end or (end == len(kept) and noun < end - 1):
        return len(kept)
    while (
        noun > at and kept[noun - 1].mark is None and kept[noun - 1].word not in {"of", "for", "to", "and", "the", "in"}
    ):
        noun -= 1
    owner = noun - 2 if noun > 1 and kept[noun - 1].word == "'s" else noun - 1
    mark = kept[owner].mark if owner >= 0 else None
    return owner if mark is not None and mark.letter == "A" and not _is_person(mark) else noun


def _within_post(item: _Item, posts: frozenset[str], inner: frozenset[str]) -> bool:
    if item.mark is not None:
        return item.mark.letter == "L" or (item.mark.letter == "A" and not _is_person(item.mark))
    return item.word in posts or item.word in inner or item.word in load_words("portfolios")


def _absorb_introductions(items: list[_Item]) -> list[_Item]:
    """Take "the Governments of", "delegations from", "the" before actors into their mark."""
    openers, links, skipped = load_words("introductions"), load_words("introduction-links"), load_words("determiners")
    kept: list[_Item] = []
    for item in items:
        mark = item.mark
        if mark is not None and mark.letter == "A":
            introduced, at = _introduction(kept, openers, links, skipped)
            while at and kept[at - 1].word in skipped:
                at -= 1
            if not introduced:
                at = _description(kept, at)
            while at and (
                kept[at - 1].word in skipped or (kept[at - 1].word.endswith("'s") and len(kept[at - 1].word) > 2)
            ):
                at -= 1
            if at < len(kept):
                item.begin = kept[at].begin
                del kept[at:]
            if introduced != mark.introduced:
                item.mark = replace(mark, introduced=introduced)
        kept.append(item)
    return kept


def _introduction(
    kept: list[_Item], openers: frozenset[str], links: frozenset[str], skipped: frozenset[str]
) -> tuple[bool, int]:
    """Find where an introduction of the coming actors begins among the last items."""
    at = len(kept)
    while at and kept[at - 1].word in skipped:
        at -= 1
    if at > 1 and kept[at - 1].word in links:
        back = at - 2
        # "representatives of the governments of": up to two openers in a row
        if kept[back].word in openers:
            while back > 1 and kept[back - 1].word in links and kept[back - 2].word in openers:
                back -= 2
            if (
                back > 1
                and kept[back - 1].word in skipped
                and kept[back - 2].word in links
                and kept[back - 3].word in openers
            ):
                back -= 3
            sent = kept[back].word not in load_words("powers")
            while back and kept[back - 1].word in load_words("introduction-adjectives"):
                back -= 1
            return sent, back
    return False, at


def _description(kept: list[_Item], at: int) -> int:
    """Find where a description of the coming actor begins: "hosted by a local charity, A", "the group A"."""
    if at > 1 and kept[at - 1].word in load_words("body-nouns") and kept[at - 2].word in load_words("determiners"):
        return at - 2
    if at < 3 or kept[at - 1].word != ",":
        return at
    for back in range(at - 2, max(at - 8, 0), -1):
        if kept[back].mark is not None or kept[back].word in {",", ".", ";", ":"}:
            return at
        if kept[back].word in {"a", "an", "the", "its", "their"}:
            return back if kept[back - 1].word in {"by", "with", "from"} else at
    return at


def _absorb_followers(items: list[_Item]) -> list[_Item]:
    """Take the noun behind actors into their mark: "Norway's delegation", "the OSCE experts".

    "Norway's representative, X" is left alone: X is the actor.
    """
    nouns, adjectives = load_words("followers"), load_words("introduction-adjectives")
    kept: list[_Item] = []
    i = 0
    while i < len(items):
        item = items[i]
        kept.append(item)
        i += 1
        if item.mark is None or item.mark.letter != "A" or _is_person(item.mark):
            continue
        j = i + 1 if i < len(items) and items[i].word == "'s" else i
        while j < len(items) and items[j].word in adjectives:
            j += 1
        if j >= len(items) or items[j].word not in nouns:
            continue
        behind = [x for x in items[j + 1 : j + 3] if x.word != ","]
        if behind and behind[0].mark is not None and behind[0].mark.letter == "A":
            continue
        item.end = items[j].end
        item.mark = replace(item.mark, introduced=True)
        i = j + 1
    return kept


def _join_lists(items: list[_Item]) -> list[_Item]:
    """Join "A, B and C", "A as well as B" into one mark; the same for treaties and places."""
    kept: list[_Item] = []
    i = 0
    while i < len(items):
        item = items[i]
        previous = kept[-1] if kept else None
        if item.mark is None and previous is not None and previous.mark is not None and previous.mark.letter in "ATL":
            end = _joining(items, i) if previous.mark.letter != "A" else _joining_actors(kept, items, i)
            following = items[end].mark if end < len(items) else None
            if end > i and following is not None and following.letter == previous.mark.letter:
                previous.end = items[end].end
                previous.mark = replace(
                    previous.mark,
                    end=items[end].end,
                    actors=_union(previous.mark.actors, following.actors),
                    places=previous.mark.places + following.places,
                    treaties=_union(previous.mark.treaties, following.treaties),
                    introduced=previous.mark.introduced or following.introduced,
                )
                i = end + 1
                continue
        if (
            item.mark is not None
            and previous is not None
            and previous.mark is not None
            and item.mark.letter == previous.mark.letter == "A"
            and _is_person(item.mark)
            and _is_person(previous.mark)
        ):
            # the comma between them went into the apposition of the first
            previous.end = item.end
            previous.mark = replace(previous.mark, end=item.end, actors=_union(previous.mark.actors, item.mark.actors))
            i += 1
            continue
        kept.append(item)
        i += 1
    return kept


def _joining(items: list[_Item], i: int) -> int:
    """Give the item after the words that join two list members from item i on; i where nothing joins."""
    joiners = load_words("joiners")
    for length in (5, 4, 3, 2, 1):
        if i + length < len(items) and all(item.mark is None for item in items[i : i + length]):
            joined = " ".join(item.word for item in items[i : i + length])
            if joined in joiners:
                return i + length
    return i


def _joining_actors(kept: list[_Item], items: list[_Item], i: int) -> int:
    """Find the next actor of a list that item i may carry on; i where it is no list.

    Between the members may stand a post ("A and the German ambassador, B") or an aside ("A, who leads it, and B").
    """
    end = _joining(items, i)
    end = _skip_post(items, end) if end > i else _skip_aside(items, i)
    following = items[end].mark if end < len(items) else None
    if end == i or following is None or following.letter != "A":
        return i
    return end if _is_one_list(kept, items, i, end) else i


def _skip_post(items: list[_Item], at: int) -> int:
    """Pass over a post before a person's name: "the German ambassador ,"."""
    posts = load_words("post-nouns")
    for j in range(at, min(at + 8, len(items))):
        item = items[j]
        if item.mark is not None:
            named = items[j - 1].word in posts or (items[j - 1].word == "," and items[j - 2].word in posts)
            return j if j > at and named and item.mark.letter == "A" and _is_person(item.mark) else at
        if item.word in {";", ".", ":", "(", "who", "which"} or (item.word == "," and items[j - 1].word not in posts):
            break
    return at


def _skip_aside(items: list[_Item], i: int) -> int:
    """Pass over a relative clause or a bracket that is closed before "and" and the next actor."""
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


def _skip_group(items: list[_Item], at: int) -> int:
    """Pass over what counts out the next members: "and four States Parties : A, B, C and D"."""
    for j in range(at, min(at + 6, len(items) - 1)):
        mark = items[j].mark
        if mark is not None and mark.letter != "N":
            return at
        if items[j].word == ":":
            return j + 1
    return at


def _is_one_list(kept: list[_Item], items: list[_Item], i: int, end: int) -> bool:
    """Tell whether two actors are members of one list, and not neighbours by chance.

    "the envoy of Norway, X" names one of the two only; "opened by X and Y spoke" begins a new clause.
    """
    left, right = kept[-1].mark, items[end].mark
    if left is None or right is None:
        return False
    joiner = items[i].word
    mixed = _is_person(left) != _is_person(right)
    if mixed and any(item.word in {"who", "which", "whose"} for item in kept[-5:-1]):
        return False
    if mixed and (joiner in {",", ";"} and items[i + 1].word not in {"and", "as", "along", "together"}):
        return False
    behind = items[end + 1].word if end + 1 < len(items) else "."
    if joiner == "," and _opens_clause(kept, items, end):
        return False
    if mixed and behind == "'s":
        return False
    if behind in load_words("clause-verbs") or (behind == "'s" and joiner == ";"):
        before = kept[-2].word if len(kept) > 1 else ""
        return joiner != ";" and before not in {"by", "with", "for", "to"}
    return True


def _opens_clause(kept: list[_Item], items: list[_Item], end: int) -> bool:
    """Tell whether the actor behind a comma is the subject of what follows: "With funds from A, B organised ..."."""
    start = next((k + 1 for k in range(len(kept) - 1, -1, -1) if kept[k].word in {":", ";", "."}), 0)
    governed = len(kept) > 1 and kept[-2].word in load_words("prepositions")
    fronted = governed and len(kept) - start <= _FRONT and kept[start].word in load_words("fronting")
    last = _list_end(items, end)
    verb = items[last + 1].word if last + 1 < len(items) else "."
    if verb not in load_words("clause-verbs") and not (verb.endswith("ed") and len(verb) > 4):
        return False
    return fronted or (governed and last == end)


def _list_end(items: list[_Item], end: int) -> int:
    """Give the last member of the list that the actor at `end` begins."""
    while True:
        after = _joining(items, end + 1)
        mark = items[after].mark if end + 1 < after < len(items) else None
        if mark is None or mark.letter != "A" or items[end + 1].word == ";":
            return end
        end = after


def _is_person(mark: Mark) -> bool:
    return bool(mark.actors) and all("/person/" in actor for actor in mark.actors)


def _union(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[str, ...]:
    return left + tuple(x for x in right if x not in left)
