"""Attribution, factuality and times never stop on a parse that makes no sense."""

from __future__ import annotations

import random
from datetime import date

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.extract.attribution import find_attributions
from kg.extract.factuality import assess, author_view
from kg.extract.quantifiers import quantifier
from kg.extract.times import find_times
from kg.extract.trees import read_tree

WORDS = """The official said that if no ban on exports would not be lifted , he refused to report according to citing
    sources ' " “ ” `` '' : May 5 2024 last week until yet going have is was due only few two of reportedly plan denied
    without instead in event should had as though 's 12 Q3 '82 today quoted saying 999 0 nor neither""".split()
DEPS = """nsubj dobj pobj prep aux auxpass neg mark ccomp xcomp advcl relcl acl pcomp conj cc det amod advmod punct
    compound nsubjpass agent attr acomp parataxis dep expl prt poss appos""".split()
TAGS = "NN NNS NNP VB VBD VBG VBN VBZ VBP MD TO IN DT JJ RB CD PRP WP WDT WRB . , : _SP RP CC".split()
POS = "NOUN VERB AUX ADJ ADV ADP PUNCT SPACE NUM PRON PROPN".split()
VOCAB = Vocab()


def odd_doc(seed: int) -> Doc:
    chance = random.Random(seed)
    count = chance.randint(1, 18)
    words = [chance.choice(WORDS) for _ in range(count)]
    root, *rest = chance.sample(range(count), count)
    heads, placed = {root: root}, [root]
    for i in rest:
        heads[i] = chance.choice(placed)
        placed.append(i)
    return Doc(
        VOCAB,
        words=words,
        spaces=[chance.random() < 0.8 for _ in words],
        heads=[heads[i] for i in range(count)],
        deps=["ROOT" if i == root else chance.choice(DEPS) for i in range(count)],
        tags=[chance.choice(TAGS) for _ in words],
        pos=[chance.choice(POS) for _ in words],
        lemmas=[word.lower() for word in words],
    )


@pytest.mark.parametrize("block", range(10))
def test_nothing_is_raised(block: int) -> None:
    for seed in range(block * 60, block * 60 + 60):
        doc = odd_doc(seed)
        for attribution in find_attributions(doc):
            assert 0 <= attribution.content.start < attribution.content.end <= len(doc.text)
        for published in (None, date(2024, 2, 29), date.min, date.max):
            assert all(time.span.of(doc.text) == time.text for time in find_times(doc, published))
        for token in doc:
            assess(doc, token.i)
            author_view(doc, token.i, attributed=True)
            quantifier(read_tree(doc), token.i)
