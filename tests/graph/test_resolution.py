"""Entities over a corpus: what is one thing, what is kept apart, and why."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import replace

import pytest

from kg.graph.resolution import resolve
from kg.model import (
    Chain,
    Determination,
    Document,
    Entity,
    Extraction,
    Kind,
    Lexicon,
    Link,
    Mention,
    MentionKind,
    Name,
    Resolution,
    Span,
)

KG = "https://w3id.org/newskg/ontology#"
BASE = "https://w3id.org/newskg/"
KINDS = {
    KG + name: Kind(KG + name, name.lower(), frozenset({KG + name, KG + "Entity"}))
    for name in ("Person", "Organization", "Place", "Product")
}
NORLAND = Name(BASE + "entity/Norland", "Norland", KG + "Place", demonyms=("Norlandic",), same_as=("http://x.org/Q1",))
LEXICON = Lexicon(names={NORLAND.iri: NORLAND}, kinds=KINDS)


def mention(text: str, at: int, **fields: object) -> Mention:
    fields = {"kind": MentionKind.NAME, "normal": text, "head_normal": text.split()[-1]} | fields
    head = Span(at + text.rindex(text.split()[-1]), at + len(text))
    return Mention("", Span(at, at + len(text)), head, text, **fields)  # type: ignore[arg-type]


def extraction(document: str, *mentions: Mention, chains: tuple[Chain, ...] = ()) -> Extraction:
    return Extraction(Document(document, document + ".txt", ""), mentions, chains)


def resolved(*extractions: Extraction) -> tuple[Resolution, Mapping[str, Entity]]:
    resolution = resolve(extractions, LEXICON, BASE)
    return resolution, {entity.label: entity for entity in resolution.entities}


def entity_labels(resolution: Resolution, document: str) -> list[str]:
    labels = {entity.iri: entity.label for entity in resolution.entities}
    return [labels[iri] for (doc, _), iri in sorted(resolution.entity_of.items()) if doc == document]


def nominal(text: str, at: int, normal: str, **fields: object) -> Mention:
    return mention(text, at, kind=MentionKind.NOMINAL, normal=normal, head_normal=normal.split()[-1], **fields)


def test_a_known_name_has_the_iri_and_label_that_the_ontology_gives() -> None:
    _resolution, entities = resolved(extraction("a", mention("Norland", 0, link=NORLAND.iri)))
    assert entities["Norland"].iri == NORLAND.iri
    assert entities["Norland"].same_as == ("http://x.org/Q1",)
    assert entities["Norland"].merges[0].reason == "known name: Norland"


@pytest.mark.parametrize(
    ("one", "other"),
    [("Globex Corp.", "Globex"), ("the Halden Group", "Halden"), ("U.N.E.S.", "UNES"), ("Café Norte", "Cafe Norte")],
)
def test_spellings_of_one_name_are_one_entity(one: str, other: str) -> None:
    label = {"label": KG + "Organization"}
    resolution, _ = resolved(extraction("a", mention(one, 0, **label)), extraction("b", mention(other, 0, **label)))
    assert len(resolution.entities) == 1


def test_the_same_name_with_types_that_do_not_fit_is_two_entities_with_suffixes() -> None:
    resolution, _ = resolved(
        extraction("a", mention("Jordan", 0, label=KG + "Person")),
        extraction("b", mention("Jordan", 0, label=KG + "Place")),
    )
    iris = {entity.iri for entity in resolution.entities}
    assert len(iris) == 2
    assert BASE + "entity/Jordan" not in iris, "the first one must not win the readable slug"


def test_an_untyped_name_joins_the_one_typed_thing_of_that_name() -> None:
    resolution, _ = resolved(
        extraction("a", mention("Halden", 0, label=KG + "Organization")), extraction("b", mention("Halden", 0))
    )
    assert [entity.kind for entity in resolution.entities] == [KG + "Organization"]


def test_an_acronym_defined_in_one_article_holds_in_another() -> None:
    defined = extraction(
        "a",
        mention("Northern Harbour Authority", 0, label=KG + "Organization"),
        mention("NHA", 30, label=KG + "Organization"),
        chains=(Chain((0, 1), 0, (Link(1, 0, "acronym", 0.98),)),),
    )
    _resolution, entities = resolved(defined, extraction("b", mention("NHA", 0, label=KG + "Organization")))
    assert list(entities) == ["Northern Harbour Authority"]
    assert entities["Northern Harbour Authority"].aliases == ("NHA",)
    assert "coreference: acronym" in {merge.reason for merge in entities["Northern Harbour Authority"].merges}


def test_an_acronym_of_two_names_is_neither() -> None:
    def defining(document: str, name: str) -> Extraction:
        chain = Chain((0, 1), 0, (Link(1, 0, "acronym", 0.98),))
        return extraction(document, mention(name, 0), mention("NHA", 50), chains=(chain,))

    resolution, _entities = resolved(
        defining("a", "Northern Harbour Authority"),
        defining("b", "National Health Agency"),
        extraction("c", mention("NHA", 0)),
    )
    assert entity_labels(resolution, "c") == ["NHA"]


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("Maria Olsen", "Maria T. Olsen", 1),
        ("Jim Olsen", "James Olsen", 1),
        ("J. Olsen", "James Olsen", 1),
        ("Maria Olsen", "Karin Olsen", 2),
        ("Olsen", "Karin Olsen", 2),
    ],
)
def test_people_are_merged_across_articles_only_on_evidence(one: str, other: str, count: int) -> None:
    label = {"label": KG + "Person"}
    resolution, _ = resolved(extraction("a", mention(one, 0, **label)), extraction("b", mention(other, 0, **label)))
    assert len(resolution.entities) == count


def test_a_surname_alone_is_not_one_person_for_the_whole_corpus() -> None:
    label = {"label": KG + "Person"}
    resolution, _ = resolved(
        extraction("a", mention("Olsen", 0, **label)), extraction("b", mention("Olsen", 0, **label))
    )
    assert len(resolution.entities) == 2


def test_a_class_nominal_is_shared_and_has_its_head_above_it() -> None:
    bare = {"determination": Determination.BARE, "plural": True}
    resolution, entities = resolved(
        extraction("a", nominal("Norlandic military contractors", 0, "Norlandic military contractors", **bare)),
        extraction("b", nominal("Norlandic military contractors", 0, "Norlandic military contractors", **bare)),
    )
    special = entities["Norlandic military contractors"]
    assert len(special.merges) == 2
    assert special.broader == BASE + "entity/contractors"
    assert any(entity.iri == special.broader for entity in resolution.entities), "the class above exists too"


def test_a_definite_singular_is_an_entity_of_its_article_alone() -> None:
    definite = {"determination": Determination.DEFINITE}
    resolution, _ = resolved(
        extraction("a", nominal("the company", 0, "company", **definite)),
        extraction("b", nominal("the company", 0, "company", **definite)),
    )
    companies = [entity for entity in resolution.entities if entity.merges]
    assert len(companies) == 2
    assert {entity.broader for entity in companies} == {BASE + "entity/company"}


def test_a_chain_with_two_known_things_is_parted() -> None:
    other = Name(BASE + "entity/Sudland", "Sudland", KG + "Place")
    lexicon = Lexicon(names={NORLAND.iri: NORLAND, other.iri: other}, kinds=KINDS)
    wrong = extraction(
        "a",
        mention("Norland", 0, link=NORLAND.iri),
        mention("Sudland", 20, link=other.iri),
        chains=(Chain((0, 1), 0, (Link(1, 0, "relaxed head", 0.6),)),),
    )
    resolution = resolve([wrong], lexicon, BASE)
    assert resolution.entity_of == {("a", 0): NORLAND.iri, ("a", 1): other.iri}


def test_pronouns_and_dates_without_a_name_are_no_entities() -> None:
    resolution, _ = resolved(
        extraction("a", mention("it", 0, kind=MentionKind.PRONOUN), mention("Monday", 5, kind=MentionKind.DATE))
    )
    assert resolution.entities == ()


def test_the_order_of_articles_changes_nothing() -> None:
    label = {"label": KG + "Person"}
    articles = [
        extraction("a", mention("Jim Olsen", 0, **label), mention("Jordan", 20, label=KG + "Place")),
        extraction("b", mention("James Olsen", 0, **label), mention("Jordan", 20, label=KG + "Person")),
        extraction("c", mention("Globex Inc", 0), mention("GLOBEX", 20)),
    ]
    results = {repr(resolve(order, LEXICON, BASE)) for order in itertools.permutations(articles)}
    assert len(results) == 1


@pytest.mark.parametrize("wording", ["N.L. harbour pilots", "NL harbour pilots", "Norland harbour pilot"])
def test_who_a_class_belongs_to_may_be_said_in_any_wording(wording: str) -> None:
    norland = replace(NORLAND, aliases=("N.L.",))
    usual = nominal("Norlandic harbour pilots", 0, "Norlandic harbour pilots", plural=True)
    articles = [extraction(name, usual) for name in "ab"] + [extraction("c", nominal(wording, 0, wording))]
    resolution = resolve(articles, replace(LEXICON, names={NORLAND.iri: norland}), BASE)
    (pilots,) = (entity for entity in resolution.entities if entity.merges)
    assert pilots.label == "Norlandic harbour pilots", "the wording used most"
    assert len(pilots.merges) == 3


def test_a_demonym_of_two_states_says_not_whose_it_is() -> None:
    twin = Name(BASE + "entity/Upper_Norland", "Upper Norland", KG + "Place", demonyms=("Norlandic",))
    lexicon = replace(LEXICON, names={NORLAND.iri: NORLAND, twin.iri: twin})
    articles = [extraction(words, nominal(words, 0, words)) for words in ("Norlandic pilots", "Norland pilots")]
    resolution = resolve(articles, lexicon, BASE)
    assert {entity.label for entity in resolution.entities if entity.merges} == {"Norlandic pilots", "Norland pilots"}


def test_names_keep_their_own_words() -> None:
    resolution, _ = resolved(
        extraction("a", mention("Norlandic Air Club", 0)), extraction("b", mention("Norland Air Club", 0))
    )
    assert len(resolution.entities) == 2


def test_a_merge_across_articles_says_which_step_made_it() -> None:
    label = {"label": KG + "Person"}
    _, entities = resolved(
        extraction("a", mention("J. Olsen", 0, **label)), extraction("b", mention("James Olsen", 0, **label))
    )
    merges = [merge for entity in entities.values() for merge in entity.merges]
    assert [(merge.reason, merge.confidence < 1) for merge in merges] == [
        ("full name: J. Olsen", True),
        ("same name: James Olsen", False),
    ]


def test_a_name_never_takes_the_iri_of_something_known() -> None:
    resolution, _ = resolved(
        extraction("a", mention("Norland", 0, link=NORLAND.iri)),
        extraction("b", mention("Norland", 0, label=KG + "Person"), mention("Norland City", 20, label=KG + "Place")),
        extraction("c", mention("NORLAND", 0, label=KG + "Organization")),
    )
    assert len({entity.iri for entity in resolution.entities}) == 4


def chained(document: str, *mentions: Mention) -> Extraction:
    links = tuple(Link(index, 0, "some sieve", 0.9) for index in range(1, len(mentions)))
    return extraction(document, *mentions, chains=(Chain(tuple(range(len(mentions))), 0, links),))


ORGANIZATION = {"label": KG + "Organization"}
DEFINITE = {"determination": Determination.DEFINITE}


def test_a_short_name_that_one_article_explains_holds_in_another() -> None:
    _, entities = resolved(
        chained("a", mention("Halden Yard Works", 0, **ORGANIZATION), mention("Halden", 30, **ORGANIZATION)),
        extraction("b", mention("Halden", 0, **ORGANIZATION)),
        extraction("c", mention("Halden Yard Works", 0, **ORGANIZATION)),
    )
    assert list(entities) == ["Halden Yard Works"]


def test_a_short_name_of_two_things_is_neither() -> None:
    resolution, _ = resolved(
        chained("a", mention("Halden Yard Works", 0, **ORGANIZATION), mention("Halden", 30, **ORGANIZATION)),
        chained("b", mention("Halden Steel", 0, **ORGANIZATION), mention("Halden", 30, **ORGANIZATION)),
        extraction("c", mention("Halden", 0, **ORGANIZATION)),
    )
    assert entity_labels(resolution, "c") == ["Halden"]


def test_a_word_for_what_belongs_to_a_state_is_no_short_name_of_the_state() -> None:
    member = {"link": NORLAND.iri}
    resolution, _ = resolved(
        chained("a", mention("Norland", 0, **member), mention("Norlandic", 20, **member)),
        extraction("b", mention("Norlandic", 0)),
    )
    assert entity_labels(resolution, "b") == ["Norlandic"]


def joined_to_globex(text: str, **fields: object) -> bool:
    """Tell whether a nominal is Globex, where another article calls Globex a company."""
    usual = chained("a", mention("Globex", 0, **ORGANIZATION), nominal("the company", 20, "company", **DEFINITE))
    normal = text.removeprefix("the ").removeprefix("a ")
    article = extraction("b", nominal(text, 0, normal, **DEFINITE | fields))
    return entity_labels(resolved(usual, article)[0], "b") == ["Globex"]


def test_a_name_before_what_it_is_called_by_is_the_thing_itself() -> None:
    assert joined_to_globex("the Globex company")
    assert joined_to_globex("the Norlandic Globex company")


@pytest.mark.parametrize("text", ["the Globex subsidiary", "the Halden company", "Globex's company"])
def test_another_noun_or_name_or_owner_makes_another_thing(text: str) -> None:
    assert not joined_to_globex(text)


def test_several_or_any_such_are_not_the_thing_itself() -> None:
    assert not joined_to_globex("the Globex companies", plural=True)
    assert not joined_to_globex("a Globex company", determination=Determination.INDEFINITE)


def test_what_lies_around_a_place_is_not_the_place() -> None:
    place = {"label": KG + "Place"}
    resolution, _ = resolved(
        chained("a", mention("Eastvale", 0, **place), nominal("the region", 20, "region", **DEFINITE)),
        extraction("b", nominal("the Eastvale region", 0, "Eastvale region", **DEFINITE)),
    )
    assert entity_labels(resolution, "b") == ["Eastvale region"]


# ------------------------------------------------------------------------------------------------ public bodies

STATE = Kind(KG + "State", "state", frozenset({KG + "State", KG + "Place", KG + "Entity"}))
NORTH = Name(BASE + "entity/Norland", "Norland", STATE.iri, demonyms=("Norlandic",))
SOUTH = Name(BASE + "entity/Sudland", "Sudland", STATE.iri, demonyms=("Sudlandic",))
COURT = Name(
    BASE + "entity/High_Court", "High Court of Norland", KG + "Organization", aliases=("Norlandic High Court",)
)
STATES = Lexicon(names={name.iri: name for name in (NORTH, SOUTH, COURT)}, kinds={**KINDS, STATE.iri: STATE})


def of_state(document: str, owner: str, body: str, link: str) -> Extraction:
    """Make an article that names a body with the state before it."""
    text = f"{owner} {body}"
    whole = replace(mention(text, 0, **ORGANIZATION), normal=body)
    return extraction(document, whole, mention(owner, 0, label=STATE.iri, link=link))


def bodies(*articles: Extraction) -> list[str]:
    return [entity.label for entity in resolve(articles, STATES, BASE).entities if entity.merges and not entity.same_as]


def test_a_body_that_many_states_have_is_that_of_the_state_named_before_it() -> None:
    articles = (
        of_state("a", "Norland's", "Supreme Court", NORTH.iri),
        of_state("b", "Norlandic", "Supreme Court", NORTH.iri),
        of_state("c", "Sudland's", "Supreme Court", SOUTH.iri),
    )
    found = [label for label in bodies(*articles) if "Court" in label]
    assert found == ["Supreme Court (Norland)", "Supreme Court (Sudland)"]


def test_a_body_without_its_state_is_one_of_its_article() -> None:
    articles = [extraction(name, mention("Supreme Court", 0, **ORGANIZATION)) for name in "ab"]
    assert bodies(*articles) == ["Supreme Court", "Supreme Court"]
    articles = [extraction(name, mention("Halden District Court", 0, **ORGANIZATION)) for name in "ab"]
    assert bodies(*articles) == ["Halden District Court"], "a name that says which one is one"


def test_an_article_about_one_state_speaks_of_its_bodies() -> None:
    places = [mention("Norland", at, link=NORTH.iri) for at in (20, 30, 40)]
    articles = [extraction(name, mention("Supreme Court", 0, **ORGANIZATION), *places) for name in "ab"]
    assert "Supreme Court (Norland)" in bodies(*articles)


def test_a_name_that_others_share_joins_nobody_to_what_is_known_by_it() -> None:
    party = Name(BASE + "entity/P", "Blue Party", KG + "Organization", aliases=("Blues",), shared=("Blue Party",))
    known = Lexicon(names={party.iri: party, SOUTH.iri: SOUTH}, kinds={**KINDS, STATE.iri: STATE})
    of_north = extraction("a", mention("Blue Party", 0, link=party.iri), mention("Blues", 20, link=party.iri))
    for name, is_joined in (("Blue Party", False), ("Blues", True)):
        other = extraction("b", mention(name, 0, **ORGANIZATION))
        resolution = resolve((of_north, other), known, BASE)
        assert (resolution.entity_of["b", 0] == party.iri) == is_joined, name


@pytest.mark.parametrize("people", ["Democrats", "Conservatives"])
def test_people_of_parties_that_many_states_have_are_those_of_one_article(people: str) -> None:
    articles = [extraction(name, mention(people, 0, label=f"{KG}Group")) for name in "ab"]
    assert bodies(*articles) == [people, people]


def test_what_the_ontology_knows_with_its_state_is_known_by_its_owner() -> None:
    resolution = resolve([of_state("a", "Norland's", "High Court", NORTH.iri)], STATES, BASE)
    assert resolution.entity_of["a", 0] == COURT.iri


def test_a_direction_is_no_certain_place() -> None:
    articles = [extraction(name, mention("the North", 0, label=KG + "Place", normal="North")) for name in "ab"]
    assert bodies(*articles) == ["North", "North"]


def test_a_short_name_in_brackets_holds_in_another_article_whatever_its_letters() -> None:
    chain = Chain((0, 1), 0, (Link(1, 0, "acronym", 0.85),))
    defining = extraction(
        "a", mention("Halden Forestry Board", 0, **ORGANIZATION), mention("Haldfor", 30), chains=(chain,)
    )
    assert bodies(defining, extraction("b", mention("Haldfor", 0, **ORGANIZATION))) == ["Halden Forestry Board"]
