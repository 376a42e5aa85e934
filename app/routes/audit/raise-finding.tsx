import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { begunOn, choicesOf } from '#app/features/audits/fieldwork/raised/begun.ts';
import { findKeptWords } from '#app/features/audits/fieldwork/raised/kept.server.ts';
import { BeforeRaising } from '#app/features/audits/fieldwork/raised/ui/before-raising.tsx';
import { gradesRaised } from '#app/features/audits/fieldwork/rules.ts';
import { findIndicator } from '#app/features/audits/fieldwork/queries.server.ts';
import { raiseFinding } from '#app/features/audits/findings/commands/raise-finding.server.ts';
import { raiseForm, type RaiseForm } from '#app/features/audits/findings/forms.ts';
import { GradingReasons } from '#app/features/audits/findings/grading/ui/grading-reasons.tsx';
import { findRepeated } from '#app/features/audits/findings/repeats.server.ts';
import { listDeclarations } from '#app/features/audits/findings/requirement/queries.server.ts';
import { RequirementFields } from '#app/features/audits/findings/requirement/ui/requirement-fields.tsx';
import { gradeHints, gradeNames } from '#app/features/audits/findings/model.ts';
import { refusalText } from '#app/features/audits/findings/ui/refusals.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { readForm } from '#app/platform/form.server.ts';
import { badInput, found, refused } from '#app/platform/http.server.ts';
import { RadioGroup, TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { AnotherOne, alikeText } from '#app/ui/parts/another-one.tsx';
import { GivenId } from '#app/ui/parts/given-id.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Raise a finding · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const audit = found(await findAudit(scope, found(params['id'])));
  const indicator = found(await findIndicator(scope, audit, found(params['code'])));
  const before = (await findRepeated(scope.db, audit, indicator.code)) ?? null;
  const declarations = await listDeclarations(scope.db, audit.applicationId);
  const asked = new URL(request.url).searchParams.get('kept') ?? '';
  const kept = (await findKeptWords(scope, audit, indicator.code, asked)) ?? null;
  const choices = choicesOf(declarations, kept?.declared ?? null);
  return { audit, indicator, before, kept, declarations: choices, id: crypto.randomUUID() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const audit = found(await findAudit(scope, found(params['id'])));
  const { code } = found(await findIndicator(scope, audit, found(params['code'])));
  const form = await readForm(request, raiseForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await raiseFinding(scope, audit.id, code, form.value);
  return outcome.ok ? redirect(`/findings/${outcome.value.id}`) : refused(outcome.refusal, form.reply);
}

export default function RaiseFinding() {
  const { audit, indicator, before, kept, declarations, id } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const saved = begunOn(audit, indicator, kept);
  const [form, fields] = useFields<RaiseForm>('raise', { reply: answer?.reply, saved });
  const to = `/audits/${audit.id}/indicators/${indicator.code}`;
  const place = { to, label: `Indicator ${indicator.code}`, eyebrow: audit.recruiter };
  return (
    <StepPage
      title="Raise a finding"
      lead={`Indicator ${indicator.code}: ${indicator.requirement} A critical finding is told to the recruiter at once, before the report, and its clocks begin today.`}
      place={place}
      form={form}
      refusal={
        answer?.refusal &&
        (alikeText(answer.refusal, 'finding', 'yours, with the same words on this indicator') ??
          refusalText(answer.refusal))
      }
      button="Raise the finding"
      context={before || kept ? <BeforeRaising before={before} kept={kept} /> : null}
    >
      <GivenId field={fields.id} fresh={id} spent={answer?.refusal === 'sent_before'} />
      <RadioGroup
        field={fields.grade}
        label="Grade"
        hint={indicator.gradingNote ?? undefined}
        options={gradesRaised(audit).map((value) => ({
          value,
          label: gradeNames[value],
          hint: gradeHints[value],
        }))}
      />
      <GradingReasons field={fields.gradingReasons} defaultGrade={indicator.defaultGrade} />
      <RequirementFields fields={fields} declarations={declarations} />
      <TextArea
        field={fields.statement}
        label="What does not conform"
        hint="The recruiter reads this once the report is final"
      />
      <TextArea
        field={fields.evidence}
        label="What shows it"
        hint="Documents, interviews by their keys, places"
      />
      <AnotherOne field={fields.another} refusal={answer?.refusal} what="finding" />
    </StepPage>
  );
}
