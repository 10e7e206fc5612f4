"""What is asked of the graph to show one thing in it: its own properties, the facts about it, what was said."""

from __future__ import annotations

MOST_PROPERTIES = 1000
MOST_FACTS = 200
MOST_QUOTES = 200


def everything_about(iri: str) -> str:
    """Return a query for what is said of a thing, and what refers to it, as RDF."""
    return (
        f"CONSTRUCT {{ <{iri}> ?p ?o . ?s ?q <{iri}> }} WHERE {{ {{ <{iri}> ?p ?o }} UNION "
        f"{{ SELECT ?s ?q {{ ?s ?q <{iri}> }} LIMIT {10 * MOST_PROPERTIES} }} }}"
    )


def vocabulary(ontology: str) -> str:
    """Return a query for the terms of the ontology."""
    return f'CONSTRUCT {{ ?s ?p ?o }} WHERE {{ ?s ?p ?o FILTER(STRSTARTS(STR(?s), "{ontology}")) }}'


def terms(ontology: str) -> str:
    """Return a query for the terms of the ontology with what they mean."""
    return (
        "SELECT ?term (SAMPLE(?l) AS ?label) (SAMPLE(?c) AS ?comment) { ?term rdfs:label ?l "
        f'FILTER(STRSTARTS(STR(?term), "{ontology}")) OPTIONAL {{ ?term rdfs:comment|skos:definition ?c }} }} '
        "GROUP BY ?term ORDER BY ?term"
    )


def properties(iri: str) -> str:
    """Return a query for the properties of a thing."""
    return (
        f"SELECT DISTINCT ?property ?value (SAMPLE(?l) AS ?label) {{ <{iri}> ?property ?value "
        "OPTIONAL { ?value rdfs:label ?l } } GROUP BY ?property ?value "
        f"ORDER BY ?property ?label ?value LIMIT {MOST_PROPERTIES}"
    )


def facts(iri: str) -> str:
    """Return a query for the facts about a thing, the best supported first."""
    return (
        f"SELECT DISTINCT ?fact ?label ?polarity ?certainty ?support {{ ?fact rdf:subject|rdf:object <{iri}> ; "
        "rdfs:label ?label ; kg:polarity ?polarity OPTIONAL { ?fact kg:factCertainty ?certainty } "
        f"OPTIONAL {{ ?fact kg:support ?support }} }} ORDER BY DESC(?support) ?label ?fact LIMIT {MOST_FACTS}"
    )


def quotes(iri: str) -> str:
    """Return a query for the evidence of a fact."""
    return (
        f"SELECT DISTINCT ?evidence ?quote ?speaker ?certainty ?article {{ <{iri}> kg:evidence ?evidence . "
        "?evidence nif:anchorOf ?quote ; prov:wasDerivedFrom ?article OPTIONAL { ?evidence kg:attributedTo ?speaker } "
        f"OPTIONAL {{ ?evidence kg:certainty ?certainty }} }} ORDER BY ?article ?quote ?evidence LIMIT {MOST_QUOTES}"
    )
