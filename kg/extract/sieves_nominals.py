"""Sieves that join common nouns: appositions, the same words, the same head, and "the country" for a state named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from kg.extract import words_mentions as words
from kg.extract import words_names as cues
from kg.extract.agreement import is_kind
from kg.extract.candidates import NAME, NOMINAL, Candidate, Partition, Scene
from kg.extract.distinct import are_distinct
from kg.extract.quotes import quote_at
from kg.extract.sieves_owners import nominals, owner_of
from kg.extract.words_distinct import UNNAMED_PLACES
from kg.model import Attribution, Determination

Proposal = tuple[Candidate, Candidate, str, float]

APPOSITION = 0.9
EXACT = 0.85
SAME_HEAD = 0.85
TYPED = 0.75
UNKNOWN_SORT = 0.6
# What makes a name what "the company" means: as for pronouns.
SENTENCE, SUBJECT, OFTEN, MANY = 2.0, 2.0, 0.5, 4
FAR = 12  # sentences back to which a definite noun reaches
GENERAL = ("Entity", "Agent", "Organization", "Place", "Facility", "Product", "Event", "Group", "Activity", "Work")
BODIES = ("Organization", "Place")
NEAR = 3  # sentences back to which "the country" reaches


def appositions(scene: Scene, _: Partition) -> Iterator[Proposal]:
    """Join a noun with the name or definite noun beside it: "the carmaker, Acme".

    The other way round ("Acme, the carmaker") the noun says what the name is, which is a statement of its own; later
    "the carmaker" is joined to Acme all the same.
    """
    for candidate in scene.candidates:
        beside = scene.by_token.get(scene.tree.heads[candidate.token]) if candidate.dep == "appos" else None
        if beside is not None and beside.kind is NOMINAL and _is_same_thing(candidate, beside, scene):
            yield candidate, beside, "apposition", APPOSITION


def identified(scene: Scene, _: Partition) -> Iterator[Proposal]:
    """Join a person with the name that is found out: "the victim was identified as Ann Lee"."""
    tree = scene.tree
    for verb in (i for form in words.IDENTIFIED for i in tree.by_word.get(form, ())):
        noun = tree.first(verb, "nsubjpass") if tree.first(verb, "auxpass") is not None else tree.first(verb, "dobj")
        person = None if noun is None else scene.by_token.get(noun)
        if person is None or tree.first(verb, "neg") is not None or not _may_be_identified(person):
            continue
        called = (name for p in tree.having(verb, "prep") if tree.words[p] == "as" for name in tree.having(p, "pobj"))
        name = scene.by_token.get(next(called, -1))
        if name is not None and name.kind is NAME and (name.is_person or not name.mention.label):
            yield name, person, "identified", APPOSITION


def _may_be_identified(person: Candidate) -> bool:
    is_someone = person.kind is NOMINAL and (person.is_definite or person.is_person)
    return is_someone and not person.mention.plural and not person.is_modifier


def _is_happening(candidate: Candidate, scene: Scene) -> bool:
    label = candidate.mention.label
    return any(is_kind(label, core, scene.vocabulary) for core in ("Event", "Activity"))


def _is_same_thing(candidate: Candidate, beside: Candidate, scene: Scene) -> bool:
    """Tell whether a name or definite noun beside a noun says who or which that is."""
    if beside.token < scene.tree.heads[beside.token] < candidate.token:
        return False  # "an error broke the pump, the Halden": the parser has looked too far back
    if candidate.kind is NAME and _is_cut(candidate, beside, scene):
        return False
    if candidate.kind is NAME:
        return candidate.is_person == beside.is_person
    if _is_happening(candidate, scene) != _is_happening(beside, scene) and beside.mention.label:
        return False  # "the flight of the jet, the largest plane": the flight is no plane
    is_possessed = candidate.mention.determination is Determination.POSSESSIVE
    if is_possessed and scene.tree.first(beside.token, "relcl") is not None:
        return False  # "the bay where the tide rose ten metres, its highest level"
    return candidate.kind is NOMINAL and (candidate.is_definite or is_possessed)


def _is_cut(name: Candidate, beside: Candidate, scene: Scene) -> bool:
    """Tell whether a name runs on from a word within the noun: "shares in Loch | Halden"."""
    tree = scene.tree
    return name.start < name.token and tree.deps[name.token - 1] == "pobj" and beside.start < name.token - 1


def is_said_of_other(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether it is a noun in apposition to a name, so that the name is what is meant later."""
    if candidate.dep != "appos" or candidate.kind is not NOMINAL:
        return False
    beside = scene.by_token.get(scene.tree.heads[candidate.token])
    return beside is not None and beside.kind is NAME


