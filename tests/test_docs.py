"""Documents: Chinese first, true to the tree, nothing in them that belongs to one machine."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from beiguan_desktop.ui.open_box import DRAFT_DELAY

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
DOCUMENTS = [README, *(ROOT / f"{n}.md" for n in ("ARCHITECTURE", "CHANGELOG", "CONTRIBUTING"))]
HAN = re.compile("[\u4e00-\u9fff]")

# Written in pieces, so that this file does not hold what it looks for.
REGISTRIES = ["pypi" + ".org", "python" + "hosted", "npm" + "js.", "npm" + "mirror"]
REGISTRIES += ["debian" + ".org/debian", "pypi." + "tuna", "mirrors" + "."]
MACHINE_PATHS = re.compile(  # not where everybody's LibreOffice lies
    "(?<![\\w.])/(?:" + "home|root|work|Users|opt" + r")/(?!libreoffice|apps/)\w|[A-Z]:\\Users\\\w"
)


def tracked() -> list[Path]:
    """Return the text files that belong to the project."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    listed = subprocess.run(
        ["git", "ls-files", "-z"],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("not a git checkout")
    files = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    binary = {".ttf", ".png", ".ico", ".docx", ".db", ".xlsx", ".pdf"}
    return [file for file in files if file.is_file() and file.suffix not in binary]


def test_the_readme_names_the_two_commands():
    text = README.read_text(encoding="utf-8")
    assert "python3 go.py\n" in text
    assert "python3 go.py test" in text
    assert "py go.py" in text


def test_the_readme_speaks_chinese_first_and_english_below():
    text = README.read_text(encoding="utf-8")
    chinese, english = text.split("\n## English", 1)
    assert len(HAN.findall(chinese)) > 300
    assert len(re.findall("[A-Za-z]{2,}", english)) > 100
    assert HAN.search(text.splitlines()[0])


def test_the_changelog_speaks_to_users_in_chinese_and_knows_the_version():
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    namespace: dict[str, str] = {}
    exec((ROOT / "beiguan_desktop" / "__init__.py").read_text("utf-8"), namespace)  # noqa: S102
    assert f"## {namespace['__version__']}" in text
    assert len(HAN.findall(text)) > 100


def test_what_is_promised_about_saving_and_pages_is_what_the_program_does():
    readme, changes = (DOCUMENTS[at].read_text(encoding="utf-8") for at in (0, 2))
    assert all("不到一秒就存好" in text and "约第几页" in text for text in (readme, changes))
    assert DRAFT_DELAY < 1000


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_every_picture_and_link_in_a_document_leads_somewhere(document):
    targets = re.findall(r"\]\(([^)#\s]+)\)", document.read_text(encoding="utf-8"))
    local = [target for target in targets if "://" not in target]
    assert [target for target in local if not (ROOT / target).exists()] == []


def test_no_file_names_a_package_registry_or_a_path_of_one_machine():
    found = []
    for file in tracked():
        text = file.read_text(encoding="utf-8", errors="replace")
        found += [f"{file.name}: {host}" for host in REGISTRIES if host in text]
        found += [f"{file.name}: {match}" for match in MACHINE_PATHS.findall(text)]
    assert found == []


def test_the_licence_is_mit():
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert text.startswith("MIT License")
    assert "北关审议 contributors" in text
