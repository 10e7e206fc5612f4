"""Statements with the first half of what a verb of two halves says: "described the ruling", and not as what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.graph.words_halves import (
    CALLING,
    CHOOSING,
    COMPLETING_VERBS,
    GIVING,
    LIGHT,
    NAMING_AS,
    NEEDY_ADJECTIVES,
    OUTRUNNING,
    PARTICLES,
    QUESTIONS,
    SECOND_HALVES,
    SPEAKERS,
    STANDING_FOR_DEEDS,
    TAKING_CLAUSES,
    TO_A_PRIZE,
    WANTING,
)
from kg.model import Argument, Extraction, MentionKind, Role, Statement

SMALL_CLAUSE = "small clause"  # the rule family of "called the ruling a farce", "kept its rate unchanged"
COMPLEMENT = "complement"  # the rule family of "was elected chair", "called the ruling a farce"
PREPOSITIONAL = "prepositional"
RELATIVE = "relative"  # the rule family of "the tools she used"
COPULAS = ("copula", COMPLEMENT)  # the rule families of "the tanker is a priority", "the tanker is late"
NO_SECOND_AS = r"(?! (?:well|much|many|soon|long|far|of|part)\b)"
LATER_AS = re.compile(rf"[^,;:.?!]{{0,60}}?\bas\b{NO_SECOND_AS}")  # "named by a source close to the court as Ivo Lank"
CLAUSE_NEXT = re.compile(r"\s+(?!(?:after|at|before|by|during|for|from|in|last|on|since|this|with)\b)\w")
FIRST_WORD = re.compile(r"\s*(\w+)\b(?!-)")
CAPITAL_AS = re.compile(r"[^,;:.?!]{0,60}?\bas [A-Z]")
ASKING = re.compile(rf"\s*(?:about|of|on|over) {QUESTIONS}")
QUESTION = re.compile(QUESTIONS, re.IGNORECASE)
COMPLETED = re.compile(COMPLETING_VERBS)
TO_PRIZE = re.compile(TO_A_PRIZE)
TO_DO = re.compile(r"\s+to (?!(?:a|an|her|his|its|the|their)\b)[a-z]+\b")
PERSON = "#Person"
SPANNING = ("to", "until", "till")  # "served from 2012 to 2016"
SPEAKER = re.compile(rf"\s+(?:{'|'.join(sorted(SPEAKERS))})\b")
DEED = re.compile(STANDING_FOR_DEEDS, re.IGNORECASE)
QUOTES = "\"'“”‘’` "
TAKEN = 4  # words of a normal form up to the preposition that goes with the verb: "be barred from", "describe poll as"
NEAR = 12  # characters from a preposition to its date: "on early Monday"


def lacks_second_half(statement: Statement, extraction: Extraction) -> bool:
    """Tell whether a verb of two halves has its second one beside the statement: whom it bans, and not from what."""
    verb = _verb(statement)
    value = statement.proposition.object
    if value is None or value.mention is None or not verb:
        return False
    if statement.proposition.kind == SMALL_CLAUSE:
        return verb not in CHOOSING
    if statement.proposition.kind == RELATIVE and verb in CALLING:
        return True
    if statement.proposition.kind == RELATIVE and verb in TAKING_CLAUSES:
        return CLAUSE_NEXT.match(extraction.document.text, statement.proposition.predicate.span.end) is not None
    if statement.proposition.kind == PREPOSITIONAL and any(
        other.proposition.kind == RELATIVE for other in _sisters(statement, extraction)
    ):
        return True  # "the tools that she lent to Ann": "lent to Ann" leaves out what
    return any(
        _is_beside(opener, statement, extraction) for opener, verbs in SECOND_HALVES.items() if verb in verbs
    ) or (verb in NAMING_AS and _tells_who_it_is(statement, extraction))


def is_part_of_verb(statement: Statement, extraction: Extraction) -> bool:
    """Tell whether its relation is less than the verb: "took control" of a bank, "knocked" of "knocked out of"."""
    predicate = statement.proposition.predicate
    verb, _, noun = predicate.lemma.partition(" ")
    value = statement.proposition.object
    if predicate.active:
        said = PARTICLES.intersection(predicate.text.lower().split())
        return not said.issubset(predicate.active.split())
    after = COMPLETED.match(extraction.document.text, predicate.anchor.end)
    if after is not None and after[0].strip() not in predicate.lemma.split():
        return True
    if value is None or noun or verb not in LIGHT:
        return False
    start = f"{verb} {_head(value, extraction)} of"
    return any(other.proposition.predicate.lemma.startswith(start) for other in _sisters(statement, extraction))


def lacks_deed_wanted(statement: Statement, extraction: Extraction) -> bool:
    """Tell whether what is called for or raced for stands behind: "called for the ships to be sold"."""
    value = statement.proposition.object
    if value is None:
        return False
    predicate, text = statement.proposition.predicate, extraction.document.text
    if predicate.lemma in WANTING:
        return TO_DO.match(text, value.span.end) is not None
    return predicate.lemma in OUTRUNNING and TO_PRIZE.match(text, value.span.end) is not None


def lacks_gift(statement: Statement, extraction: Extraction) -> bool:
    """Tell whether it has who is given something, and not what: "gave the actress, Ann Lee, the award"."""
    value, predicate = statement.proposition.object, statement.proposition.predicate
    if value is None or value.mention is None or predicate.lemma not in GIVING:
        return False
    return extraction.mentions[value.mention].label.endswith(PERSON)


def is_end_of_time(statement: Statement, extraction: Extraction) -> bool:
    """Tell whether its object is when something ended: "served under her from 2012 to 2016"."""
    verb, _, last = statement.proposition.predicate.lemma.rpartition(" ")
    return last in SPANNING and any(
        other.proposition.predicate.lemma == f"{verb} from" and _is_date(other.proposition.object, extraction)
        for other in _sisters(statement, extraction)
    )


def lacks_first_half(statement: Statement) -> bool:
    """Tell whether it has what somebody is called or made, and not who: "calls a liar" of "calls Ann Lee a liar"."""
    proposition = statement.proposition
    verb, _, rest = proposition.predicate.lemma.partition(" ")
    if rest == "as" and verb in SECOND_HALVES["as"] and not proposition.predicate.folded:
        return proposition.object is not None  # "what the army described as a camp"
    return proposition.kind == COMPLEMENT and proposition.predicate.folded > 0


def lacks_deed(statement: Statement) -> bool:
    """Tell whether its object stands for a deed told before: "is barred from doing likewise"."""
    value = statement.proposition.object
    words = statement.proposition.predicate.text if value is None else value.text
    return DEED.match(words) is not None or DEED.search(statement.proposition.predicate.text) is not None


def lacks_question(statement: Statement, extraction: Extraction) -> bool:
    """Tell whether a question belongs to it: "refused to be drawn" of "to be drawn on whether he would go"."""
    end = statement.proposition.predicate.span.end
    return statement.proposition.object is None and ASKING.match(extraction.document.text, end) is not None


def is_question(statement: Statement) -> bool:
    """Tell whether its clause is a question, which says nothing of how it is: "will find out why it failed"."""
    value = statement.proposition.object
    return value is not None and value.statement is not None and QUESTION.match(value.text) is not None


def lacks_complement(statement: Statement) -> bool:
    """Tell whether it calls somebody aware, similar or the like, and not of what or to what."""
    value = statement.proposition.object
    if value is None or value.mention is not None or not statement.proposition.kind.endswith(COPULAS):
        return False
    return value.text.lower().strip(QUOTES).rpartition(" ")[2] in NEEDY_ADJECTIVES


def is_given_to_speaker(statement: Statement, extraction: Extraction) -> bool:
    """Tell whether whoever speaks is given it: "Acme gives us the Arctic" is no giving of the Arctic."""
    predicate = statement.proposition.predicate
    text = extraction.document.text
    is_theirs = predicate.text.rpartition(" ")[2] in SPEAKERS or SPEAKER.match(text, predicate.span.end)
    value = statement.proposition.object
    return value is not None and value.mention is not None and bool(is_theirs)


def _head(argument: Argument, extraction: Extraction) -> str:
    return extraction.document.text[argument.head.start : argument.head.end].lower()


def _verb(statement: Statement) -> str:
    """Return the verb whose object the statement has, or "" where more has been taken in."""
    predicate = statement.proposition.predicate
    if predicate.folded:
        return ""
    lemma = predicate.active or predicate.lemma
    return lemma.rpartition(" ")[2]


def _is_beside(opener: str, statement: Statement, extraction: Extraction) -> bool:
    """Tell whether the opener stands beside the statement: in a qualifier, behind it, or in another of the verb's."""
    proposition = statement.proposition
    return (
        any(q.role is not Role.TIME and q.text.lower().split()[:1] == [opener] for q in proposition.qualifiers)
        or any(_opens(opener, end, extraction) for end in _ends(statement))
        or any(_has_taken(opener, other, extraction) for other in _sisters(statement, extraction))
    )


