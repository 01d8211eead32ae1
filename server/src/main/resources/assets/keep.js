/* Pages that somebody keeps to read without a network. Only what a stranger is shown is kept: the
   page is asked for again without cookies, and must offer itself for keeping. */
(() => {
  "use strict";
  const CACHE = "kept-1";
  if (!("serviceWorker" in navigator) || !window.caches) return;
  const language = document.documentElement.lang;
  const asStranger = (path) => fetch(path, {
    credentials: "omit", redirect: "error", cache: "no-store",
    headers: { "Accept": "text/html", "Accept-Language": language },
  });
  const told = (words, at) => words.replace("{0}", new Date(at).toLocaleString(language === "en" ? "en-GB" : language, { dateStyle: "long", timeStyle: "short" }));

  const files = async (page, cache) => {
    const links = page.querySelectorAll("link[rel=stylesheet], script[src]");
    for (const link of links) {
      const path = link.getAttribute("href") || link.getAttribute("src");
      const file = await fetch(path, { credentials: "omit" });
      if (file.ok) await cache.put(path, file);
    }
  };

  const keep = async (spot) => {
    const path = spot.dataset.keep;
    const answer = await asStranger(path);
    if (!answer.ok) throw new Error("not for everybody");
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const offers = Array.from(page.querySelectorAll("[data-keep]"));
    if (!offers.some((one) => one.dataset.keep === path)) throw new Error("not to be kept");
    await navigator.serviceWorker.register("/keep-worker.js");
    const cache = await caches.open(CACHE);
    await files(page, cache);
    const at = new Date().toISOString();
    page.querySelectorAll("script, form, [data-keep]").forEach((one) => one.remove());
    const note = page.createElement("p");
    note.className = "notice";
    note.textContent = told(spot.dataset.kept, at);
    page.querySelector("main").prepend(note);
    await cache.put(path, new Response("<!doctype html>" + page.documentElement.outerHTML, {
      headers: {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Security-Policy": answer.headers.get("Content-Security-Policy") || "default-src 'none'",
        "X-Kept-At": at,
        "X-Kept-Title": encodeURIComponent(page.title.replace(/ · Lisolo$/, "")),
      },
    }));
    const list = await asStranger("/kept");
    if (list.ok) {
      const text = await list.clone().text();
      await files(new DOMParser().parseFromString(text, "text/html"), cache);
      await cache.put("/kept", list);
    }
  };

  document.querySelectorAll("[data-keep]").forEach((spot) => {
    spot.hidden = false;
    const status = spot.querySelector("[role=status]");
    spot.querySelector("button").addEventListener("click", async () => {
      try {
        await keep(spot);
        status.textContent = spot.dataset.done;
      } catch (failure) {
        status.textContent = spot.dataset.failed;
      }
    });
  });

  const list = document.getElementById("kept-list");
  const element = (name, className, text) => {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  };
  const show = async () => {
    const cache = await caches.open(CACHE);
    list.replaceChildren();
    for (const request of await cache.keys()) {
      const kept = await cache.match(request);
      const at = kept.headers.get("X-Kept-At");
      if (!at) continue;
      const row = element("li", "row", "");
      const main = element("div", "row-main", "");
      const title = element("p", "row-title", "");
      const link = element("a", "row-link", decodeURIComponent(kept.headers.get("X-Kept-Title")));
      link.href = new URL(request.url).pathname;
      title.append(link);
      main.append(title, element("p", "row-kind", told(list.dataset.at, at)));
      const end = element("div", "row-end", "");
      const remove = element("button", "quiet", list.dataset.remove);
      remove.type = "button";
      remove.addEventListener("click", async () => { await cache.delete(request); await show(); });
      end.append(remove);
      row.append(main, end);
      list.append(row);
    }
  };
  if (list) show();
})();
