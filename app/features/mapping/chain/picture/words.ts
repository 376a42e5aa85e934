import type { ActorKind, ChainNode } from '../model.ts';

/** What parties are called, one and several. */
export const kindWords: Record<ActorKind, { one: string; several: string }> = {
  place: { one: 'Village or district', several: 'villages and districts' },
  introducer: { one: 'Introducer', several: 'introducers' },
  sub_agent: { one: 'Sub-agent', several: 'sub-agents' },
  recruiter: { one: 'Recruiter', several: 'recruiters' },
  clinic: { one: 'Clinic', several: 'clinics' },
  trainer: { one: 'Trainer', several: 'trainers' },
  transporter: { one: 'Transporter', several: 'transporters' },
  lender: { one: 'Lender', several: 'lenders' },
  destination_agency: { one: 'Destination agency', several: 'destination agencies' },
  employer: { one: 'Employer', several: 'employers' },
  site: { one: 'Site', several: 'sites' },
  brand: { one: 'Brand', several: 'brands' },
};

/** What a party is called on a picture or in a table, whether or not its name may be seen. */
export function partyName({ kind, name, withheld }: ChainNode): string {
  if (withheld) return 'Name withheld';
  if (name !== '') return name;
  return kind === 'place' ? 'Workers’ home' : `${kindWords[kind].one}, not named`;
}

const heldWords: Record<string, string> = {
  passport: 'passports',
  permit: 'permits',
  bank_card: 'bank cards',
  contract: 'contracts',
};
export const heldInWords = (held: readonly string[]) =>
  held.length === 0 ? '' : `holds ${held.map((each) => heldWords[each] ?? each).join(' and ')}`;

export const contractWords = {
  written: 'written contract',
  spoken: 'spoken agreement only',
  none: 'no contract',
  unknown: 'contract unknown',
} as const;

export const countInWords = (count: number) => count.toLocaleString('en-GB');
export const workersInWords = (workers: number | null) =>
  workers === null
    ? 'number of workers unknown'
    : `${countInWords(workers)} ${workers === 1 ? 'worker' : 'workers'} a year`;
