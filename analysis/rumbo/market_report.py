"""What a policy does to the market of passages of one border, in numbers: a Markdown report."""
import numpy as np

from . import markets
from .changes import interval

CORRIDOR = "MEX->USA"


def _by_year(results, table, scenario, corridor):
    return markets.one_corridor(results, table, scenario, corridor)


def _measures(results, scenario, corridor, since):
    """name -> [replicate] of the years since: means of states, sums of events, ratios of sums."""
    chosen = results.years() > since + 0.5

    def total(table):
        return _by_year(results, table, scenario, corridor)[:, chosen].sum(axis=1)

    def mean(table):
        return _by_year(results, table, scenario, corridor)[:, chosen].mean(axis=1)

    attempts, clients = total("attempts"), total("smuggler_clients")
    return {
        "fee asked, 2020 USD": mean("smuggler_fee"),
        "irregular entries, thousand": total("entries") / 1e3,
        "apprehensions per attempt": total("apprehensions") / attempts,
        "expected deaths per 10,000 attempts": 1e4 * total("border_deaths_expected") / attempts,
        "clients of smugglers, thousand": clients / 1e3,
        "share of clients on debt": total("smuggler_clients_on_debt") / np.maximum(clients, 1),
        "debt taken, million 2020 USD": total("debt_taken") / 1e6,
        "profit of smugglers, million 2020 USD": total("smuggler_profit") / 1e6,
        "firms of smugglers": mean("smugglers_active"),
        "concentration (HHI)": mean("smuggler_concentration"),
    }


def _number(value):
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"


def policy_lines(results, baseline, since, corridor=CORRIDOR):
    """Every measure in the baseline and in each other scenario, with its paired change."""
    reference = _measures(results, baseline, corridor, since)
    others = [name for name in results.scenarios if name != baseline]
    yield f"| {corridor}, {since} and after | {baseline} | " + " | ".join(f"{name} | change, 90%" for name in others) + " |"
    yield "|---|--:|" + "--:|--:|" * len(others)
    measured = {name: _measures(results, name, corridor, since) for name in others}
    for measure, before in reference.items():
        cells = []
        for name in others:
            after = measured[name][measure]
            cells += [_number(after.mean()), interval(after - before, before)]
        yield f"| {measure} | {_number(before.mean())} | " + " | ".join(cells) + " |"


def route_lines(results, data, years=(2000, 2005, 2010)):
    """Share of each route in apprehensions: every scenario of the results beside the records."""
    recorded = markets.counted_shares(data / "route_shares.csv")
    ends = np.round(results.years()).astype(int) - 1
    shown = [year for year in years if (ends == year).any()]
    names = results.scenarios
    yield "| route | " + " | ".join(f"{year} recorded | " + " | ".join(f"{year} {name}" for name in names) for year in shown) + " |"
    yield "|---|" + "--:|" * (len(shown) * (1 + len(names)))
    simulated = {name: markets.route_shares(results, name) for name in names}
    for route in simulated[names[0]]:
        cells = []
        for year in shown:
            found = recorded[(recorded.route == route) & (recorded.fiscal_year == year)].share
            cells.append(f"{100 * found.iloc[0]:.1f}%" if len(found) else "")
            cells += [f"{100 * np.nanmean(simulated[name][route][:, ends == year]):.1f}%" for name in names]
        yield f"| {route.replace('_', ' ')} | " + " | ".join(cells) + " |"
    error = markets.route_share_error(results, data / "route_shares.csv")
    yield ""
    yield (f"Root mean square of simulated less recorded shares, {names[0]}, fiscal years 2000 to 2010: "
           f"{100 * error:.1f} percentage points.")


def report(results, data, baseline, since):
    """Both tables."""
    baseline = baseline or results.scenarios[0]
    lines = list(policy_lines(results, baseline, since)) if len(results.scenarios) > 1 else []
    if "apprehensions_by_route" in results.dataset:
        lines += ["", *route_lines(results, data)]
    return "\n".join(lines)
