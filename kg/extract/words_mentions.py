"""Word lists for mentions and coreference: English function words and general nouns, no logic, no domain."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# ------------------------------------------------------------------------------------------------ pronouns

MALE_PRONOUNS = _words("he him his himself")
FEMALE_PRONOUNS = _words("she her hers herself")
NEUTER_PRONOUNS = _words("it its itself")
PLURAL_PRONOUNS = _words("they them their theirs themselves")
FIRST_SINGULAR = _words("i me my mine myself")
FIRST_PLURAL = _words("we us our ours ourselves")
# Whose name these bear need not be spoken of: "she won the Erik Lund prize".
NAMED_AFTER = _words("""
    airport arena avenue award bridge building center centre chair college cup fellowship festival foundation fund
    hospital institute lecture library medal memorial museum park prize scholarship school square stadium street theater
    theatre trophy university
""")
SECOND_PERSON = _words("you your yours yourself yourselves")
REFLEXIVES = _words("himself herself itself themselves myself ourselves yourself yourselves")
RELATIVE_PRONOUNS = _words("who whom whose which that")
INDEFINITE_PRONOUNS = _words("""
    anybody anyone anything everybody everyone everything nobody none nothing somebody someone something what
    whatever whoever whomever whichever there one ones another other others each all both some any many few most
    several neither either much more less such
""")
# Those of them that a later "he", "she" or "they" can take up: "One said she had waited".
UNNAMED = _words("one another someone somebody anyone anybody everyone everybody others other many some several few")

KINDS = _words("class generation kind size sort type")  # "the oldest of its kind"
NOBODY = ("no one", "nobody", "none")

# ------------------------------------------------------------------------------------------------ determiners

DEFINITE = _words("the")
INDEFINITE = _words("""
    a an some another any certain several many numerous various multiple countless enough more much other
""")
DEMONSTRATIVE = _words("this that these those such")
NEGATIVE = _words("no neither none nor")
QUANTIFIERS = _words("""
    few fewer little less least most all each every both half either only hardly barely scarcely almost nearly
""")
# "a number of contractors" is about contractors: nouns that only say how many or which part.
TRANSPARENT = _words("""
    number group lot handful dozen dozens hundred hundreds thousand thousands million millions billion billions
    majority minority bulk rest range series variety couple pair score scores plenty multitude host array percentage
    proportion percent part parts half third quarter kind kinds type types sort sorts form forms amount amounts
    quantity quantities piece pieces bunch batch set total maximum minimum wave string spate flurry tens one
    ones some many most several few all each both any none two three four five six seven eight nine ten
    eleven twelve
""")
SHARES = _words("all half little most much none part some")  # "most of it" is of an amount or a thing
PARTITIVE_OF_PEOPLE = _words("member members group")

# ------------------------------------------------------------------------------------------------ titles

TITLES = _words("""
    mr mrs ms miss dr sir lord lady dame prof professor president vice-president premier chancellor minister
    secretary senator sen congressman congresswoman representative rep governor gov mayor king queen prince princess
    emperor pope cardinal archbishop bishop reverend rev father sister brother rabbi imam sheikh ayatollah general
    gen lieutenant lt colonel col major maj captain capt commander cmdr admiral adm sergeant sgt corporal cpl
    private pvt marshal brigadier brig spc pfc ssgt cmsgt ambassador envoy spokesman spokeswoman spokesperson
    chairman chairwoman chair chief director judge justice attorney prosecutor detective inspector officer constable
    sheriff coach leader activist author actor actress singer scientist analyst economist journalist student ceo cfo
    deputy vice former ex-president prime foreign defense defence interior home state first shadow acting assistant
    deputy-minister executive treasurer comptroller commissioner superintendent councillor councilman councilwoman
    alderman baron baroness viscount count countess archdeacon curator solicitor ombudsman registrar
""")
# Offices in short: the head, then the words that stand before it.
SPELLED_OUT = {"pm": ("minister", "prime"), "vp": ("president", "vice"), "mp": ("member", "parliament")}
ROLES = _words("""
    spokesman spokeswoman spokesperson secretary minister president director chief chairman official officials
    officer officers leader leaders member members ambassador commander general analyst lawyer student students
    staff employee employees
