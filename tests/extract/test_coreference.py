"""Which mentions are the same thing, by which sieve; one golden file per phenomenon."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.attribution import find_attributions
from kg.extract.coreference import find_chains
from kg.extract.mentions import find_mentions
from kg.model import Attribution, Chain, Document, Mention
from kg.text.parse import parse
from tests.extract.small_lexicon import SMALL
from tests.golden_lines import Case, golden_tests
from tests.parsing import parser

SURE_ENOUGH = 0.6  # links that are less sure have a question mark in the golden files
WORDS = st.sampled_from(
    "the a no Its they it he she said who which that , . ( ) “ ” Anna Lund Sweden Ministry of Defence left".split()
)


def chains_of(text: str) -> tuple[tuple[Mention, ...], tuple[Chain, ...]]:
    doc = parse(parser(), Document("a", "a.txt", text))
    mentions = find_mentions(doc, SMALL)
    heads = {mention.head: index for index, mention in enumerate(mentions)}
    attributions = [with_mention(attribution, heads) for attribution in find_attributions(doc)]
    return mentions, find_chains(doc, mentions, SMALL, attributions)


def with_mention(attribution: Attribution, heads: dict) -> Attribution:
    if attribution.source is None:
        return attribution
    return replace(attribution, source=replace(attribution.source, mention=heads.get(attribution.source.head)))


def outcome(case: Case) -> tuple[str, ...]:
    mentions, chains = chains_of(case.given)
    return tuple(line(mentions, chain) for chain in chains)


def line(mentions: tuple[Mention, ...], chain: Chain) -> str:
    sieves = {link.mention: link.sieve + ("?" if link.confidence < SURE_ENOUGH else "") for link in chain.links}
    parts = [mentions[i].text + (f" ({sieves[i]})" if i in sieves else "") for i in chain.mentions]
    return f"{mentions[chain.representative].normal}: {' | '.join(parts)}"


test_golden, test_regen = golden_tests("coreference", outcome)


def test_each_mention_is_in_one_chain_and_each_link_within_its_chain() -> None:
    _, chains = chains_of("Anna Lund said she was ill. Lund's doctor said the minister was well. She left.")
    members = [index for chain in chains for index in chain.mentions]
    assert len(members) == len(set(members))
    for chain in chains:
        assert chain.representative in chain.mentions
        assert {i for link in chain.links for i in (link.mention, link.antecedent)} <= set(chain.mentions)
        assert len(chain.links) == len(chain.mentions) - 1
        assert all(0 < link.confidence <= 1 for link in chain.links)


def test_without_attributions_nobody_speaks() -> None:
    doc = parse(parser(), Document("a", "a.txt", '"I am tired," said Robert Hale.'))
    assert find_chains(doc, find_mentions(doc, SMALL), SMALL) == ()


def test_empty_document_has_no_chains() -> None:
    assert chains_of(" ") == ((), ())


def test_two_known_names_are_never_one() -> None:
    mentions, chains = chains_of("Sweden and Britain agreed. The country was pleased. Sweden paid. Britain paid.")
    for chain in chains:
        assert len({mentions[i].link for i in chain.mentions if mentions[i].link}) <= 1


@settings(max_examples=40)
@given(st.lists(WORDS, min_size=1, max_size=25).map(" ".join))
def test_any_text_gives_chains_that_hold_together(text: str) -> None:
    mentions, chains = chains_of(text)
    members = [index for chain in chains for index in chain.mentions]
    assert len(members) == len(set(members))
    assert all(len(chain.mentions) > 1 for chain in chains)
    assert all(list(chain.mentions) == sorted(chain.mentions) for chain in chains)
    assert list(chains) == sorted(chains, key=lambda chain: chain.mentions)
    assert chains_of(text) == (mentions, chains)
