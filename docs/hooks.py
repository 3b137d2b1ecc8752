"""Two pages of the site live at the top of the repository, where a visitor looks first: they are shown from there."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add GLOSSARY.md and CHANGELOG.md to the pages."""
    top = Path(config.config_file_path).parent
    for name in ("GLOSSARY.md", "CHANGELOG.md"):
        files.append(File.generated(config, name.lower(), abs_src_path=str(top / name)))
    return files
