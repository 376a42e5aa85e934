import { render } from '@react-email/render';
import { describe, expect, test } from 'vitest';

import type { Email } from './frame.tsx';

/** `says`: words without which the mail would not tell what it is for. */
export type Case = { email: Email; says: string[] };

/** Lines of plain text break anywhere; sentences are compared without that. */
const flowing = (text: string) => text.replace(/\s+/g, ' ');

/** What every mail of the house does; `link` is where each of them leads. */
export const describeMails = (mails: Record<string, Case>, link: string) =>
  describe.each(Object.entries(mails))('%s', (_, { email, says }) => {
    test('has a subject that fits a phone', () => {
      expect(email.subject).not.toBe('');
      expect(email.subject.length).toBeLessThanOrEqual(78);
    });

    test('names its language, its next step and why it came, as HTML', async () => {
      const html = await render(email.body);
      expect(html).toMatch(/<html[^>]* lang="en"/);
      expect(html).toContain(`href="${link}"`);
      expect(html).toContain('You get this because');
    });

    test('says the same in plain text', async () => {
      const text = flowing(await render(email.body, { plainText: true }));
      for (const words of [...says, link, 'You get this because']) expect(text).toContain(words);
      expect(text).not.toMatch(/undefined|null|\[object/);
    });
  });
