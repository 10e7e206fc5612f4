"""Shapes of clauses and noun phrases that decide on truth and time: infinitives, conditions, "no", "the first to"."""

from __future__ import annotations

from kg.extract import words_factuality as words
from kg.extract.trees import Tree
from kg.extract.words_attribution import SAYING
from kg.extract.words_mentions import ORDINALS

AUXILIARIES = ("aux", "auxpass")
SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
INFINITIVE_DEPS = ("xcomp", "ccomp", "advcl", "conj")
COMPLEMENTS = ("attr", "acomp", "oprd")
IFS = words.CONDITIONS - {"whether", "lest"}


def is_verb(tree: Tree, i: int) -> bool:
    """Tell whether the token heads a clause."""
    return tree.tags[i][:2] in ("VB", "MD") or tree.pos[i] == "AUX"


def carrier(tree: Tree, i: int) -> int:
    """Return the verb that carries a predicate noun or adjective: "is" of "is ready", "is in talks"; else the token."""
    head = tree.heads[i]
    if tree.deps[i] == "compound" and i < head and "-" in tree.words[i : i + 2]:  # the first half of "re-run"
        return carrier(tree, head)
    if tree.deps[i] == "pobj" and tree.lowers[head] in words.STATES and tree.deps[head] == "prep":
        verb = tree.heads[head]
        return verb if tree.bases[verb] == "be" and is_verb(tree, verb) else i
    is_predicate = tree.deps[i] in COMPLEMENTS and tree.bases[head] in words.COPULAS and is_verb(tree, head)
    return head if is_predicate else i


def is_infinitive(tree: Tree, i: int) -> bool:
    """Tell whether the verb is a "to" infinitive."""
    return "to" in [tree.lowers[a] for a in tree.having(i, *AUXILIARIES)]


def is_being_done(tree: Tree, i: int) -> bool:
    """Tell whether it is one of "being withdrawn": no sooner than what is told around it."""
    return any(tree.lowers[a] == "being" for a in tree.having(i, *AUXILIARIES))


def is_mandative(tree: Tree, i: int) -> bool:
    """Tell whether a that-clause has a base form, as what is demanded or proposed does: "that the city reopen it"."""
    subject = tree.first(i, "nsubj", "nsubjpass")
    if subject is None or not any(tree.lowers[c] == "that" for c in tree.children[i] if c < subject):
        return False
    auxiliaries = tree.having(i, *AUXILIARIES)
    first = min((i, *auxiliaries))
    is_wanted = tree.bases[tree.heads[i]] in words.MANDATIVE and first == i  # "asked that the army send"
    is_bare = tree.tags[first] in (("VB", "VBP") if is_wanted else ("VB",)) and not any(
        tree.tags[a] in ("MD", "TO") for a in auxiliaries
    )
    return is_bare and subject < first


def beside_infinitive(tree: Tree, head: int) -> int:
    """Return the verb above an infinitive, that what is said beside both belongs to: "asked them to go, saying"."""
    while is_infinitive(tree, head) and tree.deps[head] in INFINITIVE_DEPS and tree.heads[head] != head:
        head = tree.heads[head]
    return head


def is_said_beside(tree: Tree, i: int) -> bool:
    """Tell whether a participle of saying stands behind a comma: what comes before it does not govern it."""
    is_participle = tree.tags[i] == "VBG" and tree.deps[i] == "advcl" and tree.first(i, "mark", "aux") is None
    return is_participle and tree.bases[i] in SAYING and tree.words[tree.left[i] - 1] == ","


def is_after_nor(tree: Tree, i: int) -> bool:
    """Tell whether the clause is joined by "nor"."""
    return any(tree.lowers[c] == "nor" and tree.heads[i] < c < i for c in tree.having(tree.heads[i], "cc"))


def is_condition(tree: Tree, i: int) -> bool:
    """Tell whether the clause is a condition: "if …", "assuming …", "had it …", but neither "even if" nor "as if"."""
    for mark in tree.having(i, "mark"):
        word, before = tree.lowers[mark], tree.lowers[mark - 1] if mark else ""
        if word in IFS:
            return before not in ("even", "as")
    if tree.deps[i] not in ("advcl", "prep") or tree.first(i, "mark") is not None:
        return False
    if tree.bases[i] in words.ASSUMING:
        return tree.tags[i] in ("VBG", "VBN") and tree.first(i, "ccomp") is not None
    return tree.lowers[tree.left[i]] in words.INVERTED_CONDITIONS


