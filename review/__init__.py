"""What people look at: reports, provenance trees, the review page and exports."""
