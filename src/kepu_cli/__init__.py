"""kepu: checks task-responsibility plans, finds the duties nobody covers, writes the division-of-labour table."""

__version__ = "0.1.0"
