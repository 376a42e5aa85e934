import { route, type RouteConfigEntry } from '@remix-run/route-config';

/** What workers read, and who has read it before them. */
export const languages: RouteConfigEntry[] = [
  route('scheme/languages', 'routes/workers/languages/all.tsx'),
  route('scheme/languages/:lang', 'routes/workers/languages/one.tsx'),
  route('scheme/languages/:lang/clips', 'routes/workers/clips/all.tsx'),
  route('scheme/languages/:lang/clips/:answer', 'routes/workers/clips/one.tsx'),
  route('scheme/languages/:lang/clips/:answer/remove', 'routes/workers/clips/remove.tsx'),
];

/** Answers read aloud: as anybody hears them, and as those who keep them fetch them. */
export const clipFiles: RouteConfigEntry[] = [
  route(':lang/clips/:answer', 'routes/workers/clips/play.ts'),
  route('files/clips/:id', 'routes/workers/clips/file.ts'),
];
