"""What the command line says instead of a traceback.

FlowsError
├── BadInput        the person's input or setting: exit code 2
├── NothingReached  no source could be reached: exit code 3
└── EngineFailed    the flow engine did not start: exit code 1
"""


class FlowsError(Exception):
    """A refusal that ends a command; its text says what, where, what was expected and what next."""

    exit_code = 1


class BadInput(FlowsError):
    """A file, option or setting that a person gave cannot be used."""

    exit_code = 2


class NothingReached(FlowsError):
    """No source could be reached, so claims stay undecided."""

    exit_code = 3


class EngineFailed(FlowsError):
    """The flow engine did not start or did not answer."""
