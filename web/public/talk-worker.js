// Keeps the volunteers' entry on the phone. Files with a hash in their name never change: the kept one is
// used; the page itself is asked for first and taken from the phone when there is no signal. The API is
// never answered from here.
const cacheName = "talk-1";

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(cacheName)
      .then((cache) => cache.addAll(["/talk", "/theme.js", "/icon.svg"]))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(names.filter((name) => name !== cacheName).map((name) => caches.delete(name))),
      )
      .then(() => self.clients.claim()),
  );
});

const keep = async (request, response) => {
  if (response.ok) await (await caches.open(cacheName)).put(request, response.clone());
  return response;
};

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (
    event.request.method !== "GET" ||
    url.origin !== self.location.origin ||
    url.pathname.startsWith("/api/")
  )
    return;
  if (url.pathname.startsWith("/assets/")) {
    event.respondWith(
      caches
        .match(event.request)
        .then((kept) => kept ?? fetch(event.request).then((answer) => keep(event.request, answer))),
    );
  } else if (event.request.mode === "navigate" && url.pathname.startsWith("/talk")) {
    event.respondWith(
      fetch(event.request)
        .then((answer) => keep("/talk", answer))
        .catch(() => caches.match("/talk")),
    );
  }
});

// The page names the files it was made of, the fonts too: they are kept, and those of older pages let go.
// At the first visit they were fetched before this worker was there to see them.
self.addEventListener("message", (event) => {
  const wanted = event.data?.keep;
  if (!Array.isArray(wanted)) return;
  event.waitUntil(
    caches.open(cacheName).then(async (cache) => {
      const kept = new Set((await cache.keys()).map((request) => request.url));
      await cache.addAll(wanted.filter((url) => !kept.has(url)));
      await Promise.all(
        [...kept]
          .filter((url) => new URL(url).pathname.startsWith("/assets/") && !wanted.includes(url))
          .map((url) => cache.delete(url)),
      );
    }),
  );
});
