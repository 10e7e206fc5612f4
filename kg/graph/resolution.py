"""Resolution: the mentions of all articles to the entities of one graph. Block, compare, cluster; every merge says why.

Within an article the chains have been found; here they are joined across articles, by these steps in this order:

known      a mention names something the ontologies know: the entity has the IRI that they give
name       the same name, case, stops and legal form aside, with a type that fits
acronym    an acronym that some article defines for exactly one name
full name  a person's name that agrees in surname and given name, initials and nicknames aside
class      a bare nominal that says which ("American military contractors") is one class for the whole corpus
article    any other nominal ("the official", "contractors") is an entity of its article alone
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.graph.iris import Iris
from kg.graph.naming import class_key, name_key, person_parts, same_person
from kg.model import (
    Determination,
    Entity,
    Extraction,
    Lexicon,
    Mention,
    MentionKind,
    Merge,
    Resolution,
)

CORE_KINDS = ("Person", "Organization", "Place", "Product", "Event", "Work")  # types that keep homonyms apart
CLASS_DETERMINATIONS = frozenset({Determination.BARE, Determination.NEGATED})


@dataclass(frozen=True, slots=True)
class Unit:
    """The mentions of one thing within one article, with why each belongs to it.

    Attributes:
        key: what units of the same entity share.
        main: the mention that names it best.
        scope: id of the article that it is confined to, or "".
    """

    document: str
    key: tuple[str, ...]
    main: Mention
    mentions: tuple[Mention, ...]
    merges: tuple[Merge, ...]
    scope: str = ""


def resolve(extractions: Iterable[Extraction], lexicon: Lexicon, base_iri: str) -> Resolution:
    """Join the mentions of a corpus into entities; the order of the articles changes nothing."""
    ordered = sorted(extractions, key=lambda extraction: extraction.document.id)
    units = [unit for extraction in ordered for unit in find_units(extraction, lexicon)]
    groups = cluster(units)
    drafts = [draft_entity(group, lexicon) for _, group in sorted(groups.items())]
    drafts += missing_classes(drafts)
    iris = mint(drafts, Iris(base_iri))
    entities = [replace(draft.entity, iri=iris[draft.key], broader=iris.get(draft.broader, "")) for draft in drafts]
    entity_of = {(m.document, m.mention): entity.iri for entity in entities for m in entity.merges}
    return Resolution(tuple(sorted(entities, key=lambda entity: entity.iri)), entity_of)


# ------------------------------------------------------------------------------------------------ block


def find_units(extraction: Extraction, lexicon: Lexicon) -> Iterator[Unit]:
    """Yield the things that one article speaks of, each with the key that it is known by in the corpus."""
    for members, reasons in _groups(extraction):
        mentions = {index: extraction.mentions[index] for index in members}
        for part in _split_by_link(mentions):
            main = _main(part.values())
            if main is not None:
                yield _unit(extraction, part, main, reasons, lexicon)


def _groups(extraction: Extraction) -> Iterator[tuple[list[int], dict[int, tuple[str, float]]]]:
    """Yield chains, then the mentions of no chain, each with why a mention is in it."""
    chained: set[int] = set()
    for chain in extraction.chains:
        chained |= set(chain.mentions)
        reasons = {link.mention: (f"coreference: {link.sieve}", link.confidence) for link in chain.links}
        yield list(chain.mentions), reasons
    for index in range(len(extraction.mentions)):
        if index not in chained:
            yield [index], {}


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
    extraction: Extraction,
    part: Mapping[int, Mention],
    main: Mention,
    reasons: Mapping[int, tuple[str, float]],
    lexicon: Lexicon,
) -> Unit:
    document = extraction.document.id
    key, scope, reason = _key(main, document, lexicon)
    merges = tuple(
        Merge(document, index, *_why(mention, main, reasons.get(index), reason)) for index, mention in part.items()
    )
    return Unit(document, key, main, tuple(part.values()), merges, scope)


def _why(mention: Mention, main: Mention, link: tuple[str, float] | None, reason: str) -> tuple[str, float]:
    if mention.link and mention.link == main.link:
        return f"known name: {mention.normal}", 1.0
    if mention is main or link is None:
        return reason, 1.0
    return link


def _key(main: Mention, document: str, lexicon: Lexicon) -> tuple[tuple[str, ...], str, str]:
    """Return the key of a unit, the article it is confined to, and the reason in words."""
    if main.link:
        return ("known", main.link), "", f"known name: {main.normal}"
    if main.kind is MentionKind.NAME:
        family = _family(main.label, lexicon)
        if family == "Person" and len(person_parts(main.normal)) == 1:
            return ("name", name_key(main.normal), family, document), document, "surname alone, in this article only"
        return ("name", name_key(main.normal), family), "", f"same name: {main.normal}"
    if is_class(main):
        return ("class", class_key(main.normal)), "", f"class: {main.normal}"
    if main.determination in CLASS_DETERMINATIONS:
        return ("article", class_key(main.normal), document), document, f"the same words in this article: {main.normal}"
    place = f"{main.head.start}"
    return ("article", class_key(main.normal), document, place), document, f"in this article only: {main.text}"


def is_class(mention: Mention) -> bool:
    """Tell whether a nominal speaks of a class that articles share: "American military contractors".

    "The official" and "two contractors" are certain ones; and so are plain "contractors" mostly, those that the
    article speaks of: one node for all of these would be a hub that says of each what is said of others.
    """
    is_open = mention.determination in CLASS_DETERMINATIONS
    return is_open and len(mention.normal.split()) > 1


def _family(kind: str, lexicon: Lexicon) -> str:
    """Return the core class that keeps homonyms apart, or "" where the type is not known."""
    known = lexicon.kinds.get(kind)
    ancestors = known.ancestors if known else frozenset({kind})
    names = {iri.rsplit("#", 1)[-1] for iri in ancestors}
    return next((family for family in CORE_KINDS if family in names), "")


# ------------------------------------------------------------------------------------------------ compare, cluster


def cluster(units: Sequence[Unit]) -> dict[tuple[str, ...], list[Unit]]:
    """Group the units by what they are, after keys that mean the same have been made one."""
    same = _untyped_names(units)
    for step in (_acronyms, _full_names):
        same |= {key: same.get(other, other) for key, other in step(units).items() if key not in same}
    groups: dict[tuple[str, ...], list[Unit]] = defaultdict(list)
    for unit in units:
        groups[_root(unit.key, same)].append(unit)
    return groups


def _root(key: tuple[str, ...], same: Mapping[tuple[str, ...], tuple[str, ...]]) -> tuple[str, ...]:
    seen = {key}
    while key in same and same[key] not in seen:
        key = same[key]
        seen.add(key)
    return key


def _untyped_names(units: Sequence[Unit]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """A name whose type is not known is the one typed thing of that name, if there is just one."""
    families: dict[str, set[str]] = defaultdict(set)
    for unit in units:
        if unit.key[0] == "name" and len(unit.key) == 3:
            families[unit.key[1]].add(unit.key[2])
    return {
        ("name", name, ""): ("name", name, max(kinds))
        for name, kinds in families.items()
        if "" in kinds and len(kinds) == 2
    }


def _acronyms(units: Sequence[Unit]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """An acronym that articles define for just one name is that name in every article."""
    meanings: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for unit in units:
        if unit.key[0] in ("name", "known"):
            for mention in unit.mentions:
                if mention.kind is MentionKind.NAME and _is_acronym(mention.normal) and mention is not unit.main:
                    meanings[name_key(mention.normal)].add(unit.key)
    alone = [unit for unit in units if unit.key[0] == "name" and _is_acronym(unit.main.normal)]
    return {
        unit.key: min(meanings[unit.key[1]])
        for unit in alone
        if len(meanings[unit.key[1]]) == 1 and min(meanings[unit.key[1]]) != unit.key
    }


def _is_acronym(name: str) -> bool:
    letters = name.replace(".", "")
    return letters.isupper() and letters.isalpha() and 2 <= len(letters) <= 8


def _full_names(units: Sequence[Unit]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """A person's name joins the one fuller name that agrees with it ("J. Smith", "Jim Smith": "James Smith")."""
    names = sorted(
        {(unit.key, unit.main.normal) for unit in units if unit.key[0] == "name" and unit.key[2] == "Person"}
    )
    by_surname: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for key, name in names:
        if len(key) == 3:
            by_surname[person_parts(name)[-1]].append((key, name))
    joined: dict[tuple[str, ...], tuple[str, ...]] = {}
    for same_surname in by_surname.values():
        for key, name in same_surname:
            fuller = {
                k for k, other in same_surname if k != key and same_person(name, other) and len(other) > len(name)
            }
            if len(fuller) == 1:
                joined[key] = min(fuller)
    return joined


