"""The body that the words of a post alone tell: an office of one holder, or the ministry of a minister."""

import re

from kg.extract.actors.posttitle import is_department
from kg.extract.actors.registry import Draft, Registry, spell
from kg.extract.names.lexicon import load_lexicon
from kg.extract.names.scene import Scene
from kg.extract.words.wordclass import load_pairs, load_words


def find_office(scene: Scene, registry: Registry, position: str) -> str | None:
    """Give the body whose post has a name of its own: "High Representative for Disarmament Affairs".

    Empty where the post is known and the text does not name its body.
    """
    rows = load_pairs("post-organizations")
    title = re.sub(r"^(?:the|former|then|late|deputy|united nations|un|assistant) ", "", position.lower())
    wanted = next((label for name, label in sorted(rows.items()) if _is_office(title, name)), None)
    if wanted is None:
        return None
    return next(filter(None, (find_known_body(scene, registry, label) for label in wanted.split("/"))), "")


def find_known_body(scene: Scene, registry: Registry, label: str) -> str | None:
    """Give the body of a label in the reference data that the text names, if only in a longer name."""
    folded = spell(label)
    for draft in registry.drafts.values():
        if draft.iri is not None and spell(draft.label) == folded:
            return draft.key
    entry = next((entry for hit in load_lexicon().find(label) for entry in hit.entries), None)
    if entry is not None and any(name in scene.words.text for name in load_lexicon().names(entry.iri)):
        return registry.add_entry(entry, label, len(scene.words.word)).key  # "at United Nations Headquarters"
    return None


def _is_office(title: str, name: str) -> bool:
    """Tell whether a title is an office, with what it is for, but not of something else: "of the Conference"."""
    return title == name or (
        title.startswith(name + " ") and not re.match(r" of the (?!united|un\b)", title[len(name) :])
    )


def find_ministry(registry: Registry, position: str, state: str) -> str | None:
    """Give the State's ministry for what a minister's title says: one that the text names."""
    short = re.fullmatch(r"(\w+(?: affairs)?) (?:minister|secretary)", position.lower())
    if short is not None and is_department(short[1].partition(" ")[0]):
        named = re.compile(rf"(?:federal )?(?:ministry|department) (?:of|for) (?:the )?{re.escape(spell(short[1]))}\b")
        fitting = [d.key for d in registry.drafts.values() if d.state == state and named.match(d.base)]
        return fitting[0] if len(fitting) == 1 else None
    if position == "Minister":
        own = [d.key for d in registry.drafts.values() if d.state == state and d.head == "ministry"]
        return own[0] if len(own) == 1 else None
    subject = re.search(r"\b(?:minister|secretary) (?:of|for) (?:the )?(.+)$", position, re.IGNORECASE)
    if subject is None:
        return None
    wanted = spell(re.sub(r"^state for ", "", subject[1], flags=re.IGNORECASE))
    named = re.compile(r"(?:federal |royal (?:\w+ )?)?(?:ministry|department) (?:of|for) (?:the )?(.+)")
    called = ((d, spell(name)) for d in registry.drafts.values() if d.state == state for name in (d.base, *d.names))
    subjects = [(d.key, found[1]) for d, name in called if (found := named.fullmatch(name))]
    exact = [key for key, field in subjects if field == wanted]
    wider = {key for key, field in subjects if field.startswith(f"{wanted} and ")}
    return exact[0] if exact else next(iter(wider)) if len(wider) == 1 else None


def find_own_ministry(office: Draft | None, position: str, state: str) -> str | None:
    """Give the body whose text it is for "the Deputy Minister", "the Spokesman" of its State, if it is a ministry."""
    title = position.lower().removeprefix("the ")
    if office is None or office.state not in {None, state}:
        return None
    heads = title == "secretary" and office.base.startswith("department")
    if title not in load_words("ministry-posts") and not heads:
        return None
    return None if load_words("ministries").isdisjoint(office.base.split()) else office.key
