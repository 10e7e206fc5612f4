"""From the words of a predicate to a property of the ontology: by lemma, preposition, and the classes of the ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.model import Argument, Lexicon, Mention, MentionKind, Phrase, Proposition

# A verb ("have to ..."), a passive or an adjective ("be expected to ...") before "to"; "help repair" needs no "to".
GOVERNORS = re.compile(r"^(?:be \S+ to|\S+ to|help)\s(?=\S+)")

# A date or an amount is never taken for a thing of unknown class: only these ranges take it.
VALUES = {MentionKind.DATE: "#Date", MentionKind.QUANTITY: "#Quantity"}


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
        fitting = [
            (certainty, phrase)
            for phrase in lexicon.phrases.get(wording, ())
            if (certainty := _fit(proposition, phrase, mentions, lexicon, swapped=swapped)) is not None
        ]
        if fitting:
            _, phrase = max(fitting, key=lambda pair: pair[0])  # of equal ones the first
            return phrase.property, phrase.inverse != swapped
    return "", False


def _wordings(proposition: Proposition) -> Iterator[tuple[str, bool]]:
    """Yield the predicate's wordings, the most specific first, and whether subject and object have changed places."""
    predicate = proposition.predicate
    for lemma, swapped in ((predicate.lemma, False), (predicate.active, True)):
        for form in dict.fromkeys((lemma, without_governors(lemma))):
            yield from ((wording, swapped) for wording in (form, *_open_wordings(form)))


def _open_wordings(lemma: str) -> Iterator[str]:
    """Yield the lemma with the noun folded into it as "*", then without it.

    >>> list(_open_wordings("send tank to"))
    ['send * to', 'send to']
    """
    words = lemma.split()
    first = 2 if words[:1] == ["be"] else 1
    inner = [(i, j) for i in range(first, len(words) - 1) for j in range(i + 1, len(words))]
    longest_kept = sorted(inner, key=lambda ends: (ends[1] - ends[0], ends))
    yield from (" ".join((*words[:i], "*", *words[j:])) for i, j in longest_kept)
    yield from (" ".join((*words[:i], *words[j:])) for i, j in longest_kept)


def without_governors(lemma: str) -> str:
    """Return the innermost verb of a chain whose verbs have one subject: what governs it is told by the factuality.

    >>> without_governors("manage to repair"), without_governors("be able to help repair")
    ('repair', 'repair')
    >>> without_governors("allow crew to repair")
    'allow crew to repair'
    """
    inner = GOVERNORS.sub("", lemma, count=1)
    return lemma if inner == lemma else without_governors(inner)


def _fit(
    proposition: Proposition, phrase: Phrase, mentions: Sequence[Mention], lexicon: Lexicon, *, swapped: bool
) -> int | None:
    """Return how many ends are known to be of the classes that the phrase asks for, or None where it does not fit.

    An end of unknown class fits, but for a strict phrase.
    """
    ends = (proposition.object, proposition.subject) if swapped else (proposition.subject, proposition.object)
    fits = (
        _belongs(ends[0], phrase.subjects, mentions, lexicon),
        _belongs(ends[1], phrase.objects, mentions, lexicon),
    )
    asked = (phrase.subjects, phrase.objects)
    is_open = any(kinds and fit is None for kinds, fit in zip(asked, fits, strict=True))
    return None if False in fits or (phrase.strict and is_open) else sum(fit is True for fit in fits)


def _belongs(
    argument: Argument | None, kinds: Sequence[str], mentions: Sequence[Mention], lexicon: Lexicon
) -> bool | None:
    """Tell whether an argument is of one of the classes; None where nothing is asked for, or its class is unknown."""
    if not kinds:
        return None
    if argument is None:
        return False
    if argument.mention is None:
        return None if argument.statement is not None else False
    mention = mentions[argument.mention]
    if mention.kind in VALUES:
        return any(kind.endswith(VALUES[mention.kind]) for kind in kinds)
    label = mention.label
    return any(lexicon.is_a(label, kind) for kind in kinds) if label else None
