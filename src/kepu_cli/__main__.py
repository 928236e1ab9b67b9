"""The entry point. `--version` is answered from the arguments alone, before anything is imported."""

import gc
import sys


def main() -> None:
    """Runs the command line and exits with its code; Ctrl-C while it is being imported too is no traceback."""
    pressed: list[object] = []
    try:
        if sys.argv[1:] == ["--version"]:
            from kepu_cli import __version__

            sys.stdout.write(f"kepu {__version__}\n")
            return
        # What fails while Python throws something away concerns nobody, but Ctrl-C at that moment still is Ctrl-C.
        sys.unraisablehook = lambda broken: pressed.append(broken.exc_type)
        from kepu_cli.app import run

        code = run(sys.argv[1:])
        # All that lives goes with the process; Python would look through it once more, for a tenth of the run.
        gc.freeze()
    except KeyboardInterrupt:
        pressed.append(KeyboardInterrupt)
    # 130 as kepu_cli.errors has it, which nothing is imported for any more.
    sys.exit(130 if KeyboardInterrupt in pressed else code)


if __name__ == "__main__":
    main()
