// Makes the network of the report one to play with: hover, drag, search, filter. Without script the picture stays.
const embedded = (id) => JSON.parse(document.getElementById(id).textContent);

async function startNetwork() {
  const frame = document.getElementById("network-figure");
  const spec = embedded("network-spec");
  spec.signals.find((s) => s.name === "linked").value = false;
  spec.signals.find((s) => s.name === "width").value = frame.clientWidth;
  const place = document.createElement("div");
  const picture = frame.querySelector("svg");
  frame.append(place);
  const options = { mode: "vega", actions: false, renderer: "svg", hover: true, tooltip: { theme: "report" } };
  const { view } = await vegaEmbed(place, spec, options);
  picture.remove();
  document.getElementById("network-controls").hidden = false;
  const drawn = place.querySelector("svg");
  drawn.setAttribute("role", "img");
  drawn.setAttribute("aria-labelledby", "network-title");

  const set = (name, value) => view.signal(name, value).runAsync();
  const line = document.getElementById("network-line");
  const nodes = new Map(view.data("actors").map((d) => [d.k, d]));
  const tell = (parts) => {
    line.replaceChildren(...parts.map(([text, target]) => {
      if (!target) return document.createTextNode(text);
      const link = document.createElement("a");
      link.href = "#" + target;
      link.textContent = text;
      return link;
    }));
  };
  const introduce = (key) => {
    const node = key && nodes.get(key);
    if (node) tell([[node.about + ". ", null], ["Its occasions", node.a]]);
  };
  view.addSignalListener("focus", (_, key) => introduce(key));

  let pressed = null;
  view.addEventListener("pointerdown", (event) => { pressed = [event.clientX, event.clientY]; });
  view.addEventListener("click", (event, item) => {
    const moved = pressed && Math.hypot(event.clientX - pressed[0], event.clientY - pressed[1]) > 4;
    if (moved) return;
    const datum = item && item.datum;
    if (datum && datum.source) { location.hash = datum.a; return; }
    if (datum && datum.k) {
      if (view.signal("chosen") === datum.k) location.hash = datum.a;
      else set("chosen", datum.k);
      return;
    }
    set("chosen", null);
  });

  const search = document.getElementById("network-search");
  search.addEventListener("input", () => {
    const text = search.value.trim();
    set("wanted", text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    const found = [...nodes.values()].filter((d) => text && d.label.toLowerCase().includes(text.toLowerCase()));
    if (found.length) tell(found.slice(0, 6).flatMap((d, i) => [[i ? ", " : "Found: ", null], [d.label, d.a]]));
    else if (text) tell([["Nobody of that name has a tie here.", null]]);
  });
  search.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { search.value = ""; search.dispatchEvent(new Event("input")); }
  });
  for (const box of document.querySelectorAll("#network-controls input[data-standing]")) {
    box.addEventListener("change", () => {
      const off = [...document.querySelectorAll("#network-controls input[data-standing]:not(:checked)")];
      set("hidden", off.map((b) => b.dataset.standing));
    });
  }
  document.getElementById("network-only").addEventListener("change", (event) => {
    set("only", event.target.checked ? "validated" : "all");
  });
  const least = document.getElementById("network-least");
  least.addEventListener("input", () => {
    document.getElementById("network-least-value").textContent = least.value;
    set("least", Number(least.value));
  });
  window.addEventListener("resize", () => {
    if (frame.clientWidth) set("width", frame.clientWidth);
  });
}

function startSorting() {
  for (const table of document.querySelectorAll("table.sortable")) {
    const body = table.tBodies[0];
    [...table.tHead.rows[0].cells].forEach((cell, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...cell.childNodes);
      cell.append(button);
      button.addEventListener("click", () => {
        const down = cell.getAttribute("aria-sort") !== "descending";
        for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
        cell.setAttribute("aria-sort", down ? "descending" : "ascending");
        const value = (row) => row.cells[column].dataset.value ?? row.cells[column].textContent.trim();
        const compare = (one, other) => {
          const [a, b] = [value(one), value(other)];
          const [x, y] = [parseFloat(a), parseFloat(b)];
          return Number.isNaN(x) || Number.isNaN(y) ? a.localeCompare(b) : x - y;
        };
        [...body.rows].sort((a, b) => (down ? -compare(a, b) : compare(a, b))).forEach((row) => body.append(row));
      });
    });
  }
}

function openTarget() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (let node = target; node; node = node.parentElement) if (node.tagName === "DETAILS") node.open = true;
  target.scrollIntoView();
}

window.addEventListener("hashchange", openTarget);
window.addEventListener("beforeprint", () => {
  for (const closed of document.querySelectorAll("details.printed:not([open])")) closed.open = true;
});
startSorting();
if (document.getElementById("network-spec")) startNetwork();
openTarget();
