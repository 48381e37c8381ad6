"""Irregular crossing by corridor, enforcement in the USA, and what its border recorded.

Fees and apprehension are those at the enforcement of 2000 (index 1). The fee of a
Mexican smuggler is measured; that of northern Central Americans is published for
2014 and brought back to 2000; all others follow a rule of distance or are typed in,
and are marked assumed.
"""

import pandas as pd

from . import common
from .common import INSIDE, YEARS

FEE_YEARS = (1999, 2000, 2001)    # around the year whose enforcement is 1
FEE_PRICE_YEAR = 2010             # the series read from the chart are most likely in dollars of about 2010
FEE_MEXICO_2016 = 4000.0          # [DHS 2017], dollars of the year
FEE_CENTRAL_AMERICA_2014 = 7500.0  # [Cato 2014], dollars of the year

MAINLAND = set("ARG BLZ BOL BRA CAN CHL COL CRI ECU GTM GUF GUY HND MEX NIC PAN PER PRY SLV SUR URY USA VEN".split())
NORTHERN_CENTRAL_AMERICA = ["GTM", "HND", "SLV"]

# Places that people of the same region reach by land across more than one border, and how far (km).
OVERLAND_DESTINATIONS = set("ARG BLZ BRA CHL COL CRI ECU PAN VEN".split())
FARTHEST_OVERLAND = 4500
SOUTH_AMERICA = set("ARG BOL BRA CHL COL ECU GUF GUY PER PRY SUR URY VEN".split())

# Sea crossings: (from, to): (fee, days, other money, apprehension, death, retry), all assumed.
SEA = {
    ("CUB", "USA"): (3000, 3, 100, 0.35, 0.0100, 0.50),
    ("HTI", "USA"): (2500, 6, 150, 0.60, 0.0060, 0.50),
    ("DOM", "USA"): (2500, 5, 300, 0.40, 0.0025, 0.60),
    ("BHS", "USA"): (2000, 2, 150, 0.30, 0.0015, 0.50),
    ("JAM", "USA"): (3000, 4, 300, 0.40, 0.0020, 0.50),
    ("DOM", "PRI"): (900, 2, 50, 0.40, 0.0025, 0.80),
    ("HTI", "PRI"): (1200, 4, 100, 0.40, 0.0030, 0.60),
    ("CUB", "PRI"): (2500, 4, 200, 0.40, 0.0030, 0.60),
    ("CUB", "MEX"): (4000, 3, 200, 0.30, 0.0030, 0.50),
    ("HTI", "BHS"): (800, 4, 50, 0.45, 0.0050, 0.60),
    ("HTI", "JAM"): (500, 3, 50, 0.60, 0.0030, 0.30),
    ("HTI", "CUB"): (300, 2, 30, 0.80, 0.0030, 0.20),
    ("VEN", "TTO"): (250, 1, 50, 0.15, 0.0010, 0.70),
    ("VEN", "ABW"): (300, 1, 50, 0.30, 0.0010, 0.60),
    ("VEN", "CUW"): (300, 1, 50, 0.30, 0.0010, 0.60),
    ("COL", "ABW"): (500, 2, 100, 0.30, 0.0010, 0.60),
    ("COL", "CUW"): (500, 2, 100, 0.30, 0.0010, 0.60),
    ("GUY", "TTO"): (400, 3, 100, 0.20, 0.0005, 0.60),
    ("DMA", "GLP"): (200, 1, 30, 0.20, 0.0005, 0.70),
    ("DMA", "MTQ"): (200, 1, 30, 0.20, 0.0005, 0.70),
    ("LCA", "MTQ"): (200, 1, 30, 0.20, 0.0005, 0.70),
    ("HTI", "GLP"): (900, 4, 150, 0.30, 0.0010, 0.50),
    ("HTI", "MTQ"): (900, 4, 150, 0.30, 0.0010, 0.50),
}

