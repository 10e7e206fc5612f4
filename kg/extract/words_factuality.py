"""What words do to the truth of what they govern: classes of verbs, nouns, adjectives, adverbs; no word of any domain.

A signature tells what holds of the complement: first where the governing word is affirmed, then where it is denied.
Each half is a sign (+ it happens, - it does not, ? not said) and a certainty (CT certain, PR probable, PS possible).
"""

from __future__ import annotations

SIGNATURES: dict[str, tuple[str, str]] = {
    "transmit": ("+CT", "-CT"),  # manage to, begin to, hold talks: true where the governor is, false where it is not
    "factive": ("+CT", "+CT"),  # know that, regret, criticise
    "force": ("+CT", "?PS"),  # force to, cause to
    "fail": ("-CT", "+CT"),  # fail to, stop, cancel
    "refuse": ("-CT", "+PS"),  # refuse to, prevent from; what is not ruled out is possible
    "exclude": ("-CT", "+PS"),  # rule out: it will not happen
    "delay": ("-CT", "+CT"),  # has not happened when it was to
    "report": ("+CT", "??"),  # say, announce: certain in the eyes of who says it
    "deny": ("-CT", "??"),
    "doubt": ("-PR", "+PR"),
    "believe": ("+PR", "-PR"),  # believe, think: "does not think so" denies it
    "expect": ("+PR", "-PR"),  # expect, schedule: as sure as believing, and ahead
    "allow": ("+PR", "-CT"),
    "plan": ("+PR", "-PR"),  # plan, agree, decide, promise
    "want": ("+PS", "-PS"),  # hope, want, seek, try, ask
    "consider": ("+PS", "-PR"),  # consider, weigh, discuss
    "ban": ("-CT", "+PR"),  # ban, forbid; a lifted ban lets it happen
    "warn": ("-PS", "??"),  # warn against, advise against
    "accuse": ("+PS", "??"),  # what somebody is accused of
    "purpose": ("+PR", "+PS"),  # who are there to repair
    "question": ("?PS", "?PS"),  # ask whether, wonder if
    "appear": ("+PR", "-PR"),  # seem, appear
    "truth": ("+CT", "-CT"),  # it is true that
    "future": ("+CT", "-CT"),  # going to: certain and ahead
    "hearsay": ("+PR", "-PR"),  # is said to, is reported to
    "rumour": ("+PS", "+PS"),  # is rumoured to, speculation that
    "acquit": ("-CT", "+PS"),  # acquitted of, cleared of
    "near": ("-CT", "??"),  # came close to: it was not done
}

