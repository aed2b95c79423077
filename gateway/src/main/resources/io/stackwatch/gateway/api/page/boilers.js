import { getAll, make } from "./api.js";
import { chip, choose, labelled, quiet } from "./parts.js";
import { day, second, short, word } from "./words.js";

/** The city's list of boilers: which must be on line, which are, and why. */
export class Boilers {
  constructor({ panel, table, filter, note }, onOpen) {
    Object.assign(this, { panel, note, onOpen });
    this.body = table.tBodies[0];
    this.missingButton = filter.querySelector("[data-state=MISSING]");
    this.boilers = [];
    this.state = "";
    choose(filter, (state) => {
      this.state = state;
      this.show();
    });
  }

  async load() {
    this.boilers = await getAll("/api/v1/boilers");
    this.show();
  }

  /** Those that must be on line and are not. */
  missing() {
    return this.boilers.filter(isMissing);
  }

  show() {
    this.panel.hidden = !this.boilers.length;
    const missing = this.missing();
    this.missingButton.textContent = `${word("boilersMissing")} ${missing.length}`;
    const threshold = this.boilers.find((boiler) => boiler.threshold)?.threshold;
    this.note.textContent = threshold
      ? word("boilersNote", short(threshold.steamTonsPerHour), day(threshold.since)) : word("noThreshold");
    this.note.title = threshold?.source ?? "";
    const wanted = { MISSING: missing, MUST: this.boilers.filter((boiler) => boiler.mustBeOnline) }[this.state] ?? this.boilers;
    const rows = [...wanted].sort((one, other) => isMissing(other) - isMissing(one)).map((boiler) => this.row(boiler));
    if (!rows.length) rows.push(make("tr", {}, make("td", { colspan: 6, class: "empty" }, word("noBoilers"))));
    this.body.replaceChildren(...rows);
  }

  row(boiler) {
    const open = boiler.outlet ? () => this.onOpen(boiler.outlet) : null;
    return make("tr", open ? { class: "opens", onclick: open } : {},
      make("td", { class: "name", title: `${boiler.document} (${word(`mark${boiler.mark}`)})` },
        open ? make("button", { type: "button", class: "link" }, boiler.name) : make("b", {}, boiler.name),
        make("div", { class: "quiet" }, `${boiler.enterpriseName ?? boiler.enterprise} · ${boiler.id}`)),
      make("td", { class: "state" }, isMissing(boiler) ? chip(word("boilerMissing"), "chip-bad")
        : chip(word(boiler.online ? "boilerOnline" : "boilerNotNeeded"), boiler.online ? "chip-good" : "")),
      labelled("steam", make("b", {}, short(boiler.steamTonsPerHour)), make("span", { class: "against" }, "t/h"),
        make("div", { class: "quiet" }, word(`fuel${boiler.fuel}`))),
      labelled("mustBeOnline", word(boiler.mustBeOnline ? "yes" : "no"), quiet(word(`duty${boiler.duty}`))),
      labelled("isOnline", word(boiler.online ? "yes" : "no"), quiet(word(`line${boiler.line}`)),
        boiler.station ? quiet(boiler.station) : null),
      labelled("since", boiler.networkedOn ? word("networkedOn", boiler.networkedOn) : boiler.mustBeOnline ? word("networkedNever") : "–",
        boiler.heardAt ? quiet(`${word("lastHeard")} ${second(boiler.heardAt)}`) : null));
  }
}

function isMissing(boiler) {
  return boiler.mustBeOnline && !boiler.online;
}
