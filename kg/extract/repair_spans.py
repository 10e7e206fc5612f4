"""Repairs of clauses that end too early or too late: what is said besides, what somebody keeps silent about."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.parses import SUBJECTS, Parse
from kg.extract.words import SAYING
from kg.extract.words_attribution import SPEECH_NOUNS
from kg.extract.words_factuality import REFUSED_TO_SAY
from kg.extract.words_frames import TAKEN_BEHIND_OBJECT

FINITE = ("VBD", "VBZ", "VBP")
LOOSE = ("ccomp", "conj")
CONCEDING = frozenset({"although", "because", "though", "whereas", "while"})
SILENT = REFUSED_TO_SAY | {"identify", "name", "reply", "respond"}
GIVING_AWAY = frozenset("award donate export give hand lease lend move offer pass sell ship".split())
DECLINING = frozenset({"decline", "refuse"})


def clause_spans(parse: Parse) -> Parse:
    """Put right where clauses beside each other begin and end."""
    return goal_behind_relative(clause_of_noun(clause_behind_as(silent_behind_speech(said_behind_concession(parse)))))


def said_behind_concession(parse: Parse) -> Parse:
    """Give a second thing said back to who says it: "said it sank, although it was new, and that two had died"."""
    for i in parse.labelled("conj"):
        beside = parse.heads[i]
        said = parse.heads[beside]
        is_second = _has(parse, i, "mark", "that") and parse.deps[beside] == "advcl" and parse.deps[said] == "ccomp"
        if is_second and said < beside < i and _mark(parse, beside) in CONCEDING:
            parse = _joined(parse, i, said)
    return parse


def silent_behind_speech(parse: Parse) -> Parse:
    """Say of who speaks, not of what they say, that they "did not comment": nobody says that of themselves."""
    for i in parse.labelled("conj"):
        said = parse.heads[i]
        verb = parse.heads[said]
        is_joined = parse.deps[said] == "ccomp" and verb < said < i and parse.bases[verb] in SAYING
        if is_joined and parse.child(i, *SUBJECTS, "mark") is None and _is_silent(parse, i):
            parse = _joined(parse, i, verb)
    return parse


def clause_behind_as(parse: Parse) -> Parse:
    """Read "as a canal that they dig nears the town" as a clause, whose subject has a clause of its own."""
    for i in parse.worded("as"):
        noun = parse.child(i, "pobj") if parse.deps[i] == "prep" else None
        relative = None if noun is None else parse.child(noun, "relcl")
        if noun is None or relative is None or parse.words[i - 1] != ",":
            continue
        verb = parse.end(relative) + 1
        is_verb = verb < len(parse.words) and parse.tags[verb] in FINITE and parse.pos[verb] == "VERB"
        if is_verb and parse.child(verb, *SUBJECTS) is None and parse.deps[verb] in LOOSE and parse.heads[verb] < i:
            parse = parse.attached(noun, verb, "nsubj").attached(verb, parse.heads[verb], "advcl")
            parse = parse.attached(i, verb, "mark").read_as(i, pos="SCONJ")
    return parse


def clause_of_noun(parse: Parse) -> Parse:
    """Say of a ruling what it says, not who defies it: "defied a ruling by the court that the strike was illegal"."""
    for i in parse.labelled("ccomp"):
        verb = parse.heads[i]
        noun = parse.child(verb, "dobj")
        if noun is None or not verb < noun < i or not _has(parse, i, "mark", "that"):
            continue
        is_said = parse.bases[noun] in SPEECH_NOUNS and parse.bases[verb] not in SAYING
        if is_said and parse.start(i) == _end_with_time(parse, verb, noun) + 1:
            parse = parse.attached(i, noun, "acl")
    return parse


def _end_with_time(parse: Parse, verb: int, noun: int) -> int:
    """Return the last word of an object, with a bare time behind it: "will hear a complaint next month that"."""
    end = parse.end(noun)
    times = (c for c in parse.below[verb] if parse.deps[c] == "npadvmod" and parse.start(c) == end + 1)
    return next((parse.end(c) for c in times), end)


def _is_silent(parse: Parse, verb: int) -> bool:
    if _has(parse, verb, "aux", "had"):  # "said the firm had paid and had not discussed it": said of the firm
        return False
    lemma, deed = parse.bases[verb], parse.child(verb, "xcomp")
    if lemma in DECLINING:
        return deed is not None and parse.bases[deed] in SILENT
    return lemma in SILENT and parse.child(verb, "neg") is not None


def _joined(parse: Parse, verb: int, first: int) -> Parse:
    """Return the parse with a verb, and the "and" before it, hung on an earlier verb."""
    old = parse.heads[verb]
    conjunction = next((c for c in reversed(parse.below[old]) if parse.deps[c] == "cc" and c < verb), None)
    parse = parse.attached(verb, first, "conj")
    return parse if conjunction is None else parse.attached(conjunction, first, "cc")


def _has(parse: Parse, i: int, dep: str, word: str) -> bool:
    return any(parse.deps[c] == dep and parse.lowers[c] == word for c in parse.below[i])


def _mark(parse: Parse, i: int) -> str:
    mark = parse.child(i, "mark")
    return "" if mark is None else parse.lowers[mark]


def goal_behind_relative(parse: Parse) -> Parse:
    """Give the main verb its goal back: "sold the school, where they have learned to fly since May, to Norvik"."""
    for to in parse.inner("to"):
        inner = parse.heads[to]
        if parse.deps[to] not in ("prep", "dative") or parse.words[to - 1] != "," or parse.child(to, "pobj") is None:
            continue
        relative = next((r for r in _above(parse, inner) if parse.deps[r] == "relcl"), None)
        if relative is None or parse.words[parse.start(relative) - 1] != ",":
            continue
        verb = next((v for v in _above(parse, parse.heads[relative]) if parse.pos[v] == "VERB"), None)
        if verb is None or parse.bases[verb] not in TAKEN_BEHIND_OBJECT["to"] | GIVING_AWAY:
            continue
        parse = parse.moved([c for c in parse.below[inner] if c >= to], verb)
    return parse


def _above(parse: Parse, i: int) -> Iterator[int]:
    """Yield a token and those that it hangs on, the nearest first."""
    yield i
    while parse.heads[i] != i:
        i = parse.heads[i]
        yield i
