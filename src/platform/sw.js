// Keeps a copy of the site for reading without a network. Pages and data always come from the
// network when it answers, so an old edition is never shown while the new one can be had; files
// whose names hold their hash come from the copy. Frames are left alone.
const FILES = [];
const BUILD = "";
const LANGUAGES = [];
const scope = new URL(self.registration.scope);
const prefix = "atlas " + scope.pathname + " ";
const hashed = new Set(FILES.filter((file) => /-[0-9a-f]{15,16}(_bg)?\./.test(file)).map((file) => new URL(file, scope).href));

self.addEventListener("install", (event) => {
  const fill = async () => {
    const copy = await caches.open(prefix + BUILD);
    await copy.addAll(FILES.map((file) => new Request(new URL(file, scope), { cache: hashed.has(new URL(file, scope).href) ? "default" : "no-cache" })));
    await self.skipWaiting();
  };
  event.waitUntil(fill());
});

self.addEventListener("activate", (event) => {
  const tidy = async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== prefix + BUILD);
    await Promise.all(old.map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(tidy());
});

// A page that was never opened is a view of the first one, by its query.
function asQuery(url) {
  const path = url.pathname.slice(scope.pathname.length).replace(/\.html$/, "");
  const parts = path.split("/");
  const query = new URLSearchParams(url.search);
  const isTranslated = LANGUAGES.includes(parts[0]);
  if (isTranslated) query.set("lang", parts.shift());
  const [kind, name] = parts;
  if (name === undefined && kind && kind !== "index") query.set("view", kind);
  else if (kind === "country") query.set("country", name.toUpperCase());
  else if (kind === "record") query.set("id", name);
  else if (kind === "event") query.set("event", name);
  else if (!isTranslated) return null;
  return scope.href + "?" + query;
}

async function answer(request, url) {
  const copy = await caches.open(prefix + BUILD);
  // The query is read by the app; the file is the same.
  const key = url.origin + url.pathname.replace(/(^|\/)index\.html$/, "$1");
  if (hashed.has(key)) {
    const kept = await copy.match(key, { ignoreVary: true });
    if (kept) return kept;
  }
  try {
    const fresh = await fetch(request, { cache: "no-cache" });
    if (fresh.ok && !fresh.redirected) await copy.put(key, fresh.clone()).catch(() => {});
    return fresh;
  } catch (error) {
    const kept = await copy.match(key, { ignoreVary: true });
    if (kept) return kept;
    const other = request.mode === "navigate" && asQuery(url);
    if (other) return Response.redirect(other);
    throw error;
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const isOurs = url.origin === scope.origin && url.pathname.startsWith(scope.pathname);
  if (request.method !== "GET" || !isOurs || /^i?frame$/.test(request.destination) || request.headers.has("range")) return;
  event.respondWith(answer(request, url));
});
