import { getAll, make } from "./api.js";
import { clock, name, second, short, unit, word } from "./words.js";

const COLUMNS = [["a34013", "dust"], ["a21026", "SO₂"], ["a21002", "NOx"], ["a19001", "O₂"]];

/** The table of outlets. */
export class Outlets {
  constructor(table, onOpen) {
    this.body = table.tBodies[0];
    this.onOpen = onOpen;
    this.outlets = [];
  }

  async load() {
    this.outlets = await getAll("/api/v1/outlets");
    this.show();
  }

  show() {
    const rows = this.outlets.map((outlet) => this.row(outlet));
    if (!rows.length) {
      rows.push(make("tr", {}, make("td", { colspan: 7, class: "empty" }, word("noOutlets"))));
    }
    this.body.replaceChildren(...rows);
  }

  row(outlet) {
    const open = () => this.onOpen(outlet);
    return make("tr", { onclick: open },
      make("td", { class: "name" },
        make("button", { type: "button", class: "link" }, name(outlet.enterprise)),
        make("div", { class: "quiet" }, `${outlet.name} · ${name(outlet.region)}`),
        outlet.source ? make("div", { class: "quiet" }, `${word("behind")} OPC UA ${outlet.source}`) : null),
      make("td", { class: "state" }, this.state(outlet)),
      ...COLUMNS.map(([code, label]) => cell(outlet.latest.find((one) => one.factor.id === code), word(label))),
      make("td", { class: "num nowrap quiet heard" }, outlet.lastHeardAt ? second(outlet.lastHeardAt) : "–"));
  }

  state(outlet) {
    if (outlet.alarmLevel) {
      return make("span", { class: `chip level level-${outlet.alarmLevel}` }, word(outlet.alarmLevel));
    }
    const kind = outlet.state === "REPORTING" ? "chip-good" : "chip-bad";
    return make("span", { class: `chip ${kind}` }, word(outlet.state));
  }
}

function cell(latest, label) {
  const value = latest && (latest.converted ?? latest.measured);
  if (!value) {
    return make("td", { class: "num quiet", "data-label": label }, "–");
  }
  const limit = latest.limit;
  const share = limit && Number(limit.value) > 0 ? Number(value.value) / Number(limit.value) : null;
  return make("td", { class: "num cell", "data-label": label, title: `${clock(latest.at)} ${latest.flag ?? ""}` },
    make("b", {}, short(value.value)),
    make("span", { class: "against" }, limit ? `/ ${short(limit.value)} ${unit(value.unit)}` : unit(value.unit)),
    share === null ? null : meter(share));
}

function meter(share) {
  const bar = make("i", { class: share > 1 ? "over" : "" });
  bar.style.width = `${Math.max(0, Math.min(100, share * 100))}%`;
  return make("span", { class: "meter", role: "img", "aria-label": `${Math.round(share * 100)}%` }, bar);
}
