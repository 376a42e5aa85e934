import { type Figure, type Shown } from './rules.ts';

/** How each figure is read, on the page and in its file. */
export const titles: Record<Figure, string> = {
  received: 'Received',
  triageHours: 'Hours until somebody looked at danger (median)',
  triagedInADay: 'Looked at within 24 hours',
  answerDays: 'Working days to the first answer (median)',
  answeredInFiveDays: 'Answered within five working days',
  substantiated: 'Found to be so, of those with a finding',
  closed: 'Closed',
  remedied: 'Remedy delivered, of those found to be so',
};
const shares: readonly Figure[] = [
  'triagedInADay',
  'answeredInFiveDays',
  'substantiated',
  'closed',
  'remedied',
];

export const periodOf = ({ year, quarter }: Pick<Shown, 'year' | 'quarter'>) =>
  quarter === null ? `${year}` : `${year}, quarter ${quarter}`;

/** A figure in words; one that would stand for too few says so. */
export function cellOf(period: Shown, figure: Figure) {
  const value = period[figure];
  if (value === null) return 'Not shown';
  return shares.includes(figure) ? `${value} %` : value.toLocaleString('en-GB');
}
