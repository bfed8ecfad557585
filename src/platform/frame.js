// In a frame: tells the page around it how high the atlas is, in the words of every kind of host; passes on
// what is chosen; takes views from that page. docs/embedding.md describes the messages.
const root = document.documentElement;
const secret = (/[?&]secret=([A-Za-z0-9]+)/.exec(location.hash) || [])[1];
const child = new URLSearchParams(location.search).get("childId");
const say = (message) => parent.postMessage(message, "*");

let told = 0;
let timer = 0;
let times = [];

function tell() {
  timer = 0;
  const state = root.dataset.state;
  if (state !== "ready" && state !== "failed") return;
  const height = Math.ceil(root.getBoundingClientRect().height);
  const now = performance.now();
  times = times.filter((time) => time > now - 2000);
  // A host whose resizing changes the height again and again gets the greatest and then silence.
  if (!height || height === told || (times.length > 9 && height < told)) return;
  told = height;
  times.push(now);
  say({ type: "atlas:height", version: 1, height });
  say({ "datawrapper-height": { atlas: height } });
  say({ sentinel: "amp", type: "embed-size", height });
  say(JSON.stringify({ src: location.href, context: "iframe.resize", height }));
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
};
new MutationObserver(watch).observe(root, { attributeFilter: ["data-state"] });
watch();

// What the reader chose, without what is about the frame.
document.addEventListener("atlas:moved", ({ detail }) => {
  const { search, pathname } = new URL(detail, document.baseURI);
  const own = /^(embed|hide|theme|accent|edition)=/;
  const query = search.slice(1).split("&").filter((part) => !own.test(part)).join("&");
  say({ type: "atlas:moved", version: 1, query, path: pathname });
});

let wanted = "";
let going = 0;
addEventListener("message", ({ source, data }) => {
  if (source !== parent || typeof data !== "object" || !data || Object.keys(data).length !== 3) return;
  const { type, version, query } = data;
  if (type !== "atlas:go" || version !== 1 || typeof query !== "string" || query.length > 4096) return;
  // However many come, the last one counts.
  wanted = query;
  if (!going)
    going = setTimeout(() => {
      going = 0;
      document.dispatchEvent(new CustomEvent("atlas:go", { detail: wanted }));
    }, 50);
});

// Where windows may not be opened, a link becomes its address, to be copied.
if (self.origin === "null")
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest('a[target="_blank"]');
    if (!link) return;
    if (secret && link.host === location.host) say({ message: "link", value: link.href, secret });
    const known = link.nextElementSibling;
    let field = known && known.matches(".embed__address") ? known : null;
    if (!field) {
      field = document.createElement("input");
      field.className = "embed__address";
      field.readOnly = true;
      field.value = link.href;
      field.setAttribute("aria-label", link.textContent);
      link.after(field);
    }
    field.focus();
    field.select();
  });
