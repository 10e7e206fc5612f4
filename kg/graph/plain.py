"""Which evidence suffices for a plain triple: it must be true as it is written, with nothing beside it."""

from __future__ import annotations

import re

from kg.graph.cut_short import is_cut_short
from kg.graph.halves import is_half
from kg.graph.hollow import is_hollow
from kg.graph.words_plain import (
    BEING_WHEN,
    CHANGING,
    EXPECTING,
    HALF_SAID,
    LOOSE_PRONOUNS,
    MODALS,
    NO_MORE,
    PENDING,
    PLEAS,
    PORTFOLIOS,
    RELATIVE_PRONOUNS,
    STATES,
    STATES_IN_WORDS,
    UNIVERSAL,
)
from kg.model import (
    Certainty,
    Determination,
    Extraction,
    Manner,
    Mention,
    MentionKind,
    Polarity,
    Role,
    Statement,
    Tense,
)

SURE = frozenset({Certainty.CERTAIN, Certainty.PROBABLE})
LASTING = ("for ", "until ", "till ")
COPULAS = ("copula", "complement")  # the rule families of "the tanker is a priority", "the tanker is late"
APPOSITION = "apposition"  # the rule family of "Acme, a bakery"
TITLES = ("apposition", "title")
PURPOSE = "purpose"  # the rule family of "gave the firm a week to decide", which is cut to "gave to decide"
TIME = "time"  # the rule family of "rose 3%" and "left a day later", where the preposition is missing
MOVED = "moved"  # the rule family of "sent tanks to Halden", said of the tanks
CALLED = "called"  # the rule family of "called the plan reckless", said of the plan
POSSESSIVE = "possessive"  # the rule family of "Acme's bakeries"
LONGEST_RELATION = 4  # words; one in the sentence's own words that is longer is mostly misread, and hardly ever shared
GOVERNOR = re.compile(r"^(?:will )?(?:be )?(\S+) to ")
GOAL = re.compile(r"^be to (?!be (?:allowed|permitted)\b)")  # "its goal is to cut costs"
ALTERNATIVE_BEFORE = re.compile(r"\beither\s+$|(?<!,)\s+or\s+$", re.IGNORECASE)
ALTERNATIVE_AFTER = re.compile(r"\s+or\s")
REACH = 10  # characters beside a mention in which "or" stands
PERFECT = ("has ", "have ", "'s ", "’s ", "'ve ", "’ve ")
HAVING_HAD = re.compile(r"(?:has|have|had|['’](?:s|ve|d))\b.*\bhad$")
OPENING_MARKS = ('"', "“", "‘", "'")
CLOSING_MARKS = ('"', "”", "’", "'")
RUNNING_ON = re.compile(r",|\band\b.*\s\S+\s\S+\s")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def suffices(
    statement: Statement,
    extraction: Extraction,
    named: frozenset[str],
    ends: tuple[str, str],
    *,
    vague: frozenset[str] = frozenset(),
) -> bool:
    """Tell whether a statement is positive, sure and true of its two ends as they are called.

    Args:
        statement: what the article says, in the view of its innermost source.
        extraction: of the article.
        named: IRIs of the entities that the article calls by name.
        ends: IRI of the subject, and IRI or words of the object.
        vague: IRIs of the entities of which the article never says which one is meant.
    """
    factuality, proposition = statement.factuality, statement.proposition
    mentions = [extraction.mention_of(end) for end in (proposition.subject, proposition.object)]
    return (
        factuality.polarity is Polarity.POSITIVE
        and factuality.certainty in SURE
        and proposition.kind != CALLED
        and all(qualifier.role is not Role.QUANTIFIER for qualifier in proposition.qualifiers)
        and not any(_is_no_one(mention) for mention in mentions)
        and not any(_has_lost_words(mention, iri, extraction) for mention, iri in zip(mentions, ends, strict=True))
        and not is_no_longer(statement, ends[1])
        and not is_pending(statement)
        and not is_misplaced(statement, mentions)
        and not is_quoted_pronoun(statement, mentions)
        and not is_loose_object(statement, mentions)
        and not is_only_where(mentions[0], extraction.document.text)
        and not is_ended(statement)
        and not is_past_state(statement)
        and not is_in_turn(statement, mentions[1])
        and not is_open_inside(statement, extraction)
        and not is_plea(statement)
        and not is_only_when(statement)
        and not is_as_it_were(statement, extraction.document.text)
        and not is_one_of_list(statement, mentions)
        and not any(is_alternative(mention, extraction.document.text) for mention in mentions)
        and not is_guess(statement, mentions)
        and not is_half(statement, extraction)
        and is_told_apart(statement, mentions, named, vague, ends)
        and not is_hollow(statement, extraction, ends)
        and not is_cut_short(statement, extraction, ends)
    )