VERBS: dict[str, str] = {
    word: signature
    for signature, words in {
        "transmit": """manage begin start continue help dare bother happen proceed keep remain come get go resume
            succeed make take hold give do have launch conduct sign reach carry stage perform mount complete
            undertake open lead deliver pay provide offer face suffer experience see hit receive cause trigger bring
            create produce spark provoke prompt occur follow last include be become use stand sit post
            win lose earn score end_up turn_out prove tend rush hurry hasten race""",
        "factive": "know realize realise regret remember discover learn notice resent enjoy stand_by",
        "force": "force compel cause lead_to prompt drive induce get coerce",
        "fail": """fail give_up stop cease end halt cancel scrap abandon drop lift remove revoke repeal overturn reverse
            quit discontinue terminate suspend abort call_off forgo rescind waive scrub withdraw neglect omit forget
            ease relax lose avoid""",
        "refuse": """refuse decline prevent block stop_from deter discourage dissuade avert thwart foil reject
            resist veto oppose hinder hamper obstruct turn_down impede refrain abstain keep_from
            stem escape pretend feign""",
        "exclude": "rule_out exclude preclude swear_off",
        "delay": "delay postpone defer put_off shelve suspend",
        "report": """say tell add announce report state claim assert insist maintain note observe explain
            argue contend declare confirm disclose reveal write remark comment mention point stress emphasize
            emphasise underline underscore acknowledge admit concede recall testify conclude find show
            indicate allege affirm warn complain boast charge accuse describe see hear read understand
            inform notify assure remind convince rule prove demonstrate blame complain stipulate provide
            suggest imply hint signal mean""",
        "deny": "deny dispute refute rebut disclaim contradict disavow repudiate dismiss",
        "doubt": "doubt disbelieve",
        "believe": """believe think suspect assume suppose presume reckon estimate feel guess figure imagine
            speculate calculate judge trust""",
        "expect": """expect predict forecast anticipate foresee project envisage envision schedule set_to suppose_to
            slate due poise""",
        "allow": """allow permit let enable authorize authorise approve clear entitle license empower ok okay
            greenlight sanction_to invite""",
        "plan": """plan intend agree decide vote promise pledge vow commit undertake_to swear choose elect opt arrange
            prepare mean_to resolve determine contract design require oblige aim select_to assign_to
            task_to hire_to look_to recruit_to send_to deploy_to appoint_to build_to position_to equip_to train_to
            prescribe volunteer offer_to go_to pay_to award_to book_to reserve_to""",
        "want": """want wish hope order_to instruct direct seek try attempt strive struggle fight ask urge call request
            demand encourage press push beg appeal recommend advise propose suggest_to fear worry long yearn desire need
            invite_to pray campaign lobby bid vie compete threaten risk persuade pressure struggle tempt hesitate
            prefer work_to ought like tell_to warn_to advise_to remind_to convince_to inform_to notify_to say_to
            signal_to""",
        "consider": """consider weigh discuss debate contemplate mull ponder examine explore study review assess
            evaluate envisage negotiate entertain float study look_at talk think_about toy eye""",
        "ban": "ban forbid prohibit bar outlaw disallow disqualify exempt restrict",
        "warn": "warn_against advise_against caution_against",
        "question": "wonder inquire enquire question",
        "appear": "appear seem look sound",
    }.items()
    for word in words.split()
}

# A verb with a preposition, where that says more than the verb alone: "call for", "warn against", "prevent from".
VERB_PREPOSITIONS: dict[tuple[str, str], str] = {
    (verb, preposition): signature
    for signature, pairs in {
        "refuse": "prevent-from stop-from keep-from block-from deter-from refrain-from abstain-from discourage-from "
        "dissuade-from save-from protect-from shrink-from vote-against decide-against restrain-from halt-from "
        "hinder-from spare-from rescue-from back-out-of talk-out-of",
        "fail": "pull-out-of withdraw-from refrain-from",
        "ban": "ban-from bar-from prohibit-from exclude-from disqualify-from exempt-from restrict-from suspend-from "
        "forbid-from",
        "warn": "warn-against advise-against caution-against guard-against argue-against insure-against",
        "want": "call-for ask-for push-for press-for appeal-for hope-for wait-for bid-for vie-for apply-for look-for "
        "campaign-for lobby-for fight-for work-on  wish-for long-for compete-for fear-for "
        "threaten-with worry-about risk-of strive-for",
        "consider": "talk-about talk-of think-about think-of speak-of look-at look-into negotiate-on negotiate-over "
        "talk-on debate-over deliberate-on dream-of vote-on",
        "plan": "plan-on plan-for agree-on agree-to prepare-for commit-to opt-for decide-on provide-for consent-to "
        "insist-on aim-at aim-for arrange-for schedule-for allow-for pave-for",
        "accuse": "suspect-of accuse-of charge-with indict-for indict-on charge-over investigate-for probe-for "
        "arrest-for detain-for try-for sue-for blame-for implicate-in",
        "acquit": "acquit-of clear-of absolve-of exonerate-of",
        "expect": "expect-from",
        "transmit": "succeed-in engage-in result-in lead-to end-in begin-with participate-in take-in",
        "report": "convict-of admit-to plead-to confess-to speak-of tell-of complain-of complain-about",
    }.items()
    for pair in pairs.split()
    for verb, preposition in [pair.split("-", 1)]
}

# With a noun these say more than with a clause: what is announced or offered is still to come.
NOUN_OBJECTS: dict[str, str] = {"announce": "plan", "offer": "plan", "unveil": "plan", "set": "transmit"}

