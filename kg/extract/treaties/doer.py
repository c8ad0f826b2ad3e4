"""Which States a treaty act is told of: the subject of a verb, the one that "it" stands for, several together."""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.phrases.pattern import says
from kg.extract.phrases.phrase import Mark, Phrase
from kg.extract.treaties.memory import Doer, Memory
from kg.extract.words.numeral import SEVERAL
from kg.extract.words.wordclass import load_words

_CLAUSES = (["after"], ["before"], ["until"], ["once"])
"""Words with which a clause opens, where they are no preposition: "after B0 , the last , had ratified it"."""


def find_doer(phrase: Phrase, head: int, memory: Memory, begin: int = 0) -> Doer | None:
    """Find who stands before a verb or noun at item `head`, not before item `begin`; None where nobody does."""
    words = phrase.words
    limit = _skip_aside(phrase, words, head)
    i = limit - 1
    while i >= begin:
        i = _outside(phrase, i, begin)
        mark, word = phrase.marks[i], words[i]
        if word in {";", ":"}:
            return None
        found: Doer | None = None
        if mark is not None:
            opens = i == limit - 1 < head - 1 and mark.letter == "B" and words[i - 1 : i] in _CLAUSES
            opens = opens or _is_absolute(words, i)
            found = _of_mark(words, i, mark, memory, opens=opens or _is_split(words, i, head, mark, memory))
        else:
            found = (
                _of_ranked(phrase, words, i, memory)
                or _of_rest(phrase, words, i, memory)
                or _of_ruler(words, i, memory)
                or _with_number(phrase, words, i, memory)
            )
            if found is not None:
                return found
            lone = word in {"they", "nobody", "everybody"}
            lone = lone or (word in {"he", "she"} and not of_person(phrase, i, memory, pronoun=i))
            if _is_other(words, i, head) or (lone and not memory.topic):
                return _before_others(phrase, i, memory)
            found = _of_pronoun(phrase, words, i, memory)
            if found is None and (
                word in {"they", "nobody"} or (word in {"which", "who"} and i and words[i - 1] != "by")
            ):
                return None
        if mark is None and found is None and is_number_of_doers(words, i, head):
            return None
        if mark is not None and mark.letter == "N":
            return _with_number(phrase, words, i, memory) or _of_count(phrase, words, i, memory)
        if found is not None:
            return _with_others(phrase, words, found, memory)
        i -= 1
    return None


def _before_others(phrase: Phrase, i: int, memory: Memory) -> Doer | None:
    """Give those named before "and a few others", "and several other States" at item i."""
    lead = next((k for k in range(i - 1, max(0, i - 5), -1) if phrase.words[k] == "and"), 0)
    between = set(phrase.words[lead + 1 : i])
    mark = phrase.marks[lead - 1 - (phrase.words[lead - 1] == ",")] if lead else None
    if mark is None or mark.letter != "A" or not memory.is_state(mark) or not between <= load_words("some-others"):
        return None
    return Doer(memory.states_of(mark), lead - 1)


def _outside(phrase: Phrase, i: int, begin: int) -> int:
    """Give the item before a bracket that ends at item i, if the bracket tells something of its own; else i."""
    opens = next((k for k in range(i - 1, begin, -1) if phrase.words[k] in {"(", ")"}), begin)
    if phrase.words[i] != ")" or opens <= begin or phrase.words[opens] != "(":
        return i
    inside = phrase.words[opens + 1 : i]
    tells = any(not load_words(name).isdisjoint(inside) for name in ("auxiliary", "relative", "time-openers"))
    return opens - 1 if tells else i


def _of_ruler(words: Sequence[str], i: int, memory: Memory) -> Doer | None:
    """Read "the President" without a name: that of the State which issues the text, if it spoke of no other."""
    alone = words[i] in load_words("rulers") and words[i - 1 : i] == ["the"] and words[i + 1 : i + 2] != ["of"]
    if not alone or memory.issuer is None or not set(memory.topic) <= {memory.issuer}:
        return None
    return Doer((memory.issuer,), i)


