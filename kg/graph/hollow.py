"""Statements that are true and say nothing, because what makes them news is not among their words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.graph.naming import is_one_word, singular
from kg.graph.second_halves import carried_with
from kg.graph.words_hollow import (
    ANYTHING,
    BOTH_OF,
    CALLING,
    COMPARATIVES,
    CONTENT_NOUNS,
    EMPTY_VERBS,
    FINDING,
    HANDING,
    HOLLOW_NOUNS,
    HOLLOW_OBJECTS,
    HOLLOW_PASSIVES,
    HOLLOW_VERBS,
    KNOWN_BY,
    OWNERS,
    PUBLICATIONS,
    RECIPROCAL,
    RELATED,
    STANDING_FOR_CLAUSES,
    TELLING,
    TRAVELLING_BY,
    UNDOING,
)
from kg.model import Argument, Determination, Extraction, Manner, Mention, MentionKind, Role, Statement

TIME = "time"  # the rule family of "left a day later"
GERUND = "gerund"  # the rule family of "ended third after losing twice"
DATIVE = "dative"  # the rule family of "gave Bolt a contract"
COPULAS = ("copula", "complement")
AGO = re.compile(r"\b(?:ago|afterwards?|before|earlier|later)$")
LATER = re.compile(r"\s+(?:ago|earlier|later)\b")
CONTENT_NEXT = re.compile(r"[^,;.?!]{0,40}?\bthat\b")
BARE_COMPARATIVE = re.compile(
    rf"(?:[\w-]+ ){{0,4}}(?:(?:less|more) [\w-]+|{'|'.join(COMPARATIVES.split())})", re.IGNORECASE
)
MORE = re.compile(r"(?:even |far |much )?(?:fewer|less|more) (?!than\b)", re.IGNORECASE)
CALLED = re.compile(CALLING, re.IGNORECASE)
UNDONE = re.compile(UNDOING, re.IGNORECASE)
LISTED_BEHIND = re.compile(r"(?:,| and| or) \S")
BOTH = re.compile(BOTH_OF, re.IGNORECASE)
AFTER_OBJECT = frozenset({"by", "for", "from", "in", "into", "on", "to", "with"})
CLASSES = ("apposition", "copula")
MEASURED = re.compile(r"%|\bper ?cent\b|\bpoints?\b")
PARTICLE = re.compile(r"\s+(?:away|down|off|out|over|up)\b")
BEHIND_COMMA = re.compile(r",\s+$")
PERSON = "#Person"
MANY = frozenset({"we", "us"})
UNCOUNTED = frozenset({Determination.BARE, Determination.DEFINITE, Determination.DEMONSTRATIVE})
UNTOLD = UNCOUNTED | {Determination.POSSESSIVE}


def is_hollow(statement: Statement, extraction: Extraction, ends: tuple[str, str]) -> bool:
    """Tell whether what makes a statement news is not among its words.

    Args:
        statement: what the article says.
        extraction: of the article.
        ends: IRI of the subject, and IRI or words of the object.
    """
    value, text = statement.proposition.object, extraction.document.text
    subject = statement.proposition.subject
    mentions = [extraction.mention_of(end) for end in (subject, value)]
    if any(_is_clause_before(mention, text) for mention in mentions) or is_undone(statement, text):
        return True
    if is_many_as_one(statement, extraction) or is_one_of_several(statement, mentions[0], extraction):
        return True
    if value is None:
        return is_bare_deed(statement, mentions[0], ends[0])
    is_amount = mentions[1] is not None and mentions[1].kind is MentionKind.QUANTITY
    return (
        is_hollow_object(statement, value, mentions[1], text, ends[1])
        or is_time_as_object(statement, value, text)
        or is_half_told(statement, value, text)
        or is_vague_quality(statement, value)
        or (not is_amount and lacks_recipient(statement, extraction))
        or lacks_place_taken(statement, extraction)
        or is_about_it(value, extraction)
        or is_class_of_none(statement, value, mentions)
        or any(mention is not None and BOTH.search(mention.text) is not None for mention in mentions)
        or any(is_first_of_list(end, mention) for end, mention in zip((subject, value), mentions, strict=True))
    )


def is_first_of_list(end: Argument, mention: Mention | None) -> bool:
    """Tell whether the thing is the first of a list that is told as one: "40 doctors and nurses" are no 40 doctors."""
    rest = end.text.removeprefix(mention.text) if mention is not None else end.text
    return rest != end.text and LISTED_BEHIND.match(rest) is not None


def is_bare_deed(statement: Statement, subject: Mention | None, called: str) -> bool:
    """Tell whether it says no more than that somebody left or that "prices" rose."""
    lemma = statement.proposition.predicate.lemma
    is_one_word = "_" not in called.rpartition("/")[2]
    is_bare = subject is not None and subject.kind is MentionKind.NOMINAL and subject.determination in UNCOUNTED
    is_bare = is_bare and is_one_word
    return lemma in HOLLOW_VERBS or lemma in HOLLOW_PASSIVES or is_bare


def is_hollow_object(statement: Statement, value: Argument, mention: Mention | None, text: str, called: str) -> bool:
    """Tell whether the object stands for nothing: "held the post", "rejected suggestions that ...", "each other".

    "Won the prize" says something where the article says which prize it is.
    """
    if value.text.lower() in RECIPROCAL:
        return True
    if mention is None or mention.kind is MentionKind.QUANTITY:
        return False
    if mention.kind is MentionKind.NAME:
        return CALLED.match(value.text) is not None
    verb, noun = statement.proposition.predicate.lemma, singular(mention.head_normal.lower())
    is_alone = is_one_word(mention)
    if noun in CONTENT_NOUNS and (is_alone or CONTENT_NEXT.match(text, value.head.end) is not None):
        return True
    is_more = MORE.match(value.text) is not None and not verb.endswith(" for")
    is_unnamed = "_" not in called.rpartition("/")[2]
    return is_more or (is_alone and (noun in HOLLOW_NOUNS or (is_unnamed and noun in HOLLOW_OBJECTS.get(verb, ()))))


def is_time_as_object(statement: Statement, value: Argument, text: str) -> bool:
    """Tell whether the object is when it happened: "withdrew two years ago", "resigned ten moves later"."""
    is_timed = statement.proposition.kind == TIME and AGO.search(value.text) is not None
    return is_timed or (statement.property == "" and LATER.match(text, value.span.end) is not None)


def is_half_told(statement: Statement, value: Argument, text: str) -> bool:
    """Tell whether the verb is less than what is said: "said in a statement", "seen by a daily", "rules her" out."""
    predicate = statement.proposition.predicate
    is_telling = statement.property == "" and value.mention is not None and predicate.lemma.partition(" ")[0] in TELLING
    if statement.property == "" and not predicate.folded and (_is_empty_verb(statement) or _is_mere_way(statement)):
        return True
    is_cut = value.text.lower() in ("her", "him", "them") and PARTICLE.match(text, value.span.end) is not None
    return is_telling or is_cut or predicate.text.lower() in KNOWN_BY


def _is_empty_verb(statement: Statement) -> bool:
    """Tell whether only a preposition is left beside a verb that needs an object: "make with"."""
    verb, _, rest = statement.proposition.predicate.lemma.partition(" ")
    return statement.proposition.kind.endswith("prepositional") and verb in EMPTY_VERBS and rest in AFTER_OBJECT


def _is_mere_way(statement: Statement) -> bool:
    """Tell whether it says how somebody got somewhere, and its clause where."""
    proposition = statement.proposition
    is_led = any(qualifier.role is Role.GOAL for qualifier in proposition.qualifiers)
    return is_led and proposition.predicate.lemma in TRAVELLING_BY


def is_class_of_none(statement: Statement, value: Argument, mentions: Sequence[Mention | None]) -> bool:
    """Tell whether it is left open who is what, or whose: "the payments were loans", "the Greens, its partner"."""
    subject, mention = mentions
    proposition = statement.proposition
    if proposition.kind == "prepositional" and proposition.predicate.lemma == "be published in":
        return _is_alone(subject) and subject is not None and singular(subject.head_normal.lower()) in PUBLICATIONS
    if proposition.kind not in CLASSES or mention is None:
        return False
    if mention.head_normal.lower() in ANYTHING:
        return True
    is_related = value.text.lower().partition(" ")[0] in OWNERS and singular(mention.head_normal.lower()) in RELATED
    return _is_alone(mention) and (is_related or _is_alone(subject))


def _is_alone(mention: Mention | None) -> bool:
    """Tell whether a noun stands without anything that says which."""
    is_nominal = mention is not None and mention.kind is MentionKind.NOMINAL and mention.determination in UNTOLD
    return is_nominal and mention is not None and is_one_word(mention)


def is_vague_quality(statement: Statement, value: Argument) -> bool:
    """Tell whether it says that something is more so, and not than what: "were less keen", "was lower"."""
    is_quality = value.mention is None and statement.proposition.kind.endswith(COPULAS)
    return is_quality and BARE_COMPARATIVE.fullmatch(value.text.strip("\"'“”‘’ ")) is not None


def lacks_recipient(statement: Statement, extraction: Extraction) -> bool:
    """Tell whether it has what somebody hands over, and its clause to whom."""
    proposition = statement.proposition
    verb = proposition.predicate.lemma
    if statement.property != "" or verb not in HANDING:
        return False
    is_beside = any(
        qualifier.role is Role.GOAL and qualifier.text.startswith("to ") for qualifier in proposition.qualifiers
    )
    return is_beside or any(
        other.proposition.kind == DATIVE or other.proposition.predicate.lemma.endswith(" to")
        for other in carried_with(statement, extraction)
    )


def lacks_place_taken(statement: Statement, extraction: Extraction) -> bool:
    """Tell whether it says when or where something rose or ended, and its clause how much, or where it ended."""
    proposition = statement.proposition
    if statement.property != "":
        return False
    if any(q.role is Role.EXTENT and MEASURED.search(q.text) is not None for q in proposition.qualifiers):
        return True  # "fell 3% in Oslo" cut to "fell in Oslo"
    is_when = proposition.kind == GERUND and proposition.predicate.lemma.endswith((" after", " before"))
    return is_when and any(other.proposition.kind != GERUND for other in carried_with(statement, extraction))


def is_about_it(value: Argument, extraction: Extraction) -> bool:
    """Tell whether the clause that is the object says what "it" is: whoever "expects it to be big" tells not what."""
    if value.mention is not None or value.statement is None:
        return False
    inner = extraction.statements[value.statement].proposition
    return inner.kind.endswith(COPULAS) and inner.subject.text.lower() in ("it", "this", "that")


def is_undone(statement: Statement, text: str) -> bool:
    """Tell whether a court found so, and its sentence tells that the finding did not stand."""
    cues = [one.cue for one in statement.attributions if not FINDING.isdisjoint(one.cue.text.lower().split()[-1:])]
    if not cues:
        return False
    start = text.rfind(". ", 0, min(cue.span.start for cue in cues)) + 1
    end = text.find(". ", max(cue.span.end for cue in cues))
    return UNDONE.search(text[start : end if end > 0 else len(text)]) is not None


def is_many_as_one(statement: Statement, extraction: Extraction) -> bool:
    """Tell whether "we" has been taken for a single person."""
    subject = statement.proposition.subject
    if subject.mention is None or subject.text.lower() not in MANY:
        return False
    chains = (chain for chain in extraction.chains if subject.mention in chain.mentions)
    labels = [extraction.mentions[chain.representative].label for chain in chains]
    return any(label == "" or label.endswith(PERSON) for label in labels)


def is_one_of_several(statement: Statement, mention: Mention | None, extraction: Extraction) -> bool:
    """Tell whether somebody's own words speak of "the bank" in an article that names more than one."""
    is_direct = any(attribution.manner is Manner.DIRECT for attribution in statement.attributions)
    if not is_direct or mention is None or mention.kind is not MentionKind.NOMINAL:
        return False
    is_bare = mention.determination is Determination.DEFINITE and is_one_word(mention)
    return is_bare and len(_named_so(mention.normal.lower(), extraction)) > 1


def _named_so(noun: str, extraction: Extraction) -> frozenset[str]:
    """Return the names that end in the noun, in whatever language: "Banka" too is a bank."""
    names = (mention.normal for mention in extraction.mentions if mention.kind is MentionKind.NAME)
    return frozenset(name for name in names if name.lower().rpartition(" ")[2].startswith(noun))


def _is_clause_before(mention: Mention | None, text: str) -> bool:
    """Tell whether the noun stands for what was told before the comma: "..., a step that frees funds"."""
    if mention is None or mention.kind is not MentionKind.NOMINAL:
        return False
    is_one = mention.text.lower().startswith(("a ", "an "))
    is_apart = BEHIND_COMMA.search(text[max(0, mention.span.start - 3) : mention.span.start]) is not None
    return is_one and is_apart and mention.head_normal.lower() in STANDING_FOR_CLAUSES
