import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findIndicator } from '#app/features/audits/fieldwork/queries.server.ts';
import { GradingReasons } from '#app/features/audits/findings/grading/ui/grading-reasons.tsx';
import { raiseMisuse } from '#app/features/audits/findings/misuses/commands.server.ts';
import { claimsIndicator } from '#app/features/audits/findings/misuses/rules.ts';
import { raiseMisuseForm, type RaiseMisuseForm } from '#app/features/audits/findings/misuses/forms.ts';
import { findMisuse } from '#app/features/audits/findings/misuses/queries.server.ts';
import { gradeHints, gradeNames } from '#app/features/audits/findings/model.ts';
import { refusalText } from '#app/features/audits/findings/ui/refusals.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { listDocumentsFor } from '#app/features/documents/queries.server.ts';
import { ShownFiles } from '#app/features/documents/ui/shown-files.tsx';
import { grades } from '#app/features/scheme/model.ts';
import { dayInWords } from '#app/platform/calendar.ts';
import { readForm } from '#app/platform/form.server.ts';
import { badInput, found, refused } from '#app/platform/http.server.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { RadioGroup, TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Raise a misuse · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const audit = found(await findAudit(scope, found(params['id'])));
  const misuse = found(await findMisuse(scope.db, audit, found(params['misuseId'])));
  const files = await listDocumentsFor(scope.db, { kind: 'misuse', id: misuse.id });
  const named = (await findIndicator(scope, audit, claimsIndicator))?.defaultGrade ?? 'major';
  return { audit, misuse, files, named, own: misuse.recordedBy === scope.actor.accountId };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const audit = found(await findAudit(scope, found(params['id'])));
  const { id } = found(await findMisuse(scope.db, audit, found(params['misuseId'])));
  const form = await readForm(request, raiseMisuseForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await raiseMisuse(scope, audit.id, id, form.value);
  return outcome.ok ? redirect(`/findings/${outcome.value.id}`) : refused(outcome.refusal, form.reply);
}

export default function RaiseMisuse() {
  const { audit, misuse, files, named, own } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const saved = {
    grade: named,
    statement: `On ${dayInWords(misuse.seenOn)} certificate ${misuse.number} was shown beyond what it covers, at ${misuse.place}. ${misuse.what}`,
    evidence: misuse.evidence,
  };
  const [form, fields] = useFields<RaiseMisuseForm>('misuse', { reply: answer?.reply, saved });
  return (
    <StepPage
      title="Raise the misuse as a finding"
      lead={`Indicator B.1.6: public claims, including certification claims, are true and in scope. ${misuse.granted ? `It goes beyond the use that was granted: ${misuse.granted}.` : 'No such use was granted.'}`}
      place={{
        ...{ to: `/audits/${audit.id}/misuses`, label: 'Misuse of the certificate' },
        eyebrow: `${audit.recruiter} · ${audit.reference}`,
      }}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button={misuse.findingId ? undefined : 'Raise the finding'}
      context={
        <>
          {misuse.findingId ? (
            <p>
              <TextLink to={`/findings/${misuse.findingId}`}>This misuse is a finding already</TextLink>
            </p>
          ) : null}
          <ShownFiles
            title="Files that show it"
            files={files}
            readers="Officers and the audit team of this holder read these files; the holder does not."
            addTo={own && !misuse.findingId ? `/audits/${audit.id}/misuses/${misuse.id}/file` : undefined}
          />
        </>
      }
    >
      <RadioGroup
        field={fields.grade}
        label="Grade"
        options={grades.map((value) => ({ value, label: gradeNames[value], hint: gradeHints[value] }))}
      />
      <GradingReasons field={fields.gradingReasons} defaultGrade={named} />
      <TextArea
        field={fields.statement}
        label="What does not conform"
        hint="The recruiter reads this once the report is final"
      />
      <TextArea field={fields.evidence} label="What shows it" hint="Copies, photographs, places, days" />
    </StepPage>
  );
}
