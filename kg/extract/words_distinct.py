"""Word lists for what keeps two mentions of one noun apart: English function words and general nouns, no logic."""

from __future__ import annotations

# Before a noun they tell it apart from the one that an article is about: "a similar strike ended in May".
COMPARING = frozenset("comparable different earlier previous separate similar unrelated".split())
# Before a number they leave others over: "the last six boats".
OF_PART = frozenset("final first last next remaining".split())
DENYING = frozenset("never not n't n’t".split())
# What a place has or lies in, and hardly what a name is called by: "the coast", after Kansas.
UNNAMED_PLACES = frozenset("area border coast coastline kingdom mountain zone".split())
