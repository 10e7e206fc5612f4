"""Which verbs are said of which nouns: general English, no logic, no domain."""

from __future__ import annotations

from kg.extract.words_nominal import OBJECT_AFTER_OF

# What is signed is an agreement: "a contract to rebuild the bridge, which was awarded in May".
SIGNED: frozenset[str] = frozenset("award ratify renegotiate renew sign".split())
AGREEMENTS: frozenset[str] = frozenset(
    """accord agreement arrangement ceasefire charter concession contract convention deal franchise lease licence
    license loan memorandum order pact permit protocol tender treaty truce""".split()
)
# Bodies meet, and no town does: "a committee in the city of Alba, which meets twice a year".
MEETING: frozenset[str] = frozenset("adjourn convene meet reconvene".split())
MEETING_BODIES: frozenset[str] = frozenset(
    """assembly board body cabinet chamber commission committee conference council court forum group jury panel
    parliament senate team tribunal""".split()
)
# What begins is an event: "the harvest in the Lower Valley, which has begun".
HAPPENING: frozenset[str] = frozenset("begin commence happen occur resume start unfold".split())
EVENTS: frozenset[str] = frozenset(
    """campaign ceremony class clash concert construction course digging election exercise exhibition expansion fair
    festival fight final game harvest hearing inquiry investigation launch match meeting mission outbreak process
    production protest race rally referendum renovation repair restoration search season session strike summit talk
    tour tournament trial trip vaccination vintage visit vote war work""".split()
)
# What is run by somebody is no mountain: "the telescope at Mount Kestrel, which is run by a university".
RUN: frozenset[str] = frozenset("manage operate own run".split())
INSTALLATIONS: frozenset[str] = frozenset(
    """airport clinic dam factory farm hospital hotel laboratory mill mine museum observatory plant port quarry reactor
    refinery school shop station telescope terminal warehouse""".split()
)
# What is done has results: "the closure of the mine in Alba, which would cost 300 jobs".
RESULTING: frozenset[str] = frozenset("cost cut lower raise reduce slow worsen".split())
DEEDS: frozenset[str] = frozenset(OBJECT_AFTER_OF) | frozenset({"melting", "thawing", "warming", "flooding"})
# Places by what they are called: "Mount Kestrel", "the Lower Valley"; but an airport or a mine is run, too.
HAS_PLACE: frozenset[str] = frozenset("at in near of on outside".split())
# Games have names, too, and begin: "the first race of the World Cup, which begins in May".
NAMED_EVENTS: frozenset[str] = frozenset(
    """championship championships conference cup exhibition expo fair festival games league marathon olympics open
    prix season series summit tour trophy war""".split()
)

# Behind a clause that says which one, these tell what came of the main clause: "rejected a bill that would have …,
# dealing a blow to".
DEALT: frozenset[str] = frozenset("deal deepen ease end fuel give hand mark open pave raise spark trigger".split())
# What happens by itself, and harms: "dug on after a hut collapsed, killing two".
COLLAPSING: frozenset[str] = frozenset(
    "burst bury capsize collapse collide crash derail erupt explode flood hit rip sink strike sweep topple tear".split()
)
KILLING: frozenset[str] = frozenset("bury damage destroy displace injure kill leave trap wound".split())
# What somebody says of somebody, that others deny: "a circus staged by the president, a charge his office denied".
CHARGES: frozenset[str] = frozenset("accusation allegation assertion charge claim suggestion".split())
# Behind a name and what somebody is: "found Ann Lund, a clerk, guilty".
FINDING: frozenset[str] = frozenset("declare deem find judge pronounce".split())
VERDICTS: frozenset[str] = frozenset("dead fit guilty innocent liable responsible unfit".split())
