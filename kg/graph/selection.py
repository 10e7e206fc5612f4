"""Which statements become facts: those that say something of their own which nothing else in the graph says already.

What is left out here stays in the extraction, and as attribution, time or qualifier in the evidence of other facts.
"""

from __future__ import annotations

from kg.graph.words_plain import EMPTY_HEADS, NEED_CLAUSE, NEED_OBJECT, NUMBERS
from kg.model import Argument, Extraction, Mention, MentionKind, Polarity, Span, Statement

MOVED, SOLD = "moved", "sell"  # the rule family of "bought it from Acme", and what that says of Acme
CLAUSAL = "clause"  # the rule family of "officials said that …"
ADVERB = "adverb"  # the rule family of "grew fast"
DIRECT_OBJECTS = frozenset({"object", "dative"})
EMPTY_VERBS = frozenset({"be", "do", "have"})
POSSESSIVE = "possessive"  # the rule family of "Ukraine's forces"


def find_cues(extraction: Extraction) -> frozenset[Span]:
    """Return the places of the words that show an attribution ("said")."""
    return frozenset(a.cue.head for statement in extraction.statements for a in statement.attributions)


def becomes_fact(statement: Statement, extraction: Extraction, cues: frozenset[Span]) -> bool:
    """Tell whether a statement says something of its own."""
    if (
        is_saying(statement, cues)
        or is_circumstance(statement, extraction)
        or is_elliptical(statement)
        or is_unread_clause(statement)
        or is_fragment(statement, extraction)
        or is_degree(statement)
        or is_unsold(statement)
    ):
        return False
    return bool(statement.property) or not (is_bare_possession(statement) or is_folded(statement))


def is_saying(statement: Statement, cues: frozenset[Span]) -> bool:
    """Tell whether it is the saying of something ("officials said that …"): the evidence of what is said names them.

    Whom somebody tells it, and what somebody denies or demands, is a fact of its own; where it was said is not.
    """
    proposition = statement.proposition
    if proposition.predicate.anchor not in cues:
        return False
    return proposition.object is None or proposition.object.mention is None or proposition.kind not in DIRECT_OBJECTS


def is_circumstance(statement: Statement, extraction: Extraction) -> bool:
    """Tell whether it only tells when ("spoke on Tuesday"): that is the time of the other facts of its clause."""
    return _kind(statement.proposition.object, extraction) is MentionKind.DATE


def is_elliptical(statement: Statement) -> bool:
    """Tell whether what is said is left out ("they were")."""
    return statement.proposition.object is None and statement.proposition.predicate.lemma in EMPTY_VERBS


def is_fragment(statement: Statement, extraction: Extraction) -> bool:
    """Tell whether an end or the verb is a piece of something: "the first", "as a result", "make" without object."""
    proposition = statement.proposition
    ends = [end for end in (proposition.subject, proposition.object) if end is not None]
    mentions = [mention for end in ends if (mention := extraction.mention_of(end)) is not None]
    return (
        _lacks_object(statement)
        or any(_is_empty(mention) or _is_cut(mention, extraction) for mention in mentions)
        or any(_is_scrap(end, extraction) for end in ends if end.mention is None and end.statement is None)
    )


def is_degree(statement: Statement) -> bool:
    """Tell whether an adverb waits for a clause: "was shut as soon as it rained" cut to "was shut as soon"."""
    value = statement.proposition.object
    return statement.proposition.kind == ADVERB and value is not None and value.text.lower().startswith(("as ", "so "))


def _lacks_object(statement: Statement) -> bool:
    """Tell whether the verb needs an object and has none."""
    lemma = statement.proposition.predicate.lemma
    last = lemma.rpartition(" ")[2]
    is_cut = not statement.property and (last in NEED_OBJECT or not lemma[-1:].isalpha())
    return statement.proposition.object is None and (is_cut or last in NEED_CLAUSE)


def _is_scrap(argument: Argument, extraction: Extraction) -> bool:
    """Tell whether words that are no mention stand for nothing: "the first", "Wal" of a name with a hyphen."""
    words = argument.text.lower().split()
    bare = words[1:] if words[:1] in (["the"], ["a"], ["an"]) else words
    is_half = len(words) == 1 and extraction.document.text[argument.span.end : argument.span.end + 1] == "-"
    return is_half or (len(bare) == 1 and bare[0] in EMPTY_HEADS and len(words) > 1)


def _is_empty(mention: Mention) -> bool:
    """Tell whether a mention is a head alone that stands for nothing."""
    word = mention.normal.lower()
    is_bare = mention.kind is MentionKind.NOMINAL and (word in EMPTY_HEADS or word in NUMBERS)
    is_letter = len(word) == 1 and word.isalpha()  # "x dollars more"
    return is_bare or is_letter or not any(character.isalnum() for character in mention.text)


def _is_cut(mention: Mention, extraction: Extraction) -> bool:
    """Tell whether a noun is half a word: "re" of "a re-run", "measures" of "counter-measures"."""
    text = extraction.document.text
    sides = (text[mention.head.start - 1 : mention.head.start], text[mention.head.end : mention.head.end + 1])
    return mention.kind is MentionKind.NOMINAL and "-" in sides and "-" not in mention.text


def is_unsold(statement: Statement) -> bool:
    """Tell whether it takes "did not buy Bolt from Acme" for Acme's not selling Bolt: Acme may sell it to others."""
    is_sold = statement.proposition.kind == MOVED and statement.proposition.predicate.lemma == SOLD
    return is_sold and statement.factuality.polarity is not Polarity.POSITIVE


def is_unread_clause(statement: Statement) -> bool:
    """Tell whether its object is a clause that no proposition was found in: words that nothing can be joined to."""
    proposition = statement.proposition
    value = proposition.object
    return proposition.kind == CLAUSAL and value is not None and value.mention is None and value.statement is None


def is_bare_possession(statement: Statement) -> bool:
    """Tell whether it says no more than the possessive in an entity's name does ("Ukraine has Ukraine's forces")."""
    return statement.proposition.kind == POSSESSIVE


def is_folded(statement: Statement) -> bool:
    """Tell whether its relation holds nouns of one sentence ("keep jet in"), so that hardly another one shares it."""
    return statement.proposition.predicate.folded > 0


def _kind(argument: Argument | None, extraction: Extraction) -> MentionKind | None:
    mention = extraction.mention_of(argument)
    return None if mention is None else mention.kind
