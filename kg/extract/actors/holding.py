"""Who holds which post: the posts found beside persons, with the body and State that each belongs to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kg.extract.actors.bodyform import Body, is_shouted
from kg.extract.actors.clausestate import (
    find_clause_state,
    find_company_state,
    find_joined_state,
    find_side,
    find_visited,
    is_in_talks,
    is_joined_to,
    is_met_by_peer,
    is_of_other_side,
    is_of_other_time,
)
from kg.extract.actors.envoy import find_host, find_own_sender, find_sender, is_of_either
from kg.extract.actors.home import (
    Home,
    find_partner,
    find_state_for_post,
    find_subject_state,
    has_post,
    lacks_post,
    list_states_above,
)
from kg.extract.actors.known import find_known, list_ruled_out
from kg.extract.actors.listing import find_listed_state
from kg.extract.actors.person import Person, find_titled_state, list_posts
from kg.extract.actors.post import Post
from kg.extract.actors.postbody import find_known_body, find_ministry, find_office, find_own_ministry
from kg.extract.actors.postnoun import singular_post
from kg.extract.actors.postowner import Whose
from kg.extract.actors.posttitle import (
    is_courtesy,
    is_met_at,
    is_national,
    is_of_state,
    name_office,
    says_little,
)
from kg.extract.actors.registry import Draft, Registry
from kg.extract.actors.signature import signs_text
from kg.extract.names.scene import Scene
from kg.extract.words.wordclass import load_pairs, load_words
from kg.model import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """That a person holds a post, as one mention says it."""

    person: str
    """Key of the person."""
    position: str
    organization: str | None
    """Key of the body."""
    state: str | None
    """IRI of the State."""
    span: Span
    mention: int
    """Number of the mention: one mention may state several posts."""


@dataclass(slots=True)
class Holdings:
    """The posts of a document's persons, read mention by mention."""

    scene: Scene
    registry: Registry
    home: Home
    bodies: Sequence[Body]
    body_keys: Mapping[int, str]
    """Keys of bodies by the number of their first word."""
    whose: Whose = field(init=False)
    found: list[Holding] = field(default_factory=list)
    last_national: Holding | None = None
    last_placed: Holding | None = None
    previous: Person | None = None
    """The person named before the one being read."""
    previous_state: str | None = None
    """IRI of the State of the post that the person before holds."""
    previous_key: str | None = None
    sentences: dict[int, str] = field(default_factory=dict)
    """State of the first post of each sentence, by the sentence's first word."""

    def __post_init__(self) -> None:
        self.whose = Whose(self.scene, self.registry, self.home, self.bodies, self.body_keys)

    def read(self, number: int, person: Person, key: str) -> None:
        """Read all that one mention of a person says of posts."""
        draft = self.registry.drafts[key]
        posts = list(list_posts(person))
        mine: list[Holding] = []
        loose: list[Holding] = []
        for post in posts:
            if post is person.before and len(posts) > 1 and is_courtesy(self.scene, post, person):
                continue
            holding = self._hold(number, person, key, post, mine)
            if holding is not None and holding.organization is None and holding.state is None:
                loose.append(holding)
            elif holding is not None:
                mine.append(holding)
                if holding.state and draft.state is None and not self._is_international(holding):
                    draft.state = holding.state
        mine += self._hold_title(number, person, key, posts, mine)
        mine += self._hold_called(number, person, key, mine) if not posts else ()
        mine += self._hold_throne(number, person, key, mine)
        beside = (post.state for post in posts if self.scene.words.lower[post.noun] in load_words("counterparts"))
        if draft.state is None:
            draft.state = person.state or next((state for state in beside if state), None)
        if person.body is None and not mine:
            person = self._with_side(person)
        if person.body is not None and not any(h.organization for h in mine):
            self._hold_by_body(number, person, key, draft, mine)
        self.previous, self.previous_key = person, key
        self.previous_state = next((h.state for h in mine if h.state is not None), None)
        if self.previous_state is not None:
            self.sentences.setdefault(self.scene.words.first[person.begin], self.previous_state)
        self.found += mine or loose

    def _with_side(self, person: Person) -> Person:
        """Give the person the body whose delegation the person leads."""
        if self.scene.words.lower[max(person.begin - 2, 0) : person.begin] == ["our", "own"]:
            return replace(person, body=self.home.body)
        side = find_side(self.scene, person.begin)
        if side is None or side.kind != "Body":
            return person
        return replace(person, body=next((body for body in self.bodies if body.begin == side.begin), None))

    def _hold_title(
        self, number: int, person: Person, key: str, posts: Sequence[Post], mine: Sequence[Holding]
    ) -> Iterator[Holding]:
        """Hold the title of "Senator X, who chairs the committee", where nothing else tells a body or State."""
        title = person.before
        if mine or len(posts) < 2 or title is None:
            return
        if person.state is None and not is_national(title.position, title.position.lower()):
            return  # "Ambassador X (Chile) was elected chairman" has the State beside the name
        held = self._hold(number, person, key, title, mine)
        if held is not None and held.state is not None:
            yield held

    def _hold_called(self, number: int, person: Person, key: str, mine: list[Holding]) -> Iterator[Holding]:
        """Hold the post that a form of address is short for: "Amb. X"."""
        last = person.titles[-1] if person.titles else ""
        ranked = not mine and last != "" and load_words("ranks").issuperset(person.titles)
        side = find_side(self.scene, person.begin) if ranked and person.state is None else None
        state = person.state or (side.state if side is not None and side.kind != "Body" else None)
        if ranked and state is not None:
            words, rank = self.scene.words, self.scene.words.surface(person.begin, person.head)
            span = Span(words.begin[person.begin], words.end[max(person.extent, person.end) - 1])
            yield Holding(person=key, position=rank, organization=None, state=state, span=span, mention=number)
        called = load_pairs("title-posts").get(last)
        if called is not None and not is_shouted(self.scene, person.begin):
            titles = range(person.begin, person.head)
            k = next((k for k in titles if self.scene.words.lower[k].rstrip(".") == last), person.begin)
            post = Post(begin=k, core=k, noun=k, end=person.head, position=called)
            held = self._hold(number, replace(person, before=post, touching=True), key, post, mine)
            if held is not None and (held.state or held.organization):
                yield held

    def _hold_throne(self, number: int, person: Person, key: str, mine: Sequence[Holding]) -> Iterator[Holding]:
        """Hold "King", "Crown Prince" for the State that such a person reigns in, or is to."""
        if mine or person.royal.lower() not in load_words("thrones"):
            return
        known = person.state or self.registry.drafts[key].state
        state = known or find_state_for_post(self.scene, self.home, person.begin, person.royal.lower())
        if state is None:
            return
        words = self.scene.words
        span = Span(words.begin[person.begin], words.end[person.end - 1])
        draft = self.registry.drafts[key]
        draft.state = draft.state or state
        yield Holding(person=key, position=person.royal, organization=None, state=state, span=span, mention=number)

    def _is_international(self, holding: Holding) -> bool:
        body = self.registry.drafts.get(holding.organization or "")
        return body is not None and body.kind.startswith(("Inter", "Non"))

    def _hold(self, number: int, person: Person, key: str, post: Post, mine: Sequence[Holding]) -> Holding | None:
        words = self.scene.words
        noun = words.lower[post.noun]
        if noun not in load_words("post-nouns"):
            noun = singular_post(noun) or post.position.lower().split()[-1]
        if post is person.before and person.touching and post.position.lower() == "chief":
            return None  # "Chief Buthelezi"
        if noun in load_words("counterparts") or (post.pronoun in {"his", "her"} and post.position.lower() == "deputy"):
            position, organization, state = self._like_before(post, noun)
        else:
            position = post.position
            organization, state = self._find_known(person, post) or self._place(person, key, post, position, noun, mine)
            if organization is None and (
                (noun in load_words("personal-posts") and not is_national(position, noun))
                or (mine and noun in load_pairs("post-verbs"))
            ):
                return None
        if not any(c.isalpha() for c in position):
            return None
        if state is None and organization is None and says_little(words, post):
            return None
        if organization is None and state is not None:
            office = self.home.office if state == self.home.issuer else None
            own = self.registry.drafts.get(self.body_keys.get(office.begin, "")) if office is not None else None
            organization = find_ministry(self.registry, position, state) or find_own_ministry(own, position, state)
        self._place_body(organization, state)
        span = Span(words.begin[min(post.begin, person.begin)], words.end[max(post.end, person.end) - 1])
        holding = Holding(
            person=key, position=position, organization=organization, state=state, span=span, mention=number
        )
        if is_national(position, noun) and (organization or state):
            self.last_national = holding
        if holding.state is not None:
            self.last_placed = holding
        return holding

    def _like_before(self, post: Post, noun: str) -> tuple[str, str | None, str | None]:
        """Read "his Estonian counterpart", "X's predecessor": the post named before, of another State or person."""
        like = self.last_national if post.state is not None else self.last_placed
        if post.pronoun in {"his", "her", "its"} and noun in load_words("successors"):
            like = next((h for h in reversed(self.found) if h.organization or h.state), like)
        if noun == "deputy" and post.state is None:
            like = next((h for h in reversed(self.found) if h.person == self.previous_key), like)
        if like is None or post.pronoun in {"my", "your"}:
            return "", None, None
        if post.state is not None:
            return like.position, None, post.state
        if noun in load_words("successors") or noun == "deputy":
            return post.position if noun == "deputy" else like.position, like.organization, like.state
        return "", None, None

    def _place_body(self, organization: str | None, state: str | None) -> None:
        """Note the State of a government's body that its name leaves open."""
        draft = self.registry.drafts[organization] if organization is not None else None
        if draft is not None and draft.state is None and draft.kind == "GovernmentBody":
            draft.state = state

    def _place(
        self, person: Person, key: str, post: Post, position: str, noun: str, mine: Sequence[Holding]
    ) -> tuple[str | None, str | None]:
        """Find the body and State of a post: stated with it, with the person, or told by the context."""
        organization, state = self.whose.find_named(post)
        told = find_clause_state(self.scene, post.begin) if post.body is None and state is not None else None
        if told is not None and told != state:
            organization, state = None, told  # "From Peru came the Commissioner of Police", in a text on Chile's police
        state = post.state or state
        if (
            organization is not None
            and position.lower() == "ambassador"
            and self.registry.drafts[organization].label == "United Nations"
        ):
            return None, person.state or find_state_for_post(self.scene, self.home, post.begin, position)
        if organization is None and post.reference is not None and self.home.body is not None and post.state is None:
            return self.body_keys.get(self.home.body.begin), None  # "President of the association" in its newsletter
        if organization is None and state is None and (beside := self.whose.find_beside(post)) is not None:
            return beside
        if organization is None and person.body is not None and not (post.placed or is_met_at(self.scene, person)):
            organization = self.body_keys.get(person.body.begin)
            state = state or (self.registry.drafts[organization].state if organization else None)
        if organization is not None or state is not None:
            return organization, state
        if person.state is not None:
            if noun not in load_words("chairing") or is_of_state(self.scene, person, post, position):
                return None, person.state
            # "its chair, X of Chile"
            chaired = (
                self.whose.find_last(post, reach=30)[0] if post.pronoun == "its" else None
            )  # "its chair, X of Chile"
            return chaired, person.state if chaired is not None else None
        chief = self._find_chief(post, key, position, noun)
        known = (chief.organization, chief.state) if chief else self._place_by_person(key, position, noun, mine)
        if known is not None:
            return known
        return self._place_by_text(person, post) or self._place_by_clause(person, post, position, noun)

    def _place_by_text(self, person: Person, post: Post) -> tuple[str | None, str | None] | None:
        """Give whose "our president" is, and who signs the text: those of the body, or State, whose text it is."""
        if post.pronoun == "our":
            return self.whose.find_own()
        whose = self.home.body or self.home.office
        if whose is None or whose.begin not in self.body_keys or not signs_text(self.scene, self.home.header, person):
            return None
        key = self.body_keys[whose.begin]
        named = self.registry.drafts[key].base.split()
        if is_national(post.position, self.scene.words.lower[post.noun]) and load_words("ministries").isdisjoint(named):
            return None
        return key, self.home.issuer

    def _find_known(self, person: Person, post: Post) -> tuple[str | None, str | None] | None:
        """Find the body and State of an office whose holder is well known, where the text tells no other."""
        known = find_known(person.name, post.position)
        if (
            (known is None or post.pronoun in {"its", "whose"})
            or self.whose.find_named(post) != (None, None)
            or (post.state or person.state or known.state) != known.state
        ):
            return None
        body = find_known_body(self.scene, self.registry, known.body) if known.body is not None else None
        if known.state is None and body is None:
            return None
        return body, known.state

    def _find_chief(self, post: Post, key: str, position: str, noun: str) -> Holding | None:
        """Give the post of the person named before, whose "his head of operations" somebody is."""
        if post.pronoun not in {"his", "her"} or noun in load_words("personal-posts") or is_national(position, noun):
            return None
        held = [h for h in self.found if h.person == self.previous_key != key and (h.organization or h.state)]
        return held[-1] if held else None

    def _place_by_clause(self, person: Person, post: Post, position: str, noun: str) -> tuple[str | None, str | None]:
        """Find the body and State of a post by the clause around it, else by what is named or said before."""
        owned = post.pronoun in {"its", "whose"} and noun in {"ambassador", "envoy", "representative"}
        begin = person.begin if post in person.behind else post.begin
        if noun == "ambassador" and " to " in position and self.home.issuer is not None:
            return None, self.home.issuer
        sender = find_sender(self.scene, self.home, begin, position)
        if sender is not None:
            return self.body_keys.get(sender.mission), sender.state
        other = self._find_other_side(person, post, noun)
        if other is not None:
            return None, other
        key, sent = self.whose.find_last(post, reach=25) if post.pronoun == "its" else (None, None)
        if key is not None and self.registry.drafts[key].head in load_words("posted-bodies"):
            return key, sent  # "the Embassy of Peru; its Defence Attaché, X"
        minuted = self.scene.words.word[post.end : post.end + 1] == [":"] and noun in load_words("presiding")
        side = find_side(self.scene, begin)
        key = self.body_keys.get(side.begin) if side is not None and side.kind == "Body" else None
        sending = self.registry.drafts[key] if key is not None else None
        national = (is_national(position, noun) and not minuted) or (noun in load_words("town-posts") and post.definite)
        if (national and (sending is None or sending.kind == "GovernmentBody")) or owned:
            state = self._find_state(person, post, begin, position)
            return self.whose.find_last(post, reach=60) if state is None and post.pronoun == "its" else (None, state)
        if sending is not None:
            return sending.key, sending.state
        along = find_company_state(self.scene, self.sentences, begin) if " " in position else None
        told = find_clause_state(self.scene, begin) or along
        if told is not None and (told != self.home.issuer or noun not in load_words("weak-posts")):
            return None, told
        if side is not None and side.kind in {"State", "Demonym"} and noun not in load_words("weak-posts"):
            return None, side.state
        listed = find_listed_state(self.scene, begin)
        if listed is not None:
            return None, listed
        sender = find_own_sender(self.scene, self.home, begin, position)
        return (self.body_keys.get(sender.mission), sender.state) if sender else self.whose.find_implied(post, noun)

    def _find_other_side(self, person: Person, post: Post, noun: str) -> str | None:
        """Give the partner's State for the second of two who sign or preside together for two States."""
        previous, issuer = self.previous, self.home.issuer
        if previous is None or issuer is None or self.previous_state != issuer or noun in load_words("weak-posts"):
            return None
        if post is previous.before and is_national(post.position, noun):
            return find_partner(self.scene, self.home.issuer)  # "the Foreign Secretaries, X and Y": a State has but one
        begin = min(person.begin, post.begin, person.before.begin if person.before is not None else person.begin)
        first = min(previous.begin, previous.before.begin if previous.before is not None else previous.begin)
        end = max(person.extent, person.end)
        together = is_of_other_side(self.scene, begin, end, first, max(previous.extent, previous.end))
        return find_partner(self.scene, self.home.issuer) if together else None

    def _place_by_person(
        self, key: str, position: str, noun: str, mine: Sequence[Holding]
    ) -> tuple[str | None, str | None] | None:
        """Find the body and State of a post by its own name, or by what is known of the person; None if unknown."""
        settled = self.registry.drafts[key].state
        if settled is not None and is_national(position, noun):
            return None, settled
        known = None if position.islower() and " " not in position else find_office(self.scene, self.registry, position)
        if known is not None:
            return known or None, None
        return (None, mine[-1].state) if mine and mine[-1].state is not None else None

    def _find_state(self, person: Person, post: Post, begin: int, position: str) -> str | None:
        """Find the State of a post that States have: told by the clause, else by the context."""
        scene, issuer = self.scene, self.home.issuer
        side = find_side(scene, begin)
        told = side.state if side is not None else None
        told = (
            told
            or find_titled_state(person)
            or find_clause_state(scene, begin)
            or find_visited(scene, begin, issuer, self.home.visited)
        )
        lent = None if told else self._find_joined_state(post, begin)
        if told is None and lent is None and post.pronoun in {"his", "her"}:
            first = scene.words.first[begin]
            told = self.sentences.get(first) or self.sentences.get(scene.words.first[first - 1] if first else first)
        lent = lent or find_host(scene, self.home, begin) or find_company_state(scene, self.sentences, begin)
        ruled_out = list_ruled_out(person.name, position)
        if told is None and lent is not None and not lacks_post(lent, position) and lent not in ruled_out:
            told = lent
        if told is not None and has_post(told, position):
            return told
        taken = self._find_taken(person, position) | ruled_out
        met = is_met_by_peer(scene, begin, scene.words.lower[post.noun])
        other = met or (is_in_talks(scene, begin) and name_office(position) is not None)
        if issuer is not None and other and issuer not in self.home.visited:
            taken.add(issuer)
        if post.pronoun in {"its", "whose"}:
            return find_subject_state(scene, begin) or issuer
        if issuer is None and position == "Secretary" and not person.touching:
            return None  # "the Secretary, Ms X": of a meeting as well
        if issuer in ruled_out or is_of_either(self.home, definite=post.definite):
            return None  # a President unknown to the White House is of no State that its text tells by the way
        # "Secretary to the Ministry" and "Ms X (Secretary)" are none of the best known secretaries
        alone = post.reference is None and (position.lower() != "secretary" or post is person.before)
        return find_state_for_post(scene, self.home, post.begin, position, taken, usual=alone)

    def _find_joined_state(self, post: Post, begin: int) -> str | None:
        """Give the State of "President X" for the second post of "President X and Foreign Minister Y"."""
        previous = self.previous
        office = name_office(post.position)
        if previous is not None and is_joined_to(self.scene, previous.extent, begin):
            same = office or post.position.lower()
            if previous.behind and same not in {name_office(p.position) or p.position.lower() for p in previous.behind}:
                return self.previous_state  # "X, Prime Minister of Peru, and Y, Minister of Mines"
        if previous is None or post.definite or previous.before is None:
            return None
        if office is not None and office == name_office(previous.before.position):
            return None  # "President X and President Y": of two States
        between = self.scene.words.lower[previous.extent : begin] if previous.extent <= begin else []
        return self.previous_state if between in (["and"], ["and", "with"]) else None

    def _find_taken(self, person: Person, position: str) -> set[str]:
        """List the States whose foreign minister, or head, the text knows to be another person."""
        office = name_office(position)
        other = find_joined_state(self.scene, max(person.extent, person.end))
        if office is None or self._is_past(person.begin):
            return {other} if other is not None else set()
        mine, labels = set(person.name.lower().split()), self.registry.drafts
        return {state for state in (other,) if state is not None} | {
            h.state
            for h in self.found
            if h.state is not None
            and name_office(h.position) == office
            and not mine & set(labels[h.person].label.lower().split())
        }

    def _is_past(self, begin: int) -> bool:
        """Tell whether a sentence is of another time, in a paragraph that names no State but the text's own."""
        return is_of_other_time(self.scene, begin) and list_states_above(self.scene, begin) <= {self.home.issuer}

    def _hold_by_body(self, number: int, person: Person, key: str, draft: Draft, mine: list[Holding]) -> None:
        """Hold what "X of the ICRC" says."""
        if person.body is None or person.body.begin not in self.body_keys:
            return
        body = self.whose.find_whole(self.registry.drafts[self.body_keys[person.body.begin]])
        if body.state and draft.state is None and body.kind == "GovernmentBody":
            draft.state = body.state
        if any(h.person == key and h.organization == body.key for h in self.found):
            return
        if is_met_at(self.scene, person):
            return
        words = self.scene.words
        span = Span(words.begin[person.begin], words.end[max(person.extent, person.end) - 1])
        mine.append(
            Holding(
                person=key,
                position="representative",
                organization=body.key,
                state=body.state,
                span=span,
                mention=number,
            )
        )
