"""`python -m flows` is the command `tabayyun`."""

from flows.cli import main

main()
