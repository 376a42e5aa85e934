import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { addPolicyVersion } from '#app/features/mapping/policies/commands.server.ts';
import { versionForm, type VersionForm } from '#app/features/mapping/policies/forms.ts';
import { findPolicy } from '#app/features/mapping/policies/queries.server.ts';
import { refusalText } from '#app/features/mapping/policies/ui/words.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Add a version · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const { id, title, versions } = found(await findPolicy(scope, found(params['id'])));
  return { id, title, words: versions[0]?.words ?? '' };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  const { id } = found(await findPolicy(scope, found(params['id'])));
  const form = await readForm(request, versionForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await addPolicyVersion(scope, id, form.value), `/mapping/policies/${id}`, form.reply);
}

export default function AddVersion() {
  const { id, title, words } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<VersionForm>('version', { reply: answer?.reply, saved: { words } });
  return (
    <StepPage
      title="Add a version"
      lead="The versions before stay as they are, with what was found of them and who acknowledged them."
      place={{ to: `/mapping/policies/${id}`, label: 'The policy', eyebrow: title }}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Add it"
    >
      <TextArea field={fields.words} label="Text" hint="Plain text or Markdown" rows={20} />
    </StepPage>
  );
}
