"""From the words of a predicate to a property of the ontology: by lemma, preposition, and the classes of the ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from kg.extract.deed_nouns import plain_verb
from kg.extract.words import CORE_PREPOSITIONS, ROLE_OF_PREPOSITION, TIME_NOUNS
from kg.extract.words_nominal import BOTH_WAYS, PREDICATIVES, PREPOSITION_STARTS, TAKE_DEEDS, TO_A_DATE
from kg.extract.words_relatives import RELATIONS
from kg.model import Argument, Lexicon, Mention, MentionKind, Phrase, Proposition

# A verb ("have to ..."), a passive or an adjective ("be expected to ...") before "to"; "help repair" needs no "to".
GOVERNORS = re.compile(r"^(?:be \S+ to|\S+ (?:yet )?to|help)\s(?=\S+)")

# A date or an amount is never taken for a thing of unknown class: only these ranges take it.
VALUES = {MentionKind.DATE: "#Date", MentionKind.QUANTITY: "#Quantity"}
VALUE_CLASSES = tuple(VALUES.values())
POSSESSIVE, OWNING = "possessive", "'s"  # the rule family of "Acme's Ann Lee", and how the ontologies write that
CLAUSAL = "clause"  # the rule family of "officials said that ..."
GERUND = "gerund"  # the rule family of "grew by lending to builders"
ALONE = "#boolean"  # the range of what is the case with one thing alone: "was closed", "was closed in March"
WORDS = "#string"  # the range of what always has a value: "is late", never "they are"
ADVERBIAL = frozenset({"adverb", "prepositional", "time", "nested prepositional", "nested time"})  # rule families

# What "skills required to repair" and "tools used to repair" begin with, and "crews need to repair" too.
SERVING = ("be required to ", "be needed to ", "be used to ", "be designed to ", "require to ", "need to ", "use to ")

STATED = ("#Fact", "#Claim")  # what only a clause says: people claim no benefits in this sense
CLAUSE_CLASSES = ("#Entity", "#Event", "#Activity", "#Topic", "#Claim", "#Fact")


class Match(NamedTuple):
    """A property that a predicate expresses.

    Attributes:
        iri: "" where no phrase of the lexicon fits.
        inverse: it runs from the sentence's object to its subject.
        inner: the verbs that govern the innermost one are no part of it: "plans to repair" is about repairing.
        known: how many of the two ends are known to be of the classes that it asks for.
    """

    iri: str = ""
    inverse: bool = False
    inner: bool = False
    known: int = 0


def property_for(proposition: Proposition, mentions: Sequence[Mention], lexicon: Lexicon) -> tuple[str, bool]:
    """Return the IRI of the property that the proposition expresses and whether it runs from object to subject.

    The IRI is "" where no phrase of the lexicon fits. The most specific wording is tried first: the predicate as it
    is, then without the verbs that govern the innermost one, then the active form of a passive.

    >>> from kg.model import Predicate, Span
    >>> at = Span(0, 0)
    >>> lexicon = Lexicon(phrases={"maintain": (Phrase("maintain", "kg:maintains"),)})
    >>> predicate = Predicate("be maintained by", "are maintained by", at, at, active="maintain")
    >>> tanks, crews = Argument("tanks", at, at), Argument("crews", at, at)
    >>> property_for(Proposition(tanks, predicate, crews, "prepositional", at, 0), (), lexicon)
    ('kg:maintains', True)
    """
    match = match_property(proposition, mentions, lexicon)
    return match.iri, match.inverse


def match_property(proposition: Proposition, mentions: Sequence[Mention], lexicon: Lexicon) -> Match:
    """Return the property that the most specific wording of the predicate expresses."""
    for wording, swapped, inner in _wordings(proposition, mentions):
        fitting = [
            (certainty, phrase)
            for phrase in lexicon.phrases.get(wording, ())
            if (certainty := _fit(proposition, phrase, mentions, lexicon, swapped=swapped)) is not None
            and not (inner and _has_unfit_doer(proposition, phrase, mentions))
        ]
        if fitting:
            known, phrase = _best(fitting)
            return Match(phrase.property, phrase.inverse != swapped, inner, known) if phrase else Match()
    return Match()


def _best(fitting: Sequence[tuple[int, Phrase]]) -> tuple[int, Phrase | None]:
    """Return the phrase with most ends known to fit, of equal ones the first; where none is known, only a sure one."""
    known, phrase = max(fitting, key=lambda pair: pair[0])
    if known or len({phrase.property for _, phrase in fitting}) == 1:
        return known, phrase
    general = [phrase for _, phrase in fitting if _is_open(phrase.subjects) and _is_open(phrase.objects)]
    return 0, general[0] if general else None


@lru_cache(maxsize=256)  # of few phrases many propositions ask
def _is_open(kinds: tuple[str, ...]) -> bool:
    """Tell whether a phrase takes anything at this end."""
    return not kinds or any(kind.endswith("#Entity") for kind in kinds)


def _wordings(proposition: Proposition, mentions: Sequence[Mention]) -> Iterator[tuple[str, bool, bool]]:
    """Yield the predicate's wordings, the most specific first: whether the ends changed places, whether it is inner."""
    predicate = proposition.predicate
    if proposition.kind == POSSESSIVE and _is_of_one(proposition.object, mentions):
        yield OWNING, False, False
    is_dated = _kind(proposition.object, mentions) is MentionKind.DATE
    actives = [(predicate.active, True)] if predicate.active else []
    for lemma, swapped in ((predicate.lemma, False), *actives):
        for form in (*without_governors(lemma), *(() if predicate.folded else _without_begun(lemma))):
            if predicate.folded and form.partition(" ")[0] in BOTH_WAYS and _has_lost_object(form):
                yield form.replace(" ", " * ", 1), swapped, form != lemma
                continue
            yield form, swapped, form != lemma
            if is_dated and (undated := _undated(form)) and form.count(" ") == 1:
                yield undated, swapped, form != lemma
            elif form.count(" ") > 1 and form.split(" ", 2)[1] not in TIME_NOUNS:  # "spent the night on the roof"
                wordings = (plain_verb(form), *_open_wordings(form), _undated(form) if is_dated else "")
                yield from ((wording, swapped, form != lemma) for wording in wordings if wording)


