"""How long each question takes: seconds of the processor that `kg.query.ask.ask` needs, the median.

Asked are the graph of the project's seeds and a made-up one (`benchmarks/synthetic.py`), each
question with the parameters that have most to tell: the vanguard, measure and so on with the most
facts. With ``--rdflib`` the SPARQL of each question is also answered alone, with the same
parameters, by the embedded engine and by rdflib's own store in memory: once, in a process of its
own that is stopped after `STOP` seconds. The ratio says how many times longer rdflib takes.
Seconds of the processor are counted, so that other work on the machine does not count.

    python benchmarks/questions.py                          # the seeds
    python benchmarks/questions.py --quads 100000 --rdflib
    python benchmarks/synthetic.py million --quads 1000000
    python benchmarks/questions.py --store million --repeats 1
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from kg.graph.store import open_store, write_store
from kg.names import Minter
from kg.query.ask import ask
from kg.query.binding import ANY, bind, bound_status, kinds_of
from kg.query.kinds import things_of
from kg.query.question import all_questions
from kg.query.sparql import select
from kg.render.tables import render_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pyoxigraph
    import rdflib

    from kg.query.question import Param, Question

STOP = 5
"""Seconds of the processor after which rdflib is stopped."""
PATIENCE = 5.0
"""After so many seconds a question is not asked again."""


def seeds_store(folder: Path) -> pyoxigraph.Store:
    """Return the graph of the project's seeds."""
    from kg.api.building import extract_paths
    from kg.graph.build import build_quads
    from kg.vocabulary import data_folder, load_vocabulary

    vocabulary = load_vocabulary()
    found = extract_paths([data_folder("seeds") / "documents"], vocabulary, show=False)
    documents = [document for document, _ in found.extractions]
    write_store(folder, build_quads(documents, found.claims, vocabulary))
    return open_store(folder)


def synthetic_store(folder: Path, quads: int) -> pyoxigraph.Store:
    """Return a made-up graph of about so many quads."""
    from synthetic import synthetic_quads

    write_store(folder, synthetic_quads(quads))
    return open_store(folder)


def parameters(store: pyoxigraph.Store, question: Question) -> dict[str, object]:
    """Return a value for each parameter that must have one: the things with the most facts."""
    given: dict[str, object] = {}
    for param in question.params:
        if param.required:
            given[param.name] = _most_told(store, param, set(given.values()))
    return given


def _most_told(store: pyoxigraph.Store, param: Param, taken: set[object]) -> str:
    """Return the IRI that most claims speak of, other than those taken."""
    import pyoxigraph

    # A path goes from a vanguard to an organisation: two vanguards are soon linked.
    kinds = (("org",) if taken else ("vanguard",)) if param.kind == "thing" else kinds_of(param)
    found = (thing.iri for thing in things_of(store, kinds) if thing.iri not in taken)

    def facts(iri: str) -> int:
        node = pyoxigraph.NamedNode(iri)
        if param.kind == "source":
            return sum(1 for _ in store.quads_for_pattern(None, None, None, node))
        return sum(1 for _ in store.quads_for_pattern(None, None, node))

    return max(found, key=lambda iri: (facts(iri), iri))


def median(work: Callable[[], object], repeats: int) -> float:
    """Return the median seconds of some runs; of fewer where they take long."""
    took: list[float] = []
    while len(took) < repeats and sum(took) < PATIENCE:
        start = time.process_time()
        work()
        took.append(time.process_time() - start)
    return statistics.median(took)


def bindings(
    store: pyoxigraph.Store, question: Question, given: dict[str, object]
) -> dict[str, str]:
    """Return variable -> IRI as the question's SPARQL is given them."""
    least = question.at_least[1] if question.at_least else ""
    found = {b.name: str(b.value) for b in bind(store, question, given) if b.name != least}
    status = bound_status(question, None)
    if status not in {"", ANY}:
        found["status"] = f"{Minter().prefixes['status']}{status}"
    return found


