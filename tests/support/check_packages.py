"""Fail if a library that the build asks for is used by nobody, or results name others than are used.

A package of cmake/Packages.cmake is used if a room or target lists it and a source there includes it.
"""
import json
import pathlib
import re
import subprocess
import sys

sys.dont_write_bytecode = True
from check_includes import OWNED  # noqa: E402

ELSEWHERE = {"boost": r"boost/", "cli11": r"CLI/", "fmt": r"fmt/", "spdlog": r"spdlog/"}
INCLUDE = re.compile(r'^\s*#\s*include\s+["<]([^">]+)[">]', re.MULTILINE)


def declared(root):
    """Name of a package -> what results call it, without its version."""
    text = (root / "cmake/Packages.cmake").read_text()
    return {name: words.split()[0] for name, words in re.findall(r'^rumbo_package\((\w+) "([^"]+)"', text, re.MULTILINE)}


def users(root):
    """Name of a package -> folders that list it."""
    found = {}
    for folder, words in re.findall(r"rumbo_room\(([^\s)]+)\s*([^)]*)\)", (root / "CMakeLists.txt").read_text()):
        for package in words.partition("PACKAGES")[2].split():
            found.setdefault(package, []).append(folder)
    for where, folders in {"cmake/Rooms.cmake": ["engine", "models", "tools"], "tools/CMakeLists.txt": ["tools"]}.items():
        for words in re.findall(r"rumbo_use_package\(\w+ [A-Z]+ ([^)$]+)\)", (root / where).read_text()):
            for package in words.split():
                found.setdefault(package, []).extend(folders)
    return found


def includes(root, folders):
    for folder in folders:
        for path in (root / folder).rglob("*.[ch]pp"):
            yield from INCLUDE.findall(path.read_text())


def recorded(program):
    """What `rumbo info` says that it was built with."""
    told = json.loads(subprocess.run([program, "info", "--json"], capture_output=True, check=True, text=True).stdout)
    words = json.dumps(told)
    return re.search(r'"libraries": "([^"]*)"', words).group(1).split(", ")


def complaints(root, program):
    names, used = declared(root), users(root)
    for package, name in names.items():
        pattern = {**OWNED, **ELSEWHERE}[package]
        if package not in used:
            yield f"cmake/Packages.cmake asks for {name}, and no room or target lists it"
        elif not any(re.match(pattern, header) for header in includes(root, used[package])):
            yield f"{', '.join(used[package])} list the package {package}, and no source there includes it"
    told = recorded(program)
    expected = {names[package] for package in used}
    if {words.split()[0] for words in told} != expected:
        yield f"rumbo info tells of {', '.join(told)}; linked are {', '.join(sorted(expected))}"
    if len(told) != len(expected):
        yield f"rumbo info tells a library twice: {', '.join(told)}"


def main():
    root = pathlib.Path(sys.argv[1])
    found = list(complaints(root, sys.argv[2]))
    print("\n".join(found) or f"{len(declared(root))} packages are used and recorded")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
