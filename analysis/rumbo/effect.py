"""What each policy changed: paired differences from the baseline with 90% intervals."""
import json
from pathlib import Path

import numpy as np
from scipy import stats

from . import series as headline
from . import style

LEVEL = 0.9


def mean_interval(differences, axis=0):
    """Mean and half width of its interval by Student's t, over the replicates (at least 2)."""
    n = differences.shape[axis]
    if n < 2:
        raise ValueError("an interval needs at least 2 replicates")
    error = differences.std(axis=axis, ddof=1) / np.sqrt(n)
    return differences.mean(axis=axis), stats.t.ppf(0.5 + LEVEL / 2, n - 1) * error


def effects(results, series, baseline):
    """Scenario -> [replicate, time] difference from the baseline in the same replicate."""
    reference = headline.values(results, series, baseline).values
    return {name: headline.values(results, series, name).values - reference
            for name in results.scenarios if name != baseline}


def first_record(results, scenario, baseline):
    """Position of the record in which the two first differ, as the file says; 0 if it does not say."""
    if "scenario_pairing" not in results.dataset:
        return 0
    months = []
    for name in (scenario, baseline):
        text = str(results.dataset["scenario_pairing"].sel(scenario=name).values)
        month = json.loads(text).get("first_difference") if text.startswith("{") else None
        months += [np.datetime64(month, "D")] if month else []
    later = np.flatnonzero(results.dataset.time.values >= min(months)) if months else []
    return int(later[0]) if len(later) else 0


def at_end(results, series, values, first=0):
    """[replicate] State at the last record, or the sum over the periods from `first` on."""
    return values[:, -1] if headline.is_stock(results, series) else values[:, first:].sum(axis=1)


def relative_effect(difference, baseline):
    """Change of the mean in % of the baseline's and the half width of its interval.

    A ratio of means with its first-order interval, as in `rumbo compare`; nothing if the
    baseline's mean is 0.
    """
    centre = baseline.mean()
    if centre == 0:
        return None
    ratio = difference.mean() / centre
    _, reach = mean_interval(difference - ratio * baseline)
    return 100 * ratio, 100 * reach / abs(centre)


def _look_of(names):
    """Name -> (colour, line): when the colours are used up, dashes follow."""
    n = len(style.COLOURS)
    return {name: (style.COLOURS[i % n], ("-", "--", ":")[i // n % 3]) for i, name in enumerate(names)}


def _check(results, baseline, wanted):
    baseline = baseline or results.scenarios[0]
    if len(results.scenarios) < 2:
        raise ValueError("the results hold one scenario only: there is nothing to compare with")
    chosen = headline.present(results, wanted or headline.HEADLINES)
    if not chosen:
        raise ValueError("the results hold none of the tables of the headline series")
    return baseline, chosen


def plot_effect_over_time(results, path=None, baseline=None, wanted=None):
    """A panel a series: the mean difference from the baseline and its 90% interval, by record."""
    baseline, chosen = _check(results, baseline, wanted)
    policies = [name for name in results.scenarios if name != baseline]
    looks = _look_of(policies)
    years = results.years()
    title = f"Difference from “{baseline}”, mean and 90% interval of {len(results.replicates)} paired runs"
    figure, axes = style.panels(len(chosen), title, foot=style.foot_for(len(policies)))
    for axis, series in zip(axes, chosen):
        axis.axhline(0, color=style.INK, linewidth=1)
        for name, difference in effects(results, series, baseline).items():
            middle, reach = mean_interval(difference)
            colour, line = looks[name]
            axis.fill_between(years, middle - reach, middle + reach, color=colour, alpha=0.22, linewidth=0)
            axis.plot(years, middle, line, color=colour, linewidth=1.8, label=name)
        unit = results.dataset[series.table].attrs.get("units", "")
        axis.set_title(series.name)
        axis.set_ylabel(unit if headline.is_stock(results, series) else f"{unit} a period")
        axis.yaxis.set_major_formatter(style.NUMBERS)
        style.years_below(axis)
    style.legend_below(figure, axes[0])
    return style.save(figure, Path(path) if path else None)


def plot_policy_effect(results, path=None, baseline=None, wanted=None):
    """A panel a series: the change in % at the end (stocks) or since scenarios differ (counts), by policy.

    Filled points have an interval that leaves out zero; hollow ones cannot be told from no effect.
    """
    baseline, chosen = _check(results, baseline, wanted)
    policies = [name for name in results.scenarios if name != baseline]
    title = (f"Change from “{baseline}” with 90% interval, {len(results.replicates)} paired runs "
             "(hollow: not distinguishable from none)")
    figure, axes = style.panels(len(chosen), title, height=1.0 + 0.32 * len(policies), foot=0.1)
    for column, (axis, series) in enumerate(zip(axes, chosen)):
        before = headline.values(results, series, baseline).values
        for place, (name, difference) in enumerate(effects(results, series, baseline).items()):
            first = first_record(results, name, baseline)
            ended = at_end(results, series, difference, first)
            change = relative_effect(ended, at_end(results, series, before, first))
            if change is None:
                axis.annotate("none in the baseline", (0, place), fontsize=9, color=style.GREY, va="center",
                              xytext=(6, 0), textcoords="offset points")
                continue
            middle, reach = change
            centre, half_width = mean_interval(ended)  # of the difference itself, as compare decides
            is_distinct = abs(centre) > half_width
            axis.errorbar(middle, place, xerr=reach, fmt="o", color=style.COLOURS[0], markersize=7, capsize=3,
                          elinewidth=1.8, markerfacecolor=style.COLOURS[0] if is_distinct else "white")
        axis.axvline(0, color=style.INK, linewidth=1.2, zorder=1.5)
        axis.set_ylim(len(policies) - 0.5, -0.5)
        axis.set_yticks(range(len(policies)), policies if column % 3 == 0 else [""] * len(policies))
        axis.grid(axis="x")
        axis.set_title(series.name)
        axis.set_xlabel("% of baseline, " + ("at the end" if headline.is_stock(results, series) else "since they differ"))
        axis.xaxis.set_major_formatter(style.CHANGES)
        axis.xaxis.get_major_locator().set_params(nbins=6)
    return style.save(figure, Path(path) if path else None)
