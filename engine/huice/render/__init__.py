"""Decisions, diagnostics and reports as text and JSON.

Renderers read what was decided and put it into words; none of them decides anything again.
"""
