import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { decideCertification } from '#app/features/certificates/decisions/commands.server.ts';
import { decideForm, type DecideForm } from '#app/features/certificates/decisions/forms.ts';
import { findPackage } from '#app/features/certificates/decisions/package.server.ts';
import { PackageSheet } from '#app/features/certificates/decisions/ui/package-sheet.tsx';
import { refusalText } from '#app/features/certificates/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found, refused } from '#app/platform/http.server.ts';
import { countryName } from '#app/platform/places.ts';
import { Button } from '#app/ui/buttons.tsx';
import { RadioGroup, TextArea } from '#app/ui/fields.tsx';
import { PageForm, Refusal, useFields } from '#app/ui/form.tsx';
import { PageHeader, Section } from '#app/ui/page.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Decide on ${data?.application.recruiter ?? 'a package'} · Fairroute` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'decider');
  await askWhoItIs(request);
  return found(await findPackage(scope, found(params['applicationId'])));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'decider');
  const { application } = found(await findPackage(scope, found(params['applicationId'])));
  const form = await readForm(request, decideForm);
  if (!form.ok) return badInput(form.reply);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  return answered(
    await decideCertification(scope, application.id, form.value),
    '/scheme/decisions',
    form.reply,
  );
}

const options = [
  {
    value: 'granted',
    label: 'Grant the certificate',
    hint: 'It stands on the public register from this moment, with its scope and dates',
  },
  {
    value: 'refused',
    label: 'Refuse certification',
    hint: 'The register says “not certified”; the recruiter may appeal within 30 days',
  },
];

export default function Decide() {
  const { application, audits, findings, auditedByYou } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<DecideForm>('decide', { reply: answer?.reply });
  return (
    <>
      <PageHeader
        title={application.recruiter}
        eyebrow={[application.reference, countryName(application.country), application.auditBody]
          .filter(Boolean)
          .join(' · ')}
        back={{ to: '/scheme/decisions', label: 'Decisions' }}
        lead="What you publish: the outcome, its day, and for a certificate its scope. Your reasons go to the recruiter alone."
      />
      <PackageSheet application={application} audits={audits} findings={findings} />
      <Section title="The decision">
        {auditedByYou ? (
          <Refusal>{refusalText('audited_by_you')}</Refusal>
        ) : application.state === 'decision_pending' || answer ? (
          <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
            <RadioGroup field={fields.outcome} label="Outcome" options={options} />
            <TextArea
              field={fields.reasons}
              label="Reasons"
              hint="Why, from the report and the findings; the recruiter reads this"
            />
            <Button>Record the decision</Button>
          </PageForm>
        ) : (
          <p>This package was decided.</p>
        )}
      </Section>
    </>
  );
}
