"""How fast networks are made, beside networkx and bicm in the same run, and how cost grows.

Run it by hand: python tests/bench/bench_network.py [--large]
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import sys
import tempfile
import time
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from networkx.algorithms import bipartite
from scipy.sparse import csr_array

from kg.model import BASE
from kg.network.choice import Selection
from kg.network.incidence import read_incidence
from kg.network.null_model import fit
from kg.network.project import count, newman, to_graph, validate
from kg.network.selection import select

if TYPE_CHECKING:
    from collections.abc import Callable

    import pyoxigraph

KG = f"{BASE}ns#"


def make_table(actors: int, events: int, participations: int, seed: int = 1) -> csr_array:
    """Make a table with about so many participations; some actors and events are much larger than others."""
    rng = np.random.default_rng(seed)
    eager, large = rng.pareto(2.5, actors) + 0.2, rng.pareto(2.5, events) + 0.2
    rows = rng.choice(actors, int(participations * 1.35), p=eager / eager.sum())
    columns = rng.choice(events, len(rows), p=large / large.sum())
    pairs = rng.permutation(np.unique(rows * events + columns))[:participations]
    return csr_array((np.ones(len(pairs)), np.divmod(pairs, events)), shape=(actors, events))


def fill_store(matrix: csr_array, folder: str | None = None) -> pyoxigraph.Store:
    """Put a table into a store in contract form."""
    import pyoxigraph

    store = pyoxigraph.Store(folder)
    graph = f"<{BASE}graph/document/bench>"
    kind, label = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>", "<http://www.w3.org/2000/01/rdf-schema#label>"
    lines = []
    for actor in range(matrix.shape[0]):
        lines += [
            f"<{BASE}state/S{actor}> {kind} <{KG}State> {graph} .",
            f'<{BASE}state/S{actor}> {label} "State {actor}"@en {graph} .',
        ]
    for event in range(matrix.shape[1]):
        subject = f"<{BASE}event/e{event}>"
        lines += [
            f"{subject} {kind} <{KG}Workshop> {graph} .",
            f'{subject} {label} "Workshop {event}"@en {graph} .',
            f"{subject} <{KG}eventStatus> <{KG}Held> {graph} .",
        ]
    listed = matrix.tocoo()
    for place, (actor, event) in enumerate(zip(listed.row.tolist(), listed.col.tolist(), strict=True)):
        node = f"<{BASE}participation/p{place}>"
        lines += [
            f"<{BASE}event/e{event}> <{KG}participation> {node} {graph} .",
            f"{node} <{KG}actor> <{BASE}state/S{actor}> {graph} .",
            f"{node} <{KG}role> <{KG}Participant> {graph} .",
        ]
    store.bulk_load(("\n".join(lines) + "\n").encode(), pyoxigraph.RdfFormat.N_QUADS)
    return store


def timed(name: str, work: Callable[[], object]) -> float:
    """Run once, say how long it took and what memory the process has held at most."""
    begin = time.perf_counter()
    work()
    taken = time.perf_counter() - begin
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"{name:<66}{taken:>9.3f} s {peak:>8.0f} MB at most\n")
    return taken


def main() -> None:
    """Run the comparisons."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--large", action="store_true", help="two million participations, and nothing else")
    if options.parse_args().large:
        run_large()
        return
    matrix = make_table(300, 16_000, 160_000)
    store = fill_store(matrix)

    def network(*, events: bool) -> object:
        chosen = select(read_incidence(store), Selection())
        return to_graph(chosen, newman(chosen.matrix()), events=events)

    timed(f"store to network: 300 actors, 16,000 events, {matrix.nnz:,}", lambda: network(events=False))
    timed("the same, each tie with its list of events", lambda: network(events=True))

    matrix = make_table(300, 20_000, 200_000)
    ours = timed(f"projection of {matrix.nnz:,} participations, count", lambda: count(matrix))
    timed(f"projection of {matrix.nnz:,} participations, Newman", lambda: newman(matrix))
    graph = bipartite.from_biadjacency_matrix(matrix)
    theirs = timed(
        "the same by networkx.weighted_projected_graph", lambda: bipartite.weighted_projected_graph(graph, range(300))
    )
    sys.stdout.write(f"networkx takes {theirs / ours:,.0f} times as long\n")

    for size in (25_000, 50_000, 100_000, 200_000, 400_000):
        table = make_table(300, size // 10, size)
        timed(f"growth: projection of {table.nnz:,} participations", partial(count, table))

    matrix = make_table(300, 2_000, 30_000)
    timed(f"null model fitted to 300 actors, 2,000 events, {matrix.nnz:,}", lambda: fit(matrix))
    timed("validated projection of the same, exact", lambda: validate(matrix))
    try:
        import bicm
    except ImportError:
        sys.stdout.write("bicm is not installed: no comparison with its solver\n")
    else:
        other = bicm.BipartiteGraph()
        other.set_biadjacency_matrix(matrix.toarray().astype(int))
        timed("null model by bicm", lambda: other.solve_tool(print_error=False))
        timed("validated projection by bicm, Poisson approximation",
              lambda: other.compute_projection(rows=True, alpha=0.05, threads_num=1, progress_bar=False))  # fmt: skip


def run_large() -> None:
    """Two million participations, from a store on disk that another process has filled."""
    import pyoxigraph

    with tempfile.TemporaryDirectory() as folder:
        child = multiprocessing.get_context("spawn").Process(target=fill_folder, args=(folder,))
        child.start()
        child.join()
        store = pyoxigraph.Store.read_only(folder)

        def network() -> object:
            chosen = select(read_incidence(store), Selection())
            return to_graph(chosen, newman(chosen.matrix()), events=False)

        timed("store to network: 500 actors, 150,000 events, 2,000,000", network)


def fill_folder(folder: str) -> None:
    """Put two million participations into a store on disk."""
    fill_store(make_table(500, 150_000, 2_000_000), folder)


if __name__ == "__main__":
    main()