def engine_alone(store: pyoxigraph.Store, question: Question, bound: dict[str, str]) -> int:
    """Return how many solutions the embedded engine finds."""
    import pyoxigraph

    terms = {name: pyoxigraph.NamedNode(value) for name, value in bound.items()}
    return sum(1 for _ in select(store, question.sparql, bindings=terms))


def rdflib_dataset(store: pyoxigraph.Store) -> rdflib.Dataset:
    """Return the quads of a store in rdflib's own store in memory."""
    import pyoxigraph
    import rdflib

    dataset = rdflib.Dataset()
    text = store.dump(format=pyoxigraph.RdfFormat.N_QUADS) or b""
    dataset.parse(data=text.decode(), format="nquads")
    return dataset


def rdflib_alone(
    dataset: rdflib.Dataset, question: Question, bound: dict[str, str]
) -> tuple[float, int] | None:
    """Return rdflib's seconds and solutions; None where it was stopped."""
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)

    def work() -> None:
        import rdflib

        terms = {name: rdflib.URIRef(value) for name, value in bound.items()}
        resource.setrlimit(resource.RLIMIT_CPU, (STOP, STOP))
        start = time.process_time()
        answer = dataset.query(question.sparql, initBindings=terms, initNs=Minter().prefixes)
        found = sum(1 for _ in answer)
        theirs.send((time.process_time() - start, found))

    child = context.Process(target=work)
    child.start()
    theirs.close()
    try:
        answer: tuple[float, int] | None = ours.recv()
    except EOFError:
        answer = None
    child.join()
    return answer


def measured(
    store: pyoxigraph.Store, repeats: int, dataset: rdflib.Dataset | None
) -> Iterator[tuple[str | int, ...]]:
    """Yield a row a question."""
    for question in all_questions():
        given = parameters(store, question)
        answer = None

        def work() -> None:
            nonlocal answer
            answer = ask(store, question, **given)  # noqa: B023

        seconds = median(work, repeats)
        row = (question.name, len(answer or ()), f"{seconds:.3f}")
        sampled = "; ".join(n for n in (answer.notes if answer else ()) if "seed" in n)
        if dataset is None:
            yield (*row, sampled)
        elif not question.sparql:
            yield (*row, "", "", "", sampled)
        else:
            bound = bindings(store, question, given)
            alone = median(lambda: engine_alone(store, question, bound), repeats)  # noqa: B023
            peer = rdflib_alone(dataset, question, bound)
            yield (*row, f"{alone:.4f}", *_against(peer, alone, store, question, bound), sampled)


def _against(
    peer: tuple[float, int] | None,
    alone: float,
    store: pyoxigraph.Store,
    question: Question,
    bound: dict[str, str],
) -> tuple[str, str]:
    """Return rdflib's seconds and the ratio as they stand in the table."""
    if peer is None:
        return f"> {STOP}", f"> {STOP / alone:.0f}"
    found = engine_alone(store, question, bound)
    differs = "" if peer[1] == found else f" ({peer[1]} solutions, not {found})"
    return f"{peer[0]:.2f}{differs}", f"{peer[0] / alone:.0f}"


def main() -> None:
    """Print a table with a row a question."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quads", type=int, default=0, help="of a made-up graph; else the seeds")
    parser.add_argument("--store", type=Path, help="a graph that is there already")
    parser.add_argument("--rdflib", action="store_true", help="compare with rdflib's own store")
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--format", default="table", choices=("table", "markdown", "csv"))
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph"
        start = time.perf_counter()
        if arguments.store:
            made = open_store(arguments.store)
        else:
            made = synthetic_store(path, arguments.quads) if arguments.quads else seeds_store(path)
        print(f"{len(made)} quads, built in {time.perf_counter() - start:.0f} s\n")
        dataset = rdflib_dataset(made) if arguments.rdflib else None
        columns = ["question", "rows", "seconds"]
        columns += ["SPARQL alone", "rdflib", "ratio"] if dataset is not None else []
        rows = []
        for row in measured(made, arguments.repeats, dataset):
            print(*row, file=sys.stderr, flush=True)
            rows.append(row)
        print(render_rows([*columns, "sampled"], rows, arguments.format))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(f"at most {memory:.1f} GB of memory")


if __name__ == "__main__":
    main()
