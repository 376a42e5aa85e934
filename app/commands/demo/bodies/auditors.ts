import { askForApproval, grantApproval } from '#app/features/bodies/auditors/commands/approve.server.ts';
import {
  recordCompetence,
  recordLanguage,
  recordWitnessing,
} from '#app/features/bodies/auditors/commands/keep-records.server.ts';
import type { LanguageLevel, Level } from '#app/features/bodies/auditors/model.ts';
import { addDays, dayOf } from '#app/platform/calendar.ts';
import type { SectorCode } from '#app/platform/industries.ts';
import type { Reviewer, Scope } from '#app/platform/scope.ts';

import { actorOf, done, type Stage } from '../stage.ts';

type Part = {
  email: string;
  level: Level;
  /** Days from today on which the approval ends. */
  ends: number;
  sectors: SectorCode[];
  countries: string[];
  languages: [string, LanguageLevel][];
};

const cast: (Part & { reviewer: string })[] = [
  {
    email: 'auditor@meridian-audit.example',
    reviewer: 'reviewer@meridian-audit.example',
    ...{ level: 'lead_auditor', ends: 400 },
    sectors: ['A', 'C', 'F', 'H', 'I', 'N', 'Q', 'S', 'T'],
    countries: ['IN', 'NP', 'QA', 'AE', 'MY'],
    languages: [
      ['en', 'working'],
      ['hi', 'working'],
      ['ne', 'interview'],
    ],
  },
  {
    email: 'second@meridian-audit.example',
    reviewer: 'reviewer@meridian-audit.example',
    ...{ level: 'auditor', ends: 300 },
    sectors: ['A', 'C', 'F'],
    countries: ['SE', 'PL', 'TH'],
    languages: [
      ['en', 'working'],
      ['sv', 'working'],
      ['th', 'interview'],
    ],
  },
  {
    email: 'auditor@compass-assurance.example',
    reviewer: 'reviewer@compass-assurance.example',
    ...{ level: 'lead_auditor', ends: 75 },
    sectors: ['A', 'C', 'F', 'H', 'N', 'Q', 'T'],
    countries: ['MY', 'ID', 'BD', 'NP'],
    languages: [
      ['en', 'working'],
      ['ms', 'working'],
      ['ne', 'interview'],
      ['hi', 'interview'],
    ],
  },
];

/** What the bodies' reviewers recorded of their auditors, and the scheme approved, when it began. */
export async function approveAuditors(stage: Stage, now: Date) {
  for (const { reviewer, ...part } of cast) {
    const actor = actorOf(stage, reviewer, 'reviewer');
    await approveOne(stage, { db: stage.db, actor, now }, part);
  }
}

async function approveOne(stage: Stage, scope: Scope<Reviewer>, part: Part) {
  const { accountId, organisationId } = actorOf(stage, part.email, 'auditor');
  const who = { accountId, bodyId: organisationId };
  const today = dayOf(scope.now);
  const competence = {
    ...{ principles: ['A', 'B', '1', '2', '3', '4', '5'], sectors: part.sectors, countries: part.countries },
    evidence: 'Eight years of social audits; course and examination of the scheme passed.',
    ...{ assessedBy: 'Head of audits of the body', assessedOn: addDays(today, -20) },
  };
  await done(recordCompetence(scope, who, competence), 'record a competence');
  for (const [language, level] of part.languages)
    await done(
      recordLanguage(scope, who, { language, level, evidence: 'Spoken with an examiner for an hour.' }),
      'record a language',
    );
  const seen = {
    ...{ elsewhere: 'An audit of a recruiter in the scheme’s trial year.', witness: 'Paolo Ferri' },
    ...{ witnessedOn: addDays(today, -60), outcome: 'satisfactory' as const },
    notes: 'Opened and closed the meetings clearly; heard workers alone, in their own language.',
  };
  await done(recordWitnessing(scope, who, seen), 'record a witnessed audit');
  const request = 'Competence and languages are recorded; the trial year was watched.';
  const { id } = await done(askForApproval(scope, who, { level: part.level, request }), 'ask');
  const officer = actorOf(stage, 'officer@scheme.example', 'officer');
  const reasons = 'Records seen; the witnessed audit was satisfactory.';
  const days = { validFrom: today, validUntil: addDays(dayOf(stage.today), part.ends) };
  await done(
    grantApproval({ db: stage.db, actor: officer, now: scope.now }, id, { ...days, reasons }),
    'approve an auditor',
  );
}
