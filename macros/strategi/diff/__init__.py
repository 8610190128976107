"""Two texts, or two strategies, to changes. Pure: takes values, never a repository."""
