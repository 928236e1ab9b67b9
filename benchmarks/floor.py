"""F0: what the interpreter, `import yaml` and libyaml cost for these files or folders, and nothing else."""

import sys
from pathlib import Path

import yaml

for name in sys.argv[1:]:
    path = Path(name)
    for file in sorted(path.iterdir()) if path.is_dir() else [path]:
        for _ in yaml.parse(file.read_bytes(), Loader=yaml.CSafeLoader):
            pass
