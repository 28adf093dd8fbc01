// On a small screen the opened design may lie out of sight.
const reveal = () => {
  if (window.innerWidth < 900 && element.textContent) {
    element.scrollIntoView({ behavior: "smooth", block: "nearest" });
  }
};
watch("value", reveal);
reveal();
