"""Which verbs take a preposition behind their object, so that it never belongs to the object's noun: general English.

"Accused the mayor of fraud": an accused mayor, and not "the mayor of fraud". By preposition, as lemmas.
"""

from __future__ import annotations

from collections.abc import Mapping

TAKEN_BEHIND_OBJECT: Mapping[str, frozenset[str]] = {
    preposition: frozenset(verbs.split())
    for preposition, verbs in {
        "of": """accuse acquit clear convict cure deprive inform notify relieve remind rid rob strip suspect warn""",
        "from": """acquire ban bar block borrow buy delete deport deter discourage disqualify dissuade divert evict
            exclude exempt expel free isolate keep prevent prohibit protect purchase remove rescue save separate shield
            steal stop withdraw""",
        "with": """charge credit entrust equip furnish infect present provide replace reward supply threaten""",
        "for": """blame condemn criticise criticize fine forgive jail penalize praise punish reprimand thank""",
        "to": """ascribe attribute confine dedicate devote entitle expose hand introduce limit restrict return send
            subject transfer""",
        "into": """convert divide talk transform turn""",
        "against": """advise caution insure pit warn""",
        "at": """estimate peg price value""",
        "on": """base bestow blame confer impose inflict lavish pin spend splurge squander""",
        "as": """describe identify label portray recast regard treat view""",
    }.items()
}
# Who is called so works somewhere, and this is not done where they work: "sentenced a clerk at the Port of Alba".
HOLDERS: frozenset[str] = frozenset(
    """accountant administrator adviser advisor analyst banker broker chemist clerk coach dealer dean doctor economist
    editor employee engineer executive fellow guard head inspector lecturer manager nurse officer official partner
    physicist priest principal professor programmer researcher scholar scientist spokesman spokeswoman strategist
    surgeon teacher technician trader trainee worker""".split()
)
DONE_TO_HOLDERS: frozenset[str] = frozenset(
    """accuse acquit appoint bribe charge convict dismiss fine fire hire indict jail name pay promote sack sentence sue
    suspend""".split()
)

# "Demand for cars": behind these "for" leads to what they are for, whatever the verb before them takes.
TAKES_FOR = frozenset(
    """aim allowance ambition appetite aptitude bid call campaign candidate case contempt deadline demand desire
    disregard enthusiasm hunger market need nominee plan plea preference prospect request reputation requirement
    respect search shortlist substitute support sympathy talent thirst urge""".split()
)
