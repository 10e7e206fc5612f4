"""Word lists for nouns that say what verbs say: general English, no logic, no domain."""

from __future__ import annotations

from collections.abc import Mapping


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _pairs(text: str) -> dict[str, str]:
    return dict(pair.split("/") for pair in text.split())


# ------------------------------------------------------------------------------------------------ nouns for verbs

# Noun / verb. What the deed is done to follows with "of" ("the invasion of Ukraine", "purchases of gas").
OBJECT_AFTER_OF = _pairs(
    """
    abandonment/abandon abduction/abduct abolition/abolish acceptance/accept accumulation/accumulate
    acquisition/acquire adoption/adopt analysis/analyze annexation/annex announcement/announce appointment/appoint
    approval/approve arrest/arrest assassination/assassinate assembly/assemble assessment/assess
    authorization/authorize blockade/blockade bombardment/bombard bombing/bomb cancellation/cancel capture/capture
    closure/close completion/complete condemnation/condemn confirmation/confirm
    confiscation/confiscate conquest/conquer conscription/conscript consideration/consider construction/construct
    consumption/consume control/control creation/create cultivation/cultivate defeat/defeat defense/defend
    defence/defend delivery/deliver demolition/demolish denial/deny deployment/deploy deportation/deport
    description/describe design/design destruction/destroy detection/detect detention/detain development/develop
    disclosure/disclose discovery/discover dismantling/dismantle dismissal/dismiss disruption/disrupt
    distribution/distribute donation/donate downing/down elimination/eliminate endorsement/endorse
    enforcement/enforce enlargement/enlarge enrichment/enrich establishment/establish evacuation/evacuate
    evaluation/evaluate examination/examine execution/execute expansion/expand exploitation/exploit
    exploration/explore export/export expulsion/expel extension/extend extradition/extradite firing/fire
    formation/form fulfillment/fulfill funding/fund handling/handle hiring/hire hosting/host identification/identify
    implementation/implement import/import imposition/impose imprisonment/imprison improvement/improve
    inclusion/include indictment/indict inspection/inspect installation/install integration/integrate
    interception/intercept interpretation/interpret introduction/introduce invasion/invade investigation/investigate
    killing/kill launch/launch leadership/lead liberation/liberate loan/lend loss/lose maintenance/maintain
    making/make management/manage manufacture/manufacture modernization/modernize monitoring/monitor murder/murder
    nomination/nominate occupation/occupy operation/operate ownership/own overhaul/overhaul oversight/oversee
    persecution/persecute placement/place poisoning/poison possession/possess preparation/prepare
    presentation/present preservation/preserve prevention/prevent privatization/privatize procurement/procure
    production/produce promotion/promote prosecution/prosecute protection/protect provision/provide
    publication/publish purchase/purchase pursuit/pursue ratification/ratify recognition/recognize
    reconstruction/reconstruct recruitment/recruit reduction/reduce refurbishment/refurbish refusal/refuse
    regulation/regulate rejection/reject release/release relocation/relocate removal/remove renewal/renew
    renovation/renovate repair/repair replacement/replace rescue/rescue resolution/resolve restoration/restore
    restriction/restrict resumption/resume review/review sacking/sack sale/sell scrapping/scrap seizure/seize
    selection/select servicing/service shelling/shell shipment/ship sinking/sink smuggling/smuggle storage/store
    suppression/suppress surveillance/survey suspension/suspend takeover/take_over termination/terminate
    testing/test torture/torture training/train transfer/transfer translation/translate transport/transport
    transportation/transport treatment/treat upgrade/upgrade upkeep/maintain use/use usage/use violation/violate
    withdrawal/withdraw
    """
)
# With "of" stands who or what does it: "the arrival of the troops".
SUBJECT_AFTER_OF = _pairs(
    """
    advance/advance appearance/appear arrival/arrive collapse/collapse crash/crash death/die decline/decline
    departure/depart disappearance/disappear emergence/emerge escape/escape eruption/erupt existence/exist
    explosion/explode fall/fall growth/grow outbreak/break_out resignation/resign retirement/retire retreat/retreat
    return/return rise/rise surrender/surrender
    """
)
# Noun / verb / prepositions that lead to what the deed is done to, besides "of" for the nouns above.
OBJECT_AFTER_OTHERS: Mapping[str, tuple[str, frozenset[str]]] = {
    noun: (verb, frozenset(prepositions.split(",")))
    for noun, verb, prepositions in (
        line.split("/")
        for line in """
            aid/aid/to,for appeal/appeal/to assault/assault/on,against assistance/assist/to,for
            attack/attack/on,against backing/back/for,of ban/ban/on,of boycott/boycott/of,on coverage/cover/of
            criticism/criticize/of discussion/discuss/of,on,about help/help/to,for influence/influence/on,over
            investigation/investigate/of,into investment/invest_in/in invitation/invite/to,of
            maintenance/maintain/of,for,on opposition/oppose/to,of overhaul/overhaul/of,for praise/praise/for,of
            protection/protect/of,for raid/raid/on refurbishment/refurbish/of,for repair/repair/of,for,on,to
            resistance/resist/to,against sanction/sanction/on,against servicing/service/of,for
            strike/strike/on,against support/support/for,of,to threat/threaten/to,against training/train/of,for
            upgrade/upgrade/of,to,for upkeep/maintain/of,for victory/defeat/over visit/visit/to,of warning/warn/to
            control/control/of,over inspection/inspect/of research/research/into,on review/review/of
            """.split()
    )
}

