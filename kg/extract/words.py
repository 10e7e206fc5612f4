"""Word lists of the grammar: function words and classes of verbs, no word of any domain."""

from __future__ import annotations

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
DISCOURSE_ADVERBS = frozenset(
    """however therefore thus hence moreover furthermore also too instead meanwhile nevertheless nonetheless
    otherwise indeed still then so besides consequently accordingly though anyway likewise similarly rather
    perhaps maybe probably possibly certainly apparently presumably reportedly allegedly unfortunately fortunately
    interestingly notably surprisingly even only just simply actually really finally first second third lastly
    well especially particularly namely yet either neither both alike respectively not n't never more most
    as very quite almost nearly already again once ever""".split()
)

MONTHS = frozenset(
    """january february march april may june july august september october november december
    jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec.""".split()
)
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
