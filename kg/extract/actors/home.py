"""Where a text speaks from: the State or body that issued it, and the State that a passage is about.

"The Prime Minister" of a government's press release is that government's; in a report datelined Vilnius it is
Lithuania's. What the text does not make plain stays unknown.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from kg.extract.actors.bodyform import Body
from kg.extract.actors.listing import find_listed_state
from kg.extract.actors.statemark import StateMark, find_town, is_locative, is_weak, list_marks, list_named
from kg.extract.names.scene import Mark, Scene
from kg.extract.words.wordclass import load_words
from kg.model import BASE

_DATELIKE = re.compile(r"\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun", re.IGNORECASE)
_MASTHEAD = 120
"""The last place at which the name of a body alone on its line is a masthead."""
_SIGNS = 2
_REST = 14
"""The most characters behind the name of a body on its line: those of an acronym in brackets."""
_HEAD = 600
"""The last place at which a body that issued a text is looked for."""
_LEAD = 60
"""How many words behind the header still tell of the visit that a text is about."""
_FOOTER = 80
"""The most characters of a line at the foot of a letter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """Whose text it is."""

    issuer: str | None = None
    """IRI of the State whose government issued the text."""
    body: Body | None = None
    """The international body that issued it."""
    office: Body | None = None
    """The government's body that issued it."""
    dateline: str | None = None
    """IRI of the State in which it was written."""
    header: int = 0
    """Number of the first word behind the header."""
    headline: str | None = None
    """IRI of the only State that headline and first paragraph name."""
    topic: str | None = None
    """IRI of the State that most of the text is about."""
    title: str | None = None
    """IRI of the only State that the header names, itself or by a town."""
    visited: frozenset[str] = frozenset()
    """IRIs of the States to which the headline and first paragraph tell of a visit."""


def find_home(scene: Scene, bodies: Sequence[Body]) -> Home:
    """Read a text's header, dateline and first-person words for where it comes from."""
    words = scene.words
    stop = _header_end(scene)
    header = [body for body in bodies if body.begin < stop]
    issued = [
        b
        for b in header
        if b.head in load_words("issuers") or (b.mark and b.mark.entry and b.mark.entry.kind == "GovernmentBody")
    ]
    issued = [b for b in issued if _fills_line(scene, b)]
    alone = [m for m in scene.marks if m.begin < stop and m.kind == "State" and _stands_alone(scene, m.begin, m.end)]
    visited = _find_visited(scene, stop)
    plain = Counter(state for state in _states_of(scene, 0, len(words.word)) if state not in visited)
    top = plain.most_common(1)[0][0] if plain else None
    dateline = _dateline(scene)
    issuer = None
    masthead = next((b for b in header if _is_masthead(scene, b)), None)
    body = masthead or _find_publisher(scene, header)
    society = masthead or (body if body is not None and _is_society(body) else None)
    seat = _seat(scene, stop)
    if issued or alone or seat is not None:
        beside = [(m.begin, m.state) for b in issued for m in scene.marks if _closes_line(scene, b, m)]
        stated = sorted(
            [(b.begin, b.state) for b in issued if b.state] + [(m.begin, m.state) for m in alone if m.state] + beside
        )
        issuer = (
            seat
            or next((state for _, state in stated), None)
            or _signs(scene)
            or _capital(scene, 0, stop)
            or _capital(scene, _footer_begin(scene), len(words.word))
            or dateline
            or top
        )
    elif society is None and (_is_first_person(scene) or _has_official_author(scene) or _is_headed_by_post(scene)):
        foot = _capital(scene, _footer_begin(scene), len(words.word))
        issuer = _signs(scene) or dateline or _capital(scene, 0, stop) or foot or top
    offices = sorted(issued, key=_is_press_desk) if issuer is not None else []
    total = sum(plain.values())
    topic = top if top is not None and plain[top] >= 3 and plain[top] * 2 >= total else None
    return Home(
        issuer=issuer,
        body=body if issuer is None else None,
        office=offices[0] if offices else None,
        dateline=dateline if masthead is None else None,
        header=stop,
        topic=topic,
        title=_find_title(scene, stop),
        headline=_headline(scene, stop) if masthead is None else None,
        visited=visited,
    )


