/* A draft whose words could not reach the server waits on this device, and nowhere else. Once they
   have arrived nothing of them stays here. */
(() => {
  "use strict";
  const form = document.querySelector("form[data-draft]");
  const check = document.getElementById("check");
  if (!form || !check) return;
  const key = "draft " + form.dataset.draft;
  const offline = document.getElementById("draft-offline");
  const restore = document.getElementById("draft-restore");
  const fields = () => Array.from(form.querySelectorAll("input:not([type=hidden]), textarea, select"));
  const value = (field) => field.type === "checkbox" ? String(field.checked) : field.value;
  const write = (field, typed) => {
    if (field.type === "checkbox") field.checked = typed === "true";
    else field.value = typed;
  };
  const keep = () => {
    const typed = {};
    fields().forEach((field) => { typed[field.name] = value(field); });
    try { localStorage.setItem(key, JSON.stringify(typed)); } catch (full) { return; }
    offline.hidden = false;
  };
  const kept = () => {
    try { return JSON.parse(localStorage.getItem(key)); } catch (broken) { return null; }
  };
  const forget = () => {
    localStorage.removeItem(key);
    offline.hidden = true;
    restore.hidden = true;
  };
  check.addEventListener("htmx:sendError", keep);
  check.addEventListener("htmx:timeout", keep);
  check.addEventListener("htmx:responseError", keep);
  check.addEventListener("htmx:afterOnLoad", (event) => { if (event.detail.successful !== false) forget(); });
  const waiting = kept();
  if (waiting && fields().some((field) => field.name in waiting && waiting[field.name] !== value(field))) {
    restore.hidden = false;
    restore.querySelector("button").addEventListener("click", () => {
      fields().forEach((field) => { if (field.name in waiting) write(field, waiting[field.name]); });
      restore.hidden = true;
      form.dispatchEvent(new Event("input", { bubbles: true }));
    });
  }
})();
