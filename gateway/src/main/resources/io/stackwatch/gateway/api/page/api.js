// The interface of the gateway, and small help for building elements without markup in strings.

export class Problem extends Error {}

async function answer(response) {
  const body = await response.json();
  if (!response.ok) {
    const where = body.where ? ` (${body.where})` : "";
    throw new Problem(`${body.detail ?? response.statusText}${where}`);
  }
  return body;
}

export async function get(path) {
  return answer(await fetch(path, { headers: { Accept: "application/json" } }));
}

/** The items of all pages of a list, up to 5,000. */
export async function getAll(path) {
  const items = [];
  let next = null;
  do {
    const page = await get(`${path}?limit=500${next ? `&cursor=${next}` : ""}`);
    items.push(...page.items);
    next = page.next;
  } while (next && items.length < 5000);
  return items;
}

export async function post(path, body) {
  return answer(await fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }));
}

export async function health() {
  return (await fetch("/health")).json();
}

/** make("b", {class: "x", onclick: f}, child, "text", …); children that are null are left out. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  fill(element, attributes, children);
  return element;
}

export function draw(tag, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  fill(element, attributes, children);
  return element;
}

function fill(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) {
      element.addEventListener(key.slice(2), value);
    } else if (value !== null && value !== false) {
      element.setAttribute(key, value === true ? "" : value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
}
