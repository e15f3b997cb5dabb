"""The commands of the command line; those of one module are loaded together, when one of them is given."""
