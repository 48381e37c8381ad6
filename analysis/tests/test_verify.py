"""Damaged and hostile files are refused by `open_results` and by what reads their rows, in one sentence."""
import os
import pathlib
import random
import shutil
import subprocess

import h5py
import numpy as np
import pytest

import made_up
import rumbo
from rumbo.verify import content_digest


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """A small file that the engine wrote, with dense and sparse tables and events."""
    path = tmp_path_factory.mktemp("written")
    program = os.environ.get("RUMBO_TESTS_PROGRAM")
    if not program:
        pytest.skip("RUMBO_TESTS_PROGRAM is not set: there is nobody to write the sample")
    subprocess.run([program, "[.sample]"], env={**os.environ, "RUMBO_SAMPLE_FOLDER": str(path)}, check=True,
                   stdout=subprocess.DEVNULL)
    return path / "events.h5"


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    path = tmp_path_factory.mktemp("small") / "results.h5"
    made_up.write_results(path, replicates=1, scenarios=("baseline",))
    return path


def forge(path, change):
    """Changes a file under a digest that holds."""
    with h5py.File(path, "r+") as file:
        change(file)
    made_up.append_digest(path)
    return path


def test_a_digest_is_of_all_bytes_before_it(small):
    assert len(content_digest(small)) == 64
    assert rumbo.open_results(small).replicates == [0]


# Seen to fail without the digest: some flips changed a table, and nothing was said.
def test_no_flipped_bit_and_no_cut_is_read(small, tmp_path):
    whole, spoilt, draw = small.read_bytes(), tmp_path / "spoilt.h5", random.Random(13)
    variants = [len(whole) * i // 20 for i in range(20)]
    for bit in [draw.randrange(len(whole) * 8) for _ in range(60)]:
        changed = bytearray(whole)
        changed[bit // 8] ^= 1 << bit % 8
        variants.append(bytes(changed))
    for variant in variants:
        spoilt.write_bytes(whole[:variant] if isinstance(variant, int) else variant)
        with pytest.raises(rumbo.ResultsError, match="spoilt.h5"):
            rumbo.open_results(spoilt)


def test_a_lost_digest_is_refused_and_an_older_program_warned_of(small, tmp_path):
    old = tmp_path / "old.h5"
    old.write_bytes(small.read_bytes()[:-79])
    with pytest.raises(rumbo.ResultsError, match="the digest at its end is gone"):
        rumbo.open_results(old)
    with h5py.File(old, "r+") as file:
        file.attrs["file_kind"] = "rumbo results 1"
    with pytest.warns(UserWarning, match="carries no digest, an older program wrote it"):
        assert rumbo.open_results(old).replicates == [0]


@pytest.mark.parametrize("change, sentence", [
    (lambda file: file["time"].write_direct(np.full(file["time"].shape, 2**31 - 1, "i4")), "time"),
    (lambda file: file["time"].write_direct(np.full(file["time"].shape, 700, "i4")), "is there twice"),
    (lambda file: file["time"].write_direct(np.ascontiguousarray(file["time"][()][::-1])), "not ascending dates"),
    (lambda file: file["scenario"].__setitem__(1, file["scenario"][0]), "'scenario' is there twice"),
    (lambda file: file["stock"].attrs.__setitem__("table_axes", "origin"), "table 'stock' is over"),
    (lambda file: file.__delitem__("time_bounds"), "time_bounds"),
    (lambda file: file.__delitem__("replicate"), "."),
    (lambda file: file.attrs.__setitem__("run_status", "running"), "not completed"),
    (lambda file: file.attrs.__setitem__("file_kind", "other"), "no result file"),
])
def test_a_file_that_says_what_none_can_is_refused(tmp_path, change, sentence):
    path = tmp_path / "hostile.h5"
    made_up.write_results(path, replicates=1)
    with pytest.raises(rumbo.ResultsError, match=sentence):
        rumbo.open_results(forge(path, change))


@pytest.mark.parametrize("column", ["scenario_index", "replicate_index", "time_index", "origin_index"])
@pytest.mark.parametrize("number", [-1, 99])
def test_rows_beside_their_labels_are_refused(written, tmp_path, column, number):
    path = pathlib.Path(shutil.copy(written, tmp_path / "hostile.h5"))
    forge(path, lambda file: file["moves"][column].__setitem__(2, number))
    with pytest.raises(rumbo.ResultsError, match=f"moves/{column} has an index out of range"):
        rumbo.open_results(path).frame("moves")


def test_events_beside_their_labels_are_refused(written, tmp_path):
    assert len(rumbo.panel(written)) == 6
    path = pathlib.Path(shutil.copy(written, tmp_path / "hostile.h5"))
    forge(path, lambda file: file["panel"]["origin_index"].__setitem__(0, 3))
    with pytest.raises(rumbo.ResultsError, match="origin_index has an index out of range"):
        rumbo.panel(path)


def test_columns_of_different_lengths_are_refused(written, tmp_path):
    path = pathlib.Path(shutil.copy(written, tmp_path / "hostile.h5"))
    forge(path, lambda file: file["panel"]["amount"].resize((2,)))
    with pytest.raises(rumbo.ResultsError, match="different lengths"):
        rumbo.panel(path)