def _with_others(phrase: Phrase, words: Sequence[str], doer: Doer, memory: Memory) -> Doer:
    """Add those before "nor": "neither A0 , nor A1 , nor A2"; and those before an aside: "A0 , the host , and A1"."""
    states, at, negated = doer.states, doer.at, doer.negated
    while at > 1 and words[at - 1] == "nor":
        at -= 2 + (words[at - 2] == ",")
        mark = phrase.marks[at]
        if mark is None or not memory.is_state(mark):
            return doer
        states, negated = (*memory.states_of(mark), *states), True
    if at > 3 and words[at - 2 : at] == [",", "and"]:
        begin = next((k for k in range(at - 3, max(0, at - 7), -1) if words[k] == ","), 0)
        mark = phrase.marks[begin - 1] if begin else None
        plain = words[begin + 1 : at - 2]
        if mark is not None and mark.letter == "A" and memory.is_state(mark) and plain[:1] == ["the"]:
            states = (*memory.states_of(mark), *states)
    return replace(doer, states=tuple(dict.fromkeys(states)), negated=negated) if states != doer.states else doer


def is_number_of_doers(words: Sequence[str], i: int, head: int) -> bool:
    """Tell whether a number right before a verb is that of others who do it: "of these , 65 have ratified"."""
    if not (words[i].isdigit() or words[i] in SEVERAL) or words[i - 1 : i] in (["in"], ["since"], ["of"], ["by"]):
        return False
    behind = words[i + 1 : head]
    return bool(behind) and all(w in load_words("auxiliary") or w in load_words("adverb") for w in behind)


def _with_number(phrase: Phrase, words: Sequence[str], i: int, memory: Memory) -> Doer | None:
    """Read "A0 and N1 signed", "A0 and 40 other countries have": the States that are named with a number of others."""
    counted = phrase.marks[i]
    at = i if counted is not None else i - 1
    if (counted is not None and counted.letter != "N") or (counted is None and words[i] not in _OTHERS):
        return None
    while at > 1 and (words[at] in {"other", "more", "further"} or words[at].isdigit() or words[at] in SEVERAL):
        at -= 1
    at -= counted is not None
    named = phrase.marks[at - 1] if 0 < at < i and words[at] == "and" else None
    fits = named is not None and named.letter == "A" and memory.is_state(named)
    return Doer(memory.states_of(named), at - 1) if fits and named is not None else None


_OTHERS = frozenset({"countries", "states", "nations", "others", "governments"})


def _of_count(phrase: Phrase, words: Sequence[str], i: int, memory: Memory) -> Doer | None:
    """Read "A0 is one of N1 that": the State that is said to be of a number told by the mark at item i."""
    k = i - 1
    while k > 0 and words[k] in {"the", "of", "one", "among", "just", "only", "amongst"}:
        k -= 1
    among = {"one", "among", "amongst"} & set(words[k:i])
    mark = phrase.marks[k - 1] if k > 0 and among and words[k] in {"is", "are", "remain", "remains", "was"} else None
    if mark is None or mark.letter != "A" or not memory.is_state(mark):
        return None
    return Doer(memory.states_of(mark), k - 1)


def _skip_aside(phrase: Phrase, words: Sequence[str], head: int) -> int:
    """Give the item where an aside right before a verb begins: "A0 , which ... , ratified"."""
    at = head
    between = load_words("adverb") | load_words("auxiliary") | {"not", "never"}
    while at and words[at - 1] in between:
        at -= 1
    if at < 3 or words[at - 1] != ",":
        return head
    for i in range(at - 2, 0, -1):
        if words[i] in {";", ":", "."}:
            break
        before = phrase.marks[i - 1]
        opener = words[i + 1] if i + 1 < at - 1 else ""
        if (
            words[i] == ","
            and before is not None
            and (before.letter == "A" or (before.letter == "B" and words[i - 2 : i - 1] in _CLAUSES))
            and (opener in load_words("aside-openers") or phrase.marks[i + 1] is None)
        ):
            return i
    return head


