import { reasonNames, standingNames, standings } from '#app/features/certificates/model.ts';
import { markLanguageCodes, type MarkLanguage } from '#app/features/register/marks/model.ts';
import { standingIn } from '#app/features/register/marks/words/badge-words.ts';
import { countryCodes } from '#app/platform/places.ts';
import { states } from '#emails/certificates/states.ts';
import { words } from '#emails/certificates/words.ts';

import { problems } from '../problem.ts';

import { english, type LabelsWithReasons } from './english.ts';
import { am } from './labels/am.ts';
import { ar } from './labels/ar.ts';
import { bn } from './labels/bn.ts';
import { es } from './labels/es.ts';
import { fr } from './labels/fr.ts';
import { hi } from './labels/hi.ts';
import { id } from './labels/id.ts';
import { km } from './labels/km.ts';
import { my } from './labels/my.ts';
import { ne } from './labels/ne.ts';
import { sw } from './labels/sw.ts';
import { th } from './labels/th.ts';
import { tl } from './labels/tl.ts';
import { ur } from './labels/ur.ts';
import { vi } from './labels/vi.ts';

type Labels = Record<string, string>;
type Language = Exclude<MarkLanguage, 'en'>;
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

/** What every language of workers says of a code; where mails are written in it, reasons read as they do there. */
const labelled: Record<Language, LabelsWithReasons> = {
  fr: { ...fr, reasonClass: words.fr.reasons },
  es: { ...es, reasonClass: words.es.reasons },
  ar: { ...ar, reasonClass: words.ar.reasons },
  hi: { ...hi, reasonClass: words.hi.reasons },
  ne: { ...ne, reasonClass: words.ne.reasons },
  bn: { ...bn, reasonClass: words.bn.reasons },
  id: { ...id, reasonClass: words.id.reasons },
  ...{ ur, tl, my, km, vi, am, sw, th },
};

/** A list of codes, from its words in English. */
function listed(name: keyof LabelsWithReasons, inEnglish: Readonly<Labels>): List {
  const codes = Object.entries(inEnglish).map(([code, en]) => {
    const labels: Labels = { en };
    for (const [language, lists] of Object.entries(labelled)) {
      const said: Readonly<Labels> = lists[name];
      labels[language] = said[code] ?? en;
    }
    return { code, labels };
  });
  return { name, codes };
}

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

const problemTitles = Object.fromEntries(Object.entries(problems).map(([code, [, title]]) => [code, title]));

let lists: List[] | undefined;

/** Every code of the contract with its label in every language workers are spoken to in; made once a process. */
export const theEnumerations = (): List[] =>
  (lists ??= [
    { name: 'standing', codes: standings.map((code) => ({ code, labels: labelsOf(code) })) },
    listed('reasonClass', reasonNames),
    { name: 'country', codes: countries() },
    listed('sector', english.sector),
    listed('licenceStatus', english.licenceStatus),
    listed('auditType', english.auditType),
    listed('checkOutcome', english.checkOutcome),
    listed('checkAbsence', english.checkAbsence),
    listed('matchedOn', english.matchedOn),
    listed('watchKind', english.watchKind),
    listed('keyScope', english.keyScope),
    listed('problem', problemTitles),
  ]);
