import { Readable } from 'node:stream';

import { sql, type Kysely } from 'kysely';
import type { Pool } from 'pg';

import { foundOrganisation } from '#app/features/accounts/commands.server.ts';
import type { OrganisationKind } from '#app/features/accounts/model.ts';
import { declareInterest } from '#app/features/certificates/decisions/commands/declare-interest.server.ts';
import { submitEvidence } from '#app/features/audits/findings/commands/submit-evidence.server.ts';
import { acceptPlan } from '#app/features/audits/findings/commands/answer-plan.server.ts';
import { submitApplication } from '#app/features/applications/commands.server.ts';
import { proposeRegrade } from '#app/features/audits/findings/regrading/commands.server.ts';
import { submitPlan } from '#app/features/audits/findings/commands/submit-plan.server.ts';
import { startSelfAssessment } from '#app/features/self-assessment/commands.server.ts';
import { folderStorage, type StoredFile } from '#app/platform/files/storage.server.ts';
import { recordArrival, requestRefund } from '#app/features/billing/ledger/commands.server.ts';
import { readStatement } from '#app/features/billing/bank/commands.server.ts';
import { addShown } from '#app/features/documents/evidence.server.ts';
import { mailbox } from '#app/platform/mailer.server.ts';
import type { Officer, Recruiter, Role, Scope, SignedIn } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { assessed, fill } from '#tests/support/factories/applications.ts';
import {
  anApplication,
  aPerson,
  done,
  issued,
  now,
  strangers,
  type Engagement,
} from '#tests/support/factories/audits.ts';
import { correctiveAction } from '#tests/support/factories/corrections.ts';
import { aCertificate, matterOf, noInterest } from '#tests/support/factories/certificates.ts';
import { drain } from '#tests/support/queue.ts';

import { accountNames } from './world-accounts.ts';
import { caseworkNames } from './world-casework.ts';
import { corridorNames } from './world-corridors.ts';
import { questionnaireNames } from './world-questionnaires.ts';
import { helpNames } from './world-help.ts';
import { jobNames } from './world-jobs.ts';
import { companyNames } from './world-companies.ts';
import { decisionNames } from './world-decisions.ts';
import { networkNames } from './world-network.ts';
import { bodyNames } from './world-bodies.ts';
import { reportNames } from './world-report.ts';
import { reviewNames } from './world-review.ts';
import type { Person } from './judge.ts';

type Place = { id: string; kind: OrganisationKind };
type Means = { db: Kysely<Database>; pool: Pool; storageUrl: string };

/** What the addresses of the matrix name: each `:name` by the word before it. */
export type Names = Record<string, string>;

/**
 * Everybody, and one of everything. `own` people belong to the recruiter whose audit found something and to the body
 * that audited it; the records in the addresses are theirs. `other` people hold the same roles elsewhere.
 */
