"""Whose a post is as far as bodies go: the body named with it, beside it or last before it, or the text's own."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.extract.actors.bodyform import Body
from kg.extract.actors.clausestate import find_visited
from kg.extract.actors.home import Home, find_state_for_post
from kg.extract.actors.post import Post
from kg.extract.actors.posttitle import is_of_issuer, is_top_secretary
from kg.extract.actors.registry import Draft, Registry
from kg.extract.names.scene import Scene
from kg.extract.words.wordclass import load_words


@dataclass(frozen=True, slots=True)
class Whose:
    """The bodies of a document, asked for the one that a post belongs to."""

    scene: Scene
    registry: Registry
    home: Home
    bodies: Sequence[Body]
    body_keys: Mapping[int, str]
    """Keys of bodies by the number of their first word."""

    def find_named(self, post: Post) -> tuple[str | None, str | None]:
        """Give the body of a post, the parent where the post names only a part, and its State."""
        draft: Draft | None = None
        if post.body is not None and post.body.begin in self.body_keys:
            draft = self.registry.drafts[self.body_keys[post.body.begin]]
        if draft is None and post.reference is not None:
            before = self.scene.words.lower[post.reference[0] - 1]
            own = self._part_of_state(post) if before == "its" else None
            draft = own or self.registry.resolve(*post.reference, prefer=self.home.issuer) or self._part_of_state(post)
            if draft is None and before == "same":
                same = self.find_last(post, reach=60)[0]
                draft = self.registry.drafts[same] if same is not None else None
        if draft is None:
            return None, None
        if post.body is not None and post.reference is not None:
            above = self.registry.resolve(*post.reference, prefer=self.home.issuer)
            if above is not None and above is not draft and draft.state is None:
                draft.state = above.state
                draft.parent = draft.parent or above.key
        draft = self.find_whole(draft)
        return draft.key, draft.state

    def _part_of_state(self, post: Post) -> Draft | None:
        """Make the parliament or the like of a State that a post speaks of without naming it."""
        if post.reference is None:
            return None
        i, j = post.reference
        head = " ".join(self.scene.words.lower[i:j])
        if head not in load_words("parts-of-states"):
            return None
        state = post.state or find_visited(self.scene, i, self.home.issuer, self.home.visited)
        state = state or find_state_for_post(self.scene, self.home, i, head)
        if state is None or state not in self.registry.state_labels:
            return None
        body = Body(begin=i, end=j, core=i, core_end=j, name=head.capitalize(), head=head, state=state, extent=j)
        return self.registry.add_body(body, state, None)

    def find_whole(self, draft: Draft) -> Draft:
        """Give the body that a mere part belongs to, else the body itself."""
        above = self.registry.drafts.get(draft.parent) if draft.parent is not None else None
        known_itself = draft.head in load_words("programme-heads") and draft.key in self.registry.acronyms.values()
        if above is None or known_itself or draft.head not in load_words("unit-heads"):
            return draft
        standing = draft.head == "delegation" and above.label.lower() in load_words("standing-delegations")
        return draft if standing else above

    def find_beside(self, post: Post) -> tuple[str | None, str | None] | None:
        """Give whom "its" and "whose" mean right before the post: "X and its envoy", "X, represented by its head"."""
        words, k = self.scene.words, post.core - 2
        if words.lower[max(k, 0) : post.core] == ["where", "the"]:
            near = next((b for b in self.bodies if max(b.extent, b.end) == k and b.begin in self.body_keys), None)
            key = self.body_keys[near.begin] if near is not None else None  # "the Institute, where the Director"
            return (key, self.registry.drafts[key].state) if key is not None else None
        if post.pronoun not in {"its", "whose"}:
            return None
        while k > words.first[post.core] and self.scene.cover[k] is None and words.lower[k] in load_words("its-links"):
            k -= 1
        mark = self.scene.cover[k] if post.core - 2 >= k >= words.first[post.core] else None
        if mark is None:
            return None
        if mark.kind == "Body" and mark.begin in self.body_keys:
            key = self.body_keys[mark.begin]
            return key, self.registry.drafts[key].state
        return (None, mark.state) if mark.kind == "State" and mark.state is not None else None

    def find_own(self) -> tuple[str | None, str | None] | None:
        """Give the body or State that says "our"."""
        if self.home.issuer is not None:
            return None, self.home.issuer
        body = self.home.body
        return (self.body_keys[body.begin], None) if body is not None and body.begin in self.body_keys else None

    def find_implied(self, post: Post, noun: str) -> tuple[str | None, str | None]:
        """Find the body of a post that names none: the one just named, or the one that issued the text."""
        if post.pronoun in {"its", "whose"}:
            key, state = self.find_last(post, reach=60)
            return (key, state) if key is not None or self.home.issuer is not None else self.find_own() or (None, None)
        behind = self.scene.words.lower[post.end : post.end + 1]
        if (
            post.reference is not None
            or behind in (["of"], ["for"], ["at"])
            or re.search(r" of (?:[A-Z]{2,}|the [A-Z])", post.position)
        ):
            return None, None  # "Director-General of" what the text does not tell to be a body
        if self.scene.words.lower[post.noun - 1] in {"district", "provincial", "county", "municipal"}:
            return None, None  # no body leads a district
        office, body = self.home.office, self.home.body
        led = office is not None and noun in load_words("body-leaders") and noun != "commissioner"
        led = led and not (
            office is not None and office.head == "embassy" and noun not in load_words("embassy-leaders")
        )
        if office is not None and led and office.begin in self.body_keys and not self._is_elsewhere(post):
            key = self.body_keys[office.begin]
            return key, self.registry.drafts[key].state
        if body is not None and body.begin in self.body_keys and is_of_issuer(post, noun, body):
            return self.body_keys[body.begin], None
        shared = self.scene.words.lower[post.core] == "joint" or noun.startswith("co-")
        if (
            (post.definite or self.scene.words.lower[post.core] == "acting")
            and not post.pronoun
            and (noun in load_words("body-leaders") or is_top_secretary(post, noun))
            and post.end == post.noun + 1
            and not shared
        ):
            return self.find_last(post, reach=60)
        if (
            noun in load_words("body-leaders")
            and post.end == post.noun + 1
            and not shared
            and self._is_told_by_name(post)
        ):
            return self.find_last(post, reach=60)
        return None, None

    def _is_told_by_name(self, post: Post) -> bool:
        """Tell whether a capitalised post touches a name, and its paragraph names one body only: "Director X"."""
        words = self.scene.words
        if not words.capital[post.noun] or words.word[post.end : post.end + 1] in ([","], []):
            return False
        block = words.block[post.begin]
        keys = {
            self.body_keys[b.begin]
            for b in self.bodies
            if b.begin in self.body_keys and words.block[b.begin] == block and b.begin < post.begin
        }
        return len(keys) == 1

    def _is_elsewhere(self, post: Post) -> bool:
        """Tell whether an international body is the one named last before a post, in its sentence or the one above."""
        words = self.scene.words
        first = words.first[post.begin]
        first = words.first[first - 1] if first and words.block[first - 1] == words.block[first] else first
        before = [body for body in self.bodies if first <= body.begin and body.end <= post.begin]
        last = before[-1] if before else None
        entry = last.mark.entry if last is not None and last.mark is not None else None
        return entry is not None and entry.kind == "IntergovernmentalOrganization"

    def find_last(self, post: Post, *, reach: int) -> tuple[str | None, str | None]:
        """Find the body named last before "its director", "the director"."""
        words = self.scene.words
        block = words.block[post.noun]
        before = [
            body
            for body in self.bodies
            if body.end <= post.begin and words.block[body.begin] == block and body.begin in self.body_keys
        ]
        before = [body for body in before if post.begin - body.end <= reach]
        if not before or (post.pronoun == "its" and self._is_of_gathering(post, before[-1])):
            return None, None
        chosen = self._find_subject_body(post, before) or before[-1]
        draft = self.find_whole(self.registry.drafts[self.body_keys[chosen.begin]])
        return draft.key, draft.state

    def _is_of_gathering(self, post: Post, body: Body) -> bool:
        """Tell whether "its" means what a sentence is about, no body: "the seminar elected X as its chairman"."""
        words = self.scene.words
        first = words.first[post.begin]
        return body.end <= first and not load_words("non-actor-heads").isdisjoint(words.lower[first : post.begin])

    def _find_subject_body(self, post: Post, before: Sequence[Body]) -> Body | None:
        """Give the body that the last sentence with a body as its subject is about, for "Its director" in the next."""
        words = self.scene.words
        if post.pronoun != "its" or post.begin - words.first[post.begin] > 1:
            return None
        acting = load_words("human-verbs") | load_words("auxiliary")
        subjects = [
            b
            for b in before
            if b.begin - words.first[b.begin] <= 1
            or (words.word[b.begin - 1] == "," and words.lower[max(b.extent, b.end)] in acting)
        ]
        return subjects[-1] if subjects else None
