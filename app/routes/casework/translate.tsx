import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findOpenCase } from '#app/features/workers/casework/case.server.ts';
import { writeTranslation } from '#app/features/workers/casework/commands/write.server.ts';
import { translationForm } from '#app/features/workers/casework/forms.ts';
import { openEntry, textOf } from '#app/features/workers/casework/reading.server.ts';
import { sectionLines } from '#app/features/workers/casework/section-lines.ts';
import { Written } from '#app/features/workers/casework/ui/pieces.tsx';
import { refusalText } from '#app/features/workers/casework/ui/words.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { Card, Summary } from '#app/ui/page.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Translate · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'caseworker');
  const { id, number, language } = found(await findOpenCase(scope, params['number']));
  const entry = found(await openEntry(scope, id, found(params['entryId'])));
  const lines = entry.kind === 'section' ? sectionLines(entry.said) : [];
  return { number, language, text: textOf(entry), lines };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'caseworker');
  const { id, number } = found(await findOpenCase(scope, params['number']));
  const form = await readForm(request, translationForm);
  if (!form.ok) return badInput(form.reply);
  const translation = { ofEntry: found(params['entryId']), text: form.value.text };
  return answered(await writeTranslation(scope, id, translation), `/casework/${number}`, form.reply);
}

export default function Translate() {
  const { number, language, text, lines } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<{ text: string }>('translation', { reply: answer?.reply });
  return (
    <StepPage
      title="Translate"
      place={{ to: `/casework/${number}`, label: `Case ${number}` }}
      lead="What it says, as close as you can. It stands beside the original, which stays as it is. Put it into no translation service: whoever runs one would read it."
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Keep the translation"
      context={
        <Card title="What was written">
          {lines.length > 0 ? <Summary items={lines} /> : <Written text={text} lang={language} />}
        </Card>
      }
    >
      <TextArea field={fields.text} label="In English" rows={10} lang="en" />
    </StepPage>
  );
}
