"""What the program says to people: on standard error, one line a message."""

from __future__ import annotations

import click


def say(message: str) -> None:
    """Print a message to standard error, on one line."""
    click.echo(" ".join(message.split()), err=True)


def plural(count: int, noun: str) -> str:
    """Return a count with its noun.

    >>> plural(1, "article"), plural(1200, "fact"), plural(2, "entity")
    ('1 article', '1,200 facts', '2 entities')
    """
    if count != 1:
        noun = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{count:,} {noun}"


def say_undated(undated: int, articles: int) -> None:
    """Say how many articles have no date, and how to give one; a dateline without its year is none."""
    if undated:
        having = "has" if undated == 1 else "have"
        say(
            f'{undated:,} of {plural(articles, "article")} {having} no date (with its year), so that "on Tuesday" is '
            'no day there; give it with --published YYYY-MM-DD, or in a first line "Date: YYYY-MM-DD"'
        )
