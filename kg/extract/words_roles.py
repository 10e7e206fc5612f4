"""Word lists for the roles of circumstances: idioms, and classes of nouns and verbs; no logic, no domain."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(text: str) -> frozenset[str]:
    return frozenset(" ".join(phrase.split()) for phrase in text.split("|"))


# ------------------------------------------------------------------------------------------------ idioms

# Whole phrases that say how something is done, and name no place, reason or means.
MANNER_PHRASES = _phrases(
    """in writing|in person|in private|in public|in secret|in full|in part|in cash|in kind|in advance|in bad faith
    |in good faith|in vain|in silence|in detail|in earnest|in haste|in unison|in succession|in a row|in tandem
    |in parallel|in front|in bulk|in turns|in chains|in tears|in error|in concert|in stages|in person alone
    |on purpose|on foot|on time|on schedule|on credit|on bail|on parole|on impulse|on average|on board|on hold
    |on strike|on course|on track|on sale|on trial|on hand|on record|on budget|under pressure
    |under duress|under tow|under way|under guard|under oath|under fire|under arrest|by hand|by heart|by name
    |by mistake|by accident|by force|by chance|by surprise|at random|at once|at will|at gunpoint|at knifepoint|at speed
    |at ease|at full speed|from memory|from scratch|without fail|without delay|for free|for nothing|for good
    |behind schedule|ahead of schedule|behind closed doors|off guard|off the record|to the full|with care"""
)
# Whole phrases that say what state something is in.
STATE_PHRASES = _phrases(
    """at risk|at stake|at odds|at war|at peace|at work|at large|at fault|at best|at worst|at heart|at hand|in mind
    |in doubt|in trouble|in danger|in force|in place|in office|in power|in use|in demand|in debt|in arrears
    |in question|in ruins|in shape|in sight|in limbo|in crisis|in pain|in recession|in freefall|in a freefall
    |in service|in production|in operation|in practice|in value|in price|in popularity|in size|in number
    |in worry|in uncertainty|in fear|in history|in this|in return|in turn|in response|in fact|in addition
    |in particular|in general|in short|over budget|off the job|off work|on the job|on edge|on offer|on leave|on guard"""
)
TIME_PHRASES = _phrases("at one point|at this point|at that point|at some point|at the moment|at the outset")
# The last nouns of "in this case", "under the agreement", "on high alert": terms and states, no places.
NO_PLACES = _words("return turn response case fact addition particular general short way manner fashion popularity")
UNDER_TERMS = _words(
    """agreement authority bail ban banner ceasefire circumstance command condition constitution construction contract
    control convention cover deal decree development direction fire government guidance guise influence investigation
    law leadership legislation management name obligation order oversight pact plan pressure procedure programme
    program protection protocol provision regime regulation repair review rule sanction scheme scrutiny siege stress
    supervision surveillance suspicion system term threat treaty"""
)
STATES_OF = _words(
    """alert condition crisis depression epidemic freefall mood need order pandemic panic position quagmire recession
    shock turmoil"""
)
OUT_OF_STATES = _words(
    """action balance bounds breath business commission control court danger date fashion favour favor fuel hand
    line luck money office operation order patience place play power print proportion reach service shape sight
    stock time touch town tune use work"""
)
# "Out of fear", "on worries", "over fears": what moves somebody.
MOTIVES = _words(
    """anger anxiety belief boredom concern confidence curiosity desperation despair doubt duty expectation fear
    frustration gratitude greed hope kindness loyalty necessity news optimism panic pessimism pity pride report respect
    rumour rumor signal speculation spite suspicion turmoil uncertainty worry"""
)

# "Sued over the contract": what people fall out over.
CONTESTED = _words(
    """affair allegation case claim contract deal decision dispute failure handling issue law matter move order plan
    policy question role row rule scandal treatment"""
)

# ------------------------------------------------------------------------------------------------ nouns

MONEY = _words(
    """cent cents dollar dollars euro euros pence penny pound pounds rouble roubles ruble rubles rupee rupees yen yuan
    franc francs krona kronor peso pesos shekel shekels lira zloty forint rand"""
)
PRICES = _words("price cost rate discount premium fee sum fraction")  # "at an estimated cost of", "for a fee"
LEVELS = _words("average high highs level levels low lows margin majority peak")  # "at their lowest levels"
SHARES = _words("third quarter half tenth fifth")
SIZES = _words("century day decade fortnight hour millennium minute month second week year")  # "moved by a day"
# What is over after a while: "for a third session", "between shifts", "before the closing bell".
SESSIONS = _words("bell break outset round semester session shift spell stint term trading stretch open")
PARTS_OF_TIME = _words("bulk close couple course end hour majority matter middle most much part remainder rest start")
EVENTS = _words(
    """anniversary audition auction burial celebration ceremony championship christening competition concert
    conference congress contest convention cup debate debriefing dinner drill election exam exercise exhibition
    expedition fair festival final funeral game hajj hearing holiday interview journey launch lunch manoeuvre maneuver
    match meal mission olympics operation pageant parade party performance picnic pilgrimage premiere rally rehearsal
    reunion ritual service show summit surgery test tour tournament training trial trip vacation vote wake wedding
    workshop war"""
)
ROUTES = _words(
    """air alley bridge canal channel city corridor country door field forest garden gate gap hall hole jungle lane
    park passage pipe road roof sea street suburb town tunnel valley village wall water window wood woods"""
)

# ------------------------------------------------------------------------------------------------ verbs

# "Thanked them for their work", "fined for speeding": behind these "for" tells why.
FOR_A_REASON = _words(
    """acclaim admire apologise apologize arrest award blame castigate censure chide commend compensate condemn convict
    criticise criticize decorate denounce detain excuse execute fault fine forgive honour honor imprison indict jail
    know mock note ostracise penalise penalize praise prosecute punish rebuke reprimand ridicule sack scold sentence
    sue suspend thank tease"""
)
# "Suffered from large falls": behind these "from" tells why.
FROM_A_CAUSE = _words("arise benefit die ensue faint profit recover result stem suffer")
# "Commented on the falls": behind these "on" leads to what it is about.
ON_A_TOPIC = _words(
    """advise agree brief comment concentrate confer decide deliberate dwell elaborate expand focus insist lecture
    negotiate reflect remark report rule speak speculate talk touch vote"""
)
# "Spent it on books", "blamed it on the rain", "called on the minister": what "on" leads to is no place.
ON_NO_PLACE = _words(
    """base blame call congratulate count depend embark hinge impose improve insist lavish pin press prevail rely
    spend squander urge waste"""
)
# "Resulted in losses", "believe in": what "in" leads to is no place.
IN_NO_PLACE = _words(
    """believe deal engage entangle indulge interest invest involve participate persist result specialise specialize
    succeed"""
)
MOTION = _words(
    """bound come depart drive embark escape flee fly go head hike journey leave march move retreat ride run sail set
    slip swim travel walk"""
)
# "Derailed as it entered the station": behind "as" these tell when.
PASSING = MOTION | _words(
    "approach arrive board circle cross descend enter land near pass prepare reach return turn wait"
)
# What both sides do: behind these "with" leads to the other one, whatever it is called.
OF_BOTH = _words(
    """agree ally argue clash collaborate collude compete confer cooperate debate liaise merge meet negotiate partner
    quarrel side speak talk team trade unite vie work"""
)
# "Fell to end the day at 12": behind these the infinitive tells the outcome.
OF_CHANGE = _words(
    """climb decline dip drop fall gain increase jump lose pare plunge rally rebound rise sink slide slip slump soar
    surge tumble"""
)
OUTCOME_INFINITIVES = _words("close end finish reach settle stand")

# ------------------------------------------------------------------------------------------------ adverbs

DIRECTIONS = _words(
    "back forth forward forwards backward backwards down up aside apart around upward downward upwards downwards"
)
COMPASS = _words("north south east west northeast northwest southeast southwest")
MOMENTS = _words("before early late afterward beforehand")
