// Starts the app, or leaves the static page with one line that says why not.
// External, hashed and bound by integrity, so that a strict policy holds. Afterwards, on a page of its own
// and never in a frame, it asks the browser to keep a copy for reading without a network (`sw.js`).
const root = document.documentElement;
const panel = document.getElementById("failure");
const LIMIT_MS = 12000;

// A tiny module that uses memory.copy and sign extension: what the app's code needs.
const PROBE = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 127, 3, 2, 1, 0, 5, 3, 1, 0, 1, 10, 17, 1, 15, 0, 65,
  0, 65, 0, 65, 0, 252, 10, 0, 0, 65, 0, 192, 11,
]);

function fail(reason) {
  if (root.dataset.state === "ready" || root.dataset.state === "failed") return;
  root.dataset.state = "failed";
  if (!panel) return;
  panel.querySelector("span").textContent = reason;
  panel.hidden = false;
}

function address(path) {
  return new URL(path, document.baseURI);
}

// The static page is painted first, and known to be: what is taken away before the browser has said that it was
// seen counts as never seen. A hidden page or a frame out of sight paints nothing and waits for none.
const SEEN = "largest-contentful-paint";
const painted = new Promise((resolve) => {
  setTimeout(resolve, document.hidden ? 0 : 200);
  if (self.PerformanceObserver?.supportedEntryTypes?.includes(SEEN)) new PerformanceObserver(resolve).observe({ type: SEEN, buffered: true });
  else requestAnimationFrame(() => setTimeout(resolve));
});

const asked = new URLSearchParams(location.search);
const language = (asked.get("lang") || root.lang).slice(0, 2);
// How the atlas stands inside another page: the app reads the same keys.
for (const key of asked.has("embed") ? ["embed", "theme", "font"] : []) if (asked.has(key)) root.dataset[key] = asked.get(key);
let files = {};
let desk;
let packed = "";
const used = [];

const unpacked = (one) => (packed ? new Response(one.body.pipeThrough(new DecompressionStream(packed))) : one);

// Brings a file as a block of the page, which the app reads. When it cannot be had there is no block, and the
// app says so: without the texts of a language it is in English.
async function bring(name, id) {
  if (!files || !Object.prototype.hasOwnProperty.call(files, name)) return;
  try {
    const file = address(files[name]);
    const response = await fetch(file);
    if (!response.ok) return;
    const block = document.createElement("script");
    block.type = "text/plain";
    block.id = id;
    block.textContent = await unpacked(response).text();
    document.body.append(block);
    used.push(file);
  } catch {
    // No block.
  }
}

function dress(style) {
  return new Promise((resolve) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = address(style);
    link.onload = link.onerror = resolve;
    document.head.append(link);
  });
}

// The dialogs: a program of their own, loaded when the first is opened.
let opened;
document.addEventListener("atlas:desk", async ({ detail }) => {
  try {
    root.dataset.desk = "loading";
    opened ??= (async () => {
      const [glue, response] = await Promise.all([import(address(desk.js)), fetch(address(desk.wasm)), desk.style && dress(desk.style)]);
      if (!response.ok) throw new Error();
      await glue.default({ module_or_path: await unpacked(response).arrayBuffer() });
    })();
    await opened;
    root.dataset.desk = "ready";
    document.dispatchEvent(new CustomEvent("atlas:asked", { detail }));
  } catch {
    opened = undefined;
    root.dataset.desk = "failed";
  }
});

document.addEventListener("atlas:behind", async () => {
  await bring("behind", "behind");
  document.dispatchEvent(new Event("atlas:came"));
});

