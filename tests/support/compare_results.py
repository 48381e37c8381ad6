#!/usr/bin/python3
"""Whether two result files hold the same results to the bit: every data set, and the digests of final states.

What tells of the program and the computer (attributes, but for those digests) is not compared. Prints the names
of what differs; the status is 0 only if there are none. Needs python3-h5py.
"""
import sys

import h5py
import numpy


def contents(path):
    """Name -> type, shape and bytes of every data set, texts as they read."""
    found = {}

    def note(name, item):
        if isinstance(item, h5py.Dataset):
            values = numpy.asarray(item[()])
            words = repr(values.tolist()).encode() if values.dtype == object else values.tobytes()
            found[name] = (str(item.dtype), values.shape, words)

    with h5py.File(path) as file:
        file.visititems(note)
        found["state_digests"] = file.attrs["state_digests"]
    return found


def main(first, second):
    """Compares the files; returns the status of the process."""
    a, b = contents(first), contents(second)
    names = sorted(set(a) | set(b))
    differing = [name for name in names if a.get(name) != b.get(name)]
    if differing:
        print(f"{first} and {second} differ in {len(differing)} of {len(names)}: {', '.join(differing)}")
        return 1
    print(f"Equal to the bit: {len(names) - 1} data sets and the final state.")
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(f"compare_results.py: found {len(sys.argv) - 1} arguments, expected two result files")
    sys.exit(main(*sys.argv[1:]))