""")
HONORIFICS = _words("mr mrs ms miss dr sir lord lady dame prof mr. mrs. ms. dr. prof.")
STYLES = _words("sheikh sheik shaikh emir saint st st. father mother brother sister")  # parts of names, no offices
MALE_TITLES = _words("""
    mr mr. sir lord king prince pope father brother spokesman chairman congressman businessman actor emperor duke
""")
FEMALE_TITLES = _words("""
    mrs mrs. ms ms. miss lady dame queen princess sister spokeswoman chairwoman congresswoman businesswoman actress
    duchess
""")
SURE_TITLES = _words("mr mr. mrs mrs. ms ms. spokesman spokeswoman spokesperson")  # before nothing but somebody's name
OF_PEOPLES = ("ese", "sh", "ch", "ss")  # how demonyms end that stand for a whole people: "the Swiss"
NAME_SUFFIXES = _words("jr jr. sr sr. ii iii iv phd md")
COMPANY_SUFFIXES = _words("""
    inc inc. corp corp. corporation co co. company ltd ltd. limited llc plc ag gmbh sa s.a. nv n.v. se spa s.p.a. asa
    oyj kgaa holdings group industries technologies systems airlines airways motors partners bancorp pharmaceuticals
    aerospace biosciences biotech breweries electronics foods healthcare laboratories logistics pharma robotics
    securities semiconductor semiconductors shipyards therapeutics
""")
SMALL_WORDS = _words("of the and for in on to de la &")  # they have no letter in an acronym
VERSUS = _words("vs vs. versus v v.")  # "Lund v. Berg" is a case, not Lund
LISTING = _words("including like as namely")
LEGAL_FORMS = _words("""
    inc inc. corp corp. co co. ltd ltd. llc plc ag gmbh sa s.a. nv n.v. bv b.v. se spa s.p.a. ab asa oy oyj kgaa a/s
    s.r.l. srl pte sdn bhd tbk
""")
# Last words of names of bodies, though the noun alone is a place, a thing or an idea: "Sky News", "Home Office".
ORGANIZATION_WORDS = _words("""
    news times post herald gazette tribune journal daily press agency office council commission committee bureau
    department ministry authority association federation union league alliance coalition party movement front
    institute university college foundation trust fund service services administration court parliament congress
    senate army navy force forces police guard corps command brigade battalion division regiment squadron company
    group bank
""")
# Those of them that a company can end in: "Halden Group".
OF_COMPANIES = _words("alliance bank company group partners press services")
# What can follow a name without making it another one: "Taipei City".
# Last words of bodies that are called by their town, so that the town's name alone is the town's.
OF_TOWNS = _words("""
    council borough county city town district parish police constabulary university college school academy hospital
    clinic court prison jail airport station harbour harbor port museum gallery theatre theater cathedral united
    rovers wanderers athletic fc club sfc stadium arena times herald post gazette chronicle courier echo mail news
    observer star tribune journal festival marathon university's orchestra opera zoo library market bridge
""")
NAME_KIND_WORDS = _words("city province county republic party group")

# ------------------------------------------------------------------------------------------------ gender, animacy

MALE_NOUNS = _words("""
    man boy father son brother husband uncle nephew grandfather grandson king prince gentleman guy actor waiter
    spokesman chairman businessman policeman fireman congressman salesman sportsman gunman monk priest abbot bishop pope
    duke emperor lord boyfriend widower stepfather
""")
FEMALE_NOUNS = _words("""
    woman girl mother daughter sister wife aunt niece grandmother granddaughter queen princess lady actress waitress
    spokeswoman chairwoman businesswoman policewoman congresswoman nun duchess empress girlfriend widow stepmother
