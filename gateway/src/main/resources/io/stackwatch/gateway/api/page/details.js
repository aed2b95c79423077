import { get, make, post } from "./api.js";
import { hourChart, lineChart } from "./chart.js";
import { about, factorOf, levelChip, stateChips } from "./alarms.js";
import { facts, signed, table } from "./parts.js";
import { rateFile } from "./rates.js";
import { sourceFile } from "./sources.js";
import { hours, minute, name, percent, phrase, second, short, unit, word } from "./words.js";

const DAY = 86_400_000;

/** What happened to an alarm: the reason as a word for people, the rest as it stands. */
function said(detail) {
  const [reason, ...rest] = detail.split(" · ");
  return [word(reason), ...rest].join(" · ");
}

/** The panel that shows one alarm, outlet, case, source or rate down to the bytes. */
export class Details {
  constructor(dialog, now) {
    this.dialog = dialog;
    this.now = now;
    this.title = dialog.querySelector("#details-title");
    this.body = dialog.querySelector("#details-body");
    this.shown = null;
    dialog.querySelector("#details-close").addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (click) => click.target === dialog && dialog.close());
    dialog.addEventListener("close", () => {
      this.shown = null;
      history.replaceState(null, "", location.pathname);
    });
  }

  /** Shows what the address names: #alarm/…, #outlet/…, #case/…, #source/…, #rate/…. */
  async open(kind, id) {
    this.shown = `${kind}/${id}`;
    history.replaceState(null, "", `#${kind}/${encodeURIComponent(id)}`);
    this.body.replaceChildren();
    if (!this.dialog.open) this.dialog.showModal();
    try {
      await { alarm: () => this.alarm(id), outlet: () => this.outlet(id), case: () => this.caseFile(id), source: () => this.source(id), rate: () => this.rate(id) }[kind]();
    } catch (problem) {
      this.body.replaceChildren(make("p", { class: "said" }, problem.message));
    }
  }

  show(...children) {
    this.body.replaceChildren(...children.filter((child) => child !== null));
  }

  /** An event came: shows again what is shown, if it is about this alarm. */
  changed(alarm) {
    if (this.shown === `alarm/${alarm.id}` && !this.body.querySelector("input:focus")) this.open("alarm", alarm.id);
  }

  async alarm(id) {
    const address = `/api/v1/alarms/${encodeURIComponent(id)}`;
    const { alarm, steps } = await get(address);
    const from = new Date(Date.parse(alarm.firstHour) - DAY / 2).toISOString();
    const until = new Date(Date.parse(alarm.lastHour) + DAY / 2).toISOString();
    const ofHours = alarm.outlet && factorOf(alarm);
    const [judged, frames] = await Promise.all([
      ofHours ? get(`/api/v1/outlets/${encodeURIComponent(alarm.outlet.id)}/hours?${new URLSearchParams({ factor: alarm.factor.id, from, until, limit: "200" })}`) : null,
      get(`${address}/frames`),
    ]);
    if (this.shown !== `alarm/${id}`) return;
    const ofValue = alarm.value !== null || alarm.type === "DATA_MISS";
    this.title.textContent = about(alarm);
    this.show(
      facts([
        [word("state"), [levelChip(alarm.level), " ", ...stateChips(alarm)]],
        [word("type"), word(alarm.type)],
        factorOf(alarm) && [word("factor"), factorOf(alarm)],
        ofValue && [word("value"), alarm.value === null ? word("noData") : `${alarm.value} ${unit(alarm.unit)}`, "big"],
        ofValue && [word("limit"), alarm.limit === null ? "–" : `${alarm.limit} ${unit(alarm.unit)} ${alarm.ratio === null ? "" : `(${percent(alarm.ratio)})`}`, "big"],
        alarm.words && [word("reason"), alarm.words],
        [word("hours"), hours(alarm.firstHour, alarm.lastHour)],
        [word("raisedAt"), second(alarm.raisedAt)],
        [word("region"), name(alarm.region)],
      ].filter(Boolean)),
      this.acknowledgement(alarm),
      ...(judged ? [make("h3", {}, word("hourTable")), hourTable(judged.items)] : []),
      make("h3", {}, word("history")),
      make("ol", { class: "steps" }, ...steps.map((step) => make("li", {},
        make("span", { class: "nowrap quiet" }, second(step.at)),
        make("span", {}, make("b", {}, word(step.kind)), ` ${word(step.level)} ${step.hour ? minute(step.hour) : ""} ${said(step.detail)}`)))),
      ...(frames.items.length ? [
        make("h3", {}, word("rawFrames")),
        make("p", { class: "quiet" }, word("rawNote")),
        make("br"),
        ...frames.items.map(frame),
      ] : []));
  }

  acknowledgement(alarm) {
    const said = alarm.acknowledgement;
    const box = make("div", {}, make("h3", {}, word("acknowledge")));
    if (said) {
      box.firstChild.textContent = word("acknowledged");
      box.append(make("p", {}, `${second(said.at)} · ${said.who}: ${said.note}`));
      return box;
    }
    box.append(signed({ who: word("who"), why: word("note"), act: word("acknowledge") }, async (who, note) => {
      await post(`/api/v1/alarms/${encodeURIComponent(alarm.id)}/acknowledgement`, { who, note });
      await this.open("alarm", alarm.id);
    }));
    return box;
  }

  async outlet(id) {
    const address = `/api/v1/outlets/${encodeURIComponent(id)}`;
    const outlet = await get(address);
    const until = this.now();
    const from = new Date(until.getTime() - DAY).toISOString();
    const judged = await get(`${address}/hours?${new URLSearchParams({ from, until: until.toISOString(), limit: "200" })}`);
    const limited = outlet.latest.filter((latest) => latest.limit || latest.factor.id === "a19001");
    const series = await Promise.all(limited.map(async (latest) => [latest, await get(`${address}/readings?${new URLSearchParams({
      factor: latest.factor.id, span: latest.span, statistic: statistic(latest), from, until: until.toISOString(), points: "600",
    })}`)]));
    if (this.shown !== `outlet/${id}`) return;
    this.title.textContent = `${name(outlet.enterprise)} · ${outlet.name}`;
    this.show(
      facts([
        [word("region"), name(outlet.region)],
        [word("state"), outlet.alarmLevel ? levelChip(outlet.alarmLevel) : word(outlet.state)],
        ["MN", outlet.stations.join(" ")],
        ...(outlet.source ? [[word("behind"), `OPC UA ${outlet.source}`]] : []),
        [word("lastHeard"), outlet.lastHeardAt ? second(outlet.lastHeardAt) : "–"],
        ...(outlet.ranges.length ? [[word("ranges"), outlet.ranges.map((range) =>
          `${name(range.factor)} ${range.low ?? ""}–${range.high} ${unit(range.unit)}`).join("; ")]] : []),
      ]),
      make("h3", {}, word("readings")),
      table([word("factor"), word("measured"), word("converted"), word("limit"), word("flag"), word("arrived")],
        outlet.latest.map((latest) => [
          name(latest.factor), quantity(latest.measured), quantity(latest.converted),
          latest.limit ? `${latest.limit.value} ${unit(latest.limit.unit)}` : "–", latest.flag ?? "–", second(latest.at)])),
      ...series.flatMap(([latest, { points }]) => {
        const chart = lineChart(points);
        return chart ? [make("h3", {}, `${name(latest.factor)} ${unit((latest.converted ?? latest.measured)?.unit)} · ${word("chart")}`), chart] : [];
      }),
      make("h3", {}, word("hourTable")),
      hourTable(judged.items, true));
  }

  async source(id) {
    const children = await sourceFile(id, () => this.open("source", id));
    if (this.shown !== `source/${id}`) return;
    this.title.textContent = `${word("sources")} · ${id}`;
    this.show(...children);
  }

  async rate(id) {
    const { title, children } = await rateFile(id);
    if (this.shown !== `rate/${id}`) return;
    this.title.textContent = title;
    this.show(...children);
  }

  async caseFile(id) {
    const file = await get(`/api/v1/cases/${encodeURIComponent(id)}`);
    if (this.shown !== `case/${id}`) return;
    const one = file.summary;
    this.title.textContent = `${word("candidateCases")} · ${name(one.enterprise)} · ${name(one.outlet)}`;
    this.show(
      facts([
        [word("day"), one.day],
        [word("factor"), name(one.factor)],
        [word("worst"), one.worstValue === null ? "–" : `${one.worstValue} / ${one.limit} ${unit(one.unit)}`, "big"],
        [word("openedAt"), second(one.openedAt)],
      ]),
      make("p", { class: "quiet" }, word("casesNote")),
      make("h3", {}, word("basis")), make("p", {}, `${one.basis} ${file.basisText}`),
      make("h3", {}, word("basisToday")), make("p", {}, file.basisToday),
      one.findings.length ? make("h3", {}, word("findings")) : null,
      one.findings.length ? make("p", {}, one.findings.join("; ")) : null,
      make("h3", {}, word("exceedances")),
      table([word("hour"), word("judgedValue"), word("above"), word("version"), word("sequence")],
        file.exceedances.map((hour) => [minute(hour.start), hour.value, percent(hour.ratio), hour.version, frameLink(hour.evidence)])),
      file.events.length ? make("h3", {}, word("history")) : null,
      make("ol", { class: "steps" }, ...file.events.map((step) => make("li", {},
        make("span", { class: "nowrap quiet" }, second(step.at)), make("span", {}, make("b", {}, word(step.kind)), ` ${step.detail}`)))));
  }
}