def _is_other(words: Sequence[str], i: int, head: int) -> bool:
    """Tell whether a plain noun is who does it: "eleven countries have signed", "not one country"."""
    lead = words[max(0, i - 5) : i]
    if lead[-1:] and lead[-1] in load_words("other-kinds") and words[i] in load_words("other-doers"):
        return True  # "none of the nuclear-weapon States": not those named before
    if lead[-1:] == ["of"] and words[i] == "them" and says("parts-of", lead[:-1]):
        return True
    if words[i] in {"all", "those", "these"}:
        return _is_noun_behind(words, i, head)
    if words[i] in load_words("other-doers"):
        if lead[-1:] in (["their"], ["whose"]):
            return False
        if lead[-1:] == ["the"] and words[i + 1] in load_words("narrowing"):
            return True  # "none of the states present": others than those named before
        if words[i + 1 : i + 2] in (["that"], ["who"], ["which"]) and not {"none", "neither"} & set(lead):
            return True  # "asked those States that had signed"
        if _is_narrowed(words, i):
            return True  # "none of the nuclear-armed states"
        return not (says("several-states", [*lead, words[i]]) or {"none", "neither", "those", "these"} & set(lead))
    if words[i] in load_words("rulers"):
        return lead[-1:] == ["the"] and words[i + 1 : i + 2] != ["of"]
    return words[i] in {"country", "state", "nation"} and bool(
        {"no", "one", "every", "any", "each", "another"} & set(lead[-2:])
    )


def _is_narrowed(words: Sequence[str], i: int) -> bool:
    """Tell whether a word between "none of the" and a noun at item i makes it others than those named before."""
    of = next((k for k in range(i - 2, max(-1, i - 5), -1) if words[k] == "of"), -1)
    if of < 0 or words[of - 1] not in {"none", "neither", "all", "both", "each"}:
        return False
    plain = load_words("determiners") | {"these", "those", "other", "said", "same", "named"}
    return any(word not in plain and word not in SEVERAL and word.isascii() for word in words[of + 1 : i])


def _is_noun_behind(words: Sequence[str], i: int, head: int) -> bool:
    """Tell whether "all" or "those" goes with a noun and stands for nobody named: "all those present are"."""
    k = i + 1
    while k < head and (words[k] in SEVERAL or words[k].isdigit()):
        k += 1
    if k >= head:
        return False
    linked = (
        words[k] in load_words("auxiliary") or words[k] in load_words("all-links") or words[k] in load_words("adverb")
    )
    return words[k].isalnum() and not linked


def _of_mark(words: Sequence[str], i: int, mark: Mark, memory: Memory, *, opens: bool = False) -> Doer | None:
    """Read a mark as who acts; `opens` tells that a clause opens with it behind "after"."""
    behind = words[i + 1] if i + 1 < len(words) else ""
    before = words[i - 1] if i else ""
    states = memory.states_of(mark)
    if states and not opens and mark.letter == "B" and before in {"of", "from"} and memory.is_state(mark):
        return _of_heads(words, i, states)
    if not states or (mark.letter not in "AL" and not opens):
        return None
    if mark.letter == "L":
        acting = (
            i == 0
            or (i == 1 and before[0] == "D")
            or before in {"neither", "both", "and", "but", ",", "that", "nor", ";", ":"}
        )
        capital = any(at in memory.capitals for at in range(mark.begin, mark.end))
        country = "/country/" in mark.places[0] and not mark.introduced and behind in load_words("auxiliary")
        acts = acting and (capital or country) and behind != ","
        return Doer(states, i, negated=before == "neither") if acts else None
    legislative = memory.is_legislative(mark)
    if behind == "'s":
        organ = next((w for w in words[i + 2 : i + 5] if w in load_words("organs")), None)
        plan = not {"to"}.isdisjoint(words[i + 3 : i + 5]) and not load_words("plan-nouns").isdisjoint(
            words[i + 2 : i + 4]
        )
        if organ is None:
            return Doer(states, i) if plan else None
        legislative = legislative or organ in load_words("legislatures")
    elif behind in load_words("organs") or (
        i + 2 < len(words) and words[i + 2] in load_words("legislatures") and behind == "and"
    ):
        legislative = legislative or behind in load_words("legislatures")
    elif not memory.is_state(mark) and before == "by":
        return None
    lead = words[max(0, i - 6) : i]
    apart = before in {"except", "excepting", "excluding", "barring", "save"}
    apart = apart or (before == "but" and bool({"all", "every", "each"} & set(words[max(0, i - 9) : i - 1])))
    if apart and not {"all", "every", "each", "members", "states", "countries", "neighbours"} & set(words[:i]):
        return None
    negated = (
        apart
        or before == "neither"
        or words[max(0, i - 2) : i] in (["none", "of"], ["neither", "of"])
        or lead[-3:] == ["not", "one", "of"]
    )
    return Doer(states, i, negated=negated, legislative=legislative)


