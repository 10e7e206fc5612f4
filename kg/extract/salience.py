"""How likely an earlier mention is what a pronoun means: near, subject, often mentioned, able to do what is told."""

from __future__ import annotations

from kg.extract import words_mentions as words
from kg.extract.agreement import Gender, is_kind
from kg.extract.binding import doer, teller
from kg.extract.candidates import Candidate, Partition, Scene
from kg.extract.trials import is_tried, trial_fit
from kg.model import Determination, MentionKind

# What makes an antecedent salient, set on OntoGUM's news and MEANTIME together.
SENTENCE, SUBJECT, PARALLEL, OFTEN, MODIFIER, WORD, CANNOT_ACT = -2.0, 2.0, 1.0, 0.5, -1.5, -0.02, -3.0
ONE_BODY = -4.0  # "they" for a company
ONE_OF_SEVERAL = -3.0  # "it" for one of "Acme and Bolt"
SUFFERER = 3.0  # "Police raided the club, but it": more than for who did it
WHOSE = 3.0  # "the club's rise since it was sold"
OF_KNOWN_GENDER = 1.0  # "she" for whom a pronoun, title or given name has told to be a woman
IN_APPOSITION = -1.5  # "it" for the union of "Kim Lee, a former head of the union, accused it"
UNTOLD = -2.0  # "her" for Kim Lee in "Kim Lee, who sold her house": it may be another's
JUDGED = 4.0  # "rejected the plan, saying it"
NOT_ITSELF = -3.0  # "the bureau said it could weaken"
SAME_SORT = 3.0  # "The fish was old. It was the first fish that"
TAGGED = -3.0  # "it" for who has only been named as the source: "The strike cost millions, Norvik said. It"
SAYER = 1.0  # "Norvik said it would sell the mine"
PARAGRAPH = -1.0  # a new paragraph is a new matter
HANDLED = -1.5  # "it" of "sold it" for a body of people
OWN_SUBJECT = 1.5  # "how moths lose their wings"
CONDITION = 2.0  # "If moths breed there, they"
SPEAKS_AGAIN = 2.0  # "“No,” she said" for who has said or judged something before
SAME_PRONOUN = 2.0  # "trained her since she was seven"
CAUGHT = 5.0  # "stopped the ship after it had passed the buoy"
SAME_DEED = 3.0  # "Police cracked the network and shared its files"
LOCAL = -3.0  # "he" for what stands where places do

SUBJECTS = ("nsubj", "nsubjpass")


def salience(candidate: Candidate, other: Candidate, scene: Scene, partition: Partition) -> float:
    """Score an antecedent: near, subject, often mentioned, able to do what the pronoun does."""
    score = SENTENCE * (candidate.sentence - other.sentence)
    score += SUBJECT if other.dep in SUBJECTS else 0.0
    score += PARALLEL if other.dep == candidate.dep else 0.0
    score += min(len(partition.chain_of(other)), 4) * OFTEN
    score += MODIFIER if other.is_modifier else 0.0
    score += WORD * (candidate.token - other.token)
    is_whose = other.dep == "poss" and _is_owners(candidate, other, scene)
    if not candidate.traits.singular:
        score += _sayer_fit(candidate, other, scene) if other.dep != "nsubj" else 0.0
        score += max(_plural_fit(other), 0.0) if is_whose else _plural_fit(other)
    score += WHOSE if is_whose else 0.0
    score += UNTOLD if other.contains(candidate) and _is_of_any_gender(other, partition) else 0.0
    score += IN_APPOSITION if _is_in_apposition(candidate, other, scene) else 0.0
    score += OF_KNOWN_GENDER if _is_of_its_gender(candidate, other, partition) else 0.0
    score += PARAGRAPH if _is_parted(candidate, other, scene) else 0.0
    score += _deed_fit(candidate, other, scene, partition) + _clause_fit(candidate, other, scene)
    return score + (_thing_fit if candidate.head in words.NEUTER_PRONOUNS else _person_fit)(candidate, other, scene)


def _is_parted(candidate: Candidate, other: Candidate, scene: Scene) -> bool:
    """Tell whether a paragraph ends between the two."""
    if candidate.sentence == other.sentence:
        return False
    return scene.tree.text.find("\n", other.mention.head.start, candidate.mention.head.start) >= 0