def is_negative_phrase(tree: Tree, noun: int) -> bool:
    """Tell whether the noun phrase is empty: "no contractors", "nobody", "none of them", "hardly any"."""
    word = tree.lowers[noun]
    if word in words.NEGATIVE_PRONOUNS or (word == "one" and noun > 0 and tree.lowers[noun - 1] == "no"):
        return True
    if not tree.children[noun]:
        return False
    if any(tree.lowers[c] in words.HARDLY for c in tree.having(noun, "advmod")):  # "hardly anyone"
        return True
    for child in tree.having(noun, "det", "neg", "predet", "preconj"):
        if tree.lowers[child] in words.NEGATIVE_DETERMINERS:
            return not _is_comparison(tree, child) and tree.lowers[child - 1] not in ("a", "the")  # "a no vote"
        if tree.lowers[child] == "any" and any(tree.lowers[c] in words.NEGATIVE_ADVERBS for c in tree.children[child]):
            return True
    return False


def is_few_people(tree: Tree, noun: int) -> bool:
    """Tell whether hardly anybody is meant: "few expect it", "few analysts", but "a few analysts"."""
    quantities = (noun, *tree.having(noun, "amod", "det"))
    return any(tree.lowers[w] in words.FEW and tree.lowers[max(w - 1, 0)] not in ("a", "the") for w in quantities)


def _is_comparison(tree: Tree, no: int) -> bool:
    """Tell whether the "no" only compares: "no more important task than"."""
    return [tag[:2] for tag in tree.tags[no + 1 : no + 3]] == ["RB", "JJ"]


def clause_above(tree: Tree, i: int) -> int | None:
    """Return the verb of the clause that the token stands in."""
    while not is_verb(tree, i):
        if tree.heads[i] == i:
            return None
        i = tree.heads[i]
    return i


def is_content(tree: Tree, i: int) -> bool:
    """Tell whether the clause is what a noun says: "reports that the firm fell", and not "the day that it fell"."""
    noun = tree.heads[i]
    is_below = tree.deps[i] in ("acl", "relcl", "ccomp", "advcl") and tree.tags[noun].startswith("NN")
    if not is_below or tree.bases[noun] in words.SETTING_NOUNS:
        return False
    before = [c for c in tree.children[i] if c < i and (tree.deps[c] in ("mark", "advmod") or tree.tags[c] == "IN")]
    marks = {tree.lowers[c] for c in before}
    return bool(marks & {"that", "whether", "if"}) and tree.first(i, *SUBJECTS) is not None


def is_whether(tree: Tree, i: int) -> bool:
    """Tell whether the clause leaves open if it is so: "whether to seek", "whether they met", "how to vote"."""
    if any(tree.lowers[c] == "whether" for c in tree.having(i, "mark")):
        return True
    to = next((c for c in tree.having(i, *AUXILIARIES) if tree.tags[c] == "TO"), 0)
    return to > 0 and tree.tags[to - 1] in ("WRB", "WP", "WDT")


def is_set_apart(tree: Tree, i: int, head: int) -> bool:
    """Tell whether a semicolon stands between a clause and its governor, which it then does not depend on."""
    return any(tree.words[w] == ";" for w in range(min(i, head), max(i, head)))


def is_inverted_condition(tree: Tree, i: int, head: int) -> bool:
    """Tell whether the clause is that of "would have won had the panel met", read as what is won."""
    first = tree.left[i]
    is_first = tree.lowers[first] in words.INVERTED_CONDITIONS and i in (first, tree.heads[first]) and i > head
    return is_first and any(tree.lowers[w] in words.CONDITIONAL_MODALS for w in range(head, first))


def is_pointed_out(tree: Tree, verb: int) -> bool:
    """Tell whether the verb only leads in what is said: "it is important to note that"."""
    above = clause_above(tree, tree.heads[verb])
    subject = None if above is None or not is_infinitive(tree, verb) else tree.first(above, "nsubj", "expl")
    return subject is not None and tree.lowers[subject] == "it" and tree.first(above or 0, "acomp") is not None