def _is_split(words: Sequence[str], i: int, head: int, mark: Mark, memory: Memory) -> bool:
    """Tell whether only the first of a list is governed: "on the margins of the Assembly , A0 and A1 signed"."""
    if mark.letter != "B" or len(mark.actors) < 2 or i == 0:
        return False
    kinds = [memory.actors[key].kind if key in memory.actors else "" for key in mark.actors]
    links = load_words("auxiliary") | load_words("adverb")
    adjoins = all(word in links for word in words[i + 1 : head])
    return adjoins and kinds[0] not in {"State", "GovernmentBody", "Person"} and set(kinds[1:]) == {"State"}


def _is_absolute(words: Sequence[str], i: int) -> bool:
    """Tell whether "with" opens a clause without an auxiliary: "with B0 having ratified", "with B0 still outside"."""
    behind = words[i + 1] if i + 1 < len(words) else ""
    return words[i - 1 : i] == ["with"] and (behind.endswith("ing") or behind in {"still", "yet", "now", "already"})


def _of_heads(words: Sequence[str], i: int, states: tuple[str, ...]) -> Doer | None:
    """Read "the leaders of B0", "the heads of state of B0" which open a clause: those States act."""
    k = i - 1
    while k >= 0 and words[k].isalpha() and words[k] not in load_words("clause-openers") and i - k < 9:
        k -= 1
    said = words[k + 1 : i]
    opens = k < 0 or words[k] in load_words("clause-openers") | {"-", "–", "—"}
    return Doer(states, i) if opens and said[-1] in {"of", "from"} and load_words("signers") & set(said) else None


def _of_pronoun(phrase: Phrase, words: Sequence[str], i: int, memory: Memory) -> Doer | None:
    word = words[i]
    if word in load_words("relative"):
        return of_relative(phrase, words, i, memory)
    organ = _of_own_body(phrase, words, i, memory) or _of_home(phrase, words, i, memory)
    organ = organ or _of_former(phrase, words, i, memory)
    if organ is not None:
        return organ
    if word in load_words("our-state"):
        alone = memory.issuer or not any(m is not None and memory.states_of(m) for m in phrase.marks[:i])
        return Doer(memory.ourselves(), i) if alone and memory.ourselves() else None
    before = words[i - 1] if i else ""
    pair = f"{words[i - 2] if before == 'own' and i > 1 else before} {word}"
    if pair in {"our country", "our government", "our parliament", "my country", "my government"}:
        return Doer((memory.issuer,), i) if memory.issuer else None
    behind = words[i + 1] if i + 1 < len(words) else ""
    if behind == "of" and word in load_words("organs"):
        states = (*_organs_before(phrase, words, i - 1, memory), *_owner_of(phrase, i, memory))
        return Doer(states, i, legislative=word in load_words("legislatures")) if states else None
    opening = (
        i == 0
        or phrase.marks[i - 1] is not None
        or before in load_words("clause-openers") | {"said", "(", "how", "until", "than"}
        or (behind == "to" and says("wishing", [before]))
    )
    # "A0 and A1 , who both joined", "it both signed and ratified it"
    joined = word in {"both", "all", "each"} and before in {"who", "which", "it", "he", "she"}
    if joined or (word in {"it", "he", "she"} and not opening and behind not in load_words("auxiliary")):
        return None
    own = word in load_words("legislatures") and before == "its"
    if own or word in load_words("one-state") or pair in load_words("one-state"):
        spoken = last_state(phrase, i, memory) or _of_body_before(phrase, i, memory)
        states = spoken or of_person(phrase, i, memory, pronoun=i) or memory.topic
        if not states and word in {"country", "government"}:
            states = (memory.issuer,) if memory.issuer else ()
        whole = word in load_words("legislatures")
        return Doer(states[:1] if len(states) == 1 else (), i, legislative=whole) if len(states) == 1 else None
    return _of_several(phrase, words, i, memory)


