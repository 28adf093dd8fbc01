// The theme button: follows the system until it is pressed, then remembers.
element.addEventListener("click", (event) => {
  if (!event.target.closest(".mm-theme")) return;
  const dark = document.body.classList.toggle("dark");
  localStorage.setItem("mm-theme", dark ? "dark" : "light");
});
