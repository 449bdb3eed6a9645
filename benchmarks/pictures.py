"""How large the explorer's page is and how soon it can be used, beside pyvis's own page.

For each size a graph is made up (`benchmarks/synthetic.py`) and written twice: as `kg explore`
writes it, and as a plain pyvis network in one file, with physics as pyvis sets it, of the same
things and with a line for each claim whose words are in its tooltip: both pages hold the same.
Each is opened in headless Chromium, without a network, in a browser of its own. *Opens* is the time
from the start of navigation until it can be used: ours has drawn what its address says, pyvis's is
through with its stabilisation (it shows nothing but a bar before), and both answer after two more
frames. *Pan* is the median and *worst* the longest time between two frames while the picture is
dragged. A page that cannot be used after `LIMIT` seconds is given up.

    python benchmarks/pictures.py [--things 200 2000 10000] [--repeats 3]
"""

from __future__ import annotations

import argparse
import multiprocessing
import shutil
import statistics
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from synthetic import synthetic_quads

from kg.graph.store import memory_store
from kg.query.whole import whole_network
from kg.render.explore import explore_page

if TYPE_CHECKING:
    from collections.abc import Sequence
    from multiprocessing.connection import Connection

    from playwright.sync_api import Page, Playwright

    from kg.query.network import Network

LIMIT = 120
"""Seconds after which a page is given up."""
GRACE = 60
"""Seconds more for the browser to start, and for dragging."""
QUADS = {200: 29_000, 2_000: 298_000, 10_000: 1_490_000}
"""Things -> quads of a made-up graph that holds about so many."""
ARGUMENTS = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run")
SIZE = {"width": 1400, "height": 900}
SHOWN = "() => document.documentElement.dataset.shown !== undefined"
RESTED = "() => Boolean(window.network && network.physics && network.physics.ready)"
TWO_FRAMES = """() => { window.frames2 = window.frames2 || 0;
  if (!window.counting) { window.counting = true;
    requestAnimationFrame(() => requestAnimationFrame(() => { window.frames2 = 2; })); }
  return window.frames2 === 2; }"""
FRAMES = """() => { window.gaps = []; let last = performance.now();
  const step = (now) => { window.gaps.push(now - last); last = now;
    if (!window.enough) requestAnimationFrame(step); };
  requestAnimationFrame(step); }"""
GAPS = "() => { window.enough = true; return window.gaps; }"


@dataclass(frozen=True, slots=True)
class Seen:
    """What was measured of a page: seconds, and milliseconds a frame; None: it was given up."""

    opens: float | None = None
    pan: float | None = None
    worst: float | None = None


def graph_of(things: int) -> Network:
    """Return a made-up graph of about so many things."""
    return whole_network(memory_store(synthetic_quads(QUADS[things])))


def plain_pyvis(graph: Network, path: Path) -> None:
    """Write the page that pyvis itself makes of a graph, with all of it in the file."""
    from pyvis.network import Network as Pyvis

    page = Pyvis(directed=True, cdn_resources="in_line", height="880px")
    for key, data in graph.nodes(data=True):
        page.add_node(key, label=data["label"], group=data["kind"], title=data["label"])
    for start, end, data in graph.edges(data=True):
        claim = data["claim"]
        words = " … ".join(e.quote for e in claim.evidence)
        title = f"{claim.relation}, {claim.status}: {words} ({claim.source})"
        page.edges.append({"from": start, "to": end, "arrows": "to", "title": title})
    path.write_text(page.generate_html(), encoding="utf-8")


def measured(path: Path, ready: str) -> Seen:
    """Open a page once, in a process of its own that is ended where the page never answers."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    child = context.Process(target=_measure, args=(path, ready, there))
    child.start()
    try:
        return here.recv() if here.poll(LIMIT + GRACE) else Seen()
    finally:
        child.kill()
        child.join()


def _measure(path: Path, ready: str, answer: Connection) -> None:
    """Send what is measured of a page."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        answer.send(_seen(play, path, ready))


