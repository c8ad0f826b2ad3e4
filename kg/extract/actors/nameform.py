"""The form of a person's name: titles before it, its words, initials and particles, what may follow it."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from kg.extract.actors.bodyform import is_shouted
from kg.extract.actors.postnoun import singular_post
from kg.extract.names.namesake import is_given_name
from kg.extract.names.scene import Scene
from kg.extract.text.word import Words
from kg.extract.words.wordclass import load_pairs, load_words

_INITIAL = re.compile(r"[^\W\d_a-z](?:\.-?[^\W\d_a-z])*\.?|[^\W\d_a-z]\.(?:[^\W\d_a-z]\.?)+")
_HONOURS = re.compile(r"(?:[A-Z]\.){2,}[A-Z]?\.?")
"""Letters of an order behind a name: "G.C.S.K."."""
_NAME_WORD = re.compile(r"[^\W\d_][\w'¡‡†?-]*")
_ARTICLE_NAME = re.compile(r"(?:al|el|an|as|ad|ar|at|az|ash|ul|ed)-[A-Z]\w+|(?:d|l|de|dal|dall|dell)'[A-Z]\w+")
_QUOTES = frozenset("\"“”„«»'‘’")


_INDENT = 12
"""The least blanks by which the lines of a column are set in."""


class Titles(NamedTuple):
    """Forms of address and ranks before a name."""

    end: int
    """Where the name begins."""
    words: tuple[str, ...] = ()
    royal: str = ""
    """ "Queen", "Crown Prince": a title that belongs to the name."""

    @property
    def are_ranks(self) -> bool:
        """Whether all are military or police ranks."""
        return bool(self.words) and all(word in load_words("ranks") for word in self.words)


def read_titles(scene: Scene, i: int, posts: Mapping[int, int]) -> Titles:
    """Read forms of address and ranks at word i; `posts` are the ends of posts by first word."""
    words = scene.words
    if words.lower[i].rstrip(".") not in _list_titles() or not words.capital[i]:
        if _is_monsieur(scene, i):
            return Titles(i + 2, ("m",))
        return Titles(i + 1, (words.lower[i],)) if _is_local_title(scene, i) else Titles(i)
    found: list[str] = []
    royal = ""
    last = words.last[i]
    j = i
    while j < last and scene.cover[j] is None:
        word = words.lower[j].rstrip(".")
        pair = f"{word} {words.lower[j + 1]}" if j + 1 < last else ""
        long = _find_long_rank(scene, j, last) if words.capital[j] else j
        if long > j:
            found.append(" ".join(words.lower[j:long]))
            j = long
        elif words.capital[j] and (pair in load_words("royal-titles") or word in load_words("royal-titles")):
            size = 2 if pair in load_words("royal-titles") else 1
            royal = " ".join(words.word[j : j + size])
            j += size
        elif words.capital[j] and pair in load_words("person-titles"):
            found.append(pair)
            j += 2
        elif (
            found
            and found[-1] in load_words("plain-titles")
            and word in load_words("ranks")
            and words.word[j + 1 : j + 2] != ["."]
        ):
            break  # "Mrs. Maj Britt Theorin"
        elif words.capital[j] and word in _list_single_titles() and not _is_post(scene, j, posts):
            found.append("h.e" if words.word[j] == "HE" else word)
            j += 1
        else:
            step = _step_over_mark(scene, j, found, last)
            if step == j:
                break
            j = step
    return _judge_titles(scene, i, j, tuple(found), royal)


def _find_long_rank(scene: Scene, j: int, last: int) -> int:
    """Step over a rank of several words at word j: "Général de brigade aérienne"; j where there is none."""
    words = scene.words
    for end in range(min(j + 5, last), j + 1, -1):
        if " ".join(words.lower[j:end]) in load_words("ranks") and not any(scene.cover[j:end]):
            return end
    return j


def _is_monsieur(scene: Scene, i: int) -> bool:
    """Tell whether "M." at word i is "Monsieur": before a full name, in a text that says "Mme", too."""
    words = scene.words
    if words.word[i] != "M" or i + 3 >= words.last[i] or words.word[i + 1] != ".":
        return False
    named = words.capital[i + 2] and (words.capital[i + 3] or words.lower[i + 3] in load_words("name-particles"))
    return named and not load_words("french-titles").isdisjoint(words.lower)


def _is_local_title(scene: Scene, i: int) -> bool:
    """Tell whether word i is a form of address of a State that the text names: "U Thant" of Burma."""
    words = scene.words
    if words.lower[i] not in _list_local_titles() or not words.capital[i] or i + 2 >= words.last[i]:
        return False
    if not words.word[i + 1].istitle() or not words.word[i + 2].istitle() or scene.cover[i] is not None:
        return False
    return any(f"{words.lower[i]}={state[-3:]}" in load_words("titles-by-state") for state in _list_states(scene))


@lru_cache
def _list_local_titles() -> frozenset[str]:
    return frozenset(row.partition("=")[0] for row in load_words("titles-by-state"))


def _list_states(scene: Scene) -> set[str]:
    return {mark.state for mark in scene.marks if mark.state is not None}


@lru_cache
def _list_titles() -> frozenset[str]:
    royals = frozenset(title.split()[0] for title in load_words("royal-titles"))
    pairs = frozenset(title.split()[0] for title in load_words("person-titles") if " " in title)
    ranks = frozenset(rank.split()[0] for rank in load_words("ranks"))
    return load_words("person-titles") | load_words("ranks") | royals | pairs | ranks


@lru_cache
def _list_single_titles() -> frozenset[str]:
    return load_words("person-titles") | load_words("ranks")


def _is_post(scene: Scene, j: int, posts: Mapping[int, int]) -> bool:
    """Tell whether a rank is a post here: "Chief of Staff", "Commander of the Navy"."""
    words = scene.words
    word = words.lower[j]
    if word in load_words("person-titles") or posts.get(j, 0) <= j + 1:
        return False
    if all(lower in load_words("ranks") for lower in words.lower[j : posts[j]]):
        return False  # "Air Chief Marshal"
    return not (word in load_words("lone-ranks") and j + 1 < words.last[j] and words.capital[j + 1])


def _step_over_mark(scene: Scene, j: int, found: list[str], last: int) -> int:
    """Step over the full stop of "Dr." and over "(Ret.)"."""
    words = scene.words
    if not found:
        return j
    if words.lower[j] == "the" and j + 1 < last and words.capital[j + 1]:
        return j + 1 if words.lower[j + 1] in _list_single_titles() else j  # "Dr. the Hon."
    if words.word[j] in {".", "-", "'", "’"}:
        return j + 1 if words.end[j - 1] == words.begin[j] else j
    if words.word[j] == "(" and j + 1 < last and words.lower[j + 1] in load_words("retired-marks"):
        return _over_retired(scene, j, found, last)
    if words.word[j] == "(" and j + 1 < last and words.lower[j + 1] in load_words("person-titles"):
        close = next((k for k in range(j + 2, min(j + 4, last)) if words.word[k] == ")"), None)
        return close + 1 if close is not None else j
    return j


def _over_retired(scene: Scene, j: int, found: list[str], last: int) -> int:
    """Step over the "(Ret.)" at word j."""
    words = scene.words
    close = next((k for k in range(j + 2, min(j + 5, last)) if words.word[k] == ")"), None)
    if close is None:
        return j
    found.append("ret")
    return close + 1


def _judge_titles(scene: Scene, i: int, j: int, found: tuple[str, ...], royal: str) -> Titles:
    """Leave out what looked like a title and is none: "General Assembly", "His country"."""
    words = scene.words
    if j >= words.last[i]:
        return Titles(i)
    weak = bool(found) and not royal and all(word in load_words("weak-titles") for word in found)
    weak = weak and not (
        load_words("calling-titles") & set(found) and (_is_full_name(scene, j) or _is_cut_short(scene, j))
    )
    if weak and (not load_words("spoken-ranks") & set(found) or not words.capital[j]):
        return Titles(i)
    noble = found[-1] if found and found[-1] in load_words("noble-titles") else ""
    if noble and not royal:
        following = j + 1 < words.last[i] and words.capital[j + 1] and not is_common(words.lower[j + 1])
        if not following:
            royal = noble.capitalize()
    return Titles(j, found, royal)


def _is_full_name(scene: Scene, j: int) -> bool:
    """Tell whether a given name, as that of "Don Julián Ortega", stands at word j with another capital behind it."""
    words = scene.words
    given = scene.cover[j] is None and is_given_name(words.lower[j])
    return given and j + 1 < words.last[j] and words.capital[j + 1] and not is_common(words.lower[j + 1])


def _is_cut_short(scene: Scene, j: int) -> bool:
    """Tell whether a full stop ends the title before word j, and two unknown capitalised words follow: "Eng. X Y"."""
    words = scene.words
    pair = range(j, min(j + 2, words.last[j]))
    named = all(words.word[k].istitle() and scene.cover[k] is None and not is_common(words.lower[k]) for k in pair)
    return words.word[j - 1] == "." and len(pair) == 2 and named


def find_name_end(scene: Scene, i: int, posts: Mapping[int, int], *, firm: bool) -> int:
    """Go over the words of a name; `firm` allows words that are common elsewhere."""
    words = scene.words
    last = words.last[i]
    if firm and words.word[i][0] == "@" and len(words.word[i]) > 3:
        return i + 1
    j, count = i, 0
    while j < last and count < 7:
        if j > i and (is_column_apart(scene, j) or words.lower[j] in {"'s", "?s"}):
            break
        letters = words.word[j].isupper() and not words.word[i].isupper()
        if words.lower[j] in load_words("name-suffixes") and (count >= 2 or (count and letters)):
            break
        aside = max(find_nickname_end(scene, j), _over_apostrophe(scene, j)) if j > i else j
        if aside > j:
            j = aside
            continue
        step = _step(scene, i, j, count, posts, firm=firm)
        if step == j:
            break
        count += words.lower[j] not in load_words("name-particles") or words.capital[j]
        j = step
    while j > i and words.lower[j - 1] in load_words("name-particles") and not words.capital[j - 1]:
        j -= 1
    return j


_NAMESAKES = frozenset({"City", "Capital", "Region", "State", "Country", "Demonym"})
"""What may be called like a person."""


def opens_no_name(scene: Scene, i: int) -> bool:
    """Tell whether word i opens no name and no title, whatever stands around it: many words with a capital do not."""
    mark = scene.cover[i]
    if mark is None:
        box = scene.words.lower[i + 1 : i + 2] == ["box"] and is_initial(scene.words.word[i])  # "P.O. Box 123"
        noted = scene.words.first[i] == i and scene.words.lower[i] in load_words("note-verbs")  # "Met Ana Lima."
        post = scene.words.word[i] in load_pairs("post-acronyms")  # "SRSG Ana Lima"
        return box or noted or post or scene.words.lower[i] in _list_no_names()
    larger = mark.begin != i or mark.end - i > 2 or mark.kind not in _NAMESAKES
    return larger and scene.words.lower[i] not in load_words("name-particles")


@lru_cache
def _list_no_names() -> frozenset[str]:
    names = load_words("names-too") | load_words("name-particles") | _list_titles() | _list_local_titles()
    return frozenset(word for word in load_words("function-words") - names if len(word) > 1)


def is_column_apart(scene: Scene, i: int) -> bool:
    """Tell whether blanks as between the columns of a table part word i from the one before."""
    words = scene.words
    gap = words.text[words.end[i - 1] : words.begin[i]]
    if len(gap) > 30 or ((len(gap) > 2 or "\t" in gap) and "\n" not in gap):
        return True
    return len(gap) > _INDENT and _breaks_early(words, i)


def _breaks_early(words: Words, i: int) -> bool:
    """Tell whether the line before word i, deep in a column, ends though the word had room on it."""
    text, begin = words.text, words.end[i - 1]
    line = begin - (text.rfind("\n", 0, begin) + 1)
    block = words.blocks[words.block[i]].span
    widest = max(map(len, text[block.begin : block.end].splitlines()), default=0)
    return line + 1 + words.end[i] - words.begin[i] < widest


def is_dash(scene: Scene, i: int) -> bool:
    """Tell whether word i is a dash with blanks around it."""
    words = scene.words
    if not words.first[i] < i < words.last[i] - 1 or words.word[i] not in {"-", "–", "—", "|"}:
        return False
    return words.begin[i] > words.end[i - 1] and words.begin[i + 1] > words.end[i]


def _step(scene: Scene, i: int, j: int, count: int, posts: Mapping[int, int], *, firm: bool) -> int:
    """Step over one word of a name that began at word i; give j where the name ends."""
    words = scene.words
    word = words.word[j]
    mark = scene.cover[j]
    if words.capital[j] and mark is None and len(word) <= 6 and _INITIAL.fullmatch(word):
        return _step_initial(scene, j, count, firm=firm)
    if words.lower[j] in load_words("cut-given") and words.word[j + 1 : j + 2] == ["."]:
        return j + 2  # "Yu. Popov"
    if words.lower[j] in load_words("name-particles") and _leads_on(scene, j, count, firm=firm):
        return j + 1
    if (count or firm) and mark is None and _ARTICLE_NAME.match(word):
        return j + 1
    if not words.capital[j] or not _NAME_WORD.fullmatch(word) or stops_name(scene, j, count, firm=firm):
        return j
    if j > i and mark is None and posts.get(j, 0) > j:
        noun = words.lower[j] in load_words("post-nouns")
        if (noun and not firm) or (not noun and posts[j] > j + 1 and count > 1 and is_common(words.lower[j])):
            return j
    return mark.end if mark is not None else j + 1


def _step_initial(scene: Scene, j: int, count: int, *, firm: bool) -> int:
    words = scene.words
    following = words.word[j + 1] if j + 1 < words.last[j] else ""
    if following == "." and len(words.word[j]) == 1:
        return j + 2
    if count and following in load_words("name-particles"):
        return j + 1 if _leads_on(scene, j + 1, count, firm=firm) else j  # "F W de Klerk"
    if count and not (following and (following[0].isupper() or find_nickname_end(scene, j + 1) > j + 1)):
        return j
    return j + 1


def find_nickname_end(scene: Scene, j: int) -> int:
    """Step over the name in brackets or quotes that opens at word j, where a surname follows: "R F (Pik) Botha"."""
    words = scene.words
    if j + 3 >= words.last[j] or not (words.word[j] == "(" or words.word[j] in _QUOTES):
        return j
    closed = words.word[j + 2] == ")" if words.word[j] == "(" else words.word[j + 2] in _QUOTES
    tight = words.end[j] == words.begin[j + 1] and words.end[j + 1] == words.begin[j + 2]
    called, surname = j + 1, j + 3
    named = all(words.word[k].istitle() and words.word[k].isalpha() for k in (called, surname))
    if not (closed and tight and named) or scene.cover[called] is not None or is_given_name(words.lower[surname]):
        return j
    odd = is_common(words.lower[called]) and words.lower[called] not in load_words("given-words")
    post = not load_words("post-nouns").isdisjoint(words.lower[called : surname + 1])
    return j if odd or post or is_common(words.lower[surname]) else surname


def _over_apostrophe(scene: Scene, j: int) -> int:
    """Step over the apostrophe that ends a word of a name with more behind it: "Ochieng' Adala"."""
    words = scene.words
    touching = words.word[j] == "'" and words.end[j - 1] == words.begin[j] and words.lower[j - 1][-1] not in "sxz"
    if (
        not touching
        or j + 1 >= words.last[j]
        or not words.word[j + 1].istitle()
        or stops_name(scene, j + 1, 1, firm=False)
    ):
        return j
    return j + 1


def _leads_on(scene: Scene, j: int, count: int, *, firm: bool) -> bool:
    """Tell whether a particle has a name behind it: "van der Berg", "bin Zeid"."""
    words = scene.words
    if not (count or words.capital[j] or firm) or (scene.cover[j] is not None and not words.capital[j]):
        return False
    particles = load_words("name-particles")
    ahead = next((k for k in range(j + 1, min(j + 4, words.last[j])) if words.lower[k] not in particles), None)
    return ahead is not None and words.capital[ahead] and not stops_name(scene, ahead, count + 1, firm=firm)


def stops_name(scene: Scene, j: int, count: int, *, firm: bool) -> bool:
    """Tell whether a capitalised word cannot go on with a name of which `count` words are read."""
    words = scene.words
    lower = words.lower[j]
    if scene.cover[j] is not None:
        return _mark_stops(scene, j, count, firm=firm)
    if count and lower in load_words("headline-verbs") and words.blocks[words.block[j]].kind == "heading":
        return True
    known = firm and count > 0
    titled = j > words.first[j] and words.lower[j - 1] in {"mr", "mrs", "ms", "dr", "."}
    if lower in load_words("function-words"):
        known = known or (firm and titled)
        dated = j + 1 < words.last[j] and words.word[j + 1][0].isdigit()
        return not known or lower not in load_words("names-too") or dated
    if lower in load_words("person-titles") and lower not in load_words("names-too"):
        return not (known and _is_surname(scene, j))
    if not count and singular_post(lower) is not None:
        return True
    if lower in load_words("post-nouns"):
        return not known or lower not in load_words("names-too")
    if lower in load_words("royal-titles"):
        return not known
    if is_common(lower) and not (lower in load_words("given-words") and _has_surname(scene, j, count)):
        heads = load_words("body-heads") | load_words("government-heads") | load_words("non-actor-heads")
        return not known or (lower in heads and lower not in load_words("names-too"))
    return not firm and words.word[j].isupper() and len(words.word[j]) > 1 and not _may_shout(scene, j, count)


def _is_surname(scene: Scene, j: int) -> bool:
    """Tell whether a form of address ends a name, as its surname: "Professor Anita Begum"."""
    words = scene.words
    lone = j + 1 >= words.last[j] or not (words.capital[j + 1] or words.word[j + 1] == ".")
    return lone and words.word[j].istitle() and len(words.word[j]) > 4 and scene.cover[j] is None


def _has_surname(scene: Scene, j: int, count: int) -> bool:
    """Tell whether a common word that opens a name, "Mark", has a surname behind it."""
    words = scene.words
    if count or j + 1 >= words.last[j] or not words.capital[j + 1] or scene.kind_at(j + 1) not in {"", "City"}:
        return False
    return not is_common(words.lower[j + 1]) and words.lower[j + 1] not in load_words("function-words")


def _mark_stops(scene: Scene, j: int, count: int, *, firm: bool) -> bool:
    """Tell whether what the lexicon knows at word j cannot be a part of a name: a surname may be a city's name."""
    words = scene.words
    mark = scene.cover[j]
    if mark is None or mark.begin != j or mark.end - mark.begin > 2:
        return True
    if mark.kind in {"City", "Capital", "Region"}:
        ahead = j + 1 < words.last[j] and words.capital[j + 1] and scene.cover[j + 1] is None
        return not (firm or count or ahead)
    if mark.kind in {"State", "Country", "Demonym"}:
        single = mark.end - mark.begin == 1 and words.word[j].isalpha() and not words.word[j].isupper()
        return not (firm and single and (count or _is_called(scene, j)))
    return True


