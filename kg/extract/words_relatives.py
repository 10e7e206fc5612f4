"""Nouns and prepositions by which "who" and a participle find their noun: general English, no logic, no domain."""

from __future__ import annotations

from kg.extract.words_nominal import EVENT_NOUNS

# "An engineer by training who runs the mill": nobody is the training.
CALLINGS: frozenset[str] = frozenset("birth choice conviction marriage nature origin profession trade training".split())
# Behind these a name without a person's title is where somebody works or comes from: "Ann Lund of Norvik, who".
WHERE_FROM: frozenset[str] = frozenset("at from in near".split())
# Whoever has one of these is a person, and "who" may be either: "the brother of Ann Lund, who".
RELATIONS: frozenset[str] = frozenset(
    """ally aide assistant attorney aunt boss brother child colleague counterpart cousin critic daughter deputy enemy
    father follower friend grandfather grandmother guest heir husband killer lawyer mother murderer neighbor neighbour
    nephew niece opponent parent partner partner predecessor relative rival sister son spouse student successor
    supporter teacher uncle victim widow widower wife""".split()
)
# "A cave of ice dug beneath the hut": the cave is dug.
MATERIALS: frozenset[str] = frozenset(
    """bamboo brass brick bronze canvas cardboard clay concrete copper cotton crystal earth fabric felt fibreglass fur
    glass gold granite gravel ice iron ivory lace lead leather limestone linen marble metal mud nylon paper pearl
    plaster plastic porcelain rock rope rubber sand sandstone silk silver snow steel stone straw timber tin turf velvet
    wax wire wood wool""".split()
)
# Behind a comma these are said of a place: "moved to Ghent, ruled by a duke".
SAID_OF_PLACES: frozenset[str] = frozenset(
    """abandoned annexed battered besieged bordered built called captured cleared controlled cut destroyed devastated
    divided dominated dubbed engulfed famed flanked flooded founded governed gripped heard held hit home inhabited
    infested isolated known laid located named nestled nicknamed occupied perched populated ravaged renamed ruled run
    scarred seized separated set shaken shattered situated split struck surrounded tucked wracked wrecked""".split()
)
# What is sent, found or kept stands somewhere: "seized rifles in Hull, hidden in flour".
CARRYING: frozenset[str] = frozenset(
    """airlift bring bury carry deliver discover dispatch export ferry find fly haul import keep leave mail move post
    put recover return seize sell send ship smuggle store take transport truck""".split()
)
# What is put like this is a thing that was carried: "sent rifles to Hull, hidden in flour".
CONTAINING: frozenset[str] = frozenset("aboard among behind beneath in inside on under within".split())
# Before "of them" these name a part of those who were just spoken of: "40 pilgrims, most of them Poles".
PARTS: frozenset[str] = frozenset(
    "all both dozens few fewer half hundreds least majority many more most none one several some third".split()
)
# "What we need is rain" says that we need rain; but "What he wrote is a lie" does not say that he wrote one.
PUT_FORWARD: frozenset[str] = frozenset(
    """crave demand desire expect fear find get hate lack like love miss need prefer require see seek want""".split()
)
# "What began as a march is a war" says something of the march, and puts nothing forward.
NEVER_CLEFT: frozenset[str] = frozenset(
    "appear be become begin come emerge follow go happen look occur pass remain seem sound start".split()
)
# What has one of these is one of a row: "It is the first bridge that they built" is about the bridge.
NOT_PUT_FORWARD: frozenset[str] = frozenset(
    "first second third fourth fifth sixth last latest next only same very kind sort".split()
)
# Behind "had" these are adjectives: "the plan had mixed results".
ADJECTIVAL: frozenset[str] = frozenset(
    """advance close concern connect desire detail distinguish estimate experience extend fix hide intend limit mix
    repeat require reserve restrict sustain unexpected unintended unite widespread""".split()
)
# "Is deemed necessary to treat": it is necessary, and not deemed to treat.
JUDGING: frozenset[str] = frozenset("believe consider deem find judge regard think".split())
# What is done, and is nobody: "a man held for arson, a crime that".
OFFENCES: frozenset[str] = frozenset("crime disease felony illness misdemeanour offence offense sentence".split())
# At the end of a clause these belong to its verb: "nobody else either".
OF_CLAUSE: frozenset[str] = frozenset("either respectively too".split())
# What a noun for somebody mostly ends in: "a glaciologist", "a bowler".
SOMEBODY: tuple[str, ...] = tuple("er or ist ian ee ant ent man mate child kid heir local crat".split())
# People die in these, and not in a town "in which" they happened: "a fire in Bergen in which two died".
CALAMITIES: frozenset[str] = frozenset(
    """accident ambush attack avalanche battle blast blaze bombing clash collapse collision crackdown crash crush
    derailment disaster earthquake explosion fight fighting fire flood incident landslide massacre operation outbreak
    protest quake raid riot shootout shooting siege stampede storm strike uprising war wreck""".split()
)
HARMING: frozenset[str] = frozenset("die drown hurt injure kill perish wound".split())
# Behind "over" these are of those who wanted none of it: "a law, passed over the objections of unions, which".
OBJECTING: frozenset[str] = frozenset(
    "complaint criticism objection opposition protest resistance veto warning".split()
)
# Of these there is much or little, and something is done to what there is: "a lack of engines, built by Norvik".
SUPPLIES: frozenset[str] = frozenset(
    "abundance absence dearth delivery excess glut lack scarcity shipment shortage stock supply surplus".split()
)
# These are places that others are named as: "in Alba and Berg, market towns near Oslo".
TOWNS: frozenset[str] = frozenset(
    """area borough city county district hub island neighborhood neighbourhood port province region resort settlement
    suburb town township village""".split()
)

# "…, which would mark a shift": verb and noun that judge all that was said before.
SUMMING = frozenset("amount be constitute deal mark mean represent signal signify spell".split())
SUMMARIES = EVENT_NOUNS | frozenset(
    """acceleration achievement acknowledgement acknowledgment break breakthrough comeback development disappointment
    escalation evolution expansion improvement landmark novelty recovery relief retreat success triumph turnaround
    u-turn upset""".split()
)
# What shows somebody and is itself what is made, found or stolen: "the statue of a boy that they found".
DEPICTIONS: frozenset[str] = frozenset(
    """bust carving caricature drawing effigy engraving figurine icon mosaic mural painting photo photograph picture
    portrait poster sculpture sketch statue statuette""".split()
)
# This is done to houses and bridges: "which is being built".
BUILDING: frozenset[str] = frozenset("build construct erect rebuild refurbish renovate restore".split())
