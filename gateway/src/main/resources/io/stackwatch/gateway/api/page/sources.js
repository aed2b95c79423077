import { get, make, post } from "./api.js";
import { chip, facts, labelled, quiet, signed, table } from "./parts.js";
import { between, minute, second, word } from "./words.js";

/** Sources of which the last cut is asked for; of more it is in the details. */
const MOST = 20;

/** The OPC UA sources: those that do not give values first. */
export class Sources {
  constructor({ panel, table: element, note }, onOpen) {
    Object.assign(this, { panel, note, onOpen });
    this.body = element.tBodies[0];
    this.sources = [];
    this.cuts = new Map();
    this.waiting = [];
  }

  async load() {
    const [{ items }, certificates] = await Promise.all([get("/api/v1/sources"), get("/api/v1/certificates")]);
    this.sources = items.sort((one, other) => isWell(one) - isWell(other) || (one.id < other.id ? -1 : 1));
    this.waiting = certificates.items.filter((one) => !one.trusted && one.waiting.length);
    const asked = this.sources.slice(0, MOST);
    const gaps = await Promise.all(asked.map((source) => get(`/api/v1/sources/${encodeURIComponent(source.id)}/gaps?limit=1`)));
    this.cuts = new Map(asked.map((source, i) => [source.id, gaps[i].items[0]]));
    this.show();
  }

  /** Those that give no values. */
  away() {
    return this.sources.filter((source) => !isWell(source));
  }

  show() {
    this.panel.hidden = !this.sources.length;
    this.note.textContent = [word("sourcesNote", this.sources.length, this.away().length),
      this.waiting.length ? word("certificatesWait", this.waiting.length) : ""].filter(Boolean).join(" · ");
    this.note.classList.toggle("said", this.waiting.length > 0);
    this.body.replaceChildren(...this.sources.map((source) => this.row(source)));
  }

  row(source) {
    const cut = this.cuts.get(source.id);
    return make("tr", { class: "opens", onclick: () => this.onOpen(source.id) },
      make("td", { class: "name" },
        make("button", { type: "button", class: "link" }, source.id),
        make("div", { class: "quiet" }, source.endpoint)),
      make("td", { class: "state" }, stateChip(source),
        source.since ? make("div", { class: "quiet" }, word("sinceTime", second(source.since))) : null),
      labelled("serverClock", ...clockOf(source)),
      labelled("outletsAndNodes", word("outletsNodes", source.outlets.length, source.nodes)),
      labelled("lastCut", ...(cut ? cutInShort(cut) : [word("noCuts")])),
      labelled("toMend", ...toMend(source)));
  }
}

/** A code in words; one that has none as it stands. */
function code(kind, value) {
  const text = word(kind + value);
  return text === kind + value ? value : text;
}

function isWell(source) {
  return source.state === "CONNECTED";
}

function stateChip(source) {
  const kind = isWell(source) ? "chip-good" : source.state === "CONNECTING" ? "chip-note" : "chip-bad";
  return chip(word(`source${source.state}`), kind);
}

/** When the server's clock was heard last, and how far it is from ours where that is more than is tolerated. */
function clockOf(source) {
  if (!source.heardUntil) return ["–"];
  const off = source.clockOffset;
  return [second(source.heardUntil), source.clockOff
    ? make("div", {}, chip(word(off > 0 ? "clockAhead" : "clockBehind", between(Math.abs(off) * 1000)), "chip-bad")) : null];
}

function cutInShort(cut) {
  const until = cut.until ? between(Date.parse(cut.until) - Date.parse(cut.from)) : word("goesOn");
  return [`${minute(cut.from)} · ${until}`, quiet(outcomeOf(cut))];
}

function outcomeOf(cut) {
  if (!cut.until) return code("cut", cut.reason);
  return cut.outcome ? word(`fill${cut.outcome}`, cut.readBack) : word("fillUnderWay");
}

/** The outcome of a cut with the nodes that were not read back, of which the server names some. */
function outcomeInFull(cut) {
  if (!cut.unread) return outcomeOf(cut);
  const named = cut.unreadNodes.map((one) => `${one.node} ${one.status}`);
  return [outcomeOf(cut), quiet(word("unreadNodes", cut.unread)), ...named.map((one) => quiet(one))];
}

