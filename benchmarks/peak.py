"""Runs a command and prints its peak memory in MB: from a process so small that its own is no part of that."""

import resource
import subprocess
import sys

done = subprocess.run(sys.argv[1:], check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
# Kilobytes, on macOS bytes.
unit = 1024 * 1024 if sys.platform == "darwin" else 1024
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / unit)
