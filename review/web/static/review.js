// Keys of one letter, which a person can turn off; the page reads and works without this file.
"use strict";
(() => {
  const KEY = "tabayyun-keys";
  const box = document.getElementById("keys-on");
  let on = true;
  try { on = localStorage.getItem(KEY) !== "off"; } catch (_) { /* storage may be shut */ }
  if (box) {
    box.checked = on;
    box.addEventListener("change", () => {
      on = box.checked;
      try { localStorage.setItem(KEY, on ? "on" : "off"); } catch (_) { /* then until the page is left */ }
    });
  }
  let at = -1;
  const rows = () => [...document.querySelectorAll(".row[data-claim]")];
  const link = (row) => (row.matches("a") ? row : row.querySelector("a.claim-link"));
  const move = (step) => {
    const all = rows();
    if (!all.length) {
      const next = document.querySelector(step > 0 ? 'a[rel="next"]' : 'a[rel="prev"]');
      if (next) next.click();
      return;
    }
    all.forEach((row) => row.classList.remove("at"));
    at = Math.min(Math.max(at + step, 0), all.length - 1);
    all[at].classList.add("at");
    link(all[at]).focus();
  };
  const focus = (selector) => {
    const found = document.querySelector(selector);
    if (found) { found.focus(); found.scrollIntoView({ block: "center" }); }
    return Boolean(found);
  };
  const choose = (number) => {
    const choices = document.querySelectorAll('#decide input[name="label"]');
    if (choices[number - 1]) { choices[number - 1].checked = true; focus("#reason"); return true; }
    return false;
  };
  const acts = {
    j: () => move(1),
    k: () => move(-1),
    o: () => { const row = rows()[at]; if (row) link(row).click(); },
    e: () => { const bring = document.getElementById("bring"); if (bring) bring.open = true; focus("#bring #url"); },
    d: () => focus('#decide input[name="label"]'),
    a: () => { const up = document.querySelector("a.up, .queue .of a"); if (up) up.click(); },
    q: () => { location.href = "/"; },
    "/": () => { if (!focus("#q")) location.href = "/#q"; },
    "?": () => { const keys = document.getElementById("keys"); keys.open = !keys.open; focus("#keys summary"); },
    Escape: () => { document.getElementById("keys").open = false; },
    1: () => choose(1), 2: () => choose(2), 3: () => choose(3), 4: () => choose(4),
  };
  document.addEventListener("keydown", (event) => {
    if (!on || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest("input:not([type=radio],[type=checkbox]), textarea, select, [contenteditable]")) return;
    const act = acts[event.key];
    if (act) { event.preventDefault(); act(); }
  });
  document.addEventListener("htmx:afterSwap", () => { at = -1; });
})();
