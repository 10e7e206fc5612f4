"""The roles of qualifiers: what a circumstance adds, by its preposition, its noun, the verb and the noun's class."""

from __future__ import annotations

from functools import cache

import pytest

from kg.extract.extraction import extract
from kg.model import Document, Lexicon, Role
from kg.ontology import load_ontology
from kg.text.parse import parse
from tests.parsing import parser


@cache
def ontology() -> Lexicon:
    return load_ontology().lexicon


def roles(sentence: str) -> dict[str, set[Role]]:
    """Return the roles of each qualifier by its words."""
    document = Document("a", "a.txt", sentence)
    found: dict[str, set[Role]] = {}
    for statement in extract(parse(parser(), document), document, ontology()).statements:
        for qualifier in statement.proposition.qualifiers:
            found.setdefault(qualifier.text, set()).add(qualifier.role)
    return found


CASES = (
    ("Neighbours have complained about the smell ever since.", "ever since", Role.TIME),
    ("A blast hit the market at 6.30 a.m.", "at 6.30 a.m.", Role.TIME),
    ("The editor wrote to Anna three times.", "three times", Role.EXTENT),
    ("The firm sold the mill two years ago.", "two years ago", Role.TIME),
    ("The river rose on Monday by nine points.", "by nine points", Role.EXTENT),
    ("The bridge was closed in May at one point.", "at one point", Role.TIME),
    ("The council approved the plan in the space of nine days.", "in the space of nine days", Role.TIME),
    ("The team lost money for the third year in a row.", "for the third year in a row", Role.TIME),
    ("The firm lost money for two years in a row.", "for two years in a row", Role.TIME),
    ("The mill survived two floods thanks to a wall of stone.", "thanks to a wall of stone", Role.CAUSE),
    ("The firm sent home 40 cooks.", "home", Role.GOAL),
    ("The tanker entered service in the 1980s.", "in the 1980s", Role.TIME),
    ("Alba beat Berg 3-1 before 9,000 fans.", "before 9,000 fans", Role.OTHER),
    ("Alba beat Berg 3-1 before the break.", "before the break", Role.TIME),
    ('Ann cut her rating on Norvik to "sell" from "hold".', 'to "sell"', Role.GOAL),
    ("If convicted, they face a year in prison.", "If convicted", Role.CONDITION),
    # What happens is no place, nor is the weather; what is done in public is not said of its object.
    ("Three cooks died near Leeds in a similar accident.", "in a similar accident", Role.OTHER),
    ("The crowd waited outside the court in the rain.", "in the rain", Role.OTHER),
    ("The editor abstained from discussing the terms in public.", "in public", Role.MANNER),
    # A while, a meal and an age tell when; a rank, money and what is put on somebody are no places.
    ("The mill sold nine boats in the first half of this year.", "in the first half of this year", Role.TIME),
    ("The cook left Lyon at the age of 11.", "at the age of 11", Role.TIME),
    ("The team met in Oslo at breakfast.", "at breakfast", Role.TIME),
    ("The train left Oslo at 10 o'clock.", "at 10 o'clock", Role.TIME),
    ("The index ended the day at 1,283.72 points.", "at 1,283.72 points", Role.EXTENT),
    ("The choir ended the season in fifth place.", "in fifth place", Role.OTHER),
    ("The judge freed the clerk on $5,000 bail.", "on $5,000 bail", Role.MANNER),
    ("The firm sold the painting at auction.", "at auction", Role.MANNER),
    ("The bank put pressure in May on them.", "on them", Role.OTHER),
    ("Norvik sold nine boats in May, 70 percent more than in June.", "70 percent more than in June", Role.EXTENT),
    ("The town lost nine mills last year, up from two in 2019.", "up from two in 2019", Role.EXTENT),
    # What somebody does meanwhile tells when, a state tells why, "did" compares.
    ("The band played as sailors lowered the boat.", "as sailors lowered the boat", Role.TIME),
    ("The bank sold the mill as it needed money.", "as it needed money", Role.CAUSE),
    ("The bank closed the mill as it did in 2019.", "as it did in 2019", Role.OTHER),
    # Somebody has things done for them; a thing, a sum, a time or a deed has not.
    ("The tailor worked in May for the mayor.", "for the mayor", Role.BENEFICIARY),
    ("The tailor sewed a coat for them.", "for them", Role.BENEFICIARY),
    ("The bank bought the mill for 40 million euros.", "for 40 million euros", Role.EXTENT),
    ("The dealer sold the painting for $300.", "for $300", Role.EXTENT),
    ("The hotel was bought in May for £2.3m.", "for £2.3m", Role.EXTENT),
    ("The index fell on Friday for a fourth session.", "for a fourth session", Role.TIME),
    ("The singer lived in Rome for most of the summer.", "for most of the summer", Role.TIME),
    ("The cooks came in May for an exercise.", "for an exercise", Role.PURPOSE),
    ("The bishop flew to Oslo for the wedding.", "for the wedding", Role.PURPOSE),
    ("The barn was used in May for the machines.", "for the machines", Role.OTHER),
    ("The council thanked the nurses for their patience.", "for their patience", Role.CAUSE),
    ("The judge fined the driver for speeding.", "for speeding", Role.CAUSE),
    ("The family left in June for Lisbon.", "for Lisbon", Role.GOAL),
    # With somebody, or with something.
    ("The minister visited the plant with the mayor.", "with the mayor", Role.COMPANION),
    ("The shop reopened on Monday with new shelves.", "with new shelves", Role.OTHER),
    # Idioms are no places.
    ("The union refused the offer in writing.", "in writing", Role.MANNER),
    ("The builders were paid on Friday in cash.", "in cash", Role.MANNER),
    ("The clerk signed the lease under pressure.", "under pressure", Role.MANNER),
    ("The house fell by a tenth in value.", "in value", Role.OTHER),
    ("The firm built the ferry under a contract.", "under a contract", Role.OTHER),
    ("The cat slept on Sunday under a table.", "under a table", Role.PLACE),
    ("The surgeon operated on Monday on a boy.", "on a boy", Role.OTHER),
    ("The shares rose on Monday on news of a merger.", "on news of a merger", Role.CAUSE),
    ("The coach resigned in May over the scandal.", "over the scandal", Role.CAUSE),
    ("The index closed on Monday at its lowest level.", "at its lowest level", Role.EXTENT),
    ("The senator commented on Monday on the results.", "on the results", Role.TOPIC),
    # "From" and "out of" lead to where something comes from, unless they lead to a reason, a figure or a state.
    ("The crew took the boat from the harbour.", "from the harbour", Role.SOURCE),
    ("The town suffered in May from floods.", "from floods", Role.CAUSE),
    ("The clinic ran out of bandages in May.", "out of bandages", Role.OTHER),
    ("The lift was out of order on Monday.", "out of order", Role.OTHER),
    # Who does it is no means, nor is how much.
    ("The hall was paid for by Anna Brandt and by the insurer.", "by the insurer", Role.OTHER),
    ("The mayor won in May by 300 votes.", "by 300 votes", Role.EXTENT),
    ("The thief escaped on Sunday through a window.", "through a window", Role.PLACE),
    ("The family sent the parcel by courier.", "by courier", Role.INSTRUMENT),
    # A way through and hardship are no means; a wish, a rival and time itself are no times; an age is a limit.
    ("Rescuers dug through mud with spades.", "through mud", Role.PLACE),
    ("The museum stayed open through two storms.", "through two storms", Role.OTHER),
    ("Firemen are racing against time.", "against time", Role.OTHER),
    ("The hall would not be ready in time.", "in time", Role.OTHER),
    ("The families waited two years for this day.", "for this day", Role.OTHER),
    ("The game was heading for extra time.", "for extra time", Role.OTHER),
    ("The agency approved the drug for people up to the age of 70.", "up to the age of 70", Role.EXTENT),
    ("The firm put back the launch by ten days.", "by ten days", Role.EXTENT),
    ("Cold springs have shortened the season by about three weeks.", "by about three weeks", Role.EXTENT),
    ("Fighting resumed on Monday, nine hours after the truce began.", "nine hours after the truce began", Role.TIME),
    ("A comet circles the star about 12 light years away.", "about 12 light years away", Role.EXTENT),
    ("The storm struck a barn near Lund, some 20 miles to the west.", "some 20 miles to the west", Role.PLACE),
    ("The rebels fired rockets at the harbour.", "at the harbour", Role.OTHER),
    ("He looked at the harbour for an hour.", "at the harbour", Role.OTHER),
    ("Strikes would shave two points off growth.", "off growth", Role.OTHER),
    ("The firm recovered the files from the laptop in May.", "from the laptop", Role.SOURCE),
    ("The city cannot build the tunnel without federal money.", "without federal money", Role.OTHER),
    ("Peru finished the match with nine men.", "with nine men", Role.OTHER),
    ("The party ruled out a pact in May at national level.", "at national level", Role.OTHER),
    ("The bank sold two mills under President Nina Falk.", "under President Nina Falk", Role.OTHER),
    ("Under the accord, Norway will supply gas.", "Under the accord", Role.OTHER),
    ("He left the court on crutches.", "on crutches", Role.MANNER),
    ("The race was stopped twice in Oslo.", "twice", Role.EXTENT),
    ("The ferry is no longer safe.", "no longer", Role.TIME),
    ("Anna wept as the verdict was read out.", "as the verdict was read out", Role.TIME),
    ("Shares in Orion fell while those of Vega rose.", "while those of Vega rose", Role.OTHER),
    ("The firm put its trucks at the disposal of the town.", "at the disposal of the town", Role.OTHER),
    ("He won gold in the men's 800 metres in May.", "in the men's 800 metres", Role.OTHER),
    ("The drug is given to children in three doses.", "in three doses", Role.OTHER),
    ("Police opened an inquiry into the deal in May.", "into the deal", Role.TOPIC),
    ("He took cash in exchange for helping them.", "in exchange for helping them", Role.OTHER),
    # A rate, a lead and how far off something is are measures; an outcry at something is about it.
    ("Banks are to pay 5% of their profit a year.", "a year", Role.EXTENT),
    ("Two men were disqualified in Berlin a fortnight ago.", "a fortnight ago", Role.TIME),
    ("Two men were disqualified in Berlin over their shoes.", "over their shoes", Role.CAUSE),
    ("The party voted against the bill in protest at a levy.", "at a levy", Role.CAUSE),
    ("The boy was on the ground for maybe five seconds.", "for maybe five seconds", Role.TIME),
    ("The ship lies in deep water about 5 km from the shore.", "about 5 km from the shore", Role.PLACE),
    ("Divers would search the wreck at first light.", "at first light", Role.TIME),
    ("The firm will close the mill in two stages.", "in two stages", Role.OTHER),
    ("Chelimo broke away from Bekele with 3 km to go.", "with 3 km to go", Role.OTHER),
    ("Lund broke away from Holm with two laps to go.", "with two laps to go", Role.OTHER),
    # What stands behind a comma at the end of a clause may be the whole sentence's.
    ("She runs on Sunday when she defends her title, and plans to move.", "when she defends her title", Role.TIME),
    ("Crews dug on Monday after a slide buried a village, killing nine.", "after a slide buried a village", Role.TIME),
    ("Norway signed a deal on Monday to buy nine ships, as Oslo steps up patrols.", "to buy nine ships", Role.PURPOSE),
    ("The country is going to go through a depression in May.", "through a depression", Role.OTHER),
    ("While there are many causes, analysts blame the bank.", "While there are many causes", Role.OTHER),
    ("The rival firm walked away on Friday.", "away", Role.OTHER),
    ("The lane will be closed to traffic for six weeks.", "to traffic", Role.OTHER),
    ("He accused the army of killing nine men since the war began.", "since the war began", Role.TIME),
    ("She won the race in seven minutes 54.2 seconds.", "in seven minutes 54.2 seconds", Role.TIME),
    ("The stage takes the riders over 168km from Gap.", "over 168km", Role.EXTENT),
    ("The merger would create the largest airline by passengers.", "by passengers", Role.OTHER),
    ("Abel and Lund beat Rossi in the deciding doubles.", "in the deciding doubles", Role.OTHER),
    # Prepositions of several words.
    ("The firm lost money mainly due to delays.", "mainly due to delays", Role.CAUSE),
    ("The guard checked the hall prior to the concert.", "prior to the concert", Role.TIME),
    # Clauses.
    ("The shop closed in June, as many had feared.", "as many had feared", Role.OTHER),
    ("The mast broke as the ship was leaving port.", "as the ship was leaving port", Role.TIME),
    ("The tram derailed on Monday as it entered the station.", "as it entered the station", Role.TIME),
    ("Prices rose in May as the harvest failed.", "as the harvest failed", Role.CAUSE),
    ("Sales have doubled since the shop opened.", "since the shop opened", Role.TIME),
    ("The stock fell 3% to end the day at 40.", "to end the day at 40", Role.OTHER),
    ("The mayor met the envoys to end the strike.", "to end the strike", Role.PURPOSE),
    # A qualifier holds its whole phrase.
    ("The city took money from the maker Lund Motors.", "from the maker Lund Motors", Role.SOURCE),
    ("The museum opened in May with support from the council.", "with support from the council", Role.INSTRUMENT),
    ("The court ended the ban in a ruling that pleased bakers.", "in a ruling that pleased bakers", Role.OTHER),
    ("The mayor quit on Monday under pressure from the unions.", "under pressure from the unions", Role.MANNER),
    ("The yard built the ferry under a contract signed in May.", "under a contract signed in May", Role.OTHER),
    (
        "The club sold him in May after the collapse of a deal with Leeds.",
        "after the collapse of a deal with Leeds",
        Role.TIME,
    ),
    ("The cook was sentenced on Monday to six years in prison.", "to six years in prison", Role.GOAL),
    ("Prices fell in June to their lowest level since 2019.", "to their lowest level since 2019", Role.GOAL),
    # What tells when it happened stays with the verb.
    ("Brandt scored from the edge of the box in the 12th minute.", "in the 12th minute", Role.TIME),
    ("The mill signed a treaty with Chad on Monday.", "on Monday", Role.TIME),
    # What happens, is said or only thought is no place; a thing or a gathering is.
    ("The cook died on Monday in a crash.", "in a crash", Role.OTHER),
    ("The bank denied the report in a statement.", "in a statement", Role.OTHER),
    ("The judge freed the cook on appeal.", "on appeal", Role.OTHER),
    ("Two clerks were arrested on Monday in the case.", "in the case", Role.OTHER),
    ("The farmers sold the land in desperation.", "in desperation", Role.OTHER),
    ("The sisters lived on Monday in an apartment.", "in an apartment", Role.PLACE),
    ("The mayor presented the plan at a news conference.", "at a news conference", Role.PLACE),
    ("Lead was found on Monday above the legal limit.", "above the legal limit", Role.EXTENT),
    ("The town grew in May at a rate of 3%.", "at a rate of 3%", Role.EXTENT),
    ("The party won the seat by a margin of 400 votes.", "by a margin of 400 votes", Role.EXTENT),
    ("The bank raised wages in line with inflation.", "in line with inflation", Role.MANNER),
    ("The rebels freed the nurse in exchange for food.", "in exchange for food", Role.OTHER),
    ("The heirs will own 40% under the terms of the deal.", "under the terms of the deal", Role.OTHER),
    # Reasons and conditions.
    ("The cook was jailed on Monday on charges of fraud.", "on charges of fraud", Role.CAUSE),
    ("Parents marched on Friday over concerns about safety.", "over concerns about safety", Role.CAUSE),
    ("The cook was tried in May for fraud.", "for fraud", Role.CAUSE),
    ("The violinist was dismissed in May for signing a letter.", "for signing a letter", Role.CAUSE),
    ("The clerk spoke on Monday on condition of anonymity.", "on condition of anonymity", Role.CONDITION),
    ("The hall was closed on Monday in the aftermath of the flood.", "in the aftermath of the flood", Role.TIME),
    ("The hall was closed in May following a fire.", "following a fire", Role.TIME),
    # How much, from how much and to how much.
    ("Rates rose in May to 6% from 4%.", "from 4%", Role.SOURCE),
    ("Rates rose in May to 6%.", "to 6%", Role.GOAL),
    ("The league suspended the coach for two games.", "for two games", Role.TIME),
    ("The league suspended him for two games for insulting a judge.", "for two games", Role.TIME),
    ("The yard paid €9m for the mill.", "for the mill", Role.OTHER),
    ("The town dug the canal with help from the army.", "with help from the army", Role.INSTRUMENT),
    # Two things side by side are not two times.
    ("Ann Brandt advised the bank, while the yard hired a lawyer.", "while the yard hired a lawyer", Role.OTHER),
    ("The thief came in while the family was sleeping.", "while the family was sleeping", Role.TIME),
    ("The army took the town overnight.", "overnight", Role.TIME),
    (
        "The mayor quit on Monday after a court found in May that she lied.",
        "after a court found in May that she lied",
        Role.TIME,
    ),
    ("She is the youngest winner since the race began in 1938.", "since the race began in 1938", Role.TIME),
    ("The shares fell 16%, their biggest fall since May.", "their biggest fall since May", Role.OTHER),
    ("The union called a strike for Friday over pay.", "over pay", Role.CAUSE),
    ("Norvik rose 2% while Aalt lost 3%.", "while Aalt lost 3%", Role.OTHER),
    ("The cook spent 22 years in prison for setting a fire.", "for setting a fire", Role.CAUSE),
    ("The crown firmed on Tuesday to 394 per euro.", "to 394 per euro", Role.GOAL),
    ("The clerk filed a complaint with the High Court.", "with the High Court", Role.OTHER),
    ("The quake struck at dawn about 60 km north of Lima.", "about 60 km north of Lima", Role.PLACE),
    ("The band played in May in front of 5,000 fans.", "in front of 5,000 fans", Role.PLACE),
    ("The cook was convicted in 2002 of two counts of murder.", "in 2002", Role.TIME),
    ("The bridge was closed from May to July.", "from May to July", Role.TIME),
    ("Profit doubled in the year to March.", "in the year to March", Role.TIME),
    ("Sales reached 4 million, up from 3 million a year earlier.", "up from 3 million a year earlier", Role.EXTENT),
    ("Rates fell on Monday from 6% to 4%.", "from 6% to 4%", Role.EXTENT),
)


@pytest.mark.parametrize(("sentence", "words", "role"), CASES, ids=[case[1] for case in CASES])
def test_role(sentence: str, words: str, role: Role) -> None:
    assert roles(sentence).get(words) == {role}
