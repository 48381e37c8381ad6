"""Fail if a function that a header of the model declares is called by tests only.

A green test of a formula says something of the model only if the model runs that formula. Every
function that a header of models/migration declares must be reached from code of the engine, the
model or the tools (the plain model of reference/ counts as a test), directly or through other
functions. What only tests need belongs in tests/oracles.
"""
import pathlib
import re
import sys

DECLARATOR = re.compile(
    r"^(?:template\s*<[^\n]*>\s*\n)?"
    r"((?:\[\[\w+\]\] )?(?:[\w:]+(?:<[^;{}()=]*>)?[\s&*]+)+)(?:\w+::)*(\w+)\(",
    re.M)
ANY_DECLARATOR = re.compile(DECLARATOR.pattern.replace("^(?:template", r"^[ \t]*(?:template", 1), re.M)
NOT_A_TYPE = re.compile(r"\b(return|else|throw|new|case|using|namespace|operator)\b")


def bare(text):
    """The text without comments and strings."""
    text = re.sub(r'"(\\.|[^"\\\n])*"', '""', text)
    return re.sub(r"//[^\n]*|/\*.*?\*/", "", text, flags=re.S)


def closing(text, start, opening, end):
    """Position after the bracket that closes the one at start."""
    depth = 0
    for position in range(start, len(text)):
        depth += (text[position] == opening) - (text[position] == end)
        if depth == 0:
            return position + 1
    return len(text)


def functions(text):
    """(name, its body or '') of every function at the scope of a namespace."""
    for match in DECLARATOR.finditer(text):
        if NOT_A_TYPE.search(match.group(1)):
            continue
        after = closing(text, match.end() - 1, "(", ")")
        body = re.match(r"[\s\w]*(?::[^;{]*)?\{", text[after:])
        begin = after + body.end() - 1 if body else after
        yield match.group(2), text[begin:closing(text, begin, "{", "}")] if body else ""


def without_declarations(text):
    """The text without the names of functions, members too, that it declares or defines itself."""
    return ANY_DECLARATOR.sub(lambda m: m.group(0) if NOT_A_TYPE.search(m.group(1)) else " (", text)


def without_bodies(text):
    """What stands outside of functions: the first values of constants."""
    for _, body in functions(text):
        text = text.replace(body, "", 1) if body else text
    return without_declarations(text)


def members(text):
    """Bodies of classes, and definitions of members outside of them: they count as one caller."""
    parts = [text[m.start():closing(text, text.index("{", m.start()), "{", "}")]
             for m in re.finditer(r"^(?:class|struct) \w+ (?::[^{;]*)?\{", text, re.M)]
    parts += [text[m.start():closing(text, m.start() + m.group(0).index("{"), "{", "}")]
              for m in re.finditer(r"^[\w:<>&* ,]*\b\w+::\w+\([^{};]*\{", text, re.M)]
    return "\n".join(parts)


NAMESPACES = ("", "rumbo", "migration", "side_table_detail", "rows_detail")


def words(text):
    """Names that a text may call: not of members, not qualified by a class or by another library."""
    return {name for qualifier, name in re.findall(r"(?<![\w.>:])(?:(?:\w+::)*?(\w+)::)?([a-z]\w*)", text)
            if qualifier in NAMESPACES}


def uncalled(root):
    """(header, function) of the model that only tests reach."""
    declared, bodies, reached = {}, {}, ""
    for path in sorted((root / "models/migration").rglob("*.[ch]pp")):
        text = bare(path.read_text())
        for name, body in functions(text):
            if path.suffix == ".hpp":
                declared.setdefault(name, path)
            bodies[name] = bodies.get(name, "") + body
        reached += members(text) + without_bodies(text)
    for folder in ("engine", "tools"):
        for path in sorted((root / folder).rglob("*.[ch]pp")):
            reached += without_declarations(bare(path.read_text()))
    # Functions with internal linkage carry calls on too.
    called, fresh = set(), set(bodies) & words(reached)
    while fresh:
        called |= fresh
        fresh = (set(bodies) & words("\n".join(bodies[name] for name in fresh))) - called
    return [(path, name) for name, path in declared.items() if name not in called], len(declared)


def main():
    root = pathlib.Path(sys.argv[1])
    found, total = uncalled(root)
    for path, name in sorted(found):
        print(f"{path.relative_to(root)}: {name} is called by tests only; call it in the model or "
              "move it to tests/oracles")
    if not found:
        print(f"{total} functions that headers of the model declare are called")
    return 1 if found or not total else 0


if __name__ == "__main__":
    sys.exit(main())
