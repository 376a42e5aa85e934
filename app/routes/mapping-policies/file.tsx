import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { EvidenceFile } from '#app/features/mapping/actions/ui/fields.tsx';
import { receiveShown } from '#app/features/mapping/papers/receive.server.ts';
import { keepPolicyFile } from '#app/features/mapping/policies/commands.server.ts';
import { fileForm } from '#app/features/mapping/policies/forms.ts';
import { findVersion } from '#app/features/mapping/policies/queries.server.ts';
import { refusalText } from '#app/features/mapping/policies/ui/words.ts';
import { theStorage } from '#app/platform/files/storage.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { refuse } from '#app/platform/result.ts';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'A file of a policy · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const version = found(await findVersion(scope, found(params['id']), found(params['version'])));
  return { id: version.id, number: version.number, title: version.title };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  const { id, number } = found(await findVersion(scope, found(params['id']), found(params['version'])));
  const received = await receiveShown({
    ...{ request, storage: theStorage(), schema: fileForm },
    take: async (_form, file) =>
      file ? keepPolicyFile(scope, { policyId: id, number }, file) : refuse('file_missing'),
  });
  if (!received.read) return badInput(received.reply);
  return answered(received.outcome, `/mapping/policies/${id}/${number}`, received.reply);
}

export default function PolicyFile() {
  const { id, number, title } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<{ file: string }>('file', { reply: answer?.reply });
  return (
    <StepPage
      title="Keep a file beside it"
      lead="Such as the signed PDF. It stays as you send it."
      place={{ to: `/mapping/policies/${id}/${number}`, label: `Version ${number}`, eyebrow: title }}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Keep it"
      encType="multipart/form-data"
    >
      <input type="hidden" name="sent" value="yes" readOnly />
      <EvidenceFile field={fields.file} />
    </StepPage>
  );
}
