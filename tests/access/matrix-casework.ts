import type { Access } from './judge.ts';

/** Complaints are worked on by caseworkers alone: no officer, no auditor and no recruiter comes in. */
const works = (post?: number): Access => ({ caseworker: post === undefined ? [200] : [200, post] });

export const casework: Record<string, Access> = {
  '/casework': works(),
  // Who is let into somebody else's case is answered by a second person; theirs is somebody else's.
  '/casework/requests': { ...works(), officer: [200] },
  '/casework/requests/:id': { caseworker: [200, 400], officer: [200, 400] },
  '/casework/:number': works(),
  '/casework/:number/take': works(409),
  '/casework/:number/hand-over': works(400),
  '/casework/:number/ask': works(400),
  '/casework/:number/answer': works(400),
  '/casework/:number/note': works(400),
  '/casework/:number/translate/:entryId': works(400),
  '/casework/:number/flags': works(400),
  '/casework/:number/recruiter': works(400),
  // The case of the addresses holds no file.
  '/files/complaints/:number/:file': { caseworker: [404] },
  '/casework/:number/link': works(400),
  '/casework/:number/step/:to': works(400),
  // What was passed to somebody is theirs alone; this one is nobody's.
  '/complaints': { recruiter: [200], auditor: [200] },
  '/complaints/:id': { recruiter: [404, 404], auditor: [404, 404] },
  '/scheme/complaints': { officer: [200] },
};
