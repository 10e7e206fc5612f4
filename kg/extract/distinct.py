"""What tells that two mentions of one noun are two things: one was lost and one will be played, or is only thought of.

A noun that comes up again is most often the same thing, so that only clear signs count.
"""

from __future__ import annotations

from kg.extract import words_distinct as apart
from kg.extract import words_mentions as words
from kg.extract.agreement import is_kind
from kg.extract.candidates import Candidate, Scene
from kg.extract.quotes import quote_at
from kg.extract.trees import Tree
from kg.model import Determination, MentionKind

AHEAD = frozenset({"will", "shall", "'ll", "’ll"})
OPEN = frozenset({"may", "might", "could"})
PAST = frozenset({"VBD", "VBN"})
STEPS = 8
FAR_OF_BARE = 3  # sentences: of links with a bare noun further back 4 in 10 are right


def are_distinct(candidate: Candidate, earlier: Candidate, scene: Scene) -> bool:
    """Tell whether a definite noun means another thing than the earlier mention of the same noun."""
    tree = scene.tree
    if _is_of_other_number(candidate, earlier, scene):
        return True
    if earlier.kind is MentionKind.NOMINAL and _is_another_noun(candidate, earlier, scene):
        return True
    is_counted = not (scene.modifiers(candidate) & scene.modifiers(earlier)).isdisjoint(words.ORDINALS)
    return is_counted and _is_ahead(tree, candidate.token) != _is_ahead(tree, earlier.token)


def _is_another_noun(candidate: Candidate, earlier: Candidate, scene: Scene) -> bool:
    """Tell whether a noun without a name means another thing: one only thought of, denied, quoted or set apart."""
    tree = scene.tree
    if earlier.mention.determination is Determination.INDEFINITE and (
        _is_only_thought_of(tree, earlier, candidate)
        or _is_denied(tree, earlier)
        or _has_given_way(candidate, earlier, scene)
    ):
        return True
    if not earlier.is_definite and (_is_quoted(candidate, earlier, scene) or _is_one_of_none(earlier, scene)):
        return True
    if _is_only_in_aside(candidate, earlier, scene):
        return True
    return _is_of_another_sort(candidate, earlier, scene) or _is_other_part(candidate, earlier, scene)


def _is_of_another_sort(candidate: Candidate, earlier: Candidate, scene: Scene) -> bool:
    """Tell whether a noun alone means another one than the noun that something tells apart.

    "The government" is no local government, "the price" no closing price of Friday, "the company" hardly the Finnish
    company once another one is spoken of, and "the ministry" no finance ministry where a defence minister spoke last.
    """
    told_apart = scene.modifiers(earlier)
    if scene.modifiers(candidate):
        return False
    if earlier.head in words.GOVERNING and not told_apart.isdisjoint(words.SUBNATIONAL):
        return True
    if earlier.head in words.QUOTED and _is_of_a_day(earlier, scene):
        return True
    if earlier.head in words.HELD_OFFICES and _is_of_another_office(candidate, earlier, scene):
        return True
    is_told = bool(told_apart) and earlier.end <= earlier.content + 2
    return is_told and _has_given_way(candidate, earlier, scene)


def _is_other_part(candidate: Candidate, earlier: Candidate, scene: Scene) -> bool:
    """Tell whether the earlier one is told from others of its kind, or is some of them: "the last six boats".

    A noun without any determiner far back stands for what there is of it: "asked for money", and later "the money".
    """
    before = frozenset(scene.tree.lowers[earlier.start : earlier.content])
    own = frozenset(scene.tree.lowers[candidate.start : candidate.content])
    if not (before & apart.COMPARING) <= own:
        return True
    is_counted = any(scene.tree.pos[i] == "NUM" for i in range(earlier.start, earlier.content))
    if is_counted and not (before & apart.OF_PART) <= own:
        return True
    is_bare = earlier.mention.determination is Determination.BARE and earlier.end <= earlier.start + 1
    return is_bare and candidate.sentence - earlier.sentence > FAR_OF_BARE


def _is_of_other_number(candidate: Candidate, earlier: Candidate, scene: Scene) -> bool:
    """Tell whether one noun is singular and the other plural: "crews are trained", "the crew said"."""
    tags = {scene.tree.tags[candidate.content], scene.tree.tags[earlier.content]}
    is_same_noun = scene.tree.bases[candidate.content] == scene.tree.bases[earlier.content]
    return is_same_noun and tags in ({"NN", "NNS"}, {"NN", "NNPS"})


def _is_one_of_none(earlier: Candidate, scene: Scene) -> bool:
    """Tell whether "no" stands before what it is joined to: "no treatment or vaccine exists"."""
    first = scene.by_token.get(scene.tree.heads[earlier.token]) if earlier.dep == "conj" else None
    return first is not None and first.mention.determination is Determination.NEGATED


