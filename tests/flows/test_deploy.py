"""The files for operators name things that exist."""

import importlib
from pathlib import Path

import yaml

from flows.engine import ENVIRONMENT

ROOT = Path(__file__).resolve().parents[2]


def test_every_deployment_names_a_flow_with_these_parameters() -> None:
    """A renamed flow would be found by operators, at night."""
    whole = yaml.safe_load((ROOT / "prefect.yaml").read_text("utf-8"))
    for deployment in whole["deployments"]:
        path, _, name = deployment["entrypoint"].partition(":")
        flow = getattr(importlib.import_module(path.removesuffix(".py").replace("/", ".")), name)
        known = set(flow.parameters.properties)
        assert set(deployment["parameters"]) <= known
        assert deployment["concurrency_limit"]["collision_strategy"] == "CANCEL_NEW"


def test_the_engines_environment_is_the_same_everywhere() -> None:
    """A server without these looks for a telemetry host and lags behind."""
    lines = (ROOT / "deploy" / "engine.env").read_text("utf-8").splitlines()
    given = dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))
    assert given == {name: value for name, value in ENVIRONMENT.items() if "EPHEMERAL" not in name}


def test_the_compose_file_starts_commands_that_exist() -> None:
    """Every service of ours says `tabayyun` or `prefect`."""
    services = yaml.safe_load((ROOT / "deploy" / "compose.yaml").read_text("utf-8"))["services"]
    assert {services[name]["command"][0] for name in services if "command" in services[name]} == {"tabayyun", "prefect"}
