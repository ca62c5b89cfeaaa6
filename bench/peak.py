"""Runs a command and says on stderr how many KiB it had at most: `peak.py COMMAND …`.

A process of its own and a small one: to a program the kernel counts what whoever started it had at that moment.
"""

from __future__ import annotations

import resource
import subprocess
import sys

code = subprocess.call(sys.argv[1:])
sys.stderr.write(f"{resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss}\n")
sys.exit(code)
