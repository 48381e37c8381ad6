"""Figures and tables of markets: what is drawn and printed is what the file says."""
import numpy as np
import pytest

import rumbo
from rumbo import markets
from rumbo.__main__ import main


@pytest.fixture
def records(tmp_path):
    """A folder with recorded apprehensions of two routes, a quarter and three quarters in every year."""
    rows = ["route,fiscal_year,apprehensions,deaths_recorded,apprehensions_mexicans"]
    rows += [f"{route},{year},{count},," for year in range(2000, 2011) for route, count in (("laredo", 25), ("tucson", 75))]
    (tmp_path / "route_shares.csv").write_text("\n".join(rows) + "\n")
    return tmp_path


def test_fee_is_drawn_against_apprehensions_per_attempt(sample):
    figure = rumbo.plot_fee_against_effort(rumbo.open_results(sample[0]))
    lines = figure.axes[0].get_lines()
    assert len(lines) == 3
    assert lines[0].get_xdata()[0] == pytest.approx(0.3)
    assert lines[2].get_ydata()[0] == pytest.approx(2200)


def test_shares_of_routes_and_their_error(sample, records):
    results = rumbo.open_results(sample[0])
    simulated = markets.route_shares(results, "baseline")
    assert np.allclose(simulated["laredo"] + simulated["tucson"], 1)
    misses = [0.5 * 2 * (100 / (200 + round(5 * k)) - 0.25) for k in range(11)]
    expected = np.sqrt(np.mean(np.square(misses)))
    assert rumbo.route_share_error(results, records / "route_shares.csv") == pytest.approx(expected)
    assert len(rumbo.plot_route_shares(results, records / "route_shares.csv").axes) == 2


def test_victims_are_drawn_by_way_in_and_way_out(sample):
    figure = rumbo.plot_victims(rumbo.open_results(sample[0]))
    assert [axis.get_title("left") for axis in figure.axes] == ["by way in", "by way out"]
    assert [line.get_label() for line in figure.axes[0].get_lines()] == ["recruited", "smuggler"]


def test_the_report_has_every_measure_and_route(sample, records, capsys):
    assert main(["markets", str(sample[0]), "--data", str(records)]) == 0
    printed = capsys.readouterr().out
    assert "| fee asked, 2020 USD |" in printed and "| tucson |" in printed
    assert "percentage points" in printed


def test_the_command_draws_markets(sample, records, tmp_path):
    (records / "stock.csv").write_bytes(sample[1].read_bytes())
    assert main(["plot", str(sample[0]), "--data", str(records), "-o", str(tmp_path / "figures")]) == 0
    drawn = {path.name for path in (tmp_path / "figures").iterdir()}
    assert {"fee_and_effort.png", "route_shares.png", "victims.png"} <= drawn
