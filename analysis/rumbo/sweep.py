"""Figures of a sweep: which parameters matter (from `rumbo sensitivity -o FILE.csv`), and how results follow them."""
from pathlib import Path

import numpy as np
import pandas

from . import series as headline
from . import style
from .effect import at_end
from .verify import ResultsError

COLUMNS = ("series", "unit", "scenario", "baseline", "method", "parameter", "measure", "value", "low", "high")
# The measure that ranks parameters, by method, in words for an axis.
STRENGTHS = {"morris": ("mu_star", "mu*, change over the whole range"), "sobol": ("total", "total share of the variance"),
             "emulator": ("total", "total share of the variance, of the emulator"),
             "regression": ("coefficient", "standardized coefficient")}
MOST_PARAMETERS = 15
MOST_PANELS = 6


def read_indices(path):
    """[row] What `rumbo sensitivity -o` wrote, a row an output, method, parameter and measure."""
    path = Path(path)
    try:
        frame = pandas.read_csv(path, keep_default_na=False)
    except (OSError, UnicodeDecodeError, pandas.errors.ParserError, pandas.errors.EmptyDataError) as error:
        raise ResultsError(f"{path}: it cannot be read as a table ({error})") from error
    missing = [name for name in COLUMNS if name not in frame.columns]
    if missing:
        raise ResultsError(f"{path}: it has no column '{missing[0]}'; rumbo sensitivity -o FILE.csv writes it")
    for name in ("value", "low", "high", "is_chance"):
        frame[name] = pandas.to_numeric(frame[name], errors="coerce")
    return frame


def outputs_of(indices, method):
    """(title, rows) of each output that a method speaks of, in the order of the file."""
    rows = indices[indices.method == method]
    for (series, scenario, baseline), found in rows.groupby(["series", "scenario", "baseline"], sort=False):
        yield (f"{series}\nin {scenario}" if not baseline else f"{series},\neffect of {scenario}"), found


def measure(rows, name):
    """[parameter] value, low, high and is_chance of one measure, strongest first."""
    found = rows[rows.measure == name].set_index("parameter")[["value", "low", "high", "is_chance"]]
    return found.loc[found.value.abs().sort_values(ascending=False, kind="stable").index]


def _chosen(indices, method):
    outputs = list(outputs_of(indices, method))[:MOST_PANELS]
    if not outputs:
        raise ValueError(f"the indices hold nothing of method {method}; they have "
                         f"{', '.join(sorted(set(indices.method))) or 'none'}")
    return outputs


def best_method(indices):
    """The first method of the indices that ranks by shares or effects, else the regression."""
    for method in ("morris", "sobol", "emulator", "regression"):
        if (indices.method == method).any():
            return method
    raise ValueError("the indices hold no method")


def plot_tornado(indices, path=None, method=None, count=MOST_PARAMETERS):
    """A panel an output (at most six): a bar a parameter, the strongest on top, with its interval.

    Pale bars are no larger than what chance alone gives.
    """
    method = method or best_method(indices)
    name, label = STRENGTHS[method]
    outputs = _chosen(indices, method)
    longest = min(count, max(len(measure(rows, name)) for _, rows in outputs))
    columns = 1 if len(outputs) == 1 else 2  # names of parameters take room
    figure, axes = style.panels(len(outputs), f"Parameters that matter: {label}", columns=columns,
                                height=1.3 + 0.24 * longest, foot=0.1)
    for axis, (title, rows) in zip(axes, outputs):
        found = measure(rows, name).head(count)
        places = np.arange(len(found))
        error = np.vstack([found.value - found.low, found.high - found.value])
        is_known = np.isfinite(error).all()
        colours = [style.COLOURS[5] if chance == 1 else style.COLOURS[0] for chance in found.is_chance]
        axis.barh(places, found.value, color=colours, height=0.7, xerr=np.clip(error, 0, None) if is_known else None,
                  error_kw={"ecolor": style.INK, "elinewidth": 1.2, "capsize": 2})
        for place, chance in zip(places, found.is_chance):
            axis.patches[place].set_alpha(0.45 if chance == 1 else 1)
        axis.set_yticks(places, found.index)
        axis.set_ylim(len(found) - 0.4, -0.6)
        axis.axvline(0, color=style.INK, linewidth=1)
        axis.set_title(title)
        axis.grid(axis="y", visible=False)
        axis.grid(axis="x", visible=True)
        axis.xaxis.set_major_formatter(style.NUMBERS)
    return style.save(figure, Path(path) if path else None)