def _is_called(scene: Scene, j: int) -> bool:
    """Tell whether a State's name is a given name, as a form of address before and a surname behind it show."""
    words = scene.words
    if j + 1 >= words.last[j] or not words.capital[j + 1] or scene.cover[j + 1] is not None:
        return False
    k = j - 2 if words.word[j - 1] == "." else j - 1
    titled = k >= words.first[j] and words.lower[k] in load_words("person-titles")
    return titled and not is_common(words.lower[j + 1]) and words.lower[j + 1] not in load_words("post-nouns")


def _may_shout(scene: Scene, j: int, count: int) -> bool:
    """Tell whether a word in capitals may be a name: "Zhang WEI", "Messrs AHMAD ALI" in a sentence of its own case."""
    words = scene.words
    beside = [words.word[k] for k in (j - 1, j + 1) if words.first[j] <= k < words.last[j]]
    if "by" in words.lower[max(words.first[j], j - 4) : j]:
        return True
    if any(word.isupper() and len(word) > 2 for word in beside):
        return not is_shouted(scene, j)
    return count > 0 and len(words.word[j]) > 3


def is_common(lower: str) -> bool:
    """Tell whether a word is one of headings, bodies and portfolios rather than of persons' names."""
    return lower in load_words("title-words") or lower in load_words("portfolios")


