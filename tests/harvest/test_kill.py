"""A harvest that is killed goes on, and ends with the files of one that wasn't."""

from pathlib import Path

from tests.harvest.kills import harvest, killed, left_over, moments, tree
from tests.harvest.server import Services

WHAT = ("--what", "papers,cases,votes")


def test_killed_three_times_it_ends_with_the_same_files(tmp_path: Path) -> None:
    with Services(60) as services:
        whole = harvest(services, tmp_path / "whole", *WHAT)
        assert whole.returncode == 0, whole.stderr
        asked = len(services.requests)
        services.reset()
        assert killed(services, tmp_path / "killed", moments(20260110, 3, asked - 5), *WHAT) == 3
        assert harvest(services, tmp_path / "killed", *WHAT).returncode == 0
        assert tree(tmp_path / "killed") == tree(tmp_path / "whole")
        assert left_over(tmp_path / "killed") == []
        services.reset()
        assert harvest(services, tmp_path / "killed", *WHAT).returncode == 0
        assert services.bodies == 0
