"""A request that cannot be done: one sentence for the user, exit code 2. Never used for what is wrong in a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kepu_cli.findings import Lang, Said


# Exit codes: the request cannot be done; Ctrl-C.
NOT_POSSIBLE = 2
INTERRUPTED = 130


class KepuError(Exception):
    """Carries its sentence in both languages; the command line prints it and exits with `exit_code`."""

    exit_code = NOT_POSSIBLE

    def __init__(self, said: Said) -> None:
        super().__init__(said.words.en)
        self.said = said

    def sentence(self, lang: Lang) -> str:
        return self.said.in_(lang)
