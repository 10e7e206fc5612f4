"""Set phrases: a preposition or a verb and a noun that says nothing without it."""

from __future__ import annotations

SET_PHRASES: frozenset[str] = frozenset(
    """at a loss|at a standstill|at hand|at large|at odds|at random|at stake|at will|by chance|by default|by hand
    |by heart|by mistake|by surprise|for free|for good|for granted|for hire|for real|for rent|for sale
    |in a hurry|in a row|in abeyance|in advance|in arrears|in brief|in common|in detail|in disarray|in doubt
    |in earnest|in flames|in force|in full|in jeopardy|in kind|in limbo|in part|in passing|in person|in place
    |in private|in public|in question|in ruins|in secret|in shambles|in short|in tatters|in tears|in tow
    |in turmoil|in turn|in unison|in vain|of age|off guard|off limits|on display|on duty|on edge|on fire|on foot
    |on aggregate|on hold|on loan|on offer|on purpose|on record|on sale|on schedule|on standby|on show|on strike
    |on the rise|on time|on track|on view|out of bounds|out of business|out of control|out of date|out of hand
    |out of order|out of place
    |out of print|out of reach|out of service|out of sight|out of stock|out of work|to a halt|to a standstill
    |to an end|to death|to no avail|to the fore|under control|under fire|under pressure|under threat|under way
    |up to date|with ease|without fail""".replace("\n    ", "").split("|")
)
# A verb and a bare noun that is nothing that is done: "took place", "gave way".
VERB_PHRASES: frozenset[tuple[str, str]] = frozenset(
    (verb, noun)
    for pair in """break-ground catch-fire come-clean gain-ground gather-pace get-way give-birth give-chase give-rise
    give-way go-bust hold-sway keep-pace lie-low lose-heart lose-sight lose-track make-do make-sense make-way pay-heed
    play-host pull-rank set-fire set-foot set-sail stand-trial take-aim take-care take-charge take-effect take-flight
    take-heart take-heed take-hold take-issue take-note take-offence take-offense take-office take-part take-pity
    take-place take-root take-shape take-stock""".split()
    for verb, _, noun in [pair.partition("-")]
)
# "Ruled him out of the cup": without "out of" these mean another thing.
DRIVING_OUT = frozenset("buy count drive kick knock leave lock price pull push rule shut talk throw vote write".split())
# "Brought the country closer to war": nothing is brought anywhere.
MOVING_CLOSER = frozenset("bring draw edge inch move nudge push take".split())
NOT_THERE = frozenset({"closer", "halfway", "nearer"})
# "It was hard to imagine": what is called so is the deed.
CALLING_DEEDS = frozenset(
    """absurd advisable best better common crucial customary dangerous difficult easier easy essential fair foolish
    futile hard harder illegal imperative important impossible inappropriate legal necessary nice pointless possible
    premature prudent rare reasonable sad safe safer strange tempting tough unfair unlawful unusual unwise useful
    useless vital wise wrong""".split()
)