/** Which figure of the span the table of outlets showed. */
function statistic(latest) {
  const figure = latest.span === "REALTIME" ? "Rtd" : "Avg";
  return latest.converted ? `Zs${figure}` : figure;
}

function quantity(value) {
  return value ? `${value.value} ${unit(value.unit)}` : "–";
}

function frameLink(evidence) {
  return evidence ? make("a", { href: `/api/v1/frames/${evidence.sequence}` }, `#${evidence.sequence}`) : "–";
}

function hourTable(judged, manyFactors = false) {
  if (!judged.length) return make("p", { class: "quiet" }, word("noData"));
  const rows = judged.map((hour) => [
    make("span", { class: "nowrap" }, minute(hour.start)),
    ...(manyFactors ? [name(hour.factor)] : []),
    make("span", { class: `nowrap outcome-${hour.outcome}` }, word(hour.outcome)),
    hour.value === null ? hour.reason === null ? "–" : phrase(hour.reason) : short(hour.value),
    hour.limit ? `${short(hour.limit.value)}` : "–",
    hour.ratio === null ? "–" : percent(hour.ratio),
    hour.oxygen === null ? "–" : `${short(hour.oxygen)} %`,
    hour.flag ?? "–",
    frameLink(hour.evidence),
  ]);
  const heads = [word("hour"), ...(manyFactors ? [word("factor")] : []), word("outcome"), word("judgedValue"), word("limit"),
    word("above"), word("oxygen"), word("flag"), word("sequence")];
  return make("div", {}, manyFactors ? null : hourChart(judged), table(heads, rows));
}