def _is_of_one(end: Argument | None, mentions: Sequence[Mention]) -> bool:
    """Tell whether a name belongs to its owner; nobody does to whose predecessor or critic they are."""
    is_name = end is not None and _kind(end, mentions) is MentionKind.NAME
    return is_name and end is not None and end.text.lower().rpartition(" ")[2] not in RELATIONS


def _has_lost_object(lemma: str) -> bool:
    """Tell whether a name was taken in, which leaves no trace in the lemma: "led Ann to" is "lead to".

    >>> _has_lost_object("lead to"), _has_lost_object("lead team to")
    (True, False)
    """
    _, _, rest = lemma.partition(" ")
    return rest in CORE_PREPOSITIONS or rest in ROLE_OF_PREPOSITION


def _without_begun(lemma: str) -> Iterator[str]:
    """Yield what is left of a predicate without the verb that takes a gerund.

    >>> list(_without_begun("consider allow")), list(_without_begun("consider"))
    (['allow'], [])
    """
    governor, _, deed = lemma.partition(" ")
    if governor in TAKE_DEEDS:
        yield from without_governors(deed)


def _undated(lemma: str) -> str:
    """Return the lemma without the preposition that leads to its date: "close in" March is to close.

    >>> _undated("close in"), _undated("close")
    ('close', '')
    """
    verb, _, last = lemma.rpartition(" ")
    return verb if last in TO_A_DATE and verb != "be" else ""  # "was in May" is no "was May"


