import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef, type WatchSource } from "vue";
import { Refused, type Problem } from "./client";

/** A question to the server and how it stands: what came, whether one waits, what was wrong. */
export interface Asked<T> {
  data: ShallowRef<T | null>;
  problem: ShallowRef<Problem | null>;
  waiting: Ref<boolean>;
  again: () => Promise<void>;
}

/**
 * Asks now, when one of the sources changes, and when told to; of two questions under way only the later one counts. What
 * was shown stays while it is asked again.
 */
export function useAsked<T>(ask: () => Promise<T>, sources: WatchSource[] = []): Asked<T> {
  const data = shallowRef<T | null>(null) as ShallowRef<T | null>;
  const problem = shallowRef<Problem | null>(null);
  const waiting = ref(false);
  let number = 0;
  async function again(): Promise<void> {
    const mine = ++number;
    waiting.value = true;
    try {
      const came = await ask();
      if (mine === number) {
        data.value = came;
        problem.value = null;
      }
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
  if (sources.length > 0) {
    watch(sources, again);
  }
  void again();
  return { data, problem, waiting, again };
}

/** Calls again every so many seconds while the page is visible and the component lives. */
export function useEvery(seconds: number, act: () => void): void {
  const timer = setInterval(() => {
    if (document.visibilityState === "visible") {
      act();
    }
  }, seconds * 1000);
  onScopeDispose(() => clearInterval(timer));
}
