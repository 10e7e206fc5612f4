"""Words of circumstances that may be another word's: which keep their place, which may be a noun's."""

from __future__ import annotations

from kg.extract.words_nominal import MOVING

# What changes the meaning of what it hangs on, so that nothing can be told without it.
DECISIVE = frozenset("almost except hardly if lest nearly never not only though unless unlike until without".split())
# Behind a second noun these mostly say something of that noun.
OF_NOUN_BEFORE = frozenset("around at beside between in near of off on over under within".split())
# Who does this has no rise yet: how long it is to take is told with the rise.
WANTING = frozenset(
    """accept agree announce approve ask demand get offer order outline promise propose reject request seek unveil want
    win""".split()
)
# What something is from that is as old as they: "bones from the same period".
ERAS = frozenset("age century decade epoch era millennium period".split())
# What this is done to goes to or comes from somewhere.
MOVED = frozenset(MOVING) | frozenset("add delete erase free import pull recover remove rescue steal withdraw".split())
# "In a ruling that may change the law": what all that is told before comes to.
SUMMING_UP = frozenset("attempt bid blow case decision effort move ruling sign step verdict victory".split())
