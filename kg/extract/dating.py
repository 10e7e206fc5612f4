"""Which deed a time dates: the verb that it hangs on, unless it only tells which thing is meant or what it compares."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.extract.doubtful import is_doubtful
from kg.extract.moments import is_when
from kg.extract.parses import UNSAID
from kg.extract.phrases import Phrase
from kg.extract.role_phrases import is_amount, lasts
from kg.extract.trees import Tree
from kg.extract.words_roles import SCHEDULING, SPANS
from kg.model import Proposition, Role, Span, TimeValue

VERBAL = ("VERB", "AUX")
NAMING = frozenset({"nummod", "compound", "amod", "nmod", "poss"})  # how a time hangs on the noun it tells apart
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "attr", "appos"})
COMPARING = frozenset({"against", "from", "than", "to", "versus"})
MOST = ("JJS", "RBS")
LEVELS = frozenset({"average", "figure", "high", "level", "low", "peak", "record", "total"})
TO_A_THING = frozenset({"about", "against", "from", "of", "over", "than", "with"})
BACK_THEN = ("earlier", "before", "ago")
GOING_ON = frozenset("continue endure last lose miss need remain run serve spend stay survive take wait work".split())
GIVING = frozenset("allow award get give grant offer receive sentence".split())
BESIDE_NAMES = frozenset({"apposition", "title"})
AHEAD = frozenset({"next", "tomorrow"})
ABOUT = frozenset("about almost around at least most nearly roughly some to up".split())
MEASURING = frozenset({"by", "each", "every", "than"})
APART = tuple(
    (word,)
    for word in ("adrift", "ahead", "apart", "away", "behind", "clear", "long", "older", "outside", "short", "younger")
)
NOT_FOR = frozenset({"year", "quarter", "decade", "month"})  # "a budget for 2025" was not approved then


@dataclass(frozen=True, slots=True)
class Dating:
    """The times of a text and what they hang on.

    Attributes:
        inside: the time that each word belongs to, by the word's place.
        by_word: those that hang on a verb, or on a word on the way up to it, by the word's place.
    """

    inside: Mapping[int, TimeValue]
    by_word: Mapping[int, Sequence[TimeValue]]

    def of(self, proposition: Proposition) -> TimeValue | None:
        """Return the time that is its object or in one of its qualifiers, or else the first on its verb.

        A day goes before a mere span: "struck twice in a week, on Monday and on Friday". A qualifier may be its
        governor's: "agreed last month to merge".
        """
        own = self.by_word.get(proposition.predicate.anchor.start, ())
        said = proposition.object
        if proposition.kind in BESIDE_NAMES:  # "arrested a cook, Ann Lund, the next day": the day is of the arrest
            own = [time for time in own if said is not None and said.span.contains(time.span)]
        is_nested = proposition.kind.startswith("nested")  # its end hangs on a noun: "job cuts over two years"
        when = [] if said is None or (is_nested and not own) else [(said.span, said.head)]
        when += [
            (qualifier.span, qualifier.head) for qualifier in proposition.qualifiers if qualifier.role is Role.TIME
        ]
        if own:
            told = [(span, head) for span, head in when if said is None or head != said.head or _is_time(own, head)]
            named = [time for span, _ in told for time in own if span.overlaps(time.span)] or own
            only_lasts = all(time.granularity == "duration" for time in named)  # "in 2017, when it shut for six days"
            dated = (
                time
                for time in (*named, *(own if only_lasts else ()))
                if time.start is not None and time.modifier != "since"
            )
            return next(dated, named[0])
        return next((self.inside[head.start] for _, head in when if head.start in self.inside), None)


def _is_time(times: Iterable[TimeValue], head: Span) -> bool:
    """Tell whether an object is a time by itself: "pleaded guilty to two counts between 2014 and 2021" has none."""
    return any(time.span.contains(head) for time in times)


def read_dating(tree: Tree, times: Iterable[TimeValue]) -> Dating:
    """Find out which deed each time dates."""
    inside: dict[int, TimeValue] = {}
    found: dict[int, list[TimeValue]] = {}
    for time in times:
        i = _root(tree, time)
        if i is not None and time.granularity == "duration" and _is_no_while(tree, i, time):
            continue
        for word in _words_of(tree, time):
            inside.setdefault(tree.starts[word], time)
        if (clause := _taken_up(tree, time)) is not None:
            found.setdefault(tree.starts[clause], []).append(replace(time, modifier=""))  # "since 2020, when it shut"
        if i is None or _is_no_date(tree, i, time):
            continue
        while tree.heads[i] != i and tree.pos[i] not in VERBAL and not _is_of_another(tree, i, time):
            if is_doubtful(tree, i) and tree.pos[tree.heads[i]] in VERBAL:
                break
            i = tree.heads[i]
            if not (tree.pos[i] in VERBAL and _lies_ahead_of(tree, i, time)):
                found.setdefault(tree.starts[i], []).append(time)
    return Dating(inside, found)


def _lies_ahead_of(tree: Tree, verb: int, time: TimeValue) -> bool:
    """Tell whether a time to come cannot be that of what is past: "has invited them to talks next week"."""
    if time.text.lower().split()[0] not in AHEAD or tree.bases[verb] in SCHEDULING:
        return False
    auxiliaries = tree.having(verb, "aux", "auxpass")
    if any(tree.tags[a] in ("MD", "TO") for a in auxiliaries):
        return False
    return tree.tags[verb] == "VBD" or any(tree.bases[a] == "have" or tree.tags[a] == "VBD" for a in auxiliaries)


def _words_of(tree: Tree, time: TimeValue) -> Iterator[int]:
    """Yield the words that lie within a time, from the first to the last letter."""
    for i in range(bisect_left(tree.starts, time.span.start), bisect_left(tree.starts, time.span.end)):
        if tree.starts[i] + len(tree.words[i]) <= time.span.end:
            yield i


def _taken_up(tree: Tree, time: TimeValue) -> int | None:
    """Return the verb of the clause that tells what happened then: "in 2019, when three workers died"."""
    behind = bisect_left(tree.starts, time.span.end)
    behind += behind < len(tree.words) and tree.words[behind] == ","
    is_when_clause = behind < len(tree.words) and tree.lowers[behind] == "when" and time.start is not None
    verb = tree.heads[behind] if is_when_clause else 0
    return verb if is_when_clause and tree.pos[verb] in VERBAL and verb > behind else None


def _root(tree: Tree, time: TimeValue) -> int | None:
    """Return the token of a time that hangs on none of its others."""
    first = max(bisect_right(tree.starts, time.span.start) - 1, 0)
    inside = range(first, max(bisect_left(tree.starts, time.span.end), first + 1))
    roots = [i for i in inside if tree.heads[i] not in inside or tree.heads[i] == i]
    named = (i for i in roots if tree.deps[i] != "det")  # "the night" of "the night sky"
    return next(named, roots[0] if roots else None)


def _is_no_date(tree: Tree, i: int, time: TimeValue) -> bool:
    """Tell whether the time dates nothing: it is what is spoken of, or tells which thing is."""
    if (time.modifier == "since" or time.granularity == "duration") and _tells_what_is_most(tree, time):
        return True
    behind = bisect_left(tree.starts, time.span.end)
    is_age = time.text.isdigit() and tree.bases[behind : behind + 1] == ("year",)  # "a 2000 year old vase"
    return is_age or (not time.modifier and _only_names(tree, i, time))


def _is_no_while(tree: Tree, i: int, time: TimeValue) -> bool:
    """Tell whether a duration is not how long something went on.

    It may be what is spoken of ("four seconds is nothing"), given ("got nine years"), a measure of a change ("put off
    by a week"), of a lead ("two minutes ahead") or of a thing ("a raise over three years"), or come again and again.
    """
    if tree.deps[i] in ("nsubj", "nsubjpass", "attr"):
        return True
    behind = bisect_left(tree.starts, time.span.end)
    before = bisect_left(tree.starts, time.span.start) - 1
    while before > 0 and tree.lowers[before] in ABOUT:  # "by at least two years"
        before -= 1
    if before > 1 and tree.lowers[before] in ("and", "or", "to") and tree.tags[before - 1] == "CD":
        return True  # "for between five and seven years"
    if tree.lowers[before] in MEASURING or tree.lowers[behind : behind + 1] in APART:
        return True
    above = tree.heads[i]
    if tree.deps[i] == "npadvmod" and tree.bases[above] in GIVING:
        return True
    if tree.deps[i] == "dobj":
        return tree.bases[above] not in GOING_ON
    is_of_thing = tree.pos[tree.heads[above]] == "NOUN" and tree.deps[tree.heads[above]] == "dobj"
    return tree.deps[i] == "pobj" and (tree.lowers[above] == "to" or (tree.deps[above] == "prep" and is_of_thing))


def _tells_what_is_most(tree: Tree, time: TimeValue) -> bool:
    """Tell whether a time only says since when something is the most: "its lowest close since June", "in ten years"."""
    first = bisect_right(tree.starts, time.span.start) - 1
    words = ("since",) if time.modifier == "since" else ("in",)
    since = next((k for k in range(first, max(first - 4, 0), -1) if tree.lowers[k] in words), 0)
    noun = since - 1
    while since and tree.deps[noun] == "pobj" and not _is_most(tree, noun):  # "the longest at the firm since 2009"
        noun = tree.heads[tree.heads[noun]]
    return since > 0 and _is_most(tree, noun)


def _is_most(tree: Tree, noun: int) -> bool:
    if tree.pos[noun] not in ("NOUN", "ADJ"):
        return False
    return any(tree.tags[k] in MOST or tree.lowers[k] == "first" for k in (noun, *tree.children[noun]))


def _only_names(tree: Tree, i: int, time: TimeValue) -> bool:
    """Tell whether a time only says which thing is meant: "the 2019 deal gave Ann the plant", "the deal of 2019"."""
    head = tree.heads[i]
    noun = tree.heads[head] if tree.deps[i] == "pobj" and tree.lowers[head] == "of" else head
    is_part = tree.deps[i] in NAMING or noun != head
    if time.granularity == "duration" and is_part and tree.deps[noun] == "pobj":
        return not is_when(tree, Phrase((noun,), noun))  # "after a four-day rally"
    is_named = tree.deps[noun] in ARGUMENTS or (noun != head and tree.bases[noun] in LEVELS)
    is_led = is_part and tree.deps[noun] == "pobj" and _is_led_thing(tree, noun, is_of_year=noun != head)
    return is_part and (is_named or is_led) and not is_when(tree, Phrase((noun,), noun))


def _is_led_thing(tree: Tree, noun: int, *, is_of_year: bool) -> bool:
    """Tell whether a preposition leads to a thing, not to when: "fell from Monday's level", "by the Act of 1934"."""
    is_time = lasts(tree, Phrase((noun,), noun)) or tree.bases[noun] in SPANS
    return not is_time and (is_of_year or tree.lowers[tree.heads[noun]] in TO_A_THING)


def _is_of_another(tree: Tree, i: int, time: TimeValue) -> bool:
    """Tell whether what the word hangs on, with the time in it, says of another time than the verb's."""
    above = tree.heads[i]
    word = tree.lowers[above]
    if tree.deps[i] == UNSAID:  # "and the rest by the end of 2029"
        return True
    if (
        word == "since" and tree.pos[i] == "PROPN" and not is_when(tree, Phrase((i,), i))
    ):  # "the first woman to win since Lund in 1985"
        return True
    if tree.deps[i] == "poss" and tree.deps[above] == "pobj":  # "a place in next year's race"
        return tree.pos[tree.heads[tree.heads[above]]] not in VERBAL
    if word in COMPARING:  # "up from 3 million a year earlier"
        is_figure = is_amount(tree, Phrase((i,), i)) or tree.lowers[tree.heads[above]] in ("down", "up")
        is_compared = is_figure and not is_when(tree, Phrase((i,), i)) and word != "to"
        return word == "than" or is_compared or time.text.lower().endswith(BACK_THEN)
    if word == "in" and tree.lowers[above - 1] == "time" and tree.tags[above - 1] == "NN":
        return True  # "for the third time in four months"
    if word == "over" and tree.tags[i] == "NNS" and tree.pos[tree.heads[above]] == "NOUN":
        return True  # "announced job cuts over the next two years"
    said = time.text.lower()
    if word == "for" and said.startswith(("this ", "that ")):
        return True  # "waited for this day"
    is_span = said.startswith("the ")  # "for the next year"
    if word == "for" and time.granularity in NOT_FOR and tree.deps[i] == "pobj" and not is_span:
        return tree.bases[tree.heads[above]] not in SCHEDULING
    return False
