"""Fail if the plain model of reference/ calls a maker of tables that it is to judge.

Makers are the phases of tables and of rationing in schedule.cpp, what headers of models/migration
declare as set_...(Rooms, and a few that go over all markets or routes within a phase. The plain model
has its own of each, but for those named below with the reason; a name in the list that is not called
is an error.
"""
import pathlib
import re
import sys

WITHIN_PHASES = {"run_traffickers", "match_clients", "note_alone", "remember_routes", "renew_hostility",
                 "add_up", "rights_of"}
STILL_CALLED = {
    "set_values": "the parameters in force are what a run is given, as the world is",
}


def bare(text):
    """The text without comments and strings."""
    return re.sub(r"//[^\n]*", "", re.sub(r'"(\\.|[^"\\\n])*"', '""', text))


def makers(root):
    """Names that the plain model may not call."""
    model = root / "models/migration"
    schedule = bare((model / "schedule.cpp").read_text())
    found = set(re.findall(r"phase<(\w+)>\((?:table|ration)\b", schedule))
    if not found:
        raise SystemExit("schedule.cpp: no phases of tables were found")
    for path in model.rglob("*.hpp"):
        found |= set(re.findall(r"\b(set_\w+)\(\s*Rooms<", bare(path.read_text())))
    return found | WITHIN_PHASES


def calls(root, names):
    """(file, line number, name) of calls with arguments; members of the plain model take none."""
    call = re.compile(r"(?<![\w.:>])(" + "|".join(sorted(names)) + r")\s*\(\s*(?!\))")
    for path in sorted((root / "reference").rglob("*.[ch]pp")):
        text = bare(path.read_text())
        for match in call.finditer(text):
            yield path.relative_to(root), text.count("\n", 0, match.start()) + 1, match.group(1)


def complaints(root):
    names = makers(root)
    found = list(calls(root, names))
    for path, line, name in found:
        if name not in STILL_CALLED:
            yield f"{path}:{line}: calls {name}, which it is to judge; compute the table in reference/"
    for name in sorted(set(STILL_CALLED) - {name for _, _, name in found}):
        yield f"check_plain_makers.py: {name} is not called any more; take it out of STILL_CALLED"


def main():
    root = pathlib.Path(sys.argv[1])
    found = list(complaints(root))
    print("\n".join(found) or f"the plain model calls {len(STILL_CALLED)} of {len(makers(root))} makers")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
