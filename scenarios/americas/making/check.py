"""Assertions on the written tables; needs no source.

Every failure is collected and told in one go.
"""

import itertools
import sys
import tomllib
from pathlib import Path

from . import check_journeys, check_shocks, common
from .common import INSIDE, LIVING, OUTSIDE, PERIODS, PLACES, POPULATION_YEARS, STOCK_YEARS, YEARS

COLUMNS = {
    "places.csv": "place name kind region capital_latitude_deg capital_longitude_deg language_1 language_2 "
                  "child_citizenship child_citizenship_source",
    "population.csv": "place year age_start_years male_persons female_persons filled",
    "mortality.csv": "place period_start_year age_start_years male_per_person_year female_per_person_year filled",
    "fertility.csv": "place period_start_year total_fertility_births_per_woman sex_ratio_at_birth share_15_19 share_20_24 "
                     "share_25_29 share_30_34 share_35_39 share_40_44 share_45_49 filled",
    "economy.csv": "place year wage_usd_ppp2020_per_year price_level_usa1 unemployment_share employment_share_15_64 "
                   "human_capital_index school_years_25plus labour_share filled",
    "institutions.csv": "place year homicides_per_100k conflict_deaths_per_100k liberal_democracy_0_1 filled",
    "corridors.csv": "origin destination distance_km contiguous_01 common_language_01 colonial_link_01 "
                     "visit_visa_required_01 filled",
    "stock.csv": "origin destination year male_persons female_persons",
    "reservoir_flows.csv": "origin destination period_start_year arrivals_persons_per_year return_rate_per_year filled",
    "departures_to_reservoir.csv": "origin period_start_year departures_share_per_year",
    "entry_rights.csv": "origin destination right from to source",
    "irregular_share.csv": "origin destination low central high source",
    "visas.csv": "origin destination channel from_year to_year places_per_year source",
    "borders.csv": "from_place to_place mode days money_cost_usd2020 smuggler_fee_usd2020 apprehension_per_attempt "
                   "death_per_attempt retry_share source",
    "enforcement.csv": "place year enforcement_index source",
    "remittance_cost.csv": "sender receiver year cost_share_of_200usd filled",
    "remittances_total.csv": "place year received_usd2020_million",
    "us_border.csv": "year apprehensions_southwest recorded_deaths_southwest unauthorised_population_million",
    **check_journeys.COLUMNS,
    **check_shocks.COLUMNS,
}
AGES_OF_POPULATION = list(range(0, 101, 5))
AGES_OF_MORTALITY = [0, 1] + AGES_OF_POPULATION[1:]
RIGHTS = {"citizenship", "free_residence", "free_movement", "descent_visa", "visa_free_visit", "visa_required"}
LEVERS = {"regularization", "work_visa_quota", "border_control", "parameter_change"}
SHOWN = "ARG CAN ESP USA VEN".split()


class Report:
    """Collects what is wrong."""

    def __init__(self):
        self.wrong = []

    def expect(self, claim, text):
        """Note the text unless the claim holds."""
        if not claim:
            self.wrong.append(text)


def check(folder):
    """Run every assertion; returns the list of failures."""
    report = Report()
    tables = {}
    for name, columns in COLUMNS.items():
        tables[name] = common.load(folder, name)
        report.expect(list(tables[name].columns) == columns.split(), f"{name}: columns are {list(tables[name].columns)}")
    if report.wrong:
        return report.wrong
    check_complete(tables, report)
    check_people(tables, report)
    check_economy(tables, report)
    check_corridors(tables, report)
    check_rights(tables, report)
    check_crossings(tables, report)
    check_journeys.check_journeys(tables, report, sys.modules[__name__])
    check_shocks.check_shocks(tables, report, sys.modules[__name__])
    check_history(folder, report)
    return report.wrong


