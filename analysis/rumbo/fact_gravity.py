"""How flows hang on diasporas: pairs of places of one run, by least squares and by Poisson regression."""
import numpy as np
import pandas

from .fact_measures import CHOSEN, Missing


def pairs(results, data, stock_year, first, last, scenario="baseline"):
    """(distance_km, stock, flow): frame of pairs, then [replicate, pair] persons; a pair is a row of corridors.csv."""
    if not {"stock", "moves_by_channel"} <= set(results.dataset):
        raise Missing("`stock` and `moves_by_channel`")
    table = pandas.read_csv(data / "corridors.csv")
    codes = {str(code): i for i, code in enumerate(results.dataset.origin.values)}
    table = table[table.origin.isin(codes) & table.destination.isin(codes)]
    years = np.round(results.years()).astype(int) - 1
    if stock_year not in years or not ((years >= first) & (years <= last)).any():
        raise Missing(f"the years {stock_year} to {last}")
    rows, columns = table.origin.map(codes).values, table.destination.map(codes).values

    def stock(run):
        return run.isel(time=np.flatnonzero(years == stock_year)[0]).sum(["status", "sex", "age_group"])

    def flow(run):
        chosen = run.isel(time=np.flatnonzero((years >= first) & (years <= last)), channel=np.isin(run.channel.values, CHOSEN))
        return chosen.sum(["time", "channel", "sex"])
    return (table, results.by_run("stock", scenario, stock).values[:, rows, columns],
            results.by_run("moves_by_channel", scenario, flow).values[:, rows, columns])


def explained(stock, flow):
    """[replicate] Share of the variance of log flows that log diasporas explain, of pairs that have both."""
    found = []
    for people, moves in zip(stock, flow):
        both = (people > 0) & (moves > 0)
        found.append(np.corrcoef(np.log(people[both]), np.log(moves[both]))[0, 1] ** 2 if both.sum() > 2 else np.nan)
    return np.array(found)


def elasticity(table, stock, flow):
    """[replicate] Elasticity of flows to 1 + the diaspora, beside distance, origin and destination (Poisson)."""
    constants = [pandas.get_dummies(table[side], dtype=float).values for side in ("origin", "destination")]
    logs = np.log(table.distance_km.values)
    common = np.column_stack([logs - logs.mean(), constants[0], constants[1][:, 1:]])
    return np.array([poisson(np.column_stack([np.log1p(people), common]), moves)[0] for people, moves in zip(stock, flow)])


def poisson(causes, counts, steps=100, tolerance=1e-8):
    """Coefficients that a Poisson regression of counts on causes gives, by reweighted least squares.

    A constant of a place without any count runs off to minus infinity; least squares of least
    norm and a floor under the mean keep the others unharmed.
    """
    mean = counts + counts.mean() + 1e-9
    fitted = np.log(mean)
    found = np.zeros(causes.shape[1])
    for _ in range(steps):
        weight = np.sqrt(mean)
        last, found = found, np.linalg.lstsq(causes * weight[:, None], (fitted + (counts - mean) / mean) * weight, rcond=1e-10)[0]
        fitted = np.clip(causes @ found, -20, 30)
        mean = np.exp(fitted)
        if np.abs(found[0] - last[0]) < tolerance:
            break
    return found
