"""The property of a proposition: by its words, from the most specific wording on, and by the classes of its ends."""

from __future__ import annotations

import pytest

from kg.extract.properties import property_for, without_governors
from kg.model import Argument, Kind, Lexicon, Mention, MentionKind, Phrase, Predicate, Proposition, Span
from kg.ontology import load_ontology

AT = Span(0, 0)
KINDS = {
    name: Kind(name, name.lower(), frozenset(ancestors))
    for name, ancestors in {
        "Company": ("Company", "Agent"),
        "Agent": ("Agent",),
        "Ship": ("Ship", "Product"),
        "Product": ("Product",),
        "Place": ("Place",),
    }.items()
}
PHRASES = (
    Phrase("supply", "supplies", subjects=("Agent",), objects=("Product",)),
    Phrase("supply", "suppliesTo", subjects=("Agent",), objects=("Agent",)),
    Phrase("send * to", "suppliesTo", subjects=("Agent",), objects=("Agent",)),
    Phrase("send ship to", "deploysTo"),
    Phrase("repair", "repairs", objects=("Product",)),
    Phrase("come from", "supplies", inverse=True),
    Phrase("hold", "owns", subjects=("Agent",), objects=("Product",), strict=True),
    Phrase("be sent to", "takenTo", objects=("Place",)),
    Phrase("cause", "causes", objects=("Ship", "#Event")),
    Phrase("claim", "says", objects=("#Fact",)),
    Phrase("'s", "affiliatedWith", inverse=True, subjects=("Company",), objects=("Agent",), strict=True),
    Phrase("close", "isClosed", objects=("#boolean", "#Date"), valued=True),
    Phrase("fall to", "fallsTo", objects=("#Quantity",), valued=True),
    Phrase("be", "isDescribedAs", objects=("#string",), valued=True),
)


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    phrases: dict[str, tuple[Phrase, ...]] = {}
    for phrase in PHRASES:
        phrases[phrase.text] = (*phrases.get(phrase.text, ()), phrase)
    return Lexicon(phrases=phrases, kinds=KINDS)


def found(lexicon: Lexicon, subject: str | None, lemma: str, object_: str | None, active: str = "") -> tuple[str, bool]:
    """Look up a predicate between ends of the given classes: "" is an unknown one, None a literal."""
    labels = [label for label in (subject, object_) if label is not None]
    mentions = [Mention("d", AT, AT, "x", MentionKind.NOMINAL, label) for label in labels]
    ends = [
        Argument("x", AT, AT, mention=None if label is None else labels.index(label)) for label in (subject, object_)
    ]
    predicate = Predicate(lemma, lemma, AT, AT, active)
    return property_for(Proposition(ends[0], predicate, ends[1], "object", AT, 0), mentions, lexicon)


@pytest.mark.parametrize(
    ("subject", "lemma", "object_", "property_"),
    [
        ("Company", "supply", "Ship", "supplies"),
        ("Company", "supply", "Company", "suppliesTo"),
        ("", "supply", "Company", "suppliesTo"),  # what is known decides
        ("Ship", "supply", "Ship", ""),
        ("Company", "supply", None, ""),  # a literal belongs to no class
        ("Company", "send ship to", "Place", "deploysTo"),
        ("Company", "send tank to", "Company", "suppliesTo"),
        ("Company", "send old tank to", "Company", "suppliesTo"),
        ("Company", "send tank to", "Place", ""),
        ("Company", "help repair", "Ship", "repairs"),
        ("Company", "manage to repair", "Ship", "repairs"),
        ("Company", "refuse to repair", "Ship", "repairs"),  # the polarity says that it does not
        ("Company", "allow crew to repair", "Ship", ""),
        ("Company", "hold", "Ship", "owns"),
        ("Company", "hold", "", ""),  # a strict phrase asks for both
        ("Ship", "be sent to", "Place", "takenTo"),
        ("Company", "weigh", "Ship", ""),
    ],
)
def test_wordings(lexicon: Lexicon, subject: str, lemma: str, object_: str | None, property_: str) -> None:
    assert found(lexicon, subject, lemma, object_)[0] == property_


def test_inverse(lexicon: Lexicon) -> None:
    assert found(lexicon, "Ship", "come from", "Company") == ("supplies", True)
    assert found(lexicon, "Ship", "be repaired by", "Company", active="repair") == ("repairs", True)
    assert found(lexicon, "Company", "be repaired by", "Company", active="repair") == ("", False)


def test_a_clause_is_an_event_but_no_product(lexicon: Lexicon) -> None:
    clause = Argument("to sail", AT, AT, statement=3)
    ship = Argument("ship", AT, AT)
    for lemma, property_ in (("repair", ""), ("cause", "causes")):
        predicate = Predicate(lemma, lemma, AT, AT)
        assert property_for(Proposition(ship, predicate, clause, "clause", AT, 0), (), lexicon)[0] == property_


