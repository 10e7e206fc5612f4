"""Words whose stop does not end a sentence, without the stop, in lower case."""

from __future__ import annotations

ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof rev hon fr sr jr st mt ft gen lt col maj capt cmdr sgt cpl adm gov sen rep reps sens pres amb "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun "
    "no nos vs etc approx dept est fig al cf e.g i.e a.m p.m u.s u.k u.n d.c inc ltd co corp bros cos".split()
)
# Words that, with a capital, begin a sentence even behind such a stop: "the U.S. The official ..."
STARTERS = frozenset(
    "the a an he she it they we i you this that these those there his her its their but and or if when while as "
    "in on at after before since under for from with by to what who why how asked earlier last however "
    "meanwhile".split()
)
