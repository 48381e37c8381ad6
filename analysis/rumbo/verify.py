"""Whether a result file is what was written, and says what a result file can.

A file ends with a line that holds the sha256 of all bytes before it. It is compared before the
libraries of HDF5 see a byte, once for a file that does not change.
"""
import hashlib
import stat
import warnings

import numpy as np

LINE_BEGIN = b"\nrumbo sha256 "
LINE_LENGTH = len(LINE_BEGIN) + 64 + 1
KIND = "rumbo results 2"
KIND_WITHOUT_DIGEST = "rumbo results 1"
_verified = {}


class ResultsError(Exception):
    """A file that is not what it should be; the message is one sentence."""


def content_digest(path):
    """The digest that a file ends with, or None if it has none. Raises ResultsError if it does not hold."""
    facts = path.stat()
    if not stat.S_ISREG(facts.st_mode):
        raise ResultsError(f"{path}: it is no ordinary file")
    known = (str(path.resolve()), facts.st_ino, facts.st_size, facts.st_mtime_ns)
    if known not in _verified:
        _verified[known] = _read_digest(path, facts.st_size)
    return _verified[known]


def _read_digest(path, size):
    if size < LINE_LENGTH:
        return None
    digest, left = hashlib.sha256(), size - LINE_LENGTH
    with open(path, "rb") as file:
        while left > 0 and (piece := file.read(min(left, 1 << 20))):
            digest.update(piece)
            left -= len(piece)
        line = file.read()
    if not line.startswith(LINE_BEGIN) or not line.endswith(b"\n"):
        return None
    if line[len(LINE_BEGIN):-1] != digest.hexdigest().encode():
        raise ResultsError(f"{path}: it is damaged, its content is not what was written (sha256 of its bytes)")
    return digest.hexdigest()


def check_kind(path, attributes, digest):
    """Refuses files of others, unfinished ones, and those that have lost their digest."""
    kind = attributes.get("file_kind", "")
    if kind not in (KIND, KIND_WITHOUT_DIGEST):
        raise ResultsError(f"{path}: it is no result file of rumbo")
    if attributes.get("run_status") != "complete":
        raise ResultsError(f"{path}: its run was not completed")
    if digest is not None:
        return
    if kind == KIND:
        raise ResultsError(f"{path}: the digest at its end is gone: it was cut off or changed")
    warnings.warn(f"{path}: it carries no digest, an older program wrote it; whether it is damaged cannot be told",
                  stacklevel=3)


def check_dataset(path, dataset):
    """Axes with labels that differ, times that ascend, tables over the axes they name."""
    for name in ("scenario", "replicate", "time"):
        if name not in dataset.variables or dataset[name].dims != (name,) or dataset.sizes[name] == 0:
            raise ResultsError(f"{path}: its axis '{name}' is missing or has no labels")
        if len(set(dataset[name].values.tolist())) != dataset.sizes[name]:
            raise ResultsError(f"{path}: a label of its axis '{name}' is there twice")
    times = dataset.time.values
    if not np.issubdtype(times.dtype, np.datetime64) or not (np.diff(times) > np.timedelta64(0)).all():
        raise ResultsError(f"{path}: its times are not ascending dates")
    if dataset.get("time_bounds") is None or dataset.time_bounds.shape != (dataset.sizes["time"], 2):
        raise ResultsError(f"{path}: its time_bounds are missing or of another length than its times")
    for name, table in dataset.data_vars.items():
        if "table_axes" in table.attrs:
            _check_table(path, dataset, name, table)


def _check_table(path, dataset, name, table):
    axes = ("scenario", "replicate", "time", *str(table.attrs["table_axes"]).split())
    if table.dims != axes:
        raise ResultsError(f"{path}: table '{name}' is over {table.dims}; its axes are {axes}")
    if not np.issubdtype(table.dtype, np.number):
        raise ResultsError(f"{path}: table '{name}' holds no numbers")
    for axis in axes:
        if axis not in dataset.variables or dataset.sizes[axis] != len(dataset[axis]):
            raise ResultsError(f"{path}: table '{name}' has no labels for its axis '{axis}'")


def check_index(path, column, numbers, labels, least=0):
    """Refuses an index column that points beside its labels; -1 = none where `least` is -1."""
    numbers = np.asarray(numbers)
    if numbers.ndim != 1 or not np.issubdtype(numbers.dtype, np.integer):
        raise ResultsError(f"{path}: {column} is no column of whole numbers")
    if len(numbers) and (numbers.min() < least or numbers.max() >= len(labels)):
        raise ResultsError(f"{path}: {column} has an index out of range; expected {least} to {len(labels) - 1}")


def check_lengths(path, columns):
    """Refuses columns of one group that have different lengths."""
    lengths = {len(values) for values in columns.values()}
    if len(lengths) > 1:
        raise ResultsError(f"{path}: columns of one group have different lengths: {sorted(lengths)}")
