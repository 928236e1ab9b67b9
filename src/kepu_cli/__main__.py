"""The entry point. `--version` is answered from the arguments alone, before anything is imported."""

import sys


def main() -> None:
    """Runs the command line and exits with its code."""
    if sys.argv[1:] == ["--version"]:
        from kepu_cli import __version__

        sys.stdout.write(f"kepu {__version__}\n")
        return
    from kepu_cli.app import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
