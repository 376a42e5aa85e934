import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';

import { feeCategories } from '#app/questionnaire/fee-categories.ts';

import { standings, type StandingStatus } from '../../../certificates/model.ts';
import { markLanguageCodes, markLanguages, type MarkLanguage } from '../../../register/marks/model.ts';
import { paperWords } from '../../../register/marks/words/paper-words.ts';
import { directionOf, languageAsked } from '../../languages.ts';
import { feeLines } from '../fees.ts';
import type { JobAnswer } from '../../jobs/match.ts';
import { jobStates, wagePeriods, type JobOrder } from '../../jobs/model.ts';
import type { Answered, Choice, Found, Speaker } from '../model.ts';
import { counts, meaningOf, notesOf, outcomeOf, titleOf } from '../rules.ts';
import { checkWords } from '../words/check-words.ts';
import { CheckPage, NoAnswer, titleIn } from './page.tsx';

const entryOf = (status: StandingStatus, reasonClass: string | null = null): Choice => ({
  ...{ registrationNumber: 'LRN00012603', name: 'Himal & Sons (Pvt.) Ltd.', nameLocal: 'हिमाल' },
  ...{ country: 'NP', tradingNames: ['Himal Gulf'], standing: { status, since: '2026-03-02', reasonClass } },
  licences: [{ authority: 'Department of Foreign Employment', number: '118/075' }],
});

/** What the register says on badges, in whatever language. */
const badge = 'As on its badge';

type Asked = { found: Found; who?: string; speaker?: Speaker | null; job?: JobAnswer };

function answeredOf(language: MarkLanguage, { found, who = '', speaker = null, ...asked }: Asked): Answered {
  const word = found.kind === 'one' ? badge : null;
  const address = `https://scheme.example/${language}/check?q=LRN00012603`;
  const job = asked.job ? { employer: '<i>Noor</i>', answer: asked.job } : null;
  return { q: 'Himāl', found, word, who, speaker, job, at: '2026-11-28T10:32:00.000Z', address };
}

