"""Word lists of the grammar: function words and classes of verbs, no word of any domain."""

from __future__ import annotations

from kg.model import Role

BE = frozenset({"be", "is", "are", "was", "were", "am", "been", "being", "'s", "'re", "'m", "’s", "’re", "’m"})
RELATIVE = frozenset({"who", "which", "that", "whom"})
PLACE_RELATIVE = frozenset({"where", "when", "whose", "why", "how"})
WH = RELATIVE | PLACE_RELATIVE | {"what", "whatever", "whoever", "whichever"}

# Adverbials that comment on the sentence instead of saying when, where or how.
DISCOURSE_PHRASES = frozenset(
    """for example|for instance|in addition|in fact|in turn|of course|in general|in particular|as a result|as well
    |on the other hand|on the one hand|on the contrary|in contrast|by contrast|in other words|at least|at all|at most
    |in short|in effect|in any case|in any event|as such|after all|above all|in essence|in practice|in theory
    |to date|as usual|for one|for one thing|in the end|in the meantime|at the same time|at first|so far|by far
    |in response|as follows|in conclusion|in sum|in part|for sure|in reality|in truth""".replace("\n", "").split("|")
)
DISCOURSE_PHRASES = frozenset(phrase.strip() for phrase in DISCOURSE_PHRASES)
DISCOURSE_OPENERS = frozenset(phrase.partition(" ")[0] for phrase in DISCOURSE_PHRASES)
DISCOURSE_ADVERBS = frozenset(
    """however therefore thus hence moreover furthermore also too instead meanwhile nevertheless nonetheless
    otherwise indeed still then so besides consequently accordingly though anyway likewise similarly rather
    perhaps maybe probably possibly certainly apparently presumably reportedly allegedly unfortunately fortunately
    interestingly notably surprisingly even only just simply actually really finally first second third lastly
    well especially particularly namely yet either neither both alike respectively not n't never more most
    as very quite almost nearly already again once ever""".split()
)
# Adverbs that tie a clause to the one before it; a relation is the same without them.
LINKING_ADVERBS = frozenset(
    """also furthermore hence however indeed meanwhile moreover nevertheless nonetheless now then therefore though
    thus""".split()
)

MONTHS = frozenset(
    """january february march april may june july august september october november december
    jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec.
    feb apr jun jul aug sept sep oct nov dec""".split()
)
EITHER_MONTHS = frozenset({"jan", "mar"})  # "Jan 5", but "Jan Berg", "mar the view"
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
TIME_NOUNS = frozenset(
    """second minute hour day night morning afternoon evening weekend week month quarter season spring summer autumn
    fall winter year decade century era period time moment today yesterday tomorrow tonight date noon midnight
    past future beginning end start""".split()
)
SAYING = frozenset(
    """say tell report announce claim state argue warn deny confirm insist suggest note add explain declare admit
    believe think expect know hope fear assume estimate predict conclude contend maintain acknowledge assert reveal
    write ask wonder reply respond answer recall remark observe allege charge complain concede stress promise vow
    pledge agree feel find show indicate mean hold guess suppose figure doubt caution comment counter quote""".split()
)

# Prepositions of several words: "in front of" leads to its object as one.
COMPLEX_PREPOSITIONS = frozenset(
    """in front of|in respect of|in terms of|in favor of|in favour of|in addition to|in charge of|in spite of
    |in place of|in case of|in response to|in accordance with|in connection with|in relation to|in honor of
    |in honour of|in light of|in view of|in support of|in search of|in lieu of|in return for|in exchange for
    |in contrast to|in contrast with|in conjunction with|in comparison with|in comparison to|in cooperation with
    |in collaboration with|in line with|in need of|in pursuit of|in defiance of|in violation of|in memory of
    |in recognition of|in anticipation of|in association with|in combination with|in opposition to|in proportion to
    |in regard to|in reference to|in excess of|in control of|in possession of|in contact with|in touch with
    |in conflict with|in competition with|in danger of|on behalf of|on top of|on account of|on board of|by means of
    |by way of|by virtue of|with respect to|with regard to|at odds with|at risk of|on par with|under control of
    |in compliance with|in keeping with|in preparation for|in reaction to|in reply to|in advance of
    |in partnership with|in concert with|in tandem with|in parallel with|in proximity to|in service of|in defense of
    |in defence of|in celebration of|in protest of|in retaliation for|with reference to|in order of|for lack of
    |for fear of|in absence of|in presence of|by order of|on charges of|on suspicion of""".replace("\n", "").split("|")
)
COMPLEX_PREPOSITIONS = frozenset(phrase.strip() for phrase in COMPLEX_PREPOSITIONS)
INTRANSITIVE = frozenset(
    """die go come fall rise become remain begin start return arrive leave live work appear disappear emerge exist
    happen occur stay sit stand sleep sink fail collapse end continue grow increase decrease decline drop move
    change turn run travel walk escape flee retire resign survive vanish vary last stop finish open close break
    burn merge spread serve act vote fight lose win compete play sing speak talk agree disagree land dock""".split()
)
CAUSING = frozenset(
    """allow let permit enable force compel oblige order command instruct ask tell beg urge persuade convince encourage
    help require cause lead prompt get want expect invite authorize authorise forbid ban bar push press pressure
    teach advise remind warn challenge inspire tempt motivate request beg task direct empower entitle oblige""".split()
)
# Say nothing without how long or when: "the siege lasted a month".
NEEDS_TIME = frozenset("continue date last live range remain run span start stay stem take".split())
SUBJECT_PURPOSE = frozenset("use need take spend borrow employ raise build open sell buy dig cut".split())
TIME_ADVERBS = frozenset(
    """now then once today tonight tomorrow yesterday soon later earlier recently lately formerly previously currently
    eventually immediately often always never sometimes usually annually daily weekly monthly yearly again already
    afterwards beforehand long still""".split()
)
TELLING = frozenset("tell inform assure remind warn convince persuade notify advise promise show teach ask".split())

