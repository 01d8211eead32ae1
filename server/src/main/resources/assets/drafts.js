/* A draft's words wait on this device until the server says that it has kept them, and not longer:
   neither a lost network nor a lost power takes them away. In the community they have been kept once
   the page shows what was written under the id that its form had. */
(() => {
  "use strict";
  const read = (name) => {
    try { return JSON.parse(localStorage.getItem(name)); } catch (broken) { return null; }
  };
  Object.keys(localStorage).filter((name) => name.startsWith("draft ")).forEach((name) => {
    const said = (read(name) || {}).said;
    if (said && (document.getElementById("c-" + said) || location.hash === "#c-" + said)) {
      localStorage.removeItem(name);
    }
  });
  const form = document.querySelector("form[data-draft]");
  const check = document.getElementById("check");
  if (!form) {
    /* nothing is being written here any more */
    localStorage.removeItem("draft " + location.pathname);
    return;
  }
  const key = "draft " + form.dataset.draft;
  const offline = document.getElementById("draft-offline");
  const restore = document.getElementById("draft-restore");
  const fields = () => Array.from(form.querySelectorAll("input:not([type=hidden]):not([type=file]), textarea, select"));
  const value = (field) => field.type === "checkbox" ? String(field.checked) : field.value;
  const write = (field, typed) => {
    if (field.type === "checkbox") field.checked = typed === "true";
    else field.value = typed;
  };
  const typed = () => {
    const all = {};
    fields().forEach((field) => { all[field.name] = value(field); });
    return all;
  };
  const edition = () => {
    const field = document.querySelector("input[name=edition][form=post-form]");
    return field ? Number(field.value) : 0;
  };
  const keep = () => {
    const said = form.querySelector("input[type=hidden][name=id]");
    const kept = { edition: edition(), typed: typed(), said: said && said.value };
    try { localStorage.setItem(key, JSON.stringify(kept)); } catch (full) { return false; }
    return true;
  };
  const failed = () => { if (keep()) offline.hidden = false; };
  const kept = () => read(key);
  const forget = () => {
    localStorage.removeItem(key);
    if (offline) offline.hidden = true;
    restore.hidden = true;
  };
  let sent = "";
  form.addEventListener("input", keep);
  if (check) {
    /* what is being kept is waited for, a little, as the form then bears its edition */
    form.addEventListener("submit", (event) => {
      if (!check.classList.contains("htmx-request") || !form.requestSubmit || form.dataset.waited) return;
      event.preventDefault();
      const send = () => {
        if (form.dataset.waited) return;
        form.dataset.waited = "yes";
        form.requestSubmit(event.submitter);
      };
      check.addEventListener("htmx:afterSettle", send, { once: true });
      setTimeout(send, 4000);
    });
    /* other things within it are asked for too, such as the preview of a link */
    const on = (name, then) => check.addEventListener(name, (event) => { if (event.detail.elt === check) then(); });
    on("htmx:beforeSend", () => { sent = JSON.stringify(typed()); });
    on("htmx:sendError", failed);
    on("htmx:timeout", failed);
    on("htmx:responseError", failed);
    on("htmx:afterOnLoad", () => {
      /* what was typed since then is still under way, and what was not kept is kept here */
      if (check.querySelector("[data-unkept]") || sent !== JSON.stringify(typed())) keep();
      else forget();
    });
  }
  form.addEventListener("submit", () => {
    const last = kept();
    if (last) localStorage.setItem(key, JSON.stringify({ ...last, sent: true }));
  });
  const waiting = kept();
  /* what was sent is done when the page that comes next says so */
  if (waiting && waiting.sent && document.querySelector(".notice.done")) {
    forget();
    return;
  }
  const words = waiting && waiting.typed;
  if (!words || !fields().some((field) => field.name in words && words[field.name] !== value(field))) return;
  restore.hidden = false;
  const newer = restore.querySelector(".newer");
  if (newer) newer.hidden = edition() <= waiting.edition;
  document.getElementById("draft-kept").textContent = words.text || "";
  restore.querySelector("button").addEventListener("click", () => {
    fields().forEach((field) => { if (field.name in words) write(field, words[field.name]); });
    restore.hidden = true;
    form.dispatchEvent(new Event("input", { bubbles: true }));
  });
  document.getElementById("draft-forget").addEventListener("click", forget);
})();
