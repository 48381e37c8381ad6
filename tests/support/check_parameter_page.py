"""Fail if docs/parameters.md is not what the program says of its parameters."""
import pathlib
import subprocess
import sys

BEFORE = """# Parameters
Written by `rumbo list parameters --markdown`; change the declarations in `models/migration/parameters/` instead.

"""


def main(program, page, write):
    text = BEFORE + subprocess.run([program, "list", "parameters", "--markdown"], check=True, capture_output=True, text=True).stdout
    if write:
        page.write_text(text)
        return 0
    if page.read_text() == text:
        return 0
    print(f"{page.name} is not current; write it anew: {sys.executable} tests/support/check_parameter_page.py "
          "build/release/tools/rumbo docs/parameters.md --write")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], pathlib.Path(sys.argv[2]), "--write" in sys.argv))
