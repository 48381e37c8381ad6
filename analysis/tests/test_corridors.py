"""Tables of simulated stocks beside those counted."""
import pandas
import pytest

import rumbo
from rumbo import corridors
from rumbo.__main__ import main


def cells(line):
    return [cell.strip() for cell in line.strip("|").split("|")]


def test_the_largest_corridors_come_first_and_reservoirs_not_at_all(sample, tmp_path):
    _, counted, sizes = sample
    stock = pandas.read_csv(counted)
    largest = stock[stock.year == 2010].assign(persons=lambda t: t.male_persons + t.female_persons).nlargest(2, "persons")
    origins, destinations = list(largest.origin), list(largest.destination)
    stock.to_csv(tmp_path / "stock.csv", index=False)
    kinds = [(code, "reservoir" if code == origins[0] else "inside", code) for code in set(stock.origin)]
    labels = sorted(set(stock.origin))
    table = rumbo.corridors.read_counted(tmp_path / "stock.csv")
    assert corridors.largest_pairs(table, tmp_path, labels, 1) == [(origins[0], destinations[0])]
    pandas.DataFrame(kinds, columns=["place", "kind", "name"]).to_csv(tmp_path / "places.csv", index=False)
    assert origins[0] not in [origin for origin, _ in corridors.largest_pairs(table, tmp_path, labels, 5)]


def test_a_row_holds_both_stocks_and_the_error_of_the_mean(sample):
    results, counted, _ = rumbo.open_results(sample[0]), corridors.read_counted(sample[1]), sample[2]
    origin, destination = corridors.largest_pairs(counted, sample[1].parent, results.dataset.residence.values, 1)[0]
    row = cells(corridors.corridor_table(results, sample[1].parent, count=1)[2])
    assert row[0] == f"{origin} to {destination}"
    people = results.dataset.stock.sel(scenario="baseline", origin=origin, residence=destination)
    mean = float(people.isel(time=-1).sum(["status", "sex", "age_group"]).mean())
    real = int(counted[(counted.origin == origin) & (counted.destination == destination)
                       & (counted.year == 2010)].persons.sum())
    assert row[5] == f"{real / 1000:,.0f}" and row[6] == f"{100 * (mean / real - 1):+.0f}%"
    assert "to" in row[4]  # a band, since there are four runs


def test_totals_leave_out_the_natives(sample):
    results = rumbo.open_results(sample[0])
    line = corridors.total_table(results, sample[1].parent, places=["USA"])[2]
    people = results.dataset.stock.sel(scenario="baseline", residence="USA").isel(time=-1)
    people = people.sum(["status", "sex", "age_group"])
    abroad = people.sum("origin") - people.sel(origin="USA")
    assert cells(line)[1].startswith(f"{float(abroad.median()) / 1000:,.0f} (")


def test_a_year_that_was_not_recorded_is_refused(sample):
    with pytest.raises(ValueError, match="no record at the end of 1980"):
        corridors.total_table(rumbo.open_results(sample[0]), sample[1].parent, year=1980)


def test_the_command_prints_both_tables(sample, capsys):
    assert main(["corridors", str(sample[0]), "--data", str(sample[1].parent), "--count", "3"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert sum(line.startswith("| ") for line in lines) == 1 + 3 + 1 + 3  # no Canada, no Spain in these results
