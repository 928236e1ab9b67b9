"""Bytes → text → a tree of nodes with their places: encodings, limits, hints for what YAML refuses."""
