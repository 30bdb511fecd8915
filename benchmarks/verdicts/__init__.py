"""How verdicts fare: on gold of our own, under contrast, on public sets, and how fast they are reached."""
