"""Which words belong to an actor's mark: brackets, posts, "the delegation of", "'s representatives"."""

from collections.abc import Iterator

from kg.extract.phrases.mark import Item, Mark, is_person
from kg.extract.words.wordclass import load_pairs, load_words

_POST = 14
"""Items up to which a post before a name may run."""


def absorb_brackets(items: list[Item], *, asides: bool = True) -> list[Item]:
    """Take a short bracket behind an actor or a treaty into its mark: "(GICHD)", "(ret.)".

    Without `asides` one that tells what a State did about a treaty stays: "A (signed), B (outside)".
    """
    kept: list[Item] = []
    i = 0
    while i < len(items):
        item = items[i]
        previous = kept[-1] if kept else None
        if item.word == "(" and previous is not None and previous.mark is not None and previous.mark.letter in "AT":
            close = next((j for j in range(i + 1, min(i + 14, len(items))) if items[j].word == ")"), None)
            inner = [] if close is None else items[i + 1 : close]
            aside = bool(inner) and inner[0].word in {"which", "who", "whose"}
            stays = previous.mark.letter == "T" and _is_list(inner)
            stays = stays or (not asides and inner != [] and inner[0].word in load_words("bracket-standings"))
            if close is not None and stays:
                kept.append(item)
                i += 1
                continue
            if close is not None and (aside or not any(x.mark is not None and x.mark.letter in "DEN" for x in inner)):
                previous.end = items[close].end
                previous.mark = _with_envoys(previous.mark, inner)
                i = close + 1
                continue
        kept.append(item)
        i += 1
    return kept


def _is_list(inner: list[Item]) -> bool:
    """Tell whether a bracket names States: behind a treaty, those of whom something was told of it."""
    states = [x for x in inner if x.mark is not None and x.mark.letter == "A" and x.mark.places]
    return bool(states) and all(x in states or x.word in {",", "and", "or", "the"} for x in inner)


def _with_envoys(mark: Mark, inner: list[Item]) -> Mark:
    """Add to a State the persons whom a bracket names for it: "Croatia (Ms. X)"."""
    if " ".join([x.word for x in inner if x.word not in {"the", "its", "as"}]) in load_words("chair-posts"):
        return mark._replace(called=tuple(("Chair", actor) for actor in mark.actors))
    named = [x.mark for x in inner if x.mark is not None]
    if len(mark.actors) != 1 or not mark.places or not named or not all(is_person(each) for each in named):
        return mark
    return mark._replace(actors=mark.actors + tuple(actor for each in named for actor in each.actors))


def absorb_posts(items: list[Item]) -> list[Item]:
    """Take the post before a person's name into the mark: "Norway's envoy, X", "the head of the OSCE office, X".

    The State and the body in it are then no actors of their own.
    """
    kept: list[Item] = []
    for item in items:
        if _is_land_of(kept, item):
            item.begin = kept.pop().begin
        elif kept and kept[-1].word in load_words("called-kinds") and _is_body(item):
            at = _kind_begin(kept)
            item.begin = kept[at].begin
            del kept[at:]
        if item.mark is not None and item.mark.letter == "A" and is_person(item.mark) and kept:
            at = _post_begin(kept)
            if at < len(kept):
                item.begin = kept[at].begin
                item.mark = _with_role(item.mark, kept, at)
                del kept[at:]
        kept.append(item)
    return kept


def _is_body(item: Item) -> bool:
    return item.mark is not None and item.mark.letter == "A" and "/organization/" in item.mark.actors[0]


def _kind_begin(kept: list[Item]) -> int:
    """Find where what the next name is said to be begins: "the Norwegian charity X", "a local NGO, X"."""
    at = len(kept) - 1
    while at and len(kept) - at < 6 and kept[at - 1].mark is None and kept[at - 1].word.isalpha():
        if kept[at - 1].word in {"the", "a", "an", "another"}:
            return at - 1
        if kept[at - 1].word in load_words("function-words"):
            break
        at -= 1
    return len(kept) - 1


def _is_land_of(kept: list[Item], item: Item) -> bool:
    """Tell whether the last item is the State right before the name of its body: "the US Coast Guard"."""
    last, mark = kept[-1].mark if kept else None, item.mark
    if last is None or mark is None or not last.letter == mark.letter == "A":
        return False
    return "/state/" in last.actors[0] and len(last.actors) == 1 and "/organization/" in mark.actors[0]


