// The map of what the book itself has coordinates of. No tiles are fetched; a tap chooses the place of a report.
(() => {
  "use strict";
  const box = document.getElementById("map");
  if (!box || !window.L) return;
  const tap = Boolean(box.dataset.tap), field = (name) => document.getElementById(name);
  let map = null, chosen = null;

  function shown() {
    if (map) return map;
    box.hidden = false;
    map = L.map(box, { attributionControl: false, zoomControl: false, preferCanvas: false, zoomSnap: 0.5 });
    L.control.scale({ imperial: false }).addTo(map);
    L.control.zoom({ zoomInTitle: box.dataset.nearer, zoomOutTitle: box.dataset.farther }).addTo(map);
    addEventListener("keydown", (event) => event.key === "Escape" && map.eachLayer((layer) => layer.closeTooltip?.()));
    if (tap) map.on("click", (event) => choose(event.latlng));
    return map;
  }

  function choose(at) {
    if (chosen) chosen.setLatLng(at);
    else chosen = L.circleMarker(at, { radius: 9, color: "#a31515", weight: 3, fillOpacity: 0.3 }).addTo(shown());
    field("north").value = at.lat.toFixed(6);
    field("east").value = at.wrap().lng.toFixed(6);
    field("north").dispatchEvent(new Event("input", { bubbles: true }));
  }

  function told(said) {
    const words = document.createElement("span");
    const parts = said.what === "road" ? [said.road, ...said.chiefs] : [said.number, said.road, said.post, said.grid, said.sector, said.state];
    words.textContent = parts.filter(Boolean).join(" · ");
    return words;
  }

  function taken(said, at) {
    for (const name of ["road", "post", "grid"]) if (said[name]) field(name).value = said[name];
    if (said.what === "hazard") choose(at);
  }

  function drawn(data) {
    if (!data.features.length) return;
    const layer = L.geoJSON(data, {
      style: (one) => one.geometry.type === "LineString" ? { color: "#545b64", weight: 4 } : {},
      pointToLayer: (one, at) => L.circleMarker(at, one.properties.what === "cell"
        ? { radius: 14, color: "#7b837c", weight: 1, fillOpacity: 0.1 }
        : { radius: 7, color: one.properties.late ? "#a31515" : "#14532d", weight: 2, fillOpacity: 0.5 }),
      onEachFeature: (one, part) => {
        part.bindTooltip(told(one.properties));
        if (tap && one.properties.what !== "road") part.on("click", (event) => { L.DomEvent.stop(event); taken(one.properties, event.latlng); });
      },
    });
    shown().fitBounds(layer.getBounds().pad(0.2), { maxZoom: 15, animate: false });
    layer.addTo(map);
  }

  const typedAt = () => {
    if (!tap) return null;
    const at = [field("north").value, field("east").value].map(Number);
    return field("north").value && field("east").value && Math.abs(at[0]) <= 90 && Math.abs(at[1]) <= 180 ? L.latLng(at) : null;
  };

  fetch(box.dataset.places, { headers: { Accept: "application/geo+json" } }).then((answer) => answer.json()).then(drawn).catch(() => {})
    .finally(() => { const at = typedAt(); if (at) { shown().setView(at, 15); choose(at); } });

  const here = field("here");
  if (!here || !navigator.geolocation) return;
  here.closest("[hidden]").hidden = false;
  here.addEventListener("click", () => navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      const at = L.latLng(coords.latitude, coords.longitude);
      shown().setView(at, 16);
      map.invalidateSize();
      choose(at);
      field("here-said").textContent = `± ${Math.round(coords.accuracy)} m`;
    },
    () => { field("here-said").textContent = here.dataset.failed; },
    { enableHighAccuracy: true, timeout: 20000, maximumAge: 30000 }));
})();