/** What a person has to look at. */
function toMend(source) {
  const found = [
    source.state === "CERTIFICATE_REFUSED" ? chip(word("certificateWaits"), "chip-bad") : null,
    source.reason && source.state !== "CERTIFICATE_REFUSED" ? chip(code("cut", source.reason), "chip-bad") : null,
    source.badNodes.length ? chip(word("badNodes", source.badNodes.length), "chip-bad") : null,
    source.notMapped.length ? chip(word("notMapped", source.notMapped.length), "chip-note") : null,
  ].filter((one) => one !== null);
  return found.length ? found : [word("nothingToMend")];
}

/** Everything of one source, for the panel of details. */
export async function sourceFile(id, again) {
  const address = `/api/v1/sources/${encodeURIComponent(id)}`;
  const [source, gaps, certificates] = await Promise.all([
    get(address), get(`${address}/gaps?limit=100`), get("/api/v1/certificates")]);
  const refused = certificates.items.find((one) => !one.trusted && one.thumbprint === source.refusedThumbprint);
  return [
    facts([
      [word("state"), [stateChip(source), source.since ? ` ${word("sinceTime", second(source.since))}` : ""]],
      [word("reason"), source.reason ? code("cut", source.reason) : "–"],
      [word("serverClock"), clockOf(source).filter((one) => one !== null)],
      [word("address"), source.endpoint],
      [word("security"), source.policy === "NONE" ? word("securityNONE") : `${source.policy} · ${source.mode}`],
      [word("login"), word(`login${source.login}`)],
      [word("outlets"), source.outlets.join(" ") || "–"],
      [word("nodes"), source.nodes],
      [word("values"), source.counts ? source.counts.values : "–"],
      [word("readBack"), source.counts ? source.counts.historyValues : "–"],
    ]),
    ...(refused ? [make("h3", {}, word("certificateWaits")), trust(refused, again)] : []),
    make("h3", {}, word("cuts")),
    gaps.items.length ? table(
      [word("from"), word("until"), word("lasted"), word("reason"), word("cameBack"), word("outcomeOfCut")],
      gaps.items.map((cut) => [second(cut.from), cut.until ? second(cut.until) : word("goesOn"),
        cut.until ? between(Date.parse(cut.until) - Date.parse(cut.from)) : "–", code("cut", cut.reason),
        cut.how ? word(`how${cut.how}`) : "–", cut.until ? outcomeInFull(cut) : "–"])) : make("p", { class: "quiet" }, word("noCuts")),
    make("h3", {}, word("notMappedRows")),
    source.notMapped.length ? table([word("node"), word("reason"), word("sheetRow"), word("times"), word("lastHeard")],
      source.notMapped.map((one) => [one.node, code("unmapped", one.reason), one.row || "–", one.times, second(one.lastAt)]))
      : make("p", { class: "quiet" }, word("nothingToMend")),
    ...(source.badNodes.length ? [make("h3", {}, word("badNodesOfServer")),
      table([word("node"), word("statusCode")], source.badNodes.map((one) => [one.node, one.status]))] : []),
  ];
}

/** A certificate, and the act of the person who trusts it. */
function trust(certificate, again) {
  const form = signed({ who: word("trustedBy"), why: word("whyTrust"), act: word("trust") }, async (by, reason) => {
    await post(`/api/v1/certificates/${certificate.thumbprint}/trust`, { by, reason });
    await again();
  });
  return make("div", {},
    make("p", {}, word("trustNote")),
    make("p", { class: "caption" }, word("thumbprint")),
    make("pre", {}, certificate.thumbprint.match(/.{1,4}/g).join(" ")),
    make("br"),
    facts([
      [word("subject"), certificate.subject],
      [word("issuer"), certificate.issuer],
      [word("applicationUri"), certificate.applicationUri],
      [word("validTime"), `${second(certificate.notBefore)} – ${second(certificate.notAfter)}`],
    ]),
    make("br"),
    form);
}