def _seen(play: Playwright, path: Path, ready: str) -> Seen:
    """Open a page, drag its picture, and return what was measured."""
    from playwright.sync_api import TimeoutError as GivenUp

    place = shutil.which("chromium") or play.chromium.executable_path
    browser = play.chromium.launch(executable_path=place, args=[*ARGUMENTS])
    page = browser.new_context(offline=True, viewport=SIZE, bypass_csp=True).new_page()
    start = time.perf_counter()
    try:
        page.goto(path.as_uri(), wait_until="commit", timeout=LIMIT * 1000)
        for condition in (ready, TWO_FRAMES):
            left = LIMIT - (time.perf_counter() - start)
            page.wait_for_function(condition, timeout=max(1, left * 1000))
        opens = time.perf_counter() - start
        gaps = _dragged(page)
        return Seen(opens, statistics.median(gaps), max(gaps))
    except GivenUp:
        return Seen()
    finally:
        browser.close()


def _dragged(page: Page) -> list[float]:
    """Drag the picture to and fro; return the milliseconds between frames."""
    page.evaluate(FRAMES)
    page.mouse.move(560, 230)
    page.mouse.down()
    for i in range(30):
        page.mouse.move(560 + 6 * abs(15 - i), 230 + 4 * abs(15 - i))
        page.wait_for_timeout(15)
    page.mouse.up()
    found: list[float] = page.evaluate(GAPS)
    return found


def middle(seen: Sequence[Seen]) -> Seen:
    """Return the medians; a page that was given up once is given up."""
    if any(one.opens is None for one in seen):
        return Seen()
    return Seen(
        statistics.median(one.opens or 0 for one in seen),
        statistics.median(one.pan or 0 for one in seen),
        statistics.median(one.worst or 0 for one in seen),
    )


def row(name: str, size: int, seen: Seen) -> str:
    """Return what was measured of a page as a row of a table."""
    if seen.opens is None:
        return f"| {name} | {size / 1e6:.2f} | > {LIMIT} | | |"
    return f"| {name} | {size / 1e6:.2f} | {seen.opens:.2f} | {seen.pan:.0f} | {seen.worst:.0f} |"


def ratios(ours: tuple[int, Seen], theirs: tuple[int, Seen]) -> str:
    """Return how many times smaller and sooner our page is, as a row of a table."""
    size = theirs[0] / ours[0]
    if theirs[1].opens is None or ours[1].opens is None:
        more = f"> {LIMIT / ours[1].opens:.0f}" if ours[1].opens else ""
        return f"| pyvis / ours | {size:.2f} | {more} | | |"
    pan = (theirs[1].pan or 0) / (ours[1].pan or 1)
    worst = (theirs[1].worst or 0) / (ours[1].worst or 1)
    opens = theirs[1].opens / ours[1].opens
    return f"| pyvis / ours | {size:.2f} | {opens:.1f} | {pan:.1f} | {worst:.1f} |"


def main() -> None:
    """Print a table for each size."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--things", type=int, nargs="+", default=list(QUADS), choices=list(QUADS))
    parser.add_argument("--repeats", type=int, default=3)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        for things in arguments.things:
            graph = graph_of(things)
            ours, theirs = Path(name) / "ours.html", Path(name) / "pyvis.html"
            start = time.process_time()
            ours.write_text(explore_page(graph, f"{things} things"), encoding="utf-8")
            written = time.process_time() - start
            plain_pyvis(graph, theirs)
            print(f"\n{len(graph):,} things, {graph.number_of_edges():,} claims; ", end="")
            print(f"our page was made in {written:.1f} seconds of the processor\n")
            print("| page | MB | opens, s | pan, ms | worst, ms |\n| --- | --- | --- | --- | --- |")
            found = []
            for label, path, ready in (("ours", ours, SHOWN), ("pyvis", theirs, RESTED)):
                seen: list[Seen] = []
                while len(seen) < arguments.repeats and (not seen or seen[-1].opens is not None):
                    seen.append(measured(path, ready))
                found.append((path.stat().st_size, middle(seen)))
                print(row(label, *found[-1]), flush=True)
            print(ratios(found[0], found[1]))


if __name__ == "__main__":
    main()
