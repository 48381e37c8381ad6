"""The nine ways across the land border of Mexico and the USA, and the months of the year.

A route is a sector of the Border Patrol. How deadly it is comes from recorded deaths
per apprehension, relative to the whole border; ground, days and extra cost are assumed
but for the days of the remote desert. Fiscal years (October to September) stand for
calendar years.
"""

import pandas as pd

from . import common
from .common import YEARS

# From west to east: ground, days on foot, and where the route meets the border (degrees).
# Days: 3 in remote desert [NRC 2013]; the rest assumed.
# River sectors: two days on foot around the checkpoints inland.
ROUTES = {
    "san_diego": ("urban", 1, 32.55, -117.03),
    "el_centro": ("desert", 2, 32.67, -115.50),
    "yuma": ("desert", 3, 32.49, -114.78),
    "tucson": ("desert", 3, 31.33, -110.94),
    "el_paso": ("urban", 1, 31.75, -106.49),
    "big_bend": ("mountain", 4, 29.56, -104.37),
    "del_rio": ("river", 2, 29.36, -100.90),
    "laredo": ("river", 2, 27.50, -99.51),
    "rio_grande_valley": ("river", 2, 26.10, -98.26),
}
MEASURED_DAYS = ("yuma", "tucson")
COST_OF_A_DAY = 50            # dollars of 2020 for each day on foot beyond the first, assumed
DEATH_YEARS = (1998, 2010)    # fiscal years with recorded deaths
SHARE_YEARS = (1990, 2010)
MONTH_YEARS = (2000, 2010)

# Of those found dead in Arizona, New Mexico and El Paso in 2002-03, 61 % died of heat [Sapkota and others 2006].
HEAT_SHARE = 0.61
# In which months (4 = April) they died of it: assumed; with it 46 % of the year's deaths fall in July to September.
HEAT_MONTHS = {4: 0.03, 5: 0.10, 6: 0.25, 7: 0.30, 8: 0.22, 9: 0.10}


def by_route(source, name, column):
    """[fiscal_year, route] of an extract by sector."""
    table = common.read(source, name)
    wide = table.assign(route=table.sector.str.replace(" ", "_")).pivot(index="fiscal_year", columns="route", values=column)
    return wide[list(ROUTES)]


def death_factors(caught, dead):
    """Deaths per apprehension of each route over those of the border; its mean over apprehensions is 1."""
    first, last = DEATH_YEARS
    caught, dead = caught.loc[first:last].sum(), dead.loc[first:last].sum()
    return (dead / caught) / (dead.sum() / caught.sum())


def routes(source):
    """One row a route."""
    caught = by_route(source, "us_border_apprehensions_sector.csv", "apprehensions_events")
    dead = by_route(source, "us_border_deaths_sector.csv", "migrant_deaths_recorded")
    factors = death_factors(caught, dead)
    rows = []
    for route, (terrain, days, latitude, longitude) in ROUTES.items():
        basis = "days [NRC 2013]" if route in MEASURED_DAYS else "days assumed"
        rows.append({
            "route": route, "from_place": "MEX", "to_place": "USA", "terrain": terrain, "days_on_foot": days,
            "extra_cost_usd2020": COST_OF_A_DAY * (days - 1), "death_factor": round(factors[route], 2),
            "latitude_deg": latitude, "longitude_deg": longitude,
            "source": f"{basis}; cost assumed; death CBP 1998-2010",
        })
    return pd.DataFrame(rows)


def route_effort(source):
    """Border Patrol agents of each route and year."""
    staff = by_route(source, "us_border_patrol_staffing.csv", "agents_persons")
    everywhere = common.read(source, "us_border_patrol_agents_1980_2011_approx.csv").set_index("fiscal_year").agents_persons_approx
    first, last = staff.index[0], staff.index[-1]
    rows = []
    for year in YEARS:
        if year < first:
            agents, mark = staff.loc[first] * everywhere[year] / everywhere[first], f"{first} moved by all agents read from a chart"
        else:
            agents, mark = staff.loc[min(year, last)], "CBP staffing" if year <= last else f"{last} carried"
        rows += [{"route": route, "year": year, "agents_persons": int(round(agents[route])), "source": mark} for route in ROUTES]
    return pd.DataFrame(rows)


def route_shares(source):
    """What each sector recorded, by fiscal year; for validation only. Empty: not published in the extracts."""
    mexican = by_route(source, "us_border_apprehensions_mexican_other_sector.csv", "mexican_apprehensions_events")
    table = pd.DataFrame({
        "apprehensions": by_route(source, "us_border_apprehensions_sector.csv", "apprehensions_events").stack(),
        "deaths_recorded": by_route(source, "us_border_deaths_sector.csv", "migrant_deaths_recorded").stack(),
        "apprehensions_mexicans": mexican.stack(),
    }).astype("Int64").rename_axis(["fiscal_year", "route"]).reset_index()
    table = table[table.fiscal_year.between(*SHARE_YEARS)]
    return table[["route", "fiscal_year", "apprehensions", "deaths_recorded", "apprehensions_mexicans"]]


def season(source):
    """Crossings and danger by calendar month, the year's mean being 1."""
    counts = common.read(source, "us_border_encounters_monthly_region.csv")
    counts = counts[(counts.region == "Southwest Land Border") & counts.fiscal_year.between(*MONTH_YEARS)]
    crossing = counts.groupby("month").encounters_events_rounded10.sum()
    crossing = crossing / crossing.mean()
    rows = []
    for month in range(1, 13):
        # Deaths not of heat follow the crossings; the factor is deaths over crossings of the month.
        heat = HEAT_MONTHS.get(month, 0) * 12
        rows.append({"month": month, "crossing_factor": round(crossing[month], 3),
                     "death_factor": round(1 - HEAT_SHARE + HEAT_SHARE * heat / crossing[month], 2),
                     "source": "crossing OHSS 2000-2010; death assumed from the heat share [Sapkota and others 2006]"})
    return pd.DataFrame(rows)
