"""Make the pages that a strategy asks for, the menu that leads to them, and what each says of itself."""
