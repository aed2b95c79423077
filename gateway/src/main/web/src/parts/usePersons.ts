import { computed, shallowRef } from "vue";
import { may } from "../session/session";
import { api, answer, type Shape } from "../wire/client";
import { wordOf } from "./wordOf";

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

/** Each person once, with all that he is registered as. */
export function usePeople() {
  const persons = usePersons();
  return computed(() => {
    const people = new Map<string, { id: string; name: string; enterprise: string | null; roles: string[] }>();
    persons.value.forEach((one) => {
      const found = people.get(one.id) ?? { id: one.id, name: one.name, enterprise: one.enterprise, roles: [] };
      found.roles.push(wordOf("shell.roles", one.role));
      people.set(one.id, found);
    });
    return [...people.values()];
  });
}
