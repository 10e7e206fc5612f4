"""Entities of groups of mentions: label, class and aliases; then an IRI for each, once all labels are known."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.graph.iris import Iris
from kg.graph.naming import class_key, is_acronym
from kg.graph.units import Key, Knowledge, Unit
from kg.model import Entity, Lexicon, Mention, MentionKind, Merge


@dataclass(frozen=True, slots=True)
class Draft:
    """An entity before IRIs are given out: clashes of labels are known only when all are there."""

    key: Key
    entity: Entity
    head: str
    broader: Key = ()


def draft_entity(key: Key, group: Sequence[Unit], known: Knowledge) -> Draft:
    """Make one entity of the units that are the same thing."""
    mentions = [mention for unit in group for mention in unit.mentions]
    merges = tuple(sorted((m for unit in group for m in unit.merges), key=lambda m: (m.document, m.mention)))
    if key[0] == "known":
        return Draft(key, _known(key[1], mentions, merges, known.lexicon), "")
    mains = [unit.main for unit in group]
    called = _counted(group) or _wording(key, mains) or _label(mains)
    label = _owned(called, key, known)
    kind = _most_common(m.label for m in mentions if m.label)
    entity = Entity("", label, kind, aliases=_aliases(mentions, label), merges=merges)
    head = _head(mains)
    broader = ("class", class_key(head)) if head and key[0] in ("class", "article") else ()
    return Draft(key, entity, head, broader)


def _known(iri: str, mentions: Sequence[Mention], merges: tuple[Merge, ...], lexicon: Lexicon) -> Entity:
    name = lexicon.names[iri]
    aliases = tuple(sorted({*name.aliases, *_aliases(mentions, name.label)}))
    return Entity(iri, name.label, name.kind, aliases, name.same_as, "", name.metonym_for, merges)


def _owned(label: str, key: Key, known: Knowledge) -> str:
    """Say whose a body is that many states have: "Supreme Court (India)"."""
    owner = known.lexicon.names.get(key[-1]) if len(key) > 3 else None
    return label if owner is None else f"{label} ({owner.label})"


def _label(mains: Sequence[Mention]) -> str:
    """Return the wording used most: of a name one that is no acronym, of a class its plural where one is used."""
    spelled_out = [mention for mention in mains if not is_acronym(mention.normal)] or mains
    plural = [mention for mention in spelled_out if mention.plural and mention.kind is MentionKind.NOMINAL]
    return _most_common(mention.normal for mention in (plural or spelled_out))


def _wording(key: Key, mains: Sequence[Mention]) -> str:
    """Return what a thing of one article is called, where all that is said of it calls it so."""
    wordings = {mention.wording for mention in mains}
    return min(wordings) if key[0] == "article" and len(wordings) == 1 else ""


def _counted(group: Sequence[Unit]) -> str:
    """Return the wording with how many there are: "about 1,400 people"; nothing where joined units differ in it."""
    counts = {(unit.count, unit.amount) for unit in group}
    is_one = len(counts) == 1 and all(unit.key[0] == "article" for unit in group)
    (count, amount), main = min(counts), group[0].main
    called = main.wording or main.normal
    is_said = called.lower().startswith(f"{count} ")  # "Eleven people", read as what they are
    parts = ("" if is_said else count, called, "" if amount in called else amount)
    return " ".join(filter(None, parts)) if is_one and (count or amount) else ""


def _aliases(mentions: Sequence[Mention], label: str) -> tuple[str, ...]:
    """Return the other names of a thing, and the normal form of a nominal that is called more fully."""
    shorter = {mention.normal for mention in mentions if mention.wording and mention.wording in label}
    names = {mention.normal for mention in mentions if mention.kind is MentionKind.NAME and mention.normal}
    return tuple(sorted((names | shorter) - {label}))


def _head(mains: Sequence[Mention]) -> str:
    return _most_common(mention.head_normal for mention in mains if mention.head_normal)


def missing_classes(drafts: Sequence[Draft]) -> list[Draft]:
    """Make the classes that others are cases of, where no article mentions them by themselves."""
    there = {draft.key for draft in drafts}
    wordings: dict[Key, list[str]] = defaultdict(list)
    for draft in drafts:
        if draft.broader and draft.broader not in there:
            wordings[draft.broader].append(draft.head)
    return [Draft(key, Entity("", _most_common(heads)), "") for key, heads in sorted(wordings.items())]


def mint(drafts: Sequence[Draft], iris: Iris) -> dict[Key, str]:
    """Give each draft its IRI: readable where the label is its own, with a suffix where labels clash."""
    slugs = Counter(iris.entity(draft.entity.label) for draft in drafts if draft.key[0] in ("name", "class"))
    slugs.update(draft.entity.iri for draft in drafts if draft.key[0] == "known")
    minted: dict[Key, str] = {}
    for draft in drafts:
        plain = iris.entity(draft.entity.label)
        if draft.key[0] == "known":
            minted[draft.key] = draft.entity.iri
        elif draft.key[0] == "article" or _is_confined(draft) or slugs[plain] > 1:
            minted[draft.key] = iris.disambiguated(draft.entity.label, "\t".join(draft.key))
        else:
            minted[draft.key] = plain
    return minted


def _is_confined(draft: Draft) -> bool:
    """Tell whether a name is one of a single article; one of a state has the state in its label."""
    return len(draft.key) > 3 and not draft.entity.label.endswith(")")


def _most_common(values: Iterable[str]) -> str:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value), default="")
