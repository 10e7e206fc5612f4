"""What people decide holds at every build: the same, different, wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import DataError
from kg.graph.decisions import UNDECIDED, Decisions, read_decisions
from kg.graph.iris import Iris
from kg.graph.rdf import quads
from kg.graph.resolution import DECIDED, resolve
from kg.graph.rules import derive
from kg.graph.units import Knowledge
from kg.model import Chain, Determination, Entity, Extraction, Lexicon, Link, MentionKind, Resolution
from kg.ontology import Ontology, Rule
from tests.graph.conftest import BASE, KG, ArticleBuilder, ask, store_of
from tests.graph.test_resolution import LEXICON, NORLAND, extraction, mention, nominal

ENTITY = BASE + "entity/"
PERSON = {"label": KG + "Person"}
ORGANIZATION = {"label": KG + "Organization"}


def decided(*extractions: Extraction, **decisions: object) -> dict[str, Entity]:
    return {entity.label: entity for entity in resolution(*extractions, **decisions).entities if entity.merges}


def resolution(*extractions: Extraction, **decisions: object) -> Resolution:
    return resolve(extractions, LEXICON, BASE, Decisions(**decisions))  # type: ignore[arg-type]


def reasons(entity: Entity) -> set[str]:
    return {merge.reason for merge in entity.merges}


# ------------------------------------------------------------------------------------------------ same


def test_what_a_person_calls_the_same_is_one_entity() -> None:
    same = ((ENTITY + "Globex", ENTITY + "Halden_Yard"),)
    entities = decided(extraction("a", mention("Globex", 0)), extraction("b", mention("Halden Yard", 0)), same=same)
    (entity,) = entities.values()
    assert len(entity.merges) == 2
    assert DECIDED in reasons(entity)


def test_what_is_known_gives_label_and_iri() -> None:
    articles = [extraction("a", mention("Northern Kingdom", 0)), extraction("b", mention("Globex", 0))]
    entities = decided(*articles, same=((NORLAND.iri, ENTITY + "Northern_Kingdom"),))
    assert entities["Norland"].iri == NORLAND.iri, "though no article names it by a name that the ontologies know"
    assert entities["Norland"].aliases == ("Northern Kingdom",)
    assert set(entities) == {"Norland", "Globex"}


def test_same_goes_on_over_several_decisions() -> None:
    names = ("Globex", "Halden Yard", "Skerry Works")
    pairs = ((ENTITY + "Globex", ENTITY + "Halden_Yard"), (ENTITY + "Skerry_Works", ENTITY + "Globex"))
    entities = decided(*(extraction(name, mention(name, 0)) for name in names), same=pairs)
    assert len(entities) == 1


def test_a_class_that_is_the_same_takes_its_cases_along() -> None:
    pilots = {"determination": Determination.BARE, "plural": True}
    articles = [
        extraction("a", nominal("harbour pilots", 0, "harbour pilots", **pilots)),
        extraction("b", nominal("sea guides", 0, "sea guides", **pilots)),
    ]
    same = ((ENTITY + "pilots", ENTITY + "sea_guides"),)
    entities = decided(*articles, same=same)
    assert entities["harbour pilots"].broader == entities["sea guides"].iri


def test_what_no_article_speaks_of_decides_nothing() -> None:
    article = extraction("a", mention("Globex", 0))
    assert decided(article, same=((ENTITY + "Globex", ENTITY + "Gone"),)) == decided(article)


# ------------------------------------------------------------------------------------------------ different


def test_a_step_does_not_join_what_a_person_keeps_apart() -> None:
    articles = [extraction("a", mention("J. Olsen", 0, **PERSON)), extraction("b", mention("James Olsen", 0, **PERSON))]
    assert len(decided(*articles)) == 1
    assert len(decided(*articles, different=((ENTITY + "J._Olsen", ENTITY + "James_Olsen"),))) == 2


def test_one_name_of_two_people_is_parted_by_article() -> None:
    articles = [extraction(name, mention("James Olsen", 0, **PERSON)) for name in "abc"]
    alone = Knowledge(LEXICON, Iris(BASE)).unit_iri("b", ("name", "james olsen", "Person"), articles[1].mentions[0])
    found = resolution(*articles, different=((alone, ENTITY + "James_Olsen"),))
    assert found.entity_of["b", 0] == alone
    assert found.entity_of["a", 0] == found.entity_of["c", 0] != alone


def test_a_mention_leaves_its_chain_with_what_was_joined_to_it() -> None:
    members = (
        mention("Globex", 0, **ORGANIZATION),
        nominal("the yard", 20, "yard", determination=Determination.DEFINITE),
        mention("it", 40, kind=MentionKind.PRONOUN, normal=""),
        mention("Globex", 60, **ORGANIZATION),
    )
    links = (Link(1, 0, "relaxed head", 0.6), Link(2, 1, "pronoun", 0.7), Link(3, 0, "exact name", 1.0))
    article = extraction("a", *members, chains=(Chain((0, 1, 2, 3), 0, links),))
    alone = Knowledge(LEXICON, Iris(BASE)).mention_iri("a", members[1])
    found = resolution(article, different=((alone, ENTITY + "Globex"),)).entity_of
    assert found["a", 0] == found["a", 3] != found["a", 1]
    assert found["a", 2] == found["a", 1]


def test_a_mention_of_something_known_may_be_something_else() -> None:
    article = extraction("a", mention("Norland", 0, link=NORLAND.iri), mention("Globex", 20))
    alone = Knowledge(LEXICON, Iris(BASE)).unit_iri("a", ("known", NORLAND.iri), article.mentions[0])
    entities = decided(article, different=((alone, NORLAND.iri),))
    assert entities["Norland"].iri == alone
    assert reasons(entities["Norland"]) == {"kept apart by a person"}


# ------------------------------------------------------------------------------------------------ wrong

TURNED = (
    "SELECT ?subject ?predicate ?object ?premise1 { "
    "?premise1 rdf:subject ?object ; rdf:predicate relation:buy ; rdf:object ?subject . "
    "BIND(relation:is_bought_by AS ?predicate) }"
)
OWNS = Rule("turned", BASE + "rule/turned", TURNED)


def article_of_a_sale() -> Extraction:
    builder = ArticleBuilder("Northland bought Alpha One.")
    builder.say("Northland", "bought", "Alpha One", lemma="buy")
    return builder.build()


def graph_with(wrong: frozenset[str]) -> object:
    ontology = Ontology(Lexicon(), rules=(OWNS,))
    article = article_of_a_sale()
    resolved = resolve([article], ontology.lexicon, BASE)
    found = quads([article], resolved, ontology, min_confidence=0.5, decisions=Decisions(wrong=wrong))
    store = store_of(found)  # type: ignore[arg-type]
    derive(store, ontology.rules, BASE)
    return store


def test_a_wrong_fact_has_neither_triple_nor_consequence_but_keeps_its_evidence() -> None:
    fact = Iris(BASE).fact(ENTITY + "Northland", BASE + "relation/buy", f"<{ENTITY}Alpha_One>", "positive")
    right, wrong = graph_with(frozenset()), graph_with(frozenset({fact}))
    assert ask(right, "entity:Northland relation:buy entity:Alpha_One . ?f a kg:DerivedFact")
    assert ask(wrong, f"<{fact}> a kg:Claim ; kg:judgedWrong true ; kg:evidence/nif:anchorOf ?quote")
    assert not ask(wrong, "entity:Northland relation:buy entity:Alpha_One")
    assert not ask(wrong, "?f a kg:DerivedFact")


def test_a_wrong_consequence_stays_as_a_claim() -> None:
    node = Iris(BASE).fact(ENTITY + "Alpha_One", BASE + "relation/is_bought_by", f"<{ENTITY}Northland>", "derived")
    graph = graph_with(frozenset({node}))
    assert ask(graph, f"<{node}> a kg:DerivedFact, kg:Claim")
    assert not ask(graph, "entity:Alpha_One relation:is_bought_by entity:Northland")


# ------------------------------------------------------------------------------------------------ the file


def written(folder: Path, text: str) -> Path:
    (folder / "decisions.ttl").write_text(text, encoding="utf-8")
    return folder


def test_the_file_needs_no_prefixes(tmp_path: Path) -> None:
    text = (
        "# ours\nentity:A owl:sameAs entity:B .\nentity:C owl:differentFrom entity:D .\nfact:1f kg:judgedWrong true .\n"
        "fact:2f kg:judgedWrong false .\n"
    )
    decisions = read_decisions(written(tmp_path, text), BASE)
    assert decisions.same == ((ENTITY + "A", ENTITY + "B"),)
    assert decisions.different == ((ENTITY + "C", ENTITY + "D"),)
    assert (decisions.wrong, decisions.right) == ({BASE + "fact/1f"}, {BASE + "fact/2f"})


def test_without_a_file_nothing_is_decided(tmp_path: Path) -> None:
    assert read_decisions(tmp_path, BASE) == UNDECIDED


@pytest.mark.parametrize(
    ("text", "place", "what"),
    [
        ("entity:A owl:sameAs entity:B .\nentity:C owl:sameAs .\n", ":2: ", "not valid Turtle"),
        ("# ours\nentity:A owl:sameAs entity:B\n", ":", "not valid Turtle"),
        ("\nentity:A rdfs:label entity:B .\n", ":2: ", "label is no decision"),
        ("\nfact:1f kg:judgedWrong 'yes' .\n", ":2: ", "judgedWrong is no decision"),
        ("\nentity:A owl:sameAs 'B' .\n", ":2: ", "sameAs is no decision"),
    ],
)
def test_a_mistake_is_one_line_with_its_place(tmp_path: Path, text: str, place: str, what: str) -> None:
    with pytest.raises(DataError) as caught:
        read_decisions(written(tmp_path, text), BASE)
    line = str(caught.value)
    assert line.startswith(f"{tmp_path / 'decisions.ttl'}{place}")
    assert what in line
    assert "\n" not in line
