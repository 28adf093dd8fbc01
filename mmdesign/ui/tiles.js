// Tiles: a click opens a design, another closes it; a box picks it; arrows move through the grid.
const tiles = () => Array.from(element.querySelectorAll(".mm-tile"));

element.addEventListener("click", (event) => {
  const tile = event.target.closest(".mm-tile");
  if (!tile) return;
  const open = tile.getAttribute("aria-pressed") === "true";
  tiles().forEach((other) => other.setAttribute("aria-pressed", String(other === tile && !open)));
  trigger("select", { design: open ? "" : tile.dataset.design });
});

element.addEventListener("change", (event) => {
  const box = event.target.closest(".mm-pick");
  if (box) trigger("select", { pick: box.dataset.pick, on: box.checked });
});

element.addEventListener("keydown", (event) => {
  const tile = event.target.closest(".mm-tile");
  const moves = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  if (!tile || !(event.key in moves)) return;
  event.preventDefault();
  const all = tiles();
  all[Math.min(all.length - 1, Math.max(0, all.indexOf(tile) + moves[event.key]))].focus();
});
