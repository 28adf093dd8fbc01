// On a small screen the opened design may lie out of sight.
const reveal = () => {
  if (window.innerWidth < 900 && element.textContent) {
    element.scrollIntoView({ behavior: "smooth", block: "nearest" });
  }
};
watch("value", reveal);
reveal();

// Buttons of the opened design: more like this, less like that, show in 3D.
element.addEventListener("click", (event) => {
  const button = event.target.closest("[data-action]");
  if (button) trigger("select", { action: button.dataset.action, design: button.dataset.id });
});
