// What a page does beyond showing: copying a citation (its text also stands behind "citation"), opening facts, names.
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
// Names that begin like what is typed. Only where a server answers: on a site of files the page of the search does it.
for (const field of document.querySelectorAll("input[data-suggest]")) {
  const place = new URL(field.form.action);
  if (!place.pathname.endsWith("/search")) { continue; }
  const list = document.createElement("datalist");
  list.id = `${field.id}-names`;
  field.after(list);
  field.setAttribute("list", list.id);
  const addresses = new Map();
  let waiting = 0;
  field.addEventListener("input", () => {
    const chosen = addresses.get(field.value);
    if (chosen) {
      location.assign(chosen);
      return;
    }
    clearTimeout(waiting);
    const words = field.value.trim();
    if (words.length < 2) { return; }
    waiting = setTimeout(async () => {
      const asked = new URL(place.href.replace(/\/search$/, "/suggest"));
      asked.search = new URLSearchParams({ q: words, lang: document.documentElement.lang });
      const answer = await fetch(asked).catch(() => null);
      if (!answer || !answer.ok || field.value.trim() !== words) { return; }
      const { suggestions } = await answer.json();
      addresses.clear();
      list.replaceChildren(...suggestions.map((one) => {
        const option = document.createElement("option");
        option.value = one.text;
        option.label = `${one.label || one.text} (${one.kindLabel})`;
        addresses.set(one.text, one.href);
        return option;
      }));
    }, 120);
  });
}
