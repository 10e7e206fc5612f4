"""Every value that flows between the stages: frozen, slotted, tuples inside.

All offsets are half-open ranges of code points into `Document.text`. Classes, properties and known names are full
IRIs. A value refers to another of the same Extraction by its position there: `Argument.mention` is an index into
`Extraction.mentions`, `Argument.statement` one into `Extraction.statements`.
"""

from __future__ import annotations

from kg.model.entities import Entity, Merge, Resolution
from kg.model.lexicon import Kind, Lexicon, Name, Phrase
from kg.model.mentions import Chain, Determination, Link, Mention, MentionKind
from kg.model.propositions import Argument, Predicate, Proposition, Qualifier, Role
from kg.model.statements import (
    Attribution,
    Certainty,
    Extraction,
    Factuality,
    Manner,
    Polarity,
    Statement,
    Tense,
    TimeValue,
)
from kg.model.text import Article, Document, Skip, Span

__all__ = [
    "Argument",
    "Article",
    "Attribution",
    "Certainty",
    "Chain",
    "Determination",
    "Document",
    "Entity",
    "Extraction",
    "Factuality",
    "Kind",
    "Lexicon",
    "Link",
    "Manner",
    "Mention",
    "MentionKind",
    "Merge",
    "Name",
    "Phrase",
    "Polarity",
    "Predicate",
    "Proposition",
    "Qualifier",
    "Resolution",
    "Role",
    "Skip",
    "Span",
    "Statement",
    "Tense",
    "TimeValue",
]
