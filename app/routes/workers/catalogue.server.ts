import { standings } from '#app/features/certificates/model.ts';
import { markLanguageCodes, type MarkLanguage } from '#app/features/register/marks/model.ts';
import { standingIn } from '#app/features/register/marks/words/badge-words.ts';
import { paperWords } from '#app/features/register/marks/words/paper-words.ts';
import { voiceWords } from '#app/features/mapping/voice/words/words.ts';
import { checkWords } from '#app/features/workers/check/words/check-words.ts';
import { complaintWords } from '#app/features/workers/complaints/words/complaint-words.ts';
import { helpWords } from '#app/features/workers/help/words/words.ts';
import { sheetWords } from '#app/features/workers/sheets/words/words.ts';
import { textWords } from '#app/features/workers/texts/words/words.ts';
import { catalogueOf } from '#app/features/workers/wording/catalogue.ts';
import { translatedCodes } from '#app/features/workers/wording/model.ts';
import { listApprovals } from '#app/features/workers/wording/queries.server.ts';
import { pageIsReviewed } from '#app/features/workers/wording/rules.ts';
import { theDatabase } from '#app/platform/database/client.server.ts';
import { Remembered } from '#app/platform/kept/remembered.ts';

const namesOf = (language: MarkLanguage) =>
  Object.fromEntries(standings.map((status) => [status, standingIn(language, status)]));
const standingWords = {
  en: namesOf('en'),
  ...Object.fromEntries(markLanguageCodes.map((code) => [code, namesOf(code)])),
};

/** All that is said to workers in words of our own; a room adds its words with a line here. */
export const catalogue = catalogueOf([
  { name: 'check', title: 'Check of a recruiter', words: checkWords },
  { name: 'standing', title: 'How a recruiter stands, in a word', words: standingWords },
  { name: 'report', title: 'Complaint', words: complaintWords },
  { name: 'help', title: 'Who can help', words: helpWords },
  { name: 'texts', title: 'Answers by short text message', words: textWords },
  { name: 'sheets', title: 'Sheets for counsellors', words: sheetWords },
  { name: 'voice', title: 'What workers of a site are asked', words: voiceWords },
  { name: 'paper', title: 'Posters and cards, and what the check has of them', words: paperWords },
]);

/** What each page says: chapters, and single lines of others. */
export const pageWords = {
  check: [
    ...['check', 'standing', 'help.title', 'report.title'],
    ...['paper.never', 'paper.fees', 'paper.passport', 'paper.free', 'paper.wrong'],
  ],
  help: ['help', 'check.unreviewed'],
  report: ['report'],
  voice: ['voice'],
  sheets: [
    ...['sheets', 'standing', 'check.check', 'check.languages', 'check.unreviewed'],
    ...['paper.never', 'paper.fees', 'paper.passport'],
  ],
} as const;
export type WorkerPage = keyof typeof pageWords;

const pages: WorkerPage[] = ['check', 'help', 'sheets', 'report', 'voice'];
const none: ReadonlySet<string> = new Set();

async function readReviewed(): Promise<ReadonlySet<string>> {
  const approved = await listApprovals(theDatabase().db);
  const reviewed = pages.flatMap((page) =>
    translatedCodes
      .filter((language) => pageIsReviewed(catalogue, pageWords[page], language, approved))
      .map((language) => `${page} ${language}`),
  );
  return new Set(reviewed);
}

/** Nobody who checks a recruiter waits for this; while it cannot be told, a page is said to be unreviewed. */
const known = new Remembered(none, readReviewed, { everyMs: 60_000, lost: () => none });

/** Whether somebody read all that a page says in this language, as of a minute ago at most. */
export const isReviewed = (page: WorkerPage, language: MarkLanguage) =>
  language === 'en' || known.told().has(`${page} ${language}`);

/** For whoever changed it: this process says at once what is so now. */
export const renewReviewed = () => known.renewed();
