"""Cases: facts with the amounts expected of them, what they cover, and what the official text says.

A case comes from an `example` block of a policy or from a case file (YAML or CSV) beside it.
"""
