"""Derived facts: rules in SPARQL, run until nothing new follows; each fact keeps the premises that it follows from.

A rule is a SELECT of ?subject ?predicate ?object and ?premise1 and on, which are facts. It speaks of what is affirmed:
a premise that is denied, or that a person has judged wrong, carries nothing. The derived fact has a plain triple only
where every premise has one, and is as certain as its least certain premise.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from kg.errors import OntologyError
from kg.graph import terms as t
from kg.graph.iris import Iris
from kg.graph.rdf import CERTAINTIES
from kg.model import Certainty, Polarity, Tense
from kg.ontology import Rule

MAX_ROUNDS = 25  # rules that join facts end after a few; one that makes new values could go on for ever
UNSURE = CERTAINTIES[-1]
Conclusion = tuple[ox.NamedNode, ox.NamedNode, t.Term]


@dataclass(frozen=True, slots=True)
class Derivation:
    """One way in which a fact follows."""

    conclusion: Conclusion
    rule: Rule
    premises: tuple[str, ...]
    is_plain: bool
    certainty: Certainty

    @property
    def rank(self) -> tuple[bool, int, str, tuple[str, ...]]:
        """The best derivation of a fact sorts first."""
        return not self.is_plain, CERTAINTIES.index(self.certainty), self.rule.name, self.premises


def derive(store: ox.Store, rules: Sequence[Rule], base_iri: str) -> int:
    """Add to the store what follows by the rules, and return the number of derived facts.

    Raises:
        OntologyError: a rule is malformed, concludes what is no triple, or goes on for ever.
    """
    terms = t.Terms(Iris(base_iri))
    derived = 0
    for _ in range(MAX_ROUNDS):
        best: dict[Conclusion, Derivation] = {}
        for found in (derivation for rule in rules for derivation in _derivations(store, rule, terms)):
            if found.conclusion not in best or found.rank < best[found.conclusion].rank:
                best[found.conclusion] = found
        if not best:
            return derived
        derived += len(best)
        store.extend(quad for found in best.values() for quad in derived_quads(store, found, terms))
    names = ", ".join(sorted({found.rule.name for found in best.values()}))
    what = f"still something new after {MAX_ROUNDS} rounds"
    raise OntologyError(what, where=names, hint="a rule must not make values")


def _derivations(store: ox.Store, rule: Rule, terms: t.Terms) -> Iterator[Derivation]:
    """Yield what one rule concludes that is not in the store yet."""
    solutions = _solutions(store, rule, terms.iris.base)
    names = [variable.value for variable in solutions.variables]
    premise_names = sorted(name for name in names if name.startswith("premise"))
    for solution in solutions:
        conclusion = _conclusion(solution, rule)
        premises = [solution[name] for name in premise_names if solution[name] is not None]
        if _is_new(store, conclusion, terms) and all(_is_affirmed(store, premise, terms) for premise in premises):
            yield Derivation(
                conclusion,
                rule,
                tuple(premise.value for premise in premises),
                _is_plain(store, conclusion, premises, terms),
                max((_certainty(store, premise, terms) for premise in premises), key=CERTAINTIES.index, default=UNSURE),
            )


def _solutions(store: ox.Store, rule: Rule, base_iri: str) -> ox.QuerySolutions:
    try:
        solutions = store.query(rule.sparql, prefixes=t.prefixes(base_iri), use_default_graph_as_union=True)
    except SyntaxError as error:
        raise OntologyError(f"not valid SPARQL ({error})", where=rule.name, hint="mend the rule") from error
    assert isinstance(solutions, ox.QuerySolutions)  # noqa: S101 - the ontology lets only SELECT pass
    return solutions


def _conclusion(solution: ox.QuerySolution, rule: Rule) -> Conclusion:
    subject, predicate, value = solution["subject"], solution["predicate"], solution["object"]
    nodes = isinstance(subject, ox.NamedNode) and isinstance(predicate, ox.NamedNode)
    if not nodes or not isinstance(value, ox.NamedNode | ox.Literal):
        what = f"concludes {subject} {predicate} {value}, which is no triple"
        raise OntologyError(what, where=rule.name, hint="bind all three; a blank node has no name to be found by")
    return subject, predicate, value


def _is_new(store: ox.Store, conclusion: Conclusion, terms: t.Terms) -> bool:
    subject, predicate, value = conclusion
    known = any(True for _ in store.quads_for_pattern(subject, predicate, value, None))
    return subject != value and not known and not _has(store, _node(conclusion, terms), t.TYPE, terms["DerivedFact"])


def _is_plain(store: ox.Store, conclusion: Conclusion, premises: Sequence[ox.NamedNode], terms: t.Terms) -> bool:
    """Tell whether every premise has a plain triple, and nobody has judged the same wrong."""
    claimed = any(_has(store, premise, t.TYPE, terms["Claim"]) for premise in premises)
    nodes = (_node(conclusion, terms, how) for how in ("derived", Polarity.POSITIVE))
    if not premises or claimed or _is_over(store, conclusion, premises, terms):
        return False
    return not any(_has(store, node, terms["judgedWrong"], t.TRUE) for node in nodes)


def _is_over(store: ox.Store, conclusion: Conclusion, premises: Sequence[ox.NamedNode], terms: t.Terms) -> bool:
    """Tell whether it may be over: who is said to have worked there until May is employed there no more."""
    if not any(store.quads_for_pattern(conclusion[1], t.TYPE, terms["PassingProperty"], None)):
        return False
    return any({Tense.PAST.value} == _tenses(store, premise, terms) for premise in premises)


def _tenses(store: ox.Store, premise: ox.NamedNode, terms: t.Terms) -> set[str]:
    shown = (quad.object for quad in store.quads_for_pattern(premise, terms["evidence"], None, None))
    return {tense for one in shown if isinstance(one, ox.NamedNode) for tense in _values(store, one, terms["tense"])}


def _node(conclusion: Conclusion, terms: t.Terms, polarity: str = "derived") -> ox.NamedNode:
    subject, predicate, value = conclusion
    return ox.NamedNode(terms.iris.fact(subject.value, predicate.value, str(value), polarity))


def _is_affirmed(store: ox.Store, premise: ox.NamedNode, terms: t.Terms) -> bool:
    is_wrong = _has(store, premise, terms["judgedWrong"], t.TRUE)
    return not is_wrong and _has(store, premise, terms["polarity"], ox.Literal(Polarity.POSITIVE))


def _certainty(store: ox.Store, premise: ox.NamedNode, terms: t.Terms) -> Certainty:
    return next(map(Certainty, _values(store, premise, terms["factCertainty"])), UNSURE)


def derived_quads(store: ox.Store, found: Derivation, kg: t.Terms) -> Iterator[ox.Quad]:
    """Yield a derived fact's node, its premises and rule, and its plain triple where every premise has one."""
    subject, predicate, value = found.conclusion
    node, rule = _node(found.conclusion, kg), ox.NamedNode(found.rule.iri)
    if found.is_plain:
        yield ox.Quad(subject, predicate, value)
    else:
        yield ox.Quad(node, t.TYPE, kg["Claim"])
    yield ox.Quad(node, t.TYPE, kg["Fact"])
    yield ox.Quad(node, t.TYPE, kg["DerivedFact"])
    yield ox.Quad(node, t.SUBJECT, subject)
    yield ox.Quad(node, t.PREDICATE, predicate)
    yield ox.Quad(node, t.OBJECT, value)
    yield ox.Quad(node, t.LABEL, ox.Literal(" ".join(_words(store, found.conclusion))))
    yield ox.Quad(node, kg["polarity"], ox.Literal(Polarity.POSITIVE))
    yield ox.Quad(node, kg["factCertainty"], ox.Literal(found.certainty))
    yield ox.Quad(node, kg["rule"], rule)
    yield from (ox.Quad(node, t.DERIVED_FROM, ox.NamedNode(premise)) for premise in dict.fromkeys(found.premises))
    yield ox.Quad(rule, t.TYPE, kg["Rule"])
    yield ox.Quad(rule, t.LABEL, ox.Literal(found.rule.name.replace("-", " ").replace("_", " ")))


def _words(store: ox.Store, conclusion: Iterable[t.Term]) -> Iterator[str]:
    for term in conclusion:
        if isinstance(term, ox.NamedNode):
            yield min(_values(store, term, t.LABEL), default=re.split("[/#]", term.value)[-1].replace("_", " "))
        else:
            yield term.value


def _has(store: ox.Store, subject: ox.NamedNode, predicate: ox.NamedNode, value: t.Term) -> bool:
    return ox.Quad(subject, predicate, value) in store


def _values(store: ox.Store, subject: ox.NamedNode, predicate: ox.NamedNode) -> list[str]:
    found = (quad.object for quad in store.quads_for_pattern(subject, predicate, None, None))
    return [value.value for value in found if isinstance(value, ox.Literal)]
