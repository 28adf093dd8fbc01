() => {
  const theme = localStorage.getItem("mm-theme");
  if (theme) document.body.classList.toggle("dark", theme === "dark");
}
