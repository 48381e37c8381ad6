"""Fail if a reference to the literature or to a section of docs/model.md leads nowhere.

`[Gathmann 2008]`, or `[Roy 1951; Borjas 1987]`, refers to docs/sources.md; `docs/model.md: Ties; Beliefs` to
headings of that page. Codes such as "science B7" or "C 35" belong to a text that is not here. Entries of
docs/sources.md stand once, in order, and are referred to somewhere; each lever cites one or says that it has none.
Seen to fail on the tree before the bibliography: codes in every mechanism and lever, no reference.
"""
import pathlib
import re
import sys

NAME = r"[A-Z][\w\-]+(?:(?:, | and )[A-Z][\w\-]+| and others)*"
KEY = rf"{NAME} (?:1[89]|20)\d\d"
REFERENCE = re.compile(rf"\[({KEY}(?:; {KEY})*)\](?!\()")
SECTIONS = re.compile(r"docs/model\.md: ([A-Z][\w, ]*\w(?:; [A-Z][\w, ]*\w)*)")
CODE = re.compile(r"\b[Ss]cience(?:\.md)?,? [A-E]\b|\b[B-E] ?\d{1,2}\b(?!\.\w)")
COMMENT_BREAK = re.compile(r'\s*\n\s*(?://[/!]?<?|#)\s*|"\s*\n\s*"')
KINDS = {".cpp", ".hpp", ".py", ".toml", ".md", ".csv", ".txt", ""}
GENERATED = {"CHANGELOG.md"}
NO_STUDY = ("no study", "as recalled")


def pages(root):
    """Path and text of every file of the project that may refer to something."""
    for top in ("analysis", "cmake", "docs", "engine", "models", "scenarios", "tests", "tools"):
        for path in sorted((root / top).rglob("*")):
            if path.is_file() and path.suffix in KINDS and "__pycache__" not in path.parts and path.resolve() != pathlib.Path(__file__).resolve():
                yield path, path.read_text(errors="replace")
    for path in sorted(root.glob("*.md")):
        if path.name not in GENERATED:
            yield path, path.read_text()


def flowing(path, text):
    """Comments and strings that go on over several lines as one line, tables of figures as they are."""
    return text if path.suffix == ".csv" else COMMENT_BREAK.sub(lambda found: " " if '"' not in found[0] else "", text)


def check_list(keys):
    """Complaints about the bibliography itself."""
    order = [key.lower().replace(",", "") for key in keys]
    found = [f"docs/sources.md: {key} stands twice" for key in sorted(set(keys)) if keys.count(key) > 1]
    if order != sorted(order):
        late = next(key for key, right in zip(keys, sorted(order)) if key.lower().replace(",", "") != right)
        found.append(f"docs/sources.md: {late} is not in the order of the alphabet")
    return found


def check_unbracketed(name, text, keys):
    """An author and year of the bibliography that stand outside of brackets."""
    bare = REFERENCE.sub("", text)
    for key in keys:
        if re.search(rf"(?<!\w){re.escape(key[:-5])},? \(?{key[-4:]}\b", bare):
            yield f"{name}: write [{key}]"


def main(root):
    listed = re.findall(rf"^- \[({KEY})\] \S", (root / "docs/sources.md").read_text(), re.MULTILINE)
    headings = set(re.findall(r"^### (.+)$", (root / "docs/model.md").read_text(), re.MULTILINE))
    complaints, used, n_references = check_list(listed), set(), 0
    for path, text in pages(root):
        name, text = path.relative_to(root), flowing(path, text)
        if str(name) == "docs/sources.md":
            continue
        for group in REFERENCE.findall(text):
            for key in group.split("; "):
                n_references += 1
                used.add(key)
                if key not in listed:
                    complaints.append(f"{name}: [{key}] is not in docs/sources.md")
        for group in SECTIONS.findall(text):
            complaints += [f"{name}: docs/model.md has no section '{section}'" for section in group.split("; ") if section not in headings]
        if path.suffix != ".csv" or "cience" in text:
            complaints += [f"{name}: '{code}' refers to a text that is not here" for code in CODE.findall(text)]
        complaints += check_unbracketed(name, text, listed)
        for source in re.findall(r"lever\.source =\s*\"([^\"]*)\"", text) if "policies" in path.parts else ():
            if not REFERENCE.search(source) and not any(words in source for words in NO_STUDY):
                complaints.append(f"{name}: the lever cites nothing and does not say so: '{source}'")
    complaints += [f"docs/sources.md: nothing refers to [{key}]" for key in listed if key not in used]
    print("\n".join(complaints) or f"{n_references} references to {len(listed)} sources are good")
    return 1 if complaints or n_references < 100 else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
