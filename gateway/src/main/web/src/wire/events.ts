import { onScopeDispose, readonly, ref } from "vue";
import type { Shape } from "./client";

export type AlarmEvent = Shape<"AlarmEvent">;

const listeners = new Set<(event: AlarmEvent) => void>();
const linked = ref(false);
let source: EventSource | null = null;

/** Whether the stream of events is open. */
export const isLinked = readonly(linked);

/** Opens the stream of alarm events; the browser opens it again by itself and says which event it saw last. */
export function openEvents(): void {
  closeEvents();
  source = new EventSource("/api/v1/events");
  source.onopen = () => (linked.value = true);
  source.onerror = () => (linked.value = false);
  source.addEventListener("alarm", (message) => {
    const event = JSON.parse((message as MessageEvent<string>).data) as AlarmEvent;
    listeners.forEach((listener) => listener(event));
  });
}

export function closeEvents(): void {
  source?.close();
  source = null;
  linked.value = false;
}

/** Calls for every alarm event as long as the component lives. */
export function useEvents(listener: (event: AlarmEvent) => void): void {
  listeners.add(listener);
  onScopeDispose(() => listeners.delete(listener));
}