export async function aWorld({ db, pool, storageUrl }: Means) {
  const work = () => drain(pool, { db, mailer: mailbox(db), origin: 'https://fairroute.example' });
  const certified = await aCertificate(db, work);
  const place = async (kind: OrganisationKind, name: string, country = 'NP'): Promise<Place> => ({
    kind,
    id: await foundOrganisation({ db, now }, { kind, name, country }),
  });
  const agency = await place('recruiter', 'Annapurna Manpower');
  const recruiter = await aPerson(db, agency, 'recruiter', 'Sunita Thapa');
  const clerk = await aPerson(db, agency, 'recruiter', 'Ram Karki');
  const scheme: Place = { kind: 'scheme', id: certified.officer.organisationId };
  const elsewhere = await strangers(db);
  const alone = async <K extends Role>(kind: OrganisationKind, role: K, name: string, country = 'NP') =>
    aPerson(db, await place(kind, name, country), role);
  const company = await alone('company', 'company', 'Northwind Apparel');

  const applicationId = await anApplication(db, {
    agency,
    body: certified.body,
    startedBy: recruiter.accountId,
  });
  const audited: Engagement = { ...certified, agency, recruiter, applicationId };
  const { auditId, finding, names: ofReport } = await reportNames(audited);
  const file = await aFile(storageUrl);
  await proven(audited, finding, file);
  done(
    await proposeRegrade({ db, now, actor: certified.lead }, finding, {
      grade: 'critical',
      reason: 'Workers were charged after all, as two of them say.',
    }),
  );
  // The second one: everybody who applied has a first.
  await assessed({ db, now, actor: recruiter });
  done(await startSelfAssessment({ db, now, actor: recruiter }, { from: 'blank' }));
  const documentId = await licence(db, { applicationId, recruiter, file });
  const invoiceId = await anInvoice(db, elsewhere.recruiter, work);
  const decidable = await aDecision(certified, await place('recruiter', 'Makalu Overseas'), work);
  const mail = await db.selectFrom('mail').select('id').executeTakeFirstOrThrow();
  const appellant = await alone('recruiter', 'recruiter', 'Dhaulagiri Overseas');
  const reviews = await reviewNames(
    db,
    { officer: certified.officer, recruiter: appellant, applicationId },
    await aPerson(db, scheme, 'officer', 'Ines Costa'),
    work,
  );

  const caseworker = await aPerson(db, scheme, 'caseworker');
  const people: Person[] = [
    ...own({ recruiter, auditor: certified.lead, officer: certified.officer }, true),
    ...own({ clerk, colleague: certified.colleague, reviewer: certified.reviewer }, false),
    ...own({ decider: certified.decider, caseworker }, false),
    ...own({ trainer: await aPerson(db, scheme, 'trainer') }, false),
    ...own({ company }, true),
    ...own({ authority: await alone('authority', 'authority', 'Ministry of Labour') }, true),
    ...other({ otherRecruiter: elsewhere.recruiter, otherAuditor: elsewhere.auditor }, true),
    ...other({ otherReviewer: elsewhere.reviewer }, false),
    ...other({ otherCompany: await alone('company', 'company', 'Delta Garments') }, true),
    ...other({ otherAuthority: await alone('authority', 'authority', 'Bureau of Employment', 'BD') }, true),
  ];
  const names: Names = {
    ...{ ':lang': 'en', 'languages/:lang': 'ne', 'clips/:answer': 'unknown' },
    'mark/:kind': 'poster',
    'register/:registrationNumber': 'LRN00012603',
    'verify/:certificateNumber': certified.number,
    'certificates/:number': certified.number,
    'applications/:id': applicationId,
    'invoices/:id': invoiceId,
    'decisions/:id': decidable,
    'mailbox/:id': mail.id,
    'certificates/:id': certified.certificateId,
    ':entryId': await recertificationOf(db, certified.certificateId),
    'new/:applicationId': applicationId,
    'audits/:id': auditId,
    'indicators/:code': '1.1.2',
    'apply/:section': 'identity',
    'findings/:id': finding,
    'documents/:id': documentId,
    'of/:organisationId': agency.id,
    ':version': '1',
    'self-assessment/:attempt': '2',
    'criteria/:code': '1.3',
    'recruiters/:registrationNumber': 'LRN00012603',
    'organisations/:id': agency.id,
    ...(await networkNames(db, recruiter)),
    ...(await decisionNames(db, certified.decider, certified.certificateId)),
    ...reviews,
    ...(await bodyNames(db, { auditor: certified.lead, officer: certified.officer })),
    ...ofReport,
    'fees/:id': invoiceId,
    ...(await money({ db, now, actor: certified.officer })),
    ...(await companyNames(db, company, storageUrl)),
    ...(await helpNames(db, certified.officer)),
    ...(await corridorNames(db, certified.officer)),
    ...(await questionnaireNames(db, certified.officer)),
    ...(await caseworkNames({ db, pool, caseworker, colleague: await aPerson(db, scheme, 'caseworker') })),
    ...(await jobNames(certified)),
    ...(await accountNames(db, { recruiter, clerk, company, officer: certified.officer })),
  };
  return { people, names, engagement: certified, work };
}

const person =
  (side: Person['side'], owner: boolean) =>
  ([name, { kind, accountId }]: [string, SignedIn]): Person => ({ name, role: kind, accountId, side, owner });
const own = (people: Record<string, SignedIn>, owner: boolean) =>
  Object.entries(people).map(person('own', owner));
const other = (people: Record<string, SignedIn>, owner: boolean) =>
  Object.entries(people).map(person('other', owner));

/** A file that can really be fetched. */
async function aFile(storageUrl: string): Promise<StoredFile> {
  const stored = await folderStorage(storageUrl).write(Readable.from([Buffer.from('%PDF-1.4 a page')]));
  return { ...stored, filename: 'receipts "of" März.pdf', mediaType: 'application/pdf' };
}

