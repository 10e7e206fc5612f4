"""Verbs, adverbs and nouns by which a parse is put right: general English, no logic, no domain."""

from __future__ import annotations

from collections.abc import Mapping

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
# Of these, with a sum of money behind whoever pays or gets it: "fined Lund 180,000 tenge".
PAYING: frozenset[str] = frozenset("award cost fine lend loan owe pay".split())
# What is put at a figure is no place: "put the loss in exports at 3 million euros".
VALUING: frozenset[str] = frozenset("estimate price put set value".split())
# Of these, with a body between: "offered the company tax breaks".
OFFERING: frozenset[str] = frozenset(
    "allot assign award deny give grant guarantee hand lend loan offer owe promise".split()
)
# "Called Bruno a liar", "elected her chair": the second one says what the first is called or becomes.
NAMING: frozenset[str] = frozenset(
    """appoint baptise baptize brand call christen consider crown declare deem dub elect label name nickname proclaim
    nominate pronounce rate rename style term title vote""".split()
)
# Of these the ones that only somebody is object of, and "her" is who: "named her captain".
ELECTING: frozenset[str] = frozenset("crown elect name vote".split())
# Who has one names it: "named her deputy".
DEPUTIES: frozenset[str] = frozenset("aide ally assistant counterpart deputy lawyer partner rival successor".split())
# In -ing, and nouns before a noun: "planning permission", "a hiring freeze", "the sentencing hearing".
GERUND_NOUNS: frozenset[str] = frozenset(
    """advertising banking bargaining betting broadcasting building catering clearing consulting dating engineering
    farming filming financing fishing flooding funding gambling gaming hiring holding housing hunting lending logging
    manufacturing marketing mining nursing parking planning policing polling printing processing publishing recruiting
    refining sentencing shipping shopping smuggling spending steering swimming teaching testing trading training
    trafficking vetting voting weaving""".split()
)
# Behind a comma these sum up how much something is: "rose to 5,210, a figure not seen since May".
FIGURES: frozenset[str] = frozenset("amount figure level low number rate record sum total".split())
# With these verbs an adverb behind the object is a part of the verb: "put the hosts ahead", "pulled a goal back".
PARTICLE_VERBS: frozenset[str] = frozenset(
    """bring call claw cut drag drive get give hand haul hold keep knock lay move pay pull push put roll scale send set
    take throw turn win""".split()
)
PARTICLE_ADVERBS: frozenset[str] = frozenset("ahead apart aside away back forth forward level together".split())
# Of these the ones that are part of the verb before its object, too: "pushed back the opening", "put forward a plan".
DIRECTIONS: frozenset[str] = frozenset("aside back forward".split())
# An adverb right behind these is a part of them: "stepped down as chair", "turned up in Oslo".
PHRASAL: frozenset[tuple[str, str]] = frozenset(
    (verb, particle)
    for pair in """back-down back-out bow-out break-apart break-away break-down break-out break-through break-up
    drift-apart drop-out end-up explain-away fall-apart forge-ahead hold-out press-ahead pull-ahead pull-away pull-clear
    pull-out push-ahead run-away set-off set-out show-up sign-up slip-away speak-out stand-aside stand-down stay-away
    steer-clear step-aside step-back step-down step-in step-up surge-ahead sweep-away take-off take-over team-up
    turn-away turn-up walk-out wash-away wind-up""".split()
    for verb, _, particle in [pair.partition("-")]
)
# What comes of the object stands before it: "cut short a visit", "shot dead a guard", "set free two sailors".
RESULTS: frozenset[tuple[str, str]] = frozenset(
    {("cut", "short"), ("lay", "bare"), ("set", "free"), ("shoot", "dead"), ("throw", "open")}
)
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
DECIDING: frozenset[str] = frozenset("beat defeat draw lead lose outnumber outscore pass reject vote win".split())
# Whoever is told, let or made to do something: "directed the airline to pay its pilots".
COMMANDING: frozenset[str] = frozenset(
    """advise allow ask authorise authorize beg challenge command compel convince direct enable encourage force implore
    instruct invite license oblige order permit persuade press pressure push request require tell urge warn""".split()
)
# Verbs with a particle that take a participle: "ruled out sending troops".
GERUND_PARTICLES: frozenset[tuple[str, str]] = frozenset(
    {("rule", "out"), ("put", "off"), ("give", "up"), ("call", "off"), ("leave", "off"), ("swear", "off")}
)
# What is made, and never what somebody is made: "made landfall near a village".
LIGHT_NOUNS: frozenset[str] = frozenset("headway inroads landfall".split())
# With "back" these are verbs of their own: "holds back migrants", "brings back a rule".
BACK_VERBS: frozenset[str] = frozenset(
    """bring buy call claw cut draw fight get give hand hold keep pay pull push roll scale send take throw turn
    win""".split()
)
# Of time there can be an object with these alone: "spent over five years there".
TAKE_TIME: frozenset[str] = frozenset("give lose need require save serve spend take waste win".split())
# With "over" these are verbs of their own: "signed over the farm", "handed over two prisoners".
OVER_VERBS: frozenset[str] = frozenset("hand make sign take turn".split())
# With "in" these are verbs of their own: "tapped in the rebound", "ushered in an era".
IN_VERBS: frozenset[str] = frozenset("nod phase rein tap usher".split())
# Before a time these tell how often or when: "every two hours", "next spring".
OFTEN: frozenset[str] = frozenset("each every last next".split())
# Of these a time can be the object, however it is told: "spent the following day there", "marked the next era".
LASTING: frozenset[str] = TAKE_TIME | frozenset(
    """await budget celebrate cover cross define discuss dominate enjoy enter expect face fear fill have hit include
    make mark mean measure observe plan prepare represent see shape span survive want""".split()
)
# Behind a comma these still say which one somebody or something is: "Mr Lee, of Leeds,", "firms, including Acme,".
OF_WHOM: frozenset[str] = frozenset(
    "aged among as but except excluding from including into like namely of plus than to unlike versus".split()
)
# Behind these "about" tells what of: "a warning from the port about a gale".
WARNINGS: frozenset[str] = frozenset(
    """alarm alert complaint concern doubt fear inquiry misgiving question report rumor rumour story suspicion tip
    warning worry""".split()
)
# Behind these "for" and a year tell what of: "cut its forecast for growth in 2027".
FORECASTS: frozenset[str] = frozenset("estimate expectation forecast outlook prediction projection target".split())
OPENING_QUOTES: frozenset[str] = frozenset(('"', "“", "‘", "«"))
CLOSING_QUOTES: frozenset[str] = frozenset(('"', "”", "’", "»"))
# Whoever does this speaks: "and called on voters to stay calm".
CALLING_UPON: frozenset[str] = frozenset(
    """accuse apologise apologize appeal blame call condemn criticise criticize demand dismiss praise reject thank
    urge""".split()
)

