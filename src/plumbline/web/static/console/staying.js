// A session ends when nobody does anything for a while: before that it is said, and one press goes on.
(() => {
  "use strict";
  const box = document.getElementById("staying"), AHEAD = 120, OFTEN = 60; // seconds
  if (!box) return;
  let last = Date.now(), told = "";
  const idle = () => (Date.now() - last) / 1000;
  const stay = () => fetch(box.dataset.alive, { cache: "no-store" }).then((answer) => { if (answer.ok) last = Date.now(); }).catch(() => {});

  function tell() {
    const now = idle() > box.dataset.idle ? "ended" : idle() > box.dataset.idle - AHEAD ? "ending" : "";
    if (now === told) return;
    told = now;
    for (const part of box.children) part.hidden = part.dataset.when !== now;
    if (!now) box.close();
    else if (!box.open) box.showModal();
  }

  setInterval(tell, 5000);
  addEventListener("input", () => { if (idle() > OFTEN && idle() < box.dataset.idle) stay(); });
  document.addEventListener("htmx:afterOnLoad", () => { last = Date.now(); });
  box.querySelector("button").addEventListener("click", () => stay().then(() => box.close()));
})();
