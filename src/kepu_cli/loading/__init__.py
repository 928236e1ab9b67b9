"""Nodes → Plan: keys, references, shapes; whatever is wrong becomes a flaw with its place."""
