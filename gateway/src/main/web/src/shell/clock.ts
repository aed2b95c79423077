import { computed, onScopeDispose, ref } from "vue";
import { api, answer } from "../wire/client";

/** The gateway's clock, which may run faster than ours (demonstration); read once a minute and carried on between. */
export function useClock() {
  const base = ref<{ theirs: number; ours: number; scale: number } | null>(null);
  const tick = ref(Date.now());
  async function read(): Promise<void> {
    try {
      const about = await answer(api.GET("/api/v1/about", {}));
      base.value = { theirs: Date.parse(about.now), ours: Date.now(), scale: about.scale };
    } catch {
      base.value = null;
    }
  }
  void read();
  const reading = setInterval(read, 60_000);
  const ticking = setInterval(() => (tick.value = Date.now()), 1_000);
  onScopeDispose(() => {
    clearInterval(reading);
    clearInterval(ticking);
  });
  const now = computed(() =>
    base.value === null
      ? null
      : new Date(base.value.theirs + Math.max(0, tick.value - base.value.ours) * base.value.scale).toISOString(),
  );
  const scale = computed(() => base.value?.scale ?? 1);
  const minute = computed(() => `${Math.round(scale.value)} min`);
  return { now, scale, minute };
}
