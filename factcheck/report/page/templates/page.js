"use strict";
(() => {
  const form = document.getElementById("filters"), shown = document.getElementById("shown");
  if (!form) return;                                         // nothing was found, nothing can be filtered
  const cards = [...document.querySelectorAll(".fact")];
  const rows = new Map([...document.querySelectorAll("tr[data-card]")].map(row => [row.dataset.card, row]));
  const groups = [...document.querySelectorAll("div.outcome")];
  const stories = [...document.querySelectorAll("section.story")];
  const texts = new Map();
  const textOf = card => {
    if (!texts.has(card)) texts.set(card, card.textContent.toLowerCase());
    return texts.get(card);
  };
  const chosen = name => {
    const option = form.elements[name].selectedOptions[0];
    return option && option.value ? option.dataset.at : "";
  };
  const outcomes = () => [...form.querySelectorAll("[name=outcome]:checked")].map(box => box.value);
  const has = (words, word) => (" " + words).includes(" " + word + " ") || (" " + words + " ").includes(" " + word + " ");
  const set = (element, hidden) => { if (element && element.hidden !== hidden) element.hidden = hidden; };

  const apply = () => {
    const only = outcomes(), rule = chosen("rule"), source = chosen("source"), text = form.elements.text.value.trim().toLowerCase();
    let visible = 0;
    for (const card of cards) {
      const hide = (only.length > 0 && !only.some(outcome => has(card.dataset.o, outcome)))
        || (rule !== "" && !has(card.dataset.r, rule)) || (source !== "" && !has(card.dataset.s, source))
        || (text !== "" && !textOf(card).includes(text));
      set(card, hide);
      set(rows.get(card.id), hide);
      visible += !hide;
    }
    for (const group of groups) set(group, !group.querySelector(":scope > .fact:not([hidden])"));
    const filtered = only.length > 0 || rule !== "" || source !== "" || text !== "";
    for (const story of stories) set(story, filtered && !story.querySelector(".fact:not([hidden])"));
    shown.textContent = visible === cards.length ? "" : `${visible} of ${cards.length} shown`;
  };

  // In the frame of a notebook the address is the notebook's: it keeps no filters, and a link to a place here is followed by hand.
  const framed = location.protocol === "about:";

  const toHash = () => {
    if (framed) return;
    const state = new URLSearchParams();
    if (outcomes().length) state.set("outcome", outcomes().join(","));
    for (const name of ["rule", "source", "text"]) if (form.elements[name].value) state.set(name, form.elements[name].value);
    history.replaceState(null, "", String(state) ? "#?" + state : "#");
  };

  const fromHash = () => {
    if (location.hash.startsWith("#?")) {
      const state = new URLSearchParams(location.hash.slice(2)), only = (state.get("outcome") || "").split(",");
      for (const box of form.querySelectorAll("[name=outcome]")) box.checked = only.includes(box.value);
      for (const name of ["rule", "source", "text"]) form.elements[name].value = state.get(name) || "";
      apply();
      return;
    }
    let id = "";
    try { id = decodeURIComponent(location.hash.slice(1)); } catch { /* no such place */ }
    goTo(id);
  };

  const goTo = id => {
    const target = id && document.getElementById(id);
    if (!target) return;
    if (target.closest("[hidden]")) { form.reset(); apply(); }
    for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    target.scrollIntoView();
  };

  const changed = () => { apply(); toHash(); };
  const clear = () => { form.reset(); changed(); };
  const step = way => {
    const visible = cards.filter(card => !card.hidden), now = visible.findIndex(card => card.contains(document.activeElement));
    const next = visible[now < 0 ? (way > 0 ? 0 : visible.length - 1) : now + way];
    if (!next) return;
    next.querySelector("h4[tabindex], summary").focus();
    next.scrollIntoView({block: "start"});
  };

  form.hidden = false;
  form.addEventListener("input", changed);
  form.addEventListener("reset", () => setTimeout(changed));
  form.addEventListener("submit", event => event.preventDefault());
  window.addEventListener("hashchange", fromHash);
  if (framed) document.addEventListener("click", event => {
    const link = event.target.closest("a[href^='#']");
    if (link) { event.preventDefault(); goTo(link.getAttribute("href").slice(1)); }
  });
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") { clear(); return; }
    if (event.target.closest("input, select, textarea")) return;
    if (event.key === "/") { event.preventDefault(); form.elements.text.focus(); }
    if (event.key === "j") step(1);
    if (event.key === "k") step(-1);
  });
  fromHash();
})();