# With a gerund these say more than with a clause: what is suggested or faced need not come.
GERUND_VERBS: dict[str, str] = {
    **dict.fromkeys("suggest recommend propose advocate advise urge risk fear".split(), "want"),
    **dict.fromkeys("face imagine envisage envision anticipate".split(), "consider"),
}

NOUNS: dict[str, str] = {
    word: signature
    for signature, words in {
        "fail": """failure end halt suspension cancellation cessation termination reversal lifting removal repeal
            stop abandonment lack absence shortage scrapping""",
        "refuse": "refusal inability reluctance unwillingness rejection opposition prevention avoidance",
        "delay": "delay postponement",
        "deny": "denial lie hoax myth fabrication falsehood",
        "ban": "ban prohibition embargo moratorium restriction bar taboo limit",
        "plan": """plan decision agreement deal contract intention promise pledge vow commitment mandate
            obligation requirement duty pact accord arrangement preparation schedule resolve
            undertaking mission task role determination design means bill measure resolution motion
            amendment initiative programme program project policy""",
        "allow": "permission approval authorization authorisation licence license permit clearance consent",
        "want": """hope fear wish desire demand request order instruction directive command call appeal attempt effort
            bid try proposal offer threat worry concern campaign push need invitation recommendation ambition aim goal
            objective dream eagerness willingness readiness struggle fight urge pressure aspiration drive quest
            petition""",
        "consider": """possibility prospect chance risk likelihood option consideration talk idea debate discussion
            negotiation probability danger opportunity potential ability capacity capability right power
            question scenario study review case suggestion concept notion vulnerability""",
        "believe": "belief estimate assumption",
        "accuse": "allegation accusation charges suspicion",
        "rumour": "rumour rumor speculation gossip hearsay",
        "expect": "expectation forecast prediction anticipation projection verge brink cusp threshold track",
        "doubt": "doubt skepticism scepticism",
        "transmit": "start beginning launch resumption continuation completion outbreak onset extension expansion",
        "question": "question",
    }.items()
    for word in words.split()
}
# After these, only a clause ("the idea that", "the right to") and "of" are governed; "for" and "on" say what about.
NOUN_PREPOSITIONS = frozenset({"of", "on", "for", "to", "against", "in", "from", "about", "over", "into", "between"})

ADJECTIVES: dict[str, str] = {
    word: signature
    for signature, words in {
        "transmit": "able",
        "truth": "true correct right guilty",
        "refuse": "unable powerless loath short",
        "acquit": "innocent",
        "doubt": "unlikely doubtful improbable unwilling reluctant unthinkable impossible implausible incapable",
        "believe": "probable confident convinced",
        "expect": "likely bound certain sure set due about ready willing prepared poised scheduled",
        "want": """possible hopeful eager keen afraid worried concerned fearful anxious important necessary essential
            vital crucial desirable advisable impatient desperate urgent interested hard difficult easy
            tempted reluctant better best""",
        "consider": "free eligible uncertain unclear unsure conceivable plausible feasible capable unknown open",
        "factive": "aware glad happy sorry proud sad surprised disappointed pleased angry",
        "report": "clear obvious evident apparent",
        "deny": "false untrue wrong incorrect inaccurate baseless groundless unfounded fabricated",
        "rumour": "unconfirmed unverified unproven unsubstantiated uncorroborated disputed",
        "ban": "illegal unlawful forbidden",
        "purpose": "responsible accountable",
    }.items()
    for word in words.split()
}

# Adjectives and participles before a noun: "a possible attack", "the cancelled deal".
MODIFIERS: dict[str, str] = {
    word: half
    for half, words in {
        "+PS": """possible potential alleged suspected supposed purported proposed would-be hypothetical rumoured
            rumored prospective conceivable feared threatened suggested requested desired hoped-for
            so-called eventual""",
        "+PR": """planned expected likely probable upcoming future scheduled impending imminent forthcoming promised
            apparent projected anticipated intended pending""",
        "-CT": """cancelled canceled aborted now-cancelled failed abandoned scrapped averted foiled
            nonexistent non-existent fake false untrue baseless unfounded groundless debunked
            unsuccessful rejected delayed postponed shelved thwarted""",
    }.items()
    for word in words.split()
}
FUTURE_MODIFIERS = frozenset(
    """planned expected upcoming future scheduled impending imminent forthcoming promised projected anticipated intended
    proposed potential possible would-be prospective pending next eventual likely feared threatened new-found""".split()
)

