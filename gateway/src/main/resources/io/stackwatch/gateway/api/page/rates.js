import { get, make } from "./api.js";
import { chip, choose, facts, labelled, quiet } from "./parts.js";
import { day, minute, name, second, word } from "./words.js";

/** A load is repeated after so long at the soonest, and not before twenty times as long as it took. */
const REST = 10_000;

/** Stopped enterprises that are named below the list; the list of all has each. */
const MOST_NAMED = 12;

/** Signs of the bands, so that nobody has to see colours. */
const SIGNS = { PASSING: "✓", BELOW: "▽", FAR_BELOW: "▼", ZERO: "✕", NOT_RATED: "—" };

/** The effective transmission rates of a month: the city, its counties in their order, and enterprises. */
export class Rates {
  constructor({ panel, picker, note, counties, filter, title, enterprises, stopped }, now, onOpen) {
    Object.assign(this, { panel, note, filter, title, stopped, now, onOpen });
    this.picker = picker.querySelector("input");
    this.counties = counties.tBodies[0];
    this.enterprises = enterprises.tBodies[0];
    this.month = null;
    this.county = null;
    this.wanted = "BELOW";
    this.restUntil = 0;
    this.realTime = this.final = null;
    this.picker.addEventListener("change", () => this.turnTo(this.picker.value));
    picker.addEventListener("click", (click) => {
      const step = Number(click.target.closest("button")?.dataset.step);
      if (step) this.turnTo(after(this.month, step));
    });
    choose(filter, (state) => {
      this.wanted = state;
      this.show();
    });
  }

  async turnTo(month) {
    if (!/^\d{4}-\d{2}$/.test(month) || month > monthOf(this.now())) {
      this.picker.value = this.month;
      return;
    }
    this.month = month;
    this.restUntil = 0;
    await this.load();
  }

  async load() {
    this.month ??= monthOf(this.now());
    this.picker.value = this.month;
    this.picker.max = monthOf(this.now());
    if (performance.now() < this.restUntil) return;
    const [begun, month] = [performance.now(), this.month];
    this.restUntil = Infinity;
    try {
      const [realTime, final] = await Promise.all(["REAL_TIME", "FINAL"].map((variant) =>
        get(`/api/v1/rates?${new URLSearchParams({ month, variant, enterprises: "true" })}`)));
      if (month !== this.month) return;
      Object.assign(this, { realTime, final });
      this.show();
    } finally {
      if (month === this.month) this.restUntil = performance.now() + Math.max(REST, 20 * (performance.now() - begun));
    }
  }

  /** The city's final rate, for the figures above; null if it has none. */
  city() {
    return this.final?.line ?? null;
  }

  show() {
    if (!this.final) return;
    this.panel.hidden = Date.parse(this.final.asOf) <= 0;
    this.note.textContent = [
      word("rateRequired", percent(this.final.required)),
      word("countedUntil", minute(this.final.cutoff)),
      this.final.waiting ? word("daysWaiting", this.final.waiting) : "",
    ].filter(Boolean).join(" · ");
    const early = new Map(this.realTime.counties.map((county) => [county.code, county]));
    const ranked = ranking(this.final.counties);
    if (!ranked.some(([county]) => county.code === this.county)) this.county = null;
    this.counties.replaceChildren(
      this.line(make("b", {}, word("wholeCity")), this.realTime.line, this.final.line, sums(this.final.counties), {}),
      ...ranked.map(([county, place]) => this.countyRow(county, place, early.get(county.code))));
    this.showEnterprises(early);
  }

  countyRow(county, place, early) {
    const chosen = this.county === county.code;
    const choice = () => {
      this.county = chosen ? null : county.code;
      if (!chosen && this.wanted === "BELOW") this.press("");
      this.show();
    };
    return this.line([
      make("span", { class: "place" }, place ?? "—"),
      make("button", { type: "button", class: "link", "aria-pressed": String(chosen) }, county.name)],
    early?.line, county.line, county, { class: chosen ? "opens chosen" : "opens", onclick: choice });
  }

  line(title, early, final, { passing, rated }, attributes) {
    return make("tr", attributes,
      make("td", { class: "name" }, title),
      labelled("realTimeRate", this.rate(early)),
      labelled("finalRate", this.rate(final)),
      labelled("band", this.band(final)),
      labelled("passingEnterprises", rated ? `${passing} / ${rated}` : "—"),
      labelled("validOfDue", final.due ? `${final.valid} / ${final.due}` : "—"));
  }