function frame(record) {
  return make("article", { class: "frame" },
    make("header", {},
      make("b", {}, `#${record.sequence}`),
      make("span", {}, word(record.disposition)),
      make("span", { class: "quiet" }, `${word("arrived")} ${second(record.arrivedAt)}`),
      make("span", { class: "quiet" }, `${word("peer")} ${record.peer}`),
      make("span", { class: "quiet" }, `MN ${record.station ?? "–"}`),
      make("span", { class: "quiet" }, `${record.length} ${word("bytes")}`),
      make("span", { class: "quiet" }, record.detail)),
    make("div", {},
      make("div", {}, make("p", { class: "caption" }, word("asText")), make("pre", {}, record.text)),
      record.decoded === null ? null : make("div", {}, make("p", { class: "caption" }, word("decoded"),
        record.decoded.encryption === "NONE" ? "" : ` · ${word("encryption" + record.decoded.encryption)}`),
        make("div", { class: "fields mono" }, ...[...record.decoded.header, ...record.decoded.items].map((field) =>
          make("div", {}, make("span", { class: "quiet" }, field.name), make("b", {}, field.value))))),
      make("details", {}, make("summary", { class: "caption" }, word("asHex")), make("pre", {}, dump(record.hex))),
      make("div", { class: "chain" },
        make("span", { class: "caption" }, word("previousHash")), make("code", {}, record.previousSha256 ?? "–"),
        make("span", { class: "caption" }, word("thisHash")), make("code", {}, record.sha256))));
}

/** Sixteen bytes to a line, with their offset. */
function dump(hex) {
  const lines = [];
  for (let at = 0; at < hex.length; at += 32) {
    const bytes = hex.slice(at, at + 32).match(/../g);
    const text = bytes.map((byte) => {
      const code = parseInt(byte, 16);
      return code >= 32 && code < 127 ? String.fromCharCode(code) : ".";
    }).join("");
    lines.push(`${(at / 2).toString(16).padStart(5, "0")}  ${bytes.join(" ").padEnd(47)}  ${text}`);
  }
  return lines.join("\n");
}
