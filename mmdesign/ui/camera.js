// Camera presets of the 3D view. Plotly is loaded by the plot itself and then stands on window.
const eyes = {
  iso: { eye: { x: 1.35, y: -1.35, z: 1.0 }, up: { x: 0, y: 0, z: 1 } },
  front: { eye: { x: 0, y: -2, z: 0 }, up: { x: 0, y: 0, z: 1 } },
  back: { eye: { x: 0, y: 2, z: 0 }, up: { x: 0, y: 0, z: 1 } },
  left: { eye: { x: -2, y: 0, z: 0 }, up: { x: 0, y: 0, z: 1 } },
  right: { eye: { x: 2, y: 0, z: 0 }, up: { x: 0, y: 0, z: 1 } },
  top: { eye: { x: 0, y: 0, z: 2 }, up: { x: 0, y: 1, z: 0 } },
  bottom: { eye: { x: 0, y: 0, z: -2 }, up: { x: 0, y: -1, z: 0 } },
};

element.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-view]");
  const plot = document.querySelector("#mm-mesh .js-plotly-plot");
  if (!button || !plot || !window.Plotly) return;
  const camera = {
    ...eyes[button.dataset.view],
    center: { x: 0, y: 0, z: 0 },
    projection: { type: "orthographic" },
  };
  window.Plotly.relayout(plot, { "scene.camera": camera });
});
