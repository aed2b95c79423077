import { useSpoken } from "../parts/spoken";

/** Names of factors by their codes; one that is not named here shows its code. */
export function useFactorNames(): (code: string) => string {
  const spoken = useSpoken("audit");
  return (code) => spoken("factors", code);
}
