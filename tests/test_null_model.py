from __future__ import annotations

from itertools import pairwise, product

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_array
from scipy.stats import binom, false_discovery_control

from kg.network.null_model import Model, adjust, fit, shuffles, tail_probabilities
from kg.network.project import assess, validate


def davis() -> csr_array:
    graph = nx.davis_southern_women_graph()
    table = nx.bipartite.biadjacency_matrix(graph, graph.graph["top"], graph.graph["bottom"])
    return csr_array(table.toarray().astype(float))


def random_table(actors: int, events: int, seed: int) -> csr_array:
    rng = np.random.default_rng(seed)
    eager, large = rng.beta(1.2, 5, actors), rng.beta(1.2, 4, events)
    return csr_array((rng.random((actors, events)) < 3 * np.outer(eager, large)).astype(float))


TABLES = st.lists(st.lists(st.booleans(), min_size=7, max_size=7), min_size=2, max_size=9)


@given(TABLES)
@settings(max_examples=80, deadline=None)
def test_the_model_keeps_all_degrees_on_average(table: list[list[bool]]) -> None:
    matrix = csr_array(np.array(table, dtype=float))
    expected = fit(matrix).expected()
    assert expected.sum(axis=1) == pytest.approx(np.asarray(matrix.sum(axis=1)).ravel(), abs=1e-4)
    assert expected.sum(axis=0) == pytest.approx(np.asarray(matrix.sum(axis=0)).ravel(), abs=1e-4)
    assert ((expected >= 0) & (expected <= 1)).all()


def test_who_was_always_there_was_sure_to_be_there() -> None:
    model = fit(csr_array(np.array([[1.0, 1, 1, 1], [1, 1, 0, 0], [1, 0, 1, 0], [0, 0, 0, 0]])))
    assert model.expected()[0].tolist() == [1, 1, 1, 1]
    assert model.expected()[3].tolist() == [0, 0, 0, 0]


def tail(chances: list[float], at_least: int) -> float:
    """Give the chance that two actors share so many occasions, one of them being at every occasion."""
    values, classes, counts = np.unique(chances, return_inverse=True, return_counts=True)
    model = Model(
        actor_class=np.array([0, 1]),
        event_class=classes,
        event_count=counts,
        probability=np.vstack([values, np.ones_like(values)]),
    )
    return float(tail_probabilities(model, np.array([0]), np.array([1]), np.array([at_least]))[0])


def test_tails_agree_with_the_sum_over_all_outcomes() -> None:
    chances = [0.1, 0.35, 0.35, 0.8, 0.02]
    for at_least in range(6):
        brute = sum(
            np.prod([p if hit else 1 - p for p, hit in zip(chances, outcome, strict=True)])
            for outcome in product((0, 1), repeat=5)
            if sum(outcome) >= at_least
        )
        assert tail(chances, at_least) == pytest.approx(brute, rel=1e-12)


def test_equal_chances_give_the_binomial_tail_even_far_out() -> None:
    assert tail([0.03] * 400, 80) == pytest.approx(binom.sf(79, 400, 0.03), rel=1e-9)


def test_p_values_agree_with_plain_convolution() -> None:
    matrix = random_table(40, 120, seed=3)
    ties = assess(matrix)
    expected = fit(matrix).expected()
    for row in range(0, len(ties.source), 37):
        mass = np.array([1.0])
        for chance in expected[ties.source[row]] * expected[ties.target[row]]:
            mass = np.convolve(mass, [1 - chance, chance])
        assert ties.p_value is not None
        assert ties.p_value[row] == pytest.approx(mass[ties.events[row] :].sum(), rel=1e-9, abs=1e-14)


def test_more_pairs_than_a_block_are_all_given_their_own_value() -> None:
    matrix = random_table(150, 300, seed=8)
    model, ties = fit(matrix), assess(matrix)
    some = np.random.default_rng(1).choice(len(ties.source), 50, replace=False)
    alone = [tail_probabilities(model, ties.source[[row]], ties.target[[row]], ties.events[[row]])[0] for row in some]
    assert ties.p_value is not None
    assert ties.p_value[some] == pytest.approx(np.array(alone), rel=1e-9)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=40))
