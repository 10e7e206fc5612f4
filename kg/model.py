"""Every value that flows between the stages: frozen, slotted, tuples inside.

All offsets are half-open ranges of code points into `Document.text`. Classes, properties and known names are full
IRIs. A value refers to another of the same Extraction by its position there: `Argument.mention` is an index into
`Extraction.mentions`, `Argument.statement` one into `Extraction.statements`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

# ------------------------------------------------------------------------------------------------ text


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points in a document's text.

    >>> Span(3, 6).of("on Sunday")
    'Sun'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words that the span covers."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Tell whether the other span lies within this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it was read, before cleaning.

    Attributes:
        source: what identifies it: its path within the given folder (with `#line` in JSON Lines), or its URL.
        text: the body, still with the site's furniture around it if `is_plain` (LF line ends, no NUL, no surrogate).
        is_plain: the body is bare text whose furniture and head lines are still in it.
    """

    source: str
    text: str
    title: str = ""
    author: str = ""
    publisher: str = ""
    published: date | None = None
    url: str = ""
    is_plain: bool = True


@dataclass(frozen=True, slots=True)
class Document:
    """One cleaned article. `id` comes from its content: the same article has the same id in every build."""

    id: str
    source: str
    text: str
    title: str = ""
    author: str = ""
    publisher: str = ""
    published: date | None = None
    url: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Skip:
    """Something that was left out, and why: a file, an article, a paragraph or a sentence."""

    where: str
    reason: str


# ------------------------------------------------------------------------------------------------ mentions


class MentionKind(StrEnum):
    """What sort of expression a mention is."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"
    DATE = "date"
    QUANTITY = "quantity"


class Determination(StrEnum):
    """What the determiner of a nominal says about which one is meant."""

    BARE = "bare"  # contractors
    INDEFINITE = "indefinite"  # a contractor, some contractors
    DEFINITE = "definite"  # the contractor
    DEMONSTRATIVE = "demonstrative"  # these contractors
    POSSESSIVE = "possessive"  # its contractors, Ukraine's contractors
    QUANTIFIED = "quantified"  # two of the contractors, few contractors, only contractors
    NEGATED = "negated"  # no contractors


@dataclass(frozen=True, slots=True)
class Mention:
    """An expression that refers to something, named or not.

    Attributes:
        head: the span of the head word alone. Arguments and mentions are joined by it.
        text: the words as written, with their determiner and modifiers.
        label: IRI of the class that it belongs to, or "" where nothing is known.
        normal: what identifies it: of a nominal the head with compounds, names and demonyms
            ("American military contractors"), without determiner, quantity and loose adjectives; of a name the
            name without title, determiner and possessive ("Lloyd Austin").
        head_normal: the head alone, in the number it is written in ("contractors").
        link: IRI of the known name in the ontologies that it denotes, or "".
        plural: whether it denotes more than one.
    """

    document: str
    span: Span
    head: Span
    text: str
    kind: MentionKind
    label: str = ""
    normal: str = ""
    head_normal: str = ""
    link: str = ""
    plural: bool = False
    determination: Determination = Determination.BARE


@dataclass(frozen=True, slots=True)
class Link:
    """Why one mention was joined to an earlier one: both by index, the sieve that did it, and how sure it is."""

    mention: int
    antecedent: int
    sieve: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Chain:
    """The mentions of one thing within one document, by index in text order."""

    mentions: tuple[int, ...]
    representative: int
    links: tuple[Link, ...] = ()


# ------------------------------------------------------------------------------------------------ propositions


@dataclass(frozen=True, slots=True)
class Argument:
    """One part of a proposition, in the words of the sentence.

    It is a mention, a clause (`statement`), or, where both are None, a literal such as an adjective complement.
    `text` joins the words by single blanks; it can skip words, so that `span` (from first to last word) is wider.
    """

    text: str
    span: Span
    head: Span
    mention: int | None = None
    statement: int | None = None


@dataclass(frozen=True, slots=True)
class Predicate:
    """What is said of the arguments.

    Attributes:
        lemma: the normal form: lemmas with particle or preposition and the nouns folded in, without auxiliaries,
            adverbs and determiners ("invite bids from"); a passive keeps "be" and the participle ("be sent to").
        text: the words as in the sentence ("is inviting bids from").
        anchor: the span of the word that carries it (verb, predicate noun or adjective).
        active: of a passive with its agent ("be maintained by"), the active lemma ("maintain"); else "".
        folded: how many nouns stand in it: 1 in "invite bids from". The more, the less it is a relation of its own:
            what they say is said by the other propositions of the clause and its qualifiers.
    """

    lemma: str
    text: str
    span: Span
    anchor: Span
    active: str = ""
    folded: int = 0


class Role(StrEnum):
    """What a qualifier adds to a statement."""

    PLACE = "place"
    TIME = "time"
    MANNER = "manner"
    PURPOSE = "purpose"
    CAUSE = "cause"
    CONDITION = "condition"
    SOURCE = "source"  # out of Ukraine
    GOAL = "goal"  # to Poland
    INSTRUMENT = "instrument"
    COMPANION = "companion"
    BENEFICIARY = "beneficiary"
    TOPIC = "topic"
    EXTENT = "extent"
    QUANTIFIER = "quantifier"  # "two of the twelve", "only": blocks the plain triple
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Qualifier:
    """A circumstance of a proposition: `text` holds the words with their preposition."""

    role: Role
    text: str
    span: Span
    head: Span
    mention: int | None = None


@dataclass(frozen=True, slots=True)
class Proposition:
    """Who does what to whom, before anyone is asked who says so. `object` is None in "talks collapsed".

    Attributes:
        kind: the rule family that found it (object, complement, prepositional, copula, apposition, possessive,
            purpose, clausal, nominal, hyponym, ...).
        clause: start offset of the clause it comes from; propositions of one clause share it.
        confidence: how likely it is right, from the rule family and the shape of the parse.
    """

    subject: Argument
    predicate: Predicate
    object: Argument | None
    kind: str
    span: Span
    clause: int
    qualifiers: tuple[Qualifier, ...] = ()
    confidence: float = 1.0


# ------------------------------------------------------------------------------------------------ statements


class Polarity(StrEnum):
    """Whether something is affirmed or denied."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNKNOWN = "unknown"


