"""Bodies whose names have no head word: told by what they are called, by the people they are, or by what they did."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from kg.extract.actors.bodyform import Body, grow_left, is_shouted, list_heads
from kg.extract.actors.person import Person
from kg.extract.names.acronym import is_acronym
from kg.extract.names.namesake import is_given_name
from kg.extract.names.scene import Mark, Scene
from kg.extract.words.wordclass import load_words

_JOINS = frozenset({",", "and", "&", ";"})
_LINKS = frozenset({"of", "for", "without", "against", "&", "de"})
_ARTICLES = frozenset({"the", "both", "its", "local"})
_NOT_BEFORE = frozenset(
    {"of", "in", "at", "from", "to", "near", "on", "for", "with", "by", "mr", "ms", "mrs", "dr", "."}
)
_KINDS = ("post-nouns", "person-titles", "function-words", "ranks", "no-bodies", "name-suffixes", "royal-titles")


def read_called(scene: Scene, i: int) -> Body | None:
    """Read the unknown body behind the small word i that says what it is: "the Norwegian company Sterkemo"."""
    words = scene.words
    if i + 1 >= words.last[i] or not words.capital[i + 1] or scene.kind_at(i + 1) not in {"", "City", "Capital"}:
        return None
    end = _find_end(scene, i + 1)
    seat = scene.starting(end) if i + 1 < end < words.last[i] else None
    if seat is not None and seat.kind in {"State", "Region", "City"} and words.lower[seat.end : seat.end + 1] != ["'s"]:
        end = seat.end  # "the NGO Arms Watch Sahel"
    named = end > i + 1 and (end - i > 2 or len(words.word[i + 1]) > 3 or is_acronym(words.word[i + 1]))
    if not named or not _may_name(scene, i + 1, end) or (end < words.last[i] and words.lower[end] in {"'s", "?s"}):
        return None
    if scene.cover[i + 1] is not None and end == i + 2:
        return None
    return _make(scene, i + 1, end)


def read_calling(scene: Scene, i: int, floor: int) -> Body | None:
    """Read the unknown body before the small word i that says what it is: "the Sterkemo company"."""
    words = scene.words
    first, k = max(words.first[i], floor), i
    while k > first and i - k < 4 and words.capital[k - 1] and words.lower[k - 1] != "the":
        k -= 1
    if k in {i, first} or any(scene.cover[k:i]) or words.lower[k - 1] != "the" or not _may_name(scene, k, i):
        return None
    known = _plain_words()
    return _make(scene, k, i) if not any(word in known for word in words.lower[k:i]) else None


def read_people(scene: Scene, i: int, floor: int) -> Body | None:
    """Read the society whose members word i says: "Nordic Seismologists for Peace", "Potters without Borders"."""
    words = scene.words
    last = words.last[i]
    if i + 2 >= last or words.lower[i + 1] not in {"for", "without", "against"} or not words.capital[i + 2]:
        return None
    end = _find_end(scene, i + 2)
    if scene.cover[i + 2] is not None or end == i + 2 or any(w in list_heads() for w in words.lower[i + 2 : end]):
        return None
    begin = grow_left(scene, i, floor, shouted=False).begin
    return _make(scene, begin, end)


def find_doers(scene: Scene, bodies: Sequence[Body], persons: Sequence[Person]) -> list[Body]:
    """Find the unknown bodies that did what bodies do, and those in a row between known ones; lay them over the scene.

    They are "organised by Sterkemo", or "Sterkemo sponsored" something. No word of a person's name is taken.
    """
    taken = bytearray(len(scene.words.word) + 1)
    for begin, end in [*((b.begin, max(b.extent, b.end)) for b in bodies), *((p.begin, p.end) for p in persons)]:
        taken[begin:end] = b"\1" * (end - begin)
    called = frozenset(word for p in persons for word in scene.words.lower[p.head : p.head_end])
    known = {body.begin: max(body.extent, body.end) for body in bodies}
    spans = [*_find_agents(scene, taken, called), *_find_subjects(scene, taken, called)]
    spans += _find_between(scene, known, taken, called)
    found: list[Body] = []
    for begin, end in sorted(set(spans), key=lambda span: (span[0], -span[1])):
        if found and begin < found[-1].end:
            continue
        scene.put(Mark(begin=begin, end=end, kind="Body"))
        found.append(_make(scene, begin, end))
    return found


def _make(scene: Scene, begin: int, end: int) -> Body:
    name = scene.words.surface(begin, end)
    return Body(begin=begin, end=end, core=begin, core_end=end, name=name, head="", extent=end)


def _find_end(scene: Scene, i: int) -> int:
    """Give the end of the run of capitalised words that begins at word i, with the links between them."""
    words = scene.words
    k = end = i
    while k < words.last[i] and k - i < 8:
        if _is_part(scene, k, i):
            end = k = k + 1
        elif k == end > i and words.lower[k] in _LINKS and k + 1 < words.last[i] and scene.cover[k + 1] is None:
            k += 1
        else:
            break
    return end


def _is_part(scene: Scene, k: int, i: int) -> bool:
    words = scene.words
    kinds = {"", "City", "Capital", "Demonym", "Region"} if k == i else {""}
    return words.capital[k] and words.word[k][0].isalpha() and scene.kind_at(k) in kinds


def _may_name(scene: Scene, i: int, j: int) -> bool:
    """Tell whether nothing in words i to j shows them to be no name of a body, or one that another reader reads."""
    words = scene.words
    if is_given_name(words.lower[i]) and j - i > 1 and words.lower[j - 1] not in load_words("body-tails"):
        return False
    things = load_words("non-actor-heads") - load_words("gathered-bodies") - load_words("body-tails")
    if words.lower[j - 1] in things:
        return False
    return not any(
        word in list_heads() or word in load_words("never-inside") or any(word in load_words(kind) for kind in _KINDS)
        for word in words.lower[i:j]
    )


@lru_cache
def _plain_words() -> frozenset[str]:
    """List the words of the dictionary that stand in names of all kinds."""
    return load_words("common-words") | load_words("title-words") | load_words("portfolios")


def _is_doer(scene: Scene, i: int, j: int, called: frozenset[str]) -> bool:
    """Tell whether words i to j, which do what a body or a person does, name a body."""
    words = scene.words
    if not _may_name(scene, i, j) or is_shouted(scene, i) or _goes_on(scene, j):
        return False
    if j - i == 1:
        return _is_coined(scene, i) and words.lower[i] not in called
    inside = words.lower[i:j]
    if not called.isdisjoint(inside) or is_given_name(inside[0]):
        return False
    told = inside[-1] in load_words("body-tails") or any(is_acronym(word) and len(word) > 2 for word in words.word[i:j])
    known = _plain_words()
    plain = all(word in known or word in _LINKS or scene.cover[i + n] is not None for n, word in enumerate(inside))
    return told or (plain and inside[-1] not in load_words("trades"))


def _goes_on(scene: Scene, j: int) -> bool:
    """Tell whether the small word j is of no English dictionary: a name in another language goes on."""
    words = scene.words
    if j >= len(words.word) or words.first[j] == j or words.capital[j] or not words.word[j].isalpha():
        return False
    return words.lower[j] not in _plain_words() | load_words("function-words") | load_words("doing-verbs")


def _is_coined(scene: Scene, i: int) -> bool:
    """Tell whether the one word i can only be a name, and nobody's given name."""
    words = scene.words
    word, lower = words.word[i], words.lower[i]
    if scene.cover[i] is not None or len(word) < 4 or lower in words.written_small or lower in _plain_words():
        return False
    if is_given_name(lower) or lower.endswith(("s", "ing", "ed", "ly", "ion", "ment", "ity", "ship", "ance", "ence")):
        return False
    before = [words.lower[k - 1] for k in words.where[lower] if k > words.first[k] and words.capital[k - 1]]
    surname = any(word not in load_words("function-words") for word in before)
    return not (surname or lower.endswith(("ese", "ish", "ian", "land", "stan")))


