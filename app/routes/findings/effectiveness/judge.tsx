import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { judgeEffectiveness } from '#app/features/audits/findings/effectiveness/commands.server.ts';
import { judgeForm, type JudgeForm } from '#app/features/audits/findings/effectiveness/forms.ts';
import { listPastFindings } from '#app/features/audits/findings/effectiveness/queries.server.ts';
import { gradeHints, gradeNames } from '#app/features/audits/findings/model.ts';
import { gradeUp } from '#app/features/audits/findings/rules.ts';
import { refusalText } from '#app/features/audits/findings/ui/refusals.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { RadioGroup, TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Did the correction last? · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const audit = found(await findAudit(scope, found(params['id'])));
  const past = await listPastFindings(scope.db, audit);
  return { audit, past: found(past.find(({ id }) => id === params['findingId'])) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const audit = found(await findAudit(scope, found(params['id'])));
  const past = await listPastFindings(scope.db, audit);
  const { id: findingId } = found(past.find(({ id }) => id === params['findingId']));
  const auditId = audit.id;
  const form = await readForm(request, judgeForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await judgeEffectiveness(scope, { auditId, findingId }, form.value);
  return answered(outcome, `/audits/${auditId}/effectiveness`, form.reply);
}

export default function Judge() {
  const { audit, past } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<JudgeForm>('judge', { reply: answer?.reply });
  const higher = gradeUp(past.grade);
  const to = `/audits/${audit.id}/effectiveness`;
  return (
    <StepPage
      title="Did the correction last?"
      lead={`Finding ${past.name}, ${gradeNames[past.grade].toLowerCase()}: ${past.statement}`}
      place={{ to, label: 'Findings of earlier audits', eyebrow: `Indicator ${past.indicatorCode}` }}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Record it"
    >
      <RadioGroup
        field={fields.effective}
        label="What you found"
        options={[
          { value: 'yes', label: 'It lasted', hint: 'The finding stays closed.' },
          {
            value: 'no',
            label: 'It did not last',
            hint: `Raised again in this audit as ${gradeNames[higher].toLowerCase()}: ${gradeHints[higher]}.`,
          },
        ]}
      />
      <TextArea
        field={fields.note}
        label="What shows it"
        hint="Documents, interviews by their keys, places"
      />
    </StepPage>
  );
}
