"""Pages that do not lie in docs/: two from the top of the repository, where a visitor looks first, and those made anew."""

from pathlib import Path

import generate
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add GLOSSARY.md and CHANGELOG.md, and the pages of the reference made from the program and its tests."""
    top = Path(config.config_file_path).parent
    for name in ("GLOSSARY.md", "CHANGELOG.md"):
        files.append(File.generated(config, name.lower(), abs_src_path=str(top / name)))
    for place, made in generate.PAGES.items():
        files.append(File.generated(config, place, content=made()))
    return files
