"""A long harvest killed many times: `make nightly`. Seeds are fixed; the figures go to the terminal (-s)."""

import sys
import time
from pathlib import Path

import pytest
from tests.harvest.kills import harvest, killed, left_over, moments, tree
from tests.harvest.server import Services

RECORDS, KILLS = 1500, 10
WHAT = ("--what", "papers,cases,votes,persons", "--connections", "4")


@pytest.mark.nightly
@pytest.mark.parametrize("seed", [1])
def test_killed_ten_times_it_ends_with_the_same_files(tmp_path: Path, seed: int) -> None:
    with Services(RECORDS) as services:
        begin = time.monotonic()
        whole = harvest(services, tmp_path / "whole", *WHAT)
        seconds = time.monotonic() - begin
        assert whole.returncode == 0, whole.stderr
        asked, sent = len(services.requests), services.bodies
        services.reset()
        assert killed(services, tmp_path / "killed", moments(seed, KILLS, asked - 100), *WHAT) == KILLS
        assert harvest(services, tmp_path / "killed", *WHAT).returncode == 0
        again, resent = len(services.requests), services.bodies
        whole_tree, killed_tree = tree(tmp_path / "whole"), tree(tmp_path / "killed")
        assert killed_tree == whole_tree
        assert left_over(tmp_path / "killed") == []
        services.reset()
        assert harvest(services, tmp_path / "killed", *WHAT).returncode == 0
        assert services.bodies == 0
    sys.stdout.write(
        f"\n{RECORDS} records, {len(whole_tree)} files; undisturbed: {asked} requests, {sent} bytes, {seconds:.0f} s; "
        f"killed {KILLS} times: {again} requests, {resent} bytes, files equal; second run: 0 bytes\n"
    )
