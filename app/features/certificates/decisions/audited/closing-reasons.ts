/** Why fieldwork closed with less than was asked for: null where it did not. */
export type Reasons = {
  sampleReasons: string | null;
  coverageReasons: string | null;
  awayReasons: string | null;
};

const terms = [
  ['sampleReasons', 'Why fewer than planned'],
  ['coverageReasons', 'Why a principle was left out'],
  ['awayReasons', 'Why it closed without what a device had not sent'],
] as const;

export const reasonsOf = (reasons: Reasons) =>
  terms.flatMap(([key, term]) => {
    const value = reasons[key];
    return value === null ? [] : [{ term, value }];
  });
