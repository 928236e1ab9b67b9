"""What leaves the house as a file, a module or a package each form; beside them what several forms share."""
