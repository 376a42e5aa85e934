export const organisationKinds = ['recruiter', 'audit_body', 'company', 'scheme', 'authority'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** The person a signed-in page is for, as its frame shows them; `places`: how many roles in all they may switch between. */
export type Viewer = { name: string; organisation: string; kind: string; owner: boolean; places: number };

/** What each role is called where people read it. */
export const roleNames: Record<string, string> = {
  recruiter: 'recruiter',
  company: 'company',
  auditor: 'auditor',
  reviewer: 'technical reviewer',
  decider: 'member of the decision panel',
  officer: 'officer of the scheme',
  caseworker: 'caseworker',
  trainer: 'trainer',
  authority: 'observer of an authority',
};

/** The roles people of an organisation may hold; the tables check the same. */
export const rolesOf: Record<OrganisationKind, readonly string[]> = {
  recruiter: ['recruiter'],
  company: ['company'],
  authority: ['authority'],
  audit_body: ['auditor', 'reviewer'],
  scheme: ['officer', 'decider', 'caseworker', 'trainer'],
};
