// A chart to point at: drawn by Vega in the page, without evaluating code; the still one stays where there is no script.
for (const figure of document.querySelectorAll("figure[data-spec]")) {
  const still = figure.querySelector(".still"), pointed = document.createElement("div"), button = document.createElement("button");
  pointed.className = "pointed";
  pointed.hidden = true;
  button.type = "button";
  button.className = "plain";
  button.textContent = figure.dataset.open;
  figure.append(pointed, button);
  button.addEventListener("click", async () => {
    if (!pointed.childElementCount) await draw(figure, pointed);
    pointed.hidden = !pointed.hidden;
    still.hidden = !pointed.hidden;
    button.textContent = pointed.hidden ? figure.dataset.open : figure.dataset.close;
  });
}

addEventListener("keydown", (event) => {
  if (event.key === "Escape") document.getElementById("vg-tooltip-element")?.classList.remove("visible");
});

async function draw(figure, into) {
  await load(figure.dataset.library);
  const answer = await fetch(figure.dataset.spec, { credentials: "same-origin" });
  const options = { ast: true, actions: false, renderer: "svg", defaultStyle: false, tooltip: { disableDefaultStyle: true } };
  await vegaEmbed(into, await answer.json(), options);
}

function load(address) {
  if (window.vegaEmbed) return Promise.resolve();
  return new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });
}
