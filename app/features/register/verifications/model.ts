/** What one check may ask about at most, by the API and by list. */
export const mostItems = 10_000;
/** What anybody may have a receipt for without being known to us: it is kept for good. */
export const mostWithoutKey = 100;
/** What a name or a number may hold; what is longer is neither. */
export const mostCharacters = 500;

/** One question of a list; numbers as people type them, `asOf` a day. */
export type Item = {
  ref?: string | undefined;
  name?: string | undefined;
  country?: string | undefined;
  registrationNumber?: string | undefined;
  licenceNumber?: string | undefined;
  certificateNumber?: string | undefined;
  asOf?: string | undefined;
};

export const matchedOns = [
  'registration_number',
  'certificate_number',
  'licence_number',
  'phone_number',
  'name',
  'local_name',
  'trading_name',
  'former_name',
] as const;
export type MatchedOn = (typeof matchedOns)[number];

/** `score`: 1 for the very name or number, less the less it is alike. */
export type Match = { score: number; on: MatchedOn };
/** A recruiter that may be meant, before anybody asked where it stands. */
export type Hit = Match & { registrationNumber: string };

type Standing = { status: string; since: string; reasonClass: string | null };

export type Candidate = {
  registrationNumber: string;
  name: string;
  nameLocal: string | null;
  country: string;
  standing: Standing;
  match: Match;
};

export const absences = ['unknown', 'removed', 'not_yet_listed'] as const;

/**
 * The answer to one item; `candidates` are for somebody to choose among. `reason` tells a recruiter that was taken off
 * the register from one nobody ever heard of, and from one that was not on it yet; `asOf`: each standing is the one at the
 * end of that day.
 */
export type Answer = { ref: string | null; asOf?: string | undefined } & (
  | ({ outcome: 'match' } & Candidate)
  | { outcome: 'ambiguous'; candidates: Candidate[] }
  | { outcome: 'no_match'; reason: (typeof absences)[number] }
);
