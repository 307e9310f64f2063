"""What every test may use."""

from pathlib import Path

import pytest
from hypothesis import settings

from sovgraph.authority import Authority, load_authority

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")  # the first text of a process waits for the registers, and machines are busy

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def names() -> Authority:
    """The registers that the package ships."""
    return load_authority()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with real papers; the test is skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("no folder with real papers beside the checkout")
    return SHARED
