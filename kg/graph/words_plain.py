"""Words that keep a statement from being plain, and nouns that stand for nothing alone; no word of any domain."""

from __future__ import annotations

# "Each company must report": a rule about whatever there is, no fact about one thing.
UNIVERSAL = frozenset({"any", "each", "every", "either", "whatever", "whichever", "whoever"})

# Parts of a word or words before a noun that change what it denotes; a label that has lost them says another thing.
CHANGING = frozenset(
    """anti non ex sub pro quasi pseudo former shadow deputy acting fake alleged would-be so-called purported potential
    proposed assistant vice interim honorary other another next previous""".split()
)

# Before what somebody was: "Ann Lee, then a judge", "Acme, once the biggest brewer".
NO_MORE = frozenset("earlier formerly once previously then".split())

# What a minister is minister of: no country and no body, and nothing to hold an office in.
PORTFOLIOS = frozenset(
    """affairs agriculture commerce culture defence defense economy education employment energy environment finance
    foreign health home housing immigration industry interior justice labor labour planning prime science security
    sport sports state tourism trade transport""".split()
)

LOOSE_PRONOUNS = frozenset({"it", "this", "that", "they", "these", "those", "its", "their", "which"})
RELATIVE_PRONOUNS = frozenset({"that", "which"})  # of the loose ones: these have their noun beside them

# A head without any other word that stands for nothing: "the first", "hundreds of points" cut to "points", "a lot".
EMPTY_HEADS = frozenset(
    """first second third last following latter former next previous rest remainder one ones other others another
    same such point points more most less least now then here there lot lots bit kind sort type part half some
    many few several both all none enough something anything nothing everything someone anyone everyone somebody
    anybody everybody nobody thing things way ways result case fact example instance course addition particular
    general total average short turn response contrast order terms favor favour front behalf spite view light wake
    aftermath beginning end middle start close open opening outset meantime meanwhile moment while date""".split()
)

NUMBERS = frozenset(
    """two four five six seven eight nine ten eleven twelve twenty hundred hundreds thousand thousands million millions
    billion billions dozen dozens""".split()
)

# Verbs that need an object: without one the sentence was not read to its end.
NEED_OBJECT = frozenset(
    """be do have exist get make take see give let put cause bring keep say use want need find show seem become include
    allow provide call help know ask""".split()
)

# What somebody thinks was not read, whatever an ontology calls the thinking.
NEED_CLAUSE = frozenset("believe think forecast predict expect estimate assume suspect".split())

# "Dubbed the dispute a farce", "closed nine points lower": with the object alone the half that matters is missing.
HALF_SAID = frozenset(
    """call dub name label brand term deem nickname consider make render close end finish
    keep leave find bill""".split()
)

# What somebody is yet to do, before "to": the deed itself has not been done.
PENDING = frozenset(
    """plan intend agree promise pledge vow offer expect want hope seek try attempt aim wish need decide prepare
    propose threaten refuse vote choose order planned intended agreed promised expected scheduled due set ordered
    told asked urged required supposed likely ready willing slated poised prepared have believed thought estimate
    estimated arrange said reported hired unlikely projected forecast select tap hire appoint pick name
    urge ask worth leave quit resign retire travel return fly rush gather meet convene stop""".split()
)

# Verbs whose object hears or is charged with something: what that is may stand behind it. Passives have participles.
ADDRESSING = frozenset(
    """tell inform assure remind notify warn convince persuade accuse suspect told informed assured reminded notified
    warned convinced persuaded accused suspected""".split()
)

# Verbs of what two have in common or between them.
PAIRING = frozenset("share link connect attach tie compare swap exchange couple pair".split())

# Sorts of people and bodies of which each has a name, so that without one it is open which is meant.
NAMED_SORTS = frozenset(
    """administration adviser agency aide airline airport archbishop army association author band bank bishop bloc
    board body boy brewer brigade broadcaster brother builder bureau buyer cabinet captain carmaker carrier chair
    chairman chairwoman champion charity chief child chipmaker city club coach coalition college colonel command
    commander commission committee company consortium constituency contractor corporation council country county
    couple daily daughter dealer defendant department developer director district driver drugmaker editor embassy
    employer exchange executive family father federation firm force foundation founder general girl government
    governor group hospital husband inspector institute insurer island king lawyer leader league lender magazine
    maker man manager manufacturer mayor militia minister ministry mother museum nation navy newspaper office
    officer official operator opposition orchestra organisation organization owner palace paper parliament partner
    party passenger patient pilot plaintiff planemaker player port premier presidency president principal producer
    professor prosecutor provider province publisher queen regime region regulator retailer school secretary senate
    senator shareholder singer sister site society son spokesman spokesperson spokeswoman state station steelmaker
    store studio subsidiary supplier survivor suspect team teenager town troupe trust union unit university vessel
    victim village weekly wife winner woman writer""".split()
)

SUPERLATIVE = ("most", "least", "best", "worst", "first", "last")  # besides those with an ending

# Beside the verb of what is only probable: a duty or a guess, and neither is the deed.
EXPECTING = frozenset("must should need needs needed ought shall probably likely presumably supposedly".split())

# Beside the verb of what may be or ought to be: without these words it reads as what is.
MODALS = frozenset("can could may maybe might ought perhaps possibly should would".split())

# What one side says of itself or of the other, and the other denies.
PLEAS = frozenset({"blameless", "guilty", "innocent"})

# What lasts, as properties of the ontologies and in the sentence's own words: told of the past, it may be over.
STATES = frozenset("belongsTo controls employs livesIn memberOf owns playsFor worksFor worksIn".split())
STATES_IN_WORDS = frozenset({"belong to", "live with", "serve in", "work at", "work with"})
BEING_WHEN = frozenset({"be after", "be before", "be by", "be during", "be since", "be until"})