def _post_begin(kept: list[Item]) -> int:
    """Find where a post that the next name belongs to begins; the end where there is none."""
    posts, inner = load_words("post-nouns"), load_words("post-inner")
    if kept[-1].word == "'s" and len(kept) > 1 and kept[-2].mark is not None and not is_person(kept[-2].mark):
        return len(kept) - 2  # "UNODA's Ms. X"
    end = len(kept) - 1 if kept[-1].word == "," else len(kept)
    at = noun = end
    while at and end - at < _POST and _within_post(kept[at - 1], posts, inner):
        at -= 1
        if kept[at].word in posts:
            noun = at
    if noun == end or (end == len(kept) and noun < end - 1):
        return len(kept)
    if noun and kept[noun - 1].word in {"will", "shall", "would", "to"} and kept[noun].word in load_words("deed-verbs"):
        return len(kept)  # "will host A1"
    while (
        noun > at and kept[noun - 1].mark is None and kept[noun - 1].word not in {"of", "for", "to", "and", "the", "in"}
    ):
        noun -= 1
    owner = noun - 2 if noun > 1 and kept[noun - 1].word == "'s" else noun - 1
    mark = kept[owner].mark if owner >= 0 else None
    return owner if mark is not None and mark.letter == "A" and not is_person(mark) else noun


def _with_role(mark: Mark, kept: list[Item], begin: int) -> Mark:
    """Note that the post from item `begin` on says in which role a person is."""
    role = _role_named(kept, begin) if begin < len(kept) and is_person(mark) else None
    return mark._replace(called=tuple((role, actor) for actor in mark.actors)) if role is not None else mark


def _skip_times(kept: list[Item], at: int) -> int:
    """Pass over "former" and the like in front of a post, but not in "were present the envoy X"."""
    if at > 1 and kept[at - 1].word == "present" and kept[at - 2].word in load_words("be"):
        return at
    while at and kept[at - 1].word in load_words("post-times"):
        at -= 1
    return at


def _role_named(kept: list[Item], at: int) -> str | None:
    """Give the role that the post from item `at` on is, where it is of no body: "the joint chairman ,"."""
    post = kept[at:]
    if [item.word for item in post[1:2]] == ["'s"]:
        return load_pairs("role-posts").get(" ".join(item.word for item in post[2:-1]))  # "Norway's delegate, A"
    if at == 0 or any(item.mark is not None for item in post) or post[-1].word != ",":
        return None
    words = [item.word for item in [*kept[at - 1 : at], *post[:-1]] if item.word not in load_words("post-times")]
    words = words[1:] if words[1:2] == ["'s"] else words
    if words[0] not in {"the", "its", "their", "by", "'s"}:
        return None
    named = " ".join(words[1:])
    return "Chair" if named in load_words("chair-posts") else load_pairs("role-posts").get(named)


def _within_post(item: Item, posts: frozenset[str], inner: frozenset[str]) -> bool:
    if item.mark is not None:
        return item.mark.letter == "L" or (item.mark.letter == "A" and not is_person(item.mark))
    return item.word in posts or item.word in inner or item.word in load_words("portfolios")


def absorb_seats(items: list[Item]) -> list[Item]:
    """Take the State or body behind a person into the mark where semicolons part persons: "X, Peru; Y, UNDP; and"."""
    if ";" not in [item.word for item in items]:
        return items
    kept: list[Item] = []
    parted = False
    i = 0
    while i < len(items):
        seat = items[i + 1].mark if i + 2 < len(items) else None
        person = kept[-1].mark if kept else None
        behind = items[i + 2].word if i + 2 < len(items) else ""
        if (
            items[i].word == ","
            and person is not None
            and person.letter == "A"
            and is_person(person)
            and seat is not None
            and seat.letter in "AL"
            and not is_person(seat)
            and (behind == ";" or (parted and behind in {",", "."}))
        ):
            kept[-1].end = items[i + 1].end
            i += 2
            continue
        parted = parted or items[i].word == ";"
        kept.append(items[i])
        i += 1
    return kept


def absorb_introductions(items: list[Item]) -> list[Item]:
    """Take "the Governments of", "delegations from", "the" before actors into their mark."""
    openers, links, skipped = load_words("introductions"), load_words("introduction-links"), load_words("determiners")
    kept: list[Item] = []
    for item in _without_memberships(items):
        mark = item.mark
        if mark is not None and mark.letter == "A":
            introduced, at = _introduction(kept, openers, links, skipped)
            if is_person(mark) and not introduced:
                at = _skip_times(kept, at)
            while at and kept[at - 1].word in skipped:
                at -= 1
            if not introduced:
                item.mark = mark = _with_role(mark, kept[:at], _description(kept, at) + 1)
                at = _description(kept, at)
                if at == len(kept) and is_person(mark):
                    at = _adjective(kept)
            while at and (
                kept[at - 1].word in skipped or (kept[at - 1].word.endswith("'s") and len(kept[at - 1].word) > 2)
            ):
                at -= 1
            if at < len(kept):
                item.begin = kept[at].begin
                del kept[at:]
            if introduced:
                item.mark = mark._replace(introduced=introduced)
        kept.append(item)
    return kept


def _without_memberships(items: list[Item]) -> list[Item]:
    """Leave out a body that actors are only said to belong to: "A and B, members of C, came"."""
    return [
        item
        for i, item in enumerate(items)
        if item.mark is None or item.mark.letter != "A" or not _is_membership(items, i)
    ]


