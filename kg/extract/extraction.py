"""One parsed article to the statements it makes: the stages of extraction in order, joined by offsets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from math import exp, log
from typing import TypeVar

from spacy.tokens import Doc

from kg.extract.agreement import is_kind
from kg.extract.attribution import find_attributions
from kg.extract.claims import claimed_by, claimed_with
from kg.extract.coreference import find_chains
from kg.extract.dating import Dating, read_dating
from kg.extract.deciding import Verbs, verbs_of
from kg.extract.factuality import as_worded, assess, author_view, presupposed, tells_of_deed
from kg.extract.gathering import ODD_PARSE, gather_propositions
from kg.extract.governing import governs_by_deed
from kg.extract.mentions import find_mentions
from kg.extract.properties import Match, match_property
from kg.extract.quantifiers import is_one_of, quantifier, ranked_among
from kg.extract.role_classes import with_classes
from kg.extract.times import find_times
from kg.extract.trees import Tree, read_tree
from kg.extract.vocabulary import Vocabulary, vocabulary_of
from kg.extract.words_attribution import HOLDING, THINKING_OF, VIEW_PREPOSITIONS
from kg.extract.words_factuality import RARELY
from kg.model import (
    Argument,
    Attribution,
    Certainty,
    Chain,
    Document,
    Extraction,
    Factuality,
    Lexicon,
    Mention,
    MentionKind,
    Polarity,
    Predicate,
    Proposition,
    Qualifier,
    Role,
    Skip,
    Span,
    Statement,
    Tense,
    TimeValue,
)

Found = TypeVar("Found")

# Log odds. Rows that fit a property are right a little more often; of .4, .2, .1 and 0 on the development sentences of
# both triple benchmarks, the highest at which every tenth of confidence is right as often as it says, to within .1.
FITS_PROPERTY = 0.2
# Rule families of what a noun phrase takes for granted: "rejected Peru's offer" still says that Peru made one.
TAKEN_FOR_GRANTED = frozenset({"apposition", "compound", "hyponym", "possessive", "title"})
LISTED = "hyponym"  # the rule family of "gases such as oxygen or neon"
APPOSITION = "apposition"  # the rule family of "Acme, a bakery"
CALLED = "called"  # the rule family of "called the plan reckless", said of the plan
ENDED = "used to"
ONLY = "only"
ONE_OF = "or"  # of several, it is not said which
OF_BEING_GONE = 3  # blanks in "use to be gone"; "use to be send to" has one more
NAMING = frozenset({"nummod", "compound", "amod", "nmod", "poss"})  # how a time hangs on the noun it tells apart
LED_BY = VIEW_PREPOSITIONS  # "to Ann", "in the words of Ann", "by her account"
CIRCUMSTANTIAL = frozenset(
    {"prepositional", "nested prepositional", "nested copula", "nested complement", "nested object"}
)
TIMED = frozenset({"prepositional", "nested prepositional", "nested time", "time"})
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "attr", "appos"})
TIMES = frozenset({"DATE", "TIME"})


def extract(doc: Doc, document: Document, lexicon: Lexicon) -> Extraction:
    """Return what a parsed document says: its mentions, who is who, and its statements in text order."""
    mentions = find_mentions(doc, lexicon, document=document.id)
    by_head = {mention.head: index for index, mention in enumerate(mentions)}
    claims, no_claims = _tolerant("attributions", lambda: find_attributions(doc), document)
    attributions = tuple(_with_mentions(attribution, by_head) for attribution in claims)
    chains, no_chains = _tolerant("chains", lambda: find_chains(doc, mentions, lexicon, attributions), document)
    propositions, odd_sentences = gather_propositions(doc, document, lexicon)
    views = tuple(a for a in attributions if a.cue.text.partition(" ")[0].lower() in LED_BY)
    told = [p for p in propositions if not (_is_asked_of_another(doc, p) or _is_source(p, views))]
    joined = _joined(told, by_head, by_head | _named_beside(told, by_head, mentions, lexicon))
    times, no_times = _tolerant("times", lambda: find_times(doc, document.published), document)
    dating = read_dating(read_tree(doc), times)
    known = _labelled_by_chain(mentions, chains)
    settled = with_classes(joined, known, lexicon)
    anchors = dict.fromkeys(proposition.predicate.anchor for proposition in settled)
    claimed = {anchor: claimed_by(doc, anchor, attributions) for anchor in anchors}
    statements = tuple(_statement(doc, proposition, claimed, dating, known, lexicon) for proposition in settled)
    skipped = tuple(sorted({*no_claims, *no_chains, *odd_sentences, *no_times}))
    return Extraction(document, mentions, chains, statements, skipped)


def _tolerant(
    stage: str, find: Callable[[], tuple[Found, ...]], document: Document
) -> tuple[tuple[Found, ...], tuple[Skip, ...]]:
    """Return what a stage finds; where an odd parse makes it stumble, nothing, and a note of that."""
    try:
        return find(), ()
    except ODD_PARSE as error:
        return (), (Skip(document.source, f"no {stage}: {type(error).__name__} ({error})"),)


def _is_source(proposition: Proposition, views: Iterable[Attribution]) -> bool:
    """Tell whether a row tells no more than whose words it holds: "is bad to Ann", "is bad in Ann's view"."""
    end, anchor = proposition.object, proposition.predicate.anchor
    if end is None or proposition.kind not in CIRCUMSTANTIAL:
        return False
    return any(
        not a.cue.span.overlaps(anchor) and (a.cue.span.contains(end.head) or a.source.head == end.head)
        for a in views
        if a.source is not None
    )


def _is_asked_of_another(doc: Doc, proposition: Proposition) -> bool:
    """Tell whether a row has nothing but the deed that another is to do, who has a row of it: "It urged Ann to act"."""
    return proposition.object is None and verbs_of(doc, proposition.predicate).is_asked


# ------------------------------------------------------------------------------------------------ joining by offsets


def _named_beside(
    propositions: Iterable[Proposition], by_head: Mapping[Span, int], mentions: Sequence[Mention], lexicon: Lexicon
) -> dict[Span, int]:
    """Return the name that is meant by what stands beside it: "Ann Lee, a judge who sat in Halden" is about Ann Lee."""
    beside = [(p.subject.head, p.object.head) for p in propositions if p.kind == APPOSITION and p.object is not None]
    named = [(name, noun) for name, noun in beside if name in by_head and noun in by_head]
    return {
        noun: _of_one_kind(by_head[name], by_head[noun], mentions, vocabulary_of(lexicon))
        for name, noun in named
        if (mentions[by_head[name]].kind, mentions[by_head[noun]].kind) == (MentionKind.NAME, MentionKind.NOMINAL)
    }


def _of_one_kind(name: int, noun: int, mentions: Sequence[Mention], vocabulary: Vocabulary) -> int:
    """Return the name, but for a body beside a person the one right before it: "Lee, head of Acme, the firm that"."""
    is_body = is_kind(mentions[noun].label, "Organization", vocabulary)
    if not is_body or not is_kind(mentions[name].label, "Person", vocabulary):
        return name
    start = mentions[noun].span.start
    return next(
        (
            index
            for index, other in enumerate(mentions)
            if other.kind is MentionKind.NAME
            and other.span.end in (start - 2, start - 1)
            and is_kind(other.label, "Organization", vocabulary)
        ),
        name,
    )


def _joined(
    propositions: Sequence[Proposition], by_head: Mapping[Span, int], meant: Mapping[Span, int]
) -> tuple[Proposition, ...]:
    """Tie arguments and qualifiers to the mention, or else the statement, whose head word is theirs.

    Args:
        propositions: of one document.
        by_head: index of the mention with a head word.
        meant: the same, but for nouns beside a name: what is said of these is said of who bears it.
    """
    surest_last = sorted(range(len(propositions)), key=lambda i: (propositions[i].confidence, -i))
    by_anchor = {propositions[i].predicate.anchor: i for i in surest_last}
    return tuple(_tied(p, by_head if p.kind == APPOSITION else meant, by_anchor) for p in propositions)


def _tied(proposition: Proposition, by_head: Mapping[Span, int], by_anchor: Mapping[Span, int]) -> Proposition:
    own = proposition.predicate.anchor

    def tied(argument: Argument) -> Argument:
        mention = by_head.get(argument.head)
        statement = None if mention is not None or argument.head == own else by_anchor.get(argument.head)
        return Argument(argument.text, argument.span, argument.head, mention, statement)

    end = proposition.object
    is_whole = proposition.kind == "small clause" and proposition.predicate.lemma in HOLDING  # no plan is called alone
    return Proposition(
        subject=tied(proposition.subject),
        predicate=proposition.predicate,
        object=end if end is None or is_whole else tied(end),
        kind=proposition.kind,
        span=proposition.span,
        clause=proposition.clause,
        qualifiers=tuple([_qualifier_tied(qualifier, by_head) for qualifier in proposition.qualifiers]),
        confidence=proposition.confidence,
    )


def _qualifier_tied(qualifier: Qualifier, by_head: Mapping[Span, int]) -> Qualifier:
    mention = by_head.get(qualifier.head)
    return Qualifier(qualifier.role, qualifier.text, qualifier.span, qualifier.head, mention)


def _with_mentions(attribution: Attribution, by_head: Mapping[Span, int]) -> Attribution:
    source, cue = attribution.source, attribution.cue
    named = None if source is None else _with_mention(source, by_head)
    return Attribution(named, _with_mention(cue, by_head), attribution.content, attribution.manner)


def _with_mention(argument: Argument, by_head: Mapping[Span, int]) -> Argument:
    mention = by_head.get(argument.head)
    return argument if mention is None else replace(argument, mention=mention)


def _labelled_by_chain(mentions: Sequence[Mention], chains: Iterable[Chain]) -> tuple[Mention, ...]:
    """Give mentions without a class, pronouns above all, the class that a name in their chain has."""
    labels: dict[int, str] = {}
    for chain in chains:
        named = [mentions[i].label for i in chain.mentions if mentions[i].kind is MentionKind.NAME]
        label = mentions[chain.representative].label or next(filter(None, named), "")
        labels |= dict.fromkeys(chain.mentions, label)
    return tuple(
        replace(mention, label=labels[index]) if not mention.label and labels.get(index) else mention
        for index, mention in enumerate(mentions)
    )


# ------------------------------------------------------------------------------------------------ statements


def _statement(
    doc: Doc,
    proposition: Proposition,
    claims: Mapping[Span, tuple[Attribution, ...]],
    dating: Dating,
    mentions: Sequence[Mention],
    lexicon: Lexicon,
) -> Statement:
    claimed = claimed_with(doc, proposition, claims[proposition.predicate.anchor])
    match, verbs = match_property(proposition, mentions, lexicon), verbs_of(doc, proposition.predicate)
    if verbs.is_done_by_another:  # of its subject, "forced Ann to sell" tells no sale
        folded = replace(proposition.predicate, folded=max(proposition.predicate.folded, 1))
        proposition = replace(proposition, predicate=folded)
        match = Match() if match.inner else match
    if match.inner and not tells_of_deed(doc, verbs.outermost, verbs.innermost):
        match = Match()
    token = verbs.innermost if match.inner else verbs.deciding(proposition.predicate.lemma)
    time = _time_of_first(doc, proposition, verbs, dating) or dating.of(proposition)
    is_of_first = time is not None and _dates_first(doc, verbs, time)
    inside = [claim for claim in claimed if proposition.predicate.span.contains(claim.cue.span)]
    if inside and proposition.kind != CALLED and not match.iri:
        is_told_whole = is_of_first or _is_told_whole(doc, inside, verbs, token)
        claimed = tuple(claim for claim in claimed if not (is_told_whole and claim in inside))
    settled = _settled(doc, proposition, match)
    factuality = _factuality(doc, proposition.kind, match, verbs, token, is_of_first)
    is_others = time is not None and (match.inner if is_of_first else _dates_deed_only(doc, verbs, factuality))
    return Statement(
        proposition=settled,
        attributions=claimed,
        factuality=_as_one_of(factuality) if _is_one_of(settled) else factuality,
        author_factuality=author_view(doc, token, attributed=bool(claimed)),
        time=None if is_others else time,
        property=match.iri,
        inverse=match.inverse,
    )


def _raised(confidence: float) -> float:
    """Return how sure a proposition is whose words and classes fit a property."""
    if not 0 < confidence < 1:
        return confidence
    return round(1 / (1 + exp(-log(confidence / (1 - confidence)) - FITS_PROPERTY)), 2)


def _is_told_whole(doc: Doc, inside: Sequence[Attribution], verbs: Verbs, token: int) -> bool:
    """Tell whether the words with the cue in them are the article's: "urged Ann to sell", "expects Ann to sell"."""
    tree = read_tree(doc)
    is_thought = all(tree.bases[tree.token_at(claim.cue.head)] in THINKING_OF for claim in inside)
    return is_thought or _holds_as_worded(doc, verbs, token)


