import { computed, type WritableComputedRef } from "vue";
import { useRoute, useRouter } from "vue-router";

/**
 * A choice that stands in the address, so that it can be sent to a colleague and the browser's way back works: the value of a
 * query parameter, the fallback when it is absent.
 */
export function useInAddress<T extends string = string>(name: string, fallback: NoInfer<T>): WritableComputedRef<T> {
  const route = useRoute();
  const router = useRouter();
  return computed({
    get: () => {
      const value = route.query[name];
      return (typeof value === "string" && value !== "" ? value : fallback) as T;
    },
    set: (value) => {
      const query = { ...route.query };
      if (value === fallback || value === "") {
        delete query[name];
      } else {
        query[name] = value;
      }
      void router.push({ path: route.path, query });
    },
  });
}