def _is_membership(items: list[Item], i: int) -> bool:
    """Tell whether ", members of" with an actor before it opens what item i closes."""
    at = i - 1 if i and items[i - 1].word == "the" else i
    if at < 4 or [item.word for item in items[at - 3 : at]] not in ([",", "members", "of"], [",", "parties", "of"]):
        return False
    owner, behind = items[at - 4].mark, items[i + 1].word if i + 1 < len(items) else "."
    return owner is not None and owner.letter == "A" and behind not in {"and", "or", "&"}


def _adjective(kept: list[Item]) -> int:
    """Find where "the Fijian" before the post in a person's mark begins; the end where nothing of the kind is there."""
    end = len(kept)
    if end < 2 or kept[-1].mark is not None or kept[-2].word not in {"the", "his", "her", "their", "its", "our"}:
        return end
    if (end > 2 and kept[-3].word in load_words("fronting-links")) or kept[-1].word in load_words("own-shares"):
        return end  # "in the evening A", "for her part A"
    word = kept[-1].word
    verb = word.endswith("ed") or word in load_words("clause-verbs") or word in load_words("deed-verbs")
    return end if verb or not word.isalpha() or word in load_words("post-nouns") else end - 2


def _introduction(
    kept: list[Item], openers: frozenset[str], links: frozenset[str], skipped: frozenset[str]
) -> tuple[bool, int]:
    """Find where an introduction of the coming actors begins among the last items."""
    at = len(kept)
    while at and kept[at - 1].word in skipped:
        at -= 1
    if at > 1 and kept[at - 1].word in links:
        back = at - 2
        if back > 1 and kept[back].word not in openers and kept[back - 1].word == "of" and kept[at - 1].word == "from":
            back -= 2  # "inspectors of weapons from"
        # "representatives of the governments of": up to two openers in a row
        if kept[back].word in openers and not _is_private(kept, back):
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


def _is_private(items: list[Item], at: int) -> bool:
    """Tell whether item `at` is a noun for people who come for no State: "survivors", "civil society groups"."""
    words = load_words("private-people")
    return items[at].word in words or (at > 0 and f"{items[at - 1].word} {items[at].word}" in words)


def leave_homes(items: list[Item], text: str) -> list[Item]:
    """Read States as mere places where people come from there who do not come for them: "survivors from A0 and A1"."""
    if any(_is_own_capacity(items, i) for i in range(1, len(items))):
        homes = [k for k, item in enumerate(items) if item.mark is not None and _is_state(item.mark)]
    else:
        people = (i for i in range(len(items) - 1) if items[i + 1].word == "from" and _come_privately(items, i, text))
        homes = [k for i in people for k in _homes(items, i + 2)]
    for k in homes:
        items[k] = Item(items[k].begin, items[k].end, "abroad", None)
    return items


def _come_privately(items: list[Item], at: int, text: str) -> bool:
    """Tell whether item `at`, a noun or a head count, means people who come for no State: "ten survivors"."""
    mark = items[at].mark
    counted = mark is not None and mark.letter == "N"
    noun = text[items[at].begin : items[at].end].rpartition(" ")[2].lower() if counted else ""
    return noun in load_words("private-people") or _is_private(items, at)


def _is_state(mark: Mark) -> bool:
    return mark.letter == "A" and bool(mark.places) and not mark.introduced


def _is_own_capacity(items: list[Item], i: int) -> bool:
    """Tell whether a sentence says that all came for themselves: "in their private capacities"."""
    return items[i].word in {"capacity", "capacities"} and items[i - 1].word in load_words("own-capacities")


def _homes(items: list[Item], first: int) -> Iterator[int]:
    """Yield where the States of a list stand, up to those that have sent somebody: "A0, A1 and officials from A2"."""
    for k in range(first, len(items)):
        mark = items[k].mark
        if mark is not None and not _is_state(mark):
            return
        if mark is not None:
            yield k
        elif items[k].word not in {",", "and", "the"}:
            return


def _description(kept: list[Item], at: int) -> int:
    """Find where a description of the coming actor begins: "hosted by a local charity, A", "the group A"."""
    if at > 1 and kept[at - 1].word in load_words("body-nouns") and kept[at - 2].word in load_words("determiners"):
        return at - 2
    if at < 3 or kept[at - 1].word != ",":
        return at
    for back in range(at - 2, max(at - 8, 0), -1):
        if kept[back].mark is not None or kept[back].word in {",", ".", ";", ":"}:
            return at
        if kept[back].word in {"a", "an", "the", "its", "their"}:
            return back if back > 1 and kept[back - 1].word in {"by", "with", "from"} else at  # not "From the floor, A"
    return at


def absorb_followers(items: list[Item]) -> list[Item]:
    """Take the noun behind actors into their mark: "Norway's delegation", "the OSCE experts".

    "Norway's representative, X" is left alone: X is the actor.
    """
    nouns, adjectives = load_words("followers"), load_words("introduction-adjectives")
    kept: list[Item] = []
    i = 0
    while i < len(items):
        item = items[i]
        kept.append(item)
        i += 1
        if item.mark is None or item.mark.letter != "A" or is_person(item.mark):
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
        item.mark = item.mark._replace(introduced=True)
        i = j + 1
    return kept
