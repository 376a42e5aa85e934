export const kinds = [
  'sub_agent',
  'partner_agency',
  'clinic',
  'trainer',
  'transporter',
  'lender',
  'employer',
] as const;
export type Kind = (typeof kinds)[number];

export const kindNames: Record<Kind, string> = {
  sub_agent: 'Sub-agent',
  partner_agency: 'Partner agency',
  clinic: 'Clinic',
  trainer: 'Training centre',
  transporter: 'Transport or travel firm',
  lender: 'Lender',
  employer: 'Employer',
};

export const forms = ['registered', 'individual'] as const;
export type Form = (typeof forms)[number];
export const formNames: Record<Form, string> = {
  registered: 'Registered business',
  individual: 'Individual person',
};

/** Who may be authorised to speak to workers in the recruiter's name. */
export const authorisable: readonly Kind[] = ['sub_agent', 'partner_agency'];

/** What somebody says of a partner; phones in E.164. */
export type Details = {
  kind: Kind;
  form: Form;
  name: string;
  nameLocal: string | null;
  country: string;
  place: string;
  registrationNumber: string | null;
  since: string | null;
  contact: string | null;
  note: string | null;
  phones: string[];
  parentId: string | null;
};

export type Partner = Details & {
  id: string;
  organisationId: string;
  revision: number;
  endedOn: string | null;
};

/** By which numbers somebody presents itself as authorised, from which day. */
export type Authorisation = { id: string; startedOn: string; phones: string[] };

/** Why two partners look like one. */
export type Likeness = 'phone' | 'number' | 'name';
export const likenessNames: Record<Likeness, string> = {
  phone: 'the same phone number',
  number: 'the same registration number',
  name: 'a similar name in the same country',
};

export const mostPhones = 10;
export const mostImported = 5000;