  showEnterprises(early) {
    const all = this.final.counties.flatMap((county) => county.enterprises.map((enterprise) => ({
      county, enterprise, early: early.get(county.code)?.enterprises.find((one) => one.id === enterprise.id) })))
      .filter(({ county }) => !this.county || county.code === this.county);
    const failing = all.filter(({ enterprise }) => enterprise.line.passes === false);
    const stopped = all.filter(({ enterprise }) => enterprise.line.band === "NOT_RATED" && isCounted(enterprise.line));
    this.button("BELOW").textContent = `${word("belowRate", percent(this.final.required))} · ${failing.length}`;
    this.button("").textContent = `${word("all")} · ${all.length}`;
    const county = this.final.counties.find((one) => one.code === this.county);
    this.title.textContent = `${word("enterprises")}${county ? ` · ${county.name}` : ""}`;
    const shown = this.wanted === "BELOW" ? failing : all;
    const rows = [...shown].sort(worstFirst).map((one) => this.enterpriseRow(one));
    if (!rows.length) {
      const counted = all.some(({ enterprise }) => isCounted(enterprise.line));
      const nothing = counted ? word("noneBelow", percent(this.final.required)) : word("noEnterprises");
      rows.push(make("tr", {}, make("td", { colspan: 5, class: "empty" }, nothing)));
    }
    this.enterprises.replaceChildren(...rows);
    this.stopped.textContent = stopped.length && this.wanted === "BELOW"
      ? word("stoppedList", stopped.length, named(stopped.map(({ enterprise }) => enterprise.name))) : "";
  }

  enterpriseRow({ county, enterprise, early }) {
    const { line } = enterprise;
    return make("tr", { class: "opens", onclick: () => this.onOpen(`${this.month}:${enterprise.id}`) },
      make("td", { class: "name" }, make("button", { type: "button", class: "link" }, enterprise.name), quiet(county.name)),
      labelled("realTimeRate", this.rate(early?.line)),
      labelled("finalRate", this.rate(line)),
      labelled("band", this.band(line)),
      labelled("lostOfDue", line.due ? `${line.due - line.valid} / ${line.due}` : "—"));
  }

  rate(line) {
    return rateText(line);
  }

  band(line) {
    return bandChip(line, this.final);
  }

  button(state) {
    return this.filter.querySelector(`[data-state="${state}"]`);
  }

  press(state) {
    this.wanted = state;
    for (const one of this.filter.querySelectorAll("button")) one.setAttribute("aria-pressed", String(one.dataset.state === state));
  }
}

/** A month as 2026-11, in legal time. */
function monthOf(instant) {
  return day(instant).slice(0, 7);
}

function after(month, step) {
  const [year, number] = month.split("-").map(Number);
  const months = year * 12 + number - 1 + step;
  return `${Math.floor(months / 12)}-${String(months % 12 + 1).padStart(2, "0")}`;
}

/** Names, of which so many are told. */
function named(all) {
  return all.slice(0, MOST_NAMED).join("、") + (all.length > MOST_NAMED ? " …" : "");
}

/** A share such as 0.90 as 90%. */
function percent(share) {
  return `${Number((Number(share) * 100).toFixed(6))}%`;
}

function sums(counties) {
  return counties.reduce((sum, one) => ({ passing: sum.passing + one.passing, rated: sum.rated + one.rated }), { passing: 0, rated: 0 });
}

/** Exactly, by the hours: positive if the first is the higher one. */
function compare(one, other) {
  return one.valid * other.due - other.valid * one.due;
}

/** Counties with their places, best first, equal ones in the same place; those that are stopped have none and come last. */
function ranking(counties) {
  const rated = counties.filter((county) => county.line.due).sort((a, b) => compare(b.line, a.line) || (a.code < b.code ? -1 : 1));
  const places = [];
  rated.forEach((county, i) => {
    const asBefore = i && compare(county.line, rated[i - 1].line) === 0;
    places.push([county, asBefore ? places[i - 1][1] : i + 1]);
  });
  return [...places, ...counties.filter((county) => !county.line.due).map((county) => [county, null])];
}

function worstFirst({ enterprise: one }, { enterprise: other }) {
  if (!one.line.due || !other.line.due) return Boolean(other.line.due) - Boolean(one.line.due);
  return compare(one.line, other.line) || (one.id < other.id ? -1 : 1);
}

/** Whether something was counted: an hour that was due, or one that was taken out of the count. */
function isCounted(line) {
  return line.due > 0 || Object.values(line.excluded).some((hours) => hours > 0);
}

/** A rate in words: the percent, or that it is stopped, or that no hour is over yet. */
export function rateWords(line) {
  if (!line || !isCounted(line)) return "—";
  return line.effectivePct === null ? word("stopped") : `${line.effectivePct}%`;
}

/** A rate; one that is too low is red and bold. Where nothing was due there is none. */
function rateText(line) {
  if (!line || line.effectivePct === null) return make("span", { class: "quiet" }, rateWords(line));
  return make("b", { class: line.passes ? "rate" : "rate failing" }, `${line.effectivePct}%`);
}