def _is_only_in_aside(candidate: Candidate, earlier: Candidate, scene: Scene) -> bool:
    """Tell whether a sentence about one company only mentions the other: "Acme lacks pumps, made by the firm Bolt"."""
    tree = scene.tree
    if scene.modifiers(candidate) or not is_kind(candidate.mention.label, "Company", scene.vocabulary):
        return False
    if candidate.sentence == earlier.sentence or tree.deps[clause_verb(tree, earlier.token)] not in ("acl", "relcl"):
        return False
    return any(
        one.dep == "nsubj" and one.sentence == earlier.sentence and one.token < earlier.start
        for one in scene.names
        if is_kind(one.mention.label, "Organization", scene.vocabulary)
    )


def _is_denied(tree: Tree, earlier: Candidate) -> bool:
    """Tell whether it is not there, as what nobody did: "had never built a hall", "did not plan to seek a buyer"."""
    if earlier.dep == "poss":  # "up to a tenth of a firm's revenue" is any firm's
        return True
    verb = clause_verb(tree, earlier.token)
    for _ in range(STEPS):
        if any(tree.lowers[c] in apart.DENYING for c in tree.having(verb, "neg", "advmod")):
            return earlier.token > verb
        if tree.deps[verb] not in ("xcomp", "pcomp"):
            return False
        verb = clause_verb(tree, tree.heads[verb])
    return False


def _is_of_a_day(earlier: Candidate, scene: Scene) -> bool:
    """Tell whether it belongs to a time: "Friday's closing price"."""
    return any(scene.tree.bases[c] in words.TIME_NOUNS for c in scene.tree.having(earlier.content, "poss"))


def _is_of_another_office(candidate: Candidate, earlier: Candidate, scene: Scene) -> bool:
    """Tell whether a minister or ministry of something else is spoken of in between."""
    own = scene.modifiers(earlier)
    return bool(own) and any(
        own.isdisjoint(scene.modifiers(one)) and scene.modifiers(one) - words.CHANGING
        for one in scene.candidates
        if earlier.end < one.token < candidate.start and one.head in words.HELD_OFFICES
    )


def _is_ahead(tree: Tree, token: int) -> bool:
    """Tell whether a mention stands in a clause about what will be: "the first leg will be played"."""
    verb = clause_verb(tree, token)
    return any(tree.lowers[child] in AHEAD for child in tree.having(verb, "aux", "auxpass"))


def _is_past(tree: Tree, token: int) -> bool:
    """Tell whether a mention stands in a clause about what has been: "lost the first leg"."""
    verb = clause_verb(tree, token)
    auxiliaries = tree.having(verb, "aux", "auxpass")
    return tree.tags[verb] in PAST and not any(tree.tags[child] in ("MD", "VB") for child in auxiliaries)


def _is_only_thought_of(tree: Tree, earlier: Candidate, candidate: Candidate) -> bool:
    """Tell whether one would first have to come about, and the other one has: "might place an order", "was overdue"."""
    verb, now = clause_verb(tree, earlier.token), clause_verb(tree, candidate.token)
    if tree.bases[verb] not in words.BRINGING_INTO_BEING or candidate.sentence == earlier.sentence:
        return False
    is_due = tree.deps[verb] == "xcomp" and tree.lowers[tree.heads[verb]] in ("is", "are")  # "is to make a decision"
    is_open = any(tree.lowers[child] in OPEN for child in tree.having(verb, "aux"))
    return (is_open or is_due) and _is_past(tree, now)


def _is_quoted(candidate: Candidate, earlier: Candidate, scene: Scene) -> bool:
    """Tell whether a noun in somebody's own words is taken up outside of them: "a company that never made a profit"."""
    text = scene.tree.text
    quote = quote_at(text, earlier.mention.head.start)
    if quote is None or not quote.is_long(text):
        return False
    return quote_at(text, candidate.mention.head.start) is None and scene.tree.first(earlier.token, "relcl") is not None


def _has_given_way(candidate: Candidate, earlier: Candidate, scene: Scene) -> bool:
    """Tell whether another body is what is told of by now: "a Korean company lost. Norvik said … the company"."""
    if scene.modifiers(candidate) or not is_kind(candidate.mention.label, "Company", scene.vocabulary):
        return False
    if candidate.sentence == earlier.sentence:
        return False
    between = (one for one in scene.names if earlier.end + 1 < one.token < candidate.start)
    return any(one.dep == "nsubj" and is_kind(one.mention.label, "Organization", scene.vocabulary) for one in between)


def clause_verb(tree: Tree, token: int) -> int:
    """Return the verb of the clause that a token stands in, or the root of its sentence."""
    for _ in range(STEPS):
        if tree.pos[token] in ("VERB", "AUX") or tree.heads[token] == token:
            break
        token = tree.heads[token]
    return token