def _is_press_desk(body: Body) -> bool:
    """Tell whether a line of the letterhead names the desk that wrote the text, for the ministry whose text it is."""
    desk = body.head in {"section", "office", "division", "service", "department", "unit", "branch"}
    return desk and not load_words("press-desks").isdisjoint(body.name.lower().split())


def _find_publisher(scene: Scene, header: Sequence[Body]) -> Body | None:
    """Give the first body that is no government's and fills a line of the header."""
    kinds = ("Inter", "Non", "Org")
    lines = (b for b in header if b.mark and b.mark.entry and b.mark.entry.kind.startswith(kinds))
    return next((b for b in lines if _fills_line(scene, b) and not _has_label(scene, b)), None)


def _is_society(body: Body) -> bool:
    entry = body.mark.entry if body.mark is not None else None
    return entry is not None and entry.kind == "NonGovernmentalOrganization"


def _find_visited(scene: Scene, stop: int) -> frozenset[str]:
    """List the States of "a visit to Chad, Nigeria and Angola" in headline and first paragraph."""
    words = scene.words
    end = min(len(words.word), stop + _LEAD)
    found: set[str] = set()
    for i in range(end):
        if words.lower[i] not in load_words("visit-words"):
            continue
        j = next((k + 1 for k in range(i + 1, min(i + 6, words.last[i])) if words.lower[k] == "to"), 0)
        while j and j < words.last[i]:
            mark = scene.starting(j)
            if mark is not None and mark.kind in {"State", "Capital"} and mark.state is not None:
                found.add(mark.state)
                j = mark.end
            elif words.lower[j] in {",", "and", "the"}:
                j += 1
            else:
                break
    return frozenset(found)


def _header_end(scene: Scene) -> int:
    """Give the first word behind the header: where the first real paragraph begins."""
    words = scene.words
    for number, block in enumerate(words.blocks):
        length = block.span.end - block.span.begin
        if block.kind in {"paragraph", "item"} and length > 180:
            first = words.before(block.span.begin)
            # addresses and headlines that run together count as header
            return first if number else min(first + 12, len(words.word))
    return len(words.word)


def _headline(scene: Scene, stop: int) -> str | None:
    """Give the State that headline and first paragraph name, if it is one only."""
    words = scene.words
    if not words.word:
        return None
    i = min(stop, len(words.word) - 1)
    block = words.block[i]
    end = next((k for k in range(i, len(words.word)) if words.block[k] != block), len(words.word))
    marks = [mark for mark in scene.marks if mark.begin < end and mark.state is not None]
    own = {m.state for m in marks if m.kind in {"State", "Demonym"} and not _owns(scene, m)}
    pairs = any(m.kind == "State" and m.begin and words.lower[m.begin - 1] == "between" for m in marks)
    own = own or (set() if pairs else {m.state for m in marks if m.kind == "Capital"})
    return own.pop() if len(own) == 1 else None


def _find_title(scene: Scene, stop: int) -> str | None:
    """Give the State that the header names, itself or by a town that is no seat of bodies, if it is one only."""
    named = {m.state for m in list_marks(scene, 0, stop)} | {find_town(scene, 0, stop)} - {None}
    return named.pop() if len(named) == 1 else None


def _owns(scene: Scene, mark: Mark) -> bool:
    """Tell whether a State only tells whose something else is: "Mozambique's minister", "of Japan"."""
    words = scene.words
    behind = words.lower[mark.end] if mark.end < len(words.lower) else ""
    if behind in load_words("counterparts"):
        return True  # "my French counterpart" is not of the text's own State
    return behind in {"'s", "?s"} or (mark.begin > 0 and is_locative(scene, mark.begin))


def _seat(scene: Scene, stop: int) -> str | None:
    """Give the State whose government's office or seat the header names; empty where it does not say whose."""
    words = scene.words
    header = " ".join(words.lower[: min(stop, 120)])
    for row in sorted(load_words("government-seats")):
        name, _, code = row.partition("=")
        if name in header and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", header):
            return f"{BASE}state/{code}" if code else ""
    return None


