"""Both halves on one page: articles to extractions, one at a time; then all extractions to one graph."""

from __future__ import annotations

import gc
import json
import multiprocessing
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from kg.config import Config, as_described, differences
from kg.errors import GraphError, ReadError
from kg.extract.extraction import extract
from kg.graph.archive import (
    Entry,
    Manifest,
    drop_unused,
    load_extraction,
    read_manifest,
    save_extraction,
    write_file,
    write_manifest,
)
from kg.graph.decisions import decisions_text, read_decisions
from kg.graph.export import write_export
from kg.graph.rdf import quads
from kg.graph.resolution import resolve
from kg.graph.standing import standing
from kg.graph.store import Graph, commit, lock
from kg.model import Document, Extraction, Lexicon, Skip
from kg.settings import load_settings
from kg.show.page import write_page
from kg.text.clean import clean
from kg.text.parse import load_parser, parse
from kg.text.read import read_articles

__all__ = ["EXTRACTORS", "Config", "Progress", "Report", "build", "remove"]

SAMPLES = Path(__file__).parent / "samples"
TURTLE, PAGE = DERIVED = ("graph.ttl", "graph.html")
MOST_UNMAPPED = 50  # phrases in report.json: enough to see what an ontology lacks, few enough to read
Progress = Callable[[str, int, int], None]
Kept = Mapping[str, Extraction]  # by document id
Given = Mapping[str, tuple[Document, str]]  # source -> document, and the path it was read from as the user gave it


def extract_by_rules(document: Document, lexicon: Lexicon, model: str) -> Extraction:
    """Parse a document with spaCy and read its statements off the parse."""
    return extract(parse(load_parser(model), document), document, lexicon)


# The one seam of the first half: another extractor is another entry of the same signature.
EXTRACTORS: dict[str, Callable[[Document, Lexicon, str], Extraction]] = {"rules": extract_by_rules}


