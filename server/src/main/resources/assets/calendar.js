/* A post is dragged to another day, which keeps its hour, or to a slot that is free. The same can be
   done by the link on its row, without a script. */
(() => {
  "use strict";
  const drop = document.getElementById("drop");
  if (!drop) return;
  let dragged = null;
  document.querySelectorAll("[data-move]").forEach((row) => {
    row.draggable = true;
    row.addEventListener("dragstart", (event) => {
      dragged = row;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", row.dataset.move);
    });
    row.addEventListener("dragend", () => { dragged = null; });
    row.querySelectorAll("a").forEach((link) => { link.draggable = false; });
  });
  document.querySelectorAll("[data-day]").forEach((place) => {
    const over = (on) => place.classList.toggle("over", on);
    place.addEventListener("dragover", (event) => {
      if (!dragged) return;
      event.preventDefault();
      event.stopPropagation();
      over(true);
    });
    place.addEventListener("dragleave", () => over(false));
    place.addEventListener("drop", (event) => {
      if (!dragged) return;
      event.preventDefault();
      event.stopPropagation();
      drop.action = dragged.dataset.move;
      drop.elements.day.value = place.dataset.day;
      drop.elements.time.value = place.dataset.time || dragged.dataset.at;
      drop.submit();
    });
  });
})();
