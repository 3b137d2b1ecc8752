// Whoever signs out leaves nothing typed on this device; reports that were not sent yet stay, and that is asked first.
(() => {
  "use strict";
  const form = document.getElementById("leaving");
  if (!form) return;
  const account = form.dataset.account, own = [`plumbline-desk:${account}-`, `plumbline-grid:${account}:`];

  const waiting = () => new Promise((told) => {
    if (!window.indexedDB) { told(0); return; }
    const asked = indexedDB.open("plumbline-grid", 1);
    asked.onupgradeneeded = () => asked.transaction.abort(); // there is none yet, and none is made
    asked.onerror = () => told(0);
    asked.onsuccess = () => {
      const all = asked.result.transaction("waiting").objectStore("waiting").getAll();
      all.onerror = () => told(0);
      all.onsuccess = () => told(all.result.filter((one) => one.account === account).length);
    };
  });

  function forget() {
    try {
      for (const name of Object.keys(localStorage)) if (own.some((start) => name.startsWith(start))) localStorage.removeItem(name);
    } catch { /* no storage, nothing kept */ }
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (await waiting().catch(() => 0) && !window.confirm(form.dataset.unsent)) return;
    forget();
    form.submit();
  });
})();
