"""Verbs, nouns and phrases by which a text says who says something; no word of any domain."""

from __future__ import annotations

# Verbs of saying: their clause, or the quotation beside them, is what somebody says.
SAYING = frozenset(
    """say tell add announce argue assert claim comment conclude confirm contend declare deny describe disclose
    emphasize emphasise explain express insist maintain mention note observe point predict proclaim pronounce recall
    remark repeat reply report respond reveal speculate state stress submit suggest testify theorize tweet underline
    underscore warn write allege affirm admit acknowledge concede boast brag caution charge complain counter reiterate
    relate retort assure inform notify advise reassure remind swear vow pledge promise forecast estimate calculate
    lament quip joke shout whisper cry exclaim announce blog post publish hint imply indicate propose recommend urge
    ask inquire enquire continue conclude begin agree protest object rejoin read teach tout clarify elaborate
    interject quote cite rule opine surmise reckon signal broadcast telegraph hypothesize posit attest guarantee
    demand advocate apologise apologize reason reaffirm reassert restate recount highlight
    signal opine vouch lecture remonstrate""".split()
)
# How somebody speaks, or looks while speaking: only the quotation that they stand right behind is what is said.
VOICING = frozenset(
    """beam chuckle cry gasp giggle grimace grin groan growl grumble laugh mumble murmur mutter nod pause scoff scream
    shrug sigh smile smirk sob stammer wail weep wink yell""".split()
)
# Verbs of the mind: what follows is somebody's view.
THINKING = frozenset(
    """think believe feel know hope fear expect suspect doubt consider assume suppose imagine understand realize
    realise worry guess wonder anticipate foresee dream wish presume judge perceive recognize recognise accept
    find learn discover hear fancy envision envisage consider regret remember forget""".split()
)
# Of these, the ones that are put into a sentence: "The port, officials believe, is closed".
INSERTED = SAYING | frozenset("think believe suppose guess hope fear imagine suspect".split())
# Things that speak: their clause is attributed to them ("the results show that").
SHOWING = frozenset(
    "show suggest indicate reveal demonstrate find say state reflect prove confirm imply conclude estimate".split()
)
# With these only a clause with its own subject or a quotation counts; "agreed to", "continued the", "found a" do not.
NEEDS_FINITE_OR_QUOTE = frozenset(
    """ask continue begin agree find read rule show post publish charge respond point counter object protest
    remember forget learn discover hear feel prove reflect relate submit propose recommend urge demand
    quote cite describe express begin inform consider maintain advocate guarantee signal repeat recall teach
    understand imagine expect""".split()
)
# With these a noun alone is what is said: "denied the claims", "confirmed the shift".
TAKES_NOUN = frozenset("deny confirm allege acknowledge admit predict concede".split())

# These say what somebody calls a thing; only a quotation is their words.
NAMING = frozenset(
    """call describe dub label brand deem term hail denounce condemn praise criticise criticize blast slam decry deride
    lambast lambaste ridicule dismiss characterise characterize portray paint tout""".split()
)
# With these, too, what is held is the whole of "holds the plan reckless".
HOLDING = NAMING | frozenset("believe consider find hold judge think".split())
# "Expects the rain to ease": what somebody thinks of another stands in an infinitive.
THINKING_OF = frozenset("believe consider estimate expect fear forecast judge predict presume reckon think".split())
# What they are to do, or will do, stands in an infinitive: "urged voters to reject it", "vowed to fight".
PROMISING = frozenset("promise vow pledge swear threaten".split())
DIRECTING = frozenset(
    "urge ask tell order instruct direct beg implore advise warn encourage command exhort beseech appeal plead".split()
)
# With a past tense these tell what was so, whoever asks for what stands before them: "told them to go after it broke".
FACTUAL_MARKS = frozenset("after although as because since though while".split())
WARNING = frozenset("warn caution complain boast brag".split())
OF_TOPIC = frozenset({"of", "about", "against"})
PROMISE_NOUNS = frozenset("promise pledge vow threat offer demand".split())  # "his pledge to cut taxes"
UTTERED_NOUNS = frozenset({"case", "point"})  # "made the case that"
# What somebody's own one of these is, they say: "their position is that", "her answer was simple: …".
OWNED_NOUNS = frozenset("position stance answer reply response line reading verdict advice diagnosis".split())
# "As the mayor puts it", "as Berg sees it".
AS_PUT = frozenset({"put", "see", "tell", "describe", "explain"})
# "To Berg, the deal is a mistake": with these it is so in somebody's eyes.
SEEMING = frozenset("be seem look sound appear feel mean remain".split())
# "In the mayor's view", "in the words of the mayor", "by her account".
VIEW_NOUNS = frozenset("view opinion word account estimation judgment judgement eye telling reckoning".split())
VIEW_PREPOSITIONS = frozenset({"in", "by", "on", "to"})
# "Accused the firm of hiding it", "charged her with taking bribes": what they hold somebody to have done.
ACCUSING = frozenset("accuse blame suspect charge convict acquit clear absolve exonerate indict".split())
# "Arrested on suspicion of taking bribes", "blamed for it": that somebody is held or blamed for it is certain.
ARRESTING = frozenset({"arrest", "detain", "fault"})
# A participle of these at the head of a sentence tells of whom others ask: "Asked whether he would go, Berg said no".
ASKING = frozenset("ask tell urge quiz press question".split())
OF_DEED = frozenset({"of", "with", "for", "on"})

