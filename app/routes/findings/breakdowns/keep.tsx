import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { keepMinors } from '#app/features/audits/findings/breakdowns/commands.server.ts';
import { keepForm, type KeepForm } from '#app/features/audits/findings/breakdowns/forms.ts';
import { findAnswerable } from '#app/features/audits/findings/breakdowns/queries.server.ts';
import { SaidOfMinors } from '#app/features/audits/findings/breakdowns/ui/breakdowns.tsx';
import { refusalText } from '#app/features/audits/findings/ui/refusals.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { placeOfAudit } from '#app/features/audits/ui/place.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import type { Auditor, Scope } from '#app/platform/scope.ts';
import { TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Why they stay minor · Fairroute' }];

async function suggested(scope: Scope<Auditor>, params: LoaderFunctionArgs['params']) {
  const audit = await findAudit(scope, found(params['id']));
  const criterion = found(params['criterion']);
  const minors = audit && (await findAnswerable(scope.db, audit, criterion));
  return minors && { audit, criterion, ...minors };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  return found(await suggested(scope, params));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const { audit, criterion } = found(await suggested(scope, params));
  const form = await readForm(request, keepForm);
  if (!form.ok) return badInput(form.reply);
  return answered(
    await keepMinors(scope, audit.id, criterion, form.value),
    `/audits/${audit.id}`,
    form.reply,
  );
}

export default function Keep() {
  const { audit, criterion, suggestion, said, regraded } = useLoaderData<typeof loader>();
  const minors = suggestion?.minors ?? [];
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<KeepForm>('keep-minors', { reply: answer?.reply });
  return (
    <StepPage
      title="Say why they stay minor"
      lead={
        minors.length > 0
          ? `${minors.length} minor findings on criterion ${criterion}: ${minors.map(({ name }) => name).join(', ')}. Who reviews the report and who decides read your reason.`
          : `The minor findings on criterion ${criterion} were answered meanwhile.`
      }
      place={placeOfAudit(audit)}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button={suggestion?.answered === false ? 'Keep them minor' : undefined}
      context={<SaidOfMinors said={said} regraded={regraded} />}
    >
      <TextArea
        field={fields.reason}
        label="Reason"
        hint="Why these are single slips, and the system behind the criterion works"
      />
    </StepPage>
  );
}
