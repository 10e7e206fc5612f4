"""Mentions: every expression of a document that can be an argument, with its class, its normal form and its link.

Each noun phrase is one mention, known by its head word; a name that modifies another noun ("U.S." in "U.S. troops") is
one of its own, and so are the members of a coordination, possessors and what stands in a prepositional phrase.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from kg.extract import words_mentions as words
from kg.extract.agreement import is_kind
from kg.extract.homonyms import settle
from kg.extract.inner_names import is_spelled_out
from kg.extract.labels import class_noun_range, label_names, noun_class
from kg.extract.name_ranges import Fragment, ProperName
from kg.extract.names import match_names
from kg.extract.noun_phrases import (
    NOMINAL,
    Extents,
    content_head,
    determination_of,
    find_extents,
    identifying_words,
    is_head,
    is_plural,
)
from kg.extract.proper_names import QUANTITY_LABELS, TIME_LABELS, find_proper_names
from kg.extract.tails import is_of_one, tail
from kg.extract.trees import Tree, read_tagged, read_tree
from kg.extract.vocabulary import Vocabulary, vocabulary_of
from kg.extract.wordings import wording
from kg.extract.words import MONTHS
from kg.extract.words_people import PARTS_OF_BODIES
from kg.extract.words_times import SEASONS, UNITS
from kg.model import Determination, Lexicon, Mention, MentionKind, Span

PERIODS = SEASONS.keys() | UNITS.keys()
AGED = "year-old"  # lemma of "the 24-year-old"
ONE_BY_NAME = ("Place", "Organization", "Event", "Law")
Identity = tuple[str, str, str, str]  # class, normal form, link, wording
HAS_DETERMINER = frozenset({MentionKind.NAME, MentionKind.NOMINAL})


@dataclass(frozen=True, slots=True)
class Reading:
    """What is known of a document before its mentions are made.

    Attributes:
        named: the proper name that each token belongs to.
        labels: the class of each proper name.
        tags: the tagger's label of dates and quantities, by token.
        dates: the tokens that belong to a date or a time.
    """

    document: str
    tree: Tree
    extents: Extents
    vocabulary: Vocabulary
    named: Mapping[int, ProperName]
    labels: Mapping[ProperName, str]
    tags: Mapping[int, str]
    dates: frozenset[int]


def find_mentions(doc: Doc, lexicon: Lexicon, *, document: str = "") -> tuple[Mention, ...]:
    """Return the mentions of a parsed document in text order; no two have the same head.

    >>> from spacy.vocab import Vocab
    >>> doc = Doc(Vocab(), ["Two", "pilots", "saw", "it"], heads=[1, 2, 2, 2], lemmas=["2", "pilot", "see", "it"],
    ...           deps=["nummod", "nsubj", "ROOT", "dobj"], pos=["NUM", "NOUN", "VERB", "PRON"],
    ...           tags=["CD", "NNS", "VBD", "PRP"])
    >>> [(mention.text, mention.normal, mention.kind.value) for mention in find_mentions(doc, Lexicon())]
    [('Two pilots', 'pilots', 'nominal'), ('it', 'it', 'pronoun')]
    """
    vocabulary = vocabulary_of(lexicon)
    tree = read_tree(doc)
    known = settle(doc, match_names(tree.text, vocabulary.names), vocabulary)
    names, fragments = find_proper_names(doc, tree, known)
    tags = {i: ent.label for ent in read_tagged(doc) if ent.label != "NORP" for i in range(ent.start, ent.end)}
    reading = Reading(
        document=document,
        tree=tree,
        extents=find_extents(tree),
        vocabulary=vocabulary,
        named={token: name for name in reversed(names) for token in range(name.start, name.end)},
        labels=dict(zip(names, label_names(tree, names, vocabulary), strict=True)),
        tags=tags,
        dates=frozenset(i for i, tag in tags.items() if tag in TIME_LABELS),
    )
    found = {mention.head: mention for mention in _all_mentions(reading, names, fragments)}
    return tuple(sorted(found.values(), key=lambda mention: (mention.span.start, -mention.span.end, mention.head)))


def _all_mentions(
    reading: Reading, names: tuple[ProperName, ...], fragments: tuple[Fragment, ...]
) -> Iterator[Mention]:
    """Yield fragments, then modifying names, then noun phrases: of two with one head, the later one counts."""
    tree = reading.tree
    for fragment in fragments:
        yield _fragment_mention(reading, fragment)
    for name in names:
        is_modifier = not is_head(tree, name.root) or reading.named[name.root] is not name
        if is_modifier and _denotes(tree, name):
            yield _modifier_mention(reading, name)
    for i in [i for i, pos in enumerate(tree.pos) if pos in NOMINAL]:
        name_here = reading.named.get(i)
        if (name_here is None or name_here.root == i) and is_head(tree, i):
            yield _phrase_mention(reading, i)


# ------------------------------------------------------------------------------------------------ names as modifiers


def _denotes(tree: Tree, name: ProperName) -> bool:
    """Tell whether a modifying name is a thing of its own: not "Muslim" in "Muslim voters", not "Mr."."""
    if name.name is None and name.label == "NORP":
        return False
    return name.end - name.start > 1 or tree.lowers[name.start] not in words.HONORIFICS


def _fragment_mention(reading: Reading, fragment: Fragment) -> Mention:
    span = Span(fragment.start, fragment.end)
    text = span.of(reading.tree.text)
    name = fragment.name
    return Mention(reading.document, span, span, text, MentionKind.NAME, name.kind, text, text, name.iri)


def _modifier_mention(reading: Reading, name: ProperName) -> Mention:
    """Make the mention of a name that modifies another noun ("American", "F-16"), or of a role before a name."""
    tree = reading.tree
    tokens = range(name.start, name.end)
    text = tree.string(tokens)
    head = tree.words[name.root]
    label, kind = reading.labels[name], MentionKind.NAME
    if _is_role(tree, name):
        label, kind = reading.vocabulary.core["Person"], MentionKind.NOMINAL
    elif _is_class_in_capitals(reading, name):
        label, kind = noun_class(tree, name.root, range(0), reading.vocabulary), MentionKind.NOMINAL
    link = name.name.iri if name.name else ""
    return Mention(reading.document, tree.span(tokens), tree.token_span(name.root), text, kind, label, text, head, link)


def _is_role(tree: Tree, name: ProperName) -> bool:
    """Tell whether a run of capitals is an office or an occupation, not somebody's name: "Secretary of State"."""
    if name.name is not None or name.label == "PERSON" or is_spelled_out(tree, name):
        return False
    lower = tree.lowers[name.root]
    forms = {lower, lower.rstrip("."), lower.removesuffix("s")}
    return bool(forms & words.TITLES or forms & words.PERSON_NOUNS)


