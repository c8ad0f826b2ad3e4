"""A text all in capitals, as telex and old wire reports are, written as its words are elsewhere.

Names that the lexicon knows are written its way, common words small; what is neither is a name. Every letter keeps
its place, so offsets stay what they were.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.extract.names.acronym import initials_fit, is_acronym
from kg.extract.names.lexicon import load_lexicon
from kg.extract.names.namesake import is_given_name
from kg.extract.phrases.pattern import load_forms
from kg.extract.words.wordclass import load_words

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n(?![ \t\r]*\n)[^\n]*)*")
_LEAST = 12
"""The least words of a paragraph that is written anew: shorter ones in capitals are headings."""
_NAME = 8
"""The most words by which a name begins before its acronym."""
_SHARE = 0.9
"""The least share of capitals among the letters of such a paragraph."""
_BRACKET = re.compile(r"\(([A-Z][A-Z0-9-]{1,9})\)")
_SENTENCE = re.compile(r"(?:\A|[.!?:]\s+|--\s+|\n\s*\n\s*|\n[ \t]*[-*•]\s*|\n[ \t]*\(?\d{1,2}[.)]\s+)[\"'“(]*\Z")
_BEFORE = re.compile(r"(?:\d(?:ST|ND|RD|TH)?(?:\sOF)?|\b(?:IN|LAST|NEXT|SINCE|UNTIL|EARLY|LATE))\s\Z")
_BEHIND = re.compile(r"\s\d")
_ROMAN = re.compile(r"[IVX]+")
_ENDINGS = ("s", "es", "ed", "d", "ing", "ly", "er", "ers", "ment", "al", "ion", "ions", "able", "ness", "r", "n")


def restore_case(text: str) -> str:
    """Write the paragraphs of a text that are all in capitals small, but for names and the first word of a sentence.

    >>> restore_case("THE WORKSHOP WAS OPENED IN NAIROBI YESTERDAY BY MR. JOHN MWANGI OF THE MINISTRY OF DEFENCE.")
    'The workshop was opened in Nairobi yesterday by Mr. John Mwangi of the Ministry of Defence.'
    >>> restore_case("A NOTE") == "A NOTE"
    True
    """
    if _is_shouted(text):
        return _write(text)
    if "\n" not in text:
        return text
    pieces, last = [], 0
    for match in _PARAGRAPH.finditer(text):
        if _is_shouted(match[0]):
            pieces += [text[last : match.start()], _write(match[0])]
            last = match.end()
    return "".join((*pieces, text[last:])) if pieces else text


def _is_shouted(text: str) -> bool:
    """Tell whether a stretch of text is long, and nearly all of it in capitals."""
    if sum(map(text.count, "aeio")) > (1 - _SHARE) * len(text):
        return False  # quickly told: so many small letters are too many
    big = sum(map(str.isupper, text))
    return big >= 4 * _LEAST and big >= _SHARE * sum(map(str.isalpha, text)) and len(text.split()) >= _LEAST


@dataclass(slots=True)
class _Word:
    """A word of such a text."""

    begin: int
    end: int
    form: str
    """As it is to be written."""
    known: bool
    """Whether it belongs to a name of the lexicon."""
    joined: bool
    """Whether only blanks part it from the next."""

    @property
    def named(self) -> bool:
        return self.form[:1].isupper()


def _write(text: str) -> str:
    """Write a stretch of text in capitals as its words are written elsewhere."""
    known, acronyms = _find_known(text), frozenset(_BRACKET.findall(text))
    matches = list(_WORD.finditer(text))
    words = []
    for match, following in zip(matches, [*matches[1:], None], strict=True):
        begin, end = match.span()
        name = known.get(begin, "")
        form = name + match[0][len(name) :].lower() if name else _choose(text, match, acronyms)
        joined = following is not None and not text[end : following.start()].strip()
        words.append(_Word(begin, end, form, bool(name), joined))
    for i, j in (*_find_offices(words), *_find_bodies(words), *_find_introduced(text, words)):
        for word in words[i:j]:
            if not (word.known or word.form in load_words("small-words")):
                word.form = word.form[0].upper() + word.form[1:]
    letters = list(text)
    for word in words:
        opens = not word.named and _SENTENCE.search(text[max(0, word.begin - 12) : word.begin])
        letters[word.begin : word.end] = word.form[0].upper() + word.form[1:] if opens else word.form
    return "".join(letters)


def _find_known(text: str) -> Mapping[int, str]:
    """Give, by their place, the words of names that the lexicon knows as it writes them."""
    lexicon, known = load_lexicon(), dict[int, str]()
    for hit in lexicon.find(text):
        surface = text[hit.begin : hit.end]
        if surface.lower() in load_words("function-words") and text[hit.begin - 1 : hit.begin] != "(":
            continue  # "WHO", "IT"
        spelled = next((n for e in hit.entries for n in lexicon.names(e.iri) if n.upper() == surface), None)
        for match in _WORD.finditer(surface):
            written = spelled[match.start() : match.end()] if spelled is not None else _write_name(match[0])
            known[hit.begin + match.start()] = written
    return known


def _choose(text: str, match: re.Match[str], acronyms: frozenset[str]) -> str:
    """Write one word by what it is: a common word small, a title or a month with a capital, an acronym as it is."""
    word, lower = match[0], match[0].lower()
    before, behind = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    if before.isdigit() and lower in {"st", "nd", "rd", "th"}:
        return lower
    if word in acronyms or _ROMAN.fullmatch(word) or not word.isupper() or before.isdigit() or behind.isdigit():
        return word
    if len(word) == 1:
        return "a" if word == "A" else word
    dated = _BEFORE.search(text[max(0, match.start() - 8) : match.start()]) or _BEHIND.match(text, match.end())
    particle = behind == "-" and lower in load_words("name-particles")
    if lower in _list_titles() or particle or (dated and lower in load_words("calendar-words")):
        return word.capitalize()
    if is_common(lower):
        return lower
    return word if is_acronym(word) and set(lower).isdisjoint("aeiouy") else _write_name(word)


def _write_name(word: str) -> str:
    """Write a name's word: its parts begin with a capital, small words and the genitive do not."""
    if word.lower() in load_words("small-words"):
        return word.lower()
    parts = re.split(r"(['’])", word)
    return "".join(p.lower() if k and p in {"S", "T"} else p.capitalize() for k, p in enumerate(parts))


