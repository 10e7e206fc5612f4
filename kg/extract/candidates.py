"""What coreference needs to know of each mention, and of a document as a whole, looked up once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kg.extract import words_mentions as words
from kg.extract.agreement import Traits, is_person, name_traits, nominal_traits, pronoun_traits
from kg.extract.noun_phrases import content_head
from kg.extract.trees import Tree
from kg.extract.vocabulary import Vocabulary
from kg.model import Attribution, Determination, Lexicon, Link, Mention, MentionKind

CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "VERB"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention as coreference sees it.

    Attributes:
        index: its place among the mentions.
        token: its head; `content` the noun it is about ("contractors" in "a number of contractors").
        start: its first token; `end` the token after its last one.
        head: the lower-case lemma of `content`.
        modifiers: the lower-case content words before the head.
        said: the lower-case content words of the whole mention, without the head.
        title: the lower-case word before a name, if it is a title.
        is_modifier: it modifies another noun ("U.S." in "U.S. troops").
        is_inner: it is what a quantity is a quantity of ("contractors" in "a number of contractors").
    """

    index: int
    mention: Mention
    token: int
    content: int
    start: int
    end: int
    sentence: int
    dep: str
    head: str
    modifiers: frozenset[str]
    said: frozenset[str]
    traits: Traits
    is_person: bool
    title: str = ""
    is_modifier: bool = False
    is_inner: bool = False

    @property
    def kind(self) -> MentionKind:
        """The kind of the mention."""
        return self.mention.kind

    @property
    def is_definite(self) -> bool:
        """Whether the determiner says that the reader knows which one is meant."""
        return self.mention.determination in (Determination.DEFINITE, Determination.DEMONSTRATIVE)

    def contains(self, other: Candidate) -> bool:
        """Tell whether the other one stands within this one."""
        return self.start <= other.token < self.end


@dataclass(frozen=True, slots=True)
class Scene:
    """A document with its candidates in text order, and where to find them."""

    tree: Tree
    candidates: tuple[Candidate, ...]
    by_token: Mapping[int, Candidate]
    vocabulary: Vocabulary
    attributions: tuple[Attribution, ...]

    @property
    def lexicon(self) -> Lexicon:
        """The lexicon that the mentions were found with."""
        return self.vocabulary.lexicon


def make_scene(
    tree: Tree, mentions: Sequence[Mention], vocabulary: Vocabulary, attributions: Iterable[Attribution]
) -> Scene:
    """Look up what coreference needs to know of the mentions."""
    at = tree.at
    sentences = [number for number, (start, end) in enumerate(tree.sentences) for _ in range(start, end)]
    candidates = tuple(
        _candidate(index, mention, at[mention.head.start], at, sentences, tree, vocabulary)
        for index, mention in enumerate(mentions)
        if mention.head.start in at and mention.span.start in at
    )
    by_token = {candidate.token: candidate for candidate in candidates}
    return Scene(tree, candidates, by_token, vocabulary, tuple(attributions))


def _candidate(
    index: int,
    mention: Mention,
    token: int,
    at: Mapping[int, int],
    sentences: Sequence[int],
    tree: Tree,
    vocabulary: Vocabulary,
) -> Candidate:
    content = content_head(tree, token)
    head = tree.lemmas[content].lower()
    start, end = at[mention.span.start], _end(tree, token, mention.span.end)
    title = _title(tree, token) if mention.kind is MentionKind.NAME else ""
    return Candidate(
        index=index,
        mention=mention,
        token=token,
        content=content,
        start=start,
        end=end,
        sentence=sentences[token],
        dep=tree.deps[token],
        head=head,
        modifiers=_content_words(tree, range(start, content)),
        said=_content_words(tree, (i for i in range(start, end) if i != content)),
        traits=_traits(mention, head, title, vocabulary),
        is_person=is_person(mention, head, vocabulary),
        title=title,
        is_modifier=tree.deps[token] in ("compound", "amod", "nmod", "nummod"),
        is_inner=_is_inner(tree, token, mention),
    )


def _is_inner(tree: Tree, token: int, mention: Mention) -> bool:
    if tree.deps[token] != "pobj" or mention.determination not in (Determination.BARE, Determination.INDEFINITE):
        return False
    outer = tree.heads[tree.heads[token]]
    return mention.kind is MentionKind.NOMINAL and content_head(tree, outer) == token


def _content_words(tree: Tree, tokens: Iterable[int]) -> frozenset[str]:
    return frozenset(tree.lemmas[i].lower() for i in tokens if tree.pos[i] in CONTENT)


def _end(tree: Tree, token: int, end: int) -> int:
    while token + 1 < len(tree.words) and tree.starts[token + 1] < end:
        token += 1
    return token + 1


def _title(tree: Tree, token: int) -> str:
    titles = [tree.words[child].lower() for child in tree.children[token] if tree.deps[child] == "compound"]
    return next((title for title in titles if title.rstrip(".") in words.TITLES or title in words.TITLES), "")


def _traits(mention: Mention, head: str, title: str, vocabulary: Vocabulary) -> Traits:
    if mention.kind is MentionKind.PRONOUN:
        return pronoun_traits(mention.head_normal.lower())
    if mention.kind is MentionKind.QUANTITY:
        return Traits()
    if mention.kind is MentionKind.NAME:
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
        serials = _serials(self.members[one]), _serials(self.members[other])
        return not (all(serials) and serials[0].isdisjoint(serials[1]))

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
    last = (name.mention.normal.rpartition(" ")[2] for name in members if name.kind is MentionKind.NAME)
    return frozenset(word for word in last if word.isdigit())