def _time_of_first(doc: Doc, proposition: Proposition, verbs: Verbs, dating: Dating) -> TimeValue | None:
    """Return the time that is the object of a row where it dates what led to the deed: "agreed to sell it / in May"."""
    end = proposition.object
    said = None if end is None or proposition.kind not in TIMED else dating.inside.get(end.head.start)
    return said if said is not None and _dates_first(doc, verbs, said) else None


def _dates_deed_only(doc: Doc, verbs: Verbs, told: Factuality) -> bool:
    """Tell whether a time is the deed's, and the row tells only what led to it: "told Ann to sell by May"."""
    is_past = verbs.outermost != verbs.innermost and told.tense is Tense.PAST
    return is_past and assess(doc, verbs.innermost).tense is Tense.FUTURE


def _dates_first(doc: Doc, verbs: Verbs, time: TimeValue) -> bool:
    """Tell whether a time dates what led to a deed: "agreed in May to sell", but "agreed to sell in May"."""
    if verbs.outermost == verbs.innermost or time.span.start > read_tree(doc).starts[verbs.innermost]:
        return False
    told = assess(doc, verbs.outermost)
    return told.tense is Tense.PAST and assess(doc, verbs.innermost).tense is Tense.FUTURE


def _factuality(doc: Doc, kind: str, match: Match, verbs: Verbs, token: int, is_of_first: bool) -> Factuality:
    """Return how sure a proposition is; where its words hold a deed and what governs it, no surer than the deed.

    A property for the whole of the words holds as the words do: "was invited to bid by" is about inviting. With a time
    of what led to the deed it is about that.
    """
    if kind in TAKEN_FOR_GRANTED:
        return presupposed(doc, token)
    told = assess(doc, token)
    if match.iri or verbs.innermost == token or verbs.is_charge or is_of_first or _holds_as_worded(doc, verbs, token):
        return told
    return as_worded(told, assess(doc, verbs.innermost))


