/* Words that are selected on the page become the passage that a remark is on; a hashtag is put where
   one writes. Without a script both can be typed. */
(() => {
  "use strict";
  const passage = document.querySelector("form[data-passage] [name=passage]");
  if (passage) {
    document.addEventListener("selectionchange", () => {
      const selection = document.getSelection();
      const node = selection.anchorNode;
      const place = node && (node.nodeType === Node.TEXT_NODE ? node.parentElement : node);
      const words = selection.toString().trim();
      if (!words || words.length > 500 || !place || !place.closest(".said, .row-title")) return;
      passage.value = words;
    });
  }
  document.querySelectorAll("[data-hashtags]").forEach((list) => {
    const field = document.getElementById(list.dataset.hashtags);
    list.querySelectorAll("[data-hashtag]").forEach((tag) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "link";
      button.textContent = tag.textContent;
      button.addEventListener("click", () => {
        const before = field.value.slice(0, field.selectionEnd);
        const blank = before && !/\s$/.test(before) ? " " : "";
        field.setRangeText(blank + tag.textContent, field.selectionEnd, field.selectionEnd, "end");
        field.focus();
        field.dispatchEvent(new Event("input", { bubbles: true }));
      });
      tag.replaceWith(button);
    });
  });
})();
