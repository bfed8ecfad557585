// In a frame: tells the page around it how high the atlas is, in the words of every kind of host; passes on
// what is chosen; takes views from that page. docs/embedding.md describes the messages.
const root = document.documentElement;
// As the host wrote it: some hosts know their frames by it, and choices change it.
const address = location.href;
const secret = (/[?&]secret=([A-Za-z0-9]+)/.exec(location.hash) || [])[1];
const child = new URLSearchParams(location.search).get("childId");
const say = (message) => parent.postMessage(message, "*");

let told = 0;
let timer = 0;
let times = [];
let isKept = false;
// How often a height that was kept back may follow, until the reader does something.
const SPARE = 3;
let spare = SPARE;

function tell() {
  timer = 0;
  const state = root.dataset.state;
  if (state !== "ready" && state !== "failed") return;
  // The page without the app is long: it scrolls in its frame.
  const height = Math.min(Math.ceil(root.getBoundingClientRect().height), state === "ready" ? 6000 : 1000);
  const now = performance.now();
  times = times.filter((time) => time > now - 2000);
  if (!height || height === told) return;
  // A host whose resizing changes the height again and again gets the greatest, later the last a few times, and
  // then silence.
  if (times.length > 9 && height < told) {
    if (spare && !isKept) {
      isKept = true;
      spare -= 1;
      setTimeout(() => {
        isKept = false;
        times = [];
        changed();
      }, 2500);
    }
    return;
  }
  told = height;
  times.push(now);
  say({ type: "atlas:height", version: 1, height });
  say({ "datawrapper-height": { atlas: height } });
  say({ sentinel: "amp", type: "embed-size", height });
  say(JSON.stringify({ src: address, context: "iframe.resize", height }));
  if (secret) say({ message: "height", value: height, secret });
  if (child) say(`pymxPYMx${child}xPYMxheightxPYMx${height}`);
}

function changed() {
  if (!timer) timer = setTimeout(tell, 100);
}

new ResizeObserver(changed).observe(root);
let isReady = false;
const watch = () => {
  changed();
  if (isReady || root.dataset.state !== "ready") return;
  isReady = true;
  say({ type: "atlas:ready", version: 1 });
  go();
};

// What the reader chose, without what is about the frame.
const own = new Set(["embed", "hide", "theme", "font", "accent", "edition"]);
document.addEventListener("atlas:moved", ({ detail }) => {
  spare = SPARE;
  document.querySelectorAll(".embed__copy").forEach((field) => field.remove());
  const { search, pathname } = new URL(detail, document.baseURI);
  const query = search.slice(1).split("&").filter((part) => !own.has(part.split("=")[0])).join("&");
  say({ type: "atlas:moved", version: 1, query, path: pathname });
});

// However many orders come, the last one counts; one that comes early waits for the app.
let wanted;
let going = 0;
function go() {
  if (going || !isReady || wanted === undefined) return;
  going = setTimeout(() => {
    going = 0;
    document.dispatchEvent(new CustomEvent("atlas:go", { detail: wanted }));
    wanted = undefined;
  }, 50);
}

// Scripts of hosts that begin to listen after the frame has told its height ask for it, each in its own words.
function asks(data) {
  if (typeof data === "string") return child && data.startsWith(`pymxPYMx${child}xPYMxwidthxPYMx`);
  return data && (data.type === "atlas:hello" || (data.message === "ready" && secret && data.secret === secret));
}

addEventListener("message", ({ source, data }) => {
  if (source !== parent) return;
  if (asks(data)) {
    told = 0;
    return changed();
  }
  if (typeof data !== "object" || !data || Object.keys(data).length !== 3) return;
  const { type, version, query } = data;
  if (type !== "atlas:go" || version !== 1 || typeof query !== "string" || query.length > 4096) return;
  wanted = query;
  go();
});

new MutationObserver(watch).observe(root, { attributeFilter: ["data-state"] });
watch();

// Where windows may not be opened and files not be saved, a link becomes its address, to be copied.
const LEADS_OUT = 'a[target="_blank"], a[href*="data/"], a[href^="mailto:"]';
if (self.origin === "null")
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest(LEADS_OUT);
    if (!link) return;
    event.preventDefault();
    if (secret && link.host === location.host) say({ message: "link", value: link.href, secret });
    // One that always stands there is enough.
    let field = [...document.querySelectorAll(".embed__address")].find(({ value }) => value === link.href);
    if (!field) {
      field = document.createElement("input");
      field.className = "embed__address embed__copy";
      field.readOnly = true;
      field.value = link.href;
      field.setAttribute("aria-label", link.textContent);
      link.after(field);
    }
    field.focus();
    field.select();
  });
