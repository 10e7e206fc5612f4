"""Repairs of words with a hyphen, which the parser reads as two or three words side by side."""

from __future__ import annotations

from kg.extract.parses import Parse

AGES = {"old": "NN", "olds": "NNS"}
AGE_UNITS = frozenset({"year", "month", "week", "day"})
HYPHEN_TAGS = frozenset({"HYPH", ":", "SYM"})
NO_WORDS = frozenset({"amod", "punct", "nummod"})  # "multi-national banks" is read well as it is


PREFIXES = frozenset({"co", "ex", "vice"})


def glued_words(parse: Parse) -> Parse:
    """Make one word of "re-run", "un-freeze", "ex-soldier": its last part stands for it.

    The parser's sign is a hyphen that has a part in the sentence.
    """
    for i in parse.inner("-"):
        if parse.tags[i - 1] == parse.tags[i + 1] == "CD":
            parse = _score(parse, i)
        elif _is_glue(parse, i) or _is_prefix(parse, i):
            parse = _glued(parse, i - 1, i, i + 1)
        elif _is_perfect(parse, i):
            parse = _perfect(parse, i)
    return parse


def person_by_age(parse: Parse) -> Parse:
    """Read "the 24-year-old" as a noun, where no noun follows that it tells the age of."""
    for i in parse.worded(*AGES):
        word = parse.words[i]
        if i < 3 or word not in AGES or parse.words[i - 1] != "-" or parse.lowers[i - 2] not in AGE_UNITS:
            continue
        parse = parse.attached(i - 2, i, "compound")
        if parse.deps[i] not in ("amod", "acomp", "compound") or word == "olds":
            parse = _named_by_age(parse, i)
    return parse


def _named_by_age(parse: Parse, old: int) -> Parse:
    parse = parse.read_as(old, tag=AGES[parse.words[old]], pos="NOUN", lemma="year-old")
    verb = parse.child(old, "acl")
    if parse.heads[old] != old or verb is None or parse.tags[verb] != "VBN" or verb != old + 1:
        return parse
    parse = parse.moved([c for c in parse.below[old] if c > verb], verb)
    return parse.attached(verb, verb, "ROOT").attached(old, verb, "nsubj").read_as(verb, tag="VBD")


def _is_perfect(parse: Parse, i: int) -> bool:
    """Tell whether a participle with a prefix follows "have": "has out-sold Norvik"."""
    have, participle = i - 2, i + 1
    is_before_object = parse.deps[participle] == "amod" and parse.heads[parse.heads[participle]] == have
    return i > 1 and parse.lemmas[have] == "have" and parse.tags[participle] == "VBN" and is_before_object


def _perfect(parse: Parse, i: int) -> Parse:
    have, verb = i - 2, i + 1
    above = parse.heads[have]
    parse = parse.moved(parse.below[have], verb)
    parse = parse.attached(verb, verb if above == have else above, parse.deps[have]).attached(have, verb, "aux")
    parse = parse.attached(i - 1, verb, "compound").attached(i, verb, "compound")
    return parse.read_as(verb, lemma=parse.lowers[i - 1] + parse.bases[verb])


def _score(parse: Parse, i: int) -> Parse:
    """Keep both halves of a score: "won 2-1"."""
    is_split = parse.deps[i + 1] == "prep" or parse.heads[i] == i + 1
    is_apart = parse.heads[i - 1] not in (i, i + 1)
    if is_split and is_apart:
        parse = parse.attached(i, i - 1, "nmod").attached(i + 1, i - 1, "nmod")
    return _loser(parse, i - 1)


def _loser(parse: Parse, score: int) -> Parse:
    """Take a score off the name before it: "beat Alba 2-1" is about Alba, whoever stands there without a label."""
    name = score - 1
    verb = parse.heads[name]
    if parse.pos[name] != "PROPN" or parse.pos[verb] != "VERB" or verb > name:
        return parse
    if parse.heads[score] == name and parse.deps[name] == "dobj":
        return parse.attached(score, verb, "npadvmod")
    is_loose = parse.deps[name] == "npadvmod" and parse.heads[score] == verb and parse.child(verb, "dobj") is None
    return parse.attached(name, verb, "dobj") if is_loose and "," not in parse.words[verb:name] else parse


def _is_glue(parse: Parse, i: int) -> bool:
    """Tell whether a hyphen is read as a word between two words of which the second is no name."""
    parts = (i - 1, i, i + 1)
    is_word = parse.deps[i] not in NO_WORDS and parse.tags[i] not in HYPHEN_TAGS
    is_name = parse.pos[i + 1] == "PROPN" or parse.tags[i - 1] == "CD"
    is_alike = parse.deps[i] == parse.deps[i - 1] or parse.heads[i] in parts
    return is_word and is_alike and not is_name and all(parse.words[k][:1].isalpha() for k in (i - 1, i + 1))


def _is_prefix(parse: Parse, i: int) -> bool:
    """Tell whether a hyphen stands behind a prefix that is read as a noun of its own: "Co-founder Ann Lund"."""
    is_apart = parse.heads[i + 1] == i - 1 and parse.deps[i + 1] == "appos"
    return is_apart and parse.lowers[i - 1] in PREFIXES and parse.words[i + 1].islower()


def _glued(parse: Parse, first: int, hyphen: int, last: int) -> Parse:
    parts = (first, hyphen, last)
    outer = next((k for k in (last, first, hyphen) if parse.heads[k] not in parts or parse.heads[k] == k), None)
    if outer is None:
        return parse
    head, dep = parse.heads[outer], parse.deps[outer]
    for child in (*parse.below[first], *parse.below[hyphen]):
        if child not in parts:
            parse = parse.attached(child, last, parse.deps[child])
    parse = parse.attached(last, last if head == outer else head, dep)
    parse = parse.attached(first, last, "compound").attached(hyphen, last, "compound")
    if parse.pos[last] != "VERB":
        return parse
    return _passive(parse.read_as(last, lemma=parse.lowers[first] + parse.bases[last]), last)


def _passive(parse: Parse, verb: int) -> Parse:
    """Read "was re-elected" as a passive, where the parser reads "was re"."""
    be = parse.heads[verb]
    if parse.tags[verb] != "VBN" or parse.bases[be] != "be" or be == verb or be > verb:
        return parse
    for child in [c for c in parse.below[be] if c != verb]:
        dep = "nsubjpass" if parse.deps[child] == "nsubj" else parse.deps[child]
        parse = parse.attached(child, verb, dep)
    above = parse.heads[be]
    parse = parse.attached(verb, verb if above == be else above, parse.deps[be])
    return parse.attached(be, verb, "auxpass")
