"""Bodies of a State whose names are written small: "the German defence ministry", "Peru's air force"."""

from kg.extract.actors.bodyform import Body, read_states
from kg.extract.names.scene import Scene
from kg.extract.words.wordclass import load_words

_VERBS = ("human-verbs", "body-verbs", "doing-verbs", "capital-verbs")
_SUBJECTS = {"foreign": "Foreign Affairs", "interior": "the Interior"}


def read_small(scene: Scene, head: int, floor: int) -> Body | None:
    """Read a ministry written small with its State: "the German defence ministry", "the parliament of Kenya"."""
    words = scene.words
    first = max(words.first[head], floor)
    core = _find_small_core(scene, head, first)
    if core is None:
        return None
    name = " ".join(word if word == "and" else word.capitalize() for word in words.lower[core : head + 1])
    behind = read_states(scene, head + 1)
    if words.lower[head] == "ministries":
        if core < head - 1 or not behind:
            return None  # "the foreign and defence ministries of Chile" are two
        name = f"Ministry of {_SUBJECTS.get(words.lower[core], words.lower[core].capitalize())}"
    if behind and (core == first or words.lower[core - 1] in {"the", "by", "from", "of", "and"}):
        return Body(
            begin=core,
            end=behind[-1].end,
            core=core,
            core_end=head + 1,
            name=name,
            head=words.lower[head],
            state=behind[0].state,
            owner=behind[0],
            several=behind if words.lower[head].endswith("s") and len(behind) > 1 else (),
        )
    i = core - 1 - (words.lower[core - 1] in {"'s", "?s"}) if core > first else -1
    owner = scene.cover[i] if i >= first else None
    if owner is None or owner.kind not in {"State", "Demonym"} or owner.begin < first or owner.state is None:
        return None
    if owner.kind == "State" and i == core - 1:
        return None
    return Body(
        begin=owner.begin,
        end=head + 1,
        core=core,
        core_end=head + 1,
        name=name,
        head=words.lower[head],
        state=owner.state,
        owner=owner,
    )


def _find_small_core(scene: Scene, head: int, first: int) -> int | None:
    """Find where "defence ministry", "air force", "parliament" begins that ends in word head."""
    words, word = scene.words, scene.words.lower[head]
    if word in load_words("small-forces"):
        core = head - (words.lower[head - 1] in load_words("force-words"))
        alone = core < head or word not in load_words("forces-told")
        return core if alone and core > first and _ends_name(scene, head + 1) else None
    core = head
    while core > first and scene.cover[core - 1] is None and _is_small_subject(words.lower[core - 1]):
        core -= 1
    ministry = word in {"ministry", "ministries"}
    return core if words.lower[core] not in {"and", "&"} and ministry == (core < head) else None


def _ends_name(scene: Scene, i: int) -> bool:
    """Tell whether what stands at word i does not go on with a small name: no "base" of "the Peruvian army base"."""
    words = scene.words
    if i >= words.last[i - 1] or not words.word[i][0].isalpha():
        return True
    lower = words.lower[i]
    return lower in load_words("function-words") or any(lower in load_words(kind) for kind in _VERBS)


def _is_small_subject(word: str) -> bool:
    return word in load_words("portfolios") or word in {"and", "&"}
