"""Treaty actions and status claims: what States did about treaties, and what their standing is said to be.

`act` finds the words that speak of it, `doer` whom they are told of; here a sentence's findings are put together
with their treaty and date, and what the whole text says is made one row an act and standing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from kg.extract.act import Head, Mood, find_heads, find_stretch, read_mood, says
from kg.extract.doer import Doer, Memory, find_doer, find_owner
from kg.extract.passage import Block
from kg.extract.pattern import load_forms, load_words
from kg.extract.phrase import Mark, Phrase
from kg.extract.statustable import Table
from kg.model import BASE, Actor, Span, StatusClaim, TreatyAction

_DENIED = {"Signature": "NotParty", "Accession": "NotParty", "Succession": "NotParty", "Ratification": "Signatory"}
_CONSENTS = ("Ratification", "Accession", "Acceptance", "Approval", "Succession")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """One finding of a sentence: an act or a standing of some States."""

    head: Head
    name: str
    """The class of the act, or the standing."""
    doer: Doer
    treaties: tuple[str, ...]
    mood: Mood
    dates: tuple[str | None, ...]
    """One for all the States, or one each."""

    @property
    def is_claim(self) -> bool:
        return self.name in {"StateParty", "Signatory", "NotParty", "Withdrawn"}


@dataclass(slots=True)
class _Finder:
    """One pass over a document's phrases."""

    memory: Memory
    issued: str | None
    treaty: tuple[str, ...] = ()
    """The treaty spoken of last."""
    spoken: list[tuple[str, ...]] = field(default_factory=list)
    """The treaties of each sentence so far."""
    last: _Told | None = None
    """The last act or standing told, for "so did X"."""
    last_at: int = -9
    number: int = 0
    listing: str | None = None
    """The standing that a heading gives to the list below it."""
    actions: list[TreatyAction] = field(default_factory=list)
    claims: list[StatusClaim] = field(default_factory=list)


def find_statuses(
    phrases: Sequence[Phrase],
    actors: Sequence[Actor],
    issued: str | None,
    *,
    blocks: Sequence[Block] = (),
    block_of: Sequence[int] = (),
    issuer: str | None = None,
    capitals: Mapping[int, str] | None = None,
) -> tuple[list[TreatyAction], list[StatusClaim]]:
    """Find what the phrases of a text say of States and treaties, in text order.

    `issuer` is the State that says "we"; `capitals` tells where a capital's name stands for its government.
    """
    memory = Memory(actors={a.key: a for a in actors}, capitals=capitals or {}, issuer=issuer)
    finder = _Finder(memory=memory, issued=issued)
    table = Table()
    for number, phrase in enumerate(phrases):
        kind = blocks[block_of[number]].kind if block_of else "paragraph"
        finder.number = number
        read = table.read(phrase, memory)
        for row in table.finished():
            _keep_rows(finder, row)
        if not read:
            _read_sentence(finder, phrase, heading=kind == "heading", item=kind == "item")
        memory.remember(phrase)
        _remember_treaty(finder, phrase)
    for row in table.finished(end=True):
        _keep_rows(finder, row)
    return _unique_actions(finder.actions), _unique_claims(finder.claims)


def _keep_rows(finder: _Finder, row: Sequence[tuple[str, str, str | None, Span]]) -> None:
    for state, name, date, span in row:
        for treaty in finder.treaty[-1:]:
            if name in {"StateParty", "Signatory", "NotParty"}:
                finder.claims.append(StatusClaim(state=state, treaty=treaty, status=name, span=span))
            else:
                finder.actions.append(_to_action(finder, name, state, treaty, "done", date, span))


def _remember_treaty(finder: _Finder, phrase: Phrase) -> None:
    here = [m.treaties for m in phrase.marks_in("T") if m.treaties]
    finder.spoken.append(tuple(dict.fromkeys(t for treaties in here for t in treaties)))
    if here:
        finder.treaty = here[-1]


# --- sentences ------------------------------------------------------------------------------------