def _signs(scene: Scene) -> str | None:
    """Give the State of which two words or more are such as only its own government uses: "the Tánaiste"."""
    rows = dict(row.split("=") for row in load_words("home-signs"))
    found = Counter(rows[word] for word in sorted(rows.keys() & {word.rstrip(".") for word in scene.words.lower}))
    if not found:
        return None
    code, count = min(found.items(), key=lambda item: (-item[1], item[0]))
    return f"{BASE}state/{code}" if count >= _SIGNS else None


def _footer_begin(scene: Scene) -> int:
    """Give the first word of the last lines, where they are as short as place and date at the foot of a letter."""
    words = scene.words
    begin = len(words.word)
    for block in reversed(words.blocks[2:][-2:]):
        if block.span.end - block.span.begin > _FOOTER:
            break
        begin = words.before(block.span.begin)
    return begin


def _line(scene: Scene, i: int) -> tuple[int, int]:
    """Give the offsets of the line on which word i stands."""
    text = scene.words.text
    offset = scene.words.begin[i]
    begin = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    return begin, end if end >= 0 else len(text)


def _fills_line(scene: Scene, body: Body) -> bool:
    begin, end = _line(scene, body.begin)
    words = scene.words
    before = words.text[begin : words.begin[body.begin]].strip(" \t#*:-")
    return len(before) <= 12 and words.end[body.end - 1] >= begin + 0.5 * (len(words.text[begin:end].rstrip()) - 40)


def _is_masthead(scene: Scene, body: Body) -> bool:
    """Tell whether a line of the head says that the text is a body's periodical: "Newsletter of the X", "X News 3"."""
    words = scene.words
    begin, end = _line(scene, body.begin)
    before = words.text[begin : words.begin[body.begin]].lower().strip("*#_=~> ").split()
    if len(before) >= 2 and before[-1] in {"of", "the", "from"}:
        return not load_words("periodicals").isdisjoint(before)
    stop = max(body.extent, body.end)
    official = body.state is not None or body.head in load_words("issuers")
    if before or official or words.begin[body.begin] > _MASTHEAD:
        return False
    behind = words.text[words.end[stop - 1] : max(end, words.end[stop - 1])]
    seated = _SEAT_BEHIND.match(behind) is not None
    rest = [] if seated else re.findall(r"[a-z]+", behind.partition("|")[0].lower())
    alone = not (rest or seated)
    if body.mark is not None and (alone or body.mark.entry is None or body.mark.entry.kind == "GovernmentBody"):
        return False
    return all(word in load_words("masthead-words") for word in rest)


_SEAT_BEHIND = re.compile(
    r"^\s*[,|–—-]\s*[A-Z][\w'-]*(?:,? [A-Z][\w'-]*){0,2}(?: (?:office|secretariat|headquarters))?\s*$"
)
"""Where a body sits, on the line of its name: "Peace Network, Suva", "Peace Network | Suva office"."""


def _closes_line(scene: Scene, body: Body, mark: Mark) -> bool:
    """Tell whether only a comma or a dash parts a body from the State that ends its line: "Ministry of X - Chad"."""
    words = scene.words
    if body.begin < mark.begin < body.end:
        return mark.kind == "State"  # "MINISTERE DE LA DEFENSE DU TCHAD"
    between = words.word[max(body.extent, body.end) : mark.begin] if mark.begin >= body.end else []
    rest = words.text[words.end[mark.end - 1] : _line(scene, mark.end - 1)[1]]
    return mark.kind == "State" and len(between) == 1 and between[0] in {",", "-", "–", "—", "|"} and not rest.strip()


def _has_label(scene: Scene, body: Body) -> bool:
    """Tell whether a body shares its line with more, as in "ICRC: Ms X", or stands far from the head of the text."""
    words = scene.words
    rest = words.text[words.end[body.end - 1] : _line(scene, body.end - 1)[1]]
    return words.begin[body.begin] > _HEAD or len(rest.partition("|")[0].strip()) > _REST


def _stands_alone(scene: Scene, i: int, j: int) -> bool:
    begin, end = _line(scene, i)
    words = scene.words
    rest = words.text[begin : words.begin[i]] + words.text[words.end[j - 1] : end]
    if rest.strip().lower() in {"government", "government of", "government of the", "the government of"}:
        return True
    return j - i > 1 and len(rest.strip()) <= 4


def _states_of(scene: Scene, i: int, j: int) -> Iterator[str]:
    for mark in scene.marks:
        if i <= mark.begin < j and mark.kind in {"State", "Demonym"} and mark.state is not None:
            yield mark.state