async function start() {
  const block = document.getElementById("boot");
  if (!block) return fail("the page is incomplete");
  const { js, wasm, edition, checksum, frame, style } = JSON.parse(block.textContent);
  ({ packed, words: files, desk } = JSON.parse(block.textContent));
  if (edition) Object.assign(root.dataset, { newest: edition, checksum });
  if (frame && parent !== self) import(address(frame)).catch(() => {}); // Without it the frame keeps its height.
  if (typeof WebAssembly !== "object") return fail("this browser has no WebAssembly");
  if (!WebAssembly.validate(PROBE)) return fail("this browser is too old for it");
  const preload = document.querySelector('link[rel="preload"][as="fetch"]');
  const options = { credentials: "same-origin" };
  if (preload && preload.integrity) options.integrity = preload.integrity;
  const timer = setTimeout(() => fail("loading took too long"), LIMIT_MS);
  try {
    root.dataset.language = language;
    const old = Number(asked.get("edition") || NaN);
    if (files && "embed" in root.dataset && old >= 0 && old < edition) files.edition = (root.dataset.root || "./") + `data/editions/${old}.json`;
    const [glue, response] = await Promise.all([
      import(address(js)),
      fetch(address(wasm), options),
      language === "en" ? null : bring(language, "words"),
      bring("edition", "edition"),
      // Views that begin with what the first one does without.
      /briefing|method|promises|tour|(sector|stage|instrument|money|tier|language)=/.test(location.href) ? bring("behind", "behind") : null,
      style && "embed" in root.dataset ? dress(style) : null,
    ]);
    if (!response.ok) throw new Error("a file answered " + response.status);
    // Compiling while loading asks for the right type; with another one, load first.
    const typed = (response.headers.get("content-type") || "").startsWith("application/wasm");
    const source = typed ? response : await unpacked(response).arrayBuffer();
    await painted;
    if (root.dataset.state === "failed") return;
    await glue.default({ module_or_path: source });
  } catch (error) {
    fail(error instanceof TypeError ? "a file could not be loaded" : String(error.message || error).slice(0, 120));
  } finally {
    clearTimeout(timer);
  }
}

// `data-offline` says whether a copy is "kept" or "off"; it is absent where none can be. What the reader
// wishes is remembered as an empty store whose name says so.
async function offline(wish) {
  try {
    if (top !== self || !root.dataset.root || !isSecureContext) return;
    const scope = new URL(root.dataset.root, document.baseURI);
    const off = "atlas-off " + scope.pathname;
    if (wish === "keep") await caches.delete(off);
    if (wish === "off") {
      await caches.open(off);
      const worker = await navigator.serviceWorker.getRegistration(scope);
      if (worker) await worker.unregister();
      const names = await caches.keys();
      await Promise.all(names.filter((name) => name.startsWith("atlas " + scope.pathname)).map((name) => caches.delete(name)));
    }
    if (await caches.has(off)) return void (root.dataset.offline = "off");
    await navigator.serviceWorker.register(new URL("sw.js", scope), { scope });
    await navigator.serviceWorker.ready;
    root.dataset.offline = "kept";
    // Through the worker, which keeps it: languages nobody chose are not loaded.
    await Promise.all(used.map((file) => fetch(file)));
  } catch {
    // Refused, or no such thing: nothing is kept and nothing is said.
  }
}

document.addEventListener("click", (event) => {
  const button = event.target instanceof Element && event.target.closest("[data-offline-wish]");
  // The button that was pressed goes; its counterpart takes the focus.
  if (button) offline(button.dataset.offlineWish).then(() => document.querySelector(`[data-when="${root.dataset.offline}"] button`)?.focus());
});

// On paper sources are numbered: notes with their addresses, which the stylesheet for paper shows.
const notes = document.createElement("ol");
notes.className = "notes";
addEventListener("beforeprint", () => {
  const told = new Map();
  for (const link of document.querySelectorAll(".source[href], .source-entry > :first-child[href]")) {
    if (link.checkVisibility?.() === false) continue;
    if (!told.has(link.href)) {
      told.set(link.href, document.createElement("li")).get(link.href).textContent = `${link.title || link.textContent} ${link.href}`;
    }
    link.dataset.note = [...told.keys()].indexOf(link.href) + 1;
  }
  notes.replaceChildren(...told.values());
  document.body.append(notes);
});

start().then(() => setTimeout(offline, 1000));
