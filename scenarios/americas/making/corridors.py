"""Who lives where from where, and by which corridors: declared corridors, stocks, flows to and from the reservoirs."""

import numpy as np
import pandas as pd

from . import common
from .common import INSIDE, LIVING, METROPOLE, OUTSIDE, PERIODS, PLACES, RESERVOIRS, STOCK_YEARS

SMALLEST_STOCK = 200        # persons, in any of the years, that make a corridor
SMALLEST_FLOW = 200         # persons in five years (lowest estimate) that make a corridor
SMALLEST_CELL = 20          # persons; smaller cells of the stock table are dropped

DEATHS_OF_FOREIGN_BORN = 0.012   # per person-year, assumed
RETURNS_OF_FOREIGN_BORN = 0.010  # per person-year, assumed
LARGEST_RETURN = 0.060           # per person-year: old stocks die out rather than return

# A French department with visa rules of its own: neighbours that need a visa there though not in Paris.
OWN_VISA_RULE = {("BRA", "GUF"): 1, ("SUR", "GUF"): 1, ("GUY", "GUF"): 1}


def stocks(source):
    """Foreign-born by origin, destination, year and sex, with Curaçao before 2010 filled."""
    raw = common.read(source, "migrant_stock_by_origin_dest.csv")
    raw = raw[raw.dest_iso3.isin(LIVING) & raw.orig_iso3.isin(PLACES) & (raw.orig_iso3 != raw.dest_iso3)]
    table = pd.DataFrame({
        "origin": raw.orig_iso3, "destination": raw.dest_iso3, "year": raw.year,
        "male_persons": raw.stock_male_persons.astype(float), "female_persons": raw.stock_female_persons.astype(float),
    })
    return pd.concat([table] + curacao_before_2010(table), ignore_index=True)


def curacao_before_2010(table):
    """Curaçao is reported from 2010 only: its composition of 2010, its size in proportion to Aruba's."""
    totals = table[table.destination == "ABW"].groupby("year")[["male_persons", "female_persons"]].sum().sum(axis=1)
    first = table[(table.destination == "CUW") & (table.year == 2010)]
    copies = []
    for year in STOCK_YEARS[:-1]:
        copy = first.assign(year=year)
        copy[["male_persons", "female_persons"]] *= totals[year] / totals[2010]
        copies.append(copy)
    return copies


def stock(source):
    """The stock table: cells of 20 persons and more, rounded to tens."""
    table = stocks(source)
    table = table[table.male_persons + table.female_persons >= SMALLEST_CELL].copy()
    for column in ("male_persons", "female_persons"):
        table[column] = (table[column] / 10).round().astype(int) * 10
    return table[table.male_persons + table.female_persons > 0]


def declared(source):
    """Origin-destination pairs that exist in the model: a stock, a shared border, a visible flow or citizenship."""
    pairs = set(METROPOLE.items()) | {(metropole, territory) for territory, metropole in METROPOLE.items()}
    table = stocks(source)
    total = table.assign(persons=table.male_persons + table.female_persons)
    largest = total.groupby(["origin", "destination"]).persons.max()
    pairs |= {pair for pair, persons in largest.items() if persons >= SMALLEST_STOCK}
    distances = common.read(source, "geodist_pairs.csv")
    touching = distances[distances.contiguous_01 == 1]
    pairs |= set(zip(touching.orig_iso3, touching.dest_iso3))
    flows = common.read(source, "migration_flows_5yr_by_origin_dest.csv")
    seen = flows[flows.flow_da_min_closed_persons >= SMALLEST_FLOW]
    pairs |= set(zip(seen.orig_iso3, seen.dest_iso3))
    return sorted((origin, destination) for origin, destination in pairs
                  if origin in INSIDE and destination in LIVING and origin != destination)


def corridors(source):
    """Distance, languages, history and the visit visa of 2019 for each declared corridor."""
    distances = common.read(source, "geodist_pairs.csv").set_index(["orig_iso3", "dest_iso3"])
    languages = {row.iso3: {row.official_language_1, row.official_language_2} - {np.nan}
                 for row in common.read(source, "countries.csv").itertuples()}
    visas = common.read(source, "visa_requirements.csv").set_index(["passport_iso3", "dest_iso3"]).visa_required_2019_12_01
    return pd.DataFrame([corridor(origin, destination, distances.loc[(origin, destination)], languages, visas)
                         for origin, destination in declared(source)])


