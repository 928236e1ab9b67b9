"""The entry point. `--version` is answered from the arguments alone, before anything is imported."""

import sys


def main() -> None:
    """Runs the command line and exits with its code; Ctrl-C while it is being imported too is no traceback."""
    try:
        if sys.argv[1:] == ["--version"]:
            from kepu_cli import __version__

            sys.stdout.write(f"kepu {__version__}\n")
            return
        from kepu_cli.app import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        # As kepu_cli.errors has it, which nothing is imported for any more.
        code = 130
    sys.exit(code)


if __name__ == "__main__":
    main()
