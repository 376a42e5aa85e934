import { createElement } from 'react';

import type { MarkLanguage } from '../../../register/marks/model.ts';
import type { Spoken } from '../model.ts';
import { checkWords } from '../words/check-words.ts';

/** An answer read aloud, fetched only when somebody wants it; a plain link, for phones whose browser plays nothing in a page. */
export function Listen({ language, spoken }: { language: MarkLanguage; spoken: Spoken | null }) {
  if (!spoken) return null;
  const { listen } = checkWords[language];
  return (
    <p>
      <a href={spoken.href}>{listen}</a> <small>({sizeIn(language, spoken.bytes)})</small>
      <Player src={spoken.href} label={listen} />
    </p>
  );
}

/** No captions are fetched for it: every word of it stands on the page. */
const Player = ({ src, label }: { src: string; label: string }) =>
  createElement('audio', { src, controls: true, preload: 'none', 'aria-label': label });

/** "45 kB", in the numerals and the unit of the language; never less than it is. */
const sizeIn = (language: MarkLanguage, bytes: number) =>
  new Intl.NumberFormat(language, { style: 'unit', unit: 'kilobyte' }).format(Math.ceil(bytes / 1000));