def _holds_as_worded(doc: Doc, verbs: Verbs, token: int) -> bool:
    """Tell whether the words are about a deed that is done, whatever comes of the one in them: "urged Ann to sell"."""
    if not governs_by_deed(verbs.parse, token, verbs.innermost):
        return False
    told = assess(doc, token)
    return told.certainty is Certainty.CERTAIN and told.tense in (Tense.PAST, Tense.PRESENT)


def _settled(doc: Doc, proposition: Proposition, match: Match) -> Proposition:
    """Add what limits a proposition, and make it surer where its words and classes fit a property."""
    limits = _limits(doc, proposition)
    if not limits and not match.known:
        return proposition
    confidence = _raised(proposition.confidence) if match.known else proposition.confidence
    return replace(proposition, qualifiers=(*proposition.qualifiers, *limits), confidence=confidence)


def _is_one_of(proposition: Proposition) -> bool:
    return any(q.role is Role.QUANTIFIER and q.text == ONE_OF for q in proposition.qualifiers)


def _as_one_of(factuality: Factuality) -> Factuality:
    """Return how sure it is of one thing that several are: "will meet Chile or Peru", but not "no nurse or guard"."""
    is_open = factuality.polarity is Polarity.POSITIVE and factuality.certainty is not Certainty.UNKNOWN
    return replace(factuality, certainty=Certainty.POSSIBLE) if is_open else factuality


