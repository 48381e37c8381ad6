"""What it costs to send money home, and how much was received."""

import pandas as pd

from . import common
from .common import INSIDE

MEASURED_YEARS = list(range(2011, 2021))
COST_BEFORE = {1990: 0.15, 2000: 0.15, 2005: 0.10}   # assumed: .10 to .15 as recalled


def remittance_cost(source, declared):
    """Share of 200 USD that sending costs, from where migrants live to where they come from."""
    raw = common.read(source, "remittance_cost_corridors.csv")
    raw["share"] = raw.avg_total_cost_percent_of_200usd / 100
    wide = raw.groupby(["year", "send_iso3", "recv_iso3"]).share.mean().unstack("year").reindex(columns=MEASURED_YEARS)
    nearest = wide.interpolate(axis=1, limit_area="inside").ffill(axis=1).bfill(axis=1)
    by_sender, overall = nearest.groupby("send_iso3").mean(), nearest.mean()
    rows = []
    for receiver, sender in declared:
        for year, share in COST_BEFORE.items():
            rows.append((sender, receiver, year, share, "assumed"))
        for year in MEASURED_YEARS:
            if (sender, receiver) in wide.index:
                mark = "" if pd.notna(wide.at[(sender, receiver), year]) else "nearest_years"
                share = nearest.at[(sender, receiver), year]
            elif sender in by_sender.index:
                share, mark = by_sender.at[sender, year], "mean_of_sender"
            else:
                share, mark = overall[year], "mean_of_all"
            rows.append((sender, receiver, year, round(share, 4), mark))
    return pd.DataFrame(rows, columns=["sender", "receiver", "year", "cost_share_of_200usd", "filled"])


def remittances_total(source):
    """Remittances received, dollars of 2020; missing years are left out. For validation only."""
    raw = common.read(source, "remittances_country_year.csv")
    raw = raw[raw.iso3.isin(INSIDE) & raw.year.between(1990, 2010) & raw.remittances_received_current_usd.notna()]
    millions = raw.remittances_received_current_usd / 1e6 * raw.year.map(common.to_usd2020)
    return pd.DataFrame({"place": raw.iso3, "year": raw.year, "received_usd2020_million": millions.round(1)})
