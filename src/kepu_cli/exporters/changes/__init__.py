"""A comparison on paper: what changed, who has to be told, what became of each item, in four forms."""
