import { Alarms } from "./alarms.js";
import { get } from "./api.js";
import { Boilers } from "./boilers.js";
import { Cases } from "./cases.js";
import { Details } from "./details.js";
import { Outlets } from "./outlets.js";
import { Rates, rateWords } from "./rates.js";
import { Sources } from "./sources.js";
import { otherLanguage, putWords, second, word } from "./words.js";

const $ = (id) => document.getElementById(id);
const REFRESH = 5_000;

// The gateway's clock: read once in a while, carried on by ours in between.
let about = null;
let readAt = performance.now();

function now() {
  const passed = performance.now() - readAt;
  return about ? new Date(Date.parse(about.now) + passed * about.scale) : new Date();
}

async function readClock() {
  about = await get("/api/v1/about");
  readAt = performance.now();
}

function showClock() {
  $("now").textContent = about ? second(now()) : "";
  $("version").textContent = about?.version ?? "";
  $("scale").hidden = !about || about.clock === "WALL";
  if (about && about.clock === "SCALED") {
    const minutes = Math.round(about.scale * 10) / 10;
    $("scale").textContent = word("scaled", minutes === 60 ? "1 h" : `${minutes} min`);
  }
}

let linked = false;
function showLink() {
  $("link").textContent = word(linked ? "linked" : "unlinked");
  $("link").className = `chip ${linked ? "chip-good" : "chip-bad"}`;
}

const details = new Details($("details"), now);
const outlets = new Outlets($("outlets"), (outlet) => details.open("outlet", outlet.id));
const cases = new Cases($("cases"), (one) => details.open("case", one.id));
const boilers = new Boilers(
  { panel: $("boiler-panel"), table: $("boilers"), filter: $("boiler-filter"), note: $("boiler-note") },
  (outlet) => details.open("outlet", outlet));
const sources = new Sources(
  { panel: $("source-panel"), table: $("sources"), note: $("source-note") }, (id) => details.open("source", id));
const rates = new Rates({
  panel: $("rate-panel"), picker: $("rate-month"), note: $("rate-note"), counties: $("rate-counties"), filter: $("rate-filter"),
  title: $("rate-title"), enterprises: $("rate-enterprises"), stopped: $("rate-stopped"),
}, now, (id) => details.open("rate", id));
const alarms = new Alarms({
  list: $("alarms"),
  more: $("alarms-more"),
  filter: $("alarm-filter"),
  onOpen: (alarm) => details.open("alarm", alarm.id),
  onLink: (up) => {
    linked = up;
    showLink();
  },
  onChange: (alarm) => details.changed(alarm),
});

/** A figure of things of which there need not be any. */
function showFigure(kind, all, wrong) {
  $(`${kind}-figure`).hidden = !all.length;
  $(`figure-${kind}s`).textContent = wrong.length;
  $(`figure-${kind}s`).className = wrong.length ? "bad" : "";
}

async function showFigures() {
  const known = outlets.outlets;
  $("figure-outlets").textContent = known.length;
  $("figure-reporting").textContent = known.filter((outlet) => outlet.state === "REPORTING").length;
  $("figure-active").textContent = known.reduce((sum, outlet) => sum + outlet.activeAlarms, 0);
  $("figure-cases").textContent = cases.cases.length;
  const city = rates.city();
  $("rate-figure").hidden = $("rate-panel").hidden;
  $("figure-rate").textContent = rateWords(city);
  $("figure-rate").className = city?.passes === false ? "bad" : "";
  showFigure("boiler", boilers.boilers, boilers.missing());
  showFigure("source", sources.sources, sources.away());
  const open = await get("/api/v1/alarms?state=OPEN&limit=100");
  $("figure-open").textContent = open.items.length + (open.next ? "+" : "");
}

async function refresh() {
  try {
    await readClock();
    await Promise.all([outlets.load(), rates.load(), cases.load(), boilers.load(), sources.load()]);
    await showFigures();
    showClock();
  } catch (failure) {
    linked = false;
    showLink();
  }
}

async function openFromAddress() {
  const [kind, id] = location.hash.slice(1).split("/");
  if (kind === "rates" && id) {
    await rates.turnTo(id);
    $("rate-panel").scrollIntoView();
  }
  if (id && ["alarm", "outlet", "case", "source", "rate"].includes(kind)) await details.open(kind, decodeURIComponent(id));
}

$("language").addEventListener("click", () => {
  otherLanguage();
  $("language").textContent = word("language");
  outlets.show();
  boilers.show();
  sources.show();
  rates.show();
  alarms.show();
  cases.show();
  showClock();
  showLink();
});

putWords();
$("language").textContent = word("language");
showLink();
await refresh();
alarms.listen();
await openFromAddress();
addEventListener("hashchange", openFromAddress);
setInterval(showClock, 250);
setInterval(refresh, REFRESH);