def _of_former(phrase: Phrase, words: Sequence[str], i: int, memory: Memory) -> Doer | None:
    """Read "the former", "the latter": one of two States named before in the sentence, or right before it."""
    if words[i] not in {"former", "latter"} or words[i - 1 : i] != ["the"] or words[i + 1 : i + 2] in ([","], ["."]):
        return None
    named = [state for m in phrase.marks[:i] if m is not None and m.letter == "A" for state in memory.states_of(m)]
    both = tuple(dict.fromkeys(named)) or (memory.recent[-1] if memory.recent else ())
    return Doer((both[words[i] == "latter"],), i) if len(both) == 2 else None


def _of_home(phrase: Phrase, words: Sequence[str], i: int, memory: Memory) -> Doer | None:
    """Read "his country" behind a person: the State that the person is of."""
    own = words[i - 1 : i] == ["own"]
    whose = words[i - 1 - own] if i > own else ""
    if words[i] not in {"country", "government"} or whose not in {"his", "her"}:
        return None
    spoken = [m for m in phrase.marks[:i] if m is not None and m.letter == "A" and memory.states_of(m)]
    fits = bool(spoken) and (own or not memory.is_state(spoken[-1]))
    return Doer(memory.states_of(spoken[-1]), i) if fits else None


def _of_body_before(phrase: Phrase, i: int, memory: Memory) -> tuple[str, ...]:
    """Give the State whose cabinet or ministry is the subject before "it" at item i."""
    marks = [m for m in phrase.marks[:i] if m is not None and m.letter == "A" and memory.states_of(m)]
    bodies = [m for m in marks if any(memory.actors[key].kind == "GovernmentBody" for key in m.actors)]
    return memory.states_of(bodies[-1]) if bodies and phrase.words[i] in {"it", "country"} else ()


def of_person(phrase: Phrase, i: int, memory: Memory, *, pronoun: int) -> tuple[str, ...]:
    """Give the State of the subject before item i whom "he", or the "his" of "his country", at item `pronoun` means."""
    if phrase.words[pronoun] not in _PERSONAL:
        return ()
    marks = [m for m in phrase.marks[:i] if m is not None and m.letter == "A" and memory.states_of(m)]
    return memory.states_of(marks[-1]) if marks else ()


_PERSONAL = frozenset({"he", "she", "his", "her"})


