"""The posts that a text's front matter tells."""

from collections.abc import Sequence

from kg.extract.actors.holding import Holding, Holdings
from kg.extract.actors.person import Person
from kg.extract.actors.postbody import find_ministry
from kg.model import Span


def hold_front_matter(holdings: Holdings, persons: Sequence[Person], keys: Sequence[str]) -> None:
    """Read "portfolio: Disability Issues" beside "author: Hon X" as a minister's post."""
    words = holdings.scene.words
    if holdings.home.issuer is None:
        return
    front = [words.text[b.span.begin : b.span.end] for b in words.blocks if b.kind == "front"]
    subject = next((line.split(":", 1)[1].strip() for line in front if line.lower().startswith("portfolio:")), "")
    for number, (person, key) in enumerate(zip(persons, keys, strict=True)):
        block = words.blocks[words.block[person.begin]]
        if block.kind != "front" or "hon" not in person.titles:
            continue
        draft = holdings.registry.drafts[key]
        draft.state = draft.state or holdings.home.issuer
        if subject and not any(h.person == key for h in holdings.found):
            span = Span(words.begin[person.begin], words.end[person.end - 1])
            organization = find_ministry(holdings.registry, f"minister for {subject}", holdings.home.issuer)
            holdings.found.append(
                Holding(
                    person=key,
                    position=f"Minister for {subject}",
                    organization=organization,
                    state=holdings.home.issuer,
                    span=span,
                    mention=number,
                )
            )
