import type { ReactNode } from 'react';

import { directionOfLanguage } from '#app/platform/pdf/words.ts';

import { markLanguageCodes, markLanguages, type MarkLanguage } from '../../../register/marks/model.ts';
import { voiceWords } from '../words/words.ts';

type Page = { language: MarkLanguage; reviewed: boolean; children: ReactNode };

/** Around every page of the questions: the way out at the top, and whether a reader has reviewed its words. */
export function VoiceFrame({ language, reviewed, children }: Page) {
  const words = voiceWords[language];
  return (
    <>
      <header>
        <a href={`/${language}/check`}>Fairroute</a>
        <a href="https://www.wikipedia.org/" rel="noreferrer">
          {words.leave}
        </a>
      </header>
      <main id="main">
        {children}
        {reviewed ? null : <small className="unreviewed">{words.unreviewed}</small>}
      </main>
    </>
  );
}

/** All languages at once, each named in itself. */
export const VoiceLanguages = ({ language, path }: { language: MarkLanguage; path: string }) => (
  <nav className="languages" aria-label={voiceWords[language].languages}>
    {markLanguageCodes.map((code) => (
      <a
        key={code}
        href={`/${code}/${path}`}
        {...{ lang: code, hrefLang: code, dir: directionOfLanguage(code) }}
        aria-current={code === language ? 'page' : undefined}
      >
        {markLanguages[code]}
      </a>
    ))}
  </nav>
);
