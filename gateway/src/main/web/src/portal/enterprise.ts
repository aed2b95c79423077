import { computed, ref } from "vue";
import { ownEnterprise, person } from "../session/session";

const chosen = ref("");

/** The enterprises that somebody may speak for. */
export const enterprises = computed(() => [
  ...new Set((person.value?.grants ?? []).flatMap((grant) => (grant.role === "ENTERPRISE" && grant.enterprise !== null ? [grant.enterprise] : []))),
]);

/** For which of them he speaks now. */
export const enterprise = computed<string>({
  get: () => (enterprises.value.includes(chosen.value) ? chosen.value : (ownEnterprise.value ?? enterprises.value[0] ?? "")),
  set: (id) => (chosen.value = id),
});