def is_told_apart(
    statement: Statement,
    mentions: list[Mention | None],
    named: frozenset[str],
    vague: frozenset[str],
    ends: tuple[str, str],
) -> bool:
    """Tell whether enough is known of the ends: a name or a clause at one of them, or a class.

    Of common nouns alone little is known, and with them every second relation is wrong; and of "the company" that has
    no name in its article, nobody outside it knows which is meant.
    """
    value = statement.proposition.object
    is_clause = value is not None and value.mention is None and value.statement is not None
    if not named.isdisjoint(ends):
        return statement.property != "" or is_clause or is_short_and_straight(statement)
    if not vague.isdisjoint(ends):
        return False
    return is_clause or (statement.property != "" and any(m is not None and m.label for m in mentions))


def is_short_and_straight(statement: Statement) -> bool:
    """Tell whether a relation in the sentence's own words is short, and stands between its ends as usual."""
    words = statement.proposition.predicate.lemma.split() or [""]
    is_whole = words[-1] not in HALF_SAID and "no" not in words and statement.proposition.kind not in (PURPOSE, TIME)
    return len(words) <= LONGEST_RELATION and is_whole and not is_fronted(statement)


def is_pending(statement: Statement) -> bool:
    """Tell whether the property names a deed that the words only plan: "intends to hold" is no holding.

    So are what must be done, what will probably be, and what something else is done for: "sold it to raise money". A
    relation of the sentence's own words keeps "intend to", and is true as it is written.
    """
    predicate = statement.proposition.predicate
    governor = GOVERNOR.match(predicate.lemma)
    is_probable = statement.factuality.certainty is Certainty.PROBABLE
    is_ahead = is_probable or statement.factuality.tense is Tense.FUTURE
    is_governed = (governor is not None and governor[1] in PENDING) or bool(GOAL.match(predicate.lemma))
    is_expected = is_probable and not EXPECTING.isdisjoint(predicate.text.lower().split())
    is_for = is_probable and (statement.proposition.kind in (PURPOSE, MOVED) or predicate.text.startswith("to "))
    return ((is_governed and is_ahead) or is_expected or is_for) and statement.property != ""


def is_ended(statement: Statement) -> bool:
    """Tell whether the words of an end say that it is over: "the formerly state-owned firm"."""
    ends = (statement.proposition.subject, statement.proposition.object)
    return any("formerly" in end.text.lower().split() for end in ends if end is not None)


def is_past_state(statement: Statement) -> bool:
    """Tell whether a state is told of the past by the article: who "worked for" a bank need not work for it now.

    In what somebody says the past may be that of the saying: "said that it employed 90 people".
    """
    is_perfect = statement.proposition.predicate.text.lower().startswith(PERFECT)
    is_past = statement.factuality.tense is Tense.PAST and not is_perfect
    lemma = statement.proposition.predicate.lemma
    is_state = statement.property.rpartition("#")[2] in STATES or lemma in STATES_IN_WORDS
    return is_past and ((is_state and not statement.attributions) or _is_passing(statement))


def _is_passing(statement: Statement) -> bool:
    """Tell whether something was so for some time: "were the better side for an hour"."""
    is_copula = statement.proposition.kind.endswith(COPULAS)
    lasting = (q for q in statement.proposition.qualifiers if q.role is Role.TIME and q.text.startswith(LASTING))
    return is_copula and next(lasting, None) is not None


def is_in_turn(statement: Statement, value: Mention | None) -> bool:
    """Tell whether somebody has had several things, one after the other: "has had four ministers" has one now."""
    is_perfect = HAVING_HAD.match(statement.proposition.predicate.text.lower()) is not None
    return is_perfect and value is not None and value.plural


def is_plea(statement: Statement) -> bool:
    """Tell whether a side only says who is guilty and who is not: "his lawyer said he was innocent"."""
    proposition = statement.proposition
    is_quality = proposition.kind.endswith(COPULAS) and proposition.object is not None
    words = proposition.object.text.lower().split() if proposition.object is not None else []
    return is_quality and bool(statement.attributions) and not PLEAS.isdisjoint(words)


