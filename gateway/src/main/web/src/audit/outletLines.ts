import { type Ref } from "vue";
import { nameOf } from "../parts/written";
import { Refused, answer, api, type Shape } from "../wire/client";
import { useAsked, type Asked } from "../wire/asked";
import { countOfFigures, countOfLine, type FigureRow, type Variant } from "./figures";
import { factorName } from "./factorNames";

/** The figures of an outlet in a month, all factors together first; `version` is null where they are those of now. */
export interface OutletLines {
  about: Shape<"Outlet"> | null;
  version: number | null;
  head: { cutoff: string; required: string; farBelow: string };
  rows: (FigureRow & { factor: string | null })[];
}

/** Asks for the figures of a version of the month; a month that has no version yet answers as it stands now. */
export function useOutletLines(
  of: { month: string; outlet: string },
  version: Ref<number | undefined>,
  variant: Ref<Variant>,
): Asked<OutletLines> {

  async function counted(about: Shape<"Outlet"> | null): Promise<OutletLines> {
    const { head, items } = await answer(api.GET("/api/v1/months/{month}/lines", {
      params: {
        path: { month: of.month },
        query: { outlet: of.outlet, variant: variant.value, limit: 500, ...(version.value === undefined ? {} : { version: version.value }) },
      },
    }));
    const rows = items.flatMap((line) => (line.figures === null || line.place.outlet === null ? [] : [{
      key: line.place.factor ?? "outlet",
      factor: line.place.factor,
      name: line.place.factor ? factorName(line.place.factor) : line.name || of.outlet,
      count: countOfFigures(line.figures),
    }]));
    return { about, version: head.version, head, rows };
  }

  async function standing(about: Shape<"Outlet"> | null): Promise<OutletLines> {
    const rates = await answer(api.GET("/api/v1/rates", {
      params: { query: { month: of.month, variant: variant.value, ...(about ? { enterprise: about.enterprise.id } : { enterprises: true }) } },
    }));
    const one = rates.counties.flatMap((county) => county.enterprises).flatMap((enterprise) => enterprise.outlets)
      .find((outlet) => outlet.id === of.outlet);
    const rows = one === undefined ? [] : [
      { key: "outlet", factor: null, name: one.name, count: countOfLine(one.line) },
      ...one.factors.map(({ factor, line }) => ({ key: factor.id, factor: factor.id, name: nameOf(factor), count: countOfLine(line) })),
    ];
    return { about, version: null, head: rates, rows };
  }

  return useAsked(async () => {
    const about = await answer(api.GET("/api/v1/outlets/{id}", { params: { path: { id: of.outlet } } })).catch(() => null);
    try {
      return await counted(about);
    } catch (failure) {
      if (failure instanceof Refused && failure.problem.status === 404 && version.value === undefined) {
        return standing(about);
      }
      throw failure;
    }
  }, [version, variant]);
}
