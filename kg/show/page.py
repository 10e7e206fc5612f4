"""Network -> one HTML file that needs nothing else: pyvis draws, our own template stands around it.

pyvis by itself loads scripts from outside, lets names inject script, and writes with the locale's encoding. So of
pyvis come the nodes, edges and options of the opening view, and vis-network's own script out of its package.
"""

from __future__ import annotations

import base64
import hashlib
import os
import tempfile
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from kg.errors import GraphError
from kg.graph.archive import kept_texts
from kg.show.bundle import script, style
from kg.show.encode import Json, columns, quote_pieces, safe_json
from kg.show.gather import HasStore, network_from
from kg.show.network import Network
from kg.show.opening import drawing_of, opening_view
from kg.show.part import part_about

VIS_NETWORK = "lib/vis-9.1.2/vis-network.min.js"  # as pyvis 0.3.2 ships it
TITLE = "What the articles say"


def write_page(
    graph: HasStore,
    path: str | os.PathLike[str],
    *,
    about: str | None = None,
    depth: int = 2,
    texts: Mapping[str, str] | None = None,
) -> None:
    """Write the page of a graph, or of what is around one entity, in place of the file that is there.

    Args:
        graph: what holds the store.
        path: the file to write, UTF-8 whatever the locale.
        about: name, alias or IRI of an entity; None for all.
        depth: how many links away from it the page reaches.
        texts: the cleaned text of each article by its source; None for what is kept in the graph's folder.

    Raises:
        DataError: no entity is called so.
        GraphError: the file cannot be written; the old one stays.
    """
    network = gathered(graph, texts)
    if about is not None:
        network = part_about(network, about, depth)
    _replace(Path(path), page_html(network))


def gathered(graph: HasStore, texts: Mapping[str, str] | None = None) -> Network:
    """Return what the page shows of a graph, with the texts of the articles given or kept in its folder."""
    base_iri = getattr(graph, "base_iri", "https://w3id.org/newskg/")
    folder = getattr(graph, "folder", None)
    if texts is None:
        texts = {} if folder is None else kept_texts(folder)
    return network_from(graph, base_iri=base_iri, title=TITLE, texts=texts)


def page_html(network: Network) -> str:
    """Return the page of a network: the same text for the same network."""
    drawing = drawing_of(network)
    data: dict[str, Json] = {**columns(network, drawing), "opening": opening_view(network)}
    vis = _vis_network()
    own = script()
    css = style()
    html: str = _template().render(
        title=_shown(network.title),
        language="en",
        policy=_policy((vis, own), css),
        style=Markup(css),  # noqa: S704 (our own files, no data)
        vis=Markup(vis),  # noqa: S704
        script=Markup(own),  # noqa: S704
        graph=Markup(safe_json(data)),  # noqa: S704 (no < > or & is left in it)
        quotes=Markup(safe_json(quote_pieces(network.facts))),  # noqa: S704
    )
    return html


def frame(graph: HasStore, *, height: int = 640) -> str:
    """Return the page of a graph within a frame, as a notebook shows it."""
    return framed(gathered(graph), height=height)


def framed(network: Network, *, height: int = 640) -> str:
    """Return the page of a network within a frame that shares nothing with what is around it.

    >>> framed(Network("News"))[:21]
    '<iframe title="News" '
    """
    template = Environment(autoescape=True).from_string(
        '<iframe title="{{ title }}" sandbox="allow-scripts allow-downloads allow-popups" width="100%" '
        'height="{{ height }}" srcdoc="{{ html }}"></iframe>'
    )
    return template.render(title=_shown(network.title), height=height, html=page_html(network))


def _template() -> Any:
    source = files("kg.show").joinpath("template/page.html").read_text(encoding="utf-8")
    return Environment(autoescape=True, keep_trailing_newline=True).from_string(source)


def _vis_network() -> str:
    """Return vis-network's script out of pyvis, without the comment that asks for a source map."""
    source = files("pyvis").joinpath(VIS_NETWORK).read_text(encoding="utf-8")
    return source.partition("//# sourceMappingURL=")[0].replace("</script", r"<\/script")


def _policy(scripts: tuple[str, ...], css: str) -> str:
    """Return what the page may do: run these scripts, use this style, and nothing from outside."""
    allowed = " ".join(_hash(text) for text in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(css)}; img-src blob: data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def _shown(text: str) -> str:
    """Return a text that UTF-8 can hold."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _replace(path: Path, text: str) -> None:
    """Write a file beside the old one, then put it in its place."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise GraphError(f"cannot write here ({error.strerror})", where=str(path), hint="name another file") from error
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8"))
        draft.chmod(0o644)
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        hint = "make room, or name another file"
        raise GraphError(f"cannot write the page ({error.strerror})", where=str(path), hint=hint) from error