# Land borders with a character of their own: (fee, days, other money, apprehension, death, retry), assumed.
LAND = {
    ("HTI", "DOM"): (60, 2, 30, 0.20, 0.00005, 0.90),
    ("COL", "PAN"): (300, 6, 150, 0.30, 0.00100, 0.60),
    ("USA", "CAN"): (500, 2, 200, 0.20, 0.00002, 0.50),
    ("CAN", "USA"): (1500, 2, 200, 0.20, 0.00005, 0.60),
    ("PER", "CHL"): (250, 2, 80, 0.15, 0.00010, 0.80),
    ("BOL", "CHL"): (150, 2, 60, 0.15, 0.00010, 0.80),
}

# At the land border of the USA: caught per attempt [NRC 2013] (fiscal years 2000 to 2007),
# Mexicans who try again (1980 to 2005) [DHS 2017], others who are returned further (assumed).
APPREHENSION_USA = 0.45
RETRY_MEXICANS = 0.95
RETRY_OTHERS = 0.50
# Recorded deaths are 0.0004 an apprehension (US Customs and Border Protection); times 0.45 apprehensions an attempt, times 2 for those not found.
DEATH_USA = 0.0004


def fee_mexico(source):
    """Mexico to USA, mean of the two survey series around 2000, dollars of 2020."""
    series = common.read(source, "coyote_fees_mexico_us.csv").set_index("year")
    return series.loc[list(FEE_YEARS)].mean().mean() * common.to_usd2020(FEE_PRICE_YEAR)


def fee_central_america(source):
    """Northern Central America to USA: the fee of 2014, brought back as the Mexican fee went from 2016."""
    then = FEE_MEXICO_2016 * common.to_usd2020(2016)
    return FEE_CENTRAL_AMERICA_2014 * common.to_usd2020(2014) * fee_mexico(source) / then


def borders(source, corridor_table):
    """One row for each declared corridor that people cross without a right, by land or sea."""
    fees = {"MEX": fee_mexico(source), "central": fee_central_america(source)}
    pairs = corridor_table.set_index(["origin", "destination"])
    near = pairs.distance_km[[(origin, "USA") for origin in NORTHERN_CENTRAL_AMERICA]].mean()
    rows = []
    for (origin, destination), pair in pairs.iterrows():
        to_usa = pairs.distance_km.get((origin, "USA"))
        row = crossing(origin, destination, pair, to_usa, fees, near)
        if row:
            names = ("mode", "days", "money_cost_usd2020", "smuggler_fee_usd2020", "apprehension_per_attempt",
                     "death_per_attempt", "retry_share", "source")
            rows.append({"from_place": origin, "to_place": destination, **dict(zip(names, row))})
    table = pd.DataFrame(rows)
    table["death_per_attempt"] = table.death_per_attempt.map("{:.5f}".format)   # no exponents in the file
    return table


def crossing(origin, destination, pair, to_usa, fees, near):
    """The columns of one crossing after its places, or None where nobody crosses so; to_usa in km."""
    key = origin, destination
    if key in SEA or key in LAND:
        fee, days, money, caught, death, retry = (SEA.get(key) or LAND[key])
        return "sea" if key in SEA else "land", days, money, fee, caught, death, retry, "assumed"
    if destination not in INSIDE or not {origin, destination} <= MAINLAND:
        return None
    if destination == "USA" and origin != "GUF":   # the French of Guiana need no visa
        return into_usa(origin, to_usa, fees, near)
    if pair.contiguous_01:
        return "land", 2, 30 + tens(0.03 * pair.distance_km), 40 + tens(0.10 * pair.distance_km), 0.10, 0.00002, 0.80, "assumed distance rule"
    if destination == "MEX" and origin not in ("USA", "CAN") and to_usa:
        # The way through Mexico costs what is left of the fee to the USA, so that no detour is cheaper.
        _, days, money, fee, *_ = into_usa(origin, to_usa, fees, near)
        return "land", days - 5, money, max(300, fee - tens(fees["MEX"])), 0.20, 0.0001, 0.60, "assumed fee to USA less Mexican fee"
    same_region = (origin in SOUTH_AMERICA) == (destination in SOUTH_AMERICA) and not {origin, destination} & {"USA", "CAN"}
    if destination in OVERLAND_DESTINATIONS and same_region and pair.distance_km <= FARTHEST_OVERLAND:
        days = 3 + round(pair.distance_km / 400)
        return ("land", days, 50 + tens(0.06 * pair.distance_km), 100 + tens(0.25 * pair.distance_km), 0.20, 0.0001, 0.60,
                "assumed distance rule")
    return None


