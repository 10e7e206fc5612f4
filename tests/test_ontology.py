"""The ontologies as a value: what ships is sound, mistakes are told with their place, and a domain is data."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import OntologyError
from kg.model import Lexicon
from kg.ontology import Ontology, load_ontology, shipped_folder

HERE = Path(__file__).resolve().parent / "ontologies"
KG = "https://w3id.org/newskg/ontology#"
ENTITY = "https://w3id.org/newskg/entity/"
LABEL = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
WIKIDATA = re.compile(r"http://www\.wikidata\.org/entity/Q[1-9]\d*")
PREFIXES = f"""
@prefix entity: <{ENTITY}> .
@prefix kg: <{KG}> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""


@cache
def shipped() -> Ontology:
    return load_ontology()


def lexicon() -> Lexicon:
    return shipped().lexicon


def described(ntriples: str) -> ox.Store:
    store = ox.Store()
    store.load(ntriples.encode(), format=ox.RdfFormat.N_TRIPLES)
    return store


@pytest.fixture
def folder(tmp_path: Path) -> Callable[[str], Path]:
    """Write a domain of one file, below the usual prefixes."""

    def written(turtle: str) -> Path:
        (tmp_path / "domain.ttl").write_text(PREFIXES + turtle, encoding="utf-8")
        return tmp_path

    return written


# ------------------------------------------------------------------------------------------------ what ships


def test_nothing_is_doubtful() -> None:
    assert shipped().problems == ()


def test_there_are_enough_properties_with_phrases() -> None:
    properties = {phrase.property for phrases in lexicon().phrases.values() for phrase in phrases}
    assert len(properties) >= 200


def test_there_are_enough_names() -> None:
    by_class = Counter(name.kind.removeprefix(KG) for name in lexicon().names.values())
    assert by_class["State"] >= 193
    assert by_class["Capital"] >= 150
    assert by_class["InternationalOrganization"] >= 60
    assert by_class["Person"] >= 200


def test_every_property_has_a_label() -> None:
    store = described(shipped().vocabulary)
    properties = {phrase.property for phrases in lexicon().phrases.values() for phrase in phrases}
    assert [iri for iri in sorted(properties) if not any(store.quads_for_pattern(ox.NamedNode(iri), LABEL, None))] == []


def test_every_property_of_two_things_has_a_domain() -> None:
    free = {
        phrase.property.removeprefix(KG)
        for phrases in lexicon().phrases.values()
        for phrase in phrases
        if not phrase.subjects and not phrase.objects
    }
    text = (shipped_folder() / "news-events.ttl").read_text(encoding="utf-8")
    assert [name for name in sorted(free) if f"kg:{name} a owl:DatatypeProperty" not in text] == []


def test_phrases_are_lemmas_in_normal_form() -> None:
    for text, phrases in lexicon().phrases.items():
        assert text == " ".join(text.lower().split()), phrases[0].property
        assert not re.search(r"[^a-z*'. -]", text), text
        assert all(phrase.text == text for phrase in phrases)


def test_phrases_have_no_auxiliaries_articles_or_negation() -> None:
    banned = {"the", "a", "an", "not", "never", "will", "would", "has", "had", "is", "are", "was", "been", "being"}
    assert [text for text in lexicon().phrases if banned & set(text.split())] == []


def test_the_most_specific_phrase_comes_first() -> None:
    def depth(kinds: tuple[str, ...]) -> int:
        return min((len(lexicon().kinds[kind].ancestors) for kind in kinds if kind in lexicon().kinds), default=0)

    for phrases in lexicon().phrases.values():
        depths = [depth(phrase.subjects) + depth(phrase.objects) for phrase in phrases]
        assert depths == sorted(depths, reverse=True)


def test_every_name_has_a_label_and_a_known_class() -> None:
    for name in lexicon().names.values():
        assert name.label.strip() == name.label != ""
        assert name.kind in lexicon().kinds, name.iri
        assert name.label not in name.aliases
        assert ox.NamedNode(name.iri).value.startswith(ENTITY)


def test_context_words_are_single_words() -> None:
    odd = [
        name.iri for name in lexicon().names.values() for word in name.contexts if not re.fullmatch(r"[\w.'-]+", word)
    ]
    assert odd == []


def test_wikidata_identifiers_are_well_formed_and_of_one_name_each() -> None:
    same = Counter(iri for name in lexicon().names.values() for iri in name.same_as)
    assert [iri for iri in same if not WIKIDATA.fullmatch(iri)] == []
    assert [iri for iri, count in same.items() if count > 1] == []


def test_metonyms_stand_for_known_names_and_no_city_is_a_state() -> None:
    names = lexicon().names
    for name in names.values():
        assert not name.metonym_for or name.metonym_for in names, name.iri
        assert not (lexicon().is_a(name.kind, f"{KG}City") and lexicon().is_a(name.kind, f"{KG}State"))
    assert names[f"{ENTITY}Kyiv"].metonym_for == f"{ENTITY}Ukraine"
    assert names[f"{ENTITY}Pentagon"].metonym_for == f"{ENTITY}Department_of_Defense"


