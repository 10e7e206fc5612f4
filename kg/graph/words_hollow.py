"""Words that say nothing alone, or nothing without what stands beside them. General English, no word of any domain."""

from __future__ import annotations

from collections.abc import Mapping

# Who gives something gives it to somebody, and who is lifted is lifted somewhere: without that they say little.
HANDING = frozenset("award bequeath cede donate give grant hand lend lift pass present provide".split())

# Before "that" these say nothing without what follows: "rejected suggestions that it had cheated".
CONTENT_NOUNS = frozenset(
    """accusation allegation argument assertion assumption belief charge claim complaint fear hint hope idea notion
    promise report rumor rumour speculation suggestion suspicion view""".split()
)
# Alone, these are of something or somebody that is not said: "thanked both sides", "denied the allegations".
HOLLOW_NOUNS = frozenset(
    """accusation alias allegation assertion assumption hint holder idea nickname notion opponent promise pseudonym
    rumor rumour side speculation suggestion suspicion""".split()
)
OFFICE = frozenset({"office", "position", "post", "role"})
SPOTS = frozenset({"area", "scene", "site", "spot"})
PRIZE = frozenset({"award", "prize"})
# Objects that say nothing more than their verb: "drew their game", "held the post".
HOLLOW_OBJECTS: Mapping[str, frozenset[str]] = {
    "criticise": frozenset({"choice", "decision", "move", "step"}),
    "criticize": frozenset({"choice", "decision", "move", "step"}),
    "draw": frozenset({"game", "match"}),
    "enact": frozenset({"bill", "law"}),
    "fill": OFFICE,
    "finance": PRIZE,
    "fund": PRIZE,
    "fly to": SPOTS,
    "follow": frozenset({"advice", "example", "lead", "suit"}),
    "get": OFFICE | PRIZE,
    "have": frozenset({"chance", "doubt", "hope", "mission", "option", "plan", "problem", "reason", "stock", "time"}),
    "go to": SPOTS,
    "hold": OFFICE,
    "keep": OFFICE,
    "leave": OFFICE,
    "lose": OFFICE,
    "pass": frozenset({"bill", "law"}),
    "play": frozenset({"game", "match", "part", "role"}),
    "quit": OFFICE,
    "receive": PRIZE,
    "reject": frozenset({"account", "version"}),
    "respect": frozenset({"decision", "independence", "wish"}),
    "see": frozenset({"event", "incident", "scene"}),
    "take": OFFICE - {"office"},
    "take over": OFFICE | {"job", "portfolio", "work"},
    "travel to": SPOTS,
    "watch": frozenset({"event", "incident", "scene"}),
    "win": PRIZE,
    "witness": frozenset({"event", "incident", "scene"}),
}
# Of these it says nothing where they came out, and much of what they are about: "the results were published in".
PUBLICATIONS = frozenset("article finding notice paper report research result study text".split())
# Whoever is one of these is so to somebody: "the Greens, its partner in government".
RELATED = frozenset("ally competitor counterpart partner predecessor rival successor".split())
OWNERS = frozenset({"her", "his", "its", "our", "their"})
# Which two these are is told somewhere else: "trade between the two countries".
BOTH_OF = r"\b(?:both|two) (?:companies|countries|men|nations|parties|people|sides|states|women)\b"
# Verbs that say nothing without their object: "made peace with", where the peace was not read.
EMPTY_VERBS = frozenset("do get give have let make put take".split())
# How somebody got somewhere says little without where: "flew to the camp by helicopter".
TRAVELLING_BY = frozenset({"come by", "fly by", "go by", "travel by"})
# Verbs that say next to nothing without whom they leave, what they gain or where it is.
HOLLOW_VERBS = frozenset(
    "add come continue follow gain go happen leave lose occur remain say stay stop tell win".split()
)
HOLLOW_PASSIVES = frozenset({"be allowed", "be held", "be involved", "be made", "be needed", "be permitted"})
# Whoever says or tells something says what, and not only where.
TELLING = frozenset({"add", "say", "tell"})
# How a newspaper came to know of something: "a letter seen by the Herald".
KNOWN_BY = frozenset({"obtained by", "reviewed by", "seen by"})

# Behind a comma these stand for what was told before: "declared an emergency, a step that frees funds".
STANDING_FOR_CLAUSES = frozenset(
    """act blow boost change claim concession decision demand development feat figure gesture idea measure milestone
    move plan practice promise proposal request result reversal rise setback sign step surprise threat trend""".split()
)
RECIPROCAL = frozenset({"each other", "one another"})
# Before a name these tell what it is: "uses the nickname Rook" is no use of Rook.
CALLING = r"(?:the |his |her |its |their |a )?(?:alias|codename|motto|name|nickname|pseudonym|slogan|title)\b"
# Verbs by which a court or whoever reviews a finding undoes it.
UNDOING = r"\b(?:annul(?:led|s)?|overrule[ds]?|overturn(?:ed|s)?|quash(?:ed|es)?|reverse[ds]?|set aside)\b"
FINDING = frozenset({"concluded", "decided", "declared", "found", "held", "judged", "ruled"})

# Comparatives that are not told by their form or by "more": "was worse" says nothing without than what.
COMPARATIVES = (
    "better bigger busier cheaper cleaner closer colder deeper easier faster greater happier harder healthier heavier "
    "higher larger later lighter longer louder lower milder narrower newer older poorer quicker richer safer shorter "
    "simpler slower smaller steeper stricter stronger taller thinner tighter tougher warmer weaker wider worse younger"
)

# To be one of these is to be anything: "was the person", "has been the missing piece".
ANYTHING = frozenset({"person", "piece"})
# Whoever is one of these is so of some body: "captain Ann Lee" leaves open of which.
BODY_OFFICES = (
    "captain",
    "chair",
    "chairman",
    "chairwoman",
    "chief executive",
    "chief executive officer",
    "chief financial officer",
    "coach",
    "director",
    "finance director",
    "general secretary",
    "head",
    "head coach",
    "manager",
    "managing director",
    "spokesman",
    "spokesperson",
    "spokeswoman",
)
