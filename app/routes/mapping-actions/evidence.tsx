import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { addEvidence } from '#app/features/mapping/actions/commands.server.ts';
import { evidenceForm } from '#app/features/mapping/actions/forms.ts';
import { findAction } from '#app/features/mapping/actions/queries.server.ts';
import { EvidenceFile } from '#app/features/mapping/actions/ui/fields.tsx';
import { refusalText } from '#app/features/mapping/actions/ui/words.ts';
import { receiveShown } from '#app/features/mapping/papers/receive.server.ts';
import { theStorage } from '#app/platform/files/storage.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Add evidence · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const { id, what } = found(await findAction(scope, found(params['id'])));
  return { id, what };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  const { id } = found(await findAction(scope, found(params['id'])));
  const received = await receiveShown({
    ...{ request, storage: theStorage(), schema: evidenceForm },
    take: (form, file) => addEvidence(scope, id, form, file),
  });
  if (!received.read) return badInput(received.reply);
  return answered(received.outcome, `/mapping/actions/${id}`, received.reply);
}

export default function Evidence() {
  const { id, what } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<{ note: string; file: string }>('evidence', { reply: answer?.reply });
  return (
    <StepPage
      title="Add evidence"
      lead="What shows how far this action is. It stays as you send it."
      place={{ to: `/mapping/actions/${id}`, label: 'The action', eyebrow: what }}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Add it"
      encType="multipart/form-data"
    >
      <TextArea field={fields.note} label="What it shows" hint="No names of workers" />
      <EvidenceFile field={fields.file} />
    </StepPage>
  );
}