def into_usa(origin, distance, fees, near):
    """By land into the USA; from beyond Mexico one fee pays the whole way."""
    if origin == "MEX":
        return ("land", 5, 200, tens(fees["MEX"]), APPREHENSION_USA, DEATH_USA, RETRY_MEXICANS,
                "fee MMP and MMFRP 1999-2001; apprehension [NRC 2013]; death CBP; retry [DHS 2017]; days and money assumed")
    days, money = 5 + round(distance / 200), 150 + tens(0.1 * distance)
    if origin in NORTHERN_CENTRAL_AMERICA:
        fee, basis = fees["central"], "fee [Cato 2014] brought back to 2000 with the Mexican fee"
    else:
        fee, basis = max(fees["MEX"], fees["central"] + 1.5 * (distance - near)), "fee assumed 1.5 USD a km beyond northern Central America"
    return ("land", days, money, tens(fee), APPREHENSION_USA, DEATH_USA, RETRY_OTHERS,
            f"{basis}; apprehension [NRC 2013]; death CBP; rest assumed")


def tens(amount):
    """Dollars rounded to ten."""
    return int(round(amount / 10) * 10)


def enforcement(source):
    """Effort at the land border of the USA, 1 in 2000: hours on watch, extended by agents."""
    hours = common.read(source, "us_border_linewatch_hours.csv").set_index("year").linewatch_hours_millions
    early = common.read(source, "us_border_patrol_agents_1980_2011_approx.csv").set_index("fiscal_year").agents_persons_approx
    staff = common.read(source, "us_border_patrol_staffing.csv")
    staff = staff[staff.sector == "southwest border"].set_index("fiscal_year").agents_persons
    rows = []
    for year in YEARS:
        if year in hours.index:
            value, mark = hours[year], "linewatch hours"
        elif year < hours.index[0]:
            # Staff by sector begins in 1992; the earlier years come from the chart of all agents.
            agents = staff[year] if year in staff.index else early[year] * staff[1992] / early[1992]
            value = hours.iloc[0] * agents / staff[hours.index[0]]
            mark = "agents southwest" if year in staff.index else "agents of all sectors read from a chart"
        else:
            last = min(year, staff.index[-1])
            value = hours.iloc[-1] * staff[last] / staff[hours.index[-1]]
            mark = "agents southwest" if last == year else "agents southwest carried"
        rows.append({"place": "USA", "year": year, "enforcement_index": round(value / hours[2000], 4), "source": mark})
    return pd.DataFrame(rows)


def us_border(source):
    """What the southwest border recorded, by fiscal year; for validation only."""
    caught = common.read(source, "us_border_apprehensions_sector.csv")
    dead = common.read(source, "us_border_deaths_sector.csv")
    people = common.read(source, "us_unauthorised_population.csv").set_index("year").us_unauthorised_population_millions
    table = pd.DataFrame({
        "apprehensions_southwest": caught[caught.sector == "southwest border"].set_index("fiscal_year").apprehensions_events,
        "recorded_deaths_southwest": dead[dead.sector == "southwest border"].set_index("fiscal_year").migrant_deaths_recorded,
        "unauthorised_population_million": people,
    })
    table = table[(table.index >= 1990) & (table.index <= 2010)].rename_axis("year").reset_index()
    for column in ("apprehensions_southwest", "recorded_deaths_southwest"):
        table[column] = table[column].astype("Int64")
    return table