# Who is born does the rest without being made to, but for these: "was born and raised in Bergen".
DONE_TO_CHILDREN = frozenset("baptise baptize bring bury bear christen educate foster raise rear school".split())

# Behind these a number is one of many: "94 billion won".
AMOUNTS = frozenset({"million", "billion", "trillion"})
# What a player or driver does who is then punished for it: "awarded for a foul by Ann Lund".
MISDEEDS = frozenset("blunder challenge error foul handball infringement mistake offence offense tackle trip".split())
# Nothing but somebody does this: no cause "promised an inquiry".
PROMISING = frozenset("apologise apologize offer pledge promise thank urge vow".split())
# Before a noun these tell which ones are meant: "to remaining tenants", and of people "to surviving relatives".
DONE_TO_NOTHING = frozenset("age aspire compete die exist participate remain struggle".split())
DONE_TO_NOBODY = frozenset("survive work".split())
# Behind "came to" these are what became of somebody, and no purpose: "came to rest on a road".
COME_TO = ("believe", "dominate", "know", "regret", "represent", "resemble", "rest", "symbolise", "symbolize")

# ------------------------------------------------------------------------------------------------ durations

UNITS_OF_TIME = ("second", "minute", "hour", "day", "week", "month", "year")  # from the shortest on
# Behind "after ten years" these tell what the years were like: "returned after ten years in exile".
OF_DURATION = frozenset({"abroad", "as", "at", "in", "with", "without"})
# What is told of a span of years itself: "similar to the average between 1950 and 1980".
MEASURED = frozenset("average baseline figure level mean norm number price rate temperature total value".split())
GIVEN_TO = frozenset(
    """award deliver donate export give grant hand lease leak lend license offer pass pay present provide sell send ship
    steer supply transfer""".split()
)
# What may lead somewhere itself: "sold tickets for trains to the coast", "gave the answer to the question".
LEADING_TO = frozenset(
    """access answer bridge bus door entrance ferry flight gate journey key link passage path reply response road route
    ship threat ticket tour train trip visit way""".split()
)
# What is done gives, leaves or earns who does it something: "bought a rival, giving it its first factory".
GIVING_OUTCOMES = frozenset("allow bring earn enable gain give help leave make net win".split())

# ------------------------------------------------------------------------------------------------ shared

# In "the group's salt and sugar business" both goods say what the one business deals in.
TRADES = frozenset(
    """arm business chain company division factory firm group industry maker market mill operation plant producer sector
    shop trade trader unit""".split()
)
# Whoever does these to something in a town does them to the thing: "a villa in Nice, which Ann bought".
DEALT_IN = frozenset("buy inherit let own purchase rebuild renovate rent sell".split())
# In -ise and -ize, and no verbs: "supply food and merchandise", "win a prize".
NOUNS_IN_ISE: frozenset[str] = frozenset(
    """advise anise compromise concise cruise demise disguise enterprise excise exercise expertise franchise guise
    merchandise noise paradise poise praise precise premise prize promise raise rise size surmise surprise treatise
    wise""".split()
)
# Behind the last noun of a list these are that noun's: "wants 12% and limits on boats", "blamed rain and cuts in pay".
TAKEN_BY_NOUN: Mapping[str, frozenset[str]] = {
    preposition: frozenset(nouns.split())
    for preposition, nouns in {
        "at": "delay",
        "for": "appetite call campaign demand need request respect search support",
        "in": """change cut decline decrease delay drop fall gap growth improvement increase interest reduction rise
            shortage slump stake surge""",
        "on": """attack ban cap ceiling clampdown crackdown curb cut decision embargo information law levy limit
            limitation pressure report restriction rule sanction spending strike tariff tax""",
        "to": "access answer change damage end objection threat",
        "with": "contact problem talk tie",
    }.items()
}
