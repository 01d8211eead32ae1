/* While somebody types a question, those that were asked before in like words stand beneath it. */
(() => {
  "use strict";
  const place = document.querySelector("[data-similar]");
  const title = document.getElementById("field-title");
  const language = document.getElementById("field-language");
  if (!place || !title) return;
  let waiting = 0;
  let asked = title.value.trim();
  const ask = async () => {
    const sentence = title.value.trim();
    if (sentence === asked) return;
    asked = sentence;
    if (sentence.length < 8) { place.replaceChildren(); return; }
    const query = new URLSearchParams({ q: sentence, language: language ? language.value : "fr", part: "list" });
    try {
      const answer = await fetch(place.dataset.similar + "?" + query, { headers: { Accept: "text/html" } });
      if (!answer.ok || title.value.trim() !== sentence) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      place.replaceChildren(...page.body.childNodes);
    } catch (offline) {
      /* the question can be asked all the same */
    }
  };
  title.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(ask, 600); });
})();