def _read_sentence(finder: _Finder, phrase: Phrase, *, heading: bool, item: bool) -> None:
    heads = find_heads(phrase)
    words = phrase.line.split(" ")
    if finder.listing and not heads and (item or heading) and len(words) < 40 and _list_item(finder, phrase, words):
        return
    if heading or not item:
        finder.listing = None
    told: list[_Told] = []
    for at, head in enumerate(heads):
        before = heads[at - 1] if at else None
        after = heads[at + 1] if at + 1 < len(heads) else None
        sentence = _Sentence(finder, phrase, words, told, before, after, heading=heading)
        one = _READERS[head.form](sentence, head)
        if one is not None:
            told += one if isinstance(one, list) else [one]
            finder.last, finder.last_at = told[-1], finder.number
    told += [t for one in told for t in _gapped(finder, phrase, words, told, one)]
    _keep(finder, phrase, told)
    if (heading or words[-1] == ":") and not told and len(words) < 14:
        finder.listing = _listed_standing(heads, words)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence in reading: what was told so far, and the heads beside the one that is read."""

    finder: _Finder
    phrase: Phrase
    words: Sequence[str]
    told: Sequence[_Told]
    before: Head | None
    after: Head | None
    heading: bool

    @property
    def memory(self) -> Memory:
        return self.finder.memory


def _listed_standing(heads: Sequence[Head], words: Sequence[str]) -> str | None:
    """Give the standing that a heading of a list speaks of: "Still outside", "Who has signed but not ratified"."""
    if " ".join(words[:3]) in {"who is in", "who 's in"}:
        return "StateParty"
    if " ".join(words[:3]) in {"who is out", "who 's out"}:
        return "NotParty"
    names = [head.row.fields.get("status") or head.row.fields.get("action") for head in heads if head.form in {"standing", "verb"}]
    if len(names) == 1 and heads[0].form == "standing":
        denied = says("denying", words[: heads[0].first])
        return "NotParty" if denied else names[0]
    if names == ["Signature", "Ratification"] and says("denying", words):
        return "Signatory"
    if names and says("denying", words):
        return _DENIED.get(names[0] or "")
    return None


def _list_item(finder: _Finder, phrase: Phrase, words: Sequence[str]) -> bool:
    """Read a line under such a heading: States and nothing else."""
    marks = [m for m in phrase.marks if m is not None]
    rest = [w for w, m in zip(words, phrase.marks, strict=True) if m is None and w[:1].isalpha()]
    if not marks or any(m.letter not in "ABL" for m in marks) or len(rest) > 2:
        return False
    states = [s for m in marks if finder.memory.is_state(m) for s in finder.memory.states_of(m)]
    for state in dict.fromkeys(states):
        for treaty in finder.treaty[-1:]:
            finder.claims.append(StatusClaim(state=state, treaty=treaty, status=finder.listing or "", span=phrase.span))
    return bool(states)


# --- one head at a time ---------------------------------------------------------------------------


def _read_verb(s: _Sentence, head: Head) -> list[_Told] | None:
    name = head.row.fields["action"]
    if not _means_treaty(s, head):
        return None
    if head.slots:
        mark = s.phrase.marks[head.slots[0]]
        doer: Doer | None = Doer(s.memory.states_of(mark), head.slots[0]) if mark is not None else None
        return _tell(s, head, name, doer, "planned", dated=False)
    agent = _agent(s, head)
    if agent is not None:
        start, _ = find_stretch(s.words, 0, head.first)
        return _tell(s, head, name, agent, read_mood(s.words[start : head.first], s.words[head.first]))
    doer = find_doer(s.phrase, head.first, s.memory)
    if s.words[head.first].endswith("ing") and (doer is None or s.words[head.first - 1] in {"having", "after", "by"}) and head.first < 2:
        later = next((i for i in range(head.last, len(s.words)) if s.words[i] == ","), len(s.words))
        doer = find_doer(s.phrase, min(later + 3, len(s.words)), s.memory, later) or doer
    begin = doer.at + 1 if doer is not None and doer.at < head.first else 0
    start, joined = find_stretch(s.words, begin, head.first)
    previous = s.told[-1] if s.told else None
    chunk = s.words[start : head.first]
    if joined and previous is not None and s.before is previous.head:
        mood: Mood = previous.mood
        if doer is None or doer.at > previous.head.first:
            doer = previous.doer
    else:
        mood = read_mood(chunk, s.words[head.first])
        if previous is not None and not previous.is_claim and s.words[start - 1 : start] != [";"] and (doer is None or _is_object(s, doer, previous)):
            doer = previous.doer
    if doer is None:
        return _read_list_behind(s, head, name, mood)
    if _is_passive(s, head) and mood == "done":
        return None
    mood = _weigh(s, doer, mood, chunk)
    if mood == "denied" and "did" in chunk and _happened_later(s, head):
        mood = "done"
    elif mood == "denied" and "did" in chunk and s.words[head.last : head.last + 1] and _is_local(s, head):
        return None
    if mood == "done" and doer.legislative and name != "Signature":
        mood = "planned"
    return _tell(s, head, name, doer, mood)


def _weigh(s: _Sentence, doer: Doer, mood: Mood, chunk: Sequence[str]) -> Mood:
    """Correct a mood by what stands before the doer: "none of them has", "if X joins", "hoped that X would"."""
    if doer.negated:
        mood = "denied" if mood == "done" else mood
    lead = s.words[max(0, doer.at - 3) : max(0, doer.at)]
    if mood in {"planned", "done"} and set(lead[-2:]) & {"if", "unless", "whether", "should", "once", "until"}:
        return "open"
    if mood == "planned" and not says("committed", chunk) and says("wishing", s.words[max(0, doer.at - 6) : max(0, doer.at)]):
        return "open"
    return mood


def _is_object(s: _Sentence, doer: Doer, previous: _Told) -> bool:
    """Tell whether a doer stands behind the verb before as its object and cannot be the new verb's subject."""
    return previous.head.last == doer.at


