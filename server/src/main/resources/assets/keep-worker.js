/* Shows what was kept when the network does not answer. It keeps nothing by itself. */
"use strict";
const CACHE = "kept-1";
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) return;
  const kept = async (path) => (await caches.open(CACHE)).match(path);
  if (event.request.mode === "navigate") {
    event.respondWith(fetch(event.request).catch(async () =>
      (await kept(url.pathname)) || (await kept("/kept")) || Response.error()));
  } else if (url.pathname.startsWith("/assets/")) {
    event.respondWith(fetch(event.request).catch(async () =>
      (await kept(url.pathname)) || Response.error()));
  }
});
