/** What the next audit says of an observation. */
export const lookAnswers = ['gone', 'still', 'raised'] as const;
export type LookAnswer = (typeof lookAnswers)[number];
