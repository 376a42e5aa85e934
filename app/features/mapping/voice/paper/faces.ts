import type { Questionnaire } from '#app/questionnaire/definition.ts';
import { inLanguage } from '#app/questionnaire/words.ts';

import { markLanguageOf, type MarkLanguage } from '../../../register/marks/model.ts';
import { posterPath } from '../model.ts';
import { voiceWords } from '../words/words.ts';

export type Printed = {
  code: string;
  languages: readonly string[];
  site: string;
  company: string;
  origin: string;
};

/** What a poster says in one of its languages. */
export type Face = {
  language: MarkLanguage;
  title: string;
  tell: string;
  who: string;
  scan: string;
  /** Behind the code to scan, and as it is typed beside the number. */
  address: string;
  typed: string;
  promises: string[];
};

export const facesOf = ({ code, languages, site, company, origin }: Printed, questionnaire: Questionnaire) =>
  languages.map((each): Face => {
    const language = markLanguageOf(each);
    const { tell, who, scan, lead, together, alone } = voiceWords[language];
    return {
      ...{ language, tell, scan, title: inLanguage(questionnaire.title, language) },
      who: who.replace('{company}', () => company).replace('{site}', () => site),
      address: `${origin}${posterPath(language, code)}`,
      typed: `${origin}/${language}/voice`.replace(/^https?:\/\//, ''),
      promises: [lead, together, alone],
    };
  });
