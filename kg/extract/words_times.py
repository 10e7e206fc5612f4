"""The words of the date grammar: months, weekdays, numbers, units, and what stands around them."""

from __future__ import annotations

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
FULL_MONTHS = tuple(name for name in MONTHS if len(name) > 4 or name in ("may", "june", "july"))
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thur thu", "friday fri", "saturday sat",
         "sunday sun")
    )
    for name in names.split()
}  # fmt: skip
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}  # the month each begins in, up north
ORDINALS = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "final": 4, "last": 4,
}  # fmt: skip
NUMBERS = {
    word: number
    for number, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen twenty""".split()
    )
} | {
    "a": 1, "an": 1, "half": 0, "couple": 2, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90, "hundred": 100, "dozen": 12, "twenty-four": 24,
}  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
VAGUE_NUMBERS = frozenset({"several", "few", "a few", "many", "some", "recent", "couple", "a couple"})
UNITS = {
    "second": "time", "minute": "time", "hour": "time", "day": "day", "night": "day", "week": "week",
    "fortnight": "week", "month": "month", "quarter": "quarter", "year": "year", "decade": "decade",
    "century": "century", "weekend": "weekend",
}  # fmt: skip
HOLIDAYS = {
    "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25), "boxing day": (12, 26),
    "new year's eve": (12, 31), "new year's day": (1, 1), "new year's": (1, 1), "valentine's day": (2, 14),
    "halloween": (10, 31),
}  # fmt: skip

# What a preposition before a time says of what happens: "since 2022", "by Friday". "" says nothing more than when.
PREPOSITIONS = {
    "before": "before", "prior to": "before", "ahead of": "before", "until": "until", "till": "until",
    "through": "until", "by": "until", "up to": "until", "since": "since", "from": "since", "starting": "since",
    "as of": "", "after": "after", "on": "", "in": "", "during": "", "at": "", "of": "", "for": "", "within": "",
    "over": "", "between": "", "throughout": "", "to": "", "around": "approx", "about": "approx",
}  # fmt: skip
NAMED_WEEKDAYS = frozenset("black good ash super cyber bloody easter holy palm shrove giving".split())  # "Good Friday"
RECURRING = frozenset("every each most some alternate first second third fourth last".split())  # no one day
LIMITS = frozenset({"until", "till", "by", "through"})  # a clause that is not past looks ahead to these
# What is done now for years to come: "pledged a million over the next two years".
FOR_LATER = frozenset(
    """agree allocate announce approve authorise authorize budget commit earmark expect forecast intend offer plan
    pledge predict project promise propose schedule vow""".split()
)
WITHIN = frozenset({"during", "in", "over", "throughout"})  # "over the next five years"
PUTTING_OFF = frozenset(
    "adjourn|ask|ban|defer|delay|expect|extend|forecast|move back|postpone|predict|project|push back|put back|put off"
    "|request|reschedule|suspend".split("|")
)  # behind these "until Friday" lies ahead, though they are past
# Of these the present with "on Friday" tells what is to come; headlines tell what was: "Dow falls on Friday".
SCHEDULED = frozenset(
    """air arrive begin close come conclude depart end expire face finish gather go host kick leave meet open play
    premiere reopen resume return sail start stop take tour travel vote""".split()
)
ISSUED = frozenset({"announce", "hold", "publish", "release"})  # "the figures are published on Friday"
OPENING_WHEN = frozenset({"after", "before", "if", "once", "until", "when"})  # "once it opens on Friday"
WINNING = frozenset({"carry", "save", "seize", "win"})  # "she won the day"
DUE = frozenset({"due", "scheduled", "slated"})
PARTS = {
    "start": "start", "beginning": "start", "opening": "start", "turn": "start", "early": "start", "earlier": "start",
    "middle": "mid", "mid": "mid", "end": "end", "close": "end", "late": "end", "later": "end", "rest": "end",
    "remainder": "end",
}  # fmt: skip
APPROXIMATE = frozenset({"about", "around", "approximately", "roughly", "nearly", "almost", "some", "circa"})

# The first word of what the grammar reads as a time, where that is not a number or a sign.
FIRST = frozenset(
    """the these this that last next past coming previous current following same earlier later early late today tonight
    yesterday tomorrow noon midnight fiscal fy end year""".split()
) | frozenset(
    {*MONTHS, *WEEKDAYS, *SEASONS, *ORDINALS, *UNITS, *VAGUE_NUMBERS, *(name.split()[0] for name in HOLIDAYS)}
    | {word.partition("-")[0] for word in NUMBERS}
    | {"new", "valentine"}
)
# A time holds one of these words or a digit; the grammar looks only around them.
CORE = frozenset(
    """today tonight yesterday tomorrow night morning afternoon evening noon midnight weekend eve christmas halloween
    boxing valentine quarter half seconds minutes hours days nights weeks weekends fortnights months quarters years
    decades centuries""".split()
) | frozenset({*MONTHS, *WEEKDAYS, *SEASONS, *UNITS})
