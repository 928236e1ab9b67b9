"""Who does what, as notices say it: texts → roles, names, groups and dues."""