def _is_passive(s: _Sentence, head: Head) -> bool:
    """Tell whether "was signed" has its treaty as subject and names nobody who signed."""
    before = s.words[head.first - 1] if head.first else ""
    two = s.words[head.first - 2] if head.first > 1 else ""
    return s.words[head.first].endswith("ed") and ({before, two} & {"was", "were", "been", "be", "is", "are", "being"} != set()) and "become" not in s.words[head.first]


def _agent(s: _Sentence, head: Head) -> Doer | None:
    """Find who did it in "was ratified by B0"."""
    if not s.words[head.first].endswith(("ed", "en")):
        return None
    before = s.words[max(0, head.first - 3) : head.first]
    if not set(before) & {"was", "were", "been", "is", "are", "being", "be", ":", ","} and head.first and s.phrase.marks[head.first - 1] is None:
        return None
    stop = s.after.first if s.after else len(s.words)
    for i in range(head.last, min(head.last + 10, stop - 1)):
        if s.words[i] == "by":
            mark = s.phrase.marks[i + 1]
            if mark is not None and mark.letter in "AB":
                states = s.memory.states_of(mark)
                return Doer(states, i + 1) if states else None
        if s.words[i] in {";", "."}:
            break
    return None


def _happened_later(s: _Sentence, head: Head) -> bool:
    """Tell whether "did not ratify" goes on "until 2012"."""
    rest = s.words[head.last : head.last + 4]
    return "until" in rest or "till" in rest


def _is_local(s: _Sentence, head: Head) -> bool:
    """Tell whether what was not done was not done at one occasion only: "did not sign there"."""
    for mark in s.phrase.marks[head.last : head.last + 4]:
        if mark is not None and mark.letter in "LDE":
            return True
    return False


def _means_treaty(s: _Sentence, head: Head) -> bool:
    """Tell whether a verb's object is a treaty, said or in mind: "signed it", "joined in D2", not "signed a law"."""
    words, marks = s.words, s.phrase.marks
    i = head.last
    if words[head.last - 1] in {"to", "of", "from"} and not s.row_is(head, "become-party"):
        i = head.last
    while i < len(words) and (words[i] in load_words("adverb") or words[i] in {"the", "both", "up"}):
        i += 1
    mark = marks[i] if i < len(marks) else None
    strict = "object" in head.row.fields
    if mark is not None:
        if mark.letter == "T":
            return True
        return mark.letter == "D" or (mark.letter == "L" and mark.introduced) or (not strict and mark.letter in "N")
    word = words[i] if i < len(words) else "."
    if word in load_words("treaty-nouns") or (i + 1 < len(words) and words[i + 1] in load_words("treaty-nouns")):
        return True
    if any(m is not None and m.letter == "T" for m in marks[i : i + 4]) and word not in {",", ".", ";"}:
        return True
    if not (s.finder.treaty or any(m.letter == "T" for m in s.phrase.marks_in("T"))):
        return False
    if strict and head.row.name == "withdraw" and word not in {"it", "that", "this"}:
        recently = s.finder.last is not None and s.finder.last.name == "Withdrawal"
        return (recently or bool(s.phrase.marks_in("T"))) and word in {".", ",", ";", "in", "on", "and"}
    if head.row.name == "ratify" or head.row.name in {"accede", "become-party", "accept", "succeed"}:
        return word not in {"a", "an"} and not (words[head.last : head.last + 1] == ["the"] and word not in load_words("treaty-nouns"))
    if words[head.last : head.last + 1] == ["the"]:
        return False
    near = finder_near(s.finder)
    return word in load_words("act-followers") and near


