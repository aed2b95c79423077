// Makes public/map/divisions.geojson: a schema of the divisions of Liaocheng, not their boundaries (node map/schematic.mjs).
// A division is what lies nearer to its seat than to any other, inside a rough outline of the city; the three zones, which have
// no seat of their own, are discs inside of Dongchangfu. Who has official boundaries puts a file of the same properties
// (code, name, nameEn) in its place.
import { readFileSync, writeFileSync } from "node:fs";

const REGISTRY = new URL("../../resources/io/stackwatch/gateway/registry/regions.csv", import.meta.url);
const MAP = new URL("../public/map/divisions.geojson", import.meta.url);

/** Approximate longitude and latitude of the seats, degrees. */
const SEATS = {
  371502: [115.98, 36.46], 371503: [116.25, 36.6], 371521: [115.79, 36.11], 371522: [115.6, 36.2],
  371524: [116.25, 36.3], 371525: [115.44, 36.48], 371526: [116.23, 36.87], 371581: [115.72, 36.83],
};
/** Where the schema puts the discs of the zones, and how large. */
const ZONES = { "3715A1": [116.055, 36.5], "3715A2": [116.03, 36.37], "3715A3": [115.84, 36.42] };
const RADIUS = { longitude: 0.052, latitude: 0.0416 };
const CORNERS = 24;
/** Where a name is written, if not at the seat. */
const NAMES = { 371502: [115.88, 36.6], 371522: [115.52, 36.13], 371521: [115.86, 36.13] };

/** A rough outline of the city. */
const OUTLINE = [
  [115.43, 36.78], [115.62, 36.93], [115.85, 36.98], [116.02, 36.95], [116.12, 37.02], [116.38, 37.02], [116.45, 36.82],
  [116.38, 36.68], [116.45, 36.52], [116.53, 36.38], [116.42, 36.24], [116.2, 36.14], [116.05, 36.02], [115.88, 35.96],
  [115.65, 35.86], [115.42, 35.8], [115.36, 35.92], [115.48, 36.08], [115.42, 36.2], [115.3, 36.34], [115.28, 36.5], [115.33, 36.66],
];

/** The part of an area that is nearer to one point than to another. */
function nearer(area, own, other) {
  const side = ([x, y]) =>
    (x - (own[0] + other[0]) / 2) * (other[0] - own[0]) + (y - (own[1] + other[1]) / 2) * (other[1] - own[1]);
  return area.flatMap((point, i) => {
    const next = area[(i + 1) % area.length];
    const here = side(point);
    const there = side(next);
    const kept = here <= 0 ? [point] : [];
    if ((here < 0 && there > 0) || (here > 0 && there < 0)) {
      const share = here / (here - there);
      kept.push([point[0] + (next[0] - point[0]) * share, point[1] + (next[1] - point[1]) * share]);
    }
    return kept;
  });
}

function disc([x, y]) {
  return Array.from({ length: CORNERS }, (_, i) => {
    const angle = (2 * Math.PI * i) / CORNERS;
    return [x + RADIUS.longitude * Math.cos(angle), y + RADIUS.latitude * Math.sin(angle)];
  });
}

function ring(points) {
  const rounded = points.map((point) => point.map((figure) => Math.round(figure * 10_000) / 10_000));
  return [...rounded, rounded[0]];
}

/** Whether a disc lies inside of a cell: its corners are on the same side of every edge. */
function holds(area, corners) {
  const sides = area.flatMap((point, i) => {
    const next = area[(i + 1) % area.length];
    return corners.map(([x, y]) => Math.sign((next[0] - point[0]) * (y - point[1]) - (next[1] - point[1]) * (x - point[0])));
  });
  return sides.every((side) => side === sides[0]);
}

function cell(code) {
  const others = Object.entries(SEATS).filter(([other]) => other !== code);
  return others.reduce((area, [, seat]) => nearer(area, SEATS[code], seat), OUTLINE);
}

/** Divisions in force: no day of end, not the city itself. */
const divisions = readFileSync(REGISTRY, "utf8").split(/\r?\n/)
  .filter((line) => line !== "" && !line.startsWith("#")).slice(1)
  .map((line) => line.split(","))
  .filter(([, , , parent, , , until]) => parent !== "" && until === "")
  .map(([code, name, nameEn]) => ({ code, name, nameEn }));

const around = cell("371502");
for (const [code, middle] of Object.entries(ZONES)) {
  if (!holds(around, disc(middle))) {
    throw new Error(`the disc of ${code} is not inside of 371502`);
  }
}

const features = divisions.map(({ code, name, nameEn }) => {
  const zone = ZONES[code];
  const seat = zone ?? SEATS[code];
  if (!seat) {
    throw new Error(`no place for ${code} ${name}`);
  }
  const holes = code === "371502" ? Object.values(ZONES).map((middle) => ring(disc(middle).reverse())) : [];
  return {
    type: "Feature",
    properties: { code, name, nameEn, schematic: true, cp: zone ?? NAMES[code] ?? seat },
    geometry: { type: "Polygon", coordinates: [ring(zone ? disc(zone) : cell(code)), ...holes] },
  };
});
const text = features.map((feature) => JSON.stringify(feature)).join(",\n");
writeFileSync(MAP, `{"type": "FeatureCollection", "features": [\n${text}\n]}\n`);
console.log(`${features.length} divisions`);