def _capital(scene: Scene, i: int, j: int) -> str | None:
    for mark in scene.marks:
        if i <= mark.begin < j and mark.kind == "Capital" and mark.state is not None and not _is_goal(scene, mark):
            return mark.state
    return None


def _is_goal(scene: Scene, mark: Mark) -> bool:
    """Tell whether a headline only says that something is at a place, goes there or comes from it."""
    words = scene.words
    return words.first[mark.begin] < mark.begin and words.lower[mark.begin - 1] in {"to", "from", "for", "in", "at"}


def _dateline(scene: Scene) -> str | None:
    """Find a place that opens the text or a paragraph as "VILNIUS, May 8." or "TOKYO -" does."""
    words = scene.words
    for mark in scene.marks:
        if mark.kind not in {"Capital", "City"} or words.block[mark.begin] > 8 or is_weak(mark):
            continue
        if words.surface(mark.begin, mark.end).lower() in load_words("seat-cities"):
            continue
        behind = words.word[mark.end : mark.end + 6]
        reported = words.lower[max(mark.begin - 2, 0) : mark.begin] in (["correspondent", "in"], ["reporter", "in"])
        if reported and words.blocks[words.block[mark.begin]].kind == "heading":
            return mark.state  # "From our correspondent in Lima"
        if not behind or behind[0] not in {",", "-", "–", "—", "(", "/", ":"}:
            continue
        near = mark.begin - words.first[mark.begin] <= 8 or _line(scene, mark.begin)[0] == words.begin[mark.begin]
        masthead = words.block[mark.begin] <= 1 and words.lower[mark.begin - 1] == ","  # "The Star, Lima, 14 June 2012"
        opens = near and (masthead or not is_locative(scene, mark.begin))
        dated = any(_DATELIKE.match(word) and word[0].isupper() | word[0].isdigit() for word in behind[1:5])
        dashed = behind[0] in "-–—(:" and words.first[mark.begin] == mark.begin
        if opens and (dated or dashed):
            return mark.state
    return _place_line(scene)


def _place_line(scene: Scene) -> str | None:
    """Find a town in capitals that has one of the first lines for itself: the place line of a newspaper report."""
    words = scene.words
    for mark in scene.marks:
        if mark.kind not in {"Capital", "City"} or words.block[mark.begin] > 8 or is_weak(mark):
            continue
        name = words.surface(mark.begin, mark.end)
        begin, end = _line(scene, mark.begin)
        alone = words.text[begin:end].strip() == name and name.isupper()
        if alone and name.lower() not in load_words("seat-cities"):
            return mark.state
    return None


def _is_first_person(scene: Scene) -> bool:
    """Tell whether a government speaks: "our Ambassador", "this Department", "we have ratified"."""
    words = scene.words
    lower = words.lower
    for i in range(len(lower) - 1):
        if lower[i] == "our" and (
            lower[i + 1] in load_words("national-posts") or lower[i + 1] in load_words("our-government")
        ):
            return True
        if lower[i] == "this" and words.word[i + 1] in {"Department", "Ministry", "Government"}:
            return True
    return False


def _is_headed_by_post(scene: Scene) -> bool:
    """Tell whether the first lines are the post of a minister and nothing else: "MINISTER FOR TRADE"."""
    lines = [line for line in scene.words.text.lstrip()[:200].splitlines() if line.strip()]
    for line in lines[:2]:
        named = re.fullmatch(
            r"\W*(?:the )?(?:\w+ )?minister (?:for|of) [\w ,&-]+|\W*(?:prime|deputy prime|foreign) minister\W*",
            line.strip().lower(),
        )
        if named:
            return True
    return False


def _has_official_author(scene: Scene) -> bool:
    """Tell whether front matter names a minister: "author: Hon Ruth Dyson"."""
    words = scene.words
    for block in words.blocks:
        if block.kind != "front":
            return False
        line = words.text[block.span.begin : block.span.end].lower()
        if line.startswith(("portfolio:", "minister:")) or re.match(r"author:\s*(?:rt\.? )?hon\b", line):
            return True
    return False


