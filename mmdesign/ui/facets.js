// Facets and wishes: a click tells which clause to put in or take out, or which wish to drop.
element.addEventListener("click", (event) => {
  const button = event.target.closest("[data-clause], [data-drop]");
  if (!button) return;
  trigger("select", { clause: button.dataset.clause || "", drop: button.dataset.drop || "" });
});
