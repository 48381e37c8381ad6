"""The judges of the file format: ncdump, xarray, h5py and this package open what the engine writes.

RUMBO_TESTS_PROGRAM is the engine's test program, which writes the sample.
"""
import os
import shutil
import subprocess

import h5py
import netCDF4
import numpy as np
import pytest
import xarray

import rumbo

AXES = {
    "stock": ("scenario", "replicate", "time", "origin", "residence", "status", "sex", "age_group"),
    "moves_by_channel": ("scenario", "replicate", "time", "origin", "destination", "channel", "sex"),
    "remittances_received": ("scenario", "replicate", "time", "origin"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    program = os.environ.get("RUMBO_TESTS_PROGRAM")
    if not program:
        pytest.skip("RUMBO_TESTS_PROGRAM is not set: there is nobody to write the sample")
    path = tmp_path_factory.mktemp("sample")
    subprocess.run([program, "[.sample]"], env={**os.environ, "RUMBO_SAMPLE_FOLDER": str(path)}, check=True,
                   stdout=subprocess.DEVNULL)
    return path


def cell(table, scenario, replicate, time, number):
    """As sample_cell() of tests/support/sample_results.cpp."""
    return (((table * 10 + scenario) * 100 + replicate) * 100 + time) * 1000 + number


@pytest.mark.parametrize("name", ["sample.h5", "part.h5"])
def test_ncdump_shows_named_axes(folder, name):
    assert shutil.which("ncdump"), "ncdump (netcdf-bin) is one of the judges"
    text = subprocess.run(["ncdump", "-h", folder / name], check=True, capture_output=True, text=True).stdout
    for table, axes in AXES.items():
        assert f" {table}({', '.join(axes)}) ;" in text
    assert 'time:units = "days since 2000-01-01" ;' in text
    assert ':run_status = "complete" ;' in text
    assert "group: moves {" in text
    assert "phony" not in text


@pytest.mark.parametrize("engine", ["netcdf4", "h5netcdf"])
def test_xarray_selects_by_label(folder, engine):
    with xarray.open_dataset(folder / "sample.h5", engine=engine) as data:
        for table, axes in AXES.items():
            assert data[table].dims == axes
            assert {"units", "long_name", "cell_methods", "source"} <= set(data[table].attrs)
        found = data.stock.sel(scenario="quota", replicate=1, origin="México del Norte", residence="MEX",
                               status="irregular", sex="male", age_group="40+")
        assert int(found.isel(time=2)) == cell(0, 1, 1, 2, 3 * 36 - 1)
        assert str(data.time.values[0])[:10] == "2000-12-01"
        assert str(data.time_bounds.values[1, 0])[:10] == "2001-01-01"
        assert float(data.remittances_received[0, 1, 3, 2]) == pytest.approx(cell(2, 0, 1, 3, 2) / 100)
        assert data.attrs["seed"] == "18446744073709551615"
        assert 'title = "Baseline ñ"' in str(data.scenario_toml.values[0])


def test_h5py_sees_scales_filters_and_chunks(folder):
    with h5py.File(folder / "sample.h5") as file:
        stock = file["stock"]
        assert [stock.dims[i][0].name for i in range(8)] == [f"/{axis}" for axis in AXES["stock"]]
        assert stock.chunks[:2] == (1, 1) and stock.dtype == np.int64
        assert stock.shuffle and stock.compression == "gzip" and stock.compression_opts == 1 and stock.fletcher32
        assert file["moves/value"].dtype == np.int64 and file["moves/origin_index"].dtype == np.int32
        assert file["remittances_received"].dtype == np.float64


def test_netcdf_can_add_to_the_file(folder, tmp_path):
    copy = shutil.copy(folder / "sample.h5", tmp_path / "copy.h5")
    with netCDF4.Dataset(copy, "a") as file:
        file.note = "added"
    with xarray.open_dataset(copy) as data:
        assert data.attrs["note"] == "added"


def test_sparse_tables_become_frames_with_labels(folder):
    results = rumbo.open_results(folder / "sample.h5")
    assert results.sparse_tables == ["moves"]
    frame = results.frame("moves")
    row = frame[(frame.scenario == "baseline") & (frame.replicate == 0)].iloc[1]  # cells 0, 5, 10, ...
    assert (row.origin, row.destination, row.channel, row.sex, row.age_group) == ("MEX", "USA", "family", "male", "40+")
    assert row["value"] == cell(3, 0, 0, 0, 5)
    assert str(row.time)[:10] == "2000-12-01"
    expected = sum(1 for scenario in range(2) for replicate in range(2) for _time in range(4)
                   for number in range(108) if (number + replicate + scenario) % 5 == 0)
    assert len(frame) == expected


def test_an_empty_sparse_table_opens(folder):
    assert len(rumbo.open_results(folder / "empty.h5").frame("moves")) == 0
