import { get, make } from "./api.js";
import { choose } from "./parts.js";
import { hours, name, percent, second, short, unit, word } from "./words.js";

export function levelChip(level) {
  return make("span", { class: `chip level level-${level}` }, word(level));
}

export function stateChips(alarm) {
  return [
    make("span", { class: `chip ${alarm.clearedAt ? "" : "chip-bad"}` }, word(alarm.clearedAt ? "isCleared" : "isActive")),
    make("span", { class: `chip ${alarm.acknowledgement ? "chip-good" : "chip-note"}` },
      word(alarm.acknowledgement ? "acknowledged" : "unacknowledged")),
  ];
}

/** Whom an alarm is about: enterprise and outlet, an enterprise, or a division. */
export function about(alarm) {
  return alarm.outlet ? `${name(alarm.enterprise)} · ${name(alarm.outlet)}` : name(alarm.subject);
}

/** The factor; nothing for an alarm that is about no single one. */
export function factorOf(alarm) {
  return alarm.factor.id === "ALL" ? null : name(alarm.factor);
}

/** The live list: loaded once, then kept up to date by the event stream. */
export class Alarms {
  constructor({ list, more, filter, onOpen, onLink, onChange }) {
    Object.assign(this, { list, more, onOpen, onLink, onChange });
    this.alarms = new Map();
    this.state = "ACTIVE";
    this.next = null;
    this.fresh = new Set();
    more.addEventListener("click", () => this.load(this.next));
    choose(filter, (state) => {
      this.state = state;
      this.load();
    });
  }

  async load(cursor = null) {
    const query = new URLSearchParams({ limit: "100" });
    if (this.state) query.set("state", this.state);
    if (cursor) query.set("cursor", cursor);
    const page = await get(`/api/v1/alarms?${query}`);
    if (!cursor) this.alarms.clear();
    for (const alarm of page.items) this.alarms.set(alarm.id, alarm);
    this.next = page.next;
    this.show();
  }

  listen() {
    const source = new EventSource("/api/v1/events");
    source.addEventListener("open", () => {
      this.onLink(true);
      this.load();
    });
    source.addEventListener("error", () => this.onLink(false));
    source.addEventListener("alarm", (message) => {
      const { step, alarm } = JSON.parse(message.data);
      this.fresh.add(alarm.id);
      this.put(alarm);
      this.onChange(alarm, step);
    });
  }

  put(alarm) {
    if (this.belongs(alarm)) {
      this.alarms.set(alarm.id, alarm);
    } else {
      this.alarms.delete(alarm.id);
    }
    this.show();
  }

  belongs(alarm) {
    return !this.state || (this.state === "ACTIVE" ? !alarm.clearedAt : !alarm.acknowledgement);
  }

  show() {
    const newestFirst = [...this.alarms.values()].sort(
      (one, other) => Date.parse(other.raisedAt) - Date.parse(one.raisedAt) || (one.id < other.id ? -1 : 1));
    const rows = newestFirst.map((alarm) => this.row(alarm));
    if (!rows.length) rows.push(make("li", { class: "empty" }, word("noAlarms")));
    this.list.replaceChildren(...rows);
    this.more.hidden = !this.next;
    this.fresh.clear();
  }

  row(alarm) {
    return make("li", { class: this.fresh.has(alarm.id) ? "fresh" : "" },
      make("button", {
        type: "button",
        class: `row-button edge-${alarm.level} ${alarm.clearedAt ? "cleared" : ""}`,
        onclick: () => this.onOpen(alarm),
      },
      levelChip(alarm.level),
      make("span", { class: "what" }, about(alarm)),
      valueOf(alarm),
      make("span", { class: "under" },
        factorOf(alarm) ? make("b", {}, factorOf(alarm)) : null,
        make("span", {}, word(alarm.type)),
        make("span", { class: "nowrap" }, hours(alarm.firstHour, alarm.lastHour)),
        ...stateChips(alarm),
        make("span", { class: "nowrap", title: word("raisedAt") }, second(alarm.raisedAt)),
        alarm.words ? make("span", { class: "words" }, alarm.words) : null)));
  }
}

function valueOf(alarm) {
  if (alarm.value === null && alarm.type !== "DATA_MISS") {
    return make("span", { class: "value quiet" }, alarm.outlet ? null : word(`about${alarm.subject.kind}`));
  }
  if (alarm.value === null) {
    return make("span", { class: "value quiet" }, word("noData"));
  }
  return make("span", { class: "value" },
    make("b", {}, short(alarm.value)),
    alarm.limit === null ? null : ` / ${short(alarm.limit)} ${unit(alarm.unit)} `,
    alarm.ratio === null ? null : make("span", { class: "outcome-EXCEEDS", title: word("above") }, percent(alarm.ratio)));
}
