// What the reader's hands do: pointing, tapping, keys, filters, languages, tabs.
const root = document.documentElement, help = document.getElementById("keys");
const reports = [...document.querySelectorAll(".report")], tabs = [...document.querySelectorAll(".tabs a")];
const current = () => reports.find((report) => !report.classList.contains("off"));
const hidden = (mark) => mark.closest(".report").classList.contains("hide-" + statusOf(mark));
const markAt = (target) => {
  const part = target instanceof Element ? target.closest("article .mark") : null;
  const mark = part && part.closest("article").querySelector(`.mark[id][data-i="${part.dataset.i}"]`);
  return mark && !hidden(mark) ? mark : null;
};

const turnTo = (report) => {
  if (report !== current()) hide();
  reports.forEach((other) => other.classList.toggle("off", other !== report));
  tabs.forEach((tab) => {
    if (tab.hash === "#" + report.id) tab.setAttribute("aria-current", "true"); else tab.removeAttribute("aria-current");
  });
};

const goTo = (mark) => {
  turnTo(mark.closest(".report"));
  const box = mark.getBoundingClientRect(), far = box.top < 72 || box.bottom > innerHeight - 72;
  if (far) mark.scrollIntoView({ block: "center", behavior: "instant" });
  mark.focus({ preventScroll: true });
  show(mark, true);
};

const step = (by) => {
  const found = [...current().querySelectorAll("article .mark[data-n]")].filter((mark) => !hidden(mark));
  const from = shown.mark || markAt(document.activeElement);
  if (!found.length) return;
  if (!from) return goTo(found[by > 0 ? 0 : found.length - 1]);
  const after = found.findIndex((mark) => from.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING);
  const ahead = after < 0 ? found.length : after, at = by > 0 ? ahead : ahead - 1 - Number(found[ahead - 1] === from);
  goTo(found[(at + found.length) % found.length]);
};

const speak = (language) => {
  root.lang = language === "zh" ? "zh-CN" : "en";
  document.title = root.dataset[language];
  document.querySelectorAll("[data-language]").forEach((button) => button.setAttribute("aria-pressed", button.dataset.language === language));
  if (shown.card) place(shown);
};

const filter = (chip) => {
  const report = chip.closest(".report"), status = chip.dataset.status, on = chip.getAttribute("aria-pressed") !== "true";
  chip.setAttribute("aria-pressed", on);
  report.classList.toggle("hide-" + status, !on);
  report.querySelectorAll("article a.mark.s-" + status).forEach((mark) => { mark.tabIndex = on ? 0 : -1; });
  if (shown.mark && hidden(shown.mark)) hide();
};

let returning = false;
const close = () => {
  const mark = shown.mark, inside = shown.card?.contains(document.activeElement);
  hide();
  returning = true;
  if (mark && inside) mark.focus({ preventScroll: true });
  returning = false;
};

const clicks = {
  "[data-language]": (button) => speak(button.dataset.language),
  ".chip": filter,
  ".keys-button": () => help.showModal(),
  ".keys-close": () => help.close(),
  ".close": close,
  ".step": (button) => step(Number(button.dataset.step)),
  ".tabs a": (tab) => turnTo(document.querySelector(tab.hash)),
};

document.addEventListener("click", (event) => {
  const mark = markAt(event.target), link = event.target.closest('a[href^="#m"]');
  if (mark) { event.preventDefault(); show(mark, true); return; }
  if (event.target.closest("article a.mark")) { event.preventDefault(); return; }
  if (link) { event.preventDefault(); goTo(document.querySelector(link.hash)); return; }
  for (const [name, act] of Object.entries(clicks)) {
    const found = event.target.closest(name);
    if (found) return act(found);
  }
  if (!event.target.closest(".card")) hide();
});

let waiting = 0;
document.addEventListener("pointerover", (event) => {
  if (event.pointerType === "touch") return;
  clearTimeout(waiting);
  const mark = markAt(event.target), row = event.target.closest(".card dl > div, .card .kin [data-s]");
  lit("here", row && shown.card ? [row.range || sheetOf(current()).spans.range(+row.dataset.s, +row.dataset.e)] : []);
  if (mark) waiting = setTimeout(show, 90, mark, false);
  else if (!shown.pinned && shown.card && !shown.card.contains(event.target) && shown.lead.hidden) waiting = setTimeout(hide, 280);
});

document.addEventListener("focusin", (event) => {
  const mark = markAt(event.target), row = event.target.closest(".card dl > div");
  if (mark && !returning && mark.matches(":focus-visible")) show(mark, true);
  if (row) lit("here", [row.range]);
});

const keys = {
  n: () => step(1), j: () => step(1), p: () => step(-1), k: () => step(-1), "?": () => help.showModal(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
  if (event.key === "Escape") return close();
  const mark = markAt(document.activeElement);
  if (mark && (event.key === "Enter" || event.key === " ")) {
    event.preventDefault();
    show(mark, true);
    shown.card.focus({ preventScroll: true });
  } else if (document.getElementById("letters").checked && event.key in keys) {
    event.preventDefault();
    keys[event.key]();
  }
});

addEventListener("resize", () => { if (shown.card) place(shown); });
root.classList.add("js");
document.querySelectorAll(".chip").forEach((chip) => { chip.disabled = false; });
document.querySelectorAll("article a.mark").forEach((mark) => {
  mark.tabIndex = 0;
  mark.setAttribute("role", "button");
  mark.setAttribute("aria-haspopup", "dialog");
  mark.setAttribute("aria-expanded", "false");
  mark.setAttribute("aria-describedby", "is-" + statusOf(mark));
});
if (matchMedia("(max-width: 47.99rem)").matches) document.querySelectorAll(".list").forEach((list) => { list.open = list.querySelectorAll("li").length <= 4; });
const asked = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
if (reports.length) turnTo((asked && asked.closest(".report")) || reports[0]);
if (asked && asked.matches(".mark")) goTo(asked);
