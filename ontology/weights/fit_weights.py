"""Learn the weights of clues from annotated texts, and write them as a table.

    python ontology/weights/fit_weights.py PLACE ... [--out FOLDER]
    python ontology/weights/fit_weights.py PLACE ... --check

A PLACE is a folder of texts with their annotations beside them (NAME.txt, NAME.json), or a file of lines that hold
both (.jsonl). README.md beside this script says what the table means. It needs kg and scikit-learn
(`pip install -e '.[fit]'`). The same texts give the same table with the same version of scikit-learn. With --check
nothing is written: each fifth of the texts is weighed by a table that was fitted on the other four, and it is told
what became of the roles that were weighed.
"""

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from kg.evaluate.gold import Gold, GoldEvent, load_gold
from kg.evaluate.name import name_keys
from kg.extract.events.occasion import Occasion
from kg.extract.mending.mend import mend_text
from kg.extract.names.lexicon import load_lexicon
from kg.extract.reading import Draft, draft_reading, tell_statuses
from kg.extract.roles.clues import Clues, find_candidates
from kg.extract.roles.weigh import NONE, weigh_parts
from kg.extract.text.passage import find_blocks
from kg.extract.words.weights import BIAS, read_table
from kg.model import Document

RARE = 3
"""Clues of fewer examples are left out."""
STRENGTH = 0.12
"""Inverse of the regularisation (scikit-learn's C): small, since most clues are seen a few times."""
OPEN = 3
"""How much an example counts of which no pattern tells anything: those are the ones that the table will decide."""
FOLDS = 5
SLIGHT = 0.06
"""Clues whose weights are all below this are left out."""
TELLING = ("Chair", "Host", "Organizer", "Sponsor", "Trainer", "Speaker", "Participant")
"""Which of several roles of an actor counts, the first first."""


@dataclass(frozen=True, slots=True)
class Example:
    """What is known of a candidate, and what the annotator says."""

    clues: tuple[str, ...]
    answer: str
    plain: bool
    """Whether a pattern tells the answer, so that nothing has to be weighed."""


def draft(gold: Gold) -> Draft:
    """Read an annotated text up to the point where clues are weighed."""
    mended = mend_text(gold.path.read_text(encoding="utf-8"))
    document = Document(identifier=gold.identifier, text=mended.text, sha256="")
    return draft_reading(document, find_blocks(mended.text, mended.layout))


def list_roles(gold: Gold, text: Draft) -> Iterator[Example]:
    """Answer for each actor and occasion of a text as its annotation does."""
    events = [_event_of(occasion, gold) for occasion in text.occasions.found]
    names = _names(text)
    settled = text.told.settled
    clues = Clues(text.occasions, text.kinds, text.told.parts)
    for candidate in find_candidates(text.told.sentences):
        found: tuple[str, ...] = ()
        for actor in candidate.actors:
            answer = _role_of(events[candidate.occasion], names[actor])
            if answer is not None:
                found = found or tuple(dict.fromkeys(clues.find(candidate)))
                yield Example(found, answer, plain=(candidate.occasion, actor) in settled)


def _names(text: Draft) -> dict[str, frozenset[str]]:
    lexicon = load_lexicon()
    return {
        actor.key: name_keys([actor.label, *actor.aliases, *(lexicon.names(actor.iri) if actor.iri else ())])
        for actor in text.scan.cast.actors
    }


def _event_of(occasion: Occasion, gold: Gold) -> GoldEvent | None:
    """Give the annotated event with which an occasion's mentions overlap most."""
    shared: Counter[int] = Counter()
    for number, event in enumerate(gold.events):
        for anchor in event.anchors:
            for mention in occasion.mentions:
                shared[number] += max(0, min(anchor.end, mention.end) - max(anchor.begin, mention.begin))
    best = max(range(len(gold.events)), key=shared.__getitem__, default=None)
    return None if best is None or not shared[best] else gold.events[best]


