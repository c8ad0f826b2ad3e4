"""Bodies without a known head word: told by the person or post of them, by an acronym, or by a short form."""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.actors.bodyform import Body, is_shouted, list_heads
from kg.extract.names.acronym import initials_fit, is_acronym
from kg.extract.names.namesake import is_given_name
from kg.extract.names.scene import Scene
from kg.extract.words.wordclass import load_pairs, load_words
from kg.model import BASE


def read_told(scene: Scene, i: int, floor: int) -> Body | None:
    """Read the unknown body that somebody is of: "Ana Lindo of the Ban Advocates", "Bulletin of the Quiet Alliance"."""
    words = scene.words
    last, first = words.last[i], max(words.first[i], floor)
    j = i + 1
    while j < last and words.lower[j] in {"the", "our"}:
        j += 1
    capitals, k, end = 0, j, j
    while k < last and k - j < 9:
        if words.capital[k] and scene.kind_at(k) in {"", "City", "Region", "Demonym"} and words.word[k][0].isalpha():
            capitals += 1
            end = k = k + 1
        elif k > j and (words.lower[k] in load_words("small-words") or words.lower[k] in {"'s", "?s", "'"}):
            if words.lower[k] == "and" and any(map(is_given_name, words.lower[k + 1 : k + 2])):
                break
            k += 1
        else:
            break
    inside = words.lower[j:end]
    if capitals < 2 or (words.blocks[words.block[i]].kind == "heading" and i == words.first[i]):
        return None
    told = (
        inside[:-1]
        if inside[-1] in load_words("shy-heads") and words.lower[end : end + 1] not in (["of"], ["for"])
        else inside
    )
    if any(map(_is_of_other_kind, told)):
        return None
    serves = j == i + 1 and (not {"for", "against"}.isdisjoint(inside) or "of the" in " ".join(inside))
    if scene.cover[end - 1] is not None or not (j > i + 1 or serves) or not _is_told_of(scene, i, first):
        return None
    head = inside[-1] if inside[-1] in load_words("unit-heads") else ""
    return Body(begin=j, end=end, core=j, core_end=end, name=words.surface(j, end), head=head, extent=end)


def read_service(scene: Scene, i: int) -> Body | None:
    """Read the letters of the service behind an officer's name at word i: "Captain M. J. Lindo, RE"."""
    words = scene.words
    name = load_pairs("officers-services").get(words.lower[i]) if words.word[i].isupper() else None
    if name is None or words.word[i - 1] != ",":
        return None
    before = words.lower[max(words.first[i], i - 10) : i - 1]
    if load_words("ranks").isdisjoint(before) or not (i + 1 >= words.last[i] or words.word[i + 1] in ".,;)"):
        return None
    state = f"{BASE}state/{'USA' if words.lower[i].startswith('us') else 'GBR'}"
    return Body(
        begin=i,
        end=i + 1,
        core=i,
        core_end=i + 1,
        name=name,
        head="army",
        acronym=words.word[i],
        state=state,
        extent=i + 1,
    )


def read_bracketed(scene: Scene, i: int, floor: int) -> Body | None:
    """Read the unknown body that fills the bracket behind a person's name: "Ms Ana Lindo (Suva Peace Forum)"."""
    words = scene.words
    j = i + 1 + (words.lower[i + 1 : i + 2] == ["the"])
    end = next((k for k in range(j, min(j + 8, words.last[i])) if words.word[k] == ")"), j)
    inside = words.lower[j:end]
    if inside[-1:] == [] or inside[-1] not in load_words("gathered-bodies") or words.first[i] == i:
        return None
    plain = all(words.capital[k] or words.lower[k] in load_words("small-words") - {"and"} for k in range(j, end))
    if end - j < 2 or not plain or not _is_told_of(scene, i, max(words.first[i], floor)):
        return None
    return Body(begin=j, end=end, core=j, core_end=end, name=words.surface(j, end), head="", extent=end)


def _is_of_other_kind(word: str) -> bool:
    """Tell whether a word shows a name to be no body's, or one that its head word tells anyway."""
    if (
        word in load_words("non-actor-heads")
        or word in load_words("whereabouts")
        or word in load_pairs("ministry-acronyms")
    ):
        return True
    return word in load_words("post-nouns") or word in list_heads()


def read_initials(scene: Scene, i: int, floor: int) -> Body | None:
    """Read the unknown acronym that a person or a post is of: "Ana Lindo (CIDC)", "chairman of CMAC"."""
    words = scene.words
    j = i + 1 + (words.lower[i + 1 : i + 2] == ["the"])
    if j >= words.last[i] or scene.cover[j] is not None or not is_acronym(words.word[j]) or len(words.word[j]) < 3:
        return None
    if words.lower[j] in load_words("no-bodies") or words.lower[j] in load_words("title-words") or is_shouted(scene, j):
        return None
    if words.word[i] == "(":
        told = words.word[j + 1 : j + 2] == [")"] and _is_told_of(scene, i, max(words.first[i], floor))
    elif f"({words.word[j]})" in words.text:
        return None  # explained elsewhere
    else:
        told = words.lower[i - 1] in load_words("post-nouns") or words.lower[i - 1] in load_words("led-bodies")
        told = told and words.capital[j + 1 : j + 2] != [True]
    return Body(begin=j, end=j + 1, core=j, core_end=j + 1, name=words.word[j], head="", extent=j + 1) if told else None


