import type { Shape } from "../wire/client";
import { clockOf, minuteOf } from "../parts/written";
import { unitOf } from "./latest";

export type Span = "REALTIME" | "MINUTE" | "HOUR" | "DAY";
export type Statistic = "Rtd" | "Min" | "Avg" | "Max" | "ZsRtd" | "ZsMin" | "ZsAvg" | "ZsMax" | "Cou";

/** How long a series may be by its span, in hours: no more points than can be looked at. */
export const SPANS: Record<Span, { periods: number[]; step: number }> = {
  REALTIME: { periods: [1, 6, 24], step: 60_000 },
  MINUTE: { periods: [6, 24, 72], step: 600_000 },
  HOUR: { periods: [48, 168, 744], step: 3_600_000 },
  DAY: { periods: [720, 2160, 8784], step: 86_400_000 },
};

export function statisticsOf(span: Span): Statistic[] {
  return span === "REALTIME" ? ["Rtd", "ZsRtd"] : ["Avg", "ZsAvg", "Max", "ZsMax", "Min", "ZsMin", "Cou"];
}

/** A line that breaks where nothing came, and the limit across it. */
export function trendOption(series: Shape<"Series">, limit: { value: string; unit: string } | null, limitWord: string, language: string) {
  const gap = (SPANS[series.span as Span]?.step ?? 3_600_000) * (series.thinned ? 12 : 3);
  const data: [number, number | null][] = [];
  series.points.forEach((point, at) => {
    const start = Date.parse(point.start);
    const before = series.points[at - 1];
    if (before && start - Date.parse(before.start) > gap) {
      data.push([start - 1, null]);
    }
    data.push([start, point.value]);
  });
  const unit = unitOf(series.points[0]?.unit);
  return {
    animation: false,
    grid: { left: 56, right: 24, top: 30, bottom: 60 },
    tooltip: {
      trigger: "axis", renderMode: "richText",
      formatter: (shown: { value: [number, number | null] }[]) =>
        `${minuteOf(new Date(shown[0]?.value[0] ?? 0).toISOString())}\n${shown[0]?.value[1] ?? "—"} ${unit}`,
    },
    xAxis: {
      type: "time", min: Date.parse(series.from), max: Date.parse(series.until),
      axisLabel: { hideOverlap: true, formatter: (at: number) => {
        const instant = new Date(at).toISOString();
        return series.span === "DAY" ? minuteOf(instant).slice(0, 10) : `${clockOf(instant)}\n${minuteOf(instant).slice(5, 10)}`;
      } },
    },
    yAxis: { type: "value", name: unit, nameLocation: "end", scale: false, max: limit ? (range: { max: number }) => (range.max >= Number(limit.value) ? null : Number(limit.value) * 1.1) : undefined, axisLabel: { formatter: (value: number) => new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value) } },
    dataZoom: [{ type: "inside" }],
    series: [{
      type: "line", data, showSymbol: data.length < 60, symbolSize: 5, connectNulls: false, lineStyle: { width: 1.6, color: "#0b5d4e" }, itemStyle: { color: "#0b5d4e" },
      markLine: limit === null ? undefined : {
        silent: true, symbol: "none", lineStyle: { color: "#b42318", type: "dashed" }, label: { formatter: `${limitWord} ${limit.value}`, position: "insideEndTop", color: "#b42318" },
        data: [{ yAxis: Number(limit.value) }],
      },
    }],
  };
}