""")
PERSON_NOUNS = _words("""
    person people child baby teenager teen youth adult individual citizen resident civilian human victim survivor
    witness suspect official officer minister president secretary senator governor mayor ambassador diplomat envoy
    spokesperson leader chief head director manager executive boss chairperson chair founder owner employee worker
    staffer aide adviser advisor analyst expert scientist researcher professor teacher student pupil graduate doctor
    nurse patient client lawyer attorney judge prosecutor detective inspector policeman soldier commander general
    colonel captain lieutenant sergeant major admiral marine pilot sailor veteran recruit conscript fighter militant
    rebel insurgent terrorist gunman hostage prisoner refugee migrant immigrant driver passenger journalist reporter
    editor author writer poet artist singer musician actor producer athlete player coach candidate voter lawmaker
    legislator politician parliamentarian congressman representative member delegate activist protester demonstrator
    critic supporter opponent ally contractor engineer technician mechanic farmer fisherman businessman investor
    trader banker economist customer consumer user visitor tourist guest neighbor neighbour friend colleague partner
    relative amateur lad lass newcomer
    parent spouse couple twin orphan bishop abbot priest pope imam monk king queen prince princess criminal thief
    killer murderer attacker hacker assassin spy agent inmate defendant plaintiff juror bystander onlooker observer
    insider source negotiator mediator organiser organizer inventor designer architect chancellor premier deputy
    counterpart successor predecessor surgeon physician dentist midwife paediatrician pediatrician psychologist
    psychiatrist biologist
    physicist chemist historian sociologist novelist playwright essayist composer conductor violinist pianist guitarist
    dancer choreographer comedian painter sculptor photographer filmmaker footballer striker goalkeeper midfielder
    defender winger substitute sprinter cyclist swimmer runner boxer golfer cricketer wrestler gymnast skier skater
    sailor rower jockey laureate medallist medalist champion billionaire millionaire tycoon entrepreneur financier
    philanthropist cleric preacher pensioner retiree widower fugitive detainee convict novice grandmaster astronaut
    magistrate predecessor volunteer rescuer firefighter paramedic instructor trainer trainee crewman crew troop
    troops personnel staff public crowd police family population community team jury panel audience hawk policymaker
    reader Muslim Christian man woman boy girl father mother son daughter brother sister husband wife uncle aunt
    year-old
""")
GROUP_NOUNS = _words("""
    government administration company firm corporation agency ministry department organization organisation group
    team army navy police military force council committee commission court parliament congress senate party union
    bank university school college hospital church club band family community press media board panel staff crew
    public alliance coalition regime cabinet authority bureau office airline manufacturer maker carrier operator
    publisher newspaper network broadcaster station service institute association federation league society
    foundation charity movement militia unit brigade battalion division regiment squadron fleet command nation
    country state city town village region province district world opposition leadership delegation embassy pair
    couple majority minority population audience crowd jury electorate generation industry dealership brewery bakery
    retailer insurer
""")
# One or several by the same word: "the aircraft … They".
INVARIANT_NOUNS = _words("aircraft spacecraft hovercraft craft series species sheep fish offspring crossroads")
# What nobody does to their own: "seized its servers, but it went on" is about somebody else's.
DONE_TO_OTHERS = _words("seize raid confiscate impound sue fine punish ban outlaw bomb shell storm attack hack arrest")
# Nor do they turn down or go into their own: "said the ministry had ignored its warnings", "intruded into its waters".
ENTERING = _words("intrude trespass")
NOT_DONE_TO_OWN = ENTERING | _words("disregard heed ignore invade overlook violate")
PLURAL_NOUNS = _words("police people personnel troops staff crew media cattle clergy")
# In "the official" or "the plan" these say nothing about which one: never the only reason to join two mentions.
TIME_NOUNS = _words("""
    second minute hour day night morning afternoon evening week weekend month quarter year decade century season
    spring summer autumn fall winter time moment period today yesterday tomorrow tonight monday tuesday wednesday
    thursday friday saturday sunday january february march april may june july august september october november
    december date midnight noon
""")
TIME_ZONES = _words("gmt utc est edt cst cdt mst mdt pst pdt bst cet cest eet eest ist jst hkt aest aedt z")
PLACE_NOUNS = _words("""
    country nation state city town village region province district county area island continent capital territory
    site place zone neighborhood neighbourhood border coast river lake sea ocean mountain street road building house
    home airport port station base camp park hospital school headquarters office facility plant factory prison
