import { onScopeDispose, ref, shallowRef, watch, type WatchSource } from "vue";
import { Refused, type Problem } from "../wire/client";

interface Page<T> {
  items: T[];
  next: string | null;
}

/**
 * A paged list: asks for the first page now and when a source changes, for the following one by `more`. `again` reads what is
 * shown anew, as many pages as were there, so that a list that grew does not jump back.
 */
export function usePages<T>(ask: (cursor: string | undefined) => Promise<Page<T>>, sources: WatchSource[] = []) {
  const items = shallowRef<T[]>([]);
  const next = ref<string | null>(null);
  const has = ref(false);
  const waiting = ref(false);
  const problem = shallowRef<Problem | null>(null);
  let number = 0;

  async function read(from: T[], cursor: string | undefined, atLeast: number): Promise<void> {
    const mine = ++number;
    waiting.value = true;
    try {
      let came = from;
      let at = cursor;
      do {
        const page = await ask(at);
        came = [...came, ...page.items];
        at = page.next ?? undefined;
      } while (at !== undefined && came.length < atLeast && mine === number);
      if (mine === number) {
        items.value = came;
        next.value = at ?? null;
        has.value = true;
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

  const again = () => read([], undefined, items.value.length);
  const more = () => (next.value === null ? Promise.resolve() : read(items.value, next.value, 0));
  if (sources.length > 0) {
    watch(sources, () => void read([], undefined, 0));
  }
  onScopeDispose(() => number++);
  void read([], undefined, 0);
  return { items, next, has, waiting, problem, again, more };
}

/** Every page of a list that is short by its nature. */
export async function allOf<T>(ask: (cursor: string | undefined) => Promise<Page<T>>): Promise<T[]> {
  const all: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await ask(cursor);
    all.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return all;
}