# ------------------------------------------------------------------------------------------------ entities


@dataclass(frozen=True, slots=True)
class Draft:
    """An entity before IRIs are given out: clashes of labels are known only when all are there."""

    key: tuple[str, ...]
    entity: Entity
    head: str
    broader: tuple[str, ...] = ()


def draft_entity(group: Sequence[Unit], lexicon: Lexicon) -> Draft:
    """Make one entity of the units that share a key."""
    key = min(unit.key for unit in group)
    key = next((unit.key for unit in group if unit.key[0] == "known"), key)
    mentions = [mention for unit in group for mention in unit.mentions]
    merges = tuple(sorted((m for unit in group for m in unit.merges), key=lambda m: (m.document, m.mention)))
    if key[0] == "known":
        return Draft(key, _known(key[1], mentions, merges, lexicon), "")
    mains = [unit.main for unit in group]
    label = _label(mains)
    kind = _most_common(m.label for m in mentions if m.label)
    entity = Entity("", label, kind, aliases=_aliases(mentions, label), merges=merges)
    return Draft(key, entity, _head(mains), _class_above(key, mains))


def _known(iri: str, mentions: Sequence[Mention], merges: tuple[Merge, ...], lexicon: Lexicon) -> Entity:
    name = lexicon.names[iri]
    aliases = tuple(sorted({*name.aliases, *_aliases(mentions, name.label)}))
    return Entity(iri, name.label, name.kind, aliases, name.same_as, "", name.metonym_for, merges)


