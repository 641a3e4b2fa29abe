"""The command line: one module a command group; arguments in, exit codes out."""
