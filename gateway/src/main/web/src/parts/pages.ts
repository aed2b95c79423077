import { computed, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef, type WatchSource } from "vue";
import { Refused, type Problem } from "../wire/client";

/** A page of a list, and where the next one begins. */
interface Page<T> {
  items: T[];
  next: string | null;
}

/** A list that comes in pages: what has come so far, and whether there is more. */
export interface Pages<T> {
  items: ShallowRef<T[]>;
  has: ComputedRef<boolean>;
  next: Ref<string | null>;
  problem: ShallowRef<Problem | null>;
  waiting: Ref<boolean>;
  again: () => Promise<void>;
  more: () => Promise<void>;
}

/**
 * Asks for the first page now, when a source changes, and when told to; `more` asks for the page behind what has come. What
 * was shown stays while it is asked again, and an answer to an earlier question is dropped.
 */
export function usePages<T>(ask: (cursor: string | undefined) => Promise<Page<T>>, sources: WatchSource[] = []): Pages<T> {
  const items = shallowRef<T[]>([]);
  const come = ref(false);
  const next = ref<string | null>(null);
  const problem = shallowRef<Problem | null>(null);
  const waiting = ref(false);
  let number = 0;
  async function take(cursor: string | undefined): Promise<void> {
    const mine = ++number;
    waiting.value = true;
    try {
      const page = await ask(cursor);
      if (mine === number) {
        items.value = cursor === undefined ? page.items : [...items.value, ...page.items];
        next.value = page.next;
        come.value = true;
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
  const again = (): Promise<void> => take(undefined);
  const more = async (): Promise<void> => {
    if (next.value !== null && !waiting.value) {
      await take(next.value);
    }
  };
  if (sources.length > 0) {
    watch(sources, again);
  }
  void again();
  return { items, has: computed(() => come.value), next, problem, waiting, again, more };
}
