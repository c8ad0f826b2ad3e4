"""What a verb of treaty acts has for its object: a treaty that is named or in mind, or another paper."""

from collections.abc import Sequence

from kg.extract.phrases.pattern import says
from kg.extract.treaties.act import Head, find_stretch
from kg.extract.treaties.statusmind import CONSENTS, Sentence
from kg.extract.treaties.statustell import is_near, treaties_of
from kg.extract.treaties.treatyfind import agreements_with_bodies
from kg.extract.words.wordclass import load_words


def means_treaty(s: Sentence, head: Head) -> bool:
    """Tell whether a verb's object is a treaty, said or in mind: "signed it", "joined in D2", not "signed a law"."""
    words = s.words
    i = head.last
    while (
        i < len(words)
        and words[i] != "since"
        and (words[i] in load_words("adverb") or words[i] in {"the", "both", "up"})
    ):
        i += 1
    i += words[i : i + 1] in (['"'], ["“"]) and words[i + 1 : i + 2] != [] and words[i + 1] in _followers()
    mark = s.phrase.marks[i] if i < len(words) else None
    if head.row.name == "accept":
        return _is_accepted(s, head, i)
    if head.row.fields.get("object") == "consent":
        return has_treaty(s, i, i + 3) or (s.finder.consent is not None and is_near(s))
    strict = "object" in head.row.fields
    if is_passive(s, head) and has_treaty(s, max(0, head.first - 3), head.first):
        return True  # "T0 was signed the same day by B1"
    if mark is not None:
        owner = mark.letter == "A" and words[i + 1 : i + 2] == ["'s"]
        if mark.letter == "T" or (owner and has_treaty(s, i + 1, i + 4)):
            return True
        return mark.letter == "D" or (mark.letter == "L" and mark.introduced) or (not strict and mark.letter == "N")
    word = words[i] if i < len(words) else "."
    if not s.heading and _is_name(s, i) and not has_treaty(s, i, i + 4):
        return False  # "ratified START and acceded to T1"
    nouns = load_words("treaty-nouns")
    if _is_also_signed(s, head) or (word not in {",", ".", ";"} and has_treaty(s, i, i + 4)):
        return True
    noun = next((w for w in words[i : i + 2] if w in nouns), None)
    if noun is not None:
        several = word in nouns and word.endswith("s")
        return word not in load_words("indefinite") and not several and _may_be_called(s, head, noun)
    sole = s.finder.sole if head.row.name in {"ratify", "accede"} and word in load_words("act-followers") else ()
    return bool(s.finder.treaty or s.phrase.marks_in("T") or sole) and _has_treaty_in_mind(
        s, head, word, s.words[i + 1] if i + 1 < len(s.words) else "."
    )


def _is_name(s: Sentence, i: int) -> bool:
    """Tell whether something stands at item i that has a name and is no treaty that is known."""
    if i >= len(s.words) or s.phrase.marks[i] is not None or s.words[i] in load_words("treaty-nouns"):
        return False
    name = s.finder.text[s.phrase.spans[i].begin : s.phrase.spans[i].end]
    return len(name) > 2 and name[0].isupper()


def _may_be_called(s: Sentence, head: Head, noun: str) -> bool:
    """Tell whether what a verb has for its object may be the treaty in mind: no convention is "its Charter"."""
    if head.row.name == "sign" and noun in load_words("instrument"):
        return False  # it is the consent that a head of State signs
    labels = [s.finder.labels.get(treaty, "") for treaty in treaties_of(s, head)]
    return noun in load_words("any-treaty") or not any(labels) or any(noun in label for label in labels)


def _has_treaty_in_mind(s: Sentence, head: Head, word: str, behind: str) -> bool:
    """Tell whether a verb before a word that names no treaty means the one spoken of: "signed , but", "ratified it"."""
    if "denied" in head.row.fields or head.row.name == "consent":
        return any(one.name == "Signature" for one in s.told)
    if head.row.name == "withdraw" and word not in {"it", "that", "this"}:
        known = s.finder.leaving or bool(s.phrase.marks_in("T"))
        at = next((m for m in s.phrase.marks[head.last + 1 : head.last + 3] if m is not None), None)
        placed = word not in {"in", "on"} or (at is not None and at.letter in "DLE")  # not "arms left on its soil"
        return known and placed and word in {".", ",", ";", "in", "on", "and"}
    if head.row.name == "withdraw" and behind not in load_words("act-followers"):
        return False  # "left that list", "left it unratified"
    if s.words[head.last : head.last + 1] == ["the"]:
        return False
    if head.row.name == "accede" and word == "to" and s.phrase.marks[head.last + 1 : head.last + 2] in ((), (None,)):
        return behind in load_words("treaty-pronouns")  # not "acceded to power"
    if head.row.name in {"ratify", "accede", "become-party", "succeed"}:
        return word not in {"a", "an"} or behind in load_words("spans")
    lasting = says("up-to-now", s.words[head.last : head.last + 3])
    return (word in _followers() or lasting) and is_near(s)