def silent(_stage: str, _done: int, _total: int) -> None:
    """Show no progress."""


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the collector of circles away while millions of values come that stay: it would walk over all of them."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did.

    Attributes:
        articles: articles in the graph now; `new` of them were read, parsed and extracted by this build.
        triples: direct triples between entities.
        undated: articles of unknown date, in which "on Tuesday" stands for no day.
        missing: sources that stay in the graph though their file has vanished.
        unmapped: the most frequent phrases that no property of the ontology covers, with their counts.
        changed: what is set otherwise than in the build before.
    """

    folder: Path
    articles: int
    new: int
    entities: int
    facts: int
    triples: int
    undated: int = 0
    skipped: tuple[Skip, ...] = ()
    missing: tuple[str, ...] = ()
    unmapped: tuple[tuple[str, int], ...] = ()
    changed: tuple[str, ...] = ()


def build(
    paths: Sequence[Path] = (),
    *,
    out: Path | None = None,
    config: Config | None = None,
    published: date | None = None,
    publisher: str = "",
    prune: bool = False,
    progress: Progress = silent,
) -> Report:
    """Read files and folders into the graph in a folder; without paths, the samples that come with kg.

    Building again reads only what is new or changed; what was there stays, unless `prune` drops vanished files.

    Raises:
        KgError: nothing could be read, the ontology is wrong, or the folder cannot be written.
    """
    config = config or Config(load_settings())
    out = out or (Path("outputs") if paths else Path("outputs", "samples"))
    made_with = config.made_with()
    with lock(out):
        manifest = read_manifest(out)
        before = manifest.articles
        given, unread = read_documents(paths or [SAMPLES], published=published, publisher=publisher)
        if not given and not before:
            raise _nothing(unread)
        missing = _missing(before, given)
        wanted = {s: entry for s, entry in before.items() if not (prune and s in missing)}
        wanted |= {source: Entry(document.id, root) for source, (document, root) in given.items()}
        kept, todo = find_kept(out, wanted, given, made_with)
        failed = keep_extractions(todo, out, made_with, config, progress)
        entries = _without(wanted, failed, before)
        report = derive_graph(out, entries, made_with, config, kept, progress)
    skipped = tuple(sorted([*unread, *failed]))
    changed = differences(manifest.settings, config.described())
    missing = () if prune else missing
    report = replace(report, new=len(todo) - len(failed), skipped=skipped, missing=missing, changed=changed)
    write_file(out / "report.json", _report_json(report))
    return report


def remove(sources: Sequence[str], *, out: Path, config: Config | None = None) -> Report:
    """Take articles out, so that the graph equals a build without them.

    Args:
        sources: what `Graph.articles` lists.
        out: the folder that holds the graph.
        config: what the graph is made with; None for what it was built with.

    Raises:
        GraphError: a source is not in the graph.
    """
    with lock(out):
        manifest = read_manifest(out)
        unknown = sorted(set(sources) - manifest.articles.keys())
        if unknown:
            raise GraphError(f"no article {unknown[0]!r} in the graph", where=str(out), hint="kg articles lists them")
        entries = {source: entry for source, entry in manifest.articles.items() if source not in sources}
        config = config or as_described(manifest.settings)
        made_with = config.made_with()
        kept, todo = find_kept(out, entries, {}, made_with)  # something is to be done where kg has been updated since
        failed = keep_extractions(todo, out, made_with, config, silent)
        report = derive_graph(out, entries, made_with, config, kept)
    report = replace(report, skipped=tuple(failed))
    write_file(out / "report.json", _report_json(report))
    return report


# ------------------------------------------------------------------------------------------------ first half


def read_documents(
    paths: Sequence[Path], *, published: date | None = None, publisher: str = ""
) -> tuple[dict[str, tuple[Document, str]], list[Skip]]:
    """Read and clean what the paths hold: by source, and what was left out with the reason."""
    given: dict[str, tuple[Document, str]] = {}
    skipped: list[Skip] = []
    for path in sorted(paths):
        for article in read_articles([path], published=published, publisher=publisher):
            result = article if isinstance(article, Skip) else clean(article)
            if isinstance(result, Skip):
                skipped.append(result)
            elif result.source in given and given[result.source][0].id != result.id:
                skipped.append(Skip(str(path / result.source), f"{given[result.source][1]} has another article there"))
            else:
                given[result.source] = (result, str(path))
    return given, skipped


@uncollected()
def find_kept(out: Path, wanted: Mapping[str, Entry], given: Given, made_with: str) -> tuple[Kept, list[Document]]:
    """Return the extractions that are kept and still hold, and the documents that are to be extracted.

    Raises:
        GraphError: what is kept of an article is broken, and the article is not given again.
    """
    kept: dict[str, Extraction] = {}
    todo: list[Document] = []
    for source, entry in sorted(wanted.items()):
        try:
            extraction, kept_with = load_extraction(out, entry.id)
        except GraphError:  # not there yet, or broken: what was given makes it anew
            if source not in given:
                raise
            todo.append(given[source][0])
            continue
        if kept_with == made_with:
            kept[entry.id] = extraction
        else:
            todo.append(extraction.document)
    return kept, todo


def keep_extractions(
    documents: Sequence[Document], out: Path, made_with: str, config: Config, progress: Progress
) -> list[Skip]:
    """Extract documents and keep each as soon as it is done; return what failed."""
    failed: list[Skip] = []
    for done, result in enumerate(extract_all(documents, config), start=1):
        if isinstance(result, Skip):
            failed.append(result)
        else:
            save_extraction(out, result, made_with=made_with)
        progress("extract", done, len(documents))
    return failed


def extract_all(documents: Sequence[Document], config: Config) -> Iterator[Extraction | Skip]:
    """Extract documents in their order, in as many processes as the settings say."""
    work = partial(_extract_one, config=config)
    if config.settings.jobs <= 1 or len(documents) < 2:
        yield from map(work, documents)
        return
    spawn = multiprocessing.get_context("spawn")  # works everywhere, and starts from a clean state
    jobs = min(config.settings.jobs, len(documents))
    with ProcessPoolExecutor(jobs, spawn, initializer=gc.set_threshold, initargs=gc.get_threshold()) as pool:
        yield from pool.map(work, documents)


def _extract_one(document: Document, config: Config) -> Extraction | Skip:
    lexicon = config.ontology().lexicon
    try:
        return EXTRACTORS[config.extractor](document, lexicon, config.settings.model)
    except (
        ArithmeticError,
        AssertionError,
        AttributeError,
        LookupError,
        TypeError,
        ValueError,
        RecursionError,
    ) as error:
        return Skip(document.source, f"extraction failed: {type(error).__name__}: {error}")


def _missing(before: Mapping[str, Entry], given: Given) -> tuple[str, ...]:
    """Return the sources that were once read from a path given now, and are not there any more."""
    roots = {root for _, root in given.values()}
    return tuple(sorted(s for s, entry in before.items() if entry.given in roots and s not in given))


def _without(wanted: Mapping[str, Entry], failed: Iterable[Skip], before: Mapping[str, Entry]) -> dict[str, Entry]:
    """Leave out what failed; an article whose new version failed keeps its old one."""
    broken = {skip.where for skip in failed}
    return {s: e for s, e in wanted.items() if s not in broken} | {s: e for s, e in before.items() if s in broken}


def _nothing(skipped: Sequence[Skip]) -> ReadError:
    if not skipped:
        return ReadError("no articles found", hint="name files or folders with .txt, .md, .html or .jsonl articles")
    return ReadError(f"none of {len(skipped)} articles can be used: {skipped[0].where}: {skipped[0].reason}")


# ------------------------------------------------------------------------------------------------ second half


@uncollected()
def derive_graph(
    out: Path,
    entries: Mapping[str, Entry],
    made_with: str,
    config: Config,
    kept: Kept,
    progress: Progress = silent,
) -> Report:
    """Make store, Turtle and page from the kept extractions (`kept`: those already read); the manifest comes last.

    Where all of these stand as the last build left them, and nothing that they depend on has changed, they stay.
    """
    progress("graph", 0, 3)
    extractions = [kept.get(entry.id) or load_extraction(out, entry.id)[0] for _, entry in sorted(entries.items())]
    ids = (part for source, entry in sorted(entries.items()) for part in (source, entry.id))
    inputs = (config.derived_with(), decisions_text(out), *ids)
    stands = standing(out, inputs, DERIVED)
    if not stands or stands != read_manifest(out).graph_from:
        write_graph(out, extractions, config, progress)
    with Graph.open(out) as graph:
        counts = graph.counts()
    manifest = Manifest(dict(entries), made_with, standing(out, inputs, DERIVED), config.described())
    write_manifest(out, manifest)
    drop_unused(out, manifest)
    progress("graph", 3, 3)
    undated = sum(extraction.document.published is None for extraction in extractions)
    report = Report(out, len(entries), 0, counts["entities"], counts["facts"], counts["triples"], undated)
    return replace(report, unmapped=unmapped_phrases(extractions))


def write_graph(out: Path, extractions: Sequence[Extraction], config: Config, progress: Progress) -> None:
    """Write store, Turtle and page."""
    ontology, threshold = config.ontology(), config.settings.min_confidence
    decisions = read_decisions(out, ontology.base_iri)
    resolution = resolve(extractions, ontology.lexicon, ontology.base_iri, decisions)
    commit(out, quads(extractions, resolution, ontology, min_confidence=threshold, decisions=decisions), ontology)
    progress("graph", 1, 3)
    texts = {extraction.document.source: extraction.document.text for extraction in extractions}
    with Graph.open(out) as graph:
        write_export(graph, out / TURTLE)
        progress("graph", 2, 3)
        write_page(graph, out / PAGE, texts=texts)


def unmapped_phrases(extractions: Iterable[Extraction]) -> tuple[tuple[str, int], ...]:
    """Return the phrases that no property covers, the most frequent first."""
    phrases = Counter(s.proposition.predicate.lemma for e in extractions for s in e.statements if not s.property)
    return tuple(sorted(phrases.items(), key=lambda item: (-item[1], item[0]))[:MOST_UNMAPPED])


def _report_json(report: Report) -> bytes:
    data = asdict(report)
    del data["folder"]
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
