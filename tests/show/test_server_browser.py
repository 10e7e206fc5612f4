"""The editor in a real browser: it asks this service and nobody else."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from tests.show.serving import SENDERS, depot_graph, running

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    with running(depot_graph(tmp_path_factory.mktemp("edited"))) as client:
        yield client


def test_an_example_is_asked_in_the_editor(client: httpx.Client, browser: object) -> None:
    page = browser.new_page()  # type: ignore[attr-defined]
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.goto(f"{client.base_url}editor")
    page.select_option("#examples", label=SENDERS.title)
    page.click(".tabPanel.active .yasqe_queryButton")
    page.wait_for_selector(".tabPanel.active .yasr_results td", timeout=15_000)
    assert "pumps" in page.inner_text(".tabPanel.active .yasr_results")
    own = (str(client.base_url), "data:", "blob:")
    assert [url for url in asked if not url.startswith(own)] == []
    assert complaints == []
    page.close()


def test_the_page_of_the_graph_works_when_it_is_served(client: httpx.Client, browser: object) -> None:
    page = browser.new_page()  # type: ignore[attr-defined]
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{client.base_url}graph")
    page.wait_for_selector("canvas")
    assert complaints == []
    page.close()
