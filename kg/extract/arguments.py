"""The complements of a verb: objects, predicatives, prepositional phrases, adverbs, times and clauses."""

from __future__ import annotations

from kg.extract.clauses import Clause
from kg.extract.complements import Complement, Slot
from kg.extract.doubtful import is_doubtful
from kg.extract.phrases import Phrase, is_time, object_phrases
from kg.extract.prepositions import prepositional
from kg.extract.trees import Tree
from kg.extract.verbs import first_conjunct, is_to_infinitive
from kg.extract.words import DISCOURSE_ADVERBS, SAYING, TELLING, WH

DIRECT = {"dobj": Slot.OBJECT, "attr": Slot.PREDICATIVE, "acomp": Slot.PREDICATIVE, "oprd": Slot.PREDICATIVE}
NO_OBJECTS = ("WDT", "WP", "WP$", "WRB", "IN")  # "what", "that" as a conjunction; "that plan" is one
VERBAL = ("VERB", "AUX")
NAMED = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")


def complements(tree: Tree, clause: Clause) -> tuple[Complement, ...]:
    """Return the complements of the clause's own verb, in text order."""
    children = [child for child in tree.children[clause.verb] if not is_doubtful(tree, child)]
    own = tuple(c for child in children for c in _complements_at(tree, clause.verb, child))
    return (*own, *_around(tree, clause.verb))


def _around(tree: Tree, verb: int) -> list[Complement]:
    """Return the clause that a saying is put into: "Talks, the minister said, had failed"."""
    said = tree.heads[verb]
    if (
        tree.deps[verb] != "parataxis"
        or tree.lemmas[verb] not in SAYING
        or tree.first(verb, "ccomp", "dobj") is not None
    ):
        return []
    words = tree.trimmed([w for w in tree.subtree(said) if not tree.is_below(w, verb)])
    return [Complement(Slot.CLAUSE, (), (Phrase(words, said),), said)] if words else []


def _complements_at(tree: Tree, verb: int, child: int) -> list[Complement]:
    dep = tree.deps[child]
    if dep in DIRECT:
        first = tree.left[child]
        is_question = tree.tags[first] in NO_OBJECTS and tree.deps[first] != "quantmod"  # "over 40 objects" is one
        return [] if is_question else [Complement(DIRECT[dep], (), object_phrases(tree, child), child)]
    if dep == "dative" and tree.tags[child] != "IN":
        return [Complement(Slot.DATIVE, (), object_phrases(tree, child), child)]
    if dep in ("prep", "agent", "dative") or (dep == "advcl" and tree.first(child, "pobj") is not None):
        return prepositional(tree, child)  # "following a fire" is no clause
    if dep == "ccomp" and tree.pos[child] in ("ADJ", "NOUN", "PROPN"):
        return _small_clause(tree, child)
    if dep == "parataxis" and tree.lemmas[child] in SAYING:
        return []
    if dep == "ccomp" and tree.pos[child] in VERBAL:
        return _clausal(tree, verb, child)
    if dep == "advcl" and tree.pos[child] in VERBAL:
        return _adverbial(tree, child)
    if dep == "npadvmod" and any(child < c < verb for c in tree.having(verb, "mark")):
        return []  # "a week after he quit"
    if dep == "npadvmod" and (is_time(tree, child) or (child > verb and not _is_aside(tree, child))):
        return [Complement(Slot.TIME, (), object_phrases(tree, child), child)]
    return _adverb(tree, verb, child) if dep == "advmod" else []


def _is_aside(tree: Tree, i: int) -> bool:
    """Tell whether a word stands apart: "won 40 votes, two short of the number", "They are relieved, frankly"."""
    first = tree.left[i]
    return tree.words[first - 1] == "," and not any(is_time(tree, k) for k in tree.subtree(i))


def _small_clause(tree: Tree, predicative: int) -> list[Complement]:
    """Return object and predicative of "found him guilty" where they are read as a clause."""
    subject = tree.first(predicative, "nsubj")
    if subject is None or tree.first(predicative, "mark", "cop") is not None or subject > predicative:
        return []
    words = tree.phrase(predicative, cut=(subject,))
    return [
        Complement(Slot.OBJECT, (), object_phrases(tree, subject), subject),
        Complement(Slot.PREDICATIVE, (), (Phrase(words, predicative),), predicative),
    ]


