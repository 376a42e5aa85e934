import { sql } from 'kysely';

import { decideAppeal, lodgeAppeal } from '#app/features/applications/appeals/commands.server.ts';
import { submitApplication } from '#app/features/applications/commands.server.ts';
import { declareReviewer } from '#app/features/applications/review/commands.server.ts';
import { rejectApplication } from '#app/features/applications/review-commands.server.ts';
import { refusalText as applicationText } from '#app/features/applications/ui/refusals.ts';
import { recordBankTransfer } from '#app/features/billing/commands.server.ts';
import {
  confirmDecision,
  proposeDecision,
} from '#app/features/certificates/appeals/proposal/commands.server.ts';
import { decideStay } from '#app/features/certificates/appeals/commands/decide-stay.server.ts';
import { declareForAppeal } from '#app/features/certificates/appeals/commands/declare-for-appeal.server.ts';
import { lodgeCertificateAppeal } from '#app/features/certificates/appeals/commands/lodge-appeal.server.ts';
import { listDecisions } from '#app/features/certificates/appeals/decisions.server.ts';
import { refusalText } from '#app/features/certificates/appeals/ui/refusals.ts';
import { suspendCertificate } from '#app/features/certificates/status-commands.server.ts';
import { dismissed, free, grounds, upheld } from '#tests/support/factories/appeals.ts';
import { fill, noTies } from '#tests/support/factories/applications.ts';
import { aPerson, aPlace, done } from '#tests/support/factories/audits.ts';
import { suspension } from '#tests/support/factories/certificates.ts';
import { parts, type Part } from '#tests/support/factories/parts.ts';

import { inForce } from './certificates.ts';
import { thing, type Bar, type Given, type On, type Thing } from './table.ts';

const by = ({ given, now }: On) => ({ db: given.db, now });
const reasons = 'The harm of waiting would be greater than its use.';

/** A suspension its holder appeals against. */
async function appealed(given: Given) {
  const { id: about, auditId } = await inForce(given);
  done(await suspendCertificate(given.as(given.officer), about, suspension));
  const [decision] = await listDecisions(given.db, given.agency.id);
  const owner = given.as({ ...given.recruiter, owner: true });
  const { appealId } = done(await lodgeCertificateAppeal(owner, decision?.ref ?? '', grounds));
  return { id: appealId, about, auditId };
}

/** Somebody who had no part in it proposed to dismiss it. */
async function proposed(given: Given) {
  const matter = await appealed(given);
  const scheme = { id: given.officer.organisationId, kind: 'scheme' as const };
  const judge = given.as(await aPerson(given.db, scheme, 'officer', 'Ines Costa'));
  done(await declareForAppeal(judge, matter.id, free));
  done(await proposeDecision(judge, matter.id, dismissed));
  return matter;
}

const decidedIt: Part = ({ applicationId }, person) =>
  `update certificate_status set decided_by = '${person}' where action = 'suspended'
    and certificate_id in (select id from certificate where application_id = '${applicationId}')`;

/** Whoever had no vote on the certificate decides no appeal about it; nor does whoever decided what is appealed against. */
const barsOfAppeal: Record<string, Bar> = {
  'who decided it': { had: decidedIt, refusal: 'decided_by_you', says: 'does not decide: decided_by_you' },
  ...Object.fromEntries(
    parts.map(([who, refusal, had]) => [who, { had, refusal, says: `does not decide: ${refusal}` }]),
  ),
};

