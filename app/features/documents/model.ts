export const kinds = ['licence', 'policy', 'agreement', 'receipt', 'records', 'training', 'other'] as const;
export type Kind = (typeof kinds)[number];

export const kindNames: Record<Kind, string> = {
  licence: 'Licence or registration',
  policy: 'Policy or procedure',
  agreement: 'Contract or agreement',
  receipt: 'Receipt or proof of payment',
  records: 'Payroll and payment records',
  training: 'Proof of training',
  other: 'Something else',
};

export const isKind = (text: string): text is Kind => kinds.some((kind) => kind === text);

/** A year of payroll scanned as one file is large; nothing else has to be. */
const mostMegabytes: Partial<Record<Kind, number>> = { records: 200 };
export const mostBytesOf = (kind: string) => ((isKind(kind) && mostMegabytes[kind]) || 25) * 1024 * 1024;

/** `unscanned`: this installation has no scanner. */
export type Scan = 'quarantined' | 'clean' | 'infected' | 'unscanned';

export const scanNames: Record<Scan, string> = {
  quarantined: 'Being checked for viruses',
  clean: 'Checked, no virus found',
  infected: 'Refused: a virus was found',
  unscanned: 'Not checked for viruses',
};

const isScan = (text: string): text is Scan => Object.hasOwn(scanNames, text);

/** Rows read at the edge: what nobody knows is handed to nobody. */
export const scanOf = (text: string): Scan => (isScan(text) ? text : 'quarantined');
export const kindOf = (text: string): Kind => (isKind(text) ? text : 'other');

/** The record a document was sent for. */
export type Subject = { kind: 'application' | 'licence' | 'partner' | 'finding' | 'misuse'; id: string };

/** As the rules see it; `subjectOpen` while the record it was sent for still takes documents. */
export type Document = {
  id: string;
  organisationId: string;
  kind: Kind;
  subject: Subject | undefined;
  subjectOpen: boolean;
  withdrawn: boolean;
};
