"""The State or body whose post a clause means, told by whose side someone leads and by whom someone visits.

A government's text says "the Foreign Minister" of its own minister; but "in Tokyo he met the Foreign Minister" and
"the Japanese side was led by the Foreign Minister" speak of another State's.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from kg.extract.names.scene import Mark, Scene
from kg.extract.words.wordclass import load_words

_PLACES = frozenset({"State", "Capital", "Country"})
_OWNING = frozenset({"State", "Demonym", "Country"})
"""Words before the delegation that those named before it belong to: "were members of the Malawian delegation"."""
_REACH = 30


def find_side(scene: Scene, begin: int) -> Mark | None:
    """Give the State or body whose side is led by the person or post at word begin, told right before it.

    "The Japanese delegation is headed by", "a delegation of the Directorate (DMAC) of Afghanistan headed by".
    """
    words = scene.words
    first = words.first[begin]
    i = begin - 1
    while i > first and words.lower[i] in {"the", "its", "their", "a", "an"}:
        i -= 1
    if i - 1 <= first or words.lower[i] != "by":
        return _find_listed_side(scene, begin)
    if words.lower[i - 1] == "and":
        i = next((k for k in range(i - 2, max(first, i - 12), -1) if words.lower[k] == "by"), first + 1)
    if words.lower[i - 1] in load_words("sides") and not load_words("side-led").isdisjoint(words.lower[first:i]):
        return _find_subject(scene, i - 1, first, sole=False)  # "Peru was led by X, and the Chilean side by Y"
    if words.lower[i - 1] not in load_words("side-led"):
        return _find_gapped_side(scene, i - 1, first)
    verb = words.lower[i - 1]
    i -= 2
    while i > first and words.lower[i] in load_words("side-led-by"):
        i -= 1
    if words.word[i] == "," and i > first + 1:
        i -= 1
    if verb == "chaired":
        return None
    return _find_subject(scene, i, first, sole=verb == "represented")


def _find_gapped_side(scene: Scene, i: int, first: int) -> Mark | None:
    """Give the State that ends at word i in "Peru was represented by its envoy, X, and Chile by Ambassador Y"."""
    words, mark = scene.words, scene.cover[i]
    if mark is None or mark.kind != "State" or mark.begin - 1 <= first:
        return None
    joined = mark.begin - 1 - (words.lower[mark.begin - 1] == "the")
    joined -= 2 * _is_that_of(words.lower, mark.begin)
    led = not load_words("side-led").isdisjoint(words.lower[first:joined])
    return mark if led and words.lower[joined] in {"and", ",", ";"} else None


def _find_listed_side(scene: Scene, begin: int) -> Mark | None:
    """Give the body of "a delegation of the Directorate ... The delegation included X, Director, and Y, Adviser"."""
    words, first = scene.words, scene.words.first[begin]
    k = first + (words.lower[first] in {"the", "its"})
    listed = words.lower[k + 1 : k + 2] and words.lower[k + 1] in load_words("comprising")
    if k + 1 >= begin or words.lower[k] not in load_words("sides") or not listed:
        return None
    for i in range(first - 1, max(first - _REACH, 0), -1):
        if words.lower[i] in load_words("sides"):
            i += 1 + (words.lower[i + 1] in {"of", "from"}) + (words.lower[i + 2] == "the")
            mark = scene.starting(i)
            return mark if mark is not None and mark.kind == "Body" else None
    return None


def _find_subject(scene: Scene, i: int, first: int, *, sole: bool) -> Mark | None:
    """Give the owner of the delegation that ends at word i; where it is `sole`, the actor that ends there itself."""
    words = scene.words
    if words.lower[i] in load_words("sides") or words.lower[i] in load_words("side-people"):
        opened = words.word[i - 1] in {"(", "'s", "’s"}  # "Viet Nam (delegation led by X)", "Peru's delegation"
        mark = scene.cover[i - 1 - opened] if i - opened > first else None
        return mark if mark is not None and mark.kind in _OWNING | {"Body"} else None
    if words.word[i] == ")":
        opening = next((k for k in range(i, max(first, i - 6), -1) if words.word[k] == "("), i)
        i = max(opening - 1, first)
    mark = scene.cover[i]
    if mark is None or mark.kind not in {"State", "Country", "Body"}:
        return None
    if mark.kind == "Body" and not sole and _opens_alone(scene, mark.begin, first):
        return mark  # "the Unit, headed by X"
    if sole:
        return mark if mark.begin - first <= 2 or mark.kind == "Body" else None
    k = mark.begin - 1
    while k > first and k > i - _REACH and words.lower[k] not in load_words("sides"):
        if words.word[k] in {",", ";"}:
            return None
        k -= 1
    if words.lower[k] not in load_words("sides") or words.lower[k + 1] not in {"of", "from"}:
        return None
    return _first_body(scene, k + 2, i) or mark


def _opens_alone(scene: Scene, i: int, first: int) -> bool:
    """Tell whether no words for a delegation stand in the clause before word i."""
    words = scene.words
    clause = next((k for k in range(i - 1, first - 1, -1) if words.word[k] in {",", ";"}), first)
    return load_words("sides").isdisjoint(words.lower[clause:i])


def _first_body(scene: Scene, i: int, j: int) -> Mark | None:
    marks = (scene.cover[k] for k in range(i, j))
    return next((mark for mark in marks if mark is not None and mark.kind == "Body"), None)


def find_clause_state(scene: Scene, begin: int) -> str | None:
    """Give the State for which those named in a clause act: "for Ireland, X, Minister for Trade, and Y"."""
    words = scene.words
    first = words.first[begin]
    clause = next((k + 1 for k in range(begin - 1, first - 1, -1) if words.word[k] in {";", ":"}), first)
    side = (
        _find_named_side(scene, clause, begin) or _find_delegation(scene, begin) or _find_sender(scene, clause, begin)
    )
    if side is not None:
        return side
    opens = next((k for k in range(clause, min(clause + 5, begin)) if words.lower[k] == "for"), None)
    if opens is None or (opens > clause and words.word[opens - 1] != ","):
        return None
    k = opens + 1 + (words.lower[opens + 1] == "the")
    mark = scene.starting(k)
    if mark is None or mark.kind != "State" or mark.end >= begin:
        return None
    direct = opens == first and words.lower[mark.end] == "the"  # "For Peru the Ambassador signed"
    if words.word[mark.end] not in {",", ":"} and not direct:
        return None
    return mark.state


def _find_delegation(scene: Scene, begin: int) -> str | None:
    """Give the State of "The Malawian delegation included X, Y" and of "X and Y formed the Malawian delegation"."""
    words = scene.words
    first, last = words.first[begin], words.last[begin]
    for k in range(first, last):
        mark = scene.starting(k)
        if mark is None or mark.kind not in _OWNING or mark.end + 1 >= last:
            continue
        side = words.lower[mark.end] in load_words("sides")
        opened = _opens_side(scene, k)
        if not side and opened is None:
            continue
        listed = mark.end + side
        listed += (words.word[listed] == ",") + (words.lower[listed + 1 : listed + 2] == ["which"])
        if listed < begin and words.lower[listed] in load_words("comprising"):
            return mark.state
        if listed < begin and opened == "in" and words.lower[listed] in {"are", "is", "was", "were"}:
            return mark.state  # "In the delegation of Peru were X, Y and Z"
        if not side:
            continue
        verb = k - 1 - (words.lower[k - 1] in {"the", "its"})
        if begin < k and verb > begin and words.lower[verb] in load_words("forming"):
            return mark.state
    return None


def _opens_side(scene: Scene, k: int) -> str | None:
    """Give the word before "the delegation of" where the State at word k follows it; None where it does not."""
    words = scene.words
    k -= words.lower[k - 1] == "the"
    if k < 2 or words.lower[k - 1] not in {"of", "from"} or words.lower[k - 2] not in load_words("sides"):
        return None
    k -= 2
    while k > words.first[k] and words.lower[k - 1] in {"the", "official", "government", "state", "large"}:
        k -= 1
    return words.lower[k - 1] if k > words.first[k] else ""


def _find_sender(scene: Scene, clause: int, begin: int) -> str | None:
    """Give the State of "Peru had sent X, Minister of Mines" and of "From Peru came X; from Chile, the Minister, Y"."""
    words, first = scene.words, scene.words.first[begin]
    if words.lower[begin - 1] in load_words("seconding") and begin - 1 > first:
        senders = (scene.starting(k) for k in range(clause, min(clause + 3, begin)))
        return next((mark.state for mark in senders if mark is not None and mark.kind == "State"), None)
    own = scene.cover[begin - 2] if begin - 2 > first and words.lower[begin - 1] in {"by", "from", "was"} else None
    if own is not None and own.kind == "State" and _is_that_of(words.lower, own.begin):
        return own.state  # "that of Peru was given by Senator X"
    k = clause + (words.lower[clause] == "and")
    if words.lower[k] != "from" or words.lower[first] != "from":
        return None
    mark = scene.starting(k + 1 + (words.lower[k + 1] == "the"))
    if mark is None or mark.kind != "State" or mark.end >= begin:
        return None
    came = not load_words("coming").isdisjoint(words.lower[first:begin])
    return mark.state if came and begin - mark.end <= (1 if clause == first else 3) else None


def _is_that_of(lower: Sequence[str], k: int) -> bool:
    """Tell whether "that of" stands before word k, where the State is."""
    k -= lower[k - 1] == "the"
    return lower[k - 2 : k] == ["that", "of"]


def _find_named_side(scene: Scene, clause: int, begin: int) -> str | None:
    """Give the State of "On the Japanese side, X", which opens a clause."""
    words = scene.words
    if clause and words.word[clause - 1] == ":":
        clause = words.first[begin]  # "On the Japanese side: X"
    if words.lower[clause] in _PRESENT:  # "Taking part on the Japanese side were X and Y"
        clause = next((k for k in range(clause, min(clause + 4, begin)) if words.lower[k] in {"on", "from"}), clause)
    k = clause + 1 + (words.lower[clause + 1 : clause + 2] == ["the"])
    mark = scene.cover[k] if words.lower[clause] in {"on", "from"} and k < begin else None
    if mark is None or mark.kind not in {"Demonym", "State", "Capital"} or mark.end >= begin:
        return None
    return mark.state if words.lower[mark.end] in load_words("sides") else None


_PRESENT = frozenset({"taking", "participating", "present", "attending", "sitting", "speaking"})


def find_visited(scene: Scene, begin: int, own: str | None, visited: Collection[str] = ()) -> str | None:
    """Give the other State in which someone meets, or at whose invitation visits, the post at word begin.

    Where the clause names no place it is the one State of a visit that the text is about.
    """
    words = scene.words
    first = words.first[begin]
    i = begin - 1
    while i > first and words.lower[i] in {"the", "his", "her", "its", "their"}:
        i -= 1
    if i <= first or not _is_met(scene, i, first):
        return None
    above = first
    if first and words.block[first - 1] == words.block[first] and words.lower[first] in {"he", "she", "they", "there"}:
        above = words.first[first - 1]
    invited = words.lower[i] == "of"  # "At the invitation of X, Y paid a visit to Peru"
    ahead = reversed(list(_placed_marks(scene, begin, words.last[begin]))) if invited else ()
    for mark in (*_placed_marks(scene, first, i), *_placed_marks(scene, above, first), *ahead):
        return mark.state if mark.state != own else None
    return next(iter(visited)) if len(visited) == 1 and own is not None and own not in visited else None


def is_met_by_peer(scene: Scene, begin: int, noun: str) -> bool:
    """Tell whether someone of the same rank meets the post at word begin: "the President met President X"."""
    words = scene.words
    first = words.first[begin]
    return noun in words.lower[first : max(first, begin - 1)] and begin > first and _is_met(scene, begin - 1, first)


def is_in_talks(scene: Scene, begin: int) -> bool:
    """Tell whether "talks with" stands right before word i, as of another State's minister."""
    words = scene.words
    before = words.lower[max(words.first[begin], begin - 2) : begin]
    return len(before) == 2 and before[1] == "with" and before[0] in load_words("with-whom")


