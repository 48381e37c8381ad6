"""Fail if a room of the model reads of another what that room keeps to itself.

A room is a folder of models/migration. Others may include its header of the same name, what it
declares (state.hpp, parameters.hpp, results.hpp) and headers whose first comment says that other
rooms may include them; of persons, the world and the collections, all. The whole state is seen by
few files only.
"""
import pathlib
import re
import sys

MODEL = "models/migration"
DECLARES = {"state.hpp", "parameters.hpp", "results.hpp"}
GROUND = {"person", "world", "results", "parameters"}  # what all rooms stand on
SEES_ALL = {"registry.cpp", "schedule.cpp", "phase.hpp"}
OPEN = "Other rooms may include it."


def first_comment(text):
    return " ".join(line[2:].strip() for line in re.match(r"(?://[^\n]*\n)*", text).group(0).splitlines())


def complaints(root):
    model = root / MODEL
    for path in sorted(model.rglob("*.[ch]pp")):
        place = path.relative_to(model).parts
        text = path.read_text()
        for number, line in enumerate(text.splitlines(), 1):
            where = f"{path.relative_to(root)}:{number}"
            match = re.match(rf'\s*#include\s+"{MODEL}/([^"]+)"', line)
            if not match:
                continue
            if match.group(1) in ("state.hpp", "phase.hpp") and path.name not in SEES_ALL:
                yield f"{where}: the whole state is seen by {', '.join(sorted(SEES_ALL))} only; ask for rooms"
            other = match.group(1).split("/")
            if len(other) < 2 or len(place) < 2 or other[0] == place[0] or other[0] in GROUND:
                continue
            if other[-1] in DECLARES or other[-1] == other[0] + ".hpp":
                continue
            if OPEN not in first_comment((model / match.group(1)).read_text()):
                yield (f"{where}: {match.group(1)} is {other[0]}'s own; include {other[0]}/{other[0]}.hpp, or say in "
                       f"its first comment: {OPEN}")


def main():
    found = list(complaints(pathlib.Path(sys.argv[1])))
    print("\n".join(found) or "rooms of the model read of each other what is meant for others")
    return 1 if found else 0


sys.exit(main())
