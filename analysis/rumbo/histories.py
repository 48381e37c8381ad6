"""Life histories of the panel: one row an event of a traced person.

A scenario asks for them with `[output] panel = N`. Persons who were ever held by
traffickers are left out of the file altogether.
"""
import h5py
import pandas

from .open import INDEX_SUFFIX, Results, ResultsError, open_results
from .verify import check_index, check_lengths


def panel(results, group="panel"):
    """Rows of a panel as a data frame, sorted by scenario, replicate, person and event.

    results  an open result file, or its path
    Labels come as categories (missing where there is none), `month` as a date.
    Raises ResultsError if the file has no panel.
    """
    if not isinstance(results, Results):
        results = open_results(results)
    with h5py.File(results.path, "r") as file:
        if group not in file or "event_group" not in file[group].attrs:
            raise ResultsError(f"{results.path}: it holds no {group}; a scenario asks for one with [output] panel = N")
        columns = {name: data[()] for name, data in file[group].items() if name != "row"}
    check_lengths(results.path, columns)
    return pandas.DataFrame({_plain(name): _labelled(results, name, values) for name, values in columns.items()})


def _plain(name):
    return name.removesuffix(INDEX_SUFFIX)


def _labelled(results, name, values):
    if name == "month":
        return pandas.Timestamp("2000-01-01") + pandas.to_timedelta(values, unit="D")
    if not name.endswith(INDEX_SUFFIX):
        return values
    labels = results.dataset[_plain(name)].values
    is_of_all = _plain(name) in ("scenario", "replicate")
    check_index(results.path, name, values, labels, least=0 if is_of_all else -1)
    if _plain(name) == "replicate":
        return labels[values]
    return pandas.Categorical.from_codes(values, labels)


def spells(frame):
    """Time lived in each place: one row a spell with `person`, `place`, `status` at its beginning, `begin`, `end`.

    A spell ends with a move, a death, departure, or at the last row of the person.
    """
    keys = ["scenario", "replicate", "person"]
    moves = ["moved", "stranded", "returned", "removed"]
    rows = frame.sort_values(keys + ["order"])
    begins = rows[rows["event"].isin(moves + ["traced"])].copy()
    begins["place"] = begins["destination"].astype(object).where(begins["event"] != "traced",
                                                                   begins["departure"].astype(object))
    last = rows.groupby(keys, observed=True)["month"].last().rename("last")
    begins = begins.join(last, on=keys)
    begins["end"] = begins.groupby(keys, observed=True)["month"].shift(-1).fillna(begins["last"])
    return begins.rename(columns={"month": "begin"})[keys + ["place", "status", "begin", "end"]].reset_index(drop=True)
