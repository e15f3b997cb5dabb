"""A server on this machine that answers as the sources of live results do: for playing an evening again."""
