"""What coreference needs to know of each mention, and of a document as a whole, looked up once."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kg.extract import words_mentions as words
from kg.extract.agreement import (
    NEUTER,
    SOMEBODY,
    Traits,
    is_kind,
    is_person,
    name_traits,
    nominal_traits,
    pronoun_traits,
)
from kg.extract.noun_phrases import content_head
from kg.extract.trees import Tree
from kg.extract.vocabulary import Vocabulary
from kg.model import Attribution, Determination, Lexicon, Link, Manner, Mention, MentionKind

CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "VERB"})
SUBJECTS = ("nsubj", "nsubjpass")
# Looked up once, for in their class it takes many times as long.
NAME, NOMINAL, PRONOUN, QUANTITY = MentionKind.NAME, MentionKind.NOMINAL, MentionKind.PRONOUN, MentionKind.QUANTITY
SAYING_WHICH = frozenset({Determination.DEFINITE, Determination.DEMONSTRATIVE})
SAYING_NOTHING = frozenset({Determination.BARE, Determination.INDEFINITE})
NOT_ITSELF = frozenset({Determination.INDEFINITE, Determination.NEGATED, Determination.QUANTIFIED})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention as coreference sees it.

    Attributes:
        index: its place among the mentions.
        token: its head; `content` the noun it is about ("contractors" in "a number of contractors").
        start: its first token; `end` the token after its last one.
        head: the lower-case lemma of `content`.
        title: the lower-case word before a name, if it is a title.
        is_modifier: it modifies another noun ("U.S." in "U.S. troops").
        is_inner: it is what a quantity is a quantity of ("contractors" in "a number of contractors").
    """

    index: int
    mention: Mention
    kind: MentionKind
    token: int
    content: int
    start: int
    end: int
    sentence: int
    dep: str
    head: str
    traits: Traits
    is_person: bool
    title: str = ""
    is_modifier: bool = False
    is_inner: bool = False

    @property
    def is_definite(self) -> bool:
        """Whether the determiner says that the reader knows which one is meant."""
        return self.mention.determination in SAYING_WHICH

    def contains(self, other: Candidate) -> bool:
        """Tell whether the other one stands within this one."""
        return self.start <= other.token < self.end


@dataclass(frozen=True, slots=True)
class Scene:
    """A document with its candidates in text order, and where to find them.

    Attributes:
        content: the lower-case lemma of each content word, of the others "".
        names: the candidates that are names of things themselves, unlike "American" before a noun.
        sources: the mentions of who says something, and `tags` those of them that stand behind their own words.
    """

    tree: Tree
    content: tuple[str, ...]
    candidates: tuple[Candidate, ...]
    by_token: Mapping[int, Candidate]
    by_index: Mapping[int, Candidate]
    names: tuple[Candidate, ...]
    vocabulary: Vocabulary
    attributions: tuple[Attribution, ...]
    sources: frozenset[int]
    tags: frozenset[int]

    @property
    def lexicon(self) -> Lexicon:
        """The lexicon that the mentions were found with."""
        return self.vocabulary.lexicon

    def modifiers(self, candidate: Candidate) -> frozenset[str]:
        """Return the lower-case content words before the head."""
        return frozenset(filter(None, self.content[candidate.start : candidate.content]))

    def said(self, candidate: Candidate) -> frozenset[str]:
        """Return the lower-case content words of the whole mention, without the head."""
        start, head, end = candidate.start, candidate.content, candidate.end
        _, *spelled = _spelled_out(self.tree, head)
        around = (*self.content[start : min(head, end)], *self.content[max(head + 1, start) : end])
        return frozenset(filter(None, (*spelled, *around)))


def make_scene(
    tree: Tree, mentions: Sequence[Mention], vocabulary: Vocabulary, attributions: Iterable[Attribution]
) -> Scene:
    """Look up what coreference needs to know of the mentions."""
    sentences = [number for number, (start, end) in enumerate(tree.sentences) for _ in range(start, end)]
    content = [base if pos in CONTENT else "" for base, pos in zip(tree.bases, tree.pos, strict=True)]
    bodies = _told_as_bodies(tree, mentions, vocabulary)
    said = tuple(attributions)
    candidates = tuple(
        _candidate(index, mention, sentences, tree, vocabulary, bodies)
        for index, mention in enumerate(mentions)
        if mention.head.start in tree.at and mention.span.start in tree.at
    )
    return Scene(
        tree=tree,
        content=tuple(content),
        candidates=candidates,
        by_token={candidate.token: candidate for candidate in candidates},
        by_index={candidate.index: candidate for candidate in candidates},
        names=tuple(c for c in candidates if c.kind is NAME and _denotes_itself(c, tree, vocabulary)),
        vocabulary=vocabulary,
        attributions=said,
        sources=_sources(said),
        tags=_sources(one for one in said if one.manner is Manner.DIRECT and one.content.start < one.cue.span.start),
    )


