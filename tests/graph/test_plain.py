"""Which evidence suffices for a plain triple."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.graph.emptiness import find_empty
from kg.graph.plain import is_no_longer, suffices
from kg.model import (
    Argument,
    Attribution,
    Certainty,
    Determination,
    Document,
    Extraction,
    Factuality,
    Manner,
    Mention,
    MentionKind,
    Polarity,
    Predicate,
    Proposition,
    Span,
    Statement,
    Tense,
)

ENTITY = "https://example.org/entity/"
SURE = Factuality(Polarity.POSITIVE, Certainty.CERTAIN, Tense.PAST)
PROPERTY = "https://example.org/ontology#repairs"


def mention(
    text: str, at: int, kind: MentionKind = MentionKind.NOMINAL, label: str = "", head: str = "", normal: str = ""
) -> Mention:
    span = Span(at, at + len(text))
    return Mention("", span, span, text, kind, label, normal or text, head or text.split()[-1])


def judged(
    subject: str,
    value: str,
    *,
    lemma: str = "repair",
    kind: str = "object",
    covered_by: str = PROPERTY,
    kinds: tuple[MentionKind, MentionKind] = (MentionKind.NAME, MentionKind.NOMINAL),
    called: tuple[str, str] | None = None,
    factuality: Factuality = SURE,
    fronted: bool = False,
    label: str = "",
    manner: Manner = Manner.INDIRECT,
) -> bool:
    """Tell whether "SUBJECT ... VALUE" is plain, with entities called as its words are or as given."""
    text = f"{value} {subject}" if fronted else f"{subject} {value}"
    at = (text.rindex(subject), text.index(value)) if fronted else (text.index(subject), text.rindex(value))
    names = called or (subject, value)
    normals = [name if sort is MentionKind.NAME else "" for name, sort in zip(names, kinds, strict=True)]
    mentions = (
        mention(subject, at[0], kinds[0], label, normal=normals[0]),
        mention(value, at[1], kinds[1], normal=normals[1]),
    )
    first, second = (Argument(m.text, m.span, m.head, i) for i, m in enumerate(mentions))
    predicate = Predicate(lemma, lemma, Span(0, 1), Span(0, 1))
    proposition = Proposition(first, predicate, second, kind, Span(0, len(text)), 0)
    said = Attribution(None, second, Span(0, len(text)), manner)
    statement = Statement(proposition, factuality=factuality, property=covered_by, attributions=(said,))
    ends = (ENTITY + names[0].replace(" ", "_"), ENTITY + names[1].replace(" ", "_"))
    named = frozenset(end for end, sort in zip(ends, kinds, strict=True) if sort is MentionKind.NAME)
    return suffices(statement, Extraction(Document("a", "a.txt", text), mentions), named, ends)


NAMES = (MentionKind.NAME, MentionKind.NAME)
NOUNS = (MentionKind.NOMINAL, MentionKind.NOMINAL)
PRONOUN = (MentionKind.PRONOUN, MentionKind.NOMINAL)
AHEAD = Factuality(Polarity.POSITIVE, Certainty.PROBABLE, Tense.FUTURE)


def test_what_is_certain_of_a_named_thing_is_plain() -> None:
    assert judged("Acme", "valves")
    assert judged("Acme", "valves", covered_by="")


@pytest.mark.parametrize("subject", ["each bakery", "Any bakery", "every bakery"])
def test_a_rule_about_whatever_there_is_says_nothing_of_one_thing(subject: str) -> None:
    assert not judged(subject, "Oven Nine", kinds=(MentionKind.NOMINAL, MentionKind.NAME))


@pytest.mark.parametrize(
    ("wording", "called"),
    [("anti-dumping protest", "dumping protest"), ("former mayor", "mayor"), ("Acme's fleet", "Acme")],
)
def test_an_entity_that_is_called_less_than_the_words_say_is_not_plain(wording: str, called: str) -> None:
    assert judged("Acme", wording)
    assert not judged("Bolt", wording, called=("Bolt", called))


def test_a_title_that_is_over_says_nothing_against_its_bearer() -> None:
    assert judged("Acme", "Ann Lee, a former mayor", kinds=NAMES, called=("Acme", "Ann Lee"))
    assert judged("Acme", "former mayor Ann Lee", kinds=NAMES, called=("Acme", "Ann Lee"))
    assert not judged("Acme", "former Union", kinds=NAMES, called=("Acme", "Union"))


@pytest.mark.parametrize(("title", "is_lost"), [("former Alba Mayor", True), ("Alba Mayor", False), ("Home", True)])
def test_a_title_without_the_word_that_changes_it_says_another_thing(title: str, is_lost: bool) -> None:
    start = Span(0, 0)
    name, role = Argument("Ann Lee", start, start), Argument(title, start, start)
    proposition = Proposition(name, Predicate("be", "is", start, start), role, "title", start, 0)
    assert is_no_longer(Statement(proposition, factuality=SURE), f"{ENTITY}Mayor") is is_lost


@pytest.mark.parametrize(
    "lemma", ["intend to repair", "be expected to repair", "agree to repair", "select to repair", "be to repair"]
)
def test_a_property_of_a_deed_that_is_only_planned_is_not_plain(lemma: str) -> None:
    assert not judged("Acme", "valves", lemma=lemma, factuality=AHEAD, label="https://example.org/ontology#Company")


@pytest.mark.parametrize(
    ("lemma", "kind"),
    [("must repair", "object"), ("probably repair", "object"), ("repair", "purpose"), ("repair", "moved")],
)
def test_a_duty_a_guess_and_a_purpose_are_no_deeds(lemma: str, kind: str) -> None:
    company = "https://example.org/ontology#Company"
    assert not judged("Acme", "valves", lemma=lemma, kind=kind, factuality=AHEAD, label=company)
    assert judged("Acme", "valves", lemma=lemma, kind=kind, factuality=SURE, label=company)


def test_a_permission_names_its_deed() -> None:
    is_allowed = judged(
        "Acme", "valves", lemma="be allowed to repair", factuality=AHEAD, label="https://example.org/ontology#Company"
    )
    assert is_allowed


def test_what_is_probable_and_ahead_needs_a_known_doer() -> None:
    assert not judged("Acme", "valves", factuality=AHEAD)
    assert judged("Acme", "valves", factuality=AHEAD, label="https://example.org/ontology#Company")


@pytest.mark.parametrize("lemma", ["fly no high than", "be sold able to carry", "call", "close", "leave"])
def test_a_relation_of_the_sentences_own_words_is_short_and_whole(lemma: str) -> None:
    assert not judged("Acme", "valves", lemma=lemma, covered_by="")


def test_what_stands_before_the_subject_is_where_and_not_what() -> None:
    assert not judged("Acme", "other markets", lemma="rise in", covered_by="", fronted=True)


def test_of_common_nouns_alone_a_class_must_be_known() -> None:
    assert not judged("cuts", "moods", kinds=NOUNS, covered_by="")
    assert not judged("cuts", "moods", kinds=NOUNS)
    assert judged("crews", "moods", kinds=NOUNS, label="https://example.org/ontology#Group")


def test_of_a_certain_one_without_a_name_nobody_knows_which() -> None:
    """The firm is never more than "the firm"; the bank comes in as a bank, and the mill says which one it is."""
    firm, first, bank = (mention(text, 0, head=text.split()[-1], normal=text) for text in ("firm", "bank", "bank"))
    definite = Determination.DEFINITE
    mill = replace(mention("flour mill", 0), determination=definite)
    mentions = (replace(firm, determination=definite), first, replace(bank, determination=definite), mill)
    entity_of = {("a", index): ENTITY + name for index, name in enumerate(("firm", "bank", "bank", "mill"))}
    assert find_empty(Extraction(Document("a", "a.txt", ""), mentions), entity_of).vague == {ENTITY + "firm"}


@pytest.mark.parametrize("kind", ["copula", "nested copula", "complement"])
def test_what_it_is_stays_a_claim(kind: str) -> None:
    assert judged("Acme", "bakery", kind=kind, lemma="be")
    assert not judged("it", "bakery", kind=kind, lemma="be", kinds=PRONOUN, called=("Acme", "bakery"))


def test_a_name_is_no_class() -> None:
    assert not judged("loser", "Acme", kind="copula", lemma="be", kinds=(MentionKind.NOMINAL, MentionKind.NAME))
    assert not judged("Acme", "Bolt and Nut parent", kind="apposition", lemma="be")
    assert not judged("Ann", "Nice hat", kind="apposition", lemma="be", fronted=True)


def test_what_is_over_is_not_plain() -> None:
    assert not judged("Acme", "formerly closed mill")


def test_none_of_a_thing_is_not_plain() -> None:
    value = mention("no valves", 5)
    none = replace(value, determination=Determination.NEGATED)
    subject = mention("Acme", 0, MentionKind.NAME)
    ends = tuple(Argument(m.text, m.span, m.head, i) for i, m in enumerate((subject, none)))
    at = Span(0, 1)
    proposition = Proposition(ends[0], Predicate("repair", "repair", at, at), ends[1], "object", at, 0)
    statement = Statement(proposition, factuality=Factuality(Polarity.POSITIVE, Certainty.CERTAIN, Tense.PAST))
    extraction = Extraction(Document("a", "a.txt", "Acme no valves"), (subject, none))
    assert not suffices(statement, extraction, frozenset({ENTITY + "Acme"}), (ENTITY + "Acme", ENTITY + "valves"))


@pytest.mark.parametrize("either", ["either valves or", "pumps or"])
def test_one_of_several_is_no_fact(either: str) -> None:
    assert judged("Acme", "valves")
    assert not judged(f"Acme {either}", "valves", called=("Acme", "valves"))


def test_what_somebody_calls_it_in_their_own_words_is_open() -> None:
    it = {"kinds": PRONOUN, "called": ("Acme", "valves"), "label": "https://example.org/ontology#Company"}
    assert judged("it", "valves", **it)
    assert not judged("it", "valves", **it, manner=Manner.DIRECT)
    assert judged("which", "valves", **it, manner=Manner.DIRECT)
    assert judged("he", "valves", **it, manner=Manner.DIRECT)


def test_what_is_done_to_it_is_done_to_a_thing_or_to_what_was_said() -> None:
    called = {"kinds": (MentionKind.NAME, MentionKind.PRONOUN), "called": ("Acme", "the plan")}
    assert not judged("Acme", "it", **called)
    assert judged("Acme", "which", **called, fronted=True)


def test_a_purpose_without_its_object_is_no_fact() -> None:
    assert judged("Acme", "valves", lemma="give to", kind="object", covered_by="")
    assert not judged("Acme", "valves", lemma="give to", kind="purpose", covered_by="")
