"""What a verb takes beside its subject: objects, complements, prepositional phrases, adverbs and clauses."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.extract.clauses import Clause, Phrase
from kg.extract.conjuncts import conjuncts
from kg.extract.trees import LOOSE, QUOTES, Tree
from kg.extract.words import BE, DISCOURSE_ADVERBS, COMPLEX_PREPOSITIONS, DISCOURSE_PHRASES, MONTHS, SAYING, TELLING, TIME_NOUNS, WEEKDAYS, WH


class Slot(StrEnum):
    """What sort of complement it is."""

    OBJECT = "object"
    PREDICATIVE = "predicative"  # attr, acomp, oprd
    DATIVE = "dative"
    PREPOSITIONAL = "prepositional"
    GERUND = "gerund"  # preposition and -ing clause
    ADVERB = "adverb"
    TIME = "time"  # "last week"
    CLAUSE = "clause"  # "that he left"
    PURPOSE = "purpose"  # "to repair them"
    ADVERBIAL = "adverbial"  # "because he left"


@dataclass(frozen=True, slots=True)
class Complement:
    """One complement: the words that lead to it (a preposition), and the phrase of each conjunct."""

    slot: Slot
    lead: tuple[int, ...]
    phrases: tuple[Phrase, ...]
    at: int


NESTED = LOOSE | {"prep", "acl", "ccomp", "xcomp"}
BARE = LOOSE | {"acl"}
DIRECT = {"dobj": Slot.OBJECT, "attr": Slot.PREDICATIVE, "acomp": Slot.PREDICATIVE, "oprd": Slot.PREDICATIVE}


def complements(tree: Tree, clause: Clause) -> tuple[Complement, ...]:
    """Return the complements of the clause's verb in text order."""
    found: list[Complement] = []
    for child in tree.children[clause.verb]:
        found += _complement(tree, clause, child)
    return tuple(found)


def _complement(tree: Tree, clause: Clause, child: int) -> list[Complement]:
    dep = tree.deps[child]
    if dep in DIRECT:
        if tree.words[tree.left[child]].lower() in WH:
            return []
        return [Complement(DIRECT[dep], (), phrases_of(tree, child), child)]
    if dep == "dative" and tree.tags[child] != "IN":
        return [Complement(Slot.DATIVE, (), phrases_of(tree, child), child)]
    if dep in ("prep", "agent", "dative"):
        return prepositional(tree, child)
    if dep == "ccomp" and tree.pos[child] in ("VERB", "AUX"):
        return _clausal(tree, clause, child)
    if dep == "advcl" and tree.pos[child] in ("VERB", "AUX"):
        return _adverbial(tree, clause, child)
    if dep == "npadvmod":
        return [Complement(Slot.TIME, (), phrases_of(tree, child), child)] if is_time(tree, child) or child > clause.verb else []
    if dep == "advmod":
        return _adverb(tree, clause, child)
    return []


OPT = dict(preps="of", pp_preps="of", inner_conj=True, acl=False, fold_first=False, nested="nonof", depth=1, gerund="clause", gerund_outer=True, spread=True, fold="of", nestfold="short", that=True, clausal=True, adverbial="none", purpose="object", purpose_own=False, split_clause=True, foldall=False, core=True, nestedclause=False, able=False, noun_gerund=True, that_in=True, to_noun=True, to_noun_own=False, chain=True, mods=False, svoc=True, complex=True, acomp_base=False, light=False, clausefold=False, gerund_own=False, acl_nested=False, share=True, to_deep=True)


def phrases_of(tree: Tree, head: int) -> tuple[Phrase, ...]:
    """Return the phrase of each conjunct, without clauses that hang on it."""
    preps = OPT["preps"] if tree.deps[head] != "pobj" else OPT["pp_preps"]
    return tuple(Phrase(words, h) for h in conjuncts(tree, head) for words in split_modifiers(tree, h, noun_words(tree, h, preps)) if words)


def split_modifiers(tree: Tree, head: int, words: tuple[int, ...]) -> list[tuple[int, ...]]:
    """"recreation and leisure services" -> "recreation services", "leisure services"."""
    if not OPT["mods"]:
        return [words]
    for c in tree.children[head]:
        if c < head and tree.deps[c] in ("compound", "nmod", "amod"):
            joined = [c]
            for j in joined:
                joined += [x for x in tree.having(j, "conj") if x < head]
            if len(joined) > 1 and tree.first(c, "cc") is not None or (len(joined) > 1 and any(tree.first(j, "cc") is not None for j in joined)):
                if any(tree.words[x] in ("&", "/") for j in joined for x in tree.having(j, "cc")):
                    continue
                if any(tree.tags[j] not in tree.tags[c] and tree.tags[c] not in tree.tags[j] for j in joined):
                    continue
                first, last = tree.left[c], tree.right[c]
                out = []
                for j in joined:
                    own = set(tree.phrase(j))
                    out.append(tuple(w for w in words if not (first <= w <= last) or w in own))
                return out
    return [words]


