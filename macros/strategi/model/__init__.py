"""What exists: frozen values without I/O. Pydantic for what is read, dataclasses for what is computed."""
