"""Trees back into text: a whole file (`format_file`), a clause, an expression."""

from __future__ import annotations

from huice.syntax.print_clause import clause_text
from huice.syntax.print_expr import expr_text
from huice.syntax.print_file import format_file

__all__ = ["clause_text", "expr_text", "format_file"]