def test_a_homonym_is_kept_apart_by_context_words() -> None:
    georgia = [name for name in lexicon().names.values() if name.label == "Georgia"]
    assert len(georgia) == 2
    assert sum(not name.contexts for name in georgia) == 1
    assert lexicon().names[f"{ENTITY}Patriot"].contexts
    assert lexicon().names[f"{ENTITY}Patriot_Act"].kind == f"{KG}Law"


def test_background_ties_known_things() -> None:
    store = described(shipped().background)
    maker = ox.Quad(ox.NamedNode(f"{ENTITY}F-16"), ox.NamedNode(f"{KG}maker"), ox.NamedNode(f"{ENTITY}Lockheed_Martin"))
    assert maker in store
    for _, predicate, value, _ in store:
        if isinstance(value, ox.NamedNode) and value.value.startswith(ENTITY) and predicate.value != f"{KG}office":
            assert value.value in lexicon().names, value


def test_terms_of_office_end_after_they_begin() -> None:
    rows = described(shipped().background).query(
        f"SELECT ?t {{ ?t <{KG}from> ?from ; <{KG}until> ?until FILTER(?from >= ?until) }}"
    )
    assert list(rows) == []


def test_the_vocabulary_has_no_blank_nodes_and_no_phrases() -> None:
    assert "_:" not in shipped().vocabulary
    assert not any(f"{KG}{name}>" in shipped().vocabulary for name in ("phrase", "inversePhrase", "noun", "context"))
    assert shipped().vocabulary.splitlines() == sorted(shipped().vocabulary.splitlines())


def test_several_domains_are_written_as_any_of_them() -> None:
    lines = [line for line in shipped().vocabulary.splitlines() if line.startswith(f"<{KG}takenTo>")]
    assert not any("rdf-schema#domain>" in line for line in lines)
    assert sum("domainIncludes>" in line for line in lines) > 1


def test_a_second_load_is_equal() -> None:
    assert load_ontology() == shipped()


# ------------------------------------------------------------------------------------------------ base IRI


def test_another_base_goes_through_everything() -> None:
    other = load_ontology(base_iri="https://example.org/news/")
    old = "https://w3id.org/newskg/"
    assert f"{other.base_iri}entity/F-16" in other.lexicon.names
    assert not any(old in text for text in (other.vocabulary, other.background, other.shapes))
    assert not any(old in each.sparql for each in (*other.rules, *other.queries))
    assert other.rules[0].iri.startswith("https://example.org/news/rule/")
    assert other.digest != shipped().digest


# ------------------------------------------------------------------------------------------------ domains are data


def test_a_small_domain_needs_only_the_core() -> None:
    ontology = load_ontology([HERE / "takeovers"], defaults=False)
    assert {name.label for name in ontology.lexicon.names.values()} == {
        "Alder Foods", "Birch Dairies", "Cedar Press", "Market Authority",
    }  # fmt: skip
    assert [phrase.property for phrase in ontology.lexicon.phrases["take over"]] == [f"{KG}takesOver"]
    assert "invite bid from" not in ontology.lexicon.phrases
    assert {"indirect-stake", "listed-members"} <= {rule.name for rule in ontology.rules}
    assert "relocation" not in {rule.name for rule in ontology.rules}
    assert {"takeovers", "denied"} <= {query.name for query in ontology.queries}


def test_one_name_and_one_phrase_on_top() -> None:
    more = load_ontology([HERE / "on_top"]).lexicon
    assert more.names.keys() - lexicon().names.keys() == {f"{ENTITY}Skylark"}
    assert more.phrases.keys() - lexicon().phrases.keys() == {"polish"}
    assert more.phrases["polish"][0].property == f"{KG}maintains"


def test_without_defaults_and_folders_only_the_core_is_left() -> None:
    core = load_ontology(defaults=False)
    assert core.lexicon.names == {}
    assert f"{KG}Organization" in core.lexicon.kinds
    assert f"{KG}Weapon" not in core.lexicon.kinds


def test_a_rule_of_the_same_name_replaces_the_shipped_one(folder: Callable[[str], Path]) -> None:
    home = folder("")
    (home / "rules").mkdir()
    rule = "SELECT ?subject ?predicate ?object ?premise1 WHERE { ?premise1 ?p ?subject, ?predicate, ?object }"
    (home / "rules" / "symmetric.rq").write_text(rule, encoding="utf-8")
    found = [rule.sparql for rule in load_ontology([home]).rules if rule.name == "symmetric"]
    assert found == [rule]