def _open_wordings(lemma: str) -> Iterator[str]:
    """Yield the lemma with the noun folded into it as "*", then without what is no object of its verb.

    Who serves a sentence in a jail does not serve in it: what a verb says without its object is another thing.

    >>> list(_open_wordings("send tank to")), list(_open_wordings("be built by crew in"))[-1]
    (['send * to'], 'be built in')
    """
    words = lemma.split()
    if words[:1] == ["be"] and words[1:2] and words[1] in PREDICATIVES:
        return  # "be due to fly to" is no kind of "be due to"
    first = 2 if words[:1] == ["be"] else 1
    inner = [
        (i, j)
        for i in range(first, len(words) - 1)
        for j in range(i + 1, len(words))
        if words[j - 1] not in PREPOSITION_STARTS
        and "to" not in words[i:j]  # "give option to come to" gives no thing
        and words[i] != words[j]  # "result in loss in" a market results in no market
    ]
    longest_kept = sorted(inner, key=lambda ends: (ends[1] - ends[0], ends))
    yield from (" ".join((*words[:i], "*", *words[j:])) for i, j in longest_kept)
    loose = [(i, j) for i, j in longest_kept if first == 2 or words[i] in CORE_PREPOSITIONS]
    yield from (" ".join((*words[:i], *words[j:])) for i, j in loose)


def without_governors(lemma: str) -> Iterator[str]:
    """Yield the predicate, then what is left of it as the verbs that govern the innermost one are taken off.

    >>> list(without_governors("be able to help repair")), list(without_governors("allow crew to repair"))
    (['be able to help repair', 'help repair', 'repair'], ['allow crew to repair'])
    """
    while lemma:
        yield lemma
        if " to " not in lemma and not lemma.startswith("help "):
            return
        inner = GOVERNORS.sub("", lemma, count=1)
        if inner != lemma and lemma.startswith("help "):  # who helps Ann repair it repairs it too
            words = inner.split()
            yield from (" ".join(words[start:]) for start in range(1, len(words)))
        lemma = inner if inner != lemma else ""


def _has_unfit_doer(proposition: Proposition, phrase: Phrase, mentions: Sequence[Mention]) -> bool:
    """Tell whether the subject is a thing of no known class: "skills required to repair" repair nothing."""
    subject = proposition.subject
    mention = None if subject.mention is None else mentions[subject.mention]
    is_unknown = mention is not None and mention.kind is MentionKind.NOMINAL and not mention.label
    return is_unknown and bool(phrase.subjects) and proposition.predicate.lemma.startswith(SERVING)


def _fit(
    proposition: Proposition, phrase: Phrase, mentions: Sequence[Mention], lexicon: Lexicon, *, swapped: bool
) -> int | None:
    """Return how many ends are known to be of the classes that the phrase asks for, or None where it does not fit.

    An end of unknown class fits, but for a strict phrase.
    """
    ends = (proposition.object, proposition.subject) if swapped else (proposition.subject, proposition.object)
    if phrase.valued and not _is_value(proposition, ends[1], phrase.objects, mentions):
        return None
    is_said = proposition.kind == CLAUSAL
    fits = (
        None if _is_count(ends[0], mentions) else _belongs(ends[0], phrase.subjects, mentions, lexicon),
        None if phrase.valued else _belongs(ends[1], phrase.objects, mentions, lexicon, is_said=is_said),
    )
    if False in fits or (phrase.strict and _has_open_end(phrase, ends, fits, mentions)):
        return None
    return sum(fit is True for fit in fits)


def _has_open_end(
    phrase: Phrase, ends: Sequence[Argument | None], fits: Sequence[bool | None], mentions: Sequence[Mention]
) -> bool:
    """Tell whether of an end that the phrase asks for something nothing is known."""
    asked = (phrase.subjects, () if phrase.valued else phrase.objects)
    return any(
        kinds and fit is None and not (_is_open(kinds) and _has_class(end, mentions))
        for end, kinds, fit in zip(ends, asked, fits, strict=True)
    ) and not (fits == (None, True) and _is_bare_pronoun(ends[0], mentions))


def _is_bare_pronoun(argument: Argument | None, mentions: Sequence[Mention]) -> bool:
    """Tell whether it is "they" or the like, of whom nothing is known: what is done tells what it means."""
    return _kind(argument, mentions) is MentionKind.PRONOUN and not _has_class(argument, mentions)


