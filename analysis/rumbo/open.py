"""Open result files: dense tables as an xarray dataset, sparse ones as data frames.

A file of many runs is larger than memory, so nothing is read until it is asked
for, and `by_run` goes through a table one run at a time.
"""
from dataclasses import dataclass, field
from pathlib import Path

import h5py
import numpy as np
import pandas
import xarray

from .verify import ResultsError, check_dataset, check_index, check_kind, check_lengths, content_digest

INDEX_SUFFIX = "_index"


@dataclass
class Results:
    """An open result file.

    dataset  dense tables over (scenario, replicate, time, axes...), read when used
    path     the file
    """

    dataset: xarray.Dataset
    path: Path
    _frames: dict = field(default_factory=dict)

    @property
    def scenarios(self):
        """Names, in the order of the file; the first is the baseline unless said otherwise."""
        return [str(name) for name in self.dataset.scenario.values]

    @property
    def replicates(self):
        return [int(number) for number in self.dataset.replicate.values]

    @property
    def sparse_tables(self):
        """Names of the tables that `frame` can read."""
        with h5py.File(self.path, "r") as file:
            return [name for name, item in file.items() if isinstance(item, h5py.Group) and "table_axes" in item.attrs]

    def frame(self, table):
        """Rows of a sparse table: labels of every axis, `time`, and `value` in the table's units."""
        if table not in self._frames:
            self._frames[table] = self._read_frame(table)
        return self._frames[table]

    def _read_frame(self, table):
        with xarray.open_dataset(self.path, group=table) as group:
            columns = {name: group[name].values for name in group.data_vars}
        check_lengths(self.path, columns)
        frame = {}
        for name, numbers in columns.items():
            if not name.endswith(INDEX_SUFFIX):
                continue
            axis = name[: -len(INDEX_SUFFIX)]
            labels = self.dataset[axis].values
            check_index(self.path, f"{table}/{name}", numbers, labels)
            # Few labels, many rows: categories keep the frame small.
            frame[axis] = labels[numbers] if axis in ("time", "replicate") else pandas.Categorical.from_codes(numbers, labels)
        frame["value"] = columns["value"]
        return pandas.DataFrame(frame)

    def years(self):
        """[time] End of each record period as a decimal year: 2001.0 is the end of December 2000."""
        end = pandas.DatetimeIndex(self.dataset.time_bounds.isel(bound=1).values)
        return end.year + (end.dayofyear - 1) / 365.25

    def by_run(self, table, scenario, reduce):
        """[replicate, ...] What `reduce` makes of one run after the other of a dense table.

        reduce  takes a DataArray over (time, axes...) and returns one over fewer axes
        """
        runs = self.dataset[table].sel(scenario=scenario)
        return xarray.concat([reduce(runs.isel(replicate=i).load()) for i in range(runs.sizes["replicate"])],
                             dim="replicate").assign_coords(replicate=self.dataset.replicate)


def open_results(path):
    """Open a result file, after comparing its content with its digest.

    Raises ResultsError if it is missing, damaged or not complete, or says what no result file can.
    """
    path = Path(path)
    if not path.exists():
        raise ResultsError(f"{path}: no such file")
    try:
        digest = content_digest(path)
        dataset = xarray.open_dataset(path, engine="netcdf4")
    except ResultsError:
        raise
    except Exception as error:  # the libraries raise whatever comes of what a foreign file says
        raise ResultsError(f"{path}: it cannot be read as a result file ({error})") from error
    check_kind(path, dataset.attrs, digest)
    check_dataset(path, dataset)
    return Results(dataset, path)


def quantile_band(values, level=0.9, axis=0):
    """Median and the band that holds `level` of the values, as (low, middle, high)."""
    tail = (1 - level) / 2
    return tuple(np.quantile(values, [tail, 0.5, 1 - tail], axis=axis))