def _adverb(tree: Tree, verb: int, adverb: int) -> list[Complement]:
    word = tree.lowers[adverb]
    ago = tree.first(adverb, "npadvmod")
    if ago is not None and is_time(tree, ago):
        return [Complement(Slot.TIME, (), (Phrase(tree.phrase(adverb), adverb),), adverb)]
    if word in WH:
        return []
    if word == "home" and _is_aside(tree, adverb):  # "in Ashdale camp, home to 900 people"
        return []
    led = [c for p in tree.having(adverb, "prep") if p > adverb for c in prepositional(tree, p)]
    if led:
        before = tuple(w for w in tree.subtree(adverb) if w <= adverb)
        return [Complement(c.slot, (*before, *c.lead), c.phrases, c.at) for c in led]  # "back to work"
    words = tree.phrase(adverb, cut=tree.having(adverb, "advcl", "ccomp"))
    if word in DISCOURSE_ADVERBS or adverb < verb or not words or _is_aside(tree, adverb):
        return []
    return [Complement(Slot.ADVERB, (), (Phrase(words, adverb),), adverb)]


# ------------------------------------------------------------------------------------------------ clauses


def _clausal(tree: Tree, verb: int, child: int) -> list[Complement]:
    """Return what is said, believed or seen: each conjunct with a subject of its own by itself."""
    if tree.first(child, *NAMED) is None or not _takes_clause(tree, verb, child):
        return []
    others = [c for c in tree.having(child, "conj") if c > child and tree.first(c, *NAMED, "mark") is not None]
    end = min((tree.left[c] for c in others), default=len(tree.words))
    words = [w for w in tree.subtree(child) if w < end]
    if verb in words:  # "Talks, he said, had failed"
        words = [w for w in words if tree.is_below(w, child)]
    while words and tree.deps[words[-1]] == "cc":
        words.pop()
    kept = tree.trimmed(words)
    if kept and tree.deps[kept[0]] == "cc":  # "“It is old,” he said, “and we will close it”"
        kept = tree.trimmed(list(kept[1:]))
    found = [Complement(Slot.CLAUSE, (), (Phrase(kept, child),), child)] if kept else []
    return found + [c for other in others for c in _clausal(tree, verb, other)]


def _takes_clause(tree: Tree, verb: int, child: int) -> bool:
    """Tell whether the clause is what the verb says or does, and no relative or paratactic one read as such."""
    lemma = tree.bases[verb]
    if tree.first(verb, "dobj") is not None and lemma not in TELLING:
        return False
    if child < verb and (lemma not in SAYING or not _is_quoted_first(tree, verb, child)):
        return False
    is_it = any(tree.lowers[c] == "it" for c in tree.having(verb, "nsubj"))
    return tree.first(verb, "expl") is None and not (lemma == "be" and is_it)


def _is_quoted_first(tree: Tree, verb: int, child: int) -> bool:
    """Tell whether what stands before is what is said: in "Prices fell; they said that …" it is a sentence apart."""
    between = range(child, tree.left[tree.first(verb, *NAMED) or verb])
    is_apart = any(tree.words[w] == ";" for w in between)
    return not is_apart and tree.first(verb, "ccomp") == first_conjunct(tree, child)


def _adverbial(tree: Tree, child: int) -> list[Complement]:
    if is_to_infinitive(tree, child) and tree.first(child, "nsubj", "nsubjpass") is None:
        words = tree.trimmed(list(tree.subtree(child)))
        return [Complement(Slot.PURPOSE, (), (Phrase(words, child),), child)]
    marks = [c for c in tree.children[child] if c < child and _is_conjunction(tree, c)]
    is_whole = tree.first(child, *NAMED) is not None
    if not marks or not (is_whole or _is_bare_condition(tree, child, marks)):
        return []
    lead = tuple(w for w in tree.subtree(child) if w <= marks[-1])
    words = tree.trimmed([w for w in tree.subtree(child) if w > marks[-1]])
    return [Complement(Slot.ADVERBIAL, lead, (Phrase(words, child),), child)] if words else []


def _is_bare_condition(tree: Tree, verb: int, marks: list[int]) -> bool:
    """Tell whether a condition leaves out of whom it tells: "if convicted, they face a year in prison"."""
    return tree.tags[verb] == "VBN" and tree.lowers[marks[-1]] in ("if", "unless")


def _is_conjunction(tree: Tree, child: int) -> bool:
    return tree.deps[child] == "mark" or (tree.deps[child] == "advmod" and tree.tags[child] == "WRB")
