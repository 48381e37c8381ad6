"""Figures: what is drawn is what the file says, and the command writes them."""
import numpy as np
import pytest

import made_up
import rumbo
from rumbo import stock
from rumbo.__main__ import main


def test_stock_panels_show_the_simulated_median_and_the_counts(sample):
    path, counted, sizes = sample
    results = rumbo.open_results(path)
    figure = rumbo.plot_stock_by_corridor(results, counted, corridors=[("MEX", "USA"), ("GTM", "MEX")])
    assert len(figure.axes) == 2
    line, points = figure.axes[0].get_lines()
    simulated = results.dataset["stock"].sel(scenario="baseline", origin="MEX", residence="USA")
    median = np.median(simulated.sum(["status", "sex", "age_group"]).values, axis=0)
    assert np.allclose(line.get_ydata(), median)
    assert list(points.get_xdata()) == [2000.5, 2005.5, 2010.5]
    assert points.get_ydata()[0] == 2 * int(sizes[0, 1] / 2)


def test_largest_corridors_are_those_counted_largest(sample):
    path, counted, sizes = sample
    found = stock.largest_corridors(stock.read_counted(counted), rumbo.open_results(path), 5)
    abroad = np.where(np.eye(len(made_up.PLACES), dtype=bool), 0, sizes)
    places = np.array(made_up.PLACES)
    largest = [(places[i], places[j]) for i, j in zip(*np.unravel_index(np.argsort(-abroad, axis=None)[:5], sizes.shape))]
    assert found == largest


def test_effect_panels_mark_what_cannot_be_told_from_none(sample):
    results = rumbo.open_results(sample[0])
    figure = rumbo.plot_policy_effect(results)
    titles = [axis.get_title("left") for axis in figure.axes]
    assert titles[:2] == ["Foreign-born", "Foreign-born, irregular"]
    axis = figure.axes[titles.index("Foreign-born")]
    quota = axis.containers[0]
    centre = quota.lines[0].get_xdata()[0]
    low, high = quota.lines[2][0].get_segments()[0][:, 0]
    assert low < centre < high
    is_filled = quota.lines[0].get_markerfacecolor() != "white"
    assert is_filled == (low > 0 or high < 0)


def test_the_command_writes_figures(sample, tmp_path, capsys):
    path, counted, _ = sample
    assert main(["plot", str(path), "--data", str(counted.parent), "-o", str(tmp_path / "figures")]) == 0
    written = capsys.readouterr().out.split()
    assert len(written) == 5
    for name in written:
        with open(name, "rb") as file:
            assert file.read(8) == b"\x89PNG\r\n\x1a\n"


def test_the_command_reports_failures_in_one_line(tmp_path, sample, capsys):
    assert main(["plot", str(tmp_path / "missing.h5")]) == 1
    assert "no such file" in capsys.readouterr().err
    with pytest.raises(SystemExit) as stopped:
        main(["plot", str(sample[0]), "--baseline", "qota"])
    assert stopped.value.code == 2
    assert "no scenario 'qota'" in capsys.readouterr().err
