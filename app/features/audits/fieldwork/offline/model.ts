import type { Grade } from '#app/features/scheme/model.ts';
import type { Lock } from '#app/platform/sealed/envelope.ts';

import type { Sealed } from '../../interviews/away/about.ts';
import type { Conformity } from '../../model.ts';
import type { Harm } from '../../remedy/model.ts';

/** What one device keeps of one audit while there is no network. */

export type Answer = { conformity: Conformity; note: string; evidence: string };
/** As it stands on a form: nothing chosen yet is empty. */
export type Draft = { conformity: string; note: string; evidence: string; base: number };

/** `madeAt` is shown and never orders anything: clocks of devices lie. */
type Stamped = { id: string; seq: number; madeAt: string };
/** `base` is the revision its author saw. */
export type Assessing = Stamped & Answer & { kind: 'assess'; code: string; base: number };
/** `findingId` goes with the finding under every count: the server raises it once. */
export type Raising = Stamped & RaisedWords & { kind: 'raise'; code: string; findingId: string };
/** About no indicator, and sealed before it comes here: this device cannot open it again. */
export type Hearing = Stamped & Sealed & { kind: 'interview'; code?: undefined };
export type Operation = Assessing | Raising | Hearing;

/** What a finding is measured by without a network, too: what the recruiter declared is taken along. */
export const requirementsAway = ['standard', 'law', 'declaration'] as const;
type Written = Record<'statement' | 'evidence' | 'lawInstrument' | 'lawPlace', string>;
/** Why the grade is lower than its indicator names; an older page asked for none. */
type Reasoned = { gradingReasons?: string | undefined };
/** The place of an answer in the application as it was read; an older page knew none. */
type Declaring = { declaration?: string | undefined };
export type RaisedWords = Written &
  Reasoned &
  Declaring & {
    grade: Grade;
    requirementKind: (typeof requirementsAway)[number];
    harm?: Harm | undefined;
  };
/** As it stands on its form: nothing chosen yet is empty. */
export type FindingDraft = Written &
  Reasoned &
  Declaring &
  Record<'findingId' | 'grade' | 'requirementKind' | 'harm', string>;

export type Theirs = Answer & { by: string; at: string };

export type Outcome =
  | { state: 'waiting' }
  | { state: 'sent'; revision: number }
  | { state: 'raised'; finding: RaisedFinding }
  | { state: 'recorded'; pseudonym: string }
  | { state: 'conflict'; revision: number; theirs: Theirs }
  | { state: 'refused'; refusal: string; message: string };
type OutcomeState = Outcome['state'];
/** As the server has it: the same finding as in the audit before was graded up. */
type RaisedFinding = { id: string; name: string; grade: Grade };

/** Refused as it came, before anybody there kept it: the words are on this device alone. */
export const notTaken = 'not_taken';

/**
 * An operation and what became of it; `seq` is the order in which the person worked. `asked`: it went to the server, which
 * may have it even where no answer was heard.
 */
export type Entry<Kind extends Operation = Operation> = {
  operation: Kind;
  outcome: Outcome;
  asked?: true;
};

/** What the server answers to one operation. */
export type Result =
  | { id: string; outcome: 'applied'; revision: number }
  | { id: string; outcome: 'raised'; finding: RaisedFinding }
  | { id: string; outcome: 'recorded'; pseudonym: string }
  | { id: string; outcome: 'conflict'; revision: number; theirs: Theirs }
  | { id: string; outcome: 'refused'; refusal: string; message: string };

export type Indicator = {
  code: string;
  principle: string;
  criterion: string;
  text: string;
  hint: string;
  /** An older page did not take it along: then the server asks for reasons alone. */
  defaultGrade?: Grade | undefined;
};

export type Assessment = Answer & { code: string; revision: number; by: string; at: string };

export type BundledFinding = RaisedFinding & { code: string; statement: string; by: string };

export type Declared = { value: string; section: string; question: string; answer: string };

export type Bundle = {
  audit: { id: string; reference: string; recruiter: string; state: string };
  indicators: Indicator[];
  assessments: Assessment[];
  /** Those of the audit, and the keys of its interviews; an older page took none of this along. */
  findings?: BundledFinding[];
  interviews?: string[];
  /** Whom the sample asks for, in words, and the half of a key that seals. */
  sample?: { term: string; value: string }[];
  lock?: Lock | undefined;
  /** What the recruiter declared when it sent its application, as it was read then. */
  declared?: Declared[];
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
  /** Findings begun and not saved, by their indicator. */
  raising: Record<string, FindingDraft>;
  photos: Photo[];
};

export type Counts = Record<
  OutcomeState | 'findingsWaiting' | 'interviewsWaiting' | 'photosWaiting' | 'drafts',
  number
>;

/** What the server takes at once; a photo is never made smaller here, so that evidence stays as it was taken. */
export const limits = {
  operations: 50,
  bytes: 400_000,
  photo: 10 * 1024 * 1024,
  text: 10_000,
  line: 300,
} as const;
export const photoTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;
