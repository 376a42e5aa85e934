import type { keyScopes } from '#app/features/accounts/keys/model.ts';
import type { ReasonClass } from '#app/features/certificates/model.ts';
import type { absences, Answer, MatchedOn } from '#app/features/register/verifications/model.ts';
import { sectors } from '#app/platform/industries.ts';

import type { ProblemCode } from '../problem.ts';

/** Codes of the API, each list by its name, in English; those of standings, reasons, countries and problems stand with their owners. */
export const english = {
  sector: sectors,
  licenceStatus: { declared: 'Declared', ended: 'Past its last day' },
  auditType: { stage2: 'Stage 2', surveillance: 'Surveillance', recertification: 'Recertification' },
  keyScope: {
    'register:read': 'Read the register',
    'verifications:write': 'Check lists of recruiters',
    'watches:write': 'Watch recruiters',
  } satisfies Record<(typeof keyScopes)[number], string>,
  checkOutcome: {
    match: 'One recruiter was found',
    ambiguous: 'Several recruiters may be meant',
    no_match: 'No recruiter was found',
  } satisfies Record<Answer['outcome'], string>,
  checkAbsence: {
    unknown: 'Not known to the register',
    removed: 'Taken off the register',
    not_yet_listed: 'Not on the register by that day',
  } satisfies Record<(typeof absences)[number], string>,
  matchedOn: {
    registration_number: 'Registration number',
    certificate_number: 'Certificate number',
    licence_number: 'Licence number',
    phone_number: 'Phone number',
    name: 'Name',
    local_name: 'Name in the local language',
    trading_name: 'Trading name',
    former_name: 'Former name',
  } satisfies Record<MatchedOn, string>,
  watchKind: { recruiter: 'Recruiter', corridor: 'Corridor', list: 'List' },
} as const;

type English = typeof english;

/** What a language says of every code that nobody else words in it. */
export type Labels = {
  [List in keyof English]: Readonly<Record<keyof English[List], string>>;
} & { problem: Readonly<Record<ProblemCode, string>> };

/** The same of a language no mail is written in: its reasons are worded here. */
export type LabelsWithReasons = Labels & { reasonClass: Readonly<Record<ReasonClass, string>> };