def test_q_values_agree_with_scipy(p_values: list[float]) -> None:
    given_values = np.array(p_values)
    expected = false_discovery_control(given_values, method="bh")
    assert adjust(given_values, tests=len(p_values)) == pytest.approx(expected)


def test_pairs_that_never_met_count_as_tests_too() -> None:
    assert adjust(np.array([0.001]), tests=100)[0] == pytest.approx(0.1)


def test_shuffling_keeps_rows_and_columns_and_moves_something() -> None:
    matrix = davis()
    shuffled, again = (next(shuffles(matrix, seed=2, draws=1)) for _ in range(2))
    assert (shuffled.sum(axis=0) == matrix.sum(axis=0)).all()
    assert (shuffled.sum(axis=1) == matrix.sum(axis=1)).all()
    assert (shuffled.toarray() != matrix.toarray()).any()
    assert (again.toarray() == shuffled.toarray()).all()


def test_a_chain_of_shuffles_keeps_all_degrees_and_goes_on_moving() -> None:
    matrix = davis()
    drawn = list(shuffles(matrix, seed=4, draws=5))
    assert all((one.sum(axis=0) == matrix.sum(axis=0)).all() for one in drawn)
    assert all((one.sum(axis=1) == matrix.sum(axis=1)).all() for one in drawn)
    assert all((one.toarray() != other.toarray()).any() for one, other in pairwise(drawn))


def test_shuffled_data_keep_at_most_the_promised_share_of_false_ties() -> None:
    matrix = random_table(60, 90, seed=5)
    assert matrix.nnz > 300
    shuffled = (next(shuffles(matrix, seed=seed, draws=1)) for seed in range(40))
    found = [len(validate(table, alpha=0.05).source) for table in shuffled]
    assert sum(number > 0 for number in found) <= 4  # 0.05 of 40, and twice the deviation of such a count


def test_ties_that_were_planted_survive() -> None:
    matrix = random_table(60, 300, seed=6).toarray()
    matrix[7] = matrix[4]
    matrix[7, :3] = 1 - matrix[7, :3]
    kept = validate(csr_array(matrix), alpha=0.01)
    assert (4, 7) in set(zip(kept.source.tolist(), kept.target.tolist(), strict=True))


@pytest.mark.filterwarnings("ignore")  # numba's own
def test_expectations_agree_with_the_bicm_package() -> None:
    bicm = pytest.importorskip("bicm", reason="the bicm package (with numba) is for comparison only")
    for matrix in (davis(), random_table(50, 80, seed=1), random_table(80, 400, seed=4)):
        table = matrix.toarray().astype(int)
        table = table[table.sum(axis=1) > 0][:, table.sum(axis=0) > 0]
        other = bicm.BipartiteGraph()
        other.set_biadjacency_matrix(table)
        other.solve_tool(linsearch=True, verbose=False, print_error=False, tol=1e-12, eps=1e-12, method="newton")
        expected = other.get_bicm_matrix()
        model = fit(csr_array(table.astype(float)))
        assert np.abs(model.expected() - expected).max() < 1e-6


@pytest.mark.filterwarnings("ignore")  # numba's and tqdm's own
def test_validated_ties_agree_with_the_bicm_package() -> None:
    bicm = pytest.importorskip("bicm", reason="the bicm package (with numba) is for comparison only")
    table = random_table(40, 120, seed=2).toarray().astype(int)
    table[5:8, :25], table[5:8, 25:] = 1, 0
    table = table[table.sum(axis=1) > 0][:, table.sum(axis=0) > 0]
    other = bicm.BipartiteGraph()
    other.set_biadjacency_matrix(table)
    other.solve_tool(linsearch=True, verbose=False, print_error=False)
    other.compute_projection(rows=True, alpha=0.05, approx_method="poibin", threads_num=1, progress_bar=True)
    listed = other.get_rows_projection(fmt="adjacency_list")
    theirs = {(min(one, far), max(one, far)) for one, many in listed.items() for far in many}
    kept = validate(csr_array(table.astype(float)), alpha=0.05)
    assert len(theirs) >= 2
    assert set(zip(kept.source.tolist(), kept.target.tolist(), strict=True)) == theirs
