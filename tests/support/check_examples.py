"""Fail if an example in the documentation does not pass `rumbo check`, a link leads nowhere, or a count is not the page's.

An example is a ```toml block with `extends`; it is checked as if it lay in the folder named below.
"""
import pathlib
import re
import subprocess
import sys
import tempfile
import textwrap

FOLDERS = {  # page -> where a reader would put the examples of the page
    "README.md": "scenarios/policies",
    "docs/scenarios.md": "scenarios/policies",
    "scenarios/tutorial/README.md": "scenarios/tutorial",
}
LINKS = re.compile(r"\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)")


def examples(text):
    """Dedented ```toml blocks that extend another scenario."""
    for indent, block in re.findall(r"^( *)```toml\n(.*?)^ *```", text, re.DOTALL | re.MULTILINE):
        if re.search(r"^\s*extends\b", block, re.MULTILINE):
            yield textwrap.dedent(block)


def check_example(program, folder, block):
    """What `rumbo check` says against it; nothing if it is good."""
    block = re.sub(r'(extends\s*=\s*")', lambda found: f"{found.group(1)}{folder}/", block)
    with tempfile.TemporaryDirectory() as scratch:
        path = pathlib.Path(scratch) / "example.toml"
        path.write_text(block)
        done = subprocess.run([program, "check", path], capture_output=True, text=True)
    return "" if done.returncode == 0 else done.stderr


COUNTS = re.compile(r"(\d+) pass, (\d+) fail(?:,| and) (\d+) are not measured")


def check_counts(root):
    """How many facts pass: README.md says what docs/facts.md counts."""
    said, counted = (COUNTS.findall((root / page).read_text()) for page in ("README.md", "docs/facts.md"))
    return [] if said and said == counted else [f"README.md: facts passed, failed and not measured are {said}; docs/facts.md has {counted}"]


def main(program, root):
    complaints, n_examples = check_counts(root), 0
    for page, folder in FOLDERS.items():
        for block in examples((root / page).read_text()):
            n_examples += 1
            if found := check_example(program, root / folder, block):
                complaints.append(f"{page}: {found}")
    pages = [*root.glob("*.md"), *root.glob("docs/**/*.md"), *root.glob("scenarios/**/*.md"), *root.glob("analysis/*.md"), *root.glob("packaging/*.md")]
    for page in pages:
        for target in LINKS.findall(page.read_text()):
            if not (page.parent / target).exists():
                complaints.append(f"{page.relative_to(root)}: the link to {target} leads nowhere")
    print("\n".join(complaints) or f"{n_examples} examples and the links of {len(pages)} pages are good")
    return 1 if complaints or n_examples < 3 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], pathlib.Path(sys.argv[2])))
