"""A proposition with who claims it, how sure they are, and when; and all that one document says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kg.model.mentions import Chain, Mention
from kg.model.propositions import Argument, Proposition
from kg.model.text import Document, Skip, Span


class Polarity(StrEnum):
    """Whether something is affirmed or denied."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNKNOWN = "unknown"


class Certainty(StrEnum):
    """How sure the innermost source is (FactBank's grid)."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNKNOWN = "unknown"


class Tense(StrEnum):
    """When something holds, seen from the time of writing."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    NONE = "none"


class Manner(StrEnum):
    """How somebody's words are given."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody says something: the source, the words that show it ("said", "according to") and what is said.

    `source` is None where the text hides it ("it is reported that"); `content` covers the words attributed.
    """

    source: Argument | None
    cue: Argument
    content: Span
    manner: Manner


@dataclass(frozen=True, slots=True)
class Factuality:
    """FactBank's grid and the tense."""

    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.CERTAIN
    tense: Tense = Tense.PRESENT


@dataclass(frozen=True, slots=True)
class TimeValue:
    """An interval of days, both ends included; an end that is not known is None.

    Attributes:
        granularity: "day", "week", "month", "quarter", "season", "year", "decade", "century", "time" or "duration".
        modifier: "" or "before", "after", "since", "until", "start", "mid", "end", "approx".
    """

    text: str
    span: Span
    start: date | None
    end: date | None
    granularity: str
    modifier: str = ""

    def bounds(self) -> tuple[date | None, date | None]:
        """Return between which days something happens that is told with this time: "since 2022" has no end.

        >>> year = TimeValue("2022", Span(6, 10), date(2022, 1, 1), date(2022, 12, 31), "year", "since")
        >>> year.bounds()
        (datetime.date(2022, 1, 1), None)
        """
        if self.modifier in ("since", "after"):
            return self.start, None
        return (None, self.end) if self.modifier in ("before", "until") else (self.start, self.end)


@dataclass(frozen=True, slots=True)
class Statement:
    """A proposition with who claims it (outermost first), how sure they are, and when.

    Attributes:
        factuality: the view of the innermost source, or of the author where there is none.
        author_factuality: the author's own view where somebody else is quoted.
        property: IRI of the ontology's property, or "" where none covers the phrase.
        inverse: the property runs from object to subject ("is maintained by").
    """

    proposition: Proposition
    attributions: tuple[Attribution, ...] = ()
    factuality: Factuality = Factuality()
    author_factuality: Factuality | None = None
    time: TimeValue | None = None
    property: str = ""
    inverse: bool = False


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one document says, by index: what the per-article half hands to the corpus half."""

    document: Document
    mentions: tuple[Mention, ...] = ()
    chains: tuple[Chain, ...] = ()
    statements: tuple[Statement, ...] = ()
    skipped: tuple[Skip, ...] = ()

    def mention_of(self, argument: Argument | None) -> Mention | None:
        """Return the mention that an argument is, if it is one."""
        return None if argument is None or argument.mention is None else self.mentions[argument.mention]
