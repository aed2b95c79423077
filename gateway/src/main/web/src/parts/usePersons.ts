import { computed, shallowRef } from "vue";
import { may } from "../session/session";
import { api, answer, type Shape } from "../wire/client";

const known = shallowRef<Shape<"CasePerson">[]>([]);
let asked = false;

/** Who is registered to act in cases; empty for those who may not see the list. */
export function usePersons() {
  if (!asked && may("persons")) {
    asked = true;
    answer(api.GET("/api/v1/persons", {})).then((came) => (known.value = came.items)).catch(() => (asked = false));
  }
  return computed(() => known.value);
}

/** The name of a person; the identity as long as the name is not known, or where it is none of a person. */
export function personOf(id: string | null | undefined): string {
  return id ? (known.value.find((one) => one.id === id)?.name ?? id) : "—";
}
