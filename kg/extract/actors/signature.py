"""Who signs a text: a name alone on one of the last lines, where the first lines name only the signer's post."""

from collections.abc import Sequence

from kg.extract.actors.beside import Around
from kg.extract.actors.nameform import find_name_end, is_common, is_initial, write_name
from kg.extract.actors.person import Person
from kg.extract.actors.post import Post
from kg.extract.names.scene import Scene
from kg.extract.words.wordclass import load_words

_LINES = 6
_HEADER = 300
_CLOSING = 2
"""How many blocks at the end of a text may hold a signature."""
_PLACES = frozenset({"City", "Region"})


def add_signer(around: Around, persons: Sequence[Person]) -> list[Person]:
    """Add the person who signs, with the post that stands alone at the head of the text."""
    post = _find_headed_post(around, persons)
    if post is None:
        return list(persons)
    signer = _find_signer(around, persons, post)
    return sorted([*persons, signer], key=lambda person: person.begin) if signer is not None else list(persons)


def _find_headed_post(around: Around, persons: Sequence[Person]) -> Post | None:
    """Give the post that fills one of the first lines of a text by itself."""
    words = around.scene.words
    held = {post.noun for p in persons for post in (p.before, *p.behind, *p.earlier) if post is not None}
    for post in sorted({p.noun: p for p in around.post_ends.values()}.values(), key=lambda post: post.begin):
        if words.begin[post.begin] > _HEADER:
            return None
        line = _line_of(around, post.begin)
        if post.noun not in held and line == (post.begin, post.end):
            return post
    return None


def _line_of(around: Around, i: int) -> tuple[int, int]:
    """Give the first word and the end of the line on which word i stands."""
    words = around.scene.words
    begin = words.text.rfind("\n", 0, words.begin[i]) + 1
    end = words.text.find("\n", words.begin[i])
    return words.before(begin), words.before(end if end >= 0 else len(words.text))


def _find_signer(around: Around, persons: Sequence[Person], post: Post) -> Person | None:
    """Read the name that fills one of the last lines; none where a line there names a person already."""
    words, scene = around.scene.words, around.scene
    i = len(words.word)
    for _ in range(_LINES):
        if i <= post.end:
            return None
        begin, end = _line_of(around, i - 1)
        if any(begin <= person.begin < end for person in persons):
            return None
        i = begin
        if not 2 <= end - begin <= 6 or any(mark.kind not in _PLACES for mark in scene.cover[begin:end] if mark):
            continue
        full = all(words.capital[k] or words.word[k] == "." for k in range(begin, end))
        plain = [words.lower[k] for k in range(begin, end) if words.word[k] != "."]
        name = (
            full
            and not any(is_common(word) for word in plain)
            and all(word.replace("-", "").replace("'", "").isalpha() for word in plain)
        )
        if name and not is_initial(words.word[end - 1]) and find_name_end(scene, begin, {}, firm=True) == end:
            return Person(
                begin=begin,
                head=begin,
                head_end=end,
                end=end,
                name=write_name(scene, begin, end),
                behind=(post,),
                extent=end,
            )
    return None


def signs_text(scene: Scene, header: int, person: Person) -> bool:
    """Tell whether a name stands as that of a text's author: labelled in its head, or in its last lines."""
    words = scene.words
    i = min(person.begin, person.before.begin) if person.before is not None else person.begin
    line = words.text.rfind("\n", 0, words.begin[i]) + 1
    label = words.text[line : words.begin[i]].lower().strip(" \t*#:-")
    if label:
        return person.begin < header and label in load_words("author-labels")
    return words.block[i] >= len(words.blocks) - _CLOSING and person.begin >= header and len(words.blocks) > _CLOSING
