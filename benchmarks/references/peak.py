"""Run a command, throw away what it prints, and print its largest resident memory in KiB."""

import os
import resource
import sys

nowhere = os.open(os.devnull, os.O_WRONLY)
child = os.posix_spawnp(
    sys.argv[1], sys.argv[1:], os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, nowhere, 1)]
)
_, status = os.waitpid(child, 0)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(os.waitstatus_to_exitcode(status))