def is_open_inside(statement: Statement, extraction: Extraction) -> bool:
    """Tell whether what is thought or said only may be, by a word that the triple loses: "believed it could win"."""
    value = statement.proposition.object
    if value is None or value.mention is not None or value.statement is None:
        return False
    inner = extraction.statements[value.statement]
    is_open = inner.factuality.certainty not in SURE
    return is_open and not MODALS.isdisjoint(inner.proposition.predicate.text.lower().split())


def is_only_when(statement: Statement) -> bool:
    """Tell whether nothing but a time is said of the subject: "was in the lead until noon" cut to "was until"."""
    return statement.property == "" and statement.proposition.predicate.lemma in BEING_WHEN


def is_as_it_were(statement: Statement, text: str) -> bool:
    """Tell whether the verb alone stands in quotation marks, which disown it: 'he "owned" a guard'."""
    verb = statement.proposition.predicate.anchor
    return text[max(0, verb.start - 1) : verb.start] in OPENING_MARKS and text[verb.end : verb.end + 1] in CLOSING_MARKS


def is_one_of_list(statement: Statement, mentions: list[Mention | None]) -> bool:
    """Tell whether the object is the first name of a list said as a whole: "400 workers struck in Oslo and Bergen"."""
    value, mention = statement.proposition.object, mentions[1]
    if value is None or mention is None or mention.kind is not MentionKind.NAME:
        return False
    rest = value.text.partition(mention.text)[2]
    return rest.startswith((", ", " and ")) and " and " in rest


def is_quoted_pronoun(statement: Statement, mentions: list[Mention | None]) -> bool:
    """Tell whether somebody's own words call an end "they" or "it": what they speak of need not be in the article."""
    is_direct = any(attribution.manner is Manner.DIRECT for attribution in statement.attributions)
    loose = [mention.text.lower() for mention in mentions if mention is not None and _is_loose(mention)]
    return is_direct and not RELATIVE_PRONOUNS.issuperset(loose)


def is_loose_object(statement: Statement, mentions: list[Mention | None]) -> bool:
    """Tell whether the verb is done to "it": often to what a clause said, and of 7 in OntoGUM's news 2 were right."""
    value = mentions[1]
    is_relative = value is not None and value.text.lower() in RELATIVE_PRONOUNS
    return _is_loose(value) and not is_relative and not is_fronted(statement)


def is_only_where(mention: Mention | None, text: str) -> bool:
    """Tell whether a clause may be about what lies in a place, not the place: "a firm in Lima, which owns ships"."""
    if mention is None or mention.kind is not MentionKind.NAME:
        return False
    before = text[max(0, mention.span.start - REACH) : mention.span.start]
    return before.endswith(" in ") and text[mention.head.end :].startswith(", which ")


def is_alternative(mention: Mention | None, text: str) -> bool:
    """Tell whether only one of several is meant: "either Acme or Bolt"; "3%, or 5 points" is both."""
    if mention is None or mention.kind is MentionKind.QUANTITY:
        return False
    before = text[max(0, mention.span.start - REACH) : mention.span.start]
    after = text[mention.span.end : mention.span.end + REACH]
    return ALTERNATIVE_BEFORE.search(before) is not None or ALTERNATIVE_AFTER.match(after) is not None


def is_guess(statement: Statement, mentions: list[Mention | None]) -> bool:
    """Tell whether it is yet to come, only probable, and said of things of which too little is known to vouch for it.

    Where the class of who does it is known, a property that takes it reads "to repair" rightly.
    """
    factuality = statement.factuality
    is_ahead = factuality.certainty is not Certainty.CERTAIN and factuality.tense is Tense.FUTURE
    is_loose = factuality.certainty is not Certainty.CERTAIN and _is_loose(mentions[0])
    is_known = statement.property != "" and mentions[0] is not None and mentions[0].label != ""
    says_so = statement.property == "" and GOVERNOR.match(statement.proposition.predicate.lemma) is not None
    return is_loose or (is_ahead and not is_known and not says_so)