def finder_near(finder: _Finder) -> bool:
    """Tell whether a treaty was spoken of in one of the last sentences."""
    return any(finder.spoken[-8:]) or not finder.spoken


def _read_list_behind(s: _Sentence, head: Head, name: str, mood: Mood) -> list[_Told] | None:
    """Read "two countries that have signed but not ratified : A0 and A1"."""
    stop = next((i for i in range(head.last, len(s.words)) if s.words[i] in {":", "–", "-", "—", "are", "is", "include", "including"}), None)
    if stop is None or stop - head.last > 8 or (s.after is not None and s.after.first < stop and s.after.form == "standing"):
        return None
    states = _list_from(s, stop + 1)
    return _tell(s, head, name, Doer(states, head.first), mood) if states else None


def _list_from(s: _Sentence, i: int) -> tuple[str, ...]:
    """Give the States of a list that begins at item i; asides between its members are passed over."""
    found: list[str] = []
    for at in range(i, len(s.words)):
        mark = s.phrase.marks[at]
        if s.words[at] in {";", "."}:
            break
        if mark is not None and mark.letter in "AB" and s.memory.is_state(mark) and (
            at - i < 3 or s.words[at - 1] in {",", "and", "the", ":", "or", "by"}
        ):
            found += s.memory.states_of(mark)
        elif not found and at - i >= 3:
            break
    return tuple(dict.fromkeys(found))


def _read_noun(s: _Sentence, head: Head) -> list[_Told] | None:
    name = head.row.fields["action"]
    owner = find_owner(s.phrase, head.first, head.last, s.memory)
    start = head.first
    while start and s.words[start - 1] not in {";", ":", ",", "that", "which", "and", "but"}:
        start -= 1
    chunk = s.words[start : head.first]
    mood = read_mood(chunk, "")
    behind = s.words[head.last : head.last + 8]
    if "since" in s.words[head.first : head.last]:
        doer = find_doer(s.phrase, head.first, s.memory)
        return _tell(s, head, name, doer, "done") if doer is not None else None
    happened = says("lodged", behind) or says("effect", behind)
    if owner is None:
        subject = find_doer(s.phrase, head.first, s.memory)
        if mood in {"planned", "refused"} and subject is not None:
            return _tell(s, head, name, subject, mood, dated=mood == "refused")
        if not (says("lodged", behind[:3]) or says("effect", behind[:3])) or says("how-many", chunk) or says("treaty-nouns", chunk):
            return None
        states = (subject.states if subject is not None else ()) or s.memory.topic
        return _tell(s, head, name, Doer(states, -1), mood if mood != "denied" else "open") if len(states) == 1 else None
    if mood == "denied":
        return None
    subject = find_doer(s.phrase, max(owner.at, 0), s.memory) if owner.at > 0 else None
    if mood == "done" and not (s.heading or happened or _date_of(s, head) or says("welcoming", chunk)):
        return None
    if mood == "done" and says("will", behind[:2]):
        mood = "planned"
    del subject
    return _tell(s, head, name, owner, mood, dated=mood in {"done", "refused"} or says("effect", behind))