def _followers() -> frozenset[str]:
    """Give the words that may stand behind a verb that has its treaty in mind."""
    return load_words("act-followers") | load_words("clauses-behind")


_GIVEN = 4
"""Words behind a treaty that is accepted among which its giver is told."""


def _is_accepted(s: Sentence, head: Head, i: int) -> bool:
    """Tell whether what is accepted, said at item i, is a treaty: "accepted T1", "T0 was accepted"."""
    if "bound" in s.words[head.first : head.last]:
        return is_near(s)
    if has_treaty(s, i, i + 1 + (s.words[i : i + 1] == ["its"])):
        return "from" not in s.words[i + 1 : i + _GIVEN]  # who "accepted T1 from B2" was handed a paper
    if is_passive(s, head):
        return has_treaty(s, max(0, head.first - 4), head.first)
    if "which" in s.words[max(0, head.first - 3) : head.first]:
        return has_treaty(s, max(0, head.first - 6), head.first)
    told = "Acceptance" in s.finder.deeds or s.finder.consent == "Acceptance"
    behind = s.words[i] if i < len(s.words) else "."
    return (told and behind in load_words("act-followers")) or (behind == "it" and any(s.finder.spoken[-1:]))


def _is_also_signed(s: Sentence, head: Head) -> bool:
    """Tell whether a treaty is signed besides another paper: "signed an agreement on trade and the T1"."""
    stop = s.after.first if s.after else len(s.words)
    if head.row.name != "sign":
        return False
    for i in range(head.last, min(head.last + 16, stop) - 2):
        if s.words[i] in load_words("not-signed"):
            return False
        if s.words[i] == "and" and s.words[i + 1] in load_words("determiners") and has_treaty(s, i + 2, i + 3):
            return True
    return False


def is_other_paper(s: Sentence, head: Head) -> bool:
    """Tell whether no treaty is meant: "put his name on D0 to a law", "hopes to succeed" without a treaty."""
    if s.words[head.last - 1] in {".", ",", ";"} and not s.phrase.marks_in("T"):
        return True
    if s.words[head.first] in {"sign", "signs"} and {"a", "the", "no", "any"} & set(_plain_before(s, head.first)):
        return True  # "a hopeful sign"
    if head.row.fields["action"] == "Signature" and is_passive(s, head) and _is_of_a_treaty(s, head):
        return True
    if head.row.fields["action"] == "Signature" and is_passive(s, head) and _is_plain_paper(s, head):
        return True
    if head.row.fields["action"] == "Signature" and _is_law(s, head):
        return True
    stops = (i for i in range(head.last, len(s.words)) if s.words[i] in {";", ",", "."})
    begin, end = head.last, min(head.last + 4, next(stops, len(s.words)))
    if _is_told_later(s, head) or _is_of_a_paper(s, head) or _is_of_some_paper(s, head):
        return True
    return bool(load_words("bills") & set(s.words[begin:end])) and not has_treaty(s, head.first, end)


def _is_law(s: Sentence, head: Head) -> bool:
    """Tell whether a law or decree about a treaty was signed: "signed the decree ratifying T1"."""
    near = range(head.last, min(head.last + 8, len(s.words)))
    law = next((i for i in near if s.words[i] in load_words("bills") | load_words("decrees")), None)
    treaty = next((i for i in near if has_treaty(s, i, i + 1)), None)
    return law is not None and treaty is not None and law < treaty


def _is_of_some_paper(s: Sentence, head: Head) -> bool:
    """Tell whether a paper that nothing names was signed: "has a bilateral agreement with B2 , signed in D4"."""
    if s.words[head.first - 1 : head.first] != [","] or not s.words[head.first].endswith("ed"):
        return False
    near = range(max(1, head.first - 9), head.first - 1)
    at = next((i for i in reversed(near) if s.words[i] in load_words("treaty-nouns") | load_words("papers")), 0)
    return at > 0 and not {"a", "an"}.isdisjoint(s.words[max(0, at - 3) : at]) and not has_treaty(s, at, head.first)


def _plain_before(s: Sentence, i: int) -> Sequence[str]:
    """Give the words right before an item, up to two, back to a name or a sign."""
    begin = i
    while begin > i - 2 and begin and s.phrase.marks[begin - 1] is None and s.words[begin - 1].isalpha():
        begin -= 1
    return s.words[begin:i]


def _is_plain_paper(s: Sentence, head: Head) -> bool:
    """Tell whether a paper that is no treaty is the subject: "a certificate on this was signed by A0"."""
    start, _ = find_stretch(s.words, 0, head.first)
    papers = load_words("papers") | load_words("dated-papers")
    subject = [word for word in s.words[start : head.first] if word in papers]
    return bool(subject[:1]) and subject[0] not in load_words("treaty-nouns") and not has_treaty(s, start, head.first)


