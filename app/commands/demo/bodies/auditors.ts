import { askForApproval, grantApproval } from '#app/features/bodies/auditors/commands/approve.server.ts';
import {
  recordCompetence,
  recordLanguage,
  recordWitnessing,
} from '#app/features/bodies/auditors/commands/keep-records.server.ts';
import {
  roleFor,
  type BodyRole,
  type LanguageLevel,
  type Level,
} from '#app/features/bodies/auditors/model.ts';
import { addDays, dayOf } from '#app/platform/calendar.ts';
import type { SectorCode } from '#app/platform/industries.ts';
import type { Auditor, Reviewer, Scope } from '#app/platform/scope.ts';

import { actorOf, done, type Stage } from '../stage.ts';

type Part = {
  email: string;
  level: Level;
  /** A colleague of the body who keeps their records: nobody keeps their own. */
  keeper: { email: string; role: BodyRole };
  /** Days from today on which the approval ends. */
  ends: number;
  sectors: SectorCode[];
  countries: string[];
  languages: [string, LanguageLevel][];
};

const cast: Part[] = [
  {
    email: 'auditor@meridian-audit.example',
    keeper: { email: 'reviewer@meridian-audit.example', role: 'reviewer' },
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
    keeper: { email: 'reviewer@meridian-audit.example', role: 'reviewer' },
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
    keeper: { email: 'reviewer@compass-assurance.example', role: 'reviewer' },
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
  {
    email: 'reviewer@meridian-audit.example',
    keeper: { email: 'auditor@meridian-audit.example', role: 'auditor' },
    ...{ level: 'reviewer', ends: 500 },
    sectors: ['A', 'C', 'F', 'H', 'I', 'N', 'Q', 'S', 'T'],
    countries: ['IN', 'NP', 'QA', 'AE', 'MY', 'SE', 'PL', 'TH'],
    languages: [
      ['en', 'working'],
      ['sv', 'working'],
    ],
  },
  {
    email: 'reviewer@compass-assurance.example',
    keeper: { email: 'auditor@compass-assurance.example', role: 'auditor' },
    ...{ level: 'reviewer', ends: 350 },
    sectors: ['A', 'C', 'F', 'H', 'N', 'Q', 'T'],
    countries: ['MY', 'ID', 'BD', 'NP'],
    languages: [
      ['en', 'working'],
      ['ms', 'working'],
    ],
  },
];

/** What the bodies recorded of their auditors and reviewers, and the scheme approved, when it began. */
export async function approveAuditors(stage: Stage, now: Date) {
  for (const part of cast) {
    const actor = actorOf(stage, part.keeper.email, part.keeper.role);
    await approveOne(stage, { db: stage.db, actor, now }, part);
  }
}

async function approveOne(stage: Stage, scope: Scope<Auditor | Reviewer>, part: Part) {
  const { accountId, organisationId } = actorOf(stage, part.email, roleFor[part.level]);
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
  if (part.level !== 'reviewer')
    await done(recordWitnessing(scope, who, watched(today)), 'record a witnessed audit');
  const request =
    part.level === 'reviewer'
      ? 'Competence and languages are recorded; two years of technical reviews.'
      : 'Competence and languages are recorded; the trial year was watched.';
  const { id } = await done(askForApproval(scope, who, { level: part.level, request }), 'ask');
  const officer = actorOf(stage, 'officer@scheme.example', 'officer');
  const reasons =
    part.level === 'reviewer'
      ? 'Records seen; reviews read.'
      : 'Records seen; the witnessed audit was satisfactory.';
  const days = { validFrom: today, validUntil: addDays(dayOf(stage.today), part.ends) };
  await done(
    grantApproval({ db: stage.db, actor: officer, now: scope.now }, id, { ...days, reasons }),
    'approve an auditor',
  );
}

const watched = (today: string) => ({
  ...{ elsewhere: 'An audit of a recruiter in the scheme’s trial year.', witness: 'Paolo Ferri' },
  ...{ witnessedOn: addDays(today, -60), outcome: 'satisfactory' as const },
  notes: 'Opened and closed the meetings clearly; heard workers alone, in their own language.',
});