def expect_grid(report, name, table, axes):
    """Every combination of the axes is present exactly once."""
    wanted = set(itertools.product(*axes.values()))
    found = list(map(tuple, table[list(axes)].itertuples(index=False)))
    report.expect(len(found) == len(set(found)), f"{name}: repeated rows")
    missing, extra = wanted - set(found), set(found) - wanted
    report.expect(not missing, f"{name}: {len(missing)} rows missing, such as {sorted(missing)[:3]}")
    report.expect(not extra, f"{name}: {len(extra)} rows too many, such as {sorted(extra)[:3]}")


def expect_range(report, name, table, column, low, high):
    """Every value is present and within its range."""
    values = table[column]
    report.expect(values.notna().all() and values.between(low, high).all(),
                  f"{name}: {column} runs from {values.min()} to {values.max()}, {values.isna().sum()} missing; expected {low} to {high}")


def check_complete(tables, report):
    """Every place and year that a table promises."""
    expect_grid(report, "places.csv", tables["places.csv"], {"place": PLACES})
    expect_grid(report, "population.csv", tables["population.csv"],
                {"place": INSIDE, "year": POPULATION_YEARS, "age_start_years": AGES_OF_POPULATION})
    expect_grid(report, "mortality.csv", tables["mortality.csv"],
                {"place": LIVING, "period_start_year": PERIODS, "age_start_years": AGES_OF_MORTALITY})
    expect_grid(report, "fertility.csv", tables["fertility.csv"], {"place": LIVING, "period_start_year": PERIODS})
    for name in ("economy.csv", "institutions.csv"):
        expect_grid(report, name, tables[name], {"place": LIVING, "year": YEARS})
    expect_grid(report, "departures_to_reservoir.csv", tables["departures_to_reservoir.csv"],
                {"origin": INSIDE, "period_start_year": PERIODS})
    expect_grid(report, "enforcement.csv", tables["enforcement.csv"], {"place": ["USA"], "year": YEARS})


def check_people(tables, report):
    """Sizes and rates of the population."""
    people = tables["population.csv"]
    expect_range(report, "population.csv", people, "male_persons", 0, 2e7)
    total = people[people.year == 1990][["male_persons", "female_persons"]].sum().sum()
    report.expect(7.1e8 < total < 7.4e8, f"population.csv: {total:.0f} persons in 1990")
    for column in ("male_per_person_year", "female_per_person_year"):
        expect_range(report, "mortality.csv", tables["mortality.csv"], column, 1e-6, 2)
    births = tables["fertility.csv"]
    expect_range(report, "fertility.csv", births, "total_fertility_births_per_woman", 1, 7)
    expect_range(report, "fertility.csv", births, "sex_ratio_at_birth", 1, 1.1)
    sums = births[[name for name in births if name.startswith("share_")]].sum(axis=1)
    report.expect(((sums - 1).abs() < 1e-9).all(), "fertility.csv: shares of the mother's ages do not add to 1")
    kinds = tables["places.csv"].kind.value_counts().to_dict()
    report.expect(kinds == {"inside": 42, "outside": 7, "reservoir": 2}, f"places.csv: kinds {kinds}")
    report.expect(set(tables["places.csv"].child_citizenship) <= {"soil", "descent", "neither"}, "places.csv: child_citizenship")


def check_economy(tables, report):
    """Wages, shares, and the pay of an equal worker in the USA and Mexico."""
    table = tables["economy.csv"]
    for column, low, high in (("wage_usd_ppp2020_per_year", 500, 40000), ("price_level_usa1", 0.1, 2.5),
                              ("unemployment_share", 0, 0.4), ("employment_share_15_64", 0.3, 0.95),
                              ("human_capital_index", 1, 4), ("school_years_25plus", 1, 17), ("labour_share", 0.2, 0.8)):
        expect_range(report, "economy.csv", table, column, low, high)
    wage = table.set_index(["place", "year"]).wage_usd_ppp2020_per_year
    for year in (1990, 2000, 2010):
        ratio = wage["USA", year] / wage["MEX", year]
        report.expect(2.0 <= ratio <= 3.1, f"economy.csv: USA/MEX wage of an equal worker {ratio:.2f} in {year}")
    for column, high in (("homicides_per_100k", 150), ("conflict_deaths_per_100k", 200), ("liberal_democracy_0_1", 1)):
        expect_range(report, "institutions.csv", tables["institutions.csv"], column, 0, high)