def _of_own_body(phrase: Phrase, words: Sequence[str], i: int, memory: Memory) -> Doer | None:
    """Read "their intention", "whose parliament", and "the senate" of who issues the text or is spoken of here."""
    word, before = words[i], words[i - 1] if i else ""
    if word in {"its", "their"} and words[i + 1 : i + 2] and words[i + 1] in load_words("plan-nouns"):
        states = last_state(phrase, i, memory)
        return Doer(states, i) if states else None
    if word == "whose" and (load_words("organs") | load_words("lands")) & set(words[i + 1 : i + 4]):
        found = of_relative(phrase, words, i, memory)
        whole = bool(load_words("legislatures") & set(words[i + 1 : i + 4]))
        return replace(found, legislative=whole) if found is not None else None
    if word not in load_words("own-legislatures") or words[i + 1 : i + 2] == ["of"]:
        return None
    goes_on = before in load_words("clause-openers") | load_words("relative")
    if before not in {"the", "our"} and not goes_on and (i or word == "congress"):
        return None
    beside = i - 2 - (words[i - 2 : i - 1] == [","])
    land = phrase.marks[beside] if beside > 0 and _is_land(phrase.marks[beside]) else None  # "in L0 , the senate"
    bodies = [memory.states_of(m) for m in phrase.marks[:i] if m is not None and m.letter == "A"]
    spoken_of = last_state(phrase, i, memory) or next((x for x in reversed(bodies) if x), ()) or memory.topic
    spoken_of = memory.states_of(land) if land is not None else spoken_of
    own = (memory.issuer,) if memory.issuer and land is None else spoken_of if before != "our" or not i else ()
    return Doer(own, i, legislative=True) if len(own) == 1 else None


def _owner_of(phrase: Phrase, i: int, memory: Memory) -> tuple[str, ...]:
    """Give the State of "president of B0" at item i."""
    mark = next((m for m in phrase.marks[i + 2 : i + 4] if m is not None), None)
    return memory.states_of(mark) if mark is not None and mark.letter in "AB" and memory.is_state(mark) else ()


def _organs_before(phrase: Phrase, words: Sequence[str], i: int, memory: Memory) -> tuple[str, ...]:
    """Give the State of "the president of B0 and" which ends at item i, before "the head of B1"."""
    begin = i
    while i > max(0, begin - 4) and phrase.marks[i] is None and words[i] not in {"and", ","}:
        i -= 1
    if i < 4 or words[i] not in {"and", ","} or phrase.marks[i - 1] is None:
        return ()
    organ = next((k for k in range(i - 2, max(-1, i - 6), -1) if words[k] in load_words("organs")), None)
    return _owner_of(phrase, organ, memory) if organ is not None and words[organ + 1] == "of" else ()


def of_relative(phrase: Phrase, words: Sequence[str], i: int, memory: Memory) -> Doer | None:
    """Read "which": the mark before it, where "all of" and a comma may stand between."""
    at = i - 1
    while at >= 0 and (words[at] in {",", "of", "all", "both", "none", "neither", "each"}):
        at -= 1
    negated = any(w in {"none", "neither"} for w in words[at + 1 : i])
    at -= 3 if words[max(0, at) : at + 1] == [")"] and words[at - 2] == "(" and at > 2 else 0  # "A0 ( D1 ) , which"
    at = _said_to_be(phrase, words, at)
    mark = phrase.marks[at] if at >= 0 else None
    if mark is None or mark.letter not in "ABL":
        return None
    states = memory.states_of(mark)
    while negated and at > 1 and words[at - 1] in {",", "or", "and"} and _is_land(phrase.marks[at - 2]):
        at -= 2  # "in L0 , A1 , none of which has signed"
        land = phrase.marks[at]
        states = (*(memory.states_of(land) if land is not None else ()), *states)
    return Doer(tuple(dict.fromkeys(states)), at, negated=negated, relative=True) if states else None


def _is_land(mark: Mark | None) -> bool:
    return mark is not None and mark.letter == "L" and "/country/" in mark.places[0]


_APPOSED = frozenset({",", "-", "–", "—", "("})


def _said_to_be(phrase: Phrase, words: Sequence[str], at: int) -> int:
    """Give the item of the States that "the only countries in L1" at item `at` is said of: "A0 are the only ..."."""
    noun = at
    if noun > 2 and words[noun - 1] == "of" and words[noun - 2] in load_words("leaders"):
        noun -= 2  # "the only countries of weight that"
    if phrase.marks[noun] is not None and noun > 2 and words[noun - 1] in {"in", "the", "of"}:
        noun -= 3 if words[noun - 1] == "the" else 2
    if noun < 2 or words[noun] not in {"country", "countries", "state", "states", "nation", "nations", "ones", "those"}:
        return at
    for i in range(noun - 1, max(0, noun - 7), -1):
        if words[i] in _APPOSED and words[i + 1] == "the" and phrase.marks[i - 1] is not None:
            return i - 1  # "A0 , the only countries that", "A0 - the three States which"
        if words[i] in load_words("said-to-be") and phrase.marks[i - 1] is not None:
            behind = next((word for word in words[i + 1 :] if word not in load_words("adverb")), "")
            return i - 1 if behind in {"the", "among", "one"} else at
        if phrase.marks[i] is not None and phrase.marks[i - 1] is not None:
            break
    return at