def test_a_general_property_takes_what_no_narrower_one_does(lexicon: Lexicon) -> None:
    general = Phrase("supply", "provides", subjects=("#Entity",), objects=("#Entity",))
    wider = Lexicon(phrases={"supply": (general, *lexicon.phrases["supply"])}, kinds=KINDS)
    assert found(wider, "Company", "supply", "Ship")[0] == "supplies"
    assert found(wider, "", "supply", "")[0] == "provides"
    assert found(wider, "Place", "supply", "Place")[0] == "provides"
    assert found(wider, "Place", "supply", None)[0] == ""


def test_a_valued_property_takes_no_thing(lexicon: Lexicon) -> None:
    falls = Lexicon(phrases={"fall": (Phrase("fall", "falls", valued=True),)}, kinds=KINDS)
    assert found(falls, "Ship", "fall", None)[0] == "falls"
    assert found(falls, "Ship", "fall", "Ship")[0] == ""


def test_of_two_properties_with_one_phrase_none_is_guessed(lexicon: Lexicon) -> None:
    assert found(lexicon, "", "supply", "")[0] == ""


def test_governors_are_taken_off_one_after_the_other() -> None:
    assert list(without_governors("continue to help repair"))[-1] == "repair"
    assert "be sent to kiel for" in without_governors("have to be sent to kiel for")
    assert list(without_governors("travel to")) == ["travel to"]


def test_a_place_may_stand_for_people() -> None:
    kinds = {"#Agent": Kind("#Agent", "agent", frozenset()), "#Place": Kind("#Place", "place", frozenset())}
    phrases = {"hire": (Phrase("hire", "hires", subjects=("#Agent",)),)}
    assert found(Lexicon(phrases=phrases, kinds=kinds), "#Place", "hire", None)[0] == "hires"


def test_what_only_a_clause_says_takes_no_thing(lexicon: Lexicon) -> None:
    assert found(lexicon, "Company", "claim", "") == ("", False)
    assert found(lexicon, "Company", "claim", "Ship") == ("", False)


def test_a_folded_noun_that_is_to_do_something_is_not_passed_on(lexicon: Lexicon) -> None:
    assert found(lexicon, "Company", "send offer to", "Company") == ("suppliesTo", False)
    assert found(lexicon, "Company", "send offer to come to", "Company") == ("", False)


def ended(
    lexicon: Lexicon, lemma: str, object_: MentionKind | None, *, kind: str = "prepositional", label: str = ""
) -> str:
    """Look up what a company does, between a mention of it and one of the given kind; None is no object."""
    mentions = [Mention("d", AT, AT, "x", MentionKind.NAME, "Company")]
    if object_ is not None:
        mentions.append(Mention("d", AT, AT, "x", object_, label))
    value = None if object_ is None else Argument("x", AT, AT, mention=1)
    subject = Argument("x", AT, AT, mention=0)
    proposition = Proposition(subject, Predicate(lemma, lemma, AT, AT), value, kind, AT, 0)
    return property_for(proposition, mentions, lexicon)[0]


@pytest.mark.parametrize(
    ("lemma", "object_", "kind", "property_"),
    [
        ("close", None, "intransitive", "isClosed"),
        ("close", MentionKind.DATE, "time", "isClosed"),
        ("close in", MentionKind.DATE, "prepositional", "isClosed"),
        ("close", MentionKind.QUANTITY, "time", ""),  # "closed two percent lower"
        ("close", MentionKind.DATE, "object", ""),  # "closed the week"
        ("fall to", MentionKind.QUANTITY, "prepositional", "fallsTo"),
        ("fall to", MentionKind.DATE, "prepositional", ""),
        ("fall to", None, "intransitive", ""),
        ("be", None, "intransitive", ""),  # "they are"
        ("be in", MentionKind.DATE, "prepositional", ""),  # "it was in May" does not say that it was May
    ],
)
def test_a_value_is_of_the_kind_that_the_property_asks_for(
    lexicon: Lexicon, lemma: str, object_: MentionKind | None, kind: str, property_: str
) -> None:
    assert ended(lexicon, lemma, object_, kind=kind) == property_


def test_a_possessive_ties_a_name_to_its_organisation(lexicon: Lexicon) -> None:
    assert ended(lexicon, "have", MentionKind.NAME, kind="possessive", label="Agent") == "affiliatedWith"
    assert ended(lexicon, "have", MentionKind.NOMINAL, kind="possessive", label="Agent") == ""