def _deed_fit(candidate: Candidate, other: Candidate, scene: Scene, partition: Partition) -> float:
    """Score what both do, and what is done to them."""
    score = JUDGED if _is_judged(candidate, other, scene) else 0.0
    chain = partition.chain_of(other)
    score += trial_fit(candidate, chain, scene)
    if candidate.index in scene.tags and candidate.traits.singular and any(_speaks(member, scene) for member in chain):
        score += SPEAKS_AGAIN
    if _is_agent(candidate, scene) and not any(can_act(member, scene) for member in chain):
        score += CANNOT_ACT
    sort = what_it_is(candidate, scene)
    return score + (SAME_SORT if sort and any(member.head == sort for member in chain) else 0.0)


def _speaks(member: Candidate, scene: Scene) -> bool:
    """Tell whether somebody says something, or judges it."""
    tree = scene.tree
    judges = member.dep == "nsubj" and tree.bases[tree.heads[member.token]] in words.OPINING
    return member.index in scene.sources or judges


def _clause_fit(candidate: Candidate, other: Candidate, scene: Scene) -> float:
    """Score what stands in the clause of the pronoun, in its condition, or beside it in a chain of deeds."""
    if candidate.sentence != other.sentence or candidate.token < other.token:
        return 0.0
    tree = scene.tree
    owned = tree.heads[candidate.token]
    verb = tree.heads[owned]
    if candidate.dep == "poss" and tree.deps[owned] == "dobj":
        if other.dep in SUBJECTS and tree.heads[other.token] == verb:
            return 0.0 if candidate.traits.singular else OWN_SUBJECT
        is_next = tree.deps[verb] == "conj" and tree.heads[verb] == tree.heads[other.token] and other.dep == "dobj"
        return SAME_DEED if is_next and not _agrees_with_doer(candidate, verb, scene) else 0.0
    score = SAME_PRONOUN if _is_of_one_form(candidate, other) else 0.0
    if candidate.dep in SUBJECTS and other.dep in SUBJECTS:
        clause = tree.heads[other.token]
        score += CONDITION if tree.deps[clause] == "advcl" and tree.heads[clause] == owned > clause else 0.0
    return score + (CAUGHT if _is_caught(candidate, other, scene) else 0.0)


def _is_of_one_form(candidate: Candidate, other: Candidate) -> bool:
    """Tell whether both are pronouns for one man, or one woman."""
    return any(
        {candidate.mention.head_normal.lower(), other.mention.head_normal.lower()} <= forms
        for forms in (words.MALE_PRONOUNS, words.FEMALE_PRONOUNS)
    )


def _agrees_with_doer(candidate: Candidate, verb: int, scene: Scene) -> bool:
    """Tell whether a pronoun can mean who does what its verb says, or that is not known."""
    subject = scene.by_token.get(doer(scene.tree, verb) or -1)
    return subject is None or subject.traits.agrees(candidate.traits)


def _is_caught(candidate: Candidate, other: Candidate, scene: Scene) -> bool:
    """Tell whether a clause tells why something was stopped: "escorted the ship away after it had passed the buoy"."""
    tree, clause = scene.tree, scene.tree.heads[candidate.token]
    caught = tree.heads[clause]
    if candidate.dep not in SUBJECTS or tree.deps[clause] != "advcl" or tree.heads[other.token] != caught:
        return False
    is_noticed = tree.bases[clause] in words.NOTICING and candidate.dep == "nsubj"
    return other.dep == "dobj" and tree.bases[caught] in words.CATCHING and not is_noticed


def _thing_fit(candidate: Candidate, other: Candidate, scene: Scene) -> float:
    """Score what "it" can be."""
    is_one_of_several = is_coordinated(other, scene) and not _is_sayer(candidate, other, scene)
    score = ONE_OF_SEVERAL if is_one_of_several else 0.0
    score += HANDLED if candidate.dep == "dobj" and can_act(other, scene) and not is_tried(candidate, scene) else 0.0
    score += SUFFERER if _is_sufferer(candidate, other, scene) else 0.0
    if _is_said_of_another(candidate, other, scene):
        score += NOT_ITSELF
    else:
        score += _sayer_fit(candidate, other, scene)
    is_named_as_source = candidate.sentence > other.sentence and _is_tagged(other, scene)
    return score + (TAGGED if is_named_as_source and not _is_agent(candidate, scene) else 0.0)


