// What is typed into a form is kept in this browser until the server has taken it in, so a lost connection loses nothing.
(() => {
  "use strict";
  const PREFIX = "plumbline-desk:", WEEK = 7 * 24 * 3600 * 1000, HIDDEN = ["csrfmiddlewaretoken", "once", "key"];
  const NUMBERS = /[0-9][0-9\s\-]{9,}[0-9Xx]/; // what may be an identity or telephone number is not kept

  const stored = (key) => { try { return JSON.parse(localStorage.getItem(PREFIX + key)); } catch { return null; } };
  const forget = (key) => { try { localStorage.removeItem(PREFIX + key); } catch { /* no storage, nothing kept */ } };
  const keep = (key, said) => { try { localStorage.setItem(PREFIX + key, JSON.stringify(said)); } catch { /* the same */ } };

  function said(form) {
    const pairs = [...new FormData(form)].filter(([name, value]) => !HIDDEN.includes(name) && typeof value === "string");
    return pairs.filter(([, value]) => !NUMBERS.test(value));
  }

  function fill(form, pairs) {
    for (const field of form.elements) {
      if (!field.name || HIDDEN.includes(field.name) || field.type === "submit") continue;
      const values = pairs.filter(([name]) => name === field.name).map(([, value]) => value);
      if (field.type === "checkbox") field.checked = values.includes(field.value);
      else if (values.length) field.value = values[0];
    }
  }

  for (const message of document.querySelectorAll(".message")) {
    for (const name of message.classList) if (name.startsWith("kept-")) forget(name.slice(5));
  }
  for (let i = localStorage.length - 1; i >= 0; i--) {
    const name = localStorage.key(i);
    if (!name.startsWith(PREFIX)) continue;
    const one = stored(name.slice(PREFIX.length));
    if (!one || Date.now() - one.at > WEEK) localStorage.removeItem(name);
  }

  const form = document.querySelector("form.entry");
  if (!form) return;
  const key = form.dataset.key, notice = document.querySelector(".kept"), before = stored(key);
  if (before && JSON.stringify(before.pairs) !== JSON.stringify(said(form))) {
    notice.hidden = false;
    notice.querySelector(".restore").addEventListener("click", () => { fill(form, before.pairs); notice.hidden = true; });
    notice.querySelector(".discard").addEventListener("click", () => { forget(key); notice.hidden = true; });
  }
  form.addEventListener("input", () => { keep(key, { at: Date.now(), pairs: said(form) }); notice.hidden = true; });
})();
