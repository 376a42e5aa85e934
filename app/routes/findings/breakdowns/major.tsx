import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { raiseBreakdown } from '#app/features/audits/findings/breakdowns/commands.server.ts';
import { majorForm, type MajorForm } from '#app/features/audits/findings/breakdowns/forms.ts';
import { findAnswerable } from '#app/features/audits/findings/breakdowns/queries.server.ts';
import { gradeHints } from '#app/features/audits/findings/model.ts';
import { SaidOfMinors } from '#app/features/audits/findings/breakdowns/ui/breakdowns.tsx';
import { refusalText } from '#app/features/audits/findings/ui/refusals.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { placeOfAudit } from '#app/features/audits/ui/place.ts';
import { readForm } from '#app/platform/form.server.ts';
import { badInput, found, refused } from '#app/platform/http.server.ts';
import type { Auditor, Scope } from '#app/platform/scope.ts';
import { SelectField, TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Raise a major finding · Fairroute' }];

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
  const form = await readForm(request, majorForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await raiseBreakdown(scope, audit.id, criterion, form.value);
  return outcome.ok ? redirect(`/findings/${outcome.value.id}`) : refused(outcome.refusal, form.reply);
}

export default function RaiseMajor() {
  const { audit, criterion, suggestion, said, regraded } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const minors = suggestion?.minors ?? [];
  const names = minors.map(({ name }) => name).join(', ');
  const saved = { evidence: `Minor findings ${names}.` };
  const [form, fields] = useFields<MajorForm>('raise-major', { reply: answer?.reply, saved });
  const codes = [...new Set(minors.map(({ indicatorCode }) => indicatorCode))];
  return (
    <StepPage
      title="Raise a major finding"
      lead={
        minors.length > 0
          ? `${gradeHints.major}. It names ${names}, which stay as they are.`
          : `The minor findings on criterion ${criterion} were answered meanwhile.`
      }
      place={placeOfAudit(audit)}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button={suggestion?.answered === false ? 'Raise the major finding' : undefined}
      context={<SaidOfMinors said={said} regraded={regraded} />}
    >
      <SelectField
        field={fields.indicator}
        label="Indicator"
        hint={`One of criterion ${criterion} on which a minor finding was raised`}
        options={codes.map((code) => ({ value: code, label: code }))}
        empty="Choose"
      />
      <TextArea
        field={fields.statement}
        label="What is missing or has collapsed"
        hint="The recruiter reads this once the report is final"
      />
      <TextArea field={fields.evidence} label="What shows it" />
    </StepPage>
  );
}
