// Copy buttons: the command is selected in any case, so Ctrl+C works where the clipboard is closed.
element.addEventListener("click", async (event) => {
  const button = event.target.closest(".mm-copy");
  if (!button) return;
  const command = button.parentElement.querySelector("code");
  getSelection().selectAllChildren(command);
  try {
    await navigator.clipboard.writeText(command.textContent);
  } catch {
    return;
  }
  const said = button.querySelector("span");
  const before = said.textContent;
  if (before === button.dataset.copied) return;
  said.textContent = button.dataset.copied;
  setTimeout(() => (said.textContent = before), 1600);
});
