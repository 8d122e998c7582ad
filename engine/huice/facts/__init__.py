"""Facts: raw input (JSON, YAML, mappings) into typed values, or diagnostics."""