# An infinitive of saying tells of words only after these: "went on to say", "continued to insist".
GOING_ON = frozenset("go continue proceed appear seem come use begin start".split())

# Nouns for what somebody says or thinks, with a clause: "his claim that", "a report that".
SPEECH_NOUNS = frozenset(
    """claim report statement allegation suggestion belief warning announcement accusation assertion rumour rumor
    promise pledge view prediction estimate confirmation denial argument assumption comment conclusion contention
    declaration explanation forecast hint hope fear insistence impression note opinion remark reminder
    revelation suspicion testimony theory thought word news speculation concern conviction expectation complaint
    acknowledgement acknowledgment admission assurance finding message vow worry threat offer demand
    insistence charge ruling""".split()
)
# Of these, the ones that are their own source where nobody is named: "a report that", "a study that".
DOCUMENT_NOUNS = frozenset("report statement note message finding testimony estimate forecast ruling".split())
FROM_SOURCE = frozenset({"by", "of", "from"})
# "See a 40% chance that it will be cut": whoever sees it thinks so.
CHANCE_NOUNS = frozenset("chance likelihood probability odds risk possibility prospect danger bet".split())
SEEING = frozenset("see put price place give predict expect foresee quote".split())

# Participles that name who is relied on: "citing officials". A source is a person, a body or a document, not a reason.
CITING = frozenset({"cite", "quote"})
SOURCE_NOUNS = frozenset(
    """source official report document data datum analyst expert agency newspaper paper statement witness people
    person figure study survey poll letter memo email record spokesman spokeswoman spokesperson insider observer
    diplomat researcher scientist adviser advisor aide authority minister leader member resident lawyer broadcaster
    outlet medium site website post tweet executive officer commander commentator correspondent reporter journalist
    doctor police prosecutor investigator regulator economist historian activist campaigner organisation organization
    company firm service channel station magazine bulletin release transcript testimony filing interview estimate
    intelligence assessment source colleague friend relative neighbour neighbor local man woman ministry government
    office department bureau council committee court mayor senator governor president lawmaker candidate campaign critic
    supporter secretary chairman chairwoman chief director manager judge party union aide group coach captain
    prosecution defence defense plaintiff victim resident voter employee worker farmer teacher father mother""".split()
)

# Adverbs that attribute to nobody in particular.
HEARSAY_ADVERBS = frozenset("reportedly allegedly supposedly purportedly ostensibly".split())
# Passives that attribute to nobody in particular, with an infinitive or a clause: "is said to", "it is believed that".
HEARSAY_PASSIVES = frozenset(
    "say report believe think allege understand rumour rumor claim know assume suppose estimate hear suspect".split()
)
IMPERSONAL = frozenset({"it", "there"})
POINTING = frozenset({"this", "that", "these", "those", "here", "what"})

# Words before a colon that are no speaker.
NO_SPEAKER = frozenset(
    """note image photo picture update video caption credit source read more see also related correction editor file
    disclaimer contact tags tag topics category categories warning tip summary background question answer q a
    example here there this that reports report""".split()
)
# Adjectives of the mind: "is concerned that".
ATTITUDES = frozenset(
    """concern worry concerned worried confident convinced convince certain sure aware afraid hopeful optimistic adamant
    doubtful""".split()
)

# Not who tells, but how: "was informed by text message".
MESSAGES = frozenset("email e-mail fax letter mail message phone post radio telegram telephone text video".split())
PLAIN = frozenset({"clear", "known", "plain", "public"})  # "made it clear that"

# Verbs that give a speech noun its speaker: "made the claim that".
UTTERING = frozenset(
    """make issue give repeat reiterate voice express have offer publish release deliver send post write hold
    maintain share echo""".split()
)
