"""Verbs, adverbs and nouns by which a parse is put right: general English, no logic, no domain."""

from __future__ import annotations

# Before "in" these have both an amount and what it goes into; of others the goods are the object: "ordered $2 billion
# in tankers".
SPENT_IN: frozenset[str] = frozenset(
    "bet deposit hold invest keep lose park pay place pour put save sink spend stake".split()
)
# "Handed the mayor envelopes", "gave the clinic money": the first of two bare objects receives the other.
GIVING: frozenset[str] = frozenset(
    """allot allow assign award bring buy cost deal deliver deny earn feed fine forgive give grant guarantee hand leave
    lend loan mail offer owe pass pay promise read sell send serve show teach tell throw toss win wish write""".split()
)
# "Called Bruno a liar", "elected her chair": the second one says what the first is called or becomes.
NAMING: frozenset[str] = frozenset(
    """appoint baptise baptize brand call christen consider crown declare deem dub elect label name nickname proclaim
    pronounce rename style term title vote""".split()
)
# With these verbs an adverb behind the object is a part of the verb: "put the hosts ahead", "pulled a goal back".
PARTICLE_VERBS: frozenset[str] = frozenset(
    """bring call claw cut drag drive get give hand haul hold keep knock lay move pay pull push put roll scale send set
    take throw turn win""".split()
)
PARTICLE_ADVERBS: frozenset[str] = frozenset("ahead apart aside away back forth forward level together".split())
# Of these the ones that are part of the verb before its object, too: "pushed back the opening", "put forward a plan".
DIRECTIONS: frozenset[str] = frozenset("aside back forward".split())
# Participles behind a comma that tell what came of all that the clause says: "was attacked, forcing it to close".
OUTCOMES: frozenset[str] = frozenset(
    "bring cause compel fuel force ignite leave make oblige prompt provoke push raise spark trigger".split()
)
# Nouns that are also written apart: "a bail out of the banks".
NOUN_PARTICLES: frozenset[tuple[str, str]] = frozenset(
    (noun, particle)
    for pair in """bail-out black-out break-down break-up build-up buy-out clean-up crack-down cut-back drop-out
    fall-out follow-up hand-over hold-up kick-off lay-off line-up lock-down melt-down pay-off play-off pull-out
    roll-back roll-out round-up run-up sell-off sell-out set-up show-down shut-down slow-down spin-off stand-off
    start-up take-off
    take-over trade-off turn-out walk-out wind-down write-off""".split()
    for noun, _, particle in [pair.partition("-")]
)
# With "as" behind the object these say nothing without it: "described the ruling as historic".
CALLING_AS: frozenset[str] = frozenset(
    "characterise characterize define depict describe label portray regard see view".split()
)
# Participles that lead like prepositions, to nothing that the clause is about: "depending on the load".
LOOSE_LEADS: frozenset[str] = frozenset("barring compared considering depending following owing pending".split())
# Before a noun and a finite verb these open a clause: "shut after its owner, Alba Mills, went bankrupt".
BEFORE_CLAUSE: frozenset[str] = frozenset("after as because before since until".split())
# A result is said with these: "voted 66 to 61 against it".
DECIDING: frozenset[str] = frozenset("beat defeat draw lead lose pass reject vote win".split())
