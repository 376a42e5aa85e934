import type { keyScopes } from '#app/features/accounts/keys/model.ts';
import { reasonNames, standingNames, standings, type ReasonClass } from '#app/features/certificates/model.ts';
import { markLanguageCodes } from '#app/features/register/marks/model.ts';
import { standingIn } from '#app/features/register/marks/words/badge-words.ts';
import { sectors } from '#app/platform/industries.ts';
import { countryCodes } from '#app/platform/places.ts';
import { states } from '#emails/certificates/states.ts';
import { words } from '#emails/certificates/words.ts';
import { languages } from '#emails/language.ts';

import { problems } from '../problem.ts';

type Labels = Record<string, string>;
type List = { name: string; codes: { code: string; labels: Labels }[] };

/** What papers and mails say of a standing; of what has no certificate, in the languages of workers; not yet reviewed by native readers. */
const without: Record<'applicant' | 'not_certified', Labels> = {
  applicant: {
    ...{ fr: 'Candidat', es: 'Solicitante', ar: 'مقدّم طلب', hi: 'आवेदक', ne: 'आवेदक' },
    ...{ bn: 'আবেদনকারী', id: 'Pemohon', ur: 'درخواست دہندہ', tl: 'Aplikante', my: 'လျှောက်ထားသူ' },
    ...{ km: 'អ្នកដាក់ពាក្យ', vi: 'Đang xin chứng nhận', am: 'አመልካች', sw: 'Mwombaji', th: 'ผู้ยื่นคำขอ' },
  },
  not_certified: Object.fromEntries(
    markLanguageCodes.map((language) => [language, standingIn(language, 'not_certified')]),
  ),
};
const stated = {
  certified: 'active',
  certified_under_watch: 'active_under_watch',
  suspended: 'suspended',
  withdrawn: 'withdrawn',
  expired: 'expired',
} as const;

function labelsOf(status: (typeof standings)[number]): Labels {
  const en = standingNames[status];
  if (status === 'applicant' || status === 'not_certified') return { ...without[status], en };
  const labels: Labels = {};
  for (const [language, names] of Object.entries(states)) labels[language] = names[stated[status]];
  return { ...labels, en };
}

const isReason = (code: string): code is ReasonClass => Object.hasOwn(reasonNames, code);
const reasonLabels = (code: ReasonClass): Labels =>
  Object.fromEntries(languages.map((language) => [language, words[language].reasons[code]]));

/** Names of countries in a language, where the runtime's tables have them. */
function countries(): List['codes'] {
  const tables = Object.keys(states).map(
    (language) =>
      [language, new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })] as const,
  );
  const known = tables.filter(([language]) => Intl.DisplayNames.supportedLocalesOf(language).length > 0);
  return countryCodes.map((code) => ({
    code,
    labels: Object.fromEntries(
      known.flatMap(([language, table]) => {
        const name = table.of(code);
        return name === undefined ? [] : [[language, name]];
      }),
    ),
  }));
}

const inEnglish = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([code, en]) => ({ code, labels: { en } }));

const scopeNames = {
  'register:read': 'Read the register',
  'verifications:write': 'Check lists of recruiters',
  'watches:write': 'Watch recruiters',
} as const satisfies Record<(typeof keyScopes)[number], string>;

let lists: List[] | undefined;

/** Every code of the contract with its label in every language the house has words for; made once a process. */
export const theEnumerations = (): List[] =>
  (lists ??= [
    { name: 'standing', codes: standings.map((code) => ({ code, labels: labelsOf(code) })) },
    {
      name: 'reasonClass',
      codes: Object.keys(reasonNames)
        .filter(isReason)
        .map((code) => ({ code, labels: reasonLabels(code) })),
    },
    { name: 'country', codes: countries() },
    { name: 'sector', codes: inEnglish(sectors) },
    { name: 'licenceStatus', codes: inEnglish({ declared: 'Declared', ended: 'Past its last day' }) },
    {
      name: 'auditType',
      codes: inEnglish({
        ...{ stage2: 'Stage 2', surveillance: 'Surveillance', recertification: 'Recertification' },
      }),
    },
    { name: 'keyScope', codes: inEnglish(scopeNames) },
    {
      name: 'problem',
      codes: Object.entries(problems).map(([code, [, en]]) => ({ code, labels: { en } })),
    },
  ]);