def is_initial(word: str) -> bool:
    """Tell whether a word is one or more initials.

    >>> is_initial("J"), is_initial("A.P.J."), is_initial("Jo")
    (True, True, False)
    """
    return _INITIAL.fullmatch(word) is not None


def count_name_words(scene: Scene, i: int, j: int) -> int:
    """Count the words of a name, particles and full stops left out."""
    words = scene.words
    particles = load_words("name-particles")
    count = sum(1 for k in range(i, j) if words.word[k] != "." and words.lower[k] not in particles)
    return count + (words.lower[i] in particles and words.capital[i] and is_given_name(words.lower[i]))


def find_suffix_end(scene: Scene, end: int) -> int:
    """Step over "Jr.", "QC MP", ", T.D." behind a name."""
    words = scene.words
    suffixes = load_words("name-suffixes")
    last = words.last[end - 1]
    j = end
    while j < last:
        k = j + 1 if words.word[j] in {",", "("} else j
        known = k < last and (words.lower[k].rstrip(".") in suffixes or _is_honour(words.word[k]))
        if not known or not (words.capital[k] or words.lower[k].rstrip(".") in load_words("retired-marks")):
            break
        j = k + 1
        bracketed = words.word[k - 1] == "(" and words.word[j : j + 2] == [".", ")"]
        if bracketed:
            j += 2  # "(rtd.)"
            continue
        touching = j < last and words.begin[j] == words.end[j - 1]
        if touching and (words.word[j] == ")" or (words.word[j] == "." and words.lower[k] in {"jr", "sr", "ret"})):
            j += 1
    return j