function bandChip(line, { required, farBelow }) {
  if (!isCounted(line)) return chip(word("notCounted"));
  const kind = { PASSING: "chip-good", BELOW: "chip-note", NOT_RATED: "" }[line.band] ?? "chip-bad";
  return chip(`${SIGNS[line.band]} ${word(`band${line.band}`, percent(required), percent(farBelow))}`, kind);
}

/** What may still be lost, in words. */
function reach(budget) {
  if (!budget) return "—";
  if (budget.reach === "MAY_LOSE") return budget.toCome ? word("reachMAY_LOSE", budget.hours) : word("reachKEPT");
  return make("b", { class: budget.reach === "NOTHING_DUE" ? "quiet" : "failing" },
    word(`reach${budget.reach}`, budget.hours, budget.excused ?? 0));
}

/** What was taken out of the count, by reason; nothing if nothing was. */
function excluded({ stopped, exempt, ownOutage, standardCheck }) {
  const some = Object.entries({ stopped, exempt, ownOutage, standardCheck }).filter(([, hours]) => hours);
  return some.length ? some.map(([why, hours]) => `${word(`out_${why}`)} ${hours}`).join("、") : "—";
}

/** The rates of one enterprise down to factors, with what may still be lost, for the panel of details. */
export async function rateFile(id) {
  const [month, enterprise] = [id.slice(0, 7), id.slice(8)];
  const [early, final] = await Promise.all(["REAL_TIME", "FINAL"].map((variant) =>
    get(`/api/v1/rates?${new URLSearchParams({ month, variant, enterprise })}`)));
  const [county] = final.counties;
  const one = county?.enterprises[0];
  if (!one) return { title: month, children: [make("p", { class: "quiet" }, word("noData"))] };
  const before = early.counties[0].enterprises[0];
  const budgets = await Promise.all(one.outlets.map((outlet) =>
    get(`/api/v1/outlets/${encodeURIComponent(outlet.id)}/rate-budget?month=${month}&limit=20`)));
  return {
    title: `${one.name} · ${month}`,
    children: [
      facts([
        [word("region"), county.name],
        [word("realTimeRate"), rateText(before.line), "big"],
        [word("finalRate"), rateText(one.line), "big"],
        [word("band"), bandChip(one.line, final)],
        [word("dueHours"), String(one.line.due)],
        [word("lostHours"), String(one.line.due - one.line.valid)],
        [word("excludedHours"), excluded(one.line.excluded)],
        [word("countedTo"), second(final.cutoff)],
      ]),
      make("p", { class: "quiet spaced" }, word("rateNote")),
      ...one.outlets.flatMap((outlet, i) => outletPart(outlet, before.outlets.find((same) => same.id === outlet.id), budgets[i], final)),
    ],
  };
}

function outletPart(outlet, early, budget, head) {
  const factorBudgets = new Map(budget.factors.map((one) => [one.factor.id, one.budget]));
  const earlyFactors = new Map((early?.factors ?? []).map((one) => [one.factor.id, one.line]));
  const open = Date.parse(budget.asOf) < Date.parse(budget.frozenAt);
  return [
    make("h3", {}, make("a", { href: `#outlet/${encodeURIComponent(outlet.id)}` }, outlet.name), " ", bandChip(outlet.line, head)),
    make("p", { class: "spaced" }, word("realTimeRate"), " ", rateText(early?.line), " · ", word("finalRate"), " ", rateText(outlet.line),
      " · ", ...(open ? [word("allFactors"), reach(budget.all)] : [word("frozenSince", minute(budget.frozenAt))])),
    cards(["factor", "realTimeRate", "finalRate", "dueHours", "receivedHours", "validHours", "excludedHours", ...(open ? ["mayLose"] : [])],
      outlet.factors.map(({ factor, line }) => [
        name(factor), rateText(earlyFactors.get(factor.id)), rateText(line), line.due, line.received, line.valid,
        excluded(line.excluded), ...(open ? [reach(factorBudgets.get(factor.id))] : [])])),
    ...(budget.lost.length ? [make("details", { class: "spaced" }, make("summary", {}, word("lostLately", budget.lost.length)),
      cards(["hour", "factor", "whyLost", "marksUntil", "vouchersUntil"],
        budget.lost.map((lost) => [minute(lost.start), name(lost.factor), word(`lost${lost.reason ?? lost.standing}`),
          minute(lost.marksUntil), minute(lost.vouchersUntil)])))] : []),
  ];
}

/** A table whose rows become cards on a phone. */
function cards(heads, rows) {
  return make("div", { class: "box" }, make("table", { class: "cards" },
    make("thead", {}, make("tr", {}, ...heads.map((head) => make("th", { scope: "col" }, word(head))))),
    make("tbody", {}, ...rows.map(([first, ...rest]) => make("tr", {},
      make("td", { class: "name" }, make("b", {}, first)), ...rest.map((cell, i) => labelled(heads[i + 1], cell)))))));
}