class Certainty(StrEnum):
    """How sure the innermost source is (FactBank's grid)."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNKNOWN = "unknown"


class Tense(StrEnum):
    """When something holds, seen from the time of writing."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    NONE = "none"


class Manner(StrEnum):
    """How somebody's words are given."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody says something: the source, the words that show it ("said", "according to") and what is said.

    `source` is None where the text hides it ("it is reported that"); `content` covers the words attributed.
    """

    source: Argument | None
    cue: Argument
    content: Span
    manner: Manner


@dataclass(frozen=True, slots=True)
class Factuality:
    """FactBank's grid and the tense."""

    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.CERTAIN
    tense: Tense = Tense.PRESENT


@dataclass(frozen=True, slots=True)
class TimeValue:
    """An interval of days, both ends included; an end that is not known is None.

    Attributes:
        granularity: "day", "week", "month", "quarter", "season", "year", "decade", "century", "time" or "duration".
        modifier: "" or "before", "after", "since", "until", "start", "mid", "end", "approx".
    """

    text: str
    span: Span
    start: date | None
    end: date | None
    granularity: str
    modifier: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """A proposition with who claims it (outermost first), how sure they are, and when.

    Attributes:
        factuality: the view of the innermost source, or of the author where there is none.
        author_factuality: the author's own view where somebody else is quoted.
        property: IRI of the ontology's property, or "" where none covers the phrase.
        inverse: the property runs from object to subject ("is maintained by").
    """

    proposition: Proposition
    attributions: tuple[Attribution, ...] = ()
    factuality: Factuality = Factuality()
    author_factuality: Factuality | None = None
    time: TimeValue | None = None
    property: str = ""
    inverse: bool = False


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one document says, by index: what the per-article half hands to the corpus half."""

    document: Document
    mentions: tuple[Mention, ...] = ()
    chains: tuple[Chain, ...] = ()
    statements: tuple[Statement, ...] = ()
    skipped: tuple[Skip, ...] = ()


# ------------------------------------------------------------------------------------------------ lexicon


@dataclass(frozen=True, slots=True)
class Name:
    """Something that the ontologies know by name.

    Attributes:
        kind: IRI of its class.
        aliases: other names for exactly the same thing ("DoD", "Defense Department").
        demonyms: adjectives and nouns for what belongs to it ("American", "Americans", "U.S.").
        metonym_for: IRI of what it also stands for in the news ("Kremlin" for the government of Russia), or "".
        contexts: words near an ambiguous alias that decide for this name; empty where the alias decides alone.
    """

    iri: str
    label: str
    kind: str
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    metonym_for: str = ""
    contexts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way to express a property: `text` is written as `Predicate.lemma` is.

    `subjects` and `objects` are IRIs of the classes that the two ends may have; empty means any. With `inverse`
    the sentence's subject is the property's object. A `strict` phrase, of a verb with many senses ("have", "take"),
    means the property only where the classes of both ends are known. In `text`, "*" stands for a noun folded into
    the predicate: "send * to" is how "send tank to" is looked up, after "send tank to" itself. The property of a
    `valued` phrase takes words, a date, an amount or nothing ("talks collapsed"), and never a thing.
    """

    text: str
    property: str
    inverse: bool = False
    subjects: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    strict: bool = False
    valued: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """A class of the ontologies with itself and all its ancestors, and the nouns that denote its instances."""

    iri: str
    label: str
    ancestors: frozenset[str]
    nouns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What extraction needs to know of the domain.

    Attributes:
        names: by IRI.
        phrases: by `Phrase.text`, the most specific first.
        kinds: by IRI.
    """

    names: Mapping[str, Name] = field(default_factory=dict)
    phrases: Mapping[str, tuple[Phrase, ...]] = field(default_factory=dict)
    kinds: Mapping[str, Kind] = field(default_factory=dict)

    def is_a(self, kind: str, ancestor: str) -> bool:
        """Tell whether the class is the other one or below it; an unknown class is only itself."""
        known = self.kinds.get(kind)
        return kind == ancestor or (known is not None and ancestor in known.ancestors)


# ------------------------------------------------------------------------------------------------ entities


@dataclass(frozen=True, slots=True)
class Merge:
    """Why a mention belongs to an entity: the step that joined it, in words, and how sure that is."""

    document: str
    mention: int
    reason: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing in the world, over the whole corpus.

    Attributes:
        kind: IRI of its class, or "".
        aliases: other wordings found or known, sorted.
        broader: IRI of the class nominal it is a case of, or "" ("contractors" for "American military contractors").
        metonym_for: IRI of what it also stands for in the news, or "".
        merges: one for each mention, in order of document and position.
    """

    iri: str
    label: str
    kind: str = ""
    aliases: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    broader: str = ""
    metonym_for: str = ""
    merges: tuple[Merge, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """The entities of a corpus in order of IRI, and the entity of each mention: (document id, index) -> IRI.

    A mention that stands for nothing we know (a pronoun without antecedent, a date) is missing from `entity_of`.
    """

    entities: tuple[Entity, ...]
    entity_of: Mapping[tuple[str, int], str]