def test_words_of_a_clause_are_said(lexicon: Lexicon) -> None:
    words, company = Argument("that it rained", AT, AT), Argument("Acme", AT, AT)
    for kind, property_ in (("clause", "says"), ("object", "")):
        proposition = Proposition(company, Predicate("claim", "claim", AT, AT), words, kind, AT, 0)
        assert property_for(proposition, (), lexicon)[0] == property_


def test_they_may_be_whoever_does_such_things(lexicon: Lexicon) -> None:
    ship = Mention("d", AT, AT, "x", MentionKind.NOMINAL, "Ship")
    for kind, property_ in ((MentionKind.PRONOUN, "owns"), (MentionKind.NOMINAL, "")):
        ends = [Argument("x", AT, AT, mention=index) for index in (0, 1)]
        proposition = Proposition(ends[0], Predicate("hold", "hold", AT, AT), ends[1], "object", AT, 0)
        assert property_for(proposition, (Mention("d", AT, AT, "x", kind, ""), ship), lexicon)[0] == property_


def test_what_is_left_out_is_no_phrase_before_the_same_preposition(lexicon: Lexicon) -> None:
    results = Lexicon(phrases={"result in": (Phrase("result in", "causes"),)})
    assert found(results, "Company", "result in", "Ship")[0] == "causes"
    assert found(results, "Company", "result in loss in", "Ship")[0] == ""


# ------------------------------------------------------------------------------------------------ what ships


@pytest.fixture(scope="module")
def shipped() -> Lexicon:
    return load_ontology().lexicon


@pytest.mark.parametrize(
    ("claimed", "said"),
    [
        ("leads", "head a goal"),
        ("causes", "be attributed to"),
        ("headquarteredIn", "be registered in"),
        ("arrests", "detain"),
        ("isArrested", "be detained"),
        ("isMissing", "be lost"),
        ("dissolves", "close down"),
        ("isDestroyed", "be damaged"),
        ("costs", "be valued at"),
        ("livesIn", "live near"),
        ("lendsTo", "owe money to"),
        ("takesHostage", "kidnap"),
        ("shootsDown", "intercept"),
        ("rises", "rally"),
        ("governs", "claim sovereignty over"),
        ("enacts", "pass"),
        ("isConvicted", "plead guilty"),
        ("isConvicted", "be sentenced"),
        ("rises", "rise from"),
        ("falls", "fall from"),
        ("urges", "appeal to"),
        ("wins", "be awarded"),
        ("speaksFor", "be lawyer for"),
        ("hosts", "organize"),
    ],
)
def test_a_near_word_claims_nothing_that_it_does_not_say(shipped: Lexicon, claimed: str, said: str) -> None:
    """What is detained is not yet arrested, and what is registered somewhere need not be based there."""
    assert claimed not in {phrase.property.rsplit("#")[-1] for phrase in shipped.phrases.get(said, ())}


def test_who_heads_something_unknown_leads_nothing(shipped: Lexicon) -> None:
    """A winner is headed by nobody's command; a company is."""
    company = next(iri for iri in shipped.kinds if iri.endswith("#Company"))
    person = next(iri for iri in shipped.kinds if iri.endswith("#Person"))
    assert found(shipped, person, "head", company)[0].endswith("#leads")
    assert not found(shipped, person, "head", "")[0].endswith("#leads")


@pytest.mark.parametrize(
    "verbs",
    [
        ("buy", "purchase"),
        ("kill", "murder", "assassinate"),
        ("repair", "refurbish", "overhaul"),
        ("arrest", "apprehend", "nab"),
        ("approve", "authorize", "endorse"),
        ("fear", "worry about", "be afraid of"),
    ],
)
@pytest.mark.parametrize("label", ["", "Company", "Product", "Person", "Measure"])
def test_verbs_of_one_meaning_map_alike_whatever_is_known_of_the_ends(
    shipped: Lexicon, verbs: tuple[str, ...], label: str
) -> None:
    """Else what articles say of the same two things could not be compared."""
    kind = next((iri for iri in shipped.kinds if iri.endswith(f"#{label}")), "")
    company = next(iri for iri in shipped.kinds if iri.endswith("#Company"))
    properties = {found(shipped, company, verb, kind)[0] for verb in verbs}
    assert len(properties) == 1, properties


