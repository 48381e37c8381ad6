"""Shares out of counted components: vulnerability, the yearly survey, welfare, recidivism.

Each function returns a DataArray over (replicate, time, ...) of one scenario. Shares that rest on
fewer than `least` simulated persons are missing: small groups are not shown.
"""
from . import aggregation

LEAST = 10
COMPONENTS = ["irregular", "indebted", "minor_alone", "no_kin", "held"]


def vulnerability(results, scenario, over=("sex", "age_group"), least=LEAST):
    """(share of foreign-born residents with each component, index: the mean of the five)."""
    counts = aggregation.over(results, results.dataset["vulnerability"].sel(scenario=scenario), over)
    shares = _shares(results, counts, "component", "persons", least)
    return shares, shares.sel(component=COMPONENTS).mean("component")


def survey(results, scenario, least=LEAST):
    """Shares of those asked to whom each answer applies, by place."""
    return _shares(results, results.dataset["survey"].sel(scenario=scenario), "answer", "asked", least)


def welfare(results, scenario, least=LEAST):
    """Mean income at home (1,000 PPP USD a year) and mean log(1 + W) of being free to leave, by place and skill."""
    return _shares(results, results.dataset["welfare"].sel(scenario=scenario), "welfare_part", "persons", least)


def recidivism(results, scenario):
    """Share of apprehensions that are of persons apprehended in the 12 months before, by border."""
    counts = results.dataset["recidivism"].sel(scenario=scenario)
    total = counts.sum("apprehended")
    return counts.sel(apprehended="again") / total.where(total > 0)


def _shares(results, counts, axis, whole, least):
    total = counts.sel({axis: whole}, drop=True)
    simulated = total * float(results.dataset.attrs.get("scale", 1))
    others = [str(label) for label in counts[axis].values if str(label) != whole]
    return counts.sel({axis: others}) / total.where(simulated >= least)