def read_apposed(scene: Scene, i: int, floor: int) -> Body | None:
    """Read the unknown acronym or name before the comma at word i that is told to be a body: "ABC, the Swiss fund,"."""
    words = scene.words
    if words.lower[i + 1 : i + 2] not in (["the"], ["a"], ["an"]) or words.blocks[words.block[i]].kind == "heading":
        return None
    first, k = max(words.first[i], floor), i
    while k > first and i - k < 4 and words.capital[k - 1] and scene.cover[k - 1] is None:
        k -= 1
    acronym = k == i - 1 and is_acronym(words.word[k]) and len(words.word[k]) > 2
    if k == i or not (acronym or words.word[k][0].isupper()) or not _may_be_body(words.lower[k:i]):
        return None
    found = _read_kind(scene, i + 2)
    if found is None or not (acronym or found[1] is not None):
        return None
    head, state = found
    return Body(begin=k, end=i, core=k, core_end=i, name=words.surface(k, i), head=head, state=state, extent=i)


def _read_kind(scene: Scene, i: int) -> tuple[str, str | None] | None:
    """Read what a body is told to be from word i on, "French training centre", "member of X": its head and State."""
    words = scene.words
    last, people, j = words.last[i - 1], None, i
    stops = list_heads() | load_words("body-parts")
    while j < min(i + 5, last) and words.lower[j] not in stops:
        mark = scene.cover[j]
        if (
            words.lower[j] in load_words("function-words")
            or words.word[j] in {",", ";", "("}
            or (mark is not None and mark.kind not in {"Demonym", "State"})
        ):
            return None
        people = mark or people
        j += 1
    if j + 1 >= last or j >= i + 5 or words.capital[j]:
        return None
    behind = words.lower[j + 1]
    if words.lower[j] in load_words("body-parts"):
        whole = scene.starting(j + 2 + (words.lower[j + 2 : j + 3] == ["the"])) if behind == "of" else None
        return ("", None) if whole is not None and whole.kind == "Body" else None
    closed = words.word[j + 1] in {",", ".", ";"} or behind in load_words("body-follows")
    return (words.lower[j], people.state if people is not None else None) if closed else None


def _may_be_body(name: Sequence[str]) -> bool:
    """Tell whether none of the words of a name shows that it is that of a person, an event or an abbreviated thing."""
    kinds = ("person-titles", "post-nouns", "non-actor-heads", "no-bodies", "function-words", "name-suffixes", "ranks")
    return not is_given_name(name[0]) and not any(word in load_words(kind) for kind in kinds for word in name)


def read_owned(scene: Scene, i: int) -> Body | None:
    """Read the unknown acronym behind the genitive at word i of a State that acts: "Peru's DISCAMEC organised"."""
    words, j = scene.words, i + 1
    owner = scene.cover[i - 1] if i > words.first[i] else None
    if owner is None or owner.kind != "State" or j + 1 >= words.last[i] or scene.cover[j] is not None:
        return None
    word, behind = words.word[j], words.lower[j + 1]
    if not is_acronym(word) or len(word) < 4 or not _may_be_body([words.lower[j]]) or is_shouted(scene, j):
        return None
    if behind not in load_words("human-verbs") | load_words("body-verbs"):
        return None
    return Body(
        begin=owner.begin, end=j + 1, core=j, core_end=j + 1, name=word, head="agency", state=owner.state, extent=j + 1
    )


def _is_told_of(scene: Scene, i: int, first: int) -> bool:
    """Tell whether a full name, or a word for a periodical, stands right before word i."""
    words = scene.words
    k = i
    while k > first and i - k < 6 and scene.kind_at(k - 1) in {"", "City"}:
        if not (words.capital[k - 1] and words.word[k - 1][0].isalpha()) and words.word[k - 1] not in {".", "'"}:
            break
        k -= 1
    if k == i - 1 and words.lower[k] in load_words("periodicals"):
        return True
    plain = all(
        word not in load_words("title-words") and word not in load_words("post-nouns") for word in words.lower[k:i]
    )
    titled = words.lower[k] in load_words("person-titles") and i - k >= 3
    called = titled or is_given_name(words.lower[k]) or (k > first and words.lower[k - 1] in load_words("post-nouns"))
    return i - k >= 2 and plain and called


