"""What leaves it open who or what a pronoun means, so that it is better joined with nothing than with the likeliest.

Measured on OntoGUM's news and some 170 articles: of the pronouns that are left open so, less than six in ten of the
likeliest antecedents were right, of the others more than nine in ten.
"""

from __future__ import annotations

from kg.extract import words_mentions as words
from kg.extract.agreement import PERSONAL, Gender
from kg.extract.binding import SUBJECTS, teller
from kg.extract.candidates import Candidate, Partition, Scene
from kg.extract.quotes import quote_at
from kg.extract.salience import can_act, does_to_its_own, what_it_is
from kg.extract.trees import Tree
from kg.model import Determination, MentionKind

OBJECTS = frozenset({"dobj", "pobj", "dative"})
BODIES_AS = frozenset({"nsubj", "nsubjpass", "pobj"})  # where bodies stand that something is hardly done to next
MAIN = frozenset({"ROOT", "ccomp", "conj"})  # verbs of what a sentence is about
THE_OTHERS = frozenset({"rest", "remainder", "remaining", "other"})  # "the first two … and the rest. They"
OFTEN = 3  # mentions of who is spoken of all along
FAR = 4  # sentences back to somebody who is only named once or twice
STEPS = 12


def is_left_open(candidate: Candidate, best: Candidate, scene: Scene, partition: Partition, *, is_close: bool) -> bool:
    """Tell whether the likeliest antecedent of a pronoun is too often another's.

    Args:
        candidate: a pronoun of the third person.
        best: the likeliest antecedent.
        scene: the document.
        partition: what is joined so far.
        is_close: another one could be meant nearly as well.
    """
    if candidate.head in words.REFLEXIVES:
        return False
    if Gender.NEUTER not in candidate.traits.genders:
        if candidate.sentence > best.sentence and _is_beside_speaker(candidate, scene):
            return True
        if best.title in words.JUDGES and teller(scene.tree, scene.tree.heads[candidate.token]) == best.token:
            return True
        return _is_somebody_else(candidate, best, partition, is_close=is_close)
    if _is_from_outside(candidate, best, scene) or _is_officer(candidate, best):
        return True
    if candidate.dep == "poss":
        return False
    if is_close and not _is_told_plainly(candidate, best, scene):
        return True
    if candidate.dep in OBJECTS:
        return _is_body_as_object(candidate, best, scene, partition) or _is_who_says_it(candidate, best, scene)
    if _is_between_actors(candidate, best, scene):
        return True
    return _is_one_half(candidate, best, scene) or _is_thing_of_report(candidate, best, scene, partition)


# ------------------------------------------------------------------------------------------------ he and she


def _is_somebody_else(candidate: Candidate, best: Candidate, partition: Partition, *, is_close: bool) -> bool:
    """Tell whether "he" would be a name that may be a place's, somebody named once far back, or one of two."""
    back = candidate.sentence - best.sentence
    chain = partition.chain_of(best)
    if back > 1 and not any(_is_surely_somebody(one) for one in chain):
        return True
    if back >= FAR and len(chain) < OFTEN:
        return True
    is_new = best.kind is MentionKind.NOMINAL and best.mention.determination is Determination.INDEFINITE
    return is_close and (candidate.dep in OBJECTS or (is_new and best.dep not in SUBJECTS))


