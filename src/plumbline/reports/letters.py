"""The letters of a Word style: its fonts, its size, its language."""

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle


def letter(style: ParagraphStyle, font: str, size: float, *, bold: bool) -> None:
    """Set ``style`` in ``font`` for Chinese and Times New Roman for the rest, black, without borders."""
    style.font.name, style.font.size, style.font.bold, style.font.italic = "Times New Roman", Pt(size), bold, False
    style.font.color.rgb = RGBColor(0, 0, 0)
    properties = style.element.get_or_add_rPr()
    fonts = properties.find(qn("w:rFonts"))
    for name in [name for name in fonts.attrib if str(name).endswith("Theme")]:
        del fonts.attrib[name]
    fonts.set(qn("w:eastAsia"), font)
    properties.append(OxmlElement("w:lang", attrs={qn("w:val"): "en-US", qn("w:eastAsia"): "zh-CN"}))
    for border in style.element.findall(f"{qn('w:pPr')}/{qn('w:pBdr')}"):
        border.getparent().remove(border)
