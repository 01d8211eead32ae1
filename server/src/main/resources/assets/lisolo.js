/* The keyboard of the work side. Every page works without it: it only presses what is there.
   Rows carry data-row and a link .row-link; buttons and links carry data-key="a". */
(() => {
  "use strict";
  const rows = () => Array.from(document.querySelectorAll("[data-row]"));
  const current = () => document.activeElement && document.activeElement.closest("[data-row]");
  const go = (step) => {
    const all = rows();
    if (all.length === 0) return;
    const at = all.indexOf(current());
    const next = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + step))];
    const link = next.querySelector(".row-link, a, button");
    if (link) link.focus();
  };
  const press = (key) => {
    const within = current();
    const target = (within && within.querySelector(`[data-key="${key}"]`))
      || document.querySelector(`main [data-key="${key}"]`);
    if (!target) return false;
    if (target.matches("input, textarea, select")) target.focus(); else target.click();
    return true;
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches("input:not([type=checkbox]):not([type=radio]), textarea, select")) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    const key = event.key;
    if (key === "j") go(1);
    else if (key === "k") go(-1);
    else if (key === "?") {
      const help = document.querySelector("details.keys");
      if (!help) return;
      help.open = !help.open;
      help.querySelector("summary").focus();
    } else if (!/^[a-z/]$/.test(key) || !press(key)) return;
    event.preventDefault();
  });
  /* an error summary is read first */
  const problems = document.getElementById("problems");
  if (problems) problems.focus();
})();
