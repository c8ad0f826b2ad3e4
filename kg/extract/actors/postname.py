"""Persons named by their post alone: "the Prime Minister", "the Minister", where the text has just one such person."""

from collections.abc import Iterator, Sequence

from kg.extract.actors.holding import Holding
from kg.extract.actors.person import Person
from kg.extract.actors.post import Post
from kg.extract.actors.postnoun import singular_post
from kg.extract.names.scene import Scene
from kg.extract.words.wordclass import load_words
from kg.model import fold


def find_post_names(
    scene: Scene, posts: Sequence[Post], persons: Sequence[Person], holdings: Sequence[Holding], issuer: str | None
) -> Iterator[tuple[Post, str]]:
    """Yield posts that stand alone with the key of the one person who holds such a post.

    A post stands alone where no name is beside it: "the Prime Minister left". Nothing is said where two persons
    of the text could be meant; the State that issued the text means its own.
    """
    words = scene.words
    beside = {post.noun for person in persons for post in (*person.earlier, *person.behind)}
    beside |= {person.before.noun for person in persons if person.before is not None}
    for post in posts:
        several = singular_post(words.lower[post.noun]) is not None
        if several or post.noun in beside or not _is_definite(scene, post):
            continue
        holders = _find_holders(post, words.lower[post.noun], holdings, issuer)
        if len(holders) == 1 and not _is_ahead(scene, post, persons, holdings, issuer):
            yield post, holders.pop()


def _is_definite(scene: Scene, post: Post) -> bool:
    """Tell whether "the" or a State stands before a post, and nothing but its subject behind it."""
    words = scene.words
    if not post.definite or post.pronoun or post.body is not None or post.reference is not None or post.joined:
        return False
    following = words.word[post.end] if post.end < words.last[post.noun] else ""
    return not following[:1].isupper()


def _is_ahead(
    scene: Scene, post: Post, persons: Sequence[Person], holdings: Sequence[Holding], issuer: str | None
) -> bool:
    """Tell whether those of the post are only named below, and of other States than the one that issued the text."""
    noun = scene.words.lower[post.noun]
    named = (p.begin for p in persons if any(scene.words.lower[x.noun] == noun for x in _posts_of(p)))
    states = {h.state for h in holdings if noun in fold(h.position).split()}
    others = issuer is not None and post.state is None and None not in states and issuer not in states
    return others and min(named, default=0) > post.noun


def _posts_of(person: Person) -> list[Post]:
    return [*person.earlier, *person.behind, *([person.before] if person.before is not None else [])]


def _find_holders(post: Post, noun: str, holdings: Sequence[Holding], issuer: str | None) -> set[str]:
    position = fold(post.position)
    same = [h for h in holdings if fold(h.position) == position]
    if not same and noun in load_words("bare-posts") and position == fold(noun):
        same = [
            h
            for h in holdings
            if noun in (words := fold(h.position).split()) and not load_words("lesser-posts") & set(words)
        ]
    if post.state is not None:
        same = [h for h in same if h.state == post.state]
    elif issuer is not None:
        same = [h for h in same if h.state == issuer] or same
    return {holding.person for holding in same}
