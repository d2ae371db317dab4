"""Start a command, wait for it, and write down what it used: `launch.py FILE COMMAND …`.

A small process of its own does it, because Linux counts the memory of whoever starts a process as the new one's peak,
until the new program takes its place; the bench itself has grown large by then.
"""

import json
import os
import sys
import time
from pathlib import Path

if __name__ == "__main__":
    report, *command = sys.argv[1:]
    begin = time.perf_counter()
    pid = os.posix_spawnp(command[0], command, os.environ)
    _, status, usage = os.wait4(pid, 0)
    wall = time.perf_counter() - begin
    figures = {"wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "memory": usage.ru_maxrss / 1024}
    Path(report).write_text(json.dumps(figures), "utf-8")
    sys.exit(os.waitstatus_to_exitcode(status))
