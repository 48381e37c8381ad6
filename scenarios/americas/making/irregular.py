"""Irregular status in the starting stock, legal places by corridor and year. Mostly assumed, and marked so."""

import numpy as np
import pandas as pd

from . import common
from .common import INSIDE, LIVING
from .corridors import stocks
from .rights import RIGHTS, START

# Relative chance of irregular status in the USA of 1990 by origin, before scaling to the published total.
# After the legalisation of 1986 (2.7 million, mostly Mexicans) the rest were still mostly Mexicans and
# Central Americans; Cubans had residence by law; the order is assumed.
USA_WEIGHT = {"MEX": 0.50, "SLV": 0.60, "GTM": 0.50, "HND": 0.40, "NIC": 0.30, "HTI": 0.30, "DOM": 0.14, "JAM": 0.12,
              "ECU": 0.25, "COL": 0.18, "PER": 0.18, "BOL": 0.25, "BRA": 0.25, "BLZ": 0.30, "BHS": 0.30, "TTO": 0.20,
              "CUB": 0.005, "CAN": 0.03, "ROW": 0.06, "OAM": 0.10,
              "ABW": 0.03, "CUW": 0.03, "GLP": 0.03, "GUF": 0.03, "MTQ": 0.03}   # French and Dutch nationals
USA_WEIGHT_ELSEWHERE = {"South America": 0.15, "Caribbean": 0.15, "Central America and Mexico": 0.20, "Outside": 0.03}
USA_RANGE = (0.8, 1.2)   # low and high as multiples of the central share

# (origins, destinations): (low, central, high), assumed; the first rule that fits is taken.
SHARES = [
    (["HTI"], ["DOM"], (0.60, 0.80, 0.95)),
    (["HTI"], ["BHS", "GUF", "GLP", "MTQ"], (0.30, 0.50, 0.70)),
    (["SUR", "BRA", "GUY", "DMA", "LCA", "DOM"], ["GUF", "GLP", "MTQ"], (0.20, 0.40, 0.60)),
    (["COL", "ECU", "PER", "DOM", "HTI", "GUY", "TTO"], ["VEN"], (0.20, 0.40, 0.60)),
    (["NIC", "SLV", "GTM", "HND"], ["CRI", "MEX", "BLZ"], (0.20, 0.40, 0.60)),
    (["BOL", "PRY", "PER", "CHL", "URY", "BRA"], ["ARG"], (0.10, 0.25, 0.40)),
    (["BOL", "PRY", "PER", "CHL", "URY", "ARG"], ["BRA"], (0.15, 0.30, 0.45)),
    (["DOM"], ["PRI"], (0.15, 0.30, 0.45)),
    (INSIDE, ["VIR", "TTO", "ABW", "CUW"], (0.05, 0.15, 0.30)),
    (INSIDE, ["ESP", "ITA", "PRT"], (0.10, 0.20, 0.35)),
    (INSIDE, ["FRA", "GBR", "NLD", "JPN", "CAN"], (0.02, 0.05, 0.10)),
    (["USA", "CAN", "PRI"], LIVING, (0.01, 0.03, 0.08)),
    (INSIDE, INSIDE, (0.05, 0.15, 0.30)),
    (common.OUTSIDE + common.RESERVOIRS, LIVING, (0.01, 0.03, 0.08)),
]

# Share of migrants with a legal place among the flows of a corridor, where it differs from 1 - irregular share:
# in these years most Latin Americans came to southern Europe as visitors and stayed.
LEGAL_SHARE_OF_FLOW = {"ESP": 0.45, "ITA": 0.50, "PRT": 0.50}
SPLIT_ASSUMED = {"work": 0.35, "family": 0.55, "study": 0.10}
SPLIT_USA = {"work": 0.15, "family": 0.85, "study": 0.10}   # study on top of the permanent admissions
NEW_ARRIVALS_AMONG_ADMISSIONS = 0.5                           # the other half adjust status inside
TURNOVER = 0.01                                               # least yearly inflow as a share of the stock

VISA_PERIODS = [(1990, 1994, 1990), (1995, 1999, 1995), (2000, 2004, 2000), (2005, 2009, 2005), (2010, 2020, 2005)]


def share_of(origin, destination):
    """(low, central, high) of a corridor that does not end in the USA; nobody is irregular under a shared citizenship."""
    if destination in citizenship_of(origin):
        return 0.0, 0.0, 0.0
    for origins, destinations, shares in SHARES:
        if origin in origins and destination in destinations:
            return shares
    raise KeyError((origin, destination))


def citizenship_of(origin):
    """Places where a person born in the origin lives as a citizen or with free movement when the tables begin."""
    found = set()
    for origins, destinations, right, start, *_ in RIGHTS:
        if right in ("citizenship", "free_movement") and start == START and origin in origins:
            found |= set(destinations)
    return found


