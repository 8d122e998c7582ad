"""From the checked tree to the core: a clause family a file; nothing is decided twice.

Reads the meanings that `huice.check` found. After this, clauses are gone: only expressions, award
steps and destinations are left, each with the words it came from.
"""

from huice.lower.program import lower

__all__ = ["lower"]
