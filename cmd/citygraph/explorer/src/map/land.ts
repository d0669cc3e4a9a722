import { signal } from "@preact/signals";
import type { MultiPolygon, Polygon } from "geojson";
import type { GeometryCollection, Topology } from "topojson-specification";
import { feature, mesh } from "topojson-client";
import coarseUrl from "world-atlas/land-110m.json?url";
import fineUrl from "world-atlas/land-50m.json?url";
import bordersUrl from "world-atlas/countries-110m.json?url";

type Land = Polygon | MultiPolygon;

/** The land, coarse at first and finer as soon as that has come; null until any is there. */
export const land = signal<Land | null>(null);
/** Boundary lines, only loaded when asked for. */
export const borders = signal<GeoJSON.MultiLineString | null>(null);
let asked = false;

async function topology(url: string): Promise<Topology> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`map data: HTTP ${response.status}`);
  return response.json() as Promise<Topology>;
}

async function load(url: string): Promise<void> {
  const topo = await topology(url);
  const shapes = feature(topo, topo.objects["land"] as GeometryCollection);
  land.value = { type: "MultiPolygon", coordinates: shapes.features.flatMap((f) => (f.geometry.type === "Polygon" ? [f.geometry.coordinates] : (f.geometry as MultiPolygon).coordinates)) };
}

/** Fetches the land once. The small islands are in the fine one only. Failing leaves the sea. */
export function loadLand(): void {
  if (asked) return;
  asked = true;
  load(coarseUrl)
    .then(() => load(fineUrl))
    .catch(() => (asked = false));
}

/** Fetches boundary lines once. */
export async function loadBorders(): Promise<void> {
  if (borders.value) return;
  const topo = await topology(bordersUrl);
  borders.value = mesh(topo, topo.objects["countries"] as GeometryCollection, (a, b) => a !== b) as GeoJSON.MultiLineString;
}
