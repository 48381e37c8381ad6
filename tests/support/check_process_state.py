"""Fail on a variable of the process that could be written: runs may go side by side in one process.

Looks in engine/, models/ and reference/ at variables of namespaces, and at static members and static or
thread_local variables of functions: they must be constant. What may stay is listed with its reason; an
entry that is found nowhere fails too. A class whose constant object is written behind mutable members
is not seen, nor is a variable declared in one statement with its class.
"""
import pathlib
import re
import sys

ALLOWED = {
    "engine/run/signals.cpp: told": "a signal is sent to the process",
    "engine/run/signals.cpp: n_listeners": "handlers of signals belong to the process",
    "engine/run/signals.cpp: earlier": "handlers of signals belong to the process",
    "engine/hdf5/handle.cpp: mutex": "the HDF5 library is one a process, entered by one thread at a time",
    "engine/parallel/parallel.hpp: is_alone_": "a thread of its own: whether its loops run on it alone",
    "engine/random/many_draws.cpp: set": "instructions that draw: all give the same numbers, only tests choose",
}
NAMESPACE = re.compile(r'(?:\b(?:inline\s+)?namespace\b[\s\w:]*|\bextern\s+""\s*)$')
NOT_VARIABLE = re.compile(
    r"(?:using|typedef|template|friend|static_assert|namespace|concept|extern|struct|class|enum|union|[A-Z_]+\()\b")
STATIC = re.compile(r"(?:\b(?:inline|const|constexpr)\s+)*\b(?:static|thread_local)\b[^;{}]*[;{]")


def bare(text):
    """The text without comments, preprocessor lines and what strings hold; as many lines."""
    def lines(match):
        return "\n" * match.group(0).count("\n")
    text = re.sub(r'R"(\w*)\((?:.|\n)*?\)\1"', lambda match: '""' + lines(match), text)
    text = re.sub(r'"(?:\\.|[^"\\\n])*"|(?<!\w)\'(?:\\.|[^\'\\\n])+\'', '""', text)
    text = re.sub(r"//[^\n]*|/\*(?:.|\n)*?\*/", lines, text)
    return re.sub(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", lines, text, flags=re.M)


def outside(text):
    """What stands at the scope of namespaces: what other braces hold is left out but for its lines."""
    kept, depth = [], 0
    for position, sign in enumerate(text):
        if sign == "{" and (depth or not NAMESPACE.search(text[max(0, position - 200):position])):
            depth += 1
            if depth == 1:
                kept.append("{")
        elif sign == "}" and depth:
            depth -= 1
            if depth == 0:
                kept.append("}")
        elif sign in "{}":
            kept.append(";")
        elif not depth or sign == "\n":
            kept.append(sign)
    # A body ends its function; a value in braces belongs to what follows.
    return re.sub(r"(\{\s*\})(?!\s*[;,)])", r"\1;", "".join(kept))


def statements(text):
    """(line, words) of what may declare a variable that lives as long as the process."""
    line = 1
    for words in outside(text).split(";"):
        begin = line + words[:len(words) - len(words.lstrip())].count("\n")
        yield begin, " ".join(words.split())
        line += words.count("\n")
    for match in STATIC.finditer(text):
        yield text[:match.start()].count("\n") + 1, " ".join(match.group(0)[:-1].split())


def without_arguments(words):
    """A declaration without what stands between angle brackets."""
    while words != (words := re.sub(r"<[^<>]*>", "", words)):
        pass
    return words


def variable(words):
    """Name of the variable that a statement declares, or None."""
    left = without_arguments(re.split(r"[={]", words)[0]).strip()
    if NOT_VARIABLE.match(left) or "operator" in left:
        return None
    if called := re.match(r"[^(]*[\w>&*\]]\s+[&*]*(\w+)\((.*)\)$", left):  # a function, unless of values
        value = r'\s*(?:""|[\d.]\w*|true|false|nullptr)\s*'
        given = called.group(2)
        has_values = re.fullmatch(f"{value}(?:,{value})*", given) or re.search(r"\w\(", given)
        return called.group(1) if has_values else None
    named = re.fullmatch(r"[\w:&*\s]*[\w&*]\s*[\s&*](\w+)\s*(?:\[[^\]]*\]\s*)*", left)
    return named.group(1) if named else None


def is_constant(words):
    """Whether what is declared cannot be written: constexpr, or const and no pointer to what changes."""
    left = without_arguments(re.split(r"[={(]", words)[0])
    if "constexpr" in left:
        return True
    after = left.rsplit("*", 1)
    return bool(re.search(r"\bconst\b", after[-1] if len(after) > 1 else left))


def found(root):
    """(file, line, name) of every variable of the process that could be written."""
    for folder in ("engine", "models", "reference"):
        for path in sorted((root / folder).rglob("*.[ch]pp")):
            for line, words in statements(bare(path.read_text())):
                name = variable(words)
                if name and not is_constant(words):
                    yield path.relative_to(root), line, name


def main():
    root = pathlib.Path(sys.argv[1])
    unused, complaints = set(ALLOWED), {}
    for path, line, name in found(root):
        unused.discard(f"{path}: {name}")
        if f"{path}: {name}" not in ALLOWED:
            complaints[f"{path}:{line}: '{name}' belongs to the process and can be written; make it constant, "
                       "or give it to the run"] = None
    lines = [*complaints, *(f"{entry} is allowed, but is not there" for entry in sorted(unused))]
    print("\n".join(lines) or f"nothing of the process is written but {len(ALLOWED)} variables with a reason")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
