/** What an agency may not change without telling the scheme: its certificate was decided on what it was. */
export const changeKinds = [
  'ownership',
  'management',
  'licence',
  'offices',
  'corridors',
  'partners',
  'charges',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

export const changeNames: Record<ChangeKind, string> = {
  ownership: 'Owners, or the legal form',
  management: 'Who runs it, or answers for recruitment',
  licence: 'A licence: new, lost, restricted or under question',
  offices: 'Offices: opened, moved or closed',
  corridors: 'Countries, employers or sectors it recruits for',
  partners: 'Sub-agents and other partners',
  charges: 'Who pays for recruitment, or what is charged',
};
