// Parts that several panels are built of.

import { make } from "./api.js";
import { word } from "./words.js";

/** Names with what is said of each: [label, value, class of the value]. */
export function facts(entries) {
  return make("dl", { class: "facts" }, ...entries.map(([label, value, kind]) =>
    make("div", {}, make("dt", {}, label), make("dd", { class: kind ?? "" }, ...[value].flat()))));
}

export function table(heads, rows) {
  return make("div", { class: "box scroll" }, make("table", {},
    make("thead", {}, make("tr", {}, ...heads.map((head) => make("th", { scope: "col" }, head)))),
    make("tbody", {}, ...rows.map((row) => make("tr", {}, ...row.map((cell) => make("td", {}, cell)))))));
}

export function chip(text, kind = "") {
  return make("span", { class: `chip ${kind}` }, text);
}

/** Buttons of which one is pressed; tells the state of the one that was. */
export function choose(group, onChoice) {
  group.addEventListener("click", (click) => {
    const button = click.target.closest("button");
    if (!button) return;
    for (const one of group.querySelectorAll("button")) {
      one.setAttribute("aria-pressed", String(one === button));
    }
    onChoice(button.dataset.state);
  });
}

/** A cell of a table that becomes a card on a phone. */
export function labelled(label, ...children) {
  return make("td", { "data-label": word(label) }, ...children);
}

export function quiet(text) {
  return make("div", { class: "quiet" }, text);
}

/** The form of an act: who, why, and the button. What goes wrong is said below it. */
export function signed(words, act) {
  const problem = make("p", { class: "said", role: "alert" });
  const form = make("form", {
    class: "acknowledge",
    onsubmit: async (submit) => {
      submit.preventDefault();
      const fields = new FormData(form);
      try {
        localStorage.setItem("who", fields.get("who"));
        await act(fields.get("who"), fields.get("why"));
      } catch (failure) {
        problem.textContent = failure.message;
      }
    },
  },
  make("label", {}, words.who, make("input", { name: "who", required: true, maxlength: 64, autocomplete: "name", value: localStorage.getItem("who") ?? "" })),
  make("label", {}, words.why, make("input", { name: "why", required: true, maxlength: 1000 })),
  make("button", {}, words.act),
  problem);
  return form;
}
