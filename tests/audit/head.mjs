// Reads the head of every page as link previews do, and judges the policy. Called by `cargo xtask audit`
// with the folder of a site that was built for an address.
import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { createRequire } from "node:module";

const [site, modules] = process.argv.slice(2);
const load = createRequire(join(modules, "package.json"));
const ogs = load("open-graph-scraper");
const { CspEvaluator } = load("csp_evaluator/dist/evaluator.js");
const { CspParser } = load("csp_evaluator/dist/parser.js");

function pages(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? pages(path) : path.endsWith(".html") ? [path] : [];
  });
}

const faults = [];
// These stand by themselves and are not shared.
const ALONE = ["404.html", "atlas.html", "editions.html", "notices.html"];
let count = 0;
for (const file of pages(site)) {
  const name = relative(site, file);
  if (ALONE.includes(name)) continue;
  count += 1;
  const { result } = await ogs({ html: readFileSync(file, "utf8") });
  const image = result.ogImage?.[0];
  const wanted = {
    title: result.ogTitle, description: result.ogDescription, url: result.ogUrl, card: result.twitterCard,
    image: image?.url, width: image?.width, height: image?.height, alt: image?.alt,
  };
  for (const [what, value] of Object.entries(wanted)) if (!value) faults.push(`${name}: no ${what}`);
  if (image && !/^https:\/\//.test(image.url)) faults.push(`${name}: ${image.url} is not absolute`);
}
console.log(`open-graph-scraper: ${count} pages`);

const line = readFileSync(join(site, "_headers"), "utf8").split("\n").find((one) => one.includes("Content-Security-Policy: "));
const policy = new CspParser(line.split("Content-Security-Policy: ")[1]).csp;
// 50 is what it says of any 'self': it cannot know what else the host serves.
for (const one of new CspEvaluator(policy).evaluate()) {
  if (one.severity < 50) faults.push(`policy: ${one.directive} ${one.value ?? ""}: ${one.description}`);
}
console.log("csp_evaluator: 1 policy");
if (faults.length) {
  console.error(faults.join("\n"));
  process.exit(1);
}
