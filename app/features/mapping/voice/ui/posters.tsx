import { dayInWords, dayOf } from '#app/platform/calendar.ts';
import { Button, ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { CheckboxGroup } from '#app/ui/fields.tsx';
import { PageForm, useFields, type FormAnswer } from '#app/ui/form.tsx';
import { Section } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/table.tsx';

import { markLanguageCodes, markLanguages, markLanguageOf } from '../../../register/marks/model.ts';
import type { PosterForm } from '../forms.ts';
import { codeInFours, mostLanguages, type Poster } from '../model.ts';

const namesOf = (codes: readonly string[]) =>
  codes.map((code) => markLanguages[markLanguageOf(code)]).join(', ');

/** The posters of a site, and a new one. */
export function Posters({ posters, answer }: { posters: readonly Poster[]; answer: FormAnswer }) {
  const [form, fields] = useFields<PosterForm>('poster', { reply: answer?.reply });
  return (
    <>
      <Section title="Posters" id="posters">
        <DataTable
          caption="The newest first"
          columns={[
            {
              key: 'number',
              header: 'Number',
              main: true,
              cell: ({ id, code }) => (
                <TextLink to={`/mapping/voice/posters/${id}`}>{codeInFours(code)}</TextLink>
              ),
            },
            { key: 'languages', header: 'Languages', cell: ({ languages }) => namesOf(languages) },
            { key: 'made', header: 'Made', cell: ({ madeAt }) => dayInWords(dayOf(new Date(madeAt))) },
            { key: 'end', header: 'In use', cell: (poster) => <Use poster={poster} /> },
          ]}
          rows={posters}
          empty={{
            title: 'No poster yet',
            text: 'Make one, and have it hung up where workers see it and nobody sees them.',
          }}
        />
      </Section>
      <Section title="Make a poster" id="make">
        <PageForm form={form} refusal={answer?.refusal}>
          <CheckboxGroup
            field={fields.languages}
            label="Languages"
            hint={`Up to ${mostLanguages}. Whoever scans it can choose any other.`}
            options={markLanguageCodes.map((value) => ({ value, label: markLanguages[value] }))}
          />
          <Button>Make the poster</Button>
        </PageForm>
      </Section>
    </>
  );
}

const Use = ({ poster: { id, code, endedAt } }: { poster: Poster }) =>
  endedAt ? (
    `Ended ${dayInWords(dayOf(new Date(endedAt)))}`
  ) : (
    <ButtonLink
      to={`/mapping/voice/posters/${id}/end`}
      kind="secondary"
      size="small"
      aria-label={`End the poster ${codeInFours(code)}`}
    >
      End
    </ButtonLink>
  );
