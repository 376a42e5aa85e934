import { sectorName } from '#app/platform/industries.ts';
import { corridorName } from '#app/platform/places.ts';

import type { Covered } from '../scope/rules.ts';

/** In one line what shall be added, or was. */
export const inOneLine = ({ corridors, sectors, offices }: Covered) =>
  [...corridors.map(corridorName), ...sectors.map(sectorName), ...offices].join('; ');
