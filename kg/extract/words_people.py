"""Nouns that only mentions need: trades, which are surnames and names of things, too, and what is part of a body."""

from __future__ import annotations

OCCUPATIONS: frozenset[str] = frozenset(
    """
    accomplice acrobat addict adversary agronomist alderman angler anthropologist apprentice archaeologist
    archbishop arsonist astronomer auctioneer baker barber bartender beekeeper beginner bodyguard bookkeeper
    botanist bricklayer bride bureaucrat burglar butcher cameraman cardinal caretaker carpenter cashier chaplain
    chauffeur chef chieftain clerk climber collaborator columnist commentator commuter concierge constable consul
    contestant cook cop coroner courier cousin craftsman curator custodian dean deckhand defector demographer
    dermatologist descendant deserter dissident diver doorman dropout ecologist electrician emigrant entertainer
    epidemiologist evangelist exile farmhand ferryman fiance foreman forester gambler gangster gardener geneticist
    geographer geologist goatherd grandparent guardian guerrilla gunner hairdresser handyman headmaster headmistress
    heir heiress herder hiker homeowner hooligan hostess housewife hunter hydrologist illustrator informant
    innkeeper intern interpreter intruder janitor jeweler jeweller kidnapper landlady landlord landowner lecturer
    librarian lifeguard linguist lobbyist lodger logger looter maid martyr mason mathematician matriarch mentor
    messenger meteorologist missionary motorcyclist motorist mountaineer mourner neurologist neuroscientist
    neurosurgeon nobleman nominee nutritionist oceanographer oncologist orator ornithologist outsider paratrooper
    pastor pathologist patriarch peacekeeper peasant pedestrian perpetrator pharmacist philosopher physiotherapist
    pickpocket pilgrim pirate plumber poacher pollster porter postman potter programmer publicist rabbi rapist
    rapper receptionist referee reveller rider rioter robber saleswoman scholar screenwriter seafarer seaman
    seamstress seismologist servant serviceman shepherd sheriff shipmate shopkeeper shopper skipper smuggler sniper
    songwriter spectator stagehand statesman statistician steward stewardess stowaway stranger stuntman subordinate
    sultan superintendent supervisor surveyor tailor taxpayer teammate tenant therapist toddler traitor translator
    traveler traveller treasurer trespasser trustee tutor tyrant umpire undertaker usher vendor veterinarian vicar
    villager virologist volcanologist warden warrior watchman welder whistle-blower whistleblower workman youngster
    zoologist
""".split()
)
# Whoever they are, they are not the body that they are called after: "the IMF team".
PARTS_OF_BODIES: frozenset[str] = frozenset(
    """
    board branch bureau cabinet chapter club command commission committee council crew delegation department directorate
    division embassy faction fleet force jury leadership mission office panel press squad staff team union unit wing
""".split()
)
# What only a judge, a jury or a court does, and what they give.
SENTENCING: frozenset[str] = frozenset("acquit convict fine imprison jail sentence".split())
PRONOUNCED: frozenset[str] = frozenset("judgement judgment ruling sentence verdict".split())
PRONOUNCING: frozenset[str] = frozenset("announce deliver give hand issue pass pronounce read".split())
