"""The nouns of posts: which words are one, their plurals, and their initials ("PM")."""

from functools import cache

from kg.extract.actors.bodyform import read_states
from kg.extract.names.namesake import is_given_name
from kg.extract.names.scene import Scene
from kg.extract.words.wordclass import load_pairs, load_words


@cache
def list_plurals() -> dict[str, str]:
    """Give the nouns of posts by their plurals."""
    plurals = {noun + "s": noun for noun in load_words("post-nouns")}
    plurals |= {plural[:-2] + "ies": noun for plural, noun in plurals.items() if plural.endswith("ys")}
    return plurals | {plural[:-4] + "men": noun for plural, noun in plurals.items() if plural.endswith("mans")}


def singular_post(word: str) -> str | None:
    """Give the noun of a post of which a word is the plural.

    >>> singular_post("secretaries"), singular_post("chairmen"), singular_post("secretary")
    ('secretary', 'chairman', None)
    """
    return list_plurals().get(word)


def is_post_noun(scene: Scene, i: int) -> bool:
    """Tell whether word i is the noun of a post: not "deputy" in "deputy prime minister"."""
    words = scene.words
    word = words.lower[i]
    if words.word[i] in load_pairs("post-acronyms"):
        return _is_before_name(scene, i)
    if word in load_words("post-nouns"):
        return not (word in load_words("half-posts") and find_joined(scene, i + 1, words.last[i]) is not None)
    single = singular_post(word)
    j = i
    while j > words.first[i] and scene.cover[j - 1] is None and words.lower[j - 1] in load_words("post-modifiers"):
        j -= 1
    comma = j - 2 if words.lower[j - 1] == "the" else j - 1
    behind_name = comma > words.first[i] and words.word[comma] == "," and words.capital[comma - 1]
    if behind_name and single not in load_words("weak-posts"):
        return True
    following = words.lower[i + 1] if i + 1 < words.last[i] else ""
    if following in {"are", "were"} or words.lower[i + 1 : i + 3] == ["will", "be"]:
        # "the Vice-Chairmen will be X and Y"; "the speakers were X and Y" tells what they did, not what they are
        return word not in load_words("speaker-nouns")
    if words.capital[i] and following and words.capital[i + 1] and scene.kind_at(i + 1) in {"", "City"}:
        return following not in load_words("title-words") and following not in load_words("function-words")
    if words.capital[i + 1 : i + 3] == [True, True] and is_given_name(following) and scene.cover[i + 1] is None:
        return words.first[i + 2] == words.first[i]  # "the congressmen X Y and Z"
    if following == "," and i + 3 < words.last[i]:
        titled = words.lower[i + 2] in load_words("person-titles")
        free = scene.kind_at(i + 2) in {"", "City"}
        return words.capital[i + 2] and (titled or words.capital[i + 3]) and free
    return (following == "of" and single in load_words("plural-posts")) or _has_holders(scene, i)


def _is_before_name(scene: Scene, i: int) -> bool:
    """Tell whether the initials of a post at word i stand before a name: "PM X Y", not "at 3 PM"."""
    words = scene.words
    if i + 1 >= words.last[i] or not words.word[i + 1].istitle() or scene.kind_at(i + 1) not in {"", "City"}:
        return False
    timed = i > words.first[i] and words.word[i - 1][0].isdigit()
    return not timed and words.lower[i + 1] not in load_words("function-words") | load_words("title-words")


def _has_holders(scene: Scene, i: int) -> bool:
    """Tell whether States and names stand behind the plural at word i: "Ministers of Peru and Chile, X and Y"."""
    words = scene.words
    states = read_states(scene, i + 1, ("of", "from"))
    k = states[-1].end if states else 0
    return (
        0 < k < words.last[i] - 1
        and words.word[k] == ","
        and words.capital[k + 1]
        and scene.kind_at(k + 1) in {"", "City"}
    )


def find_joined(scene: Scene, i: int, last: int) -> int | None:
    """Find the noun of a post that begins at word i with nothing but modifiers before it."""
    words = scene.words
    modifiers, portfolios, nouns = load_words("post-modifiers"), load_words("portfolios"), load_words("post-nouns")
    for j in range(i, min(i + 6, last)):
        if scene.cover[j] is not None:
            return None
        word = words.lower[j]
        if words.word[j] in load_pairs("post-acronyms") and _is_before_name(scene, j):
            return j
        if word in nouns and not (word in load_words("half-posts") and find_joined(scene, j + 1, last) is not None):
            return j
        under = word == "under" and words.lower[j + 1 : j + 2] != ["secretary"]
        if under or (word not in modifiers and word not in portfolios and word not in nouns):
            return None
    return None
