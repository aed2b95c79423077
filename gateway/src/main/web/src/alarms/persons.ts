import { shallowRef } from "vue";
import { may } from "../session/session";
import { answer, api } from "../wire/client";
import { words } from "../words";

interface Somebody {
  id: string;
  name: string;
  roles: string[];
  enterprise: string | null;
}

const known = shallowRef<Somebody[]>([]);
let asked = false;

/** Who is registered, one item for each person; empty until it is known or where it may not be asked. */
export function usePersons() {
  if (!asked && may("persons")) {
    asked = true;
    void read();
  }
  return known;
}

async function read(): Promise<void> {
  try {
    const { items } = await answer(api.GET("/api/v1/persons", {}));
    const people = new Map<string, Somebody>();
    items.forEach((item) => {
      const found = people.get(item.id) ?? { id: item.id, name: item.name, roles: [], enterprise: item.enterprise };
      found.roles.push(item.role);
      people.set(item.id, found);
    });
    known.value = [...people.values()];
  } catch {
    asked = false;
  }
}

/** The name of a person; who is not registered (any more) is shown as the record has it. */
export function personName(id: string | null | undefined): string {
  if (!id) {
    return "—";
  }
  const found = known.value.find((person) => person.id === id);
  return found ? found.name : id;
}

export function rolesOf(person: Somebody): string {
  return person.roles.map((role) => (words.global.te(`shell.roles.${role}`) ? words.global.t(`shell.roles.${role}`) : role)).join(", ");
}
