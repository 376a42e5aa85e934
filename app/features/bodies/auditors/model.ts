export const levels = ['auditor', 'lead_auditor', 'reviewer'] as const;
export type Level = (typeof levels)[number];

export const levelNames: Record<Level, string> = {
  auditor: 'Auditor',
  lead_auditor: 'Lead auditor',
  reviewer: 'Reviewer',
};

/** What somebody is at their body: who audits, and the second person who looks at what was found. */
export type BodyRole = 'auditor' | 'reviewer';
export const roleFor: Record<Level, BodyRole> = {
  auditor: 'auditor',
  lead_auditor: 'auditor',
  reviewer: 'reviewer',
};

/** `interview`: enough to hear a worker out without an interpreter. `working`: enough to run an audit in it. */
export const languageLevels = ['interview', 'working'] as const;
export type LanguageLevel = (typeof languageLevels)[number];

export const languageLevelNames: Record<LanguageLevel, string> = {
  interview: 'Interviews',
  working: 'Working language',
};

export const witnessOutcomes = ['satisfactory', 'not_satisfactory'] as const;
export type WitnessOutcome = (typeof witnessOutcomes)[number];

export const witnessOutcomeNames: Record<WitnessOutcome, string> = {
  satisfactory: 'Satisfactory',
  not_satisfactory: 'Not satisfactory',
};

/** So long a satisfactory witnessed audit counts for the approval as lead auditor; the database has the same. */
export const witnessedYears = 3;

/** Days from and until an approval rests; no end while it still does. */
type Suspended = { from: string; until: string | null };

/** That the scheme lets somebody audit, lead audits or review them for their body. */
export type AuditorApproval = {
  level: Level;
  /** Null while the scheme has not answered. */
  outcome: 'granted' | 'refused' | null;
  validFrom: string | null;
  validUntil: string | null;
  /** The day on which the scheme ended it before its time. */
  endedOn: string | null;
  suspensions: readonly Suspended[];
};

export type AuditorStanding =
  'asked' | 'refused' | 'to_come' | 'in_force' | 'ending' | 'suspended' | 'expired' | 'ended';

export const standingNames: Record<AuditorStanding, string> = {
  asked: 'Asked for',
  refused: 'Refused',
  to_come: 'Begins later',
  in_force: 'In force',
  ending: 'Ends soon',
  suspended: 'Suspended',
  expired: 'Expired',
  ended: 'Ended by the scheme',
};