def _read_instrument(s: _Sentence, head: Head) -> list[_Told] | None:
    name = head.row.fields["action"]
    lodging = load_forms("lodge")
    verb = next((i for i in range(head.last - 1, max(-1, head.first - 24), -1) if s.words[i] in lodging and s.words[i] not in {"put"}), None)
    if verb is not None and s.before is not None and verb < s.before.last:
        verb = None
    owner = find_owner(s.phrase, head.first, head.last, s.memory)
    if s.words[head.first : head.last][-2:] == ["deposit", "of"]:
        return _tell(s, head, name, _behind_of(s, head), "done")
    if verb is not None and not _is_passive_lodging(s, verb):
        doer = find_doer(s.phrase, verb, s.memory)
        start, _ = find_stretch(s.words, doer.at + 1 if doer else 0, verb)
        mood = read_mood(s.words[start:verb], s.words[verb])
        if doer is not None:
            mood = _weigh(s, doer, mood, s.words[start:verb])
        if owner is not None and owner.at >= 0 and s.words[owner.at] not in load_words("own"):
            doer = owner
        doer = doer or owner or (Doer(s.memory.topic, -1) if len(s.memory.topic) == 1 else None)
        return _tell(s, head, name, doer, mood if mood != "denied" else "open")
    behind = s.words[head.last : head.last + 16]
    if not (s.heading or says("lodged", behind) or {"deposit", "deposited"} & set(s.words[max(0, head.first - 6) : head.first])):
        return None
    start, _ = find_stretch(s.words, 0, head.first)
    mood = read_mood(s.words[start : head.first], "")
    if says("denying", behind) or says("planning", behind[:4]):
        mood = "planned" if says("planning", behind[:4]) and not says("denying", behind) else "open"
    return _tell(s, head, name, owner or (Doer(s.memory.topic, -1) if len(s.memory.topic) == 1 else None), mood if mood != "denied" else "open")


def _is_passive_lodging(s: _Sentence, verb: int) -> bool:
    return bool({"was", "were", "been", "is"} & set(s.words[max(0, verb - 2) : verb]))


def _behind_of(s: _Sentence, head: Head) -> Doer | None:
    mark = s.phrase.marks[head.last] if head.last < len(s.words) else None
    states = s.memory.states_of(mark) if mark is not None and mark.letter in "AB" else ()
    return Doer(states, head.last) if states else None


def _read_force(s: _Sentence, head: Head) -> list[_Told] | None:
    text = s.words[head.first : head.last]
    chunk = s.words[find_stretch(s.words, 0, head.first)[0] : head.first]
    mood = read_mood(chunk, "")
    doer = _force_for(s, head)
    if text[-1] in {"bound", "by"} and doer is None:
        doer = find_doer(s.phrase, head.first, s.memory)
        since = set(s.words[head.last : head.last + 6]) & {"since", "from"}
        if doer is None:
            return None
        if text[0] == "bound" and not (since and _date_of(s, head)) and mood in {"done", "denied"}:
            status = "NotParty" if mood == "denied" or doer.negated else "StateParty"
            return _tell(s, head, status, doer, "done")
    elif text == ["entry", "into", "force"] and doer is None:
        return None
    if doer is None:
        return _bilateral(s, head, mood)
    if mood in {"denied", "open", "refused"}:
        return None
    return _tell(s, head, "EntryIntoForce", doer, mood)


def _force_for(s: _Sentence, head: Head) -> Doer | None:
    """Find for whom a treaty comes into force: "for B0", "for it", "bind it", "for A0 the treaty entered into force"."""
    stop = s.after.first if s.after else len(s.words)
    binds = s.words[head.first].startswith("bind") or s.words[head.last - 1] == "binding"
    places = [i for i in range(head.last, min(head.last + 8, stop)) if s.words[i] in {"for", "on", "in"}]
    places += [i for i in range(max(0, head.first - 12), head.first) if s.words[i] == "for"]
    places += [head.last - 1] if binds else []
    for i in places:
        if i + 1 >= len(s.words):
            continue
        mark, word = s.phrase.marks[i + 1], s.words[i + 1]
        if mark is not None and mark.letter in "ABL" and (s.words[i] == "for" or binds):
            states = s.memory.states_of(mark)
            if states and (mark.letter == "L" or s.memory.is_state(mark)):
                return Doer(states, i + 1)
        elif s.words[i] != "in" and mark is None and (s.words[i] == "for" or binds):
            if word in {"us"} or " ".join(s.words[i + 1 : i + 3]) in {"our country", "this country"}:
                return Doer((s.memory.issuer,), i + 1) if s.memory.issuer else None
            if word in {"it", "them"} or " ".join(s.words[i + 1 : i + 3]) in {"the country", "that country"}:
                inside = next((m for m in s.phrase.marks[: i + 1] if m is not None and m.letter == "A" and s.memory.is_state(m)), None)
                states = s.memory.states_of(inside) if inside is not None else s.memory.topic
                return Doer(states, i + 1) if states else None
            if word in {"which", "whom"} and i > 1:
                back = s.phrase.marks[i - 2] if s.words[i - 1] == "," else s.phrase.marks[i - 1]
                states = s.memory.states_of(back) if back is not None and back.letter in "AB" else ()
                return Doer(states, i + 1) if states else None
    return None