def is_misplaced(statement: Statement, mentions: list[Mention | None]) -> bool:
    """Tell whether "is" gives no class or quality: "the loser was Acme", "it was late", "Acme and Bolt, Acorn".

    A name is no class; what "it" stands for is often the whole clause before; of joined names, which one is meant is
    open; and words with a comma ("equal to last year, worse") run on into what is said next.
    """
    subject, value = mentions
    proposition = statement.proposition
    if statement.property == "" or subject is None:
        return False
    is_joined = value is not None and " and " in value.text
    if proposition.kind == APPOSITION:
        return is_joined or is_fronted(statement)  # "Nice hat, Ann" calls Ann no hat
    if proposition.kind == POSSESSIVE:  # "Acme's Ann Lee": of what sort the tie is, the words leave open
        return True
    is_name = value is not None and value.kind is MentionKind.NAME and subject.kind is MentionKind.NOMINAL
    runs_on = (
        value is None and proposition.object is not None and RUNNING_ON.search(proposition.object.text) is not None
    )
    are_many = value is not None and value.plural and not subject.plural and subject.kind is MentionKind.PRONOUN
    is_odd = is_name or runs_on or are_many  # "We are partners", of which the article names one
    return proposition.kind.endswith(COPULAS) and (is_odd or _is_loose(subject))


def _is_loose(mention: Mention | None) -> bool:
    """Tell whether it is "it" or the like."""
    return mention is not None and mention.kind is MentionKind.PRONOUN and mention.text.lower() in LOOSE_PRONOUNS


def is_fronted(statement: Statement) -> bool:
    """Tell whether the object stands before the subject: "In other markets, shares rose" is where, not what."""
    value = statement.proposition.object
    return value is not None and value.head.start < statement.proposition.subject.head.start


def _is_no_one(mention: Mention | None) -> bool:
    """Tell whether a mention stands for none, or for whichever there is: "no company", "each company"."""
    if mention is None or mention.kind in (MentionKind.DATE, MentionKind.QUANTITY):
        return False
    is_universal = not UNIVERSAL.isdisjoint(word.lower() for word in WORD.findall(mention.text))
    return mention.determination is Determination.NEGATED or (is_universal and mention.kind is not MentionKind.NAME)


def _has_lost_words(mention: Mention | None, iri: str, extraction: Extraction) -> bool:
    """Tell whether the entity is called less than the mention says: "anti-war protest" is no war protest."""
    if mention is None or mention.kind not in (MentionKind.NAME, MentionKind.NOMINAL):
        return False
    modifiers, before = _modifiers(mention, extraction.document.text)
    parts = {part for word in modifiers for part in (word, word.partition("-")[0])}
    is_changed = any(part not in iri.lower() for part in sorted(parts & CHANGING))
    return is_changed or before == "&" or _is_owner_for_owned(mention, iri) or _is_cut_name(mention, extraction)


def is_no_longer(statement: Statement, called: str) -> bool:
    """Tell whether a title has lost what changes it: "former Alba Mayor Ann Lee" is no mayor, a deputy no minister."""
    title = statement.proposition.object
    if statement.proposition.kind not in TITLES or title is None:
        return False
    if title.text.lower().partition(" ")[0] in NO_MORE:
        return True  # "Ann Lee, then a judge"
    if title.text.lower().rpartition(" ")[2] in PORTFOLIOS:
        return True  # "Home Secretary Ann Lee" has no office in Home
    return any(word not in called.lower() for word in sorted(CHANGING.intersection(title.text.lower().split())))


def _modifiers(mention: Mention, text: str) -> tuple[list[str], str]:
    """Return the words that say which one a mention means, in lower case, and the one before it as it stands.

    Of a name it is the one before ("Shadow" of "Shadow Home Secretary"); in "former mayor Ann Lee" it is the title
    that is former, and Ann Lee is who she is. Of a noun it is all up to its head, and nothing of what follows.
    """
    at = mention.span.start
    if mention.kind is MentionKind.NAME:
        at = max(at, text.find(mention.normal, at, mention.span.end))
    before = next(reversed(text[:at].split()[-1:]), "")
    own = mention.normal if mention.kind is MentionKind.NAME else text[at : mention.head.end]
    return [word.lower() for word in (before, *WORD.findall(own))], before


def _is_owner_for_owned(mention: Mention, iri: str) -> bool:
    """Tell whether "Acme's fleet" has come to stand for Acme."""
    called = iri.rpartition("/")[2].replace("_", " ")
    is_without_head = mention.head_normal.lower() not in called.lower()
    is_owner = any(f"{called}{mark}" in mention.text for mark in ("'", "’", " '", " ’"))
    return mention.head_normal != "" and called != "" and is_without_head and is_owner


def _is_cut_name(mention: Mention, extraction: Extraction) -> bool:
    """Tell whether a name is the first half of a word: "Co" of "Co-founder"; what "Acme-owned" says is read apart."""
    after = extraction.document.text[mention.span.end : mention.span.end + 2]
    return mention.kind is MentionKind.NAME and len(mention.text) < 4 and after[:1] == "-"
