/* Offers operators, fields, channels and languages while one types a query. The field works without:
   what is offered stands in #query-offers, written by the page. */
(() => {
  "use strict";
  const source = document.getElementById("query-offers");
  const field = document.getElementById("field-query") || document.getElementById("field-q");
  if (!source || !field) return;
  const offers = Array.from(source.children, (li) => ({ text: li.dataset.insert, about: li.textContent }));
  const list = document.createElement("ul");
  list.id = "offers";
  list.className = "offers";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", source.dataset.label);
  const told = document.createElement("p");
  told.className = "hidden";
  told.setAttribute("role", "status");
  field.parentElement.classList.add("completes");
  field.after(list, told);
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  let shown = [];
  let at = -1;

  const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  /* what is being written: an operator in capitals, a field, or a name behind channel: */
  const begun = () => {
    const before = field.value.slice(0, field.selectionStart);
    const found = /(?:^|[\s(-])((?:channel:"?[^"()]*)|[^\s()"]+)$/i.exec(before);
    return found ? found[1] : "";
  };
  const suits = (offer, word) => {
    const operator = /^[A-Z]/.test(offer.text);
    if (operator) return offer.text.startsWith(word) && offer.text.trim() !== word;
    const start = plain(word).replace('channel:"', "channel:");
    const whole = plain(offer.text).replace('channel:"', "channel:");
    return word.length > 1 && whole.startsWith(start) && whole.trim() !== start;
  };
  const close = () => {
    shown = [];
    at = -1;
    list.hidden = true;
    field.removeAttribute("aria-activedescendant");
  };
  const mark = (next) => {
    at = next;
    Array.from(list.children).forEach((li, i) => li.setAttribute("aria-selected", String(i === at)));
    if (at < 0) field.removeAttribute("aria-activedescendant");
    else {
      field.setAttribute("aria-activedescendant", list.children[at].id);
      list.children[at].scrollIntoView({ block: "nearest" });
    }
  };
  const show = (found) => {
    shown = found;
    list.replaceChildren(...found.map((offer, i) => {
      const li = document.createElement("li");
      li.id = "offer-" + i;
      li.setAttribute("role", "option");
      const code = document.createElement("code");
      code.textContent = offer.text.trim();
      li.append(code, " ", offer.about);
      li.addEventListener("mousedown", (event) => { event.preventDefault(); take(offer); });
      return li;
    }));
    list.hidden = found.length === 0;
    told.textContent = found.length === 0 ? "" : source.dataset.count.replace("%", String(found.length));
    mark(-1);
  };
  const take = (offer) => {
    const end = field.selectionStart;
    const start = end - (shown.whole ? 0 : begun().length);
    field.setRangeText(offer.text, start, end, "end");
    close();
    told.textContent = "";
    field.dispatchEvent(new Event("input", { bubbles: true }));
    close();
  };
  field.addEventListener("input", () => {
    const word = begun();
    show(word === "" ? [] : offers.filter((offer) => suits(offer, word)).slice(0, 8));
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === " " && event.ctrlKey) {
      show(offers);
      shown.whole = true;
    } else if (list.hidden) return;
    else if (event.key === "ArrowDown") mark((at + 1) % shown.length);
    else if (event.key === "ArrowUp") mark(at <= 0 ? shown.length - 1 : at - 1);
    else if ((event.key === "Enter" || event.key === "Tab") && at >= 0) take(shown[at]);
    else if (event.key === "Escape") { close(); event.stopPropagation(); }
    else return;
    event.preventDefault();
  });
  field.addEventListener("blur", close);
})();