def usa_weights(source):
    """{origin: weight} for every origin of the 51."""
    countries = common.read(source, "countries.csv")
    region = dict(zip(countries.iso3, countries.region))
    weights = {origin: USA_WEIGHT.get(origin, USA_WEIGHT_ELSEWHERE.get(region[origin], 0.0)) for origin in common.PLACES}
    return {origin: 0.0 if "USA" in citizenship_of(origin) else weight for origin, weight in weights.items()}


def usa_shares(source):
    """{origin: central share}, scaled so that the irregular of all origins add to the published total of 1990."""
    table = stocks(source)
    table = table[(table.destination == "USA") & (table.year == 1990)].set_index("origin")
    persons = (table.male_persons + table.female_persons).to_dict()
    published = common.read(source, "us_unauthorised_population.csv").set_index("year").us_unauthorised_population_millions[1990] * 1e6
    weights = usa_weights(source)
    scale = published / sum(weights[origin] * count for origin, count in persons.items())
    return {origin: weight * scale for origin, weight in weights.items()}


def irregular_share(source, declared):
    """Share of the foreign-born of 1990 that is irregular, for declared corridors and origins beyond the Americas."""
    table = stocks(source)
    beyond = table[(table.year == 1990) & ~table.origin.isin(INSIDE) & table.destination.isin(INSIDE)]
    pairs = sorted(set(declared) | set(zip(beyond.origin, beyond.destination)))
    usa = usa_shares(source)
    rows = []
    for origin, destination in pairs:
        if destination == "USA":
            central, rule = usa[origin], "assumed weights scaled to 3.5 million (DHS 1990)"
            low, high = central * USA_RANGE[0], min(0.95, central * USA_RANGE[1])
        else:
            (low, central, high), rule = share_of(origin, destination), "assumed"
        rows.append({"origin": origin, "destination": destination, "low": round(low, 4), "central": round(central, 4),
                     "high": round(high, 4), "source": rule})
    return pd.DataFrame(rows)


def admissions(source):
    """{(origin, first year of period): mean yearly US permanent admissions, mark}."""
    raw = common.read(source, "us_lpr_admissions_by_country.csv")
    wide = raw.pivot_table(index="fiscal_year", columns="iso3", values="lpr_admissions_persons")
    means = pd.DataFrame({start: wide[wide.index.isin(range(start, end + 1))].mean() for start, end, _ in VISA_PERIODS})
    world = means.loc["WLD"]
    result = {}
    for origin in means.index:
        for start, _, _ in VISA_PERIODS:
            if start == 2010 and not np.isnan(means.at[origin, 2010]):
                result[origin, start] = means.at[origin, 2010], "admissions_2010_carried"
            elif start == 2010:
                result[origin, start] = means.at[origin, 2005], "admissions_2006_09_carried"
            elif not np.isnan(means.at[origin, start]):
                mark = "admissions" if start > 1990 else "admissions_1994"
                result[origin, start] = means.at[origin, start], mark
            else:
                scaled = means.at[origin, 2005] * world[start] / world[2005]
                result[origin, start] = scaled, "admissions_2006_09_scaled"
    return result


def visas(source, declared):
    """Legal places a year by corridor, channel and period."""
    flows = common.read(source, "migration_flows_5yr_by_origin_dest.csv")
    flows = flows.set_index(["orig_iso3", "dest_iso3", "period_start_year"]).flow_da_min_closed_persons.to_dict()
    table = stocks(source)
    table["persons"] = table.male_persons + table.female_persons
    sizes = table.set_index(["origin", "destination", "year"]).persons.to_dict()
    admitted = admissions(source)
    rows = []
    for origin, destination in declared:
        for start, end, base in VISA_PERIODS:
            if destination == "USA" and (origin, start) in admitted:
                places, split, mark = usa_places(*admitted[origin, start])
            else:
                places, split, mark = derived_places(origin, destination, base, flows, sizes)
            if end == 2020 and "carried" not in mark:
                mark += "_carried"
            rows += [{"origin": origin, "destination": destination, "channel": channel, "from_year": start, "to_year": end,
                      "places_per_year": int(round(places * share)), "source": mark} for channel, share in split.items()]
    return pd.DataFrame(rows)


def usa_places(admissions_a_year, mark):
    """Places of the USA: the new arrivals among permanent admissions."""
    return admissions_a_year * NEW_ARRIVALS_AMONG_ADMISSIONS, SPLIT_USA, mark


def derived_places(origin, destination, base, flows, sizes):
    """Places elsewhere: the lowest flow estimate, but at least 1 % of the stock, times the legal share (all assumed)."""
    mean_stock = (sizes.get((origin, destination, base), 0) + sizes.get((origin, destination, base + 5), 0)) / 2
    flow = max(flows.get((origin, destination, base), 0) / 5, TURNOVER * mean_stock)
    irregular = 0.0 if destination in citizenship_of(origin) else share_of(origin, destination)[1]
    legal = LEGAL_SHARE_OF_FLOW.get(destination, 1 - irregular)
    return flow * legal, SPLIT_ASSUMED, "assumed_flow"
