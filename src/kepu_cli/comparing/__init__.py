"""Two plans → what changed: items paired, old bodies mapped to new ones, typed changes."""
