"""Assertions on the tables of routes, seasons, the way to the border, and detected trafficking.

Part of check.py; needs no source.
"""

from .common import LIVING, YEARS
from .routes import DEATH_YEARS, ROUTES, SHARE_YEARS

COLUMNS = {
    "routes.csv": "route from_place to_place terrain days_on_foot extra_cost_usd2020 death_factor latitude_deg longitude_deg source",
    "route_effort.csv": "route year agents_persons source",
    "route_shares.csv": "route fiscal_year apprehensions deaths_recorded apprehensions_mexicans",
    "season.csv": "month crossing_factor death_factor source",
    "transit.csv": "from_place to_place mode days cost_usd2020 violence_probability extortion_probability "
                   "stranding_probability forced_return_probability death_probability source",
    "paths.csv": "origin destination legs other_legs source",
    "trafficking_detected.csv": "place year victims_detected female_share minor_share convicted source",
}
TERRAINS = {"desert", "river", "urban", "mountain", "sea", "jungle"}
SEASON = {3: 1.59, 4: 1.39, 2: 1.30, 5: 1.21, 12: 0.52, 11: 0.65}    # OHSS, fiscal years 2000 to 2010
DAYS_OF_MEXICANS = 5                                                 # borders.csv, MEX to USA
TUCSON = {2000: 0.375, 2010: 0.474}                                  # US Customs and Border Protection, fiscal years


def check_journeys(tables, report, tools):
    """All of them; tools has expect_grid and expect_range of check.py."""
    check_routes(tables, report, tools)
    check_records(tables, report, tools)
    check_season(tables, report, tools)
    check_legs(tables, report, tools)
    check_paths(tables, report)
    check_trafficking(tables, report, tools)


def check_routes(tables, report, tools):
    """Nine routes, every year of agents, and a mean danger of 1."""
    routes, effort = tables["routes.csv"], tables["route_effort.csv"]
    tools.expect_grid(report, "routes.csv", routes, {"route": list(ROUTES)})
    tools.expect_grid(report, "route_effort.csv", effort, {"route": list(ROUTES), "year": YEARS})
    report.expect(set(routes.terrain) <= TERRAINS, f"routes.csv: terrain {set(routes.terrain)}")
    for column, low, high in (("days_on_foot", 1, 6), ("extra_cost_usd2020", 0, 500), ("death_factor", 0.1, 5)):
        tools.expect_range(report, "routes.csv", routes, column, low, high)
    tools.expect_range(report, "route_effort.csv", effort, "agents_persons", 50, 5000)
    records = tables["route_shares.csv"]
    caught = records[records.fiscal_year.between(*DEATH_YEARS)].groupby("route").apprehensions.sum()
    mean = (routes.set_index("route").death_factor * caught).sum() / caught.sum()
    report.expect(abs(mean - 1) < 0.005, f"routes.csv: mean death factor {mean:.4f}")


def check_records(tables, report, tools):
    """The routes add up to the border."""
    records = tables["route_shares.csv"]
    years = list(range(SHARE_YEARS[0], SHARE_YEARS[1] + 1))
    tools.expect_grid(report, "route_shares.csv", records, {"route": list(ROUTES), "fiscal_year": years})
    sums = records.groupby("fiscal_year")[["apprehensions", "deaths_recorded"]].sum(min_count=len(ROUTES))
    border = tables["us_border.csv"].set_index("year")
    for column, whole in (("apprehensions", "apprehensions_southwest"), ("deaths_recorded", "recorded_deaths_southwest")):
        both = sums[column].notna() & border[whole].notna()
        report.expect(both.sum() >= 13 and (sums[column] == border[whole])[both].all(),
                      f"route_shares.csv: {column} do not add up to {whole} of us_border.csv")
    tucson = records[records.route == "tucson"].set_index("fiscal_year").apprehensions / sums.apprehensions
    for year, expected in TUCSON.items():
        report.expect(abs(tucson[year] - expected) < 0.001, f"route_shares.csv: Tucson {tucson[year]:.3f} in {year}")
    report.expect(not (records.apprehensions_mexicans > records.apprehensions).any(), "route_shares.csv: more Mexicans than apprehensions")


def check_season(tables, report, tools):
    """Twelve months whose mean is 1, as science.md has them; danger weighted by crossings is 1."""
    season = tables["season.csv"]
    tools.expect_grid(report, "season.csv", season, {"month": list(range(1, 13))})
    crossing = season.set_index("month").crossing_factor
    report.expect(abs(crossing.mean() - 1) < 0.001, f"season.csv: mean crossing factor {crossing.mean():.4f}")
    for month, expected in SEASON.items():
        report.expect(abs(crossing[month] - expected) < 0.015, f"season.csv: month {month} is {crossing[month]}, expected {expected}")
    mean = (season.crossing_factor * season.death_factor).mean()
    report.expect(abs(mean - 1) < 0.01, f"season.csv: mean death factor {mean:.4f}")
    tools.expect_range(report, "season.csv", season, "death_factor", 0.1, 5)


def legs_of(text):
    """[(from, to), ...] of 'A-B;B-C'."""
    return [tuple(leg.split("-")) for leg in text.split(";") if leg]