/** A finding whose evidence, a file, waits for the auditor's answer. */
async function proven({ as, recruiter, lead }: Engagement, finding: string, file: StoredFile) {
  done(await submitPlan(as(recruiter), finding, correctiveAction));
  done(await acceptPlan(as(lead), finding, { round: 1 }));
  const words = { description: 'Receipts of every repayment.' };
  const shown = { ...file, quarantined: false };
  done(
    await submitEvidence(as(recruiter), finding, words, (trx, document) =>
      addShown(trx, as(recruiter), { ...document, kind: 'other' }, shown),
    ),
  );
}

type Scan = { applicationId: string; recruiter: Recruiter; file: StoredFile };

/** The application began as a row of its own, long sent; so do its scan and its copy, past the triggers. */
const licence = (
  db: Kysely<Database>,
  { applicationId, recruiter: { accountId, organisationId }, file }: Scan,
) =>
  db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    const { id } = await trx
      .insertInto('document')
      .values({
        organisation_id: organisationId,
        kind: 'licence',
        title: 'Scan of the licence',
        subject_kind: 'application',
        subject_id: applicationId,
        added_at: now,
        added_by: accountId,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await trx
      .insertInto('document_version')
      .values({
        document_id: id,
        version: 1,
        filename: file.filename,
        media_type: file.mediaType,
        bytes: file.bytes,
        sha256: file.sha256,
        storage_key: file.key,
        evidence_on: '2026-02-01',
        uploaded_at: now,
        uploaded_by: accountId,
        scan: 'unscanned',
      })
      .execute();
    await trx
      .insertInto('application_copy')
      .values({
        application_id: applicationId,
        version: 1,
        language: 'en',
        copy: JSON.stringify([
          {
            section: 'identity',
            title: 'About the agency',
            answers: [{ question: 'Name', answer: 'Annapurna' }],
          },
        ]),
        submitted_at: now,
      })
      .execute();
    return id;
  });

/** A recruiter whose audit found nothing: the decision panel has its package. */
async function aDecision(given: Engagement, agency: Place, work: () => Promise<void>) {
  const { db, body } = given;
  const recruiter = await aPerson(db, agency, 'recruiter');
  const applicationId = await anApplication(db, { agency, body, startedBy: recruiter.accountId });
  await db
    .insertInto('registration')
    .values({
      organisation_id: agency.id,
      number: 'LRN00022604',
      application_id: applicationId,
      accepted_on: '2026-03-01',
      trading_names: [],
    })
    .execute();
  await issued({ ...given, agency, recruiter, applicationId });
  await work();
  const id = await matterOf(db, applicationId);
  done(await declareInterest({ db, now, actor: given.decider }, id, noInterest));
  return id;
}

/** Another recruiter's application, sent; its fee is open. */
async function anInvoice(db: Kysely<Database>, owner: Recruiter, work: () => Promise<void>) {
  const id = await fill(db, owner);
  done(await submitApplication({ db, now, actor: owner }, id));
  await work();
  const invoice = await db
    .selectFrom('invoice')
    .select('id')
    .where('application_id', '=', id)
    .executeTakeFirstOrThrow();
  return invoice.id;
}

/** Money that belongs to no invoice, a refund that is owed, and a statement that was read. */
async function money(officer: Scope<Officer>): Promise<Names> {
  const arrival = { receivedOn: '2026-03-01', currency: 'USD', amount: '400.00' };
  const unmatched = done(await recordArrival(officer, { ...arrival, reference: 'Transfer A' }));
  const owed = done(await recordArrival(officer, { ...arrival, reference: 'Transfer B' }));
  const refund = done(await requestRefund(officer, owed.id, { note: 'It belongs to nobody here.' }));
  const content = Buffer.from('date,amount,currency,reference\n2026-03-01,400.00,USD,Transfer C\n');
  const statement = done(await readStatement(officer, { filename: 'march.csv', content }));
  return { 'payments/:id': unmatched.id, 'refunds/:id': refund.id, 'statements/:id': statement.id };
}

/** Its window is years ahead: whoever tries to schedule it leaves it as it is. */
async function recertificationOf(db: Kysely<Database>, certificateId: string) {
  const { id } = await db
    .selectFrom('audit_programme_entry')
    .select('id')
    .where('certificate_id', '=', certificateId)
    .where('type', '=', 'recertification')
    .executeTakeFirstOrThrow();
  return id;
}
