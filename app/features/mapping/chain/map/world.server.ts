import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { geoArea, geoCentroid, geoEqualEarth, geoPath } from 'd3-geo';
import type { Feature, Geometry, Polygon } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { z } from 'zod';

import { countryCodes } from '#app/platform/places.ts';

export type World = {
  width: number;
  height: number;
  /** All land, and the borders on it, as paths of SVG. */
  land: string;
  borders: string;
  /** Where a country is written and journeys begin and end, by ISO 3166-1 alpha-2. */
  places: ReadonlyMap<string, { x: number; y: number }>;
};

type Atlas = Topology<{ countries: GeometryCollection; land: GeometryCollection }>;

const size = { width: 1000, height: 487 };
const require = createRequire(import.meta.url);
const files = {
  outlines: require.resolve('world-atlas/countries-110m.json'),
  places: require.resolve('world-atlas/countries-50m.json'),
};
const atlasShape = z.custom<Atlas>(
  (value) => typeof value === 'object' && value !== null && 'objects' in value,
);
/** The package's own file of this very version; the test draws all of it. */
const atlas = (file: string) => atlasShape.parse(JSON.parse(readFileSync(file, 'utf8')));

let drawn: World | undefined;

/** The world once a process: outlines of the 110 m map, places of the 50 m one, which knows Singapore and Bahrain. */
export const theWorld = (): World => (drawn ??= drawWorld());

function drawWorld(): World {
  const outline = atlas(files.outlines);
  const projection = geoEqualEarth().fitSize([size.width, size.height], { type: 'Sphere' });
  const path = geoPath(projection).digits(1);
  const places = new Map<string, { x: number; y: number }>();
  const finer = atlas(files.places);
  for (const each of feature(finer, finer.objects.countries).features) {
    const code = codeOf(each.id);
    const point = code === undefined ? null : projection(middleOf(each));
    if (code !== undefined && point) places.set(code, { x: point[0], y: point[1] });
  }
  return {
    ...size,
    land: path(feature(outline, outline.objects.land)) ?? '',
    borders: path(mesh(outline, outline.objects.countries, (a, b) => a !== b)) ?? '',
    places,
  };
}

/** `NP` for Natural Earth's 524, which is ISO's number; the runtime's tables know which is which. */
function codeOf(id: string | number | undefined): string | undefined {
  if (id === undefined || !/^\d{1,3}$/.test(String(id))) return undefined;
  const { region } = new Intl.Locale(`und-${String(id).padStart(3, '0')}`).maximize();
  return region !== undefined && countryCodes.includes(region) ? region : undefined;
}

/** Of the largest of its parts: the middle of all of France lies in the sea. */
function middleOf({ geometry }: Feature<Geometry>): [number, number] {
  if (geometry.type !== 'MultiPolygon') return geoCentroid(geometry);
  const parts = geometry.coordinates.map((coordinates): Polygon => ({ type: 'Polygon', coordinates }));
  const [largest] = parts.sort((a, b) => geoArea(b) - geoArea(a));
  return geoCentroid(largest ?? geometry);
}
