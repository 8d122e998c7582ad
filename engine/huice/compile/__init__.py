"""Other readers of the core: the same meaning, printed as code for a faster engine.

`function` makes a Python function on integers for one subject with full facts, without reasons. It is
held to the reference evaluator by differential tests.
"""