def _find_agents(scene: Scene, taken: bytearray, called: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield the names in "organised by X, Y and Z", "with support from X", "in partnership with X"."""
    words = scene.words
    for word in ("by", "from", "with", "of"):
        for i in words.where.get(word, ()):
            before = words.lower[max(words.first[i], i - 4) : i]
            if _is_doing(before, word):
                yield from _read_row(scene, i + 1, taken, called)
            elif word in {"from", "of"} and not load_words("sent-people").isdisjoint(before[-1:]):
                row = list(_read_row(scene, i + 1, taken, called))
                yield from (span for span in row if span[1] - span[0] > 1)  # a lone word is a town as well


def _is_doing(before: Sequence[str], link: str) -> bool:
    """Tell whether the words before a link say that who follows holds, pays for or helps with something."""
    if link == "by":
        return not load_words("doing-participles").isdisjoint(before)
    return before[-1:] != [] and before[-1] in load_words(f"help-{link}")


def _read_row(scene: Scene, i: int, taken: bytearray, called: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield the unknown names of a row from word i on, which may have known ones among them."""
    words = scene.words
    last = words.last[i - 1]
    while i < last:
        while i < last and words.lower[i] in _ARTICLES:
            i += 1
        end = i
        while end < last and taken[end]:
            end += 1
        if end == i and i < last:
            end = _find_end(scene, i)
            if end == i or any(taken[i:end]):
                return
            if _is_doer(scene, i, end, called):
                yield i, end
            elif scene.cover[i] is None:
                return
        if end == i or end >= last or words.word[end] not in _JOINS:
            return
        i = end
        while i < last and words.lower[i] in _JOINS:
            i += 1


def _find_subjects(scene: Scene, taken: bytearray, called: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield the names of those who organised, paid for or ran something."""
    words = scene.words
    for verb in sorted(load_words("doing-verbs").intersection(words.where)):
        for v in words.where[verb]:
            k, first = v, words.first[v]
            while k > first and words.lower[k - 1] in load_words("doing-adverbs"):
                k -= 1
            if words.capital[v]:
                continue
            for begin, end in _read_row_before(scene, k, first, taken):
                told = end - begin > 1 or verb in load_words("body-doings")
                if told and _is_doer(scene, begin, end, called):
                    yield begin, end


def _read_row_before(scene: Scene, end: int, first: int, taken: bytearray) -> Iterator[tuple[int, int]]:
    """Yield the runs of unknown capitalised words in the row of subjects before a verb, which may have known ones."""
    words = scene.words
    while end > first:
        begin = end
        while begin > first and taken[begin - 1]:
            begin -= 1
        if begin == end:
            span = _read_left(scene, end, first, taken)
            if span is None:
                return
            yield span
            begin = span[0]
        begin -= begin > first and words.lower[begin - 1] == "the"
        end = begin
        while end > first and words.lower[end - 1] in _JOINS:
            end -= 1
        if end == begin:
            return


def _read_left(scene: Scene, end: int, first: int, taken: bytearray) -> tuple[int, int] | None:
    """Give the run of capitalised words that ends before a verb, where it can be the subject."""
    words = scene.words
    i = end
    while i > first and not taken[i - 1] and end - i < 8:
        k = i - 1
        linked = words.lower[k] in _LINKS and i < end and k > first and words.capital[k - 1]
        if not (linked or _is_part(scene, k, k)):
            break
        i = k
    while i < end and (words.lower[i] in load_words("function-words") or not words.capital[i]):
        i += 1
    if i == end or (i > first and (words.lower[i - 1] in _NOT_BEFORE or taken[i - 1])):
        return None
    return i, end


def _find_between(
    scene: Scene, known: Mapping[int, int], taken: bytearray, called: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """Yield the unknown names between two known bodies: "UNICEF, Sterkemo and the ICRC"."""
    words = scene.words
    for i in known.values():
        last = words.last[i - 1]
        begin = _over(words.lower, i, last)
        if begin == i or begin >= last or taken[begin] or scene.cover[begin] is not None:
            continue
        end = _find_end(scene, begin)
        behind = _over(words.lower, end, last)
        if end > begin and behind > end and behind in known and _is_doer(scene, begin, end, called):
            yield begin, end


def _over(lower: Sequence[str], i: int, last: int) -> int:
    """Step over what joins two members of a row, with an article; nothing where none stands there."""
    j = i
    while j < last and lower[j] in _JOINS:
        j += 1
    return j + (j > i and j < last and lower[j] == "the")