def find_state_for_post(
    scene: Scene, home: Home, i: int, position: str, taken: Collection[str] = (), *, usual: bool = True
) -> str | None:
    """Tell whose a post at word i is where its words do not say: the issuer's, the dateline's, the passage's.

    `taken` are States whose holder of that post is another person; `usual` allows the State whose post is the best
    known of that name.
    """
    known = [entry.split("=") for entry in sorted(load_words("post-states"))]
    title = position.lower()
    for name, code in known:
        if title == name or title.startswith(name + " "):
            return f"{BASE}state/{code}"
    candidates = (state for state in _candidates(scene, home, i) if state and state not in taken)
    state = next((s for s in candidates if has_post(s, position) and not lacks_post(s, position)), None)
    if usual and (state is None or (state != home.issuer and ("secretary of " in title or title == "secretary"))):
        best_known = dict(row.split("=") for row in load_words("usual-post-states"))
        known_title = title if title.startswith(("under", "secretary of state")) else title.partition(" for ")[0]
        best = f"{BASE}state/{best_known.get(known_title)}"
        named = {mark.state for mark in scene.marks if mark.kind in {"State", "Demonym", "Capital"}}
        shared = named and best not in named
        if known_title in best_known and not shared:
            return best
    return state


def has_post(state: str, position: str) -> bool:
    """Tell whether a State may have a post that only some have: no chancellor of Norway, no emperor of Peru."""
    title = position.lower()
    only = [row.partition("=") for row in load_words("post-only")]
    bare = title.partition(" of ")[0] if title.startswith(("chancellor of", "king of", "queen of")) else title
    head = title.partition(" for ")[0]
    holders = next(
        (codes.split(",") for name, _, codes in sorted(only) if bare.endswith(name) or head.endswith(name)), None
    )
    return holders is None or state[-3:] in holders


def lacks_post(state: str, position: str) -> bool:
    """Tell whether a State does not have a post, where nothing but the context speaks for it."""
    lacking = load_words("post-lacks")
    return any(f"{state[-3:]}={name}" in lacking for name in _post_names(position.lower()))


def find_subject_state(scene: Scene, i: int) -> str | None:
    """Give the State that "its president" at word i speaks of: the first of its sentence, or of the one before.

    A State that only says where something is or comes from, "the talks in Germany", is not meant.
    """
    words = scene.words
    first = words.first[i]
    above = words.first[first - 1] if first and words.block[first - 1] == words.block[first] else first
    for begin, end in ((first, i), (above, first)):
        for mark in list_marks(scene, begin, end):
            if not is_locative(scene, mark.begin):
                return mark.state
    return None


def _post_names(title: str) -> Iterator[str]:
    """Yield the ways in which the table of missing posts may name a post."""
    words = title.split()
    for count in (1, 2, 3):
        yield " ".join(words[:count])
        yield " ".join(words[-count:])
    if title.endswith("foreign minister") or "minister of foreign" in title or "minister for foreign" in title:
        yield "foreign minister"


def _candidates(scene: Scene, home: Home, i: int) -> Iterator[str | None]:
    """Yield the States whose post it may be, the likeliest first."""
    listed = find_listed_state(scene, i)
    if listed is not None:
        yield listed
        return
    yield home.issuer
    words = scene.words
    inside = list_marks(scene, words.first[i], i)
    clause = next((k for k in range(i - 1, words.first[i], -1) if words.word[k] == ";"), words.first[i])
    away = home.visited if i < home.header + _LEAD else frozenset[str]()  # who is named there is the visitor
    opens = next((k for k in range(words.first[i], i) if words.word[k] == ";"), clause)
    inside = [mark for mark in inside if mark.state not in away and not opens < mark.begin < clause]  # other items'
    firm = [mark for mark in inside if not is_locative(scene, mark.begin)]
    for mark in sorted(firm, key=lambda mark: (mark.begin < clause, mark.begin)):
        yield mark.state
    if words.lower[i + 1 : i + 2] != ["of"]:
        yield _find_last_holder(scene, inside)
    placed = [mark for mark in inside if words.lower[mark.begin - 1] in {"in", "to"}]
    if placed:
        yield placed[-1].state
    yield find_town(scene, words.first[i], i)
    block = words.block[i]
    begin = words.before(words.blocks[block].span.begin)
    opening = scene.starting(begin)
    if opening is not None and opening.kind in {"Capital", "City"} and opening.end < i:
        yield opening.state if words.word[opening.end] in "-–—:" and not is_weak(opening) else None
    passage = [mark for mark in list_marks(scene, begin, i) if not is_locative(scene, mark.begin)]
    passage = [mark for mark in passage if mark.state not in away]
    if home.dateline is None and home.topic is None:
        yield _find_acting_above(scene, i)
    if passage and passage[0].begin - begin <= 3:
        yield passage[0].state
    yield _find_sole_above(scene, i) if home.issuer is None else None
    abroad = home.issuer is not None and home.dateline != home.issuer  # an embassy's text
    yield home.dateline if home.dateline not in away and not abroad else None
    if home.body is not None:
        yield _find_only(scene, block, begin, i)
    elif passage:
        yield from (mark.state for mark in passage)
    else:
        told = list_states_above(scene, words.first[i]) - away
        yield told.pop() if len(told) == 1 else None
        heading = _find_in_heading(scene, block, begin)
        yield from (
            (heading,)
            if heading is not None
            else (
                home.topic,
                home.headline if home.headline not in away else None,
            )
        )
    yield home.title if home.title not in away and i >= home.header else None


