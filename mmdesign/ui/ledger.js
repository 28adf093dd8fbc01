// The ledger: click, Enter or Space shows a requirement's evidence; arrows, Home and End move.
const rows = () => Array.from(element.querySelectorAll(".mm-row"));
let chosen = null;

const press = (row) =>
  rows().forEach((other) => other.setAttribute("aria-pressed", String(other === row)));

// Words are underlined some time after the verdicts: what was chosen meanwhile stays chosen.
new MutationObserver(() => {
  const isSame = element.querySelector(".mm-ledger")?.dataset.again === "true";
  const row = isSame ? rows().find((each) => each.dataset.requirement === chosen) : undefined;
  if (row) press(row);
  else chosen = null;
}).observe(element, { childList: true, subtree: true });

const choose = (row) => {
  chosen = row.dataset.requirement;
  press(row);
  trigger("select", { requirement: row.dataset.requirement });
  if (window.innerWidth < 900) {
    document.getElementById("mm-evidence")?.scrollIntoView({ behavior: "smooth", block: "start" });
  }
};

element.addEventListener("click", (event) => {
  const row = event.target.closest(".mm-row");
  if (row) choose(row);
});

element.addEventListener("keydown", (event) => {
  const row = event.target.closest(".mm-row");
  const moves = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };
  if (!row || !(event.key in moves)) return;
  event.preventDefault();
  const all = rows();
  const next = Math.min(all.length - 1, Math.max(0, all.indexOf(row) + moves[event.key]));
  all[next].focus();
  choose(all[next]);
});
