import { computed } from "vue";
import { may } from "../session/session";
import { api, answer } from "../wire/client";
import { useAsked } from "../wire/asked";

/** The divisions in which anything is registered, by code, for filters; empty for those who may not see the list. */
export function useRegions() {
  const asked = useAsked(async () => (may("coverage") ? (await answer(api.GET("/api/v1/coverage", {}))).items : []));
  return computed(() => asked.data.value ?? []);
}