def exact_nominals(scene: Scene, _: Partition) -> Iterator[Proposal]:
    """Join definite nouns of the same wording, unless another thing called so has come up in between."""
    first: dict[str, Candidate] = {}
    for candidate in nominals(scene):
        if candidate.mention.determination is Determination.INDEFINITE and not candidate.mention.plural:
            first = {key: one for key, one in first.items() if one.head != candidate.head}
        if candidate.mention.determination is not Determination.DEFINITE or candidate.head in words.TIME_NOUNS:
            continue
        key = _wording(candidate, scene)
        if is_said_of_other(candidate, scene):
            first[key] = scene.by_token[scene.tree.heads[candidate.token]]
            continue
        if key in first and not first[key].contains(candidate) and not are_distinct(candidate, first[key], scene):
            yield candidate, first[key], "exact", EXACT
        if scene.modifiers(candidate):
            first.pop(candidate.head, None)
        first[key] = candidate


def _wording(candidate: Candidate, scene: Scene) -> str:
    kept = scene.tree.lowers[candidate.start : candidate.end]
    return " ".join(word for word in kept if word not in ("the", "'s", "’s", "'", "’"))


def same_heads(scene: Scene, partition: Partition) -> Iterator[Proposal]:
    """Join a definite noun with the nearest earlier one of the same head whose chain has all its modifiers."""
    by_head: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in scene.candidates:
        if _can_take_up(candidate, scene):
            fitting = (one for one in reversed(by_head[candidate.head]) if _fits(candidate, one, scene, partition))
            earlier = next(fitting, None)
            if earlier is not None and _is_bare(candidate, scene):
                earlier = _of_several(earlier, list(fitting), scene, partition)
            if earlier is not None:
                yield candidate, earlier, "head", SAME_HEAD
        if _can_be_taken_up(candidate, scene):
            for head in _heads(candidate, scene):
                by_head[head].append(candidate)