def check_legs(tables, report, tools):
    """Probabilities within their meaning; the violence of the way north as published; crossings by sea counted once."""
    table = tables["transit.csv"]
    report.expect(set(table.from_place) | set(table.to_place) <= set(LIVING), "transit.csv: unknown places")
    report.expect(set(table["mode"]) <= {"land", "sea"}, "transit.csv: modes")
    for column, low, high in (("days", 1, 30), ("cost_usd2020", 0, 2000), ("violence_probability", 0, 0.9), ("extortion_probability", 0, 0.9),
                              ("stranding_probability", 0, 0.5), ("forced_return_probability", 0, 0.9), ("death_probability", 0, 0.02)):
        tools.expect_range(report, "transit.csv", table, column, low, high)
    legs = table.set_index(["from_place", "to_place"])
    any_violence = 1 - (1 - legs.at[("HND", "GTM"), "violence_probability"]) * (1 - legs.at[("GTM", "MEX"), "violence_probability"])
    report.expect(abs(any_violence - 0.68) < 0.005, f"transit.csv: violence from Honduras to the north {any_violence:.3f}")
    crossings = tables["borders.csv"].set_index(["from_place", "to_place"])
    for key, row in legs[legs["mode"] == "sea"].iterrows():
        if key in crossings.index:
            same = (row.forced_return_probability, row.death_probability) == (
                crossings.at[key, "apprehension_per_attempt"], crossings.at[key, "death_per_attempt"])
            report.expect(same, f"transit.csv: {key} differs from borders.csv")


def check_paths(tables, report):
    """Every crossing between places that are no neighbours by land has a path of known legs that reaches its last border."""
    corridors = tables["corridors.csv"]
    touching = corridors[corridors.contiguous_01 == 1]
    neighbours = set(zip(touching.origin, touching.destination))
    table, borders = tables["paths.csv"], tables["borders.csv"]
    wanted = {(b.from_place, b.to_place) for b in borders.itertuples() if b.mode == "sea" or (b.from_place, b.to_place) not in neighbours}
    found = set(zip(table.origin, table.destination))
    report.expect(found == wanted and len(found) == len(table), f"paths.csv: crossings differ: {sorted(found ^ wanted)[:5]}")
    legs = tables["transit.csv"].set_index(["from_place", "to_place"])
    used = set()
    for row in table.itertuples():
        for text in [row.legs] + [row.other_legs] * bool(row.other_legs):
            way = legs_of(text)
            used.update(way)
            report.expect(way and way[0][0] == row.origin, f"paths.csv: {text} does not start at {row.origin}")
            report.expect(all(a[1] == b[0] for a, b in zip(way, way[1:])), f"paths.csv: {text} has a hole")
            report.expect(all(leg in legs.index for leg in way), f"paths.csv: {text} has a leg that transit.csv lacks")
            last = way[-1][1]
            arrives = last == row.destination and way[-1] in legs.index and legs.at[way[-1], "mode"] == "sea"
            report.expect(arrives or row.destination != "USA" or last == "MEX", f"paths.csv: {text} does not end in Mexico")
            report.expect(arrives or (last, row.destination) in neighbours, f"paths.csv: {text} does not reach the border of {row.destination}")
    days = crossings_days(table, legs.days)
    whole = borders.set_index(["from_place", "to_place"]).days
    for origin in days:
        ratio = days[origin] / whole[(origin, "USA")]
        report.expect(0.75 <= ratio <= 1.75, f"paths.csv: days from {origin} to USA are {ratio:.2f} of those of borders.csv")
    report.expect(used == set(legs.index), f"transit.csv: legs that no path uses, or unknown: {sorted(set(legs.index) ^ used)[:5]}")


def crossings_days(table, days):
    """{origin: days} of the overland ways to the USA, with the five of Mexicans for the last border."""
    overland = table[(table.destination == "USA") & table.legs.str.endswith("-MEX")]
    return {row.origin: sum(days.get(leg, 0) for leg in legs_of(row.legs)) + DAYS_OF_MEXICANS for row in overland.itertuples()}


def check_trafficking(tables, report, tools):
    """Known places and years, shares in range, a reason for each empty count."""
    table = tables["trafficking_detected.csv"]
    report.expect(set(table.place) <= set(LIVING), "trafficking_detected.csv: unknown places")
    report.expect(table.year.between(2003, 2010).all(), "trafficking_detected.csv: years")
    for column, mark in (("victims_detected", "victims below 5"), ("convicted", "convicted below 5")):
        few = table.source.str.contains(mark)
        report.expect(table.loc[few, column].isna().all(), f"trafficking_detected.csv: {column} given and below 5")
    told = table.victims_detected.notna() | table.convicted.notna() | table.source.str.contains("below 5")
    report.expect(told.all(), "trafficking_detected.csv: a row tells nothing")
    for column in ("female_share", "minor_share"):
        report.expect(table[column].dropna().between(0, 1).all(), f"trafficking_detected.csv: {column}")


def summary(tables):
    """Lines of the figures that a reader asks for first."""
    factor = tables["routes.csv"].set_index("route").death_factor
    records = tables["route_shares.csv"].pivot(index="fiscal_year", columns="route", values="apprehensions")
    shares = records.div(records.sum(axis=1), axis=0)
    months = tables["season.csv"]
    lines = ["danger by route, border 1: " + ", ".join(f"{route} {factor[route]:.2f}" for route in ROUTES)]
    lines += [f"share of apprehensions {year}: " + ", ".join(f"{route} {shares.at[year, route]:.3f}" for route in ROUTES)
              for year in (2000, 2005, 2010)]
    lines.append("season of crossings: " + " ".join(f"{value:.2f}" for value in months.crossing_factor)
                 + "; of danger: " + " ".join(f"{value:.2f}" for value in months.death_factor))
    return lines