def _is_of_a_treaty(s: Sentence, head: Head) -> bool:
    """Tell whether what was signed is a paper about a treaty: "a certificate under T0 was signed"."""
    at = max((i for i in range(head.first) if (m := s.phrase.marks[i]) is not None and m.letter == "T"), default=0)
    governed = (load_words("title-links") | {"under", "about", "to"}) & set(s.words[max(0, at - 2) : at])
    return bool(governed) and not (load_words("dated-papers") | load_words("papers")).isdisjoint(s.words[:at])


def _is_told_later(s: Sentence, head: Head) -> bool:
    """Tell whether a denied verb behind a verb tells it with the treaty: "has signed but not ratified T1"."""
    joined = s.words[head.last : head.last + 1] in (["but"], ["yet"])
    after = s.after if joined and s.after is not None and s.after.form == "verb" else None
    return after is not None and has_treaty(s, after.last, after.last + 3)


def _is_of_a_paper(s: Sentence, head: Head) -> bool:
    """Tell whether a paper was signed: "the instrument , which A0 had signed , was deposited"."""
    which = next((i for i in range(head.first - 1, 1, -1) if s.words[i] in {"which", "that"}), 0)
    paper = s.words[which - 2] if s.words[which - 1] == "," else s.words[which - 1]
    known = load_words("instrument") | load_words("bills")
    if not which or has_treaty(s, which, head.last + 4):
        return False
    return paper in known or (paper in load_words("treaty-nouns") and _is_of_another_kind(s, which - 2))


def _is_of_another_kind(s: Sentence, at: int) -> bool:
    """Tell whether the word before a treaty's noun tells that it is not the one spoken of: "the border pact"."""
    kind = s.words[at]
    return (
        s.phrase.marks[at] is None and kind not in load_words("determiners") | _SAME and not has_treaty(s, at, at + 2)
    )


_SAME = frozenset({"same", "said", "very", "new", "global", "international", "only", "other"})
"""Words before the noun of a treaty that tell of no other."""


def is_of_a_kind(s: Sentence, head: Head) -> bool:
    """Tell whether what one State signed is an agreement with others who are no States: "an Implementing Agreement"."""
    at = next((i for i in range(head.last, min(head.last + 4, len(s.words))) if has_treaty(s, i, i + 1)), 0)
    own = set(treaties_of(s, head)) & agreements_with_bodies()
    return at > 0 and s.words[at - 1] in {"a", "an"} and not own


def is_signed_law(s: Sentence, head: Head) -> bool:
    """Tell whether a person signs a law that was spoken of: "the house passed it ; the president signed it"."""
    if s.words[head.last : head.last + 1] != ["it"] or s.finder.number - s.finder.bill_at > 1:
        return False
    near = [m for m in s.phrase.marks[: head.first] if m is not None and m.letter == "A"]
    return not near or not s.memory.is_state(near[-1])


def is_signed_by_others(s: Sentence, head: Head) -> bool:
    """Tell whether nobody signs for a party: "signed as a witness", "nothing signed today"; nor do those who did so."""
    witnessed = says("as-witness", s.words[head.last : head.last + 4])
    if witnessed:
        s.finder.deed = s.finder.last = None
    return witnessed or says("no-paper", s.words[max(0, head.first - 2) : head.first])


def is_joined_in(s: Sentence, head: Head) -> bool:
    """Tell whether somebody takes part in what is no treaty: "joined in that statement"."""
    behind = s.phrase.marks[head.last + 1] if head.last + 1 < len(s.words) else None
    return s.words[head.last : head.last + 1] == ["in"] and (behind is None or behind.letter not in "DLE")


def is_signed_consent(s: Sentence, head: Head) -> bool:
    """Tell whether a head of State signs the consent itself: "signed the instrument of ratification of T1"."""
    after = s.after
    if after is None or after.form not in {"instrument", "noun"} or after.row.fields.get("action") not in CONSENTS:
        return False
    if after.first - head.last > 1 or is_passive(s, head) or not has_treaty(s, after.last, after.last + 8):
        return False
    return s.words[after.last : after.last + 1] in (["of"], ["to"], ["for"])


def has_treaty(s: Sentence, begin: int, end: int) -> bool:
    """Tell whether a treaty is named in a stretch of items."""
    return any(m is not None and m.letter == "T" for m in s.phrase.marks[begin:end])


def is_passive(s: Sentence, head: Head) -> bool:
    """Tell whether "was signed" has its treaty as subject and names nobody who signed."""
    before = s.words[head.first - 1] if head.first else ""
    two = s.words[head.first - 2] if head.first > 1 else ""
    return (
        s.words[head.first].endswith("ed")
        and not load_words("passive-verbs").isdisjoint({before, two})
        and "become" not in s.words[head.first]
    )
