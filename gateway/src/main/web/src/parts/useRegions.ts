import { computed, shallowRef } from "vue";
import { may } from "../session/session";
import { api, answer } from "../wire/client";

interface Named {
  county: string;
  name: string;
}

const known = shallowRef<Named[]>([]);
let asked = false;

/** The divisions in which anything is registered, by code, for filters and names; empty for those who may not see the list. */
export function useRegions() {
  if (!asked && may("coverage")) {
    asked = true;
    answer(api.GET("/api/v1/coverage", {})).then((came) => (known.value = came.items)).catch(() => (asked = false));
  }
  return computed(() => known.value);
}

/** The name of a division; its code as long as the name is not known. */
export function regionOf(code: string): string {
  return known.value.find((one) => one.county === code)?.name ?? code;
}
