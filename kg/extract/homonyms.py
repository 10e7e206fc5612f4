"""Known names that mean something else here: "Amy Jordan", "Paris, Texas", an acronym with its own meaning."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from kg.extract import words_names as cues
from kg.extract.names import NameMatch
from kg.extract.shared_names import without_bodies_of_others
from kg.extract.trees import read_tagged, read_tree
from kg.extract.vocabulary import Vocabulary
from kg.model import Name

NEAR = 120  # characters within which the capital of a state speaks for it, and a name for its acronym
BRACKETED = re.compile(r"\s\((?:the\s)?\Z")

Step = Callable[[Doc, Sequence[NameMatch], Vocabulary], Iterator[NameMatch]]


def settle(doc: Doc, matches: Sequence[NameMatch], vocabulary: Vocabulary) -> tuple[NameMatch, ...]:
    """Return the matches without those that mean something else in this document."""
    steps: tuple[Step, ...] = (_without_towns, _without_namesakes, _without_other_acronyms, _without_strangers)
    for step in steps:
        matches = tuple(step(doc, matches, vocabulary))
    return tuple(matches)


def _is_state(name: Name | None, vocabulary: Vocabulary) -> bool:
    return name is not None and vocabulary.lexicon.is_a(name.kind, vocabulary.core["State"])


# ------------------------------------------------------------------------------------------------ towns


def _without_towns(doc: Doc, matches: Sequence[NameMatch], vocabulary: Vocabulary) -> Iterator[NameMatch]:
    """Drop a state or a foreign city before a comma and a region: "Lebanon, Pennsylvania", "Paris, Texas"."""
    text = read_tree(doc).text
    for at, match in enumerate(matches):
        region = matches[at + 1] if at + 1 < len(matches) else None
        is_followed = region is not None and text[match.end : region.start] == ", " and _ends(text, region.end)
        if not (is_followed and region is not None and _is_elsewhere(match.name, region.name, vocabulary)):
            yield match


def _ends(text: str, end: int) -> bool:
    return text[end : end + 1] in (",", ".", ";", ")", "")


def _is_elsewhere(name: Name | None, region: Name | None, vocabulary: Vocabulary) -> bool:
    """Tell whether a place of that name is known, and not as a part of such a region."""
    if name is None or region is None or not vocabulary.lexicon.is_a(region.kind, vocabulary.core["Region"]):
        return False
    stands_for = vocabulary.lexicon.names.get(name.metonym_for)
    return not _is_state(region, vocabulary) and (_is_state(name, vocabulary) or _is_state(stands_for, vocabulary))


# ------------------------------------------------------------------------------------------------ namesakes


def _without_namesakes(doc: Doc, matches: Sequence[NameMatch], vocabulary: Vocabulary) -> Iterator[NameMatch]:
    """Drop the place whose name is the surname of somebody introduced before: "Amy Jordan … Jordan held a sign"."""
    people, text = _surnames(doc, matches), read_tree(doc).text
    for match in matches:
        surname = match.name is not None and people.get(text[match.start : match.end], len(text)) < match.start
        if not surname or not _is_placeable(match.name, vocabulary) or _speaks_for_place(text, match, matches):
            yield match


def _surnames(doc: Doc, matches: Sequence[NameMatch]) -> dict[str, int]:
    """Return where somebody is first called by a full name that ends in a known name."""
    found: dict[str, int] = {}
    ends, text = {match.end: match for match in matches}, read_tree(doc).text
    for ent in read_tagged(doc):
        last = ends.get(ent.end_char)
        if ent.label == "PERSON" and last is not None and last.start > ent.start_char and ent.end - ent.start > 1:
            found.setdefault(text[last.start : last.end], last.start)
    return found


def _is_placeable(name: Name | None, vocabulary: Vocabulary) -> bool:
    return name is not None and vocabulary.lexicon.is_a(name.kind, vocabulary.core["Place"])


def _speaks_for_place(text: str, match: NameMatch, matches: Sequence[NameMatch]) -> bool:
    """Tell whether a preposition of place stands before, or the capital or the people of the place near it."""
    before = text[: match.start].split()[-1:]
    if before and before[0].lower() in cues.TO_PLACES:
        return True
    near = (other for other in matches if other is not match and abs(other.start - match.start) < NEAR)
    return any(_belongs(other, match.name) for other in near)


def _belongs(other: NameMatch, place: Name | None) -> bool:
    """Tell whether another name is the capital of a place or its people."""
    if place is None:
        return False
    is_capital = other.name is not None and other.name.metonym_for == place.iri
    return is_capital or (other.demonym_of is not None and other.demonym_of.iri == place.iri)


def _without_strangers(doc: Doc, matches: Sequence[NameMatch], _: Vocabulary) -> Iterator[NameMatch]:
    """Drop the bodies of states that the document does not speak of: "the Labour Party" of Oslo."""
    return without_bodies_of_others(read_tree(doc).text, matches)


# ------------------------------------------------------------------------------------------------ acronyms


def _without_other_acronyms(doc: Doc, matches: Sequence[NameMatch], _: Vocabulary) -> Iterator[NameMatch]:
    """Give an acronym in brackets the meaning of the name before it, here and wherever it stands alone."""
    text = read_tree(doc).text
    defined = dict(_definitions(text, matches))
    for match in matches:
        wording = text[match.start : match.end]
        if wording in defined and match.name != defined[wording]:
            yield from [replace(match, name=defined[wording], demonym_of=None)] if defined[wording] else ()
        else:
            yield match


def _definitions(text: str, matches: Sequence[NameMatch]) -> Iterator[tuple[str, Name | None]]:
    """Yield acronyms in brackets with the known name before them, or None where that name is unknown."""
    ends = {match.end: match for match in matches}
    for match in matches:
        wording = text[match.start : match.end]
        window = max(0, match.start - NEAR)
        opened = BRACKETED.search(text[window : match.start])
        if opened and wording.isupper() and text[match.end : match.end + 1] == ")":
            before = ends.get(window + opened.start())
            if before is None and _spells(text[window : window + opened.start()], wording):
                yield wording, None
            elif before is not None and before.name is not None and match.name != before.name:
                yield wording, before.name


def _spells(before: str, acronym: str) -> bool:
    """Tell whether the words right before a bracket begin with the letters of the acronym."""
    letters = [word[0] for word in re.findall(r"[A-Z]\w*", before)]
    return "".join(letters).endswith(acronym)
