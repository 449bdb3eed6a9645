"""What several tests need: the shared documents, graphs built once, and a browser."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# No test asserts a time: a busy machine is no failure.
settings.register_profile("kg", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("kg")

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def shared():
    """Return the folder of documents and gold beside the project, or skip where it is missing."""
    if not (SHARED / "gold").is_dir():
        pytest.skip("needs the documents and gold of ../shared, which only developers and CI have")
    return SHARED


@pytest.fixture(scope="session")
def vocabulary():
    """Return the package's own vocabulary."""
    from kg.vocabulary import default_vocabulary

    return default_vocabulary()


@pytest.fixture(scope="session")
def matcher(vocabulary):
    """Return the matcher of the package's own vocabulary."""
    from kg.extraction.matcher import Matcher

    return Matcher(vocabulary)


@pytest.fixture(scope="session")
def built(vocabulary, matcher):
    """Return a function from paths to (documents, claims, store in memory)."""
    from kg.documents.load import load
    from kg.extraction.extract import extract
    from kg.graph.build import build_quads
    from kg.graph.store import memory_store

    def build(*paths):
        documents = load(paths).documents
        claims = [c for d in documents for c in extract(d, matcher, vocabulary).claims]
        return documents, claims, memory_store(build_quads(documents, claims, vocabulary))

    return build


@pytest.fixture(scope="session")
def seeds(built):
    """Return (documents, claims, store) of the project's own seeds."""
    return built(ROOT / "seeds")


@pytest.fixture(scope="session")
def kg():
    """Return a function that runs the command in a process of its own and gives what came of it."""

    def run(*arguments, cwd, **environment):
        return subprocess.run(
            [sys.executable, "-m", "kg", *map(str, arguments)],
            cwd=cwd,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            env={**os.environ, "COLUMNS": "200", "PYTHONUTF8": "1", **environment},
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def printed():
    """Return a function from a program to what two processes of different hash seeds print."""

    def run(program):
        return {
            subprocess.run(
                [sys.executable, "-c", program],
                env={**os.environ, "PYTHONHASHSEED": seed},
                capture_output=True,
                text=True,
                check=True,
            ).stdout
            for seed in ("1", "2")
        }

    return run


BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="module")
def browser():
    """Start a browser (KG_BROWSER, the system's or playwright's), or skip with what to install.

    One a module: while it runs, nothing else in this thread can run an event loop.
    """
    api = pytest.importorskip(
        "playwright.sync_api", reason="needs playwright: pip install playwright"
    )
    named = (os.environ.get("KG_BROWSER", ""), *BROWSERS)
    path = next((found for name in named if name and (found := shutil.which(name))), None)
    with api.sync_playwright() as play:
        path = path or play.chromium.executable_path
        if not Path(path).exists():
            pytest.skip("needs a browser: apt-get install chromium, or playwright install chromium")
        started = play.chromium.launch(executable_path=path, args=[*ARGUMENTS])
        yield started
        started.close()


class Opened:
    """A page that is open, with all it asked for and all it said."""

    def __init__(self, page, url):
        self.page, self.url, self.asked, self.said = page, url, [], []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("dialog", lambda dialog: (self.said.append("dialog"), dialog.dismiss()))

    def go(self, address=""):
        """Open the page at an address behind the #, and wait until it is shown."""
        self.page.goto(self.url + address)
        return self.settled()

    def turn(self, address):
        """Change the address as a person would, without opening the page again."""
        self.page.evaluate("a => { location.hash = a; }", address)
        return self.settled()

    def settled(self):
        """Wait until what the address says is shown."""
        self.page.wait_for_selector("html[data-shown]", state="attached")
        return self.until("document.documentElement.dataset.shown === location.hash")

    def until(self, condition):
        """Wait for a condition, asked from outside: the policy lets nothing be evaluated inside."""
        for _ in range(500):
            if self.page.evaluate(condition):
                return self.page
            self.page.wait_for_timeout(20)
        raise AssertionError(f"the page does not come to {condition}")

    def break_in(self):
        """Try to run what is not the page's own; return what the browser said against it."""
        self.page.evaluate(
            "() => { const d = document.createElement('div');"
            ' d.innerHTML = \'<img src="http://127.0.0.1:9/x.png" onerror="window.ran = 1">\';'
            " document.body.append(d);"
            " const s = document.createElement('script'); s.textContent = 'window.ran = 2';"
            " document.body.append(s); }"
        )
        self.page.wait_for_timeout(200)
        assert self.page.evaluate("window.ran") is None
        said, self.said[:] = list(self.said), []
        self.asked = [url for url in self.asked if "127.0.0.1" not in url]
        return said

    def details(self):
        """Return the text of the panel beside the picture."""
        return self.page.inner_text("#details")


@pytest.fixture
def watched(browser):
    """Return a function that makes a page for a file, without a network, and gives its `Opened`.

    In the end no page may have said anything, or asked for anything but its own file; or, where
    `within` is given, the files of that folder. Other options are those of the browser's context.
    """
    contexts, pages = [], []

    def start(path, *, within=None, **options):
        contexts.append(browser.new_context(offline=True, accept_downloads=True, **options))
        pages.append((Opened(contexts[-1].new_page(), path.as_uri()), within))
        return pages[-1][0]

    yield start
    for it, within in pages:
        assert it.said == []
        asked = {
            url.partition("#")[0] for url in it.asked if not url.startswith(("blob:", "data:"))
        }
        if within is None:
            assert asked <= {it.url}
        else:
            assert [url for url in asked if not url.startswith(f"{within.as_uri()}/")] == []
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def axe():
    """Return a function from an open page to the rules of axe that it breaks."""
    found = pytest.importorskip(
        "axe_playwright_python.sync_playwright",
        reason="needs axe: pip install axe-playwright-python",
    )
    return lambda page: [v["id"] for v in found.Axe().run(page).response["violations"]]
