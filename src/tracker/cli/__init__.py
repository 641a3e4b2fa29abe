"""The command line: one module a command group; arguments in, exit codes out."""

import gc

# Starting up makes tens of thousands of objects that all stay: looking for lost ones among them
# every 700 objects takes a twentieth of a short command's time, and finds nothing.
gc.set_threshold(50_000, 10, 10)
