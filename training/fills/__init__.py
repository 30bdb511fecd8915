"""How likely a fill is right: what people said of fills, and the fit."""
