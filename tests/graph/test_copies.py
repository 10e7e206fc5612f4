from __future__ import annotations

import itertools
import subprocess
import sys

import pytest

from kg.graph.copies import COPIED, count_independent, similarity

ORIGINAL = (
    "The ministry said on Monday that the first of the new ferries had left the yard and would reach the island before "
    "the end of the month, weather permitting, after trials that took longer than planned."
)
EDITED = ORIGINAL.replace("on Monday", "Monday").replace("the island", "the main island")
CUT = ORIGINAL.removesuffix(", weather permitting, after trials that took longer than planned.") + "."
RETOLD = (
    "After trials that took longer than expected, the first new ferry is on its way: it left the yard and should be at "
    "the island by the end of the month, according to the ministry."
)


@pytest.mark.parametrize("copy", [ORIGINAL, EDITED, CUT, ORIGINAL.upper().replace(",", " —")])
def test_a_copy_is_one_voice(copy: str) -> None:
    assert count_independent({"a": [ORIGINAL], "b": [copy]}) == 1


def test_a_retelling_is_a_voice_of_its_own() -> None:
    assert similarity(ORIGINAL.casefold(), RETOLD.casefold()) < COPIED / 2
    assert count_independent({"a": [ORIGINAL], "b": [RETOLD]}) == 2


def test_a_chain_of_copies_is_one_voice_in_any_order() -> None:
    texts = {"a": [ORIGINAL], "b": [EDITED], "c": [CUT], "d": [RETOLD]}
    counts = {count_independent(dict(order)) for order in itertools.permutations(texts.items())}
    assert counts == {2}


def test_one_article_is_one_voice_whatever_it_repeats() -> None:
    assert count_independent({"a": [ORIGINAL, RETOLD]}) == 1
    assert count_independent({}) == 0


def test_a_graph_of_one_article_needs_no_comparison() -> None:
    code = "import sys, kg.graph.copies as c; c.count_independent({'a': ['x y z']}); print('datasketch' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
