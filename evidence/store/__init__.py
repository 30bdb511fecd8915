"""One DuckDB file that keeps every verdict with everything it rests on; nothing else opens DuckDB.

In reading order: names (which files a store is), lock, connect, schema and migrate, codec (records and
rows), bulk, write, people, read, provenance, review_copy, removal, archive, export, and store, which
puts them together.
"""

from evidence.store.removal import Removed
from evidence.store.store import Store, open_store, restore_store

__all__ = ["Removed", "Store", "open_store", "restore_store"]
