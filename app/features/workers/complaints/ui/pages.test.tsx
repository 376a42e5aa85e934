import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';

import { markLanguageCodes } from '../../../register/marks/model.ts';
import { complaintSections, complaintStates } from '../model.ts';
import { asShown } from '../queries.server.ts';
import { isWrittenSection } from '../forms.ts';
import { complaintWords } from '../words/complaint-words.ts';
import { CasePage, LeftPage } from './case-page.tsx';
import type { Problem } from './parts.tsx';
import { ReportPage, ReturnPage, SentPage } from './report-page.tsx';
import { FilesPage, SectionPage } from './section-page.tsx';

const styles = readFileSync('app/ui/worker.css', 'utf8');
const most = 14 * 1024;
/** As long as a sealed visit is. */
const visit = 'a'.repeat(260);

/** The page with the styles that stand in it, as it comes over the line. */
const weigh = (page: ReactElement) => gzipSync(styles + renderToStaticMarkup(page)).length;

const messages = Array.from({ length: 30 }, (_, at) => ({
  ...{ by: at % 2 ? ('caseworker' as const) : ('reporter' as const), at: '2026-03-01T09:00:00.000Z' },
  text: `${at} ${'They say that it was agreed and that nobody is to pay. '.repeat(4)}`,
}));

describe.each(markLanguageCodes)('in %s', (language) => {
  const frame = { language, reviewed: false };
  const words = complaintWords[language];

  test('every page is light, also in the middle of a long conversation', () => {
    const pages: ReactElement[] = [
      <ReportPage key="report" {...frame} id="6f9619ff-8b86-4011-b42d-00c04fc964ff" />,
      <SentPage key="sent" {...frame} number="1234-5678" passphrase="1234567812345678" />,
      <ReturnPage key="return" {...frame} />,
      <LeftPage key="left" {...frame} />,
      <FilesPage key="files" {...{ ...frame, visit, count: 3, photo: '10 MB', voice: '10 MB' }} />,
      ...complaintSections
        .filter(isWrittenSection)
        .map((section) => (
          <SectionPage key={section} {...{ ...frame, visit, shown: asShown(section, undefined) }} />
        )),
      ...complaintStates.map((state) => (
        <CasePage
          key={state}
          {...{ ...frame, visit, saved: true }}
          shown={{
            ...{ number: '1234-5678', state, dueAt: '2026-03-08T23:59:59.000Z', messages },
            ...{ told: [...complaintSections], mayWithdraw: true, mayAppeal: true },
          }}
        />
      )),
    ];
    expect(Math.max(...pages.map(weigh))).toBeLessThanOrEqual(most);
  });

  test('what could not be saved is said above the words, which are still there', () => {
    const typed = { happened: 'They took my passport', whom: 'Somebody', danger: 'yes', child: 'on' };
    const said: [Problem, string][] = [
      ['not_saved', words.notSaved],
      ['busy', words.busy],
      ['too_long', words.tooLong],
      ['sent_before', words.sentBefore],
    ];
    for (const [problem, text] of said) {
      const page = renderToStaticMarkup(<ReportPage {...{ ...frame, id: 'x', typed, problem }} />);
      expect(page).toContain(`>${text.replaceAll("'", '&#x27;')}<`);
      expect(page).toContain('They took my passport</textarea>');
      expect(page).not.toContain(words.sentTitle);
    }
  });

  test('nothing in braces is left', () => {
    const page = renderToStaticMarkup(
      <>
        <FilesPage {...{ ...frame, visit, count: 3, photo: '10 MB', voice: '10 MB' }} />
        <CasePage
          {...{ ...frame, visit, saved: false }}
          shown={{
            ...{ number: '1234-5678', state: 'received', dueAt: '2026-03-08T23:59:59.000Z', messages: [] },
            ...{ told: [], mayWithdraw: true, mayAppeal: false },
          }}
        />
      </>,
    );
    expect(page).not.toMatch(/\{\w+\}/);
    expect(page).toContain('10 MB');
  });
});
