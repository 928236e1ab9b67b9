"""A web page made of a template: whatever stands in a plan is text there, wherever the template puts it."""

from __future__ import annotations

from importlib.resources import files

from jinja2 import Environment, StrictUndefined

from kepu_cli.exporters.plain_text import shown


def web_page(template: str, content: dict[str, object]) -> bytes:
    """The .html file's bytes; `template` is the name of one that ships with kepu."""
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=_shown
    )
    source = files("kepu_cli").joinpath(f"data/{template}.html.jinja").read_text("utf-8")
    return (environment.from_string(source).render(content).rstrip("\n") + "\n").encode()


def _shown(value: object) -> object:
    return shown(value) if isinstance(value, str) else value