def is_of_other_side(scene: Scene, begin: int, end: int, first_begin: int, first_end: int) -> bool:
    """Tell whether the post or name at words begin to end is that of the other of two sides that act together.

    "Signed by X, Minister of Mines, and Y, Minister of Trade": X begins at word first_begin.
    """
    words = scene.words
    if words.first[begin] != words.first[first_begin] or not first_end <= begin:
        return False
    between = words.lower[first_end:begin]
    if "and" not in between or set(between) - {"and", ",", "by", "the"}:
        return False
    lead = words.lower[max(words.first[first_begin], first_begin - 6) : first_begin]
    behind = words.lower[end : min(end + 2, words.last[begin])]
    together = "by" in lead and bool(load_words("done-together") & set(lead))
    return together or bool(load_words("done-together") & set(behind[:1])) or behind == ["jointly", "chaired"]


def is_joined_to(scene: Scene, end: int, begin: int) -> bool:
    """Tell whether ", and" or "and" is all that stands between two words; word end may be behind the comma."""
    words = scene.words
    between = words.lower[max(end - 1, 0) : begin]
    return 0 < begin - end <= 2 and words.first[end] == words.first[begin] and set(between) in ({"and", ","}, {"and"})


def find_joined_state(scene: Scene, end: int) -> str | None:
    """Give the State of the other of two who act together: "the Foreign Minister, X, and the President of Chad, Y".

    Word end is the one behind X; who is named without a State beside such a one is of another.
    """
    words = scene.words
    k = end + (words.word[end : end + 1] == [","])
    if words.lower[k : k + 2] != ["and", "the"]:
        return None
    for j in range(k + 2, min(k + 8, words.last[k])):
        mark = scene.starting(j)
        if mark is not None:
            linked = words.lower[j - 1] == "of" or (words.lower[j - 1] == "the" and words.lower[j - 2] == "of")
            return mark.state if mark.kind == "State" and linked else None
        if words.word[j] == ",":
            return None
    return None


