import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findFinding } from '#app/features/audits/findings/record.server.ts';
import { refusalText } from '#app/features/audits/findings/ui/refusals.ts';
import { confirmRemedy } from '#app/features/audits/remedy/commands/confirm-remedy.server.ts';
import { confirmForm, type ConfirmForm } from '#app/features/audits/remedy/forms.ts';
import { findRemedy } from '#app/features/audits/remedy/queries.server.ts';
import { leastAsked, peopleOf } from '#app/features/audits/remedy/rules.ts';
import { placeOfRemedy } from '#app/features/audits/remedy/ui/place.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { NumberField, TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { GivenId } from '#app/ui/parts/given-id.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Record what workers say · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const { finding } = found(await findFinding(scope, found(params['id'])));
  const remedy = await findRemedy(scope.db, finding.id);
  const least = Math.max(1, leastAsked(peopleOf(remedy?.entries ?? []).affected));
  return { finding, least, id: crypto.randomUUID() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const { id } = found(await findFinding(scope, found(params['id']))).finding;
  const form = await readForm(request, confirmForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await confirmRemedy(scope, id, form.value), `/findings/${id}/remedy`, form.reply);
}

export default function Page() {
  const { finding, least, id } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<ConfirmForm>('confirm', { reply: answer?.reply });
  return (
    <StepPage
      title="Record what workers say"
      lead={`Ask ${least} workers at least, alone, whether what was recorded reached them. When all is repaid and everybody asked confirms, the remedy is complete and nothing is added to it any more.`}
      place={placeOfRemedy(finding)}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Record it"
    >
      <GivenId field={fields.id} fresh={id} spent={answer?.refusal === 'sent_before'} />
      <NumberField field={fields.asked} label="Workers asked" />
      <NumberField field={fields.confirmed} label="Workers who confirm" />
      <TextArea
        field={fields.note}
        label="How they were asked"
        hint="Place, interviews by their keys. No names of workers."
      />
    </StepPage>
  );
}
