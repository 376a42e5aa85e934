export type Occasion = 'invited' | 'reminded' | 'last_day' | 'late' | 'handed';

/** What a mail to a respondent says; `{company}`, `{day}` and `{sections}` are filled in. */
export type Words = {
  occasions: Record<Occasion, { subject: string; heading: string; text: string }>;
  /** What becomes of an answer. */
  promise: string;
  /** Whoever is behind the address may not be the right one. */
  notYou: string;
  step: string;
  why: string;
};
