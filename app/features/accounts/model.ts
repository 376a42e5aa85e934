export const organisationKinds = ['recruiter', 'audit_body', 'company', 'scheme', 'authority'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** The person a signed-in page is for, as its frame shows them. */
export type Viewer = { name: string; organisation: string; kind: string };
