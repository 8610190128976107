"""Write values in Swedish. Stands directly on the model, so that every layer above it can speak."""
