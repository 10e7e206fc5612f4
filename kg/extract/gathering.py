"""All propositions of a document: what the rule families find, put together, each said once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from kg.extract.called import called_things
from kg.extract.conjuncts import conjuncts
from kg.extract.moved import moved_things
from kg.extract.nominals import find_nominal_propositions
from kg.extract.paired import with_pairs
from kg.extract.proforms import without_pro_forms
from kg.extract.propositions import find_propositions
from kg.extract.recombined import recombined
from kg.extract.trees import Tree, read_tree
from kg.extract.untold import without_untold
from kg.extract.words import TIME_NOUNS
from kg.extract.words_frames import HOLDERS
from kg.model import Argument, Document, Lexicon, Proposition, Qualifier, Role, Skip, Span

# What a rule can stumble over in a parse that nobody foresaw; anything else is a fault of the program and is raised.
ODD_PARSE = (LookupError, ValueError, RecursionError)
# Rule families whose propositions hold whatever their clause says of time and place.
TIMELESS = frozenset({"apposition", "compound", "hyponym", "possessive", "title"})
INSIDE = frozenset({"in", "inside", "within", "at", "near", "on"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
WHEN_AND_WHERE = frozenset({Role.PLACE, Role.TIME})
LIST_ENDS = frozenset({"as", "including", "like"})


def gather_propositions(
    doc: Doc, document: Document, lexicon: Lexicon
) -> tuple[tuple[Proposition, ...], tuple[Skip, ...]]:
    """Find the propositions of all rule families, in text order; where a family stumbles, sentence by sentence."""
    found: list[Proposition] = []
    skipped: list[Skip] = []
    for find in (find_propositions, find_nominal_propositions):
        try:
            found += find(doc)
        except ODD_PARSE:
            kept, odd = _by_sentence(doc, find, document.source)
            found += kept
            skipped += odd
    tree = read_tree(doc)
    found = [*without_pro_forms(tree, with_pairs(tree, found))]
    found += [*moved_things(found), *recombined(doc, found, lexicon), *called_things(tree, found)]
    told = [*without_untold(tree, found)]
    return _with_circumstances(doc, _without_doubles(_without_listed(told))), tuple(skipped)


def _by_sentence(
    doc: Doc, find: Callable[[Doc], Iterable[Proposition]], source: str
) -> tuple[list[Proposition], list[Skip]]:
    """Find propositions in each sentence alone, so that one odd sentence costs no other."""
    found: list[Proposition] = []
    skipped: list[Skip] = []
    for sentence in doc.sents:
        try:
            found += (_moved(proposition, sentence.start_char) for proposition in find(sentence.as_doc()))
        except ODD_PARSE as error:
            quote = " ".join(sentence.text.split())[:60]
            skipped.append(Skip(f"{source}:{sentence.start_char}", f"{type(error).__name__} in the sentence: {quote}"))
    return found, skipped


def _moved(proposition: Proposition, by: int) -> Proposition:
    """Return a proposition of a sentence at the sentence's place in the document."""
    predicate, span = proposition.predicate, _span_moved(proposition.span, by)
    return replace(
        proposition,
        subject=_argument_moved(proposition.subject, by),
        predicate=replace(predicate, span=_span_moved(predicate.span, by), anchor=_span_moved(predicate.anchor, by)),
        object=None if proposition.object is None else _argument_moved(proposition.object, by),
        span=span,
        clause=proposition.clause + by,
        qualifiers=tuple(
            replace(q, span=_span_moved(q.span, by), head=_span_moved(q.head, by)) for q in proposition.qualifiers
        ),
    )


def _argument_moved(argument: Argument, by: int) -> Argument:
    return replace(argument, span=_span_moved(argument.span, by), head=_span_moved(argument.head, by))


def _span_moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _without_listed(propositions: Sequence[Proposition]) -> Iterable[Proposition]:
    """Leave out what reads a list of members as more than that: "systems like the F-16" says that it is a system."""
    listed = {p.object.head for p in propositions if p.kind == "hyponym" and p.object is not None}
    for proposition in propositions:
        end, last = proposition.object, proposition.predicate.text.rpartition(" ")[2].lower()
        if proposition.kind == "hyponym" or end is None or end.head not in listed or last not in LIST_ENDS:
            yield proposition


def _without_doubles(propositions: Iterable[Proposition]) -> tuple[Proposition, ...]:
    """Keep of what two rules found alike the surer one, and put all in text order."""
    best: dict[tuple[object, ...], Proposition] = {}
    for proposition in propositions:
        key = _identity(proposition)
        other = best.get(key)
        if other is None or other.confidence < proposition.confidence:
            best[key] = proposition
    return tuple(sorted(best.values(), key=_place))


