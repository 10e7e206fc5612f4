"""A browser without a network, and pages to open in it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.show.network import Network
from kg.show.page import page_html
from tests.show.stories import story

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
ARTEFACTS = Path(__file__).resolve().parents[1] / "artefacts"


def chromium() -> str | None:
    return os.environ.get("KG_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    program = chromium()
    if program is None:
        pytest.skip("needs Chromium: install Debian's chromium, or set KG_CHROMIUM to the program")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        yield started
        started.close()


class Visit:
    """A page that is open, with what went wrong and what it asked for."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.errors: list[str] = []
        self.requests: list[str] = []
        self.dialogs: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(error.message))
        page.on("console", lambda line: self.errors.append(line.text) if line.type in ("error", "warning") else None)
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("dialog", self._dialog)

    def _dialog(self, dialog: Any) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def outside(self) -> list[str]:
        return [url for url in self.requests if not url.startswith(("file:", "blob:", "data:"))]

    def state(self, key: str) -> Any:
        return self.page.evaluate("key => kgPage.store.get()[key]", key)

    def drawn(self) -> list[str]:
        script = "() => kgPage.picture.scene().nodes.map(node => kgPage.graph.nodes.label[node])"
        return list(self.page.evaluate(script))

    def pixel_of(self, label: str) -> tuple[float, float]:
        """Return where on the screen an entity is drawn."""
        script = """label => {
          const node = kgPage.graph.nodes.label.indexOf(label);
          const [x, y] = kgPage.picture.place(node);
          const at = kgPage.picture.network.canvasToDOM({x, y});
          const box = document.getElementById('canvas').getBoundingClientRect();
          return [at.x + box.left, at.y + box.top];
        }"""
        x, y = self.page.evaluate(script, label)
        return x, y

    def select_fact(self, number: int) -> None:
        """Show the evidence of a fact."""
        self.page.evaluate("fact => kgPage.store.set({selected: {kind: 'fact', fact}})", number)

    def search(self, text: str) -> None:
        """Type a name into the search box and take the first result."""
        self.page.keyboard.press("/")
        self.page.keyboard.type(text)
        self.page.keyboard.press("Enter")


@pytest.fixture
def visit(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Visit]]:
    """Write a network's page and open it, the network cut: visit(network, hash="", width=1280, ...)."""
    contexts = []

    def go(
        network: Network,
        *,
        address: str = "",
        width: int = 1280,
        height: int = 720,
        scheme: str = "light",
        setup: str = "",
    ) -> Visit:
        path = tmp_path / "graph.html"
        path.write_bytes(page_html(network).encode("utf-8"))
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            reduced_motion="reduce",
            accept_downloads=True,
        )
        contexts.append(context)
        context.route(
            "**/*", lambda route: route.continue_() if route.request.url.startswith("file:") else route.abort()
        )
        page = context.new_page()
        found = Visit(page)
        if setup:
            page.add_init_script(setup)
        page.goto(path.as_uri() + address)
        page.wait_for_selector("html[data-ready]", state="attached", timeout=20_000)
        return found

    yield go
    for context in contexts:
        context.close()


@pytest.fixture
def opened(visit: Callable[..., Visit]) -> Visit:
    return visit(story())


@pytest.fixture(scope="session")
def artefacts() -> Path:
    ARTEFACTS.mkdir(exist_ok=True)
    return ARTEFACTS