def _ends(statement: Statement) -> Iterator[int]:
    """Yield where what the statement says ends: behind its object and its head, and behind the verb of a relative."""
    proposition = statement.proposition
    if proposition.object is not None:
        yield proposition.object.span.end
    if proposition.object is not None and not proposition.predicate.active:
        yield proposition.object.head.end  # of "banned by a law on meat to sell" the "on" is the law's own
    yield proposition.predicate.span.end


def _opens(opener: str, end: int, extraction: Extraction) -> bool:
    """Tell whether the opener comes next, and leads to no date; an "as" may come later in the clause."""
    text = extraction.document.text
    if opener == "as":
        return LATER_AS.match(text, end) is not None
    found = FIRST_WORD.match(text, end)
    return found is not None and found[1].lower() == opener and not _is_dated(found.end(), extraction)


def _is_dated(at: int, extraction: Extraction) -> bool:
    return any(
        mention.kind is MentionKind.DATE and at < mention.head.end <= at + NEAR + len(mention.text)
        for mention in extraction.mentions
        if at <= mention.span.start <= at + NEAR
    )


def _has_taken(opener: str, other: Statement, extraction: Extraction) -> bool:
    """Tell whether another statement of the verb goes on with the opener, to no date."""
    words = other.proposition.predicate.lemma.split()[1:TAKEN]
    return opener in words and not _is_date(other.proposition.object, extraction)


def _is_date(argument: Argument | None, extraction: Extraction) -> bool:
    mention = None if argument is None else argument.mention
    return mention is not None and extraction.mentions[mention].kind is MentionKind.DATE


def _tells_who_it_is(statement: Statement, extraction: Extraction) -> bool:
    """Tell whether somebody without a name is named: "named the thief as Ivo Lank"."""
    proposition = statement.proposition
    named = proposition.subject if proposition.predicate.active else proposition.object
    if named is None or named.mention is None or proposition.object is None:
        return False
    is_name = extraction.mentions[named.mention].kind is MentionKind.NAME
    return not is_name and CAPITAL_AS.match(extraction.document.text, proposition.object.head.end) is not None


def _sisters(statement: Statement, extraction: Extraction) -> list[Statement]:
    """Return the other statements that the same verb carries."""
    return [other for other in carried_with(statement, extraction) if other is not statement]


def carried_with(statement: Statement, extraction: Extraction) -> list[Statement]:
    """Return the statements that the same verb carries, this one among them."""
    anchor = statement.proposition.predicate.anchor
    return [other for other in extraction.statements if other.proposition.predicate.anchor == anchor]