const aboutCertificates: Record<string, Thing> = {
  'somebody of the scheme proposes what becomes of an appeal of a holder': thing({
    who: 'officer',
    ready: appealed,
    first: (on, actor) => declareForAppeal({ ...by(on), actor }, on.matter.id, free),
    bars: barsOfAppeal,
    act: (on, actor) => proposeDecision({ ...by(on), actor }, on.matter.id, dismissed),
    page: ({ id }) => `/scheme/certificate-appeals/${id}/decide`,
    form: dismissed,
    raw: (
      { matter },
      person,
    ) => sql`insert into certificate_appeal_proposal (appeal_id, round, outcome, reasons, proposed_by, proposed_at)
      values (${matter.id}, 1, 'dismissed', ${reasons}, ${person}, '2026-03-01T09:00:00Z')`,
    words: refusalText,
  }),
  'somebody of the scheme confirms what becomes of it': thing({
    who: 'officer',
    ready: proposed,
    first: (on, actor) => declareForAppeal({ ...by(on), actor }, on.matter.id, free),
    bars: barsOfAppeal,
    act: (on, actor) => confirmDecision({ ...by(on), actor }, on.matter.id, { round: 1 }),
    page: ({ id }) => `/scheme/certificate-appeals/${id}/confirm`,
    form: { round: '1' },
    raw: (
      { matter },
      person,
    ) => sql`update certificate_appeal_proposal set answer = 'confirmed', answered_by = ${person},
      answered_at = '2026-03-01T09:00:00Z' where appeal_id = ${matter.id}`,
    words: refusalText,
  }),
  'somebody of the scheme stays what is appealed against': thing({
    who: 'decider',
    ready: appealed,
    first: (on, actor) => declareForAppeal({ ...by(on), actor }, on.matter.id, free),
    bars: barsOfAppeal,
    act: (on, actor) => decideStay({ ...by(on), actor }, on.matter.id, { stay: 'refused', reasons }),
    page: ({ id }) => `/scheme/certificate-appeals/${id}/stay`,
    form: { stay: 'refused', reasons },
    raw: (
      { matter },
      person,
    ) => sql`update certificate_appeal set stay = 'refused', stay_reasons = ${reasons},
      stay_decided_by = ${person}, stay_decided_at = '2026-03-01T09:00:00Z' where id = ${matter.id}`,
    words: refusalText,
  }),
};

/** An application of a recruiter nobody has met, rejected and appealed against. */
async function rejected(given: Given) {
  const { db, work, officer } = given;
  const agency = await aPlace(db, 'recruiter', `Applicant ${crypto.randomUUID()}`);
  const recruiter = given.as(await aPerson(db, agency, 'recruiter', 'Sita Lama'));
  const id = await fill(db, recruiter.actor);
  done(await submitApplication(recruiter, id));
  await work();
  const invoice = await db
    .selectFrom('invoice')
    .select('id')
    .where('application_id', '=', id)
    .executeTakeFirstOrThrow();
  const payment = { receivedOn: '2026-03-01', amount: 100_000, reference: `Transfer ${id}` };
  done(await recordBankTransfer(given.as(officer), invoice.id, payment));
  await work();
  done(await declareReviewer(given.as(officer), id, noTies));
  done(await rejectApplication(given.as(officer), id, { reasons: 'No licence for this corridor.' }));
  const { appealId } = done(await lodgeAppeal(recruiter, id, { grounds: grounds.grounds }));
  return { id: appealId, about: id, auditId: '' };
}

/** Of the application that is appealed about. */
const involved = (had: (applicationId: string, person: string) => string): Bar => ({
  had: ({ applicationId }, person) => had(applicationId, person),
  refusal: 'involved_in_decision',
  says: 'had a hand in the decision',
});

export const ofAppeals: Record<string, Thing> = {
  ...aboutCertificates,
  'somebody of the scheme decides an appeal of an applicant': thing({
    who: 'officer',
    ready: rejected,
    first: (on, actor) => declareReviewer({ ...by(on), actor }, on.matter.about ?? '', noTies),
    bars: {
      'who rejected it': involved(
        (id, person) =>
          `update application_review set decided_by = '${person}' where application_id = '${id}'`,
      ),
      'who checked a section of it': involved(
        (
          id,
          person,
        ) => `insert into application_checklist (application_id, copy_version, section, state, checked_by, checked_at)
          values ('${id}', 1, 'identity', 'in_order', '${person}', now())`,
      ),
    },
    act: (on, actor) => decideAppeal({ ...by(on), actor }, on.matter.id, upheld),
    page: ({ id }) => `/scheme/appeals/${id}/decide`,
    form: upheld,
    raw: ({ matter }, person) => sql`update application_appeal set outcome = 'upheld', reasons = ${reasons},
      decided_by = ${person}, decided_at = '2026-03-01T09:00:00Z' where id = ${matter.id}`,
    words: applicationText,
  }),
};
