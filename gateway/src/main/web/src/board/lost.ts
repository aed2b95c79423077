import { computed, onScopeDispose, ref, watch } from "vue";
import { secondOf } from "../parts/written";
import type { Asked } from "../wire/asked";
import { isLinked } from "../wire/events";

/** A stream that is being opened is not yet a lost one. */
const PATIENCE_MILLIS = 5_000;

/** Since when the stream is lost, or else since when what is shown could not be read again; by this machine's time. */
export function useLost(asked: Asked<unknown>) {
  const lostAt = ref<number | null>(isLinked.value ? null : Date.now());
  const readAt = ref(Date.now());
  const now = ref(Date.now());
  const timer = setInterval(() => (now.value = Date.now()), 1_000);
  onScopeDispose(() => clearInterval(timer));
  watch(isLinked, (up) => (lostAt.value = up ? null : Date.now()));
  watch(asked.data, () => (readAt.value = Date.now()));
  const lostSince = computed(() =>
    lostAt.value !== null && now.value - lostAt.value >= PATIENCE_MILLIS ? secondOf(new Date(lostAt.value).toISOString()) : null);
  const staleSince = computed(() => (asked.problem.value !== null ? secondOf(new Date(readAt.value).toISOString()) : null));
  return { lostSince, staleSince };
}
