import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';

import { questionnaireShape } from '#app/questionnaire/shape.ts';
import worker from '#db/reference/questionnaires/mapping-worker-1.json' with { type: 'json' };

import { markLanguageCodes } from '../../../register/marks/model.ts';
import { askingView } from '../asking-view.ts';
import { pagesOf } from '../taking.ts';
import { voiceWords } from '../words/words.ts';
import { AskingPage } from './asking-page.tsx';
import { CodePage, ThanksPage } from './code-page.tsx';

const questionnaire = questionnaireShape.parse(worker);
const styles = readFileSync('app/ui/worker.css', 'utf8');
const most = 14 * 1024;
const code = '123456789012';
const typed = { w_origin: ['NP'], w_paid_for: ['COST_MEDICAL', 'COST_VISA'], w_tiers: ['many'] };
const pages = pagesOf(questionnaire).map((_, page) => page);

describe.each(markLanguageCodes)('in %s', (language) => {
  const viewOf = (page: number) =>
    askingView(questionnaire, {
      ...{ id: '6f9619ff-8b86-4011-b42d-00c04fc964ff', page, typed, language, today: '2026-03-01' },
      problems: { w_tiers: 'in digits' },
    });
  const shown = (page: number) =>
    renderToStaticMarkup(<AskingPage {...{ language, reviewed: false, code, asked: viewOf(page) }} />);

  test('every page is light, and runs no script', () => {
    for (const page of pages) {
      expect(gzipSync(styles + shown(page)).length).toBeLessThanOrEqual(most);
      expect(shown(page)).not.toMatch(/<script|onclick|cookie/i);
    }
  });

  test('what was answered goes along once: in a field of its page, hidden on every other', () => {
    for (const page of pages) {
      const here = viewOf(page).questions.map(({ name }) => name);
      const along = viewOf(page).along.map(([name]) => name);
      expect(along.filter((name) => here.includes(name))).toEqual([]);
      expect([...along, ...here]).toEqual(expect.arrayContaining(Object.keys(typed)));
    }
    expect(shown(1)).toContain('type="hidden" name="w_origin" value="NP"');
  });

  test('says what is kept, what is wrong, and that it is done', () => {
    const words = voiceWords[language];
    expect(shown(0)).toContain('in digits');
    expect(viewOf(0)).toMatchObject({ spoken: language, pages: pages.length });
    expect(renderToStaticMarkup(<ThanksPage language={language} reviewed={false} />)).toContain(
      words.unreviewed,
    );
    expect(renderToStaticMarkup(<CodePage {...{ language, reviewed: true }} wrong />)).not.toContain(
      words.unreviewed,
    );
  });
});
