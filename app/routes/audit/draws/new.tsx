import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { askForDraw } from '#app/features/audits/programme/draws/asked/commands.server.ts';
import { drawForm, type DrawForm } from '#app/features/audits/programme/draws/forms.ts';
import { listCandidates } from '#app/features/audits/programme/draws/queries.server.ts';
import { refusalText } from '#app/features/audits/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { badInput, refused } from '#app/platform/http.server.ts';
import { CheckboxField, NumberField, RadioGroup } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { GivenId } from '#app/ui/parts/given-id.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Draw certificates · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  return { ...(await listCandidates(scope)), id: crypto.randomUUID() };
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const form = await readForm(request, drawForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await askForDraw(scope, form.value);
  return outcome.ok
    ? redirect(`/scheme/audit-draws/${outcome.value.id}`)
    : refused(outcome.refusal, form.reply);
}

const measures = [
  { value: 'number', label: 'A number of certificates' },
  { value: 'share', label: 'A percentage of the certificates that stand' },
];

export default function NewDraw() {
  const { count, tied, id } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<DrawForm>('draw', { reply: answer?.reply });
  const blocked = tied ? 'tied_to_candidate' : count === 0 ? 'no_candidates' : undefined;
  return (
    <StepPage
      title="Draw certificates to be audited unannounced"
      lead={`${count === 1 ? '1 certificate stands' : `${count} certificates stand`} today and ${count === 1 ? 'is' : 'are'} not drawn already. A higher risk has more tickets: a low one, two for medium, three for high. Of each that is drawn a special audit is proposed, which an officer orders or not. Nobody tells the recruiters.`}
      place={{ to: '/scheme/audit-draws', label: 'Random draws' }}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button={blocked ? undefined : 'Draw now'}
      context={blocked ? <p>{refusalText(blocked)}</p> : undefined}
    >
      {blocked ? null : (
        <>
          <GivenId field={fields.id} fresh={id} spent={answer?.refusal === 'sent_before'} />
          <RadioGroup field={fields.measure} label="Draw" options={measures} />
          <NumberField field={fields.size} label="How many" />
          <CheckboxField
            field={fields.certain}
            label="Draw now, and let the draw stand as it falls"
            hint="A draw cannot be repeated, changed or taken back, and every draw stays on the list."
          />
        </>
      )}
    </StepPage>
  );
}