type Around = Partial<Pick<Parameters<typeof CheckPage>[0], 'reviewed' | 'spoken'>>;
const html = (language: MarkLanguage, asked?: Asked, around: Around = {}) => {
  const page = { reviewed: language === 'en', spoken: null, ...around };
  const answered = asked ? answeredOf(language, asked) : null;
  return renderToStaticMarkup(<CheckPage {...{ language, answered }} {...page} />);
};
const one = (status: StandingStatus, reasonClass: string | null = null): Asked => ({
  found: { kind: 'one', entry: entryOf(status, reasonClass) },
});
const textOf = (markup: string) =>
  markup
    .replace(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"');

/** The last answer in a box: that on a job, where one was asked for. */
const boxOf = (markup: string) => (markup.split('<div class=').at(-1) ?? '').split('</div>')[0] ?? '';

const phones = Array.from({ length: 10 }, (_, place) => `+97798000000${10 + place}`);
const speakers: Speaker[] = [
  { kind: 'own' },
  { kind: 'agent', name: 'Gandaki Placement', place: 'Pokhara', country: 'NP' },
  { kind: 'no', phones },
  { kind: 'no', phones: [] },
];

const order: JobOrder = {
  ...{ number: 'JOB-000042', employer: 'Al Noor Facilities', employerLocal: 'النور للمرافق' },
  ...{ occupation: 'Hotel cleaner', origin: 'NP', country: 'QA', city: 'Doha', positions: 24 },
  ...{ wageMinor: 120_000, currency: 'QAR', wagePeriod: 'month', weeklyHours: 48, contractMonths: 24 },
  ...{ startsFrom: '2026-05-01', startsUntil: '2026-06-30', closesOn: '2026-04-15' },
  ...{ lodging: 'free', lodgingMinor: null, food: 'free', foodMinor: null },
  ...{ publishedOn: '2026-03-01', state: 'open' },
};
type FoundJob = Extract<JobAnswer, { kind: 'found' }>;
const job = (part: Partial<FoundJob> = {}, of: Partial<JobOrder> = {}): FoundJob => ({
  ...{ kind: 'found', order: { ...order, ...of }, exact: true },
  ...{ agrees: ['employer', 'place', 'wage', 'currency'], differs: [] },
  ...part,
});
const lower = job({ agrees: ['employer'], differs: [{ what: 'wage', how: 'lower', asked: 900 }] });
const jobs: JobAnswer[] = [
  ...jobStates.map((state) => job({}, { state })),
  lower,
  job({ exact: false, agrees: ['employer'], differs: [{ what: 'place' }] }),
  { kind: 'not_found' },
  { kind: 'none_published' },
];

/** Every answer there is. */
const answers: Asked[] = [
  ...standings.map((status) => one(status)),
  one('certified_under_watch', 'special_audit'),
  one('expired', 'fees_charged'),
  { found: { kind: 'none' } },
  { found: { kind: 'several', entries: [entryOf('certified')] } },
  { found: { kind: 'several', entries: Array<Choice>(10).fill(entryOf('certified')) } },
  ...speakers.map((speaker) => ({ ...one('certified'), who: '9800000012', speaker })),
  ...jobs.map((answer) => ({ ...one('certified'), job: answer })),
  {
    ...one('certified_under_watch', 'special_audit'),
    who: '980',
    speaker: { kind: 'no', phones },
    job: lower,
  },
];

const styles = readFileSync('app/ui/worker.css', 'utf8');
/** What stands around it: the head, the demonstration's line. */
const around = 1200;
const weightOf = (markup: string) => gzipSync(styles + markup).length + around;

describe.each(markLanguageCodes)('in %s', (language) => {
  const say = checkWords[language];

  test('all sixteen languages are on the first screen, each in its own script and direction', () => {
    const first = html(language);
    for (const code of markLanguageCodes) {
      const link = `href="/${code}/check" lang="${code}" hrefLang="${code}" dir="${directionOf(code)}"`;
      expect(first).toContain(link);
      expect(first).toContain(`>${markLanguages[code]}</a>`);
    }
    expect(first.match(/aria-current="page"/g)).toHaveLength(1);
    expect(textOf(first)).toContain(say.ask);
    expect(first.includes(say.unreviewed)).toBe(language !== 'en');
    expect(html(language, undefined, { reviewed: true })).not.toContain(say.unreviewed);
    expect(html(language, one('certified'), { reviewed: false })).toContain(say.unreviewed);
  });

  test.each(standings)('%s is said in a word, a colour and a shape', (status) => {
    const entry = entryOf(status);
    const page = html(language, one(status));
    const title = titleOf(say, entry.standing) ?? badge;
    expect(page).toMatch(/class="answer (?:certified|watch|suspended|withdrawn|applicant)"><svg/);
    expect(page.includes('"answer certified"')).toBe(status === 'certified');
    const text = textOf(page);
    expect(text).toContain(title);
    const [before = ''] = meaningOf(say, entry.standing)
      .split(/\{\w+\}/)
      .filter((part) => part.length > 6);
    expect(text).toContain(before);
    expect(text).toContain(say.promise);
    expect(text).toContain(counts(entry.standing) ? say.nowCertified : say.nowStop);
    expect(text).toContain('https://scheme.example/');
    expect(text).toContain('UTC');
  });

  test('a name nobody knows is answered in red, and asks for no name of a stranger', () => {
    const page = html(language, { found: { kind: 'none' } });
    expect(page).toContain('"answer suspended"');
    expect(page).not.toMatch(/"answer (?:certified|applicant)"|name="who"/);
    expect(textOf(page)).toContain(say.unknownTitle);
    expect(textOf(page)).toContain(say.nowStop);
  });

  test('several are told apart', () => {
    const entries = [entryOf('certified'), { ...entryOf('suspended'), registrationNumber: 'LRN00022603' }];
    const text = textOf(html(language, { found: { kind: 'several', entries } }));
    for (const part of ['Himal Gulf', '118/075', 'LRN00022603', say.whichOne, say.otherMany])
      expect(text).toContain(part);
  });

  test('a yes is green for a certified agency alone, a no shows its own numbers', () => {
    const told = (status: StandingStatus, speaker: Speaker) =>
      html(language, { ...one(status), who: '<b>980</b>', speaker });
    const [own, agent, no, none] = speakers.map((speaker) => told('suspended', speaker));
    expect(own).toContain('"answer applicant"');
    expect(own).not.toContain('"answer certified"');
    for (const status of standings)
      expect(told(status, { kind: 'own' }).match(/"answer certified"/g) ?? []).toHaveLength(
        status === 'certified' ? 2 : 0,
      );
    expect(textOf(agent ?? '')).toContain('Gandaki Placement, Pokhara');
    for (const yes of [own, agent]) expect(textOf(yes ?? '')).toContain(say.whoEven);
    expect(no).toContain('href="tel:+9779800000010" dir="ltr"');
    expect(no).not.toContain('<b>980');
    expect(none).not.toContain('tel:');
  });

  test('a job is asked of one agency, by its employer, and whatever else they know', () => {
    const page = html(language, one('suspended'));
    const required = (name: string) =>
      new RegExp(`<input[^>]* name="${name}"[^>]*>`).exec(page)?.[0].includes('required');
    expect(['employer', 'place', 'wage'].map(required)).toEqual([true, false, false]);
    for (const text of [say.jobTitle, say.jobHint]) expect(textOf(page)).toContain(text);
    expect(html(language, { found: { kind: 'none' } })).not.toContain('name="employer"');
  });

  test('a job is green where it is open, nothing differs and the agency is certified', () => {
    const greens = (status: StandingStatus, answer: JobAnswer) =>
      boxOf(html(language, { ...one(status), job: answer })).startsWith('"answer certified"');
    for (const status of standings)
      expect(jobs.map((answer) => greens(status, answer))).toEqual(
        jobs.map((_answer, place) => status === 'certified' && place === 0),
      );
  });

  test('an open job is told as it was published, with what agrees and what differs', () => {
    const text = (answer: JobAnswer) =>
      textOf(boxOf(html(language, { ...one('certified'), job: answer }))).replace(/[\u2066-\u2069]/g, '');
    const wage = say.wageMonth.replace('{amount}', 'QAR\u00a01,200.00');
    for (const part of [say.jobFound, 'JOB-000042', order.employer, 'النور', 'Doha', wage, say.jobSame])
      expect(text(job())).toContain(part);
    for (const part of [say.jobDiffers, wage, say.jobLower, say.jobSame]) expect(text(lower)).toContain(part);
    expect(text(job({ exact: false }))).toContain(say.jobLike);
    for (const open of [job(), lower]) {
      expect(text(open)).toContain(say.whoEven);
      expect(text(open)).not.toContain(say.jobShow);
    }
    for (const wagePeriod of wagePeriods) expect(text(job({}, { wagePeriod }))).toContain('1,200.00');
  });

  test.each([
    ['closed', job({}, { state: 'closed' }), 'watch', say.jobClosed],
    ['paused', job({}, { state: 'paused' }), 'suspended', say.jobPaused],
    ['withdrawn', job({}, { state: 'withdrawn' }), 'suspended', say.jobWithdrawn],
    ['not found', { kind: 'not_found' }, 'suspended', say.jobMissingTitle],
    ['of an agency that published none', { kind: 'none_published' }, 'watch', say.jobNoneTitle],
  ] as const)('a job that is %s never reads as safe', (_what, answer, look, title) => {
    const box = boxOf(html(language, { ...one('certified'), job: answer }));
    expect(box).toContain(`"answer ${look}"><svg`);
    expect(textOf(box)).toContain(title);
    expect(textOf(box).includes(say.jobShow)).toBe(answer.kind !== 'none_published');
    for (const good of [`<h2>${say.jobFound}<`, say.jobSame, say.whoEven, '✓'])
      expect(box).not.toContain(good);
    expect(box).not.toContain('<i>');
  });

  test('every category of the fee list has its words and its shape', () => {
    const lines = feeLines(say, paperWords[language]);
    expect(lines.flatMap(({ codes }) => codes).toSorted()).toEqual(Object.keys(feeCategories).toSorted());
    expect(new Set(lines.map(({ shape }) => shape)).size).toBe(lines.length);
    const page = html(language, one('certified'));
    for (const { text, shape } of lines) expect(page).toContain(`<path d="${shape}"></path></svg>${text}`);
    expect(textOf(page)).toContain(paperWords[language].passport);
  });

  test('every page is at most 14 kB over the wire, its styles within', () => {
    const spoken = { href: `/${language}/clips/certified_under_watch`, bytes: 299_999 };
    const pages = answers.map((asked) => html(language, asked, { reviewed: false, spoken }));
    expect(Math.max(...[html(language), ...pages].map(weightOf))).toBeLessThanOrEqual(14 * 1024);
  });

  test('nothing is loaded and nothing runs', () => {
    for (const asked of answers)
      expect(html(language, asked)).not.toMatch(/<script|<img|<link|\son\w+=|src=/);
  });

  test('where the register cannot be reached, nothing good is said', () => {
    const page = renderToStaticMarkup(<NoAnswer language={language} spoken={null} />);
    expect(textOf(page)).toContain(say.later);
    expect(page).not.toContain('"answer certified"');
  });

  test('the title says nothing of what was asked', () => {
    expect(titleIn(language)).toBe(`${say.check} · Fairroute`);
  });
});

test('days and numerals are those of the language, arrows and names those of its direction', () => {
  const certified = one('certified');
  expect(textOf(html('ne', certified))).toContain('२०२६ मार्च २');
  expect(textOf(html('my', certified))).toContain('၂၀၂၆');
  expect(textOf(html('bn', certified))).toContain('২ মার্চ, ২০২৬');
  expect(html('ar', certified)).toContain('→ ');
  expect(html('ur', certified)).toContain('<bdi>Himal &amp; Sons (Pvt.) Ltd.</bdi>');
  expect(html('th', certified)).toContain('← ');
});

test('a language is read of its address in any writing, English for one without words', () => {
  expect(['ne', 'NE', 'ne-NP', 'xx', '', undefined].map(languageAsked)).toEqual([
    ...['ne', 'ne', 'ne', 'en', 'en', 'en'],
  ]);
  expect(markLanguageCodes.filter((code) => directionOf(code) === 'rtl')).toEqual(['ur', 'ar']);
});

test('what differs is said part by part; a number without its money is not taken for the same', () => {
  const say = checkWords.en;
  const notes = (part: Partial<FoundJob>) => notesOf(say, job(part));
  const same = { mark: '✓', text: say.jobSame };
  expect(notes({})).toEqual({ employer: same, place: same, wage: same });
  expect(notes({ agrees: ['employer', 'wage'] })).toEqual({
    ...{ employer: same, place: undefined, wage: { mark: '?', text: say.jobSameNumber } },
  });
  expect(notes({ agrees: ['employer'], differs: [{ what: 'currency', asked: 'USD' }] }).wage?.text).toBe(
    say.jobOtherCurrency,
  );
  const higher = [{ what: 'place' as const }, { what: 'wage' as const, how: 'higher' as const, asked: 9000 }];
  const told = notes({ exact: false, agrees: ['employer'], differs: higher });
  expect(Object.values(told).map((note) => note?.text)).toEqual([
    ...[say.jobLike, say.jobOtherPlace, say.jobHigher],
  ]);
});

test('an open job of an agency whose certificate does not count is not open', () => {
  const outcomes = standings.map((status) => outcomeOf(entryOf(status).standing, job()));
  expect(outcomes.map((outcome) => outcome === 'same')).toEqual(
    standings.map((status) => counts(entryOf(status).standing)),
  );
  expect(new Set(outcomes)).toEqual(new Set(['same', 'paused']));
});