def _person_fit(candidate: Candidate, other: Candidate, scene: Scene) -> float:
    """Score who "he" can be: hardly what stands behind "in"."""
    is_local = other.dep == "pobj" and scene.tree.lowers[scene.tree.heads[other.token]] in words.LOCATIVE
    return LOCAL if is_local and candidate.traits.singular and not other.mention.label else 0.0


# ------------------------------------------------------------------------------------------------ what is told


def _is_judged(candidate: Candidate, other: Candidate, scene: Scene) -> bool:
    """Tell whether a pronoun stands in what tells why something is judged so: "recalled the car because its"."""
    tree = scene.tree
    verb = tree.heads[other.token]
    if other.dep != "dobj" or tree.bases[verb] not in words.JUDGING or other.token > candidate.token:
        return False
    token = tree.heads[candidate.token] if candidate.dep == "poss" else candidate.token
    if tree.deps[token] not in SUBJECTS:
        return False
    while token != verb and tree.heads[token] != token:
        if tree.heads[token] == verb:
            return tree.deps[token] == "advcl"
        token = tree.heads[token]
    return False


def what_it_is(candidate: Candidate, scene: Scene) -> str:
    """Return the noun of "it is a fish", or ""."""
    tree, verb = scene.tree, scene.tree.heads[candidate.token]
    if candidate.dep != "nsubj" or tree.bases[verb] != "be":
        return ""
    noun = tree.first(verb, "attr")
    return "" if noun is None else tree.bases[noun]


def _is_said_of_another(candidate: Candidate, other: Candidate, scene: Scene) -> bool:
    """Tell whether the other one says of it what things rather than bodies do."""
    tree, verb = scene.tree, scene.tree.heads[candidate.token]
    if candidate.dep != "nsubj" or tree.bases[verb] not in words.DONE_BY_THINGS or other.dep != "nsubj":
        return False
    if does_to_its_own(candidate, scene):
        return False
    said = verb
    while tree.deps[said] in ("ccomp", "conj", "advcl"):
        said = tree.heads[said]
        if said == tree.heads[other.token]:
            return True
    return False


