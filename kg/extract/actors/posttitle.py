"""What the words of a post say of it: whether a State gives it, which office of one holder it is, how much it says."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kg.extract.words.wordclass import load_words

if TYPE_CHECKING:
    from kg.extract.actors.bodyform import Body
    from kg.extract.actors.person import Person
    from kg.extract.actors.post import Post
    from kg.extract.names.scene import Scene
    from kg.extract.text.word import Words


def is_top_secretary(post: Post, noun: str) -> bool:
    """Tell whether a post is that of who heads an international body's staff."""
    return noun == "secretary" and post.position.lower() in {"executive secretary", "secretary general"}


def says_little(words: Words, post: Post) -> bool:
    """Tell whether a post is a weak noun alone, or one written small: "member", "senior expert"."""
    return post.weak and (post.core + 1 >= post.end or not words.capital[post.noun])


def name_office(position: str) -> str | None:
    """Give one name for the ways in which texts name an office that just one person of a State holds.

    >>> name_office("Minister for Foreign Affairs"), name_office("Deputy Foreign Minister")
    ('foreign minister', None)
    """
    title = position.lower()
    if title in load_words("sole-offices"):
        return title
    if re.fullmatch(r"minister (?:of|for) (?:foreign|external) (?:affairs|relations)|external affairs minister", title):
        return "foreign minister"
    return None


def is_department(word: str) -> bool:
    """Tell whether a word before "Secretary" is what a government department is about."""
    return word in load_words("portfolios") and word not in load_words("no-departments")


def is_national(position: str, noun: str) -> bool:
    """Tell whether a post is one that States have."""
    posts = load_words("national-posts")
    title = position.lower()
    if noun in posts or (noun == "ambassador" and title.endswith(" ambassador")):
        return True
    if noun == "secretary" and (position == "Secretary" or (title != noun and is_department(title.split()[-2]))):
        return True
    if title.startswith(("high commissioner in ", "high commissioner to ", "federal ", "ambassador for ")):
        return True
    return title.startswith(_long_posts()) or title.endswith(_long_posts())


@cache
def _long_posts() -> tuple[str, ...]:
    """List the posts of States that have several words."""
    return tuple(sorted(post for post in load_words("national-posts") if " " in post or "-" in post))


def is_courtesy(scene: Scene, post: Post, person: Person) -> bool:
    """Tell whether "Ambassador" before a name that has a post behind it is only a title."""
    if scene.words.lower[post.noun] not in load_words("courtesies") or post.placed or post.pronoun:
        return False
    of_state = person.state is not None and scene.words.lower[person.end : person.end + 1] == ["of"]
    return not (of_state and person.extent > person.end)


def is_of_state(scene: Scene, person: Person, post: Post, position: str) -> bool:
    """Tell whether who presides is said to do so over a State: "President X of Y", no "President X (Y)" of talks."""
    if post is not person.before or not person.touching:
        return False
    words = scene.words
    bracketed = words.word[person.end : person.end + 1] == ["("] and position.lower() == "president"
    above = words.lower[words.before(words.blocks[words.block[person.begin]].span.begin) : person.begin]
    return not (bracketed and {"conference", "meeting", "session"} & set(above))


def is_met_at(scene: Scene, person: Person) -> bool:
    """Tell whether a body is only where somebody was: "President X at the Assembly", "she saw Ms X at the Ministry"."""
    lower, begin = scene.words.lower, person.begin
    if person.body is None or "at" not in lower[person.body.begin - 2 : person.body.begin]:
        return False
    if person.before is None:
        return scene.words.first[begin] < begin and lower[begin - 1] in load_words("met")
    if name_office(person.before.position) is not None:
        return True
    return not load_words("met").isdisjoint(lower[scene.words.first[begin] : begin])


def is_of_issuer(post: Post, noun: str, body: Body) -> bool:
    """Tell whether a post without a body may be of the one whose text it is: "the Director", "our coordinator"."""
    if noun in load_words("own-posts") and post.end == post.noun + 1:
        return True
    if noun in load_words("weak-posts") or noun in load_words("town-posts"):
        return False
    return (
        body.mark is not None or bool(post.pronoun) or (noun in load_words("body-leaders") and noun != "commissioner")
    )
