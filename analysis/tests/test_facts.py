"""Facts: each measure against numbers worked out by hand, the judgement, and the page."""
from pathlib import Path

import numpy as np
import pandas
import pytest
import xarray

from made_up import aggregation
from rumbo import fact_gravity, fact_measures, facts
from rumbo.fact_list import FACTS
from rumbo.open import Results

YEARS = range(2000, 2006)
SCENARIOS = ["baseline", "policy"]
AXES = {"origin": ["JAM", "MEX"], "corridor": ["GTM->USA", "MEX->USA"], "route": ["tucson", "yuma"],
        "residence": ["USA", "MEX"], "status": ["permanent", "irregular"]}


def made(tables, replicates=2):
    """Results in memory; tables is {name: (method, axes, {scenario: number or cells})}, the same in every run and year."""
    days = pandas.to_datetime([f"{year}-12-01" for year in YEARS])
    bounds = [[f"{year}-01-01", f"{year + 1}-01-01"] for year in YEARS]
    data = {"time_bounds": (("time", "bound"), np.array(bounds, dtype="datetime64[ns]"))}
    for name, (method, axes, cells) in tables.items():
        shape = (len(SCENARIOS), replicates, len(YEARS), *(len(AXES[axis]) for axis in axes))
        values = np.zeros(shape)
        for place, scenario in enumerate(SCENARIOS):
            values[place] = np.asarray(cells[scenario])
        data[name] = (("scenario", "replicate", "time", *axes), values, {"cell_methods": f"time: {method}", "units": "persons",
                                                                          "rumbo_aggregation": aggregation(axes)})
    coordinates = {"scenario": SCENARIOS, "replicate": range(replicates), "time": days, **AXES}
    return Results(xarray.Dataset(data, coordinates), Path("made_up.h5"))


def at_mexico(number):
    """[origin, corridor] with Mexicans at the border of Mexico, and others who must not count."""
    return np.array([[7, 70], [700, number]])


@pytest.fixture
def border():
    """Retry .9, apprehension .5: 1,000 journeys a year make 1,818.18 attempts and half as many apprehensions."""
    counts = {"attempts": 2000 / 1.1, "apprehensions": 1000 / 1.1, "entries": 1000 / 1.1, "persons_apprehended": 500}
    return made({name: ("sum", ("origin", "corridor"), {"baseline": at_mexico(n), "policy": at_mexico(n)})
                 for name, n in counts.items()})


def test_the_border_gives_back_its_closed_form(border):
    window = ("baseline", 2001, 2003)
    assert fact_measures.journeys(border, *window, retry=0.9) == pytest.approx([3000, 3000])
    assert fact_measures.eventual_entry(border, *window, 0.9) == pytest.approx([1 / 1.1] * 2)
    assert fact_measures.apprehensions_per_trip(border, *window, 0.9) == pytest.approx([1 / 1.1] * 2)
    assert fact_measures.apprehension_per_attempt(border, *window) == pytest.approx([0.5] * 2)
    assert fact_measures.caught_again(border, *window) == pytest.approx([0.45] * 2)  # p times retry


def test_states_are_averaged_and_events_added():
    results = made({"stock": ("point", ("residence", "status"), {"baseline": [[1, 5], [9, 9]], "policy": 0}),
                    "moves": ("sum", ("residence",), {"baseline": [4, 1], "policy": 0})})
    assert fact_measures.counted(results, "stock", "baseline", 2001, 2003, residence=("USA",), status=("irregular",))[0] == 5
    assert fact_measures.counted(results, "moves", "baseline", 2001, 2003, residence=("USA",))[0] == 12


def test_who_lacks_a_right_is_counted_by_the_statuses_that_the_file_knows():
    results = made({"stock": ("point", ("residence", "status"), {"baseline": [[1, 5], [9, 9]], "policy": 0})})
    assert fact_measures.held(results, "status", fact_measures.WITHOUT_RIGHT) == ("irregular",)
    assert fact_measures.without_right(results, "baseline", 2001, 2003) == pytest.approx([5, 5])
    assert fact_measures.held(results, "status", ("stateless",)) == ("stateless",)  # so that it is named as missing


def test_a_ratio_is_that_of_means_with_the_spread_of_first_order():
    above, below = np.array([1.0, 3.0, 8.0]), np.array([2.0, 4.0, 4.0])
    found = fact_measures.ratio(above, below)
    assert found.mean() == pytest.approx(1.2)          # the mean of ratios would be 1.0833
    assert found - 1.2 == pytest.approx((above - 1.2 * below) / below.mean())
    assert np.isnan(fact_measures.ratio(above, 0 * below)).all()