def _is_class_in_capitals(reading: Reading, name: ProperName) -> bool:
    """Tell whether it is a common noun in capitals: "the Government", "UAV" if the ontologies have that noun."""
    tree = reading.tree
    if name.name is not None or name.end - name.start > 1:
        return False
    if tree.words[name.root].isupper():
        return bool(class_noun_range(tree, name.root, reading.vocabulary)[0])
    has_determiner = any(tree.deps[child] in ("det", "poss") for child in tree.children[name.root])
    known = has_determiner and name.label != "PERSON"
    return known and bool(noun_class(tree, name.root, range(0), reading.vocabulary))


def _is_no_name(reading: Reading, name: ProperName) -> bool:
    """Tell whether words in capitals say what sort of thing or person somebody is."""
    return _is_role(reading.tree, name) or _is_class_in_capitals(reading, name) or _is_countryman(reading.tree, name)


def _is_countryman(tree: Tree, name: ProperName | None) -> bool:
    """Tell whether a demonym is one person of a country: "the Swede", but neither "the Swiss" nor "the British"."""
    if name is None or not name.is_demonym or name.end - name.start > 1 or tree.tags[name.root] not in ("NN", "NNP"):
        return False
    has_article = any(tree.lowers[child] in ("the", "a", "an") for child in tree.children[name.root])
    return has_article and not tree.words[name.root].endswith(words.OF_PEOPLES)


# ------------------------------------------------------------------------------------------------ noun phrases


