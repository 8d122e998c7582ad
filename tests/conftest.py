"""How hard the tests look: `HYPOTHESIS_PROFILE=nightly` for many more cases, fresh ones each night."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

_CALM = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much)

settings.register_profile("ci", max_examples=100, deadline=None, derandomize=True, suppress_health_check=_CALM)
settings.register_profile("nightly", max_examples=10_000, deadline=None, suppress_health_check=_CALM)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))