# Verbs that lend a noun its subject and tense: to carry out repairs is to repair.
LIGHT_VERBS = _words(
    """
    carry_out conduct do execute give handle launch make mount offer perform provide run stage supply take_on
    take_over undertake
    """
)
# Whose subject does the deed named after "with" or "in": "help Ukraine with the maintenance of jets".
HELPING_VERBS = _words("aid assist help support")
BARE_HELPING_VERBS = _words("help")  # these take a bare infinitive: "help Ann repair it"
# Work that is done together: who helps with it does a part of it, as who helps somebody fight, win or pay does not.
SHARED_DEEDS = _words(
    """
    assemble build clean construct deliver demine design develop dig evacuate equip install investigate maintain
    manage manufacture organise organize overhaul plan prepare produce rebuild refit refurbish renovate repair
    replace rescue restore run search service staff supply teach test train translate transport upgrade vaccinate
    """
)
HELPING_PREPOSITIONS = _words("with in by")

# ------------------------------------------------------------------------------------------------ participles

# "U.S.-provided", "Dutch-built": the first half is who did it.
AGENT_PARTICIPLES = _pairs(
    """
    administered/administer appointed/appoint approved/approve armed/arm assembled/assemble backed/back
    brokered/broker built/build chaired/chair commanded/command commissioned/commission controlled/control
    delivered/deliver designed/design developed/develop donated/donate drafted/draft equipped/equip financed/finance
    funded/fund founded/found held/hold hosted/host imposed/impose initiated/initiate installed/install
    invented/invent issued/issue led/lead made/make manufactured/manufacture mediated/mediate occupied/occupy
    operated/operate organised/organise organized/organize owned/own piloted/pilot produced/produce proposed/propose
    provided/provide ruled/rule run/run sanctioned/sanction sent/send sold/sell sponsored/sponsor supplied/supply
    supported/support trained/train written/write
    """
)
# A noun before the hyphen that is no agent: "custom-built", "well-made", "locally-led", "ill-equipped".
NO_AGENTS = _words(
    """
    custom purpose hand home well ill newly self half pre re non co over under out poorly locally jointly specially
    tailor first second third fully highly long short so much better best privately publicly part full strong ready
    lately duly fresh freshly man machine all widely heavily still once to-be then
    """
)

# ------------------------------------------------------------------------------------------------ lists of members

# Adverbs that pick members out of what was just named: "several states, notably Ohio".
SINGLING_OUT = _words("especially mainly mostly notably particularly primarily chiefly")

# Nouns for many things that look like one.
INVARIABLE = _words(
    """
    aircraft ammunition armor armour artillery cattle clothing craft equipment fish fruit furniture gear hardware
    infrastructure livestock machinery media merchandise people personnel police software spacecraft species staff
    transport weaponry wildlife
    """
)

# ------------------------------------------------------------------------------------------------ roles

# What a whole clause is called in an apposition behind it: "spoke with his colleague, the first call in a year".
EVENT_NOUNS = _words(
    """
    accusation admission allegation assertion blow boost call change charge comment complaint compromise concession
    contrast decline decrease defeat demand departure drop effort fall feat finding first gain gesture guess hint
    increase jump loss meeting milestone move offer order pledge process promise prospect reason rebuke record refusal
    remark request response result reversal rise setback shift shock sign signal slump stance step surge talk threat
    trend trip turn verdict victory view visit vow warning win
    """
)

