"""What makes two names or two nominals the same: keys that set aside case, stops, legal forms and number."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping

from kg.model import Mention, Name

LEGAL_FORMS = frozenset(
    "ag asa bv co company corp corporation gmbh group holding holdings inc incorporated kg limited llc llp ltd nv oy "
    "oyj plc sa se spa srl".split()
)
NAME_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
# Given names and the short forms that news uses for them; a pair here is evidence, its absence is none.
SHORT_FORMS = {
    "abe": "abraham", "al": "albert", "alex": "alexander", "andy": "andrew", "ben": "benjamin", "bernie": "bernard",
    "bill": "william", "bob": "robert", "chris": "christopher", "chuck": "charles", "dan": "daniel", "dave": "david",
    "dick": "richard", "don": "donald", "ed": "edward", "fred": "frederick", "greg": "gregory", "jack": "john",
    "jake": "jacob", "jeff": "jeffrey", "jen": "jennifer", "jim": "james", "jimmy": "james", "joe": "joseph",
    "jon": "jonathan", "josh": "joshua", "kate": "katherine", "ken": "kenneth", "larry": "lawrence", "liz": "elizabeth",
    "matt": "matthew", "mike": "michael", "mitch": "mitchell", "nick": "nicholas", "pat": "patrick", "pete": "peter",
    "phil": "philip", "ray": "raymond", "rick": "richard", "rob": "robert", "ron": "ronald", "sam": "samuel",
    "steve": "stephen", "sue": "susan", "ted": "edward", "tim": "timothy", "tom": "thomas", "tony": "anthony",
    "vlad": "vladimir", "volodya": "volodymyr", "will": "william",
}  # fmt: skip


def words_of(text: str) -> list[str]:
    """Return the words in lower case, accents and stops aside.

    >>> words_of("The U.S. Café-Bar")
    ['the', 'us', 'cafe', 'bar']
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return re.findall(r"\w+", plain.casefold().replace(".", "").replace("'s", "").replace("’s", ""))


def name_key(name: str) -> str:
    """Return what spellings of one name share; a legal form at the end does not count.

    >>> name_key("Globex Corp.") == name_key("GLOBEX")
    True
    """
    words = words_of(name)
    words = words[1:] if words[:1] == ["the"] and len(words) > 1 else words
    while len(words) > 1 and words[-1] in LEGAL_FORMS:
        words = words[:-1]
    return " ".join(words) or name.casefold()


NO_OWNERS: Mapping[str, str] = {}


def owner_labels(names: Iterable[Name]) -> dict[str, str]:
    """Return the label of each name that has demonyms by its wordings and demonyms, stops aside.

    A wording that means something else as well is left out, unless that needs context words and the name does not.

    >>> owner_labels([Name("x:N", "Norland", "x:State", aliases=("N.L.",), demonyms=("Norlandic",))])
    {'Norland': 'Norland', 'NL': 'Norland', 'Norlandic': 'Norland'}
    """
    meant: dict[str, dict[str, Name]] = defaultdict(dict)
    for name in names:
        if not name.contexts:
            for wording in (name.label, *name.aliases, *name.demonyms):
                meant[wording.replace(".", "")][name.iri] = name
    alone = {wording: min(known.values(), key=_iri) for wording, known in meant.items() if len(known) == 1}
    return {wording: name.label for wording, name in alone.items() if name.demonyms}


def _iri(name: Name) -> str:
    return name.iri


def class_key(nominal: str, owners: Mapping[str, str] = NO_OWNERS) -> str:
    """Return what singular and plural of one nominal share, and those that say in other words whose it is.

    Args:
        nominal: as `Mention.normal` is written.
        owners: as `owner_labels` gives them.

    >>> class_key("American military contractors")
    'american military contractor'
    >>> class_key("U.S. contractors", {"US": "United States"}), class_key("American", {"American": "United States"})
    ('united states contractor', 'american')
    """
    words = words_of(_with_owner(nominal, owners))
    return " ".join([*words[:-1], singular(words[-1])]) if words else nominal.casefold()


def _with_owner(nominal: str, owners: Mapping[str, str]) -> str:
    """Put the owner's label for the longest of its wordings that the nominal begins with; the head stays."""
    words = nominal.split()
    for end in range(len(words) - 1, 0, -1):
        owner = owners.get(" ".join(words[:end]).replace(".", ""))
        if owner is not None:
            return " ".join([owner, *words[end:]])
    return nominal


def is_one_word(mention: Mention) -> bool:
    """Tell whether a thing is called by one word: "the company", but not "the oil company"."""
    return " " not in (mention.wording or mention.normal)


def singular(noun: str) -> str:
    """Return the singular of a regular plural, and any other word as it is.

    >>> [singular(noun) for noun in ("companies", "repairs", "forces", "glasses", "boxes", "news", "crisis")]
    ['company', 'repair', 'force', 'glass', 'box', 'news', 'crisis']
    """
    if noun in {"news", "series", "species", "means", "headquarters"} or noun.endswith(("ss", "us", "is")):
        return noun
    for plural, ending in (("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"), ("s", "")):
        if noun.endswith(plural) and len(noun) > 3:
            return noun.removesuffix(plural) + ending
    return noun


def is_acronym(name: str) -> bool:
    """Tell whether a name is written as an acronym is.

    >>> is_acronym("U.N."), is_acronym("DoD"), is_acronym("X")
    (True, False, False)
    """
    letters = name.replace(".", "")
    return letters.isupper() and letters.isalpha() and 2 <= len(letters) <= 8


def person_parts(name: str) -> list[str]:
    """Return given names and surname, "Jr." aside.

    >>> person_parts("Joseph R. Biden Jr.")
    ['joseph', 'r', 'biden']
    """
    words = words_of(name)
    return [word for word in words if word not in NAME_SUFFIXES] or words or [name.casefold()]


def same_person(one: str, other: str) -> bool:
    """Tell whether two full names agree: the same surname, and given names of which none contradicts.

    >>> same_person("J. Smith", "James Smith"), same_person("Joe Biden", "Joseph R. Biden Jr.")
    (True, True)
    >>> same_person("Anna Smith", "James Smith"), same_person("Smith", "James Smith")
    (False, False)
    """
    left, right = person_parts(one), person_parts(other)
    if len(left) < 2 or len(right) < 2 or left[-1] != right[-1]:
        return False
    middles = zip(left[1:-1], right[1:-1], strict=False)
    return _same_given(left[0], right[0]) and all(_same_given(a, b) for a, b in middles)


def _same_given(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return SHORT_FORMS.get(one, one) == SHORT_FORMS.get(other, other)
