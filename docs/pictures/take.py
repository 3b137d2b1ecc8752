"""Take the pictures of README.md and README.zh.md anew: the demo's page in Chromium, open at the first number that differs.

    .venv/bin/python docs/pictures/take.py

Needs Chromium and a CJK font; on Debian: chromium, fonts-noto-cjk. Where pngquant is installed it makes the files smaller.
"""

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

HERE = Path(__file__).resolve().parent
COMMAND = Path(sys.executable).with_name("plumbline")
REPORT = HERE.parents[1] / "src" / "plumbline" / "demo" / "lanzhou-2020.txt"
PICTURES = {"en": HERE / "annotated-page.png", "zh": HERE / "annotated-page.zh.png"}
DESK = {"width": 1400, "height": 900}
SCALE = 1.5
FLAGS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking")
LARGEST = 400_000
"""Bytes: a page of words should load at once, on a slow line too."""


def written(lang: str, folder: Path) -> Path:
    """Check the report that ships, in one language; return the page written. It has mistakes, so the command ends in 1."""
    page = folder / "lanzhou-2020.html"
    subprocess.run([COMMAND, "check", REPORT, "--lang", lang, "--html", page], check=False, stdout=subprocess.DEVNULL)
    return page


def take(browser: Browser, page: Path, picture: Path) -> None:
    """Open the first number that differs with its card beside it, and take the picture."""
    opened = browser.new_page(viewport=DESK, device_scale_factor=SCALE, reduced_motion="reduce")
    opened.goto(page.as_uri())
    opened.locator(".list li.s-differs a").first.click()
    opened.locator(".card .remark").first.wait_for()
    opened.mouse.move(0, 0)
    opened.screenshot(path=picture)
    opened.close()


def shrink(picture: Path) -> None:
    """Bring a picture down to 256 colours, which is more than the page has."""
    if tool := shutil.which("pngquant"):
        subprocess.run([tool, "--force", "--strip", "--speed", "1", "--ext", ".png", "256", picture], check=True)


def main() -> int:
    """Take both pictures; say how large they are."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        sys.stderr.write("Chromium is not installed. On Debian: apt-get install chromium fonts-noto-cjk\n")
        return 2
    with sync_playwright() as running, TemporaryDirectory() as folder:
        browser = running.chromium.launch(executable_path=chromium, args=FLAGS)
        for lang, picture in PICTURES.items():
            take(browser, written(lang, Path(folder, lang)), picture)
            shrink(picture)
            sys.stdout.write(f"{picture.relative_to(HERE.parents[1])}  {picture.stat().st_size:,} bytes\n")
        browser.close()
    return 0 if all(picture.stat().st_size < LARGEST for picture in PICTURES.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
