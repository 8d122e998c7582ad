"""The reference evaluator: one subject, ranges, and the reasons for them."""
