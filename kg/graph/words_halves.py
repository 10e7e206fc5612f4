"""Verbs and adjectives of two halves: what they say needs what stands behind their object. General English.

"Described the ruling as fair": whoever describes it has not said what matters before the "as". Verbs whose first half
holds alone are left out: who is sentenced to a year is sentenced, and who is praised for a goal is praised.
"""

from __future__ import annotations

from collections.abc import Mapping

# The verbs by the word that opens their second half.
SECOND_HALVES: Mapping[str, frozenset[str]] = {
    opener: frozenset(verbs.split())
    for opener, verbs in {
        "about": "brief inform notify remind warn",
        "against": "advise caution counsel insure pit warn",
        "as": """cast characterise characterize define depict describe identify label perceive portray recast regard see
            treat view""",
        "at": "estimate peg price put value",
        "for": "ask exchange mistake substitute swap trade",
        "from": """ban bar block deter differentiate discourage disqualify dissuade distinguish exclude exempt forbid
            force hinder inhibit keep preclude prevent prohibit restrain stop""",
        "into": "bully coerce fool force goad pressure talk trick turn",
        "of": """absolve accuse assure cheat clear convince cure deprive inform notify persuade relieve remind rid rob
            strip suspect warn""",
        "on": "base blame focus model pin",
        "out": "drive force kick knock push talk throw",
        "to": """advise allow ascribe ask attribute authorise authorize beg command compare compel condemn
            confine counsel dedicate devote direct doom enable encourage expect expose forbid force implore instruct
            intend liken oblige order owe permit persuade press pressure prompt propel push relegate request require
            subject tell urge want""",
        "with": """arm associate compare confuse credit entrust equate equip furnish present provide replace saddle
            supply task""",
    }.items()
}
# "Beat Lark to the contract" is no win over Lark in a match; "beat Lark to reach the final" is one.
OUTRUNNING = frozenset({"beat", "pip"})
TO_A_PRIZE = r"[^,;:.?!]{0,40}?\bto (?:a|an|her|his|its|one|the|their)\b"
# Who is given something is no object of the giving: "gave the actress, Ann Lee, the award".
GIVING = frozenset("award give grant hand".split())
# Of a light verb and its noun the noun alone says nothing where the "of" is another's: "took control of the bank".
LIGHT = frozenset("gain give have lose make regain seize take".split())
# What is wanted is the deed, not its doer or its object: "called for the ships to be sold".
WANTING = frozenset({"appeal for", "arrange for", "call for", "lobby for", "press for", "push for", "wait for"})
# A passive with one of these behind its verb is another verb: "knocked out of the cup by Lark" is no knocking.
PARTICLES = frozenset("away back down off out over up".split())
# And so is a verb before one of these: "went ahead with a goal", "sent home 40 workers".
COMPLETING_VERBS = r"\s+(?:ahead|apart|aside|astray|home)\b"
# Who is elected, appointed or named is so, whatever to: "elected Ann Lee chair" says that she was elected.
CHOOSING = frozenset("appoint choose crown elect name nominate vote".split())
# "Named the thief as Ivo Lank" tells who it is; "named Ivo Lank as chair" makes him chair.
NAMING_AS = frozenset({"name"})

# What these call a thing stands elsewhere in a relative clause: "a ruling that she called a farce".
CALLING = frozenset({"brand", "call", "consider", "deem", "describe", "dub", "label", "term"})
# Of a relative clause these take what follows: "the firm which she hoped would pay" is no firm that she hoped for.
TAKING_CLAUSES = frozenset(
    """believe claim estimate expect fear feel find forecast hope insist intend know mean plan predict promise propose
    say suspect think want wish""".split()
)

# Adjectives that say nothing without what they are about: "is aware", "was confident", "is similar".
NEEDY_ADJECTIVES = frozenset(
    """able accustomed afraid ashamed aware capable certain comparable conscious convinced devoid due eager equal
    enthusiastic equivalent fraught interested keen liable likely mindful poised prepared prone ready related reluctant
    responsible sceptical similar skeptical subject supportive sure sympathetic tantamount unable unaware unlikely
    unwilling willing worthy""".split()
)
# Words that stand for a deed told before: "is barred from doing likewise".
STANDING_FOR_DEEDS = r"(?:to )?(?:do|does|did|doing|done) (?:so|likewise|this|that|it|the same)\b"
QUESTIONS = r"(?:how|if|what|when|where|whether|which|who|whom|whose|why)\b"
# Whoever speaks or is spoken to: of whom a quotation speaks, its reader need not know.
SPEAKERS = frozenset({"me", "us", "you"})
