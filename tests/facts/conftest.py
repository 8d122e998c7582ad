from __future__ import annotations

import pytest
from huice.core import Program

from . import programs


@pytest.fixture(scope="session")
def demo() -> Program:
    return programs.program()