def _bilateral(s: _Sentence, head: Head, mood: Mood) -> list[_Told] | None:
    """Read "it has been in force since D": of a treaty between States named in the text, it is told of each."""
    treaties = _treaties_of(s, head)
    if len(treaties) != 1 or mood in {"denied", "open", "refused"} or s.words[head.first : head.last] == ["take", "hold"]:
        return None
    if not _is_small(treaties[0]):
        return None
    signers = [a.state for a in s.finder.actions if a.treaty == treaties[0] and a.type == "Signature"]
    states = tuple(dict.fromkeys(signers))
    return _tell(s, head, "EntryIntoForce", Doer(states, -1), mood) if len(states) == 2 else None


def _is_small(treaty: str) -> bool:
    """Tell whether a treaty's name has two or more States, "the British-Irish Agreement", or is a plain agreement."""
    slug = treaty.removeprefix(f"{BASE}treaty/")
    return "agreement" in slug


def _read_standing(s: _Sentence, head: Head) -> list[_Told] | None:
    status = head.row.fields["status"]
    words = s.words
    text = " ".join(words[head.first : head.last])
    if not _is_standing(s, head, text):
        return None
    doer = find_doer(s.phrase, head.first, s.memory)
    if doer is not None and doer.at >= 0:
        between = words[doer.at + 1 : head.first] if doer.at < head.first else []
        start, joined = find_stretch(words, min(doer.at + 1, head.first), head.first)
        chunk = words[start : head.first]
        mood = read_mood([w for w in chunk if w not in {"first", "only", "as"}], "")
        tight = len(between) <= 5 and not any(m is not None for m in s.phrase.marks[doer.at + 1 : head.first])
        apposed = bool(between) and between[0] in {",", "(", "–", "-", "—"} and tight and not set(between) & {"and", "but"}
        copula = says("being", chunk) or head.row.fields["status"] == "Withdrawn" or words[head.first] in {"is", "are", "remain", "remains", "remained", "was", "were", "belongs", "belong", "belonged", "signed", "only", "stay", "stays", "kept"}
        bare = not between and words[-1] != "." and status != "NotParty"
        if words[head.first - 1] == "of" and "each" not in chunk and "one" not in chunk:
            copula = False
        if joined and s.told and s.before is s.told[-1].head:
            copula, mood = True, s.told[-1].mood
        if (copula or apposed or bare) and mood in {"done", "denied"}:
            denied = mood == "denied" or doer.negated or (apposed and says("denying", between))
            if denied and status in {"NotParty", "Withdrawn"}:
                return None
            if text in {"missing", "absent"} and not says("alone", words[max(0, doer.at - 2) : head.first]):
                return None
            date = _since(s, head)
            return _tell(s, head, "NotParty" if denied else status, doer, "done", date=date)
    return _standing_list(s, head, status)