def _is_counted(words: Sequence[str], i: int) -> bool:
    """Tell whether a number stands before a noun: "the same two leaders", "both Presidents"."""
    begin = next((k for k in range(i - 1, max(-1, i - 4), -1) if words[k] in SEVERAL or words[k] == "both"), None)
    return begin is not None and all(word.isalpha() for word in words[begin:i])


def _of_ranked(phrase: Phrase, words: Sequence[str], i: int, memory: Memory) -> Doer | None:
    """Read "A0 was the first country to": the State of which the noun before "to" is said."""
    ranked = _said_to_be(phrase, words, i) if words[i + 1 : i + 2] == ["to"] else i
    named = phrase.marks[ranked]
    return Doer(memory.states_of(named), ranked) if named is not None and memory.is_state(named) else None


def _of_rest(phrase: Phrase, words: Sequence[str], i: int, memory: Memory) -> Doer | None:
    """Read "the other five", "the rest" behind what is told of some States of a list: those of it that remain."""
    lead = words[max(0, i - 2) : i]
    counted = words[i] in SEVERAL and lead in (["the", "other"], ["the", "remaining"])
    turned = words[i] == "others" and lead[:1] == ["the"] and lead[-1] in SEVERAL
    if not (counted or turned) and (words[i] not in {"others", "rest"} or lead[-1:] != ["the"]):
        return None
    groups = [memory.states_of(m) for m in phrase.marks[:i] if m is not None and m.letter in "AB"]
    own = [states for states in groups if len(states) > 1]
    single = {state for states in groups if len(states) == 1 for state in states}
    some = single if own and single else {x for states in groups for x in states}
    some = some or set(memory.recent[-1] if memory.recent else ())
    for states in (states for lists in (*memory.lists[-4:], own)[::-1] for states in reversed(lists)):
        if some and some < set(states):
            rest = tuple(state for state in states if state not in some)
            return Doer(rest, i) if not counted or len(rest) == SEVERAL[words[i]] else None
    return None


