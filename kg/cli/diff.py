"""`kg diff`: what two graphs disagree on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.examples import Command
from kg.cli.messages import plural, say
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.graph.diff import Change

THINGS = ("fact", "article", "entity")


@click.command(
    cls=Command,
    examples=("kg diff outputs/monday outputs/tuesday", "kg diff outputs/strict outputs/loose --only fact"),
)
@click.argument("one", metavar="A", type=click.Path(path_type=Path))
@click.argument("other", metavar="B", type=click.Path(path_type=Path))
@click.option("--only", type=click.Choice(THINGS), multiple=True, help="Compare only these; may be given again.")
def diff(one: Path, other: Path, only: tuple[str, ...]) -> None:
    """Tell what two graphs disagree on.

    A and B are folders that hold graphs. Facts come first, and of these the ones that one graph affirms and the other
    denies; then articles and entities. Each line has how they differ (contradicted, changed, removed: only in A,
    added: only in B), what, its IRI and label, and what A and B say of it, with tabs between. Graphs that differ are
    no error.
    """
    from kg.graph.diff import diff as compare
    from kg.graph.store import Graph

    with Graph.open(one) as first, Graph.open(other) as second:
        if first.base_iri != second.base_iri:
            what = f"the IRIs begin with {first.base_iri} in one graph and with {second.base_iri} in the other"
            raise UsageError(what, where=f"{one}, {other}", hint="build both with the same base_iri")
        changes = [change for change in compare(first, second) if not only or change.what in only]
    for change in changes:
        click.echo(described(change, first.shortened(change.iri)))
    say(f"{one}, {other}: {_counted(changes)}")


def described(change: Change, name: str) -> str:
    r"""Return a change as one line, with the short name of what changed.

    >>> from kg.graph.diff import Change, Difference
    >>> change = Change("fact", Difference.CHANGED, "http://a/fact/1", "Chile buys tugs", "certain", "possible")
    >>> described(change, "fact:1")
    'changed\tfact\tfact:1\tChile buys tugs\tcertain → possible'
    """
    known = f"{change.before or '-'} → {change.after or '-'}" if change.before or change.after else ""
    label = " ".join(change.label.split())
    return "\t".join(filter(None, (change.difference, change.what, name, label, known)))


def _counted(changes: Sequence[Change]) -> str:
    if not changes:
        return "no difference"
    counts = Counter((change.what, change.difference) for change in changes)
    return ", ".join(f"{plural(number, what)} {difference}" for (what, difference), number in counts.items())