def test_a_strict_phrase_and_an_inverse_one(folder: Callable[[str], Path]) -> None:
    home = folder("""
kg:waters a owl:ObjectProperty ; rdfs:label "waters" ; rdfs:domain kg:Person ; rdfs:range kg:Place ;
    kg:strictPhrase "water" ; kg:inversePhrase "be watered by" .
""")
    phrases = load_ontology([home], defaults=False).lexicon.phrases
    assert phrases["water"][0].strict
    assert not phrases["water"][0].inverse
    turned = phrases["be watered by"][0]
    assert (turned.inverse, turned.subjects, turned.objects) == (True, (f"{KG}Place",), (f"{KG}Person",))


def test_words_in_other_languages_are_left_out(folder: Callable[[str], Path]) -> None:
    home = folder('entity:Oslo a kg:City ; skos:prefLabel "Oslo"@en ; skos:altLabel "Ósló"@is, "Christiania" .')
    name = load_ontology([home], defaults=False).lexicon.names[f"{ENTITY}Oslo"]
    assert (name.label, name.aliases) == ("Oslo", ("Christiania",))


# ------------------------------------------------------------------------------------------------ mistakes


@pytest.mark.parametrize(
    ("turtle", "line", "what"),
    [
        ("kg:a a owl:Class ;\n    rdfs:label 'a' 'b' .", 8, "not valid Turtle"),
        ('kg:mends a owl:ObjectProperty ; rdfs:domain kg:Robot ; kg:phrase "mend" .', 7, "unknown class Robot"),
        ('\n\nentity:It skos:prefLabel "It" .', 9, "'It' has no class"),
        ('entity:It a kg:Thingy ; skos:prefLabel "It" .', 7, "unknown class Thingy"),
        ('kg:mends a owl:ObjectProperty ; kg:phrase "Mend  it" .', 7, "not in the normal form"),
        (
            'kg:one a owl:ObjectProperty ; kg:phrase "mend" .\nkg:two a owl:ObjectProperty ; kg:phrase "mend" .',
            8,
            "one and two share the phrase 'mend'",
        ),
    ],
)
def test_a_mistake_is_told_with_file_line_and_what_to_do(
    folder: Callable[[str], Path], turtle: str, line: int, what: str
) -> None:
    home = folder(turtle)
    with pytest.raises(OntologyError) as raised:
        load_ontology([home], defaults=False)
    assert str(raised.value).startswith(f"{home / 'domain.ttl'}:{line}: ")
    assert what in str(raised.value)
    assert raised.value.hint


def test_a_phrase_may_be_shared_by_a_case_of_the_other(folder: Callable[[str], Path]) -> None:
    home = folder("""
kg:wide a owl:ObjectProperty ; kg:phrase "mend" .
kg:narrow a owl:ObjectProperty ; rdfs:subPropertyOf kg:wide ; kg:phrase "mend" .
""")
    assert len(load_ontology([home], defaults=False).lexicon.phrases["mend"]) == 2


def test_one_wording_of_two_names_is_a_problem_unless_context_decides(folder: Callable[[str], Path]) -> None:
    two = (
        'entity:One a kg:City ; skos:prefLabel "Ax" .\nentity:Two a kg:City ; skos:prefLabel "Bex" ; skos:altLabel "Ax"'
    )
    (problem,) = load_ontology([folder(f"{two} .")], defaults=False).problems
    assert "'Ax' names One and Two" in problem
    assert load_ontology([folder(f'{two} ; kg:context "river" .')], defaults=False).problems == ()


def test_a_blank_node_is_refused(folder: Callable[[str], Path]) -> None:
    with pytest.raises(OntologyError, match="a node without a name"):
        load_ontology([folder('entity:It a kg:City ; kg:maker [ rdfs:label "x" ] .')], defaults=False)


def test_a_broken_query_and_a_rule_without_premise(folder: Callable[[str], Path]) -> None:
    home = folder("")
    (home / "queries").mkdir()
    (home / "queries" / "bad.rq").write_text("SELECT ?x WHERE {\n ?x ?y }", encoding="utf-8")
    with pytest.raises(OntologyError, match=r"bad\.rq:2: not valid SPARQL: .+; mend the query"):
        load_ontology([home])
    (home / "queries" / "bad.rq").unlink()
    (home / "rules").mkdir()
    (home / "rules" / "bad.rq").write_text(
        "SELECT ?subject ?predicate ?object { ?subject ?predicate ?object }", "utf-8"
    )
    with pytest.raises(OntologyError, match=r"bad\.rq: the rule does not select \?premise1"):
        load_ontology([home])


def test_folders_that_are_missing_or_empty(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=r"nowhere: no such folder; name a folder"):
        load_ontology([tmp_path / "nowhere"])
    with pytest.raises(OntologyError, match=r"no \.ttl file in this folder"):
        load_ontology([tmp_path])


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    (tmp_path / "domain.ttl").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(OntologyError, match=r"domain\.ttl: not UTF-8; save it as UTF-8"):
        load_ontology([tmp_path])
