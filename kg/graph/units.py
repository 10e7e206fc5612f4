"""What one article speaks of: the mentions of one thing, with the key that it is known by in the corpus."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field

from kg.graph.counts import amount_of, count_of
from kg.graph.iris import Iris
from kg.graph.naming import class_key, name_key, owner_labels, person_parts
from kg.graph.owners import is_generic, is_relative, of_owner, of_possessor, owner_of, state_of, wordings_of
from kg.model import Chain, Determination, Extraction, Lexicon, Mention, MentionKind, Merge

CORE_KINDS = ("Person", "Organization", "Place", "Product", "Event", "Work")  # types that keep homonyms apart
CLASS_DETERMINATIONS = frozenset({Determination.BARE, Determination.NEGATED})
GROUP = "#Group"  # "Democrats" are a party called by its people
APART = "kept apart by a person"
Key = tuple[str, ...]
Reasons = Mapping[int, tuple[str, float]]


@dataclass(frozen=True, slots=True)
class Unit:
    """The mentions of one thing within one article, with why each belongs to it.

    Attributes:
        key: what units of the same entity share.
        main: the mention that names it best.
        reason: why the main mention has this key.
        scope: id of the article that it is confined to, or "".
        count: how many it is, as the main mention says before its noun, or "".
        amount: how much it is, as the main mention says behind its noun ("of £300"), or "".
    """

    document: str
    key: Key
    main: Mention
    mentions: tuple[Mention, ...]
    merges: tuple[Merge, ...]
    reason: str = ""
    scope: str = ""
    count: str = ""
    amount: str = ""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is known before the articles are read.

    Attributes:
        apart: IRIs of mentions and units that a person has set apart from what they would be joined to.
        owners: label of who something belongs to, by the words that say so ("American").
        wordings: IRI of what is known by a wording that nothing else has.
    """

    lexicon: Lexicon
    iris: Iris
    apart: Set[str] = frozenset()
    owners: Mapping[str, str] = field(init=False)
    wordings: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "owners", owner_labels(self.lexicon.names.values()))
        object.__setattr__(self, "wordings", wordings_of(self.lexicon))

    def mention_iri(self, document: str, mention: Mention) -> str:
        """Return what a mention is called in a decision that takes it out of its chain."""
        return self.iris.disambiguated(mention.text, f"mention\t{document}\t{mention.span.start}")

    def unit_iri(self, document: str, key: Key, main: Mention) -> str:
        """Return what a thing is called in a decision that keeps it apart from its like in other articles."""
        return self.iris.disambiguated(main.normal, "\t".join(self.own_key(document, key, main)))

    def own_key(self, document: str, key: Key, main: Mention) -> Key:
        """Return the key of a thing that is confined to its article."""
        if key[0] in ("class", "article"):
            return ("article", key[1], document)
        return ("name", name_key(main.normal), self.family(main.label), document)

    def family(self, kind: str) -> str:
        """Return the core class that keeps homonyms apart, or "" where the type is not known."""
        known = self.lexicon.kinds.get(kind)
        ancestors = known.ancestors if known else frozenset({kind})
        names = {iri.rsplit("#", 1)[-1] for iri in ancestors}
        return next((family for family in CORE_KINDS if family in names), "")


def find_units(extraction: Extraction, known: Knowledge) -> Iterator[Unit]:
    """Yield the things that one article speaks of, each with the key that it is known by in the corpus."""
    state = state_of(extraction.mentions, known.lexicon)
    for members, reasons in _groups(extraction, known):
        mentions = {index: extraction.mentions[index] for index in members}
        for part in _split_by_link(mentions):
            main = _main(part.values())
            if main is not None:
                is_public = main.kind is MentionKind.NAME and not main.link and is_generic(main.normal)
                owner = (owner_of(part.values(), extraction, known.lexicon) or state) if is_public else ""
                yield _unit(extraction, part, main, reasons, known, owner)


def _groups(extraction: Extraction, known: Knowledge) -> Iterator[tuple[Sequence[int], Reasons]]:
    """Yield chains, then the mentions of no chain, each with why a mention is in it."""
    chained: set[int] = set()
    for chain in extraction.chains:
        chained |= set(chain.mentions)
        apart = _set_apart(chain, extraction, known) if known.apart else frozenset()
        reasons = {link.mention: (f"coreference: {link.sieve}", link.confidence) for link in chain.links}
        for part in _parts(chain, apart):
            yield part, {index: reasons[index] for index in part if index in reasons and index not in apart}
    for index in range(len(extraction.mentions)):
        if index not in chained:
            yield [index], {}


def _set_apart(chain: Chain, extraction: Extraction, known: Knowledge) -> Set[int]:
    iri_of = {index: known.mention_iri(extraction.document.id, extraction.mentions[index]) for index in chain.mentions}
    return frozenset(link.mention for link in chain.links if iri_of[link.mention] in known.apart)


def _parts(chain: Chain, apart: Set[int]) -> list[Sequence[int]]:
    """Part a chain where a person has set a mention apart; what was joined to the mention goes with it."""
    if not apart:
        return [chain.mentions]
    antecedents = {link.mention: link.antecedent for link in chain.links if link.mention not in apart}
    parts: dict[int, list[int]] = defaultdict(list)
    for index in chain.mentions:
        top = _top(index, antecedents)
        parts[top if top in apart else -1].append(index)
    return [part for _, part in sorted(parts.items())]