def _is_beside_speaker(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether a name that is taken for no person's does what the clause tells more of: "Hale said as she left"."""
    tree = scene.tree
    clause = tree.heads[candidate.token]
    subject = scene.by_token.get(tree.first(tree.heads[clause], "nsubj") or -1)
    if candidate.dep != "nsubj" or tree.deps[clause] != "advcl" or subject is None or subject.token > candidate.token:
        return False
    return subject.kind is MentionKind.NAME and not subject.is_person and not subject.mention.link


def _is_surely_somebody(one: Candidate) -> bool:
    """Tell whether it has a pronoun, a title or a given name, or is a noun for people; "Halden" may be a place."""
    if one.kind is not MentionKind.NAME:
        return one.is_person or one.kind is MentionKind.PRONOUN
    return one.is_person and (bool(one.title) or " " in one.mention.text)


# ------------------------------------------------------------------------------------------------ it and they


def _is_from_outside(candidate: Candidate, best: Candidate, scene: Scene) -> bool:
    """Tell whether only the pronoun is quoted: in “They came too late”, they are whom the speaker has in mind."""
    text = scene.tree.text
    quote = quote_at(text, candidate.mention.head.start)
    if quote is None or not quote.is_long(text) or quote_at(text, best.mention.head.start) is not None:
        return False
    return what_it_is(candidate, scene) != best.head  # "The fish was old. “It is the first fish that walked”"


def _is_told_plainly(candidate: Candidate, best: Candidate, scene: Scene) -> bool:
    """Tell whether a close best is right nearly always: what a sentence is about is what the next one goes on about.

    Within one sentence it is the subject, where the pronoun is one, too, and for an object the thing before it.
    """
    tree = scene.tree
    if quote_at(tree.text, candidate.mention.head.start) is not None:
        return best.kind is MentionKind.NOMINAL and best.is_definite
    verb = tree.heads[candidate.token]
    is_held = tree.bases[verb] in words.TRIED and best.dep != "nsubj"
    if candidate.dep == "nsubjpass" and can_act(best, scene) and not is_held:
        return False  # "The agency praised the ruling but warned that it could be overturned"
    if candidate.sentence == best.sentence:
        if candidate.dep in OBJECTS:
            is_thing = best.dep not in BODIES_AS or not can_act(best, scene) or _is_made_to_act(candidate, tree)
            return is_thing or best.kind is MentionKind.PRONOUN
        return candidate.dep in SUBJECTS and not best.is_modifier and not _is_aside(candidate, best, scene)
    if candidate.sentence - best.sentence > 1 or candidate.dep not in SUBJECTS:
        return False
    is_told_of = best.dep in SUBJECTS or (best.dep == "attr" and best.is_definite)
    is_main = is_told_of and tree.deps[tree.heads[best.token]] in MAIN
    goes_on = is_main or best.kind is MentionKind.PRONOUN or not candidate.traits.singular
    is_done_by_thing = tree.bases[verb] in words.DONE_BY_THINGS and not does_to_its_own(candidate, scene)
    return goes_on and (tree.deps[verb] == "ROOT" or (is_done_by_thing and not can_act(best, scene)))


def _is_aside(candidate: Candidate, best: Candidate, scene: Scene) -> bool:
    """Tell whether the best one stands behind a preposition, and nobody speaks for it: "a lawyer for Acme said it"."""
    sayer = scene.by_token.get(teller(scene.tree, scene.tree.heads[candidate.token]) or -1)
    is_said = sayer is not None and sayer.contains(best)
    return best.dep == "pobj" and candidate.traits.singular and not is_said


def _is_body_as_object(candidate: Candidate, best: Candidate, scene: Scene, partition: Partition) -> bool:
    """Tell whether something is done to "it", which a thing nearby would be rather than a body of people."""
    tree, verb = scene.tree, scene.tree.heads[candidate.token]
    if not candidate.traits.singular or tree.bases[verb] in words.BLAMED | words.TRIED:
        return False
    if _is_made_to_act(candidate, tree):
        return False
    return any(can_act(one, scene) for one in partition.chain_of(best) if one.kind is not MentionKind.PRONOUN)


def _is_made_to_act(candidate: Candidate, tree: Tree) -> bool:
    """Tell whether something makes it do something, as bodies do: "the delay forced it to close a mine"."""
    deeds = tree.having(tree.heads[candidate.token], "xcomp", "ccomp") if candidate.dep == "dobj" else ()
    return any(tree.tags[deed] == "VB" for deed in deeds)


def _is_who_says_it(candidate: Candidate, best: Candidate, scene: Scene) -> bool:
    """Tell whether the best one says what others do to the pronoun: "Auditors said the firm could not meet them"."""
    if best.dep != "nsubj" or candidate.sentence != best.sentence:
        return False
    tree, verb = scene.tree, scene.tree.heads[best.token]
    said = _below(tree, candidate.token, verb)
    return said is not None and tree.deps[said] == "ccomp" and said != tree.heads[candidate.token]


def _below(tree: Tree, token: int, verb: int) -> int | None:
    """Return the word right below a verb that a token hangs on."""
    for _ in range(STEPS):
        if tree.heads[token] == verb:
            return token
        if tree.heads[token] == token:
            return None
        token = tree.heads[token]
    return None


def _is_officer(candidate: Candidate, best: Candidate) -> bool:
    """Tell whether "it" would be somebody with an office, whatever the name has been taken for: "Minister Ann Lund"."""
    if not candidate.traits.singular or best.kind is not MentionKind.NAME:
        return False
    return not words.OFFICES.isdisjoint(best.mention.text.lower().split()[:-1])


def _is_between_actors(candidate: Candidate, best: Candidate, scene: Scene) -> bool:
    """Tell whether they do something to something, as those do whom the best one is between: "ties of two states"."""
    verb = scene.tree.heads[candidate.token]
    if candidate.traits.singular or candidate.dep != "nsubj" or scene.tree.first(verb, "dobj") is None:
        return False
    if best.content != best.token:  # "most of the bones"
        return False
    inner = (one for one in scene.candidates if best.contains(one) and one.index != best.index and one.mention.plural)
    return not can_act(best, scene) and any(can_act(one, scene) or one.dep == "pobj" for one in inner)


def _is_one_half(candidate: Candidate, best: Candidate, scene: Scene) -> bool:
    """Tell whether others than the best ones were told of, too: "The first two come in May, the rest in June. They"."""
    if candidate.traits.singular or candidate.sentence == best.sentence:
        return False
    return not THE_OTHERS.isdisjoint(scene.tree.lowers[best.end : candidate.token])


def _is_thing_of_report(candidate: Candidate, best: Candidate, scene: Scene, partition: Partition) -> bool:
    """Tell whether it does something to something, after a body said what became of a thing: either may have done it.

    "Norvik said the slide began above its pit. It has closed the road."
    """
    tree, verb = scene.tree, scene.tree.heads[candidate.token]
    if candidate.sentence - best.sentence != 1 or best.dep not in SUBJECTS or candidate.dep != "nsubj":
        return False
    said_by = teller(tree, tree.heads[best.token])
    sayer = None if said_by is None or tree.first(verb, "dobj") is None else scene.by_token.get(said_by)
    if sayer is None or sayer.token > best.token or not _may_be_body(candidate, sayer, partition):
        return False
    is_other = partition.owner[sayer.index] != partition.owner[best.index]
    return is_other and can_act(sayer, scene) and not can_act(best, scene)


def _may_be_body(candidate: Candidate, sayer: Candidate, partition: Partition) -> bool:
    """Tell whether a pronoun can mean who speaks; a name that nothing tells to be a man's may be a firm's."""
    traits = partition.traits[partition.owner[sayer.index]]
    is_unclear = sayer.kind is MentionKind.NAME and not sayer.title and traits.genders >= PERSONAL
    return is_unclear or traits.agrees(candidate.traits)
