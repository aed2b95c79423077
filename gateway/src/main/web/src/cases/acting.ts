import { computed, ref, watch } from "vue";
import { person, type Role } from "../session/session";
import type { Shape } from "../wire/client";

export type CaseLine = Shape<"CaseFileLine">;
export type Dossier = Shape<"CaseDossier">;
export type Next = Shape<"CaseNext">;

const chosen = ref<Role | null>(null);

/** The roles in which somebody may act for the bureau or a county; an enterprise acts in its portal. */
export const caseRoles = computed<Role[]>(() => [
  ...new Set((person.value?.grants ?? []).map((grant) => grant.role).filter((role) => role !== "ENTERPRISE")),
]);

/** In which of his roles somebody acts now; the first one until he chooses another. */
export const actingRole = computed<Role>({
  get: () => chosen.value ?? caseRoles.value[0] ?? "OFFICER",
  set: (role) => (chosen.value = role),
});

watch(caseRoles, (roles) => {
  if (chosen.value !== null && !roles.includes(chosen.value)) {
    chosen.value = null;
  }
});
