import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { findNotice } from '#app/features/audits/planning/queries.server.ts';
import { WhatHappened } from '#app/features/audits/planning/ui/notice.tsx';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { placeOfAudit } from '#app/features/audits/ui/place.ts';
import { putAbandonedAudit } from '#app/features/certificates/decisions/commands/put-abandoned.server.ts';
import { refusalText } from '#app/features/certificates/decisions/ui/refusals.ts';
import { noteForm, type NoteForm } from '#app/features/certificates/forms.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found, refused } from '#app/platform/http.server.ts';
import { TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Put before the panel · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  await askWhoItIs(request);
  const audit = found(await findAudit(scope, found(params['id'])));
  return { audit, notice: await findNotice(scope.db, audit.id) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { id } = found(await findAudit(scope, found(params['id'])));
  const form = await readForm(request, noteForm);
  if (!form.ok) return badInput(form.reply);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  return answered(await putAbandonedAudit(scope, id, form.value), `/audits/${id}`, form.reply);
}

export default function PutBeforePanel() {
  const { audit, notice } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<NoteForm>('put-before-panel', { reply: answer?.reply });
  return (
    <StepPage
      title="Put before the panel"
      lead="The panel reads what happened and decides: it refuses certification, or has the audit planned anew. The audit and its application follow at once."
      place={placeOfAudit(audit)}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Put before the panel"
      context={<WhatHappened notice={notice} />}
    >
      <TextArea
        field={fields.note}
        label="What the panel is asked, and why"
        hint="What speaks for planning the audit anew, and what for refusing. What happened, as above, stands before the panel already."
        rows={5}
      />
    </StepPage>
  );
}
