"""Words that names of public bodies are made of in every state, and words for where: alone they name no certain one."""

from __future__ import annotations

GENERIC = frozenset(
    """
    of and the for on in to
    ministry department office bureau agency authority commission committee council board court courts tribunal
    parliament congress senate assembly chamber house cabinet government police army navy air force forces guard corps
    fleet command staff bank treasury service services administration inspectorate directorate institute registry
    prosecutor prosecutors attorney general ombudsman secretariat party movement front alliance union federation
    association confederation league bench legislature

    supreme high federal national central constitutional criminal civil appeal appeals appellate administrative district
    county city municipal regional provincial state local public royal upper lower joint special independent united
    chief first second third fourth fifth

    defence defense interior justice foreign affairs home finance economy economic health education energy trade
    commerce industry transport transportation agriculture environment labour labor social security welfare culture
    sport sports science technology communications information works highways housing planning development
    infrastructure disaster management emergency emergencies situations aviation maritime coast border customs tax
    revenue immigration intelligence human rights women children youth family fisheries forestry tourism water
    resources mines mining petroleum oil gas electricity statistics election elections electoral competition consumer
    protection antitrust securities exchange investment investigation investigations anti corruption audit budget
    accounts election rail railways post postal broadcasting media nuclear space weather meteorological research

    democratic republican conservative liberal socialist communist green people christian workers progressive
    democrats republicans conservatives liberals socialists communists greens tories
    representatives deputies lords commons senators reserve supervisory ethics justice law legal judicial judiciary
    legislative executive presidential
    """.split()
)

DIRECTIONS = frozenset(
    "the north south east west northeast northwest southeast southwest centre center capital".split()
)

# What a count is made of. A plain "one" counts nothing: "one ship" is a ship.
NUMERALS = frozenset(
    """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety""".split()
)
POWERS = frozenset("dozen hundred thousand million billion trillion".split())

# What makes a count inexact, before it.
ROUGHLY = (
    "about", "around", "approximately", "roughly", "some", "nearly", "almost", "at least", "at most", "up to",
    "as many as", "more than", "less than", "fewer than", "no more than", "no fewer than", "well over", "over", "under",
    "only", "just", "just over", "just under", "an estimated", "another", "a further", "a total of", "a record",
    "close to",
)  # fmt: skip

MORE = frozenset({"more", "other", "further", "additional", "extra"})  # right after a count: others than those before

# Between two numbers or between a number and its noun, these make another number of them: "30 to 40", "one in five".
JOINING = frozenset({"and", "or", "to", "in", "of", "out"})

# Before a noun these are measured, not the noun: "15 percent shares", "40 tonne lorries", "five year deals".
MEASURING = frozenset(
    """percent per cent pc point points dollar dollars euro euros pound pounds yen hour day night week month year decade
    second minute hours days nights weeks months years decades gram gramme kilogram kilo ton tonne tonnes tons litre
    liter metre meter metres meters kilometre kilometer mile miles foot feet inch inches yard yards acre acres hectare
    hectares barrel barrels kg km mm cm watt megawatt megawatts gigawatt degree degrees""".split()
)
