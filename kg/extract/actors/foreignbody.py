"""Bodies named in another language: "Instituto Nacional de Desminagem", "Bundesamt für Ausfuhr und Einfuhr"."""

import re
from dataclasses import replace

from kg.extract.actors.bodyform import Body, list_heads, opens_line, read_states
from kg.extract.names.acronym import is_acronym
from kg.extract.names.scene import Scene
from kg.extract.words.wordclass import load_words

_ALSO_ENGLISH = frozenset({"a", "on", "y", "e", "et", "und", "and"})
"""Links that are taken only behind another link, since they may part two names."""

_GENITIVES = frozenset({"der", "des", "du", "do", "da", "del", "della", "de"})
_ENDINGS = re.compile(r"(?:[aeo]s?|al|aux|en|er)$")
"""What small words of names in Romance and German end in."""
_CASES = re.compile(r"[a-z]{2}(?:[aoyi]|ogo|[yi]kh|[oe]y|[oe]v)$")
"""What small words of transliterated names in Slavic languages end in."""


def read_foreign(scene: Scene, head: int) -> Body | None:
    """Read a name of another language from its first word on."""
    words = scene.words
    links = load_words("foreign-links")
    end, j, linked = head + 1, head + 1, False
    slavic = words.lower[head] in load_words("slavic-heads")
    while j < words.last[head] and j - head < 16:
        if words.lower[j] in links - _ALSO_ENGLISH and j + 1 < words.last[head] and not words.capital[j]:
            linked = True
            j += 1
        elif opens_line(words, j):
            break
        elif _is_part(scene, j, head) or _is_small_part(scene, j) or (slavic and _is_slavic(scene, j)):
            end = j = j + 1
        elif linked and words.lower[j] in links & _ALSO_ENGLISH and _goes_on(scene, j + 1):
            j += 1
        else:
            break
    if end - head < 2:
        return None
    name = words.surface(head, end)
    body = Body(begin=head, end=end, core=head, core_end=end, name=name, head=words.lower[head], extent=end)
    return _with_state(scene, body)


def _is_part(scene: Scene, j: int, head: int) -> bool:
    """Tell whether word j with its capital letter, "l'Armement" too, may go on with the name."""
    words, mark = scene.words, scene.cover[j]
    placed = mark is not None and mark.kind in {"City", "Capital", "Region", "Country"}
    placed = placed or (mark is not None and mark.kind == "Body" and words.lower[j - 1] in _GENITIVES)
    placed = placed or (mark is not None and mark.kind in {"State", "Demonym"} and j > head + 1)
    elided = words.lower[j].startswith(("l'", "d'", "dell'", "all'")) and len(words.word[j]) > 3
    if not (words.capital[j] or elided) or not words.word[j][0].isalpha() or not (mark is None or placed):
        return False
    return words.word[head].isupper() or not is_acronym(words.word[j])


def _is_small_part(scene: Scene, j: int) -> bool:
    """Tell whether the small word j can only be of another language: it has an accent, or stands behind a link."""
    words = scene.words
    if words.capital[j] or scene.cover[j] is not None or not words.word[j].isalpha():
        return False
    if not words.word[j].isascii():
        return True
    if words.lower[j] in load_words("common-words") | load_words("function-words"):
        return False
    if words.lower[j] in load_words("foreign-adjectives"):
        return True
    behind = words.lower[j - 1] in load_words("foreign-links") - _ALSO_ENGLISH
    return behind or (not words.capital[j - 1] and _ENDINGS.search(words.lower[j]) is not None)  # "défense nationale"


def _is_slavic(scene: Scene, j: int) -> bool:
    """Tell whether the small word j may go on with a transliterated name: "Ministerstvo oborony"."""
    word = scene.words.lower[j]
    known = load_words("common-words") | load_words("function-words")
    return scene.cover[j] is None and _CASES.search(word) is not None and word not in known


def _with_state(scene: Scene, body: Body) -> Body:
    """Add the State of "Ministério da Defesa of Cape Verde", "Ministerio de Salud del Perú"."""
    last = scene.cover[body.end - 1]
    if last is not None and last.kind == "State" and scene.words.lower[last.begin - 1] in _GENITIVES:
        return replace(body, state=last.state)
    states = read_states(scene, body.end) if body.end < scene.words.last[body.begin] else ()
    if len(states) != 1:
        return body
    return replace(body, end=states[0].end, extent=states[0].end, state=states[0].state, owner=states[0])


def _goes_on(scene: Scene, j: int) -> bool:
    """Tell whether behind "y", "et", "und" a plain word of the name stands, and no other body's name."""
    words = scene.words
    while j + 1 < len(words.word) and words.lower[j] in load_words("foreign-links") - _ALSO_ENGLISH:
        j += 1
    if j >= len(words.word) or not words.capital[j] or scene.cover[j] is not None:
        return False
    return words.lower[j] not in load_words("foreign-heads") | list_heads() and not is_acronym(words.word[j])


def find_foreign(scene: Scene, i: int, first: int, acronym: str) -> int | None:
    """Find where a name of another language begins that ends at word i, before its acronym."""
    words = scene.words
    links, linked = load_words("foreign-links"), False
    for j in range(i - 1, max(first, i - 16) - 1, -1):
        word = words.lower[j]
        if words.capital[j] and word in load_words("foreign-heads") and linked:
            return j if words.word[j][0] == acronym[0] else None
        linked = linked or word in links
        if not (word[0].isalpha() or word in {"'", "’"}) or (
            word in load_words("function-words") and word not in links
        ):
            return None
    return None
