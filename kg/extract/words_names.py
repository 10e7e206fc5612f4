"""Word lists for what a name is: words beside it that only people, or only bodies of people, have or do."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What bodies of people have, never one person: "Acme shares", "Acme's chairman", "the board of Acme".
OF_BODIES = _words("""
    ceo cfo coo chairman chairwoman chairperson founder co-founder cofounder shareholder shareholders shares stock
    subsidiary subsidiaries employee employees executive executives spokesman spokeswoman spokesperson
    director directors coach captain goalkeeper striker midfielder quarterback batsman bowler winger analyst analysts
    economist customers subscribers
""")
# The first of two words for such a role: "Acme chief executive Ann Lee", "Acme general secretary Bob Lee".
BEFORE_ROLE = _words("chief general finance managing vice deputy")
ROLE_OF_TWO_WORDS = _words("executive secretary manager director chairman chief")
# "the board of Acme", "a merger with Acme": what links the noun to the body.
LINKS = _words("of in with")
DEALT_WITH = _words("merger takeover acquisition merge")
# What somebody has: "Lund's wife".
OF_PEOPLE = _words("""
    wife husband widow widower mother father son daughter brother sister parents uncle aunt nephew niece grandmother
    grandfather grandson granddaughter fiancee fiance girlfriend boyfriend childhood funeral birthday autopsy
""")
PARTICLES = _words("van von de der den di da del della du dos la le el al ter ten")  # "Van Lunden" is no van
FOUNDED = _words("found headquarter list incorporate")  # "Acme, founded in 1988"
BORN = _words("bear age")  # "Lund, born in Oslo"
# What companies do and places do not.
BUSINESS_VERBS = _words("hire employ manufacture acquire merge rebrand restructure recruit")
LOCATIVES = _words("in near outside across throughout around")  # "near Tuscany"
# In capitals at the start of a sentence or a caption no part of a name: "Near Palmyra", "After Oslo".
FIRST_WORDS = _words("near in at on after before from for with by as since until during under over between behind")
# In capitals at the start of a sentence: "Rival Fonterra", "Carmaker Acme".
BEFORE_NAMES = _words("""
    rival carmaker automaker chipmaker drugmaker planemaker airline retailer lender insurer broadcaster newspaper
    striker midfielder defender substitute goalkeeper batsman bowler winger analyst economist lawmaker investor
    parent partner veteran newcomer favourite favorite debutant skipper playmaker incumbent compatriot teenager
    underdog
""")
# Every state has one, and a state may be part of another: an agency named before is not what "the government" means.
OF_STATES = _words("government administration state cabinet regime")
TO_PLACES = _words("in to from into near across throughout outside inside around through between within via")
MONEY_SIGNS = frozenset("$€£¥")
# "Alba-les-Bains", "Norton-upon-Rell", "Oberau-am-See".
JOINERS_OF_PLACES = _words("les lès lez sur sous en la le upon on by under in am an der")
# What a minister is minister of, which the tagger takes for a body: "Education Minister Ann Lee".
PORTFOLIOS = _words("""
    agriculture commerce culture defence defense development economy education employment energy environment finance
    fisheries foreign health home housing immigration industry infrastructure interior justice labor labour planning
    science security sport sports technology tourism trade transport transportation treasury welfare
""")
# Small words that hold names of other languages together: "Banco do Brasil", "Institut für Technik", "bin Khalid".
LINKERS = _words("""
    aan af al av bin bint bis d' da das de degli dei del della delle dem den der des di do dos du e ed el es et fra für
    ibn l' la las le les lo los och og op sur sous ter un und van vom von y zu zum zur
""")
# Behind these a word in small letters may stand: "des enseignants du Québec".
OPENERS = _words("da das de dei del della der des do dos du für la las les los vom von zur zum")
# What bodies are for, and no body itself: "the Ethics and Anti-Doping Commission" is one.
TOPICS = PORTFOLIOS | _words("""
    aviation boundaries communications competition consumer customs drug drugs elections equality ethics food forestry
    fraud gender graft heritage inclusion integrity land maritime media medicines minerals mines peace population
    railways reconciliation revenue rights roads safety standards tax truth veterans water welfare wildlife women youth
""")
# The last words of such bodies.
BODIES_FOR = _words("""
    administration agency association authority board bureau commission committee council department directorate forum
    foundation fund inspectorate institute ministry office secretariat service society tribunal trust union
""")
# Whose bodies are called after them, beside those whom roles and trades name: "the Miners' Union", "Girls' School".
MEMBERS = _words("""
    actors artists bakers bankers boys builders children consumers dockers drivers elders employees employers farmers
    fishers gentlemen girls growers journalists ladies landlords lawyers manufacturers men merchants miners mothers
    musicians nurses owners parents people pilots players producers railwaymen rangers sailors screen seafarers students
    taxpayers teachers tenants traders veterans voters widows women workers writers youth
""")
# The last words of such bodies.
BODIES_OF = BODIES_FOR | _words("""
    academy alliance army assembly brigade club college confederation congress court federation group guild hall home
    hospital league movement museum network orchestra organisation organization parliament party prize school shelter
    syndicate
""")
# Things of which there are many, so that a number behind says which: "Highway 7A", "Terminal 2".
NUMBERED_PLACES = _words("""
    airway autobahn autoroute berth bridge canal dock exit expressway freeway gate hangar highway interstate mine
    motorway pier quay reactor road route runway shaft street terminal tower tunnel warehouse well
""")
NUMBERED = NUMBERED_PLACES | _words("""
    battery block boundary building channel hospital hut lane line lock pad parcel plant platform plot pump room school
    sector shed site station track turbine unit ward zone
""")
