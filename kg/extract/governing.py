"""Which relations hold as worded, though the deed in them need not come: "urged the firm to sell" did urge it."""

from __future__ import annotations

from kg.extract.parses import VERBAL, Parse
from kg.extract.words_factuality import CALLING_ON, COMMANDING, NOUNS, VERBS

# What these let, want or weigh is told for its own sake: "agreed to sell" is about the sale.
OF_THE_DEED = frozenset(
    {"allow", "appear", "believe", "consider", "doubt", "expect", "future", "hearsay", "plan", "question", "want"}
)
# With a plan, a bid or a deal these tell little more than the deed itself: "made a bid to buy".
LIGHT = frozenset("be draw get give have hold keep make offer reach seek take".split())
LETTING = frozenset({"allow", "authorise", "authorize", "enable", "invite", "license", "permit"})
ASKING = frozenset({"apply", "ask", "beg", "petition", "plead"})  # "asked not to be named": that is done
MADE_TO = COMMANDING - LETTING


def governs_by_deed(parse: Parse, outer: int, inner: int) -> bool:
    """Tell whether the first verb of a relation is a deed of its own, done whatever comes of the last: "urged to sell".

    >>> parse = Parse(words=("urge", "Ann", "to", "sell"), lemmas=("urge", "Ann", "to", "sell"),
    ...               tags=("VB", "NNP", "TO", "VB"), pos=("VERB", "PROPN", "PART", "VERB"),
    ...               deps=("ROOT", "dobj", "aux", "xcomp"), heads=(0, 0, 3, 0))
    >>> governs_by_deed(parse, 0, 3)
    True
    """
    if outer == inner:
        return False
    while inner != outer:
        above = parse.heads[inner]
        if parse.deps[inner] == "conj" and outer < above < inner:
            inner = above
            continue
        if above == inner or not _is_deed(parse, above, inner):
            return False
        inner = above
    return True


def _is_deed(parse: Parse, governor: int, deed: int) -> bool:
    """Tell whether what governs a deed is done or there by itself: "blocked roads to ask it", "tools to mend it"."""
    lemma, dep = parse.bases[governor], parse.deps[deed]
    if parse.pos[governor] not in VERBAL:
        return _is_thing(parse, governor)
    if lemma in ASKING or called_on(parse, governor, deed) is not None:
        return True
    if dep in ("dobj", "prep"):
        return VERBS.get(lemma) not in OF_THE_DEED
    has_other = parse.child(governor, "dobj", "dative", "auxpass", "nsubjpass") is not None
    is_made = lemma in MADE_TO or (VERBS.get(lemma) not in OF_THE_DEED and f"{lemma}_to" not in VERBS)
    return is_made and (has_other or dep == "advcl") and lemma not in ("be", "have")


def _is_thing(parse: Parse, noun: int) -> bool:
    """Tell whether a noun is dealt with by itself: "rejected plans to sell", "tools to mend it"."""
    if parse.pos[noun] == "ADP":
        return True
    above = parse.heads[noun]
    verb = parse.heads[above] if parse.deps[noun] == "pobj" else above
    is_dealt_with = (
        parse.deps[noun] in ("dobj", "pobj") and parse.pos[verb] == "VERB" and parse.bases[verb] not in LIGHT
    )
    return parse.pos[noun] == "NOUN" and (is_dealt_with or NOUNS.get(parse.bases[noun]) not in OF_THE_DEED)


def called_on(parse: Parse, verb: int, deed: int) -> int | None:
    """Return whom somebody calls on to do a deed, if they do: "called on Ann to sell", "appealed to Ann to sell".

    >>> parse = Parse(words=("call", "on", "Ann", "to", "sell"), lemmas=("call", "on", "Ann", "to", "sell"),
    ...               tags=("VB", "IN", "NNP", "TO", "VB"), pos=("VERB", "ADP", "PROPN", "PART", "VERB"),
    ...               deps=("ROOT", "prep", "pobj", "aux", "xcomp"), heads=(0, 0, 1, 4, 0))
    >>> called_on(parse, 0, 4)
    2
    """
    for lead in parse.below[verb]:
        if verb < lead < deed and (parse.bases[verb], parse.lowers[lead]) in CALLING_ON:
            return parse.child(lead, "pobj")
    return None