def noun_words(tree: Tree, head: int, preps: str) -> tuple[int, ...]:
    words: list[int] = []
    waiting = [head]
    while waiting:
        i = waiting.pop()
        words.append(i)
        for c in tree.children[i]:
            dep = tree.deps[c]
            if dep == "punct" and i == head and c > head and tree.words[c] not in QUOTES and not any(tree.left[x] == c + 1 and is_year(tree, x, i) for x in tree.children[i]):
                continue
            if i == head and dep in LOOSE - {"punct"} and not is_year(tree, c, i):
                continue
            if dep in ("relcl", "parataxis"):
                continue
            if dep == "acl" and not OPT["acl"]:
                continue
            if not OPT["inner_conj"] and dep in ("conj", "cc") and tree.deps[i] == "pobj":
                continue
            if dep == "prep" and (i == head or tree.deps[i] == "pobj") and c > i:
                if preps == "none" or (preps == "of" and tree.words[c].lower() != "of"):
                    continue
            waiting.append(c)
    found = sorted(words)
    while found and tree.tags[found[-1]] == "CC":
        found.pop()
    return quoted(tree, tree.trimmed(found))


def quoted(tree, words):
    """Return the words with the quotation marks around all of them."""
    if not words or words[0] == 0 or tree.words[words[0] - 1] not in ("``", "“", '"', "`"):
        return words
    last = words[-1] + 1
    if last < len(tree.words) and tree.words[last] == ",":
        last += 1
    if last < len(tree.words) and tree.words[last] in ("''", "”", '"', "'"):
        return (words[0] - 1, *words, last)
    return words


def prepositional(tree: Tree, preposition: int) -> list[Complement]:
    """Return what the preposition leads to; "out of", "because of" and "from 1970 to 1985" are walked through."""
    if is_discourse(tree, preposition):
        return []
    lead = (
        *(
            w
            for c in tree.having(preposition, "advmod", "npadvmod", "quantmod")
            if c < preposition
            for w in tree.subtree(c)
        ),
        preposition,
    )
    of = preposition + 1
    if of < len(tree.words) and tree.heads[of] == preposition and not tree.children[of] and tree.tags[of] in ("IN", "TO", "RP"):
        lead = (*lead, of)
    return _led(tree, preposition, lead)


def in_order(tree: Tree, preposition: int) -> list[Complement]:
    noun = preposition + 1
    if noun >= len(tree.words) or tree.words[preposition].lower() != "in" or tree.words[noun].lower() != "order":
        return []
    return [Complement(Slot.PURPOSE, (preposition, noun), (Phrase(clause_words(tree, v), v),), v) for v in tree.having(noun, "acl", "relcl", "xcomp", "advcl")]


def _led(tree: Tree, preposition: int, lead: tuple[int, ...]) -> list[Complement]:
    found: list[Complement] = []
    for child in tree.children[preposition]:
        dep = tree.deps[child]
        complex_ = complex_lead(tree, preposition, child) if OPT["complex"] else None
        if complex_ is not None:
            found += _led(tree, complex_, (*lead, *range(preposition + 1, complex_ + 1)))
        elif dep == "pobj" and tree.words[child].lower() not in WH:
            found.append(Complement(Slot.PREPOSITIONAL, lead, phrases_of(tree, child), child))
        elif dep == "pcomp" and tree.tags[child] == "VBG":
            found.append(Complement(Slot.GERUND, lead, (Phrase(clause_words(tree, child), child),), child))
        elif dep in ("prep", "pcomp") and tree.tags[child] in ("IN", "TO") and child == preposition + 1:
            found += _led(tree, child, (*lead, child))
        elif dep in ("prep", "conj") and tree.tags[child] in ("IN", "TO"):
            found += prepositional(tree, child)
    return found


