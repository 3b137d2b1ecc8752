// A form filled in on the spot is put into this device's own store first and sent from there, as often as it takes.
// The server knows it again by its key, so it is never there twice. Nothing is dropped before the server has it.
(() => {
  "use strict";
  const note = document.getElementById("waiting");
  if (!note || !window.indexedDB) return;
  const account = note.dataset.account, form = document.querySelector("form[data-queue]"), EVERY = 20000;
  const NUMBERS = /(?<![0-9])(?:[1-9][0-9]{16}[0-9Xx]|[1-6][0-9]{14}|1[3-9][0-9]{9})(?![0-9])/;
  const draft = `plumbline-grid:${account}:${location.pathname}`;

  // The store.
  const opened = new Promise((done, failed) => {
    const asked = indexedDB.open("plumbline-grid", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore("waiting", { keyPath: "key" });
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });
  const ask = async (mode, what) => {
    const store = (await opened).transaction("waiting", mode).objectStore("waiting"), asked = what(store);
    return new Promise((done, failed) => { asked.onsuccess = () => done(asked.result); asked.onerror = () => failed(asked.error); });
  };
  const put = (one) => ask("readwrite", (store) => store.put(one));
  const drop = (key) => ask("readwrite", (store) => store.delete(key));
  const all = () => ask("readonly", (store) => store.getAll());

  // Sending.
  const token = () => document.querySelector("[name=csrfmiddlewaretoken]").value;
  async function sent(one) {
    const body = new FormData();
    for (const [name, value] of one.fields) body.append(name, value);
    if (one.photo) body.append("photo", one.photo, "photo");
    body.append("key", one.key);
    let answer;
    try {
      answer = await fetch(one.address, { method: "POST", body, credentials: "same-origin", redirect: "manual", headers: { Accept: "application/json", "X-CSRFToken": token() } });
    } catch { return { state: "offline" }; }
    if (answer.type === "opaqueredirect" || answer.status === 403) return { state: "signedOut" };
    let said = null;
    try { said = await answer.json(); } catch { return { state: answer.ok ? "signedOut" : "later" }; }
    if (answer.ok) return { state: "sent", said };
    if (answer.status === 422) return { state: "wrong", faults: said.faults };
    return { state: "later" };
  }

  let sending = null;
  const sendAll = () => { sending = sending || sendEach().finally(() => { sending = null; }); return sending; };
  async function sendEach() {
    let said = "";
    const gone = [];
    for (const one of (await all()).filter((each) => each.account === account && !each.faults)) {
      const done = await sent(one);
      if (done.state === "sent") {
        await drop(one.key);
        gone.push(`${done.said.number} ${done.said.said}`);
      } else if (done.state === "wrong") await put({ ...one, faults: done.faults });
      else { said = note.dataset[done.state]; break; }
    }
    await show([...gone, said].filter(Boolean).join(" "));
  }

  // What waits is shown, and can be corrected or discarded.
  const button = (words, act) => {
    const made = Object.assign(document.createElement("button"), { type: "button", className: "plain", textContent: words });
    made.addEventListener("click", act);
    return made;
  };
  function row(one) {
    const made = document.createElement("li");
    const shown = one.fields.filter(([name, value]) => value && ["number", "sector", "road", "post", "grid"].includes(name)).map(([, value]) => value);
    made.append(`${new Date(one.at).toLocaleString()} ${shown.join(" ") || decodeURIComponent(one.address.split("/").pop())} `);
    if (one.faults) {
      made.append(`${note.dataset.wrong} ${Object.values(one.faults).join(" ")}`);
      made.append(button(note.dataset.mend, () => mend(one)));
    }
    made.append(button(note.dataset.drop, async () => { if (window.confirm(note.dataset.sure)) { await drop(one.key); await show(""); } }));
    return made;
  }
  async function show(said) {
    const every = await all(), own = every.filter((one) => one.account === account), others = every.length - own.length;
    note.hidden = !every.length && !said;
    note.replaceChildren();
    if (said) note.append(Object.assign(document.createElement("p"), { textContent: said }));
    if (own.length) {
      const list = document.createElement("ul");
      list.append(...own.map(row));
      note.append(`${note.dataset.kept} ${own.length}`, button(note.dataset.now, sendAll), list);
    }
    if (others) note.append(Object.assign(document.createElement("p"), { textContent: `${note.dataset.other} ${others}` }));
  }
  async function mend(one) {
    if (new URL(one.address, location).pathname !== location.pathname) { location.assign(one.address); return; }
    fill(one.fields);
    faulty(one.faults);
    form.elements.key.value = one.key;
    if (one.photo) { const kept = new DataTransfer(); kept.items.add(new File([one.photo], "photo.jpg", { type: one.photo.type })); form.elements.photo.files = kept.files; }
    await drop(one.key);
    await show("");
    keep();
  }

  // The form.
  const texts = () => [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !["csrfmiddlewaretoken", "key"].includes(name));
  const fill = (pairs) => {
    for (const [name, value] of pairs) {
      const field = form.elements[name];
      if (field instanceof RadioNodeList) field.value = value;
      else if (field && field.type !== "file") field.value = value;
    }
  };
  const forbidden = ([, value]) => NUMBERS.test(value.replace(/[\s-]/g, ""));
  const keep = () => { try { localStorage.setItem(draft, JSON.stringify({ at: Date.now(), pairs: texts().filter((pair) => !forbidden(pair)) })); } catch { /* no storage */ } };
  const forget = () => { try { localStorage.removeItem(draft); } catch { /* no storage */ } };
  function faulty(faults) {
    for (const error of form.parentElement.querySelectorAll(".field-error")) { error.hidden = true; error.textContent = ""; }
    for (const field of form.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
    document.getElementById("wrong").hidden = !Object.keys(faults).length;
    for (const [name, words] of Object.entries(faults)) {
      const error = document.getElementById(`${name}-wrong`) || document.getElementById("place-wrong"), field = document.getElementById(name);
      if (field) field.setAttribute("aria-invalid", "true");
      if (error) { error.hidden = false; error.textContent = words; }
    }
    const first = form.querySelector("[aria-invalid]");
    if (first) first.focus();
    else if (Object.keys(faults).length) document.getElementById("wrong").scrollIntoView();
  }
  const fresh = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

  async function submitted(event) {
    event.preventDefault();
    const bad = texts().filter(forbidden);
    if (bad.length) { faulty(Object.fromEntries(bad.map(([name]) => [name, note.dataset.never]))); return; }
    const press = form.querySelector("button.big"), picked = form.elements.photo.files[0];
    press.disabled = true;
    try {
      const photo = picked ? new Blob([await picked.arrayBuffer()], { type: picked.type }) : null;
      const one = { key: form.elements.key.value, account, address: location.pathname, fields: texts(), photo, at: Date.now(), faults: null };
      await put(one);
      const done = await sent(one);
      if (done.state === "sent") { await drop(one.key); forget(); location.assign(form.dataset.home); return; }
      if (done.state === "wrong") { await drop(one.key); faulty(done.faults); return; }
      forget();
      form.reset();
      form.elements.key.value = fresh();
      faulty({});
      await show(note.dataset[done.state]);
      note.scrollIntoView();
    } catch { form.submit(); } finally { press.disabled = false; }
  }

  if (form) {
    form.addEventListener("submit", submitted);
    form.addEventListener("input", keep);
    try {
      const before = JSON.parse(localStorage.getItem(draft));
      if (before && Date.now() - before.at < 7 * 24 * 3600 * 1000) fill(before.pairs);
    } catch { /* nothing was kept */ }
  }
  window.addEventListener("online", sendAll);
  setInterval(async () => { if ((await all()).some((one) => one.account === account && !one.faults)) await sendAll(); }, EVERY);
  show("").then(sendAll).catch(() => { /* no store here: the form is sent as it stands */ });
})();
