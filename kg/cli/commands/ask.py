"""``kg ask``: the questions of the library, by name or in English."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from kg.cli.options import format_option, store_option, write_out
from kg.errors import UnknownNameError
from kg.model import Status

if TYPE_CHECKING:
    from pathlib import Path

    from kg.query.answer import Answer
    from kg.query.question import Question
    from kg.query.understand import Reading

FORMATS = ("table", "csv", "json", "markdown")


@click.command(
    "ask",
    short_help="Ask a question, by name or in English.",
    context_settings={"ignore_unknown_options": True},
)
@click.argument("question", nargs=-1, type=click.UNPROCESSED)
@store_option
@format_option(*FORMATS)
@click.option("--evidence", is_flag=True, help="Show the quotes and sources under each row.")
@click.option(
    "--status",
    type=click.Choice([*(str(s) for s in Status), "any"]),
    help="Only claims of this status, or any; each question has its own.",
)
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most so many rows.")
def COMMAND(
    question: tuple[str, ...],
    store: Path,
    format_: str,
    evidence: bool,
    status: str | None,
    limit: int | None,
) -> None:
    """Ask QUESTION: a name with its parameters, or a sentence. Without it, list the questions.

    \b
      kg ask
      kg ask partners-of --vanguard "South Somerset" --evidence
      kg ask "which vanguards cut emergency admissions?"

    A parameter is an option of the question's own (kg ask lists them) and takes a name, another
    name or an identifier. What a sentence was understood as is said on standard error; a sentence
    in doubt is not answered: the nearest questions are offered, and the exit code is 1.
    """
    from kg.query.question import all_questions

    words, given = _split(question)
    if not words:
        if given:
            raise click.UsageError(f"--{next(iter(given))} belongs to a question; name it first")
        write_out(render_list(all_questions(), format_), None)
        return
    named = _named(words)
    if named is None:
        if given:
            raise click.UsageError(
                f"there is no question {' '.join(words)!r} to take --{next(iter(given))}"
            )
        answer = _answer_sentence(" ".join(words), store, status, limit)
    else:
        from kg.graph.store import open_store
        from kg.query.ask import ask

        answer = ask(open_store(store), named, status=status, limit=limit, **given)
    _print(answer, format_, evidence=evidence)


def _split(arguments: tuple[str, ...]) -> tuple[list[str], dict[str, str]]:
    """Part the words from the options of the question; raises UsageError for half an option."""
    words: list[str] = []
    given: dict[str, str] = {}
    rest = iter(arguments)
    for argument in rest:
        if not argument.startswith("--"):
            words.append(argument)
            continue
        name, equals, value = argument[2:].partition("=")
        if not equals:
            value = next(rest, "")
        if not name or not value or value.startswith("--"):
            raise click.UsageError(f"{argument} needs a value")
        if name.replace("-", "_") in given:
            raise click.UsageError(f"--{name} is given twice")
        given[name.replace("-", "_")] = value
    return words, given


def _named(words: list[str]) -> Question | None:
    """Return the question of that name; None for a sentence; raises for a name that is none."""
    from kg.query.question import find_question

    text = " ".join(words)
    try:
        return find_question(text)
    except UnknownNameError:
        if len(text.split()) == 1 and (text.islower() and "-" in text):
            raise
        return None


def _answer_sentence(sentence: str, store: Path, status: str | None, limit: int | None) -> Answer:
    """Answer a sentence, saying what it was understood as; raises QueryError where in doubt."""
    from kg.errors import QueryError
    from kg.graph.store import open_store
    from kg.query.ask import ask
    from kg.query.spotting import Spotter
    from kg.query.understand import understand
    from kg.render.tables import visible
    from kg.vocabulary import default_vocabulary

    opened = open_store(store)
    found = understand(sentence, Spotter(opened, default_vocabulary()))
    if found.reading is None:
        nearest = "".join(f"\n  {_as_command(near)}" for near in found.near)
        offer = f" Did you mean:{nearest}" if nearest else " `kg ask` lists the questions."
        raise QueryError(visible(f"I am not sure what {sentence!r} asks.") + offer)
    reading = found.reading
    click.echo(visible(f"Understood as {reading.in_words}"), err=True)
    if found.near:
        others = "; ".join(near.in_words for near in found.near)
        click.echo(visible(f"Else perhaps: {others}"), err=True)
    given = dict(reading.parameters)
    asked = status or reading.status or None
    return ask(opened, reading.question, status=asked, limit=limit, **given)


def _as_command(reading: Reading) -> str:
    """Write a reading as the command that asks it."""
    from shlex import quote

    from kg.query.told import last
    from kg.render.tables import visible

    given = [
        f"--{name.replace('_', '-')} {quote(last(str(value)))}"
        for name, value in reading.parameters
    ]
    given += [f"--status {reading.status}"] if reading.status else []
    return visible(" ".join(["kg ask", reading.question.name, *given]))


def render_list(questions: tuple[Question, ...], format_: str) -> str:
    """Return the questions by group, in one of `FORMATS`."""
    from kg.render.questions import questions_markdown, questions_records, questions_text
    from kg.render.tables import render_rows

    if format_ == "json":
        return json.dumps(questions_records(questions), ensure_ascii=False, indent=2) + "\n"
    if format_ == "markdown":
        return questions_markdown(questions)
    if format_ == "csv":
        columns = ("group", "name", "asks", "parameters")
        rows = [
            (q.group, q.name, q.asks, " ".join(f"--{p.name.replace('_', '-')}" for p in q.params))
            for q in questions
        ]
        return render_rows(columns, rows, "csv")
    return questions_text(questions)


def _print(answer: Answer, format_: str, *, evidence: bool) -> None:
    """Print an answer; what it was asked and its notes go to standard error."""
    from kg.render.asked import render_asked
    from kg.render.tables import visible

    click.echo(visible(answer.heading), err=True)
    write_out(render_asked(answer, format_, evidence=evidence), None)
    for note in answer.notes:
        click.echo(visible(f"Note: {note}"), err=True)
    if not answer.rows:
        click.echo("No row: the claims of this graph tell nothing of it.", err=True)