def _limits(doc: Doc, proposition: Proposition) -> list[Qualifier]:
    """Return what keeps a statement from holding for all it names, or still: "two of the twelve", "used to"."""
    ends, tree = (proposition.subject, proposition.object), read_tree(doc)
    clause = tree.token_at(proposition.predicate.anchor)
    found = [
        Qualifier(Role.QUANTIFIER, words, end.span, end.head)
        for end in ends
        if end is not None and end.mention is not None and (words := quantifier(tree, tree.token_at(end.head)))
        if not (words.lower() == ONLY and _is_clause_beside(tree, clause, tree.token_at(end.head)))
    ]
    predicate, subject = proposition.predicate, proposition.subject
    if proposition.kind != LISTED and not tree.having(clause, "neg"):
        joined = (end for end in ends if end is not None and is_one_of(tree, tree.token_at(end.head)))
        found += [Qualifier(Role.QUANTIFIER, ONE_OF, end.span, end.head) for end in joined]
    if rank := ranked_among(tree, tree.token_at(subject.head), clause):
        found.append(Qualifier(Role.QUANTIFIER, rank, subject.span, subject.head))
    rarely = [word for word in predicate.text.split() if word.lower() in RARELY]
    limits = [ENDED] if is_over(predicate) else rarely
    return found + [Qualifier(Role.QUANTIFIER, word, predicate.span, predicate.anchor) for word in limits]


def _is_clause_beside(tree: Tree, verb: int, noun: int) -> bool:
    """Tell whether it tells more of a noun: "named only a hearing, which ended" does not say that no other ended."""
    return tree.deps[verb] == "relcl" and tree.heads[verb] == noun and tree.words[tree.left[verb] - 1] == ","


def is_over(predicate: Predicate) -> bool:
    """Tell whether somebody used to do it and does no more; where things used to be sent is told of the past anyway."""
    is_way = predicate.lemma.startswith("use to be ") and predicate.lemma.count(" ") > OF_BEING_GONE
    return predicate.text.lower().startswith(f"{ENDED} ") and not is_way