def _is_honour(word: str) -> bool:
    return _HONOURS.fullmatch(word) is not None and word.lower().rstrip(".") not in load_words("person-titles")


def find_peerage_end(scene: Scene, end: int) -> int:
    """Step over the "of Vernham Dean" of a peer's title."""
    words = scene.words
    last = words.last[end - 1]
    j = end + 1
    if j >= last or words.lower[end] != "of":
        return end
    while j < last and words.capital[j] and scene.kind_at(j) not in {"State", "Body", "Treaty", "Demonym"}:
        j += 1
    return j if j > end + 1 else end


def write_name(scene: Scene, i: int, j: int) -> str:
    """Write a name on one line, one that is all in capitals as names are otherwise written."""
    name = scene.words.surface(i, j).translate(str.maketrans("’‘", "''"))
    letters = [c for c in name if c.isalpha()]
    if len(letters) <= 3 or not all(c.isupper() for c in letters):
        return name
    particles = load_words("name-particles")
    parts = [part if len(part) < 2 or "." in part else part.capitalize() for part in name.split()]
    parts = parts[:1] + [part.lower() if part.lower() in particles else part for part in parts[1:]]
    return re.sub(r"(?<=[-'])\w(?=\w)", lambda match: match.group().upper(), " ".join(parts))
