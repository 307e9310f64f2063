// Copies a citation. Without this script the text of it stands, ready to select, behind "citation".
"use strict";
for (const button of document.querySelectorAll("button[data-copy]")) {
  button.hidden = false;
}
document.addEventListener("click", async (event) => {
  const button = event.target instanceof Element ? event.target.closest("button[data-copy]") : null;
  const text = button && document.getElementById(button.dataset.copy);
  if (!text) {
    return;
  }
  try {
    await navigator.clipboard.writeText(text.textContent.trim());
  } catch {
    const range = document.createRange();
    text.closest("details").open = true;
    range.selectNodeContents(text);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    return;
  }
  const said = button.textContent;
  button.textContent = button.dataset.done;
  setTimeout(() => { button.textContent = said; }, 1500);
});
// A link to a fact opens what it is folded in.
function open() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let at = target; at; at = at.parentElement) {
    if (at instanceof HTMLDetailsElement) { at.open = true; }
  }
  const proof = target && target.querySelector(":scope > details.proof");
  if (proof) { proof.open = true; }
  if (target) { target.scrollIntoView(); }
}
addEventListener("hashchange", open);
open();
