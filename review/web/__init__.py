"""The review page: reads from the review copy only, writes through the store.

In reading order: reads (questions to the copy), compare, nearmiss, stored (evidence, quotes and pages as shown), guard
(who may ask), pages (templates), reading, acting and oneself (routes), app.
"""

from review.web.app import make_app

__all__ = ["make_app"]
