"""From the words of a predicate to a property of the ontology: by lemma, preposition, and the classes of the ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.words_nominal import KEEPING_TRUTH
from kg.model import Argument, Lexicon, Mention, Phrase, Proposition


def property_for(proposition: Proposition, mentions: Sequence[Mention], lexicon: Lexicon) -> tuple[str, bool]:
    """Return the IRI of the property that the proposition expresses and whether it runs from object to subject.

    The IRI is "" where no phrase of the lexicon fits. The most specific wording is tried first: the predicate as it
    is, then the active form of a passive, then what is left of it without the words that keep its truth.

    >>> from kg.model import Predicate, Span
    >>> at = Span(0, 0)
    >>> lexicon = Lexicon(phrases={"maintain": (Phrase("maintain", "kg:maintains"),)})
    >>> predicate = Predicate("be maintained by", "are maintained by", at, at, active="maintain")
    >>> tanks, crews = Argument("tanks", at, at), Argument("crews", at, at)
    >>> property_for(Proposition(tanks, predicate, crews, "prepositional", at, 0), (), lexicon)
    ('kg:maintains', True)
    """
    for wording, swapped in _wordings(proposition):
        for phrase in lexicon.phrases.get(wording, ()):
            inverse = phrase.inverse != swapped
            if _fits(proposition, phrase, mentions, lexicon, swapped=swapped):
                return phrase.property, inverse
    return "", False


def _wordings(proposition: Proposition) -> Iterator[tuple[str, bool]]:
    """Yield the predicate's wordings, the most specific first, and whether subject and object have changed places."""
    predicate = proposition.predicate
    for lemma, swapped in ((predicate.lemma, False), (predicate.active, True)):
        if not lemma:
            continue
        yield lemma, swapped
        inner = without_wrapper(lemma)
        if inner != lemma:
            yield inner, swapped


def without_wrapper(lemma: str) -> str:
    """Return the predicate within verbs that leave it true: who manages to repair something repairs it.

    >>> without_wrapper("manage to repair"), without_wrapper("refuse to repair")
    ('repair', 'refuse to repair')
    """
    for wrapper in KEEPING_TRUTH:
        if lemma.startswith(wrapper + " "):
            return without_wrapper(lemma.removeprefix(wrapper + " "))
    return lemma


def _fits(
    proposition: Proposition, phrase: Phrase, mentions: Sequence[Mention], lexicon: Lexicon, *, swapped: bool
) -> bool:
    subject, object_ = proposition.subject, proposition.object
    ends = (object_, subject) if swapped else (subject, object_)
    return _is_one_of(ends[0], phrase.subjects, mentions, lexicon) and _is_one_of(
        ends[1], phrase.objects, mentions, lexicon
    )


def _is_one_of(argument: Argument | None, kinds: Sequence[str], mentions: Sequence[Mention], lexicon: Lexicon) -> bool:
    """Tell whether the argument belongs to one of the classes; one of no known class fits, a literal does not."""
    if not kinds:
        return True
    if argument is None:
        return False
    if argument.mention is None:
        return argument.statement is None
    label = mentions[argument.mention].label
    return not label or any(lexicon.is_a(label, kind) for kind in kinds)
