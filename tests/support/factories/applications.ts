import type { Kysely } from 'kysely';

import { addPerson, foundOrganisation } from '#app/features/accounts/commands.server.ts';
import {
  attachLicence,
  saveSection,
  startApplication,
  submitApplication,
} from '#app/features/applications/commands.server.ts';
import { declareReviewer } from '#app/features/applications/review/commands.server.ts';
import { declarationCodes, sections, type Section } from '#app/features/applications/model.ts';
import { recordBankTransfer } from '#app/features/billing/commands.server.ts';
import { interimVersion, publishSchemeVersion } from '#app/features/scheme/commands.server.ts';
import type { Recruiter } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { aPerson, done, now } from './audits.ts';

/** Answers as the forms would have let them through. */
export const answers: Record<Section, Record<string, unknown>> = {
  agency: {
    legalName: 'Himal Workforce',
    tradingNames: ['Himal'],
    companyNumber: 'C-12',
    address: '1 Station Road, Kathmandu',
    country: 'NP',
    contactName: 'Mina Rai',
  },
  licences: {
    licences: [
      { authority: 'Foreign Employment', jurisdiction: 'NP', number: '12/34', validUntil: '2030-12-31' },
    ],
  },
  corridors: {
    corridors: [{ origin: 'NP', destination: 'QA' }],
    sectors: ['F'],
    offices: ['Kathmandu (head office)'],
  },
  volumes: { volumes: [{ corridor: 'NP-QA', women: 3, men: 40 }] },
  agents: { usesAgents: false, agents: [] },
  declarations: {
    ...Object.fromEntries(declarationCodes.map((code) => [code, true])),
    signedBy: 'Mina Rai',
    position: 'Director',
  },
};

export const scan = {
  key: 'scan',
  filename: 'licence.pdf',
  mediaType: 'application/pdf',
  bytes: 12,
  sha256: 'a'.repeat(64),
};

export const password = 'a long enough password';

/** A recruiter whose person can sign in, with everything filled in and nothing sent. */
export async function aFilledDraft(db: Kysely<Database>, agency: string, email: string, at = now) {
  const kind = 'recruiter';
  const organisationId = await foundOrganisation({ db, now: at }, { kind, name: agency, country: 'NP' });
  const accountId = await addPerson(
    { db, now: at },
    { organisationId, kind, role: kind, name: 'Mina Rai', email, password },
  );
  const owner: Recruiter = { kind, accountId, organisationId };
  return { owner, id: await fill(db, owner, at) };
}

/** Begins an application for somebody and fills it. */
export async function fill(db: Kysely<Database>, owner: Recruiter, at = now) {
  const scope = { db, actor: owner, now: at };
  const { id } = done(await startApplication(scope));
  for (const section of sections) {
    done(await saveSection(scope, id, { section, answers: answers[section], revision: 0 }));
  }
  done(await attachLicence(scope, id, { ...scan, key: id }));
  return id;
}

/** The scheme with an officer, and a recruiter with a filled draft. */
export async function anApplicant(db: Kysely<Database>) {
  await publishSchemeVersion({ db, now }, interimVersion);
  const place = async (kind: 'scheme' | 'recruiter' | 'audit_body', name: string) => ({
    kind,
    id: await foundOrganisation({ db, now }, { kind, name, country: 'NP' }),
  });
  const [scheme, agency, other, body] = [
    await place('scheme', 'The scheme'),
    await place('recruiter', 'Himal Workforce'),
    await place('recruiter', 'Sunrise Overseas'),
    await place('audit_body', 'Meridian Audit'),
  ];
  const officer = await aPerson(db, scheme, 'officer', 'Paolo Ferri');
  const colleague = await aPerson(db, scheme, 'officer', 'Ines Costa');
  const decider = await aPerson(db, scheme, 'decider', 'Hana Sato');
  const recruiter = await aPerson(db, agency, 'recruiter', 'Mina Rai');
  const stranger = await aPerson(db, other, 'recruiter', 'Sita Lama');
  const id = await fill(db, recruiter);
  return {
    id,
    officer: { db, now, actor: officer },
    colleague: { db, now, actor: colleague },
    decider: { db, now, actor: decider },
    recruiter: { db, now, actor: recruiter },
    stranger: { db, now, actor: stranger },
    body,
  };
}
export type Applicant = Awaited<ReturnType<typeof anApplicant>>;

/** Sent, its fee asked for. */
export async function sent({ id, recruiter }: Applicant, work: () => Promise<void>) {
  done(await submitApplication(recruiter, id));
  await work();
}

export const noTies = { conflicted: false, reason: 'No work, kinship or money ties.' };

/** Its fee paid: an officer who declared to have no ties may open and decide it. */
export async function inReview(given: Applicant, work: () => Promise<void>) {
  await sent(given, work);
  const { db } = given.officer;
  const { id } = await db.selectFrom('invoice').select('id').executeTakeFirstOrThrow();
  done(await recordBankTransfer(given.officer, id, payment));
  await work();
  done(await declareReviewer(given.officer, given.id, noTies));
}
const payment = { receivedOn: '2026-03-01', amount: 100_000, reference: 'Transfer 1' };