""")

# ------------------------------------------------------------------------------------------------ pleonastic "it"

# "it seems that", "it rained"
IMPERSONAL_VERBS = _words("seem appear happen rain snow hail thunder turn emerge transpire follow matter take")
SEEMING = _words("feel look sound")  # "“It sounded like rain,” he said"
WEATHER_VERBS = _words("rain snow hail thunder")
AMBIENT_ADJECTIVES = _words("early late dark hot cold warm sunny")
# "it is likely that", "it is hoped that", "makes it clear that"
IMPERSONAL_ADJECTIVES = _words("""
    likely unlikely possible impossible probable clear unclear obvious evident apparent certain uncertain true
    important essential vital necessary unnecessary difficult hard easy tough good bad better best nice great sad
    unfortunate fortunate surprising unsurprising strange odd natural normal common rare unusual typical worth
    useful useless early late time critical crucial imperative desirable advisable appropriate reasonable fair
    unfair right wrong legal illegal dark hot cold warm sunny safe dangerous premature doubtful inevitable plausible
    conceivable noteworthy soon
""")
CLAUSE_TAKING_PARTICIPLES = _words("""
    say report believe think know expect hope fear suggest argue claim assume estimate allege announce reveal
    understand confirm rumor note recommend feel decide agree find show see hold consider learn discover mean
""")
IT_CLAUSE_VERBS = _words("make find think consider deem believe")

# ------------------------------------------------------------------------------------------------ modifiers

# Adjectives that say which class, not how: "nuclear weapons" are another class than "new weapons".
CLASSIFYING_ADJECTIVES = _words("""
    military nuclear chemical biological ballistic strategic tactical naval aerial armed armored armoured amphibious
    unmanned civil civilian federal national international regional local municipal state public private foreign
    domestic internal external economic financial fiscal monetary commercial industrial agricultural medical legal
    judicial constitutional criminal political presidential parliamentary congressional electoral democratic
    diplomatic religious orthodox catholic muslim islamic christian jewish social cultural ethnic tribal academic
    scientific technical technological digital electronic electric electrical solar atomic thermal environmental
    humanitarian global european asian african transatlantic royal imperial colonial communist socialist liberal
    conservative republican prime chief secret special anti-aircraft anti-tank long-range short-range medium-range
    surface-to-air air-to-air joint supreme central natural human sexual maritime coastal antitrust residential
    governmental ministerial provincial territorial penal prenatal mental physical musical olympic postal rural
    urban
""")
# Adjectives that count or point and say nothing of what the thing is.
POINTING = _words("""
    other such same own many several few various certain numerous multiple more most much little last next previous
    following past latter above whole entire very only particular respective said countless further another enough
    different
""")
# Prepositions of the phrases that a noun is called with: "ban on exports", "talks with Iran".
COMPLETING = _words("of for on against to about over with between from")
# These are so in something: "partner in government".
TAKING_IN = _words("ally expert partner pioneer rival specialist")
# A former judge is no judge, and the acting minister is not the minister: they stay a part of what a noun denotes.
CHANGING = _words("""
    former then ex one-time onetime erstwhile acting interim caretaker deputy vice shadow honorary would-be alleged
    suspected fake so-called future incoming outgoing potential prospective proposed planned retired
""")
ORDINALS = _words("""
    first second third fourth fifth sixth seventh eighth ninth tenth last latter former next previous following
""")
# "The young", "the wounded": adjectives that denote people; "the best" and "the full" denote nothing alone.
PEOPLE_ADJECTIVES = _words("""
    young old elderly aged poor rich wealthy wounded injured sick ill dead deceased living unemployed jobless homeless
    disabled blind deaf vulnerable innocent guilty accused missing displaced needy hungry faithful powerful
""")
# Abstract nouns that take up what the clause before said: "the move", "this decision".
CLAUSE_NOUNS = _words("""
    move decision step measure change shift plan proposal announcement statement incident event attack action policy
    development report news strategy approach agreement deal crisis issue problem situation process idea claim
