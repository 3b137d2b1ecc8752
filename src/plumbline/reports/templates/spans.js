"use strict";
// From offsets in the report's text to ranges in the page, without touching the page.
class Spans {
  constructor(article) {
    this.blocks = [...article.querySelectorAll("[data-o]")];
    this.starts = this.blocks.map((block) => Number(block.dataset.o));
  }

  block(offset) {
    let low = 0, high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.starts[middle] <= offset) low = middle + 1; else high = middle;
    }
    return low - 1;
  }

  // `after`: a range starts at the text node after a boundary and ends at the one before it.
  point(offset, after) {
    const index = Math.max(0, this.block(after ? offset : offset - 1));
    const walker = document.createTreeWalker(this.blocks[index], NodeFilter.SHOW_TEXT);
    let left = Math.max(0, offset - this.starts[index]), node = null, last = null;
    while ((node = walker.nextNode())) {
      if (left < node.length || (!after && left === node.length)) return [node, left];
      left -= node.length;
      last = node;
    }
    return last ? [last, last.length] : null;
  }

  range(start, end) {
    if (!(end > start) || !this.blocks.length) return null;
    const from = this.point(start, true), to = this.point(end, false);
    if (!from || !to) return null;
    const range = document.createRange();
    range.setStart(...from);
    range.setEnd(...to);
    return range.collapsed ? null : range;
  }
}

const lit = (name, ranges) => {
  if (!("highlights" in CSS)) return;
  const there = ranges.filter(Boolean);
  if (there.length) CSS.highlights.set(name, new Highlight(...there)); else CSS.highlights.delete(name);
};
