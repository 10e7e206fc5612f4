"""One parsed article to the statements it makes: the stages of extraction in order, joined by offsets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from math import exp, log
from typing import TypeVar

from spacy.tokens import Doc

from kg.extract.attribution import find_attributions
from kg.extract.coreference import find_chains
from kg.extract.factuality import assess, author_view, quantifier_of
from kg.extract.mentions import find_mentions
from kg.extract.moved import moved_things
from kg.extract.nominals import find_nominal_propositions
from kg.extract.properties import match_property
from kg.extract.propositions import find_propositions
from kg.extract.recombined import recombined
from kg.extract.times import find_times
from kg.model import (
    Argument,
    Attribution,
    Chain,
    Document,
    Extraction,
    Lexicon,
    Mention,
    MentionKind,
    Predicate,
    Proposition,
    Qualifier,
    Role,
    Skip,
    Span,
    Statement,
    TimeValue,
)

# What a rule can stumble over in a parse that nobody foresaw; anything else is a fault of the program and is raised.
Found = TypeVar("Found")
ODD_PARSE = (LookupError, ValueError, RecursionError)
# Rule families whose propositions hold whatever their clause says of time and place.
TIMELESS = frozenset({"apposition", "compound", "hyponym", "possessive", "title"})
INSIDE = frozenset({"in", "inside", "within", "at", "near", "on"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
LIST_ENDS = frozenset({"as", "including", "like"})

# Log odds. Of CaRB's development rows given .5 to .9, those with a property were right 5 to 15 points more often.
FITS_PROPERTY = 0.4

# How a verb hangs on another one, or on an adjective or noun, that is part of the same predicate.
GOVERNED = frozenset({"xcomp", "ccomp", "acomp", "attr", "dobj", "acl", "pcomp", "prep", "advcl"})


def extract(doc: Doc, document: Document, lexicon: Lexicon) -> Extraction:
    """Return what a parsed document says: its mentions, who is who, and its statements in text order."""
    skipped: list[Skip] = []
    mentions = find_mentions(doc, lexicon, document=document.id)
    by_head = {mention.head: index for index, mention in enumerate(mentions)}
    claims = _or_none("attributions", lambda: find_attributions(doc), document, skipped)
    attributions = tuple(_with_mentions(attribution, by_head) for attribution in claims)
    chains = _or_none("chains", lambda: find_chains(doc, mentions, lexicon, attributions), document, skipped)
    propositions = _all_propositions(doc, document, lexicon, skipped)
    joined = _joined(propositions, by_head)
    times = _by_anchor(doc, _or_none("times", lambda: find_times(doc, document.published), document, skipped))
    known = _labelled_by_chain(mentions, chains)
    statements = tuple(_statement(doc, proposition, attributions, times, known, lexicon) for proposition in joined)
    return Extraction(document, mentions, chains, statements, tuple(sorted(set(skipped))))


# ------------------------------------------------------------------------------------------------ propositions


def _or_none(
    stage: str, find: Callable[[], tuple[Found, ...]], document: Document, skipped: list[Skip]
) -> tuple[Found, ...]:
    """Return what a stage finds; where an odd parse makes it stumble, nothing, and note it among what was skipped."""
    try:
        return find()
    except ODD_PARSE as error:
        skipped.append(Skip(document.source, f"no {stage}: {type(error).__name__} ({error})"))
        return ()


def _all_propositions(doc: Doc, document: Document, lexicon: Lexicon, skipped: list[Skip]) -> tuple[Proposition, ...]:
    """Find the propositions of all rule families, in text order; where one fails, sentence by sentence."""
    found: list[Proposition] = []
    for find in (find_propositions, find_nominal_propositions):
        try:
            found += find(doc)
        except ODD_PARSE:
            kept, odd = _by_sentence(doc, find, document.source)
            found += kept
            skipped += odd
    found += [*moved_things(found), *recombined(doc, found, lexicon)]
    return _with_circumstances(doc, _without_doubles(_without_listed(found)))


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
        if key not in best or best[key].confidence < proposition.confidence:
            best[key] = proposition
    return tuple(sorted(best.values(), key=_place))


def _with_circumstances(doc: Doc, propositions: Sequence[Proposition]) -> tuple[Proposition, ...]:
    """Give propositions the circumstances of their clause and subject that other ones of it tell."""
    known: dict[tuple[int, Span], tuple[Qualifier, ...]] = {}
    for proposition in propositions:
        key = (proposition.clause, proposition.subject.head)
        told = (*proposition.qualifiers, *_nested_place(doc, proposition))
        known[key] = tuple(dict.fromkeys((*known.get(key, ()), *told)))
    return tuple(
        proposition if proposition.kind in TIMELESS else replace(proposition, qualifiers=_around(proposition, known))
        for proposition in propositions
    )


def _nested_place(doc: Doc, proposition: Proposition) -> Iterator[Qualifier]:
    """Yield where a deed is done, told behind its object: "will do the repairs in Latvia"."""
    end, preposition = proposition.object, proposition.predicate.text.rpartition(" ")[2].lower()
    if end is None or not proposition.kind.startswith("nested") or preposition not in INSIDE:
        return
    if doc[_token_at(doc, end.head)].ent_type_ in PLACES:
        start = doc.text.rfind(preposition, 0, end.span.start)
        if start >= 0:
            yield Qualifier(Role.PLACE, f"{preposition} {end.text}", Span(start, end.span.end), end.head)


def _around(proposition: Proposition, known: Mapping[tuple[int, Span], tuple[Qualifier, ...]]) -> tuple[Qualifier, ...]:
    end = proposition.object
    shared = known[proposition.clause, proposition.subject.head]
    return tuple(qualifier for qualifier in shared if end is None or not end.span.overlaps(qualifier.span))


def _identity(proposition: Proposition) -> tuple[object, ...]:
    subject, predicate, object_ = proposition.subject, proposition.predicate, proposition.object
    rest = (object_.head, object_.text) if object_ else ()
    return (subject.head, subject.text, predicate.lemma, predicate.text, predicate.anchor, *rest)


def _place(proposition: Proposition) -> tuple[int, int, int, int]:
    last = proposition.object.head.start if proposition.object else -1
    return proposition.clause, proposition.predicate.anchor.start, proposition.subject.head.start, last


# ------------------------------------------------------------------------------------------------ joining by offsets


def _joined(propositions: Sequence[Proposition], by_head: Mapping[Span, int]) -> tuple[Proposition, ...]:
    """Tie arguments and qualifiers to the mention, or else the statement, whose head word is theirs."""
    by_anchor: dict[Span, int] = {}
    for index, proposition in enumerate(propositions):
        by_anchor.setdefault(proposition.predicate.anchor, index)
    return tuple(_tied(proposition, by_head, by_anchor) for proposition in propositions)


def _tied(proposition: Proposition, by_head: Mapping[Span, int], by_anchor: Mapping[Span, int]) -> Proposition:
    own = {proposition.predicate.anchor: None}

    def tied(argument: Argument) -> Argument:
        mention = by_head.get(argument.head)
        statement = None if mention is not None or argument.head in own else by_anchor.get(argument.head)
        return replace(argument, mention=mention, statement=statement)

    return replace(
        proposition,
        subject=tied(proposition.subject),
        object=None if proposition.object is None else tied(proposition.object),
        qualifiers=tuple(_qualifier_tied(qualifier, by_head) for qualifier in proposition.qualifiers),
    )


def _qualifier_tied(qualifier: Qualifier, by_head: Mapping[Span, int]) -> Qualifier:
    return replace(qualifier, mention=by_head.get(qualifier.head))


def _with_mentions(attribution: Attribution, by_head: Mapping[Span, int]) -> Attribution:
    source, cue = attribution.source, attribution.cue
    return replace(
        attribution,
        source=None if source is None else replace(source, mention=by_head.get(source.head)),
        cue=replace(cue, mention=by_head.get(cue.head)),
    )


def _labelled_by_chain(mentions: Sequence[Mention], chains: Iterable[Chain]) -> tuple[Mention, ...]:
    """Give mentions without a class, pronouns above all, the class that a name in their chain has."""
    labels: dict[int, str] = {}
    for chain in chains:
        named = [mentions[i].label for i in chain.mentions if mentions[i].kind is MentionKind.NAME]
        label = mentions[chain.representative].label or next(filter(None, named), "")
        labels |= dict.fromkeys(chain.mentions, label)
    return tuple(
        mention if mention.label else replace(mention, label=labels.get(index, ""))
        for index, mention in enumerate(mentions)
    )


# ------------------------------------------------------------------------------------------------ statements


def _statement(
    doc: Doc,
    proposition: Proposition,
    attributions: Sequence[Attribution],
    times: Mapping[int, Sequence[TimeValue]],
    mentions: Sequence[Mention],
    lexicon: Lexicon,
) -> Statement:
    anchor = proposition.predicate.anchor
    claimed = _claimed_by(anchor, attributions)
    match = match_property(proposition, mentions, lexicon)
    token = _token_at(doc, anchor) if match.inner else _outermost(doc, proposition.predicate)
    surer = replace(proposition, confidence=_raised(proposition.confidence)) if match.iri else proposition
    return Statement(
        proposition=_quantified(doc, surer),
        attributions=claimed,
        factuality=assess(doc, token),
        author_factuality=author_view(doc, token, attributed=bool(claimed)),
        time=_time_of(proposition, times.get(anchor.start, ())),
        property=match.iri,
        inverse=match.inverse,
    )


def _raised(confidence: float) -> float:
    """Return how sure a proposition is whose words and classes fit a property."""
    if not 0 < confidence < 1:
        return confidence
    return round(1 / (1 + exp(-log(confidence / (1 - confidence)) - FITS_PROPERTY)), 2)


def _token_at(doc: Doc, span: Span) -> int:
    """Return the position of the token that a span begins with."""
    words = doc.char_span(span.start, span.end, alignment_mode="expand")
    if words is None:
        raise ValueError(f"no token at {span}")
    return words.start


def _outermost(doc: Doc, predicate: Predicate) -> int:
    """Return the verb that decides whether the predicate as worded is true: "plans" of "plans to repair"."""
    token = doc[_token_at(doc, predicate.anchor)]
    while token.dep_ in GOVERNED and predicate.span.start <= token.head.idx < token.idx:
        token = token.head
    return token.i


def _quantified(doc: Doc, proposition: Proposition) -> Proposition:
    """Add the words that keep an end from standing for all it names: "only", "two of the twelve"."""
    ends = [proposition.subject, *([proposition.object] if proposition.object else [])]
    found = [
        Qualifier(Role.QUANTIFIER, words, end.span, end.head)
        for end in ends
        if end.mention is not None and (words := quantifier_of(doc, _token_at(doc, end.head)))
    ]
    return replace(proposition, qualifiers=(*proposition.qualifiers, *found)) if found else proposition


def _claimed_by(anchor: Span, attributions: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """Return the attributions whose content holds the predicate, outermost first."""
    around = [a for a in attributions if a.content.contains(anchor) and not a.cue.span.overlaps(anchor)]
    return tuple(sorted(around, key=lambda a: (a.content.start - a.content.end, a.cue.span)))


def _by_anchor(doc: Doc, times: Iterable[TimeValue]) -> dict[int, list[TimeValue]]:
    """Map the place of each verb, and of each word on the way up to it, to the times that hang on it."""
    found: dict[int, list[TimeValue]] = {}
    for time in times:
        words = doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
        if words is None:
            continue
        token = words.root
        while token.head.i != token.i and token.pos_ not in ("VERB", "AUX"):
            token = token.head
            found.setdefault(token.idx, []).append(time)
    return found


def _time_of(proposition: Proposition, times: Sequence[TimeValue]) -> TimeValue | None:
    """Return the time in one of the proposition's own qualifiers, or else the first that hangs on its predicate."""
    for qualifier in proposition.qualifiers:
        if qualifier.role is Role.TIME:
            for time in times:
                if qualifier.span.overlaps(time.span):
                    return time
    return times[0] if times else None
