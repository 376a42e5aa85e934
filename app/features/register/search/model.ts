/** What an answer matched on, as the API says it. */
export type MatchedOn =
  | 'registration_number'
  | 'certificate_number'
  | 'licence_number'
  | 'phone_number'
  | 'name'
  | 'local_name'
  | 'trading_name'
  | 'former_name';

/** `score`: 1 for the very name or number, less the less it is alike; `text` is what was matched, as the register has it. */
export type Match = { score: number; on: MatchedOn; text: string };

export type MatchedKind = 'name' | 'local' | 'trading' | 'former';

/** A name that may be the one asked for; `counts` says how many names have each of its words, `askedCounts` of each word asked. */
export type Candidate = {
  organisationId: string;
  kind: MatchedKind;
  name: string;
  words: string[];
  counts: number[];
  askedCounts: number[];
};

export const matchedOn: Record<MatchedKind, MatchedOn> = {
  name: 'name',
  local: 'local_name',
  trading: 'trading_name',
  former: 'former_name',
};

/** Recruiters are counted, and paged through, to here: whoever looks for one among more asks more narrowly. */
export const mostCounted = 1000;
