"""Figures of a sweep: what is drawn is what the file and the indices say."""
import os
import subprocess

import numpy as np
import pytest

import rumbo
from rumbo import sweep
from rumbo.__main__ import main
from rumbo.series import Series

ATTEMPTS = Series("Attempts", "attempts")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """sweep.h5 (10 + 4 a - 2 b, the quota 3 b more; point 4 failed), indices.csv, morris.h5, morris.csv."""
    program = os.environ.get("RUMBO_TESTS_PROGRAM")
    if not program:
        pytest.skip("RUMBO_TESTS_PROGRAM is not set: there is nobody to write the sample")
    path = tmp_path_factory.mktemp("sweep")
    subprocess.run([program, "[.sample]"], env={**os.environ, "RUMBO_SAMPLE_FOLDER": str(path)}, check=True,
                   stdout=subprocess.DEVNULL)
    return path


def test_points_have_the_means_of_their_replicates(folder):
    results = rumbo.open_results(folder / "sweep.h5")
    names, values, scales, points = sweep.sweep_of(results)
    assert names == ["a", "b", "c"] and set(scales) == {"linear"} and len(points) == 2 * 24 - 3
    shares = (values - 10) / 10
    level = sweep.point_means(results, ATTEMPTS, "baseline")
    effect = sweep.point_means(results, ATTEMPTS, "quota", "baseline")
    assert np.isnan(level[4]) and np.isfinite(np.delete(level, 4)).all()
    assert np.allclose(np.delete(level, 4), np.delete(10 + 4 * shares[:, 0] - 2 * shares[:, 1], 4), atol=0.002)
    assert np.allclose(np.delete(effect, 4), np.delete(3 * shares[:, 1], 4), atol=0.002)


def test_tornado_has_the_strongest_on_top(folder):
    indices = rumbo.read_indices(folder / "indices.csv")
    assert sweep.best_method(indices) == "regression"
    figure = rumbo.plot_tornado(indices)
    level, effect = figure.axes
    assert [text.get_text() for text in level.get_yticklabels()][0] == "a"
    assert [text.get_text() for text in effect.get_yticklabels()][0] == "b"
    assert "effect of quota" in effect.get_title("left")
    found = sweep.measure(dict(sweep.outputs_of(indices, "regression"))["border attempts\nin baseline"], "coefficient")
    widths = [bar.get_width() for bar in level.patches]
    assert np.allclose(widths, found.value)
    assert widths[0] > 0 > widths[1] and abs(widths[1]) > abs(widths[2])
    assert level.patches[2].get_alpha() < 1  # c does nothing


def test_the_plane_has_a_point_a_parameter(folder):
    indices = rumbo.read_indices(folder / "morris.csv")
    figure = rumbo.plot_morris(indices)
    points = figure.axes[0].collections[0].get_offsets()
    assert np.allclose(sorted(points[:, 0]), [0, 2, 4], atol=0.02)
    assert np.allclose(points[:, 1], 0, atol=0.02)
    assert "a" in [text.get_text() for text in figure.axes[0].texts]
    with pytest.raises(ValueError, match="nothing of method morris"):
        rumbo.plot_morris(rumbo.read_indices(folder / "indices.csv"))


def test_responses_follow_the_parameter(folder):
    results = rumbo.open_results(folder / "sweep.h5")
    figure = rumbo.plot_responses(results, ATTEMPTS, scenario="quota", baseline="baseline", parameters=["b", "c"])
    points, line = figure.axes[0].get_lines()
    assert len(points.get_xdata()) == 23  # one point failed
    assert np.allclose(points.get_ydata(), 0.3 * (points.get_xdata() - 10), atol=0.002)
    assert (np.diff(line.get_ydata()) > 0).all()
    assert figure.axes[1].get_xlabel() == "c"
    with pytest.raises(ValueError, match="no parameter 'd'"):
        rumbo.plot_responses(results, ATTEMPTS, parameters=["d"])
    with pytest.raises(rumbo.ResultsError, match="no sweep"):
        rumbo.plot_responses(rumbo.open_results(folder / "sample.h5"))


def test_a_running_mean_is_one_of_neighbours():
    x, y = sweep.running_mean(np.array([3.0, 1.0, 2.0, 4.0]), np.array([30.0, 10.0, 20.0, 70.0]), 2)
    assert np.allclose(x, [1.5, 2.5, 3.5]) and np.allclose(y, [15, 25, 50])


def test_the_command_draws_a_sweep(folder, tmp_path, capsys):
    given = ["sensitivity", str(folder / "morris.h5"), "--indices", str(folder / "morris.csv"), "-o", str(tmp_path)]
    assert main(given) == 0
    written = capsys.readouterr().out.split()
    assert [path.rsplit("/", 1)[1] for path in written] == ["tornado.png", "morris.png", "responses.png"]
    for name in written:
        with open(name, "rb") as file:
            assert file.read(4) == b"\x89PNG"
    with pytest.raises(SystemExit) as stopped:
        main([*given, "--series", "Aprehensions"])
    assert stopped.value.code == 2
    assert "no series 'Aprehensions'" in capsys.readouterr().err


def test_other_tables_are_refused(tmp_path):
    (tmp_path / "other.csv").write_text("a,b\n1,2\n")
    with pytest.raises(rumbo.ResultsError, match="no column 'series'"):
        rumbo.read_indices(tmp_path / "other.csv")
    with pytest.raises(rumbo.ResultsError, match="cannot be read"):
        rumbo.read_indices(tmp_path / "missing.csv")
