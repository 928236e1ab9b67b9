"""kepu: checks task-responsibility plans, finds the duties nobody covers, writes the division-of-labour table.

The same as a library, without printing and without exits; each name is imported when it is first used:

    load_plan(path)         → Loaded: the plan (None where it is too broken), its flaws, the places of everything
    check(loaded)           → Report: the findings, by place
    gaps(loaded.plan)       → Coverage: grades of all items, idle members, open duties of the outline
    compare(old, new)       → Comparison: the changes, who is concerned, what became of each of last year's items
    export(plan, suffix)    → bytes of a ".xlsx", ".docx", ".html", ".md", ".json" or ".csv"

KepuError is raised where a request cannot be done, such as reading a file that is not there.
"""

# Type checkers take it for true; `typing` itself would double the time that `--version` takes.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from kepu_cli.api import KepuError, check, compare, export, gaps, load_plan

__version__ = "0.1.0"
__all__ = ["KepuError", "__version__", "check", "compare", "export", "gaps", "load_plan"]


def __getattr__(name: str) -> object:
    """Imports the library on first use, so that the command line starts without it."""
    if name in __all__:
        from kepu_cli import api

        return getattr(api, name)
    raise AttributeError(name)