def read_ministry(scene: Scene, i: int) -> Body | None:
    """Read "MFA Bulgaria", "Bulgarian MFA", "the MFA of Bulgaria" at word i."""
    words = scene.words
    if not words.capital[i]:
        return None
    before = scene.cover[i - 1] if i > words.first[i] else None
    j = i + 2 if words.lower[i + 1 : i + 2] == ["of"] else i + 1
    behind = scene.starting(j) if j < words.last[i] else None
    name = load_pairs("ministry-acronyms")[words.lower[i]]
    if before is not None and before.kind == "Demonym":
        return Body(
            begin=before.begin,
            end=i + 1,
            core=i,
            core_end=i + 1,
            name=name,
            head="ministry",
            state=before.state,
            owner=before,
        )
    if behind is None or behind.kind != "State":
        return None
    return Body(
        begin=i, end=behind.end, core=i, core_end=i + 1, name=name, head="ministry", state=behind.state, owner=behind
    )


def reach_acronym(scene: Scene, body: Body) -> Body:
    """Let a name go on to the bracket whose acronym its further words explain: "... and the Reduction of Y (CDRY)"."""
    words = scene.words
    j, last = body.end, words.last[body.begin]
    if body.mark is not None or body.several:
        return body
    seat = scene.starting(j + 1) if j + 1 < last and words.lower[j] in {"in", "for"} else None
    if seat is not None and seat.end + 2 < last and words.word[seat.end] == "(" and words.word[seat.end + 2] == ")":
        acronym, name = words.word[seat.end + 1], words.word[body.core]
        if is_acronym(acronym) and acronym[0] == name[0] and acronym[-1] == words.word[seat.begin][0]:
            name = words.surface(body.core, seat.end)  # "Foundation for Wells in Africa (FOWA)"
            return replace(body, end=seat.end, core_end=seat.end, name=name, extent=seat.end)
    while j < last and j - body.end < 8 and scene.cover[j] is None:
        if not (words.capital[j] or words.lower[j] in load_words("small-words")):
            break
        j += 1
    if j == body.end or j + 2 >= last or words.word[j] != "(" or words.word[j + 2] != ")" or not words.capital[j - 1]:
        return body
    acronym = words.word[j + 1]
    other = any(word in list_heads() for word in words.lower[body.end : j])  # two bodies, of which one has the acronym
    if other or not is_acronym(acronym) or not initials_fit(acronym, words.word[body.core : j]):
        return body
    return replace(body, end=j, core_end=j, name=words.surface(body.core, j), extent=j)


def reach_left(scene: Scene, body: Body) -> Body:
    """Let a name begin further left where the acronym behind asks for it: "Customs, Excise and Care Service (CECS)"."""
    words, j = scene.words, body.end
    if body.mark is not None or body.several or j + 2 >= words.last[body.begin] or words.word[j] != "(":
        return body
    acronym, first = words.word[j + 1], words.first[body.begin]
    if words.word[j + 2] != ")" or not is_acronym(acronym) or not acronym.isupper() or len(acronym) < 3:
        return body
    if body.owner is not None or initials_fit(acronym, words.word[body.begin : j]):
        return body
    for k in range(body.begin - 1, max(first, body.begin - 9) - 1, -1):
        if scene.cover[k] is not None or not (words.capital[k] or words.lower[k] in {",", "and", "&", "of", "for"}):
            break
        if words.capital[k] and "".join(word[0] for word in words.word[k:j] if word[0].isupper()) == acronym:
            return replace(body, begin=k, core=k, name=words.surface(k, body.core_end))
    return body


def reach_state(scene: Scene, body: Body) -> Body:
    """Take the State that closes the entry of a government's body: "Ministry of Mines, Chad", "Armed Forces (Chad)"."""
    words, i = scene.words, max(body.extent, body.end)
    last = words.last[body.begin]
    if body.mark is not None or body.owner is not None or body.state is not None or body.several or i + 1 >= last:
        return body
    mark = scene.starting(i + 1) if words.word[i] in {"(", ",", "-", "–", "—", "|"} else None
    official = body.head in load_words("government-heads") or body.head in load_words("foreign-government")
    if mark is None or mark.kind != "State" or not official:
        return body
    closing = words.word[mark.end] if mark.end < last else ""
    if words.word[i] == "(":
        return replace(body, state=mark.state, extent=mark.end + 1) if closing == ")" else body
    entry = words.word[body.begin - 1] == "(" if closing == ")" else _ends_entry(scene, mark.end, last)
    return replace(body, state=mark.state, extent=mark.end) if entry else body


def _ends_entry(scene: Scene, i: int, last: int) -> bool:
    """Tell whether a line, a sentence or an entry of a list ends before word i, or a phrase of place or time begins."""
    words = scene.words
    if i >= last or words.word[i] in {".", ";"} or "\n" in words.text[words.end[i - 1] : words.begin[i]]:
        return True
    k = i + 1
    behind = words.lower[k] if k < last and words.word[i] == "," else ""
    if behind == "and" and k + 1 < last:
        k, behind = k + 1, words.lower[k + 1]
    if k < last and words.capital[k]:
        return behind in load_words("person-titles")
    return behind in {"in", "on", "at", "from", "during"} or (k > i + 1 and behind not in load_words("function-words"))