def does_to_its_own(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether what a pronoun does is done to what is its own, as bodies do: "it had strengthened its rules"."""
    tree = scene.tree
    done_to = tree.having(tree.heads[candidate.token], "dobj")
    return any(tree.lowers[c] == "its" for noun in done_to for c in tree.having(noun, "poss"))


def _is_sayer(candidate: Candidate, other: Candidate, scene: Scene) -> bool:
    """Tell whether the other one says what the pronoun does: "Norvik said it would sell the mine"."""
    tree, verb = scene.tree, scene.tree.heads[candidate.token]
    is_told = candidate.dep in SUBJECTS and teller(tree, verb) == other.token
    return is_told and can_act(other, scene)


def _sayer_fit(candidate: Candidate, other: Candidate, scene: Scene) -> float:
    """Score who says what the pronoun does, more so where that is told in a clause with "who" or "which"."""
    if not _is_sayer(candidate, other, scene):
        return 0.0
    return SAYER if other.dep == "nsubj" else SAYER + SUBJECT


def _is_tagged(other: Candidate, scene: Scene) -> bool:
    """Tell whether it is only who said what stands before it: "The strike cost millions, Norvik said"."""
    tree, verb = scene.tree, scene.tree.heads[other.token]
    return other.dep == "nsubj" and any(tree.deps[c] == "ccomp" and c < other.token for c in tree.children[verb])


# ------------------------------------------------------------------------------------------------ what stands where


def is_coordinated(other: Candidate, scene: Scene) -> bool:
    """Tell whether a mention is one of several subjects that stand side by side: "Acme and Bolt say"."""
    tree = scene.tree
    first = tree.heads[other.token] if other.dep == "conj" else other.token
    joined = [child for child in tree.children[first] if tree.deps[child] == "conj" and child in scene.by_token]
    return tree.deps[first] in ("nsubj", "nsubjpass") and bool(joined)


def _is_of_any_gender(other: Candidate, partition: Partition) -> bool:
    """Tell whether nothing says whether somebody is a man or a woman."""
    genders = partition.traits[partition.owner[other.index]].genders
    return other.is_person and {Gender.MALE, Gender.FEMALE} <= genders


def _is_of_its_gender(candidate: Candidate, other: Candidate, partition: Partition) -> bool:
    """Tell whether the text tells that somebody is a man, or a woman, as the pronoun says."""
    genders = candidate.traits.genders
    is_told = partition.traits[partition.owner[other.index]].genders == genders
    return is_told and len(genders) == 1 and Gender.NEUTER not in genders


def _is_in_apposition(candidate: Candidate, other: Candidate, scene: Scene) -> bool:
    """Tell whether it only says who somebody else is: "Ann Lee, a former head of the union, accused it"."""
    tree, token = scene.tree, other.token
    while tree.deps[token] in ("pobj", "prep", "poss"):
        token = tree.heads[token]
    is_beside = tree.left[token] <= candidate.token <= tree.right[token]
    return token != other.token and tree.deps[token] == "appos" and not is_beside


def _is_owners(candidate: Candidate, other: Candidate, scene: Scene) -> bool:
    """Tell whether a pronoun stands in a clause that tells more of what the other one owns."""
    owned, heads = scene.tree.heads[other.token], scene.tree.heads
    if not other.token < owned < candidate.token or other.kind is not MentionKind.NAME:
        return False
    verb = heads[candidate.token]
    hung = verb if scene.tree.deps[verb] == "ccomp" else heads[verb]
    return candidate.dep in SUBJECTS and verb != owned and owned in (heads[verb], heads[hung])


def _is_sufferer(candidate: Candidate, other: Candidate, scene: Scene) -> bool:
    """Tell whether the other one, or its own, is what something was done to before a "but": "but it reopened"."""
    tree, verb = scene.tree, scene.tree.heads[candidate.token]
    done = tree.heads[verb]
    if candidate.dep != "nsubj" or tree.deps[verb] != "conj" or tree.bases[done] not in words.DONE_TO_OTHERS:
        return False
    if other.token < done or candidate.head not in words.NEUTER_PRONOUNS or "but" not in tree.words[done:verb]:
        return False
    token = other.token
    while tree.deps[token] in ("poss", "pobj", "prep", "appos"):
        token = tree.heads[token]
    return tree.heads[token] == done and tree.deps[token] == "dobj"


def _is_agent(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether the pronoun stands where only somebody or a body of people can: "it seeks", "its troops"."""
    tree = scene.tree
    parent = tree.heads[candidate.token]
    if candidate.dep == "poss":
        return tree.lowers[parent] in words.POSSESSED_BY_AGENTS
    if candidate.dep not in SUBJECTS:
        return candidate.dep == "dobj" and tree.bases[parent] in words.BLAMED
    if tree.bases[parent] == "decline" and tree.first(parent, "xcomp") is not None:
        return True
    feels = {tree.lowers[parent], *(tree.lowers[c] for c in tree.having(parent, "acomp"))}
    is_deed = candidate.dep == "nsubj" and tree.bases[parent] in words.AGENTIVE_VERBS
    return is_deed or not feels.isdisjoint(words.MINDS)


def is_of_unclear_doer(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether it does what only the doer of the clause around would, and the parser takes a thing for that.

    In "needs the approval of the board, which reviews firms it buys" it is the board; the approval would buy nothing.
    """
    tree, token = scene.tree, scene.tree.heads[candidate.token]
    if candidate.dep != "nsubj" or tree.deps[token] != "relcl" or not _is_agent(candidate, scene):
        return False
    token = tree.heads[token]
    while tree.deps[token] in ("pobj", "prep", "dobj", "conj") and tree.heads[token] != token:
        token = tree.heads[token]
    subject = tree.first(token, "nsubj")
    if tree.deps[token] != "relcl" or subject is None or tree.lowers[subject] not in words.RELATIVE_PRONOUNS:
        return False
    around = scene.by_token.get(tree.heads[token])
    return around is not None and not can_act(around, scene)


def can_act(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether a mention is a person, an organization or a state, a city that stands for one, or may be any."""
    name = scene.lexicon.names.get(candidate.mention.link)
    is_open = candidate.kind is MentionKind.QUANTITY or (
        candidate.kind is MentionKind.NAME and not candidate.mention.label
    )
    if is_open or candidate.is_person or (name is not None and name.metonym_for) or candidate.head in words.GROUP_NOUNS:
        return True
    if candidate.dep == "nsubj" and scene.tree.bases[scene.tree.heads[candidate.token]] in words.AGENTIVE_VERBS:
        return candidate.kind is not MentionKind.PRONOUN
    return any(is_kind(candidate.mention.label, core, scene.vocabulary) for core in ("Agent", "Organization", "State"))


def is_no_thing(candidate: Candidate, other: Candidate, scene: Scene) -> bool:
    """Tell whether a pronoun is what nobody does to a body of people, and the other one is such: "they signed it"."""
    verb = scene.tree.bases[scene.tree.heads[candidate.token]]
    done = words.DONE_TO_THINGS if candidate.head in words.NEUTER_PRONOUNS else words.USED
    if candidate.dep == "pobj" and candidate.head in words.NEUTER_PRONOUNS and can_act(other, scene):
        tree, of = scene.tree, scene.tree.heads[candidate.token]
        return tree.lowers[of] == "of" and tree.lowers[tree.heads[of]] in words.SHARES
    return candidate.dep == "dobj" and verb in done and can_act(other, scene)


def _is_known_thing(other: Candidate, scene: Scene, partition: Partition) -> bool:
    """Tell whether something is of a known class, and of none that acts: a strike, a bid."""
    chain = partition.chain_of(other)
    return bool(other.mention.label) and not any(can_act(member, scene) for member in chain)


def _is_stuff(other: Candidate, scene: Scene) -> bool:
    """Tell whether it is a noun without any determiner, as of what is made or eaten: "tonnes of salmon"."""
    is_bare = other.kind is MentionKind.NOMINAL and other.mention.determination is Determination.BARE
    return is_bare and not other.mention.plural and not scene.modifiers(other) and not can_act(other, scene)


def is_no_actor(candidate: Candidate, other: Candidate, scene: Scene, partition: Partition) -> bool:
    """Tell whether they act and the other one is a thing ("it wants", "they want"), or "they" is one body far back."""
    if candidate.traits.singular:
        is_thing = _is_known_thing(other, scene, partition) or _is_stuff(other, scene)
        return _is_agent(candidate, scene) and is_thing
    is_far = candidate.sentence - other.sentence > 1
    if is_far and _plural_fit(other) == ONE_BODY:
        return True
    can_they = any(can_act(member, scene) for member in partition.chain_of(other))
    return not can_they and (is_far or bool(other.mention.label)) and _is_agent(candidate, scene)


def is_another_sort(candidate: Candidate, other: Candidate, scene: Scene) -> bool:
    """Tell whether a pronoun is said to be a work, or dies, and the other one is a body or a place."""
    tree, token = scene.tree, candidate.token
    if candidate.dep == "pobj" and tree.lowers[tree.heads[token]] == "of":
        token = tree.heads[tree.heads[token]]  # "all of them"
    verb = tree.heads[token]
    if tree.deps[token] != "nsubj" or tree.bases[verb] not in words.DYING | {"be"}:
        return False
    kinds = {core for core in ("Organization", "Place", "State", "Work") if _is_of(core, other, scene)}
    if tree.bases[verb] in words.DYING:
        return bool(kinds)
    said = scene.by_token.get(tree.first(verb, "attr") or -1)
    if said is None or not _is_of("Work", said, scene) or "Work" in kinds:
        return False
    return bool(kinds) or other.kind is MentionKind.NOMINAL


def _is_of(core: str, other: Candidate, scene: Scene) -> bool:
    return is_kind(other.mention.label, core, scene.vocabulary)


def _is_seen_to_act(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether it is somebody without a name, or a noun of which the text tells a deed: "The yard hired"."""
    if candidate.kind is MentionKind.PRONOUN:
        return candidate.head in words.UNNAMED or candidate.mention.text.lower() in words.NOBODY
    verb = scene.tree.bases[scene.tree.heads[candidate.token]]
    return candidate.head in words.GROUP_NOUNS or (candidate.dep == "nsubj" and verb in words.AGENTIVE_VERBS)


def _plural_fit(other: Candidate) -> float:
    """Score how well "they" takes a mention up: people rather than things, several rather than one body of people."""
    if other.kind in (MentionKind.PRONOUN, MentionKind.QUANTITY):
        return 1.0
    if not other.mention.plural and other.head not in words.INVARIANT_NOUNS:
        return ONE_BODY
    return 1.5 if other.is_person else 0.0
