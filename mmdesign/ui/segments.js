// Switches the evidence between 3D and pictures. The hidden side keeps its size: plotly needs one.
let chosen = "mesh";

const show = () => {
  const buttons = Array.from(element.querySelectorAll("button[data-show]"));
  const active = buttons.find((button) => button.dataset.show === chosen) ?? buttons[0];
  if (!active) return;
  buttons.forEach((button) => button.setAttribute("aria-pressed", String(button === active)));
  element.closest(".mm-viewer").dataset.show = active.dataset.show;
};

element.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-show]");
  if (!button) return;
  chosen = button.dataset.show;
  show();
});

watch("value", show);
show();
