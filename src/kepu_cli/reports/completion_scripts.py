"""Scripts by which a shell completes commands and options itself: no program is started when somebody presses Tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    # Command → its options, as they are typed.
    Options = Mapping[str, Sequence[str]]


def bash(options: Options) -> str:
    """For bash; also for zsh, whose `bashcompinit` reads the same. Behind the command files are offered, too."""
    cases = "\n".join(f'    {name}) words="{" ".join(words)}" ;;' for name, words in options.items())
    return f"""\
_kepu() {{
  local word="${{COMP_WORDS[COMP_CWORD]}}" words=""
  case "${{COMP_WORDS[1]}}" in
{cases}
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "{" ".join(options)}" -- "$word"))
  elif [ "${{word#-}}" != "$word" ]; then
    COMPREPLY=($(compgen -W "$words" -- "$word"))
  else
    COMPREPLY=()
  fi
}}
complete -o default -F _kepu kepu
"""


def zsh(options: Options) -> str:
    return f"autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n{bash(options)}"


def fish(options: Options) -> str:
    first = f"complete -c kepu -n __fish_use_subcommand -f -a '{' '.join(options)}'\n"
    long = ((name, word.removeprefix("--")) for name, words in options.items() for word in words if word[:2] == "--")
    return first + "".join(
        f"complete -c kepu -n '__fish_seen_subcommand_from {name}' -l {word}\n" for name, word in long
    )


def powershell(options: Options) -> str:
    """Where nothing of ours begins with the word, PowerShell offers files by itself."""
    cases = "\n".join(f"        '{name}' {{ {_quoted(words)} }}" for name, words in options.items())
    return f"""\
Register-ArgumentCompleter -Native -CommandName kepu -ScriptBlock {{
    param($word, $line, $cursor)
    $typed = @($line.CommandElements | ForEach-Object {{ $_.ToString() }})
    $at = $typed.Count - [int]($word -ne '')
    $known = if ($at -le 1) {{ {_quoted([*options])} }} else {{ switch ($typed[1]) {{
{cases}
    }} }}
    $known | Where-Object {{ $_ -like "$word*" }} | ForEach-Object {{
        [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterName', $_)
    }}
}}
"""


SCRIPTS: Mapping[str, Callable[[Options], str]] = {"bash": bash, "zsh": zsh, "fish": fish, "powershell": powershell}


def _quoted(words: Sequence[str]) -> str:
    return ", ".join(f"'{word}'" for word in words)
