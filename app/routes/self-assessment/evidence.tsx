import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { attachEvidence, findEvidence } from '#app/features/self-assessment/evidence.server.ts';
import { evidenceForm, type EvidenceForm } from '#app/features/self-assessment/forms.ts';
import { refusalText } from '#app/features/self-assessment/ui/refusals.ts';
import { dayInWords, dayOf } from '#app/platform/calendar.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import { EmptyState } from '#app/ui/empty.tsx';
import { CheckboxGroup } from '#app/ui/fields.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Evidence for ${data?.indicator.code ?? 'an indicator'} · Self-assessment · Fairroute` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  return found(await findEvidence(scope, found(params['attempt']), found(params['code'])));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const [attempt, code] = [found(params['attempt']), found(params['code'])];
  found(await findEvidence(scope, attempt, code));
  const form = await readForm(request, evidenceForm);
  if (!form.ok) return badInput(form.reply);
  const criterion = code.split('.').slice(0, 2).join('.');
  const next = `/self-assessment/${attempt}/criteria/${criterion}`;
  return answered(await attachEvidence(scope, attempt, code, form.value), next, form.reply);
}

export default function Evidence() {
  const { attempt, completedAt, indicator, documents } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refusal = answer?.refusal;
  const [form, fields] = useFields<EvidenceForm>('evidence', {
    reply: answer?.reply,
    saved: { documents: documents.filter(({ attachedAt }) => attachedAt !== null).map(({ id }) => id) },
  });
  const back = `/self-assessment/${attempt}/criteria/${indicator.criterionCode}`;
  return (
    <>
      <PageHeader
        title={`Evidence for ${indicator.code}`}
        back={{ to: back, label: `Criterion ${indicator.criterionCode}` }}
        lead={indicator.requirement}
      />
      {completedAt ? (
        <p>{refusalText('already_completed')}</p>
      ) : documents.length === 0 ? (
        <EmptyState
          title="No documents yet"
          action={<ButtonLink to="/documents/new">Add a document</ButtonLink>}
        >
          Your agency’s documents stand here to choose from.
        </EmptyState>
      ) : (
        <PageForm form={form} refusal={refusal && refusalText(refusal)}>
          <input type="hidden" name={fields.sent.name} value="yes" />
          <CheckboxGroup
            field={fields.documents}
            label="Documents that show it"
            options={documents.map(({ id, title, addedAt }) => ({
              value: id,
              label: title,
              hint: `Added ${dayInWords(dayOf(new Date(addedAt)))}`,
            }))}
          />
          <Actions>
            <Button>Save</Button>
            <ButtonLink to="/documents/new" kind="secondary">
              Add a document
            </ButtonLink>
          </Actions>
        </PageForm>
      )}
    </>
  );
}
