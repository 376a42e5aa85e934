import { render } from '@react-email/render';
import { describe, expect, test } from 'vitest';

import { dayIn, daysAheadIn, languages } from '../language.ts';
import { certificateMail } from './certificate-mail.tsx';
import { lateFindingAnnounced } from './late-finding-announced.tsx';
import { states } from './states.ts';
import { words } from './words.ts';
import { kinds } from './words/kinds.ts';
import { lateWords } from './words/late.ts';

const link = 'https://fairroute.example/certificate';
const facts = {
  ...{ number: 'ERC-2026-00001', ahead: 30, place: 'Our website', body: 'Lantern Audits', link },
  days: { since: '2026-08-21', day: '2026-12-16', due: '2026-12-16', until: '2026-12-16' },
  ...{ reason: 'fees_charged', said: ['The licence ended in July.'] },
};
const flowing = (text: string) => text.replace(/\s+/g, ' ');

describe.each(languages)('in %s', (language) => {
  test.each(kinds)('%s says everything, and nothing is missing', async (kind) => {
    for (const open of [true, false]) {
      const email = certificateMail(kind, language, { ...facts, open });
      const html = await render(email.body);
      const text = flowing(await render(email.body, { plainText: true }));
      expect(html).toMatch(
        new RegExp(`<html[^>]* dir="${language === 'ar' ? 'rtl' : 'ltr'}"[^>]* lang="${language}"`),
      );
      expect(email.subject.length).toBeLessThanOrEqual(78);
      expect(`${email.subject} ${text}`).not.toMatch(/[{}]|undefined|null|\[object/);
      expect(text).toContain(link);
      expect(text).toContain('The licence ended in July.');
      if (language !== 'en') expect(email.subject).toContain('ERC-2026-00001');
    }
  });

  test.each(kinds)('%s: in words of its own, not English ones', async (kind) => {
    if (language === 'en') return;
    const own = flowing(await render(certificateMail(kind, language, facts).body, { plainText: true }));
    expect(own).not.toContain('You get this because');
    for (const line of words.en.mails[kind].text) expect(own).not.toContain(line.slice(0, 24));
  });

  test('a late finding is announced with all that is owed for it, and with all it can bring', async () => {
    const late = { number: 'ERC-2026-00001', finding: 'AUD-00012/3', due: '2026-12-15', day: '2026-12-16' };
    const { subjects, tasks } = lateWords[language];
    for (const change of ['suspension', 'suspension_goes_on', 'withdrawal'] as const)
      for (const owed of [
        'containment',
        'plan',
        'new_plan',
        'evidence',
        'new_evidence',
        'repayment',
      ] as const) {
        const { subject, body } = lateFindingAnnounced(language, {
          ...{
            ...late,
            change,
            owed,
            days: 30,
            extendable: owed === 'plan',
            late: owed !== 'evidence',
            link,
          },
        });
        const text = flowing(await render(body, { plainText: true }));
        expect(subject.length).toBeLessThanOrEqual(78);
        expect(subject).toContain('ERC-2026-00001');
        for (const part of ['AUD-00012/3', tasks[owed], dayIn(language, late.due), dayIn(language, late.day)])
          expect(text).toContain(part);
        expect(`${subject} ${text}`).not.toMatch(/[{}]|undefined|null/);
        if (language !== 'en') expect(subjects[change]).not.toBe(lateWords.en.subjects[change]);
      }
  });

  test('reasons are named, and the status is the one its paper says', async () => {
    const text = async (kind: 'suspended' | 'watched' | 'withdrawn') =>
      flowing(await render(certificateMail(kind, language, facts).body, { plainText: true }));
    expect(await text('suspended')).toContain(states[language].suspended);
    expect(await text('watched')).toContain(states[language].active_under_watch);
    expect(await text('withdrawn')).toContain(states[language].withdrawn);
    if (language !== 'en') expect(await text('suspended')).not.toContain('Workers were charged fees');
    expect(await text('suspended')).toContain(dayIn(language, '2026-08-21'));
    expect(daysAheadIn(language, 30)).toMatch(/30|३०|৩০|٣٠/);
  });
});

test('an appeal is offered where there is one, and the subject of English mails has its own words', async () => {
  const text = async (open: boolean) =>
    flowing(await render(certificateMail('withdrawn', 'fr', { ...facts, open }).body, { plainText: true }));
  expect(await text(true)).toContain('faire appel jusqu’au 16 décembre 2026');
  expect(await text(false)).not.toContain('faire appel');
  expect(certificateMail('suspended', 'xx', facts).subject).toBe(
    'Certificate ERC-2026-00001 is suspended since 21 August 2026',
  );
});
