"""The only maker of IRIs: readable slugs for entities and relations, digests of the content for facts and evidence.

Every IRI made here is valid in every RDF format, whatever the label holds, and comes from content alone, so that the
same thing has the same IRI in every build.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

MAX_SLUG = 80  # characters; a longer label is cut and gets a digest, so that IRIs stay readable in a table
SHORT_DIGEST = 10  # hexadecimal digits; tells the few things apart that share a slug
ARTICLE_DIGEST = 16  # hexadecimal digits; many articles may be named "index"
LONG_DIGEST = 32  # hexadecimal digits: 128 bits, so that millions of facts do not collide
_APOSTROPHES = re.compile(r"['’‘ʼ`]")
_BLANKS = re.compile("__+")
_SOUND = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Nd"})  # general categories of Unicode


@dataclass(frozen=True, slots=True)
class Iris:
    """Makes every IRI of one graph; `base` is what they begin with.

    >>> iris = Iris("https://w3id.org/newskg/")
    >>> iris.entity("Department of Defense")
    'https://w3id.org/newskg/entity/Department_of_Defense'
    >>> iris.relation("invite bid from")
    'https://w3id.org/newskg/relation/invite_bid_from'
    """

    base: str

    def entity(self, label: str) -> str:
        """Return the IRI of the one entity that has this label."""
        return f"{self.base}entity/{slug(label)}"

    def disambiguated(self, label: str, content: str) -> str:
        """Return the IRI of one of several entities that share a label: the content tells them apart.

        >>> Iris("https://w3id.org/newskg/").disambiguated("the plan", "1f 20")
        'https://w3id.org/newskg/entity/the_plan-2078604dfa'
        """
        return f"{self.entity(label)}-{digest(label, content, length=SHORT_DIGEST)}"

    def relation(self, phrase: str) -> str:
        """Return the IRI of a phrase that no property covers; its name may be that of an XML element.

        >>> Iris("https://w3id.org/newskg/").relation("2 sided")
        'https://w3id.org/newskg/relation/_2_sided'
        """
        name = slug(phrase)
        return f"{self.base}relation/{name if name[0].isalpha() else f'_{name}'}"

    def fact(self, subject: str, predicate: str, object_: str, polarity: str) -> str:
        """Return the IRI of a fact; the object is given in its N-Triples form, so that no literal equals an IRI."""
        return f"{self.base}fact/{digest(subject, predicate, object_, polarity)}"

    def evidence(self, article: str, spans: str, stated: str) -> str:
        """Return the IRI of a place that states something, from its words' places and the predicate stated there.

        It is free of the corpus: another article never changes it.
        """
        return f"{self.base}evidence/{digest(article, spans, stated)}"

    def contradiction(self, fact: str, against: str) -> str:
        """Return the IRI of what ties two facts that contradict each other, or a fact to itself."""
        return f"{self.base}contradiction/{digest(fact, against)}"

    def article(self, source: str) -> str:
        """Return the IRI of an article, and of its named graph, from its source (path or URL).

        >>> Iris("https://w3id.org/newskg/").article("news/talks.txt")
        'https://w3id.org/newskg/article/talks-93bd66ad23fb54e6'
        """
        name = re.split(r"[/\\]", source.rstrip("/\\"))[-1]
        stem = re.sub(r"\.\w{1,5}(?=$|#)", "", name)
        return f"{self.base}article/{slug(stem)}-{digest(source, length=ARTICLE_DIGEST)}"

    def speaker(self, article: str, label: str) -> str:
        """Return the IRI of a source that is known within one article only; `article` is the article's IRI."""
        return f"{article}/speaker/{slug(label)}"

    def term(self, name: str) -> str:
        """Return the IRI of a term of the vocabulary.

        >>> Iris("https://w3id.org/newskg/").term("Fact")
        'https://w3id.org/newskg/ontology#Fact'
        """
        return f"{self.base}ontology#{name}"

    def rule(self, name: str) -> str:
        """Return the IRI of a rule by its name."""
        return f"{self.base}rule/{slug(name)}"


@lru_cache(maxsize=100_000)
def slug(label: str) -> str:
    """Return the label as the last part of an IRI: letters and digits of any script, `_`, `-` and inner full stops.

    >>> slug("Ukraine’s F-16 jets"), slug("U.S."), slug("São Paulo"), slug('a<b>"c"')
    ('Ukraines_F-16_jets', 'U.S', 'São_Paulo', 'a_b_c')
    """
    text = unicodedata.normalize("NFC", _APOSTROPHES.sub("", label))
    text = "".join(character if _is_sound(character) else "_" for character in text)
    text = _BLANKS.sub("_", text).strip("_.-")
    if not text:
        return digest(label, length=SHORT_DIGEST)
    return text if len(text) <= MAX_SLUG else f"{text[:MAX_SLUG].rstrip('_.-')}-{digest(label, length=SHORT_DIGEST)}"


def _is_sound(character: str) -> bool:
    """Tell whether the character may stand in a local name of Turtle without an escape."""
    return character in "_-." or unicodedata.category(character) in _SOUND


def digest(*parts: str, length: int = LONG_DIGEST) -> str:
    """Return the first hexadecimal digits of the SHA-256 of the parts, which stay apart whatever they hold.

    >>> digest("ab", "c") == digest("a", "bc")
    False
    """
    joined = "".join(f"{len(part)}:{part}" for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "replace")).hexdigest()[:length]