def plot_morris(indices, path=None, named=6):
    """A panel an output (at most six): mu* against sigma; the parameters that matter most are named.

    On the line sigma = mu*: as much scatter as effect. Hollow: no larger than chance.
    """
    outputs = _chosen(indices, "morris")
    figure, axes = style.panels(len(outputs), "Elementary effects: size (mu*) and scatter (sigma) over the ranges",
                                columns=min(2, len(outputs)), height=3.6, foot=0.1)
    for axis, (title, rows) in zip(axes, outputs):
        size, scatter = measure(rows, "mu_star"), measure(rows, "sigma").value
        scatter = scatter.reindex(size.index)
        edge = 1.12 * max(size.value.max(), scatter.max(), 1e-300)
        axis.plot([0, edge], [0, edge], color=style.GREY, linewidth=1, linestyle="--")
        faces = ["white" if chance == 1 else style.COLOURS[0] for chance in size.is_chance]
        axis.scatter(size.value, scatter, facecolors=faces, edgecolors=style.COLOURS[0], s=36, zorder=3)
        _name_points(axis, size.value.head(named), scatter, edge)
        axis.set_xlim(0, 1.25 * edge)  # room for the names
        axis.set_ylim(0, edge)
        axis.set_title(title)
        axis.set_xlabel("mu*")
        axis.set_ylabel("sigma")
        axis.xaxis.set_major_formatter(style.NUMBERS)
        axis.yaxis.set_major_formatter(style.NUMBERS)
    return style.save(figure, Path(path) if path else None)


def _name_points(axis, size, scatter, edge):
    """Names beside points; one that would cover another is left out."""
    taken = []
    for name, x in size.items():
        y = scatter[name]
        if any(abs(x - other) < 0.25 * edge and abs(y - height) < 0.07 * edge for other, height in taken):
            continue
        taken.append((x, y))
        axis.annotate(name, (x, y), xytext=(6, 3), textcoords="offset points", fontsize=9)


def sweep_of(results):
    """(parameters, [point, parameter] values, scale of each parameter, [replicate] point) of a sweep."""
    data = results.dataset
    if "sweep_parameter" not in data.variables:
        raise ResultsError(f"{results.path}: it holds no sweep: all of its runs have the same parameters")
    return ([str(name) for name in data.sweep_parameter.values], data.sweep_value.values,
            [str(scale) for scale in data.sweep_scale.values], data.point_of_replicate.values)


def point_means(results, series, scenario, baseline=None):
    """[point] Mean over replicates at the end (stocks) or in all (counts); less the baseline's, if given.

    NaN where every run of a point failed.
    """
    _, table, _, points = sweep_of(results)
    runs = headline.values(results, series, scenario).values
    if baseline is not None:
        runs = runs - headline.values(results, series, baseline).values
    numbers = at_end(results, series, runs)
    means = np.full(len(table), np.nan)
    for point in np.unique(points):
        means[point] = numbers[points == point].mean()
    return means


def running_mean(x, y, width):
    """Means over `width` neighbours in the order of x: (x, y), shorter by width - 1."""
    order = np.argsort(x, kind="stable")
    box = np.full(width, 1 / width)
    return np.convolve(x[order], box, "valid"), np.convolve(y[order], box, "valid")


def plot_responses(results, series=None, path=None, scenario=None, baseline=None, parameters=None):
    """A panel a parameter (the first six): the output at each point against the value of the parameter.

    The line is a running mean: what the parameter does, the others being anywhere in their ranges.

    series    a headline series; default: the first that the file holds
    baseline  a scenario: its number is subtracted run by run
    """
    names, values, scales, _ = sweep_of(results)
    unknown = [name for name in parameters or [] if name not in names]
    if unknown:
        raise ValueError(f"no parameter '{unknown[0]}' in the sweep; it has {', '.join(names)}")
    present = headline.present(results)
    if series is None and not present:
        raise ValueError("the results hold none of the tables of the headline series")
    series, scenario = series or present[0], scenario or results.scenarios[0]
    means = point_means(results, series, scenario, baseline)
    is_known = np.isfinite(means)
    shown = (list(parameters) if parameters else names)[:MOST_PANELS]
    what = f"{series.name} in {scenario}" if baseline is None else f"{series.name}, effect of {scenario}"
    figure, axes = style.panels(len(shown), f"{what}: points of the sweep and their running mean", height=2.7, foot=0.1)
    for axis, name in zip(axes, shown):
        place = names.index(name)
        x, y = values[is_known, place], means[is_known]
        axis.plot(x, y, "o", color=style.COLOURS[5], markersize=3.5, alpha=0.7)
        axis.plot(*running_mean(x, y, min(len(x), max(5, len(x) // 6))), color=style.COLOURS[1], linewidth=2)
        if scales[place] == "log":
            axis.set_xscale("log")
        axis.set_xlabel(name)
        axis.yaxis.set_major_formatter(style.NUMBERS)
    return style.save(figure, Path(path) if path else None)
