// The ranked table: sort, filter, turn pages, compare; a click on a row reviews that design.
const choices = ["order", "outcome", "page", "compare"];

element.addEventListener("click", (event) => {
  for (const name of choices) {
    const button = event.target.closest(`[data-${name}]`);
    if (button) {
      trigger("select", { [name]: button.dataset[name] });
      return;
    }
  }
  const row = event.target.closest("[data-position]");
  if (row) trigger("submit", { position: row.dataset.position });
});

element.addEventListener("keydown", (event) => {
  const row = event.target.closest("[data-position]");
  if (!row || event.target !== row || (event.key !== "Enter" && event.key !== " ")) return;
  event.preventDefault();
  trigger("submit", { position: row.dataset.position });
});