def _clausal(tree, clause, child):
    subject = tree.first(child, "nsubj", "nsubjpass", "expl")
    if tree.first(clause.verb, "dobj") is not None and tree.lemmas[clause.verb].lower() not in TELLING:
        return []
    if tree.first(clause.verb, "expl") is not None or (tree.lemmas[clause.verb] == "be" and any(tree.words[c].lower() == "it" for c in tree.having(clause.verb, "nsubj"))):
        return []
    if subject is None or (child < clause.verb and tree.lemmas[clause.verb].lower() not in SAYING):
        return []
    others = [c for c in tree.having(child, "conj") if c > child and tree.first(c, "nsubj", "nsubjpass", "expl", "mark")]
    first = min((tree.left[c] for c in others), default=None)
    mark = [c for c in tree.having(child, "mark") if tree.words[c].lower() == "that"]
    if OPT["that_in"]:
        mark = []
    words = [w for w in tree.subtree(child) if w not in mark and (first is None or w < first)]
    if clause.verb in words:
        words = [w for w in words if tree.is_below(w, child)]
    while words and tree.deps[words[-1]] == "cc":
        words.pop()
    words = tree.trimmed(words)
    found = [Complement(Slot.CLAUSE, tuple(mark) if OPT["that"] else (), (Phrase(words, child),), child)] if words else []
    return found + [x for c in others if OPT["split_clause"] for x in _clausal(tree, clause, c)]


def _adverbial(tree, clause, child):
    marks = [c for c in tree.children[child] if c < child and (tree.deps[c] == "mark" or (tree.deps[c] == "advmod" and tree.tags[c] == "WRB"))]
    if tree.tags[child] == "VB" and any(tree.tags[c] == "TO" for c in tree.having(child, "aux")) and tree.first(child, "nsubj", "nsubjpass") is None:
        return [Complement(Slot.PURPOSE, (), (Phrase(clause_words(tree, child), child),), child)]
    if not marks or tree.first(child, "nsubj", "nsubjpass", "expl") is None:
        return []
    before = [w for w in tree.subtree(child) if w <= marks[-1]]
    words = tree.trimmed([w for w in tree.subtree(child) if w not in before])
    return [Complement(Slot.ADVERBIAL, tuple(before), (Phrase(words, child),), child)] if words else []


def complex_lead(tree, preposition, noun):
    """Return the last word of a preposition such as "in front of" whose first words these are."""
    for last in tree.having(noun, "prep"):
        words = [tree.words[w].lower() for w in range(preposition, last + 1) if tree.tags[w] != "DT"]
        if noun > preposition and last == noun + 1 and " ".join(words) in COMPLEX_PREPOSITIONS:
            return last
    return None


def clause_words(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return all words of a clause."""
    return tree.trimmed(list(tree.subtree(verb)))


def is_year(tree, child, head):
    if tree.deps[child] == "appos" and tree.pos[child] == "PROPN" == tree.pos[head]:
        return not any(c < child and tree.deps[c] in ("det", "amod") for c in tree.children[child]) and tree.left[child] - head <= 2 and tree.words[tree.left[child] - 1] == ","
    return tree.words[head].lower() in MONTHS and tree.words[child].isdigit()


def is_time(tree: Tree, head: int) -> bool:
    """Tell whether the word denotes a time."""
    word = tree.words[head].lower()
    if tree.tags[head] == "CD":
        return len(word) == 4 and word.isdigit()
    return word in MONTHS or word in WEEKDAYS or tree.lemmas[head].lower() in TIME_NOUNS or (len(word) == 5 and word[:4].isdigit() and word[4] == "s")


def is_discourse(tree: Tree, i: int) -> bool:
    """Tell whether the phrase comments on the sentence ("for example") instead of being part of what it says."""
    return tree.string(list(tree.subtree(i))).lower() in DISCOURSE_PHRASES


def _adverb(tree: Tree, clause: Clause, child: int) -> list[Complement]:
    word = tree.words[child].lower()
    if tree.first(child, "npadvmod") is not None and is_time(tree, tree.first(child, "npadvmod")):
        return [Complement(Slot.TIME, (), (Phrase(tree.phrase(child), child),), child)]
    if word in WH:
        return []
    led = [c for p in tree.having(child, "prep") if p > child for c in prepositional(tree, p)]
    if led:
        before = tuple(w for w in tree.subtree(child) if w <= child)
        return [Complement(c.slot, (*before, *c.lead), c.phrases, c.at) for c in led]
    if word in DISCOURSE_ADVERBS or child < clause.verb:
        return []
    words = tree.phrase(child)
    return [Complement(Slot.ADVERB, (), (Phrase(words, child),), child)] if words else []