@pytest.mark.parametrize(
    ("lemma", "label", "property_"),
    [
        ("report", "Abstraction", "reportsThing"),
        ("abandon", "Event", "abandons"),
        ("extend", "Event", "extends"),
        ("expect", "Money", "expects"),
        ("represent", "Place", "represents"),
        ("nominate", "Person", "nominates"),
        ("cross", "", "crosses"),
        ("cut", "", "cuts"),
        ("maintain", "", "preserves"),
        ("maintain", "Vehicle", "maintains"),
        ("hold", "Vehicle", "possesses"),
        ("hold", "", "holds"),
        ("seize", "Product", "seizes"),
        ("house", "Group", "houses"),
        ("lack", "Money", "lacks"),
        ("hamper", "Activity", "hampers"),
        ("overthrow", "Organization", "overthrows"),
        ("spend * on", "Product", "spendsOn"),
        ("send * to", "Group", "sendsTo"),
        ("freeze", "Money", "freezes"),
        ("beat", "Person", "beats"),
        ("breach", "Money", "breaches"),
        ("question", "Money", "questions"),
        ("hear", "", "hears"),
        ("look at", "Product", "looksAt"),
        ("generate", "Money", "generates"),
        ("adopt", "Plan", "adopts"),
        ("hand over", "Person", "handsOver"),
        ("transfer", "", "transfers"),
        ("cap", "", ""),
        ("accommodate", "", ""),
        *((verb, "", "") for verb in ("top", "table", "tap", "fire", "level", "close", "slap", "mount", "draw")),
    ],
)
def test_a_verb_of_many_senses_keeps_its_own_word_where_the_classes_do_not_tell_its_sense(
    shipped: Lexicon, lemma: str, label: str, property_: str
) -> None:
    """A wrong sense is worse than no property: to strike a bridge is no attack, to cross a line no passing through."""
    kind = next((iri for iri in shipped.kinds if label and iri.endswith(f"#{label}")), "")
    company = next(iri for iri in shipped.kinds if iri.endswith("#Company"))
    assert found(shipped, company, lemma, kind)[0].rpartition("#")[2] == property_


def test_a_name_that_was_taken_in_is_what_is_led(shipped: Lexicon) -> None:
    """Who led Norland to the final has caused no final; whoever bought Acme from Bolt has it from Bolt."""
    assert named(shipped, "lead to", folded=0) == "causes"
    assert named(shipped, "lead to", folded=1) == ""
    assert named(shipped, "return to", folded=0) == "returnsTo"
    assert named(shipped, "return to", folded=1) == ""
    assert named(shipped, "buy from", folded=1) == "sellsTo"


def named(lexicon: Lexicon, lemma: str, *, folded: int) -> str:
    """Return the property of a predicate between a company and a place or a firm."""
    company = next(iri for iri in lexicon.kinds if iri.endswith("#Company"))
    mentions = [Mention("d", AT, AT, "x", MentionKind.NAME, company)] * 2
    ends = [Argument("x", AT, AT, mention=index) for index in range(2)]
    predicate = Predicate(lemma, lemma, AT, AT, folded=folded)
    found_ = property_for(Proposition(ends[0], predicate, ends[1], "prepositional", AT, 0), mentions, lexicon)
    return found_[0].rpartition("#")[2]


@pytest.mark.parametrize(
    ("lemma", "kind", "label", "property_"),
    [
        ("be closed", None, "", "isClosed"),
        ("be delivered in", MentionKind.DATE, "", "isDelivered"),
        ("close at", MentionKind.NOMINAL, "Level", "reachesLevel"),
        ("close at", MentionKind.QUANTITY, "", "standsAt"),
        ("lift ban on", MentionKind.NOMINAL, "Person", "liftsMeasureOn"),
        ("impose tariff on", MentionKind.NAME, "State", "imposesMeasureOn"),  # no sanction
        ("be used in", MentionKind.NAME, "State", "usedIn"),
        ("vote for", MentionKind.NAME, "Person", "votesFor"),  # no approval
        ("welcome", MentionKind.NOMINAL, "Agreement", "welcomes"),  # no hosting
        ("leave", MentionKind.NAME, "State", "departsFrom"),
        ("hope", MentionKind.NOMINAL, "Event", "hopesFor"),
        ("consider allow", MentionKind.NOMINAL, "Activity", "allows"),
        ("return to", MentionKind.NAME, "SeatOfPower", "returnsTo"),  # no visit
    ],
)
def test_what_a_company_does(
    shipped: Lexicon, lemma: str, kind: MentionKind | None, label: str, property_: str
) -> None:
    class_of = {iri.rpartition("#")[2]: iri for iri in shipped.kinds}
    mentions = [Mention("d", AT, AT, "x", MentionKind.NAME, class_of["Company"])]
    if kind is not None:
        mentions.append(Mention("d", AT, AT, "x", kind, class_of.get(label, "")))
    value = None if kind is None else Argument("x", AT, AT, mention=1)
    proposition = Proposition(
        Argument("x", AT, AT, mention=0), Predicate(lemma, lemma, AT, AT), value, "prepositional", AT, 0
    )
    assert property_for(proposition, mentions, shipped)[0].rpartition("#")[2] == property_
