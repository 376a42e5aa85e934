import type { Conformity } from '../../model.ts';

/** What one device keeps of one audit while there is no network. */

export type Answer = { conformity: Conformity; note: string; evidence: string };
/** As it stands on a form: nothing chosen yet is empty. */
export type Draft = { conformity: string; note: string; evidence: string; base: number };

/** `base` is the revision its author saw; `madeAt` is shown and never orders anything: clocks of devices lie. */
export type Operation = Answer & {
  id: string;
  seq: number;
  kind: 'assess';
  code: string;
  base: number;
  madeAt: string;
};

export type Theirs = Answer & { by: string; at: string };

export type Outcome =
  | { state: 'waiting' }
  | { state: 'sent'; revision: number }
  | { state: 'conflict'; revision: number; theirs: Theirs }
  | { state: 'refused'; refusal: string; message: string };
type OutcomeState = Outcome['state'];

/** Refused as it came, before anybody there kept it: the words are on this device alone. */
export const notTaken = 'not_taken';

/** An operation and what became of it; `seq` is the order in which the person worked. */
export type Entry = { operation: Operation; outcome: Outcome };

/** What the server answers to one operation. */
export type Result =
  | { id: string; outcome: 'applied'; revision: number }
  | { id: string; outcome: 'conflict'; revision: number; theirs: Theirs }
  | { id: string; outcome: 'refused'; refusal: string; message: string };

export type Indicator = {
  code: string;
  principle: string;
  criterion: string;
  text: string;
  hint: string;
};

export type Assessment = Answer & { code: string; revision: number; by: string; at: string };

export type Bundle = {
  audit: { id: string; reference: string; recruiter: string; state: string };
  indicators: Indicator[];
  assessments: Assessment[];
  me: { accountId: string; name: string };
};

/** A photo without its bytes. */
export type Photo = {
  id: string;
  seq: number;
  code: string;
  name: string;
  type: string;
  size: number;
  state: 'waiting' | 'sent' | 'refused';
  message: string;
};

/** Everything the page shows, read in one go. */
export type Kept = {
  bundle: Bundle | undefined;
  takenAt: string;
  entries: Entry[];
  drafts: Record<string, Draft>;
  photos: Photo[];
};

export type Counts = Record<OutcomeState | 'photosWaiting' | 'drafts', number>;

/** What the server takes at once; a photo is never made smaller here, so that evidence stays as it was taken. */
export const limits = { operations: 50, bytes: 400_000, photo: 10 * 1024 * 1024, text: 10_000 } as const;
export const photoTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;