def _is_count(argument: Argument | None, mentions: Sequence[Mention]) -> bool:
    """Tell whether it is a number of things that are not named: "nine of them", "ten thousand"."""
    return _kind(argument, mentions) is MentionKind.QUANTITY


def _has_class(argument: Argument | None, mentions: Sequence[Mention]) -> bool:
    """Tell whether the class of an argument is known, whichever it is."""
    return argument is not None and argument.mention is not None and mentions[argument.mention].label != ""


def _is_thing(argument: Argument | None, mentions: Sequence[Mention]) -> bool:
    """Tell whether an argument is something or what a clause says, rather than words, a date or an amount."""
    if argument is None or argument.mention is None:
        return argument is not None and argument.statement is not None
    return mentions[argument.mention].kind not in VALUES


def _is_value(
    proposition: Proposition, argument: Argument | None, kinds: Sequence[str], mentions: Sequence[Mention]
) -> bool:
    """Tell whether an argument is what a valued property asks for: an amount, a date, at most when, or any value."""
    if _is_thing(argument, mentions):
        return False
    kind = _kind(argument, mentions)
    if any(kind_.endswith(ALONE) for kind_ in kinds):
        return argument is None or (proposition.kind in ADVERBIAL and kind is not MentionKind.QUANTITY)
    if any(kind_.endswith(WORDS) for kind_ in kinds):
        return argument is not None
    asked = {kind_ for kind_ in kinds if kind_.endswith(VALUE_CLASSES)}
    if not asked or (kind is None and argument is not None):
        return not (asked and proposition.kind == GERUND)  # who grows by lending has not grown by an amount
    return kind is not None and any(kind_.endswith(VALUES.get(kind, "#")) for kind_ in asked)


def _kind(argument: Argument | None, mentions: Sequence[Mention]) -> MentionKind | None:
    return None if argument is None or argument.mention is None else mentions[argument.mention].kind


def _belongs(
    argument: Argument | None,
    kinds: tuple[str, ...],
    mentions: Sequence[Mention],
    lexicon: Lexicon,
    *,
    is_said: bool = False,
) -> bool | None:
    """Tell whether an argument is of one of the classes; None where nothing is asked for, or its class is unknown."""
    if not kinds:
        return None
    if argument is None:
        return False
    if argument.mention is None:  # of a clause that no statement was read in, the words are there
        return None if (is_said or argument.statement is not None) and _may_be_clause(kinds) else False
    mention = mentions[argument.mention]
    if _is_stated(kinds):
        return None if mention.kind is MentionKind.PRONOUN and not mention.label else False
    if mention.kind in VALUES:
        return any(kind.endswith(VALUES[mention.kind]) for kind in kinds)
    if _is_open(kinds):
        return None
    if any(lexicon.is_a(mention.label, kind) for kind in kinds):
        return True
    return None if not mention.label or _stands_for_people(mention.label, kinds, lexicon) else False


@lru_cache(maxsize=256)
def _is_stated(kinds: tuple[str, ...]) -> bool:
    """Tell whether what is asked for is no thing but what the sentence states, and so nothing that is mentioned."""
    return all(kind.endswith(STATED) for kind in kinds)


def _may_be_clause(kinds: Sequence[str]) -> bool:
    """Tell whether one of the classes has what a clause says among its instances: "caused the roof to fall"."""
    return any(kind.endswith(CLAUSE_CLASSES) for kind in kinds)


def _stands_for_people(label: str, kinds: Sequence[str], lexicon: Lexicon) -> bool:
    """Tell whether a place is where somebody is asked for: "the plant hired", "Washington said"."""
    return _is_below(label, "#Place", lexicon) and any(_is_below(kind, "#Agent", lexicon) for kind in kinds)


def _is_below(iri: str, core_class: str, lexicon: Lexicon) -> bool:
    known = lexicon.kinds.get(iri)
    return known is not None and any(ancestor.endswith(core_class) for ancestor in (iri, *known.ancestors))