""")

# As predicates these say nothing without their adjective: "is a decisive step", "was a bad sign".
EMPTY_PREDICATIVES = _words("""
    blow boost choice day decline drop factor fall gain gesture increase instance level loss man matter milestone moment
    part person place point point position result rise role sign signal success task thing time victory way woman year
""")

# ------------------------------------------------------------------------------------------------ relational nouns

# Nouns that say nothing without what follows them: "a state of emergency", "the value of the bonds", "leaders of".
RELATIONAL_NOUNS = _words("""
    act allegation amount area author beginning benefit case cause center centre chair chairman charge chief cause
    consequence content cost count course creator critic death delay depth director edge effect end establishment extent
    fact family feature founder future goal governor hand head height history idea image impact issue journalist kind
    lack leader leadership leg length level limit line list loss maker market mayor mean member memory method minister
    motion name news object outcome owner package pair part party peak period place plan point policy position
    possibility power practice presence president price principle problem process promise prospect question rate reason
    record relative report representative resident resistance result right risk role sale scene secretary sense series
    shape shortage side sign site size source speaker speed stage standard state statement step stock strength style
    subject suggestion supply supporter survivor suspicion system talk term theory threat time top trace tradition
    treatment type use user value version victim view volume warning wave way wife window word worth
""")
# Of these it may follow with "in": "shares in Norvik", "a rise in prices".
RELATIONAL_IN = _words("""
    change confidence cut decline decrease delay drop fall gain growth hike increase interest investment jump loss
    reduction rise share slump stake surge trust
""")

# ------------------------------------------------------------------------------------------------ agents

# Who does so speaks for the body that it is done for: "who works at the ministry".
BELONGING = _words("chair direct found head lead manage own represent run serve work")
# "The victim was identified as Ann Lee."
IDENTIFIED = ("identified", "named")
# What only people, states and organizations do: "it seeks" is no plan's "it".
AGENTIVE_VERBS = _words("""
    say announce seek plan want hope believe decide try attempt agree refuse ask call urge warn deny claim expect
    launch buy sell hire sign propose reject accuse vow pledge promise order demand insist know think fear aim
    intend vote declare deploy invade attack defend negotiate apologize apologise comment respond reply acknowledge
    admit argue condemn criticize criticise invite pay acquire invest employ recruit arrest sue appeal wish choose
    prefer own cooperate co-operate study consider review investigate examine assess monitor suspend discuss consult
    regret welcome
""")
# What only they feel and know: "it was disappointed".
MINDS = _words("""
    afraid angry annoyed anxious appalled ashamed aware baffled cautious committed concerned confident
    convinced delighted determined devastated disappointed dismayed eager frustrated furious glad grateful happy
    hopeful horrified impatient keen optimistic outraged pessimistic pleased proud puzzled reluctant
    relieved sad saddened satisfied sceptical skeptical shocked sorry surprised thankful unaware unhappy unwilling
    upset wary willing worried
""")
# What a thing rather than a body does: "the bureau said it could weaken" is about a storm.
DONE_BY_THINGS = _words("""
    affect break burst cause collapse consist contain cost crash damage deepen deter discourage drift encourage endanger
    erupt evaporate expire explode flood fuel harm hurt injure intensify kill last leak melt occur overheat regain
    result rot rust sink spark spread stem strengthen swell threaten trigger undermine vanish weaken weigh
""")
DYING = _words("die drown starve suffocate")
HAPPENING = _words("happen occur")  # what people and bodies do not
# Who does so tells what the other one is or did: "rejected the plan, saying it", "recalled the car because it".
JUDGING = _words("""
    applaud back ban blame block cancel commend condemn criticise criticize decry defend denounce deplore dismiss
    endorse fault halt hail laud mock oppose postpone praise recall reject ridicule scrap slam suspend support welcome
    withdraw
""")
# Who speaks for what they are the head, or an officer, of.
SPEAKING_FOR = _words("""
    adviser ambassador boss captain chair chairman chairwoman chief co-founder coach commander commissioner dean
    director editor envoy executive founder general governor head leader manager mayor member minister officer official
    organiser organizer owner partner premier president principal rector representative secretary spokesman spokesperson
    spokeswoman superintendent treasurer