# What a verb may need to say anything ("was hit by", "taught at"): it stays in front of other circumstances.
CORE_PREPOSITIONS = frozenset("by to into as with of from onto off for through on upon against at in".split())

ROLE_OF_PREPOSITION = {
    **dict.fromkeys("in at on near inside outside within throughout across beyond behind beside".split(), Role.PLACE),
    **dict.fromkeys("above below under over along around between aboard off".split(), Role.PLACE),
    **dict.fromkeys(("in front of", "next to", "close to"), Role.PLACE),
    **dict.fromkeys(("during", "before", "after", "until", "till", "since", "prior to"), Role.TIME),
    **dict.fromkeys("to into onto toward towards".split(), Role.GOAL),
    **dict.fromkeys(("from", "out of", "away from"), Role.SOURCE),
    **dict.fromkeys("with alongside".split(), Role.COMPANION),
    **dict.fromkeys(("because of", "due to", "thanks to", "owing to"), Role.CAUSE),
    **dict.fromkeys("about regarding concerning".split(), Role.TOPIC),
    **dict.fromkeys(("via", "through", "by", "using", "by means of", "by way of"), Role.INSTRUMENT),
    **dict.fromkeys(("for", "on behalf of"), Role.BENEFICIARY),
    **dict.fromkeys("despite unless except unlike as among amongst without".split(), Role.OTHER),
    **dict.fromkeys(("like", "as per"), Role.MANNER),
    "following": Role.TIME,
    **dict.fromkeys(("in line with", "in accordance with", "in keeping with", "in compliance with"), Role.MANNER),
    **dict.fromkeys(("in violation of", "in defiance of", "in contrast to", "in contrast with"), Role.MANNER),
    **dict.fromkeys(("in conjunction with", "in cooperation with", "in collaboration with"), Role.COMPANION),
    **dict.fromkeys(
        ("in partnership with", "in association with", "in concert with", "in tandem with"), Role.COMPANION
    ),
    **dict.fromkeys(("in respect of", "in terms of", "in connection with", "in relation to"), Role.TOPIC),
    **dict.fromkeys(("in regard to", "in reference to", "with respect to", "with regard to"), Role.TOPIC),
    **dict.fromkeys(("in support of", "in search of", "in pursuit of", "in preparation for"), Role.PURPOSE),
    **dict.fromkeys(("in honor of", "in honour of", "in memory of", "in recognition of"), Role.PURPOSE),
    **dict.fromkeys(("in celebration of", "in anticipation of", "in defence of", "in defense of"), Role.PURPOSE),
    **dict.fromkeys(("in reply to", "in protest of", "on account of", "by virtue of", "by order of"), Role.CAUSE),
    "in case of": Role.CONDITION,
    "in advance of": Role.TIME,
    **dict.fromkeys(("in excess of", "per"), Role.EXTENT),
    **dict.fromkeys(("in exchange for", "in return for", "in addition to", "as to"), Role.OTHER),
    **dict.fromkeys(("in response to", "in reaction to", "on suspicion of", "on charges of"), Role.CAUSE),
    **dict.fromkeys(("in retaliation for", "in light of", "in view of", "for lack of", "for fear of"), Role.CAUSE),
    "in order": Role.PURPOSE,
}
ROLE_OF_GERUND = {
    "by": Role.MANNER,
    "without": Role.MANNER,
    "for": Role.PURPOSE,
    "through": Role.INSTRUMENT,
    **dict.fromkeys("after before since while upon".split(), Role.TIME),
}
ROLE_OF_CONJUNCTION = {
    **dict.fromkeys("because as since".split(), Role.CAUSE),
    **dict.fromkeys("if unless whether provided".split(), Role.CONDITION),
    **dict.fromkeys("when while after before until till once".split(), Role.TIME),
    "where": Role.PLACE,
}
