"""Fail if a reference page of docs/ is not what the program says of itself.

    check_parameter_page.py PROGRAM docs/parameters.md|docs/reference.md [--write]
"""
import pathlib
import subprocess
import sys

BEFORE = {
    "parameters.md": """# Parameters
Written by `rumbo list parameters --markdown`; change the declarations in the rooms of `models/migration/` (`parameters.hpp`) instead.

""",
    "reference.md": """# A month, channels, statuses, levers and tables
Written by `rumbo list KIND --markdown`; change the declarations instead: `models/migration/schedule.cpp`, `person.hpp`, `policies/`, `results.hpp` of the rooms, `world/schemas_*.cpp`.

""",
}
KINDS = {"parameters.md": ["parameters"], "reference.md": ["phases", "channels", "statuses", "levers", "tables", "inputs"]}


def main(program, page, write):
    text = BEFORE[page.name] + "\n".join(
        subprocess.run([program, "list", kind, "--markdown"], check=True, capture_output=True, text=True).stdout
        for kind in KINDS[page.name])
    if write:
        page.write_text(text)
        return 0
    if page.read_text() == text:
        return 0
    print(f"{page.name} is not current; write it anew: {sys.executable} tests/support/check_parameter_page.py "
          f"build/release/tools/rumbo docs/{page.name} --write")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], pathlib.Path(sys.argv[2]), "--write" in sys.argv))
