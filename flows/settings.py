"""Settings: the only reader of the environment and of `tabayyun.toml`.

Command-line options win over `TABAYYUN_…` variables, which win over the file.
"""

import os
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from flows.errors import BadInput

DEFAULT_FILE = "tabayyun.toml"


def _split(value: Any) -> Any:
    """A comma-separated text as a tuple, so that lists can stand in the environment."""
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    return value


Names = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_split)]


class Settings(BaseSettings):
    """Every value that a person can set, with its default; each description is a row of the docs."""

    model_config = SettingsConfigDict(env_prefix="TABAYYUN_", extra="forbid", frozen=True)

    store: Path = Field(Path("tabayyun.duckdb"), description="The DuckDB file; snapshots lie beside it.")
    # where evidence comes from
    sources: Names = Field(
        ("wikipedia",),
        description="Sources to search, by name. An empty list searches none; pages and library still count.",
    )
    source_languages: Names = Field((), description="Languages to search in besides the article's and English.")
    name_sources: Names = Field(
        (),
        description="Asked only what a claim's names are called in other languages: `wikipedia`, `wikidata`. Those in "
        "`sources` are asked anyway.",
    )
    mediawiki_api: str = Field(
        "https://{language}.wikipedia.org/w/api.php",
        description="Address of the MediaWiki API behind the source `wikipedia`; {language} is filled in.",
    )
    wikidata_api: str = Field(
        "https://www.wikidata.org/w/api.php", description="Address of the Wikibase API behind the source `wikidata`."
    )
    search_api: str = Field("", description="Address of a search API that answers JSON as SearXNG does.")
    feeds: Names = Field((), description="RSS, Atom or sitemap addresses of the source `feeds`.")
    factcheck_key: SecretStr = Field(
        SecretStr(""), description="Key of the Google Fact Check Tools API, for the source `factcheck`."
    )
    pages: Path | None = Field(None, description="A file of reference URLs, one a line, to fetch.")
    library: Path | None = Field(None, description="A folder of saved HTML, text or PDF pages as reference.")
    archived_copies: bool = Field(
        False, description="Read the Wayback Machine's copy of a page that is gone: 404, 410 or no answer."
    )
    wayback_api: str = Field(
        "https://archive.org/wayback/available", description="Address of the Wayback Machine's availability API."
    )
    hits_per_query: int = Field(3, ge=1, le=50, description="Pages taken from each search.")
    pages_per_article: int = Field(80, ge=1, description="Pages fetched for one article at the most.")
    # how pages are read
    network: bool = Field(True, description="False reads only what is stored and the library; nothing is requested.")
    contact: str = Field(
        "",
        description="E-mail or address of the operator, sent in the User-Agent. Wikimedia asks for it; without "
        "it, Wikipedia is read at under 10 requests a minute.",
    )
    allow_hosts: Names = Field(
        (), description="HOST:PORT of private or loopback hosts that may be read; all others are refused."
    )
    requests_per_second: float = Field(1.0, gt=0, description="Requests a second to one host.")
    host_rates: dict[str, float] = Field(
        default_factory=dict, description="Requests a second for named hosts, over the general rate."
    )
    freshness_hours: float = Field(
        24.0, ge=0, description="A stored page younger than this is used without asking the site again."
    )
    deadline_seconds: float = Field(20.0, gt=0, description="Longest time for one page, all of it.")
    max_page_bytes: int = Field(8_000_000, gt=0, description="Largest page, after decompression.")
    max_redirects: int = Field(5, ge=0, description="Most redirects to follow.")
    # models
    embedder: str = Field(
        "shipped", description="`shipped`, `none` (word search only), a folder, or a model id of a hub."
    )
    embedder_dimensions: int = Field(0, ge=0, description="Cut embeddings to this many numbers; 0 keeps all.")
    query_prompt: str = Field(
        "", description="Put before a claim (`query: `), if the model's own configuration does not say it."
    )
    passage_prompt: str = Field("", description="Put before a passage (`passage: `), likewise.")
    batch_size: int = Field(64, ge=1, description="Texts that the embedder or the re-ranker reads at once.")
    device: str = Field("cpu", description="Where models run: `cpu`, `cuda`, `mps`.")
    reranker: str = Field("", description="A cross-encoder that orders the best passages again; empty for none.")
    judge: str = Field("default", description="`default`, `nli:MODEL` or `llm:MODEL`.")
    splitter: str = Field("default", description="`default` or `llm`.")
    llm_url: str = Field("", description="Base address of an OpenAI-compatible server.")
    llm_key: SecretStr = Field(SecretStr(""), description="Key of that server.")
    llm_model: str = Field("", description="Model for `splitter = llm`.")
    llm_timeout: float = Field(60.0, gt=0, description="Seconds for one answer of that server.")
    passages_per_claim: int = Field(8, ge=1, le=50, description="Passages kept for each claim.")
    decisive_threshold: float | None = Field(
        None,
        ge=0,
        le=1,
        description="Confidence from which a claim is called supported or refuted; unset takes "
        "the one fitted for 95 % precision on development data.",
    )
    tiers: Path | None = Field(None, description="A file of source tiers in place of the shipped one.")
    # people and running
    user: str = Field("", description="Name written beside evidence and decisions.")
    token: SecretStr = Field(SecretStr(""), description="Asked for by the review page beyond loopback.")
    workers: int = Field(8, ge=1, le=64, description="Pages fetched at once.")
    engine: str = Field(
        "", description="Address of a Prefect API; empty uses a small local server, started when needed."
    )
    engine_home: Path = Field(
        Path(os.environ.get("XDG_CACHE_HOME", "~/.cache")) / "tabayyun" / "engine",
        description="Folder of the local Prefect server.",
    )
    engine_idle_minutes: float = Field(15.0, gt=0, description="The local server stops after this idle time.")
    # schedules, telling people, more than one machine
    serve_runs: int = Field(2, ge=1, le=64, description="Runs that `serve` lets run at once.")
    run_timeout_minutes: float = Field(
        120.0, gt=0, description="A scheduled run that takes longer is ended; what it had finished is kept."
    )
    stage_minutes: dict[str, float] = Field(
        default_factory=dict,
        description="Minutes that a stage may take over one article: `search`, `fetch`, `rank`, `judge`; those not "
        "named keep 30, 30, 30, 60. What was not begun by then leaves its claims undecided.",
    )
    refresh_cron: str = Field(
        "30 3 * * *", description="When `serve` looks for evidence pages that are due; empty for never."
    )
    refresh_hours: dict[str, float] = Field(
        default_factory=dict,
        description="Hours after which pages of a kind are due: `wiki`, `data`, `news`, `old_news`, `document`, "
        "`other`; those not named keep 24, 24, 12, 720, 2160, 168.",
    )
    webhook: str = Field("", description="Address that is told of changed verdicts, failed runs and claims to review.")
    webhook_key: SecretStr = Field(
        SecretStr(""), description="Key with which messages to the webhook are signed (HMAC-SHA256)."
    )
    digest_cron: str = Field("0 6 * * 1", description="When `serve` writes the weekly digest; empty for never.")
    fan_out: Literal["", "dask"] = Field(
        "", description="`dask` checks the articles of a run on the workers of a Dask cluster."
    )
    dask_address: str = Field("", description="Address of the Dask scheduler; empty starts workers on this machine.")
    dask_workers: int = Field(2, ge=1, le=256, description="Workers to start where no scheduler is named.")
    log: Literal["quiet", "text", "json"] = Field("quiet", description="Logs on standard error.")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Options, then environment, then file."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def load_settings(config: Path | None = None, **options: Any) -> Settings:
    """The settings in force; options that are None were not given.

    Raises BadInput that names the setting, what stood there and what was expected.
    """
    if config is not None and not config.is_file():
        raise BadInput(
            f"There is no settings file {config}. Expected a TOML file; leave --config out to use the defaults."
        )
    given = {name: value for name, value in options.items() if value is not None}
    path = config or Path(DEFAULT_FILE)

    class FromFile(Settings):
        model_config = SettingsConfigDict(toml_file=path)

    try:
        return Settings.model_construct(**dict(FromFile(**given)))
    except ValidationError as error:
        raise BadInput(_sentence(error, path)) from None
    except ValueError as error:  # broken TOML, or an environment variable that is not JSON
        raise BadInput(f"The settings cannot be read ({path} or TABAYYUN_…): {error}") from None


def _sentence(error: ValidationError, path: Path) -> str:
    """One sentence for the first thing wrong."""
    first = error.errors()[0]
    name = ".".join(str(part) for part in first["loc"]) or "settings"
    if first["type"] == "extra_forbidden":
        return (
            f"There is no setting '{name}' (in {path}, or as TABAYYUN_{name.upper()}). Known: "
            f"{', '.join(sorted(Settings.model_fields))}."
        )
    return (
        f"Setting '{name}' is {first['input']!r}: {first['msg'].lower()}. Correct it in {path}, in "
        f"TABAYYUN_{name.upper()} or in the option."
    )
