"""What the words of a post say of it: whether a State gives it, which office of one holder it is, how much it says."""

import re
from functools import cache

from kg.extract.actors.person import Person
from kg.extract.actors.post import Post
from kg.extract.names.scene import Scene
from kg.extract.text.word import Words
from kg.extract.words.wordclass import load_words


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
    if noun == "secretary" and (title == noun or is_department(title.split()[-2])):
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