@cache
def _list_titles() -> frozenset[str]:
    """List the words that have a capital wherever they stand: forms of address, months, days of the week."""
    common = load_words("common-words") | load_words("function-words")
    return (load_words("person-titles") - common) | load_words("plain-titles") | load_words("capital-dates")


@lru_cache(maxsize=8192)
def is_common(word: str) -> bool:
    """Tell whether a word in small letters is a common one, or an ending away from one.

    >>> is_common("negotiated"), is_common("rabin")
    (True, False)
    """
    words = _list_common()
    stems = (word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending) and len(word) > len(ending) + 2)
    return word in words or any(
        stem in words
        or stem + "e" in words
        or (stem[-1] == "i" and stem[:-1] + "y" in words)
        or (stem[-1] == stem[-2] and stem[:-1] in words)
        for stem in stems
    )


@cache
def _list_common() -> frozenset[str]:
    """List the common words, with those that say what happens, when, and to whom."""
    classes = ("function-words", "portfolios", "post-nouns", "post-modifiers", "ranks", "title-words", "prepositions")
    listed = (word for name in classes for entry in load_words(name) for word in entry.split())
    verbs = (
        word for name in ("human-verbs", "saying-verbs", "deed-verbs", "clause-verbs") for word in load_forms(name)
    )
    return load_words("common-words") | frozenset(listed) | frozenset(verbs)


@cache
def _list_heads() -> frozenset[str]:
    heads = load_words("government-heads") | load_words("body-heads") | load_words("society-heads")
    return heads - load_words("shy-heads")


def _find_offices(words: list[_Word]) -> Iterator[tuple[int, int]]:
    """Yield posts with what they are about, royal titles before a name, and given names that are common words."""
    for i, word in enumerate(words):
        leads = word.joined and words[i + 1].named
        if word.named:
            continue
        if word.form in load_words("post-nouns"):
            begin = _over_modifiers(words, i, named=False)
            if begin < i or leads or word.form in load_words("bare-posts"):
                yield begin, _over_subject(words, i + 1)
        elif leads and word.form in load_words("royal-titles"):
            yield i - (i > 0 and words[i - 1].form == "crown"), i + 1
        elif leads and is_given_name(word.form):
            yield i, i + 1


def _find_bodies(words: list[_Word]) -> Iterator[tuple[int, int]]:
    """Yield the names of bodies around their head word: "national mine action centre", "ministry of trade"."""
    for i, word in enumerate(words):
        if word.form in _list_heads():
            begin, end = _over_modifiers(words, i, named=True), _over_subject(words, i + 1)
            if begin < i or end > i + 1:
                yield begin, end


def _find_introduced(text: str, words: list[_Word]) -> Iterator[tuple[int, int]]:
    """Yield the names that an acronym in a bracket behind them explains: "blue river network (BRN)"."""
    for i, word in enumerate(words[:-1]):
        bracket = _BRACKET.match(text, word.end + 1)
        if bracket is not None:
            fitting = (
                j
                for j in range(max(0, i - _NAME), i)
                if initials_fit(bracket[1], [text[w.begin : w.end] for w in words[j : i + 1] if len(w.form) > 3])
            )
            yield max(fitting, default=i), i + 1


def _over_modifiers(words: list[_Word], i: int, *, named: bool) -> int:
    """Go left over what may stand before the head of a post's or a body's name, names too where they may."""
    while i and words[i - 1].joined and (_modifies(words[i - 1].form) or (named and words[i - 1].named)):
        i -= 1
    return i


def _modifies(form: str) -> bool:
    word = form.lower()
    return any(word in load_words(name) for name in ("post-modifiers", "portfolios", "national-words"))


def _over_subject(words: list[_Word], i: int) -> int:
    """Go over "of foreign affairs and trade" behind the head of a post's or body's name."""
    end, j = i, i
    while j < len(words) and words[j - 1].joined:
        word = words[j].form.lower()
        if word not in load_words("portfolios") and word not in {"of", "for", "and", "the"}:
            break
        j += 1
        end = j if word in load_words("portfolios") else end
    return end
