import { get, make } from "./api.js";
import { name, percent, short, unit, word } from "./words.js";

/** The newest candidate cases. */
export class Cases {
  constructor(list, onOpen) {
    this.list = list;
    this.onOpen = onOpen;
    this.cases = [];
  }

  async load() {
    this.cases = (await get("/api/v1/cases?limit=50")).items;
    this.show();
  }

  show() {
    const rows = this.cases.map((one) => make("li", {},
      make("button", { type: "button", class: "row-button", onclick: () => this.onOpen(one) },
        make("span", { class: "nowrap" }, one.day),
        make("span", { class: "what" }, `${name(one.enterprise)} · ${name(one.outlet)}`),
        make("span", { class: "value" }, one.worstRatio === null ? "" :
          make("span", { class: "outcome-EXCEEDS" }, percent(one.worstRatio))),
        make("span", { class: "under" },
          make("b", {}, name(one.factor)),
          make("span", {}, word("hourCount", one.hours)),
          one.worstValue === null ? null :
            make("span", {}, `${word("worst")} ${short(one.worstValue)} / ${short(one.limit)} ${unit(one.unit)}`)))));
    if (!rows.length) rows.push(make("li", { class: "empty" }, word("noCases")));
    this.list.replaceChildren(...rows);
  }
}
