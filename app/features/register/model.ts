import type { Standing } from '../certificates/model.ts';
import type { Contact } from './contacts/model.ts';

export type Licence = { authority: string; number: string; validUntil: string };

export type PublicCertificate = {
  number: string;
  validFrom: string;
  validUntil: string;
  standard: { id: string; version: string; title: string };
  corridors: string[];
  sectors: string[];
  offices: string[];
  auditBody: string;
  /** Of its cycle, with a final report. */
  lastAudit: { type: 'stage2' | 'surveillance' | 'recertification'; endedOn: string } | null;
  /** The window of the programme: of no audit its days. */
  nextAudit: { from: string; until: string } | null;
};

/** What the register says of one recruiter. */
export type RegisterRecord = {
  registrationNumber: string;
  name: string;
  nameLocal: string | null;
  tradingNames: string[];
  country: string;
  acceptedOn: string;
  licences: Licence[];
  standing: Standing;
  certificate: PublicCertificate | null;
  /** What it publishes as its own; null where it publishes nothing. */
  contact: Contact | null;
};

/** Three answers that are not one another: never heard of, not for the public, taken off the register. */
export type Absence = 'unknown_recruiter' | 'not_public' | 'removed';

export type RegisterEntry = Pick<
  RegisterRecord,
  'registrationNumber' | 'name' | 'nameLocal' | 'country' | 'standing'
>;