""")
# "Said in a letter": what words are put in, and never who they are about.
HOLDING_WORDS = _words("""
    account announcement blog brief broadcast bulletin circular column comment communique document editorial email
    e-mail essay filing interview letter memo memorandum message note notice post press release report speech
    statement submission testimony text tweet video
""")
GOVERNING = _words("administration cabinet government ministry state")
SUBNATIONAL = _words("city county district local municipal provincial regional town village")  # not the state's
HELD_OFFICES = _words("department minister ministry secretary undersecretary")
QUOTED = _words("figure level price rate yield")  # what a market gives anew each day
OFFICES = _words("chancellor minister premier president secretary")  # who speaks for these
SOME = _words("few many not other others several some")
# "Some analysts doubted it": one of them is quoted next.
OPINING = JUDGING | _words("argue be complain deny disagree doubt fear say question resist warn worry")
# What is done to things and never to a body of people: "they signed it".
DONE_TO_THINGS = _words("""
    assemble bake boil carry cook deliver download draft drink drive eat fix install paint post print publish ratify
    read receive release repair send sign spend store swallow test throw translate use vote wear weigh withdraw write
""")
USED = _words("fix install print publish read repair use write")  # "them" are no people here, either
JUDGES = _words("judge justice magistrate prosecutor")  # "Judge Ann Lee said she" is hardly of the judge
LAWYERS = _words("advocate attorney barrister counsel lawyer solicitor")
TEAMS = _words("author researcher scientist team")  # who did a study
AUTHORS = _words("author co-author")
# What is done to the same one, again and again: "accused Lund, but the court acquitted her".
TRIED = _words("""
    accuse acquit apprehend arrest arraign charge clear convict deport detain exonerate extradite fine free imprison
    indict interrogate jail pardon prosecute question release sentence sue suspect try
""")
# Why it was done is what the one that it was done to did, unless it tells what came to be known.
CATCHING = _words("board chase detain divert escort ground halt impound intercept rescue seize shadow stop tow track")
NOTICING = _words("detect discover find get hear learn lose notice receive see spot")
BLAMED = _words("accuse blame fine sue")  # only who acts is
CHARGED_WITH = _words("of from for")  # "accused Lund of stealing it": Lund would have stolen
# "The jet has two tanks, giving it a long range": that it has them gives it the range.
BRINGING_ABOUT = _words("allow bring cause enable force give help leave let make put render")
BRINGING_INTO_BEING = _words("build create draft found form hold issue launch make open place set sign start write")
DIRECTIONS = _words("north south east west northeast northwest southeast southwest outside kilometre kilometer mile")
LOCATIVE = _words("in at from near outside around across towards toward to into via")
ADDED = _words("added adds continued continues")  # who says more is who spoke before
# What only they have: "its troops".
POSSESSED_BY_AGENTS = _words("""
    troops soldiers army navy forces government president minister officials leaders leader citizens people
    population allies partners members staff employees workers customers clients shareholders executives chairman
    spokesman spokeswoman spokesperson director chief ceo intentions decision plans aims goals allegations rivals
    competitors
""")

# ------------------------------------------------------------------------------------------------ amounts

# What is counted in these is an amount and no group of things: "340 points", "two miles".
MEASURES = _words("""
    point points percent percentage acre acres barrel barrels bushel bushels carat carats cent cents degree degrees
    dollar dollars euro euros foot feet gallon gallons gram grams gramme grammes hectare hectares hour hours inch
    inches kilogram kilograms kilogramme kilogrammes kilometer kilometers kilometre kilometres knot knots litre
    litres liter liters megawatt megawatts meter meters metre metres mile miles million billion minute minutes month
    months ounce ounces pound pounds rouble roubles ruble rubles second seconds ton tons tonne tonnes watt watts
    week weeks yard yards yen yuan year years day days
""")
NUMBERED = _words("category magnitude")  # their number says which one is meant: "a 9.0 magnitude earthquake"
TIME_DETERMINERS = _words("last next this past coming previous following")  # before "autumn" or "week": when