def _role_of(event: GoldEvent | None, names: frozenset[str]) -> str | None:
    """Give the role of an actor at an event, NONE where it has none; nothing where the annotator leaves it open."""
    if event is None:
        return NONE
    mine = [role for role in event.roles if role.names & names]
    if event.optional or (mine and all(role.optional for role in mine)):
        return None
    roles = {role.role for role in mine if not role.optional}
    return next((role for role in TELLING if role in roles), NONE)


def load_places(places: Sequence[Path], scratch: Path) -> Iterator[Gold]:
    """Read the annotated texts of folders and files; a text that comes twice counts once."""
    seen: set[str] = set()
    for number, place in enumerate(places):
        for gold in load_gold(_unpack(place, scratch / str(number)) if place.is_file() else place):
            text = gold.path.read_text(encoding="utf-8")
            if text not in seen:
                seen.add(text)
                yield gold


def _unpack(file: Path, folder: Path) -> Path:
    folder.mkdir()
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        (folder / f"{row['doc']}.txt").write_text(row.pop("text"), encoding="utf-8")
        (folder / f"{row['doc']}.json").write_text(json.dumps(row), encoding="utf-8")
    return folder


def fit(examples: Sequence[Example]) -> list[str]:
    """Learn the weights by multinomial logistic regression, and write them as lines of a table."""
    vectorizer = DictVectorizer()
    counts = Counter(clue for example in examples for clue in example.clues)
    matrix = vectorizer.fit_transform({c: 1 for c in e.clues if counts[c] >= RARE} for e in examples)
    model = LogisticRegression(C=STRENGTH, max_iter=400)
    model.fit(matrix, [e.answer for e in examples], sample_weight=[1 if e.plain else OPEN for e in examples])
    lines = ["\t".join(["clue", *model.classes_]), _line(BIAS, model.intercept_)]
    for clue, weights in sorted(zip(vectorizer.feature_names_, model.coef_.T, strict=True)):
        if max(map(abs, weights)) >= SLIGHT:
            lines.append(_line(clue, weights))
    return lines


def check(golds: Sequence[Gold], drafts: Sequence[Draft]) -> Counter[str]:
    """Count what weighing adds to texts that took no part in the fit: the right role, another one, no role at all."""
    found: Counter[str] = Counter()
    examples = [list(list_roles(gold, text)) for gold, text in zip(golds, drafts, strict=True)]
    for fold in range(FOLDS):
        weights = read_table("roles", fit(list(chain(*(e for n, e in enumerate(examples) if n % FOLDS != fold)))))
        for gold, text in list(zip(golds, drafts, strict=True))[fold::FOLDS]:
            events = [_event_of(occasion, gold) for occasion in text.occasions.found]
            names = _names(text)
            for part in weigh_parts(
                text.told, text.occasions, text.kinds, list(chain(*tell_statuses(text))), weights=weights
            ):
                answer = _role_of(events[part.occasion], names[part.actor])
                kinds = {part.role: "right", None: "left open by the annotator", NONE: "no role there"}
                found[kinds.get(answer, "another role")] += 1
    return found


def _line(clue: str, weights: Sequence[float]) -> str:
    return "\t".join([clue, *(f"{round(float(w), 2) or 0:g}" for w in weights)])


def main() -> None:
    """Fit the table of roles, or check how such a table does."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("places", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        golds = list(load_places(options.places, Path(scratch)))
        drafts = list(map(draft, golds))
    if options.check:
        sys.stdout.write("".join(f"{number:5} {kind}\n" for kind, number in check(golds, drafts).most_common()))
        return
    examples = [example for gold, text in zip(golds, drafts, strict=True) for example in list_roles(gold, text)]
    lines = fit(examples)
    (options.out / "roles.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    answers = ", ".join(f"{answer} {n}" for answer, n in Counter(e.answer for e in examples).most_common())
    sys.stderr.write(f"{len(examples)} examples ({answers}), {len(lines) - 2} clues\n")


if __name__ == "__main__":
    main()