def _label(mains: Sequence[Mention]) -> str:
    """Return the wording used most: of a name one that is no acronym, of a class its plural where one is used."""
    spelled_out = [mention for mention in mains if not _is_acronym(mention.normal)] or mains
    plural = [mention for mention in spelled_out if mention.plural and mention.kind is MentionKind.NOMINAL]
    return _most_common(mention.normal for mention in (plural or spelled_out))


def _aliases(mentions: Sequence[Mention], label: str) -> tuple[str, ...]:
    return tuple(sorted({m.normal for m in mentions if m.kind is MentionKind.NAME and m.normal} - {label}))


def _class_above(key: tuple[str, ...], mains: Sequence[Mention]) -> tuple[str, ...]:
    """Return the key of the class that a nominal is a case of, its head's; the class itself has none above it."""
    head = _head(mains)
    broader = ("class", class_key(head)) if head and key[0] in ("class", "article") else ()
    return broader if broader != key else ()


def _head(mains: Sequence[Mention]) -> str:
    return _most_common(mention.head_normal for mention in mains if mention.head_normal)


def missing_classes(drafts: Sequence[Draft]) -> list[Draft]:
    """Make the classes that others are cases of, where no article mentions them by themselves."""
    there = {draft.key for draft in drafts}
    wordings: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for draft in drafts:
        if draft.broader and draft.broader not in there:
            wordings[draft.broader].append(draft.head)
    return [Draft(key, Entity("", _most_common(heads)), "") for key, heads in sorted(wordings.items())]


def mint(drafts: Sequence[Draft], iris: Iris) -> dict[tuple[str, ...], str]:
    """Give each draft its IRI: readable where the label is its own, with a suffix where labels clash."""
    slugs = Counter(iris.entity(draft.entity.label) for draft in drafts if draft.key[0] in ("name", "class"))
    minted: dict[tuple[str, ...], str] = {}
    for draft in drafts:
        plain = iris.entity(draft.entity.label)
        if draft.key[0] == "known":
            minted[draft.key] = draft.entity.iri
        elif draft.key[0] == "article" or len(draft.key) > 3 or slugs[plain] > 1:
            minted[draft.key] = iris.disambiguated(draft.entity.label, "\t".join(draft.key))
        else:
            minted[draft.key] = plain
    return minted


def _most_common(values: Iterable[str]) -> str:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value), default="")
