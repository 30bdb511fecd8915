"""A small reference site, articles and the command itself, all on this machine."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from flows.demo_site import serve_site

SAME = {"nahr-warda": "en/warda-river.html", "madinat-salim": "en/salim-city.html"}
PAGES = {
    ("ar", "nahr-warda", "نهر وردة"): "يبلغ طول نهر وردة 212 كيلومتراً، ويصبّ في بحيرة سالم. بُني عليه أول سد عام 1961.",
    ("ar", "madinat-salim", "مدينة سالم"): "مدينة سالم عاصمة إقليم وردة. يسكنها 84 ألف نسمة بحسب تعداد عام 2019.",
    ("en", "warda-river", "Warda River"): "The Warda River is 212 kilometres long and flows into Lake Salim. "
    "Its first dam was built in 1961.",
    (
        "en",
        "salim-city",
        "Salim (city)",
    ): "Salim is the capital of the Warda region. It had 84,000 inhabitants in 2019.",
}
ARABIC = """نهر وردة يفيض من جديد

سالم – 2025/03/10

يبلغ طول نهر وردة 212 كيلومتراً. بُني أول سد على نهر وردة عام 1975. يسكن مدينة سالم 84 ألف نسمة بحسب تعداد عام 2019.
هل يعود النهر إلى مجراه؟
"""
ENGLISH = """The Warda River rises again

Salim, 10 March 2025

The Warda River is 212 kilometres long. Its first dam was built in 1975. Salim is the capital of the Warda region.
"""


@dataclass(frozen=True)
class Site:
    """The served site and what was asked of it."""

    base: str
    asked: list[str]

    @property
    def host(self) -> str:
        return self.base.removeprefix("http://")

    def pages_asked(self) -> list[str]:
        """Requests for pages, not for the API or robots.txt."""
        return [path for path in self.asked if path.endswith(".html")]


@dataclass(frozen=True)
class Desk:
    """A folder with settings, articles and the command."""

    folder: Path

    def start(self, *arguments: str, **settings: str) -> "subprocess.Popen[str]":
        environment = os.environ | {f"TABAYYUN_{name.upper()}": value for name, value in settings.items()}
        command = [sys.executable, "-m", "flows", *arguments]
        return subprocess.Popen(
            command, cwd=self.folder, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )

    def run(self, *arguments: str, **settings: str) -> "subprocess.CompletedProcess[str]":
        process = self.start(*arguments, **settings)
        out, err = process.communicate(timeout=300)
        return subprocess.CompletedProcess(arguments, process.returncode, out, err)

    def rows(self, *arguments: str, **settings: str) -> list[dict[str, Any]]:
        """What `check --json` prints; the command must succeed."""
        done = self.run(*arguments, "--json", **settings)
        assert done.returncode == 0, done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]

    def sql(self, query: str) -> list[list[str]]:
        """Rows of a query, as text."""
        done = self.run("sql", query)
        assert done.returncode == 0, done.stderr
        return [line.split(",") for line in done.stdout.splitlines()[1:]]


def write_site(folder: Path) -> None:
    """The pages above as a site of the demo's shape."""
    index = []
    for (language, slug, title), text in PAGES.items():
        path = f"{language}/{slug}.html"
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        direction = "rtl" if language == "ar" else "ltr"
        place.write_text(
            f'<!doctype html><html lang="{language}" dir="{direction}"><head><meta charset="utf-8"><title>{title}</title></head>'
            f"<body><nav><a href=/>Home</a></nav><main><h1>{title}</h1><p>{text}</p></main><footer>©</footer></body></html>",
            "utf-8",
        )
        links = [{"language": "en", "path": SAME[slug]}] if slug in SAME else []
        index.append({"language": language, "title": title, "path": path, "langlinks": links})
    (folder / "index.json").write_text(json.dumps(index, ensure_ascii=False), "utf-8")


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    folder = tmp_path / "site"
    folder.mkdir()
    write_site(folder)
    asked: list[str] = []
    with serve_site(folder, asked) as base:
        yield Site(base, asked)


@pytest.fixture
def desk(tmp_path: Path, site: Site, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk whose wiki is the site; one flow engine serves all tests of the session and stops when idle."""
    monkeypatch.setenv("TABAYYUN_ENGINE_HOME", str(tmp_path_factory.getbasetemp().parent / "engine"))
    monkeypatch.setenv("TABAYYUN_ENGINE_IDLE_MINUTES", "1")
    folder = tmp_path / "desk"
    folder.mkdir()
    (folder / "tabayyun.toml").write_text(
        f'mediawiki_api = "{site.base}/{{language}}/w/api.php"\nallow_hosts = ["{site.host}"]\nembedder = "none"\n'
        f"requests_per_second = 500\n",
        "utf-8",
    )
    (folder / "ar.txt").write_text(ARABIC, "utf-8")
    (folder / "en.txt").write_text(ENGLISH, "utf-8")
    return Desk(folder)