def check_corridors(tables, report):
    """Corridors, stocks and flows name places that exist, and only declared pairs."""
    known = pairs(tables["corridors.csv"])
    report.expect(len(known) == len(tables["corridors.csv"]) < 900, f"corridors.csv: {len(known)} corridors")
    report.expect(all(o in INSIDE and d in LIVING and o != d for o, d in known), "corridors.csv: unknown places")
    expect_range(report, "corridors.csv", tables["corridors.csv"], "distance_km", 10, 20000)
    stock = tables["stock.csv"]
    report.expect(set(stock.origin) <= set(PLACES) and set(stock.destination) <= set(LIVING), "stock.csv: unknown places")
    report.expect(set(stock.year) == set(STOCK_YEARS), "stock.csv: years")
    usa = stock[(stock.destination == "USA") & (stock.year == 1990)][["male_persons", "female_persons"]].sum().sum()
    report.expect(1.95e7 < usa < 2.1e7, f"stock.csv: {usa} foreign-born in the USA in 1990")
    flows = tables["reservoir_flows.csv"]
    report.expect(set(flows.origin) <= set(OUTSIDE + common.RESERVOIRS) and set(flows.destination) <= set(LIVING),
                  "reservoir_flows.csv: unknown places")
    expect_range(report, "reservoir_flows.csv", flows, "arrivals_persons_per_year", 0, 1e6)
    expect_range(report, "reservoir_flows.csv", flows, "return_rate_per_year", 0, 0.06)
    expect_range(report, "departures_to_reservoir.csv", tables["departures_to_reservoir.csv"], "departures_share_per_year", 0, 0.01)
    visas = tables["visas.csv"]
    report.expect(pairs(visas) == known, "visas.csv: corridors differ from corridors.csv")
    report.expect(len(visas) == len(known) * 15, f"visas.csv: {len(visas)} rows")
    expect_range(report, "visas.csv", visas, "places_per_year", 0, 2e6)
    costs = tables["remittance_cost.csv"]
    report.expect({(r, s) for s, r in zip(costs.sender, costs.receiver)} == known, "remittance_cost.csv: corridors differ")
    expect_range(report, "remittance_cost.csv", costs, "cost_share_of_200usd", 0.005, 0.3)


def pairs(table, origin="origin", destination="destination"):
    """Set of the pairs of a table."""
    return set(zip(table[origin], table[destination]))


def check_rights(tables, report):
    """Rights are of known kinds, dated, and no visit rule overlaps another."""
    table = tables["entry_rights.csv"].fillna("")
    known = pairs(tables["corridors.csv"])
    report.expect(set(table.right) <= RIGHTS, f"entry_rights.csv: rights {set(table.right) - RIGHTS}")
    stray = {pair for pair in pairs(table) if pair not in known and pair[0] in INSIDE}
    report.expect(not stray, f"entry_rights.csv: undeclared corridors {sorted(stray)[:5]}")
    visits = table[table.right.isin(["visa_free_visit", "visa_required"])]
    for pair, rows in visits.groupby(["origin", "destination"]):
        spans = sorted((row["from"], row["to"] or "9999-12") for _, row in rows.iterrows())
        for (_, end), (start, _) in zip(spans, spans[1:]):
            report.expect(end < start, f"entry_rights.csv: visit rules of {pair} overlap at {start}")