# ------------------------------------------------------------------------------------------------ in the clause

NEGATIVE_ADVERBS = frozenset("not n't n’t never hardly barely scarcely nowhere neither nor nary".split())
ALMOST = frozenset({"little", "nearly", "almost"})
NEGATIVE_DETERMINERS = frozenset({"no", "neither"})
NEGATIVE_PRONOUNS = frozenset({"nobody", "nothing", "none", "neither", "no-one"})
NOBODY = frozenset({"nobody", "no-one", "one"})
NOT_ONLY = frozenset({"only", "just", "merely", "simply", "solely", "necessarily", "exclusively"})
NEGATIVE_PHRASES = frozenset({"circumstance", "way", "time", "account", "mean", "event", "case", "point"})
NEGATIVE_PREPOSITIONS = frozenset({"without", "instead", "rather", "lieu", "sans"})

PROBABLE_ADVERBS = frozenset("probably likely presumably apparently seemingly evidently reportedly".split())
POSSIBLE_ADVERBS = frozenset(
    """possibly perhaps maybe potentially conceivably arguably theoretically hypothetically supposedly allegedly
    purportedly ostensibly""".split()
)

POSSIBLE_MODALS = frozenset("may might can could ca cannot".split())
ABILITY_MODALS = frozenset("can could ca cannot".split())  # who cannot does not
LOOKING_AHEAD = frozenset({"before", "by", "till", "unless", "until"})  # "could not open before May"
PROBABLE_MODALS = frozenset({"must"})
ADVISORY_MODALS = frozenset({"should", "ought"})
FUTURE_MODALS = frozenset("will 'll ’ll wo shall sha".split())
POLITE = frozenset("like love say think hope".split())  # "we would like to thank" does
# Who "would not" do these was asked to and refused: nothing lies ahead.
REFUSED_TO_SAY = frozenset(
    "answer comment confirm disclose discuss divulge elaborate explain reveal say specify speculate".split()
)
CONDITIONAL_MODALS = frozenset("would 'd ’d".split())

# What these want to be so stands in a base form, which often looks like a present: "demanded that firms pay".
MANDATIVE = frozenset("ask demand require request order direct recommend propose instruct stipulate urge".split())
# Whoever is told, let or made to do something: "directed the airline to pay its pilots".
COMMANDING: frozenset[str] = frozenset(
    """advise allow ask authorise authorize beg challenge command compel convince direct enable encourage force implore
    instruct invite license oblige order permit persuade press pressure push request require tell urge warn""".split()
)
# "Called on members to vote": who is named behind these is to do it.
CALLING_ON: frozenset[tuple[str, str]] = frozenset(
    {("appeal", "to"), ("call", "on"), ("call", "upon"), ("count", "on"), ("plead", "with"), ("prevail", "on")}
)
PROVIDED = frozenset({"provided", "providing"})
# Verbs with a particle that take a participle: "ruled out sending troops".
GERUND_PARTICLES: frozenset[tuple[str, str]] = frozenset(
    {("rule", "out"), ("put", "off"), ("give", "up"), ("call", "off"), ("leave", "off"), ("swear", "off")}
)
# Provisos behind a comma: "will buy it, subject to approval", "will pay, pending a vote".
PROVISOS = {"subject": "to", "contingent": "on", "conditional": "on", "dependent": "on", "depending": "on"}
# What plans and talks do that come to nothing, and what may still come of them.
FALLING_THROUGH = frozenset(
    {"collapse", "fail", "fizzle", "fall through", "fall apart", "break down", "come to nothing"}
)
STALLING = frozenset({"stall", "founder", "falter", "stumble", "hang"})
ASSUMING = frozenset("assume suppose provide grant".split())
WAITING = frozenset({"long", "soon"})  # "will help as soon as it pays": what comes then, if it does
INVERTED_CONDITIONS = frozenset({"had", "were", "should"})  # "had it known", "should it rain"
EVENTUALITIES = frozenset({"event", "case"})  # "in the event of"
CONDITIONS = frozenset("if unless whether lest provided providing supposing assuming".split())
RESULTS = frozenset("close end finish reach become settle".split())  # "fell to close at": what came of it, no purpose
# Who marches to demand a vote demands it by that: said by the deed itself, no purpose that may fail.
VOICING = frozenset("celebrate commemorate condemn demand denounce honor honour mark mourn protest".split())
# Rising and falling has results, no purposes: "rose to reach".
CHANGES = frozenset(
    """fall rise drop climb slip gain jump dive sink surge recover rebound grow increase decrease slide tumble plunge
    soar""".split()
)
SINGLED_OUT = frozenset("first second third last only next one latest few".split())  # "the first to leave" has left
ADJECTIVE_PREPOSITIONS = frozenset({"of", "about", "for", "on", "in"})
PENDING = frozenset("before until till once when".split())  # with a future main clause, it has not happened yet
OPEN_ENDED = frozenset({"until", "till", "once"})  # of these it is not even said that it is expected
ACCOMPANYING = PENDING | {"as", "while"}

