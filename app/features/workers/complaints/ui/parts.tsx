import type { ReactNode } from 'react';

import { markLanguageCodes, markLanguages, type MarkLanguage } from '../../../register/marks/model.ts';
import { directionOf } from '../../languages.ts';
import { complaintWords } from '../words/complaint-words.ts';
import type { ComplaintWords } from '../words/model.ts';

export type Problem =
  'empty' | 'too_long' | 'busy' | 'not_saved' | 'sent_before' | 'wrong' | 'expired' | FileProblem;
export type FileProblem = 'file_too_large' | 'file_type' | 'file_broken' | 'files_full';

const said: Record<Problem, keyof ComplaintWords> = {
  empty: 'empty',
  too_long: 'tooLong',
  busy: 'busy',
  not_saved: 'notSaved',
  sent_before: 'sentBefore',
  wrong: 'wrong',
  expired: 'expired',
  file_too_large: 'fileTooLarge',
  file_type: 'fileType',
  file_broken: 'fileBroken',
  files_full: 'filesFull',
};

const isWords = (words: unknown): words is string => typeof words === 'string';

/** What went wrong, in the language of the page, before everything else. */
export function ProblemSaid({ language, problem }: { language: MarkLanguage; problem: Problem | undefined }) {
  if (!problem) return null;
  const words = complaintWords[language];
  const text = words[said[problem]];
  return (
    <div className="answer suspended" role="alert" id="problem">
      {problem === 'not_saved' ? <h2>{words.notSavedTitle}</h2> : null}
      <p>{isWords(text) ? text : null}</p>
    </div>
  );
}

type Page = { language: MarkLanguage; reviewed: boolean; children: ReactNode };

/** Around every page of a complaint: the way out at the top, and whether a reader has reviewed its words. */
export function ReportFrame({ language, reviewed, children }: Page) {
  const words = complaintWords[language];
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
export const ReportLanguages = ({ language, path }: { language: MarkLanguage; path: string }) => (
  <nav className="languages" aria-label={complaintWords[language].languages}>
    {markLanguageCodes.map((code) => (
      <a
        key={code}
        href={`/${code}/${path}`}
        {...{ lang: code, hrefLang: code, dir: directionOf(code) }}
        aria-current={code === language ? 'page' : undefined}
      >
        {markLanguages[code]}
      </a>
    ))}
  </nav>
);

type Named = { name: string; label: string; hint?: string | undefined };

/** A long text; what was typed comes back with the page. */
export const LongText = ({
  name,
  label,
  hint,
  said = '',
  problem,
}: Named & { said?: string; problem?: boolean }) => (
  <>
    <label htmlFor={name}>{label}</label>
    {hint ? <small id={`${name}-hint`}>{hint}</small> : null}
    <textarea
      {...{ id: name, name, rows: 6, dir: 'auto', maxLength: 8000, required: true, autoComplete: 'off' }}
      aria-describedby={hint ? `${name}-hint` : undefined}
      aria-invalid={problem ? true : undefined}
      defaultValue={said}
    />
  </>
);

export const ShortText = ({ name, label, hint, said = '' }: Named & { said?: string | undefined }) => (
  <>
    <label htmlFor={name}>{label}</label>
    {hint ? <small id={`${name}-hint`}>{hint}</small> : null}
    <input
      {...{ id: name, name, dir: 'auto', maxLength: 300, autoComplete: 'off' }}
      aria-describedby={hint ? `${name}-hint` : undefined}
      defaultValue={said}
    />
  </>
);

type Choices = {
  name: string;
  label: string;
  choices: readonly (readonly [code: string, label: string])[];
  said: readonly string[];
  many?: boolean;
};

/** One of several, or as many as fit, each large enough for a thumb. */
export const ChoiceList = ({ name, label, choices, said, many = false }: Choices) => (
  <fieldset>
    <legend>{label}</legend>
    {choices.map(([code, text]) => (
      <label className="choice" key={code}>
        <input
          {...{ type: many ? 'checkbox' : 'radio', name, value: code }}
          defaultChecked={said.includes(code)}
        />
        {text}
      </label>
    ))}
  </fieldset>
);
