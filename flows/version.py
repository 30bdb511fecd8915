"""Which code made a row."""

from importlib.metadata import PackageNotFoundError, version

try:
    CODE_VERSION = version("tabayyun")
except PackageNotFoundError:  # run from a checkout that was never installed
    CODE_VERSION = "0+checkout"