# These only happen: behind a comma they tell what a clause comes to, and of no person, place or thing what it is:
# "recalled its envoy, the sharpest dispute in years".
HAPPENINGS = _words(
    """
    abduction acquisition advance annexation arrest arrival assassination assault attack backlash ban blockade
    bombardment bombing boycott breach breakthrough cancellation clash closure collapse condemnation confiscation
    confrontation conquest crackdown crisis demolition departure deportation destruction detention disappearance
    disclosure dismissal dispute eruption escalation escape evacuation execution explosion expulsion extradition feud
    firing imposition imprisonment incident indictment invasion invitation killing murder outbreak outcome poisoning
    prosecution protest purchase quarrel raid ratification rejection removal rescue resignation resumption retirement
    retreat return rift row sacking sale scandal seizure shelling shutdown sinking spat standoff stoppage strike
    surrender suspension takeover termination violation walkout watershed withdrawal
    """
)

# Offices that one holds of a country or body: "Russian President X" is President of Russia.
OFFICES = _words(
    """
    ambassador analyst captain ceo cfo chair chairman chairwoman chancellor chief co-founder commander coach director
    economist editor emperor envoy executive founder general governor king leader manager mayor minister monarch
    official premier president prince princess queen representative secretary senator speaker spokesman spokesperson
    spokeswoman
    """
)

# Of these "Danish" tells where somebody comes from: a Danish director is nobody's director of Denmark.
OF_NO_PEOPLE = _words(
    """
    analyst ceo cfo chair chairman chairwoman coach co-founder director economist editor executive founder
    manager official representative
    """
)
# What somebody is given, and is not: "gave the singer Ann Lund, the medal".
GIFTS = _words(
    """
    award bonus book car degree flat fund grant house honour honor job loan medal money pension place prize reward
    role salary title trophy
    """
)
# Nouns that a possessor stands to in another way than by having them.
NO_POSSESSIONS = (
    _words(
        """
    behalf case day end example favor favour hour kind lot minute month morning name night part place point sake
    second side sort time today tonight view way week year yesterday worth counterpart
    """
    )
    | frozenset(OBJECT_AFTER_OF)
    | frozenset(SUBJECT_AFTER_OF)
    | frozenset(OBJECT_AFTER_OTHERS)
)

# First words of prepositions of two: "due to" is no "to".
PREPOSITION_STARTS = _words(
    "accord ahead apart aside because close contrary due instead next prior relative subject thank"
)

# Verbs with a gerund that says what it is about: "consider allowing", "begin repairing".
TAKE_DEEDS = _words("begin consider continue contemplate discuss keep propose resume start suggest")

# With an object these say what befalls it, without one what befalls who does it: "led Ann to the cup", "led to it".
BOTH_WAYS = _words(
    """
    break change drive drop enter extend fly grow join lead march move open pass pull push return roll run sail
    sell shift sink slide spread stretch swing turn walk withdraw
    """
)

# Lead to when something is.
TO_A_DATE = _words("after at before between by during for from in on since through throughout until within")

# Of whoever somebody buys a thing from it is told that they sell it.
BUYING = _words("acquire buy purchase")

# Verb / participle: who does it moves the object.
MOVING = _pairs(
    """
    airlift/airlifted bring/brought carry/carried deliver/delivered deploy/deployed deport/deported dispatch/dispatched
    drive/driven evacuate/evacuated export/exported ferry/ferried fly/flown haul/hauled move/moved relocate/relocated
    return/returned send/sent ship/shipped smuggle/smuggled take/taken tow/towed transfer/transferred
    transport/transported truck/trucked
    """
)

# Adjectives after "be" whose infinitive is another predicate: "be due to fly".
PREDICATIVES = _words(
    "able about apt bound due eager free keen likely ready reluctant set sure unable unlikely willing"
)

# Nouns for persons that bodies are called by as well: "its owner, the company Acme".
BODIES_TOO = _words(
    """
    owner founder leader employer victim witness adviser advisor survivor winner partner opponent participant member
    head rival suspect people person individual carer provider
    """
)
# Whose child or spouse somebody is; said of no place.
KIN = _words(
    """
    son daughter child wife husband widow widower mother father brother sister uncle aunt nephew niece cousin grandson
    granddaughter grandmother grandfather
    """
)
WHERE = _words("in at near outside")

# Whoever does this moves nothing: "the use of letters from a bank" is about letters from a bank.
MOVING_NOTHING = _words("analyse analyze cite examine know quote read review see study use")