def _top(index: int, antecedents: Mapping[int, int]) -> int:
    seen = {index}
    while index in antecedents and antecedents[index] not in seen:
        index = antecedents[index]
        seen.add(index)
    return index


def _split_by_link(mentions: Mapping[int, Mention]) -> list[dict[int, Mention]]:
    """Part a chain that holds two different known things: what is known beats what was guessed."""
    links = Counter(mention.link for mention in mentions.values() if mention.link)
    if len(links) < 2:
        return [dict(mentions)]
    main = max(links, key=lambda link: (links[link], link))
    others = [link for link in sorted(links) if link != main]
    rest = {index: mention for index, mention in mentions.items() if mention.link not in others}
    return [rest, *({i: m for i, m in mentions.items() if m.link == link} for link in others)]


def _main(mentions: Iterable[Mention]) -> Mention | None:
    """Return the mention that says best what is meant: known, then named, then the first nominal."""
    rank = {MentionKind.NAME: 0, MentionKind.NOMINAL: 1}
    known = [mention for mention in mentions if mention.kind in rank and mention.normal]
    return min(
        known,
        key=lambda m: (not m.link, rank[m.kind], -len(m.normal.split()) if rank[m.kind] == 0 else 0, m.span.start),
        default=None,
    )


def _unit(
    extraction: Extraction, part: Mapping[int, Mention], main: Mention, reasons: Reasons, known: Knowledge, owner: str
) -> Unit:
    document = extraction.document.id
    count, amount = _how_many(main, part.values(), extraction.document.text)
    is_counted = bool(count or amount)
    key, scope, reason = _counted_key(main, document, known) if is_counted else _key(main, document, known, owner)
    if known.apart and known.unit_iri(document, key, main) in known.apart:
        key, scope, reason = known.own_key(document, key, main), document, APART
    merges = tuple(
        Merge(document, index, *_why(mention, main, reasons.get(index), reason)) for index, mention in part.items()
    )
    return Unit(document, key, main, tuple(part.values()), merges, reason, scope, count, amount)


def _how_many(main: Mention, mentions: Iterable[Mention], text: str) -> tuple[str, str]:
    """Return how many and how much a unit is; nothing where it is spoken of without that too: it may well be all.

    "Two riders fell" and then "the riders rode on": how sure it is that both are the same does not suffice to say two.
    """
    found = {
        (count_of(mention, text), amount_of(mention, text))
        for mention in mentions
        if mention.kind is MentionKind.NOMINAL and mention.head_normal == main.head_normal
    }
    return min(found) if len(found) == 1 and not main.link else ("", "")


def _counted_key(main: Mention, document: str, known: Knowledge) -> tuple[Key, str, str]:
    """Return the key of so and so many things: these are certain ones, also where no article says so."""
    key = ("article", class_key(main.normal, known.owners), document, f"{main.head.start}")
    return key, document, f"in this article only: {main.text}"


def _why(mention: Mention, main: Mention, link: tuple[str, float] | None, reason: str) -> tuple[str, float]:
    if mention.link and mention.link == main.link and reason != APART:
        return f"known name: {mention.normal}", 1.0
    if mention is main or link is None:
        return reason, 1.0
    return link


def _key(main: Mention, document: str, known: Knowledge, owner: str) -> tuple[Key, str, str]:
    """Return the key of a unit, the article it is confined to, and the reason in words."""
    if main.link:
        return ("known", main.link), "", f"known name: {main.normal}"
    if main.kind is MentionKind.NAME:
        family = known.family(main.label)
        if family == "Person" and len(person_parts(main.normal)) == 1:
            return ("name", name_key(main.normal), family, document), document, "surname alone, in this article only"
        if is_relative(main.normal):
            key = ("name", name_key(main.normal), family, document)
            return key, document, f"in this article only, as many places are called so: {main.normal}"
        if (family == "Organization" or main.label.endswith(GROUP)) and is_generic(main.normal):
            return _public_key(main, document, known, owner)
        return ("name", name_key(main.normal), family), "", f"same name: {main.normal}"
    if known_as := of_possessor(main, known.wordings):
        return ("known", known_as), "", f"known name: {known.lexicon.names[known_as].label}"
    nominal = class_key(main.normal, known.owners)
    if is_class(main):
        return ("class", nominal), "", f"class: {main.normal}"
    if main.determination in CLASS_DETERMINATIONS:
        return ("article", nominal, document), document, f"the same words in this article: {main.normal}"
    return ("article", nominal, document, f"{main.head.start}"), document, f"in this article only: {main.text}"


def _public_key(main: Mention, document: str, known: Knowledge, owner: str) -> tuple[Key, str, str]:
    """Return the key of a body that many states have: that of its state, or else of its article alone."""
    key = ("name", name_key(main.normal), "Organization", owner or document)
    known_as = of_owner(main.normal, owner, known.lexicon, known.wordings)
    if known_as:
        return ("known", known_as), "", f"known name, of {known.lexicon.names[owner].label}: {main.normal}"
    if owner:
        return key, "", f"same name, of {known.lexicon.names[owner].label}: {main.normal}"
    return key, document, f"in this article only, as many states have one: {main.normal}"


def is_class(mention: Mention) -> bool:
    """Tell whether a nominal speaks of a class that articles share: "American military contractors".

    "The official" and "two contractors" are certain ones; and so are plain "contractors" mostly, those that the
    article speaks of: one node for all of these would be a hub that says of each what is said of others.
    """
    is_open = mention.determination in CLASS_DETERMINATIONS
    return is_open and len(mention.normal.split()) > 1
