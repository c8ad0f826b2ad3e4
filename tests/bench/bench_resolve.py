"""How the cost of resolution grows with the number of documents, on generated corpora.

    python tests/bench/bench_resolve.py 1000 10000 100000

Each generated document reports three events of a world in which every event is told by two documents on
average, some vaguely; the number of cities grows with that of the documents. Prints processor seconds, what was
merged rightly and wrongly, and the peak of memory.
"""

from __future__ import annotations

import resource
import sys
import time
from itertools import combinations
from random import Random

from kg.graph.profile import ActorProfile, EventProfile, Profile
from kg.graph.resolution import Reference
from kg.graph.resolve import resolve
from kg.model import BASE

DOCUMENTS_A_CITY = 25
TYPES = ("Workshop", "Seminar", "Conference", "Meeting", "Training", "Ceremony", "Visit")
WORDS = "clearance assistance stockpile universalization border river survey training school region treaty risk".split()
EVENTS_A_DOCUMENT = 3
TELLERS = 2


def generate(documents: int, seed: int = 1) -> tuple[list[Profile], dict[tuple[str, str], int]]:
    """Make profiles, and tell which event of the world each of their events is."""
    random = Random(seed)  # noqa: S311 -- a world, not a secret
    cities = max(20, documents // DOCUMENTS_A_CITY)
    world = [_event(random, cities) for _ in range(documents * EVENTS_A_DOCUMENT // TELLERS)]
    profiles: list[Profile] = []
    truth: dict[tuple[str, str], int] = {}
    for number in range(documents):
        name = f"d{number:06}"
        told = sorted({random.randrange(len(world)) for _ in range(EVENTS_A_DOCUMENT)})
        events = tuple(_tell(random, f"e{place}", world[which]) for place, which in enumerate(told))
        keys = sorted({key for event in events for key, _ in event.actors})
        actors = tuple(ActorProfile(key=key, kind="State", label=key, iri=f"{BASE}state/{key}") for key in keys)
        profiles.append(Profile(document=name, issued=None, actors=actors, events=events))
        truth |= {(name, f"e{place}"): which for place, which in enumerate(told)}
    return profiles, truth


def _event(random: Random, cities: int) -> EventProfile:
    year, month, day = random.randrange(1997, 2025), random.randrange(1, 13), random.randrange(1, 28)
    city = f"city-{random.randrange(cities)}"
    name = " ".join(["Regional", *(word.title() for word in random.sample(WORDS, 3)), "Forum"])
    facts = (
        ("startDate", f"{year}-{month:02}-{day:02}"),
        ("endDate", f"{year}-{month:02}-{day + 1:02}"),
        ("city", f"{BASE}city/{city}"),
        ("country", f"{BASE}country/{city[-1]}"),
    )
    actors = tuple((f"S{random.randrange(190)}", "Participant") for _ in range(8))
    return EventProfile(
        key="e", type=random.choice(TYPES), label=name, name=name if random.random() < 0.3 else None,
        facts=facts, actors=tuple(dict.fromkeys(actors)),
    )  # fmt: skip


def _tell(random: Random, key: str, event: EventProfile) -> EventProfile:
    """Tell an event as a document would: some actors, now and then only the month, or no city."""
    facts = dict(event.facts)
    if random.random() < 0.2:
        facts["startDate"] = facts["startDate"][:7]
        del facts["endDate"]
    if random.random() < 0.1:
        del facts["city"]
    actors = tuple(pair for pair in event.actors if random.random() < 0.7)
    return EventProfile(
        key=key, type=event.type, label=event.label, name=event.name, anchor=int(key[1:]),
        facts=tuple(facts.items()), actors=actors,
    )  # fmt: skip


def measure(documents: int) -> str:
    """Resolve a generated corpus, and put the figures in a line."""
    profiles, truth = generate(documents)
    begun = time.process_time()
    resolution = resolve(profiles, reference=Reference())
    spent = time.process_time() - begun
    groups: dict[str, list[int]] = {}
    for profile in profiles:
        for key, iri in resolution.namings[profile.document].events.items():
            groups.setdefault(iri, []).append(truth[profile.document, key])
    right = sum(left == other for group in groups.values() for left, other in combinations(group, 2))
    wrong = sum(left != other for group in groups.values() for left, other in combinations(group, 2))
    sizes: dict[int, int] = {}
    for which in truth.values():
        sizes[which] = sizes.get(which, 0) + 1
    pairs = sum(size * (size - 1) // 2 for size in sizes.values())
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return (
        f"{documents:>8} {spent:>9.1f} {1000 * spent / documents:>9.2f} {100 * right / pairs:>8.1f}% "
        f"{100 * wrong / max(1, right + wrong):>7.2f}% {memory:>8}"
    )


if __name__ == "__main__":
    sys.stdout.write(f"{'documents':>9} {'seconds':>8} {'ms each':>9} {'found':>9} {'wrong':>8} {'MB':>8}\n")
    for argument in sys.argv[1:] or ["1000", "10000"]:
        sys.stdout.write(measure(int(argument)) + "\n")
        sys.stdout.flush()
