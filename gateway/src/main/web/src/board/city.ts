import { computed, onScopeDispose, ref, shallowRef, watch } from "vue";
import { may } from "../session/session";
import { answer, api, type Shape } from "../wire/client";
import { useAsked, useEvery } from "../wire/asked";
import { isLinked, useEvents } from "../wire/events";

export type Alarm = Shape<"Alarm">;
export type Outlet = Shape<"Outlet">;
export type Level = Alarm["level"];

/** From the lightest to the gravest. */
export const LEVELS: Level[] = ["BLUE", "YELLOW", "ORANGE", "RED"];

/** What a division shows on the map. */
export interface DivisionFigures {
  outlets: number;
  silent: number;
  active: number;
  level: Level | null;
}

/** So many pages of a list are read for its figures; beyond that a figure says "and more". */
const PAGES = 6;
const PAGE = 500;
const FRESH_MILLIS = 12_000;

interface Counted<T> {
  items: T[];
  more: boolean;
}

/** The first pages of a list in one. */
async function pages<T>(read: (cursor: string | undefined) => Promise<{ items: T[]; next: string | null }>): Promise<Counted<T>> {
  const items: T[] = [];
  let cursor: string | undefined;
  for (let i = 0; i < PAGES; i++) {
    const page = await read(cursor);
    items.push(...page.items);
    if (page.next === null) {
      return { items, more: false };
    }
    cursor = page.next;
  }
  return { items, more: true };
}

export function outletsOf(region?: string): Promise<Counted<Outlet>> {
  return pages((cursor) => answer(api.GET("/api/v1/outlets", { params: { query: { limit: PAGE, cursor, region } } })));
}

function alarmsOf(state: "ACTIVE" | "OPEN"): Promise<Counted<Alarm>> {
  return pages((cursor) => answer(api.GET("/api/v1/alarms", { params: { query: { limit: PAGE, cursor, state } } })));
}

export function graver(one: Level | null, other: Level | null): Level | null {
  return LEVELS.indexOf(one as Level) >= LEVELS.indexOf(other as Level) ? one : other;
}

/** The state of the city as a board shows it; alarms are kept up to date by the stream, the rest is asked again. */
export function useCity() {
  const outlets = useAsked(() => outletsOf());
  const active = useAsked(() => alarmsOf("ACTIVE"));
  const open = useAsked(() => alarmsOf("OPEN"));
  const rates = useAsked(() => answer(api.GET("/api/v1/rates", {})));
  const files = useAsked(async () =>
    may("caseFiles")
      ? pages((cursor) => answer(api.GET("/api/v1/case-files", { params: { query: { open: true, limit: PAGE, cursor } } })))
      : null,
  );
  const streamed = shallowRef<Alarm[]>([]);
  const fresh = ref(new Set<string>());
  const timers = new Set<ReturnType<typeof setTimeout>>();
  let changed = false;

  useEvents(({ alarm }) => {
    changed = true;
    put(active.data, alarm, alarm.clearedAt === null);
    put(open.data, alarm, alarm.acknowledgement === null);
    streamed.value = [alarm, ...streamed.value.filter((other) => other.id !== alarm.id)].slice(0, 60);
    fresh.value.add(alarm.id);
    const timer = setTimeout(() => {
      fresh.value.delete(alarm.id);
      timers.delete(timer);
    }, FRESH_MILLIS);
    timers.add(timer);
  });
  onScopeDispose(() => timers.forEach(clearTimeout));
  useEvery(10, () => {
    if (changed) {
      changed = false;
      void outlets.again();
    }
  });
  useEvery(60, () => [outlets, active, open, rates, files].forEach((asked) => void asked.again()));
  watch(isLinked, (up) => up && [outlets, active, open].forEach((asked) => void asked.again()));

  /** The newest alarms: what came by the stream in front, then what is active. */
  const newest = computed(() => {
    const seen = new Map((active.data.value?.items ?? []).map((alarm) => [alarm.id, alarm]));
    streamed.value.forEach((alarm) => seen.set(alarm.id, alarm));
    return [...seen.values()].sort((one, other) => Date.parse(other.raisedAt) - Date.parse(one.raisedAt));
  });

  const divisions = computed(() => {
    const figures = new Map<string, DivisionFigures>();
    const of = (code: string): DivisionFigures => {
      const found = figures.get(code) ?? { outlets: 0, silent: 0, active: 0, level: null };
      figures.set(code, found);
      return found;
    };
    outlets.data.value?.items.forEach((outlet) => {
      const here = of(outlet.region.id);
      here.outlets++;
      here.silent += outlet.state === "REPORTING" ? 0 : 1;
    });
    active.data.value?.items.forEach((alarm) => {
      const here = of(alarm.region.id);
      here.active++;
      here.level = graver(here.level, alarm.level);
    });
    return figures;
  });

  return { outlets, active, open, rates, files, newest, fresh, divisions };
}

function put(list: { value: Counted<Alarm> | null }, alarm: Alarm, belongs: boolean): void {
  if (list.value !== null) {
    const others = list.value.items.filter((other) => other.id !== alarm.id);
    list.value = { ...list.value, items: belongs ? [alarm, ...others] : others };
  }
}