def corridor(origin, destination, pair, languages, visas):
    """One row of the corridor table."""
    rules = []
    distance, language, colonial = pair.distance_popweighted_km, pair.common_official_language_01, pair.ever_colonial_link_01
    if pd.isna(distance):
        distance = pair.distance_capitals_km
        rules.append("distance:great_circle")
    if pd.isna(language):
        language = int(bool(languages[origin] & languages[destination]))
        rules.append("language:official_languages")
    if pd.isna(colonial):
        colonial = int(METROPOLE.get(origin) == destination or METROPOLE.get(destination) == origin)
        rules.append("colonial:metropole")
    visa, rule = visit_visa(origin, destination, visas)
    rules.append(rule)
    return {
        "origin": origin, "destination": destination, "distance_km": int(round(distance)),
        "contiguous_01": int(pair.contiguous_01), "common_language_01": int(language), "colonial_link_01": int(colonial),
        "visit_visa_required_01": visa, "filled": ";".join(rules),
    }


def visit_visa(origin, destination, visas):
    """Whether a visitor needs a visa (December 2019) and the rule it was read by; territories as their metropole."""
    if (origin, destination) in OWN_VISA_RULE:
        return OWN_VISA_RULE[origin, destination], "visa:assumed_own_rule"
    passport, door = METROPOLE.get(origin, origin), METROPOLE.get(destination, destination)
    if passport == door:
        return 0, "visa:same_citizenship"
    required = int(visas[passport, door])
    return required, "visa:2019" if (passport, door) == (origin, destination) else f"visa:2019_{passport}_to_{door}"


def reservoir_flows(source):
    """Yearly arrivals and return rate of persons born outside and in the reservoirs, by inside and outside place.

    Chosen so that the stock of one year leads to that of five years later when the
    foreign-born die at 1.2 % and return at 1 % a year and arrivals are even in time.
    Where the stock falls faster, arrivals are zero and the return rate is raised.
    """
    table = stocks(source)
    table["persons"] = table.male_persons + table.female_persons
    wide = table.pivot_table(index=["origin", "destination"], columns="year", values="persons", aggfunc="sum").fillna(0)
    rows = []
    for (origin, destination), sizes in wide.iterrows():
        if origin in INSIDE or sizes.max() < SMALLEST_CELL:
            continue
        for period in PERIODS:
            first = min(period, 2005)
            arrivals, rate, rule = flow_between(sizes[first], sizes[first + 5])
            if period > 2005:
                rule = ";".join(filter(None, ["carried_2005", rule]))
            rows.append({"origin": origin, "destination": destination, "period_start_year": period,
                         "arrivals_persons_per_year": arrivals, "return_rate_per_year": rate, "filled": rule})
    return pd.DataFrame(rows)


def flow_between(first, last, years=5):
    """Even arrivals a year and a return rate that turn one stock into another.

    returns (arrivals rounded to 1 person a year, return rate, mark)
    """
    loss = DEATHS_OF_FOREIGN_BORN + RETURNS_OF_FOREIGN_BORN
    kept = np.exp(-loss * years)
    arrivals = (last - first * kept) * loss / (1 - kept)
    if arrivals >= 0:
        return int(round(arrivals)), RETURNS_OF_FOREIGN_BORN, ""
    rate = np.log(first / last) / years - DEATHS_OF_FOREIGN_BORN if last > 0 else LARGEST_RETURN
    return 0, round(min(rate, LARGEST_RETURN), 4), "return:raised" if rate < LARGEST_RETURN else "return:largest"


def departures_to_reservoir(source):
    """Yearly emigration to the rest of the world per head of population, from the growth of the stock born inside."""
    raw = common.read(source, "migrant_stock_by_origin_dest.csv")
    raw = raw[raw.dest_iso3.isin(RESERVOIRS) & raw.orig_iso3.isin(INSIDE)]
    wide = raw.pivot_table(index="orig_iso3", columns="year", values="stock_persons", aggfunc="sum").reindex(INSIDE).fillna(0)
    heads = population_totals(source)
    rows = []
    for origin in INSIDE:
        for period in PERIODS:
            first = min(period, 2005)
            leavers, _, _ = flow_between(wide.at[origin, first], wide.at[origin, first + 5])
            mean_heads = (heads[origin, first] + heads[origin, first + 5]) / 2
            rows.append({"origin": origin, "period_start_year": period,
                         "departures_share_per_year": round(leavers / mean_heads, 7)})
    return pd.DataFrame(rows)


def population_totals(source):
    """{(place, year): persons} of the inside places."""
    from .people import population
    people = population(source)
    sums = people.groupby(["place", "year"])[["male_persons", "female_persons"]].sum().sum(axis=1)
    return sums.to_dict()