def check_crossings(tables, report):
    """Crossings, irregular shares and enforcement are within their meaning."""
    known = pairs(tables["corridors.csv"])
    table = tables["borders.csv"]
    report.expect(pairs(table, "from_place", "to_place") <= known, "borders.csv: undeclared corridors")
    report.expect(set(table["mode"]) <= {"land", "sea", "air"}, "borders.csv: modes")
    for column, high in (("apprehension_per_attempt", 0.9), ("death_per_attempt", 0.02), ("retry_share", 1),
                         ("days", 120), ("smuggler_fee_usd2020", 20000), ("money_cost_usd2020", 5000)):
        expect_range(report, "borders.csv", table, column, 0, high)
    shares = tables["irregular_share.csv"]
    report.expect(known <= pairs(shares), "irregular_share.csv: a declared corridor is missing")
    ordered = (shares.low <= shares.central) & (shares.central <= shares.high) & (shares.low >= 0) & (shares.high <= 0.95)
    report.expect(ordered.all(), "irregular_share.csv: low, central, high out of order")
    stock = tables["stock.csv"]
    stock = stock[(stock.destination == "USA") & (stock.year == 1990)].set_index("origin")
    central = shares[shares.destination == "USA"].set_index("origin").central
    total = ((stock.male_persons + stock.female_persons) * central).sum()
    report.expect(abs(total - 3.5e6) < 2e4, f"irregular_share.csv: {total:.0f} irregular in the USA in 1990")
    expect_range(report, "enforcement.csv", tables["enforcement.csv"], "enforcement_index", 0.3, 4)


def summary(folder):
    """Lines of the figures that a reader asks for first."""
    wage = common.load(folder, "economy.csv").set_index(["place", "year"]).wage_usd_ppp2020_per_year
    ratios = ", ".join(f"{wage['USA', year] / wage['MEX', year]:.2f} in {year}" for year in (1990, 2000, 2010))
    people = common.load(folder, "population.csv")
    total = people[people.year == 1990][["male_persons", "female_persons"]].sum().sum()
    stock = common.load(folder, "stock.csv")
    stock["persons"] = stock.male_persons + stock.female_persons
    sizes = stock.groupby(["destination", "year"]).persons.sum() / 1e6
    return [f"wage of an equal worker, USA over Mexico: {ratios}",
            f"population of the inside places in 1990: {total / 1e6:.1f} million",
            "foreign-born, million, 1990 and 2010: "
            + ", ".join(f"{place} {sizes[place, 1990]:.2f} {sizes[place, 2010]:.2f}" for place in SHOWN),
            *check_journeys.summary({name: common.load(folder, name) for name in check_journeys.COLUMNS}),
            *check_shocks.summary({name: common.load(folder, name) for name in check_shocks.COLUMNS})]


def places_of(policy):
    """All places that a policy names, in any of its scopes."""
    pairs = policy.get("borders", []) + policy.get("corridors", [])
    named = policy.get("places", []) + policy.get("origins", [])
    return set(named) | {place for pair in pairs for place in pair.split("->")}


def check_history(folder, report):
    """Policies have unique ids, known levers, known places and a source."""
    text = (Path(folder) / "history.toml").read_text(encoding="utf-8")
    policies = tomllib.loads(text)["policy"]
    ids = [policy["id"] for policy in policies]
    report.expect(len(ids) == len(set(ids)), "history.toml: repeated ids")
    for policy in policies:
        name = policy["id"]
        report.expect(policy["lever"] in LEVERS, f"history.toml: {name}: lever {policy['lever']}")
        report.expect(places_of(policy) <= set(PLACES), f"history.toml: {name}: unknown place")
        report.expect({"title", "source", "start"} <= set(policy), f"history.toml: {name}: a field is missing")
        end = policy.get("end", "2021-01")  # without an end: for good
        report.expect("1990-01" <= policy["start"] < end <= "2021-01", f"history.toml: {name}: dates")
        report.expect(policy.get("cutoff", "0") <= end, f"history.toml: {name}: cutoff after the end")
