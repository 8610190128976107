"""What pages call: every macro by name, the pages that are made, and a check of the calls."""
