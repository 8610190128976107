"""Check what a proposal may change, and by whose decision."""
