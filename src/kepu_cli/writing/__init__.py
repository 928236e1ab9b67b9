"""Plans written as YAML that a clerk goes on with."""
