/** What a mail tells caseworkers of. `urgent`: a new one that says somebody is in danger, or under age. */
export type Occasion = 'urgent' | 'late' | 'reprisal';

/** The states somebody has to act in. */
export type StateInWords =
  | 'received'
  | 'safety_triage'
  | 'acknowledged'
  | 'admissibility'
  | 'routed'
  | 'investigating'
  | 'finding'
  | 'remedy_agreed'
  | 'remedy_delivered'
  | 'confirmed_by_worker'
  | 'appealed';

/** `{number}` and `{state}` are filled. */
export type Words = {
  occasions: Record<Occasion, { subject: string; heading: string; text: string }>;
  states: Record<StateInWords, string>;
  /** Where a late case stands. */
  stands: string;
  step: string;
  why: string;
};