def _of_several(phrase: Phrase, words: Sequence[str], i: int, memory: Memory) -> Doer | None:
    """Read "both", "none of the three", "all six of those countries"."""
    word = words[i]
    if words[i - 1 : i] == ["their"] and word in load_words("their-bodies"):
        groups = [
            states for m in phrase.marks[:i] if m is not None and m.letter == "A" and (states := memory.states_of(m))
        ]
        return Doer(groups[-1], i, legislative=word == "parliaments") if groups and len(groups[-1]) > 1 else None
    size, negated, at = 0, False, i
    if (i and words[i - 1] in load_words("auxiliary")) or _is_paired(words, i):
        return None
    counted = word in load_words("leaders") and _is_counted(words, i)
    if word in SEVERAL or counted or word in {"them", "countries", "states", "these", "those", "which"}:
        lead = words[max(0, i - 6) : i + 1]
        if not ({"of", "the", "all", "both"} & set(lead)):
            return None
        count = next((SEVERAL.get(w, 2) for w in reversed(lead) if w in SEVERAL or w == "both"), 0)
        quantified = [w for w in lead if w in {"none", "neither", "all", "each", "both", "one"}]
        same = lead[-3:-1] == ["the", "same"] if word in SEVERAL else lead[-4:-2] == ["the", "same"]
        if not quantified and not (lead[-2:-1] == ["the"] and count and lead[-3:-2] != ["of"]) and not (same and count):
            return None
        size, negated = (
            count or (2 if {"neither", "both"} & set(quantified) else 0),
            bool({"none", "neither"} & set(quantified)) or lead[:1] == ["not"] or "not one of" in " ".join(lead),
        )
        if quantified[:1] == ["one"] and not negated:
            return None
        at = next((k + 1 for k in range(i - 1, max(0, i - 5), -1) if words[k] in {";", "."}), max(0, i - 5))
    elif word in {"both", "they", "each", "all", "neither", "none"}:
        size, negated = (2 if word in {"both", "neither"} else 0), word in {"neither", "none"}
        if (i and words[i - 1] in {"of", "in", "for"}) or (
            word in {"all", "each"} and words[i + 1 : i + 3] == ["of", "them"]
        ):
            return None
    else:
        return None
    apposed = word == "them" and "," in words[max(0, i - 4) : i] and words[0] != ","
    marks = [
        memory.states_of(m)
        for at, m in enumerate(phrase.marks[:i])
        if m is not None and (m.letter == "A" or (m.letter == "L" and words[at - 1] not in load_words("place-links")))
    ]
    inside = tuple(dict.fromkeys(state for states in marks for state in states))
    inside = next((m for m in reversed(marks) if len(m) > 1 and len(m) == size), inside)
    if word in {"they", "each", "all"}:
        before = memory.recent[-1] if memory.recent and len(memory.recent[-1]) > 1 else memory.together
        opening = i == 0 or words[i - 1] in {",", "and", "but", ";"}
        states = inside if len(inside) > 1 else before if opening else ()
    else:
        states = inside if len(inside) > 1 and size in {0, len(inside)} else () if apposed else memory.group(size)
    return Doer(states, at, negated=negated) if states else None


def _is_paired(words: Sequence[str], i: int) -> bool:
    """Tell whether "neither" goes with what was not done and not with who did not: "A0 , neither signed nor ..."."""
    return words[i] == "neither" and "nor" in words[i:] and words[i + 1] not in load_words("auxiliary")


def find_several(phrase: Phrase, i: int, memory: Memory) -> Doer | None:
    """Give those for whom "all three", "both", "the two countries" at item i stands."""
    words = phrase.words
    while i + 1 < len(words) and words[i] in {"all", "the", "both", "of"} and words[i + 1].isalpha():
        i += 1
    found = _of_several(phrase, words, i, memory) if phrase.marks[i] is None else None
    if found is None and words[i] in SEVERAL and words[i - 1] in {"all", "the"}:
        states = memory.group(SEVERAL[words[i]])
        found = Doer(states, i) if states else None
    if found is None and words[i - 2 : i] == ["both", "the"]:  # "for both the instrument is binding"
        here = [state for m in phrase.marks[:i] if m is not None for state in memory.states_of(m)]
        states = tuple(dict.fromkeys(here)) or memory.group(2)
        found = Doer(states, i) if len(states) == 2 else None
    if found is None and words[i - 1 : i + 1] == ["the", "last"] and words[i + 1] in SEVERAL:
        spoken = dict.fromkeys(state for states in memory.recent[-12:] for state in states)
        last = tuple(spoken)[-SEVERAL[words[i + 1]] :]
        found = Doer(last, i) if len(last) == SEVERAL[words[i + 1]] < len(spoken) else None
    return replace(found, at=i) if found is not None else None


def last_state(phrase: Phrase, i: int, memory: Memory) -> tuple[str, ...]:
    """Give the State named last before item i of the sentence, as a subject if any is."""
    back = [m for m in phrase.marks[:i] if m is not None and m.letter in "AB" and memory.is_state(m)]
    words = phrase.words
    agents = [
        m
        for at, m in enumerate(phrase.marks[:i])
        if m is not None and at > 1 and words[at - 2 : at] in (["signed", "by"], ["ratified", "by"])
    ]
    subjects = [m for m in back if m.letter == "A" or m in agents]
    chosen = subjects or back
    return memory.states_of(chosen[-1]) if chosen else ()