def is_of_other_time(scene: Scene, i: int) -> bool:
    """Tell whether a sentence speaks of another time than the text: of a year, or of "the then minister"."""
    words = scene.words
    sentence = words.lower[words.first[i] : words.last[i]]
    return not load_words("other-times").isdisjoint(sentence) or any(len(w) == 4 and w.isdigit() for w in sentence)


def find_company_state(scene: Scene, states: Mapping[int, str], begin: int) -> str | None:
    """Give the State of the one with whom the post at word begin came: "Minister X, accompanied by Y and the Z".

    `states` are those of the first post of each sentence, by its first word.
    """
    words = scene.words
    first = words.first[begin]
    lead = words.lower[first:begin]
    came = any(word in load_words("coming-along") and lead[k + 1 : k + 2] == ["by"] for k, word in enumerate(lead))
    return states.get(first) if came else None


def is_met(scene: Scene, begin: int) -> bool:
    """Tell whether someone meets, calls on or is received by the post at word begin."""
    first = scene.words.first[begin]
    begin -= begin > first and scene.words.lower[begin - 1] == "the"
    return begin > first and _is_met(scene, begin - 1, first)


def _is_met(scene: Scene, i: int, first: int) -> bool:
    """Tell whether words up to i are "talks with", "met", "call on", "received by", "at the invitation of"."""
    words = scene.words
    word, above = words.lower[i], words.lower[i - 1] if i > first else ""
    if word == "of":
        return above in {"invitation", "chairmanship", "presidency", "guest", "guests"}
    if word == "on":
        calls = load_words("calling-on")
        return above in calls or (above == "and" and not calls.isdisjoint(words.lower[first:i]))
    if word == "by":
        return above in load_words("received-by")
    if word == "to":
        return above in {"visit", "visits"}
    if word == "with":
        return bool(load_words("meeting-words") & set(words.lower[max(first, i - 4) : i]))
    return word in load_words("met")


def _placed_marks(scene: Scene, first: int, i: int) -> Iterator[Mark]:
    """Yield the States and capitals before word i that "in" or "to" makes the place, the nearest first."""
    words = scene.words
    k = i
    while k > first:
        k -= 1
        mark = scene.cover[k]
        if mark is None or mark.begin != k:
            continue
        before = words.lower[k - 1] if k > first else ""
        seat = words.surface(mark.begin, mark.end).lower() in load_words("seat-cities")
        town = mark.kind == "City" and mark.entry is not None and not mark.entry.weak
        guest = before in load_words("guest-links") and not seat
        if (town or mark.kind in _PLACES) and mark.state is not None and guest:
            yield mark
