import { computed, onScopeDispose, ref, shallowRef, watch, type Ref } from "vue";
import { answer, api, Refused, type Problem } from "../wire/client";
import { isLinked, useEvents } from "../wire/events";
import { isActive, isOpen, type Alarm } from "./said";

export type AlarmState = "ACTIVE" | "CLEARED" | "OPEN" | "ACKNOWLEDGED";
export const STATES: AlarmState[] = ["OPEN", "ACTIVE", "ACKNOWLEDGED", "CLEARED"];

/** What the list is filtered by; empty is everything. The level is not asked of the server: it filters what was read. */
export interface AlarmFilter {
  state: AlarmState | "";
  type: string;
  level: string;
  outlet: string;
  region: string;
}

const PAGE = 100;
/** Pages read at once while a level is looked for that the server does not filter by. */
const PAGES_AT_ONCE = 5;
const ENOUGH = 50;
const FRESH_MILLIS = 12_000;
/** Events are shown together that come within this time: a burst of a thousand must not hold up the page. */
const GATHER_MILLIS = 200;
const LOOK_MILLIS = 1_000;

export function belongs(alarm: Alarm, filter: AlarmFilter): boolean {
  const inState = {
    "": true, ACTIVE: isActive(alarm), CLEARED: !isActive(alarm), OPEN: isOpen(alarm), ACKNOWLEDGED: !isOpen(alarm),
  }[filter.state];
  return inState
    && (filter.type === "" || alarm.type === filter.type)
    && (filter.level === "" || alarm.level === filter.level)
    && (filter.outlet === "" || alarm.outlet?.id === filter.outlet)
    && (filter.region === "" || alarm.region.id === filter.region);
}

/** The alarms that meet a filter, newest first: read page by page, then kept up to date by the stream of events. */
export function useAlarmList(filter: Ref<AlarmFilter>) {
  const alarms = shallowRef(new Map<string, Alarm>());
  const read = ref(0);
  const next = ref<string | null>(null);
  const has = ref(false);
  const waiting = ref(false);
  const problem = shallowRef<Problem | null>(null);
  const fresh = shallowRef(new Set<string>());
  const freshUntil = new Map<string, number>();
  const arrived: Alarm[] = [];
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let number = 0;

  async function load(more: boolean): Promise<void> {
    const mine = ++number;
    const { state, type, outlet, region } = filter.value;
    waiting.value = true;
    const found = more ? new Map(alarms.value) : new Map<string, Alarm>();
    const before = found.size;
    let count = more ? read.value : 0;
    let cursor = more ? (next.value ?? undefined) : undefined;
    try {
      for (let i = 0; i < PAGES_AT_ONCE; i++) {
        const page = await answer(api.GET("/api/v1/alarms", {
          params: { query: {
            limit: PAGE, cursor, state: state || undefined, type: type || undefined, outlet: outlet || undefined,
            region: region || undefined,
          } },
        }));
        if (mine !== number) {
          return;
        }
        page.items.filter((alarm) => belongs(alarm, filter.value)).forEach((alarm) => found.set(alarm.id, alarm));
        count += page.items.length;
        next.value = page.next;
        cursor = page.next ?? undefined;
        if (page.next === null || found.size - before >= ENOUGH) {
          break;
        }
      }
      alarms.value = found;
      read.value = count;
      problem.value = null;
      has.value = true;
    } catch (failure) {
      if (mine === number) {
        problem.value = failure instanceof Refused ? failure.problem : { status: 0, title: String(failure) };
      }
    } finally {
      if (mine === number) {
        waiting.value = false;
      }
    }
  }

  function put(...changed: Alarm[]): void {
    const now = new Map(alarms.value);
    for (const alarm of changed) {
      now.delete(alarm.id);
      if (belongs(alarm, filter.value)) {
        now.set(alarm.id, alarm);
      }
    }
    alarms.value = now;
  }

  function take(): void {
    gathering = undefined;
    const news = arrived.splice(0);
    const until = Date.now() + FRESH_MILLIS;
    news.forEach((alarm) => freshUntil.set(alarm.id, until));
    fresh.value = new Set(freshUntil.keys());
    put(...news);
  }

  function age(): void {
    const before = freshUntil.size;
    freshUntil.forEach((until, id) => until < Date.now() && freshUntil.delete(id));
    if (freshUntil.size < before) {
      fresh.value = new Set(freshUntil.keys());
    }
  }

  useEvents(({ alarm }) => {
    if (has.value) {
      arrived.push(alarm);
      gathering ??= setTimeout(take, GATHER_MILLIS);
    }
  });
  const ageing = setInterval(age, LOOK_MILLIS);
  onScopeDispose(() => {
    clearTimeout(gathering);
    clearInterval(ageing);
  });
  watch(() => JSON.stringify(filter.value), () => void load(false));
  watch(isLinked, (up) => up && has.value && void load(false));
  void load(false);

  const sorted = computed(() =>
    [...alarms.value.values()].sort(
      (one, other) => Date.parse(other.raisedAt) - Date.parse(one.raisedAt) || (one.id < other.id ? -1 : 1)));

  return { sorted, read, next, has, waiting, problem, fresh, put, again: () => load(false), more: () => load(true) };
}
