// The card of one number, built when it is asked for: its note cloned from the notes, its fields from the data.
const say = JSON.parse(document.getElementById("say").textContent);
const sheets = new Map();
const shown = { mark: null, card: null, lead: null, pinned: false };

const make = (tag, name, ...inside) => {
  const made = document.createElement(tag);
  if (name) made.className = name;
  made.append(...inside);
  return made;
};

const both = (words) => {
  const [zh, en] = typeof words === "string" ? [words] : words;
  return en === undefined || zh === en ? [zh] : [make("span", "z", zh), make("span", "e", en)];
};

const sheetOf = (report) => {
  if (!sheets.has(report)) {
    const data = JSON.parse(report.querySelector(".data").textContent);
    sheets.set(report, { ...data, spans: new Spans(report.querySelector("article")) });
  }
  return sheets.get(report);
};

const statusOf = (mark) => [...mark.classList].find((name) => name.startsWith("s-")).slice(2);

const drawField = (sheet, here, [label, value, how, start, end]) => {
  const words = (at) => both(sheet.words[at]), range = sheet.spans.range(start, end);
  const origin = make("span", "how how-" + how, ...both(say.how[how]));
  const row = make("div", "", make("dt", "", ...words(label)), make("dd", "", ...words(value), origin));
  if (range && (start < here[0] || end > here[1])) {
    row.lastChild.append(make("span", "from", range.toString()));
    row.range = range;
    row.tabIndex = 0;
  }
  return row;
};

const drawRemarks = (mark, host) => {
  const note = mark.dataset.n && document.getElementById(mark.getAttribute("href").slice(1));
  if (note) for (const remark of note.querySelectorAll(".remark")) host.append(remark.cloneNode(true));
};

const draw = (mark) => {
  const card = document.getElementById("card").content.firstElementChild.cloneNode(true);
  const find = (name) => card.querySelector(name), status = statusOf(mark);
  const sheet = sheetOf(mark.closest(".report")), fields = sheet.marks[mark.dataset.i][2];
  card.classList.add("s-" + status);
  find(".glyph").append(say.glyph[status]);
  find(".card-status").append(...both(say.status[status]));
  find(".card-title").append(sheet.spans.range(...sheet.marks[mark.dataset.i]).toString());
  drawRemarks(mark, find(".card-remarks"));
  find("dl").append(...fields.map((field) => drawField(sheet, sheet.marks[mark.dataset.i], field)));
  if (!fields.length) find(".card-fields").replaceChildren(make("p", "", ...both(say.meaning[status])));
  return card;
};

const light = (card, sheet) => {
  lit("source", [...card.querySelectorAll("dl > div")].map((row) => row.range));
  lit("kin", [...card.querySelectorAll(".kin [data-s]")].map((kin) => sheet.spans.range(+kin.dataset.s, +kin.dataset.e)));
};

const place = ({ mark, card, lead }) => {
  const desk = card.parentElement.getBoundingClientRect(), boxes = mark.getClientRects(), box = boxes[boxes.length - 1];
  const margin = card.parentElement.querySelector(".margin"), tall = card.offsetHeight;
  if (!box) return;
  if (getComputedStyle(card).position === "fixed") return scrollBy(0, Math.max(0, box.bottom + 20 - (innerHeight - tall)));
  const beside = margin.offsetWidth > 0, top = beside ? box.top - 14 : box.bottom + 8;
  const lowest = Math.max(desk.top, Math.min(top, innerHeight - tall - 12));
  const left = beside ? margin.offsetLeft : Math.min(Math.max(box.left - desk.left - 24, 0), desk.width - card.offsetWidth);
  const under = !beside && top + tall > innerHeight && boxes[0].top - tall - 8 > 0 ? boxes[0].top - tall - 8 : top;
  card.style.left = left + "px";
  card.style.top = (beside ? Math.max(lowest, 12) : under) - desk.top + "px";
  lead.hidden = !beside;
  lead.style.left = box.right - desk.left + "px";
  lead.style.top = box.bottom - desk.top + 4 + "px";
  lead.style.width = Math.max(0, margin.offsetLeft - (box.right - desk.left)) + "px";
};

const hide = () => {
  if (!shown.card) return;
  shown.card.remove();
  shown.lead.remove();
  partsOf(shown.mark).forEach((part) => part.classList.remove("on"));
  shown.mark.removeAttribute("aria-controls");
  shown.mark.setAttribute("aria-expanded", "false");
  ["source", "kin", "here"].forEach((name) => lit(name, []));
  document.querySelector(".list [aria-current]")?.removeAttribute("aria-current");
  Object.assign(shown, { mark: null, card: null, lead: null, pinned: false });
};

const partsOf = (mark) => mark.closest("article").querySelectorAll(`[data-i="${mark.dataset.i}"]`);

const show = (mark, pinned) => {
  if (shown.mark === mark) { shown.pinned ||= pinned; return; }
  hide();
  const card = draw(mark), lead = make("div", "lead s-" + statusOf(mark)), report = mark.closest(".report");
  partsOf(mark).forEach((part) => part.classList.add("on"));
  mark.setAttribute("aria-controls", "the-card");
  mark.setAttribute("aria-expanded", "true");
  report.querySelector(".desk").append(lead, card);
  report.querySelector(`.list a[href="#${mark.id}"]`)?.setAttribute("aria-current", "true");
  Object.assign(shown, { mark, card, lead, pinned });
  light(card, sheetOf(report));
  place(shown);
};
