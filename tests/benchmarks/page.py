"""The page's targets, measured in headless Chromium with the network cut: python -m tests.benchmarks.page

Prints a table: what was measured, the figure, what to reach. Made-up graphs of 20, 1,000 and 20,000 entities.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.show.encode import quote_pieces, safe_json
from kg.show.gather import network_from
from kg.show.layout import arrange
from kg.show.network import Network
from kg.show.page import page_html
from tests.show.conftest import FLAGS, chromium
from tests.show.synthetic import synthetic_store

SIZES = ((20, 40, 80), (1_000, 1_500, 3_000), (20_000, 30_000, 60_000))
MB = 1_000_000
REDRAW = """() => {
  const network = kgPage.picture.network, times = [];
  for (let i = 0; i < 30; i += 1) {
    network.moveTo({ scale: 0.4 + (i % 10) * 0.1 });
    const start = performance.now();
    network.redraw();
    times.push(performance.now() - start);
  }
  return times;
}"""
SEARCH = """() => {
  const input = document.getElementById('search'), times = [];
  for (const text of ['a', 'or', 'lindq', 'harrow 12', 'dorvale water', 'zzz', 'signs']) {
    input.value = text;
    const start = performance.now();
    input.dispatchEvent(new Event('input'));
    times.push(performance.now() - start);
  }
  return times;
}"""
PAINTED = """() => new Promise((done) => {
  requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())));
})"""


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table."""

    what: str
    value: float
    unit: str
    reach: float | None = None

    def __str__(self) -> str:
        verdict = "" if self.reach is None else ("reached" if self.value <= self.reach else "MISSED")
        reach = "" if self.reach is None else f"{self.reach:g} {self.unit}"
        return f"{self.what:<66}{self.value:>10.2f} {self.unit:<4} {reach:>10}  {verdict}"


def main() -> int:
    """Print the table; return 1 if a target is missed."""
    program = chromium()
    if program is None:
        print("needs Chromium: install Debian's chromium, or set KG_CHROMIUM", file=sys.stderr)
        return 2
    missed = 0
    for figure in figures(program):
        print(figure, flush=True)
        missed += figure.reach is not None and figure.value > figure.reach
    return 1 if missed else 0


def figures(program: str) -> Iterator[Figure]:
    """Yield all figures, the small graph's first."""
    with tempfile.TemporaryDirectory() as folder, _browser(program) as browser:
        for nodes, edges, quotes in SIZES:
            start = time.process_time()
            network = network_from(synthetic_store(nodes, edges, quotes), title="Synthetic")
            yield Figure(f"{nodes:,} entities: make and gather (not the page's own)", time.process_time() - start, "s")
            yield from _written(network, nodes, Path(folder) / f"{nodes}.html")
            yield from _opened(browser, nodes, Path(folder) / f"{nodes}.html")


def _written(network: Network, nodes: int, path: Path) -> Iterator[Figure]:
    links = network.links()
    seconds = _cpu(lambda: arrange(nodes, links))
    yield Figure(f"{nodes:,} entities: layout, CPU", seconds, "s", 8.0 if nodes == 20_000 else None)
    start = time.process_time()
    html = page_html(network)
    yield Figure(
        f"{nodes:,} entities: write the page, layout and communities included, CPU", time.process_time() - start, "s"
    )
    path.write_bytes(html.encode("utf-8"))
    quotes = len(safe_json(quote_pieces(network.facts)))
    reach = 5.0 if nodes == 20_000 else None
    yield Figure(f"{nodes:,} entities: file without quotes", (len(html.encode()) - quotes) / MB, "MB", reach)
    yield Figure(f"{nodes:,} entities: quotes, compressed within the file", quotes / MB, "MB")


def _opened(browser: Any, nodes: int, path: Path) -> Iterator[Figure]:
    context = browser.new_context(viewport={"width": 1280, "height": 720}, reduced_motion="reduce")
    outside: list[str] = []
    context.on("request", lambda request: outside.append(request.url) if not request.url.startswith("file:") else None)
    context.route("**/*", lambda route: route.continue_() if route.request.url.startswith("file:") else route.abort())
    firsts = []
    for _ in range(3):
        page = context.new_page()
        page.goto(path.as_uri())
        page.wait_for_selector("html[data-ready]", state="attached", timeout=60_000)
        firsts.append(page.evaluate(PAINTED) / 1000)
    first = {1_000: 1.0, 20_000: 2.0}.get(nodes)
    yield Figure(
        f"{nodes:,} entities: first drawing, from navigation to painted", statistics.median(firsts), "s", first
    )
    page.evaluate("() => kgPage.store.set({count: 60})")
    redraw = statistics.median(page.evaluate(REDRAW))
    yield Figure(f"{nodes:,} entities: main thread for a redraw", redraw, "ms", 20.0 if nodes == 20_000 else None)
    page.evaluate("() => kgPage.store.set({count: 300})")
    yield Figure(f"{nodes:,} entities: the same with all 300 drawn", statistics.median(page.evaluate(REDRAW)), "ms")
    page.evaluate("() => kgPage.search()")
    yield Figure(
        f"{nodes:,} entities: search, worst of seven",
        max(page.evaluate(SEARCH)),
        "ms",
        50.0 if nodes == 20_000 else None,
    )
    heap = _heap(context, page)
    yield Figure(
        f"{nodes:,} entities: heap after use, garbage collected", heap / MB, "MB", 40.0 if nodes == 20_000 else None
    )
    yield Figure(f"{nodes:,} entities: outside requests", len(outside), "", 0)
    context.close()


def _heap(context: Any, page: Any) -> float:
    session = context.new_cdp_session(page)
    session.send("HeapProfiler.enable")
    session.send("HeapProfiler.collectGarbage")
    usage = session.send("Runtime.getHeapUsage")
    return float(usage["usedSize"]) + float(usage.get("backingStorageSize", 0))


def _cpu(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


@contextmanager
def _browser(program: str) -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        yield browser
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