def _phrase_mention(reading: Reading, i: int) -> Mention:
    tree = reading.tree
    tokens = range(reading.extents.left[i], reading.extents.right[i] + 1)
    content = content_head(tree, i)
    name = reading.named.get(content)
    if name is not None and (name.root != content or _is_no_name(reading, name)):
        name = None
    if name is not None and content == i:
        tokens = range(min(tokens.start, name.start), max(tokens.stop, name.end))
    kind = _kind(reading, i, content, name)
    label, normal, link, called = _identity(reading, content, kind, name)
    span = tree.span(tokens)
    return Mention(
        document=reading.document,
        span=span,
        head=tree.token_span(i),
        text=span.of(tree.text),
        kind=kind,
        label=label,
        normal=normal,
        head_normal=tree.words[content],
        link=link,
        plural=_is_plural(reading, i, content, label, kind),
        determination=_determination(reading, i, content, kind),
        wording=called,
    )


def _determination(reading: Reading, i: int, content: int, kind: MentionKind) -> Determination:
    """Return which one is meant; "shares in the firm" are no class, though no article says so."""
    if kind not in HAS_DETERMINER:
        return Determination.BARE
    found = determination_of(reading.tree, i, reading.named)
    is_one = found is Determination.BARE and kind is MentionKind.NOMINAL and is_of_one(reading.tree, content)
    return Determination.INDEFINITE if is_one else found


def _is_plural(reading: Reading, i: int, content: int, label: str, kind: MentionKind) -> bool:
    """Tell whether a phrase denotes more than one: a state or a body is one ("the Philippines"), and "Ann Soames"."""
    tree = reading.tree
    if kind is MentionKind.NAME:
        is_family = tree.first(i, "det", "nummod") is not None
        if not is_family and is_kind(label, "Person", reading.vocabulary):
            return False
        if any(is_kind(label, core, reading.vocabulary) for core in ONE_BY_NAME):
            return False
    return is_plural(tree, i) or (content != i and is_plural(tree, content))


def _kind(reading: Reading, i: int, content: int, name: ProperName | None) -> MentionKind:
    tree = reading.tree
    lower = tree.lowers[i]
    if tree.pos[i] == "PRON" and (tree.tags[i] in ("PRP", "PRP$", "WP", "WDT", "WP$") or lower != "one"):
        return MentionKind.PRONOUN
    if tree.pos[i] == "DET":
        return MentionKind.PRONOUN if content == i else MentionKind.NOMINAL
    if name is None and content == i and _stands_for_nothing(tree, i):
        return MentionKind.PRONOUN
    tag = "" if tree.lemmas[i] == AGED else reading.tags.get(i, "")
    if name is None and (tag in TIME_LABELS or lower in words.TIME_ZONES or _is_period(tree, i)):
        return MentionKind.DATE
    if content == i and name is None and (tag in QUANTITY_LABELS or tree.pos[i] == "NUM"):
        return MentionKind.QUANTITY
    if name is None and _is_amount(tree, i, content):
        return MentionKind.QUANTITY
    return MentionKind.NAME if name is not None else MentionKind.NOMINAL


def _stands_for_nothing(tree: Tree, i: int) -> bool:
    """Tell whether a phrase lacks its noun: "others", "the other", "the first", "the best", but not "the young"."""
    lower = tree.lowers[i]
    if lower in words.INDEFINITE_PRONOUNS or lower in words.ORDINALS:
        return True
    return tree.pos[i] == "ADJ" and tree.tags[i] != "NNS" and lower not in words.PEOPLE_ADJECTIVES


def _is_period(tree: Tree, i: int) -> bool:
    """Tell whether a phrase names a time that the tagger has passed over: "last autumn", "a year", "Nov 7"."""
    if tree.tags[i] == "NNP" and tree.lowers[i] in MONTHS and tree.first(i, "nummod") is not None:
        return True
    if tree.bases[i] not in PERIODS:
        return False
    if tree.bases[i] in UNITS and not tree.having(i, "compound", "poss"):
        return True
    return any(tree.lowers[child] in words.TIME_DETERMINERS for child in tree.having(i, "amod", "det"))


