import { draw } from "./api.js";
import { clock, short } from "./words.js";

const WIDTH = 900;
const HEIGHT = 220;
const EDGE = { left: 48, right: 12, top: 14, bottom: 26 };
const HOUR = 3_600_000;

/** Judged hours as bars against the limit in force; an hour without a value is a gap, not a zero. */
export function hourChart(hours) {
  const judged = [...hours].reverse();
  const values = judged.filter((hour) => hour.value !== null);
  if (!values.length) return null;
  const first = Date.parse(judged[0].start);
  const end = Date.parse(judged[judged.length - 1].start) + HOUR;
  const highest = Math.max(...values.flatMap((hour) => [Number(hour.value), hour.limit ? Number(hour.limit.value) : 0])) * 1.1 || 1;
  const x = (instant) => EDGE.left + ((instant - first) / (end - first)) * (WIDTH - EDGE.left - EDGE.right);
  const y = (value) => HEIGHT - EDGE.bottom - (Math.max(0, value) / highest) * (HEIGHT - EDGE.top - EDGE.bottom);

  const svg = draw("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "chart", role: "img" });
  for (const share of [0, 0.5, 1]) {
    const value = highest * share;
    svg.append(
      draw("line", { x1: EDGE.left, x2: WIDTH - EDGE.right, y1: y(value), y2: y(value), stroke: "#dde3ea" }),
      draw("text", { x: EDGE.left - 6, y: y(value) + 4, "text-anchor": "end" }, short(value.toPrecision(3))));
  }
  for (const hour of judged) {
    const start = Date.parse(hour.start);
    const left = x(start);
    const width = Math.max(1, x(start + HOUR) - left - 1);
    if (hour.value === null) {
      svg.append(draw("rect", { x: left, y: EDGE.top, width, height: HEIGHT - EDGE.top - EDGE.bottom, fill: "#eef1f4" },
        draw("title", {}, `${clock(start)} ${hour.reason ?? ""}`)));
      continue;
    }
    const exceeds = hour.outcome === "EXCEEDS";
    svg.append(draw("rect", {
      x: left, y: y(Number(hour.value)), width, height: HEIGHT - EDGE.bottom - y(Number(hour.value)),
      fill: exceeds ? "#a3201a" : hour.outcome === "WITHIN" ? "#8fb3cc" : "#c9d2db",
    }, draw("title", {}, `${clock(start)} ${hour.value}`)));
    if (hour.limit) {
      svg.append(draw("line", {
        x1: left, x2: left + width + 1, y1: y(Number(hour.limit.value)), y2: y(Number(hour.limit.value)),
        stroke: "#1d2733", "stroke-width": 1.5, "stroke-dasharray": "5 3",
      }));
    }
  }
  const step = Math.ceil((end - first) / HOUR / 12) * HOUR;
  for (let tick = first; tick <= end; tick += step) {
    svg.append(draw("text", { x: x(tick), y: HEIGHT - 8, "text-anchor": "middle" }, clock(tick)));
  }
  return svg;
}

/** A series as a line that breaks where more than three times the usual distance lies between two points. */
export function lineChart(points) {
  if (points.length < 2) return null;
  const times = points.map((point) => Date.parse(point.start));
  const values = points.map((point) => point.value);
  const first = times[0];
  const end = times[times.length - 1];
  const usual = times.slice(1).map((time, i) => time - times[i]).sort((a, b) => a - b)[Math.floor((times.length - 1) / 2)];
  const highest = Math.max(...values, 0) * 1.1 || 1;
  const lowest = Math.min(...values, 0);
  const x = (time) => EDGE.left + ((time - first) / (end - first || 1)) * (WIDTH - EDGE.left - EDGE.right);
  const y = (value) => HEIGHT - EDGE.bottom - ((value - lowest) / (highest - lowest)) * (HEIGHT - EDGE.top - EDGE.bottom);
  const svg = draw("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "chart", role: "img" });
  for (const share of [0, 0.5, 1]) {
    const value = lowest + (highest - lowest) * share;
    svg.append(
      draw("line", { x1: EDGE.left, x2: WIDTH - EDGE.right, y1: y(value), y2: y(value), stroke: "#dde3ea" }),
      draw("text", { x: EDGE.left - 6, y: y(value) + 4, "text-anchor": "end" }, short(value.toPrecision(3))));
  }
  const path = points.map((point, i) =>
    `${i && times[i] - times[i - 1] <= usual * 3 ? "L" : "M"}${x(times[i]).toFixed(1)} ${y(point.value).toFixed(1)}`).join("");
  svg.append(draw("path", { d: path, fill: "none", stroke: "#1f5f8b", "stroke-width": 1.6 }));
  for (let i = 0; i <= 6; i++) {
    const time = first + ((end - first) * i) / 6;
    svg.append(draw("text", { x: x(time), y: HEIGHT - 8, "text-anchor": "middle" }, clock(time)));
  }
  return svg;
}
