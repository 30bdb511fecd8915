"""Verdicts in forms that other programs read: ClaimReview, PROV-JSON, Web Annotations, canonical lines.

In reading order: claimreview, prov, annotations, canonical, documents.
"""

from review.exports.annotations import annotation_page
from review.exports.canonical import canonical_lines
from review.exports.claimreview import claim_reviews
from review.exports.documents import FORMS, write_documents
from review.exports.prov import prov_document

__all__ = ["FORMS", "annotation_page", "canonical_lines", "claim_reviews", "prov_document", "write_documents"]
