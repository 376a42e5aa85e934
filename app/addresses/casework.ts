import { route, type RouteConfigEntry } from '@remix-run/route-config';

/** The caseworkers' desk: complaints of workers. */
export const casework: RouteConfigEntry[] = [
  route('casework', 'routes/casework/queue.tsx'),
  route('casework/requests', 'routes/casework/requests/all.tsx'),
  route('casework/requests/:id', 'routes/casework/requests/one.tsx'),
  route('casework/:number', 'routes/casework/case.tsx'),
  route('casework/:number/take', 'routes/casework/take.tsx'),
  route('casework/:number/hand-over', 'routes/casework/hand-over.tsx'),
  route('casework/:number/ask', 'routes/casework/ask.tsx'),
  route('casework/:number/answer', 'routes/casework/answer.tsx'),
  route('casework/:number/note', 'routes/casework/note.tsx'),
  route('casework/:number/translate/:entryId', 'routes/casework/translate.tsx'),
  route('casework/:number/flags', 'routes/casework/flags.tsx'),
  route('casework/:number/recruiter', 'routes/casework/recruiter.tsx'),
  route('casework/:number/link', 'routes/casework/link.tsx'),
  route('casework/:number/step/:to', 'routes/casework/step.tsx'),
];

/** A photo or a voice message of one: a file. */
export const caseFiles: RouteConfigEntry[] = [
  route('files/complaints/:number/:file', 'routes/casework/file.ts'),
];

/** What others see of complaints: those one was passed to, and the scheme in figures. */
export const complaints: RouteConfigEntry[] = [
  route('complaints', 'routes/complaints/passed.tsx'),
  route('complaints/:id', 'routes/complaints/one.tsx'),
  route('scheme/complaints', 'routes/complaints/figures.tsx'),
];
