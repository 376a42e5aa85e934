import { bytesInWords } from '#app/platform/files/documents.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { DataTable } from '#app/ui/table.tsx';

import type { MarkLanguage } from '../../../register/marks/model.ts';
import { directionOf } from '../../languages.ts';
import type { ClipStanding, SpokenAnswer } from '../model.ts';
import { ClipTag } from './clip-tag.tsx';
import { answerNames } from './words.ts';

type Row = { answer: SpokenAnswer; lines: readonly string[]; standing: ClipStanding; bytes: number | null };

/** The answers of the check in one language, and which of them are heard. */
export const SpokenTable = ({ language, answers }: { language: MarkLanguage; answers: readonly Row[] }) => (
  <DataTable
    caption={`${answers.filter(({ standing }) => standing === 'heard').length} of ${answers.length} are heard`}
    columns={[
      {
        ...{ key: 'answer', header: 'Answer', main: true },
        cell: ({ answer }) => (
          <TextLink to={`/scheme/languages/${language}/clips/${answer}`}>{answerNames[answer]}</TextLink>
        ),
      },
      {
        ...{ key: 'text', header: 'Begins' },
        cell: ({ lines }) => (
          <span lang={language} dir={directionOf(language)}>
            {lines[0]}
          </span>
        ),
      },
      { key: 'standing', header: 'Standing', cell: ({ standing }) => <ClipTag standing={standing} /> },
      {
        ...{ key: 'size', header: 'Size', align: 'end' },
        cell: ({ bytes }) => (bytes === null ? '–' : bytesInWords(bytes)),
      },
    ]}
    rows={answers}
    empty={{ title: 'No answers', text: 'The answers of the check stand here.' }}
  />
);
