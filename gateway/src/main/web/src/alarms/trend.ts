import type { EChartsCoreOption } from "echarts/core";
import { minuteOf, secondOf } from "../parts/written";
import type { Shape } from "../wire/client";

export type Series = Shape<"Series">;

/** A time on the chart that has a name: the alarm itself, a filed mark. */
export interface Band {
  from: string;
  until: string;
  name: string;
  kind: "ALARM" | "MARK";
}

/** Something that happened at a moment. */
export interface Happening {
  at: string;
  name: string;
}

/** A limit over a time. */
export interface LimitSpan {
  from: string;
  until: string;
  value: string;
}

export interface TrendWords {
  value: string;
  limit: string;
  flagged: string;
  happenings: string;
}

const HOUR = 3_600_000;
/** A line breaks where points are farther apart than so many usual distances. */
const BREAK = 3;

type Point = [number, number | null, string?];

/** Colours of the page as it is now, since a canvas does not know them. */
function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function usualDistance(points: Series["points"]): number {
  const distances = points.slice(1).map((point, i) => Date.parse(point.start) - Date.parse(points[i]?.start ?? point.start));
  return distances.sort((one, other) => one - other)[Math.floor(distances.length / 2)] ?? HOUR;
}

/** The points of the line, with breaks where nothing came; an hour's mean stands until the hour's end. */
function lineOf(series: Series): Point[] {
  const hourly = series.span === "HOUR";
  const usual = hourly ? HOUR : usualDistance(series.points);
  const line: Point[] = [];
  series.points.forEach((point, i) => {
    const start = Date.parse(point.start);
    line.push([start, point.value]);
    const following = series.points[i + 1];
    const distance = following ? Date.parse(following.start) - start : Infinity;
    if (distance > (hourly ? HOUR : usual * BREAK)) {
      if (hourly) {
        line.push([start + HOUR, point.value]);
      }
      line.push([start + (hourly ? HOUR : usual), null]);
    }
  });
  return line;
}

function limitLine(spans: LimitSpan[]): Point[] {
  return spans.flatMap((span): Point[] => [
    [Date.parse(span.from), Number(span.value)], [Date.parse(span.until), Number(span.value)], [Date.parse(span.until), null],
  ]);
}

function near(series: Series, moment: number, otherwise: number): number {
  let found: { distance: number; value: number } | null = null;
  for (const point of series.points) {
    const distance = Math.abs(Date.parse(point.start) - moment);
    if (found === null || distance < found.distance) {
      found = { distance, value: point.value };
    }
  }
  return found !== null && found.distance <= HOUR ? found.value : otherwise;
}

/** The trend of a factor: its line, its limit, what flags, marks and steps lie on it. */
export function trendOption(
  series: Series, limits: LimitSpan[], bands: Band[], happenings: Happening[], unit: string, words: TrendWords,
): EChartsCoreOption {
  const ink = colour("--ink-soft");
  const floor = Number(limits[0]?.value ?? 0);
  const [from, until] = [Date.parse(series.from), Date.parse(series.until)];
  const flagged = series.points.filter((point) => point.flag !== null && point.flag !== "N");
  const dots = (name: string, symbol: string, tint: string, data: Point[]) => ({
    name, type: "line", lineStyle: { width: 0, opacity: 0 }, symbol, symbolSize: 11, showSymbol: true, itemStyle: { color: tint }, data, z: 5,
  });
  return {
    animation: false,
    grid: { left: 56, right: 16, top: 60, bottom: 64 },
    legend: { top: 4, type: "scroll", textStyle: { color: ink } },
    tooltip: {
      trigger: "item", renderMode: "richText",
      formatter: (point: { seriesName?: string; value?: Point; name?: string }) =>
        point.value
          ? [secondOf(new Date(point.value[0]).toISOString()), `${point.seriesName}: ${point.value[2] ?? ""} ${point.value[1] ?? ""} ${unit}`].join("\n")
          : (point.name ?? ""),
    },
    xAxis: {
      type: "time", min: from, max: until,
      axisLabel: { color: ink, hideOverlap: true, formatter: (moment: number) => minuteOf(new Date(moment).toISOString()).slice(5).replace(" ", "\n") },
      splitLine: { show: false },
    },
    yAxis: { type: "value", name: unit, nameTextStyle: { color: ink }, axisLabel: { color: ink }, splitLine: { lineStyle: { color: colour("--line") } } },
    dataZoom: [{ type: "inside" }, { type: "slider", height: 18, bottom: 6, labelFormatter: "" }],
    series: [
      {
        name: words.value, type: "line", step: series.span === "HOUR" ? "end" : false, symbol: "circle", symbolSize: 5,
        showSymbol: series.points.length < 200, itemStyle: { color: colour("--accent") }, lineStyle: { width: 2 }, data: lineOf(series),
        markArea: {
          silent: false,
          label: { color: ink, position: "insideTop", fontSize: 11 },
          data: bands.map((band) => [
            { name: band.name, xAxis: Date.parse(band.from), itemStyle: { color: band.kind === "ALARM" ? "rgba(180,35,24,0.10)" : "rgba(138,97,0,0.18)" } },
            { xAxis: Date.parse(band.until) },
          ]),
        },
      },
      { name: words.limit, type: "line", symbol: "none", itemStyle: { color: colour("--red") }, lineStyle: { type: "dashed", width: 2 }, data: limitLine(limits) },
      dots(words.flagged, "triangle", colour("--orange"), flagged.map((point) => [Date.parse(point.start), point.value, point.flag ?? ""])),
      dots(words.happenings, "diamond", colour("--blue"), happenings.map((one) => {
        const moment = Date.parse(one.at);
        return [moment, near(series, moment, floor), one.name];
      })),
    ],
  };
}