def _sources(attributions: Iterable[Attribution]) -> frozenset[int]:
    found = (one.source.mention for one in attributions if one.source is not None)
    return frozenset(index for index in found if index is not None)


def _told_as_bodies(tree: Tree, mentions: Sequence[Mention], vocabulary: Vocabulary) -> frozenset[str]:
    """Return the names of which it is said somewhere that they are bodies of people: "Norvik Lund, a dealership"."""
    kinds = {tree.at.get(mention.head.start): mention.label for mention in mentions if mention.kind is NOMINAL}
    return frozenset(
        mention.normal
        for mention in mentions
        if mention.kind is NAME and not mention.link
        for child in tree.having(tree.at.get(mention.head.start, 0), "appos")
        if is_kind(kinds.get(child, ""), "Organization", vocabulary) or tree.bases[child] in words.GROUP_NOUNS
    )


def _denotes_itself(name: Candidate, tree: Tree, vocabulary: Vocabulary) -> bool:
    """Tell whether a name is neither an adjective nor one of many: not "a newer Gripen"."""
    if tree.pos[name.token] == "ADJ" or name.mention.determination in NOT_ITSELF:
        return False
    if is_kind(name.mention.label, "Place", vocabulary) and _is_cut_off(name, tree):
        return False
    return not any(tree.lowers[child] in words.VERSUS for child in tree.children[name.token])


def _is_cut_off(name: Candidate, tree: Tree) -> bool:
    """Tell whether it is only the last word of a longer name: "Cricket Norway" is not Norway."""
    before = name.token - 1
    is_part = before >= name.start and tree.pos[before] == "PROPN" and tree.heads[before] == name.token
    is_alone = name.mention.normal == tree.words[name.token] and not name.mention.link
    return is_part and is_alone and tree.deps[before] == "compound"


def _candidate(
    index: int,
    mention: Mention,
    sentences: Sequence[int],
    tree: Tree,
    vocabulary: Vocabulary,
    bodies: frozenset[str],
) -> Candidate:
    """Look up one mention; `sentences` has the number of each token's, `bodies` the names that are no person's."""
    token, start = tree.at[mention.head.start], tree.at[mention.span.start]
    content = content_head(tree, token)
    head, *_ = _spelled_out(tree, content)
    dep = tree.deps[token]
    title = _title(tree, token) if mention.kind is NAME else ""
    is_thing = mention.kind is NAME and not (title or mention.link) and _is_told_as_thing(tree, token, start)
    is_thing = is_thing or (mention.kind is NAME and mention.normal in bodies and not title)
    is_thing = is_thing or (mention.kind is NOMINAL and _is_named_as_body(tree, token))
    return Candidate(
        index=index,
        mention=mention,
        kind=mention.kind,
        token=token,
        content=content,
        start=start,
        end=max(bisect_left(tree.starts, mention.span.end), token + 1),
        sentence=sentences[token],
        dep=dep,
        head=head,
        traits=_fixed_traits(tree, token, start, is_thing=is_thing) or _traits(mention, head, title, vocabulary),
        is_person=not is_thing and is_person(mention, head, vocabulary),
        title=title,
        is_modifier=dep in ("compound", "amod", "nmod", "nummod"),
        is_inner=dep == "pobj" and _is_inner(tree, token, mention),
    )


def _spelled_out(tree: Tree, noun: int) -> tuple[str, ...]:
    """Return the lower-case lemma of a noun, of a short form the head and the words before it that it stands for."""
    lemma = tree.bases[noun]
    return words.SPELLED_OUT.get(lemma, (lemma,))


def _is_inner(tree: Tree, token: int, mention: Mention) -> bool:
    """Tell whether what follows a preposition is what the noun before it counts."""
    if mention.determination not in SAYING_NOTHING:
        return False
    outer = tree.heads[tree.heads[token]]
    return mention.kind is NOMINAL and content_head(tree, outer) == token


def _is_told_as_thing(tree: Tree, token: int, start: int) -> bool:
    """Tell whether a name is no person's, whatever it looks like: "the Halden", "Halden, which has sold"."""
    if tree.lowers[start] == "the" and token == start + 1:
        return True
    clauses = tree.having(token, "relcl")
    return any(tree.lowers[child] == "which" for clause in clauses for child in tree.having(clause, *SUBJECTS))


