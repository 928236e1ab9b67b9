#!/bin/sh
# Installs kepu without a network; an argument says into which folder.
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
for python in "${PYTHON:-python3}" python3.14 python3.13 python3.12 python3.11 python; do
    if command -v "$python" >/dev/null 2>&1 && "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
        exec "$python" "$here/install.py" "$@"
    fi
done
echo '这台电脑上没有 Python 3.11 或更新的版本，请先装好它' >&2
echo 'Python 3.11 or newer is not installed on this computer' >&2
exit 1
