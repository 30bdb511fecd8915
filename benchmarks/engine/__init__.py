"""What the engine costs: the same articles as plain calls, through Prefect, and on Dask."""
