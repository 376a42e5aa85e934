import { ofAppeals } from './appeals.ts';
import { ofAudits } from './audits.ts';
import { ofCertificates } from './certificates.ts';
import { ofFindings } from './findings.ts';
import type { Thing } from './table.ts';
import { ofVotes } from './votes.ts';

/** Each thing that is not for everybody, by whom it is barred: tried on pages, by command and in SQL. */
export const things: Record<string, Thing> = {
  ...ofVotes,
  ...ofAudits,
  ...ofFindings,
  ...ofCertificates,
  ...ofAppeals,
};
