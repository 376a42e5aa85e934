import { route, type RouteConfigEntry } from '@remix-run/route-config';

/** Where workers answer a poster. */
export const voice: RouteConfigEntry[] = [
  route(':lang/voice', 'routes/voice/code.tsx'),
  route(':lang/voice/:code', 'routes/voice/questions.tsx'),
];

/** What their company makes of it, and reads. */
export const voiceOfWorkers: RouteConfigEntry[] = [
  route('mapping/voice', 'routes/voice/sites.tsx'),
  route('mapping/voice/:partyId', 'routes/voice/site.tsx'),
  route('mapping/voice/posters/:posterId/end', 'routes/voice/end-poster.tsx'),
];
/** Posters as they are printed, without a frame. */
export const voicePosters: RouteConfigEntry[] = [
  route('mapping/voice/posters/:posterId', 'routes/voice/poster.tsx'),
  route('mapping/voice/posters/:posterId/pdf', 'routes/voice/poster-pdf.ts'),
];
