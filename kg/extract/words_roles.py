"""Word lists for the roles of circumstances: idioms, and classes of nouns and verbs; no logic, no domain."""

from __future__ import annotations

from kg.model import Role


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
    |behind schedule|ahead of schedule|behind closed doors|off guard|off the record|to the full|with care
    |at auction|in absentia|on camera|on its own|on their own|on his own|on her own
    |on aggregate|on penalties|on points|on crutches|on horseback|on stretchers|on a stretcher|in handcuffs|in shackles
    |in a wheelchair|on all fours"""
)
# Whole phrases that say what state something is in.
STATE_PHRASES = _phrases(
    """at risk|at stake|at odds|at war|at peace|at work|at large|at fault|at best|at worst|at heart|at hand|in mind
    |in doubt|in trouble|in danger|in force|in place|in office|in power|in use|in demand|in debt|in arrears
    |in question|in ruins|in shape|in sight|in limbo|in crisis|in pain|in recession|in freefall|in a freefall
    |in service|in production|in operation|in practice|in value|in price|in popularity|in size|in number
    |in worry|in uncertainty|in fear|in history|in this|in return|in turn|in response|in fact|in addition
    |in particular|in general|in short|over budget|off the job|off work|on the job|on edge|on offer|on leave|on guard
    |on display|on show|on view|on the line|into account|into consideration|into question|to light"""
)
TIME_PHRASES = _phrases(
    """at first light|at last light|at one point|at this point|at that point|at some point|at the moment|at the outset
    |at present|at first|at last"""
)
# "Race against time", "ready in time": these are no time.
TIMELESS_PHRASES = _phrases("against time|in time|in good time|of all time")
# Behind "before" these are who looks on or judges, and no time: "before 9,000 fans", "appeared before a judge".
LOOKING_ON = _words(
    """audience board camera commission committee congress council court crowd fan inquiry judge jury lawmaker
    magistrate onlooker panel parliament senate spectator supporter tribunal"""
)
# "In the wake of", "on condition of", "on the grounds of": preposition and noun tell the role of what they lead to.
ROLE_BY_NOUN = {
    **dict.fromkeys(("in wake", "in aftermath", "in run-up", "on eve", "in course", "in midst", "on verge"), Role.TIME),
    **dict.fromkeys(("at age", "at interval", "at kick-off", "at half-time", "at full-time", "at height"), Role.TIME),
    **dict.fromkeys(("on condition", "in event", "on proviso"), Role.CONDITION),
    **dict.fromkeys(("on grounds", "on charge", "on charges", "on accusations", "on allegations"), Role.CAUSE),
    **dict.fromkeys(("on account", "in retaliation", "in revenge", "in protest", "in response"), Role.CAUSE),
    **dict.fromkeys(("on advice", "on recommendation", "at request", "at urging", "at insistence"), Role.CAUSE),
    **dict.fromkeys(("at invitation", "at behest", "on instructions", "on orders", "under orders"), Role.CAUSE),
    **dict.fromkeys(("in hope", "in hopes", "in search", "in pursuit", "in support", "in defence"), Role.PURPOSE),
    **dict.fromkeys(("in defense", "in bid", "in attempt", "in effort", "in preparation"), Role.PURPOSE),
    **dict.fromkeys(("in manner", "in fashion", "in way", "on basis", "on principle", "in accordance"), Role.MANNER),
    **dict.fromkeys(("at pace", "at speed", "at rate", "at cost", "at margin", "to extent", "to degree"), Role.EXTENT),
    **dict.fromkeys(("under pressure", "under duress", "on bail", "in voice"), Role.MANNER),
    **dict.fromkeys(("at disposal", "at mercy", "at expense"), Role.OTHER),
}
# What happens to people, and is no place: "died in a similar accident".
MISHAPS = _words(
    """accident ambush attack avalanche bombardment bombing clash collision crash derailment disaster earthquake
    explosion famine firefight heatwave incident landslide mishap mudslide outage outbreak pandemic pile-up quake raid
    shooting shootout shipwreck stampede storm tragedy tsunami"""
)
# The last nouns of "in this case", "under the agreement", "on high alert": terms and states, no places.
TERMS_AND_STATES = _words(
    """absence account addition advance aid answer appeal arrears attempt average backdrop basis batch behalf bet bond
    budget capacity case cash chance charge circumstance claim commitment comparison condition conduct configuration
    connection context contrast count course covenant cover credit currency danger deal debate debt decision detail
    direction disguise dispute dose doubt earnings effort emergency error essence example excess exchange fact faith
    fashion favor favour feud figure flag form format fuel fun general gesture harmony honor honour hope image income
    instalment installment instance interest judgement judgment kind language lawsuit lead leave limbo list loss love
    manner matter means measure memory method minority mode motion name number offer opposition pace pain parallel
    particular partnership pattern phase poll popularity practice praise presence price principle private probation
    process profit program programme promise protest proxy public purpose pursuit quality quarrel question ranking
    rating reaction reality recognition regard relation reply request respect response result retaliation return
    revenge revenue reverse revolt role row sale sales scale scheme search secrecy secret self-defence self-defense
    sense sentence series shape share short shortage sign silence size solidarity sort spirit staging stance status
    step struggle style support surplus sympathy theory tone trade tranche transit triumph truth turn turnover unison
    value vein verdict version victory view violation volume way wealth word worth wrath"""
)
WEATHER = _words("cold dark darkness fog heat rain snow snowfall sunshine wind")
NO_PLACES = TERMS_AND_STATES | MISHAPS | WEATHER
# What is said or written: "in a statement", "in her book".
TEXTS = _words(
    """address advertisement analysis announcement article audit autobiography biography blog book briefing broadcast
    bulletin call catalogue column comment communique communiqué complaint confession conversation decree diary
    dispatch document editorial email e-mail essay evidence filing forecast index indictment interview journal lawsuit
    lecture letter magazine manifesto memo memoir memoirs memorandum message minutes newsletter newspaper note notice
    novel op-ed opinion pamphlet paper petition podcast poem poll post presentation publication quote rebuttal
    recommendation record recording release remark remarks report review ruling sermon speech statement story study
    submission summary survey tape telegram testimony text tirade transcript treatise tweet update verdict video
    voicemail will writ"""
)
# Nouns that end as abstract ones do; below those of them that are places all the same.
ABSTRACT_ENDINGS = ("tion", "sion", "ment", "ness", "ity", "ism", "ance", "ence", "cy", "hood", "dom")
PLACES_BY_ENDING = _words(
    """accommodation administration agency allotment ambulance apartment basement city community compartment
    constellation constituency department destination division embassy encampment entrance environment establishment
    exhibition facility fence formation fortification foundation government institution intersection junction kingdom
    location mansion ministry monument municipality neighborhood neighbourhood parliament pavement pharmacy plantation
    position principality reservation residence residency section settlement station television tenement university
    utility vicinity"""
)
UNDER_TERMS = _words(
    """accord act administration agreement authority bail ban banner ceasefire circumstance code command condition
    constitution construction contract control convention cover deal decree development direction fire government
    guidance guise influence investigation law leadership legislation management monitoring name obligation order
    oversight ownership pact plan pressure procedure program programme protection protocol provision regime regulation
    repair review rule sanction scheme scrutiny settlement siege stress supervision surveillance suspicion system term
    threat treaty"""
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
    """affair allegation case claim condition contract cut deal death decision dispute failure handling issue killing
    law matter move order pay plan policy purchase question reform remark role row rule scandal tax treatment wage
    wages"""
)

# ------------------------------------------------------------------------------------------------ nouns

MONEY = _words(
    """cent cents dollar dollars euro euros pence penny pound pounds rouble roubles ruble rubles rupee rupees yen yuan
    franc francs crown crowns krona kronor krone kroner peso pesos shekel shekels lira zloty zlotys forint forints rand
    real reais sol soles baht dong won ringgit rupiah rial rials riyal riyals dinar dinars dirham dirhams shilling
    shillings taka naira birr hryvnia hryvnias lev leva leu lei tenge"""
)
PRICES = _words("price cost rate discount premium fee sum fraction")  # "at an estimated cost of", "for a fee"
RATES = _words("altitude frequency loss pace profit speed temperature valuation value")  # "at a loss"
LEVELS = _words(
    """average cap ceiling estimate expectation expectations floor forecast grade high highs level levels limit low
    lows majority margin mark maximum minimum norm par peak quota standard target threshold"""
)  # "at their lowest levels"
# "At national level": how far something reaches is no amount.
SCOPES = _words(
    "eu federal global government international local municipal national official regional senior state top"
)
LENGTHS = _words(
    """block blocks feet foot kilometer kilometers kilometre kilometres km m meter meters metre metres mile miles yard
    yards"""
)
SHARES = _words("third quarter half tenth fifth")
SIZES = _words("century day decade fortnight hour millennium minute month second week year")  # "moved by a day"
# What is over after a while: "for a third session", "between shifts", "before the closing bell".
SESSIONS = _words("bell break outset round semester session shift spell stint term trading stretch open")
PARTS_OF_TIME = _words(
    """bulk close couple course end half hour majority matter middle most much part quarter remainder rest space start
    third"""
)
MEALS = _words("breakfast brunch dinner lunch lunchtime supper teatime")
EVENTS = _words(
    """anniversary audition auction burial celebration ceremony championship christening competition concert conference
    congress contest convention cup debate debriefing derby dinner double doubles drill election event exam exercise
    exhibition expedition fair festival final freestyle funeral game hajj hearing holiday interview journey launch
    lunch manoeuvre maneuver marathon match meal meeting mission olympics operation pageant parade party performance
    picnic pilgrimage play-off playoff premiere race rally rehearsal relay reunion ritual semi-final semifinal service
    show singles sprint steeplechase summit surgery test tour tournament training trial trip vacation vote wake wedding
    workshop war"""
)
ROUTES = _words(
    """air alley bridge canal channel city corridor country door field forest garden gate gap hall hole jungle lane
    park passage pipe road roof sea street suburb town tunnel valley village wall water window wood woods"""
)

# "Dug through mud": what one makes a way through, and what one lives through, is no means.
THICK = _words(
    "ash crowd debris dust foliage fog grass mist mud rubble sand sludge smoke snow traffic undergrowth wreckage"
)
TRIALS = WEATHER | MISHAPS | _words("crisis drought fire flood recession strike")

# These lead to a circumstance of the verb even where they are read as hanging on the noun before them.
NEVER_OF_NOUN = _words(
    """according although amid as because concerning considering depending despite due except excluding following
    given including owing pending regarding so such than thanks till unless unlike until via whereas while"""
)
SINCE_WHEN = _words("after before during since throughout until till")
WHEN = _words("at during in on")  # in front of a time that may well be the verb's
# "A deal with Chad": behind these "with" leads to the other side, and not to what the verb is done with.
OF_TWO = _words(
    """accord affair affiliation agreement alliance argument battle border call clash collaboration collision
    competition conference conflict confrontation connection contact contract conversation cooperation deal difficulty
    disagreement discussion dispute encounter engagement exchange fight friendship interview link meeting merger
    negotiation pact partnership patience problem quarrel rally relation relationship rift rivalry row summit talk talks
    tension tie trade treaty trouble truce venture war work"""
)
# "Six years in prison", "two years in a row".
HELD_IN = _words("captivity custody detention exile hospital jail office power prison row")
# "A promise to help": behind these an infinitive tells which one, and not what for.
TAKES_INFINITIVE = _words(
    """ability agreement application attempt authority authorisation authorization bid bill call campaign chance
    commitment contract deadline deal decision demand desire determination drive duty effort failure freedom incentive
    instruction intent intention invitation law licence license mandate measure motion mission move need obligation
    offer opportunity option order pact permission permit plan pledge power pressure project programme program promise
    proposal push readiness reason refusal request resolution right scheme step temptation threat treaty urge vote vow
    warning way willingness"""
)

# ------------------------------------------------------------------------------------------------ verbs

# "Thanked them for their work", "fined for speeding": behind these "for" tells why.
FOR_A_REASON = _words(
    """acclaim admire admonish apologise apologize arrest award ban blame castigate censure chide commend
    compensate condemn convict criticise criticize decorate demote denounce detain discipline dismiss disqualify excuse
    execute expel fault fine fire forgive hang honour honor impeach imprison indict investigate jail know lambast mock
    note ostracise penalise penalize praise prosecute punish rebuke remember reprimand reproach ridicule sack sanction
    scold scorn sentence shame slam sue suspend thank tease"""
)
# "Charges against him for hiring her": behind these "for" tells why, too.
REASONED = _words(
    """apology arrest award ban blame charge conviction criticism fine penalty praise punishment reprimand sanction
    sentence suspension thanks"""
)
# What one answers for: "was tried for fraud".
CRIMES = _words(
    """abduction abuse arson assault battery blackmail blasphemy bribery burglary conspiracy corruption crime defamation
    embezzlement espionage extortion forgery fraud genocide harassment kidnapping libel manslaughter misconduct murder
    negligence offence offense perjury piracy rape robbery sabotage sedition slander smuggling speeding spying theft
    treason trespass vandalism"""
)
# "Paid a million for the mill": what is got for it.
PAYING = _words("bid offer pay spend")
# "With help from the city": what something is done by, though the preposition mostly tells who or what is beside it.
MEANS = _words("aid assistance backing cash credit funding funds grant hand hands help loan loans money support")
# "Chose between two flags", "related to the deal": no place, no goal.
OF_TWO_SIDES = _words("alternate choose decide differ distinguish divide divvy range share split vary vote")
# "Filed it with the court": who is dealt with, not who is there too.
WITH_NOBODY = _words(
    """charge close combine compare connect comply cope credit deal deposit end equip file fill finish leave link lodge
    provide register replace start supply task"""
)
# "Opened an inquiry into the deal": what is looked into is what it is about.
LOOKING_INTO = _words(
    """check examination inquiry enquiry insight investigation look probe research review study inquire delve dig
    investigate"""
)
TO_A_TOPIC = _words("admit agree confess object plead react refer reply respond testify")
TO_NO_GOAL = _words(
    """adhere adjust amount appeal attribute bear belong close compare cling conform correspond hold limit owe peg
    pertain prefer relate stick tie"""
)
SPANS = _words("career childhood history life lifetime reign rule season tenure term war")
# "Suffered from large falls": behind these "from" tells why.
FROM_A_CAUSE = _words("arise benefit die ensue faint profit result stem suffer")
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
# "Fired at the boat", "looked at it": what "at" leads to is who or what is aimed at.
AT_NO_PLACE = _words(
    """aim fire frown gaze glance grin hurl laugh lob look marvel peer point scoff scream shoot shout smile sneer stare
    throw toss yell"""
)
# "Shaved two points off growth": what "off" leads to is what is made less.
OFF_NO_PLACE = _words("knock lop shave slice trim wipe")
# "Was fined over the deal", "quit over it": behind these "over" tells why.
OVER_A_CAUSE = FOR_A_REASON | _words("argue clash feud investigate protest quarrel question quit resign strike")
OUTCRIES = _words(
    "anger dismay frustration fury outrage protest response retaliation revenge shock surprise"
)  # "in anger at the plan"
# "Ran for mayor", "waited for this day": what "for" leads to is what somebody wants to be or to have.
FOR_A_GOAL = _words(
    "appeal apply ask audition beg call campaign compete contend head hope long opt race run stand vie wait yearn"
)
# By preposition, the verbs beside which it leads to a topic, and those beside which it leads to no place and no goal.
TOPIC_OF_VERB = {"on": ON_A_TOPIC, "to": TO_A_TOPIC}
NOTHING_OF_VERB = {
    "on": ON_NO_PLACE,
    "in": IN_NO_PLACE,
    "to": TO_NO_GOAL,
    "between": OF_TWO_SIDES,
    "with": WITH_NOBODY,
    "at": AT_NO_PLACE,
    "off": OFF_NO_PLACE,
}
MOTION = _words(
    """bound come depart drive embark escape flee fly go head hike journey leave march move retreat ride run sail set
    slip swim travel walk"""
)
MOVING = MOTION | _words("bring carry deport fetch order return send ship take transfer")  # "sent home": where to
# "As it was the last one", "as it needed money": a state tells why, what somebody does tells when.
LASTING = _words(
    """aim appear be become believe belong consist contain cost depend desire expect fail fear have hold hope include
    intend know lack like mean need owe own prefer regard remain require seek seem think trust understand want wish
    worry"""
)
# "Scheduled for 2025": behind these "for" tells when; a budget for 2025 is approved before.
SCHEDULING = _words(
    "arrange book call delay earmark expect fix pencil plan postpone remain reserve schedule set slate target"
)
# "The plant opens on Friday": of these the present tells what is to come.
# What both sides do: behind these "with" leads to the other one, whatever it is called.
OF_BOTH = _words(
    """agree ally argue clash collaborate collude compete confer cooperate debate liaise merge meet negotiate partner
    quarrel side speak talk team trade unite vie work"""
)
# "Fell to end the day at 12": behind these the infinitive tells the outcome.
OF_CHANGE = _words(
    """climb decline dip drop fall gain increase jump lose pare plunge rally rebound recover rise sink slide slip slump
    soar surge tumble"""
)
OUTCOME_INFINITIVES = _words("close end finish reach settle stand trade")

# ------------------------------------------------------------------------------------------------ adverbs

DIRECTIONS = _words(
    """back forth forward forwards backward backwards down up aside apart around upward downward upwards downwards ahead
    behind off out over through"""
)
COMPASS = _words("north south east west northeast northwest southeast southwest")
MOMENTS = _words("afterward before beforehand early late meantime nightly overnight shortly since yearly")
