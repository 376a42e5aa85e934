import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { draftOfFile } from '#app/features/mapping/questionnaires/import.server.ts';
import { allQuestionnaireNames, questionnaireNames } from '#app/features/mapping/questionnaires/model.ts';
import { Faults } from '#app/features/mapping/questionnaires/ui/faults.tsx';
import { fileRefusalText } from '#app/features/mapping/questionnaires/ui/words.ts';
import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import { FileField, queryField, SelectField } from '#app/ui/fields.tsx';
import { Refusal } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Take a file · Questionnaires · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, 'officer');
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const outcome = await draftOfFile(scope, request);
  if (outcome.ok) return redirect(`/scheme/questionnaires/drafts/${outcome.value.id}`);
  const { refusal, problems = [] } = outcome;
  return data({ refusal, problems }, 400);
}

export default function Import() {
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title="Take a file"
        back={{ to: '/scheme/questionnaires', label: 'Questionnaires' }}
        lead="A whole questionnaire becomes a draft of the next version. Whatever is wrong with the file is listed by sheet, row and column, and nothing is half taken."
      />
      {answer ? <Refusal>{fileRefusalText(answer.refusal)}</Refusal> : null}
      <Faults faults={answer?.problems ?? []} title="What is wrong with the file" />
      <form method="post" encType="multipart/form-data" className="flex flex-col items-start gap-6">
        <SelectField
          field={queryField('name', undefined)}
          label="Which questionnaire it is the next version of"
          options={allQuestionnaireNames.map((value) => ({ value, label: questionnaireNames[value] }))}
        />
        <FileField
          field={queryField('file', undefined)}
          label="File"
          hint="XLSForm (.xlsx) or a definition as JSON, up to 10 MB"
          accept=".xlsx,.json,application/json"
        />
        <Actions>
          <Button>Make a draft of it</Button>
          <ButtonLink to="/scheme/questionnaires" kind="secondary">
            Not now
          </ButtonLink>
        </Actions>
      </form>
    </>
  );
}
