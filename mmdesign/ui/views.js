// The stage shows the chosen thumbnail large, arrows move through them, the slider fades the heat.
// Nothing goes to the server.
let chosen = null;
let opacity = "0.85";

const show = (thumb) => {
  if (!thumb) return;
  const stage = element.querySelector(".mm-stage");
  const glass = thumb.querySelector(".mm-glass");
  stage.querySelector(".mm-base").src = thumb.querySelector(".mm-base").src;
  stage.querySelector(".mm-base").alt = thumb.title;
  stage.querySelector(".mm-glass").src = glass ? glass.src : "";
  stage.querySelector(".mm-glass").hidden = !glass;
  stage.querySelector("figcaption").textContent = thumb.title;
  element.querySelectorAll(".mm-thumb").forEach((other) =>
    other.setAttribute("aria-pressed", String(other === thumb)));
};

const refresh = () => {
  const views = element.querySelector(".mm-views");
  if (!views) return;
  const thumbs = Array.from(element.querySelectorAll(".mm-thumb"));
  const index = chosen ?? Number(views.dataset.best);
  show(thumbs[index] ?? thumbs[0]);
  const slider = element.querySelector("input[type=range]");
  if (slider) slider.value = Number(opacity) * 100;
  views.style.setProperty("--mm-opacity", opacity);
};

element.addEventListener("click", (event) => {
  const thumb = event.target.closest(".mm-thumb");
  if (!thumb) return;
  chosen = Number(thumb.dataset.index);
  show(thumb);
});

element.addEventListener("keydown", (event) => {
  const thumb = event.target.closest(".mm-thumb");
  const moves = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  if (!thumb || !(event.key in moves)) return;
  event.preventDefault();
  const thumbs = Array.from(element.querySelectorAll(".mm-thumb"));
  const place = thumbs.indexOf(thumb) + moves[event.key];
  chosen = Math.min(thumbs.length - 1, Math.max(0, place));
  thumbs[chosen].focus();
  show(thumbs[chosen]);
});

element.addEventListener("input", (event) => {
  if (event.target.type !== "range") return;
  opacity = String(Number(event.target.value) / 100);
  element.querySelector(".mm-views").style.setProperty("--mm-opacity", opacity);
});

watch("value", () => { chosen = null; refresh(); });
refresh();