# ------------------------------------------------------------------------------------------------ tense

# Governors whose infinitive lies ahead of them; with the others ("manage to", "fail to") it is at their own time.
PROSPECTIVE = frozenset("exclude plan want consider allow expect purpose ban question warn doubt future".split())
# Who breaks off before doing something has not done it: "died before finishing it", "left before reaching a deal".
BREAKING_OFF = frozenset(
    """abandon abort adjourn break call cancel collapse crash die disappear end expire fail flee halt leave quit resign
    retire stop suspend vanish withdraw""".split()
)
ACHIEVING = frozenset("achieve complete finish fulfil fulfill manage reach realise realize".split())
# Who defeats another to win something has won it: "beat Berg to win the title".
DEFEATING = frozenset("beat defeat edge outlast overcome overpower save score thrash".split())
WINNING = frozenset("advance beat book claim clinch earn lift move qualify reach retain seal secure take win".split())
# Who has no leave may still do it: "was not authorised to speak".
LEAVE = frozenset("authorise authorize clear empower entitle license qualify".split())
EXPECTING = frozenset({"expect", "hope", "want"})  # "we expected to see rain"
# Who tries does so then, whatever comes of it: "tried to sell it".
TRYING = frozenset({"attempt", "seek", "strive", "struggle", "try"})
# Of these "had" tells what was meant to be once: "had planned to leave".
MEANING_TO = frozenset("aim consider contemplate expect hope intend mean plan want wish".split())
# Participles that tell how things stand, whatever the clause around them tells of: "a firm based in Lund", "a moon
# orbiting a planet"; unless an adverb or the noun says that this is over.
STANDING = frozenset(
    """aged based bordered bordering centred comprising connecting consisting containing controlled costing
    dating dedicated depicting existing featuring headquartered housing inhabited known linking located lying
    measuring named nicknamed numbering orbiting overlooking owned owning populated related representing
    situated specialising specializing spanning surrounded surrounding totalling titled weighing""".split()
)
# So do these, but where the thing is yet to be made, it lies ahead: "plans to launch a scheme aimed at schools".
AIMED = frozenset({"aimed", "designed", "intended", "meant"})
NO_LONGER = frozenset("during earlier formerly former late once originally previously then".split())
HAPPENING = frozenset("happen occur begin start resume continue take follow proceed go come".split())
STARTING = frozenset("happen occur begin start resume take follow".split())  # "the flight will take off" lies ahead
# Of these the past tense looks like the present.
UNCHANGED = frozenset("bet cast cost cut hit hurt let put quit read set shed shut split spread thrust".split())
COPULAS = frozenset("be become remain seem appear stay look sound feel prove turn get go".split())
POLLS = frozenset("calculation estimate model poll simulation study survey".split())  # these tell what would be
SEEMING = frozenset({"appear", "seem"})  # with an adjective: "appeared weaker"
STATES = frozenset({"in", "on", "under", "at"})  # "is in talks", "is under attack"
BY_NOW = frozenset({"already", "currently", "presently", "still"})
FUTURE_WORDS = frozenset("tomorrow tonight soon shortly next later upcoming coming eventually".split())

