import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';

import { spokenAnswers } from '../model.ts';
import { ClipForm } from './clip-form.tsx';
import { RecordingTable } from './recording-table.tsx';
import { SpokenTable } from './spoken-table.tsx';
import { answerNames, refusalText } from './words.ts';

const hash = 'a'.repeat(32);

test('size and kinds are said before the choice, and what is read is beside it', () => {
  const page = renderToStaticMarkup(
    <ClipForm language="ur" lines={['پہلی', 'دوسری']} hash={hash} there={false} />,
  );
  expect(page.indexOf('at most 300 kB')).toBeLessThan(page.indexOf('type="file"'));
  expect(page).toContain('mp3, ogg (opus), m4a or aac');
  expect(page).toContain('lang="ur" dir="rtl"');
  expect(page).toContain(`name="text" value="${hash}"`);
  expect(page).toContain('encType="multipart/form-data"');
});

test('every answer leads to its recording and says how it stands', () => {
  const answers = spokenAnswers.map((answer, place) => ({
    ...{ answer, lines: ['First', 'Second'], bytes: place === 0 ? 45_000 : null },
    standing: place === 0 ? ('heard' as const) : ('stale' as const),
  }));
  const page = renderToStaticMarkup(<SpokenTable language="ne" answers={answers} />);
  for (const answer of spokenAnswers) {
    expect(page).toContain(`href="/scheme/languages/ne/clips/${answer}"`);
    expect(page).toContain(answerNames[answer]);
  }
  expect(page).toContain('Hidden: its text has changed');
  expect(page).toContain('1 of 10 are heard');
});

test('a recording says who sent and ended it, and is fetched only once it was looked at', () => {
  const recording = {
    ...{ filename: 'clip.mp3', bytes: 45_000, textHash: hash, uploadedAt: '2026-03-01T09:00:00.000Z' },
    ...{ uploadedBy: 'Asha', endedAt: null, endedBecause: null, endedBy: null },
  };
  const ended = { endedAt: '2026-03-02T09:00:00.000Z', endedBecause: 'replaced', endedBy: 'Bina' };
  const page = renderToStaticMarkup(
    <RecordingTable
      hash={hash}
      recordings={[
        { ...recording, id: 'one', scan: 'quarantined' },
        { ...recording, ...ended, id: 'two', scan: 'clean', textHash: 'b'.repeat(32) },
      ]}
    />,
  );
  expect(page).not.toContain('/files/clips/one');
  expect(page).toContain('/files/clips/two');
  expect(page).toMatch(/Replaced, 2 March 2026[^<]* by Bina/);
  expect(page).toContain('An older text');
});

test('a refusal says what was not stored, and what to do', () => {
  for (const problem of ['file_type_refused', 'file_too_large', 'file_unreadable', 'text_changed'])
    expect(refusalText(problem)).toContain('Nothing was stored');
  expect(refusalText('anything else')).toContain('Open the page again');
});