def test_routes_measure_share_concentration_and_what_went_elsewhere():
    tables = {"entries_by_route": ("sum", ("route",), {"baseline": [300, 100], "policy": [340, 20]}),
              "apprehensions_by_route": ("sum", ("route",), {"baseline": [30, 10], "policy": [34, 2]})}
    results = made(tables)
    assert fact_measures.route_share(results, "baseline", "yuma", 2002) == pytest.approx([0.25] * 2)
    assert fact_measures.route_concentration(results, (2001, 2002)) == pytest.approx([0.625] * 2)
    assert fact_measures.total_over_own(results, "policy", "yuma", 2001, 2002) == pytest.approx([0.5] * 2)  # 40 of 80


@pytest.mark.parametrize("call, text", [
    (lambda r: fact_measures.counted(r, "victims", "baseline", 2001, 2002), "the table `victims`"),
    (lambda r: fact_measures.counted(r, "moves", "towns", 2001, 2002), "the scenario `towns`"),
    (lambda r: fact_measures.counted(r, "moves", "baseline", 2011, 2012), "the years 2011 to 2012"),
    (lambda r: fact_measures.counted(r, "moves", "baseline", 2001, 2002, residence=("CAN",)), "'CAN' in `moves`"),
    (lambda r: fact_measures.counted(r, "moves", "baseline", 2001, 2002, origin=("MEX",)), "'origin' in `moves`")])
def test_what_is_not_there_is_named(call, text):
    results = made({"moves": ("sum", ("residence",), {"baseline": 1, "policy": 1})})
    with pytest.raises(fact_measures.Missing, match="^" + text.replace("`", "[`]")):
        call(results)


def test_gravity_gives_back_the_elasticity_it_was_made_with():
    random = np.random.default_rng(3)
    origins, destinations = np.repeat(np.arange(12), 12), np.tile(np.arange(12), 12)
    table = pandas.DataFrame({"origin": origins, "destination": destinations, "distance_km": random.lognormal(7, 1, 144)})
    stock = random.lognormal(7, 2, 144)
    expected = np.exp(0.02 * origins - 0.05 * destinations) * (1 + stock) ** 0.6 * table.distance_km.values ** -0.7
    expected[origins == 4] = 0                          # a place nobody leaves must not spoil the others
    assert fact_gravity.elasticity(table, [stock], [expected])[0] == pytest.approx(0.6, abs=1e-4)
    drawn = random.poisson(1000 * expected / expected.mean())
    assert fact_gravity.elasticity(table, [stock], [drawn])[0] == pytest.approx(0.6, abs=0.03)


def test_explained_variance_leaves_out_empty_pairs():
    stock = np.array([0.0, 10, 100, 1000, 5])
    flow = np.array([9.0, 2, 20, 200, 0])
    assert fact_gravity.explained([stock], [flow])[0] == pytest.approx(1.0)


def judged(numbers, low=0.0, high=1.0):
    """The finding of a fact that measures these numbers."""
    return facts.find(facts.Fact("0", "made up", "1", low, high, "share", lambda run: numbers), None)


def test_verdicts():
    assert judged([0.5, 0.51, 0.49]).verdict == "pass"
    assert judged([1.5, 1.51, 1.49]).verdict == "fail"
    assert judged([0.9, 1.0, 0.95]).verdict == "pass?"
    assert judged([1.1, 1.0, 1.05]).verdict == "fail?"
    assert judged([0.5]).verdict == "pass"              # one replicate: no interval, so no doubt can be told
    assert judged([0.5, np.nan, 0.6]).middle == pytest.approx(0.55)
    assert judged([np.nan]).verdict == "not measured"


def test_the_page_of_a_run_without_tables_measures_nothing_and_says_why():
    run = facts.Run(made({}), None, Path(__file__).parents[2] / "scenarios/americas")
    findings = [facts.find(fact, run) for fact in FACTS]
    assert {finding.verdict for finding in findings} == {"not measured"}
    text = facts.page(findings, "0.001", 2, "abcdef0")
    assert text.count("not measured: needs") == len(FACTS)
    assert f"0 pass, 0 fail, {len(FACTS)} are not measured" in text


def test_a_row_says_band_value_and_verdict():
    text = facts.row(facts.find(facts.Fact("5", "fee", "+17%", 0.1, 0.6, "percent", lambda run: [0.2, 0.3], note="asked"), None))
    assert text.startswith("| 5 | fee (asked) | +17% | +10.0% to +60.0% | +25.0% (")
    assert text.endswith("| pass? |")


def test_every_fact_of_the_ten_is_listed_with_a_band_or_a_need():
    assert {fact.number for fact in FACTS} == {*map(str, range(1, 11)), "2nd"}
    for fact in FACTS:
        assert (fact.measure is None) == bool(fact.needs), fact.name
        assert fact.needs or fact.low < fact.high, fact.name
        assert "|" not in fact.name + fact.seen + fact.note + fact.needs