# ------------------------------------------------------------------------------------------------ whose view

# What is said to hold in these need not hold: "in a scenario where".
# "Fines for firms that pollute", "firms that pollute must pay": whoever does so, if anybody does.
RULE_NOUNS = frozenset("ban fine jail penalty punishment sanction surcharge tax term".split())
BINDING = frozenset({"must", "shall", "should"})
HYPOTHETICAL = frozenset({"scenario", "case", "event", "world", "future", "hypothesis"})
FACTUAL_PREPOSITIONS = frozenset(
    {"after", "since", "despite", "for", "following", "upon"}
)  # "fined for dumping": it did
DONE_PREPOSITIONS = frozenset({"after", "since", "following"})  # "could miss the final after hurting his knee"
REJECTING = frozenset(
    "reject dismiss deny refute dispute rebut contradict debunk discredit disprove disavow repudiate".split()
)
CONFIRMING = frozenset("confirm verify prove corroborate substantiate".split())
FALSELY = frozenset("falsely wrongly erroneously mistakenly incorrectly inaccurately".split())
# What these say nobody vouches for, unless they have an owner: "claims that", but "his claim that".
CLAIM_NOUNS = frozenset("claim allegation accusation insinuation".split())
# Who explains how fish breathe takes for granted that they do.
EXPLAINING = frozenset(
    "ask elucidate enquire explain inquire learn question reveal show study understand wonder".split()
)
EVIDENCE_NOUNS = frozenset("evidence proof sign indication hint trace clue".split())
# "The day that she left" is no clause that a noun says.
SETTING_NOUNS = frozenset("day night week month year time moment way reason place".split())
# The author vouches for what these introduce: "confirmed that", "knows that".
FACTIVE_CUES = frozenset(
    """confirm know reveal admit acknowledge realize realise discover learn find show prove demonstrate disclose
    recognize recognise remember regret notice concede establish verify understand recall remind""".split()
)

# An adjective or adverb with its preposition: "came close to buying".
NEAR = frozenset({("close", "to"), ("near", "to")})
ADJECTIVE_PAIRS = {("guilty", "to"): "truth"}
# Passives by which nobody in particular tells something.
HEARSAY: dict[str, str] = {
    **dict.fromkeys("say report understand hear".split(), "hearsay"),
    **dict.fromkeys("allege claim rumour rumor suspect whisper".split(), "rumour"),
}

# ------------------------------------------------------------------------------------------------ quantifiers

BLOCKING_DETERMINERS = frozenset({"no", "few", "little", "neither", "fewer", "less"})
RARELY = frozenset({"rarely", "seldom", "infrequently"})
AT_MOST = frozenset({"fewer", "less", "most", "no", "only", "under"})  # "fewer than ten"
RESTRICTIVES = frozenset({"only", "hardly", "barely", "scarcely", "merely", "solely", "not", "exclusively"})
SHARED = frozenset({"only", "solely", "exclusively"})  # "only Ann and Bob" holds for both
FEW = frozenset({"few", "little", "fewer", "less"})
HARDLY = frozenset({"hardly", "barely", "scarcely"})
EXCEPT = frozenset({"bar", "barring", "except", "excepting", "excluding", "save"})  # "all members except Peru"
WHOLES = frozenset({"any", "all", "every", "each", "everyone"})
SHARES = frozenset({"percent", "cent", "%"})  # of which a number tells how much: "46 percent of"
PARTITIVES = frozenset(
    """none few half most some many several any both neither either one two three four five six seven eight nine ten
    eleven twelve dozens hundreds thousands third quarter part percent majority minority fraction handful all
    each""".split()
)
