"""A pack with one table of four roles over six rows, to be drilled."""

from pathlib import Path

ROLES = ("owner", "manager", "master", "devs")
TITLES = {
    "owner": ("Product Owner", "product-owner"),
    "manager": ("Project Manager", "project-manager"),
    "master": ("Scrum Master", "scrum-master"),
    "devs": ("Developers", "developers"),
}
SAID = {
    "focus": ("what is worth building", "when it is delivered", "how Scrum works", "how it is built"),
    "owns": ("the Product Backlog", "the project plan", "", "the Sprint Backlog"),
    "success": ("a successful product", "a successful project", "an effective team", "a Done Increment"),
    "says-no": ("by ordering", "by change control", "by coaching", "by the Definition of Done"),
    "horizon": ("the life of the product", "the project", "the organisation", "the Sprint"),
    "events": ("takes part", "has no place", "sees that they happen", "takes part"),
}


def write_roles(root: Path) -> Path:
    """Write the pack and give its folder."""
    sentences = "\n".join(f"## {row} {{#{row}}}\n\n{_article(row)}\n" for row in SAID)
    files = {
        "pack.yaml": "id: p\ntitle: Roles\nlanguage: en-GB\nlicence: CC-BY-SA-4.0\n"
        "topics:\n  - {name: roles, title: Roles}\n",
        "articles/roles/roles.md": f"---\ntitle: Roles\nslug: roles\n---\n\nFour roles.\n\n{sentences}",
        "comparisons/roles.yaml": _comparison(),
    }
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def _article(row: str) -> str:
    return " ".join(
        f"{TITLES[role][0]}: {text}." for role, text in zip(ROLES, SAID[row], strict=True) if text
    )


def _comparison() -> str:
    lines = ["name: roles", "title: Four roles", "columns:"]
    lines += [
        f"  - {{name: {role}, title: {title}, short: {title}, colour: {colour}}}"
        for role, (title, colour) in TITLES.items()
    ]
    lines += ["themes:", "  - {name: purpose, title: Purpose}", "  - {name: work, title: Work}", "rows:"]
    for number, (row, texts) in enumerate(SAID.items()):
        lines += [f"  - name: {row}", f"    title: {row.capitalize()}"]
        lines += [f"    theme: {'purpose' if number < 3 else 'work'}", "    cells:"]
        for role, text in zip(ROLES, texts, strict=True):
            if text:
                quote = f"{TITLES[role][0]}: {text}."
                lines.append(f"      {role}:")
                lines.append(f"        text: {text}")
                lines.append("        kind: practice")
                lines.append(f'        proof: {{at: "roles#{row}", quote: "{quote}"}}')
                lines.append("        source: unsettled")
    return "\n".join(lines) + "\n"