def _is_amount(tree: Tree, i: int, content: int) -> bool:
    """Tell whether a phrase only counts: "340 points", "three of them"."""
    if content != i:
        return tree.pos[content] == "PRON"
    return tree.lowers[i] in words.MEASURES and tree.first(i, "nummod") is not None


def _identity(reading: Reading, content: int, kind: MentionKind, name: ProperName | None) -> Identity:
    """Return class, normal form, link and wording."""
    tree = reading.tree
    if name is not None and kind is MentionKind.NAME:
        text = tree.string(range(name.start, name.end))
        if name.is_demonym and not _is_hyphenated(tree, name):
            return reading.vocabulary.core["Group"], text, "", ""
        return reading.labels[name], text, name.name.iri if name.name else "", ""
    if kind is not MentionKind.NOMINAL:
        is_group = tree.lowers[content] in words.FIRST_PLURAL
        return reading.vocabulary.core["Group"] if is_group else "", _literal(reading, content), "", ""
    return _nominal_identity(reading, content)


def _is_hyphenated(tree: Tree, name: ProperName) -> bool:
    """Tell whether it is the first part of a word such as "Finnish-supplied"."""
    return name.end < len(tree.words) and tree.words[name.end] == "-"


def _literal(reading: Reading, content: int) -> str:
    """Return the words of a date or a quantity, or the one word of a pronoun."""
    tag = reading.tags.get(content)
    start = end = content
    while tag and start > 0 and reading.tags.get(start - 1) == tag:
        start -= 1
    while tag and reading.tags.get(end + 1) == tag:
        end += 1
    return reading.tree.string(range(start, end + 1))


def _nominal_identity(reading: Reading, content: int) -> Identity:
    tree = reading.tree
    label, noun = class_noun_range(tree, content, reading.vocabulary)
    kept = identifying_words(tree, content, reading.named, noun)
    if tree.lemmas[content] == AGED:
        kept = tuple(range(max(content - 4, 0), content + 1))
    label = label or noun_class(tree, content, range(kept[0], content), reading.vocabulary)
    if _is_countryman(tree, reading.named.get(content)):
        label = reading.vocabulary.core["Person"]
    owner = _of_name(reading, content)
    rest = owner or tail(tree, content, lambda i: _label(reading, i))
    if rest and not owner and is_kind(label, "Place", reading.vocabulary):
        label = ""  # "a state of emergency" is no state
    normal = tree.string(kept) + rest
    return label, normal, _named_class(reading, kept, label), _wording(reading, content, kept, normal)


def _wording(reading: Reading, content: int, kept: Sequence[int], normal: str) -> str:
    """Return what a nominal is called where it stands alone, or "" where its normal form says as much."""
    if not reading.tree.children[content]:
        return ""
    called = wording(reading.tree, content, kept, reading.dates)
    return called if len(called.split()) > len(normal.split()) else ""


def _label(reading: Reading, i: int) -> str:
    """Return what a noun behind a relational one is called."""
    tree, name = reading.tree, reading.named.get(i)
    if name is not None and name.root == i:
        return tree.string(range(name.start, name.end))
    kept = identifying_words(tree, i, reading.named, class_noun_range(tree, i, reading.vocabulary)[1])
    return tree.string(kept) + _of_name(reading, i)


def _of_name(reading: Reading, content: int) -> str:
    """Return the name that the noun belongs to, as in "president of Ukraine"."""
    tree = reading.tree
    for child in tree.children[content]:
        if child == content + 1 and tree.lowers[child] == "of":
            for inner in tree.children[child]:
                name = reading.named.get(inner)
                if name is not None and name.root == inner:
                    return f" of {tree.string(range(name.start, name.end))}"
    return ""


def _named_class(reading: Reading, kept: Sequence[int], label: str) -> str:
    """Return the known name before a noun for things of its own kind: "F-16" in "F-16 fighter jets"."""
    if not label or reading.tree.bases[kept[-1]] in PARTS_OF_BODIES:
        return ""
    for token in kept:
        name = reading.named.get(token)
        if name and name.name and not name.is_demonym and reading.vocabulary.lexicon.is_a(name.name.kind, label):
            return name.name.iri
    return ""