def _is_standing(s: _Sentence, head: Head, text: str) -> bool:
    """Tell whether the words mean a standing: "parties to the conflict" and "members of parliament" do not."""
    if text.startswith(("outside", "missing", "absent")):
        if text.startswith("outside"):
            behind = s.words[head.last] if head.last < len(s.words) else "."
            mark = s.phrase.marks[head.last] if head.last < len(s.words) else None
            fits = behind in {".", ",", ";", "it", "and", ":", "them", "the"} if mark is None else mark.letter in "TA"
            return fits and (bool(s.finder.treaty) or bool(s.phrase.marks_in("T"))) and finder_near(s.finder)
        return bool(s.finder.treaty) and finder_near(s.finder)
    if text in {"party", "parties", "member", "members", "member state", "member states", "full member", "party to", "belongs to", "belong to", "belonged to"}:
        behind = s.words[head.last : head.last + 4]
        if text.endswith(" to") or behind[:1] in (["to"], ["of"], ["under"]):
            near = s.phrase.marks[head.last : head.last + 4]
            named = any(m is not None and m.letter == "T" for m in near) or bool({"it", "that", "this", "them"} & set(behind[:2]))
            return named
        if text.startswith("member"):
            return False
        known = bool(s.phrase.marks_in("T")) or (s.finder.number - s.finder.last_at <= 3) or bool(s.finder.treaty and finder_near(s.finder))
        return known and behind[:1] != ["'s"] and s.words[head.first - 1] not in {"third", "political", "ruling", "opposition", "warring"}
    if text.startswith(("is ", "are ")) and not text.endswith("bound"):
        return s.words[head.last : head.last + 1] in ([","], ["."], [";"], [":"]) and s.finder.treaty != ()
    return bool(s.finder.treaty) or bool(s.phrase.marks_in("T"))


def _standing_list(s: _Sentence, head: Head, status: str) -> list[_Told] | None:
    """Read "four states parties : A0 and A1", "the signatories are A0", "states outside it include A0"."""
    i = head.last
    while i < min(head.last + 6, len(s.words)) and (
        (s.phrase.marks[i] is not None and (s.phrase.marks[i] or Mark(letter="", begin=0, end=0)).letter == "T") or s.words[i] in {"to", "it", "the", "of", "region", "in", "now"}
    ):
        i += 1
    opener = s.words[i] if i < len(s.words) else ""
    if opener == "," and i + 1 < len(s.words) and (s.phrase.marks[i + 1] is not None) and s.words[head.first - 1] in {"states", "other", "countries", "latest", "newest", "youngest", "the"}:
        states = _list_from(s, i + 1)
    elif opener in {":", "are", "is", "include", "includes", "including", "like", "(", "namely", "were", "–", "-"} or " ".join(s.words[i : i + 2]) == "such as":
        states = _list_from(s, i + 1 if opener not in {"such"} else i + 2)
    else:
        return None
    start, _ = find_stretch(s.words, 0, head.first)
    denied = says("denying", s.words[start : head.first])
    if denied and status == "NotParty":
        return None
    return _tell(s, head, "NotParty" if denied else status, Doer(states, head.first), "done") if states else None


def _read_echo(s: _Sentence, head: Head) -> list[_Told] | None:
    """Read "so did X", "nor has X", "X is not": what was told of another before."""
    last = s.told[-1] if s.told else s.finder.last
    if last is None or (not s.told and s.finder.number - s.finder.last_at > 2):
        return None
    denied = "status" in head.row.fields
    states = tuple(dict.fromkeys(x for i in head.slots for x in _named(s, i)))
    doer = Doer(states, head.slots[0]) if states else None
    if doer is None and not head.slots:
        states = _list_from(s, head.last) or _list_from(s, head.last + 1)
        doer = Doer(states, head.first) if states else find_doer(s.phrase, head.first, s.memory)
    if doer is None or not doer.states:
        return None
    if denied:
        so = s.words[head.first] == "so"
        if so and last.name != "NotParty" and not (last.mood == "denied"):
            return None
        status = "Signatory" if last.name == "Signatory" and last.mood == "denied" and not so and "neither" not in s.words[head.first : head.last] else "NotParty"
        if last.name in {"Withdrawal", "EntryIntoForce", "Withdrawn"}:
            return None
        return _tell(s, head, status, doer, "done", treaties=_own_treaties(s, head) or last.treaties)
    if last.mood in {"open", "refused", "denied"} or last.doer.relative and not s.told:
        return None
    if last.is_claim:
        return None
    if s.words[head.first] == "so" and not s.told and s.finder.number - s.finder.last_at > 1:
        return None
    return _tell(s, head, last.name, doer, last.mood, treaties=last.treaties)


def _named(s: _Sentence, i: int) -> tuple[str, ...]:
    mark = s.phrase.marks[i]
    return s.memory.states_of(mark) if mark is not None else ()


_READERS = {
    "verb": _read_verb,
    "noun": _read_noun,
    "instrument": _read_instrument,
    "force": _read_force,
    "standing": _read_standing,
    "echo": _read_echo,
}