def _with_circumstances(doc: Doc, propositions: Sequence[Proposition]) -> tuple[Proposition, ...]:
    """Give propositions the circumstances of their clause and subject that other ones of it tell."""
    told: dict[tuple[int, Span], list[Qualifier]] = defaultdict(list)
    for proposition in propositions:
        qualifiers = told[proposition.clause, proposition.subject.head]
        qualifiers += (*proposition.qualifiers, *_nested_place(doc, proposition))
    known = {key: tuple(dict.fromkeys(qualifiers)) for key, qualifiers in told.items()}
    return tuple(_with_qualifiers(proposition, _around(doc, proposition, known)) for proposition in propositions)


def _with_qualifiers(proposition: Proposition, qualifiers: tuple[Qualifier, ...]) -> Proposition:
    is_unchanged = proposition.kind in TIMELESS or qualifiers == proposition.qualifiers
    return proposition if is_unchanged else replace(proposition, qualifiers=qualifiers)


def _nested_place(doc: Doc, proposition: Proposition) -> Iterator[Qualifier]:
    """Yield where a deed is done, told behind its object: "will do the repairs in Latvia"."""
    end, preposition = proposition.object, proposition.predicate.text.rpartition(" ")[2].lower()
    if end is None or not proposition.kind.startswith("nested") or preposition not in INSIDE:
        return
    tree = read_tree(doc)
    place = tree.token_at(end.head)
    first = place
    while tree.deps[first] in ("appos", "conj"):  # "from a yard in Kiel, Germany", "from yards in Kiel and Oslo"
        first = tree.heads[first]
    noun = tree.heads[tree.heads[first]]
    if tree.deps[noun] == "pobj" and tree.lowers[tree.heads[noun]] not in INSIDE | {"by"}:
        return  # "came from a meeting in Turin" is not done there
    around = tree.bases[noun]
    if around in TIME_NOUNS or (preposition == "at" and around in HOLDERS):
        return  # where somebody works; where the years went after which somebody returned
    if any(doc[i].ent_type_ in PLACES for i in _listed(tree, place)):
        start = tree.text.rfind(preposition, 0, end.span.start)
        if start >= 0:
            yield Qualifier(Role.PLACE, f"{preposition} {end.text}", Span(start, end.span.end), end.head)


def _listed(tree: Tree, i: int) -> tuple[int, ...]:
    """Return the members of the list that a noun stands in: what one of them is, all are."""
    while tree.deps[i] == "conj":
        i = tree.heads[i]
    return conjuncts(tree, i)


def _around(
    doc: Doc, proposition: Proposition, known: Mapping[tuple[int, Span], tuple[Qualifier, ...]]
) -> tuple[Qualifier, ...]:
    end = proposition.object
    told = known[proposition.clause, proposition.subject.head]
    shared = tuple(q for q in told if not any(_is_part(q, whole) for whole in told))
    if end is None or not shared:
        return shared
    tree = read_tree(doc)
    at = tree.token_at(end.head)
    listed = _listed(tree, at)
    beside = {tree.starts[i] for i in listed}  # "in Chile" of "in Peru and Chile"
    others = frozenset(listed) - {at}
    kept = (q for q in shared if not end.span.overlaps(q.span) and q.head.start not in beside)
    return tuple(q for q in kept if not others or _holder(tree, q) not in others)


def _holder(tree: Tree, qualifier: Qualifier) -> int:
    """Return what a qualifier hangs on: the "limits" of "wants 12% and limits on boats"."""
    preposition = tree.heads[tree.token_at(qualifier.head)]
    return tree.heads[preposition]


def _is_part(inner: Qualifier, whole: Qualifier) -> bool:
    """Tell whether a circumstance is that of another: the "in March" of "to buy land in March" dates the buying."""
    is_inside = whole.span.contains(inner.span) and inner.text != whole.text and inner.text in whole.text
    is_event = whole.role in WHEN_AND_WHERE or whole.text.partition(" ")[0].lower() in INSIDE  # "in a speech in Lima"
    return is_inside and not (inner.role in WHEN_AND_WHERE and is_event)


def _identity(proposition: Proposition) -> tuple[object, ...]:
    subject, predicate, object_ = proposition.subject, proposition.predicate, proposition.object
    rest = (object_.head, object_.text) if object_ else ()
    return (subject.head, subject.text, predicate.lemma, predicate.text, predicate.anchor, *rest)


def _place(proposition: Proposition) -> tuple[int, int, int, int]:
    last = proposition.object.head.start if proposition.object else -1
    return proposition.clause, proposition.predicate.anchor.start, proposition.subject.head.start, last