def _is_named_as_body(tree: Tree, token: int) -> bool:
    """Tell whether a noun is a body by the name beside it: "its largest owner, the pension fund Norvik"."""
    for name in tree.having(token, "appos"):
        before = {tree.bases[child] for child in tree.having(name, "compound")}
        if tree.pos[name] == "PROPN" and not before.isdisjoint(words.ORGANIZATION_WORDS | words.GROUP_NOUNS):
            return before.isdisjoint(words.TITLES | words.ROLES)
    return False


def _title(tree: Tree, token: int) -> str:
    titles = [tree.lowers[child] for child in tree.children[token] if tree.deps[child] == "compound"]
    return next((title for title in titles if title.rstrip(".") in words.TITLES or title in words.TITLES), "")


def _fixed_traits(tree: Tree, token: int, start: int, *, is_thing: bool) -> Traits | None:
    """Return what is told by how a mention is written: "the Halden" is it, "the Rail Workers" it or they."""
    if is_thing:
        return Traits(NEUTER)
    lower = tree.lowers[token]
    are_many = tree.tags[token] == "NNPS" or (lower.endswith("s") and lower[:-1] in SOMEBODY)
    is_body = are_many and tree.pos[token] == "PROPN" and tree.lowers[start] == "the"
    return Traits(NEUTER) if is_body else None


def _traits(mention: Mention, head: str, title: str, vocabulary: Vocabulary) -> Traits:
    if mention.kind is PRONOUN:
        return pronoun_traits(mention.head_normal.lower())
    if mention.kind is QUANTITY:
        return Traits()
    if mention.kind is NAME:
        return name_traits(mention, title, vocabulary)
    return nominal_traits(mention, head, vocabulary)


@dataclass(slots=True)
class Partition:
    """The candidates as they are joined so far; the only thing that the sieves share and change.

    Attributes:
        owner: number of the chain of each candidate.
        members: the candidates of each chain, in text order.
        traits: what all members of a chain leave possible.
        links: each join with its reason.
    """

    owner: dict[int, int] = field(default_factory=dict)
    members: dict[int, list[Candidate]] = field(default_factory=lambda: defaultdict(list))
    traits: dict[int, Traits] = field(default_factory=dict)
    known: dict[int, str] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)

    @classmethod
    def of(cls, scene: Scene) -> Partition:
        """Return the partition in which each candidate is alone."""
        partition = cls()
        for candidate in scene.candidates:
            partition.owner[candidate.index] = candidate.index
            partition.members[candidate.index] = [candidate]
            partition.traits[candidate.index] = candidate.traits
            partition.known[candidate.index] = candidate.mention.link
        return partition

    def chain_of(self, candidate: Candidate) -> list[Candidate]:
        """Return the candidates joined to this one so far, itself included."""
        return self.members[self.owner[candidate.index]]

    def may_join(self, candidate: Candidate, antecedent: Candidate) -> bool:
        """Tell whether nothing forbids it: two known names, "Falcon 9" and "Falcon 1", or no agreement."""
        one, other = self.owner[candidate.index], self.owner[antecedent.index]
        if one == other:
            return False
        if self.known[one] and self.known[other] and self.known[one] != self.known[other]:
            return False
        if not self.traits[one].agrees(self.traits[other]):
            return False
        serials = _serials(self.members[one])
        others = _serials(self.members[other]) if serials else serials
        return not others or not serials.isdisjoint(others)

    def join(self, candidate: Candidate, antecedent: Candidate, sieve: str, confidence: float) -> None:
        """Make one chain of two and note why."""
        one, other = self.owner[candidate.index], self.owner[antecedent.index]
        if one == other:
            return
        joined = sorted(self.members[one] + self.members[other], key=lambda member: member.index)
        self.traits[other] = self.traits[other].narrowed(self.traits[one])
        self.known[other] = self.known[other] or self.known[one]
        self.members[other] = joined
        for member in self.members.pop(one):
            self.owner[member.index] = other
        self.links.append(Link(candidate.index, antecedent.index, sieve, confidence))


def _serials(members: Sequence[Candidate]) -> frozenset[str]:
    """Return the numbers that names of a chain end in."""
    last = (name.mention.normal.rpartition(" ")[2] for name in members if name.kind is NAME)
    return frozenset(word for word in last if word.isdigit())
