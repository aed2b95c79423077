import { shallowRef } from "vue";
import { words } from "../words";

interface Drawing {
  type: "FeatureCollection";
  features: { type: "Feature"; properties: { code: string; name: string; nameEn: string; schematic?: boolean }; geometry: unknown }[];
}

/** The divisions in force: their codes, names and drawing, and whether that is a schema only. */
export interface Divisions {
  codes: string[];
  schematic: boolean;
  drawing: Drawing;
  nameOf: (code: string) => string;
}

const known = shallowRef<Divisions | null>(null);
let asked = false;

/** The divisions, once they have been read; the drawing lies beside the console and may be replaced by an official one. */
export function useDivisions() {
  if (!asked) {
    asked = true;
    void read();
  }
  return known;
}

async function read(): Promise<void> {
  try {
    const response = await fetch("/map/divisions.geojson");
    if (!response.ok) {
      throw new Error(response.statusText);
    }
    const drawing = (await response.json()) as Drawing;
    const named = new Map(drawing.features.map((feature) => [feature.properties.code, feature.properties]));
    known.value = {
      codes: [...named.keys()],
      schematic: drawing.features.some((feature) => feature.properties.schematic === true),
      drawing,
      nameOf: (code) => {
        const found = named.get(code);
        return (words.global.locale.value === "en" ? found?.nameEn : found?.name) ?? found?.name ?? code;
      },
    };
  } catch {
    asked = false;
  }
}
