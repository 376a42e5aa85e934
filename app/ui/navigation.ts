/** A place in the navigation: its first page, and the addresses besides those below it that belong to it (`also`). */
export type Place = { href: string; label: string; also?: readonly string[] };

const now = { href: '/now', label: 'Now' };
const register = { href: '/register', label: 'Register' };

const help = { href: '/scheme/help', label: 'Help for workers' };
const corridors = { href: '/corridors', label: 'Corridors' };
const languages = { href: '/scheme/languages', label: 'Languages' };

const calendar = { href: '/audits/calendar', label: 'Calendar' };
/** Who has no list of audits comes to one from the calendar. */
const calendarOfAudits = { ...calendar, also: ['/audits', '/scheme/audit-draws'] };

const auditBody = [
  { href: '/audits', label: 'Audits' },
  calendar,
  { href: '/findings', label: 'Findings' },
  { href: '/audit-body', label: 'Audit body' },
  corridors,
];

/** What a role finds between Now and Register; a role without pages of its own yet has those two. */
const places: Record<string, Place[]> = {
  recruiter: [
    { href: '/apply', label: 'Application' },
    { href: '/network', label: 'Network' },
    { href: '/job-orders', label: 'Job orders' },
    { href: '/complaints', label: 'Complaints' },
    { href: '/licences', label: 'Licences' },
    { href: '/documents', label: 'Documents' },
    { href: '/self-assessment', label: 'Self-assessment' },
    { href: '/fees', label: 'Fees' },
    { href: '/findings', label: 'Findings' },
    calendar,
    { href: '/certificate', label: 'Certificate', also: ['/register-contacts'] },
  ],
  auditor: auditBody,
  reviewer: auditBody,
  decider: [
    { href: '/scheme/decisions', label: 'Decisions' },
    { href: '/scheme/appeals', label: 'Appeals' },
  ],
  officer: [
    { href: '/scheme/applications', label: 'Applications' },
    { href: '/scheme/appeals', label: 'Appeals' },
    { href: '/scheme/invoices', label: 'Invoices', also: ['/scheme/payments', '/scheme/refunds'] },
    { href: '/scheme/licences', label: 'Licences' },
    { href: '/scheme/certificates', label: 'Certificates' },
    { href: '/scheme/job-orders', label: 'Job orders' },
    { href: '/scheme/complaints', label: 'Complaints', also: ['/casework/requests'] },
    { href: '/findings', label: 'Findings' },
    { href: '/scheme/audit-bodies', label: 'Audit bodies', also: ['/scheme/interests', '/scheme/approvals'] },
    calendarOfAudits,
    { href: '/scheme/organisations', label: 'Organisations' },
    { href: '/scheme/domains', label: 'Mail domains' },
    { href: '/scheme/factor-resets', label: 'Factor resets' },
    { href: '/advice', label: 'Training and advice' },
    help,
    languages,
    { href: '/scheme/questionnaires', label: 'Questionnaires' },
    { href: '/scheme/corridors', label: 'Corridors', also: ['/corridors', '/scheme/risk-inputs'] },
    { href: '/scheme/mailbox', label: 'Mailbox' },
    { href: '/scheme/reactions', label: 'Reactions' },
  ],
  caseworker: [{ href: '/casework', label: 'Complaints' }, help, languages],
  trainer: [{ href: '/advice', label: 'Training and advice' }],
  authority: [
    { href: '/authority/recruiters', label: 'Recruiters' },
    { href: '/authority/licences', label: 'Licences' },
  ],
  company: [
    { href: '/lists', label: 'Lists', also: ['/portfolios'] },
    { href: '/mapping', label: 'Mapping' },
    { href: '/watches', label: 'Watches', also: ['/webhooks'] },
    corridors,
    { href: '/mapping/actions', label: 'Actions' },
    { href: '/mapping/policies', label: 'Policies' },
    { href: '/organisation/keys', label: 'API keys' },
  ],
};

export const navigationFor = (kind: string): Place[] => [now, ...(places[kind] ?? []), register];

const reaches = (href: string, current: string) => current === href || current.startsWith(`${href}/`);

/** The place one is at: of those whose page or pages below it are open, the nearest one. */
export function placeOf(places: readonly Place[], current: string | undefined) {
  if (current === undefined) return undefined;
  const reached = places.flatMap(({ href, also = [] }) =>
    [href, ...also].filter((address) => reaches(address, current)).map((address) => ({ href, address })),
  );
  return reached.sort((one, other) => other.address.length - one.address.length)[0]?.href;
}
