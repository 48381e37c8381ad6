"""Fail if the handle of a parameter has another name than the parameter.

In the rooms of the model a parameter is declared as the first value of its handle. The handle of
"border.apprehension" is `apprehension`, or `border_apprehension` where its struct holds parameters
of several subjects.
"""
import pathlib
import re
import sys

DECLARED = re.compile(r'ParameterId (\w+) =\s*declare\(\s*\{\s*\.name = "([\w.]+)"')


def main():
    root = pathlib.Path(sys.argv[1])
    found, wrong = 0, 0
    for path in sorted((root / "models").rglob("*parameters.hpp")):
        for handle, name in DECLARED.findall(path.read_text()):
            found += 1
            if handle not in (name.split(".", 1)[1], name.replace(".", "_")):
                wrong += 1
                print(f"{path.relative_to(root)}: the handle of {name} is called {handle}")
    if not wrong:
        print(f"{found} handles are named after their parameters")
    return 1 if wrong or not found else 0


if __name__ == "__main__":
    sys.exit(main())
