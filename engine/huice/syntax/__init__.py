"""Text into tree and back: scan, parse, recover from errors, print."""
