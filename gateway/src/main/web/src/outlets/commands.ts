/**
 * Requests that officers order most, with the fields of their content (HJ 212-2017 Tables 9, C). What changes something at the
 * station needs a second person; the gateway decides that, not this list. Any other command can be typed in.
 */
export interface CommandForm {
  number: number;
  zh: string;
  en: string;
  sets: boolean;
  fields: { name: string; kind: "TIME" | "FACTOR" | "NUMBER" | "CLOCK"; optional?: boolean }[];
}

const PERIOD: CommandForm["fields"] = [{ name: "BeginTime", kind: "TIME" }, { name: "EndTime", kind: "TIME" }];

export const COMMANDS: CommandForm[] = [
  { number: 1011, zh: "提取现场机时间", en: "get field time", sets: false, fields: [{ name: "PolId", kind: "FACTOR", optional: true }] },
  { number: 1061, zh: "提取实时数据间隔", en: "get realtime interval", sets: false, fields: [] },
  { number: 1063, zh: "提取分钟数据间隔", en: "get minute interval", sets: false, fields: [] },
  { number: 2011, zh: "取污染物实时数据", en: "start realtime data", sets: false, fields: [] },
  { number: 2012, zh: "停止察看实时数据", en: "stop realtime data", sets: false, fields: [] },
  { number: 2031, zh: "取日历史数据", en: "get day data", sets: false, fields: PERIOD },
  { number: 2051, zh: "取分钟数据", en: "get minute data", sets: false, fields: PERIOD },
  { number: 2061, zh: "取小时数据", en: "get hour data", sets: false, fields: PERIOD },
  { number: 1000, zh: "设置超时时间及重发次数", en: "set timeout and retries", sets: true, fields: [{ name: "OverTime", kind: "NUMBER" }, { name: "ReCount", kind: "NUMBER" }] },
  { number: 1012, zh: "设置现场机时间", en: "set field time", sets: true, fields: [{ name: "PolId", kind: "FACTOR", optional: true }, { name: "SystemTime", kind: "CLOCK" }] },
  { number: 1062, zh: "设置实时数据间隔", en: "set realtime interval", sets: true, fields: [{ name: "RtdInterval", kind: "NUMBER" }] },
  { number: 1064, zh: "设置分钟数据间隔", en: "set minute interval", sets: true, fields: [{ name: "MinInterval", kind: "NUMBER" }] },
  { number: 3011, zh: "零点/量程校准", en: "zero or span calibration", sets: true, fields: [{ name: "PolId", kind: "FACTOR" }] },
  { number: 3012, zh: "即时采样", en: "sample now", sets: true, fields: [{ name: "PolId", kind: "FACTOR" }] },
  { number: 3013, zh: "启动清洗/反吹", en: "start cleaning", sets: true, fields: [{ name: "PolId", kind: "FACTOR" }] },
];

/** A form's field of time (2026-11-24T08:00) as HJ 212 writes it. */
export function stamp(field: string): string {
  return `${field.replace(/[-T:]/g, "").slice(0, 12)}00`;
}