def is_split_perfect(tree: Tree, head: int, i: int) -> bool:
    """Tell whether the parser made two verbs of a perfect: "Nor have two years changed it"."""
    is_perfect = tree.lemmas[head] == "have" and tree.deps[i] == "ccomp" and tree.tags[i] in ("VBN", "VBD")
    return is_perfect and tree.first(head, *SUBJECTS) is None


def is_result(tree: Tree, head: int, i: int) -> bool:
    """Tell whether an infinitive says what came of it: "fell to close at", "returned only to find"."""
    if not is_infinitive(tree, i) or not is_verb(tree, head) or tree.deps[i] not in ("advcl", "xcomp"):
        return False
    if tree.bases[head] in words.CHANGES and tree.first(head, "dobj") is None:
        return True
    is_only = any(tree.lowers[w] == "only" for w in tree.having(i, "advmod"))
    is_ending = tree.bases[i] in words.RESULTS and tree.bases[head] not in words.VERBS
    is_ending |= tree.bases[head] in words.DEFEATING and tree.bases[i] in words.WINNING
    is_ending |= tree.bases[i] in words.VOICING and tree.deps[i] == "advcl"
    return tree.deps[i] == "advcl" and (is_only or is_ending)  # "voted on Tuesday to close it" is no ending


def is_singled_out(tree: Tree, noun: int) -> bool:
    """Tell whether the noun phrase picks out who did it: "the first (one) to leave", "the highest building to burn"."""
    modifiers = (noun, *tree.having(noun, "amod", "nummod"))
    ranked = words.SINGLED_OUT | ORDINALS
    return any(tree.lowers[m] in ranked or tree.tags[m] == "JJS" for m in modifiers)


def is_explained(tree: Tree, head: int, i: int) -> bool:
    """Tell whether a clause asks how or why something is so, which takes for granted that it is: "explain how"."""
    is_asked = any(tree.lowers[c] in ("how", "why") for c in tree.having(i, "advmod"))
    return is_asked and tree.bases[head] in words.EXPLAINING and not is_infinitive(tree, i)


def is_likeness(tree: Tree, noun: int) -> bool:
    """Tell whether a noun is only what something is compared with: "a sound like a truck falling off a bridge"."""
    above = tree.heads[noun]
    is_compared = tree.deps[noun] == "pobj" and tree.lowers[above] == "like"
    return is_compared and any(tree.lowers[d] in ("a", "an") for d in tree.having(noun, "det"))


def shares_auxiliaries(tree: Tree, i: int) -> bool:
    """Tell whether a verb joined by "and" or "or" stands under the auxiliaries and the "not" of the first one."""
    head = tree.heads[i]
    if not (is_verb(tree, i) and is_verb(tree, head)):
        return False
    has_own = tree.first(i, *AUXILIARIES, *SUBJECTS) is not None
    is_same_form = tree.tags[i] == tree.tags[head] or {tree.tags[i], tree.tags[head]} <= {"VB", "VBP"}
    is_contrast = any(tree.lowers[c] == "but" for c in tree.having(head, "cc"))
    if tree.tags[i] == "VBD" and tree.first(head, "auxpass") is not None and tree.first(i, "dobj") is None:
        return not has_own and any(tree.tags[a] == "MD" for a in tree.having(head, "aux"))  # "will be cut and sold"
    return not has_own and is_same_form and not is_contrast and tree.tags[i] not in ("VBD", "VBZ")


def is_too_much(tree: Tree, head: int, i: int) -> bool:
    """Tell whether an infinitive is that of "too late to save": it is not done."""
    degrees = (d for a in (head, *tree.having(head, "acomp")) for d in tree.having(a, "advmod"))
    return is_infinitive(tree, i) and any(tree.lowers[d] == "too" for d in degrees)


def is_proviso(tree: Tree, i: int) -> bool:
    """Tell whether it says on what all depends: "pending approval", ", subject to a vote", "as long as it pays"."""
    word = tree.lowers[i]
    if word == "long":
        is_first = tree.lowers[i - 2] not in ("for", "not")
        return is_first and tree.lowers[i - 1] == "as" and tree.first(i, "advcl") is not None
    if tree.words[i - 1] != "," and i > 0:
        return False
    if word == "pending":
        return tree.first(i, "pobj") is not None
    to = words.PROVISOS.get(word)
    return to is not None and any(tree.lowers[p] == to for p in tree.having(i, "prep"))