def _find_last_holder(scene: Scene, inside: Sequence[StateMark]) -> str | None:
    """Give the State of another post of the sentence: "the Foreign Minister of Peru said that President X ..."."""
    words, nouns = scene.words, load_words("post-nouns")
    return next(
        (m.state for m in inside if words.lower[m.begin - 1] == "of" and words.lower[m.begin - 2] in nouns), None
    )


def _find_sole_above(scene: Scene, i: int) -> str | None:
    """Give the one State that the last sentence before that of word i names, in its paragraph, itself or by a town."""
    words = scene.words
    first, named = words.first[i], set[str | None]()
    while not named and first and words.block[first - 1] == words.block[first]:
        above = words.first[first - 1]
        about = {m.state for m in list_marks(scene, above, first) if words.lower[m.end] not in {"'s", "?s"}}
        named = (about | {find_town(scene, above, first)}) - {None}
        first = above
    return named.pop() if len(named) == 1 else None


def _find_acting_above(scene: Scene, i: int) -> str | None:
    """Give the State that acts last in the sentence above that of word i: "Peru announced it. Minister X said"."""
    words = scene.words
    first = words.first[i]
    if not first or words.block[first - 1] != words.block[first]:
        return None
    named = [m for m in scene.marks if words.first[first - 1] <= m.begin < first and m.kind in {"State", "Demonym"}]
    acting = any(m.kind == "State" and words.lower[m.end] in load_words("capital-verbs") for m in named)
    return named[0].state if acting and len({m.state for m in named}) == 1 else None


def _find_only(scene: Scene, block: int, begin: int, i: int) -> str | None:
    """Give the one State that the paragraph speaks of up to word i, else the one of the paragraph before."""
    about = list_named(scene, begin, i)
    if not about and block:
        about = list_named(scene, scene.words.before(scene.words.blocks[block - 1].span.begin), begin)
    return about.pop() if len(about) == 1 else None


def list_states_above(scene: Scene, i: int) -> set[str]:
    """List the States that the paragraph of word i names before it."""
    words = scene.words
    return list_named(scene, words.before(words.blocks[words.block[i]].span.begin), i)


def _find_in_heading(scene: Scene, block: int, begin: int) -> str | None:
    """Give the one State that the heading right above a paragraph names."""
    words = scene.words
    if not block or words.blocks[block - 1].kind != "heading":
        return None
    heading = words.before(words.blocks[block - 1].span.begin)
    states = {mark.state for mark in list_marks(scene, heading, begin)}
    return states.pop() if len(states) == 1 else None


def find_partner(scene: Scene, issuer: str | None) -> str | None:
    """Give the State that a text speaks of most beside its own, if it is the main one."""
    others = Counter(
        mark.state
        for mark in scene.marks
        if mark.kind in {"State", "Demonym", "Capital"} and mark.state not in {None, issuer}
    )
    top = sorted(others.items(), key=lambda row: (-row[1], row[0] or ""))[:1]
    return next((state for state, count in top if count > 1 and count * 2 > others.total()), None)