def _is_bare(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether nothing says which one a singular noun means: "the court"."""
    return not candidate.mention.plural and not scene.said(candidate)


def _of_several(
    nearest: Candidate, others: Sequence[Candidate], scene: Scene, partition: Partition
) -> Candidate | None:
    """Return which of several named things of one sort is meant: the one told of last; none where that is not clear.

    "Norvik sued at the Port Court. Lund was freed by the High Court. The court will hear Norvik": either may be meant.
    """
    owner = partition.owner[nearest.index]
    others = [one for one in others if partition.owner[one.index] != owner]
    if _is_one_more(nearest, others, scene):
        return None
    rivals = [one for one in others if one.kind is NAME]
    if nearest.kind is not NAME or not rivals or _is_told_of(nearest, scene):
        return nearest
    told = next((one for one in rivals if _is_told_of(one, scene)), None)
    if told is None:
        return nearest
    return told if told.sentence == nearest.sentence else None


def _is_one_more(nearest: Candidate, others: Sequence[Candidate], scene: Scene) -> bool:
    """Tell whether two are told apart where the nearer one is named: "a contract with Bolt and one more contract"."""
    if nearest.kind is NAME or nearest.mention.determination is not Determination.INDEFINITE:
        return False
    if scene.tree.lowers[nearest.start] == "another":
        return bool(others)
    beside = [one for one in others if one.sentence == nearest.sentence and one.kind is NOMINAL]
    return any(one.mention.determination is Determination.INDEFINITE for one in beside)


def _is_told_of(name: Candidate, scene: Scene) -> bool:
    """Tell whether a clause is about a name, or somebody of it: "Judge Ann Lund of the High Court ordered"."""
    tree, token = scene.tree, name.token
    while tree.deps[token] in ("pobj", "prep", "poss"):
        token = tree.heads[token]
    return tree.deps[token] in ("nsubj", "nsubjpass", "dobj") and tree.deps[tree.heads[token]] not in ("relcl", "acl")


def _can_take_up(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether it is a definite noun that an earlier mention can explain."""
    if candidate.kind is not NOMINAL or not candidate.is_definite:
        return False
    if scene.tree.lowers[candidate.start] == "such" and not candidate.mention.plural:
        return False  # "such a government" is any of its kind
    return candidate.head not in words.TIME_NOUNS and not is_said_of_other(candidate, scene)


def _can_be_taken_up(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether a later definite noun can mean it; for a noun in apposition, what it stands beside is meant."""
    if candidate.kind not in (NAME, NOMINAL) or candidate.is_modifier or candidate.is_inner:
        return False
    return not is_said_of_other(candidate, scene)


def _heads(candidate: Candidate, scene: Scene) -> set[str]:
    """Return the nouns that a mention can be taken up by: its head, and the noun beside it or said of it."""
    heads = {candidate.head}
    heads |= {scene.tree.bases[child] for child in scene.tree.having(candidate.token, "appos")}
    if candidate.title:
        before = {scene.tree.bases[child] for child in scene.tree.having(candidate.token, "compound")}
        heads |= {candidate.title, *(before & words.TITLES)}
    parent = scene.tree.heads[candidate.token]
    if candidate.dep == "nsubj" and scene.tree.lemmas[parent] == "be":
        heads |= {scene.tree.bases[c] for c in scene.tree.children[parent] if scene.tree.deps[c] == "attr"}
    return heads


def _fits(candidate: Candidate, earlier: Candidate, scene: Scene, partition: Partition) -> bool:
    if candidate.sentence - earlier.sentence > FAR or earlier.contains(candidate) or candidate.contains(earlier):
        return False
    if candidate.mention.plural != earlier.mention.plural:
        return False
    if earlier.mention.determination is Determination.NEGATED:
        return False
    if _changes(candidate, scene) != _changes(_called(earlier, candidate.head, scene), scene):
        return False
    if are_distinct(candidate, earlier, scene):
        return False
    known = {word for member in partition.chain_of(earlier) for word in scene.said(member) | {member.head}}
    return all(scene.said(member) <= known for member in partition.chain_of(candidate))


def _called(earlier: Candidate, head: str, scene: Scene) -> Candidate:
    """Return the noun beside a name that calls it so ("Lund, a former judge"), else the mention itself."""
    children = scene.tree.children[earlier.token]
    beside = (scene.by_token.get(child) for child in children if scene.tree.deps[child] == "appos")
    return next((noun for noun in beside if noun is not None and noun.head == head), earlier)


def _changes(candidate: Candidate, scene: Scene) -> frozenset[str]:
    """Return what keeps a noun from what it is called: "the former judge" is not "the judge"."""
    before = range(candidate.start, max(candidate.content, candidate.token))
    return frozenset(scene.tree.lowers[i] for i in before) & words.CHANGING


def typed_definites(scene: Scene, partition: Partition) -> Iterator[Proposal]:
    """Join "the country" with the state that an article speaks of there, "the company" with the company."""
    names: list[Candidate] = []
    spoken_for = _spoken_for(scene)
    for candidate in scene.candidates:
        if candidate.kind is NAME and not candidate.mention.plural:
            if scene.tree.pos[candidate.token] != "ADJ":  # "Swiss francs" speak of no country
                names.append(candidate)
        elif _whose_speaker_says(candidate, spoken_for, scene) is not None:
            continue
        elif _is_bare_definite(candidate, scene) and len(partition.chain_of(candidate)) == 1:
            near = [name for name in names if candidate.sentence - name.sentence <= NEAR and _is_itself(name, scene)]
            near = [
                name for name in near if not _is_one_of_several(name, scene) and _is_told_to(candidate, name, scene)
            ]
            fitting = [name for name in near if _is_of_sort(name, candidate, scene, partition)]
            if fitting and _is_one_of_many(candidate, fitting, scene, partition):
                continue
            antecedent = _most_salient(candidate, fitting or _of_unknown_sort(candidate, near, scene), partition)
            if antecedent is not None:
                yield candidate, antecedent, "type", TYPED if fitting else UNKNOWN_SORT


def owners_of_speakers(scene: Scene, partition: Partition) -> Iterator[Proposal]:
    """Join "the company" with whose officer speaks of it: "Its chairman said the company would sell"."""
    spoken_for = _spoken_for(scene)
    for candidate in nominals(scene) if spoken_for else ():
        owner = _whose_speaker_says(candidate, spoken_for, scene)
        if owner is None or len(partition.chain_of(candidate)) > 1:
            continue
        if any(one.kind is NAME for one in partition.chain_of(owner)):  # a union that is "it" is no company
            yield candidate, owner, "type", TYPED


def _spoken_for(scene: Scene) -> list[tuple[Attribution, Candidate]]:
    """Return what officers of "its" say, with that pronoun."""
    said = []
    for attribution in scene.attributions:
        index = None if attribution.source is None else attribution.source.mention
        source = None if index is None else scene.by_index.get(index)
        if source is not None and source.dep == "appos":
            source = scene.by_token.get(scene.tree.heads[source.token])
        owner = None if source is None or source.head not in words.SPEAKING_FOR else owner_of(source, scene)
        if owner is not None and owner.head in words.NEUTER_PRONOUNS:
            said.append((attribution, owner))
    return said


def _whose_speaker_says(
    candidate: Candidate, spoken_for: Sequence[tuple[Attribution, Candidate]], scene: Scene
) -> Candidate | None:
    """Return the "its" of who speaks of a company or another body: "its chairman said the company"."""
    span = candidate.mention.head
    owner = next((owner for said, owner in spoken_for if said.content.contains(span)), None)
    if owner is None or not _is_bare_definite(candidate, scene):
        return None
    return owner if is_kind(candidate.mention.label, "Company", scene.vocabulary) else None


def _is_of_sort(name: Candidate, noun: Candidate, scene: Scene, partition: Partition) -> bool:
    """Tell whether a name, or another one in its chain, is of a noun's class, and something is told of it."""
    named = (one for one in partition.chain_of(name) if one.kind is NAME)
    if not any(scene.lexicon.is_a(one.mention.label, noun.mention.label) for one in named):
        return False
    return name.sentence == noun.sentence or not _names_a_part(name, scene)


def _is_itself(name: Candidate, scene: Scene) -> bool:
    """Tell whether a name is not a city that stands for a government ("accused Oslo of lying"), nor "north of Oslo"."""
    known, tree, before = scene.lexicon.names.get(name.mention.link), scene.tree, scene.tree.heads[name.token]
    if name.dep == "pobj" and tree.words[before] == "of" and tree.bases[tree.heads[before]] in words.DIRECTIONS:
        return False
    if known is None or not known.metonym_for:
        return True
    return name.dep == "pobj" and tree.lowers[before] in words.LOCATIVE - {"from", "to"}


def _is_one_of_several(name: Candidate, scene: Scene) -> bool:
    """Tell whether others stand beside a name, so that one of them could not be told by the noun: "Benin and Togo"."""
    return name.dep == "conj" or any(child in scene.by_token for child in scene.tree.having(name.token, "conj"))


def _is_one_of_many(candidate: Candidate, fitting: Sequence[Candidate], scene: Scene, partition: Partition) -> bool:
    """Tell whether "the ship" may be any of several things of its sort near, with or without a name."""
    label = candidate.mention.label
    if any(is_kind(label, core, scene.vocabulary) for core in (*BODIES, "State")):
        return False
    named = {partition.owner[name.index] for name in fitting}
    beside = {scene.tree.heads[name.token] for name in fitting if name.dep == "appos"}
    others = (
        one
        for one in nominals(scene)
        if 0 <= candidate.sentence - one.sentence <= NEAR and one.token < candidate.start and not one.mention.plural
    )
    rivals = (one for one in others if one.token not in beside and scene.lexicon.is_a(one.mention.label, label))
    return len(named) > 1 or any(partition.owner[one.index] not in named for one in rivals)


def _is_told_to(candidate: Candidate, name: Candidate, scene: Scene) -> bool:
    """Tell whether a name is not only in words that somebody else is quoted with."""
    text = scene.tree.text
    return quote_at(text, name.mention.head.start) is None or quote_at(text, candidate.mention.head.start) is not None


def _names_a_part(name: Candidate, scene: Scene) -> bool:
    """Tell whether a body's name before a noun only says which one that is, within a phrase on something else.

    In "founded by engineers of the Nokia archive" nothing is told of Nokia; "Nokia shares fell" is about it.
    """
    tree, noun = scene.tree, scene.tree.heads[name.token]
    if not name.is_modifier or not any(is_kind(name.mention.label, core, scene.vocabulary) for core in BODIES):
        return False
    is_told_of = tree.deps[noun] in ("nsubj", "nsubjpass") or tree.pos[noun] == "PROPN"
    return not is_told_of and tree.deps[tree.left[noun]] == "det"


def _of_unknown_sort(candidate: Candidate, names: Sequence[Candidate], scene: Scene) -> list[Candidate]:
    """Return the one body near of which it is not known what sort it is, for "the company"."""
    core = scene.vocabulary.core["Organization"]
    if not is_kind(candidate.mention.label, "Company", scene.vocabulary):
        return []
    found = [name for name in names if name.mention.label == core and _may_be_company(name.mention.normal)]
    if len({name.mention.normal.split()[0] for name in found}) < 2:
        return found
    last = [name for name in found if name.sentence == found[-1].sentence and name.sentence < candidate.sentence]
    is_one = len({name.mention.normal for name in last}) == 1 and last[0].dep == "nsubj"
    return last if is_one else []


def _may_be_company(name: str) -> bool:
    """Tell whether a body of unknown sort can be a company: no acronym, no council or newspaper by its last word."""
    last = name.rpartition(" ")[2].lower()
    is_other_body = last in (words.ORGANIZATION_WORDS | words.OF_TOWNS) - words.OF_COMPANIES
    return not name.isupper() and not is_other_body


def _most_salient(candidate: Candidate, names: Sequence[Candidate], partition: Partition) -> Candidate | None:
    """Return the name that is nearest, subject and often mentioned; none that stands within the noun's own phrase."""
    outside = [name for name in names if not candidate.contains(name)]
    return max(outside, key=lambda name: _salience(candidate, name, partition), default=None)


def _salience(candidate: Candidate, name: Candidate, partition: Partition) -> tuple[float, int]:
    score = -SENTENCE * (candidate.sentence - name.sentence) + OFTEN * min(len(partition.chain_of(name)), MANY)
    return score + (SUBJECT if name.dep in ("nsubj", "nsubjpass") else 0.0), name.index


def _is_bare_definite(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether it is a singular "the X" or "this X" of a class that names belong to, with nothing else said."""
    if candidate.kind is not NOMINAL or not candidate.is_definite or candidate.mention.plural:
        return False
    label = candidate.mention.label
    if not label or candidate.end > candidate.token + 2 or candidate.head in cues.OF_STATES | UNNAMED_PLACES:
        return False
    if scene.modifiers(candidate) or scene.tree.words[candidate.token][:1].isupper():  # "the Senate" is a name
        return False
    is_general = any(label == scene.vocabulary.core[name] for name in GENERAL)
    return not is_general and not is_kind(label, "Person", scene.vocabulary)
