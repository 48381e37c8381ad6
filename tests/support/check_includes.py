"""Fail on any include that the line of its room in CMakeLists.txt does not allow.

A room may include itself, the rooms that its `rumbo_room` line lists, and the
packages that it lists; a package with an owner may be included nowhere else.
"""
import pathlib
import re
import sys

OWNED = {
    "random123": r"Random123/",
    "tbb": r"(oneapi/)?tbb/",
    "hdf5": r"hdf5",
    "sleef": r"sleef",
    "tomlplusplus": r"toml\+\+",
    "eigen": r"Eigen/",
    "csv": r"csv\.h$",
    "mpi": r"mpi\.h",
    "openssl": r"openssl/",
    "json": r"nlohmann/",
    "nlopt": r"nlopt\.h",
}
LIBRARY_MATHS = re.compile(r"std::(exp|log|pow|exp2|log2|log10|log1p|expm1|sin|cos|tan|sqrtf|cbrt|tgamma|lgamma|erf)\(")


def rooms(root):
    """Folder -> (rooms it may include, packages it may include), from CMakeLists.txt."""
    found = {}
    for folder, words in re.findall(r"rumbo_room\(([^\s)]+)\s*([^)]*)\)", (root / "CMakeLists.txt").read_text()):
        allowed, _, packages = words.partition("PACKAGES")
        found[folder] = (allowed.split(), packages.split())
    return found


def complaints(root):
    known = rooms(root)
    folder_of = {folder.split("/")[-1]: folder for folder in known}
    for folder, (allowed, packages) in known.items():
        prefixes = [folder + "/"] + [folder_of[name] + "/" for name in allowed]
        for path in sorted((root / folder).rglob("*.[ch]pp")):
            for number, line in enumerate(path.read_text().splitlines(), 1):
                where = f"{path.relative_to(root)}:{number}"
                match = re.match(r'\s*#include\s+["<]([^">]+)[">]', line)
                if match:
                    name = match.group(1)
                    if re.match(r"(engine|models|reference|tools|tests)/", name) and not name.startswith(tuple(prefixes)):
                        yield f"{where}: {name} is not in a room that {folder} may include ({', '.join(allowed)})"
                    for package, pattern in OWNED.items():
                        if re.match(pattern, name) and package not in packages:
                            yield f"{where}: {name} belongs to the rooms that list the package {package}"
                elif folder != "engine/maths" and LIBRARY_MATHS.search(line.split("//")[0]):
                    yield f"{where}: the C library's functions differ between processors; use engine/maths"


def main():
    root = pathlib.Path(sys.argv[1])
    found = list(complaints(root))
    print("\n".join(found) or f"{len(rooms(root))} rooms keep to their lines")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
